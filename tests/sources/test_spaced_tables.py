"""Plain text whose columns are set by runs of blanks."""

from __future__ import annotations

import pytest

from compare.sources.spaced_tables import spaced_tables

EVEN = """\
指标            单位   2025年   2030年
养老床位        张     500      900
护理型床位占比  %      55       80
"""


def rows_of(text: str) -> list[list[list[str]]]:
    """The cells of each table, row by row."""
    found = []
    for table in spaced_tables(text):
        rows: dict[int, list[str]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(text[cell.start : cell.end])
        found.append([rows[number] for number in sorted(rows)])
    return found


READ = [
    ["指标", "单位", "2025年", "2030年"],
    ["养老床位", "张", "500", "900"],
    ["护理型床位占比", "%", "55", "80"],
]


@pytest.mark.parametrize(
    "text",
    [
        EVEN,
        f"一、发展目标\n{EVEN}备注：来自统计。\n",
        f"专栏1  主要指标\n{EVEN}",
        f"专栏 1  “十五五”时期  发展指标\n（单位：张  %）\n{EVEN}",
        EVEN.replace(" ", "\u3000"),
        "\n".join(f"  {line}" for line in EVEN.splitlines()),
    ],
    ids=["alone", "between lines", "title in two pieces", "two lines of a title", "wide blanks", "indented"],
)
def test_columns_set_by_blanks_are_a_table(text: str) -> None:
    """Rows of equally many pieces are the rows of one table, a title above them none of it."""
    assert [READ] == rows_of(text)


def test_a_cell_left_blank_stands_in_no_other_column() -> None:
    """Where a row has fewer pieces, each belongs to the strip of the page that it stands in."""
    text = "指标        2020年  2025年\n养老床位    300     500\n助餐点              20\n"
    (table,) = spaced_tables(text)
    assert [(2, 0, "助餐点"), (2, 2, "20")] == [
        (c.row, c.column, text[c.start : c.end]) for c in table.cells if c.row == 2
    ]


@pytest.mark.parametrize(
    "text",
    [
        "到2025年，新增床位300张。  护理型床位占比达到60%。\n加快设施建设。  完善服务体系。\n",
        "联系人：张三    电话：0797\n地址：县政府    邮编：341000\n",
        "养老床位    500\n助餐点    20\n",
        "单位    联系：张三    63120001\n单位    联系：李四    63120003\n单位    联系：王五    63120005\n",
        "主任    张三    李四\n委员    王五    赵六\n秘书    孙七    周八\n",
        "　　到2025年，新增床位300张。\n　　到2027年，新增床位500张。\n　　到2030年，新增床位900张。\n",
        "指标    2025年\n养老床位五百张\n",
    ],
    ids=["sentences", "contacts", "no head", "contacts in columns", "names", "indented", "one row"],
)
def test_other_lines_with_blanks_are_no_table(text: str) -> None:
    """Sentences, addresses, and rows without a head stay text."""
    assert [] == rows_of(text)
