"""A page that is a picture -> characters at places, as a page with text has them."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Any

from compare.sources.installed.recognition import PicturedLine, Recogniser
from compare.sources.pdf.lines_of_text import Char, is_wide

#: Dots per inch at which a page is shown to the recogniser: letters of 12 points are 33 pixels high.
_RESOLUTION = 200
#: Of the usual height, within which a line's letters are taken to be of that size: boxes are never exact.
_ALIKE = 0.3
_WIDE, _NARROW = 1.0, 0.5


def recognised_chars(page: Any, recognise: Recogniser) -> list[Char]:
    """The characters recognised on a page of pdfplumber, each with its ``confidence``.

    The recogniser gives a box for each line; characters share it by their widths.
    """
    lines = recognise(page.to_image(resolution=_RESOLUTION).original)
    lines = [line for line in lines if line.text.strip()]
    if not lines:
        return []
    usual = median(line.bottom - line.top for line in lines)
    return [char for line in lines for char in _chars(line, usual, 72 / _RESOLUTION)]


def _chars(line: PicturedLine, usual: float, scale: float) -> Iterator[Char]:
    height = line.bottom - line.top
    size = usual if abs(height - usual) < _ALIKE * usual else height
    middle = (line.top + line.bottom) / 2
    widths = [_WIDE if is_wide(character) else _NARROW for character in line.text]
    step = (line.x1 - line.x0) / sum(widths)
    x = line.x0
    for character, width in zip(line.text, widths, strict=True):
        yield {
            "text": character,
            "x0": x * scale,
            "x1": (x + width * step) * scale,
            "top": (middle - size / 2) * scale,
            "bottom": (middle + size / 2) * scale,
            "size": size * scale,
            "confidence": line.confidence,
        }
        x += width * step
