"""The comparison as an Excel workbook, bilingual, the same bytes on every rerun.

Sheets: what it is and how to cite it; the matrix of indicators by plans, each cell linked to its
statement; the same as tidy numbers; native charts; statements with their evidence; allocations; policy
instruments by plan and by task item, and milestones; plans and the documents they name; the codebook;
what each column holds; findings; where the codebook has national values, those and the plans' values
beside them; and, where there are older tables, what changed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from compare.exports.archive import FIXED_DATE, repack, write_atomically
from compare.exports.rows import columns, means, plain
from compare.exports.rows.codebook_entries import codebook_rows, column_rows
from compare.exports.rows.national_values import benchmark_rows, national_rows
from compare.exports.words import Words
from compare.exports.workbook import matrix, native_charts, readme, writing
from compare.figures.content.plans_shown import plan_notes
from compare.model import Status
from compare.prose import of_study, sentence

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

# Keys of the sheets in the order of their tabs.
SHEETS = (
    "readme",
    "comparison",
    "comparison_data",
    "charts",
    "statements",
    "allocations",
    "measures",
    "instruments",
    "milestones",
    "plans",
    "references",
    "codebook",
    "columns",
    "findings",
)
#: Where the codebook has national values: the plans' values beside them, and the values themselves.
NATIONAL = ("national", "benchmarks")
#: The last sheet, where there were older tables to compare with.
CHANGES = "changes"

# Sheets broader than this, in characters, would be too small to read on A4.
_A4_COLUMNS = 200.0
#: Sentences on the first sheet.
_TOLD = 10


def export_workbook(dataset: Dataset, path: Path) -> Path:
    """Write the workbook of ``dataset`` to ``path`` (``.xlsx``) and return it.

    Raises :class:`OSError` where the file cannot be written, as when it is open in Excel.
    """
    return write_atomically(path, workbook_bytes(dataset))


def workbook_bytes(dataset: Dataset) -> bytes:
    """The workbook as bytes; they depend on ``dataset`` and the version of this package only."""
    book = _Book.of(dataset)
    book.fill()
    properties = book.workbook.properties
    properties.title = book.words.pair("readme.title")
    properties.creator = f"compare-plans {version('compare-plans')}"
    properties.created = properties.modified = FIXED_DATE
    buffer = io.BytesIO()
    # Not Workbook.save(): it would stamp the file with the time of day.
    ExcelWriter(book.workbook, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED)).save()
    edits: dict[str, Callable[[bytes], bytes]] = {
        f"xl/worksheets/sheet{number}.xml": writing.text_is_meant
        for number in range(1, len(book.workbook.worksheets) + 1)
    }
    return repack(buffer.getvalue(), edits)


def _breadth(layout: columns.Layout) -> float:
    return sum(width for _, width, _, folded in layout if not folded)


@dataclass(frozen=True, slots=True)
class _Book:
    """A workbook in the making. ``plans`` are in the order of the figures."""

    workbook: Workbook
    dataset: Dataset
    words: Words
    tabs: Mapping[str, str]
    plans: pd.DataFrame

    @classmethod
    def of(cls, dataset: Dataset) -> _Book:
        words = Words(dataset.labels)
        keys = (
            *SHEETS,
            *(() if dataset.benchmarks.empty else NATIONAL),
            *(() if dataset.changes is None else (CHANGES,)),
        )
        workbook = Workbook()
        workbook.remove(workbook.active)
        tabs = {key: f"{words.one(f'sheet.{key}', 'en')} {words.one(f'sheet.{key}', 'zh')}" for key in keys}
        for tab in tabs.values():
            workbook.create_sheet(tab)
        notes = plan_notes(dataset.plans, dataset.plans["plan_id"], dataset.labels, "zh")
        plans = dataset.plans.set_index("plan_id", drop=False).loc[[note.plan_id for note in notes]]
        return cls(workbook, dataset, words, tabs, plans.reset_index(drop=True))

    def fill(self) -> None:
        """Write every sheet; statements come first, because the others link to their rows."""
        statements, comparison = self.ordered("statements"), self.ordered("comparison")
        at = self.statements(statements)
        quotes = dict(zip(statements["statement_id"], statements["quote"].fillna(""), strict=True))
        links = matrix.Links(at, quotes, self.tabs["statements"])
        self.readme()
        matrix.write(self.sheet("comparison"), comparison, self.plans, self.words, links)
        self.comparison_data(comparison, at)
        blocks = native_charts.blocks(comparison, list(self.plans["plan_id"]), self.words)
        native_charts.write(self.sheet("charts"), blocks, self.words)
        self.allocations(at)
        self.means()
        self.table("plans", columns.PLANS, plain.plan_rows(self.plans, self.words), "plans", frozen=2)
        documents = plain.reference_rows(self.ordered("references"), self.words)
        self.table("references", columns.REFERENCES, documents, "references", frozen=2)
        book_rows = codebook_rows(self.dataset.codebook, comparison, self.words)
        self.table("codebook", columns.CODEBOOK, book_rows, "comparison", frozen=3)
        self.table("columns", columns.COLUMNS, column_rows(), frozen=2)
        self.findings(at)
        if not self.dataset.benchmarks.empty:
            self.national(at)
        if (changes := self.dataset.changes) is not None:
            lines = list(plain.change_rows(changes, self.words))
            sheet = self.table(CHANGES, columns.CHANGES, lines, "statements")
            self.link(sheet, columns.CHANGES, lines, at, "statement_id")

    def sheet(self, key: str) -> Worksheet:
        return self.workbook[self.tabs[key]]

    def ordered(self, table: str) -> pd.DataFrame:
        """A table with its rows in the order of the plans, otherwise as it is."""
        frame: pd.DataFrame = getattr(self.dataset, table)
        place = {plan: number for number, plan in enumerate(self.plans["plan_id"])}
        return frame.sort_values("plan_id", key=lambda ids: ids.map(place), kind="stable", ignore_index=True)

    def table(
        self, key: str, layout: columns.Layout, lines: Iterable[plain.Row], table: str = "", frozen: int = 1
    ) -> Worksheet:
        """Write a plain sheet: a header, rows, filters, print set-up."""
        sheet = self.sheet(key)
        writing.write_table(sheet, columns.columns(layout, self.words, table), lines, frozen)
        writing.set_up_print(
            sheet, "1:1", self.words.pair(f"sheet.{key}"), wide=_breadth(layout) > _A4_COLUMNS
        )
        return sheet

    def statements(self, statements: pd.DataFrame) -> dict[str, int]:
        """Write the statements; returns the row of each."""
        lines = plain.statement_rows(statements, self.dataset.evidence_table(), self.words)
        self.table("statements", columns.STATEMENTS, lines, "statements", frozen=3)
        return {code: row for row, code in enumerate(statements["statement_id"], start=2)}

    def readme(self) -> None:
        counts = {
            "version": version("compare-plans"),
            "plans": len(self.plans),
            "statements": f"{len(self.dataset.statements):,}",
            "indicators": self.dataset.comparison["indicator"].nunique(),
        }
        others = [(self.tabs[key], key) for key in self.tabs if key != "readme"]
        labels = self.dataset.labels
        observed = [
            (sentence(one, labels, "zh"), sentence(one, labels, "en"))
            for one in of_study(self.dataset)[:_TOLD]
        ]
        readme.write(self.sheet("readme"), self.plans, counts, others, self.words, observed)

    def comparison_data(self, comparison: pd.DataFrame, at: Mapping[str, int]) -> None:
        lines = list(plain.comparison_rows(comparison, self.words))
        sheet = self.table("comparison_data", columns.COMPARISON, lines, "comparison", frozen=3)
        self.link(sheet, columns.COMPARISON, lines, at, "statement_id")
        self.colour(sheet, columns.COMPARISON, len(lines))

    def allocations(self, at: Mapping[str, int]) -> None:
        lines = list(plain.allocation_rows(self.ordered("allocations"), self.words))
        sheet = self.table("allocations", columns.ALLOCATIONS, lines, "allocations", frozen=3)
        self.link(sheet, columns.ALLOCATIONS, lines, at, "statement_id")
        self.colour(sheet, columns.ALLOCATIONS, len(lines))

    def means(self) -> None:
        """Policy instruments by plan and by task item, and milestones."""
        passages = self.dataset.passages
        lines = means.measure_rows(self.ordered("measures"), self.words)
        self.table("measures", columns.MEASURES, lines, "measures", frozen=3)
        lines = means.instrument_rows(self.ordered("instruments"), passages, self.words)
        self.table("instruments", columns.INSTRUMENTS, lines, "instruments", frozen=2)
        lines = means.milestone_rows(self.ordered("milestones"), passages, self.words)
        self.table("milestones", columns.MILESTONES, lines, "milestones", frozen=2)

    def findings(self, at: Mapping[str, int]) -> None:
        lines = list(plain.finding_rows(self.ordered("findings"), self.words))
        sheet = self.table("findings", columns.FINDINGS, lines, "findings")
        self.link(sheet, columns.FINDINGS, lines, at, "statement_ids")

    def national(self, at: Mapping[str, int]) -> None:
        """The plans' values beside the national ones, and these; an empty number was not seen in print."""
        lines = list(national_rows(self.ordered("national"), self.words))
        sheet = self.table("national", columns.NATIONAL, lines, "comparison", frozen=2)
        self.link(sheet, columns.NATIONAL, lines, at, "statement_id")
        targets = benchmark_rows(self.dataset.benchmarks, self.words)
        self.table("benchmarks", columns.BENCHMARKS, targets, "comparison")

    def link(
        self,
        sheet: Worksheet,
        layout: columns.Layout,
        lines: Sequence[plain.Row],
        at: Mapping[str, int],
        key: str,
    ) -> None:
        """Lead from the cells of ``key`` to the row of the (first) statement they name."""
        column = columns.position(layout, key)
        for row, line in enumerate(lines, start=2):
            named = plain.ids(line.get(key))
            if named and named[0] in at:
                writing.put_link(sheet.cell(row, column), self.tabs["statements"], at[named[0]])

    def colour(self, sheet: Worksheet, layout: columns.Layout, count: int) -> None:
        """Colour each row's status by a conditional format on its code."""
        shown = get_column_letter(columns.position(layout, "status_label"))
        code = get_column_letter(columns.position(layout, "status"))
        for status in matrix.STATUS_FORMATS if count else ():
            area, formula = f"{shown}2:{shown}{count + 1}", f'${code}2="{Status(status)}"'
            matrix.add_status_rule(sheet, area, formula, status)
