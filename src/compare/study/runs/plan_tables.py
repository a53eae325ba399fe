"""The tables of single plans, some plans at a time: those just read, and the last good rows of all others.

A study of many plans has its tables on disk until they are put together, so that memory is that of a part.
"""

from __future__ import annotations

import pickle
import shutil
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from compare.model import Plan
from compare.study.place import Study

if TYPE_CHECKING:
    import pandas as pd

    from compare.tables.storage.frames import PlanTables

#: Plans that are taken together.
SIZE = 100

_SPOOL = "parts-"


@contextmanager
def spool(study: Study) -> Iterator[Path]:
    """A folder of this run's own for tables that do not fit into memory. Raises OSError."""
    study.cache.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=_SPOOL, dir=study.cache) as folder:
        yield Path(folder)


def clear_spool(study: Study) -> None:
    """Remove what runs that were killed left there."""
    for folder in study.cache.glob(f"{_SPOOL}*"):
        shutil.rmtree(folder, ignore_errors=True)


class Read:
    """The tables of plans just read, by the part of the study that a plan belongs to.

    Parts are of SIZE registered plans, in the order of their ids. Tables of a part are lists until all of its
    plans are there, then frames; these are in ``spool``, a folder of this run's own, where there are several.
    """

    def __init__(self, registered: Iterable[str], spool: Path) -> None:
        self._bounds = sorted(registered)[::SIZE]
        self._spool = spool if len(self._bounds) > 1 else None
        self._waiting: dict[int, dict[str, PlanTables]] = {}
        self._made: dict[int, Mapping[str, pd.DataFrame]] = {}
        self.plans: set[str] = set()

    def part_of(self, plan_id: str) -> int:
        return max(0, bisect_right(self._bounds, plan_id) - 1)

    def put(self, plan_id: str, tables: PlanTables) -> None:
        self._waiting.setdefault(self.part_of(plan_id), {})[plan_id] = tables
        self.plans.add(plan_id)

    def finish(self, part: int) -> None:
        """Make frames of the tables of a part: no further plan of it will come."""
        from compare.tables.storage.frames import gather

        found = self._waiting.pop(part, {})
        frames = gather([found[plan_id] for plan_id in sorted(found)])
        if not frames:
            return
        if self._spool is None:
            self._made[part] = frames
            return
        for name, frame in frames.items():
            with self._file(part, name).open("wb") as file:
                pickle.dump(frame, file, pickle.HIGHEST_PROTOCOL)
        self._made[part] = {}

    def tables(self, part: int, names: Iterable[str]) -> list[dict[str, pd.DataFrame]]:
        """These tables of the plans of a part that were read; none where none was."""
        if part not in self._made:
            return []
        made = self._made[part]
        return [{name: made[name] if name in made else self._load(part, name) for name in names}]

    def _load(self, part: int, name: str) -> pd.DataFrame:
        with self._file(part, name).open("rb") as file:
            frame: pd.DataFrame = pickle.load(file)
        return frame

    def _file(self, part: int, name: str) -> Path:
        assert self._spool is not None
        return self._spool / f"{part:06}-{name}.pickle"


class Last:
    """The published tables, each read when a part of it is first asked for.

    Raises TableError and OSError where they cannot be read.
    """

    def __init__(self, folder: Path, known: Mapping[str, str]) -> None:
        """``known`` are hashes of files that were checked when they were written."""
        self.folder = folder
        self._known = known
        self._whole: dict[str, pd.DataFrame] = {}

    def check(self, name: str) -> None:
        """Read as much of a table as shows that it can be used."""
        self.table(name, [])

    def table(self, name: str, plans: Sequence[str] | None = None) -> pd.DataFrame:
        """A table, or its rows of these plans."""
        from compare.tables.storage.frames import of_plans
        from compare.tables.storage.store import read_stored
        from compare.tables.storage.table_files import is_parquet

        if is_parquet(self.folder, name):
            return read_stored(self.folder, name, plans, self._known)
        if name not in self._whole:
            self._whole[name] = read_stored(self.folder, name, known=self._known)
        return self._whole[name] if plans is None else of_plans(self._whole[name], plans)


class Parts:
    """The tables of single plans of a whole study, part by part in the order of the ids of ``plans``."""

    def __init__(self, plans: Sequence[Plan], read: Read, last: Last | None) -> None:
        self._read = read
        self._last = last
        self._plans: dict[int, list[Plan]] = {}
        for plan in sorted(plans, key=lambda plan: plan.plan_id):
            self._plans.setdefault(read.part_of(plan.plan_id), []).append(plan)

    def plans(self) -> Iterator[tuple[int, list[Plan]]]:
        """The number of each part and its plans."""
        yield from self._plans.items()

    def kept(self, part: int) -> list[str]:
        """The plans of a part of which the last good rows stay."""
        return [plan.plan_id for plan in self._plans[part] if plan.plan_id not in self._read.plans]

    def read(self, part: int) -> list[str]:
        """The plans of a part that were read."""
        return [plan.plan_id for plan in self._plans[part] if plan.plan_id in self._read.plans]

    def of(self, part: int, names: Sequence[str]) -> list[dict[str, pd.DataFrame]]:
        """These tables of the plans read, and then of those kept."""
        found, kept = self._read.tables(part, names), self.kept(part)
        if kept and self._last is not None:
            found.append({name: self._last.table(name, kept) for name in names})
        return found

    def table(self, name: str) -> Iterator[pd.DataFrame]:
        """One table part by part, plans in the order of their ids."""
        from compare.tables.storage.frames import combine

        for part in self._plans:
            found = combine(self.of(part, [name]))
            if found:
                yield found[name]
