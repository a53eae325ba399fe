"""Tasks counted by department and plan, from the table ``responsibilities``.

A task is a passage that names at least one department.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from compare.figures.content.plans_shown import PlanNote, plan_notes
from compare.tables.words.labels import Labels, Lang


@dataclass(frozen=True, slots=True)
class Tasks:
    """Tasks of a plan that name a department, and those of them that it leads."""

    named: int
    led: int


@dataclass(frozen=True, slots=True)
class Counts:
    """``cells[department, plan_id]``; ``totals``: all tasks of a plan; ``others``: how many are not drawn."""

    departments: tuple[str, ...]
    plans: tuple[PlanNote, ...]
    cells: Mapping[tuple[str, str], Tasks]
    totals: Mapping[str, int]
    others: int

    def first(self, most: int) -> Counts:
        """The same with the ``most`` widely named departments."""
        left = len(self.departments[most:])
        return replace(self, departments=self.departments[:most], others=self.others + left)

    def tasks(self, department: str, plan_id: str) -> Tasks:
        return self.cells.get((department, plan_id), Tasks(0, 0))

    def share(self, department: str, plan_id: str) -> float:
        """Share of the plan's tasks that name the department."""
        return self.tasks(department, plan_id).named / self.totals[plan_id]


def count_tasks(
    responsibilities: pd.DataFrame, plans: pd.DataFrame, labels: Labels, lang: Lang, most: int
) -> Counts:
    """Tasks by department and plan; a department named twice in a passage counts once.

    The ``most`` departments that most plans name are kept, widest first. A department that the
    codebook does not know has no row, but its tasks are tasks of the plan.
    """
    known = responsibilities.dropna(subset=["department"])
    led = known.assign(led=known["role"] == "lead")
    tasks = led.groupby(["department", "plan_id", "passage_id"], as_index=False).agg({"led": "any"})
    found: dict[tuple[str, str], list[bool]] = {}
    for task in tasks.to_dict("records"):
        found.setdefault((task["department"], task["plan_id"]), []).append(bool(task["led"]))
    cells = {key: Tasks(len(leads), sum(leads)) for key, leads in found.items()}
    totals = responsibilities.groupby("plan_id")["passage_id"].nunique()
    spread: dict[str, tuple[int, int]] = {}
    for (department, _), cell in cells.items():
        plans_naming, named = spread.get(department, (0, 0))
        spread[department] = plans_naming + 1, named + cell.named
    order = sorted(spread, key=lambda code: (-spread[code][0], -spread[code][1], code))
    return Counts(
        departments=tuple(order[:most]),
        plans=tuple(plan_notes(plans, known["plan_id"], labels, lang)),
        cells=cells,
        totals={str(plan_id): int(total) for plan_id, total in totals.items()},
        others=len(order[most:]),
    )
