"""Where what stands above a statement names a thing: the title of its table, the lead-in of its list, a line
that is a title without a number; and which headings name nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from compare.coding.indicators.context.bare import BARE_FOR_WHOM
from compare.coding.indicators.context.surroundings import Surroundings
from compare.model import Passage

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
ENDING, ENDED = re.compile(_FORMS), re.compile(f"{_FORMS}$")
JOINTS = re.compile("[、和与及或暨,，;；]")
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
MARK = re.compile(r"^[\s(（]*第?[0-9一二三四五六七八九十]{0,3}[)）.、,，．条]|^[—•·*-]+")
# 养老服务补贴, on a line of its own
_UNNUMBERED = re.compile("[一-龥]{4,16}")
#: No heading is longer.
LONGEST = 40
#: A lead-in is looked for so many passages back.
_ITEMS = 40


def unnumbered_title(passages: Sequence[Passage], at: int, text: str) -> str:
    """The nearest line before a passage that is a title without number or mark, as pages of the web have
    them, and stands over its section; "" where there is none."""
    over: set[int | None] = {None}
    parent = passages[at].parent
    while parent is not None:
        over.add(parent)
        parent = passages[parent].parent
    for one in before(passages, at, _ITEMS):
        if one.kind == "paragraph" and one.parent in over and _UNNUMBERED.fullmatch(text, one.start, one.end):
            words = text[one.start : one.end]
            if not names_nothing(words):
                return words
    return ""


def names_nothing(heading: str) -> bool:
    """Whether a heading is of form alone (补贴标准) or says for whom (重度失能老年人), or there is none."""
    forms = (_FORM_ALONE, BARE_FOR_WHOM, ENDING)
    return any(form.fullmatch(heading) for form in forms)


def lead_in(passages: Sequence[Passage], at: int, text: str) -> str:
    """The last sentence of the paragraph with a colon at its end that a list follows."""
    here = passages[at]
    above = nearest_before(passages, at, lambda one: is_listed(one, here, text))
    if above is None or above.parent != here.parent:
        return ""
    paragraph = text[above.start : above.end].rstrip()
    return joined(last_sentence(paragraph.rstrip(":："))) if paragraph.endswith((":", "：")) else ""


def last_sentence(words: str) -> str:
    """The last sentence of several, or the last part of it behind a semicolon."""
    *_, last = _SENTENCE_END.split(words)
    return last


def nearest_before(
    passages: Sequence[Passage], at: int, is_skipped: Callable[[Passage], bool]
) -> Passage | None:
    """The nearest passage before one, within reach, that is none of a list or table to be skipped."""
    return next((one for one in before(passages, at, _ITEMS) if not is_skipped(one)), None)


def before(passages: Sequence[Passage], at: int, reach: int) -> Iterator[Passage]:
    """So many passages before one, the nearest first."""
    return (passages[place] for place in islice(reversed(range(at)), reach))


def is_listed(one: Passage, here: Passage, text: str) -> bool:
    """Whether a passage is an item of the same list as one behind it, or below such an item."""
    if here.number:
        return one.level > here.level or (one.level == here.level and bool(one.number))
    return one.parent == here.parent and not one.number and text[one.start : one.end].endswith((";", "；"))


def table_title(context: Surroundings) -> str:
    """The line over the table that a cell is in, or the heading that it stands under."""
    text = context.text
    above = nearest_before(context.passages, context.statement.passage, lambda one: _is_of_table(one, text))
    if above is None:
        return ""
    if above.kind == "heading":
        return _BY_WHAT_FOLLOWS.sub("", above.heading.rstrip(":："))
    line = _BY_WHAT_FOLLOWS.sub("", last_sentence(text[above.start : above.end].rstrip(" :：。")))
    if above.heading and (len(line) > LONGEST or JOINTS.search(line)):
        line = above.heading  # (一)高龄津贴。本县80周岁以上老年人,按下列标准发放:
    return _CAPTION.sub("", _ITS_SUM.sub("", MARK.sub("", line)))


def _is_of_table(passage: Passage, text: str) -> bool:
    return (
        passage.kind == "cell"
        or text.startswith("|", passage.start)
        or _UNIT_LINE.match(text, passage.start, passage.end) is not None
    )


def joined(lead: str) -> str:
    """A lead-in without the comma before words that name nothing (对四级以上养老机构,按以下标准奖励)."""
    *clauses, last = _COMMA.split(lead)
    while clauses and names_nothing(last):
        last = clauses.pop() + last
    return ",".join((*clauses, last))


def opening(text: str, passage: Passage) -> int:
    """Where the body begins behind a heading that runs in with it; the end of a passage without one."""
    heading, stop, _ = text[passage.start : passage.end].partition("。" if passage.heading else "\0")
    return passage.start + len(heading) + len(stop)
