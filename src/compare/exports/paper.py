"""Tables for a paper: one group of indicators, plans across, as HTML, LaTeX (booktabs) and Word.

Each cell is a value with its bound, unit and deadline, or a sign that says why there is none; the notes
below explain the signs that occur. Nothing here is rounded or ranked.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pandas as pd
from markupsafe import escape

from compare.exports.archive import FIXED_DATE, repack, write_atomically
from compare.figures.content.cell_text import Cell, amount, joined, read_cells, unit_text
from compare.figures.content.plans_shown import plan_notes, source_line
from compare.figures.content.selection import row_text
from compare.model import Comparator, Status
from compare.tables.comparing.compared_rows import in_order, rows_of
from compare.tables.select import UnknownId
from compare.tables.words.labels import LANGUAGES, Labels, Lang

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

#: How a cell without a value is printed.
_SIGNS = {
    Status.NOT_STATED: "—",
    Status.SOURCE_INCOMPLETE: "…",
    Status.NOT_APPLICABLE: "n/a",
}
#: Behind a value that the plan does not state itself.
_DERIVED = "†"
_LATEX = str.maketrans(
    {"\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{"}
    | {"}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    | {"≥": r"$\geq$", "≤": r"$\leq$", "≠": r"$\neq$", "≈": r"$\approx$", "<": "$<$", ">": "$>$"}
    | {"²": r"\textsuperscript{2}", "—": "---", "–": "--", "…": r"\dots{}", _DERIVED: r"$^{\dagger}$"}
)


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table with its title and the notes below it; ``frame`` has a named row for each row compared and a
    column for each plan."""

    title: str
    frame: pd.DataFrame
    notes: tuple[str, ...]

    def html(self) -> str:
        """A table element; every text escaped."""
        body = self.frame.to_html(border=0, escape=True, classes="paper-table")
        notes = "".join(f"<p>{escape(note)}</p>\n" for note in self.notes)
        return f"<p><b>{escape(self.title)}</b></p>\n{body}\n{notes}"

    def latex(self) -> str:
        """A floating table for booktabs and threeparttable; Chinese needs XeLaTeX or LuaLaTeX with ctex."""
        columns = "l" * (1 + len(self.frame.columns))
        lines = [
            r"\begin{table}",
            r"\centering",
            r"\begin{threeparttable}",
            rf"\caption{{{_latex(self.title)}}}",
            rf"\begin{{tabular}}{{{columns}}}",
            r"\toprule",
            _latex_row(["", *self.frame.columns]),
            r"\midrule",
            *(
                _latex_row([name, *cells])
                for name, cells in zip(self.frame.index, self._cells(), strict=True)
            ),
            r"\bottomrule",
            r"\end{tabular}",
            r"\begin{tablenotes}\footnotesize",
            *(rf"\item {_latex(note)}" for note in self.notes),
            r"\end{tablenotes}",
            r"\end{threeparttable}",
            r"\end{table}",
        ]
        return "\n".join(lines) + "\n"

    def word(self) -> bytes:
        """A Word document with the table; the same table gives the same bytes."""
        document = docx.Document()
        document.add_paragraph(self.title, "Caption")
        table = document.add_table(rows=1, cols=1 + len(self.frame.columns), style="Light List")
        _fill(table.rows[0], ["", *self.frame.columns])
        for name, cells in zip(self.frame.index, self._cells(), strict=True):
            _fill(table.add_row(), [name, *cells])
        for note in self.notes:
            document.add_paragraph(note)
        properties = document.core_properties
        properties.created = properties.modified = FIXED_DATE
        buffer = io.BytesIO()
        document.save(buffer)
        return repack(buffer.getvalue())

    def _repr_html_(self) -> str:
        return self.html()

    def _cells(self) -> Iterable[list[str]]:
        return self.frame.to_numpy().tolist()


def paper_table(dataset: Dataset, group: str, lang: Lang = "en") -> PaperTable:
    """The comparison of a group of indicators as a table for a paper.

    Rows are those of ``comparison`` in which at least one plan gives a value, in the order of the codebook,
    shared ones first. Raises :class:`~compare.tables.select.UnknownId` for a group that is not there.
    """
    labels = dataset.labels
    if group not in labels.groups:
        raise UnknownId("group of indicators", group, labels.groups)
    comparison = dataset.comparison
    mine = comparison[comparison["indicator"].map(dict(labels.group_of)) == group]
    cells = {(cell.row, cell.plan_id): cell for cell in read_cells(mine, dataset.statements)}
    notes = plan_notes(dataset.plans, dataset.plans["plan_id"], labels, lang)
    rows = [row for row in in_order(rows_of(mine).values(), labels) if row.plans]
    shown = [[cells[row.id, note.plan_id] for note in notes] for row in rows]
    frame = pd.DataFrame(
        [[_text(cell, labels, lang) for cell in line] for line in shown],
        index=[row_text(row, labels, lang) for row in rows],
        columns=[note.name for note in notes],
        dtype="str",
    )
    title = labels.word("exports.paper.title", lang, group=labels.group(group, lang))
    flat = [cell for line in shown for cell in line]
    return PaperTable(title, frame, (*_notes(flat, labels, lang), source_line(notes, labels, lang)))


def export_paper(dataset: Dataset, out_dir: Path) -> list[Path]:
    """Write every group as ``<group>.<zh|en>.<html|tex|docx>`` and return the paths.

    Groups in which no plan gives a value are left out. Raises :class:`OSError` where a file cannot be
    written.
    """
    written = []
    for group in dataset.labels.groups:
        for lang in LANGUAGES:
            table = paper_table(dataset, group, lang)
            if table.frame.empty:
                continue
            parts = {"html": table.html().encode(), "tex": table.latex().encode(), "docx": table.word()}
            for suffix, data in parts.items():
                written.append(write_atomically(out_dir / f"{group}.{lang}.{suffix}", data))
    return written


def _text(cell: Cell, labels: Labels, lang: Lang) -> str:
    """``≥ 55% (2025)``; a sign where there is no value, and one behind a value that is derived."""
    if not cell.values:
        return _SIGNS.get(cell.status, labels.status(cell.status, lang))
    value = joined(amount(cell, labels), unit_text(cell, labels, lang))
    value = f"{value} ({cell.deadline})" if cell.deadline else value
    return f"{value}{_DERIVED}" if cell.status is Status.DERIVED else value


def _notes(cells: Iterable[Cell], labels: Labels, lang: Lang) -> list[str]:
    """What the signs in the table mean, as far as they occur, and that silence is no zero."""
    found = list(cells)
    statuses = {cell.status for cell in found if not cell.values}
    signs = [f"{_SIGNS[one]} {labels.status(one, lang)}" for one in _SIGNS if one in statuses]
    bounds = {cell.comparator for cell in found if cell.values}
    signs += [
        f"{labels.symbol(one)} {labels.comparator(one, lang)}"
        for one in Comparator
        if one in bounds and one not in (Comparator.EQ, Comparator.RANGE)
    ]
    if any(cell.status is Status.CONFLICTING for cell in found):
        signs.append(f"≠ {labels.status(Status.CONFLICTING, lang)}")
    if any(cell.status is Status.DERIVED for cell in found):
        signs.append(f"{_DERIVED} {labels.status(Status.DERIVED, lang)}")
    listed = labels.word("figures.source_separator", lang).join(signs)
    notes = [labels.word("exports.paper.signs", lang, signs=listed)] if signs else []
    return [*notes, labels.word("exports.paper.reading", lang)]


def _latex(text: str) -> str:
    return text.translate(_LATEX)


def _latex_row(cells: Iterable[str]) -> str:
    return " & ".join(map(_latex, cells)) + r" \\"


def _fill(row: Any, texts: Iterable[str]) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        cell.text = text
