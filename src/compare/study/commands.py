"""What each command does, apart from arguments and printing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from compare.study.codebook.files import codebook_folder, load_codebook, load_labels
from compare.study.errors import StudyError, naming
from compare.study.place import Study, find_study

if TYPE_CHECKING:
    from compare.study.runs.run import Report
    from compare.tables.words.labels import Lang

# Numbers of a researcher's own notebooks; those that come with the project have others.
_OWN_FROM, _OWN_TO = 20, 90


def run(folder: Path | None, workers: int, scheduler: str, notebooks: bool) -> Report:
    from compare.study.runs.progress import bar
    from compare.study.runs.run import Options
    from compare.study.runs.run import run as run_study

    return run_study(find_study(folder), Options(workers, scheduler, notebooks), bar)


def add(
    files: Sequence[Path], folder: Path | None, confirm: Callable[[str], bool], supersedes: str = ""
) -> Iterator[str]:
    """Register files one by one; ``confirm`` is shown each entry. Nothing is copied before.

    ``supersedes`` is the id of the plan of which the (one) file is a newer edition.
    """
    from compare.study.runs.lock import alone

    study = find_study(folder)
    with alone(study) as left_behind:
        yield from left_behind
        yield from _add(files, study, confirm, supersedes)


def _add(
    files: Sequence[Path], study: Study, confirm: Callable[[str], bool], supersedes: str
) -> Iterator[str]:
    from compare.study.register import intake
    from compare.study.register.editions import check_superseded
    from compare.study.register.plans_file import append_plans, entry_text, load_register

    register = load_register(study.register, study.show(study.register))
    if register.problems:
        raise StudyError(*register.problems)
    plans = list(register.plans)
    if supersedes:
        check_superseded(supersedes, files, plans)
    codebook = load_codebook(codebook_folder(study.own_codebook))
    for file in files:
        with naming(file):
            name = intake.name_in(study, file)
        if name in {plan.source_file for plan in plans}:
            raise StudyError(f"{file}: already registered; see {study.show(study.register)}")
        with naming(file):
            plan = intake.propose(study, file, name, codebook, plans, supersedes)
        if confirm(entry_text(plan)):
            intake.bring_in(study, file, name)
            append_plans(study.register, [plan])
            plans.append(plan)
            yield f"registered {plan.plan_id}; complete its entry in {study.show(study.register)}"
            yield from intake.without_region([plan], study.show(study.register)).values()
        else:
            yield f"{file} was not registered"


def extract(file: Path, form: str, notice: Callable[[str], None]) -> Iterator[str]:
    """The statements of a file as text: ``csv``, ``jsonl``, or ``table`` for a terminal.

    What was not read of it goes to ``notice``, a line each.
    """
    from compare.study import extract as extracting

    with naming(file):
        rows, notices = extracting.rows_and_notices(file)
    for line in notices:
        notice(f"{file}: {line}")
    if form == "csv":
        return extracting.as_csv(rows)
    return extracting.as_jsonl(rows) if form == "jsonl" else extracting.as_table(rows)


def text(file: Path) -> str:
    from compare.sources import read_file

    with naming(file):
        return read_file(file).text


def explain(what: str, folder: Path | None, lang: Lang) -> Iterator[str]:
    """Why a line or a statement was read and coded as it was; a line of a file needs no study."""
    from compare.study.people.explaining import explain as explaining

    try:
        study = find_study(folder)
    except StudyError:
        if folder is not None:
            raise
        study = None
    return explaining(study, what, lang)


def check(folder: Path | None) -> tuple[list[str], int]:
    """The findings of the last run as lines, and how many of them are errors."""
    from compare.study.people.open_questions import report

    return report(find_study(folder))


def diff(what: str, folder: Path | None) -> Iterator[str]:
    """What changed since a git revision or against a folder, or ("") in the last run that changed tables."""
    from compare.study.loading import open_tables
    from compare.study.people import what_changed

    study = find_study(folder)
    found = open_tables(study, what).changes
    if found is None:
        yield "no run has changed tables that were there before; name a git revision or a folder"
    elif not len(found.rows):
        yield f"nothing changed since {found.since}"
    else:
        yield f"since {found.since}:"
        yield from what_changed.sections(found.rows)


def agreement(file: Path, folder: Path | None, write: bool = False) -> Iterator[str]:
    """A second person's coding against the study's, of statements or of policy instruments; yields what
    to tell the user. ``write`` keeps the agreement on instruments with the codebook."""
    from compare.study.people.second_coder import compare_codings
    from compare.study.people.second_means import codes_means, compare_means

    study = find_study(folder)
    if codes_means(file):
        return compare_means(study, file, write)
    if write:
        raise StudyError(
            f"{file}: --write is for a coding of instruments (columns plan, instrument, level, quote)"
        )
    return compare_codings(study, file)


def review(folder: Path | None, reviewer: str, ask: Callable[[str], str] | None) -> None:
    """Go through the review queue with the user; without ``ask`` nobody is there to decide."""
    from compare.study.people import review as reviewing

    if ask is None:
        raise reviewing.no_terminal()
    reviewing.review(find_study(folder), ask, reviewer, print)


def review_list(folder: Path | None) -> Iterator[str]:
    """The review queue as lines."""
    from compare.study.people.review import listing

    return listing(find_study(folder))


def export(what: str, output: Path | None, folder: Path | None, since: str = "") -> Iterator[str]:
    """Make one export of the tables as they are; yields the files written.

    ``since`` is what the workbook's sheet of changes compares with, as in :func:`diff`.
    """
    from compare.study.loading import open_tables
    from compare.study.runs.exporting import AVAILABLE
    from compare.study.runs.lock import alone
    from compare.study.runs.targets import target

    study = find_study(folder)
    with alone(study) as left_behind:
        yield from left_behind
        for path in AVAILABLE[what](open_tables(study, since), output or target(study, what)):
            yield study.show(path)


def codebook_entry(indicator: str, folder: Path | None) -> Iterator[str]:
    from compare.exports.codebook_page import entry
    from compare.tables.select import UnknownId

    codebook, labels = load_labels(_codebook(folder))
    if indicator not in codebook.indicators:
        raise UnknownId("indicator", indicator, codebook.indicators)
    return entry(codebook.indicators[indicator], labels)


def codebook_faults(folder: Path | None) -> list[str]:
    """What is wrong with the codebook; in a study that keeps its own, also what none of its plans states."""
    from compare.study.codebook.lint import lint

    codebook = _codebook(folder)
    return lint(codebook, _stated(folder, codebook))


def _stated(folder: Path | None, codebook: Path) -> frozenset[str] | None:
    """The indicators that the plans state by which this codebook is kept, None where there are none."""
    from compare.study.loading import open_tables

    with suppress(StudyError):
        study = find_study(folder)
        if study.own_codebook == codebook:
            return frozenset(open_tables(study).statements["indicator"])
    return None


def codebook_docs(output: Path | None, folder: Path | None) -> Iterator[str]:
    """Write ``codebook.md`` and ``tables.md``; yields the files written."""
    from compare.exports.codebook_page import index
    from compare.tables.storage import tables_page

    target = output or find_study(folder).root / "docs"
    target.mkdir(parents=True, exist_ok=True)
    for name, content in (
        ("codebook.md", index(*load_labels(_codebook(folder)))),
        ("tables.md", tables_page.render()),
    ):
        (target / name).write_text(content, encoding="utf-8", newline="\n")
        yield str(target / name)


def notebook(question: str, topic: str, folder: Path | None) -> str:
    """Write a notebook of one's own into ``notebooks/``; says where it is. None is ever overwritten."""
    from compare.exports.notebooks import template
    from compare.tables.select import UnknownId

    study = find_study(folder)
    _, labels = load_labels(codebook_folder(study.own_codebook))
    if topic not in labels.groups:
        raise UnknownId("group of indicators", topic, labels.groups)
    study.notebooks.mkdir(parents=True, exist_ok=True)
    taken = {int(path.name[:2]) for path in study.notebooks.glob("[0-9][0-9]_*.ipynb")}
    number = next((number for number in range(_OWN_FROM, _OWN_TO) if number not in taken), None)
    if number is None:
        raise StudyError(f"{study.show(study.notebooks)}: no free number; rename or remove old notebooks")
    target = study.notebooks / template.file_name(question, number)
    with target.open("x", encoding="utf-8", newline="\n") as file:
        file.write(template.notebook(question, topic))
    return study.show(target)


def lab(folder: Path | None) -> int:
    """JupyterLab on the study's notebooks, until the user ends it."""
    import importlib.util
    import subprocess

    study = find_study(folder)
    if importlib.util.find_spec("jupyterlab") is None:
        raise StudyError("lab: JupyterLab is not installed; install it with: pip install jupyterlab")
    start = "notebooks" if study.notebooks.is_dir() else ""
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={study.root}"]
    return subprocess.run([*command, f"--LabApp.default_url=/lab/tree/{start}"], check=False).returncode


def _codebook(folder: Path | None) -> Path:
    """The codebook of the study at hand, else the packaged one."""
    try:
        return codebook_folder(find_study(folder).own_codebook)
    except StudyError:
        if folder is not None:
            raise
        return codebook_folder(None)
