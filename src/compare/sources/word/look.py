"""How a run of text looks by its own properties and its styles: shown, struck, hidden, raised.

Only what decides whether a reader of the printed plan sees the text (ECMA-376 part 1, 17.3.2 and
17.7.2). A property of the run itself stands before its character style, that before the style of
the paragraph, that before the document's defaults; strike and vanish set by both styles cancel out.
"""

from __future__ import annotations

from typing import Any

from compare.sources.word.numbering import W

Element = Any  # lxml has no types of its own

STRUCK = "struck-through text"
HIDDEN = "hidden text"
RAISED = "raised"

_OFF = ("0", "false", "off", "none")
_WHITE = ("FFFFFF", "FEFEFE", "FDFDFD")
_PAPER = ("background1", "light1")  # what a theme calls the colour of the page
#: Half points; what is printed smaller than this nobody reads.
_TINY = 2
_PLAIN_TABLES = (None, "TableGrid", "a3", "TableNormal")


class Looks:
    """The styles of a document, asked how a run looks."""

    def __init__(self, styles: Element | None) -> None:
        found = [] if styles is None else list(styles.iterchildren(f"{W}style"))
        self._styles = {style.get(f"{W}styleId"): style for style in found}
        self._default = next(
            (
                style.get(f"{W}styleId")
                for style in found
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
            ),
            None,
        )
        self._defaults = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")

    def name(self, style: str | None) -> str:
        """What a style is called ("toc 1"); "" if it is not there."""
        found = self._styles.get(style)
        named = None if found is None else found.find(f"{W}name")
        return "" if named is None else (named.get(f"{W}val") or "").lower()

    def of(self, run: Element, paragraph: Element) -> str:
        """STRUCK, HIDDEN or RAISED; "" for ordinary text."""
        own = run.find(f"{W}rPr")
        character = self._chain(_value(own, "rStyle"))
        above = self._chain(_value(paragraph.find(f"{W}pPr"), "pStyle") or self._default)
        levels = (() if own is None else (own,), character, above)

        def toggled(name: str) -> bool:
            if (direct := _flag(levels[0], name)) is not None:
                return direct
            by_style = [_flag(level, name) or False for level in levels[1:]]
            return by_style[0] != by_style[1] or _flag((self._defaults,), name) is True

        everything = (*levels[0], *character, *above)
        if toggled("vanish") or _is_tiny(everything) or self._is_white(everything, run, paragraph):
            return HIDDEN
        if toggled("strike") or toggled("dstrike"):
            return STRUCK
        return RAISED if _first(everything, "vertAlign") == "superscript" or _is_lifted(everything) else ""

    def _chain(self, style: str | None) -> tuple[Element, ...]:
        """Run properties of a style and of those it is based on."""
        found: list[Element] = []
        seen: set[str | None] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            element = self._styles[style]
            properties = element.find(f"{W}rPr")
            if properties is not None:
                found.append(properties)
            style = _value(element, "basedOn")
        return tuple(found)

    def _is_white(self, properties: tuple[Element, ...], run: Element, paragraph: Element) -> bool:
        """White on white: no shading of the run, its paragraph, its cell or its table's style."""
        colour = next((found for one in properties if (found := one.find(f"{W}color")) is not None), None)
        if colour is None:
            return False
        of_theme = colour.get(f"{W}themeColor") in _PAPER
        if not of_theme and (colour.get(f"{W}val") or "").upper() not in _WHITE:
            return False
        if _first(properties, "highlight") not in (None, "none", "white") or any(map(_shaded, properties)):
            return False
        if _shaded(paragraph.find(f"{W}pPr")):
            return False
        for element in run.iterancestors(f"{W}tc", f"{W}tbl", f"{W}txbxContent"):
            if element.tag == f"{W}txbxContent":
                return False  # the box may be filled with a colour
            properties_of = element.find(f"{W}tcPr" if element.tag == f"{W}tc" else f"{W}tblPr")
            style = _value(properties_of, "tblStyle")
            if _shaded(properties_of) or (element.tag == f"{W}tbl" and style not in _PLAIN_TABLES):
                return False
        return True


def _value(properties: Element | None, name: str) -> str | None:
    found = None if properties is None else properties.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val")


def _first(properties: tuple[Element, ...], name: str) -> str | None:
    return next((value for one in properties if (value := _value(one, name)) is not None), None)


def _flag(properties: tuple[Element | None, ...], name: str) -> bool | None:
    """On or off as the nearest of ``properties`` says; None where none does."""
    for one in properties:
        found = None if one is None else one.find(f"{W}{name}")
        if found is not None:
            return found.get(f"{W}val") not in _OFF
    return None


def _is_tiny(properties: tuple[Element, ...]) -> bool:
    size = _first(properties, "sz")
    return size is not None and size.isdecimal() and int(size) <= _TINY


def _is_lifted(properties: tuple[Element, ...]) -> bool:
    """Raised by a number of half points, as typists make the marks of notes."""
    lift = _first(properties, "position") or "0"
    return lift.isdecimal() and int(lift) > 0


def _shaded(properties: Element | None) -> bool:
    shading = None if properties is None else properties.find(f"{W}shd")
    if shading is None:
        return False
    fill = (shading.get(f"{W}fill") or "auto").upper()
    return fill not in ("AUTO", *_WHITE) or shading.get(f"{W}themeFill") is not None
