"""A draft report in Word: the plans, what they ask for with the sentence behind every value, limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from compare.exports.archive import write_atomically
from compare.exports.figure_files import LANGUAGES, NONE_KEPT, Pictures, charts
from compare.exports.rows import plain
from compare.exports.word.parts import Report
from compare.exports.words import Words
from compare.figures.content.cell_text import Cell, amount, joined, read_cells, sentence, text_of, unit_text
from compare.figures.content.national_gap import relation_text
from compare.figures.content.plans_shown import plan_notes
from compare.figures.content.selection import scope_text
from compare.figures.drawing.chart import Chart
from compare.figures.drawing.style import WIDTH_CM
from compare.model import Comparator, Status
from compare.prose import Observation, of_study
from compare.prose import sentence as sentence_of
from compare.tables.comparing.compared_rows import Row, in_order, rows_of
from compare.tables.comparing.national import Relation
from compare.tables.labels import Lang
from compare.tables.messages import message_column
from compare.tables.storage.frames import records

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

_TALL_INCHES = 4.5
# Sentences at the head of the report; the others stand with their topics.
_FIRST = 8


def export_word(dataset: Dataset, out_dir: Path, pictures: Pictures = NONE_KEPT) -> list[Path]:
    """Write ``report.zh.docx`` and ``report.en.docx`` to ``out_dir`` and return them."""
    return [
        write_atomically(out_dir / f"report.{lang}.docx", report_bytes(dataset, lang, pictures))
        for lang in LANGUAGES
    ]


def report_bytes(dataset: Dataset, lang: Lang, pictures: Pictures = NONE_KEPT) -> bytes:
    """The report in one language; its bytes depend on ``dataset`` and this package's version only."""
    draft = _Draft.of(dataset, lang, pictures)
    draft.write()
    return draft.report.to_bytes(draft.say("title"), f"compare-plans {version('compare-plans')}")


def _is_tall(chart: Chart) -> bool:
    """Whether two such charts do not fit on a page."""
    return bool(chart.get_figheight() > _TALL_INCHES)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A report in the making. ``plans`` are in the order of the figures."""

    dataset: Dataset
    lang: Lang
    report: Report
    words: Words
    plans: tuple[dict[str, Any], ...]
    evidence: Mapping[str, dict[str, Any]]
    observations: tuple[Observation, ...]
    pictures: Pictures

    @classmethod
    def of(cls, dataset: Dataset, lang: Lang, pictures: Pictures) -> _Draft:
        notes = plan_notes(dataset.plans, dataset.plans["plan_id"], dataset.labels, lang)
        by_id = {plan["plan_id"]: plan for plan in records(dataset.plans)}
        behind = [i for text in dataset.comparison["statement_ids"].dropna() for i in plain.ids(text)]
        evidence = {one["statement_id"]: one for one in records(dataset.evidence_table(behind))}
        plans = tuple(by_id[note.plan_id] for note in notes)
        words = Words(dataset.labels)
        observations = of_study(dataset)
        return cls(dataset, lang, Report(lang), words, plans, evidence, observations, pictures)

    def say(self, key: str, **values: object) -> str:
        return self.words.one(f"word.{key}", self.lang, **values)

    def write(self) -> None:
        self.report.heading(self.say("title"), 0)
        self.report.text(self.say("draft_note"))
        self.introduction()
        self.told()
        self.comparison()
        self.means()
        self.national()
        self.method()
        self.findings()
        self.sources()

    def introduction(self) -> None:
        comparison = self.dataset.comparison
        stated = comparison[comparison["value_low"].notna()]["indicator"].nunique()
        self.report.heading(self.say("plans_head"), 1)
        self.report.text(
            self.say(
                "intro",
                version=version("compare-plans"),
                plans=len(self.plans),
                statements=f"{len(self.dataset.statements):,}",
                indicators=comparison["indicator"].nunique(),
                stated=stated,
            )
        )
        self.report.caption(self.say("table"), self.say("plans_caption"), above=True)
        keys = ("region", "document", "number", "issued", "horizon")
        table = self.report.table([self.say(f"plan_{key}") for key in keys], (2.8, 5.1, 3.2, 2.6, 2.3))
        for plan in self.plans:
            self.report.row(table, self._plan_row(plan))
        for plan in self.plans:
            if plan["complete"] is not True:
                region = self.dataset.labels.plan(plan["plan_id"], self.lang)
                note = text_of(plan["incomplete_note"])
                self.report.text(" ".join(filter(None, (self.say("fragment", region=region), note))))
        for plan in self.plans:
            if parent := text_of(plan["parent_title"]) or text_of(plan["parent_number"]):
                self.report.text(self._parent(plan, parent), "List Bullet")

    def _parent(self, plan: Mapping[str, Any], parent: str) -> str:
        """The document above a plan, with its number and level."""
        number = text_of(plan["parent_number"])
        region = self.dataset.labels.plan(plan["plan_id"], self.lang)
        level = self.dataset.labels.of("levels", text_of(plan["parent_level"]), self.lang)
        title = f"{parent} ({number})" if number and number != parent else parent
        return self.say("parent", region=region, level=level, title=title)

    def _plan_row(self, plan: Mapping[str, Any]) -> list[str]:
        years = filter(None, (text_of(plan["horizon_start"]), text_of(plan["horizon_end"])))
        return [
            self.dataset.labels.plan(plan["plan_id"], self.lang),
            text_of(plan["title"]) or self.say("not_known"),
            text_of(plan["document_number"]) or self.say("not_known"),
            text_of(plan["issued_on"]) or self.say("not_known"),
            "–".join(dict.fromkeys(years)) or self.say("not_known"),
        ]

    def told(self) -> None:
        """What the tables tell, in sentences of their own; what concerns one group stands at its head."""
        self.report.heading(self.say("told_head"), 1)
        self.report.text(self.say("told_text"))
        for one in self.observations[:_FIRST]:
            self._sentence(one)

    def _sentence(self, one: Observation) -> None:
        self.report.text(sentence_of(one, self.dataset.labels, self.lang), "List Bullet")

    def comparison(self) -> None:
        data, labels = self.dataset, self.dataset.labels
        self.report.heading(self.say("comparison_head"), 1)
        self.report.text(self.say("comparison_text"))
        self.charts(charts(data, self.lang, "matrix"))
        said = set(data.comparison.loc[data.comparison["value_low"].notna(), "row_id"])
        order = in_order(rows_of(data.comparison).values(), labels)
        for group in labels.groups:
            rows = [row for row in order if labels.group_of.get(row.indicator) == group and row.id in said]
            if rows:
                drawn = list(charts(data, self.lang, "values", [group]))
                tall = bool(drawn) and _is_tall(drawn[0])
                self.report.heading(labels.group(group, self.lang), 2, new_page=tall)
                self.charts(drawn, below_heading=True)
                for one in self.observations:
                    if one.group == group:
                        self._sentence(one)
                self.group_table(group, rows)

    def charts(self, drawn: Iterable[Chart], below_heading: bool = False) -> None:
        """Each chart with its caption; a tall one on a page of its own, unless its heading is there."""
        for number, chart in enumerate(drawn):
            new_page = _is_tall(chart) and not (below_heading and number == 0)
            png = self.pictures.of(chart, ("png",))["png"]
            self.report.picture(png, chart.caption.alt, WIDTH_CM, new_page)
            self.report.caption(self.say("figure"), chart.caption.title)

    def group_table(self, group: str, rows: Sequence[Row]) -> None:
        """One row for each value, footnoted with its sentences; below it who gives none, and why."""
        name = self.dataset.labels.group(group, self.lang)
        self.report.caption(self.say("table"), self.say("values_caption", group=name), above=True)
        keys = ("indicator", "scope", "region", "value", "deadline")
        table = self.report.table([self.say(f"value_{key}") for key in keys], (3.8, 3.2, 2.8, 3.8, 2.4))
        last = ""
        for row in rows:
            here = list(self._cells(row))
            name = self.dataset.labels.indicator(row.indicator, self.lang) if row.indicator != last else ""
            first, last = (name, scope_text(row, self.dataset.labels, self.lang)), row.indicator
            for cell, record in here:
                if cell.values:
                    paragraphs = self.report.row(table, [*first, *self._value_row(cell)])
                    behind = plain.ids(record["statement_ids"]) or plain.ids(record["derived_from"])
                    self.report.footnotes(paragraphs[3], map(self._note, behind))
                    first = ("", "")
            if silent := self._silent(cell for cell, _ in here):
                self.report.wide_row(table, silent)

    def _cells(self, row: Row) -> Iterator[tuple[Cell, dict[str, Any]]]:
        frame = self.dataset.comparison
        mine: pd.DataFrame = frame[frame["row_id"] == row.id]
        by_plan = {c.plan_id: (c, r) for c, r in zip(read_cells(mine), records(mine), strict=True)}
        return (by_plan[plan["plan_id"]] for plan in self.plans if plan["plan_id"] in by_plan)

    def _value_row(self, cell: Cell) -> list[str]:
        labels = self.dataset.labels
        value = joined(amount(cell, labels), unit_text(cell, labels, self.lang))
        if cell.status is not Status.STATED:
            value = f"{labels.status(cell.status, self.lang)}: {value}"
        return [labels.plan(cell.plan_id, self.lang), value, cell.deadline or "—"]

    def _silent(self, cells: Iterator[Cell]) -> str:
        """Which plans give no value, by status: ``Not stated: A, B; Source incomplete: C``."""
        labels = self.dataset.labels
        silent: dict[Status, list[str]] = {}
        for cell in cells:
            if not cell.values:
                name = labels.plan(cell.plan_id, self.lang)
                spoken = self.say("in_words", region=name, quote=" ".join(cell.quote.split()))
                silent.setdefault(cell.status, []).append(spoken if cell.quote else name)
        comma, semicolon = self.say("comma"), self.say("semicolon")
        return semicolon.join(
            f"{labels.status(status, self.lang)}: {comma.join(silent[status])}"
            for status in Status
            if status in silent
        )

    def _note(self, statement: str) -> str:
        """The footnote of a value: region, document number, headings above, sentence."""
        found = self.evidence[statement]
        number = text_of(found["document_number"]) or self.say("no_number")
        where = " › ".join(filter(None, (number, found["trail"])))
        region = self.dataset.labels.plan(found["plan_id"], self.lang)
        return self.say("note", region=region, where=where, sentence=" ".join(found["sentence"].split()))

    def means(self) -> None:
        """Instruments by family, shares, and what is due when; nothing where no plan carries any."""
        data = self.dataset
        if not (data.measures["items"] > 0).any():
            return
        self.report.heading(self.say("means_head"), 1)
        self.report.text(self.say("means_text"))
        doubtful = dict.fromkeys(data.measures.loc[data.measures["provisional"].astype(bool), "instrument"])
        if doubtful:
            separator = data.labels.word("figures.list_separator", self.lang)
            names = separator.join(data.labels.of("instruments", code, self.lang) for code in doubtful)
            self.report.text(self.say("means_provisional", names=names))
        for name in ("instruments", "families"):
            self.charts(charts(data, self.lang, name))
        if len(data.milestones):
            self.report.heading(self.say("milestones_head"), 2)
            self.report.text(self.say("milestones_text"))
            self.charts(charts(data, self.lang, "milestones"))

    def national(self) -> None:
        """What each value is held against, or why it is not; nothing where the codebook has no targets."""
        frame, labels, lang = self.dataset.national, self.dataset.labels, self.lang
        if frame.empty:
            return
        self.report.heading(self.say("national_head"), 1)
        self.report.text(self.say("national_text"))
        self.charts(charts(self.dataset, lang, "national"))
        self.report.caption(self.say("table"), self.say("national_caption"), above=True)
        keys = ("value_indicator", "value_region", "value_value", "national_relation")
        table = self.report.table([self.say(key) for key in keys], (3.6, 2.4, 3.4, 6.6))
        place = {plan["plan_id"]: number for number, plan in enumerate(self.plans)}
        order = plain.indicator_order(frame, self.words)
        pairs = zip(read_cells(frame), records(frame), strict=True)
        last = ""
        for cell, row in sorted(
            pairs, key=lambda pair: (order.index(pair[0].indicator), place[pair[0].plan_id])
        ):
            name = labels.indicator(cell.indicator, lang) if cell.indicator != last else ""
            last = cell.indicator
            said = [name, labels.plan(cell.plan_id, lang), sentence(cell, labels, lang), self._relation(row)]
            paragraphs = self.report.row(table, said)
            behind = filter(None, [text_of(row["statement_id"])])
            self.report.footnotes(paragraphs[2], map(self._note, behind))

    def _relation(self, row: Mapping[str, Any]) -> str:
        """How far from the national value; or why it is not compared, and the codebook's ruling."""
        said = relation_text(row, self.dataset.labels, self.lang)
        if row["relation"] in (Relation.COMPARED, Relation.NONE_DUE):
            return said
        ruling = text_of(row[f"ruling_{self.lang}"])
        return self.say("not_compared", relation=said, ruling=ruling).strip()

    def method(self) -> None:
        self.report.heading(self.say("method_head"), 1)
        for key in ("method_reading", "method_cell", "method_scope", "method_deadline"):
            self.report.text(self.say(key))
        self.report.text(self.say("method_statuses"))
        labels = self.dataset.labels
        for status in Status:
            meaning = self.words.one(f"status.{status}", self.lang)
            self.report.text(f"{labels.status(status, self.lang)}: {meaning}", "List Bullet")
        signs = (
            f"{labels.symbol(code)} {labels.comparator(code, self.lang)}"
            for code in Comparator
            if code is not Comparator.EQ
        )
        self.report.text(self.say("method_signs", signs=self.say("comma").join(signs)))
        self.report.heading(self.say("limits_head"), 1)
        for key in ("limit_documents", "limit_scope", "limit_promise", "limit_reader"):
            self.report.text(self.say(key), "List Bullet")

    def findings(self) -> None:
        self.report.heading(self.say("findings_head"), 1)
        found = self.dataset.findings[self.dataset.findings["severity"] != "note"]
        if found.empty:
            self.report.text(self.say("no_findings"))
            return
        self.report.text(self.say("findings_text"))
        self.report.caption(self.say("table"), self.say("findings_head"), above=True)
        keys = ("severity", "check", "region", "message")
        table = self.report.table([self.say(f"finding_{key}") for key in keys], (1.8, 3.6, 2.8, 7.8))
        labels = self.dataset.labels
        for row in records(found):
            severity = labels.of("severities", row["severity"], self.lang)
            check = labels.of("checks", row["check"], self.lang)
            message = text_of(row[message_column(self.lang)])
            self.report.row(table, [severity, check, labels.plan(row["plan_id"], self.lang), message])

    def sources(self) -> None:
        self.report.heading(self.say("sources_head"), 1)
        self.report.text(self.say("sources_text", version=version("compare-plans")))
        for plan in self.plans:
            source = f"{plan['source_file']}, SHA-256 {plan['source_sha256']}"
            self.report.text(f"{plain.citation(plan, self.words)} ({source})", "List Number")
