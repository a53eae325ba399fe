"""Lines that give an indicator year by year, as boxes of them do (护理型床位占比(%):2020年45,2025年55)."""

from __future__ import annotations

import re

_LINE = 120  # so far behind the beginning of the line such a value stands at most
_YEAR = "(?:19|20)[0-9]{2}年"
_GOAL = "(?:目标值?|实际值?)?(?:达到?|为|保持在?|稳定在|不低于|不少于|不超过)?[≥≤><]?"
# 市级2025年100,  由2020年的48提高到
_POINT = (
    rf"(?:[一-龥]{{0,3}}[由从]?{_YEAR}的?{_GOAL})?[0-9.]{{1,12}}(?:[%‰]|[一-龥]{{1,3}})?"
    rf"(?:\({_YEAR}\))?(?:[,、;]|→|(?:提高|增加|上升|扩大|下降|降低|减少)[到至])"
)
#: 4., 第十五条: what may number a line before its label
LINE_NUMBER = "[0-9]{1,2}[.、]|第[0-9一二三四五六七八九十百零]{1,5}条"
_LABEL = re.compile(
    rf"(?:{LINE_NUMBER}|\([0-9一二三四五六七八九十]{{1,2}}\)|[-—·•●]{{1,2}})?\s*"
    r"(?P<noun>[^:。;,\n]{3,40}?)(?:\((?:(?P<mult>[十百千]?[万亿])?(?P<unit>[%‰一-龥]{1,4}))\))?"
    rf"(?::|,(?=[由从]?{_YEAR}))"
)
_POINTS = re.compile(rf"(?:{_POINT}){{0,6}}+(?P<by>[一-龥]{{0,3}}[由从]?{_YEAR}的?)?{_GOAL}")


def label_of(text: str, position: int) -> tuple[re.Match[str], bool] | None:
    """The label of the line in which a number stands (``noun``, ``mult`` and ``unit`` in its bracket), and
    whether a year stands before the number; None where other words stand between them."""
    line = text.rfind("\n", 0, position) + 1
    if position - line > _LINE:
        return None
    if ":" not in text[line:position] and ")," not in text[line:position]:
        return None
    label = _LABEL.match(text, line, position)
    points = _POINTS.fullmatch(text, label.end(), position) if label else None
    return (label, bool(points["by"])) if label and points else None
