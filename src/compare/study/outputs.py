"""Notebooks and exports: made again where tables, labels, code or the notebook itself changed.

What a run made and nothing makes any longer is removed; a file no run made is never touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from compare.study.clock import Clock
from compare.study.errors import cannot_write, explain
from compare.study.exporting import EXPORTS, target
from compare.study.place import Study
from compare.study.progress import Progress
from compare.study.stale import export_key, notebook_keys
from compare.study.state import State
from compare.study.view import open_tables
from compare.study.workers import meanwhile

#: The state after it, what it says, and its problems.
Made = tuple[State, list[str], list[str]]
# Under this name ``State.made`` lists the pages of notebooks.
_PAGES = "notebooks"


def make(
    study: Study, showing: str, state: State, with_notebooks: bool, progress: Progress, clock: Clock
) -> Made:
    """Make the stale notebook pages and exports; a file that nothing makes any longer is removed.

    Notebooks run in processes of their own and leave this one idle, so the exports are written meanwhile.
    """
    keys = notebook_keys(study, showing, state.tables) if with_notebooks else {}
    pages = [
        name
        for name, key in keys.items()
        if state.notebooks.get(name) != key or not _page(study, name).exists()
    ]
    files = [name for name in EXPORTS if not _export_stands(study, name, showing, state)]
    with progress("notebooks and exports", len(pages) + len(files)) as advance:
        with meanwhile(lambda: _run_notebooks(study, pages, advance, clock)) as faults:
            state, export_problems = _write_exports(study, showing, state, files, advance, clock)
        problems = faults()
    lines = []
    if with_notebooks:
        failed = [name for name in pages if _named(name, problems)] if problems else []
        state = _settle_pages(study, state, keys, failed)
        lines = [f"notebooks: {study.show(study.pages)}"] if keys else []
    lines += [f"{name}: {study.show(target(study, name))}" for name in EXPORTS if name in state.exports]
    return state, lines, problems + export_problems


def _run_notebooks(
    study: Study, stale: Sequence[str], advance: Callable[[], None], clock: Clock
) -> list[str]:
    """Execute these notebooks; the problems. A page that failed keeps its last good version."""
    if not stale:
        return []
    from compare.exports.notebooks import NotebookError, execute

    with clock.step("notebooks"):
        try:
            execute(study.notebooks, study.pages, study.root, progress=lambda _: advance(), only=tuple(stale))
        except NotebookError as error:
            return [f"{study.show(study.notebooks)}/{message}" for message in error.messages]
        except OSError as error:
            return [_cannot_write(study, study.pages, error)]
    return []


def _settle_pages(study: Study, state: State, keys: Mapping[str, str], failed: Sequence[str]) -> State:
    """The state after the notebooks of ``keys`` were run, all but the ``failed`` to their end."""
    done = {name: key for name, key in keys.items() if name not in failed}
    # A notebook that failed keeps the page of its last good run.
    pages = {study.show(_page(study, name)) for name in done}
    kept = set(state.made.get(_PAGES, ())) & {study.show(_page(study, name)) for name in keys}
    return replace(state, notebooks=done, made=_made_now(study, state, _PAGES, pages | kept))


def _write_exports(
    study: Study,
    showing: str,
    state: State,
    stale: Sequence[str],
    advance: Callable[[], None],
    clock: Clock,
) -> tuple[State, list[str]]:
    """Write these exports; the state after them and the problems."""
    problems: list[str] = []
    done = dict(state.exports)
    for name in stale:
        try:
            with clock.step(name):
                files = EXPORTS[name](open_tables(study), target(study, name))
        except Exception as error:  # a fault in one export must not cost the others
            problems += _why(study, name, error)
            done.pop(name, None)
        else:
            state = replace(state, made=_made_now(study, state, name, map(study.show, files)))
            done[name] = export_key(name, showing, state.tables)
        advance()
    return replace(state, exports=done), problems


def _export_stands(study: Study, name: str, showing: str, state: State) -> bool:
    current = state.exports.get(name) == export_key(name, showing, state.tables)
    return current and all((study.root / path).exists() for path in state.made.get(name, ()))


def _page(study: Study, notebook: str) -> Path:
    return study.pages / f"{Path(notebook).stem}.html"


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
