"""The text inside one paragraph: what is printed, what is struck, hidden or deleted, what stands apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from compare.sources.layout import is_note_mark
from compare.sources.word.look import RAISED, Looks
from compare.sources.word.numbering import W

Element = Any  # lxml has no types of its own

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DELETED = "deleted text"
SKIPPED = frozenset(f"{W}{name}" for name in ("rPr", "pPr", "rt", "sectPr", "instrText", "delInstrText"))
#: What reviewers took away, or moved to another place.
GONE = frozenset((f"{W}del", f"{W}moveFrom"))
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
# The signs of the Symbol font that carry meaning in a plan (Adobe Symbol encoding).
_SYMBOLS = {"A3": "≤", "B3": "≥", "B1": "±", "B4": "×", "25": "%", "B0": "°", "7E": "~", "BB": "≈"}


@dataclass(slots=True)
class Paragraph:
    """``printed`` text; ``unread`` pieces with their reason; boxes and notes that hang on it."""

    printed: str = ""
    unread: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str | None]] = field(default_factory=list)

    def take(self, text: str, reason: str) -> None:
        """Adds a piece of text; pieces that follow each other for one reason are one."""
        if not reason:
            self.printed += text
        elif self.unread and self.unread[-1][0] == reason:
            self.unread[-1] = (reason, self.unread[-1][1] + text)
        elif text.strip():
            self.unread.append((reason, text))


class Inline:
    """Reads paragraphs; knows the styles."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks

    def read(self, paragraph: Element) -> Paragraph:
        found = Paragraph()
        self._walk(paragraph, paragraph, found, "")
        return found

    def _walk(self, elements: Iterable[Element], paragraph: Element, found: Paragraph, reason: str) -> None:
        for child in elements:
            tag = child.tag
            if tag in SKIPPED or not isinstance(tag, str):
                continue
            if tag in GONE:
                self._walk(child, paragraph, found, DELETED)
            elif tag == f"{W}r":
                self._run(child, paragraph, found, reason)
            elif tag == f"{M}t":
                found.take(child.text or "", reason)
            elif tag == f"{W}txbxContent":
                found.boxes.append(child)
            elif tag == f"{MC}AlternateContent":
                self._walk(child[:1], paragraph, found, reason)
            else:
                self._walk(child, paragraph, found, reason)

    def _run(self, run: Element, paragraph: Element, found: Paragraph, reason: str) -> None:
        """A run; raised figures after a word or number are the mark of a note, those of m² are not."""
        look = self._looks.of(run, paragraph)
        if look == RAISED:
            text = "".join(t.text or "" for t in run.iterchildren(f"{W}t"))
            look = "note mark" if is_note_mark(found.printed, text) else ""
        reason = reason or look
        for child in run:
            tag = child.tag
            if tag in (f"{W}t", f"{W}delText"):
                found.take(child.text or "", reason)
            elif tag in _SIGNS:
                found.take(_SIGNS[tag], reason)
            elif tag == f"{W}sym":
                found.take(_symbol(child), reason)
            elif tag in _NOTES:
                if not reason:
                    found.notes.append((_NOTES[tag], child.get(f"{W}id")))
            else:
                self._walk((child,), paragraph, found, reason)


def _symbol(element: Element) -> str:
    """A sign given by its place in a symbol font; U+FFFD (marked as damage) if not known."""
    code = (element.get(f"{W}char") or "").upper()
    return _SYMBOLS.get(code[-2:], "\ufffd") if element.get(f"{W}font") == "Symbol" else "\ufffd"
