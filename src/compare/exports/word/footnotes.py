"""The part of a Word file that holds its footnotes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from lxml import etree


def attach_footnotes(document: Any, notes: Sequence[str]) -> None:
    """Add the part ``word/footnotes.xml`` (ISO/IEC 29500-1, 11.3.7) with its two separators."""
    root = etree.fromstring(f"<w:footnotes {nsdecls('w')}/>".encode())
    for number, mark in ((-1, "separator"), (0, "continuationSeparator")):
        root.append(_note(number, mark))
    of_text, of_number = (document.styles[f"footnote {name}"].style_id for name in ("text", "reference"))
    for number, text in enumerate(notes, start=1):
        note = _note(number, "footnoteRef")
        paragraph = note[0]
        _style(paragraph, "w:pPr", "w:pStyle", of_text)
        _style(paragraph[-1], "w:rPr", "w:rStyle", of_number)
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
