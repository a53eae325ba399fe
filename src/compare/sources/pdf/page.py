"""One page of a PDF -> its lines and ruled tables in reading order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from compare.sources.pdf.lines_of_text import Char, TextLine, clean, lines_of, text_line
from compare.sources.pdf.ruled_tables import PageTable, ruled_table

_COLUMN_LINES = 8  # lines with a gap at one place that make two columns of a page


@dataclass(frozen=True, slots=True)
class PageContent:
    """Lines and tables from top to bottom (the left column before the right).

    ``turned`` are characters that stand across the text: stamps, watermarks.
    """

    number: int
    height: float
    items: tuple[TextLine | PageTable, ...]
    turned: str


def page_content(page: Any, number: int) -> PageContent:
    """What a page of pdfplumber holds. A page printed sideways is read as a person turns it."""
    page = _upright(page).dedupe_chars()
    chars = [clean(char) for char in page.chars if char["text"]]
    turned = [char for char in chars if _quarters(char)]
    chars = [char for char in chars if not _quarters(char)]
    tables: list[PageTable] = []
    for found in page.find_tables() if page.edges else ():
        table, inside = ruled_table([box for box in found.cells if box], chars)
        if table is not None:
            tables.append(table)
            taken = {id(char) for char in inside}
            chars = [char for char in chars if id(char) not in taken]
    items: list[TextLine | PageTable] = list(_in_columns(lines_of(chars), float(page.width)))
    for table in sorted(tables, key=lambda t: t.top):
        below = next((i for i, item in enumerate(items) if item.top >= table.bottom - 1), len(items))
        items.insert(below, table)
    across = "".join(char["text"] for char in turned).strip()
    return PageContent(number, float(page.height), tuple(items), across)


def _quarters(char: Char) -> int:
    """Quarter turns clockwise that would set the character upright."""
    a, b = char["matrix"][:2]
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


def _upright(page: Any) -> Any:
    """The page, turned if most of its text runs up, down or upside down."""
    turns = Counter(_quarters(char) for char in page.chars if not char["text"].isspace())
    quarters, count = max(turns.items(), key=lambda item: item[1], default=(0, 0))
    if quarters == 0 or count < 0.6 * turns.total():
        return page
    from pdfplumber.page import Page

    rotation = (page.rotation + 90 * quarters) % 360
    page.page_obj.attrs["Rotate"] = page.page_obj.rotate = rotation
    return Page(page.pdf, page.page_obj, page.page_number)


def _in_columns(lines: list[list[Char]], width: float) -> list[TextLine]:
    """The lines in reading order; of a page set in two columns the left one first."""
    gutter = _gutter(lines, width)
    if gutter is None:
        return [line for chars in lines if (line := text_line(chars, 0.0, width))]
    ordered: list[TextLine] = []
    right_column: list[TextLine] = []
    for chars in lines:
        if any(char["x0"] < gutter < char["x1"] for char in chars) or _crosses(chars, gutter):
            ordered += right_column
            right_column = []
            whole = text_line(chars, 0.0, width)
            ordered += [whole] if whole else []
            continue
        one = text_line([char for char in chars if char["x1"] <= gutter], 0.0, gutter)
        two = text_line([char for char in chars if char["x0"] >= gutter], gutter, width)
        ordered += [one] if one else []
        right_column += [two] if two else []
    return ordered + right_column


def _crosses(chars: list[Char], gutter: float) -> bool:
    """Whether the text runs on across the gutter without a gap there."""
    left = [char["x1"] for char in chars if char["x1"] <= gutter]
    right = [char["x0"] for char in chars if char["x0"] >= gutter]
    return bool(left and right) and min(right) - max(left) < chars[0]["size"]


def _gutter(lines: list[list[Char]], width: float) -> float | None:
    """Where most lines have a gap near the middle of the page, if the page is set so."""
    gaps: list[tuple[float, float]] = []
    both = 0
    for chars in lines:
        seen = [char for char in chars if not char["text"].isspace()]
        if not seen or seen[0]["x0"] > width / 2 or seen[-1]["x1"] < width / 2:
            continue
        both += 1
        for one, two in pairwise(seen):
            if two["x0"] - one["x1"] > one["size"] and one["x1"] < 0.65 * width and two["x0"] > 0.35 * width:
                gaps.append((one["x1"], two["x0"]))
    if len(gaps) < max(_COLUMN_LINES, 0.7 * both):
        return None
    place = sorted((x0 + x1) / 2 for x0, x1 in gaps)[len(gaps) // 2]
    held = sum(1 for x0, x1 in gaps if x0 < place < x1)
    return place if held >= max(_COLUMN_LINES, 0.7 * both) else None
