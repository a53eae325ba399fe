"""Promises that repeat each other."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from compare.checks.repeats import repeats
from compare.coding import Codebook
from compare.coding.book.equivalences import Equivalences


def found(make: SimpleNamespace, codebook: Codebook, text: str, *facts: Any) -> list[tuple[str, int]]:
    """What is said, each with how many statements it names."""
    book = replace(codebook, equivalences=Equivalences(stocks={"beds": "never_stated"}))
    return [
        (one.message.key.removeprefix("findings."), len(one.statement_ids))
        for one in repeats(make.result(text, *facts), book)
    ]


@pytest.mark.parametrize(
    "first, second, expected",
    [
        (("ge", 90, "2022"), ("eq", 90, "2025"), [("later_same", 2)]),
        (("eq", 100, "2020"), ("eq", 100, "2022"), [("later_same", 2)]),
        (("ge", 90, "2022"), ("ge", 95, "2025"), []),
        (("ge", 90, "2022"), ("ge", 90, "2022"), []),
        (("ge", 90, ""), ("ge", 90, "2025"), []),
    ],
)
def test_a_later_deadline_for_the_same_value_is_noted(
    make: SimpleNamespace, codebook: Codebook, first: Any, second: Any, expected: Any
) -> None:
    """Full coverage promised twice with different years; said twice for one year it is one promise."""
    facts = [
        make.fact(f"占比{value}%{mark}", f"{value}%", value, comparator=sign, deadline=deadline)
        for mark, (sign, value, deadline) in zip("甲乙", (first, second), strict=True)
    ]
    text = ",".join(fact.quote for fact in facts)
    assert expected == found(make, codebook, text, *facts)


@pytest.mark.parametrize(
    "values, unit, expected",
    [
        ((100, 300, 400), "张", [("maybe_cumulative", 3)]),
        ((100, 300), "张", []),
        ((100, 400, 300), "张", []),
        ((10, 30, 40), "%", []),
    ],
)
def test_yearly_figures_that_rise_may_be_running_totals(
    make: SimpleNamespace, codebook: Codebook, values: Any, unit: str, expected: Any
) -> None:
    """100 in 2020, 300 in 2021, 400 in 2022; a rate is never a sum."""
    facts = [
        make.fact(
            f"{v}{unit}年", f"{v}{unit}", v, unit=unit, comparator="eq", deadline=f"{y}", indicator="beds"
        )
        for y, v in enumerate(values, 2020)
    ]
    assert expected == found(make, codebook, ",".join(fact.quote for fact in facts), *facts)


def test_an_increase_that_is_also_the_total_is_asked_about(make: SimpleNamespace, codebook: Codebook) -> None:
    """扩充300张 and 扩充至300张 of one hospital; 扩充至500张 is another number and no question."""
    beds = {"unit": "张", "comparator": "eq", "deadline": "2025"}
    increase = make.fact("扩充床位300张", "300张", 300, indicator="never_stated", **beds)
    total = make.fact("扩充床位至300张", "300张", 300, indicator="beds", **beds)
    other = make.fact("扩充床位至500张", "500张", 500, indicator="beds", **beds)
    assert [("increase_or_total", 2)] == found(
        make, codebook, "扩充床位300张。扩充床位至300张", increase, total
    )
    assert [] == found(make, codebook, "扩充床位300张。扩充床位至500张", increase, other)


def said(
    make: SimpleNamespace, codebook: Codebook, *each: tuple[str, float | None, dict[str, Any]]
) -> list[tuple[str, tuple[str, ...]]]:
    """What is said of statements (deadline, value, other fields), each with the ids it names."""
    facts = [
        make.fact(f"占比{n}", f"{n}", low, **{"comparator": "eq", "deadline": deadline, **fields})
        for n, (deadline, low, fields) in enumerate(each, start=1)
    ]
    book = replace(codebook, equivalences=Equivalences(stocks={"beds": "never_stated"}))
    found = repeats(make.result(",".join(fact.quote for fact in facts), *facts), book)
    return [
        (one.message.key.removeprefix("findings."), tuple(name[-1] for name in one.statement_ids))
        for one in found
    ]


@pytest.mark.parametrize(
    "fields",
    [{"kind": "standard"}, {"kind": "parameter"}, {"indicator": "no_headline"}, {"indicator": ""}],
)
def test_what_promises_nothing_is_not_repeated(
    make: SimpleNamespace, codebook: Codebook, fields: dict[str, Any]
) -> None:
    """Standards hold at any time, parameters say for whom; an indicator may gather unlike things."""
    assert [] == said(make, codebook, ("2022", 90, fields), ("2025", 90, fields))


@pytest.mark.parametrize("fields", [{"scope": "rural"}, {"unit": "张"}, {"indicator": "beds"}])
def test_two_quantities_repeat_nothing(
    make: SimpleNamespace, codebook: Codebook, fields: dict[str, Any]
) -> None:
    """Scope, unit and indicator tell them apart."""
    assert [] == said(make, codebook, ("2022", 90, {}), ("2025", 90, fields))


def test_repeats_are_found_by_deadline_and_not_by_place(make: SimpleNamespace, codebook: Codebook) -> None:
    """The later deadline may stand first; the finding is at the statement that asks again."""
    later, earlier = (
        make.fact(f"占比{n}", f"{n}", 90, comparator="eq", deadline=day)
        for n, day in ((1, "2025"), (2, "2022"))
    )
    (finding,) = repeats(make.result("占比1,占比2", later, earlier), codebook)
    assert (0, 3) == (finding.start, finding.end)
    assert [("later_same", ("2", "1"))] == said(make, codebook, ("2025", 90, {}), ("2022", 90, {}))
    assert [] == said(make, codebook, ("2025-12", 90, {}), ("2025", 90, {}))


@pytest.mark.parametrize(
    "values, fields, expected",
    [
        ((1, 2, 3), {"unit": "张"}, [("maybe_cumulative", ("1", "2", "3"))]),
        ((1, 2, 3, 4), {"unit": "张"}, [("maybe_cumulative", ("1", "2", "3", "4"))]),
        ((1, 2, 2), {"unit": "张"}, [("later_same", ("2", "3"))]),
        ((3, 2, 1), {"unit": "张"}, []),
        ((1, 2, 3), {"unit": "‰"}, []),
        ((1, 2, 3), {"unit": "元/人"}, []),
    ],
)
def test_counts_that_rise_at_every_date_may_be_sums(
    make: SimpleNamespace, codebook: Codebook, values: tuple[int, ...], fields: dict[str, Any], expected: Any
) -> None:
    """Three dates or more, each higher than the one before; rates add up to nothing."""
    steps = [(str(2020 + number), value, fields) for number, value in enumerate(values)]
    assert expected == said(make, codebook, *steps)


def test_two_values_for_one_date_are_no_running_total(make: SimpleNamespace, codebook: Codebook) -> None:
    """Nor are values without a date; these leave the dated ones as they are."""
    beds = {"unit": "张"}
    steps = [("2020", 1, beds), ("2021", 2, beds), ("2022", 3, beds)]
    assert [] == said(make, codebook, *steps, ("2022", 4, beds))
    found = said(make, codebook, *steps, ("", 4, beds))
    assert [("maybe_cumulative", ("1", "2", "3"))] == found


def test_an_increase_is_held_against_every_total_of_its_scope_and_unit(
    make: SimpleNamespace, codebook: Codebook
) -> None:
    """Increase before total, whatever stands first in the text."""
    total, increase = {"indicator": "beds"}, {"indicator": "never_stated"}
    found = said(make, codebook, ("2021", 1, total), ("2020", 1, increase), ("", 2, total))
    assert [("increase_or_total", ("2", "1"))] == found
    for other in ({"scope": "rural"}, {"unit": "张"}):
        assert [] == said(make, codebook, ("2021", 1, total), ("2020", 1, increase | other))


def test_figures_for_each_year_are_no_running_total(make: SimpleNamespace, codebook: Codebook) -> None:
    """What is said to hold each year is not added up, however it rises."""
    facts = [
        make.fact(f"占比{n}", f"{n}", n, unit="张", comparator="eq", deadline=f"202{n}") for n in (1, 2, 3)
    ]
    result = make.result("占比1,占比2,占比3", *facts)
    yearly = tuple(
        make.changed(one, statement=make.changed(one.statement, period="per_year")) for one in result.coded
    )
    assert ["findings.maybe_cumulative"] == [one.message.key for one in repeats(result, codebook)]
    assert [] == list(repeats(make.changed(result, coded=yearly), codebook))
