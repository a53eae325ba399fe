"""Which plans state a value that can stand on one axis: one panel for each row of the comparison.

Rows share an axis only where the codebook says that they are the same measure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from compare.figures.content.cell_text import Cell
from compare.figures.content.selection import View, by_group
from compare.tables.comparing.compared_rows import Row


@dataclass(frozen=True, slots=True)
class Panel:
    """One plot: the row it is named after, the unit of its axis, and the cell of each plan."""

    row: Row
    unit: str
    cells: dict[str, Cell]

    def drawn(self, plan_id: str) -> bool:
        """Whether the cell of a plan has a place on this axis."""
        cell = self.cells.get(plan_id)
        return cell is not None and bool(cell.values)

    @property
    def stating(self) -> list[Cell]:
        return [cell for cell in self.cells.values() if cell.values]

    def on_axis(self) -> list[float]:
        """All values of the plot, those of earlier deadlines among them."""
        return [
            end
            for cell in self.stating
            for end in (*cell.values, *(end for step in cell.path for end in (step.low, step.high)))
        ]


def panels_of(view: View) -> list[Panel]:
    """One panel for each axis on which two plans have a value. Rows that may share one do so, unless a plan
    gives values in two of them."""
    of_axis: dict[str, list[str]] = {}
    for code in (code for codes in by_group(view).values() for code in codes):
        of_axis.setdefault(view.rows[code].axis, []).append(code)
    panels = [
        _panel(view, part)
        for rows in of_axis.values()
        for part in ([rows] if _one_each(view, rows) else [[code] for code in rows])
    ]
    return [panel for panel in panels if len(panel.stating) > 1]


def _one_each(view: View, rows: Sequence[str]) -> bool:
    """Whether every plan has at most one value in these rows."""
    stating = Counter(cell.plan_id for cell in view.about(rows) if cell.values)
    return all(count == 1 for count in stating.values())


def _panel(view: View, rows: Sequence[str]) -> Panel:
    cells: dict[str, Cell] = {}
    for cell in view.about(rows):
        if cell.values or cell.plan_id not in cells:
            cells[cell.plan_id] = cell
    unit, _ = Counter(cell.unit for cell in cells.values() if cell.values).most_common(1)[0]
    return Panel(view.rows[rows[0]], unit, cells)


def is_simple(cell: Cell) -> bool:
    """Whether a cell has one value: no range, no contradiction, no parameters side by side."""
    return len(cell.values) == 1 and not cell.variants
