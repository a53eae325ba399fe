"""Tables that became lines, one cell to each: found by the period in which numbers come back.

Lines are letters: N a value, M a mark that means "does not apply", T any other short line, X a line
of another kind. A table is a head of T, as wide as the period, and rows that repeat one pattern of N
and T. Where a row does not fit (a blank cell left no line, a page number got in), that row is not
guessed; the table goes on with the next one that fits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.reading.lexicon import Lexicon
from compare.reading.table_columns import AREA_HEAD, INDEX_HEAD, NAME_HEAD, SIDE_HEAD, TOTAL
from compare.reading.table_grid import LABEL_LENGTH, Grid, Place, title_above
from compare.reading.table_values import cell_value

_LINE = re.compile(r"[^\n]+")
# What a line must look like to be worth reading as a value: cheap, since every line is tried.
_CANDIDATE = re.compile(
    r"\n[^0-9\n。,:;、]{0,6}[0-9][0-9,.]{0,20}(?:[^0-9\n。,:;、][^\n。,:;、]{0,12})?(?=\n|$)|\n(?:[/\\×…-]{1,3}|无|全覆盖)\|?(?=\n|$)"
)
_PLAIN_NUMBER = re.compile(r"[0-9,.]*[0-9]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_WIDEST = 16
_FEWEST = 3  # rows that make a period certain


@dataclass(frozen=True, slots=True)
class _Lines:
    """Lines of a text as places (without a bar at their end) and letters."""

    text: str
    places: Sequence[Place]
    letters: str

    def words(self, at: int) -> str:
        return self.text[slice(*self.places[at])]


def line_grids(
    text: str, lexicon: Lexicon, taken: Sequence[Place] = (), skipped: Sequence[Place] = ()
) -> tuple[Grid, ...]:
    """Tables of a view; lines in ``taken`` spans belong to other tables, those in ``skipped`` to none."""
    found = [m.start() + 1 for m in _CANDIDATE.finditer(text)]
    if len(found) < _FEWEST:
        return ()
    lines = _letters(text, frozenset(found), lexicon, taken, skipped)
    grids: list[Grid] = []
    letters = lines.letters
    at, floor = 0, 0
    while at < len(letters):
        at = next((i for i in range(at, len(letters)) if letters[i] in "NM"), len(letters))
        if at == len(letters):
            break
        table = _table_at(lines, at, floor) if at > floor and letters[at - 1] == "T" else None
        if table:
            grid, at = table
            grids.append(grid)
            floor = at
        else:
            while at < len(letters) and letters[at] in "NM":
                at += 1
    return tuple(grids)
