"""What of a study is stale: by content hashes of sources, register, codebook, code and tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from compare.model import Plan
from compare.study import hashing
from compare.study.codebook_files import BENCHMARKS, codebook_folder, codebook_paths
from compare.study.corrections import load_corrections
from compare.study.place import Study
from compare.study.state import State

if TYPE_CHECKING:
    from compare.coding import Correction


@dataclass(frozen=True, slots=True)
class Keys:
    """The hashes a study stands at now. ``plans`` has "" for a source that cannot be read."""

    codebook: Path
    reading: str
    showing: str
    plans: Mapping[str, str]
    corrections: Mapping[str, tuple[Correction, ...]]


def take_keys(study: Study, plans: Iterable[Plan]) -> Keys:
    """Raises StudyError where there is no codebook or a correction cannot be used, OSError where a
    file of the codebook is unreadable."""
    corrections = load_corrections(study)
    folder = codebook_folder(study.own_codebook)
    reading = hashing.of_parts(hashing.of_code(hashing.READING), hashing.of_files(codebook_paths(folder)))
    return Keys(
        codebook=folder,
        reading=reading,
        showing=hashing.of_parts(reading, hashing.of_code(hashing.SHOWING), _benchmarks(folder)),
        plans={
            plan.plan_id: _plan_key(study, plan, corrections.get(plan.plan_id, ()), reading) for plan in plans
        },
        corrections=corrections,
    )


def _benchmarks(folder: Path) -> str:
    """National targets are shown beside what was read; nothing is read by them."""
    path = folder / BENCHMARKS
    return hashing.of_file(path) if path.is_file() else ""


def _plan_key(study: Study, plan: Plan, corrections: tuple[Correction, ...], reading: str) -> str:
    try:
        source = hashing.of_file(study.raw / plan.source_file)
    except OSError:
        return ""
    return hashing.of_parts(reading, source, repr(plan), repr(corrections))


def tables_stand(study: Study, state: State) -> bool:
    """Whether the tables are those of the last run, to the byte."""
    return bool(state.tables) and state.tables == table_hashes(study, state.tables)


def table_hashes(study: Study, names: Iterable[str]) -> dict[str, str]:
    """Hash of each of these files of ``data/processed``, "" where it cannot be read."""
    hashes = {}
    for name in names:
        try:
            hashes[name] = hashing.of_file(study.processed / name)
        except OSError:
            hashes[name] = ""
    return hashes


def stale_plans(plans: Iterable[Plan], keys: Keys, state: State, stand: bool) -> list[Plan]:
    """The plans to read: new, changed, or unreadable last time; all where the tables do not stand."""
    return [
        plan
        for plan in plans
        if not stand
        or not keys.plans[plan.plan_id]
        or state.plans.get(plan.plan_id) != keys.plans[plan.plan_id]
    ]


def notebook_keys(study: Study, showing: str, tables: Mapping[str, str]) -> dict[str, str]:
    """What each notebook's page depends on: the notebook, every table, a second person's coding,
    codebook and code."""
    coded = study.agreement / "disagreements.csv"
    base = hashing.of_parts(_base(showing, tables), hashing.of_file(coded) if coded.is_file() else "")
    return {
        path.name: hashing.of_parts(base, hashing.of_file(path))
        for path in sorted(study.notebooks.glob("*.ipynb"))
    }


def export_key(name: str, showing: str, tables: Mapping[str, str]) -> str:
    return hashing.of_parts(name, _base(showing, tables))


def _base(showing: str, tables: Mapping[str, str]) -> str:
    return hashing.of_parts(showing, *(part for pair in sorted(tables.items()) for part in pair))
