"""``run``: read what is stale, make the tables, then the notebooks and exports that depend on them.

One bad plan never stops the others and never costs the last good tables: its rows of the last good
run stay, the problem is reported, and the exit code is 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from compare.model import Plan
from compare.study.codebook.files import codebook_folder, load_codebook
from compare.study.errors import StudyError, cannot_write
from compare.study.people.corrections_file import unregistered as uncorrectable
from compare.study.place import Study
from compare.study.register.intake import propose, unregistered, without_region
from compare.study.register.plans_file import append_plans, load_register
from compare.study.runs import outputs
from compare.study.runs.changed.stale import Keys, stale_plans, tables_stand, take_keys
from compare.study.runs.changed.state import State, load_state, save_state
from compare.study.runs.clock import Clock
from compare.study.runs.lock import alone
from compare.study.runs.plan_tables import Read, spool
from compare.study.runs.processes.read_plan import PlanRead, cached_language
from compare.study.runs.processes.reading import read_all
from compare.study.runs.progress import Progress
from compare.study.runs.tabulate import Tabulated, tabulate

if TYPE_CHECKING:
    from compare.coding import Codebook

# Sentences that a run ends with.
OBSERVED = 3
_NOT_SHOWN = (
    "figures, workbook, Word, explorer and notebooks are not made of so many plans: "
    "make studies of some of them, or open the tables in a notebook of your own (docs/scale.md)"
)


@dataclass(frozen=True, slots=True)
class Options:
    """``workers`` 0 chooses by the number of plans; ``scheduler`` "" is none."""

    workers: int = 0
    scheduler: str = ""
    notebooks: bool = True


@dataclass(slots=True)
class Report:
    """What a run says: ``lines`` what was done, ``problems`` what was not and why (one line each).

    ``observed`` are the observations of most weight in new tables, in sentences.
    """

    lines: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    observed: list[str] = field(default_factory=list)
    clock: Clock = field(default_factory=Clock)

    @property
    def exit_code(self) -> int:
        return 1 if self.problems else 0


def run(study: Study, options: Options, progress: Progress) -> Report:
    """Bring a study up to date.

    Raises StudyError or CodebookError where nothing can be done at all: no plans, a register or
    codebook that cannot be read, another run at work on the same study.
    """
    with alone(study) as left_behind:
        return _run(study, options, Report(lines=left_behind), progress)


def _run(study: Study, options: Options, report: Report, progress: Progress) -> Report:
    plans, whole = _registered(study, report)
    state = load_state(study.state)
    keys = take_keys(study, plans)
    report.problems += uncorrectable(study, keys.corrections, (plan.plan_id for plan in plans))
    stand = tables_stand(study, state)
    stale = stale_plans(plans, keys, state, stand)
    gone = set(state.plans) - {plan.plan_id for plan in plans} if whole else set()
    if stale or gone or not stand:
        state = _make_tables(study, plans, whole, stale, keys, state, options, report, progress)
    else:
        are = "is as it was" if len(plans) == 1 else "are as they were"
        report.lines.append(f"{_many(len(plans), 'plan')} {are} read last time; nothing to read")
    _make_outputs(study, keys, state, options, report, progress)
    report.lines += [*report.clock.lines(), *report.observed]
    return report


def _registered(study: Study, report: Report) -> tuple[list[Plan], bool]:
    """The plans of the register, dropped files added to it; and whether all of it could be used."""
    name = study.show(study.register)
    register = load_register(study.register, name)
    report.problems += register.problems
    plans = list(register.plans)
    dropped = unregistered(study, register.files)
    if dropped:
        codebook = load_codebook(codebook_folder(study.own_codebook))
        for path in dropped:
            _register(study, path, codebook, plans, report)
    if not plans:
        raise StudyError(
            *report.problems, f"{study.show(study.raw)}: no plans; put their files into this folder"
        )
    return plans, not register.problems


def _register(study: Study, path: Path, codebook: Codebook, plans: list[Plan], report: Report) -> None:
    from compare.sources import SourceError, inside
    from compare.sources.errors import one_line

    name = one_line(study.show(path))
    try:
        inside(path, study.raw)
        plan = propose(study, path, path.relative_to(study.raw).as_posix(), codebook, plans)
        append_plans(study.register, [plan])
    except SourceError as error:
        report.problems.append(f"{name}: {error}")
    except StudyError as error:
        report.problems += error.problems
    except OSError as error:
        report.problems.append(cannot_write(study.show(study.register), error))
    else:
        plans.append(plan)
        also = f"; it supersedes {plan.supersedes}" if plan.supersedes else ""
        report.lines.append(
            f"new plan {plan.plan_id} from {name}{also}; check its entry in {study.show(study.register)}"
        )


def _make_tables(
    study: Study,
    plans: Sequence[Plan],
    whole: bool,
    stale: Sequence[Plan],
    keys: Keys,
    state: State,
    options: Options,
    report: Report,
    progress: Progress,
) -> State:
    """Read the stale plans, tabulate, publish; the state after it (as before where that failed)."""
    # A codebook that cannot be used is said once, and not as a fault of every plan.
    cached_language(keys.codebook, keys.reading)
    _can_be_stored(plans)
    try:
        with spool(study) as folder:
            found = Read((plan.plan_id for plan in plans), folder)
            with report.clock.step("reading"):
                reads = read_all(study, stale, keys, options.workers, options.scheduler, progress, found)
            report.problems += [read.problem for read in reads if read.problem]
            nowhere = without_region(stale, study.show(study.register))
            report.problems += nowhere.values()
            with report.clock.step("tables"):
                made = tabulate(study, plans, whole, found, keys, state)
    except OSError as error:
        report.problems.append(cannot_write(study.show(Path(error.filename or study.cache)), error))
        return state
    report.problems += made.problems
    if made.hashes is None:
        return state
    report.lines += _read_lines(reads, made)
    failed = {read.plan_id for read in reads if read.problem} | nowhere.keys()
    # A plan with a problem keeps no key: it is tried again on the next run, and the problem reported again.
    known = {plan_id: key for plan_id, key in keys.plans.items() if plan_id not in failed}
    after = replace(state, plans=known, tables=made.hashes, counts=made.counts)
    _save(study, after, report)
    if not _is_large(after):
        report.observed += _observed(study)
    return after


def _is_large(state: State) -> bool:
    """Whether there are too many plans to look at all of them side by side."""
    from compare.tables.storage.table_files import is_large

    return is_large(state.counts.get("plans", 0))


def _can_be_stored(plans: Sequence[Plan]) -> None:
    """Raises StudyError where the tables of so many plans could not be written."""
    from compare.tables.storage.table_files import LARGEST_CSV, is_large

    if is_large(len(plans)) and find_spec("pyarrow") is None:
        raise StudyError(
            f"the tables of more than {LARGEST_CSV:,} plans are Parquet, which needs pyarrow; "
            "install it with: pip install 'compare-plans[scale]'"
        )


def _observed(study: Study) -> list[str]:
    """What the new tables tell most; the others are in every output."""
    from compare.prose import of_study, sentence
    from compare.study.loading import open_tables

    tables = open_tables(study)
    return [f"- {sentence(one, tables.labels, 'en')}" for one in of_study(tables)[:OBSERVED]]


def _read_lines(reads: Sequence[PlanRead], made: Tabulated) -> list[str]:
    good = sum(1 for read in reads if not read.problem)
    lines = [f"read {good} of {len(reads)} stale plans"] if reads else []
    return [*lines, *made.changes, *made.stale]


def _make_outputs(
    study: Study, keys: Keys, state: State, options: Options, report: Report, progress: Progress
) -> None:
    if not state.tables:
        return
    report.lines += _count_lines(state.counts)
    report.lines.append(f"tables: {study.show(study.processed)}")
    if _is_large(state):
        report.lines.append(_NOT_SHOWN)
        return
    state, lines, problems = outputs.make(
        study, keys, state, options.notebooks, progress, report.clock, options.workers
    )
    report.lines += [*lines, *_about_regions(study)]
    report.problems += problems
    _save(study, state, report)


def _about_regions(study: Study) -> Sequence[str]:
    """What of ``data/context`` was not used, a line each; the folder is optional."""
    if not study.context.is_dir():
        return ()
    from compare.study.loading import open_tables

    return open_tables(study).about_regions.remarks


def _count_lines(stated: Mapping[str, int]) -> list[str]:
    counts = Counter(stated)
    findings = ", ".join(_many(counts[name], name) for name in ("error", "warning", "note"))
    plans, statements, uncoded = (counts[name] for name in ("plans", "statements", "uncoded"))
    numerals, roleless = (counts[name] for name in ("numerals", "numerals without a role"))
    furniture = counts["numerals in furniture"]
    around = f"; {furniture} in page furniture (numerals.csv, role furniture)" if furniture else ""
    corrected, stale = (counts[name] for name in ("corrections", "stale corrections"))
    corrections = f"corrections: {corrected} applied" + (f", {stale} STALE AND NOT APPLIED" if stale else "")
    unread = {
        "hidden, struck-through or deleted text not read": counts["unread_text"],
        "annexes or embedded files not read": counts["not_in_file"],
        "plans in which no statement was found": counts["nothing_read"],
        "plans with amounts in page furniture": counts["furniture"],
    }
    return [
        f"{_many(plans, 'plan')}, {_many(statements, 'statement')} ({uncoded} of them not in the codebook)",
        *([corrections] if corrected or stale else []),
        f"numerals without a role: {roleless} of {numerals}{around}",
        *(f"{what}: {number} (compare-plans check)" for what, number in unread.items() if number),
        f"findings: {findings} (compare-plans check)",
    ]


def _many(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def _save(study: Study, state: State, report: Report) -> None:
    try:
        save_state(study.state, state)
    except OSError as error:
        report.problems.append(cannot_write(study.show(study.state), error))
