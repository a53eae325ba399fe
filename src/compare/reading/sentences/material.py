"""What the statements of one text are made from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from compare.model import TextView
from compare.reading.page.clauses import Clauses
from compare.reading.page.spans import RowName
from compare.reading.quantities.lexicon import Lexicon
from compare.reading.quantities.scan import Scan
from compare.reading.sentences.times.carry import Reach
from compare.reading.sentences.times.dates.programmes import Programme
from compare.reading.sentences.times.hindsight import Hindsight

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Material:
    """A text with what was found in it so far; offsets are of the view.

    ``starts`` are where the passages begin; ``hidden(position)`` tells whether a position lies in furniture;
    ``carry`` is how far lead-ins reach, ``back`` which parts look back; ``cells`` are cells of tables with
    the name of their row; ``issue_year`` is the document's own, 0 if it does not say, and so is ``title``, ""
    if it has none; ``programmes`` are its parts for single years.
    """

    view: TextView
    raw: str
    clauses: Clauses
    found: Scan
    lexicon: Lexicon
    starts: Sequence[int]
    hidden: Callable[[int], bool]
    carry: Reach
    back: Hindsight
    cells: Sequence[RowName] = ()
    issue_year: int = 0
    title: str = ""
    programmes: Sequence[Programme] = ()
