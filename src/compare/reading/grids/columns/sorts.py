"""What the cells of a column are: values, units, time limits, numbers of rows, codes, or words.

:data:`SORT_RULES` decide by the head and by the cells, in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from compare.model import Binding, Comparator
from compare.reading.grids.cell_values import CellValue
from compare.reading.grids.columns.labelling import INDEX_HEAD, TERM_HEAD, UNIT_HEAD, Label, frames
from compare.reading.grids.grid import Place, is_blank
from compare.reading.grids.measures import measure_of
from compare.reading.quantities.lexicon import Lexicon
from compare.reading.rules import Rule, first

#: Heads of columns whose numbers count nothing.
_COUNTS_NOTHING = re.compile(
    r"电话|手机|传真|热线|联系|邮编|邮政|编码|编号|代码|文号|备注|说明|页码|排名|排序|属性|性质|分值|得分|权重|评分|责任|牵头|配合|序号"
)
_CODE = re.compile(r"(?:19|20)[0-9]{2}|0[0-9]+")
_NATURE = re.compile(
    r"(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十]、)?(?:(?P<binds>约束)|预期)(?:性|型)?(?:指标)?(?:\([^()]{0,8}\))?"
)
_MOSTLY = 0.6


class Sort(StrEnum):
    """What the cells of a column are."""

    INDEX = "index"
    UNIT = "unit"
    TERM = "term"
    NATURE = "binding or expected"
    NOTHING = "counts nothing"
    VALUE = "value"
    TEXT = "text"


Values = Sequence[CellValue | None]


@dataclass(slots=True)
class Column:
    """A column of the body under its head: cells, and what they say where they hold values."""

    text: str
    label: Label
    cells: Sequence[Place]
    values: Values
    lexicon: Lexicon

    @property
    def numbers(self) -> list[CellValue]:
        """The values that are numbers."""
        return [value for value in self.values if value and value.low is not None]

    @property
    def opens_with_a_number(self) -> bool:
        """Whether the first cell is a number, so that the column is none of words."""
        return bool(self.values) and self.values[0] is not None and self.values[0].low is not None


def _index(c: Column) -> Sort | None:
    return Sort.INDEX if INDEX_HEAD.match(c.label.text) else None


def _units(c: Column) -> Sort | None:
    if UNIT_HEAD.fullmatch(c.label.text):
        return Sort.UNIT if _are_units(c.text, c.cells, c.lexicon, 0.5) else None
    if c.opens_with_a_number:
        return None
    return Sort.UNIT if _are_units(c.text, c.cells, c.lexicon, 1.0) else None


def _natures(c: Column) -> Sort | None:
    if c.opens_with_a_number:
        return None
    filled = [place for place in c.cells if not is_blank(place)]
    said = sum(bool(binding_of(c.text, place)) for place in filled)
    return Sort.NATURE if said and said >= _MOSTLY * len(filled) else None


def _counts_nothing(c: Column) -> Sort | None:
    return Sort.NOTHING if _COUNTS_NOTHING.search(c.label.text) else None


def _term(c: Column) -> Sort | None:
    own = c.label.measure or c.label.year
    return Sort.TERM if not own and TERM_HEAD.search(c.label.text) else None


def _no_numbers(c: Column) -> Sort | None:
    return None if c.numbers else Sort.TEXT


def _serial(c: Column) -> Sort | None:
    return Sort.INDEX if not c.label.text and _are_codes(c) and _are_serial(c.numbers) else None


def _codes(c: Column) -> Sort | None:
    return Sort.NOTHING if _are_codes(c) else None


def _measured(c: Column) -> Sort | None:
    return Sort.VALUE if c.label.measure or c.label.year else None


def _mostly_values(c: Column) -> Sort | None:
    filled = sum(not is_blank(place) for place in c.cells)
    stated = sum(value is not None for value in c.values)
    return Sort.VALUE if stated >= _MOSTLY * filled else None


def _otherwise(c: Column) -> Sort | None:
    return Sort.TEXT


#: «so» is a cell of the column; rows are lines, cells stand between bars.
SORT_RULES: tuple[Rule[Column, Sort], ...] = (
    Rule(
        "head of numbers of rows",
        _index,
        "序号|指标|目标\n«1»|床位|30张\n2|站点|5个",
        "指标|2025年\n床位|«1»\n站点|5",
    ),
    Rule(
        "units below 单位",
        _units,
        "指标|单位|2025年\n床位|«张»|30\n站点|个|5",
        "指标|单位|2025年\n床位|«民政局»|30\n站点|卫健委|5",
    ),
    Rule(
        "natures of indicators",
        _natures,
        "指标|2025年|属性\n床位(张)|30|«约束性»\n站点(个)|5|预期性",
        "指标|2025年|属性\n床位(张)|30|«政府»\n站点(个)|5|社会",
    ),
    Rule(
        "head that counts nothing",
        _counts_nothing,
        "机构|联系电话|床位(张)\n甲院|«5551234»|30\n乙院|5551235|5",
        "机构|房间|床位(张)\n甲院|«20»|30\n乙院|21|5",
    ),
    Rule(
        "head of time limits",
        _term,
        "任务|完成时限|数量(个)\n建站|«2025年»|30\n改造|2024年|5",
        "任务|2025年|数量(个)\n建站|«20»|30\n改造|21|5",
    ),
    Rule(
        "no numbers", _no_numbers, "指标|2025年\n«床位»|30张\n站点|5个", "指标|2025年\n床位|«30张»\n站点|5个"
    ),
    Rule(
        "numbers of rows without a head",
        _serial,
        "||指标|2025年\n|«01»|床位|30张|\n|02|站点|5个|",
        "||指标|2025年\n|«07»|床位|30张|\n|09|站点|5个|",
    ),
    Rule(
        "years and codes",
        _codes,
        "||指标|2025年\n|«07»|床位|30张|\n|09|站点|5个|",
        "指标|2025年\n床位|«7»\n站点|5",
    ),
    Rule(
        "head with a unit or year",
        _measured,
        "指标|2025年\n床位|«30张»\n站点|长期坚持\n食堂|逐步推进",
        "指标|目标\n床位|«30张»\n站点|长期坚持\n食堂|逐步推进",
    ),
    Rule(
        "mostly values",
        _mostly_values,
        "指标|目标\n床位|«30张»\n站点|5个",
        "指标|目标\n床位|«30张»\n站点|长期坚持\n食堂|逐步推进",
    ),
    Rule(
        "otherwise words",
        _otherwise,
        "指标|目标\n床位|«30张»\n站点|长期坚持\n食堂|逐步推进",
        "指标|目标\n床位|«30张»\n站点|5个",
    ),
)


def sort_of(column: Column) -> tuple[Sort, str]:
    """What a column is, from its head and its cells (those of the body), and the rule that says so."""
    decided = first(SORT_RULES, column)
    assert decided is not None  # the last rule always applies
    return decided


def named_by_class(columns: Sequence[Column], sorts: Sequence[Sort]) -> tuple[Sort, ...]:
    """The sorts of columns, where classes before other values are the names of the rows: ages
    (80-89周岁|60元), or sizes and spans that all have a range or a bound (50张以下|1500元, 满3年|3000元)."""
    values = [c for c, sort in enumerate(sorts) if sort is Sort.VALUE]
    if len(values) < 2 or Sort.TEXT in sorts[: values[0]] or columns[values[0]].label.year:
        return tuple(sorts)
    numbers = columns[values[0]].numbers
    ages = all(n.measure and n.measure.unit and n.measure.unit.sort == "age" for n in numbers)
    classes = len(numbers) > 1 and all(n.comparator is not Comparator.EQ for n in numbers)
    if not (ages or classes):
        return tuple(sorts)
    return tuple(Sort.TEXT if c == values[0] else sort for c, sort in enumerate(sorts))


def binding_of(text: str, cell: Place) -> str:
    """The code of what a cell says of an indicator's nature, "" if it says nothing of it."""
    match = _NATURE.fullmatch(text, *cell)
    if not match:
        return ""
    return str(Binding.BINDING if match["binds"] else Binding.EXPECTED)


def _are_codes(c: Column) -> bool:
    return (
        not c.label.measure
        and not frames(c.label.text)
        and all(_is_code(c.text, value) for value in c.numbers)
    )


def _are_units(text: str, cells: Sequence[Place], lexicon: Lexicon, most: float) -> bool:
    words = [word for start, end in cells if (word := text[start:end])]
    return sum(measure_of(word, lexicon) is not None for word in words) >= most * len(words) > 0


def _is_code(text: str, value: CellValue) -> bool:
    """A year, or a number that begins with 0: nothing is counted."""
    digits = text[value.start : value.end]
    return not value.measure and bool(_CODE.fullmatch(digits))


def _are_serial(numbers: Sequence[CellValue]) -> bool:
    return [value.low for value in numbers] == list(range(1, len(numbers) + 1))
