"""Noun phrases that name several things, cut into these."""

from __future__ import annotations

import re
from itertools import pairwise

_JOINED_RATE = re.compile(
    r"[和及与、]?(?P<rate>(?:[0-9]{2}周?岁(?:及?以上)?)?[一-龥()“”]{2,30}?(?:率|比例|占比|比重))(?=[和及与、]|$)"
)
# What joins two nouns; within brackets and marks nothing does.
_JOINT = re.compile(r"(?P<mark>、)|(?P<word>(?!^)[和及与](?!$))|\([^()]*+\)|“[^“”]*+”")


def rate_parts(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Split "A覆盖率、B配备率和C率" into its rates; one span if it is a single rate."""
    parts: list[tuple[int, int]] = []
    at = start
    while part := _JOINED_RATE.match(text, at, end):
        parts.append(part.span("rate"))
        at = part.end()
    return tuple(parts) if at == end and len(parts) > 1 else ((start, end),)


def listed_nouns(text: str, start: int, end: int, count: int) -> tuple[tuple[int, int], ...] | None:
    """The ``count`` nouns joined by 、和 in a span, for values given 分别; None if they do not add up."""
    joints = [(joint.lastgroup, start + joint.start()) for joint in _JOINT.finditer(text[start:end])]
    marks = [at for sort, at in joints if sort == "mark"]
    words = [at for sort, at in joints if sort == "word"]
    # more joints than values: the 、 ones if they fit, or these and the last 和
    for ends in (marks + words, marks, marks + words[-1:]):
        if len(ends) + 1 == count:
            edges = [start - 1, *sorted(ends), end]
            return tuple((left + 1, right) for left, right in pairwise(edges))
    return None
