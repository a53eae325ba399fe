"""Task items to instruments: of each at most one an item, the clause that binds most as its evidence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from compare.coding.commitment.governing import Governed, binds, governing, in_sentence
from compare.coding.instruments.codebook import MeansBook
from compare.coding.instruments.milestones import dates_of, heading_date, milestones
from compare.coding.instruments.shown import Shown, shown
from compare.coding.instruments.specified import Specifics
from compare.model import Item, Means, MeansOfPlan, Milestone, Reading
from compare.reading.header.header import issue_year
from compare.reading.items.running_text import Piece, pieces
from compare.reading.items.task_items import by_passage, cells_of, linked, names_of_rows, task_items
from compare.reading.page.view import text_view

#: A first sentence of at most so many characters, with as much text behind it, is a heading of its lines.
_TOPIC = 22
# A date opens a target of its own.
_NEW_DATE = re.compile(r"[到至]?(?:20|19)[0-9]{2}年")
# 对利用…的, 在…前提下: for which case the next clause holds.
_CASE = re.compile(r"的$|前提下$|条件下$|情况下$")


@dataclass(frozen=True, slots=True)
class _Hit:
    """An instrument in a clause; ``body`` is false for a heading that names what its body says,
    ``place`` that of the pattern it was found by."""

    means: Means
    body: bool
    place: int

    def rank(self) -> tuple[bool, int, int, int]:
        """The better evidence: the body, what binds more, the words that tell more, what comes first."""
        return self.body, self.means.level, -self.place, -self.means.start


def code_means(reading: Reading, book: MeansBook) -> MeansOfPlan:
    """The instruments and milestones of a plan. Linear in the length of its text."""
    view = text_view(reading.document.text)
    items = task_items(reading)
    cut = pieces(view, reading, cells_of(items))
    items = linked(items, cut)
    home = by_passage(items)
    names = names_of_rows(items, reading.passages, reading.document.text)
    coder = _Coder(reading, items, book)
    best: dict[tuple[int, str], _Hit] = {}
    dated: list[Milestone] = []
    for _, group in groupby(cut, key=lambda piece: piece.sentence):
        sentence = tuple(group)
        passage = sentence[0].passage
        if passage not in home or passage in names:
            continue
        item = home[passage]
        dates = dates_of([piece.text for piece in sentence], coder.year, coder.lead(item))
        if items[item].goals:
            coder.leads[item] = dates[-1][1]  # of overall goals a date leads the sentences behind it too
        dated += milestones(sentence, dates, item, view, coder.specifics, book)
        for hit in coder.hits(sentence, item, [deadline for _, deadline in dates]):
            key = (item, hit.means.instrument)
            if key not in best or hit.rank() > best[key].rank():
                best[key] = hit
    searched = tuple((known.id, known.family) for known in book.instruments.values())
    return MeansOfPlan(items, _ordered(best, items, book), tuple(dated), searched)


def _ordered(best: dict[tuple[int, str], _Hit], items: Sequence[Item], book: MeansBook) -> tuple[Means, ...]:
    """By place and code; what a fuller item carries too is marked as repeated."""
    carried: dict[int, set[str]] = defaultdict(set)
    for item, instrument in best:
        carried[item].add(instrument)
    order = {name: place for place, name in enumerate(book.instruments)}
    made = [
        replace(hit.means, repeats=any(instrument in carried[other] for other in items[item].repeats))
        for (item, instrument), hit in best.items()
    ]
    return tuple(sorted(made, key=lambda means: (means.item, means.start, order[means.instrument])))


class _Coder:
    """Codes the sentences of one plan; ``leads`` are the dates that lead whole items."""

    def __init__(self, reading: Reading, items: Sequence[Item], book: MeansBook) -> None:
        self.reading, self.items, self.book = reading, items, book
        self.specifics = Specifics(reading)
        self.year = issue_year(reading.header)
        self.leads: dict[int, str] = {}

    def lead(self, item: int) -> str:
        """The date in the heading of an item, or of its goals so far; "" without one."""
        if item not in self.leads:
            first = self.reading.passages[self.items[item].passages[0]]
            opening = self.reading.document.text[first.start : first.end].split("。")[0]
            self.leads[item] = heading_date(text_view(opening).text, self.year)
        return self.leads[item]

    def hits(self, sentence: Sequence[Piece], item: int, deadlines: Sequence[str]) -> Iterator[_Hit]:
        """What a sentence shows, clause by clause."""
        bound = in_sentence([piece.text for piece in sentence], self.book.commitment)
        found = [self._shown(piece.text, self.items[item]) for piece in sentence]
        for place, piece in enumerate(sentence):
            said = _main_clause(sentence, place)
            body = not self._is_opening(sentence, piece)
            for hit in found[place]:
                governed = bound[said]
                if not governed.carried:
                    # A thing is governed by what stands before it; in a clause for its case all does.
                    end = hit.end if said == place else None
                    governed = governing(sentence[said].text, self.book.commitment, end)
                level, last = 1, said
                if binds(governed):
                    level, last = self._specified(sentence, found, said, deadlines[said])
                means = Means(
                    instrument=hit.instrument.id,
                    level=level,
                    mark=governed.mark,
                    start=piece.start,
                    end=sentence[max(last, _run(found, place, hit, bound))].end,
                    item=item,
                    passage=piece.passage,
                    target_groups=tuple(g.id for g in self.book.target_groups if g.match.search(piece.text)),
                    deadline=deadlines[said],
                    core=hit.place == 0,
                )
                yield _Hit(means, body, hit.place)

    def _shown(self, text: str, item: Item) -> tuple[Shown, ...]:
        """The instruments of a clause; of overall goals only what is to be built, set up or done, for
        rates and shares are statements."""
        context = self.book.context
        if item.goals and (not context.goals.search(text) or context.rates.search(text)):
            return ()
        return shown(text, self.book)

    def _specified(
        self, sentence: Sequence[Piece], found: Sequence[Sequence[Shown]], place: int, deadline: str
    ) -> tuple[int, int]:
        """The level of a commitment and the last clause of its evidence.

        A clause behind it that names no other instrument may say how much (租赁期限最长不超过20年), one
        before it for which case (1000平方米以下的), and a date that leads the sentence by when an output
        is made.
        """
        specifics = self.specifics
        if specifics.said(sentence[place]) or (deadline and self.book.carried.search(sentence[place].text)):
            return 3, place
        before = place - 1
        while before >= 0 and _CASE.search(sentence[before].text):
            if specifics.number(sentence[before]):
                return 3, place
            before -= 1
        after = place + 1
        if after < len(sentence) and not found[after]:
            behind = sentence[after]
            if specifics.number(behind) and not _NEW_DATE.match(behind.text):
                return 3, after
        return 2, place

    def _is_opening(self, sentence: Sequence[Piece], piece: Piece) -> bool:
        """Whether a clause is the heading of its passage, or a short first sentence that says what it
        is about."""
        passage = self.reading.passages[piece.passage]
        if passage.number and passage.heading:
            return piece.text in passage.heading
        return (
            len(sentence) == 1
            and len(piece.text) <= _TOPIC
            and piece.start <= passage.start + 1
            and passage.end - piece.end > _TOPIC
        )


def _run(found: Sequence[Sequence[Shown]], place: int, hit: Shown, bound: Sequence[Governed]) -> int:
    """The last of the clauses behind one another that show the instrument and bind alike."""
    after = place + 1
    while (
        after < len(found)
        and binds(bound[after]) == binds(bound[place])
        and any(other.instrument is hit.instrument for other in found[after])
    ):
        after += 1
    return after - 1


def _main_clause(sentence: Sequence[Piece], place: int) -> int:
    """A clause that says for which case (对…的,) is governed by the one behind it."""
    if place + 1 < len(sentence) and _CASE.search(sentence[place].text):
        return place + 1
    return place
