"""``agreement``: a second person's coding (CSV) held against the statements of the study.

Results go to ``data/agreement/``: they are worth keeping (and citing) with the data, but nothing is made
from them but the review queue. An import replaces the last one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from compare.study.errors import StudyError, naming
from compare.study.loading import open_tables
from compare.study.place import Study
from compare.study.runs.publish import publish

if TYPE_CHECKING:
    from compare.checks.agreement.statements_agreed import Item
    from compare.coding import Codebook
    from compare.tables.dataset import Dataset

#: Columns the CSV must have; others (subject, period, implied …) may be there. ``note`` is optional.
NEEDED = (
    "plan",
    "line",
    "quote",
    "value_text",
    "kind",
    "indicator",
    "value_low",
    "value_high",
    "unit",
    "comparator",
    "deadline",
    "scope",
)
SUMMARY, LIST = "agreement.csv", "disagreements.csv"
_CODES = ("indicator", "unit", "comparator", "deadline", "kind")
_SHOWN = 12


def compare_codings(study: Study, file: Path) -> Iterator[str]:
    """Write both tables; yields what to tell the user. Raises StudyError."""
    from compare.checks.agreement import statements_agreed as measures
    from compare.tables.dataset import DISAGREEMENTS
    from compare.tables.storage.csvtext import csv_lines

    dataset = open_tables(study)
    second = second_coding(file, dataset)
    plans = {item.plan_id for item in second}
    pairs = measures.pair(list(first_coding(dataset, plans)), second)
    rows, unlike = measures.agreement(pairs), list(measures.disagreements(pairs))
    content = {
        name: "".join(csv_lines(columns, ([row[key] for key in columns] for row in table))).encode("utf-8")
        for name, columns, table in (
            (SUMMARY, measures.AGREEMENT, rows),
            (LIST, tuple(DISAGREEMENTS), unlike),
        )
    }
    publish(study.agreement, content)
    yield from _report(rows)
    if not measures.library_is_there():
        yield (
            f"alpha is left empty: it needs the library {measures.LIBRARY}, which is not installed; "
            f"'pip install {measures.LIBRARY}', then import again"
        )
    queued = len({row["statement_id"] for row in unlike} - {""})
    yield f"{len(unlike)} disagreements; {queued} statements are queued for 'compare-plans review'"
    yield from (study.show(study.agreement / name) for name in content)


def first_coding(dataset: Dataset, plans: Iterable[str]) -> Iterator[Item]:
    """The statements of these plans as the study has them, corrections included."""
    from compare.checks.agreement.statements_agreed import Item
    from compare.tables.storage.frames import records, text_of

    wanted = dataset.statements[dataset.statements["plan_id"].isin(list(plans))]
    for row in records(wanted):
        text = dataset.text(row["plan_id"])
        low, high = (None if row[key] != row[key] else float(row[key]) for key in ("value_low", "value_high"))
        yield Item(
            plan_id=row["plan_id"],
            line=text.count("\n", 0, row["value_start"]) + 1,
            spans=((row["start"], row["end"]), (row["value_start"], row["value_end"])),
            value_starts=(row["value_start"],),
            coded={key: text_of(row[key]) for key in (*_CODES, "scope")} | {"value": (low, high)},
            quote=text_of(row["quote"]),
            statement_id=row["statement_id"],
        )


def second_coding(file: Path, dataset: Dataset) -> list[Item]:
    """The rows of the CSV, each found in its plan. Raises StudyError with every row that cannot be used."""
    from compare.checks.agreement.statements_agreed import Item

    items: list[Item] = []
    problems: list[str] = []
    names = _plan_names(dataset)
    for number, row in _rows(file):
        try:
            plan_id = names.get(row["plan"], "")
            if not plan_id:
                raise ValueError(
                    f"no plan {row['plan']!r}; write one of {', '.join(sorted(set(names.values())))}"
                )
            line = int(row["line"]) if row["line"].isdigit() else 0
            spans, starts = _places(dataset.text(plan_id), line, row["quote"], row["value_text"])
            items.append(
                Item(
                    plan_id=plan_id,
                    line=line,
                    spans=spans,
                    value_starts=starts,
                    coded=_coded(row, dataset.codebook),
                    quote=row["quote"],
                    note=row.get("note", ""),
                )
            )
        except ValueError as error:
            problems.append(f"{file}: line {number}: {error}")
    if problems:
        more = [f"{file}: and {len(problems) - _SHOWN} more"] if len(problems) > _SHOWN else []
        raise StudyError(*problems[:_SHOWN], *more)
    if not items:
        raise StudyError(f"{file}: line 2: no row; write one for each statement")
    return items


def _rows(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    from compare.sources.decoding import decode  # Excel saves CSV in the encoding of the computer's region

    with naming(file):
        text = decode(file.read_bytes()).text
    reader = csv.DictReader(io.StringIO(text), restval="")
    missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        raise StudyError(f"{file}: line 1: the columns {', '.join(missing)} are missing; add them")
    for row in reader:
        yield (
            reader.line_num,
            {name: (value or "").strip() for name, value in row.items() if isinstance(name, str)},
        )


def _plan_names(dataset: Dataset) -> dict[str, str]:
    """What a coder may call a plan: its id, or its file without the ending."""
    ids, files = dataset.plans["plan_id"], dataset.plans["source_file"]
    stems = {PurePosixPath(name).stem: plan_id for plan_id, name in zip(ids, files, strict=True)}
    return stems | {plan_id: plan_id for plan_id in ids}


def _places(
    text: str, line: int, quote: str, value_text: str
) -> tuple[tuple[tuple[int, int], ...], tuple[int, ...]]:
    """Where the quotation stands in its line, and its value in each of these."""
    lines = text.split("\n")
    if not 1 <= line <= len(lines) or not quote:
        raise ValueError(
            f"the plan has lines 1 to {len(lines)}, and a quote is needed; correct line and quote"
        )
    base = sum(len(one) + 1 for one in lines[: line - 1])
    starts = list(_found(lines[line - 1], quote))
    if not starts:
        raise ValueError(f"{quote[:20]!r} is not in line {line} of the plan; copy the quote from it")
    inside = max(quote.find(value_text), 0)
    spans = tuple((base + start, base + start + len(quote)) for start in starts)
    return spans, tuple(start + inside for start, _ in spans)


def _found(line: str, quote: str) -> Iterator[int]:
    at = line.find(quote)
    while at >= 0:
        yield at
        at = line.find(quote, at + 1)


def _coded(row: Mapping[str, str], codebook: Codebook) -> dict[str, Any]:
    coded: dict[str, Any] = {key: row[key] for key in _CODES}
    values = []
    for key in ("value_low", "value_high"):
        try:
            values.append(float(row[key]) if row[key] else None)
        except ValueError:
            raise ValueError(f"{key} is {row[key]!r}; write a number") from None
    return coded | {"value": tuple(values), "scope": _scope(row["scope"], codebook)}


def _scope(words: str, codebook: Codebook) -> str | None:
    """A scope as a code, or what the codebook makes of its words; None where it makes nothing of them."""
    from compare.coding.book.codebook import GENERAL

    if not words or words in codebook.scopes:
        return words or GENERAL
    scopes = codebook.scopes.values()
    return next((one.id for one in scopes if any(w.pattern.search(words) for w in one.match)), None)


def _report(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """All statements by field, then the indicators on which the coders agree least."""
    yield f"{'field':12}{'units':>7}{'agreed':>8}{'per cent':>10}{'alpha':>8}"
    for row in rows:
        if not row["indicator"]:
            yield f"{row['field']:12}{_numbers(row)}"
    least = [row for row in rows if row["indicator"] and row["agreed"] < row["units"]]
    least.sort(key=lambda row: (row["percent"], row["indicator"], row["field"]))
    if least:
        yield "least agreement:"
    for row in least[:_SHOWN]:
        yield f"  {row['indicator']} {row['field']}: {_numbers(row).strip()}"


def _numbers(row: Mapping[str, Any]) -> str:
    alpha = "" if row["alpha"] is None else f"{row['alpha']:.3f}"
    return f"{row['units']:7}{row['agreed']:8}{row['percent']:10.1f}{alpha:>8}"
