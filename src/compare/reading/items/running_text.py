"""The running text of a plan, cut into clauses: what its words, themes, wording and means are coded in.

Counted is what a plan itself says in sentences, and its headings. Not counted are page furniture,
the letter that forwards the plan, lists of departments, heads and numbers of tables, notes in
brackets behind a sentence, and lines without a sentence (titles, dates, signatures).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from compare.frozen import quickly
from compare.model import Passage, Reading
from compare.reading.cues import DUTIES
from compare.reading.page.view import TextView

_LETTER = re.compile(
    r"现(?:予以?)?(?:将|把)?[^。\n]{0,120}?(?:印发|转发|下发|公布|发布)(?:给|与)?(?:你|各|如下)"
    r"|现予以?(?:公布|发布|印发)"
)
# A comma between digits belongs to a number; a name in 《》 is one piece.
_PIECE = re.compile(r"(?:[^,。;!?|\n《]++|《[^《》\n]*》|《|(?<=[0-9]),(?=[0-9]))++")
_SENTENCE_END = frozenset("。;!?|\n")
_BREAKS = re.compile(r"[,。;!?]")
_ORDINAL = re.compile(
    r"\s*(?:第?[一二三四五六七八九十百零]{1,4}[、.,章节条]\s*|[(][一二三四五六七八九十0-9]{1,3}[)][.、]?\s*"
    r"|[0-9]{1,3}[.、,](?![0-9])\s*|[一二三四五六七八九十]是)"
)
_LETTERS = re.compile(r"[一-鿿A-Za-z]")
_DATE = re.compile(
    r"(?:到|至|在|自|从)?(?:[0-9]{4}年?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?|十[一二三四五]五|“十[一二三四五]五”|今年|年内|明年)"
    r"(?:上半年|下半年|年?[初中末底]|期间|时期|末)?(?:以?前|之?前|起|开始|以来)?"
)
_ROLE_WORD = re.compile(
    rf"(?:{DUTIES})(?:单位|部门|机构|科室|处室)|[:、,()〔〕\[\]及和与]"
    r"|(?:共同)?(?:负责|牵头|配合|参与|落实|分工)|按(?:照)?职责(?:分工)?|分别|等|以下均需|不再(?:一一)?列出"
)
#: A piece of which more than this is names of departments lists them, and says nothing of a policy.
_LIST = 0.6
#: Pieces with fewer letters than this are said together with the next one.
_SHORT = 5
_LONG = re.compile(rf"(?:[^一-鿿A-Za-z]*+[一-鿿A-Za-z]){{{_SHORT}}}")
# Every date has one of these.
_MAY_BE_DATE = re.compile("[0-9十年]")


@quickly
@dataclass(frozen=True, slots=True)
class Piece:
    """A clause: its span in the original text, the passage (an index) and the sentence it belongs to.

    ``sentence`` is the offset in the original where the sentence begins; ``text`` is the clause as it
    is matched (half-width, without blanks inside words), ``at`` where that stands in the view.
    """

    start: int
    end: int
    passage: int
    sentence: int
    text: str
    at: int


def pieces(view: TextView, reading: Reading, cells: Collection[int] = ()) -> tuple[Piece, ...]:
    """The clauses of a plan's running text, in text order; ``view`` is the view of its text.

    ``cells`` are indices of passages that are cells of task tables: they count even without punctuation.

    A clause ends at , 。 ; ! ? and line ends. One that is a mere date or has fewer than five letters
    is taken together with the clause after it in the same sentence.
    """
    return tuple(_Cutter(view, reading, cells).pieces())


class _Cutter:
    def __init__(self, view: TextView, reading: Reading, cells: Collection[int]) -> None:
        self.view = view
        self.cells = cells
        self.passages = reading.passages
        self.starts = [passage.start for passage in reading.passages]
        self.noise = _merged((view.from_raw(f.start), view.from_raw(f.end)) for f in reading.furniture)
        names = sorted({(view.from_raw(r.start), view.from_raw(r.end)) for r in reading.responsibilities})
        self.names = names
        self.name_starts = [start for start, _ in names]

    def pieces(self) -> Iterator[Piece]:
        first = self._behind_the_letter()
        for index, passage in enumerate(self.passages):
            if index < first or passage.kind == "furniture":
                continue
            start, end = self.view.from_raw(passage.start), self.view.from_raw(passage.end)
            yield from self._passage(index, passage, start, end)

    def _behind_the_letter(self) -> int:
        """Index of the first passage behind the paragraph that forwards the plan; 0 if there is none."""
        for index, passage in enumerate(self.passages):
            if passage.kind in ("heading", "item"):
                break
            start, end = self.view.from_raw(passage.start), self.view.from_raw(passage.end)
            if _LETTER.search(self.view.text, start, end):
                return index + 1
        return 0

    def _passage(self, index: int, passage: Passage, start: int, end: int) -> Iterator[Piece]:
        text = self.view.text
        if passage.number and (ordinal := _ORDINAL.match(text, start, end)):
            start = ordinal.end()
        if passage.kind != "heading" and index not in self.cells and not _BREAKS.search(text, start, end):
            return
        for sentence in self._sentences(start, end):
            held: tuple[int, int] | None = None
            waiting: tuple[int, int] | None = None
            for piece in sentence:
                joined = (waiting[0], piece[1]) if waiting else piece
                if _is_short(text, *joined):
                    waiting = joined
                    continue
                waiting = None
                if held:
                    yield self._made(index, sentence[0][0], held)
                held = joined
            if held and waiting:
                held = (held[0], waiting[1])
            if held:
                yield self._made(index, sentence[0][0], held)

    def _made(self, index: int, sentence: int, span: tuple[int, int]) -> Piece:
        view = self.view
        start, end = span
        return Piece(
            view.raw_start(start),
            view.raw_end(end),
            index,
            view.raw_start(sentence),
            view.text[start:end],
            start,
        )

    def _sentences(self, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
        """The pieces of each sentence, without notes, names of departments and noise."""
        text = self.view.text
        sentence: list[tuple[int, int]] = []
        for low, high in self._clean(start, end):
            at = low
            for match in _PIECE.finditer(text, low, high):
                if sentence and not _SENTENCE_END.isdisjoint(text[at : match.start()]):
                    yield sentence
                    sentence = []
                at = match.end()
                span = _trimmed(text, *match.span())
                if span and not self._lists_departments(*span):
                    sentence.append(span)
            if sentence:
                yield sentence
                sentence = []

    def _clean(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretch from ``start`` to ``end`` less the noise in it and notes behind its sentences."""
        text = self.view.text
        blocked = [(max(a, start), min(b, end)) for a, b in self.noise if a < end and b > start]
        blocked += _notes(text, start, end)
        at = start
        for low, high in _merged(blocked):
            if low > at:
                yield at, low
            at = max(at, high)
        if at < end:
            yield at, end

    def _lists_departments(self, start: int, end: int) -> bool:
        at = bisect_left(self.name_starts, start)
        covered = 0
        rest: list[str] = []
        done = start
        while at < len(self.names) and self.names[at][0] < end:
            low, high = self.names[at]
            covered += max(0, min(high, end) - max(low, done))
            rest.append(self.view.text[done : max(low, done)])
            done = max(done, high)
            at += 1
        if not covered:
            return False
        rest.append(self.view.text[done:end])
        left = sum(len(_ROLE_WORD.sub("", part)) for part in rest)
        return covered / (covered + left) > _LIST


def _notes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Brackets that stand behind a sentence, up to the end of the line: (责任单位:…), (持续实施)."""
    stop = end
    while stop > start:
        at = stop
        while at > start and text[at - 1] in " |/。;":
            at -= 1
        if at == start or text[at - 1] not in ")〕]":
            return
        opener = _opener(text, start, at - 1)
        before = opener
        while before > start and text[before - 1] == " ":
            before -= 1
        if opener < 0 or (before > start and text[before - 1] not in "。;!?|\n"):
            return
        yield opener, stop
        stop = opener


def _opener(text: str, start: int, close: int) -> int:
    depth = 0
    for at in range(close, start - 1, -1):
        if text[at] in ")〕]":
            depth += 1
        elif text[at] in "(〔[":
            depth -= 1
            if not depth:
                return at
    return -1


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in " /-—、:·∙\r\t":
        start += 1
    while end > start and text[end - 1] in " /-—、\r\t":
        end -= 1
    return (start, end) if _LETTERS.search(text, start, end) else None


def _is_short(text: str, start: int, end: int) -> bool:
    if _MAY_BE_DATE.search(text, start, end):
        return not _LONG.match(_DATE.sub("", text[start:end]))
    return not _LONG.match(text, start, end)


def _merged(spans: Iterator[tuple[int, int]] | Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    made: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made
