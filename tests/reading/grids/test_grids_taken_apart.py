"""Grids cell by cell: what stands side by side or in one cell is taken apart, what lies is turned."""

from __future__ import annotations

import pytest

from compare.reading import Lexicon
from compare.reading.grids.cell_values import cell_value
from compare.reading.grids.flattened.bars import bar_grids
from compare.reading.grids.grid import Grid, title_above
from compare.reading.grids.measures import measure_of
from compare.reading.grids.parted import halves, parted
from compare.reading.grids.turned import upright
from compare.reading.page.view import text_view


def grid_of(text: str) -> Grid:
    """Each line of a text is a row, its cells parted by bars."""
    rows = []
    at = 0
    for line in text.split("\n"):
        row = []
        for cell in line.split("|"):
            row.append((at, at + len(cell)))
            at += len(cell) + 1
        rows.append(tuple(row))
    return Grid(tuple(rows), ())


def written(text: str, grid: Grid) -> list[str]:
    return ["|".join(text[start:end] for start, end in row) for row in grid.rows]


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        ("指标|2024年|指标|2025年\n床位|1|站点|2", [["指标|2024年", "床位|1"], ["指标|2025年", "站点|2"]]),
        (
            "指标|到2024年|指标|至2025年\n床位|1|站点|2",
            [["指标|到2024年", "床位|1"], ["指标|至2025年", "站点|2"]],
        ),
        (
            "指标|“十三五”|指标|“十四五”\n床位|1|站点|2",
            [["指标|“十三五”", "床位|1"], ["指标|“十四五”", "站点|2"]],
        ),
        (
            "指标|单位|2024年|指标|单位|2025年\n床位|张|1|站点|个|2",
            [["指标|单位|2024年", "床位|张|1"], ["指标|单位|2025年", "站点|个|2"]],
        ),
        (
            "指标|2023年|指标|2024年|指标|2025年\n床位|1|站点|2|院|3",
            [["指标|2023年", "床位|1"], ["指标|2024年", "站点|2"], ["指标|2025年", "院|3"]],
        ),
        ("表|||\n甲|||\n指标|2024年|指标|2025年", [["表|", "甲|", "指标|2024年"], ["|", "|", "指标|2025年"]]),
    ],
)
def test_tables_side_by_side_are_taken_apart(text: str, tables: list[list[str]]) -> None:
    """Where the head repeats itself with other years, at the top of the grid."""
    assert tables == [written(text, half) for half in halves(text, grid_of(text))]


@pytest.mark.parametrize(
    "text",
    [
        "指标|2025年|指标|2025年\n床位|1|站点|2",
        "指标|2024年|项目|2025年\n床位|1|站点|2",
        "指标|2024年|指标|备注\n床位|1|站点|2",
        "|2024年||2025年\n床位|1|站点|2",
        "指标|2024年|指标|2025年|指标\n床位|1|站点|2|院",
        "2024年|2025年\n1|2",
        "表|||\n甲|||\n乙|||\n指标|2024年|指标|2025年",
    ],
)
def test_a_head_that_is_no_repetition_stays_whole(text: str) -> None:
    """The same years, other names, no name, a column too many: one table."""
    grid = grid_of(text)
    assert (grid,) == halves(text, grid)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("指标|2025年|指标|2025年\n床位|1|站点|2", ["指标|2025年", "床位|1", "站点|2"]),
        ("指标|2025年|指标|2025年\n床位|1|站点|2\n院|3||", ["指标|2025年", "床位|1", "院|3", "站点|2"]),
        ("指标|数量|指标|数量|指标|数量\n床位|1|站点|2|院|3", ["指标|数量", "床位|1", "站点|2", "院|3"]),
        ("表|||\n指标|数量|指标|数量\n床位|1|站点|2", ["表|", "指标|数量", "床位|1", "站点|2"]),
        ("指标|单位|数量|指标|单位|数量\n床位|张|1|站点|个|2", ["指标|单位|数量", "床位|张|1", "站点|个|2"]),
        ("指标|数量\n|\n床位|1", ["指标|数量", "|", "床位|1"]),
        ("指标|数量|指标|个数\n床位|1|站点|2", ["指标|数量|指标|个数", "床位|1|站点|2"]),
        ("指标||指标|\n床位|1|站点|2", ["指标||指标|", "床位|1|站点|2"]),
        ("指标|指标|指标|指标\n床位|1|站点|2", ["指标|指标|指标|指标", "床位|1|站点|2"]),
        ("指标|数量|指标|数量|指标\n床位|1|站点|2|院", ["指标|数量|指标|数量|指标", "床位|1|站点|2|院"]),
        ("食堂数/护士数(个/名)|12/80\n院|5", ["食堂数|个|12", "护士数|名|80", "院||5"]),
        ("食堂数、护士数(单位:个、名)|12、80\n院|5", ["食堂数|个|12", "护士数|名|80", "院||5"]),
        ("食堂数/护士数(个/名)|12/80|约\n院|5|约", ["食堂数|个|12|约", "护士数|名|80|约", "院||5|约"]),
        ("食堂数(个/名)|12/80\n院|5", ["食堂数(个/名)|12/80", "院|5"]),
        ("食堂数/护士数(个/名)|12\n院|5", ["食堂数/护士数(个/名)|12", "院|5"]),
        ("食堂数/护士数(个/名)计|12/80\n院|5", ["食堂数/护士数(个/名)计|12/80", "院|5"]),
        ("食堂数/护士数(甲/乙)|12/80\n院|5", ["食堂数/护士数(甲/乙)|12/80", "院|5"]),
        ("食堂/护士/院(个/名/所)|1/2/3\n站|5", ["食堂|个|1", "护士|名|2", "院|所|3", "站||5"]),
    ],
)
def test_what_stands_in_one_row_gets_rows_of_its_own(text: str, rows: list[str], lexicon: Lexicon) -> None:
    """Halves under one head follow each other; measures that share a cell have a row and a unit each."""
    assert rows == written(text, parted(text, grid_of(text), lexicon))


def test_a_merged_head_repeats_nothing(lexicon: Lexicon) -> None:
    """A cell that covers several places is one, however often it is met."""
    text = "指标|数量|指标|数量\n床位|1|站点|2"
    head, *rows = grid_of(text).rows
    merged = Grid((((head[0]), head[1], head[0], head[3]), *rows), ())
    assert merged == parted(text, merged, lexicon)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("年份|床位|站点\n2024年|1|2\n2025年|3|4", ["|2024年|2025年", "床位|1|3", "站点|2|4"]),
        ("|床位|站点\n2024年|1|2\n2025年|3|4", ["|2024年|2025年", "床位|1|3", "站点|2|4"]),
        ("指标|床位|站点\n单位|张|个\n2025年|3|4", ["|单位|2025年", "床位|张|3", "站点|个|4"]),
        ("指标|床位\n单位|张\n2025年|3", ["|单位|2025年", "床位|张|3"]),
    ],
)
def test_years_down_the_side_are_turned(text: str, rows: list[str], lexicon: Lexicon) -> None:
    """What is counted names the rows, years and units the columns."""
    assert rows == written(text, upright(text, grid_of(text), lexicon))


@pytest.mark.parametrize(
    "text",
    [
        "县区|床位|站点\n2024年|1|2\n2025年|3|4",
        "年份|床位|站点\n2024年|1|2",
        "年份\n2024年\n2025年",
        "年份|床位|站点\n2024年|1|2\n甲县|3|4",
        "年份|床位|站点\n2024年|1|2\n2024年|3|4",
        "指标|床位|站点\n单位|张|个\n性质|约束|预期",
        "年份|床位|\n2024年|1|2\n2025年|3|4",
        "年份|床位|张\n2024年|1|2\n2025年|3|4",
        "年份|床位|2026年\n2024年|1|2\n2025年|3|4",
        "年份|床位|站点\n2024年|建成|建成\n2025年|3|4",
        "年份|床位|站点\n2024年|建成|建成\n2025年|3|建成",
    ],
)
def test_other_tables_stand_as_they_are(text: str, lexicon: Lexicon) -> None:
    """No head of years, one year alone, a year twice, units or years across, mostly words."""
    grid = grid_of(text)
    assert grid == upright(text, grid, lexicon)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("附表\n单位:张\n", ["附表", "单位:张"]),
        ("建设任务。\n单位:张\n", ["单位:张"]),
        ("附表\n\n\n单位:张\n\n", ["附表", "单位:张"]),
        ("", []),
        ("附表", ["附表"]),
    ],
)
def test_a_title_stands_in_the_lines_above(text: str, titles: list[str]) -> None:
    """Short ones, up to the first sentence; blank lines do not part them."""
    assert titles == [text[start:end] for start, end in title_above(text, len(text))]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("45→55", ("55", "45", "")),
        ("45%→55", ("55", "45", "")),
        ("45→55%", ("55", "45", "%")),
        ("45%→55%", ("55", "45", "%")),
        ("2020→2025", None),
        ("2020→55", None),
        ("建成→55", None),
        ("45→建成", None),
        ("45→①", None),
        ("40→45→55", None),
        ("-3.5", ("-3.5", "", "")),
        ("-3.5%", ("-3.5", "", "%")),
        ("-0", None),
        ("-3-5", None),
        ("--3", None),
        ("-≥3", None),
        ("-3以上", None),
        ("-3→5", ("5", "-3", "")),
        ("增长-3%", None),
    ],
)
def test_a_cell_says_what_was_and_what_is_below_zero(
    cell: str, expected: tuple[str, str, str] | None, lexicon: Lexicon
) -> None:
    """The value of a cell, the one before it and the unit; None where none is read. A cell that is a line of
    its own says the same as one between bars."""

    def said(text: str, start: int) -> tuple[str, str, str] | None:
        value = cell_value(text, start, start + len(cell), lexicon)
        if value is None or value.low is None:
            return None
        was = str(value.was.low) if value.was else ""
        return str(value.low), was, value.measure.name if value.measure else ""

    assert [expected] * 3 == [said(cell, 0), said(f"增长\n{cell}\n", 3), said(f"|增长|{cell}|", 4)]


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        ("张", "张"),
        ("万元", "元"),
        ("平方米/百户", "平方米/百户"),
        ("张/千人", "张/千人"),
        ("年", "年"),
        ("床位", None),
    ],
)
def test_a_unit_alone_is_known(word: str, unit: str | None, lexicon: Lexicon) -> None:
    """With its scale apart and its base."""
    measure = measure_of(word, lexicon)
    assert unit == (measure and measure.name)


def rows_of(raw: str) -> list[list[str]]:
    view = text_view(raw)
    return [written(view.text, grid) for grid in bar_grids(view, raw)[0]]


@pytest.mark.parametrize(
    ("raw", "tables"),
    [
        ("|甲|1|\n|乙|2|\n", [["甲|1", "乙|2"]]),
        ("甲|1\n乙|2", [["甲|1", "乙|2"]]),
        ("|甲|1|\n|---|:-:|\n|乙|2|\n", [["甲|1", "乙|2"]]),
        ("|甲|1|\n", []),
        ("|甲|1|\n说明\n|乙|2|\n", []),
        ("|甲|1|\n|乙|2|\n说明\n|丙|3|\n|丁|4|\n", [["甲|1", "乙|2"], ["丙|3", "丁|4"]]),
        ("|甲|1|\n\n|乙|2|\n", [["甲|1", "乙|2"]]),
        ("|甲|1||\n|乙|2||\n|丙|3|4|\n", [["甲|1", "乙|2"]]),
        ("|甲||\n|乙|2|\n|丙|3|\n", [["甲|", "乙|2", "丙|3"]]),
        ("甲\t1\t2\n乙\t\t4\n丙\t5\t\n", [["甲|1|2", "乙||4", "丙|5|"]]),
        ("\t床\t站\n甲\t1\t2\n", [["|床|站", "甲|1|2"]]),
        ("甲|\n1|\n||\n乙|\n2\n||\n丙|\n3\n||\n", [["甲|1", "乙|2", "丙|3"]]),
        ("甲|\n1|\n||\n乙|\n2|\n3\n||\n丙|\n3\n||\n", [["甲|1", "丙|3"]]),
        ("甲|\n1|\n||\n\n乙|\n\n2\n||\n", [["甲|1", "乙|2"]]),
        ("甲|\n||\n乙|\n2\n||\n", []),
    ],
)
def test_bars_and_tabs_divide_cells(raw: str, tables: list[list[str]]) -> None:
    """A row to a line, or a cell to a line with a run of bars behind each row."""
    assert tables == rows_of(raw)
