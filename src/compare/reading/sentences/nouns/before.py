"""The noun phrase between a clause's start and its value.

:data:`END_RULES` cut words between noun and number, :data:`START_RULES` words that open a clause. Each
table is asked again until none of its rules applies.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from compare.reading.quantities.lexicon import Lexicon
from compare.reading.sentences.nouns.ends import END_RULES, LAST
from compare.reading.sentences.nouns.no_nouns import NO_NOUN
from compare.reading.sentences.nouns.starts import NEEDED, START_RULES
from compare.reading.sentences.nouns.stretch import Cut, Span, Stretch

__all__ = ["END_RULES", "START_RULES", "noun_and_cuts", "noun_before"]

_LONGEST = 100  # no noun phrase is longer
_ROUNDS = 8

_START_MARKS = '、的,“”"()- —*·•●■◆#>①②③④⑤⑥⑦⑧⑨⑩'
_END_MARKS = '、的,“"(每-'
# and others, where it is no grade (一等, 平等)
_AND_OTHERS = re.compile("(?<=.[^一二三四五六七八九十优上中下同平高])等$")

_NEEDED = re.compile(f"[{''.join(frozenset().union(*NEEDED.values()))}]")
# Which of the rules at starts need a character, as bits of a number.
_NEEDING = {
    char: sum(1 << at for at, rule in enumerate(START_RULES) if char in NEEDED.get(rule.name, ()))
    for char in frozenset().union(*NEEDED.values())
}


def noun_before(text: str, start: int, value_start: int, lexicon: Lexicon) -> Span:
    """Span of the noun phrase between a clause's start and its value; empty if none is left."""
    return noun_and_cuts(text, start, value_start, lexicon)[0]


def noun_and_cuts(text: str, start: int, value_start: int, lexicon: Lexicon) -> tuple[Span, tuple[str, ...]]:
    """The same, with the names of the rules that cut, in order."""
    start = max(start, value_start - _LONGEST)
    cuts: list[str] = []
    stretch = Stretch(text, start, value_start, text[start:value_start], lexicon)
    _cut(_ends, stretch, cuts)
    opened = text.rfind("(", stretch.start, stretch.end)
    if opened >= 0 and text.find(")", opened, stretch.end) < 0:
        # 服务站(面积不少于200平方米): what is in the bracket has its own noun
        stretch.start, stretch.piece = opened + 1, text[opened + 1 : stretch.end]
    _cut(_starts, stretch, cuts)
    if stretch.piece[:1] == "“":
        # (一)“建成|敬老院1个
        stretch.start, stretch.piece = stretch.start + 1, stretch.piece[1:]
        _cut(_starts, stretch, cuts)
    words = stretch.piece.lstrip(_START_MARKS)
    begin = stretch.end - len(words)
    words = words.rstrip(_END_MARKS)
    if words.endswith("”") and "“" not in words:
        words = words[:-1]  # “长者饭堂”|由试点时的|3个
    elif words.find("”") > 0 and "“" not in words[: words.find("”")] and text[begin - 1] == "“":
        begin, words = begin - 1, f"“{words}"  # “家门口”养老服务站
    end = begin + len(_AND_OTHERS.sub("", words) if words.endswith("等") else words)
    if NO_NOUN.fullmatch(text, begin, end):
        begin = end
    return (begin, end), tuple(cuts)


def _cut(asked: Callable[[str], tuple[Cut, ...]], stretch: Stretch, cuts: list[str]) -> None:
    """Cut until none of the rules applies that are ``asked`` about what is left."""
    for _ in range(_ROUNDS):
        for rule in asked(stretch.piece):
            if span := rule.apply(stretch):
                stretch.start, stretch.end = span
                stretch.piece = stretch.text[span[0] : span[1]]
                cuts.append(rule.name)
                break
        else:
            break


def _ends(piece: str) -> tuple[Cut, ...]:
    """The rules that may cut the end of words, by their last character."""
    return _ending(piece[-1:])


@cache
def _ending(last: str) -> tuple[Cut, ...]:
    return tuple(rule for rule in END_RULES if rule.name not in LAST or last in LAST[rule.name])


def _starts(piece: str) -> tuple[Cut, ...]:
    """The rules that may cut the beginning of words: all but those that need a character they have not."""
    found = 0
    for char in _NEEDED.findall(piece):
        found |= _NEEDING[char]
    return _starting(found)


@cache
def _starting(found: int) -> tuple[Cut, ...]:
    return tuple(rule for at, rule in enumerate(START_RULES) if rule.name not in NEEDED or found >> at & 1)
