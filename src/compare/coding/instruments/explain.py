"""Why a clause shows an instrument, at which level, and what was refused; what makes a milestone."""

from __future__ import annotations

from collections.abc import Iterator

from compare.coding.instruments.clause_instruments import Shown, judged, said_of_itself, shown, silenced
from compare.coding.instruments.codebook import MeansBook
from compare.coding.instruments.past import Past
from compare.coding.instruments.specified import Specifics, titled
from compare.model import Code, Fact, Means, Milestone, Phrase, Reading
from compare.reading.items.running_text import Piece, pieces
from compare.reading.items.task_items import cells_of, task_items


class WhyMeans:
    """The clauses of one plan, asked again for what they show."""

    def __init__(self, reading: Reading, book: MeansBook) -> None:
        self.book = book
        self.text = reading.document.text
        self.view = view = reading.view
        self.cut = pieces(view, reading, cells_of(task_items(reading)))
        self.past = Past(reading, view)
        self.specifics = Specifics(reading)

    def means(self, one: Means) -> Iterator[Phrase]:
        """Which pattern, which verb decided the level, what specified it, which words govern."""
        clauses = [piece for piece in self.cut if piece.start < one.end and one.start < piece.end]
        found = [
            self._pattern(piece, hit)
            for piece in clauses
            for hit in shown(piece.text, self.book)
            if hit.instrument.id == one.instrument
        ]
        yield from (phrase for at, phrase in enumerate(found) if phrase not in found[:at])
        level: dict[str, Fact] = {"level": str(one.level), "why": self._level(one, clauses)}
        yield Phrase("explain.means_level", level | {"rule": _by(one.level_rule)})
        if one.topic:
            yield Phrase("explain.means_topic")
        if one.repeats:
            yield Phrase("explain.means_repeats")

    def _level(self, one: Means, clauses: list[Piece]) -> Fact:
        if one.level == 1:
            return Phrase("explain.means_unbound", {"mark": one.mark})
        bound = Phrase("explain.means_bound", {"mark": one.mark}) if one.mark else None
        said = [bound or Phrase("explain.means_plain")]
        if one.level > 2:
            said += self._specified(one, clauses)
        return tuple(said)

    def _specified(self, one: Means, clauses: list[Piece]) -> Iterator[Phrase]:
        if any(map(self.specifics.number, clauses)):
            yield Phrase("explain.means_number")
        if one.deadline or any(map(self.specifics.date, clauses)):
            date: Fact = one.deadline or Phrase("explain.means_since")
            yield Phrase("explain.means_date", {"date": date})
        if any(titled(piece.text) for piece in clauses):
            yield Phrase("explain.means_title")

    def refused(self, start: int, end: int) -> Iterator[Phrase]:
        """What patterns found in the clauses of a stretch, and what refused it."""
        for piece in self.cut:
            if not (start <= piece.start < end):
                continue
            text = said_of_itself(piece.text, self.book)
            if why := "past" if self.past.tells(piece) else silenced(text, self.book):
                yield Phrase(f"explain.means_silent_{why}", {"words": piece.text})
                continue
            yield from self._refused_in(text)

    def _refused_in(self, text: str) -> Iterator[Phrase]:
        there = {hit.instrument.id for hit in shown(text, self.book)}
        inspected = self.book.context.inspected.search(text)
        for _, telling, wording in self.book.wording.candidates(text):
            name = telling.instrument.id
            found = wording.pattern.search(text)
            if name in there or not found:
                continue
            words, why = judged(wording.pattern, telling.instrument, text, inspected, self.book)
            there.add(name)
            facts: dict[str, Fact] = {
                "instrument": Code("instruments", name),
                "words": found.group(),
                "by": words.group(),
            }
            yield Phrase(f"explain.means_refused_{why}", facts)

    def _pattern(self, piece: Piece, hit: Shown) -> Phrase:
        """The alternative of the pattern that found the words, and its place in the entry."""
        wording = next(
            wording.pattern.pattern
            for _, telling, wording in self.book.wording.candidates(piece.text)
            if (telling.instrument, telling.place) == (hit.instrument, hit.place)
            and wording.pattern.search(piece.text)
        )
        view = self.view
        start, end = view.raw_start(piece.at + hit.start), view.raw_end(piece.at + hit.end)
        facts: dict[str, Fact] = {
            "instrument": Code("instruments", hit.instrument.id),
            "words": piece.text[hit.start : hit.end],
            "place": str(hit.place + 1),
            "pattern": wording,
            "at": Phrase("explain.at", {"start": str(start), "end": str(end)}),
        }
        return Phrase("explain.means", facts)

    def milestone(self, one: Milestone) -> Phrase:
        """What will have been done by when."""
        facts: dict[str, Fact] = {
            "action": Code("actions", one.action),
            "object": self.text[one.object_start : one.object_end],
            "deadline": one.deadline,
            "words": self.text[one.start : one.end],
            "rule": _by(one.object_rule),
        }
        return Phrase("explain.milestone", facts)


def _by(rule: str) -> Fact:
    """A rule by its name; what a person corrected has none."""
    told = Phrase("explain.rule", {"rule": Code("rules", rule)})
    return Phrase("explain.by_rule", {"rule": told}) if rule else ""
