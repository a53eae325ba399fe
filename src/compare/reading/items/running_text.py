"""The running text of a plan, cut into clauses: what its words, themes, wording and means are coded in.

Counted is what a plan itself says in sentences, and its headings. Not counted are page furniture,
the letter that forwards the plan, lists of departments, heads and numbers of tables, notes in
brackets behind a sentence, and lines without a sentence (titles, dates, signatures).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from compare.frozen import maker, quickly
from compare.model import Passage, Reading, TextView
from compare.reading.cues import DUTIES

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
_OF_A_DATE = re.compile("[0-9五年]")  # one of them is in every date
_ROLE_WORD = re.compile(
    rf"(?:{DUTIES})(?:单位|部门|机构|科室|处室)|[:、,()〔〕\[\]及和与]"
    r"|(?:共同)?(?:负责|牵头|配合|参与|落实|分工)|按(?:照)?职责(?:分工)?|分别|等|以下均需|不再(?:一一)?列出"
)
#: A piece of which more than this is names of departments lists them, and says nothing of a policy.
_LIST = 0.6
#: Pieces with fewer letters than this are said together with the next one.
_SHORT = 5
_LONG = re.compile(rf"(?:[^一-鿿A-Za-z]*+[一-鿿A-Za-z]){{{_SHORT}}}")
# What stands at the edges of a clause and is no part of it.
_BEFORE, _AFTER = " /-—、:·∙\r\t", " /-—、\r\t"
_BRACKET = r"[(〔\[](?:[^()〔〕\[\]]|[(〔\[][^()〔〕\[\]]*+[)〕\]])*+[)〕\]]"
#: Brackets behind the last sentence of a passage: (责任单位:…), (持续实施).
_NOTES = re.compile(rf"(?<![^。;!?|\n])(?: *+{_BRACKET}[ |/。;\n]*+)++\Z")
_BEHIND_NOTES, _CLOSING = " |/。;\n", (")", "〕", "]")


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


_piece = maker(Piece)


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
        #: The text with its noise as line ends, and with the names of departments as line ends too.
        self.text = _blanked(
            view.text, [(view.from_raw(f.start), view.from_raw(f.end)) for f in reading.furniture]
        )
        names = {(view.from_raw(r.start), view.from_raw(r.end)) for r in reading.responsibilities}
        self.nameless = _blanked(self.text, names)

    def pieces(self) -> Iterator[Piece]:
        first = self._behind_the_letter()
        for index, passage in enumerate(self.passages[first:], first):
            if passage.kind != "furniture":
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
        text = self.text
        if passage.number and (ordinal := _ORDINAL.match(text, start, end)):
            start = ordinal.end()
        if passage.kind != "heading" and index not in self.cells and not _BREAKS.search(text, start, end):
            return
        if text[start:end].rstrip(_BEHIND_NOTES).endswith(_CLOSING) and (
            notes := _NOTES.search(text, start, end)
        ):
            end = notes.start()
        for sentence in self._sentences(start, end):
            held: tuple[int, int] | None = None
            waiting: tuple[int, int] | None = None
            for piece in sentence:
                joined = (waiting[0], piece[1]) if waiting else piece
                if _is_short(text[joined[0] : joined[1]]):
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
        return _piece(
            view.raw_start(start),
            view.raw_end(end),
            index,
            view.raw_start(sentence),
            view.text[start:end],
            start,
        )

    def _sentences(self, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
        """The pieces of each sentence, without names of departments."""
        text = self.text
        sentence: list[tuple[int, int]] = []
        at = start
        for match in _PIECE.finditer(text, start, end):
            if sentence and not _SENTENCE_END.isdisjoint(text[at : match.start()]):
                yield sentence
                sentence = []
            at = match.end()
            span = _trimmed(text, *match.span())
            if span and not self._lists_departments(*span):
                sentence.append(span)
        if sentence:
            yield sentence

    def _lists_departments(self, start: int, end: int) -> bool:
        words = self.nameless[start:end]
        return "\n" in words and words.count("\n") > _LIST * len(_ROLE_WORD.sub("", words))


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text in which some spans are line ends, offsets unchanged."""
    pieces: list[str] = []
    kept = 0
    for start, end in sorted(spans):
        if end > kept:
            start = max(start, kept)
            pieces += (text[kept:start], "\n" * (end - start))
            kept = end
    return "".join([*pieces, text[kept:]])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end].rstrip(_AFTER)
    inner = words.lstrip(_BEFORE)
    end = start + len(words)
    return (end - len(inner), end) if _LETTERS.search(inner) else None


def _is_short(words: str) -> bool:
    return not _LONG.match(_DATE.sub("", words) if _OF_A_DATE.search(words) else words)
