"""What cells, heads and rows of a table are: marks and zeros, areas and totals, years before the plan."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Comparator, Document, Kind
from compare.reading import Lexicon, read
from compare.reading.grids.cell_values import cell_value
from compare.reading.grids.columns.labelling import names_areas
from compare.reading.grids.measures import measure_of


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
    ("cell", "expected"),
    [
        ("3000", "3000 = 3000"),
        ("3,000.5", "3,000.5 = 3000.5"),
        ("5 000", "5 000 = 5000"),
        ("≥5 000", "5 000 = 5000 ge"),
        ("3000①", "3000 = 3000"),
        ("12①②", "12 = 12"),
        ("①", ""),
        ("全覆盖", "全覆盖 = 100 % implied"),
        ("全覆盖*", "全覆盖 = 100 % implied"),
        ("基本全覆盖", ""),
        ("〔300〕", "300 = 300"),
        ("(300)", "300 = 300"),
        ("(≥300)", "300 = 300 ge"),
        ("〔不低于300张〕", "300张 = 300 张 ge"),
        ("(300", ""),
        ("300)", ""),
        ("≥300〕", ""),
        ("60%", "60% = 60 %"),
        ("60%以上", "60% = 60 % ge"),
        ("不低于60%", "60% = 60 % ge"),
        ("新增30张", "30张 = 30 张"),
        ("累计新增30张", ""),
        ("30余张", "30余张 = 30 张 about"),
        ("100多张", "100多张 = 100 张 about"),
        ("30余", ""),
        ("床位30张", ""),
        ("30张床位", ""),
        ("2025", "2025 = 2025"),
        ("2025年", ""),
        ("2023-2025", ""),
        ("1.5万", "1.5万 = 15000"),
        ("10-20", "10-20 = 10-20 range"),
        ("20-20", ""),
        ("20-10", ""),
        ("10-20张", "10-20张 = 10-20 张 range"),
        ("2-3万", "2-3万 = 20000-30000 range"),
        ("2万-3万", "2万-3万 = 20000-30000 range"),
        ("2万-3", ""),
        ("40张/千人", "40张/千人 = 40 张/千人"),
        ("40张/", ""),
        ("每百户20平方米", "20平方米 = 20 平方米/百户"),
        ("每人每月不低于60元", "60元 = 60 元/人·月 ge"),
        ("每月60元/月", ""),
        ("每年5%", ""),
        ("1:4", "1:4 = 0.25 ratio"),
        ("1:4以上", "1:4 = 0.25 ratio ge"),
        ("不低于1:4", "1:4 = 0.25 ratio ge"),
        ("1:4人", ""),
        ("百分之五十", "百分之五十 = 50 %"),
        ("不低于千分之三", "千分之三 = 3 ‰ ge"),
        ("百分之五十的床位", ""),
        ("不低于1234567890.12元以上", "1234567890.12元 = 1234567890.12 元 ge"),
    ],
)
def test_a_cell_is_a_value_where_nothing_else_stands_in_it(
    cell: str, expected: str, lexicon: Lexicon
) -> None:
    """A number, its unit and base, what binds it, brackets around it, marks of notes behind it; of anything
    else, half a bracket or a range that falls, nothing is guessed."""
    value = cell_value(cell, 0, len(cell), lexicon)
    said = []
    if value:
        ends = dict.fromkeys((f"{value.low}", f"{value.high}"))
        said += [cell[value.start : value.end], "=", "-".join(number.removesuffix(".0") for number in ends)]
        said += [value.measure.name] if value.measure else []
        said += [str(value.comparator)] if value.comparator is not Comparator.EQ else []
        said += ["implied"] if value.implied else []
    assert expected == " ".join(said)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("张", "1 张"),
        ("万张", "10000 张"),
        ("百万元", "1000000 元"),
        ("元/人", "1 元/人"),
        ("元/人/月", "1 元/人·月"),
        ("元/月·人", "1 元/人·月"),
        ("万元/张/年", "10000 元/张·年"),
        ("张/百户", "1 张/百户"),
        ("张/平方公里", "1 张/平方公里"),
        ("家/所", "1 家/所"),
        ("/10万", "1 1/10万"),
        ("1/10万", "1 1/10万"),
        ("十万分之一", "1 1/10万"),
        ("万分之一", "1 1/万"),
        ("", ""),
        ("/张", ""),
        ("床位", ""),
        ("万", ""),
    ],
)
def test_a_unit_is_named_with_its_scale_and_base(words: str, expected: str, lexicon: Lexicon) -> None:
    """Bases that the grammar knows are written in one way, others as they stand."""
    measure = measure_of(words, lexicon)
    assert expected == (f"{measure.scale} {measure.name}" if measure else "")


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
