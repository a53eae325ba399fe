"""Characters at places, as pdfplumber gives those of a page, and lines and pages of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from compare.sources.pdf.lines_of_text import Char, TextLine, text_line
from compare.sources.pdf.page import PageContent
from compare.sources.pdf.ruled_tables import PageTable

#: The page and the column of text that these stand on: forty characters of ten points.
WIDTH, HEIGHT, LEFT, RIGHT, SIZE = 500.0, 800.0, 50.0, 450.0, 10.0


def characters(
    text: str, x0: float = LEFT, top: float = 100.0, size: float = SIZE, **more: Any
) -> list[Char]:
    """The text from a place on, a Chinese character ``size`` wide and another half of that."""
    found: list[Char] = []
    for character in text:
        width = size if unicodedata.east_asian_width(character) in "WF" else size / 2
        place = {"x0": x0, "x1": x0 + width, "top": top, "bottom": top + size, "size": size}
        found.append({"text": character, **place, **more})
        x0 += width
    return found


def line(text: str, x0: float = LEFT, top: float = 100.0, size: float = SIZE) -> TextLine:
    """A line in the one column of the page."""
    made = text_line(characters(text, x0, top, size), 0.0, WIDTH)
    assert made is not None
    return made


def page(number: int, *items: TextLine | PageTable, unread: Sequence[tuple[str, str]] = ()) -> PageContent:
    return PageContent(number, HEIGHT, items, tuple(unread))


def paragraph(text: str, top: float, indent: float = 2 * SIZE, pitch: float = 16.0) -> list[TextLine]:
    """Lines of a text in Chinese characters that is set in and fills the column."""
    room = int((RIGHT - LEFT - indent) // SIZE)
    pieces = [text[:room]]
    while rest := text[sum(map(len, pieces)) :]:
        pieces.append(rest[: int((RIGHT - LEFT) // SIZE)])
    return [
        line(piece, LEFT + indent if number == 0 else LEFT, top + number * pitch)
        for number, piece in enumerate(pieces)
    ]
