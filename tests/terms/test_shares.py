"""Shares of themes and of strictness, and their intervals."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support.language import Tag

from compare.terms.clauses.shares import theme_rows
from compare.terms.language import WHOLE, Language

TEXT = (
    "1.加大财政投入力度,提高运营补贴标准。鼓励社会力量参与。\n"
    "2.到2025年,养老床位达到300张,护理型床位占比达到55%。\n"
    "3.开展护理员培训工作。必须落实财政补贴政策。\n"
    "4.加大财政投入力度。\n"
)


def rows(tag: Tag, language: Language, text: str, plan_id: str = "p") -> dict[str, Any]:
    return {str(row["theme"]): row for row in theme_rows(plan_id, tag(text), language)}


def test_shares_are_of_clauses_and_of_targets(tag: Tag, language: Language) -> None:
    """The plan says seven different clauses, three of them on money; both targets are on institutions."""
    found = rows(tag, language, TEXT)
    assert (7, 2) == (found[WHOLE]["clauses"], found[WHOLE]["targets"])
    assert (3, 3 / 7) == (
        found["funding"]["clauses"],
        pytest.approx(found["funding"]["clause_share"], abs=1e-4),
    )
    assert (2, 1.0) == (found["institutional_care"]["targets"], found["institutional_care"]["target_share"])
    assert 0.0 == found["funding"]["target_share"]


def test_strictness_is_of_the_clauses_on_the_theme(tag: Tag, language: Language) -> None:
    """Counts by strength add up to the clauses."""
    found = rows(tag, language, TEXT)
    money = found["funding"]
    assert (1, 2, 0, 0) == tuple(money[name] for name in ("hard", "plain", "permission", "soft"))
    assert pytest.approx(1 / 3, abs=1e-4) == money["hard_share"]
    assert (1, 1.0) == (found["private_provision"]["soft"], found["private_provision"]["soft_share"])
    for row in found.values():
        assert row["clauses"] == sum(row[name] for name in ("hard", "plain", "permission", "soft"))


def test_a_share_of_nothing_is_missing_and_not_zero(tag: Tag, language: Language) -> None:
    """No clause on childcare: it is 0 of the clauses, but how strictly it is spoken of cannot be said."""
    found = rows(tag, language, TEXT)["childcare"]
    assert (0, 0.0, None, None) == tuple(
        found[name] for name in ("clauses", "clause_share", "hard_share", "soft_share")
    )
    silent = rows(tag, language, "1.加大财政投入力度。\n")
    assert {None} == {row["target_share"] for row in silent.values()}


def test_what_never_varies_has_no_interval(tag: Tag, language: Language) -> None:
    """0 and 1 cannot be resampled; everything else lies within its interval."""
    for row in rows(tag, language, TEXT).values():
        for name in ("clause_share", "target_share", "hard_share", "soft_share"):
            share, low, high = (row[f"{name}{end}"] for end in ("", "_low", "_high"))
            if share in (None, 0.0, 1.0):
                assert (None, None) == (low, high)
            else:
                assert low <= share <= high


def test_intervals_widen_with_what_hangs_together(tag: Tag, language: Language) -> None:
    """Twenty clauses in twenty sentences tell more than the same in four."""
    money, staff = "加大财政投入力度{}", "开展护理员培训{}"
    clauses = [
        (money if i % 2 else staff).format("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"[i]) for i in range(20)
    ]
    apart = rows(tag, language, "".join(f"{i}.{clause}。\n" for i, clause in enumerate(clauses, 1)))
    joined = sorted(clauses)
    together = rows(
        tag, language, "".join(f"{i}.{','.join(joined[5 * i - 5 : 5 * i])}。\n" for i in range(1, 5))
    )
    for found in (apart, together):
        assert 0.5 == found["funding"]["clause_share"]
    widths = [
        found["funding"]["clause_share_high"] - found["funding"]["clause_share_low"]
        for found in (apart, together)
    ]
    assert widths[0] < widths[1]


def test_the_draws_are_the_plan_s_own(tag: Tag, language: Language) -> None:
    """The same on every run; another plan id draws others."""
    assert rows(tag, language, TEXT) == rows(tag, language, TEXT)
    first, other = (rows(tag, language, TEXT * 3, plan_id) for plan_id in ("p", "q"))
    assert first.keys() == other.keys()
    assert [row["clause_share"] for row in first.values()] == [row["clause_share"] for row in other.values()]


def test_a_plan_without_clauses_has_no_rows(tag: Tag, language: Language) -> None:
    """Nothing was counted, and nothing is claimed."""
    assert [] == theme_rows("p", tag(""), language)
