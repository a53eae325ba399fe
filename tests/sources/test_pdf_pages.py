"""Of a PDF page: forms and annotations, numbers of lines, tables that touch, text printed sideways."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from tests.support.characters import characters

from compare.sources.pdf.lines_of_text import lines_of
from compare.sources.pdf.page import _line_numbers, _parts, _quarters, _rules
from compare.sources.pdf.painting import field_chars, struck_out


def named(name: str) -> SimpleNamespace:
    """A name as pdfminer gives it."""
    return SimpleNamespace(name=name)


def annotation(**data: Any) -> dict[str, Any]:
    return {"x0": 100.0, "x1": 300.0, "top": 50.0, "bottom": 70.0, "height": 20.0, "data": data}


def page(*annotations: dict[str, Any], rotation: int = 0) -> Any:
    return SimpleNamespace(annots=list(annotations), rotation=rotation, height=800.0)


def test_what_is_typed_into_a_field_stands_in_it() -> None:
    """From its left side, in the middle of its height, over whatever was painted there; a line end is a
    blank."""
    found = field_chars(page(annotation(FT=named("Tx"), V="5张\n床")))
    assert [(c["text"], c["x0"], c["x1"]) for c in found] == [
        ("5", 101.0, 107.0), ("张", 107.0, 119.0), (" ", 119.0, 125.0), ("床", 125.0, 137.0),
    ]  # fmt: skip
    assert {(c["top"], c["bottom"], c["size"], c["field"]) for c in found} == {
        (54.0, 66.0, 12.0, (100.0, 300.0))
    }
    low = field_chars(page(annotation(FT=named("Tx"), V="5") | {"height": 10.0, "bottom": 60.0}))
    assert [(c["size"], c["top"], c["bottom"]) for c in low] == [(8.0, 51.0, 59.0)]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"FT": named("Tx"), "V": b"\xfe\xff\x51\x7b"}, "养"),
        ({"FT": named("Tx"), "V": b"\xff\xfe\x7b\x51"}, "养"),
        ({"FT": named("Tx"), "V": "养".encode()}, "养"),
        ({"FT": named("Tx"), "V": b"90%"}, "90%"),
        ({"FT": named("Ch"), "V": "甲市"}, "甲市"),
        ({"Parent": {"FT": named("Tx"), "V": "甲市"}}, "甲市"),
        ({"Parent": named("other"), "FT": named("Tx"), "V": "甲市"}, "甲市"),
        ({"FT": named("Btn"), "V": "甲市"}, ""),
        ({"FT": named("Tx")}, ""),
        ({"V": "甲市"}, ""),
        ({"FT": named("Tx"), "V": 5}, ""),
    ],
)
def test_fields_of_text_and_choices_are_read(data: dict[str, Any], text: str) -> None:
    """In either encoding of such values, or from the field they belong to; buttons say nothing."""
    other = annotation(FT=named("Btn"), V="Off")
    last = annotation(FT=named("Tx"), V="末")
    found = field_chars(page(other, annotation(**data), last))
    assert "".join(char["text"] for char in found) == text + "末"


def test_what_a_reviewer_struck_out_is_known_by_its_corners() -> None:
    """Counted from the foot of the page, four a line; other annotations strike nothing out."""
    first = (100.0, 700.0, 200.0, 700.0, 100.0, 690.0, 200.0, 690.0)
    second = (100.0, 680.0, 150.0, 680.0, 100.0, 670.0, 150.0, 670.0)
    struck = annotation(Subtype=named("StrikeOut"), QuadPoints=[*first, *second])
    note = annotation(Subtype=named("Text"), QuadPoints=first)
    boxes = [(100.0, 100.0, 200.0, 110.0), (100.0, 120.0, 150.0, 130.0)]
    assert struck_out(page(note, struck, note)) == boxes
    assert struck_out(page(struck, struck)) == boxes * 2
    assert struck_out(page(note)) == []


def test_struck_out_without_corners_is_the_box() -> None:
    """As on a page that is turned, whose corners are those of before."""
    whole = [(100.0, 50.0, 300.0, 70.0)]
    assert struck_out(page(annotation(Subtype=named("StrikeOut")))) == whole
    corners = [100.0, 700.0, 200.0, 700.0, 100.0, 690.0, 200.0, 690.0]
    assert struck_out(page(annotation(Subtype=named("StrikeOut"), QuadPoints=corners[:7]))) == whole
    turned = page(annotation(Subtype=named("StrikeOut"), QuadPoints=corners), rotation=90)
    assert struck_out(turned) == whole


def numbered(numbers: list[int | str], gap: float = 30.0, plain: int = 0) -> str:
    """What counts as numbers of lines, of lines with these in the margin and of some without."""
    chars = [
        char
        for at, number in enumerate(numbers)
        for char in [
            *characters(str(number), x0=40, top=100 + 16 * at),
            *characters("养老服务", x0=40 + gap, top=100 + 16 * at),
        ]
    ]
    for at in range(plain):
        chars += characters("养老服务", x0=70, top=600 + 16 * at)
    ids = _line_numbers(lines_of(chars))
    return " ".join(
        "".join(char["text"] for char in line if id(char) in ids)
        for line in lines_of(chars)
        if any(id(char) in ids for char in line)
    )


@pytest.mark.parametrize(
    ("numbers", "plain", "found"),
    [
        ([1, 2, 3], 0, "1 2 3"),
        ([8, 9, 10, 11], 0, "8 9 10 11"),
        ([1, 2], 0, ""),
        ([1, 3, 5], 0, ""),
        ([5, 10, 15], 9, "5 10 15"),
        ([1, 2, 3], 1, "1 2 3"),
        ([1, 2, 3], 2, ""),
        ([1, 2, 4], 0, ""),
        ([3, 2, 1], 0, ""),
        (["一", "二", "三"], 0, ""),
    ],
)
def test_numbers_that_count_the_lines_are_none_of_the_text(
    numbers: list[int | str], plain: int, found: str
) -> None:
    """One more on most lines, or five more wherever they are."""
    assert numbered(numbers, plain=plain) == found


def test_numbers_of_lines_stand_apart_from_the_text() -> None:
    """More than a letter away: 1. and 2. before items are the text's."""
    assert numbered([1, 2, 3], gap=14.0) == ""
    assert numbered([1, 2, 3], gap=16.0) == "1 2 3"
    long = [*characters("1", x0=40), *characters("2", x0=40, top=116), *characters("3", x0=80, top=132)]
    long += [c for at in range(3) for c in characters("养老", x0=60 if at < 2 else 100, top=100 + 16 * at)]
    assert _line_numbers(lines_of(long)) == set()


def test_tables_that_touch_are_parted() -> None:
    """Each box is in the part it begins in, a point above its rule too."""
    boxes = [(50.0, 100.0 + 20 * row, 150.0, 120.0 + 20 * row) for row in range(3)]
    late = (150.0, 139.5, 250.0, 160.0)
    lines = [
        {"x0": 50.0, "x1": 50.0, "top": 100.0, "bottom": 140.0},
        {"x0": 50.0, "x1": 50.0, "top": 140.0, "bottom": 160.0},
    ]
    found = _parts(SimpleNamespace(lines=lines), [*boxes, late])  # type: ignore[arg-type]
    assert found == [boxes[:2], [boxes[2], late]]
    slanted = [line | {"x1": 51.0} for line in lines]
    assert _parts(SimpleNamespace(lines=slanted), boxes) == [boxes]  # type: ignore[arg-type]


def test_rules_are_long_and_outside_of_tables() -> None:
    """Horizontal ones of more than sixty points, two points from a table at least."""

    def edge(top: float, x1: float = 400.0, orientation: str = "h") -> dict[str, Any]:
        return {"x0": 50.0, "x1": x1, "top": top, "orientation": orientation}

    edges = [
        edge(97),
        edge(98.5),
        edge(150),
        edge(201.5),
        edge(203),
        edge(300, 110),
        edge(300, 111),
        edge(400, orientation="v"),
    ]
    table: Any = SimpleNamespace(top=100.0, bottom=200.0)
    found = _rules(SimpleNamespace(edges=edges), [table])  # type: ignore[arg-type]
    assert found == [(50.0, 400.0, 97), (50.0, 400.0, 203), (50.0, 111, 300)]


@pytest.mark.parametrize(
    ("matrix", "turns"),
    [
        ((10, 0), 0),
        ((7, 7), 0),
        ((7, -7), 0),
        ((-10, 0), 2),
        ((-7, 7), 2),
        ((0, 10), 1),
        ((0, -10), 3),
        ((3, 7), 1),
    ],
)
def test_quarter_turns_set_a_character_upright(matrix: tuple[float, float], turns: int) -> None:
    """As it is, up, upside down or down; slanted letters stand upright."""
    assert _quarters({"matrix": (*matrix, 0, 0, 0, 0)}) == turns
