"""Rows of instruments, measures and milestones from what was coded of a plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from compare.coding import Codebook
from compare.coding.instruments.corrections import MeansCorrection
from compare.model import Item, Means, MeansOfPlan, Milestone
from compare.tables.making.means_rows import item_ids, means_rows

TEXT = "一建设养老院。二培训护理员,民政局、财政局。三加强管理。"
PASSAGES = ("p0", "p1", "p2", "p3")
#: Two items of two passages and one; the passage p2 is in none.
ITEMS = (Item((1, 0), "item", 0, 7), Item((3,), "item", 7, 20, repeats=(0,)))
SEARCHED = (("building", "supply"), ("training", "supply"), ("funding", "demand"))

Rows = Callable[..., dict[str, list[dict[str, Any]]]]


@pytest.fixture
def rows(make: Any, codebook: Codebook) -> Rows:
    """The rows of a plan that carries these means."""

    def of(
        *means: Means, milestones: tuple[Milestone, ...] = (), **parts: Any
    ) -> dict[str, list[dict[str, Any]]]:
        named = (
            make.responsibility("市民政局", "support", 3, 7, 8),
            make.responsibility("财政局", "support", 3, 7, 8),
            make.responsibility("民政局", "lead", 3, 7, 8),
            make.responsibility("某某局", "lead", 3, 7, 8),
            make.responsibility("财政局", "lead", 2, 7, 8),
        )
        facts = [make.fact("培训护理员", "护理员", 5), make.fact("加强管理", "管理", 5)]
        plan = make.changed(make.plan, **parts.pop("plan", {}))
        passages = tuple(make.passage(1, "", "paragraph", "", 0, len(TEXT), None) for _ in PASSAGES)
        result = make.result(TEXT, *facts, plan=plan, passages=passages, responsibilities=named)
        coded = tuple(
            make.changed(one, statement=make.changed(one.statement, passage=passage))
            for one, passage in zip(result.coded, (3, 2), strict=True)
        )
        found = MeansOfPlan(ITEMS, means, milestones, SEARCHED, frozenset({"funding"}))
        result = make.changed(result, coded=coded, means=found, **parts)
        assert ["p1", "p1", "", "p3"] == item_ids(result, PASSAGES)
        return means_rows(result, PASSAGES, codebook)

    return of


def means(instrument: str = "training", level: int = 2, item: int = 1, **known: Any) -> Means:
    return Means(instrument, level, "", 8, 13, item, 3, **known)


def test_an_instrument_has_the_departments_and_values_of_its_item(rows: Rows) -> None:
    """Each department once, in the order of the text; it leads where one mention says so. An item without any
    has none."""
    first, second = rows(means("building", item=0), means(deadline="2025", target_groups=("a", "b")))[
        "instruments"
    ]
    assert ("civil_affairs finance", "civil_affairs", "p-2020-1", "p3", "p3") == tuple(
        second[name] for name in ("departments", "lead", "statement_ids", "item_id", "passage_id")
    )
    assert ("培训护理员", "supply", "2025", "a b") == tuple(
        second[name] for name in ("quote", "family", "deadline", "target_group")
    )
    assert ("", "", "", "p1") == tuple(
        first[name] for name in ("departments", "lead", "statement_ids", "item_id")
    )


def test_a_milestone_has_its_object_and_who_answers_for_it(rows: Rows) -> None:
    """Those of its item."""
    (row,) = rows(milestones=(Milestone("build", "2025", 7, 13, 8, 10, 1, 3),))["milestones"]
    assert ("二培训护理员", "培训", "civil_affairs finance", "civil_affairs", "p3") == tuple(
        row[name] for name in ("quote", "object", "responsible", "lead", "item_id")
    )


def measure(made: dict[str, list[dict[str, Any]]], instrument: str) -> dict[str, Any]:
    (row,) = [row for row in made["measures"] if row["instrument"] == instrument]
    return row


@pytest.mark.parametrize(
    "plan, status, level",
    [
        ({}, "not_stated", 0),
        ({"complete": False}, "source_incomplete", None),
        ({"not_applicable": ("training",)}, "not_applicable", None),
        ({"complete": False, "not_applicable": ("training",)}, "not_applicable", None),
    ],
)
def test_what_is_not_there_has_its_reason(
    rows: Rows, plan: dict[str, Any], status: str, level: int | None
) -> None:
    """Level 0 only where the whole plan was read: missing is never zero."""
    row = measure(rows(plan=plan), "training")
    assert (status, level, 0, "") == (row["status"], row["level"], row["items"], row["review"])
    assert "start" not in row


def test_a_cell_rests_on_the_best_evidence(rows: Rows) -> None:
    """What binds most, wherever it stands; items that say the same again do not count, unless all do."""
    made = rows(means(level=1), means(level=3, item=0, repeats=True))
    row = measure(made, "training")
    assert ("stated", 3, 1, "p1") == (row["status"], row["level"], row["items"], row["best_passage_id"])
    both = measure(rows(means(repeats=True), means(item=0, repeats=True)), "training")
    assert 2 == both["items"]
    assert ("civil_affairs", "civil_affairs finance", 8, 13, "培训护理员") == tuple(
        measure(rows(means()), "training")[name]
        for name in ("lead_department", "departments", "start", "end", "quote")
    )


def test_what_is_provisional_is_so_in_both_tables(rows: Rows) -> None:
    """Whether it was found or not."""
    made = rows(means("funding"), means())
    assert [True, False] == [row["provisional"] for row in made["instruments"]]
    assert [False, False, True] == [row["provisional"] for row in made["measures"]]


def decision(means_id: str, drop: bool = False) -> MeansCorrection:
    return MeansCorrection(means_id, "p-2020", 0, drop, "", "", {}, "r", "Li", "2026-01-31")


@pytest.mark.parametrize(
    "reviews, dropped, review",
    [
        ((), "", ""),
        (("",), "", ""),
        (("confirmed", ""), "", "confirmed"),
        (("confirmed", "corrected"), "", "corrected"),
        ((), "p-2020-training-0123", "corrected"),
        (("confirmed",), "p-2020-training-0123", "corrected"),
        ((), "p-2020-building-0123", ""),
    ],
)
def test_what_a_person_decided_about_a_cell(
    rows: Rows, reviews: tuple[str, ...], dropped: str, review: str
) -> None:
    """A row corrected or dropped corrects the cell; confirmed rows confirm it, and other instruments' rows do
    not touch it."""
    found = [means(item=item, review=one) for item, one in enumerate(reviews)]
    corrected = (decision(dropped, drop=True),) if dropped else (decision("p-2020-training-0123"),)
    assert review == measure(rows(*found, corrected=corrected), "training")["review"]
