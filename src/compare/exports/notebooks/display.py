"""What the notebooks show: tables and figures in both languages, from the tables alone.

Each function takes the tables (``compare.load()``) and returns something a notebook displays;
tables have the rows shown as ``.frame``, figures the charts as ``.charts``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from compare.checks.queue import review_queue
from compare.exports.figure_files import LANGUAGES, charts, of_groups
from compare.exports.notebooks.shown import Figures, Table, in_order, quoted, table_of
from compare.exports.rows import plain
from compare.exports.rows.areas import share_rows, total_rows
from compare.exports.rows.columns import titles
from compare.exports.rows.national_values import benchmark_rows, national_rows
from compare.exports.words import Words
from compare.figures.content.cell_text import text_of
from compare.model import Kind, Role, Status
from compare.prose import of_study, sentence
from compare.tables.comparing.areas import SHARES, TOTALS, area_shares, area_totals
from compare.tables.comparing.compared_rows import row_ids
from compare.tables.comparing.national import NATIONAL
from compare.tables.storage.frames import records

if TYPE_CHECKING:
    from compare.exports.notebooks.interactive import Browser
    from compare.tables.dataset import Dataset

_PLAN_KEYS = (
    "region",
    "title",
    "document_number",
    "issuer",
    "issued_on",
    "horizon_start",
    "horizon_end",
    "parent_title",
    "complete",
    "incomplete_note",
)


def plans(dataset: Dataset) -> Table:
    """Which plans are compared: region, document, dates, years covered, and whether it is whole."""
    words = Words(dataset.labels)
    shown = plain.plan_rows(pd.DataFrame(in_order(dataset, dataset.plans)), words)
    return table_of(list(shown), _PLAN_KEYS, words, "plans")


def references(dataset: Dataset) -> Table:
    """The documents each plan names: number, level, relation, and how often."""
    words = Words(dataset.labels)
    shown = plain.reference_rows(pd.DataFrame(in_order(dataset, dataset.references)), words)
    keys = ("region", "title", "number", "level_label", "relation_name", "mentions")
    return table_of(list(shown), keys, words, "references")


def counts(dataset: Dataset) -> Table:
    """How much was read from each plan: statements by kind, uncoded ones, numerals and their ledger."""
    words = Words(dataset.labels)
    statements, numerals = dataset.statements, dataset.numerals
    shown = []
    for plan in in_order(dataset, dataset.plans):
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
    return table_of(shown, (*keys, "uncoded", "numerals", "numerals_without_role", "findings"), words)


def statuses(dataset: Dataset, groups: Sequence[str] | None = None) -> Table:
    """In how many rows (indicators at a scope) each plan gives a value, and why it does not elsewhere."""
    words = Words(dataset.labels)
    comparison = of_groups(dataset.comparison, dataset, groups)
    counted = Counter(zip(comparison["plan_id"], comparison["status"], strict=True))
    present = [str(status) for status in Status if any(status == code for _, code in counted)]
    shown = [
        {"region": words.plan(plan["plan_id"])}
        | {status: counted[plan["plan_id"], status] for status in present}
        for plan in in_order(dataset, dataset.plans)
    ]
    heads = {"region": words.column("region")}
    heads |= {status: words.label("statuses", status, "\n") for status in present}
    return Table(pd.DataFrame(shown, columns=list(heads)), heads, words.pair("display.none"))


def evidence(dataset: Dataset, groups: Sequence[str] | None = None) -> Table:
    """Every value of the comparison with its sentence (the quotation marked) and its document."""
    words = Words(dataset.labels)
    cited = dataset.comparison[dataset.comparison["statement_ids"].notna()]
    found = _with_sentences(dataset, of_groups(cited, dataset, groups), words)
    keys = ("indicator_label", "region", "display", "scope_label", "sentence", "trail", "document_number")
    return table_of(found, keys, words, "plans")


def told(dataset: Dataset, groups: Sequence[str] | None = None) -> Table:
    """What the tables tell of these groups of indicators (of everything, if none are named), in sentences."""
    words = Words(dataset.labels)
    found = [one for one in of_study(dataset) if groups is None or one.group in groups]
    frame = pd.DataFrame({lang: [sentence(one, dataset.labels, lang) for one in found] for lang in LANGUAGES})
    heads = {str(lang): words.one("display.told", lang) for lang in LANGUAGES}
    return Table(frame, heads, words.pair("display.none"))


def browse(dataset: Dataset, comparison: pd.DataFrame | None = None) -> Browser:
    """The comparison (all of it, or the rows given, as :meth:`Dataset.select` gives them) as a table to
    search and to narrow down by region, group, scope and status; each value with its sentence.

    Needs :func:`interactive` in a cell before it.
    """
    from compare.exports.notebooks.interactive import Browser, language

    words = Words(dataset.labels)
    chosen = dataset.comparison if comparison is None else comparison
    found = _with_sentences(dataset, chosen, words)
    panes = ("region", "group", "scope_label", "status_label")
    keys = ("indicator_label", *panes, "display", "sentence", "document_number")
    return Browser(table_of(found, keys, words, "plans"), panes, "sentence", language(words))


def interactive() -> None:
    """What the tables of :func:`browse` need, put into the output of this cell; once in a notebook."""
    from compare.exports.notebooks.interactive import start

    start()


def _with_sentences(dataset: Dataset, comparison: pd.DataFrame, words: Words) -> list[plain.Row]:
    """The rows of ``comparison`` with labels, once for each statement behind them and its sentence."""
    plans = [plan["plan_id"] for plan in in_order(dataset, dataset.plans)]
    shown = sorted(plain.comparison_rows(comparison, words), key=lambda row: plans.index(row["plan_id"]))
    order = {code: place for place, code in enumerate(row_ids(comparison, dataset.labels))}
    shown.sort(key=lambda row: order[row["row_id"]])
    behind = {code for row in shown for code in plain.ids(row["statement_ids"])}
    around = {one["statement_id"]: one for one in records(dataset.evidence_table(behind))}
    return [
        row | ({**around[code], "sentence": quoted(around[code])} if code else {})
        for row in shown
        for code in plain.ids(row["statement_ids"]) or [""]
    ]


def totals(dataset: Dataset) -> Table:
    """Every total of an area-by-area table beside the sum of its rows."""
    words = Words(dataset.labels)
    found = area_totals(dataset.allocations, dataset.statements)
    shown = total_rows(pd.DataFrame(in_order(dataset, found), columns=list(TOTALS)), words)
    keys = ("region", "indicator_label", "subject", "unit", "area", "areas", "stated", "summed", "adds_up")
    return table_of(list(shown), keys, words, "allocations")


def shares(dataset: Dataset) -> Table:
    """The share of each area in every quantity that its plan divides among areas: a row per area."""
    words = Words(dataset.labels)
    found = area_shares(dataset.allocations, dataset.statements)
    shown, columns = share_rows(pd.DataFrame(in_order(dataset, found), columns=list(SHARES)), words)
    heads = titles(("region", "area"), words, "allocations") | columns
    return Table(pd.DataFrame(shown, columns=list(heads), dtype="object"), heads, words.pair("display.none"))


def findings(dataset: Dataset) -> Table:
    """What a person should look at before citing."""
    words = Words(dataset.labels)
    shown = plain.finding_rows(
        pd.DataFrame(in_order(dataset, dataset.findings), columns=dataset.findings.columns), words
    )
    return table_of(list(shown), ("severity_label", "check_label", "region", "messages"), words, "findings")


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
            "messages": plain.messages(row, words),
            "indicator_label": words.indicator(text_of(codes[row["statement_id"]])),
            "sentence": quoted(around[row["statement_id"]]),
            "trail": around[row["statement_id"]]["trail"],
            "statement_id": row["statement_id"],
        }
        for row in records(queue)
    ]
    keys = ("check_label", "region", "messages", "indicator_label", "sentence", "trail", "statement_id")
    return table_of(shown, keys, words, "statements")


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
        for row in in_order(dataset, dataset.disagreements)
    ]
    keys = ("region", "line", "quote", "field", "coded_here", "coded_there", "note")
    return table_of(shown, keys, words, "statements")


def national(dataset: Dataset) -> Table:
    """Every value of an indicator that has a national value: what it is held against, or why it is not."""
    words = Words(dataset.labels)
    shown = national_rows(pd.DataFrame(in_order(dataset, dataset.national), columns=list(NATIONAL)), words)
    keys = ("indicator_label", "region", "display", "scope_label", "national_text", "ruling")
    return table_of(list(shown), keys, words, "plans")


def benchmarks(dataset: Dataset) -> Table:
    """The national values with their documents, how well each is confirmed, what may be compared with it."""
    words = Words(dataset.labels)
    shown = list(benchmark_rows(dataset.benchmarks, words))
    keys = ("indicator_label", "benchmark_value", "deadline", "scope", "benchmark_document", "grade")
    return table_of(shown, (*keys, "wording", "compared_with", "ruling"), words, "comparison")


def figures(dataset: Dataset, name: str, groups: Sequence[str] | None = None) -> Figures:
    """The figure ``name`` of the catalogue (matrix, dots …), of all indicators or those of ``groups``."""
    words = Words(dataset.labels)
    chinese, english = (tuple(charts(dataset, lang, name, groups)) for lang in LANGUAGES)
    return Figures(chinese, english, words.pair("display.english"), words.pair("display.none"))
