"""The appendix: full tables by topic, the figures that fill a page, codebook entries used, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from itertools import groupby
from typing import Any

from compare.exports.rows import plain
from compare.exports.word.draft import Draft
from compare.figures.content.cell_text import Cell, amount, joined, read_cells, sentence, text_of, unit_text
from compare.figures.content.national_gap import relation_text
from compare.figures.content.selection import scope_text
from compare.model import Comparator, Status
from compare.tables.comparing.compared_rows import Row
from compare.tables.comparing.national import Relation
from compare.tables.storage.frames import records
from compare.tables.words.messages import message_column
from compare.tables.words.one_line import one_line


def write_appendix(draft: Draft) -> None:
    draft.report.heading(draft.say("appendix_head"), 1, new_page=True)
    draft.report.text(draft.say("appendix_text"))
    for group, rows in draft.rows.items():
        _part(draft, group, draft.say("values_caption", group=draft.labels.group(group, draft.lang)))
        _values(draft, rows)
    _national(draft)
    for name in ("departments", "instruments", "milestones"):
        _part(draft, name, draft.subject(name))
        draft.show(draft.pages(name), draft.subject(name))
    _codebook(draft)
    _statuses(draft)
    _checks(draft)
    _sources(draft)


def _part(draft: Draft, part: str, text: str) -> None:
    draft.report.heading(f"{draft.number(part)} {text}", 2)


def _table(draft: Draft, caption: str, keys: Sequence[str], widths: Sequence[float]) -> Any:
    draft.report.caption(draft.say("table"), caption, above=True)
    return draft.report.table([draft.say(key) for key in keys], widths)


# --- values by topic ------------------------------------------------------------------------------------


def _values(draft: Draft, rows: Sequence[Row]) -> None:
    """One row for each value, footnoted with its sentences; below it who gives none, and why."""
    group = draft.labels.group_of.get(rows[0].indicator, "")
    caption = draft.say("values_caption", group=draft.labels.group(group, draft.lang))
    keys = tuple(f"value_{key}" for key in ("indicator", "scope", "region", "value", "deadline"))
    table = _table(draft, caption, keys, (3.8, 3.2, 2.8, 3.8, 2.4))
    last = ""
    for row in rows:
        here = list(draft.cells(row))
        name = draft.labels.indicator(row.indicator, draft.lang) if row.indicator != last else ""
        first, last = (name, scope_text(row, draft.labels, draft.lang)), row.indicator
        for cell, record in here:
            if cell.values:
                paragraphs = draft.report.row(table, [*first, *_value_row(draft, cell)])
                behind = plain.ids(record["statement_ids"]) or plain.ids(record["derived_from"])
                draft.report.footnotes(paragraphs[3], map(draft.note, behind))
                first = ("", "")
        if silent := _silent(draft, (cell for cell, _ in here)):
            draft.report.wide_row(table, silent)


def _value_row(draft: Draft, cell: Cell) -> list[str]:
    value = joined(amount(cell, draft.labels), unit_text(cell, draft.labels, draft.lang))
    if cell.status is not Status.STATED:
        value = draft.say("labelled", label=draft.labels.status(cell.status, draft.lang), text=value)
    return [draft.plan(cell.plan_id), value, cell.deadline or "—"]


def _silent(draft: Draft, cells: Iterable[Cell]) -> str:
    """Which plans give no value, by status: ``Not stated: A, B; Source incomplete: C``."""
    silent: dict[Status, list[str]] = {}
    for cell in cells:
        if not cell.values:
            name = draft.plan(cell.plan_id)
            quoted = draft.say("in_words", region=name, quote=one_line(cell.quote))
            silent.setdefault(cell.status, []).append(quoted if cell.quote else name)
    comma, semicolon = draft.say("comma"), draft.say("semicolon")
    return semicolon.join(
        draft.say("labelled", label=draft.labels.status(status, draft.lang), text=comma.join(silent[status]))
        for status in Status
        if status in silent
    )


# --- national values ------------------------------------------------------------------------------------


def _national(draft: Draft) -> None:
    """What each value is held against, or why it is not; nothing where the codebook has no targets."""
    _part(draft, "national", draft.say("national_caption"))
    frame = draft.dataset.national
    if frame.empty:
        draft.report.text(draft.say("no_national"))
        return
    draft.report.text(draft.say("national_text"))
    keys = ("value_indicator", "value_region", "value_value", "national_relation")
    table = _table(draft, draft.say("national_caption"), keys, (3.6, 2.4, 3.4, 6.6))
    place = {plan["plan_id"]: number for number, plan in enumerate(draft.plans)}
    order = plain.indicator_order(frame, draft.words)
    pairs = zip(read_cells(frame), records(frame), strict=True)
    inner = sorted(pairs, key=lambda pair: (order.index(pair[0].indicator), place[pair[0].plan_id]))
    for code, about in groupby(inner, key=lambda pair: pair[0].indicator):
        name = draft.labels.indicator(code, draft.lang)
        silent: dict[str, list[Cell]] = {}
        for cell, row in about:
            if not cell.values:
                silent.setdefault(_relation(draft, row), []).append(cell)
                continue
            value = sentence(cell, draft.labels, draft.lang)
            paragraphs = draft.report.row(
                table, [name, draft.plan(cell.plan_id), value, _relation(draft, row)]
            )
            draft.report.footnotes(
                paragraphs[2], map(draft.note, filter(None, [text_of(row["statement_id"])]))
            )
            name = ""
        for relation, cells in silent.items():
            text = draft.say("silent_beside", relation=relation, silent=_silent(draft, cells))
            draft.report.wide_row(table, text, first=name)
            name = ""


def _relation(draft: Draft, row: Mapping[str, Any]) -> str:
    """How far from the national value; or why it is not compared, and the codebook's ruling."""
    relation = relation_text(row, draft.labels, draft.lang)
    if row["relation"] in (Relation.COMPARED, Relation.NONE_DUE):
        return relation
    ruling = text_of(row[f"ruling_{draft.lang}"])
    return draft.say("not_compared", relation=relation, ruling=ruling).strip()


# --- codebook, signs, checks, sources -------------------------------------------------------------------


def _codebook(draft: Draft) -> None:
    """The entries of the indicators for which some plan gives a value."""
    _part(draft, "codebook", draft.say("codebook_caption"))
    keys = ("value_indicator", "codebook_definition", "codebook_unit", "codebook_direction")
    table = _table(draft, draft.say("codebook_caption"), keys, (3.6, 8.0, 2.2, 2.2))
    used = dict.fromkeys(row.indicator for rows in draft.rows.values() for row in rows)
    for code in used:
        entry = draft.dataset.codebook.indicators[code]
        definition = entry.definition_zh if draft.lang == "zh" else entry.definition_en
        direction = draft.labels.of("directions", str(entry.direction), draft.lang)
        unit = draft.labels.unit(entry.unit, draft.lang)
        name = draft.labels.indicator(code, draft.lang)
        draft.report.row(table, [name, definition, unit, direction])


def _statuses(draft: Draft) -> None:
    _part(draft, "statuses", draft.say("statuses_head"))
    draft.report.text(draft.say("method_deadline"))
    draft.report.text(draft.say("method_statuses"))
    for status in Status:
        meaning = draft.words.one(f"status.{status}", draft.lang)
        label = draft.labels.status(status, draft.lang)
        draft.report.text(draft.say("labelled", label=label, text=meaning), "List Bullet")
    signs = (
        f"{draft.labels.symbol(code)} {draft.labels.comparator(code, draft.lang)}"
        for code in Comparator
        if code is not Comparator.EQ
    )
    draft.report.text(draft.say("method_signs", signs=draft.say("comma").join(signs)))


def _checks(draft: Draft) -> None:
    _part(draft, "checks", draft.say("findings_head"))
    found = draft.dataset.findings[draft.dataset.findings["severity"] != "note"]
    if found.empty:
        draft.report.text(draft.say("no_findings"))
        return
    draft.report.text(draft.say("findings_text"))
    keys = tuple(f"finding_{key}" for key in ("severity", "check", "region", "message"))
    table = _table(draft, draft.say("findings_head"), keys, (1.8, 3.6, 2.8, 7.8))
    for row in records(found):
        severity = draft.labels.of("severities", row["severity"], draft.lang)
        check = draft.labels.of("checks", row["check"], draft.lang)
        message = text_of(row[message_column(draft.lang)])
        draft.report.row(table, [severity, check, draft.plan(row["plan_id"]), message])


def _sources(draft: Draft) -> None:
    draft.report.heading(draft.say("sources_head"), 2)
    draft.report.text(draft.say("sources_text", version=version("compare-plans")))
    for plan in draft.plans:
        source = f"{plan['source_file']}, SHA-256 {plan['source_sha256']}"
        draft.report.text(f"{plain.citation(plan, draft.words)} ({source})", "List Number")
        if parent := text_of(plan["parent_title"]) or text_of(plan["parent_number"]):
            draft.report.text(_parent(draft, plan, parent), "List Bullet")


def _parent(draft: Draft, plan: Mapping[str, Any], parent: str) -> str:
    """The document above a plan, with its number and level."""
    number = text_of(plan["parent_number"])
    level = draft.labels.of("levels", text_of(plan["parent_level"]), draft.lang)
    title = f"{parent} ({number})" if number and number != parent else parent
    return draft.say("parent", region=draft.plan(plan["plan_id"]), level=level, title=title)
