"""A Word document with footnotes, captions and Chinese fonts: what python-docx leaves to do."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from lxml import etree

from compare.exports.archive import FIXED_DATE, repack
from compare.tables.labels import Lang

LATIN, CHINESE_BODY, CHINESE_HEAD = "Times New Roman", "宋体", "黑体"
TABLE_STYLE = "Light Shading"
LIST_STYLE = "table of figures"

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
    notes: list[str] = field(default_factory=list)
    captions: dict[str, list[Caption]] = field(default_factory=dict)
    listed_after: Any = None

    def __post_init__(self) -> None:
        _set_page(self.document)
        _set_styles(self.document, self.lang)

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
        _append(paragraph, "w:bookmarkStart", id=identifier, name=reference.bookmark)
        paragraph.add_run(f"{kind} ")
        _add_field(paragraph, f"SEQ {kind} \\* ARABIC", str(number))
        _append(paragraph, "w:bookmarkEnd", id=identifier)
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
        _add_field(paragraph, f"REF {reference.bookmark} \\h", reference.shown)
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
                _open_field(paragraph, f'TOC \\h \\z \\n \\c "{kind}"')
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), caption.bookmark)
            link.append(_run(f"{caption.shown} {caption.text}"))
            paragraph._p.append(link)
            if place == len(found) - 1:
                _append(paragraph.add_run(), "w:fldChar", fldCharType="end")
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
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        paragraphs = [cell.paragraphs[0] for cell in row.cells]
        for cell, column, text in zip(row.cells, table.columns, texts, strict=True):
            cell.width = column.width
            cell.paragraphs[0].add_run(clean(text))
        return paragraphs

    def wide_row(self, table: Any, text: str) -> None:
        """Add a row whose ``text`` runs over all columns but the first."""
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        merged = row.cells[1].merge(row.cells[-1])
        for paragraph in merged.paragraphs[1:]:  # one is left over from each cell
            paragraph._p.getparent().remove(paragraph._p)
        merged.paragraphs[0].add_run(clean(text))

    def footnotes(self, paragraph: Any, texts: Iterable[str]) -> None:
        """Set footnotes at the end of ``paragraph``, told apart by commas."""
        for place, text in enumerate(texts):
            self.notes.append(clean(text))
            # A thin space first: m² with footnote 3 must not read as m to the 23rd.
            run = paragraph.add_run("," if place else "\u2009")
            run.style = self.document.styles["footnote reference"]
            reference = OxmlElement("w:footnoteReference")
            reference.set(qn("w:id"), str(len(self.notes)))
            run._r.append(reference)

    def to_bytes(self, title: str, author: str) -> bytes:
        """The document as bytes that depend on its content only."""
        _attach_footnotes(self.document, self.notes)
        properties = self.document.core_properties
        properties.title, properties.author, properties.last_modified_by = title, author, author
        properties.comments, properties.revision = "", 1
        properties.created = properties.modified = FIXED_DATE
        buffer = io.BytesIO()
        self.document.save(buffer)
        return repack(buffer.getvalue())


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.5)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_field(footer, "PAGE", "1")


def _set_styles(document: Any, lang: Lang) -> None:
    styles = document.styles
    note = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    note.base_style = styles["Normal"]
    listed = styles.add_style(LIST_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    listed.base_style = styles["Normal"]
    reference = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True
    for name, size, chinese in (
        ("Normal", 10, CHINESE_BODY),
        ("Body Text", 10.5, CHINESE_BODY),
        ("footnote text", 8.5, CHINESE_BODY),
        ("Caption", 9.5, CHINESE_HEAD),
        ("Title", 20, CHINESE_HEAD),
        ("Heading 1", 15, CHINESE_HEAD),
        ("Heading 2", 12.5, CHINESE_HEAD),
    ):
        style = styles[name]
        style.font.size = Pt(size)
        if chinese == CHINESE_HEAD:
            style.font.color.rgb = RGBColor(0x1A, 0x1A, 0x1A)  # the template's are blue
        style.font.name = LATIN
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), chinese)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    language.set(qn("w:eastAsia"), "zh-CN")
    styles["Normal"].element.get_or_add_rPr().append(language)
    styles["Body Text"].paragraph_format.space_after = Pt(6)
    styles["Body Text"].paragraph_format.line_spacing = 1.3 if lang == "zh" else 1.15
    styles["Caption"].paragraph_format.space_before = Pt(10)
    styles["Caption"].paragraph_format.space_after = Pt(4)
    styles["Normal"].paragraph_format.space_after = Pt(2)
    styles["footnote text"].paragraph_format.space_after = Pt(1)


def _add_field(paragraph: Any, instruction: str, shown: str) -> None:
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), f" {instruction} ")
    element.append(_run(shown))
    paragraph._p.append(element)


def _open_field(paragraph: Any, instruction: str) -> None:
    """A field whose result runs over several paragraphs, up to its end mark."""
    _append(paragraph.add_run(), "w:fldChar", fldCharType="begin")
    code = OxmlElement("w:instrText")
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    code.text = f" {instruction} "
    paragraph.add_run()._r.append(code)
    _append(paragraph.add_run(), "w:fldChar", fldCharType="separate")


def _run(shown: str) -> Any:
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = shown
    run.append(text)
    return run


def _append(to: Any, tag: str, **attributes: str) -> None:
    """Append an element of the main namespace to a paragraph or a run."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    to._element.append(element)


def _attach_footnotes(document: Any, notes: Sequence[str]) -> None:
    """Add the part ``word/footnotes.xml`` (ISO/IEC 29500-1, 11.3.7) with its two separators."""
    root = etree.fromstring(f"<w:footnotes {nsdecls('w')}/>".encode())
    for number, mark in ((-1, "separator"), (0, "continuationSeparator")):
        root.append(_note(number, mark))
    styles = document.styles
    for number, text in enumerate(notes, start=1):
        note = _note(number, "footnoteRef")
        paragraph = note[0]
        _style(paragraph, "w:pPr", "w:pStyle", styles["footnote text"].style_id)
        _style(paragraph[-1], "w:rPr", "w:rStyle", styles["footnote reference"].style_id)
        run = etree.SubElement(paragraph, qn("w:r"))
        words = etree.SubElement(run, qn("w:t"))
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        words.text = f" {text}"
        root.append(note)
    part = Part(
        PackURI("/word/footnotes.xml"),
        CONTENT_TYPE.WML_FOOTNOTES,
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _note(number: int, mark: str) -> Any:
    note = etree.Element(qn("w:footnote"))
    if number < 1:
        note.set(qn("w:type"), mark)
    note.set(qn("w:id"), str(number))
    run = etree.SubElement(etree.SubElement(note, qn("w:p")), qn("w:r"))
    etree.SubElement(run, qn(f"w:{mark}"))
    return note


def _style(parent: Any, properties: str, kind: str, style_id: str) -> None:
    element = etree.Element(qn(properties))
    etree.SubElement(element, qn(kind)).set(qn("w:val"), style_id)
    parent.insert(0, element)
