"""Units and comparators as data, compiled once into the patterns the grammar uses.

The words come from ``data/codebook/units.yaml`` and ``comparators.yaml``; nothing in the
grammar spells a unit or a comparator of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compare.model import Comparator
from compare.reading.numerals import ARABIC, CHINESE, FRACTION, HAN, MIXED_TAIL, MULTIPLIER


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its normalised form and how it behaves (see the head of units.yaml)."""

    unit: str
    words: tuple[str, ...]
    sort: str
    per_period: bool = False
    countable_one: bool = False
    enumerates: bool = False
    not_before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Compiled units and comparators.

    ``value`` matches a whole value at a number: number, multiplier, unit, range. ``after``
    matches a comparator behind it; ``before`` finds the comparators in the clause before it.
    ``adjacent_ends`` are the characters that what ``adjacent`` finds may end with; ``in_words`` matches a run
    of characters of numbers in words that something measured may follow.
    """

    units: Mapping[str, Unit]
    in_words: re.Pattern[str]
    value: re.Pattern[str]
    second: re.Pattern[str]
    after: re.Pattern[str]
    distant: re.Pattern[str]
    adjacent: re.Pattern[str]
    adjacent_ends: frozenset[str]
    plain_tail: re.Pattern[str]
    change_tail: re.Pattern[str]
    comparators: Mapping[str, Comparator]


# What goes on with a numeral in words before its unit: 三至五名, 二十余家, 零点二, 百分之五.
_GO_ON = "至到-~余多来几点分、和及或"
# Words between a comparator and its number.
_ADJACENT_TAILS = ("了", "达", "达到", "为", "在", "占")


def alternatives(words: Iterable[str]) -> str:
    """A regex alternation of literal words, of those that begin alike the longest first."""
    return _by_beginning(dict.fromkeys(words, ""))


def _by_beginning(words: Mapping[str, str]) -> str:
    """An alternation of words, each with what must follow it: one branch for each first character, since
    a search looks through the branches at every place."""
    branches: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        branches.setdefault(word[0], []).append(re.escape(word[1:]) + words[word])
    return "|".join(
        re.escape(first) + (rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})")
        for first, rests in branches.items()
    )


def compile_lexicon(units: Sequence[Mapping[str, Any]], comparators: Mapping[str, Any]) -> Lexicon:
    """Build a :class:`Lexicon` from the two parsed YAML files.

    Raises ``KeyError`` or ``TypeError`` where an entry lacks ``unit``, ``words`` or ``sort``.
    """
    by_word: dict[str, Unit] = {}
    for entry in units:
        unit = Unit(
            unit=entry["unit"],
            words=tuple(entry["words"]),
            sort=entry["sort"],
            per_period=bool(entry.get("per_period", False)),
            countable_one=bool(entry.get("countable_one", False)),
            enumerates=bool(entry.get("enumerates", False)),
            not_before=tuple(entry.get("not_before", ())),
        )
        for word in unit.words:
            by_word[word] = unit
    unit_words = _by_beginning(
        {
            word: f"(?!{alternatives(unit.not_before)})" if unit.not_before else ""
            for word, unit in by_word.items()
        }
    )

    codes: dict[str, Comparator] = {}
    negated: list[str] = []
    for code, stems in comparators["negated"].items():
        for negation in comparators["negation"]:
            for stem in stems:
                codes[negation + stem] = Comparator(code)
                negated.append(negation + stem)
    free = _collect(comparators["free"], codes)
    adjacent = _collect(comparators["adjacent"], codes)
    after = _collect(comparators["after"], codes)
    with_number = comparators["more"]
    if not isinstance(with_number, Mapping):
        with_number = {"gt": with_number}  # codebooks of studies made before 余 had a meaning of its own
    more = "".join(_collect(with_number, codes))
    number = (
        # without 分, 成 or 折 behind its digits it is no fraction, which is seen at once
        rf"(?:(?P<frac>(?=[0-9.{CHINESE}点半]++[分成折]){FRACTION})|(?P<arab>{ARABIC})"
        rf"|(?P<han>{HAN}(?:点[零〇一二三四五六七八九]+)?)|(?P<half>半))"
    )
    second = number.replace("?P<", "?P<second_")
    scaled = rf"(?P<more>[{more}])?(?P<mult>{MULTIPLIER})?(?:{MIXED_TAIL})?(?P<more2>[{more}])?"
    value = rf"{number}{scaled}(?P<unit>{unit_words})?"
    return Lexicon(
        units=by_word,
        in_words=_in_words({*_GO_ON, *(word[0] for word in by_word)}),
        value=re.compile(value),
        second=re.compile(
            rf"(?:\(含(?:本数)?\))?(?:(?P<low_open>以上)至?(?:不超过|不高于)?|(?:以上)?,?(?P<below>的?不满|未满|不足|不到)|(?P<sep>-{{1,2}}|~|至|到)(?P<minus>(?<!-)(?:-|负|零下))?){second}"
            rf"(?P<second_mult>{MULTIPLIER})?(?P<second_unit>{unit_words})?(?P<high_close>以下|以内)?"
        ),
        after=re.compile(rf"(?:\(含[^()]{{0,10}}\))?({alternatives(after)})"),
        distant=re.compile(alternatives([*negated, *free])),
        adjacent=re.compile(
            rf"(?<![不未经通签预履节])({alternatives(adjacent)})(?:{'|'.join(_ADJACENT_TAILS)})?$"
        ),
        adjacent_ends=frozenset({"\n", *(word[-1] for word in (*adjacent, *_ADJACENT_TAILS))}),
        plain_tail=re.compile(rf"(?:{alternatives(comparators['plain'])})$"),
        change_tail=re.compile(rf"(?:{alternatives(comparators['changes'])})(?:了|约|近)?$"),
        comparators=codes,
    )


def _in_words(behind: Iterable[str]) -> re.Pattern[str]:
    """A run behind no digit and in no ordinal, with one of these characters behind it; the 一 of 统一五十元
    belongs to no number."""
    opens = f"(?:(?<=[统唯]一.)|(?<![{CHINESE}统唯0-9.第 ].))"
    followed = "".join(map(re.escape, sorted(set(behind) - {*"、.)）．0123456789"})))
    return re.compile(f"[{CHINESE}]{opens}[{CHINESE}]*+(?=[{followed}])")


def _collect(groups: Mapping[str, Sequence[str]], codes: dict[str, Comparator]) -> list[str]:
    words: list[str] = []
    for code, members in groups.items():
        for word in members:
            codes[word] = Comparator(code)
            words.append(word)
    return words
