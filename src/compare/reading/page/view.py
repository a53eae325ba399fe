"""A normalised view of a text that grammar can match on, with the way back to the original.

Full-width digits and punctuation become half-width one for one, and blanks inside a line
that carry no meaning in Chinese (between two Han characters, between a number and its unit)
are left out. The original text is never altered: every span found here is carried back with
:meth:`TextView.raw_start` and :meth:`TextView.raw_end`, and quotations are cut from the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import pairwise
from string import ascii_letters, digits

from compare.model import TextView
from compare.reading.page.punctuation import OTHER_MARKS, one_mark
from compare.reading.page.scripts import OTHER_SCRIPTS, one_script

_FULL = "０１２３４５６７８９％﹪٪．，；：（）［］｜＋／～〜－–—―─−？！＞＜＝【】∶﹤﹥"
_HALF = "0123456789%%%.,;:()[]|+/~~------?!><=[]:<>"
_REPLACE = {
    **dict(zip(_FULL, _HALF, strict=True)),
    **dict.fromkeys("﹣‑‐‒﹘⁃⸺⸻⎯", "-"),
    **dict.fromkeys("〰∼⁓˜", "~"),
}
# These every text has; of all others one search tells which it has.
_COMMON = "，；：（）"

# Between two numbers a soft hyphen, a long-vowel mark and the character for one are dashes badly copied.
_DASH = re.compile("一(?=[0-9])(?<=[0-9%].)")
_RARE_DASHES = "\xadーㄧ"
_RARE_DASH = re.compile(f"[{_RARE_DASHES}](?=[0-9])(?<=[0-9%].)")
# What takes no room and what leads to a note: 300³户, 300①户, 300[3]户. The ² of m² and the ① of a list stay.
_NO_WIDTH = "\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\x00-\x08\x0e-\x1b\x7f"
_RAISED = "\u2070\xb9\xb2\xb3\u2074-\u2079"
_NOTE = r"(?<=[0-9%])(?:[①-⑳]|\[[0-9]{1,2}\])(?=[一-龥%])"
_NOTHING = re.compile(rf"[{_NO_WIDTH}]+|(?<![A-Za-z\u7c73])[{_RAISED}]+|{_NOTE}")
_NOTHING_HINT = re.compile(rf"[{_NO_WIDTH}{_RAISED}①-⑳]")
_RARE = re.compile(
    f"[{''.join(c for c in _REPLACE if c not in _COMMON)}"
    f"{OTHER_SCRIPTS}{OTHER_MARKS}{_RARE_DASHES}{_NO_WIDTH}{_RAISED}①-⑳]"
)
_NOTE_HINT = re.compile(r"\[[0-9]{1,2}\]")
# 8 0 0 0 张, as text recognition and spread lines give it: single digits up to a unit are one number.
_GAP = "[ \u3000\xa0]"
_SPREAD = re.compile(
    rf"(?<![0-9.,:/\-]{_GAP})(?<![0-9.,:/\-])[0-9](?:{_GAP}[0-9])+(?:{_GAP}\.{_GAP}?[0-9](?:{_GAP}[0-9])*)?"
    rf"(?={_GAP}?[一-龥%])"
)
_SPREAD_HINT = re.compile(r"[0-9][ \u3000\xa0][0-9](?![0-9])")
# A blank between two digits (or Latin letters) may separate two numbers (or words): it stays.
_BLANK = r"[ \t\u3000\xa0\u2002-\u200b\u202f\ufeff]"
_BLANKS = re.compile(f"{_BLANK}{_BLANK}*")
_DIVIDING_COMMA = re.compile(r"，(?<=[0-9].)(?=[0-9])")
# 12 000张: blanks that group digits before a unit; between the cells of a row no unit follows.
_GROUP_HINT = re.compile(r"[0-9][ \xa0\u2009\u202f][0-9]{3}[ \xa0一-龥%]")
_GROUPED = re.compile(
    r"(?<![0-9.表图件栏])(?<![0-9],)[0-9]{1,3}(?:[ \xa0\u2009\u202f][0-9]{3})+(?= ?[一-龥%])"
)
# 1,200张: commas that group digits; 95，300 is two numbers before
_GROUP_COMMA = re.compile(",(?<=[0-9],)(?=[0-9]{3})")
_GROUPED_BY_COMMAS = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?!,[0-9])")
_BETWEEN_DIGITS = re.compile(r"[ \u3000\xa0\u2009\u202f](?<=[0-9].)[0-9]")
_BLOCK_TAG = re.compile(
    r"</?(?:p|br|div|li|ul|ol|tr|td|th|h[1-6]|table|tbody)\b[^<>\n]{0,300}>", re.IGNORECASE
)
_INLINE_TAG = re.compile(
    r"</?(?:span|font|strong|b|i|u|a|em|img|o:p|st1:[a-z]+)\b[^<>\n]{0,300}>", re.IGNORECASE
)
_WORDLIKE = frozenset(f"{digits}{ascii_letters}.")


def text_view(text: str, left_out: Sequence[tuple[int, int]] = (), dividers: Sequence[int] = ()) -> TextView:
    """Build the view of ``text`` in linear time.

    ``left_out`` are sorted spans that are no part of it, ``dividers`` sorted places of blanks that divide
    cells as a tab does.
    """
    rare = frozenset(_RARE.findall(text))
    view = _half_width(text, rare)
    if dividers:
        at = [-1, *dividers, len(view)]
        view = "\t".join(view[left + 1 : right] for left, right in pairwise(at))
    some = any(map(_NOTHING_HINT.match, rare)) or ("[" in view and _NOTE_HINT.search(view))
    gone = [match.span() for match in _NOTHING.finditer(view)] if some else []
    if _GROUP_COMMA.search(view):
        gone = sorted([*gone, *_commas(view)])
    if not (gone or left_out):
        return TextView(*_without_blanks(view))
    kept, places = _without(view, sorted([*gone, *left_out]))
    text_of_view, offsets = _without_blanks(kept)
    return TextView(text_of_view, [places[at] for at in offsets])


def _half_width(text: str, rare: Set[str]) -> str:
    """Characters replaced one for one, so that offsets stay; ``rare`` are the rare ones that stand in it."""
    view = text
    if "，" in view:
        # 95，300个村: between half-width digits a full-width comma divides; within a number both are wide.
        view = _DIVIDING_COMMA.sub(";", view)
    view = one_script(view, rare)
    for full in (*_COMMON, *rare):
        if full in _REPLACE:
            view = view.replace(full, _REPLACE[full])
    view = one_mark(view, rare)
    if "<" in view:
        # markup left in a text: a block's tag is a line break, any other a blank, each as long as it was
        view = _BLOCK_TAG.sub(lambda m: "\n" + " " * (len(m.group()) - 1), view)
        view = _INLINE_TAG.sub(lambda m: " " * len(m.group()), view)
    if not rare.isdisjoint(_RARE_DASHES):
        view = _RARE_DASH.sub("-", view)
    return _DASH.sub("-", view)


def _without(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, list[int]]:
    """``text`` without ``spans``, and where each of its characters (and its end) stood."""
    pieces: list[str] = []
    places: list[int] = []
    kept = 0
    for start, end in spans:
        if start > kept:
            pieces.append(text[kept:start])
            places.extend(range(kept, start))
        kept = max(kept, end)
    pieces.append(text[kept:])
    places.extend(range(kept, len(text) + 1))
    return "".join(pieces), places


def _commas(view: str) -> Iterator[tuple[int, int]]:
    for number in _GROUPED_BY_COMMAS.finditer(view):
        for comma in _GROUP_COMMA.finditer(view, *number.span()):
            yield comma.span()


def _within_numbers(view: str) -> set[int]:
    """Places of the blanks that group or spread the digits of one number."""
    if not _BETWEEN_DIGITS.search(view):
        return set()
    spans: list[tuple[int, int]] = []
    if _GROUP_HINT.search(view):
        spans += (m.span() for m in _GROUPED.finditer(view))
    if _SPREAD_HINT.search(view):
        spans += (m.span() for m in _SPREAD.finditer(view))
    return {at for start, end in spans for at in range(start, end) if view[at].isspace()}


def _without_blanks(view: str) -> tuple[str, Sequence[int]]:
    """``view`` without the blanks that carry no meaning, and where each of its characters stood."""
    pieces: list[str] = []
    offsets: list[int] = []
    kept = 0
    grouped: set[int] | None = None
    places = _up_to(len(view).bit_length())
    for match in _BLANKS.finditer(view):
        start, end = match.span()
        before = view[start - 1] if start else "\n"
        after = view[end] if end < len(view) else "\n"
        if before in _WORDLIKE and after in _WORDLIKE:
            grouped = _within_numbers(view) if grouped is None else grouped
            if start not in grouped:
                continue
        pieces.append(view[kept:start])
        offsets += places[kept:start]
        if before != "\n" and after != "\n" and "\t" in match.group():
            # a tab inside a line divides cells: it becomes the bar that ends a sentence
            pieces.append("|")
            offsets.append(start)
        kept = end
    if not kept:
        return view, range(len(view) + 1)
    pieces.append(view[kept:])
    offsets += places[kept : len(view) + 1]
    return "".join(pieces), offsets


@lru_cache
def _up_to(bits: int) -> list[int]:
    """The numbers below a power of two: offsets are cut from it, since making them costs more."""
    return list(range(1 << bits))
