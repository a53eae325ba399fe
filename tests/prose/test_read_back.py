"""Titles of figures are findings: read by the reader itself they give the numbers of the tables alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Document
from compare.prose import headlines
from compare.reading import Lexicon, read
from compare.tables.words.labels import Labels

Cell = Callable[..., dict[str, Any]]
PLANS = ("jia", "yi", "bing", "ding")
COUNTS = st.integers(0, 60)
CODES = st.lists(COUNTS, min_size=1, max_size=6)
YEARS = st.lists(st.sampled_from(["2022", "2025", "2026"]), max_size=12)
BOUNDS = st.one_of(
    st.none(),
    st.tuples(
        st.sampled_from([10.0, 12.5, 55.0, 60.0]),
        st.sampled_from([0.0, 0.0, 0.0, 5.0]),
        st.sampled_from(["ge", "ge", "eq", "le"]),
        st.sampled_from([None, "2025", "2025", "2026-06"]),
    ),
)


def said(title: str, lexicon: Lexicon) -> list[tuple[float, float, str, str, str]]:
    """What the reader makes of a title: low, high, unit, comparator, deadline."""
    found = read(Document(title, "txt"), lexicon).statements
    return [(float(s.value_low), float(s.value_high), s.unit, str(s.comparator), s.deadline) for s in found]


def numerals(title: str) -> list[float]:
    """The digits of a title, in ascending order: both languages have the same."""
    return sorted(float(text.replace(",", "")) for text in re.findall(r"\d[\d,]*(?:\.\d+)?", title))


def counted(title: str, lexicon: Lexicon) -> list[float]:
    """The counts in a title, in order; each is read as exactly this number."""
    found = said(title, lexicon)
    assert all(low == high and comparator == "eq" for low, high, _, comparator, _ in found), title
    return [low for low, *_ in found]


def test_titles_of_rows_give_the_values_of_their_cells(labels: Labels, lexicon: Lexicon, cell: Cell) -> None:
    """The highest and the lowest value of the row, with bound and deadline where the title orders them, and
    nothing else; both languages hold the same numbers."""

    @settings(max_examples=200, deadline=None)
    @given(st.tuples(*[BOUNDS] * len(PLANS)))
    def holds(bounds: tuple[tuple[float, float, str, str | None] | None, ...]) -> None:
        stated = [
            (low, low + more, "range" if more else c, due or "") for low, more, c, due in filter(None, bounds)
        ]
        rows = [
            cell(plan)
            if bound is None
            else cell(
                plan,
                bound[0],
                value_high=bound[0] + bound[1],
                comparator="range" if bound[1] else bound[2],
                deadline=bound[3],
            )
            for plan, bound in zip(PLANS, bounds, strict=True)
        ]
        frame = pd.DataFrame(rows)
        title, english = (headlines.of_group(frame, "beds", labels, lang) for lang in ("zh", "en"))
        assert bool(title) == (len(stated) > 1)
        if not title:
            return
        assert numerals(title) == numerals(english), (title, english)
        found = said(title, lexicon)
        plans = [low for low, _, unit, *_ in found if unit == "份"]
        values = [one for one in found if one[2] == "%"]
        assert len(found) == len(plans) + len(values), title
        assert all(plan in range(2, len(stated) + 1) for plan in plans), title
        ends = {end for low, high, *_ in values for end in (low, high)}
        assert {min(one[0] for one in stated), max(one[1] for one in stated)} == ends, title
        for low, high, _, comparator, due in values:
            if "不可排序" not in title:
                assert any((low, high, comparator) == one[:3] for one in stated), title
                assert due in {"", *(one[3] for one in stated)}, title

    holds()


def test_titles_that_count_give_their_counts(labels: Labels, lexicon: Lexicon) -> None:
    """Counted anew here, in another way: topics, shares, years, instruments, outputs, first places."""

    @settings(max_examples=100, deadline=None)
    @given(CODES, YEARS, COUNTS, st.integers(2, 8))
    def holds(codes: list[int], years: list[str], undated: int, plans: int) -> None:
        stating = {str(place): min(code, plans) for place, code in enumerate(codes)}
        everyone = len([1 for count in stating.values() if count == plans])
        alone = len([1 for count in stating.values() if count == 1])
        most = max(years, key=years.count, default="")
        due = years.count(most)
        whole = [100.0] * codes[0] + [50.0] * undated
        first = {str(plan): {"home_care": 2.0, "funding": 1.0} for plan in range(plans)}
        cases: list[tuple[Callable[..., str], tuple[Any, ...], list[float]]] = [
            (headlines.of_topics, (stating, plans), [len(codes), plans, everyone]),
            (headlines.of_shares, (whole,), [len(whole), codes[0], 100]),
            (headlines.of_deadlines, (years, undated), [len(years), due, undated]),
            (headlines.of_instruments, (stating, plans), [len(codes), plans, everyone, alone]),
            (headlines.of_milestones, (years,), [len(years), due]),
            (headlines.of_first, ("prose.title_themes", first, "themes"), [plans, plans]),
        ]
        for of, given_, expected in cases:
            title, english = (of(*given_, labels, lang) for lang in ("zh", "en"))
            assert bool(title) == bool(english)
            if title:
                assert expected == counted(title, lexicon), title
                assert numerals(title) == numerals(english), (title, english)

    holds()


def test_titles_on_rows_that_several_or_one_state_give_their_counts(
    labels: Labels, lexicon: Lexicon, cell: Cell
) -> None:
    """How many rows two plans state, in how many the values agree, and how many one plan alone states."""

    @settings(max_examples=60, deadline=None)
    @given(
        st.lists(st.tuples(st.sampled_from([None, 40.0, 50.0]), st.sampled_from([None, 40.0])), min_size=1)
    )
    def holds(pairs: list[tuple[float | None, float | None]]) -> None:
        frame = pd.DataFrame(
            cell(
                plan,
                value,
                row_id=f"nursing_bed_share@{place}",
                scope=str(place),
                statement_ids=f"{plan}{place}",
            )
            for place, pair in enumerate(pairs)
            for plan, value in zip(("jia", "yi"), pair, strict=True)
        )
        both = [pair for pair in pairs if None not in pair]
        same = [pair for pair in both if pair[0] == pair[1]]
        alone = [pair for pair in pairs if pair.count(None) == 1]
        shared = headlines.of_shared(frame, labels, "zh")
        assert bool(shared) == bool(both)
        if shared:
            (bound, *_), *counts = said(shared, lexicon)
            assert (2, [len(both), len(same)][: 1 + bool(same)]) == (bound, [low for low, *_ in counts])
            assert numerals(shared) == numerals(headlines.of_shared(frame, labels, "en"))
        single = headlines.of_single(frame, "beds", labels, "zh")
        assert bool(single) == bool(alone)
        if single:
            assert [len(both) + len(alone), len(alone)] == counted(single, lexicon)
            assert numerals(single) == numerals(headlines.of_single(frame, "beds", labels, "en"))

    holds()


def test_the_title_on_national_values_gives_its_counts(labels: Labels, lexicon: Lexicon) -> None:
    """How many values are held against a national one, and how many equal it, exceed it, fall short."""

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.sampled_from(["above", "equal", "later", "below"]), min_size=1, max_size=9))
    def holds(sides: list[str]) -> None:
        frame = pd.DataFrame([national(place, side) for place, side in enumerate(sides)])
        title, english = (headlines.of_national(frame, labels, lang) for lang in ("zh", "en"))
        equal = sides.count("equal") + sides.count("later")
        later = [sides.count("later")] if "later" in sides else []
        expected = [len(sides), equal, *later, sides.count("above"), sides.count("below")]
        assert expected == counted(title, lexicon), title
        assert numerals(title) == numerals(english), (title, english)

    holds()


def national(place: int, side: str) -> dict[str, Any]:
    """A row of ``national`` whose value lies on one side of the national one, or is due later than it."""
    distance = {"above": 10.0, "below": -10.0}.get(side, 0.0)
    return {
        "plan_id": "jia",
        "row_id": f"nursing_bed_share@{place}",
        "indicator": "nursing_bed_share",
        "scope": "general",
        "value_low": 50.0,
        "value_high": 50.0,
        "unit": "%",
        "comparator": "ge",
        "deadline": "2025",
        "statement_id": f"s{place}",
        "relation": "compared",
        "distance_low": distance,
        "distance_high": distance,
        "national_deadline": "2022" if side == "later" else "2025",
    }
