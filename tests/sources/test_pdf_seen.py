"""What a reader of a PDF page sees: hidden, turned, struck and doubled characters are not read."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from tests.support.characters import HEIGHT, WIDTH, characters

from compare.sources import SourceError
from compare.sources.pdf.document import _document, _is_scan, _named
from compare.sources.pdf.lines_of_text import Char
from compare.sources.pdf.visible import seen


def painted(text: str, x0: float = 50.0, top: float = 100.0, size: float = 10.0, **more: Any) -> list[Char]:
    """Characters as a page with the order of painting has them: black, upright, painted first."""
    usual = {"matrix": (size, 0, 0, size, x0, top), "non_stroking_color": (0,), "mcid": 1}
    return characters(text, x0, top, size, **usual | more)


def page(**more: Any) -> Any:
    """A page with nothing but characters."""
    usual = {
        "annots": [],
        "invisible": set(),
        "rects": [],
        "images": [],
        "lines": [],
        "bbox": (0, 0, WIDTH, HEIGHT),
        "height": HEIGHT,
        "rotation": 0,
    }
    return SimpleNamespace(**usual | more)


def read(chars: list[Char], **more: Any) -> tuple[str, list[tuple[str, str]]]:
    kept, unread = seen(page(**more), chars)
    return "".join(char["text"] for char in kept), unread


def box(x0: float, top: float, x1: float, bottom: float, **more: Any) -> dict[str, Any]:
    return {"x0": x0, "top": top, "x1": x1, "bottom": bottom, "fill": True} | more


TEXT = painted("养老服务体系建设", top=200)


@pytest.mark.parametrize(
    "hidden",
    [
        painted("空白", size=1.9),
        painted("空白", non_stroking_color=(1,)),
        painted("空白", non_stroking_color=(0.98, 0.98, 0.98)),
        painted("空白", non_stroking_color=(0, 0, 0, 0)),
        painted("空白", x0=WIDTH + 1),
        painted("空白", top=HEIGHT + 1),
        painted("空白", top=-20),
    ],
    ids=["tiny", "white", "nearly white", "no ink", "right of the page", "below it", "above it"],
)
def test_what_nobody_sees_is_not_read(hidden: list[Char]) -> None:
    """And is said, with its reason."""
    assert read([*hidden, *TEXT]) == ("养老服务体系建设", [("hidden text", "空白")])


@pytest.mark.parametrize(
    "shown",
    [
        painted("正文", size=2.0),
        painted("正文", non_stroking_color=(0.9,)),
        painted("正文", non_stroking_color=("P1",)),
        painted("正文", non_stroking_color=None),
        painted("正文", non_stroking_color=(0, 0, 0, 1)),
        painted("正文", non_stroking_color=(1, 0, 0)),
    ],
    ids=["small", "grey", "a pattern", "no colour", "black ink", "red"],
)
def test_what_is_seen_is_read(shown: list[Char]) -> None:
    """Small, pale or coloured as it may be."""
    assert read([*shown, *TEXT]) == ("正文养老服务体系建设", [])


def test_white_on_a_dark_ground_is_read() -> None:
    """A rectangle or picture behind it; not on a white one, and not beside it."""
    white = painted("标题", non_stroking_color=(1,))
    ground = box(40, 90, 100, 120, non_stroking_color=(0, 0, 0.5), mcid=0)
    assert read([*white, *TEXT], rects=[ground])[0] == "标题养老服务体系建设"
    assert read([*white, *TEXT], images=[box(40, 90, 100, 120)])[0] == "标题养老服务体系建设"
    for other in (
        ground | {"non_stroking_color": (1,)},
        ground | {"x0": 75},
        ground | {"bottom": 104},
        ground | {"fill": False},
        ground | {"bottom": 92},
    ):
        assert read([*white, *TEXT], rects=[other])[0] == "养老服务体系建设"


def test_what_is_painted_over_is_not_read() -> None:
    """By a white rectangle that came later; not by one that came before, is dark, or is a rule."""
    cover = box(40, 90, 100, 120, non_stroking_color=(1,), mcid=5)
    first = painted("旧文")
    assert read([*first, *TEXT], rects=[cover]) == ("养老服务体系建设", [("hidden text", "旧文")])
    for other in (cover | {"mcid": 1}, cover | {"non_stroking_color": (0.5,)}, cover | {"fill": False}):
        assert read([*first, *TEXT], rects=[other])[0] == "旧文养老服务体系建设"


@pytest.mark.parametrize(("count", "read_too"), [(1, False), (7, False), (8, True), (10, True)])
def test_a_layer_of_invisible_text_is_read(count: int, read_too: bool) -> None:
    """Text under a picture is all invisible; single words that are not drawn are hidden."""
    chars = [
        *painted("甲乙丙丁戊己庚辛壬癸"[:count], mcid=9),
        *painted("甲乙丙丁戊己庚辛壬癸"[count:], x0=300),
    ]
    text, unread = read(chars, invisible={9})
    assert (len(text) == 10, not unread) == (read_too, read_too)


@pytest.mark.parametrize(
    ("tilt", "turned"), [(0.0, False), (0.13, False), (0.15, True), (-0.15, True), (1.0, True)]
)
def test_turned_text_is_not_read(tilt: float, turned: bool) -> None:
    """More than eight degrees, either way: a stamp, or a note in the margin."""
    text, unread = read([*painted("盖章", matrix=(1, tilt, -tilt, 1, 0, 0)), *TEXT])
    assert (text, unread) == (
        ("养老服务体系建设", [("turned text", "盖章")]) if turned else ("盖章养老服务体系建设", [])
    )


@pytest.mark.parametrize(
    ("rule", "struck"),
    [
        (box(50, 105, 70, 105), True),
        (box(50, 103, 70, 103), True),
        (box(50, 102.9, 70, 102.9), False),
        (box(50, 107.2, 70, 107.2), True),
        (box(50, 107.3, 70, 107.3), False),
        (box(50, 104, 70, 106), False),
        (box(50, 105, 52, 105), False),
        (box(67, 105, 90, 105), False),
    ],
    ids=["middle", "high", "above", "low", "underlined", "thick", "short", "beside"],
)
def test_a_thin_rule_across_the_middle_strikes_out(rule: dict[str, Any], struck: bool) -> None:
    """Not one that underlines, frames or stands beside."""
    for kind in ("lines", "rects"):
        text, unread = read([*painted("旧文"), *TEXT], **{kind: [rule | {"fill": False}]})
        assert text.startswith("旧文") is not struck
        assert unread == ([("struck-through text", "旧文")] if struck else [])


def test_characters_drawn_twice_are_read_once() -> None:
    """A little aside, to look bold; further on, or much larger, it is another one."""
    for aside, below, size, count in (
        (3.4, 0, 10, 1), (3.6, 0, 10, 2), (0, 3.4, 10, 1), (0, 3.6, 10, 2), (0, 0, 11.9, 1), (0, 0, 12.6, 2),
    ):  # fmt: skip
        copy = painted("甲", x0=50 + aside, top=100 + below, size=size)
        assert read([*painted("甲"), *copy])[0] == "甲" * count
    assert read([*painted("甲"), *painted("乙", x0=51)])[0] == "甲乙"


def test_a_copy_is_found_across_the_squares_of_the_page() -> None:
    """Wherever on the page it stands."""
    for at in range(0, 60, 4):
        assert (
            read([*painted("甲", x0=100 + at, top=100 + at), *painted("甲", x0=102 + at, top=102 + at)])[0]
            == "甲"
        )


@pytest.mark.parametrize(
    ("mark", "lies", "is_mark"),
    [
        ({"non_stroking_color": (0.8,)}, True, True),
        ({"size": 19.0}, True, True),
        ({"size": 18.0}, True, False),
        ({"non_stroking_color": (0.8,)}, False, False),
        ({}, True, False),
    ],
    ids=["pale", "great", "larger", "pale beside", "the same"],
)
def test_a_mark_across_the_text_is_a_watermark(mark: dict[str, Any], lies: bool, is_mark: bool) -> None:
    """Of another colour or nearly twice the size, and on the text."""
    body = [char for at in range(10) for char in painted("养老服务体系建设发展", top=200 + 16 * at)]
    text, unread = read([*body, *painted("内部资料", x0=55 if lies else 300, top=228, **mark)])
    assert ("内部资料" not in text, unread) == (is_mark, [("watermark", "内部资料")] if is_mark else [])


def test_a_few_letters_that_touch_the_text_make_no_watermark() -> None:
    """A tenth at most of what has that colour: red headings between black lines."""
    body = [char for at in range(10) for char in painted("养老服务体系建设发展", top=200 + 16 * at)]
    for apart, is_mark in ((9, False), (8, True)):
        red = painted("甲", x0=55, top=203, non_stroking_color=(1, 0, 0))
        red += painted("乙" * apart, x0=300, top=100, non_stroking_color=(1, 0, 0))
        assert bool(read([*body, *red])[1]) is is_mark


def test_pages_are_named_by_their_ends() -> None:
    """Of those in a row."""
    assert [_named(pages) for pages in ([3], [2, 3], [2, 5, 6, 7, 9])] == [
        "page 3",
        "pages 2-3",
        "pages 2, 5-7, 9",
    ]


@pytest.mark.parametrize(
    ("letters", "picture", "scan"),
    [(9, 61, True), (10, 61, False), (0, 60, False), (0, 100, True)],
)
def test_a_scan_is_a_page_with_a_picture_and_hardly_a_character(
    letters: int, picture: float, scan: bool
) -> None:
    """Over more than six tenths of it; blanks are no characters."""
    image = {"x0": 0, "x1": 100, "top": 10, "bottom": 10 + picture}
    chars = characters("甲" * letters + " " * 20)
    assert _is_scan(SimpleNamespace(chars=chars, width=100, height=100, images=[image])) is scan


class _Pdf:
    """A document of pdfplumber of so many pages, each a picture."""

    def __init__(self, pages: str) -> None:
        self.pages = [_Page(kind == "x") for kind in pages]


class _Page(SimpleNamespace):
    """A page that is a picture or says something."""

    def __init__(self, picture: bool) -> None:
        image = {"x0": 0, "x1": WIDTH, "top": 0, "bottom": HEIGHT}
        contents = SimpleNamespace(resources={}, contents=[])
        super().__init__(
            page_obj=contents,
            images=[image] if picture else [],
            chars=[] if picture else painted("养老服务体系建设发展规划方案"),
            width=WIDTH,
            height=HEIGHT,
            close=lambda: None,
        )


@pytest.mark.parametrize(
    ("pages", "place"),
    [("x", "page 1"), ("xxx", "page 2"), ("-x-", "page 2"), ("--xx-x-", "pages 3-4, 6"), ("xx", "pages 1-2")],
)
def test_pictures_are_refused_without_recognition(
    pages: str, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the pages and both remedies; a cover or a last page may be a picture."""
    monkeypatch.setattr(
        "compare.sources.pdf.document.page_content",
        lambda page, number: SimpleNamespace(number=number, height=HEIGHT, items=(), unread=()),
    )
    with pytest.raises(SourceError) as refused:
        _document(_Pdf(pages), None, None)
    assert refused.value.place == place
    assert "OCR" in refused.value.remedy
    assert "compare-plans[ocr]" in refused.value.remedy
    whole = set(pages) == {"x"}
    assert str(refused.value).count("it is a scan") == whole
