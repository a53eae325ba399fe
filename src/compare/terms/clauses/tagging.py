"""What each clause is about and how strictly it binds: rows of the table ``clauses``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from compare.coding.commitment.governing import in_sentence
from compare.coding.commitment.levels import Level
from compare.model import Kind, Passage, Reading, TextView
from compare.reading.cues import FOLLOWS
from compare.reading.items.running_text import Piece, pieces
from compare.tables.making.rows import Row
from compare.terms.language import Language

# A basis named in the clause: 根据《…》, 落实省…工作方案要求, 按照国家规定.
_BASIS = re.compile(
    rf"(?:{FOLLOWS})[^,。;《》]{{0,30}}?"
    r"(?P<source>《[^《》]{2,80}》(?:\([^()]{0,30}号\))?"
    r"|(?:党中央、?国务院|党中央|国务院|国家|中央|自治区|全?省|省级|省委|州委|市委)[^,。;《》]{0,16}?"
    r"(?:部署|决策|规定|要求|精神|政策|安排|法律法规|标准|规划|条例|办法))"
)
# What stands between two clauses of one stretch of text: punctuation and no line end.
_MARK = re.compile(r"[^\w\n]{0,3}")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a plan with its codes; offsets count in the text of the source.

    ``themes`` are in the order of the codebook; ``themes_from`` says where they were found: in the
    ``clause``, its ``sentence``, a ``heading`` above it, or "" if nowhere. ``marker`` is the modal word
    ("" if there is none), ``carried`` whether it stands in an earlier clause of the sentence.
    ``targets`` counts the quantitative targets in the clause. ``basis`` is the superior document or
    authority that the sentence names here or before, ``mark`` the punctuation up to the next clause.
    ``repeats`` marks words this plan has said before.
    """

    piece: Piece
    themes: tuple[str, ...]
    themes_from: str
    level: Level
    marker: str
    carried: bool
    targets: int
    basis: str
    mark: str
    repeats: bool


def clauses(reading: Reading, language: Language) -> tuple[Clause, ...]:
    """The clauses of a plan's running text with their codes, in text order."""
    text = reading.document.text
    view = reading.view
    found = pieces(view, reading)
    behind = {here.start: after.start for here, after in pairwise(found)}
    targets = sorted(
        statement.value_start for statement in reading.statements if statement.kind is Kind.TARGET
    )
    above = _Headings(reading.passages, language)
    seen: set[str] = set()
    made: list[Clause] = []
    for _, group in groupby(found, key=lambda piece: piece.sentence):
        sentence = tuple(group)
        coded = zip(
            sentence,
            _themes(sentence, above, language),
            in_sentence([piece.text for piece in sentence], language.commitment),
            _bases(sentence, view, text),
            strict=True,
        )
        for piece, (themes, origin), bound, basis in coded:
            gap = text[piece.end : behind.get(piece.start, piece.end)]
            made.append(
                Clause(
                    piece=piece,
                    themes=themes,
                    themes_from=origin,
                    level=bound.level,
                    marker=bound.mark,
                    carried=bound.carried,
                    targets=bisect_left(targets, piece.end) - bisect_left(targets, piece.start),
                    basis=basis,
                    mark=gap if _MARK.fullmatch(gap) else "",
                    repeats=piece.text in seen,
                )
            )
            seen.add(piece.text)
    return tuple(made)


def _themes(
    sentence: Sequence[Piece], above: _Headings, language: Language
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each clause's themes and where they come from: its own words, the nearest clause of the
    sentence that has any (before it, else after it), the nearest heading above that has any."""
    own = [themes_of(piece.text, language) for piece in sentence]
    first = next((themes for themes in own if themes), ())
    last: tuple[str, ...] = ()
    for piece, themes in zip(sentence, own, strict=True):
        if themes:
            last = themes
            yield themes, "clause"
        elif last or first:
            yield last or first, "sentence"
        else:
            inherited = above.themes(piece.passage)
            yield inherited, "heading" if inherited else ""


def _bases(sentence: Sequence[Piece], view: TextView, text: str) -> Iterator[str]:
    """For each clause the superior document or authority that it or a clause before it names last, as
    written: a basis governs what follows it."""
    last = ""
    for piece in sentence:
        if found := _BASIS.search(piece.text):
            start, end = found.span("source")
            last = text[view.raw_start(piece.at + start) : view.raw_end(piece.at + end)]
        yield last


def themes_of(text: str, language: Language) -> tuple[str, ...]:
    """The themes that the words of a text show, in the order of the codebook."""
    return tuple(theme.id for theme in language.themes if theme.match.search(text))


class _Headings:
    """The themes of the nearest heading above a passage that has any; each heading is read once."""

    def __init__(self, passages: Sequence[Passage], language: Language) -> None:
        self.passages = passages
        self.language = language
        self.known: dict[int, tuple[str, ...]] = {}

    def themes(self, index: int) -> tuple[str, ...]:
        at: int | None = index
        way: list[int] = []
        found: tuple[str, ...] = ()
        while at is not None and not found:
            if at in self.known:
                found = self.known[at]
                break
            way.append(at)
            passage = self.passages[at]
            found = themes_of(passage.heading, self.language) if passage.heading else ()
            at = passage.parent
        self.known.update(dict.fromkeys(way, found))
        return found


def clause_rows(plan_id: str, text: str, passages: Sequence[str], found: Sequence[Clause]) -> list[Row]:
    """Rows of the table ``clauses``; ``passages`` are the ids of the plan's passages."""
    return [
        {
            "plan_id": plan_id,
            "passage_id": passages[clause.piece.passage],
            "sentence": clause.piece.sentence,
            "start": clause.piece.start,
            "end": clause.piece.end,
            "quote": text[clause.piece.start : clause.piece.end],
            "mark": clause.mark,
            "themes": " ".join(clause.themes),
            "themes_from": clause.themes_from,
            "commitment": clause.level.id,
            "strength": str(clause.level.strength),
            "marker": clause.marker,
            "carried": clause.carried,
            "targets": clause.targets,
            "basis": clause.basis,
            "repeats": clause.repeats,
        }
        for clause in found
    ]
