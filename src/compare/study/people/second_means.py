"""``agreement`` for policy instruments: a second person's ``instruments.csv`` held against the study's.

Results go to ``data/agreement/``; an import replaces the last one of instruments.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import yaml

from compare.study.errors import StudyError, naming
from compare.study.loading import open_tables
from compare.study.place import Study
from compare.study.runs.publish import publish

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

#: Columns the CSV must have; ``plan`` may be called ``doc``. Others (line, note …) may be there.
NEEDED = ("instrument", "level", "quote")
_PLAN = ("plan", "doc", "plan_id")
SUMMARY, LIST = "instruments_agreement.csv", "instruments_disputed.csv"
AGREED = "agreement.yaml"
_AGREED_HEAD = (
    "# How far the program agrees with a person on each instrument: cells are plans; alpha is ordinal,\n"
    "# empty where all cells are alike. Written by 'compare-plans agreement FILE.csv --write', not by hand.\n"
)
_SHOWN = 12
_LEVELS = ("1", "2", "3")


def codes_means(file: Path) -> bool:
    """Whether a CSV codes instruments rather than statements: by its head."""
    return set(NEEDED) <= set(_reader(file).fieldnames or ())


def compare_means(study: Study, file: Path, write: bool = False) -> Iterator[str]:
    """Write both tables, with ``write`` also ``agreement.yaml`` of the codebook, by which entries are
    provisional; yields what to tell the user. Raises StudyError."""
    from compare.checks.agreement import instruments_agreed as measures
    from compare.checks.agreement.statements_agreed import LIBRARY, library_is_there
    from compare.tables.storage.csvtext import csv_lines

    dataset = open_tables(study)
    rows = second_rows(file, dataset)
    plans = sorted({plan for plan, *_ in rows})
    instruments = list(dict.fromkeys(dataset.measures["instrument"]))
    second = measures.highest(rows)
    mine = dataset.instruments
    first = measures.highest(
        zip(mine["plan_id"], mine["instrument"], mine["level"].astype(int), mine["quote"], strict=True)
    )
    found = measures.agreement(first, second, plans, instruments)
    unlike = list(measures.disputed(first, second, plans, instruments))
    content = {
        name: "".join(csv_lines(columns, ([row[key] for key in columns] for row in table))).encode("utf-8")
        for name, columns, table in (
            (SUMMARY, measures.AGREEMENT, found),
            (LIST, measures.DISPUTED, unlike),
        )
    }
    publish(study.agreement, content)
    yield from _report(found)
    if not library_is_there():
        yield f"alpha is left empty: it needs the library {LIBRARY}; install it, then import again"
    yield f"{len(unlike)} cells in dispute"
    for row in unlike[:_SHOWN]:
        yield f"  {row['plan_id']} {row['instrument']}: {row['first']} here, {row['second']} there"
    yield from (study.show(study.agreement / name) for name in content)
    if write:
        yield from _written(study, found, plans)


def _written(study: Study, found: Sequence[dict[str, Any]], plans: Sequence[str]) -> Iterator[str]:
    from compare.coding.instruments.agreed import TENTATIVE, provisional

    if not study.own_codebook.is_dir():
        raise StudyError(
            f"{study.show(study.own_codebook)}: the study has no codebook of its own to write to"
        )
    rows = [
        {"code": row["instrument"], **{key: row[key] for key in ("cells", "agreed", "percent", "alpha")}}
        for row in found[1:]
    ]
    lines = yaml.safe_dump({"plans": list(plans), "instruments": rows}, sort_keys=False, width=10_000)
    publish(study.own_codebook, {AGREED: f"{_AGREED_HEAD}{lines}".encode()})
    doubtful = sorted(provisional({"instruments": rows}, (row["code"] for row in rows)))
    yield study.show(study.own_codebook / AGREED)
    named = ", ".join(doubtful) or "none"
    yield f"{len(doubtful)} below {TENTATIVE}, provisional from the next run on: {named}"


def second_rows(file: Path, dataset: Dataset) -> list[tuple[str, str, int, str]]:
    """(plan, instrument, level, quote) of each row. Raises StudyError with every row that cannot be used."""
    ids, files = dataset.plans["plan_id"], dataset.plans["source_file"]
    names = {PurePosixPath(name).stem: plan for plan, name in zip(ids, files, strict=True)}
    names |= {plan: plan for plan in ids}
    known = set(dataset.measures["instrument"])
    reader = _reader(file)
    made: list[tuple[str, str, int, str]] = []
    problems: list[str] = []
    for row in reader:
        plan = next((row[key] for key in _PLAN if row.get(key)), "")
        if problem := _problem(plan, row, names, known):
            problems.append(f"{file}: line {reader.line_num}: {problem}")
        else:
            made.append((names[plan], row["instrument"], int(row["level"]), row["quote"]))
    if problems:
        more = [f"{file}: and {len(problems) - _SHOWN} more"] if len(problems) > _SHOWN else []
        raise StudyError(*problems[:_SHOWN], *more)
    if not made:
        raise StudyError(f"{file}: line 2: no row; write one for each instrument in a task item")
    return made


def _problem(plan: str, row: dict[str, Any], names: dict[str, str], known: set[str]) -> str:
    """Why a row cannot be used and what to do, "" if it can."""
    if plan not in names:
        return f"no plan {plan!r}; write one of {', '.join(sorted(set(names.values())))}"
    if row["instrument"] not in known:
        return f"no instrument {row['instrument']!r}; the codes are in data/codebook/instruments.yaml"
    if row["level"] not in _LEVELS:
        return f"level is {row['level']!r}; write 1, 2 or 3"
    return ""


def _reader(file: Path) -> csv.DictReader[str]:
    from compare.sources.decoding import decode  # Excel saves CSV in the encoding of the computer's region

    with naming(file):
        text = decode(file.read_bytes()).text
    return csv.DictReader(io.StringIO(text), restval="")


def _report(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """All cells, then the instruments on which the coders agree least."""
    yield f"{'instrument':26}{'cells':>6}{'agreed':>8}{'per cent':>10}{'alpha':>8}"
    yield f"{'all':26}{_numbers(rows[0])}"
    least = sorted((row for row in rows[1:] if row["agreed"] < row["cells"]), key=lambda row: row["percent"])
    for row in least[:_SHOWN]:
        yield f"{row['instrument']:26}{_numbers(row)}"


def _numbers(row: dict[str, Any]) -> str:
    alpha = "" if row["alpha"] is None else f"{row['alpha']:.3f}"
    return f"{row['cells']:6}{row['agreed']:8}{row['percent']:10.1f}{alpha:>8}"
