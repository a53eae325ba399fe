"""A Word document with footnotes, captions and Chinese fonts: what python-docx leaves to do."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from compare.exports.archive import FIXED_DATE, repack
from compare.exports.word.elements import add_field, append, open_field, text_run
from compare.exports.word.footnotes import attach_footnotes
from compare.exports.word.setup import LIST_STYLE, drop_left_over, remember_styles, set_page, set_styles
from compare.tables.words.labels import Lang

TABLE_STYLE = "Light Shading"
REFERENCE_STYLE = "footnote reference"
#: Bookmarks of footnotes are numbered behind those of captions.
_NOTES_FROM = 10_000

#: Stands in a text for the cross-reference that goes there.
REFERENCE = "\ue000"

# XML 1.0 has no place for these, however they got into a text.
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def clean_but_reference(text: str) -> str:
    """Cleaned text in which the mark of a cross-reference stays."""
    return REFERENCE.join(map(clean, text.split(REFERENCE)))


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption as other parts refer to it: its bookmark, ``Figure 3``, and the whole of it."""

    bookmark: str
    shown: str
    text: str = ""


@dataclass(slots=True)
class Report:
    """A document in the making. Styles carry all formatting, so that an editor can change it at once."""

    lang: Lang
    document: Any = field(default_factory=Document)
    notes: dict[str, int] = field(default_factory=dict)
    captions: dict[str, list[Caption]] = field(default_factory=dict)
    listed_after: Any = None
    #: An empty row of each table that has rows.
    rows: dict[Any, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        set_page(self.document)
        set_styles(self.document, self.lang)
        remember_styles(self.document)

    def heading(self, text: str, level: int, new_page: bool = False) -> None:
        paragraph = self.document.add_heading(clean(text), level)
        paragraph.paragraph_format.page_break_before = new_page

    def text(self, text: str, style: str = "Body Text") -> Any:
        return self.document.add_paragraph(clean(text), style)

    def picture(self, png: bytes, alt: str, width_cm: float, new_page: bool = False) -> None:
        """A picture on a line of its own that stays with its caption below."""
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.page_break_before = new_page
        shape = paragraph.add_run().add_picture(io.BytesIO(png), width=Cm(width_cm))
        shape._inline.docPr.set("descr", clean(alt))

    def caption(self, kind: str, text: str, above: bool = False) -> None:
        """``Figure 1 text``, the number a field, so that Word numbers anew when the draft is edited.

        ``above`` what it names (a table), it stays with it.
        """
        reference = self.reference_to_next(kind)
        number = len(self.captions.setdefault(kind, [])) + 1
        self.captions[kind].append(Caption(reference.bookmark, reference.shown, clean(text)))
        paragraph = self.document.add_paragraph(style="Caption")
        identifier = str(sum(map(len, self.captions.values())))
        append(paragraph, "w:bookmarkStart", id=identifier, name=reference.bookmark)
        paragraph.add_run(f"{kind} ")
        add_field(paragraph, f"SEQ {kind} \\* ARABIC", str(number))
        append(paragraph, "w:bookmarkEnd", id=identifier)
        paragraph.add_run(f" {clean(text)}")
        paragraph.paragraph_format.keep_with_next = above

    def reference_to_next(self, kind: str) -> Caption:
        """What refers to the next caption of a kind, before it is written."""
        kinds = list(self.captions)
        place = kinds.index(kind) if kind in kinds else len(kinds)
        number = len(self.captions.get(kind, ())) + 1
        return Caption(f"_Ref{place + 1}{number:05}", f"{kind} {number}")

    def text_with_reference(self, text: str, reference: Caption) -> Any:
        """A paragraph in which REFERENCE is a cross-reference to a caption."""
        before, _, after = clean_but_reference(text).partition(REFERENCE)
        paragraph = self.document.add_paragraph(before, "Body Text")
        add_field(paragraph, f"REF {reference.bookmark} \\h", reference.shown)
        paragraph.add_run(after)
        paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def place_list(self) -> None:
        """The list of captions will stand here (:meth:`list_captions`)."""
        self.listed_after = self.document.paragraphs[-1]

    def list_captions(self, kind: str, head: str) -> None:
        """A list of the captions of a kind, as a field that Word makes anew, with links to them."""
        found = self.captions.get(kind, [])
        if not found or self.listed_after is None:
            return
        after = self.listed_after._p
        title = self.document.add_paragraph(clean(head), "Heading 1")._p
        after.addnext(title)
        for place, caption in enumerate(found):
            paragraph = self.document.add_paragraph(style=LIST_STYLE)
            if place == 0:
                open_field(paragraph, f'TOC \\h \\z \\n \\c "{kind}"')
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), caption.bookmark)
            link.append(text_run(f"{caption.shown} {caption.text}"))
            paragraph._p.append(link)
            if place == len(found) - 1:
                append(paragraph.add_run(), "w:fldChar", fldCharType="end")
            title.addnext(paragraph._p)
            title = paragraph._p

    def table(self, heads: Sequence[str], widths_cm: Sequence[float]) -> Any:
        """An empty table with a head that is repeated on every page."""
        table = self.document.add_table(rows=1, cols=len(heads), style=TABLE_STYLE)
        table.autofit = False
        look = table._tbl.tblPr.first_child_found_in("w:tblLook")
        look.set(qn("w:noHBand"), "1")  # rules, no grey bands
        look.set(qn("w:val"), "06A0")  # the same as bits, which LibreOffice reads
        for cell, head, width in zip(table.rows[0].cells, heads, widths_cm, strict=True):
            cell.paragraphs[0].add_run(clean(head))
            cell.width = Cm(width)
        for column, width in zip(table.columns, widths_cm, strict=True):
            column.width = Cm(width)
        properties = table.rows[0]._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:tblHeader"))
        return table

    def row(self, table: Any, texts: Sequence[str]) -> list[Any]:
        """Add a row that is not broken across pages; returns the paragraph of each cell."""
        paragraphs = [Paragraph(cell.p_lst[0], table) for cell in self._new_row(table).tc_lst]
        for paragraph, text in zip(paragraphs, texts, strict=True):
            paragraph.add_run(clean(text))
        return paragraphs

    def wide_row(self, table: Any, text: str, first: str = "") -> None:
        """Add a row whose ``text`` runs over all columns but the ``first``."""
        row = self._new_row(table)
        head, wide, *others = row.tc_lst
        wide.width = sum(cell.width for cell in (wide, *others))
        wide.grid_span = 1 + len(others)
        for cell in others:
            row.remove(cell)
        Paragraph(head.p_lst[0], table).add_run(clean(first))
        Paragraph(wide.p_lst[0], table).add_run(clean(text))

    def _new_row(self, table: Any) -> Any:
        """An empty row at the end of a table: a copy of its first one, which is made more slowly."""
        if table._tbl not in self.rows:
            row = table.add_row()._tr
            row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            self.rows[table._tbl] = deepcopy(row)
            return row
        row = deepcopy(self.rows[table._tbl])
        table._tbl.append(row)
        return row

    def footnotes(self, paragraph: Any, texts: Iterable[str]) -> None:
        """Set footnotes at the end of ``paragraph``, told apart by commas.

        What a footnote says already is referred to by its number, a field that Word keeps right.
        """
        style = self.document.styles[REFERENCE_STYLE]
        for place, text in enumerate(dict.fromkeys(map(clean, texts))):
            # A thin space first: m² with footnote 3 must not read as m to the 23rd.
            paragraph.add_run("," if place else "\u2009").style = style
            known = text in self.notes
            number = self.notes.setdefault(text, len(self.notes) + 1)
            bookmark = f"_RefNote{number}"
            if known:
                add_field(paragraph, f"NOTEREF {bookmark} \\f \\h", str(number), style.style_id)
                continue
            identifier = str(_NOTES_FROM + number)
            append(paragraph, "w:bookmarkStart", id=identifier, name=bookmark)
            run = paragraph.add_run()
            run.style = style
            append(run, "w:footnoteReference", id=str(number))
            append(paragraph, "w:bookmarkEnd", id=identifier)

    def to_bytes(self, title: str, author: str) -> bytes:
        """The document as bytes that depend on its content only."""
        attach_footnotes(self.document, list(self.notes))
        drop_left_over(self.document)
        properties = self.document.core_properties
        properties.title, properties.author, properties.last_modified_by = title, author, author
        properties.comments, properties.revision = "", 1
        properties.created = properties.modified = FIXED_DATE
        buffer = io.BytesIO()
        self.document.save(buffer)
        return repack(buffer.getvalue())
