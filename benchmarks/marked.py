"""Texts with their codes written into them: ``每床补助{2万元|construction_subsidy_per_bed}``.

Behind the bar stands the indicator that the value must be coded with, nothing where it must stay
uncoded. Values that are not marked are of no concern.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from compare.coding import Codebook, code
from compare.model import Document
from compare.reading import read

#: What may become of the code of a marked value.
OUTCOMES = ("right", "wrong", "uncoded", "unread")
_MARK = re.compile(r"\{(?P<value>[^|{}]+)\|(?P<indicator>[a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A value at its place in the plain text, and the indicator it must be coded with."""

    start: int
    value: str
    indicator: str

    @property
    def end(self) -> int:
        return self.start + len(self.value)


def plain(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """The text without its marks, and the marks."""
    text, marks, done = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[done : found.start()]
        marks.append(Mark(len(text), found["value"], found["indicator"]))
        text += found["value"]
        done = found.end()
    return text + marked[done:], tuple(marks)


def codes_at(text: str, marks: Sequence[Mark], codebook: Codebook) -> list[set[str]]:
    """For each mark the indicators of the statements that stand on it, none where no value is read."""
    coded = code("marked", read(Document(text, "txt"), codebook.lexicon), codebook)
    return [
        {
            one.indicator
            for one in coded
            if one.statement.value_start < mark.end and mark.start < one.statement.value_end
        }
        for mark in marks
    ]


def outcomes(marked: str, codebook: Codebook) -> Counter[str]:
    """How many values of a marked text are coded ``right``, ``wrong``, not at all, or are not read."""
    text, marks = plain(marked)
    return Counter(
        _outcome(mark, found) for mark, found in zip(marks, codes_at(text, marks, codebook), strict=True)
    )


def _outcome(mark: Mark, found: set[str]) -> str:
    if not found:
        return "unread"
    if found == {mark.indicator}:
        return "right"
    return "wrong" if found - {""} else "uncoded"
