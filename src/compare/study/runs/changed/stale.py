"""What of a study is stale: by content hashes of sources, register, codebook, code and tables."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.model import Plan
from compare.study.codebook.files import BENCHMARKS, LEARNED, codebook_folder, codebook_paths
from compare.study.people.corrections_file import load_corrections
from compare.study.place import Study
from compare.study.runs.changed import hashing
from compare.study.runs.changed.state import State
from compare.tables.noting import reads
from compare.tables.storage.table_files import table_of

if TYPE_CHECKING:
    from compare.study.people.corrections_file import Either


@dataclass(frozen=True, slots=True)
class Keys:
    """The hashes a study stands at now. ``plans`` has "" for a source that cannot be read.

    ``reading`` is the codebook and the code that reads; ``showing`` the code alone; ``parts`` are those
    of the codebook (:mod:`compare.tables.noting.reads`).
    """

    codebook: Path
    reading: str
    showing: str
    parts: Mapping[str, str]
    plans: Mapping[str, str]
    corrections: Mapping[str, tuple[Either, ...]]


def take_keys(study: Study, plans: Iterable[Plan]) -> Keys:
    """Raises StudyError where there is no codebook or a correction cannot be used, OSError where a
    file of the codebook is unreadable."""
    corrections = load_corrections(study)
    folder = codebook_folder(study.own_codebook)
    files = {stem: hashing.of_file(path) for stem, path in codebook_paths(folder).items()}
    files[LEARNED] = _of_file_if_there(folder / LEARNED)
    code = hashing.of_code(hashing.READING)
    reading = hashing.of_parts(code, *_named(files))
    return Keys(
        codebook=folder,
        reading=reading,
        showing=hashing.of_parts(code, hashing.of_code(hashing.SHOWING)),
        parts=_codebook_parts(folder, files),
        plans={
            plan.plan_id: _plan_key(study, plan, corrections.get(plan.plan_id, ()), reading) for plan in plans
        },
        corrections=corrections,
    )


def _codebook_parts(folder: Path, files: Mapping[str, str]) -> dict[str, str]:
    """Hashes of the parts of a codebook from those of its ``files`` by stem."""
    apart = {reads.of_codebook(stem): files.get(stem, "") for stem in reads.LANGUAGE}
    rest = {stem: key for stem, key in files.items() if stem not in reads.LANGUAGE}
    # National targets are shown beside what was read; nothing is read by them.
    targets = _of_file_if_there(folder / BENCHMARKS)
    return {**apart, reads.CODEBOOK: hashing.of_parts(*_named(rest)), reads.BENCHMARKS: targets}


def _named(hashes: Mapping[str, str]) -> list[str]:
    return [text for pair in sorted(hashes.items()) for text in pair]


def _of_file_if_there(path: Path) -> str:
    return hashing.of_file(path) if path.is_file() else ""


def _plan_key(study: Study, plan: Plan, corrections: tuple[Either, ...], reading: str) -> str:
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


class Parts:
    """The hash of each part of a study as it is now; that of :class:`~compare.tables.noting.reads.Cells` is
    found when it is asked for: only then tables are opened."""

    def __init__(self, study: Study, whole: Mapping[str, str]) -> None:
        self._study = study
        self._known = dict(whole)
        self._found: dict[str, Any] = {}
        self._texts: dict[str, dict[str, list[str]]] = {}
        self.everything = hashing.of_parts(*_named(self._known))

    def __getitem__(self, part: str) -> str:
        if part not in self._known:
            self._known[part] = self._of_cells(reads.cells(part))
        return self._known[part]

    def _of_cells(self, cells: reads.Cells | None) -> str:
        """ "" where they cannot be found any more: what read them is stale."""
        if cells is None:
            return ""
        from compare.study.loading import kept_tables
        from compare.tables.noting.study_tables import found_in, values_of

        try:
            if cells.of not in self._found:
                self._found[cells.of] = found_in(kept_tables(self._study), cells.of)
            texts = self._texts.setdefault(cells.of, {})
            return hashing.of_parts(*values_of(self._found[cells.of], cells, texts))
        except (LookupError, ValueError, AttributeError, TypeError):
            return ""


@dataclass(frozen=True, slots=True)
class Current:
    """What outputs are made of as it is now: the hash of the code, and those of the parts of the study."""

    code: str
    parts: Parts

    @property
    def everything(self) -> str:
        return hashing.of_parts(self.code, self.parts.everything)

    def key(self, own: str, read: Collection[str] | None) -> str:
        """What an output depends on: ``own`` (its name, or the hash of its notebook), the code and the
        parts that it ``read``; on all of them where that is not known."""
        if read is None or reads.EVERYTHING in read:
            return hashing.of_parts(self.everything, own)
        return hashing.of_parts(self.code, own, *_named({name: self.parts[name] for name in read}))


def current(study: Study, keys: Keys, tables: Mapping[str, str]) -> Current:
    """``tables`` are hashes by file name, as in :attr:`State.tables`."""
    files: dict[str, list[str]] = {}
    for name, key in sorted(tables.items()):
        files.setdefault(table_of(name), []).append(key)
    parts = {
        **{name: found[0] if len(found) == 1 else hashing.of_parts(*found) for name, found in files.items()},
        **keys.parts,
        reads.DISAGREEMENTS: _of_file_if_there(study.agreement / "disagreements.csv"),
        reads.CHANGES: _of_file_if_there(study.last_changes),
        reads.CONTEXT: hashing.of_files({path.name: path for path in study.context.glob("*.csv")}),
    }
    return Current(keys.showing, Parts(study, parts))


def notebook_hashes(study: Study) -> dict[str, str]:
    """Hash of each notebook by file name, in their order."""
    return {path.name: hashing.of_file(path) for path in sorted(study.notebooks.glob("*.ipynb"))}


def page(study: Study, notebook: str) -> Path:
    return study.pages / f"{Path(notebook).stem}.html"


def page_stands(study: Study, notebook: str, own: str, now: Current, state: State) -> bool:
    """Whether a run made the page of a notebook, whose hash is ``own``, from what is there ``now``."""
    return page(study, notebook).exists() and stands(state.notebooks.get(notebook), notebook, own, now, state)


def stands(key: str | None, name: str, own: str, now: Current, state: State) -> bool:
    """Whether the output ``name`` was made under ``key`` from what is there ``now``; ``own`` as in
    :meth:`Current.key`. Where nothing at all has changed since, the parts need not be looked at."""
    if key is None:
        return False
    if state.everything == now.everything and state.standing.get(name) == own:
        return True
    return key == now.key(own, state.reads.get(name))
