"""Elements of WordprocessingML that python-docx does not make: fields and bookmarks."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def add_field(paragraph: Any, instruction: str, shown: str, style_id: str = "") -> None:
    """A field with the result it has now; ``style_id`` is the style of its characters."""
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), f" {instruction} ")
    run = text_run(shown)
    if style_id:
        properties, style = OxmlElement("w:rPr"), OxmlElement("w:rStyle")
        style.set(qn("w:val"), style_id)
        properties.append(style)
        run.insert(0, properties)
    element.append(run)
    paragraph._p.append(element)


def open_field(paragraph: Any, instruction: str) -> None:
    """A field whose result runs over several paragraphs, up to its end mark."""
    append(paragraph.add_run(), "w:fldChar", fldCharType="begin")
    code = OxmlElement("w:instrText")
    code.set(_SPACE, "preserve")
    code.text = f" {instruction} "
    paragraph.add_run()._r.append(code)
    append(paragraph.add_run(), "w:fldChar", fldCharType="separate")


def text_run(shown: str) -> Any:
    """A run with a text, blanks kept."""
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.set(_SPACE, "preserve")
    text.text = shown
    run.append(text)
    return run


def append(to: Any, tag: str, **attributes: str) -> None:
    """Append an element of the main namespace to a paragraph or a run."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    to._element.append(element)
