"""Departments by theme, how concentrated they are, and who is named with whom."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.support import language

from compare.tables.storage.frames import make_frame
from compare.tables.storage.schemas import schemas
from compare.terms.clauses.named_functions import by_theme, concentration, pairs, tasks


def found(plans: int = 1, departments: int = 6) -> pd.DataFrame:
    return tasks(
        language.responsibilities_table(plans, departments),
        language.clauses_table(plans),
        language.passages_table(plans),
    )


def test_a_task_has_the_theme_of_most_of_its_clauses() -> None:
    """Two clauses on money outweigh one on home care; themes that tie all count."""
    rows = found()
    assert {"funding"} == set(rows.loc[rows["passage_id"] == "p0-0", "theme"])
    assert {"funding", "supervision"} == set(rows.loc[rows["passage_id"] == "p0-1", "theme"])


def test_a_heading_takes_the_clauses_below_it() -> None:
    """Where departments are named for a whole section."""
    named = language.responsibilities_table(1).assign(passage_id="p0-head")
    rows = tasks(named, language.clauses_table(1), language.passages_table(1))
    assert {"funding"} == set(rows["theme"])


def test_a_department_counts_once_for_a_task_and_leads_if_it_leads_anywhere() -> None:
    """Named twice in one passage, once as lead."""
    named = language.responsibilities_table(1)
    again = named.iloc[[0]].assign(role="support", start=90, end=93)
    rows = tasks(pd.concat([named, again]), language.clauses_table(1), language.passages_table(1))
    counted = by_theme(rows)
    (first,) = counted[(counted["department"] == "d0") & (counted["theme"] == "funding")].to_dict("records")
    assert (2, 1) == (first["tasks"], first["lead"])


def test_departments_nobody_knows_are_counted_apart() -> None:
    """They are in no chart, and that is said."""
    named = language.responsibilities_table(1)
    named.loc[0, "department"] = None
    rows = tasks(named, language.clauses_table(1), language.passages_table(1))
    (row,) = concentration(rows, named).to_dict("records")
    assert 1 == row["unknown"]


def test_concentration_by_hand() -> None:
    """Two tasks; d0 and d3 are named for both, d1 for the second: 5 mentions, shares 2/5 2/5 1/5."""
    named = language.responsibilities_table(1, 4).query("department != 'd2'")
    rows = tasks(named, language.clauses_table(1), language.passages_table(1))
    (row,) = concentration(rows, named).to_dict("records")
    assert (2, 3, 2.5, "d0", 1.0) == tuple(
        row[name] for name in ("tasks", "departments", "per_task", "first", "first_share")
    )
    assert pytest.approx(1 / (0.16 + 0.16 + 0.04), abs=0.01) == row["effective"]
    assert 0.5 == row["lead_share"]


def test_pairs_are_told_from_departments_that_are_everywhere() -> None:
    """d1 and d2 are named for the same half of the tasks; with d0, named for all, each meets by chance."""
    rows = pd.DataFrame(
        [
            {"plan_id": "p", "passage_id": f"t{task}", "department": department, "lead": False, "theme": "x"}
            for task in range(20)
            for department in ("d0", "d1", "d2")
            if department == "d0" or task < 10
        ]
    )
    made = pairs(rows).to_dict("records")
    assert ("d1", "d2", 10, 5.0, 2.0, 1) == tuple(made[0].values())
    assert [1.0, 1.0] == [row["ratio"] for row in made[1:]]
    assert pairs(rows, fewest=11).empty


def test_without_responsibilities_there_is_nothing() -> None:
    """Empty tables give empty tables."""
    empty = {name: make_frame(schemas()[name], ()) for name in ("responsibilities", "clauses", "passages")}
    rows = tasks(empty["responsibilities"], empty["clauses"], empty["passages"])
    assert by_theme(rows).empty
    assert pairs(rows).empty
    assert concentration(rows, empty["responsibilities"]).empty
