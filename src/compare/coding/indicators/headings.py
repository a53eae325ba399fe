"""What a statement is about where its own words do not say: the heading, the lead-in of a list or the title
of a table above it.

Only words that say when, how much, how often, where or for whom may stand between the heading and the value
(三、居家适老化改造 … 三年完成1200户,户均补助3000元). Any other noun there is what is measured, known or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.coding.book.codebook import Indicator
from compare.coding.indicators.context.bare import BARE, BARE_FOR_WHOM, BARE_RATE, is_upgraded
from compare.coding.indicators.context.sums import HOUSES
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.headings_above import (
    ENDED,
    ENDING,
    JOINTS,
    LONGEST,
    MARK,
    joined,
    last_sentence,
    lead_in,
    names_nothing,
    opening,
    table_title,
    unnumbered_title,
)
from compare.model import Kind, Passage, Statement

#: A column of a table of sums may name the meal, a row the houses that get them.
_MEAL = re.compile("[早午中晚]餐(?:补[助贴]|标准|每餐)*")
_HOUSE = re.compile(HOUSES)
_SUM_OF_A_HOUSE = re.compile(f"{HOUSES}[0-9][0-9.]{{0,7}}[万亿]?元[、,，;；]")
# ——居家适老化改造。目标任务1000户: an item of a list may open with what it is about
_OPENED = re.compile(r"\s{0,4}[—•·●◆■▪※★☆*-]{1,3}\s{0,2}(?P<name>[一-龥“”、]{4,24})[。.]")
# 新建, 2025年任务数: a column that says what is done to what the title of the table names; what is upgraded
# beside it (提升) is counted apart
_ACT_ALONE = re.compile(
    "(?:20[0-9]{2}年?)?(?:(?:计划|年度|目标|建设|任务|新建|新增|完成|实施|建成|创建|设置|布点|安排)[、和及与]?){1,3}"
    "(?:数量?|个数|总数|指标)?"
)
#: What these count may be the people themselves (老年人300人).
_OF_PEOPLE = frozenset(("人", "名", "位", "户", "人次"))
_FOR_EACH = re.compile("每(?:[个家所处县镇村]|街道|乡镇|社区)")
#: No paragraph goes on for longer without a noun.
_FARTHEST = 160


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
        return ENDED.sub("", self.heading)

    def names(self, indicator: Indicator) -> str:
        """The words in which the heading names an indicator, and nothing else: nothing is joined to it, and
        nothing stands behind it that is another thing (提升养老机构|服务质量). "" if it does not."""
        heading, words, noun = self.heading, self.stretch(), self.noun()
        for wording in indicator.match:
            match = wording.pattern.search(words)
            if match is None or match.start() >= len(heading):
                match = wording.pattern.search(noun)
            joined = match is None or JOINTS.search(heading[: match.start()])
            if match and not joined and ENDING.fullmatch(heading, min(match.end(), len(heading))):
                return match.string
        return ""

    def completes(self, indicator: Indicator) -> str:
        """The clause with the heading, where a pattern found in it asks for words ``near`` that the heading
        may have (养老机构等级评定奖励 … 三级5万元); "" otherwise."""
        words = self.stretch()
        if not indicator.near or JOINTS.search(self.heading):
            return ""
        found = any(wording.pattern.search(words, len(self.heading)) for wording in indicator.match)
        return words if found else ""


def headed(context: Surroundings) -> Headed | None:
    """The surroundings under the nearest heading or lead-in that names a thing; None where the statement, or
    anything between the two, names one itself."""
    if not context.passages:
        return None
    is_share_out = context.statement.kind is Kind.ALLOCATION
    here = context.passages[context.statement.passage]
    if here.kind == "cell" or context.text.startswith("|", here.start):
        bare = _is_bare_share(context.statement) if is_share_out else _is_bare_cell(context.statement)
        title = table_title(context) if bare else ""
        return Headed(context, title) if title and len(title) <= LONGEST else None
    if is_share_out or is_upgraded(context.before(), context.statement.unit) or not _is_bare(context):
        return None
    words, between = _led(context) or _headed(context)
    between = _SUM_OF_A_HOUSE.sub("", between)
    if not words or len(words) > LONGEST or len(between) > _FARTHEST or not BARE_FOR_WHOM.fullmatch(between):
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
    if not (names_nothing(column) or _MEAL.fullmatch(column)):
        return False
    is_house = statement.unit.startswith("元") and _HOUSE.fullmatch(row) is not None
    return is_house or BARE_FOR_WHOM.fullmatch(row) is not None


def _is_bare_share(statement: Statement) -> bool:
    """Whether the column of a table of areas says no more than that it holds money (补助资金), or what is
    done (新建, 年度任务数)."""
    if statement.unit == "元":
        return bool(statement.subject) and names_nothing(statement.subject)
    return _ACT_ALONE.fullmatch(statement.subject) is not None


def _led(context: Surroundings) -> tuple[str, str] | None:
    """The words before the colon of the sentence, and what stands between them and the statement."""
    lead = MARK.sub("", last_sentence(context.lead()))
    if names_nothing(lead):
        return None
    start = context.text.rfind(lead, 0, context.statement.start) + len(lead)
    return joined(lead), context.text[start : context.statement.start]


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


def _above(passages: Sequence[Passage], at: int, text: str) -> str:
    """The nearest lead-in of the list that a passage is in, or heading above it, that is not form alone."""
    words = lead_in(passages, at, text)
    if not names_nothing(words):
        return words
    parent = passages[at].parent
    while parent is not None and names_nothing(passages[parent].heading):
        parent = passages[parent].parent
    return passages[parent].heading if parent is not None else unnumbered_title(passages, at, text)
