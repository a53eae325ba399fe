"""Cells of instruments to look at: disputed, provisional, or resting on one plain clause."""

from __future__ import annotations

import pandas as pd

from compare.checks.review.means_queue import Doubt, means_queue

CELL = {"plan_id": "p", "status": "stated", "level": 2, "items": 1, "start": 0, "end": 2, "quote": "甲"}
ROW = {"plan_id": "p", "start": 0, "end": 2, "mark": "建立"}


def queue(
    *cells: dict[str, object], marks: str = "建立", disputed: tuple[dict[str, object], ...] = ()
) -> list[object]:
    """(instrument, reason, level here, level there) of each cell in the queue."""
    measures = pd.DataFrame([CELL | {"provisional": False, "review": ""} | cell for cell in cells])
    rows = [
        ROW | {"instrument": cell["instrument"], "means_id": f"p-{cell['instrument']}", "mark": marks}
        for cell in cells
    ]
    found = means_queue(measures, pd.DataFrame(rows), disputed)
    return [(one.instrument, one.reason, one.level, one.second) for one in found]


def test_disputed_cells_come_first() -> None:
    """With both levels; a cell stands in the queue once."""
    disputed = ({"plan_id": "p", "instrument": "b", "second": "3", "second_quote": "乙"},)
    cells = ({"instrument": "a", "provisional": True}, {"instrument": "b", "provisional": True})
    assert [("b", "disagreement", 2, 3), ("a", "provisional", 2, 0)] == queue(*cells, disputed=disputed)


def test_what_is_absent_can_be_disputed() -> None:
    """The program found nothing, the second person did."""
    disputed = ({"plan_id": "p", "instrument": "a", "second": "1", "second_quote": "乙"},)
    absent = {"instrument": "a", "status": "not_stated", "level": 0, "items": 0}
    assert [("a", "disagreement", 0, 1)] == queue(absent, disputed=disputed)


def test_one_plain_clause_is_little_to_rest_on() -> None:
    """A verb that governs, or a second item, is more."""
    assert [("a", "single_clause", 2, 0)] == queue({"instrument": "a"}, marks="")
    assert [] == queue({"instrument": "a"})
    assert [] == queue({"instrument": "a", "items": 2}, marks="")


def test_what_a_person_decided_is_asked_no_more() -> None:
    """Corrected or confirmed."""
    assert [] == queue({"instrument": "a", "provisional": True, "review": "confirmed"})


def doubts(cell: dict[str, object], row: dict[str, object]) -> list[Doubt]:
    """What is asked of one cell and the row it rests on."""
    whole = CELL | {"instrument": "a", "provisional": False, "review": "", "start": 7, "end": 9} | cell
    behind = ROW | {"instrument": "a", "means_id": "p-a", "mark": "", "start": 7, "end": 9} | row
    return list(means_queue(pd.DataFrame([whole]), pd.DataFrame([behind])))


def test_a_doubt_names_the_row_the_cell_rests_on() -> None:
    """Its id, its words and where they stand; a cell without a value has none."""
    assert [Doubt("p", "a", "single_clause", 2, "p-a", "甲", 7, 9, 0, "")] == doubts({}, {})
    assert [Doubt("p", "a", "provisional", 2, "", "甲", 7, 9, 0, "")] == doubts(
        {"provisional": True}, {"start": 8}
    )
    assert [] == doubts({}, {"start": 8})
    assert [] == doubts({"status": "not_stated", "provisional": True}, {})


def test_what_a_second_person_coded_is_quoted_beside_it() -> None:
    """An instrument that the study does not have is passed over."""
    cells = pd.DataFrame(
        [CELL | {"instrument": "a", "provisional": False, "review": "", "status": "not_stated", "start": 7}]
    )
    rows = pd.DataFrame([ROW | {"instrument": "a", "means_id": "p-a"}])
    asked = [{"plan_id": "p", "instrument": code, "second": "3", "second_quote": "乙"} for code in ("b", "a")]
    assert [Doubt("p", "a", "disagreement", 0, "", "甲", 0, 0, 3, "乙")] == list(
        means_queue(cells, rows, asked)
    )


def test_cells_behind_one_without_a_value_are_asked_about() -> None:
    """What is not stated ends nothing."""
    absent = {"instrument": "a", "status": "not_stated", "level": 0, "provisional": True}
    assert [("b", "provisional", 2, 0)] == queue(absent, {"instrument": "b", "provisional": True})
