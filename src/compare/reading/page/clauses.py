"""Sentences and clauses of a text: where does the one begin and end that holds this position?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from compare.reading.page.lines import line_start

# A comma or colon between two digits belongs to a number (8,890; 100:1).
_IN_NUMBER = re.compile("[0-9][,:](?=[0-9])")
#: Words farther from a value than this are not its clause, however long a line without commas is.
CLAUSE_REACH = 240
# 【重点任务26】建设…: a label at the head of a line is set off from what it labels.
_LABEL = re.compile(r"\[(?<![^\n].)[^\[\]\n]{1,20}\]")
# (一) 1. ① 一是: what numbers a line or a part of a sentence is set off from what it numbers.
_HAN = "[一二三四五六七八九十]"
_SPEECH = "“(?=[^”\n]{4,300}[。!?]”)"  # “我们新建床位300张。”
_ARTICLE = "第[一二三四五六七八九十百零]{1,6}条(?![第、和及至规之款的])"
# 2.3.1 and 1.1 before a word, no 1.1万元; ——; a. and Ⅰ.
_UNITS = "万亿千百倍个张家所处户人名位元米平公亩岁年月日天小分次项条套台部辆间座床层股成折"
_SECTION = (
    rf"[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}} ?(?=[一-龥“])(?![{_UNITS}以至到])"
    "|-{1,2}(?=[一-龥“])|[A-Za-zⅠ-Ⅻⅰ-ⅻ][.、)](?=[一-龥“])"
)
# 一是…, 二要…
_SAYS = f"{_HAN}(?:是(?!否|非)|要(?![素求点件紧害道领义闻]))"
_MARK = re.compile(
    rf"[\n。;:,](?:(?<!,)#*(?:\({_HAN}{{1,3}}\)|\([0-9]{{1,2}}\)|{_HAN}{{1,3}}、"
    rf"|[0-9]{{1,2}}(?:[.、](?![0-9.]) ?|\))|{_SECTION}|{_ARTICLE}|[①-⑳●•·■◆▪○]|{_SAYS})|{_SAYS}|{_SPEECH})"
)
# 新建床位300张(责任单位:县民政局)。
_WHO = re.compile(r"\((?=(?:责任|牵头|主办|配合|参与)[一-龥]{0,6}:)")
_STOPS = "。!?|\t"  # and line ends; the view keeps a tab between two numbers
_PAUSES = ";,:"


class Clauses:
    """Where sentences and clauses of a text end: at full stops and line ends, and at pauses between these.

    A table cell's bar ends a sentence: what stands in the next cell is said on its own.
    """

    __slots__ = ("_breaks", "_clause", "_sentence", "_stops")

    def __init__(self, stops: str, breaks: str) -> None:
        """Two copies of the text, as long as it, with a line end where a sentence or a clause ends."""
        self._stops, self._breaks = stops, breaks
        # Mostly the same one is asked for again, and a long line is not to be searched each time.
        self._clause = self._sentence = (0, -1)

    def clause(self, position: int) -> tuple[int, int]:
        """Span of the clause that holds ``position``; a separator belongs to the clause it ends."""
        found = self._clause
        if not found[0] <= position <= found[1]:
            found = self._clause = _around(self._breaks, position)
        return found

    def sentence(self, position: int) -> tuple[int, int]:
        """Span of the sentence that holds ``position``."""
        found = self._sentence
        if not found[0] <= position <= found[1]:
            found = self._sentence = _around(self._stops, position)
        return found


def _around(text: str, position: int) -> tuple[int, int]:
    end = text.find("\n", position)
    return line_start(text, position), end if end >= 0 else len(text)


def clauses_of(text: str) -> Clauses:
    """Find the separators of ``text`` (a normalized view)."""
    stops = text
    for stop in _STOPS:
        stops = stops.replace(stop, "\n")
    breaks = _IN_NUMBER.sub("  ", stops)
    for pause in _PAUSES:
        breaks = breaks.replace(pause, "\n")
    marks = [*_MARK.finditer(f"\n{text}")]
    stops = _with_line_ends(stops, (mark.end() - 2 for mark in marks if mark.group()[0] in "\n。"))
    places = [mark.end() - 2 for mark in marks]
    apart = [match.start() for match in _WHO.finditer(text)]
    if "[" in text:
        apart += (match.end() - 1 for match in _LABEL.finditer(text))
    if apart:
        places = sorted([*places, *apart])
    return Clauses(stops, _with_line_ends(breaks, places))


def _with_line_ends(text: str, places: Iterable[int]) -> str:
    pieces, kept = [], 0
    for place in places:
        pieces += [text[kept:place], "\n"]
        kept = place + 1
    return "".join([*pieces, text[kept:]])
