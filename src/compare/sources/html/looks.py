"""What a browser does not show, or shows struck through: by attributes, inline style and style sheets.

Only the declarations that decide this are read, by simple selectors (tag, class, id, and these below one
another). Sheets in other files are not at hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

Element = Any  # lxml has no types of its own

HIDDEN = "hidden text"
STRUCK = "struck-through text"
DELETED = "deleted text"

_ZERO = r"\s*:\s*[+-]?0*\.?0+\s*(?:px|pt|em|rem|ex|vw|vh|%)?\s*(?:!important\s*)?(?:;|$)"
_FAR = r"\s*:\s*-\s*\d{3,}(?:\.\d+)?\s*(?:px|pt|em|rem|%)?"
_HIDES = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    rf"|(?:opacity|font-size){_ZERO}|text-indent{_FAR}|margin-(?:left|top){_FAR}"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?|clip-path\s*:\s*inset\(\s*(?:50|100)%)",
    re.IGNORECASE,
)
_PLACED = re.compile(r"position\s*:\s*(?:absolute|fixed)", re.IGNORECASE)
_OFF_PAGE = re.compile(rf"(?:^|;)\s*(?:left|top|right|bottom){_FAR}", re.IGNORECASE)
_NO_SIZE = re.compile(rf"(?:^|;)\s*(?:max-)?(?:height|width){_ZERO}", re.IGNORECASE)
_CLIPPED = re.compile(r"overflow(?:-[xy])?\s*:\s*hidden", re.IGNORECASE)
_LINE_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_COLOUR = re.compile(r"(?:^|;)\s*color\s*:\s*([^;!]+)", re.IGNORECASE)
_BACKGROUND = re.compile(r"(?:^|;)\s*background(?:-color|-image)?\s*:\s*([^;!]+)", re.IGNORECASE)
_WHITE = re.compile(
    r"\s*(?:white|#fff(?:f(?:ff)?)?|#fefefe|rgba?\(\s*255\s*,\s*255\s*,\s*255.*\)|transparent|rgba\([^)]*,\s*0?\.?0+\s*\))\s*",
    re.IGNORECASE,
)
_NONE = re.compile(r"\s*(?:none|transparent|inherit|initial|white|#fff(?:f(?:ff)?)?)\s*", re.IGNORECASE)
_WATCHED = re.compile(
    "display|visib|opacity|font-size|indent|margin|clip|left|top|height|width|through|color|background"
)
_RULE = re.compile(r"([^{}@;]+)\{([^{}]*)\}")
_AT_BLOCK = re.compile(
    r"@(?:media|supports)\s*(?!screen|all)[^{}]*+\{(?:[^{}]*+\{[^{}]*+\})*+[^{}]*+\}", re.IGNORECASE
)
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_COMPOUND = re.compile(r"(?P<tag>[a-zA-Z][\w-]*|\*)?(?P<rest>(?:[.#][\w-]++)*+)$")
_TAGS = {"del": DELETED, "s": STRUCK, "strike": STRUCK}
_HIDING_CLASSES = frozenset({"hide", "hidden", "d-none", "invisible", "none"})
_MAX_SHEET = 300_000

_Compound = tuple[str, frozenset[str], str]  # tag, classes, id


@dataclass(slots=True)
class Looks:
    """The style sheets of a page, asked why an element's text is not read."""

    rules: list[tuple[tuple[_Compound, ...], str]] = field(default_factory=list)

    def style(self, element: Element) -> str:
        """The declarations that hold for an element, its own last."""
        found = [declared for selector, declared in self.rules if _matches(element, selector)]
        return ";".join([*found, element.get("style") or ""])

    def why_unread(self, element: Element) -> str:
        """A reason if the element hides or strikes its text itself; "" otherwise."""
        if element.tag in _TAGS:
            return _TAGS[element.tag]
        if element.get("hidden") is not None or _is_hidden_by_class(element):
            return HIDDEN
        if not (self.rules or element.get("style") or element.get("color")):
            return ""
        style = self.style(element)
        if _HIDES.search(style) or (_PLACED.search(style) and _OFF_PAGE.search(style)):
            return HIDDEN
        if _NO_SIZE.search(style) and _CLIPPED.search(style):
            return HIDDEN
        if _LINE_THROUGH.search(style):
            return STRUCK
        return HIDDEN if self._is_white(element, style) else ""

    def _is_white(self, element: Element, style: str) -> bool:
        colours = _COLOUR.findall(style) or [element.get("color") or ""]
        if not _WHITE.fullmatch(colours[-1]):
            return False
        for around in (element, *element.iterancestors()):
            grounds = _BACKGROUND.findall(self.style(around)) or [around.get("bgcolor") or "none"]
            if around.get("background") or not _NONE.fullmatch(grounds[-1]):
                return False
        return True


def looks_of(root: Element) -> Looks:
    """The rules of the style sheets written into a page."""
    looks = Looks()
    for sheet in root.iter("style"):
        text = _AT_BLOCK.sub("", _COMMENT.sub("", (sheet.text or "")[:_MAX_SHEET]))
        for selectors, declared in _RULE.findall(text):
            if not _WATCHED.search(declared):
                continue
            for selector in selectors.split(","):
                compounds = [_compound(part) for part in selector.replace(">", " ").split()]
                if compounds and all(compounds):
                    looks.rules.append((tuple(c for c in compounds if c), declared))
    return looks


def _compound(text: str) -> _Compound | None:
    match = _COMPOUND.match(text)
    if not match or not text:
        return None
    names = re.findall(r"([.#])([\w-]+)", match["rest"])
    classes = frozenset(name for mark, name in names if mark == ".")
    identity = next((name for mark, name in names if mark == "#"), "")
    return ((match["tag"] or "*").lower(), classes, identity)


def _matches(element: Element, selector: tuple[_Compound, ...]) -> bool:
    if not _fits(element, selector[-1]):
        return False
    wanted = list(selector[:-1])
    for ancestor in element.iterancestors() if wanted else ():
        if wanted and _fits(ancestor, wanted[-1]):
            wanted.pop()
    return not wanted


def _fits(element: Element, compound: _Compound) -> bool:
    tag, classes, identity = compound
    if tag != "*" and element.tag != tag:
        return False
    if identity and element.get("id") != identity:
        return False
    return not classes or classes <= set((element.get("class") or "").split())


def _is_hidden_by_class(element: Element) -> bool:
    """Hidden from screen readers and called so: the sheet that hides it is in another file."""
    if element.get("aria-hidden") != "true":
        return False
    return not _HIDING_CLASSES.isdisjoint((element.get("class") or "").lower().split())
