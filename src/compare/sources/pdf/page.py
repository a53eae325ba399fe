"""One page of a PDF -> its lines and tables in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from compare.sources.pdf.aligned_tables import Rule, aligned_tables
from compare.sources.pdf.lines_of_text import Char, TextLine, clean, lines_of, text_line
from compare.sources.pdf.painting import PaintedPage, painted
from compare.sources.pdf.ruled_tables import Box, PageTable, closing_rules, ruled_table, split_at
from compare.sources.pdf.visible import seen

_NUMBERED_LINES = 3
_COLUMN_LINES = 8  # lines with a gap at one place that make two columns of a page


@dataclass(frozen=True, slots=True)
class PageContent:
    """Lines and tables from top to bottom (the left column before the right).

    ``unread`` are (reason, text) of what is no part of the text: stamps, watermarks, hidden text.
    """

    number: int
    height: float
    items: tuple[TextLine | PageTable, ...]
    unread: tuple[tuple[str, str], ...]


def page_content(page: Any, number: int) -> PageContent:
    """What a page of pdfplumber holds. A page printed sideways is read as a person turns it."""
    page = _upright(painted(page))
    chars, unread = seen(page, [clean(char) for char in page.chars if char["text"]])
    numbers = _line_numbers(lines_of(chars))
    chars = [char for char in chars if id(char) not in numbers]
    tables, chars = _tables(page, chars)
    items = _in_order(chars, float(page.width), tables, _rules(page, tables))
    return PageContent(number, float(page.height), items, tuple(unread))


def pictured_content(page: Any, number: int, chars: Sequence[Char]) -> PageContent:
    """What a page holds that is a picture, of the characters recognised in it."""
    return PageContent(number, float(page.height), _in_order(list(chars), float(page.width), [], []), ())


def _in_order(
    chars: list[Char], width: float, tables: list[PageTable], rules: list[Rule]
) -> tuple[TextLine | PageTable, ...]:
    """Lines and tables from top to bottom; tables without lines are found among the characters."""
    lines = lines_of(chars)
    gutter = _gutter(lines, width)
    if gutter is None:
        for table, inside in aligned_tables(chars, rules):
            tables = [*tables, table]
            taken = {id(char) for char in inside}
            chars = [char for char in chars if id(char) not in taken]
        lines = lines_of(chars)
    items: list[TextLine | PageTable] = list(_in_columns(lines, width, gutter))
    for table in sorted(tables, key=lambda t: t.top):
        below = next((i for i, item in enumerate(items) if item.top >= table.bottom - 1), len(items))
        items.insert(below, table)
    return tuple(items)


def _tables(page: PaintedPage, chars: list[Char]) -> tuple[list[PageTable], list[Char]]:
    """The ruled tables of the page, and the characters outside them."""
    tables: list[PageTable] = []
    if not page.edges:
        return tables, chars
    settings = {"explicit_horizontal_lines": closing_rules(page.edges)}
    for found in page.find_tables(settings):
        for boxes in _parts(page, [box for box in found.cells if box]):
            table, inside = ruled_table(boxes, chars)
            if table is not None:
                tables.append(table)
                taken = {id(char) for char in inside}
                chars = [char for char in chars if id(char) not in taken]
    return tables, chars


def _parts(page: PaintedPage, boxes: list[Box]) -> list[list[Box]]:
    heights = split_at(boxes, [line for line in page.lines if line["x1"] - line["x0"] < 1])
    bounds = [float("-inf"), *heights, float("inf")]
    parts = ([box for box in boxes if low - 1 <= box[1] < high - 1] for low, high in pairwise(bounds))
    return [part for part in parts if part]


def _line_numbers(lines: list[list[Char]]) -> set[int]:
    """Ids of the characters of numbers that count the lines in the margin: one more on each, or five."""
    leading: list[tuple[int, float, float, list[Char]]] = []  # number, its end, where the text begins
    for chars in lines:
        shown = [char for char in chars if not char["text"].isspace()]
        gaps = (at for at, (one, two) in enumerate(pairwise(shown), 1) if two["x0"] - one["x1"] > two["size"])
        size = next(gaps, 0)
        text = "".join(char["text"] for char in shown[:size])
        if text.isdecimal():
            leading.append((int(text), shown[size - 1]["x1"], shown[size]["x0"], shown[:size]))
    if len(leading) < _NUMBERED_LINES:
        return set()
    steps = {two[0] - one[0] for one, two in pairwise(leading)}
    apart = max(end for _, end, _, _ in leading) < min(begin for _, _, begin, _ in leading)
    most = len(leading) > 0.6 * len(lines) or steps == {5}
    if steps in ({1}, {5}) and apart and most:
        return {id(char) for _, _, _, chars in leading for char in chars}
    return set()


def _rules(page: PaintedPage, tables: Sequence[PageTable]) -> list[Rule]:
    """Horizontal rules that are none of a table's."""
    return [
        (edge["x0"], edge["x1"], edge["top"])
        for edge in page.edges
        if edge["orientation"] == "h"
        and edge["x1"] - edge["x0"] > 60
        and not any(table.top - 2 <= edge["top"] <= table.bottom + 2 for table in tables)
    ]


def _quarters(char: Char) -> int:
    """Quarter turns clockwise that would set the character upright."""
    a, b = char["matrix"][:2]
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


def _upright(page: PaintedPage) -> PaintedPage:
    """The page, turned if most of its text runs up, down or upside down."""
    turns = Counter(_quarters(char) for char in page.chars if not char["text"].isspace())
    quarters, count = max(turns.items(), key=lambda item: item[1], default=(0, 0))
    if quarters == 0 or count < 0.6 * turns.total():
        return page
    rotation = (page.rotation + 90 * quarters) % 360
    page.page_obj.attrs["Rotate"] = page.page_obj.rotate = rotation
    return painted(page)


def _in_columns(lines: list[list[Char]], width: float, gutter: float | None) -> list[TextLine]:
    """The lines in reading order; of a page set in two columns the left one first."""
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
        shown = [char for char in chars if not char["text"].isspace()]
        if not shown or shown[0]["x0"] > width / 2 or shown[-1]["x1"] < width / 2:
            continue
        both += 1
        for one, two in pairwise(shown):
            if two["x0"] - one["x1"] > one["size"] and one["x1"] < 0.65 * width and two["x0"] > 0.35 * width:
                gaps.append((one["x1"], two["x0"]))
    if len(gaps) < max(_COLUMN_LINES, 0.7 * both):
        return None
    place = sorted((x0 + x1) / 2 for x0, x1 in gaps)[len(gaps) // 2]
    held = sum(1 for x0, x1 in gaps if x0 < place < x1)
    return place if held >= max(_COLUMN_LINES, 0.7 * both) else None
