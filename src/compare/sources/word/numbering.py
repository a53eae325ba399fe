"""The numbers that Word makes itself: 一、 （一） 1. 第一条 before a paragraph.

They are part of what a reader of the plan sees and cites, but not of the file's text. Rules:
ECMA-376 part 1, 17.9 (numbering) and 17.18.59 (number formats).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from compare.sources.list_numbers import render

Element = Any  # lxml has no types of its own

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_PLACE = re.compile(r"%([1-9])")
# After these a reader needs no blank; after "1" or "1." one keeps "1. 5万" from being 1.5万.
_CLOSED = "、）】〉》．。：，"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it looks, when it starts again."""

    start: int
    form: str
    pattern: str
    suffix: str
    restart: int | None
    legal: bool
    style: str


class Numbering:
    """Counts the numbered paragraphs of a document in the order they are asked for."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._styles = {s.get(f"{W}styleId"): s for s in _all(styles, "style")}
        self._default = next(
            (
                identity
                for identity, style in self._styles.items()
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
            ),
            "",
        )
        self._abstract = {a.get(f"{W}abstractNumId"): a for a in _all(numbering, "abstractNum")}
        self._nums = {n.get(f"{W}numId"): n for n in _all(numbering, "num")}
        self._levels: dict[str, dict[int, Level]] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = {}

    def mark(self, paragraph: Element) -> str:
        """The number before ``paragraph`` with what separates it from the text; "" if none."""
        number, depth = self._place(paragraph)
        if number not in self._nums:
            return ""
        first_use = number not in self._levels
        abstract, levels = self._definition(number)
        counts = self._counts.setdefault(abstract, {})
        if first_use:
            for owner, restarted in self._starts:
                if owner == number:
                    counts.pop(restarted, None)
        if depth not in levels:
            return ""
        level = levels[depth]
        counts[depth] = counts[depth] + 1 if depth in counts else self._start(number, depth, level)
        for deeper in [d for d in counts if d > depth]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or depth < restart:
                del counts[deeper]

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            other = levels.get(place, level)
            value = counts.get(place, self._start(number, place, other))
            return render(value, "decimal" if level.legal else other.form)

        text = "" if level.form == "bullet" else _PLACE.sub(shown, level.pattern)
        if not text or level.suffix == "nothing" or text[-1] in _CLOSED:
            return text
        return f"{text} "

    def _start(self, number: str, depth: int, level: Level) -> int:
        return self._starts.get((number, depth), level.start)

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """numId and level, from the paragraph itself or from its chain of styles."""
        number, depth = _num_pr(paragraph)
        style = _value(paragraph, f"{W}pPr/{W}pStyle") or self._default
        seen: set[str] = set()
        while style in self._styles and style not in seen and (number is None or depth is None):
            seen.add(style)
            inherited, inherited_depth = _num_pr(self._styles[style])
            if inherited is not None and number is None:
                number = inherited
                if depth is None and inherited_depth is None:
                    depth = self._level_of_style(inherited, style)
            depth = inherited_depth if depth is None else depth
            style = _value(self._styles[style], f"{W}basedOn")
        return (number or "", depth or 0)

    def _level_of_style(self, number: str, style: str) -> int | None:
        if number not in self._nums:
            return None
        abstract = self._abstract.get(_value(self._nums[number], f"{W}abstractNumId"))
        return next((d for d, level in _levels(abstract).items() if level.style == style), None)

    def _definition(self, number: str) -> tuple[str, dict[int, Level]]:
        num = self._nums[number]
        abstract = _value(num, f"{W}abstractNumId")
        linked = _value(self._abstract.get(abstract), f"{W}numStyleLink")
        if linked in self._styles:
            inner, _ = _num_pr(self._styles[linked])
            if inner in self._nums and inner != number:
                abstract = _value(self._nums[inner], f"{W}abstractNumId")
        if number not in self._levels:
            levels = _levels(self._abstract.get(abstract))
            for override in num.iterchildren(f"{W}lvlOverride"):
                depth = _integer(override.get(f"{W}ilvl"), 0)
                levels.update(_levels(override))
                start = _value(override, f"{W}startOverride")
                if start:
                    self._starts[number, depth] = _integer(start, 1)
            self._levels[number] = levels
        return abstract, self._levels[number]


def _all(root: Element | None, name: str) -> list[Element]:
    return [] if root is None else list(root.iterchildren(f"{W}{name}"))


def _value(root: Element | None, path: str) -> str:
    found = None if root is None else root.find(path)
    return "" if found is None else found.get(f"{W}val") or ""


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,6}", text) else otherwise


def _num_pr(element: Element) -> tuple[str | None, int | None]:
    properties = element.find(f"{W}pPr/{W}numPr")
    if properties is None:
        return None, None
    number, depth = _value(properties, f"{W}numId"), _value(properties, f"{W}ilvl")
    return number or None, _integer(depth, 0) if depth else None


def _levels(holder: Element | None) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for lvl in _all(holder, "lvl"):
        forms = [form.get(f"{W}val") or "" for form in lvl.iter(f"{W}numFmt")]
        restart = _value(lvl, f"{W}lvlRestart")
        levels[_integer(lvl.get(f"{W}ilvl"), 0)] = Level(
            start=_integer(_value(lvl, f"{W}start"), 0),
            form=forms[-1] if forms else "decimal",
            pattern=_value(lvl, f"{W}lvlText"),
            suffix=_value(lvl, f"{W}suff") or "tab",
            restart=_integer(restart, 0) if restart else None,
            legal=lvl.find(f"{W}isLgl") is not None,
            style=_value(lvl, f"{W}pStyle"),
        )
    return levels
