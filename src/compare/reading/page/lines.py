"""The lines of a text, which several steps go through: they are found once."""

from __future__ import annotations

from functools import lru_cache

#: A line ``start:end`` of the view, and what it says.
Line = tuple[int, int, str]


def line_start(text: str, position: int) -> int:
    """Where the line begins that holds a position; a line end belongs to the line it ends."""
    return text.rfind("\n", 0, position) + 1


@lru_cache(maxsize=2)
def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` that are not empty, in order."""
    lines: list[Line] = []
    start = 0
    for body in text.split("\n"):
        if body:
            lines.append((start, start + len(body), body))
        start += len(body) + 1
    return tuple(lines)
