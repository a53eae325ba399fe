"""Where a table found by its shape begins and ends, row by row, and how far above it its title may be."""

from __future__ import annotations

import pytest
from tests.support.language import ReadText
from tests.support.table_text import lines, rows_of

from compare.model import Reading
from compare.reading.grids.grid import LABEL_LENGTH


def deadlines(reading: Reading) -> set[str]:
    return {statement.deadline for statement in reading.statements}


HEAD = "县区\t床位（张）\t站点（个）\n"


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        pytest.param(
            HEAD + "甲县\t1\t2\n乙县\t\t\n丙县\t\t\n丁县\t\t\n戊县\t3\t4\n",
            [["县区|床位（张）|站点（个）", "甲县|1|2", "乙县||", "丙县||", "丁县||", "戊县|3|4"]],
            id="three rows without any number go on",
        ),
        pytest.param(
            HEAD + "甲县\t1\t2\n乙县\t\t\n丙县\t\t\n丁县\t\t\n卯县\t\t\n戊县\t3\t4\n己县\t5\t6\n",
            [["县区|床位（张）|站点（个）", "甲县|1|2"]],
            id="four end the table",
        ),
        pytest.param(
            HEAD + "甲县\t1\t2\n以下略\n戊县\t3\t4\n己县\t5\t6\n",
            [["县区|床位（张）|站点（个）", "甲县|1|2"]],
            id="a line without tabs ends the table",
        ),
        pytest.param(
            "\t床位（张）\t站点（个）\n甲县\t1\t\n乙县\t\t2",
            [["|床位（张）|站点（个）", "甲县|1|", "乙县||2"]],
            id="tabs at the beginning and the end of the text",
        ),
        pytest.param(
            "任务表\n\t床位（张）\t站点（个）\n甲县\t1\t\n乙县\t\t2\n注\t\n",
            [["|床位（张）|站点（个）", "甲县|1|", "乙县||2"]],
            id="tabs before and behind other lines",
        ),
        pytest.param(
            "|县区|床位（张）|\n|甲县|1|\n|乙县|2||\n|丙县|3|4|\n|丁县|5|\n",
            [["县区|床位（张）", "甲县|1", "乙县|2", "丁县|5"]],
            id="a blank cell too many is cut, a filled one not guessed",
        ),
        pytest.param("|县区|床位（张）|\n\n合计见下\n\n|甲县|1|\n", [], id="one row is no table"),
        pytest.param(
            "|县区|床位（张）|\n|---|:--:|\n|甲县|1|\n",
            [["县区|床位（张）", "甲县|1"]],
            id="a ruled line is no row",
        ),
        pytest.param("|县区|床位（张）|\n|---|:--:|\n", [], id="nor does it make a head a table"),
    ],
)
def test_rows_between_bars_and_tabs(text: str, tables: list[list[str]], read_text: ReadText) -> None:
    """Which lines are rows of the table, and which cells they have."""
    assert tables == rows_of(read_text(text))


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        pytest.param(
            "县区 |\n床位（张） |\n站点（个） |\n|||\n甲县 |\n1 |\n2 |\n|||\n乙县 |\n\n3 |\n4\n\n |\n|||\n",
            [["县区|床位（张）|站点（个）", "甲县|1|2", "乙县|3|4"]],
            id="blank lines in cells",
        ),
        pytest.param(
            "说明\n县区 |\n床位（张） |\n|||\n甲县 |\n1 |\n|||\n乙县 |\n2 |\n|||\n"
            "附件2\n县区 |\n站点（个） |\n|||\n甲县 |\n3 |\n|||\n乙县 |\n4 |\n|||\n",
            [["县区|床位（张）", "甲县|1", "乙县|2"], ["县区|站点（个）", "甲县|3", "乙县|4"]],
            id="two tables",
        ),
        pytest.param(
            "\n县区 |\n床位（张） |\n|||\n甲县 |\n1 |\n|||\n乙县 |\n2 |\n|||",
            [["县区|床位（张）", "甲县|1", "乙县|2"]],
            id="the whole text",
        ),
        pytest.param(
            "县区 |\n床位（张） |\n|||\n甲县 |\n|||\n乙县 |\n2 |\n|||",
            [["县区|床位（张）", "乙县|2"]],
            id="a row with a cell too few",
        ),
        pytest.param(
            "甲|乙 |\n县区 |\n床位（张） |\n|||\n甲县 |\n1 |\n|||\n",
            [["县区|床位（张）", "甲县|1"]],
            id="a line with other bars above the head",
        ),
    ],
)
def test_rows_between_runs_of_bars(text: str, tables: list[list[str]], read_text: ReadText) -> None:
    """Each cell ends with a bar, each row with a line of bars."""
    assert tables == rows_of(read_text(text))


@pytest.mark.parametrize(("width", "found"), [(60, 60), (61, 60)])
def test_a_head_between_runs_of_bars_is_read_to_its_reach(
    width: int, found: int, read_text: ReadText
) -> None:
    """Sixty cells; of more the last ones, under which no longer row is put."""
    head = [f"第{n}类（张） |\n" for n in range(width)]
    head[width - found] = "县区 |\n"
    row = ["甲县 |\n", *(f"{n + 100} |\n" for n in range(1, found))]
    table = rows_of(read_text("".join(head) + "|||\n" + "".join(row) + "|||\n"))[0]
    assert [found, found] == [row.count("|") + 1 for row in table]
    assert table[0].startswith("县区|")


def wide(width: int) -> str:
    kinds = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"
    head = ["县区", *(f"{kind}类（张）" for kind in kinds[: width - 1])]
    rows = [[f"{area}山县", *map(str, range(10 * n, 10 * n + width - 1))] for n, area in enumerate("东西南")]
    return "\n".join([*head, *(cell for row in rows for cell in row)]) + "\n"


@pytest.mark.parametrize(("width", "count"), [(2, 3), (12, 33), (13, 36), (16, 45), (17, 0)])
def test_a_table_of_lines_is_as_wide_as_its_period_can_be(
    width: int, count: int, read_text: ReadText
) -> None:
    """Up to sixteen columns, each row of which is a line for each cell."""
    assert count == len(read_text(wide(width)).statements)


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        pytest.param(
            lines("县区|床位（张）", "甲县|12", "乙县|8") + "以上。\n", [], id="ends with a sentence"
        ),
        pytest.param(lines("地方|床位", "甲院|12", "乙院|8"), [], id="two rows under an unknown head"),
        pytest.param(
            lines("地方|床位", "甲院|12", "乙院|8", "丙院|9"),
            [["地方|床位", "甲院|12", "乙院|8", "丙院|9"]],
            id="three rows under an unknown head",
        ),
        pytest.param(
            lines("序号|县区|床位（张）", "1|甲县|12", "3|乙县|8", "合计|20", "附注"),
            [["序号|县区|床位（张）", "1|甲县|12", "3|乙县|8", "|合计|20"]],
            id="a total without its number",
        ),
        pytest.param(
            lines("序号|县区|床位（张）", "1|甲县|12", "1|乙县|8", "2|丙县|9"),
            [["序号|县区|床位（张）", "1|甲县|12", "2|丙县|9"]],
            id="a number that comes twice",
        ),
        pytest.param(
            lines("县区|床位（张）|站点（个）", "甲县|12|/", "乙县|/|3", "丙县|8|2"),
            [["县区|床位（张）|站点（个）", "甲县|12|/", "乙县|/|3", "丙县|8|2"]],
            id="marks stand for values",
        ),
        pytest.param(
            lines("乡镇|村（个）|床位（张）", "甲镇|3|12", "乙镇|4|8", "丙镇|1|9"),
            [["乡镇|村（个）|床位（张）", "甲镇|3|12", "乙镇|4|8", "丙镇|1|9"]],
            id="villages are counted",
        ),
        pytest.param(
            lines("县区|县|床位（张）", "甲区|3|12", "乙区|4|8", "丙区|1|9"), [], id="counties are not"
        ),
        pytest.param(
            lines("县区|床位（张）|站点（个）", "甲县||12|3", "乙县|8|4", "丙县|9|5").replace(
                "甲县\n\n", "甲县|\n"
            ),
            [["县区|床位（张）|站点（个）", "甲县|12|3", "乙县|8|4", "丙县|9|5"]],
            id="a bar behind a cell",
        ),
    ],
)
def test_rows_whose_cells_are_lines(text: str, tables: list[list[str]], read_text: ReadText) -> None:
    """Which lines are cells of which row."""
    assert tables == rows_of(read_text(text))


# --- titles -----------------------------------------------------------------------------------------

TABLE = lines("县区|床位（张）|站点（个）", "甲县|12|3", "乙县|8|4", "丙县|9|5")


@pytest.mark.parametrize(("length", "deadline"), [(60, "2025"), (61, "")])
def test_a_title_is_a_line_of_so_many_characters(length: int, deadline: str, read_text: ReadText) -> None:
    """A longer one is a sentence, whose year is its own."""
    title = "2025年" + "养" * (length - 7) + "任务"
    assert {deadline} == deadlines(read_text(f"{title}\n{TABLE}"))


@pytest.mark.parametrize(("between", "deadline"), [(0, "2025"), (2, "2025"), (3, "")])
def test_a_title_is_one_of_three_lines_above(between: int, deadline: str, read_text: ReadText) -> None:
    """The year may stand in the third line above the head, in no higher one."""
    assert {deadline} == deadlines(read_text("2025年任务\n" + "附注\n" * between + TABLE))


@pytest.mark.parametrize(("blank", "deadline"), [(291, "2025"), (292, "")])
def test_a_title_stands_within_reach(blank: int, deadline: str, read_text: ReadText) -> None:
    """Three hundred characters above the head, whatever blank lines part them."""
    assert {deadline} == deadlines(read_text("注。\n2025年任务\n" + "\n" * blank + TABLE))


def test_a_sentence_above_a_table_ends_its_title(read_text: ReadText) -> None:
    """What stands above it is no title either."""
    assert {""} == deadlines(read_text(f"2025年任务\n各县情况如下。\n{TABLE}"))
    assert {""} == deadlines(read_text(f"。2025年任务\n{TABLE}"))


@pytest.mark.parametrize(("length", "count"), [(LABEL_LENGTH, 6), (LABEL_LENGTH + 1, 0)])
def test_a_cell_that_is_a_line_is_as_long_as_a_label(length: int, count: int, read_text: ReadText) -> None:
    """A longer line is no cell, so that the head above it has no row."""
    assert count == len(read_text(TABLE.replace("甲县", "甲" * (length - 1) + "县")).statements)


@pytest.mark.parametrize(
    ("note", "unit"),
    [
        ("注：单位为个；各地可以调剂。\n", "个"),
        ("\n备注：以上单位均为张。\n", "张"),
        ("注：责任单位为民政局。\n", ""),
        ("\n\n其他。单位为个。\n", ""),
    ],
)
def test_a_note_below_a_table_may_say_its_unit(note: str, unit: str, read_text: ReadText) -> None:
    """It holds for columns that name none; of a body in charge nothing is counted."""
    reading = read_text(f"任务分解表\n县区\t食堂\t小计\n甲县\t6\t20\n乙县\t5\t21\n丙县\t4\t28\n{note}")
    assert {unit} == {statement.unit for statement in reading.statements}
