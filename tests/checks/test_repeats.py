"""Promises that repeat each other."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from compare.checks.repeats import repeats
from compare.coding import Codebook
from compare.coding.equivalences import Equivalences


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
