"""Task items to instruments: of each at most one an item, the clause that binds most as its evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from compare.coding.commitment.governing import Governed, binds, governing, in_sentence
from compare.coding.instruments.clause_instruments import Shown, shown
from compare.coding.instruments.codebook import MeansBook
from compare.coding.instruments.level_rules import CASE, BoundClause, level_of
from compare.coding.instruments.milestones.clause_dates import (
    cell_deadline,
    dates_of,
    heading_date,
    is_heading_date,
    noted_deadline,
)
from compare.coding.instruments.milestones.clause_milestones import milestones
from compare.coding.instruments.past import Past
from compare.coding.instruments.specified import Specifics
from compare.garbage import uncollected
from compare.model import Item, Means, MeansOfPlan, Milestone, Reading, TextView
from compare.reading.header.header import issue_year
from compare.reading.items.running_text import Piece, pieces
from compare.reading.items.task_items import by_passage, cells_of, linked, names_of_rows, task_items

#: A first sentence of at most so many characters, with as much text behind it, is a heading of its lines.
_TOPIC = 22
#: What is longer is no heading but says what is to be done (第十一条 新建居住区按照…配套建设…).
_HEADING = 32
#: Characters of the number that stands before a heading ((十二)).
_NUMBER = 4


class _Hit(NamedTuple):
    """An instrument in a clause ``piece``, how and by which word it binds, and where its evidence ends.

    ``body`` is false for a heading that names what its body says, ``place`` that of the pattern it was
    found by, ``rule`` what gave its level.
    """

    instrument: str
    piece: Piece
    level: int
    mark: str
    end: int
    deadline: str
    body: bool
    place: int
    rule: str

    def rank(self) -> tuple[bool, int, int, int]:
        """The better evidence: the body, what binds more, the words that tell more, what comes first."""
        return self.body, self.level, -self.place, -self.piece.start


@uncollected
def code_means(reading: Reading, book: MeansBook) -> MeansOfPlan:
    """The instruments and milestones of a plan. Linear in the length of its text."""
    view = reading.view
    items = task_items(reading)
    cut = pieces(view, reading, cells_of(items))
    items = linked(items, cut)
    home = by_passage(items)
    names = names_of_rows(items, reading.passages, reading.document.text)
    coder = _Coder(reading, items, book, view)
    best: dict[tuple[int, str], _Hit] = {}
    clauses: Counter[tuple[int, str]] = Counter()
    dated: list[Milestone] = []
    headed: list[Milestone] = []
    for _, group in groupby(cut, key=lambda piece: piece.sentence):
        sentence = tuple(group)
        passage = sentence[0].passage
        if passage not in home or passage in names:
            continue
        if all(map(coder.past.tells, sentence)):
            continue
        item = home[passage]
        dates = dates_of([piece.text for piece in sentence], coder.year, coder.lead(item, passage))
        if items[item].goals:
            coder.leads[item] = dates[-1][1]  # of overall goals a date leads the sentences behind it too
        found = milestones(sentence, dates, item, view, coder.specifics, book, coder.noted(item, passage))
        (headed if is_heading_date(sentence[-1].text) else dated).extend(found)
        for hit in coder.hits(sentence, item, [deadline for _, deadline in dates]):
            key = (item, hit.instrument)
            clauses[key] += 1
            if key not in best or hit.rank() > best[key].rank():
                best[key] = hit
    searched = tuple((known.id, known.family) for known in book.instruments.values())
    means = _ordered(best, clauses, items, book, coder.topics)
    return MeansOfPlan(items, means, _with_headings(dated, headed), searched, book.provisional)


def _with_headings(dated: Sequence[Milestone], headed: Sequence[Milestone]) -> tuple[Milestone, ...]:
    """A heading with a date counts where its item names nothing to be done by it."""
    said = {(one.item, one.deadline) for one in dated}
    made = [*dated, *(one for one in headed if (one.item, one.deadline) not in said)]
    return tuple(sorted(made, key=lambda one: (one.start, one.object_start)))


def _ordered(
    best: dict[tuple[int, str], _Hit],
    clauses: Mapping[tuple[int, str], int],
    items: Sequence[Item],
    book: MeansBook,
    topics: Callable[[int], frozenset[str]],
) -> tuple[Means, ...]:
    """By place and code; what a fuller item carries too is marked as repeated, what ``topics`` of its item
    names as its topic."""
    carried: dict[int, set[str]] = defaultdict(set)
    for item, instrument in best:
        carried[item].add(instrument)
    order = {name: place for place, name in enumerate(book.instruments)}
    made = [
        Means(
            instrument=instrument,
            level=hit.level,
            mark=hit.mark,
            start=hit.piece.start,
            end=hit.end,
            item=item,
            passage=hit.piece.passage,
            target_groups=tuple(g.id for g in book.target_groups if g.match.search(hit.piece.text)),
            deadline=hit.deadline,
            repeats=any(instrument in carried[other] for other in items[item].repeats),
            core=hit.place == 0,
            topic=instrument in topics(item),
            clauses=clauses[item, instrument],
            level_rule=hit.rule,
        )
        for (item, instrument), hit in best.items()
    ]
    return tuple(sorted(made, key=lambda means: (means.item, means.start, order[means.instrument])))


class _Coder:
    """Codes the sentences of one plan; ``leads`` are the dates that lead whole items."""

    def __init__(self, reading: Reading, items: Sequence[Item], book: MeansBook, view: TextView) -> None:
        self.reading, self.items, self.book = reading, items, book
        self.specifics = Specifics(reading)
        self.past = Past(reading, view)
        self.year = issue_year(reading.header)
        self.view = view
        self.leads: dict[int, str] = {}
        self.notes: dict[int, str] = {}
        self.texts: dict[int, str] = {}
        self.deadlines: dict[int, str] = {}
        self.headings: dict[int, frozenset[str]] = {}

    def lead(self, item: int, passage: int) -> str:
        """The date noted in a passage, else that of its item: in its heading, a cell of its row, its goals so
        far; "" without one."""
        if noted := self.noted(item, passage):
            return noted
        if item not in self.leads:
            opening = self._text(self.items[item].passages[0]).split("。")[0]
            self.leads[item] = heading_date(opening, self.year)
        return self.leads[item]

    def noted(self, item: int, passage: int) -> str:
        """The deadline noted in a passage, else in another one or a cell of its item; "" without one."""
        if passage not in self.notes:
            self.notes[passage] = noted_deadline(self._text(passage), self.year)
        if item not in self.deadlines:
            of_item = self.items[item]
            read = cell_deadline if of_item.kind == "row" else noted_deadline
            self.deadlines[item] = next(
                filter(None, (read(self._text(one), self.year) for one in of_item.passages[1:])), ""
            )
        return self.notes[passage] or self.deadlines[item]

    def topics(self, item: int) -> frozenset[str]:
        """The instruments that the heading of an item, or the one it stands under, names."""
        passages = self.reading.passages
        first = self.items[item].passages[0]
        return self._named(first) | self._named(passages[first].parent)

    def _named(self, passage: int | None) -> frozenset[str]:
        if passage is None or not self.reading.passages[passage].heading:
            return frozenset()
        if passage not in self.headings:
            text = self._text(passage)[: len(self.reading.passages[passage].heading) + _NUMBER]
            self.headings[passage] = frozenset(hit.instrument.id for hit in shown(text, self.book))
        return self.headings[passage]

    def _text(self, passage: int) -> str:
        if passage not in self.texts:
            span = self.reading.passages[passage]
            start, end = self.view.from_raw(span.start), self.view.from_raw(span.end)
            self.texts[passage] = self.view.text[start:end]
        return self.texts[passage]

    def hits(self, sentence: Sequence[Piece], item: int, deadlines: Sequence[str]) -> Iterator[_Hit]:
        """What a sentence shows, clause by clause."""
        found = [
            () if self.past.tells(piece) else self._shown(piece.text, self.items[item]) for piece in sentence
        ]
        if not any(found) or any(self.book.context.definition.search(piece.text) for piece in sentence):
            return
        bound = in_sentence([piece.text for piece in sentence], self.book.commitment)
        for place, piece in enumerate(sentence):
            said = _main_clause(sentence, place)
            body = not self._is_opening(sentence, piece)
            for hit in found[place]:
                governed = bound[said]
                if not governed.carried:
                    # A thing is governed by what stands before it; in a clause for its case all does.
                    at = hit.end if said == place else None
                    governed = governing(sentence[said].text, self.book.commitment, at)
                by = deadlines[said]
                noted = bool(by) and by == self.noted(item, piece.passage)
                clause = BoundClause(
                    sentence, found, said, binds(governed), by, noted, self.specifics, self.book
                )
                (level, last), rule = level_of(clause)
                end = sentence[max(last, _run(found, place, hit, bound))].end
                yield _Hit(hit.instrument.id, piece, level, governed.mark, end, by, body, hit.place, rule)

    def _shown(self, text: str, item: Item) -> tuple[Shown, ...]:
        """The instruments of a clause; of overall goals only what is to be built, set up or done, for
        rates and shares are statements."""
        context = self.book.context
        if item.goals and (not context.goals.search(text) or context.rates.search(text)):
            return ()
        return shown(text, self.book)

    def _is_opening(self, sentence: Sequence[Piece], piece: Piece) -> bool:
        """Whether a clause is the heading of its passage, or a short first sentence that says what it
        is about."""
        passage = self.reading.passages[piece.passage]
        if passage.number and passage.heading:
            return len(passage.heading) <= _HEADING and piece.text in passage.heading
        before = self.reading.document.text[passage.start : piece.start]
        return (
            len(sentence) == 1
            and len(piece.text) <= _TOPIC
            and not any(map(str.isalpha, before))
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
    if place + 1 < len(sentence) and CASE.search(sentence[place].text):
        return place + 1
    return place
