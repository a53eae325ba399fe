"""What cells, heads and rows of a table are: marks and zeros, areas and totals, years before the plan."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Document, Kind
from compare.reading import Lexicon, read
from compare.reading.grids.cell_values import VALUE_LENGTH, cell_value
from compare.reading.grids.column_labels import is_area, names_areas


@pytest.mark.parametrize("cell", ["/", "\\", "-", "--", "---", "…", "……", "无", "×"])
def test_a_mark_is_a_cell_without_a_number(cell: str, lexicon: Lexicon) -> None:
    """It says that there is nothing to count, which is neither zero nor a blank."""
    value = cell_value(cell, 0, len(cell), lexicon)
    assert value is not None
    assert (None, None) == (value.low, value.high)


@pytest.mark.parametrize("cell", ["0", "0.0", "0%", "0张", "０".translate({0xFF10: "0"})])
def test_zero_is_a_number(cell: str, lexicon: Lexicon) -> None:
    """A plan may promise none; that is not the same as saying nothing."""
    value = cell_value(cell, 0, len(cell), lexicon)
    assert value is not None
    assert (Decimal(0), Decimal(0)) == (value.low, value.high)


@pytest.mark.parametrize("cell", ["", "//", "----", "…………", "无障碍", "1/2", "甲", "×1"])
def test_what_only_looks_like_a_mark_is_no_value(cell: str, lexicon: Lexicon) -> None:
    """A blank cell, and words that begin as marks do, are left to be read as words."""
    assert None is cell_value(cell, 0, len(cell), lexicon)


@pytest.mark.parametrize(
    "cell, expected",
    [("〔300〕", 300), ("(300)", 300), ("(≥300)", 300), ("(300", None), ("300)", None), ("≥300〕", None)],
)
def test_a_cell_in_brackets_is_read_where_both_are_there(
    cell: str, expected: int | None, lexicon: Lexicon
) -> None:
    """A bracket without its other half belongs to words that were lost, and no digit goes with it."""
    value = cell_value(cell, 0, len(cell), lexicon)
    assert expected == (value and value.low)


def test_a_long_cell_holds_words(lexicon: Lexicon) -> None:
    """A number is no longer than the limit; a cell of one character more is a sentence."""
    for length, expected in ((VALUE_LENGTH, True), (VALUE_LENGTH + 1, False)):
        assert expected == (cell_value("1" * length, 0, length, lexicon) is not None)


@pytest.mark.parametrize("cell, expected", [("10-20", (10, 20)), ("20-20", None), ("20-10", None)])
def test_a_range_in_a_cell_has_a_lower_and_a_higher_end(
    cell: str, expected: tuple[int, int] | None, lexicon: Lexicon
) -> None:
    """Equal or falling ends are no range, and nothing is guessed."""
    value = cell_value(cell, 0, len(cell), lexicon)
    assert expected == (value and (value.low, value.high))


# --- areas and totals -----------------------------------------------------------------------------

_AREAS = ("东山县", "西河县", "南湖区", "城关镇")


_TOTALS = ("合计", "总计", "全市合计")


_OTHERS = ("养老床位", "护理员", "服务站")


@given(st.integers(0, 4), st.integers(0, 3), st.integers(0, 3))
def test_a_column_is_one_of_areas_where_most_cells_are(areas: int, totals: int, others: int) -> None:
    """A total belongs to the areas it adds up; without a single area there is nothing to add up."""
    cells = [*_AREAS[:areas], *_TOTALS[:totals], *_OTHERS[:others]]
    text, places, at = "".join(cells), [], 0
    for cell in cells:
        places.append((at, at + len(cell)))
        at += len(cell)
    assert (areas > 0 and areas + totals > others) == names_areas(text, "名称", places)


@pytest.mark.parametrize("length, expected", [(24, True), (25, False)])
def test_a_long_cell_is_no_area(length: int, expected: bool) -> None:
    """Whatever it ends with: names of areas are short."""
    assert expected == is_area("甲" * 20 + "县" + "(" + "乙" * (length - 23) + ")")


# --- years ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("year, kind", [("2020", Kind.PARAMETER), ("2021", Kind.TARGET)])
def test_a_column_states_facts_for_years_before_the_plan_alone(
    year: str, kind: Kind, lexicon: Lexicon
) -> None:
    """The first year of the plan is one it promises something for."""
    rows = (["指标", f"{year}年", "2025年"], ["床位占比（%）", "45", "60"], ["设施覆盖率（%）", "70", "100"])
    table = "".join("|" + "|".join(row) + "|\n" for row in rows)
    text = f"东山市养老服务发展规划\n（2021—2025年）\n主要指标\n{table}"
    made = read(Document(text, "txt"), lexicon).statements
    assert [kind, Kind.TARGET] * 2 == [s.kind for s in made]
    assert ["" if kind is Kind.PARAMETER else year, "2025"] * 2 == [s.deadline for s in made]
