"""The numbers a browser puts before the items of a numbered list."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from compare.sources.list_numbers import render

Element = Any  # lxml has no types of its own

_NUMBER = re.compile(r"\s*-?\d{1,9}\s*")
_TYPE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_FORMS = {
    "1": ("decimal", ". "),
    "decimal": ("decimal", ". "),
    "decimal-leading-zero": ("decimalZero", ". "),
    "a": ("lowerLetter", ". "),
    "A": ("upperLetter", ". "),
    "i": ("lowerRoman", ". "),
    "I": ("upperRoman", ". "),
    "lower-alpha": ("lowerLetter", ". "),
    "upper-alpha": ("upperLetter", ". "),
    "lower-roman": ("lowerRoman", ". "),
    "upper-roman": ("upperRoman", ". "),
    "cjk-ideographic": ("chineseCountingThousand", "、"),
    "cjk-decimal": ("ideographDigital", "、"),
    "simp-chinese-informal": ("chineseCountingThousand", "、"),
    "trad-chinese-informal": ("chineseCountingThousand", "、"),
    "simp-chinese-formal": ("chineseLegalSimplified", "、"),
}


def list_mark(item: Element, style: str, counted: Counter[Element]) -> str:
    """The mark of ``item``; ``style`` are the declarations of its list, ``counted`` the last numbers."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    named = _TYPE.findall(style)
    form = _FORMS.get(named[-1] if named else parent.get("type") or "1")
    if parent not in counted:
        counted[parent] = _integer(parent.get("start"), 1) - 1
    counted[parent] = _integer(item.get("value"), counted[parent] + 1)
    if form is None:
        return ""
    name, behind = form
    return render(counted[parent], name) + behind


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and _NUMBER.fullmatch(text) else otherwise
