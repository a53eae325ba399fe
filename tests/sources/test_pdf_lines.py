"""Characters at places become lines: order, blanks, raised marks, columns, numbers in the margin."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from tests.support.characters import HEIGHT, WIDTH, characters

from compare.sources.installed.recognition import PicturedLine
from compare.sources.pdf.lines_of_text import Char, TextLine, clean, joined, lines_of, text_line
from compare.sources.pdf.page import pictured_content
from compare.sources.pdf.pictured import recognised_chars
from compare.sources.pdf.ruled_tables import PageTable


def texts(chars: list[Char]) -> list[str]:
    return ["".join(char["text"] for char in line) for line in lines_of(chars)]


def content(chars: list[Char]) -> list[Any]:
    """Lines as text, and tables as rows of theirs, in reading order."""
    page = SimpleNamespace(width=WIDTH, height=HEIGHT)
    return [shown(item) for item in pictured_content(page, 3, chars).items]


def shown(item: TextLine | PageTable) -> Any:
    if isinstance(item, TextLine):
        return item.text
    rows: dict[int, list[str]] = {}
    for cell in item.grid.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return list(rows.values())


def test_lines_are_from_top_to_bottom_and_characters_from_left_to_right() -> None:
    """In whatever order a file holds them."""
    chars = characters("床位", top=140) + characters("养老服务", top=100) + characters("建设", x0=90, top=140)
    assert texts(chars[::-1]) == texts(chars) == ["养老服务", "床位建设"]


@pytest.mark.parametrize(("lower", "lines"), [(0.0, 1), (4.9, 1), (5.0, 2), (10.0, 2)])
def test_heights_that_overlap_by_half_are_one_line(lower: float, lines: int) -> None:
    """Half of the height of the higher one decides."""
    assert len(lines_of(characters("甲") + characters("乙", x0=60, top=100 + lower))) == lines


def test_a_line_is_as_high_as_its_highest_character() -> None:
    """A small raised one that comes first does not make the line narrow; a high blank does not widen it."""
    raised = characters("2", x0=70, top=98, size=5)
    assert texts([*raised, *characters("平米", top=100)]) == ["平米2"]
    high = characters(" ", x0=40, top=90, size=40)
    assert len(lines_of([*high, *characters("甲", top=100), *characters("乙", top=118)])) == 2


@pytest.mark.parametrize(("gap", "text"), [(4.9, "养老"), (5.0, "养老"), (5.1, "养 老")])
def test_a_blank_stands_where_half_a_character_is_free(gap: float, text: str) -> None:
    """Justified text is spread out without blanks."""
    line = text_line(characters("养") + characters("老", x0=60 + gap))
    assert line
    assert line.text == text


def test_no_second_blank_is_put_in() -> None:
    """Where the file has one on either side, or the line begins or ends with some."""
    one = text_line(characters("养 ") + characters("老", x0=80))
    two = text_line(characters("养") + characters(" 老", x0=75))
    three = text_line(characters(" 养老 "))
    assert [line.text for line in (one, two, three) if line] == ["养 老", "养 老", "养老"]


def test_a_gap_is_counted_from_the_character_that_reaches_furthest() -> None:
    """A narrow one that is drawn over a wide one makes no gap behind it."""
    chars = characters("养") + characters(".", x0=51, size=6) + characters("老", x0=62)
    line = text_line(chars)
    assert line
    assert line.text == "养.老"


def test_nothing_but_blanks_is_no_line() -> None:
    """A row of blanks on a page says nothing."""
    assert text_line(characters("   ")) is None
    assert text_line([]) is None


def test_a_line_knows_its_box_and_letters() -> None:
    """Without the blanks around it; the size is that of most, the confidence the lowest of all."""
    chars = [
        *characters(" ", x0=40, confidence=0.1),
        *characters("到", confidence=0.9),
        *characters("20", x0=60, top=98, size=12, confidence=0.8),
        *characters("年底", x0=72, confidence=0.95),
    ]
    line = text_line(chars, 3.0, 400.0)
    assert line == TextLine("到20年底", 50.0, 92.0, 98.0, 110.0, 10.0, 10.0, 3.0, 400.0, 0.8)
    plain = text_line(characters("到"))
    assert plain
    assert plain.confidence is None


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("养老服务", 10.0),
        ("养，老", 20.0),
        ("（养）老", 30.0),
        ("1,200张", 25.0),
        ("90%以上", 15.0),
        ("ab养", 10.0),
        ("养", 10.0),
    ],
)
def test_what_cannot_be_parted_opens_a_line(text: str, opening: float) -> None:
    """A mark that may not begin a line or end one, digits and words of letters, up to the first place where
    a line may break."""
    line = text_line(characters(text))
    assert line
    assert line.opening == opening


@pytest.mark.parametrize(
    ("size", "top", "text"),
    [
        (7, 98, "达到90张"),  # small and high: the mark of a note
        (8, 97, "达到90张1"),  # not small
        (7, 101, "达到90张1"),  # not high
    ],
)
def test_raised_marks_of_notes_are_left_out(size: float, top: float, text: str) -> None:
    """What is set small and high leads to a note and is no digit of the number before it."""
    line = text_line(characters("达到90张") + characters("1", x0=90, top=top, size=size))
    assert line
    assert line.text == text


def test_a_mark_of_a_note_makes_no_gap() -> None:
    """What stands behind it stands beside what is before it; the 2 of m² is no mark."""
    mark = characters("12", x0=70, top=98, size=7)
    line = text_line([*characters("床位"), *mark, *characters("张", x0=78)])
    area = text_line([*characters("5m"), *characters("2", x0=60, top=98, size=5), *characters("的", x0=63)])
    assert [one.text for one in (line, area) if one] == ["床位张", "5m2的"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("⽼", "老"),
        ("⻓", "长"),
        ("ﬁ", "fi"),
        ("(cid:7)", "\ufffd"),
        ("ꎬ", "，"),
        ("ꎮ", "。"),
        ("老", "老"),
    ],
)
def test_characters_are_taken_as_they_are_meant(text: str, meant: str) -> None:
    """Radicals, ligatures, glyphs without a meaning, Founder's punctuation; nothing else is touched."""
    (char,) = characters("甲")
    found = clean({**char, "text": text})
    assert found == {**char, "text": meant}


@pytest.mark.parametrize(
    ("one", "two", "whole"),
    [("养老", "服务", "养老服务"), ("care", "home", "care home"), ("90", "home", "90home"), ("", "a", "a")],
)
def test_broken_lines_are_put_together(one: str, two: str, whole: str) -> None:
    """With a blank between words of letters alone."""
    assert joined(one, two) == whole


def two_columns(lines: int, gap: float = 20.0) -> list[Char]:
    """A page of so many lines in two columns with so much between them."""
    chars: list[Char] = []
    for number in range(lines):
        chars += characters(f"左{'甲' * 18}", x0=40, top=100 + 16 * number)
        chars += characters(f"右{'乙' * 18}", x0=230 + gap, top=100 + 16 * number)
    return chars


@pytest.mark.parametrize(
    ("lines", "gap", "parted"), [(8, 20, True), (7, 20, False), (12, 10, False), (12, 11, True)]
)
def test_columns_are_read_one_after_the_other(lines: int, gap: float, parted: bool) -> None:
    """Where at least eight lines have a gap of more than a character near the middle of the page."""
    found = "".join(item[0] for item in content(two_columns(lines, gap)))
    assert found == ("左" * lines + "右" * lines if parted else "左" * lines)


def test_a_line_across_both_columns_parts_them() -> None:
    """What is above it is read before it, left and right, what is below after it."""
    chars = two_columns(10)
    moved = [{**c, "top": c["top"] + 200, "bottom": c["bottom"] + 200} for c in chars]
    found = content([*chars, *characters("中" * 42, x0=40, top=280), *moved])
    assert "".join(item[0] for item in found) == "左" * 10 + "右" * 10 + "中" + "左" * 10 + "右" * 10


def test_a_line_that_runs_on_over_the_gap_is_one() -> None:
    """No character need stand in the gap itself: less than one is free there."""
    long = characters("中" * 20, x0=35, top=280) + characters("中" * 20, x0=244, top=280)
    found = content([*two_columns(10), *long])
    assert found[20] == "中" * 20 + " " + "中" * 20


def test_the_gap_must_be_near_the_middle() -> None:
    """A gap behind a number in the margin, on each line, makes no column."""
    chars: list[Char] = []
    for number in range(12):
        chars += characters("甲" * 4, x0=40, top=100 + 16 * number)
        chars += characters("乙" * 30, x0=110, top=100 + 16 * number)
    assert content(chars) == ["甲" * 4 + " " + "乙" * 30] * 12


def table(rows: list[list[str]], top: float = 100.0, step: float = 16.0) -> list[Char]:
    chars: list[Char] = []
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            chars += characters(text, x0=60 + 150 * column, top=top + step * number)
    return chars


ROWS = [["指标", "2020年", "2025年"], ["床位数", "1200张", "1500张"], ["覆盖率", "80%", "90%"]]


def test_columns_that_stand_under_one_another_are_a_table() -> None:
    """Between the lines above and below it."""
    above, below = characters("甲" * 20, top=60), characters("乙" * 20, top=180)
    assert content([*above, *table(ROWS), *below]) == ["甲" * 20, ROWS, "乙" * 20]


@pytest.mark.parametrize(
    "chars",
    [
        table(ROWS[:2]),
        table([["指标", "现状", "目标"], ["床位", "较少", "较多"], ["人员", "不足", "充足"]]),
        table(ROWS, step=31),
    ],
    ids=["two rows", "no numbers", "far apart"],
)
def test_what_is_no_table_stays_text(chars: list[Char]) -> None:
    """Three rows that follow each other closely, most with a number in a place of its own."""
    assert all(isinstance(item, str) for item in content(chars))


def test_a_cell_may_go_on_below() -> None:
    """A line without a first cell and without numbers is the rest of the row above it."""
    rest = characters("(含社区)", x0=60 + 150, top=148)
    rows = [["指标", "内容", "2025年"], ["床位数", "护理型床位", "1500张"], ["覆盖率", "居家服务", "90%"]]
    (found,) = content([*table(rows), *rest, *characters("扣", x0=900, top=400)])[:1]
    assert found == [*rows[:2], ["覆盖率", "居家服务", "90%"]]


def test_characters_of_a_picture_stand_where_they_were_seen() -> None:
    """A line's box is shared by the widths of its characters, in points; heights near the usual one are that,
    and a heading keeps its own."""
    lines = (
        PicturedLine("养老ab", 200.0, 100.0, 500.0, 200.0, 0.9),
        PicturedLine("床位", 200.0, 300.0, 400.0, 420.0, 0.8),
        PicturedLine("标题", 200.0, 500.0, 600.0, 700.0, 0.7),
        PicturedLine("  ", 0.0, 0.0, 9.0, 9.0, 0.1),
    )
    page = SimpleNamespace(to_image=lambda resolution: SimpleNamespace(original=resolution))
    asked: list[object] = []

    def recognise(image: object) -> list[PicturedLine]:
        asked.append(image)
        return list(lines)

    found = recognised_chars(page, recognise)
    assert asked == [200]
    boxes = [[round(char[key], 2) for key in ("x0", "x1", "top", "bottom", "size")] for char in found]
    assert ["".join(char["text"] for char in found), [char["confidence"] for char in found]] == [
        "养老ab床位标题",
        [0.9] * 4 + [0.8] * 2 + [0.7] * 2,
    ]
    assert boxes == [
        [72.0, 108.0, 32.4, 75.6, 43.2],
        [108.0, 144.0, 32.4, 75.6, 43.2],
        [144.0, 162.0, 32.4, 75.6, 43.2],
        [162.0, 180.0, 32.4, 75.6, 43.2],
        [72.0, 108.0, 108.0, 151.2, 43.2],
        [108.0, 144.0, 108.0, 151.2, 43.2],
        [72.0, 144.0, 180.0, 252.0, 72.0],
        [144.0, 216.0, 180.0, 252.0, 72.0],
    ]
    assert recognised_chars(page, lambda image: []) == []
