"""Measuring and breaking text before it is drawn, so that nothing overlaps or is clipped.

Widths are in points. They come from the advance widths of the registered font; kerning, which
only ever narrows a line, is left out.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from matplotlib.ft2font import FT2Font, LoadFlags

from compare.figures.drawing.text.fonts import register

LINE_HEIGHT = 1.32
"""Distance of two base lines as a multiple of the font size."""

# GB/T 15834: these do not open a line …
_NOT_FIRST = set("，。、；：？！）》」』〕】”’％%‰,.;:?!)]}·…—")
# … and these do not close one.
_NOT_LAST = set("（《「『〔【“‘([{")

_CHINESE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_PIECE = re.compile(rf"[{_CHINESE}]|\s+|[^\s{_CHINESE}]+")
# A long Latin piece may also break after these.
_SOFT = re.compile(r"(?<=[/\-–—·,;〕])")


@cache
def _font() -> FT2Font:
    return FT2Font(str(register().path))


@cache
def _advance(character: str) -> float:
    """Advance width as a share of the font size; a character the font lacks counts as one em."""
    font = _font()
    if not font.get_char_index(ord(character)):
        return 1.0
    return font.load_char(ord(character), flags=LoadFlags.NO_SCALE).horiAdvance / font.units_per_EM


@lru_cache(maxsize=20_000)
def width(text: str, size: float) -> float:
    """Width in points of the widest line of ``text`` at ``size`` points."""
    return max(sum(_advance(c) for c in line) for line in text.split("\n")) * size


def height(lines: int, size: float) -> float:
    """Height in points of ``lines`` lines at ``size`` points."""
    return lines * size * LINE_HEIGHT


def wrap(text: str, size: float, limit: float) -> list[str]:
    """Break ``text`` into lines no wider than ``limit`` points; nothing is left out.

    Chinese breaks between any two characters except before closing and after opening
    punctuation; Latin breaks at spaces and, where a word alone is too wide, inside it.
    """
    return list(_wrap(text, size, limit))


# The same labels are broken again and again while pages are filled.
@lru_cache(maxsize=20_000)
def _wrap(text: str, size: float, limit: float) -> tuple[str, ...]:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in _pieces(paragraph, size, limit):
            if line and width((line + piece).rstrip(), size) > limit:
                lines.append(line.rstrip())
                line = piece.lstrip()
            else:
                line += piece
        lines.append(line.rstrip())
    return tuple(lines)


def _pieces(text: str, size: float, limit: float) -> list[str]:
    """The unbreakable pieces of ``text``: punctuation stays with the character it belongs to."""
    raw: list[str] = []
    for match in _PIECE.finditer(text):
        if width(match[0], size) <= limit:
            raw.append(match[0])
        else:
            raw.extend(part for word in _SOFT.split(match[0]) for part in _cut(word, size, limit) if part)
    pieces: list[str] = []
    for piece in raw:
        glued = pieces and not piece.isspace() and (piece[0] in _NOT_FIRST or pieces[-1][-1] in _NOT_LAST)
        if glued and width(pieces[-1] + piece, size) <= limit:
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _cut(word: str, size: float, limit: float) -> list[str]:
    """``word`` in parts no wider than ``limit``, at least one character each."""
    parts: list[str] = []
    part = ""
    for character in word:
        if part and width(part + character, size) > limit:
            parts.append(part)
            part = ""
        part += character
    return [*parts, part]
