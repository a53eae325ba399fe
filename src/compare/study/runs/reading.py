"""Reading all that is stale, here or elsewhere: their tables in parts of many plans, and what went wrong."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from compare.model import Plan
from compare.study.place import Study
from compare.study.runs.progress import Progress
from compare.study.runs.read_plan import PlanRead, Task, read_plan
from compare.study.runs.stale import Keys
from compare.study.runs.workers import each

if TYPE_CHECKING:
    import pandas as pd

    from compare.tables.storage.frames import PlanTables

#: From this many plans on, reading them in several processes pays for starting those.
_MANY = 40
#: Plans of which the tables are held row by row, which takes several times the room that frames take.
_SHARD = 100


@dataclass(frozen=True, slots=True)
class AllRead:
    """What became of each plan, without its tables, in the order of the register; and the tables of all that
    could be read, in parts."""

    reads: tuple[PlanRead, ...] = ()
    parts: tuple[dict[str, pd.DataFrame], ...] = ()


def read_all(
    study: Study, stale: Sequence[Plan], keys: Keys, workers: int, scheduler: str, progress: Progress
) -> AllRead:
    """``workers`` 0 chooses by the number of plans; ``scheduler`` "" is none."""
    from compare.tables.storage.frames import gather

    tasks = [
        Task(
            plan,
            study.raw,
            keys.codebook,
            keys.reading,
            study.cache,
            keys.corrections.get(plan.plan_id, ()),
        )
        for plan in stale
    ]
    reads: dict[int, PlanRead] = {}
    parts: list[dict[str, pd.DataFrame]] = []
    waiting: list[PlanTables] = []
    with progress("reading plans", len(tasks)) as advance:
        several = workers or (os.cpu_count() or 1 if len(tasks) >= _MANY else 1)
        for number, done in each(read_plan, tasks, several, scheduler):
            read = done.result or _lost(tasks[number], done.lost)
            if read.tables is not None:
                waiting.append(read.tables)
            reads[number] = replace(read, tables=None)
            if len(waiting) == _SHARD:
                parts.append(gather(waiting))
                waiting = []
            advance()
    if waiting:
        parts.append(gather(waiting))
    return AllRead(tuple(reads[number] for number in sorted(reads)), tuple(parts))


def _lost(task: Task, why: str) -> PlanRead:
    """A plan whose process ended or did not answer: ``read_plan`` itself never raises."""
    source = f"data/raw/{task.plan.source_file}"
    problem = f"{source}: it could not be read in a process of its own ({why}); run again with --workers 1"
    return PlanRead(task.plan.plan_id, problem=problem)
