"""The index of wordings spares searches and never changes what is found."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.rules_alone import rules_alone

from compare.coding.indicators.matching import (
    KeyedPattern,
    alternatives,
    hinted,
    index,
    neighbours,
    required,
    wordings,
)
from compare.sources import read_file
from compare.study.codebook.files import load_means

ROOT = Path(__file__).parents[2]
CODEBOOK = rules_alone()
MEANS = load_means(ROOT / "data" / "codebook")
WORDINGS: list[KeyedPattern] = [
    wording
    for owner in (*CODEBOOK.indicators.values(), *CODEBOOK.scopes.values(), *CODEBOOK.departments.values())
    for wording in owner.match
]
INDEX = index((number, (wording,)) for number, wording in enumerate(WORDINGS))
#: What plans say: every example and negative of the codebook.
SAID = sorted(
    {example.text for indicator in CODEBOOK.indicators.values() for example in indicator.examples}
    | {text for indicator in CODEBOOK.indicators.values() for text in indicator.negatives}
)


@pytest.mark.parametrize(
    "pattern, needs, one_of",
    [
        ("床位", "床位", "床"),
        ("护理型?床位", "护理床位", "护"),
        ("(?:公办|民办)机构", "办机构", "办"),
        ("(?:甲|乙)", "", "甲乙"),
        ("(?:甲|乙)?", "", ""),
        ("(?:甲|)乙", "乙", "乙"),
        ("甲{0,3}乙", "乙", "乙"),
        ("甲{1,3}乙", "甲乙", "甲"),
        ("甲*乙+", "乙", "乙"),
        ("(?<!甲)乙(?!丙)", "乙", "乙"),
        ("[甲乙]丙", "丙", "丙"),
        (r"[^,，\]]{0,8}丙", "丙", "丙"),
        (r"\(甲\)", "甲", "甲"),
        (r"[\]甲]丙", "丙", "丙"),
        (r"[\\]甲丙", "甲丙", "甲"),
        (r"[\]\]甲乙]+丙", "丙", "丙"),
        ("甲(?:乙|丙丁)戊", "甲戊", "甲"),
        ("(?:甲|乙|丙)(?:丁|戊)", "", "丁戊"),
        ("(?:丁|戊)(?:甲|乙|丙)", "", "丁戊"),
        ("(?:丁|戊)[0-9]", "", "丁戊"),
    ],
)
def test_what_every_match_contains(pattern: str, needs: str, one_of: str) -> None:
    """Characters behind something optional, in one branch alone, or in a look-around are not needed."""
    found, keys = required(pattern)
    assert (set(needs), bool(one_of)) == (set(found), bool(keys))
    assert keys <= set(one_of) or (len(one_of) == 1 and keys <= set(needs))


@settings(deadline=None)
@given(words=st.lists(st.sampled_from(SAID), min_size=1, max_size=3).map("".join), data=st.data())
def test_no_match_is_lost_and_the_order_is_the_codebooks(words: str, data: st.DataObject) -> None:
    """Every wording that matches is among the candidates, in the order in which it was listed."""
    start = data.draw(st.integers(0, len(words) - 1))
    part = words[start : start + data.draw(st.integers(1, len(words)))]
    numbers = [number for number, _, _ in INDEX.candidates(part)]
    assert sorted(numbers) == numbers
    matching = {number for number, wording in enumerate(WORDINGS) if wording.pattern.search(part)}
    assert matching <= set(numbers)


def test_only_wordings_whose_characters_are_there_are_candidates() -> None:
    """One missing character of those needed rules a wording out; without any it is always tried."""
    made = wordings(map(re.compile, ("护理床位", "床位", "[0-9]+张?", "(?:甲|乙)丙?")))
    found = index([("all", made)]).candidates("养老床位")
    assert ["床位", "[0-9]+张?"] == [wording.pattern.pattern for _, _, wording in found]
    assert 1 == len(index([("all", made[3:])]).candidates("乙"))
    assert [] == index([("all", made[3:])]).candidates("丙")


@pytest.mark.parametrize(
    "pattern, pairs",
    [
        ("床位", ["床位"]),
        ("(?:建设|改造)[^,]{0,8}床位", ["建设 改造", "床位"]),
        ("护理型?床位", ["护理", "床位"]),
        ("(?:建设|[改造]设)床位", ["床位"]),
        ("支持(?!政策)力度", ["支持", "持力", "力度"]),
        ("(?:养老)?院落+", ["院落"]),
        ("养老|敬老院", ["养老 敬老"]),
        ("养[老]院", []),
        (r"[\]甲乙]丙丁", ["丙丁"]),
        (r"[^\[\]甲乙]丙丁", ["丙丁"]),
        (r"[\\]甲乙", ["甲乙"]),
        (r"\(甲乙", ["甲乙"]),
    ],
)
def test_what_stands_side_by_side_in_every_match(pattern: str, pairs: list[str]) -> None:
    """Neither across something optional nor across one of several characters; a look-around takes no room."""
    assert [set(one.split()) for one in pairs] == [set(one) for one in neighbours(pattern)]


def test_the_wordings_of_one_entry_keep_their_order() -> None:
    """Which of two wordings of an entry is tried first depends on nothing but the codebook."""
    found = [
        wordings([re.compile(first + second)])[0]
        for first in "甲乙丙丁戊己庚辛"
        for second in "子丑寅卯辰巳午未"
    ]
    said = "".join(wording.pattern.pattern for wording in found)
    candidates = index([("entry", found)]).candidates(said)
    assert found == [wording for _, _, wording in candidates]


@pytest.mark.parametrize(
    "pattern, hint",
    [
        ("床位|养老院", "养老 床位"),
        ("^(?:目前|截至)|已(?:有|无)", "已 截至 目前"),
        ("未[^,]*的$", "未"),
        ("(?P<may>可以|允许)|(?P<try>探索)", "允许 可以 探索"),
        ("[甲乙]|丙", ""),
        (r"丁(?=\||戊)|己", "丁 己"),
    ],
)
def test_a_hint_names_what_each_alternative_needs(pattern: str, hint: str) -> None:
    """Of each alternative a pair of neighbours, else a character; nothing where one needs neither."""
    assert hint.split() == sorted(filter(None, hinted(re.compile(pattern)).hint.pattern.split("|")))


def test_what_has_a_hint_is_found_as_without() -> None:
    """In every line of the plans and examples a pattern with a hint finds what the pattern finds."""
    lines = [
        *SAID,
        *(text for one in MEANS.instruments.values() for text in (*one.examples, *one.negatives)),
        *(text for one in MEANS.commitment.levels for text in (*one.examples, *one.negatives)),
        *(
            line
            for path in (ROOT / "data" / "raw").glob("*.txt")
            for line in read_file(path).text.split("\n")
        ),
    ]
    context = MEANS.context
    known = [context.past, context.inspected, context.summary, MEANS.commitment.unbound]
    known += [hinted(wording.pattern) for wording in WORDINGS]
    lost = [
        (one.pattern.pattern, line)
        for one in known
        for line in lines
        if one.pattern.search(line) and not one.hint.search(line)
    ]
    assert [] == lost


@pytest.mark.parametrize("length, candidates", [(40, 1), (41, 0)])
def test_only_longer_words_are_looked_at_for_all_that_is_needed(length: int, candidates: int) -> None:
    """In as few as 40 characters a wording of which one pair is there is searched for at once."""
    found = index([("one", wordings([re.compile("护理[^,]{0,4}床位")]))])
    (pair,) = found.entries
    other = {"护理": "床", "床位": "护"}[pair]
    assert candidates == len(found.candidates(pair + "甲" * (length - 2)))
    assert 0 == len(found.candidates(other * length))
    assert 1 == len(found.candidates("护理床位" + "甲" * (length - 4)))
    scattered = "护甲理床位乙" if pair == "床位" else "护理床甲位乙"
    assert candidates == len(found.candidates(scattered + "甲" * (length - 6)))


@pytest.mark.parametrize(
    "pattern, parts",
    [
        ("甲", ["甲"]),
        ("甲|乙", ["甲", "乙"]),
        ("(?:甲|乙)|丙", ["(?:甲|乙)", "丙"]),
        ("[|甲]|乙", ["[|甲]", "乙"]),
        (r"甲\|乙|丙", [r"甲\|乙", "丙"]),
        (r"\(甲|乙", [r"\(甲", "乙"]),
        (r"甲\\|乙", [r"甲\\", "乙"]),
        ("((甲|乙)|丙)|丁", ["((甲|乙)|丙)", "丁"]),
        ("|甲", ["", "甲"]),
    ],
)
def test_the_alternatives_of_a_pattern(pattern: str, parts: list[str]) -> None:
    """Those at its top alone; a bar in brackets, in a class or behind a backslash parts nothing."""
    assert parts == alternatives(pattern)


@pytest.mark.parametrize(
    "pattern, hint",
    [
        ("目前|截至", "截至|目前"),
        ("已(?:有|无)", "已"),
        ("[甲乙]丙", "丙"),
        ("甲|[0-9]+", ""),
        ("(?:甲乙|丙丁)", "丙丁|甲乙"),
    ],
)
def test_a_hint_is_found_wherever_the_pattern_is(pattern: str, hint: str) -> None:
    """One of what each alternative needs; nothing, which is found everywhere, where one needs nothing."""
    made = hinted(re.compile(pattern))
    assert hint == made.hint.pattern
    text = "截至2025年已有丙丁甲丙5家,目前甲乙"
    assert [match.span() for match in re.finditer(pattern, text)] == [m.span() for m in made.finditer(text)]
    first = re.search(pattern, text)
    found = made.search(text)
    assert (first and first.span()) == (found and found.span())
    assert [] == list(made.finditer("子")) or not hint
    assert (made.search("子") is None) == (re.search(pattern, "子") is None)


@settings(deadline=None)
@given(st.sampled_from(SAID), st.integers(0, 30), st.integers(1, 60))
def test_every_match_has_what_a_wording_needs(text: str, start: int, length: int) -> None:
    """All characters it needs, one of its keys, and one pair of each set; so none is passed over."""
    words = text[start : start + length]
    for wording in WORDINGS:
        if match := wording.pattern.search(words):
            said = match.group()
            assert wording.needs <= set(words), said
            assert not wording.keys or wording.keys & set(words), said
            pairs = set(map("".join, pairwise(words)))
            assert all(pairs & one for one in wording.pairs), said


def test_the_rarest_pair_is_the_key() -> None:
    """Of several that every match has the one that fewest wordings have, by the alphabet where as many do;
    where no pair is needed the rarest character, and of alternatives each its own."""
    patterns = ("养老床位", "养老院", "敬老床位", "老.彩", "[甲乙](?:子|丑)寅?", "甲?")
    made = index((name, wordings([re.compile(name)])) for name in patterns)
    keys = {
        name: {key for key, found in made.entries.items() if name in {one for _, one, _ in found.values()}}
        for name in patterns
    }
    assert {"老床"} != keys["养老床位"]
    assert ({"老院"}, {"敬老"}, {"彩"}, {"子", "丑"}, set()) == tuple(keys[name] for name in patterns[1:])
    assert ["甲?"] == [name for _, name, _ in made.without.values()]
    assert (made.firsts, made.single) == (
        frozenset(key[0] for key in made.entries if len(key) == 2),
        frozenset({"彩", "子", "丑"}),
    )
