"""Reading all that is stale, here or elsewhere: where their tables go, and what went wrong."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from compare.model import Plan
from compare.study.place import Study
from compare.study.runs.changed.stale import Keys
from compare.study.runs.plan_tables import Read
from compare.study.runs.processes.read_plan import PlanRead, Task, read_plan
from compare.study.runs.processes.workers import each
from compare.study.runs.progress import Progress

#: From this many plans on, reading them in several processes pays for starting those.
_MANY = 40


def read_all(
    study: Study,
    stale: Sequence[Plan],
    keys: Keys,
    workers: int,
    scheduler: str,
    progress: Progress,
    into: Read,
) -> tuple[PlanRead, ...]:
    """What became of each plan, in the order of the register; its tables go ``into`` those of the others.

    ``workers`` 0 chooses by the number of plans; ``scheduler`` "" is none.
    """
    place = {plan.plan_id: number for number, plan in enumerate(stale)}
    tasks = [
        Task(
            plan,
            study.raw,
            keys.codebook,
            keys.reading,
            study.cache,
            keys.corrections.get(plan.plan_id, ()),
        )
        # In the order of the tables, so that few parts wait for a plan of theirs.
        for plan in sorted(stale, key=lambda plan: plan.plan_id)
    ]
    left = Counter(into.part_of(plan.plan_id) for plan in stale)
    reads: list[PlanRead] = []
    with progress("reading plans", len(tasks)) as advance:
        several = workers or (os.cpu_count() or 1 if len(tasks) >= _MANY else 1)
        for number, done in each(read_plan, tasks, several, scheduler):
            read = done.result or _lost(tasks[number], done.lost)
            if read.tables is not None:
                into.put(read.plan_id, read.tables)
            reads.append(replace(read, tables=None))
            part = into.part_of(read.plan_id)
            left[part] -= 1
            if not left[part]:
                into.finish(part)
            advance()
    return tuple(sorted(reads, key=lambda read: place[read.plan_id]))


def _lost(task: Task, why: str) -> PlanRead:
    """A plan whose process ended or did not answer: ``read_plan`` itself never raises."""
    source = f"data/raw/{task.plan.source_file}"
    problem = f"{source}: it could not be read in a process of its own ({why}); run again with --workers 1"
    return PlanRead(task.plan.plan_id, problem=problem)
