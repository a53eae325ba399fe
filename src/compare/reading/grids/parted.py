"""Tables in which one row or cell holds what stands in several elsewhere, taken apart.

Two halves side by side under the same head become one below the other, with other years
(指标|2024年|指标|2025年) two tables; a row of two measures (老年食堂数/护理员数(个/名) with 12/80) becomes
two rows, with their units in a column of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.reading.grids.grid import Grid, Place, is_blank
from compare.reading.grids.measures import measure_of
from compare.reading.quantities.lexicon import Lexicon

_UNITS = re.compile(r"\((?:单位:)?(?P<units>[^()]{1,6}(?:[/、][^()/、]{1,6})+)\)")
_PART = re.compile(r"[^/、]+")
_YEARS = re.compile(r"(?:到|至)?(?:19|20)[0-9]{2}年?|“?十[一二三四五六七八九]五”?")
_FIRST_HEADS = 3  # rows at the top among which the repeated head stands


def halves(text: str, grid: Grid) -> tuple[Grid, ...]:
    """The tables side by side in a grid whose head repeats itself with other years; else the grid alone."""
    for row in grid.rows[:_FIRST_HEADS]:
        words = [text[slice(*cell)] for cell in row]
        undated = [_YEARS.sub("", word) for word in words]
        for width in range(2, len(row) // 2 + 1):
            names = words[::width]
            if len(set(names)) > 1 or not undated[0] or words[:width] == words[width : 2 * width]:
                continue
            if all(word == undated[c % width] for c, word in enumerate(undated)) and len(row) % width == 0:
                parts = range(0, len(row), width)
                return tuple(
                    Grid(tuple(cells[c : c + width] for cells in grid.rows), grid.title) for c in parts
                )
    return (grid,)


def parted(text: str, grid: Grid, lexicon: Lexicon) -> Grid:
    """The grid with each measure in a row of its own."""
    return _measures_apart(text, _halves_stacked(text, grid), lexicon)


def _halves_stacked(text: str, grid: Grid) -> Grid:
    """A head that repeats itself (指标|2025年|指标|2025年) stands over as many tables side by side."""
    for r, row in enumerate(grid.rows[:_FIRST_HEADS]):
        words = [text[slice(*cell)] for cell in row]
        width = next((w for w in range(2, len(row) // 2 + 1) if _repeats(words, w)), 0)
        if not width or any(cell == row[0] for cell in row[1:]):
            continue
        above = tuple(cells[:width] for cells in grid.rows[: r + 1])
        parts = range(0, len(row), width)
        below = (cells[c : c + width] for c in parts for cells in grid.rows[r + 1 :])
        return Grid((*above, *(cells for cells in below if not all(map(is_blank, cells)))), grid.title)
    return grid


def _repeats(words: Sequence[str], width: int) -> bool:
    return (
        len(words) % width == 0
        and all(words[:width])
        and len(set(words[:width])) == width
        and all(word == words[c % width] for c, word in enumerate(words))
    )


def _measures_apart(text: str, grid: Grid, lexicon: Lexicon) -> Grid:
    places = [cell for row in grid.rows for cell in (row[0], row[-1])]
    top, bottom = min(start for start, _ in places), max(end for _, end in places)
    if not any(_units(text, found, lexicon) for found in _UNITS.finditer(text, top, bottom)):
        return grid
    rows: list[tuple[Place, ...]] = []
    units: list[Place] = []
    for row in grid.rows:
        made = _rows_of_measures(text, row, lexicon)
        for cells, unit in made or [(row, (row[0][0], row[0][0]))]:
            rows.append(cells)
            units.append(unit)
    if all(map(is_blank, units)):
        return grid
    named = next(
        c
        for row, unit in zip(rows, units, strict=True)
        for c, cell in enumerate(row)
        if not (is_blank(unit) or is_blank(cell)) and cell[1] <= unit[0]
    )
    at = named + 1
    return Grid(
        tuple((*row[:at], unit, *row[at:]) for row, unit in zip(rows, units, strict=True)), grid.title
    )


def _rows_of_measures(
    text: str, row: Sequence[Place], lexicon: Lexicon
) -> list[tuple[tuple[Place, ...], Place]]:
    """The rows that a row of several measures stands for, each with the place of its unit."""
    for c, (start, end) in enumerate(row):
        found = _UNITS.search(text, start, end)
        units = _units(text, found, lexicon) if found and found.end() == end else []
        if not found or not units:
            continue
        names = _parts(text, start, found.start())
        cells = [_parts(text, *cell) for cell in row]
        if len(names) != len(units):
            continue
        if not any(len(parts) == len(names) for at, parts in enumerate(cells) if at != c):
            continue
        cells[c] = names
        return [
            (
                tuple(
                    parts[n] if len(parts) == len(names) else cell
                    for parts, cell in zip(cells, row, strict=True)
                ),
                unit,
            )
            for n, unit in enumerate(units)
        ]
    return []


def _units(text: str, found: re.Match[str], lexicon: Lexicon) -> list[Place]:
    """The units that a bracket names, none where it names something else."""
    units = _parts(text, *found.span("units"))
    return units if all(measure_of(text[slice(*unit)], lexicon) for unit in units) else []


def _parts(text: str, start: int, end: int) -> list[Place]:
    return [match.span() for match in _PART.finditer(text, start, end)]
