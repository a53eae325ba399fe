"""Lines of pages become paragraphs and tables: where one ends, what is furniture, what goes on overleaf."""

from __future__ import annotations

import pytest
from tests.support.characters import LEFT, line, page, paragraph

from compare.sources.layout import Grid, GridCell, Line
from compare.sources.pdf.flow import flow
from compare.sources.pdf.lines_of_text import TextLine
from compare.sources.pdf.page import PageContent
from compare.sources.pdf.ruled_tables import PageTable

#: Three lines and a half of a column of forty characters, the first one set in.
TEXT = "完善居家社区机构相协调医养康养相结合的养老服务体系" * 6


def told(pages: list[PageContent]) -> list[tuple[str, str]]:
    """(text, reason of furniture or "note" or "") of the lines, rows of tables as text."""
    return [
        (block.text, "note" if block.note else block.furniture)
        if isinstance(block, Line)
        else ("|".join(cell.text for cell in block.cells), "table")
        for block in flow(pages)
    ]


def body(number: int, *more: TextLine) -> list[TextLine]:
    """Two paragraphs in the middle of a page, and more lines."""
    return [*paragraph(f"{number}{TEXT}", 200), *paragraph(f"{number}{TEXT}。", 300), *more]


def test_lines_of_a_paragraph_are_put_together() -> None:
    """Up to the line that ends before the column does, or the one that is set in."""
    full = TEXT[:118]  # ends with its line
    assert len(paragraph(full, 0)[-1].text) == 40
    lines = [*paragraph(TEXT, 200), *paragraph(f"{full}", 280), *paragraph(TEXT, 328)]
    assert told([page(1, *lines)]) == [(TEXT, ""), (full, ""), (TEXT, "")]


def test_a_wide_step_between_lines_ends_a_paragraph() -> None:
    """Half as much again as is usual on the page; a little more does not."""
    for step, count in ((16 * 1.3, 1), (16 * 1.4, 2)):
        first = [line("甲" * 40, top=200 + 16 * at) for at in range(6)]
        second = [line("乙" * 40, top=280 + step + 16 * at) for at in range(6)]
        assert len(told([page(1, *first, *second)])) == count


def test_letters_of_another_size_begin_another_paragraph() -> None:
    """By more than a seventh: a heading is no part of what is below it."""
    for size, count in ((11.7, 1), (11.8, 2)):
        lines = [
            line("甲" * int(400 / size), size=size),
            *(line("乙" * 40, top=116 + 16 * at) for at in range(4)),
        ]
        assert len(told([page(1, *lines)])) == count


def test_a_line_that_ends_early_ends_a_paragraph() -> None:
    """Where the first word of the next would have had room."""
    for ended, count in ((39, 1), (38, 2)):
        lines = [line("甲" * ended), *(line("乙" * 40, top=116 + 16 * at) for at in range(5))]
        assert len(told([page(1, *lines)])) == count


def test_a_numbered_line_behind_a_stop_begins_a_paragraph() -> None:
    """Also where the line before is full; without the stop, or without the number, it goes on."""
    for end, start, count in (("。", "一、", 2), ("甲", "一、", 1), ("。", "甲乙", 1), ("）", "（一）", 2)):
        lines = [
            line("甲" * 39 + end),
            *(line((start + "乙" * 40)[:40], top=116 + 16 * at) for at in range(1)),
        ]
        lines += [line("丙" * 40, top=132 + 16 * at) for at in range(5)]
        assert len(told([page(1, *lines)])) == count


def test_a_line_set_in_begins_a_paragraph_where_all_do() -> None:
    """Where lines at the margin go on with full ones, one that is set in begins another, stop or not; where
    they begin anew at the margin, it goes on."""

    def count(blocks: list[str]) -> int:
        lines: list[TextLine] = []
        for text in blocks:
            lines += paragraph(text, 200 + 16 * len(lines))
        return len(told([page(1, *lines)]))

    full = "甲" * 118  # its last line is full
    assert count([full, full, full]) == 3
    lines = [line("甲" * 40, top=200 + 16 * at) for at in range(2)]
    lines += [line(text, top=232 + 16 * at) for at, text in enumerate(["乙" * 10, "丙" * 10, "丁" * 40])]
    lines += [line("戊" * 38, x0=LEFT + 20, top=280)]
    assert [text[0] for text, _ in told([page(1, *lines)])] == ["甲", "丙", "丁"]


def test_a_number_cut_in_two_is_put_together() -> None:
    """Whatever else would end a paragraph there."""
    lines = [line("到2025年，全市新增养老床位1,2", x0=LEFT), line("00张以上。", x0=LEFT, top=140)]
    lines += [line("甲" * 40, top=156 + 16 * at) for at in range(5)]
    assert told([page(1, *lines)])[0][0].startswith("到2025年，全市新增养老床位1,200张以上。")


def test_lines_in_the_middle_are_a_title_of_several_lines() -> None:
    """Set on either side as far from the margins; after a stop, or with room for more, it is two."""
    filler = [line("甲" * 40, top=200 + 16 * at) for at in range(6)]

    def titles(one: str, two: str) -> int:
        centred = [line(text, x0=250 - 5 * len(text), top=top) for text, top in ((one, 130), (two, 146))]
        return len(told([page(1, *centred, *filler)])) - 1

    assert [
        titles("甲" * 36, "乙" * 20),
        titles("甲" * 35 + "：", "乙" * 20),
        titles("甲" * 20, "乙" * 20),
    ] == [1, 2, 2]


def test_a_paragraph_goes_on_overleaf() -> None:
    """What interrupts it stands behind it: numbers of pages, running heads."""
    lines = paragraph(TEXT, 600)
    one = page(1, line("甲市公报", top=40), *body(1), *lines[:2], line("— 1 —", x0=230, top=760))
    two = page(
        2,
        line("甲市公报", top=40),
        *[
            TextLine(each.text, each.x0, each.x1, 100 + 16 * at, 110 + 16 * at, 10, each.opening, 0, 500)
            for at, each in enumerate(lines[2:])
        ],
        *body(2),
        line("— 2 —", x0=230, top=760),
    )
    three = page(3, line("甲市公报", top=40), *body(3), line("— 3 —", x0=230, top=760))
    found = told([one, two, three])
    assert (TEXT, "") in found
    at = found.index((TEXT, ""))
    assert found[at + 1 : at + 3] == [("— 1 —", "page number"), ("甲市公报", "running head")]
    assert [text for text, reason in found if reason == "page number"] == ["— 1 —", "— 2 —", "— 3 —"]
    assert [text for text, reason in found if reason == "running head"] == ["甲市公报"] * 3


@pytest.mark.parametrize(
    "number",
    [
        "1",
        "- 12 -",
        "—3—",
        "第3页",
        "第 3 页 共 12 页",
        "第3页，共12页",
        "3/12",
        "3/共12页",
        "iv",
        "Page 3 of 12",
        "· 3 ·",
        "１２",
    ],
)
def test_numbers_of_pages_are_furniture(number: str) -> None:
    """At the very foot or head of a page alone."""
    for items in ([line(number, top=30), *body(1)], [*body(1), line(number, top=770)]):
        assert (number, "page number") in told([page(1, *items)])
    found = told([page(1, *body(1), line(number, x0=230, top=420))])
    assert (number, "page number") not in found


@pytest.mark.parametrize("text", ["12345", "3年", "第3章", "3.5", "甲", "3页4"])
def test_what_is_no_number_of_a_page_is_read(text: str) -> None:
    """At its foot too."""
    assert (text, "") in told([page(1, *body(1), line(text, x0=230, top=770))])


def test_only_the_outermost_line_is_the_number_of_the_page() -> None:
    """A number above another line in the margin belongs to the text."""
    lines = body(1, line("2025", x0=200, top=740), line("甲市民政局", x0=200, top=770))
    assert ("2025", "") in told([page(1, *lines)])


def test_a_line_of_three_pages_is_a_running_head() -> None:
    """At one height of the margin, whatever numbers it has; of two pages where there are no more."""

    def heads(texts: list[str], tops: list[float]) -> list[str]:
        pages = [
            page(at, line(text, top=top), *body(at))
            if top < 100
            else page(at, *body(at), line(text, top=top))
            for at, (text, top) in enumerate(zip(texts, tops, strict=True), 1)
        ]
        return [text for text, reason in told(pages) if reason == "running head"]

    assert heads(["甲市公报第1期", "甲市公报第2期", "甲市公报第3期"], [40, 41, 40]) == [
        "甲市公报第1期",
        "甲市公报第2期",
        "甲市公报第3期",
    ]
    assert heads(["甲市公报", "甲市公报"], [40, 40]) == ["甲市公报"] * 2
    assert heads(["甲市公报", "甲市公报", "乙"], [40, 40, 40]) == []
    assert heads(["甲市公报"] * 3, [40, 80, 40]) == []
    assert heads(["甲市公报"] * 3, [40, 40, 770]) == []
    assert heads(["甲市公报"], [40]) == []
    assert heads(["甲市公报"] * 3, [150, 150, 150]) == []


@pytest.mark.parametrize(
    ("mark", "size", "top", "reason"),
    [
        ("①", 8.0, 600.0, "note"),
        ("[1]", 8.0, 600.0, "note"),
        ("1", 8.0, 600.0, "note"),
        ("注1：", 8.0, 600.0, "note"),
        ("＊", 8.7, 600.0, "note"),
        ("①", 8.9, 600.0, ""),
        ("①", 8.0, 390.0, ""),
        ("甲", 8.0, 600.0, ""),
        ("2021年", 8.0, 600.0, ""),
        ("1.5", 8.0, 600.0, ""),
    ],
)
def test_small_lines_with_a_mark_at_the_foot_are_notes(
    mark: str, size: float, top: float, reason: str
) -> None:
    """In the lower half of the page, in letters smaller than the text's; the plan's, but apart from it."""
    lines = [line("甲" * 40, top=100 + 16 * at) for at in range(12)]
    note = f"{mark}指六十五岁以上的人口"
    assert (note, reason) in told(
        [page(1, *lines, line(note, top=top, size=size), line("1", top=770, size=8))]
    )


def test_a_note_has_all_its_lines() -> None:
    """From the first one with a mark on; small lines before it are none."""
    small = [line(text, top=600 + 12 * at, size=8) for at, text in enumerate(["来源说明", "①甲", "乙丙"])]
    found = told([page(1, *(line("甲" * 40, top=100 + 16 * at) for at in range(12)), *small)])
    assert [(text, reason) for text, reason in found if len(text) < 9] == [
        ("来源说明", ""),
        ("①甲", "note"),
        ("乙丙", "note"),
    ]


def table(
    rows: list[list[str]], top: float = 200.0, edges: tuple[float, ...] = (50.0, 200.0, 350.0)
) -> PageTable:
    cells = tuple(GridCell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    return PageTable(Grid(cells), top, top + 20 * len(rows), edges, tuple(False for _ in cells))


def test_a_table_goes_on_overleaf() -> None:
    """With the head it is printed with again, and what stands in the margins behind all of it."""
    one = page(
        1, *paragraph(TEXT, 100), table([["县", "床位"], ["甲", "5"]], 700), line("1", x0=240, top=770)
    )
    two = page(
        2, table([["县", "床位"], ["乙", "6"]], 60), *paragraph(f"2{TEXT}", 200), line("2", x0=240, top=770)
    )
    blocks = flow([one, two])
    (grid,) = [block for block in blocks if isinstance(block, Grid)]
    assert [(cell.row, cell.text) for cell in grid.cells if not cell.repeated] == [
        (0, "县"), (0, "床位"), (1, "甲"), (1, "5"), (2, "乙"), (2, "6"),
    ]  # fmt: skip
    assert told([one, two])[1:] == [
        ("县|床位|甲|5|县|床位|乙|6", "table"),
        ("1", "page number"),
        (f"2{TEXT}", ""),
        ("2", "page number"),
    ]


def test_tables_of_one_page_are_two() -> None:
    """And those of two pages with text between, or with other columns."""
    tables = [table([["县", "床位"], ["甲", "5"]], 200), table([["县", "床位"], ["乙", "6"]], 300)]
    other = table([["县", "床位"], ["乙", "6"]], 60, (50.0, 220.0, 350.0))
    for pages in (
        [page(1, *tables)],
        [page(1, tables[0], *paragraph(TEXT, 400)), page(2, tables[1])],
        [page(1, tables[0]), page(2, other)],
    ):
        assert [reason for _, reason in told(pages)].count("table") == 2


def test_what_was_not_read_stands_behind_the_paragraph() -> None:
    """With its reason, in the order of the page."""
    unread = [("watermark", "内部资料"), ("hidden text", "空白")]
    assert told([page(1, *paragraph(TEXT, 200), unread=unread)]) == [
        (TEXT, ""),
        ("内部资料", "watermark"),
        ("空白", "hidden text"),
    ]
    assert flow([]) == []


def test_a_paragraph_is_as_sure_as_its_least_sure_line() -> None:
    """None where the file holds the text itself."""
    lines = [line("甲" * 40, top=200 + 16 * at) for at in range(4)]
    sure = [
        TextLine(each.text, each.x0, each.x1, each.top, each.bottom, 10, 10, 0, 500, confidence)
        for each, confidence in zip(lines, (0.9, 0.7, None, 0.8), strict=True)
    ]
    assert [block.confidence for block in flow([page(1, *sure)])] == [0.7]
    assert [block.confidence for block in flow([page(1, *lines)])] == [None]
