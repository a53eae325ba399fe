"""A document to a :class:`~compare.model.Reading`: noise, outline, tables, numerals, statements."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from compare.model import Document, Furniture, Numeral, Reading, Role
from compare.reading.dates import Anchor
from compare.reading.frame import frame
from compare.reading.header import header, horizon, issue_year
from compare.reading.lexicon import Lexicon
from compare.reading.noise import furniture
from compare.reading.outline import outline, section_years
from compare.reading.responsibilities import responsibilities
from compare.reading.scan import Known, scan
from compare.reading.shadow import Shadow, shadow
from compare.reading.statements import statements
from compare.reading.tables import Grid, as_table, cell_statements, line_grids, row_names, true_grids

_DIGIT = re.compile(r"[0-9/]")


def read(document: Document, lexicon: Lexicon) -> Reading:
    """Read a document: everything found is a span of ``document.text``, which is never altered.

    Linear in the length of the text. Statements of table cells and of running text come in text
    order; passages carry indices of their parents.
    """
    raw = document.text
    view = shadow(raw)
    text, offsets = view.text, view.offsets
    layout = frame(text)
    noise = _noise(view, document.furniture)
    ruled = true_grids(view, raw, document.tables)
    grids = (*ruled, *line_grids(text))
    cells = [span for grid in grids for row in grid.rows for span in row]
    passages, starts = outline(view, cells)
    head = header(view, raw, [(f.start, f.end) for f in noise])
    start, end = horizon(head)
    anchor = Anchor(issue_year(head), start, end, section_years(passages, starts))
    found = scan(text, lexicon, layout, anchor, _known(text, noise, grids, lexicon))
    hidden = _Cover([(f.start, f.end) for f in noise])
    made = statements(view, raw, layout, found, lexicon, passages, starts, hidden, row_names(text, ruled))
    for grid in grids:
        made += cell_statements(view, raw, grid, lexicon, starts)
    return Reading(
        document=document,
        header=head,
        passages=passages,
        statements=tuple(sorted(made, key=lambda s: (s.value_start, s.value_end))) if grids else made,
        numerals=tuple(
            Numeral(offsets[start], offsets[end - 1] + 1, raw[offsets[start] : offsets[end - 1] + 1], role)
            for start, end, role in found.roles
        ),
        tables=tuple(as_table(view, grid) for grid in grids),
        furniture=tuple(Furniture(view.raw_start(f.start), view.raw_end(f.end), f.reason) for f in noise),
        responsibilities=responsibilities(view, raw, passages),
    )


def _noise(view: Shadow, known: Sequence[Furniture]) -> tuple[Furniture, ...]:
    """Furniture the format knew of and furniture the text shows, in offsets of the view."""
    brought = [Furniture(view.from_raw(f.start), view.from_raw(f.end), f.reason) for f in known]
    return tuple(sorted([*brought, *furniture(view.text)], key=lambda f: (f.start, -f.end)))


def _known(text: str, noise: Sequence[Furniture], grids: Sequence[Grid], lexicon: Lexicon) -> list[Known]:
    """Spans whose numerals have their role beforehand."""
    known: list[Known] = [(f.start, f.end, Role.FURNITURE) for f in noise if f.end > f.start]
    for grid in grids:
        for row in grid.rows:
            for start, end in row:
                if end - start <= 14 and end > start and _DIGIT.match(text[start]):
                    known.append((start, end, Role.TABLE_CELL))
    return known


class _Cover:
    """Whether a position lies in one of a set of spans."""

    __slots__ = ("ends", "starts")

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self.starts = [s for s, _ in ordered]
        self.ends: list[int] = []
        reach = 0
        for _, end in ordered:
            reach = max(reach, end)
            self.ends.append(reach)

    def __call__(self, position: int) -> bool:
        at = bisect_right(self.starts, position) - 1
        return at >= 0 and position < self.ends[at]
