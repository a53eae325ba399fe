"""Notebooks and exports: made again where tables, labels, code or the notebook itself changed.

What a run made and nothing makes any longer is removed; a file no run made is never touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from compare.study.errors import cannot_write, explain
from compare.study.exporting import EXPORTS, target
from compare.study.place import Study
from compare.study.progress import Progress
from compare.study.stale import export_key, notebook_keys
from compare.study.state import State
from compare.study.view import open_tables

#: The state after a step, what it says, and its problems.
Made = tuple[State, list[str], list[str]]
Step = Callable[[Study, str, State, Progress], Made]
# Under this name ``State.made`` lists the pages of notebooks.
_PAGES = "notebooks"


def notebooks(study: Study, showing: str, state: State, progress: Progress) -> Made:
    """Execute the stale notebooks; a page that failed keeps its last good version."""
    keys = notebook_keys(study, showing, state.tables)
    stale = [
        name
        for name, key in keys.items()
        if state.notebooks.get(name) != key or not _page(study, name).exists()
    ]
    problems: list[str] = []
    if stale:
        from compare.exports.notebooks import NotebookError, execute

        with progress("notebooks", len(stale)) as advance:
            try:
                execute(
                    study.notebooks, study.pages, study.root, progress=lambda _: advance(), only=tuple(stale)
                )
            except NotebookError as error:
                problems = [f"{study.show(study.notebooks)}/{message}" for message in error.messages]
            except OSError as error:
                problems = [_cannot_write(study, study.pages, error)]
        stale = [name for name in stale if _named(name, problems)] if problems else []
    done = {name: key for name, key in keys.items() if name not in stale}
    # A notebook that failed keeps the page of its last good run.
    pages = {study.show(_page(study, name)) for name in done}
    kept = set(state.made.get(_PAGES, ())) & {study.show(_page(study, name)) for name in keys}
    made = _made_now(study, state, _PAGES, pages | kept)
    lines = [f"notebooks: {study.show(study.pages)}"] if keys else []
    return replace(state, notebooks=done, made=made), lines, problems


def exports(study: Study, showing: str, state: State, progress: Progress) -> Made:
    """Write the stale exports; files an export no longer makes are removed."""
    lines: list[str] = []
    problems: list[str] = []
    done = dict(state.exports)
    stale = [name for name in EXPORTS if not _export_stands(study, name, showing, state)]
    with progress("exports", len(stale)) as advance:
        for name in stale:
            try:
                files = EXPORTS[name](open_tables(study), target(study, name))
            except Exception as error:  # a fault in one export must not cost the others
                problems += _why(study, name, error)
                done.pop(name, None)
            else:
                state = replace(state, made=_made_now(study, state, name, map(study.show, files)))
                done[name] = export_key(name, showing, state.tables)
            advance()
    lines = [f"{name}: {study.show(target(study, name))}" for name in EXPORTS if name in done]
    return replace(state, exports=done), lines, problems


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
