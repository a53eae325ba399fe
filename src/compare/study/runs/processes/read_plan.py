"""Read, code and check one plan: the work that runs once per plan, here or on another processor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from compare.model import MeansOfPlan, Plan
from compare.study.codebook.files import load_labels, load_language, load_means
from compare.study.runs.changed.hashing import of_file
from compare.study.runs.processes.time_limit import DEFAULT, OutOfTime, within

if TYPE_CHECKING:
    from compare.coding import Codebook
    from compare.coding.instruments.codebook import MeansBook
    from compare.study.people.corrections_file import Either
    from compare.tables.making.result import PlanResult
    from compare.tables.storage.frames import PlanTables
    from compare.tables.words.labels import Labels
    from compare.terms.language import Language


@dataclass(frozen=True, slots=True)
class Task:
    """A registered plan, the folder its source lies in and the codebook it is coded by.

    ``key`` is the hash of codebook and code: a process reads a codebook once for each. ``cache`` is
    a folder for what libraries keep. ``corrections`` are those of this plan.
    """

    plan: Plan
    raw: Path
    codebook: Path
    key: str
    cache: Path
    corrections: tuple[Either, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanRead:
    """The tables of a plan, or why there are none (``problem``: one line)."""

    plan_id: str
    tables: PlanTables | None = None
    problem: str = ""


def read_plan(task: Task) -> PlanRead:
    """Never raises: whatever is wrong with one plan must not stop the others."""
    from compare.sources import SourceError
    from compare.tables.words.labels import WordingError

    name = f"data/raw/{task.plan.source_file}"
    seconds = int(task.plan.time_limit or DEFAULT)
    try:
        with within(seconds):
            return _read_plan(task)
    except OutOfTime:
        return PlanRead(
            task.plan.plan_id,
            problem=f"{name}: reading it took longer than {seconds} seconds; keep only the plan itself in the"
            " file, or give its entry in data/raw/plans.yaml a time_limit of more seconds",
        )
    except SourceError as error:
        return PlanRead(task.plan.plan_id, problem=f"{name}: {error}")
    except WordingError as error:
        return PlanRead(task.plan.plan_id, problem=f"{name}: not checked: {error}")
    except Exception as error:
        what = " ".join(f"{type(error).__name__}: {error}".split())
        return PlanRead(
            task.plan.plan_id,
            problem=f"{name}: reading it failed ({what}); please report this with the file",
        )


def _read_plan(task: Task) -> PlanRead:
    from compare.checks import check
    from compare.sources import inside
    from compare.tables.making.build import plan_tables
    from compare.terms import build as terms
    from compare.terms.counting.segment import segmenter

    codebook, labels = cached_labels(task.codebook, task.key)
    path = inside(task.raw / task.plan.source_file, task.raw)
    book = cached_means(task.codebook, task.key)
    result = corrected(read_source(task.plan, path, codebook, book), task.corrections, codebook)
    findings = check([result], codebook)[task.plan.plan_id]
    language = cached_language(task.codebook, task.key)
    words = segmenter(language.words, task.cache)
    tables = plan_tables(result, codebook, findings, labels)
    return PlanRead(task.plan.plan_id, {**tables, **terms.plan_tables(result, language, words)})


def read_source(plan: Plan, path: Path, codebook: Codebook, book: MeansBook | None = None) -> PlanResult:
    """Read and code one source: its statements, and with a ``book`` its means. Raises SourceError."""
    from compare.coding import code
    from compare.coding.instruments.coder import code_means
    from compare.reading import read
    from compare.sources import read_file
    from compare.tables.making.result import PlanResult

    document = read_file(path)
    reading = read(document, codebook.lexicon)
    return PlanResult(
        plan=plan,
        reading=reading,
        coded=code(plan.plan_id, reading, codebook),
        source_sha256=of_file(path),
        source_format=document.format,
        means=code_means(reading, book) if book else MeansOfPlan(),
    )


def corrected(result: PlanResult, corrections: Sequence[Either], codebook: Codebook) -> PlanResult:
    """The plan as its reviewers left it, with the corrections that were applied and those that were not."""
    from compare.coding import Correction, apply
    from compare.coding.instruments.corrections import MeansCorrection, apply_means

    coded, stale = apply(result.coded, [one for one in corrections if isinstance(one, Correction)], codebook)
    of_means = [one for one in corrections if isinstance(one, MeansCorrection)]
    means, refused_means = apply_means(
        result.plan.plan_id, result.text, result.reading.passages, result.means, of_means
    )
    stale = (*stale, *refused_means)
    refused = {id(one.correction) for one in stale}  # an entry may be there twice: equal, not the same
    applied = tuple(one for one in corrections if id(one) not in refused)
    return replace(result, coded=coded, means=means, corrected=applied, stale=stale)


@cache
def cached_labels(folder: Path, key: str) -> tuple[Codebook, Labels]:
    """The codebook in ``folder`` and what its codes are called, parsed once per process for each
    ``key`` (its hash)."""
    return load_labels(folder)


@cache
def cached_language(folder: Path, key: str) -> Language:
    """What words are counted by, parsed once per process for each ``key``."""
    return load_language(folder, cached_labels(folder, key)[0])


@cache
def cached_means(folder: Path, key: str) -> MeansBook:
    """What instruments are coded by, parsed once per process for each ``key``."""
    return load_means(folder)
