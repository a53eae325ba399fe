"""Which characters of a page a reader sees as the plan's text, and why the others are not read.

Text is furniture that stands at an angle, off the page, is drawn invisibly, in white, in a size nobody
reads, painted over, struck through, or lies across the text as a watermark or stamp does.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from compare.sources.pdf.painting import Char, PaintedPage, field_chars, struck_out

HIDDEN = "hidden text"
STRUCK = "struck-through text"
TURNED = "turned text"
WATERMARK = "watermark"

_UPRIGHT = math.radians(8)
_TINY = 2.0  # points
_WHITE = 0.97
_MOST = 0.8  # of the characters: a layer of recognised text under a picture is all invisible
_DOUBLED = 0.35  # of a character's width or size, within which it is the same one drawn again
_CELL = 24.0  # points: side of the squares in which overlapping characters are looked for
_ACROSS = 0.1  # of the characters of a colour that lie on the text, from which they are a watermark


def seen(page: PaintedPage, chars: Sequence[Char]) -> tuple[list[Char], list[tuple[str, str]]]:
    """The characters that are read, and (reason, text) of the others."""
    fields = field_chars(page)
    reasons = _reasons(page, chars)
    kept, unread = [], []
    for char in chars:
        reason = reasons[id(char)]
        if reason:
            unread.append((reason, char))
        elif not (char["text"].isspace() and any(_under(char, field) for field in fields)):
            kept.append(char)
    kept = _without_copies(kept)
    across = _across(kept)
    unread += [(WATERMARK, char) for char in kept if id(char) in across]
    kept = [char for char in kept if id(char) not in across]
    return kept + fields, _as_texts(unread)


def _reasons(page: PaintedPage, chars: Sequence[Char]) -> dict[int, str]:
    invisible = [char for char in chars if char.get("mcid") in page.invisible]
    layer = len(invisible) >= _MOST * len(chars)
    hidden = {id(char) for char in invisible} if not layer else set()
    filled = [rect for rect in page.rects if rect.get("fill")]
    first = min((char.get("mcid") or 0 for char in chars), default=0)
    filled = [rect for rect in filled if _is_large(rect)]
    covers = [rect for rect in filled if (_light(rect.get("non_stroking_color")) or 0) > _WHITE]
    covers = [rect for rect in covers if (rect.get("mcid") or 0) > first]
    grounds = [r for r in filled if (_light(r.get("non_stroking_color")) or 0) <= _WHITE] + page.images
    rules = _Rules(page)
    found: dict[int, str] = {}
    for char in chars:
        unseen = id(char) in hidden or _is_off(page, char) or char["size"] < _TINY
        if unseen or _is_white(char, grounds) or any(_covers(cover, char) for cover in covers):
            reason = HIDDEN
        elif abs(_angle(char)) > _UPRIGHT:
            reason = TURNED
        else:
            reason = STRUCK if rules.strike(char) else ""
        found[id(char)] = reason
    return found


def _is_white(char: Char, grounds: Sequence[dict[str, Any]]) -> bool:
    """White on the bare page."""
    light = _light(char.get("non_stroking_color"))
    return light is not None and light > _WHITE and not any(_holds(ground, char) for ground in grounds)


def _is_large(rect: dict[str, Any]) -> bool:
    """Whether a rectangle could hold a letter: most are rules of tables."""
    return bool(min(rect["x1"] - rect["x0"], rect["bottom"] - rect["top"]) > _TINY)


def _covers(rect: dict[str, Any], char: Char) -> bool:
    return (rect.get("mcid") or 0) > (char.get("mcid") or 0) and _holds(rect, char)


class _Rules:
    """Thin horizontal rules of a page, and what was struck out, asked whether one crosses a character."""

    def __init__(self, page: PaintedPage) -> None:
        drawn = [*page.lines, *page.rects]
        thin = [d for d in drawn if d["bottom"] - d["top"] < 2 and d["x1"] - d["x0"] > 2]
        self._rules = sorted(((d["top"] + d["bottom"]) / 2, d["x0"], d["x1"]) for d in thin)
        self._heights = [height for height, _, _ in self._rules]
        self._boxes = struck_out(page)

    def strike(self, char: Char) -> bool:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        if any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in self._boxes):
            return True
        size = char["bottom"] - char["top"]
        index = bisect_left(self._heights, char["top"] + 0.3 * size)
        while index < len(self._rules) and self._heights[index] <= char["top"] + 0.72 * size:
            _, x0, x1 = self._rules[index]
            if x0 - 1 <= x <= x1 + 1:
                return True
            index += 1
        return False


def _is_off(page: PaintedPage, char: Char) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    x0, top, x1, bottom = page.bbox
    return not (x0 <= x <= x1 and top <= y <= bottom)


def _angle(char: Char) -> float:
    a, b = char["matrix"][:2]
    return math.atan2(b, a)


def _holds(box: dict[str, Any], char: Char) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(box["x0"] <= x <= box["x1"] and box["top"] <= y <= box["bottom"])


def _under(char: Char, field: Char) -> bool:
    x0, x1 = field["field"]
    middle = (field["top"] + field["bottom"]) / 2
    return bool(x0 <= (char["x0"] + char["x1"]) / 2 <= x1 and char["top"] <= middle <= char["bottom"])


def _light(colour: Any) -> float | None:
    """Lightness from 0 (black) to 1 (white); None for patterns."""
    numbers = colour if isinstance(colour, tuple | list) else (colour,)
    if not numbers or not all(isinstance(n, int | float) for n in numbers):
        return None
    if len(numbers) == 4:
        cyan, magenta, yellow, black = numbers
        numbers = tuple((1 - n) * (1 - black) for n in (cyan, magenta, yellow))
    if len(numbers) == 3:
        return float(0.3 * numbers[0] + 0.59 * numbers[1] + 0.11 * numbers[2])
    return float(numbers[0]) if len(numbers) == 1 else None


def _without_copies(chars: Sequence[Char]) -> list[Char]:
    """Characters without those drawn again a little aside, to look bold or to throw a shadow."""
    kept: list[Char] = []
    places: dict[tuple[str, int, int], list[Char]] = defaultdict(list)
    for char in chars:
        column, row = int(char["x0"] // _CELL), int(char["top"] // _CELL)
        near = (
            other
            for c in (column - 1, column, column + 1)
            for r in (row - 1, row, row + 1)
            for other in places.get((char["text"], c, r), ())
        )
        if char["text"].isspace() or not any(_is_copy(char, other) for other in near):
            kept.append(char)
            places[char["text"], column, row].append(char)
    return kept


def _is_copy(one: Char, two: Char) -> bool:
    return (
        abs(one["x0"] - two["x0"]) < _DOUBLED * max(one["x1"] - one["x0"], 1)
        and abs(one["top"] - two["top"]) < _DOUBLED * one["size"]
        and abs(one["size"] - two["size"]) < 0.2 * one["size"]
    )


def _across(chars: Sequence[Char]) -> set[int]:
    """Ids of the characters of another colour or of a great size that lie on the text."""
    kinds = Counter(_kind(char) for char in chars if not char["text"].isspace())
    if len(kinds) < 2:
        return set()
    (body, _), *others = kinds.most_common()
    suspects = {kind for kind, _ in others if kind[0] != body[0] or kind[1] > 1.8 * body[1]}
    if not suspects:
        return set()
    squares: dict[tuple[int, int], list[Char]] = defaultdict(list)
    for char in chars:
        if _kind(char) not in suspects and not char["text"].isspace():
            squares[int(char["x0"] // _CELL), int(char["top"] // _CELL)].append(char)
    groups: dict[Any, list[Char]] = defaultdict(list)
    for char in chars:
        if _kind(char) in suspects:
            groups[_kind(char)].append(char)
    found: set[int] = set()
    for group in groups.values():
        lying = sum(1 for char in group if any(_overlap(char, other) for other in _near(squares, char)))
        if lying > _ACROSS * len(group):
            found.update(id(char) for char in group)
    return found


def _kind(char: Char) -> tuple[Any, int]:
    return char.get("non_stroking_color"), round(char["size"])


def _near(squares: dict[tuple[int, int], list[Char]], char: Char) -> Iterable[Char]:
    for column in range(int(char["x0"] // _CELL) - 1, int(char["x1"] // _CELL) + 1):
        for row in range(int(char["top"] // _CELL) - 1, int(char["bottom"] // _CELL) + 1):
            yield from squares.get((column, row), ())


def _overlap(one: Char, two: Char) -> bool:
    width = min(one["x1"], two["x1"]) - max(one["x0"], two["x0"])
    height = min(one["bottom"], two["bottom"]) - max(one["top"], two["top"])
    smaller = min((c["x1"] - c["x0"]) * (c["bottom"] - c["top"]) for c in (one, two))
    return width > 0 and height > 0 and width * height > 0.2 * smaller


def _as_texts(unread: Sequence[tuple[str, Char]]) -> list[tuple[str, str]]:
    """Characters that follow each other for one reason and at one height are one text."""
    texts = []
    for (reason, _), group in groupby(
        unread, key=lambda item: (item[0], 0 if item[0] == TURNED else round(item[1]["top"]))
    ):
        text = "".join(char["text"] for _, char in group).strip()
        if text:
            texts.append((reason, text))
    return texts
