"""What a statement is about where its own words do not say: the heading, the lead-in of a list or the title
of a table above it.

Only words that say when, how much, how often, where or for whom may stand between the heading and the value
(三、居家适老化改造 … 三年完成1200户,户均补助3000元). Any other noun there is what is measured, known or not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from compare.coding.book.codebook import Indicator
from compare.coding.indicators.context.bare import BARE, BARE_FOR_WHOM, BARE_RATE
from compare.coding.indicators.context.sums import HOUSES
from compare.coding.indicators.context.surroundings import Surroundings
from compare.model import Kind, Passage, Statement

#: A heading of form alone (补贴标准, 工作目标): the one above it says of what.
_FORM_ALONE = re.compile(
    "(?:(?:原|新|现行?|(?:调整|提高|提标)[前后]的?)?"
    "(?:补贴|补助|奖补|奖励|资助|扶持|支持|发放|申报|服务|工作|建设|主要|重点|总体|年度|实施)?"
    "(?:标准|目标|任务|指标|对象|范围|内容|条件|政策|方式|措施|资金|额度|项目|办法|渠道|筹资|[参投]保|缴费)[、和及与]?)+"
)
#: What may stand in a heading behind the measure that it names.
_FORMS = (
    "(?:服务|关爱|建设|工程|工作|行动|项目|任务|试点|培训|奖励|奖补|补贴|补助|资助|标准|目标|体系|力度|水平|机制|制度|"
    "比例|占比|覆盖[率面]?|率|提升|发展|计划|专项|如下|为|按(?:以下)?|以下|给予|一次性|的|情况|数量?|总数)*+"
)
_ENDING, _ENDED = re.compile(_FORMS), re.compile(f"{_FORMS}$")
_JOINTS = re.compile("[、和与及或暨,，;；]")
_SENTENCE_END, _COMMA = re.compile("[。;；]"), re.compile("[,，]")
_CAPTION = re.compile(
    r"^关于(?:调整|提高|发布|公布|印发|做好)?|的(?:通知|公告|通告)$|"
    r"^\s*附?[表件]\s*[0-9一二三四五六七八九十]{0,2}[-—0-9]{0,3}[\s.、:：]*|如?下表(?:所示)?$|见下表$|"
    r"(?:分配|明细|一览|情况|安排|汇总)?表?(?:[(（]单位[^)）]{0,8}[)）])?\s*$"
)
# 运营补贴|以实际收住老年人数为依据,按照下列标准核定
_BY_WHAT_FOLLOWS = re.compile(
    "(?<=[一-龥]{2})(?:按照?[^,，。;；]{2,30}(?:计算|计发|核定|核算)|"
    "(?:以[^,，。;；]{2,24}为(?:依据|基[数准]|标准)|根据|依据|按照?)[^。;；]{0,30}(?:下列|以下|如下|下表)[^。;；]{0,14})$"
)
_UNIT_LINE = re.compile(r"\s*[(（]?(?:计量)?单位[:：][^。\n]{1,10}$")
_ITS_SUM = re.compile(r"(?:共|约)?[0-9][0-9.,]*[万亿]?元$")
#: A row of a table of sums may name the houses that get them.
_HOUSE = re.compile(HOUSES)
_SUM_OF_A_HOUSE = re.compile(f"{HOUSES}[0-9][0-9.]{{0,7}}[万亿]?元[、,，;；]")
MARK = re.compile(r"^[\s(（]*第?[0-9一二三四五六七八九十]{0,3}[)）.、,，．条]|^[—•·*-]+")
# ——居家适老化改造。目标任务1000户: an item of a list may open with what it is about
_OPENED = re.compile(r"\s{0,4}[—•·●◆■▪※★☆*-]{1,3}\s{0,2}(?P<name>[一-龥“”、]{4,24})[。.]")
#: What these count may be the people themselves (老年人300人).
_OF_PEOPLE = frozenset(("人", "名", "位", "户", "人次"))
# 养老服务补贴, on a line of its own
_UNNUMBERED = re.compile("[一-龥]{4,16}")
_FOR_EACH = re.compile("每(?:[个家所处县镇村]|街道|乡镇|社区)")
#: No heading is longer, and no paragraph goes on for longer without a noun.
_LONGEST, _FARTHEST = 40, 160
#: A lead-in is looked for so many passages back.
_ITEMS = 40


class Headed(Surroundings):
    """The surroundings of a statement read as if the heading stood before its clause."""

    __slots__ = ("heading",)
    #: What evidence this is, as a key of the explanations.
    tier = "heading"

    def __init__(self, context: Surroundings, heading: str) -> None:
        super().__init__(context.text, context.statement, context.passages)
        self.heading = heading

    def stretch(self) -> str:
        return f"{self.heading}:{super().stretch()}"

    def before(self) -> str:
        return f"{self.heading}:{super().before()}"

    def near(self) -> str:
        # The row of a table may say what the heading does not: whose sum it is.
        row = self.statement.scope_text if self.tier == "heading" else ""
        return "\n".join(words for words in (self.heading, row, super().near()) if words)

    def paid(self) -> str:
        return f"{self.heading}\n{super().paid()}"

    def around(self) -> str:
        return f"{self.heading}\n{super().around()}"

    def of_the_statement(self) -> Iterator[str]:
        yield from super().of_the_statement()
        yield self.heading

    def noun(self) -> str:
        """The heading without the words of form at its end."""
        return _ENDED.sub("", self.heading)

    def names(self, indicator: Indicator) -> str:
        """The words in which the heading names an indicator, and nothing else: nothing is joined to it, and
        nothing stands behind it that is another thing (提升养老机构|服务质量). "" if it does not."""
        heading, words, noun = self.heading, self.stretch(), self.noun()
        for wording in indicator.match:
            match = wording.pattern.search(words)
            if match is None or match.start() >= len(heading):
                match = wording.pattern.search(noun)
            joined = match is None or _JOINTS.search(heading, 0, match.start())
            if match and not joined and _ENDING.fullmatch(heading, min(match.end(), len(heading))):
                return match.string
        return ""

    def completes(self, indicator: Indicator) -> str:
        """The clause with the heading, where a pattern found in it asks for words ``near`` that the heading
        may have (养老机构等级评定奖励 … 三级5万元); "" otherwise."""
        words = self.stretch()
        if not indicator.near or _JOINTS.search(self.heading):
            return ""
        found = any(wording.pattern.search(words, len(self.heading)) for wording in indicator.match)
        return words if found else ""


def headed(context: Surroundings) -> Headed | None:
    """The surroundings under the nearest heading or lead-in that names a thing; None where the statement, or
    anything between the two, names one itself."""
    if not context.passages:
        return None
    is_share_out = context.statement.kind is Kind.ALLOCATION
    if context.passages[context.statement.passage].kind == "cell":
        named = (
            not _is_bare_share(context.statement) if is_share_out else not _is_bare_cell(context.statement)
        )
        title = "" if named else table_title(context)
        return Headed(context, title) if 0 < len(title) <= _LONGEST else None
    if is_share_out or not _is_bare(context):
        return None
    words, between = _led(context) or _headed(context)
    if context.is_sum:
        between = _SUM_OF_A_HOUSE.sub("", between)
    if not 0 < len(words) <= _LONGEST or len(between) > _FARTHEST or not BARE_FOR_WHOM.fullmatch(between):
        return None
    return Headed(context, words)


def _is_bare(context: Surroundings) -> bool:
    """Whether subject and clause of a statement name no thing."""
    statement = context.statement
    of_people = statement.unit in _OF_PEOPLE
    bare = BARE if of_people else BARE_RATE
    if context.is_sum and _HOUSE.fullmatch(context.before()):
        return True  # 助餐点建设补助:中心厨房20万元
    if not bare.fullmatch(statement.subject):
        return False
    clause = MARK.sub("", context.clause())
    return bare.fullmatch(clause) is not None and not (of_people and _FOR_EACH.search(clause))


def _is_bare_cell(statement: Statement) -> bool:
    """Whether neither the column nor the row of a cell names a thing (失能老人 under 补贴标准)."""
    column, row = statement.subject, statement.scope_text
    if column and not names_nothing(column):
        return False
    is_house = statement.unit.startswith("元") and _HOUSE.fullmatch(row) is not None
    return is_house or BARE_FOR_WHOM.fullmatch(row) is not None


def _is_bare_share(statement: Statement) -> bool:
    """Whether the column of a table of areas says no more than that it holds money (补助资金)."""
    return statement.unit == "元" and names_nothing(statement.subject)


def table_title(context: Surroundings) -> str:
    """The line over the table that a cell is in, or the heading that it stands under."""
    text = context.text
    above = nearest_before(context.passages, context.statement.passage, lambda one: _is_of_table(one, text))
    if above is None:
        return ""
    if above.kind == "heading":
        return _BY_WHAT_FOLLOWS.sub("", above.heading.rstrip(":："))
    line = _SENTENCE_END.split(text[above.start : above.end].rstrip(" :：。"))[-1]
    line = _BY_WHAT_FOLLOWS.sub("", line)
    if above.heading and (len(line) > _LONGEST or _JOINTS.search(line)):
        line = above.heading  # (一)高龄津贴。本县80周岁以上老年人,按下列标准发放:
    return _CAPTION.sub("", _ITS_SUM.sub("", MARK.sub("", line)))


def _is_of_table(passage: Passage, text: str) -> bool:
    return (
        passage.kind == "cell"
        or text.startswith("|", passage.start)
        or _UNIT_LINE.match(text, passage.start, passage.end) is not None
    )


def _led(context: Surroundings) -> tuple[str, str] | None:
    """The words before the colon of the sentence, and what stands between them and the statement."""
    lead = MARK.sub("", _SENTENCE_END.split(context.lead())[-1])
    if not lead or names_nothing(lead):
        return None
    start = context.text.rfind(lead, 0, context.statement.start) + len(lead)
    return _joined(lead), context.text[start : context.statement.start]


def _headed(context: Surroundings) -> tuple[str, str]:
    """The heading that the paragraph runs in with, or the one above it, and the words between."""
    at, text, start = context.statement.passage, context.text, context.statement.start
    passage = context.passages[at]
    begins = opening(text, passage)
    if begins <= start and not names_nothing(passage.heading):
        return passage.heading, text[begins:start]
    opened = _OPENED.match(text, passage.start, start)
    if opened and not names_nothing(opened["name"]):
        return opened["name"], text[opened.end() : start]
    return _above(context.passages, at, text), MARK.sub("", text[passage.start : start])


def _joined(lead: str) -> str:
    """A lead-in without the comma before words that name nothing (对四级以上养老机构,按以下标准奖励)."""
    *clauses, last = _COMMA.split(lead)
    while clauses and names_nothing(last):
        last = clauses.pop() + last
    return ",".join((*clauses, last))


def opening(text: str, passage: Passage) -> int:
    """Where the body begins behind a heading that runs in with it; the end of a passage without one."""
    stop = text.find("。", passage.start, passage.end) if passage.heading else -1
    return passage.end if stop < 0 else stop + 1


def _above(passages: Sequence[Passage], at: int, text: str) -> str:
    """The nearest lead-in of the list that a passage is in, or heading above it, that is not form alone."""
    words = lead_in(passages, at, text)
    if words and not names_nothing(words):
        return words
    parent = passages[at].parent
    while parent is not None and names_nothing(passages[parent].heading):
        parent = passages[parent].parent
    return passages[parent].heading if parent is not None else unnumbered_title(passages, at, text)


def unnumbered_title(passages: Sequence[Passage], at: int, text: str) -> str:
    """The nearest line before a passage that is a title without number or mark, as pages of the web have
    them, and stands over its section; "" where there is none."""
    over: set[int | None] = {None}
    parent = passages[at].parent
    while parent is not None:
        over.add(parent)
        parent = passages[parent].parent
    for one in passages[max(at - _ITEMS, 0) : at][::-1]:
        if one.kind == "paragraph" and one.parent in over and _UNNUMBERED.fullmatch(text, one.start, one.end):
            words = text[one.start : one.end]
            if not names_nothing(words):
                return words
    return ""


def names_nothing(heading: str) -> bool:
    """Whether a heading is of form alone (补贴标准) or says for whom (重度失能老年人)."""
    form = _FORM_ALONE.fullmatch(heading) or BARE_FOR_WHOM.fullmatch(heading) or _ENDING.fullmatch(heading)
    return bool(heading) and form is not None


def lead_in(passages: Sequence[Passage], at: int, text: str) -> str:
    """The last sentence of the paragraph with a colon at its end that a list follows."""
    here = passages[at]
    above = nearest_before(passages, at, lambda one: is_listed(one, here, text))
    if above is None or above.parent != here.parent:
        return ""
    paragraph = text[above.start : above.end].rstrip()
    return _joined(_SENTENCE_END.split(paragraph[:-1])[-1]) if paragraph.endswith((":", "：")) else ""


def nearest_before(
    passages: Sequence[Passage], at: int, is_skipped: Callable[[Passage], bool]
) -> Passage | None:
    """The nearest passage before one, within reach, that is none of a list or table to be skipped."""
    return next((one for one in passages[max(at - _ITEMS, 0) : at][::-1] if not is_skipped(one)), None)


def is_listed(one: Passage, here: Passage, text: str) -> bool:
    """Whether a passage is an item of the same list as one behind it, or below such an item."""
    if here.number:
        return one.level > here.level or (one.level == here.level and bool(one.number))
    return one.parent == here.parent and not one.number and text[one.start : one.end].endswith((";", "；"))
