"""A document to a :class:`~compare.model.Reading`: noise, outline, tables, numerals, statements."""

from __future__ import annotations

from collections.abc import Sequence

from compare.frozen import maker
from compare.garbage import uncollected
from compare.model import Document, Furniture, Numeral, PastPart, Reading, Role, TextView
from compare.reading.actors.responsibilities import responsibilities
from compare.reading.grids.find import cell_roles, find_tables, implied_cells, row_names
from compare.reading.grids.grid import as_table, view_with_cells
from compare.reading.grids.meaning.statements import cell_statements
from compare.reading.grids.sheet import Sheet
from compare.reading.grids.told_cells import as_rows_say
from compare.reading.header.cited import cited
from compare.reading.header.document_dates import articles
from compare.reading.header.header import (
    head_end,
    header,
    horizon,
    issue_year,
    year_of_first_line,
    year_of_tasks,
)
from compare.reading.page.clauses import clauses_of
from compare.reading.page.furniture import furniture
from compare.reading.page.outline import outline, section_years
from compare.reading.page.spans import SpanSet
from compare.reading.page.view import text_view
from compare.reading.quantities.dates import Anchor
from compare.reading.quantities.figures import in_figures
from compare.reading.quantities.lexicon import Lexicon
from compare.reading.quantities.relative_dates import terms
from compare.reading.quantities.scan import NUMERAL, Known, Numbered, scan
from compare.reading.sentences.material import Material
from compare.reading.sentences.repeated_headings import said_once
from compare.reading.sentences.statements import statements
from compare.reading.sentences.times.accounts import year_of_account
from compare.reading.sentences.times.carry import reach
from compare.reading.sentences.times.dates.programmes import programmes
from compare.reading.sentences.times.hindsight import hindsight

_numeral = maker(Numeral)


@uncollected
def read(document: Document, lexicon: Lexicon) -> Reading:
    """Read a document: everything found is a span of ``document.text``, which is never altered.

    Linear in the length of the text. Statements of table cells and of running text come in text
    order; passages carry indices of their parents.
    """
    raw = document.text
    inside = [f for f in document.furniture if f.inside]
    plain = view_with_cells(document)
    clauses = clauses_of(plain.text)
    view = in_figures(plain, clauses, lexicon)
    if view is not plain:
        clauses = clauses_of(view.text)
    text = view.text
    noise = _noise(view, [f for f in document.furniture if not f.inside])
    sheets = find_tables(view, raw, document.tables, noise, lexicon)
    cells = [span for sheet in sheets for row in sheet.grid.rows for span in row]
    passages, starts = outline(view, cells, document.notes)
    around = [(f.start, f.end) for f in noise]
    head = header(view, raw, around)
    start, end = horizon(head)
    issued = issue_year(head)
    told = 0 if issued else year_of_first_line(text) or year_of_tasks(text)
    anchor = Anchor(issued, start, end, section_years(passages, starts), *terms(text), told, articles(text))
    found = scan(text, lexicon, clauses, anchor, _known(text, noise, sheets))
    hidden = SpanSet(
        [*((f.start, f.end) for f in noise), *(cell for sheet in sheets for cell in implied_cells(sheet))]
    )
    carry = reach(text, passages, starts)
    title = text_view(head.title).text
    back = hindsight(text, passages, starts, title, start if start < end else 0, carry)
    material = Material(
        view,
        raw,
        clauses,
        found,
        lexicon,
        starts,
        hidden,
        carry,
        back,
        row_names(sheets),
        anchor.issue_year,
        title,
        programmes(text, passages, starts, title),
    )
    made = statements(material)
    made = said_once(as_rows_say(made, view, raw, sheets), passages)
    # Years before this one state facts in tables: those of an account are over with it.
    account = year_of_account(title or text.partition("\n")[0])
    since = max(anchor.issue_year, anchor.horizon_start, account + 1)
    for sheet in sheets:
        goals = carry.date_of_goals(sheet.grid.start, found.dates)
        made += cell_statements(view, raw, sheet, starts, since, anchor.near, account, goals)
    return Reading(
        document=document,
        view=view,
        header=head,
        passages=passages,
        statements=tuple(sorted(made, key=lambda s: (s.value_start, s.value_end))) if sheets else made,
        numerals=_numerals(view, raw, found.roles, inside),
        tables=tuple(as_table(view, sheet.grid) for sheet in sheets),
        furniture=_furniture(view, noise, inside),
        responsibilities=responsibilities(view, raw, passages),
        cited=cited(view, raw, around, head_end(text), (head.title, head.document_number)),
        past=tuple(
            PastPart(view.raw_start(part.start), view.raw_end(part.end), part.year) for part in back.parts
        ),
    )


def _noise(view: TextView, known: Sequence[Furniture]) -> tuple[Furniture, ...]:
    """Furniture the format knew of and furniture the text shows, in offsets of the view."""
    brought = [Furniture(view.from_raw(f.start), view.from_raw(f.end), f.reason) for f in known]
    return tuple(sorted([*brought, *furniture(view.text)], key=lambda f: (f.start, -f.end)))


def _furniture(
    view: TextView, noise: Sequence[Furniture], inside: Sequence[Furniture]
) -> tuple[Furniture, ...]:
    """All furniture in offsets of the original."""
    found = (Furniture(view.raw_start(f.start), view.raw_end(f.end), f.reason) for f in noise)
    return tuple(sorted([*found, *inside], key=lambda f: (f.start, -f.end))) if inside else tuple(found)


def _numerals(
    view: TextView, raw: str, roles: Sequence[Numbered], inside: Sequence[Furniture]
) -> tuple[Numeral, ...]:
    """The ledger: numerals of the view, and those that stand in what was left out of it."""
    offsets = view.offsets
    made = [
        _numeral(begin := offsets[start], stop := offsets[end - 1] + 1, raw[begin:stop], role, rule)
        for start, end, role, rule in roles
    ]
    if inside:
        left_out = (m for f in inside for m in NUMERAL.finditer(raw, f.start, f.end))
        made += (_numeral(*m.span(), m.group(), Role.FURNITURE, "furniture") for m in left_out)
        made.sort(key=lambda numeral: (numeral.start, numeral.end))
    return tuple(made)


def _known(text: str, noise: Sequence[Furniture], sheets: Sequence[Sheet]) -> list[Known]:
    """Spans whose numerals have their role beforehand."""
    known: list[Known] = [(f.start, f.end, Role.FURNITURE) for f in noise if f.end > f.start]
    for sheet in sheets:
        known += cell_roles(text, sheet)
    return known
