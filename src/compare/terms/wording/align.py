"""Two wordings of one passage side by side: what they share and where they differ."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein


@dataclass(frozen=True, slots=True)
class Part:
    """Matching parts of two texts; ``same`` or what each has in the other's place ("" if nothing)."""

    same: bool
    a: str
    b: str


def aligned(a: str, b: str) -> tuple[Part, ...]:
    """The parts of two texts in order, by the fewest edits; joined they are the texts again.

    >>> [(part.same, part.a, part.b) for part in aligned("用暖价格", "用热价格")]
    [(True, '用', '用'), (False, '暖', '热'), (True, '价格', '价格')]
    """
    parts: list[Part] = []
    for edit in Levenshtein.opcodes(a, b):
        one, other = a[edit.src_start : edit.src_end], b[edit.dest_start : edit.dest_end]
        same = edit.tag == "equal"
        if parts and not same and not parts[-1].same:
            last = parts.pop()
            one, other = last.a + one, last.b + other
        parts.append(Part(same, one, other))
    return tuple(parts)
