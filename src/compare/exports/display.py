"""What the notebooks show: tables and figures in both languages, from the tables alone.

Each function takes the tables (``compare.load()``) and returns something a notebook displays;
tables have the rows shown as ``.frame``, figures the charts as ``.charts``.
"""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
from markupsafe import Markup, escape

from compare.checks.queue import review_queue
from compare.exports import rows
from compare.exports.area_rows import share_rows, total_rows
from compare.exports.columns import titles
from compare.exports.figures import LANGUAGES, charts, of_groups
from compare.exports.national_rows import benchmark_rows, national_rows
from compare.exports.words import Words
from compare.figures.cells import text_of
from compare.figures.chart import SCREEN_DPI, Chart, render
from compare.figures.sources import plan_notes
from compare.figures.style import WIDTH_CM
from compare.model import Kind, Role, Status
from compare.tables.areas import SHARES, TOTALS, area_shares, area_totals
from compare.tables.frames import records
from compare.tables.national import NATIONAL

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

_PLAN_KEYS = (
    "region",
    "title",
    "document_number",
    "issuer",
    "issued_on",
    "horizon_start",
    "horizon_end",
    "complete",
    "incomplete_note",
)
_CELL = (
    "text-align:left;vertical-align:top;padding:4px 8px;border-bottom:1px solid #d0d0d0;white-space:normal"
)
_SHORT = 12
_NUMBER = _CELL.replace("left", "right", 1)
_HEAD = f"{_CELL};border-bottom:2px solid #1f4e5f;font-weight:600;white-space:nowrap"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows as they are shown; ``heads`` maps each column of ``frame`` to its bilingual title."""

    frame: pd.DataFrame
    heads: Mapping[str, str]
    none: str

    def _repr_html_(self) -> str:
        if self.frame.empty:
            return Markup("<p>{}</p>").format(self.none)
        head = Markup("").join(
            Markup('<th style="{}">{}</th>').format(_HEAD, _lines(self.heads[str(name)]))
            for name in self.frame
        )
        body = Markup("").join(_row(row) for row in records(self.frame))
        return Markup(
            '<table style="border-collapse:collapse;font-size:13px"><thead><tr>{}</tr></thead>'
            "<tbody>{}</tbody></table>"
        ).format(head, body)


@dataclass(frozen=True, slots=True)
class Figures:
    """Charts in Chinese, and in English under a fold."""

    charts: tuple[Chart, ...]
    english: tuple[Chart, ...]
    fold: str
    none: str

    def _repr_html_(self) -> str:
        if not self.charts:
            return Markup("<p>{}</p>").format(self.none)
        return Markup("{}<details><summary>{}</summary>{}</details>").format(
            _pictures(self.charts), self.fold, _pictures(self.english)
        )


def plans(dataset: Dataset) -> Table:
    """Which plans are compared: region, document, dates, years covered, and whether it is whole."""
    words = Words(dataset.labels)
    shown = rows.plan_rows(pd.DataFrame(_ordered(dataset, dataset.plans)), words)
    return _table(list(shown), _PLAN_KEYS, words, "plans")


def counts(dataset: Dataset) -> Table:
    """How much was read from each plan: statements by kind, uncoded ones, numerals and their ledger."""
    words = Words(dataset.labels)
    statements, numerals = dataset.statements, dataset.numerals
    shown = []
    for plan in _ordered(dataset, dataset.plans):
        mine = statements[statements["plan_id"] == plan["plan_id"]]
        ledger = numerals[numerals["plan_id"] == plan["plan_id"]]["role"]
        kinds = {f"kind_{kind}": int((mine["kind"] == kind).sum()) for kind in Kind}
        shown.append(
            {
                "region": words.plan(plan["plan_id"]),
                "statements": len(mine),
                **kinds,
                "uncoded": int(mine["indicator"].isna().sum()),
                "numerals": len(ledger),
                "numerals_without_role": int((ledger == Role.NONE).sum()),
                "findings": int((dataset.findings["plan_id"] == plan["plan_id"]).sum()),
            }
        )
    keys = ("region", "statements", *(f"kind_{kind}" for kind in Kind))
    return _table(shown, (*keys, "uncoded", "numerals", "numerals_without_role", "findings"), words)


def statuses(dataset: Dataset, groups: Sequence[str] | None = None) -> Table:
    """How often each plan states an indicator, and why it does not where it does not."""
    words = Words(dataset.labels)
    comparison = of_groups(dataset.comparison, dataset, groups)
    counted = Counter(zip(comparison["plan_id"], comparison["status"], strict=True))
    present = [str(status) for status in Status if any(status == code for _, code in counted)]
    shown = [
        {"region": words.plan(plan["plan_id"])}
        | {status: counted[plan["plan_id"], status] for status in present}
        for plan in _ordered(dataset, dataset.plans)
    ]
    heads = {"region": words.column("region")}
    heads |= {status: words.label("statuses", status, "\n") for status in present}
    return Table(pd.DataFrame(shown, columns=list(heads)), heads, words.pair("display.none"))


def evidence(dataset: Dataset, groups: Sequence[str] | None = None) -> Table:
    """Every value of the comparison with its sentence (the quotation marked) and its document."""
    words = Words(dataset.labels)
    comparison = of_groups(dataset.comparison, dataset, groups)
    order = {code: place for place, code in enumerate(rows.indicator_order(comparison, words))}
    cited = comparison[comparison["statement_ids"].notna()]
    behind = [(record, i) for record in _ordered(dataset, cited) for i in rows.ids(record["statement_ids"])]
    behind.sort(key=lambda pair: order[pair[0]["indicator"]])
    found = dataset.evidence_table([i for _, i in behind])
    around = {one["statement_id"]: one for one in records(found)}
    display = {
        (row["plan_id"], row["indicator"]): row["display"] for row in rows.comparison_rows(cited, words)
    }
    shown = [
        {
            "indicator_label": words.indicator(record["indicator"]),
            "region": words.plan(record["plan_id"]),
            "display": display[record["plan_id"], record["indicator"]],
            "scope_label": words.scope(record["scope"]),
            "sentence": _marked(around[i]),
            "trail": around[i]["trail"],
            "document_number": around[i]["document_number"],
        }
        for record, i in behind
    ]
    keys = ("indicator_label", "region", "display", "scope_label", "sentence", "trail", "document_number")
    return _table(shown, keys, words, "plans")


def totals(dataset: Dataset) -> Table:
    """Every total of an area-by-area table beside the sum of its rows."""
    words = Words(dataset.labels)
    found = area_totals(dataset.allocations, dataset.statements)
    shown = total_rows(pd.DataFrame(_ordered(dataset, found), columns=list(TOTALS)), words)
    keys = ("region", "indicator_label", "subject", "unit", "area", "areas", "stated", "summed", "adds_up")
    return _table(list(shown), keys, words, "allocations")


def shares(dataset: Dataset) -> Table:
    """The share of each area in every quantity that its plan divides among areas: a row per area."""
    words = Words(dataset.labels)
    found = area_shares(dataset.allocations, dataset.statements)
    shown, columns = share_rows(pd.DataFrame(_ordered(dataset, found), columns=list(SHARES)), words)
    heads = titles(("region", "area"), words, "allocations") | columns
    return Table(pd.DataFrame(shown, columns=list(heads), dtype="object"), heads, words.pair("display.none"))


def findings(dataset: Dataset) -> Table:
    """What a person should look at before citing."""
    words = Words(dataset.labels)
    shown = rows.finding_rows(
        pd.DataFrame(_ordered(dataset, dataset.findings), columns=dataset.findings.columns), words
    )
    return _table(list(shown), ("severity_label", "check_label", "region", "message"), words, "findings")


def review(dataset: Dataset) -> Table:
    """The review queue: why a person should look at each statement, and its sentence."""
    words = Words(dataset.labels)
    queue = review_queue(dataset)
    around = {row["statement_id"]: row for row in records(dataset.evidence_table(queue["statement_id"]))}
    codes = dataset.statements.set_index("statement_id")["indicator"]
    shown = [
        {
            "check_label": "\n".join(words.label("checks", code) for code in row["reasons"].split()),
            "region": words.plan(row["plan_id"]),
            "message": row["message"],
            "indicator_label": words.indicator(text_of(codes[row["statement_id"]])),
            "sentence": _marked(around[row["statement_id"]]),
            "trail": around[row["statement_id"]]["trail"],
            "statement_id": row["statement_id"],
        }
        for row in records(queue)
    ]
    keys = ("check_label", "region", "message", "indicator_label", "sentence", "trail", "statement_id")
    return _table(shown, keys, words, "statements")


def agreement(dataset: Dataset) -> Table:
    """Where a second person coded a statement otherwise; nothing where no coding was imported."""
    words = Words(dataset.labels)
    shown = [
        {
            **row,
            "region": words.plan(row["plan_id"]),
            "coded_here": row["first"],
            "coded_there": row["second"],
        }
        for row in _ordered(dataset, dataset.disagreements)
    ]
    keys = ("region", "line", "quote", "field", "coded_here", "coded_there", "note")
    return _table(shown, keys, words, "statements")


def national(dataset: Dataset) -> Table:
    """Every value of an indicator that has a national value: what it is held against, or why it is not."""
    words = Words(dataset.labels)
    shown = national_rows(pd.DataFrame(_ordered(dataset, dataset.national), columns=list(NATIONAL)), words)
    keys = ("indicator_label", "region", "display", "scope_label", "national_text", "ruling")
    return _table(list(shown), keys, words, "plans")


def benchmarks(dataset: Dataset) -> Table:
    """The national values with their documents, how well each is confirmed, what may be compared with it."""
    words = Words(dataset.labels)
    shown = list(benchmark_rows(dataset.benchmarks, words))
    keys = ("indicator_label", "benchmark_value", "deadline", "scope", "benchmark_document", "grade")
    return _table(shown, (*keys, "wording", "compared_with", "ruling"), words, "comparison")


def figures(dataset: Dataset, name: str, groups: Sequence[str] | None = None) -> Figures:
    """The figure ``name`` of the catalogue (matrix, dots …), of all indicators or those of ``groups``."""
    words = Words(dataset.labels)
    chinese, english = (tuple(charts(dataset, lang, name, groups)) for lang in LANGUAGES)
    return Figures(chinese, english, words.pair("display.english"), words.pair("display.none"))


def _ordered(dataset: Dataset, frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of ``frame`` with the plans in the order of the figures."""
    notes = plan_notes(dataset.plans, dataset.plans["plan_id"], dataset.labels, "zh")
    place = {note.plan_id: number for number, note in enumerate(notes)}
    return sorted(records(frame), key=lambda row: place.get(row["plan_id"], len(place)))


def _table(shown: Sequence[rows.Row], keys: Sequence[str], words: Words, table: str = "") -> Table:
    # As objects: pandas would make plain text of marked text.
    frame = pd.DataFrame(
        [[row.get(key) for key in keys] for row in shown], columns=list(keys), dtype="object"
    )
    return Table(frame, titles(keys, words, table), words.pair("display.none"))


def _marked(evidence: Mapping[str, Any]) -> Markup:
    """The sentence with the quotation marked in it."""
    sentence, start = evidence["sentence"], evidence["start"] - evidence["sentence_start"]
    end = evidence["end"] - evidence["sentence_start"]
    return Markup("{}<mark>{}</mark>{}").format(sentence[:start], sentence[start:end], sentence[end:])


def _row(row: Mapping[str, Any]) -> Markup:
    cells = (Markup('<td style="{}">{}</td>').format(_style(value), _shown(value)) for value in row.values())
    return Markup("<tr>{}</tr>").format(Markup("").join(cells))


def _style(value: Any) -> str:
    """Numbers to the right; a date or a number with its unit stays on one line."""
    if isinstance(value, int | float):
        return _NUMBER
    return _CELL.replace("normal", "nowrap") if len(text_of(value)) <= _SHORT else _CELL


def _shown(value: Any) -> Markup:
    if isinstance(value, Markup):
        return value
    return (
        escape(f"{value:,}") if isinstance(value, int | float) and value == value else _lines(text_of(value))
    )


def _lines(text: str) -> Markup:
    return Markup("<br>").join(text.split("\n"))


def _pictures(charts: Iterable[Chart]) -> Markup:
    """The charts as pictures at the width they are made for, each with its alternative text."""
    width = round(WIDTH_CM / 2.54 * 96)
    return Markup("").join(
        Markup('<p><img alt="{}" width="{}" src="data:image/png;base64,{}"></p>').format(
            chart.caption.alt, width, base64.b64encode(render(chart, "png", SCREEN_DPI)).decode("ascii")
        )
        for chart in charts
    )
