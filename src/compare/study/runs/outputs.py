"""Notebooks and exports: made again where what they read, the code or the notebook itself changed.

What a run made and nothing makes any longer is removed; a file no run made is never touched.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from compare.garbage import seldom
from compare.study.errors import cannot_write, explain
from compare.study.loading import kept_tables
from compare.study.place import Study
from compare.study.runs import exporting
from compare.study.runs.changed.stale import (
    Current,
    Keys,
    current,
    notebook_hashes,
    page,
    page_stands,
    stands,
)
from compare.study.runs.changed.state import PAGES, State
from compare.study.runs.clock import Clock
from compare.study.runs.exporting import EXPORTS, FIGURE, Part
from compare.study.runs.processes.workers import meanwhile
from compare.study.runs.progress import Progress
from compare.study.runs.targets import target

if TYPE_CHECKING:
    from compare.exports.notebooks.branches import Branch

#: The state after it, what it says, and its problems.
Made = tuple[State, list[str], list[str]]
#: What each notebook read, by file name.
Reads = dict[str, tuple[str, ...]]


def make(
    study: Study,
    keys: Keys,
    state: State,
    with_notebooks: bool,
    progress: Progress,
    clock: Clock,
    workers: int = 0,
) -> Made:
    """Make the stale notebook pages and exports; a file that nothing makes any longer is removed.

    Notebooks run in processes of their own and leave this one idle, so the exports are written meanwhile.
    ``workers`` is for each of the two, 0 chooses.
    """
    now = current(study, keys, state.tables)
    notebooks = notebook_hashes(study) if with_notebooks else {}
    pages = [name for name, own in notebooks.items() if not page_stands(study, name, own, now, state)]
    files = [name for name in EXPORTS if not _export_stands(study, name, now, state)]
    read: Reads = {}
    half = max(1, (os.cpu_count() or 1) // 2)  # the other half is for the notebooks
    branches = _branches(study, pages, workers)
    with progress("notebooks and exports", len(pages) + len(files)) as advance, seldom():
        with meanwhile(
            lambda: _run_notebooks(study, pages, advance, clock, read, workers, branches)
        ) as faults:
            state, export_problems = _write_exports(study, now, state, files, advance, clock, workers or half)
        problems = faults()
    lines = []
    standing = {name: name for name in state.exports}
    if with_notebooks:
        failed = [name for name in pages if _named(name, problems)] if problems else []
        state = _settle_pages(study, state, notebooks, now, pages, failed, read)
        lines = [f"notebooks: {study.show(study.pages)}"] if notebooks else []
        standing |= {name: notebooks[name] for name in state.notebooks}
    elif state.everything == now.everything:
        standing = {**state.standing, **standing}
    state = replace(state, everything=now.everything, standing=standing)
    lines += [f"{name}: {study.show(target(study, name))}" for name in EXPORTS if name in state.exports]
    return state, lines, problems + export_problems


def _branches(study: Study, pages: Collection[str], workers: int) -> list[Branch]:
    """Kernels for so many notebooks with what they, like the exports, import and read; none where a process
    cannot branch: they are started anew there."""
    if not pages:
        return []
    from compare.exports.notebooks.branches import branch, can_branch

    if not can_branch():
        return []
    from compare.exports.notebooks.execute import WORKERS, lanes

    importlib.import_module("seaborn")
    _ = kept_tables(study).labels
    with suppress(OSError):
        return [branch() for _ in range(lanes(len(pages), workers or WORKERS))]
    return []


def _run_notebooks(
    study: Study,
    stale: Sequence[str],
    advance: Callable[[], None],
    clock: Clock,
    read: Reads,
    workers: int,
    branches: Sequence[Branch],
) -> list[str]:
    """Execute these notebooks; the problems. A page that failed keeps its last good version.

    ``read`` gets what each of the others read.
    """
    if not stale:
        return []
    from compare.exports.notebooks.execute import WORKERS, NotebookError, execute

    def done(name: str, parts: tuple[str, ...] | None) -> None:
        if parts is not None:
            read[name] = parts
        advance()

    with clock.step("notebooks"):
        try:
            most = workers or WORKERS
            execute(
                study.notebooks,
                study.pages,
                study.root,
                done=done,
                workers=most,
                only=tuple(stale),
                branches=branches,
            )
        except NotebookError as error:
            return [f"{study.show(study.notebooks)}/{message}" for message in error.messages]
        except OSError as error:
            return [_cannot_write(study, study.pages, error)]
    return []


def _settle_pages(
    study: Study,
    state: State,
    notebooks: Mapping[str, str],
    now: Current,
    run: Collection[str],
    failed: Collection[str],
    read: Reads,
) -> State:
    """The state of these notebooks (hashes by name), of which those of ``run`` were run, all but the
    ``failed`` to their end."""
    known = {name: parts for name, parts in {**state.reads, **read}.items() if _is_output(name, notebooks)}
    stood = {name: key for name, key in state.notebooks.items() if name not in run}
    done = {
        name: stood[name] if name in stood else now.key(own, known.get(name))
        for name, own in notebooks.items()
        if name not in failed
    }
    # A notebook that failed keeps the page of its last good run.
    pages = {study.show(page(study, name)) for name in done}
    kept = set(state.made.get(PAGES, ())) & {study.show(page(study, name)) for name in notebooks}
    return replace(state, notebooks=done, reads=known, made=_made_now(study, state, PAGES, pages | kept))


def _is_output(name: str, notebooks: Collection[str]) -> bool:
    return name in notebooks or name in EXPORTS or name.startswith(FIGURE)


def _write_exports(
    study: Study,
    now: Current,
    state: State,
    stale: Sequence[str],
    advance: Callable[[], None],
    clock: Clock,
    workers: int,
) -> tuple[State, list[str]]:
    """Write these exports; the state after them and the problems."""
    problems: list[str] = []
    done = dict(state.exports)
    parts: dict[str, Part] = {}
    stood: set[str] = set()

    def kept(part: str) -> Part | None:
        files = [study.root / path for path in state.made.get(part, ())]
        if not _export_stands(study, part, now, state):
            return None
        stood.add(part)
        return files, state.reads.get(part, ())

    for name in stale:
        read: set[str] = set()
        try:
            with clock.step(name):
                files = exporting.make(study, name, EXPORTS[name], read.add, workers, kept, parts.__setitem__)
        except Exception as error:  # a fault in one export must not cost the others
            problems += _why(study, name, error)
            lost = {one for one in done if one.startswith(f"{name}/")} - stood
            done = {one: key for one, key in done.items() if one != name and one not in lost}
        else:
            made = _made_now(study, state, name, map(study.show, files))
            state = replace(state, made=made, reads={**state.reads, name: tuple(sorted(read))})
            done[name] = now.key(name, read)
        advance()
    return _with_parts(study, now, replace(state, exports=done), parts), problems


def _with_parts(study: Study, now: Current, state: State, parts: Mapping[str, Part]) -> State:
    """The state with the parts of an export that were made."""
    return replace(
        state,
        exports={**state.exports, **{name: now.key(name, read) for name, (_, read) in parts.items()}},
        reads={**state.reads, **{name: tuple(sorted(read)) for name, (_, read) in parts.items()}},
        made={
            **state.made,
            **{name: tuple(sorted(map(study.show, files))) for name, (files, _) in parts.items()},
        },
    )


def _export_stands(study: Study, name: str, now: Current, state: State) -> bool:
    there = all((study.root / path).exists() for path in state.made.get(name, ()))
    return there and stands(state.exports.get(name), name, name, now, state)


def _named(notebook: str, problems: Iterable[str]) -> bool:
    return any(notebook in problem for problem in problems) or not any(".ipynb" in one for one in problems)


def _made_now(study: Study, state: State, name: str, files: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """``State.made`` with these files of ``name``; those it had besides are removed.

    One that cannot be removed (it is open in another program) stays on the list, to be tried again.
    """
    current = set(files)
    for path in set(state.made.get(name, ())) - current:
        try:
            (study.root / path).unlink(missing_ok=True)
        except OSError:
            current.add(path)
    return {**state.made, name: tuple(sorted(current))}


def _why(study: Study, export: str, error: Exception) -> list[str]:
    """What is said of an export that was not made, one line per problem."""
    if isinstance(error, OSError) and error.strerror:
        return [_cannot_write(study, target(study, export), error)]
    known = explain(error)
    if known is None:
        what = " ".join(f"{type(error).__name__}: {error}".split())
        known = [f"making it failed ({what}); please report this"]
    return [f"export {export}: {line}" for line in known]


def _cannot_write(study: Study, path: Path, error: OSError) -> str:
    return cannot_write(study.show(Path(error.filename) if error.filename else path), error)
