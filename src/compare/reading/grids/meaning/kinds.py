"""Of which kind the value of a cell is: what the table says goes before what its words say.

:data:`CELL_KINDS` decide; where none of them does, it is as in running text.
"""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.grids.cell_values import CellValue
from compare.reading.grids.grid import words_at
from compare.reading.grids.meaning.terms import ATTRIBUTES, SUMS_OF_A_TABLE, Terms
from compare.reading.grids.sheet import Sheet
from compare.reading.quantities.amounts import Value
from compare.reading.rules import Rule, first
from compare.reading.sentences.kinds.rules import kind_of
from compare.reading.sentences.kinds.wording import Wording

_NORMS = re.compile(r"标准|规范|配建|配置")
_INDICATORS = re.compile("指标")
_PAID = re.compile("(?:支付|报销|补助|补贴|资助|减免|分担|承担|负担|赔付)(?:比例|标准)")
_RADIUS = "service radius"
Dated = tuple[Kind, str]


def sets_norms(text: str, sheet: Sheet) -> bool:
    """Whether a line above a table says that it is one of norms."""
    return any(_NORMS.search(text, *line) for line in sheet.grid.title)


class ToKind:
    """A value whose kind is to be told, with the ``deadline`` that it would have.

    ``goal_year`` is that of its column where its row is an indicator of a plan, ``head`` the head of the
    column, ``norms`` whether the table is one of norms.
    """

    __slots__ = (
        "_worded",
        "deadline",
        "goal_year",
        "head",
        "is_fact",
        "norms",
        "sheet",
        "terms",
        "text",
        "value",
    )

    def __init__(
        self,
        text: str,
        sheet: Sheet,
        value: CellValue,
        terms: Terms,
        deadline: str,
        goal_year: str,
        head: str,
        *,
        is_fact: bool,
        norms: bool,
    ) -> None:
        self.text, self.sheet, self.value, self.terms = text, sheet, value, terms
        self.deadline, self.goal_year, self.is_fact, self.norms = deadline, goal_year, is_fact, norms
        self.head = head
        self._worded: tuple[Kind, str] | None = None

    @property
    def measured(self) -> bool:
        """Whether the value is a number of a known unit."""
        unit = self.terms.measure.unit if self.terms.measure else None
        return unit is not None and self.value.low is not None and self.value.high is not None

    def worded(self) -> tuple[Kind, str]:
        """Kind and rule by the words of what is measured."""
        if self._worded is None:
            cell, measure = self.value, self.terms.measure
            assert measure
            assert measure.unit
            assert cell.low is not None
            assert cell.high is not None
            place = (cell.start, cell.end, cell.end)
            value = Value(*place, cell.low, cell.high, measure.unit, cell.comparator, cell.start, cell.end)
            self._worded = kind_of(Wording(value, self.terms.unit, self._words(), ""))
        return self._worded

    def is_parameter(self) -> bool:
        """Whether the words make a parameter of it; a radius may be set by a table."""
        kind, rule = self.worded()
        return kind is Kind.PARAMETER and rule != _RADIUS

    def _words(self) -> str:
        return words_at(self.text, self.terms.place)

    def is_sum(self) -> bool:
        """Whether it is a sum of money by its name or the title of the table."""
        measure = self.terms.measure
        if measure is None or measure.unit is None or measure.unit.sort != "money":
            return False
        around = "\n".join([*(words_at(self.text, line) for line in self.sheet.grid.title), self._words()])
        return SUMS_OF_A_TABLE.search(around) is not None

    def is_size(self) -> bool:
        """Whether the head of the column names a size (建筑面积) that is no norm by its words."""
        kind, rule = self.worded()
        of_head = self.terms.rules[0] == "head of the column" and (kind is Kind.TARGET or rule == _RADIUS)
        return of_head and ATTRIBUTES.search(self._words()) is not None


def names_indicators(text: str, sheet: Sheet) -> bool:
    """Whether a line above a table says that its rows are indicators of a plan; their nature may say so."""
    return any(_INDICATORS.search(text, *line) for line in sheet.grid.title)


def _of_a_goal_year(t: ToKind) -> Dated | None:
    return (Kind.TARGET, t.goal_year) if t.goal_year and t.is_parameter() else None


def _paid_share(t: ToKind) -> Dated | None:
    return (Kind.PARAMETER, "") if t.terms.unit == "%" and _PAID.search(t.head) else None


def _sum(t: ToKind) -> Dated | None:
    return (Kind.PARAMETER, "") if not t.deadline and not t.is_parameter() and t.is_sum() else None


def _size(t: ToKind) -> Dated | None:
    return (Kind.STANDARD, "") if not t.deadline and t.is_size() else None


def _norm(t: ToKind) -> Dated | None:
    return (Kind.STANDARD, "") if not t.deadline and t.norms and t.worded()[0] is Kind.TARGET else None


def _dated_norm(t: ToKind) -> Dated | None:
    return (Kind.TARGET, t.deadline) if t.deadline and t.worded()[0] is Kind.STANDARD else None


CELL_KINDS: tuple[Rule[ToKind, Dated], ...] = (
    Rule(
        "column of facts",
        lambda t: (Kind.PARAMETER, "") if t.is_fact else None,
        "指标\t单位\t2020年现状\t2025年\n床位\t张\t«80»\t120\n站点\t个\t10\t60\n",
        "指标\t单位\t2020年现状\t2025年\n床位\t张\t80\t«120»\n站点\t个\t10\t60\n",
        "GUIDE: facts are parameters without deadline",
    ),
    Rule(
        "cell of an area",
        lambda t: (Kind.ALLOCATION, t.deadline) if t.sheet.by_area else None,
        "县区\t床位(张)\t站点(个)\n甲县\t«120»\t30\n乙县\t60\t20\n",
        "指标\t单位\t2025年\n床位\t张\t«120»\n站点\t个\t60\n",
        "GUIDE: a cell of an area-by-area table is an allocation",
    ),
    Rule(
        "share that is paid",
        _paid_share,
        "待遇标准\n等级\t支付比例\n重度失能\t«70%»\n中度失能\t60%\n",
        "配置标准\n等级\t床位比例\n重度失能\t«70%»\n中度失能\t60%\n",
        "GUIDE: what is paid by rule is a parameter",
    ),
    Rule(
        "number of a table",
        lambda t: None if t.measured else (Kind.TARGET, t.deadline),
        "指标\t2025年\n床位\t«120»\n站点\t60\n",
        "指标\t单位\t2025年\n床位\t张\t«120»\n站点\t个\t60\n",
        "GUIDE: something to be achieved is a target",
    ),
    Rule(
        "year of an indicator",
        _of_a_goal_year,
        "主要指标\n指标\t单位\t2025年\n应急响应时间\t分钟\t«15»\n站点\t个\t60\n",
        "工作任务\n任务\t单位\t2025年\n应急响应时间\t分钟\t«15»\n站点\t个\t60\n",
    ),
    Rule(
        "sum of a table",
        _sum,
        "一次性建设补贴\n机构\t数额(万元)\n甲类机构\t«30»\n乙类机构\t20\n",
        "建设投资安排\n机构\t数额(万元)\n甲类机构\t«30»\n乙类机构\t20\n",
        "GUIDE: awards per grade are parameters",
    ),
    Rule(
        "size in a table",
        _size,
        "设施\t建筑面积(平方米)\n甲中心\t«1600»\n乙中心\t1085\n",
        "设施\t建筑面积(平方米)\t2025年床位(张)\n甲中心\t1600\t«50»\n乙中心\t1085\t60\n",
        "GUIDE: minimum site area is a standard",
    ),
    Rule(
        "table of norms",
        _norm,
        "养老设施配置标准\n项目\t单位\t数量\n轮椅\t台\t«5»\n护理床\t张\t6\n",
        "养老设施建设任务\n项目\t单位\t数量\n轮椅\t台\t«5»\n护理床\t张\t6\n",
        "GUIDE: a requirement for facilities is a standard",
    ),
    Rule(
        "dated norm",
        _dated_norm,
        "指标\t单位\t2025年\n人均用地\t平方米/人\t«0.2»\n站点\t个\t60\n",
        "指标\t单位\t数量\n人均用地\t平方米/人\t«0.2»\n站点\t个\t60\n",
        "GUIDE: something to be achieved is a target",
    ),
)


def kind_of_cell(t: ToKind) -> tuple[Dated, str]:
    """Kind and deadline of a value, and the rule: what has a date is a target, a parameter has none."""
    if found := first(CELL_KINDS, t):
        return found
    kind, rule = t.worded()
    return (kind, "" if t.is_parameter() else t.deadline), rule
