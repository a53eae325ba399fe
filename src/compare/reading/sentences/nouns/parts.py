"""Noun phrases that name several things, cut into these."""

from __future__ import annotations

import re
from itertools import pairwise

_RATES = re.compile("率|比例|占比|比重")
_JOINED_RATE = re.compile(r"[和及与、]?(?P<rate>[一-龥()“”]{2,30}?(?:率|比例|占比|比重))(?=[和及与、]|$)")


def rate_parts(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Split "A覆盖率、B配备率和C率" into its rates; one span if it is a single rate."""
    if len(_RATES.findall(text, start, end)) < 2:
        return ((start, end),)
    parts = list(_JOINED_RATE.finditer(text, start, end))
    joined = parts and parts[0].start() == start and parts[-1].end() == end
    if len(parts) < 2 or not joined or any(a.end() != b.start() for a, b in pairwise(parts)):
        return ((start, end),)
    return tuple(part.span("rate") for part in parts)


def listed_nouns(text: str, start: int, end: int, count: int) -> tuple[tuple[int, int], ...] | None:
    """The ``count`` nouns joined by 、和 in a span, for values given 分别; None if they do not add up."""
    cuts = [start]
    depth = 0
    for position in range(start, end):
        char = text[position]
        if char in "(“":
            depth += 1
        elif char in ")”":
            depth -= 1
        elif depth == 0 and (char == "、" or (char in "和及与" and start < position < end - 1)):
            cuts.append(position + 1)
    if len(cuts) < count:
        return None
    if len(cuts) > count:
        # more joints than values: keep the 、 ones if they fit
        marks = [start, *(p + 1 for p in range(start, end) if text[p] == "、")]
        last = [c for c in cuts if c not in marks]
        if len(marks) == count:
            cuts = marks
        elif len(marks) + 1 == count and last:
            cuts = sorted([*marks, last[-1]])
        else:
            return None
    ends = [c - 1 for c in cuts[1:]] + [end]
    return tuple(zip(cuts, ends, strict=True))
