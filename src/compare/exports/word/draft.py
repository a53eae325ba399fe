"""What every chapter of the report needs: the tables, the words, the plans in order, the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd

from compare.exports.figure_files import charts, page_key
from compare.exports.pictures import Page, Pictures
from compare.exports.rows import plain
from compare.exports.word.document_parts import Report
from compare.exports.word.pictures import at_printed_size
from compare.exports.words import Words
from compare.figures.content.cell_text import Cell, read_cells, text_of
from compare.figures.content.plans_shown import plan_notes
from compare.figures.drawing.style import WIDTH_CM
from compare.prose import Observation, of_study
from compare.tables.comparing.compared_rows import Row, in_order, rows_of
from compare.tables.storage.frames import records
from compare.tables.words.labels import Labels, Lang
from compare.tables.words.one_line import one_line

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

#: The tables and figures of the appendix behind those of the topics, in order.
APPENDED = ("national", "departments", "instruments", "milestones", "codebook", "statuses", "checks")


@dataclass(frozen=True, slots=True)
class Draft:
    """A report in the making. ``plans`` are in the order of the figures; ``evidence`` are the sentences
    behind the comparison and the observations, by statement; ``compared`` are the cells by row and plan."""

    dataset: Dataset
    lang: Lang
    report: Report
    words: Words
    plans: tuple[dict[str, Any], ...]
    evidence: Mapping[str, dict[str, Any]]
    observations: tuple[Observation, ...]
    rows: Mapping[str, tuple[Row, ...]]
    compared: Mapping[str, Mapping[str, tuple[Cell, dict[str, Any]]]]
    pictures: Pictures

    @classmethod
    def of(cls, dataset: Dataset, lang: Lang, pictures: Pictures) -> Draft:
        labels = dataset.labels
        notes = plan_notes(dataset.plans, dataset.plans["plan_id"], labels, lang)
        by_id = {plan["plan_id"]: plan for plan in records(dataset.plans)}
        observations = of_study(dataset)
        behind = [i for text in dataset.comparison["statement_ids"].dropna() for i in plain.ids(text)]
        behind += [i for text in dataset.comparison["derived_from"].dropna() for i in plain.ids(text)]
        behind += [i for one in observations for i in one.statement_ids]
        found = dataset.evidence_table(list(dict.fromkeys(behind)))
        subjects = dataset.statements.set_index("statement_id")["subject"]
        found["subject"] = found["statement_id"].map(subjects)
        return cls(
            dataset,
            lang,
            Report(lang),
            Words(labels),
            tuple(by_id[note.plan_id] for note in notes),
            {one["statement_id"]: one for one in records(found)},
            observations,
            _stated_rows(dataset),
            _compared(dataset.comparison),
            pictures,
        )

    @property
    def labels(self) -> Labels:
        return self.dataset.labels

    @property
    def groups(self) -> tuple[str, ...]:
        """The topics on which some plan gives a value."""
        return tuple(self.rows)

    def say(self, key: str, **values: object) -> str:
        return self.words.one(f"word.{key}", self.lang, **values)

    def plan(self, plan_id: str) -> str:
        return self.labels.plan(plan_id, self.lang)

    def subject(self, figure: str, group: str = "") -> str:
        """What a figure is about, in its caption and the list of figures; its title says what it finds."""
        about = self.labels.group(group, self.lang) if group else ""
        return self.labels.word(f"figures.{figure}_title", self.lang, subject=about)

    def number(self, part: str) -> str:
        """``A3``: the number of a part of the appendix; topics come first."""
        return f"A{[*self.groups, *APPENDED].index(part) + 1}"

    def appendix_reference(self, part: str) -> str:
        return self.say("appendix_part", number=self.number(part))

    def cells(self, row: Row) -> Iterator[tuple[Cell, dict[str, Any]]]:
        """The cells of a row of the comparison, plans in order, each with its record."""
        by_plan = self.compared.get(row.id, {})
        return (by_plan[plan["plan_id"]] for plan in self.plans if plan["plan_id"] in by_plan)

    def pages(self, name: str, group: str = "") -> list[Page]:
        """The charts of a figure, of all indicators or those of a group."""
        chosen = [group] if group else None
        draw = partial(charts, lang=self.lang, name=name, groups=chosen)
        return self.pictures.pages(self.dataset, page_key(name, self.lang, group), draw)

    def show(self, pages: Iterable[Page], subject: str) -> None:
        """Each page as a picture, its caption below."""
        for page in pages:
            png = self.pictures.smaller(page.png, at_printed_size)
            self.report.picture(png, page.alt, WIDTH_CM)
            self.report.caption(self.say("figure"), subject)

    def sources(self, statements: Iterable[str]) -> str:
        """What the plans say, in short; the whole sentences stand in the appendix."""
        parts = []
        for found in (self.evidence[one] for one in statements):
            where = text_of(found["document_number"]) or self.say("no_number")
            quote = self.cited(found, found["quote"])
            parts.append(self.say("source", region=self.plan(found["plan_id"]), where=where, quote=quote))
        return self.say("semicolon").join(dict.fromkeys(parts))

    def note(self, statement: str) -> str:
        """The footnote of a value: region, document number, headings above, sentence."""
        found = self.evidence[statement]
        number = text_of(found["document_number"]) or self.say("no_number")
        where = " › ".join(filter(None, (number, found["trail"])))
        sentence = self.cited(found, found["sentence"])
        return self.say("note", region=self.plan(found["plan_id"]), where=where, sentence=sentence)

    def cited(self, found: Mapping[str, Any], text: str) -> str:
        """The words of the document in quotation marks; before the number of a cell stands what it counts."""
        quoted = self.say("quoted", quote=one_line(text))
        if any(char.isalpha() for char in text) or not text_of(found["subject"]):
            return quoted
        return self.say("cell", subject=found["subject"], quoted=quoted)


def _compared(comparison: pd.DataFrame) -> dict[str, dict[str, tuple[Cell, dict[str, Any]]]]:
    """Row of the comparison -> plan -> its cell with its record."""
    found: dict[str, dict[str, tuple[Cell, dict[str, Any]]]] = {}
    for cell, record in zip(read_cells(comparison), records(comparison), strict=True):
        found.setdefault(cell.row, {})[cell.plan_id] = (cell, record)
    return found


def _stated_rows(dataset: Dataset) -> dict[str, tuple[Row, ...]]:
    """The rows for which some plan gives a value, by topic, as people read them."""
    labels = dataset.labels
    stated = set(dataset.comparison.loc[dataset.comparison["value_low"].notna(), "row_id"])
    order = [row for row in in_order(rows_of(dataset.comparison).values(), labels) if row.id in stated]
    found = {
        group: tuple(row for row in order if labels.group_of.get(row.indicator) == group)
        for group in labels.groups
    }
    return {group: rows for group, rows in found.items() if rows}
