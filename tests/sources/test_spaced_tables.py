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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "主要指标\n指标 单位 2025年 2030年\n养老床位 张 5000 9000\n护理型床位占比 % 55.5 ≥80\n三、任务\n",
            [
                ["指标", "单位", "2025年", "2030年"],
                ["养老床位", "张", "5000", "9000"],
                ["护理型床位占比", "%", "55.5", "≥80"],
            ],
        ),
        (
            "指标 单位 目标值\n一、养老\n助餐点 个 20\n二、托育\n托位 个 1,300\n",
            [
                ["指标", "单位", "目标值"],
                ["一、养老"],
                ["助餐点", "个", "20"],
                ["二、托育"],
                ["托位", "个", "1,300"],
            ],
        ),
        (
            "乡镇 新建（所） 改造（所） 完成时限\n柳林镇 5 — 2026年9月\n双河乡 3 4 2026年11月\n合计 8 4\n",
            [
                ["乡镇", "新建（所）", "改造（所）", "完成时限"],
                ["柳林镇", "5", "—", "2026年9月"],
                ["双河乡", "3", "4", "2026年11月"],
                ["合计", "8", "4"],
            ],
        ),
    ],
    ids=["heading below", "groups", "total"],
)
def test_one_blank_between_cells_is_enough(text: str, expected: list[list[str]]) -> None:
    """Lines of equally many words below a head are rows, with names of groups and totals among them."""
    assert [expected] == rows_of(text)


def test_a_total_has_its_numbers_in_the_columns_of_numbers() -> None:
    """A total that leaves out ordinal and date has its name in the column of names."""
    text = "序号 县区 新建（家） 时间 床位（张）\n1 东县 2 2025年 300\n2 西县 1 2026年 150\n合计 3 450\n"
    (table,) = spaced_tables(text)
    assert [(1, "合计"), (2, "3"), (4, "450")] == [
        (c.column, text[c.start : c.end]) for c in table.cells if c.row == 3
    ]


def test_one_wide_blank_sets_a_column_apart_where_two_do_not_everywhere() -> None:
    """A name that is longer than the others leaves one wide blank before its number."""
    text = "地区　　机构（个）　床位（张）\n全市　　203　　30815\n汐南区　48　　8206\n"
    assert [
        [["地区", "机构（个）", "床位（张）"], ["全市", "203", "30815"], ["汐南区", "48", "8206"]]
    ] == rows_of(text)


def test_a_group_is_named_in_its_first_row_only() -> None:
    """Below a head 类别 the rows that go on with a group have one word fewer."""
    text = (
        "类别 指标 2020年 2025年 属性\n设施 床位（张） 300 900 预期性\n助餐点（个） 8 20 预期性\n"
        "人员 护理员（人） 150 400 约束性\n"
    )
    (table,) = spaced_tables(text)
    assert [(0, "设施"), (1, "床位（张）"), (2, "300"), (3, "900"), (4, "预期性")] == [
        (c.column, text[c.start : c.end]) for c in table.cells if c.row == 1
    ]
    assert [(1, "助餐点（个）"), (2, "8"), (3, "20"), (4, "预期性")] == [
        (c.column, text[c.start : c.end]) for c in table.cells if c.row == 2
    ]


@pytest.mark.parametrize(
    "text",
    [
        "联系人 电话 地址\n张三 63120001 东街1号\n李四 63120002 西街2号\n",
        "主任 张三 李四\n委员 王五 赵六\n秘书 孙七 周八\n",
        "到2025年， 新增床位 300张。\n到2027年， 新增床位 500张。\n到2030年， 新增床位 900张。\n",
        "指标 单位 目标值\n助餐点 个 20\n",
        "指标 单位 2025年\n助餐点 个 20\n助餐点覆盖率 % 五成\n",
        "助餐点 个 20\n托位 个 30\n床位 张 40\n",
        "项目 指标 单位 目标值\n助餐点 个 20\n托位 个 30\n",
    ],
    ids=["telephones", "names", "sentences", "one row", "no column of numbers", "no head", "no groups"],
)
def test_other_lines_of_words_are_no_table(text: str) -> None:
    """Addresses, names, sentences, and rows without a head or a column of numbers stay text."""
    assert [] == rows_of(text)
