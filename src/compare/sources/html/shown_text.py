"""The text of elements as a browser shows it.

White space is laid out as browsers do: runs collapse to one blank, and a line break between two wide
(Chinese) characters vanishes (CSS Text 3, section 4.1.3). No-break and ideographic blanks stay.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

Element = Any  # lxml has no types of its own

#: Elements that show what is filled in.
FIELDS = frozenset({"input", "select", "textarea"})
_WRITTEN = ("", "text", "number", "tel")  # kinds of input that show their value as text
_SPACE = re.compile(r"[ \t\r\n\f]+")


def field_text(field: Element) -> str:
    """What a form shows in a field."""
    if field.tag == "textarea":
        return field.text or ""
    if field.tag == "select":
        options = list(field.iter("option"))
        chosen = next((o for o in options if o.get("selected") is not None), next(iter(options), None))
        return "" if chosen is None else "".join(chosen.itertext()).strip()
    shown = (field.get("type") or "").lower() in _WRITTEN
    return (field.get("value") or "") if shown else ""


def all_text(element: Element) -> str:
    if element.tag in FIELDS:
        return field_text(element)
    return "".join(
        text
        for text in element.xpath(".//text()[not(ancestor::script or ancestor::style or ancestor::template)]")
    )


def laid_out(text: str) -> str:
    """White space as a browser shows it."""

    def shown(match: re.Match[str]) -> str:
        start, end = match.span()
        if start == 0 or end == len(text):
            return ""
        return "" if "\n" in match[0] and _is_wide(text[start - 1]) and _is_wide(text[end]) else " "

    return _SPACE.sub(shown, text)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def on_one_line(text: str) -> str:
    """The text without line breaks and runs of blanks."""
    return _SPACE.sub(" ", text).strip()
