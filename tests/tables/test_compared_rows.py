"""Rows of the comparison: what is counted of each, and the order in which people read them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from compare.coding import Codebook
from compare.tables.comparing.compared_rows import Aspect, Row, RowKey, in_order, row_ids, rows_of
from compare.tables.words.labels import Labels

LABELS = Labels(
    {},
    groups={"g1": {}, "g2": {}},
    indicators={"a": {}, "b": {}, "c": {}},
    scopes={"general": {}, "rural": {}},
    group_of={"a": "g1", "b": "g1", "c": "g2"},
)
ROW = Row("m", "b", "general", "", "asked", "%", headline=True, axis="b", plans=2, folded=False)


@pytest.mark.parametrize(
    "later",
    [
        {"indicator": "c"},
        {"indicator": "unknown"},
        {"folded": True},
        {"indicator": "a", "plans": 1},
        {"aspect": "named"},
        {"headline": False},
        {"plans": 1},
        {"scope": "rural"},
        {"scope": "nowhere"},
        {"id": "n"},
    ],
    ids=str,
)
def test_what_puts_a_row_behind_another(later: dict[str, Any]) -> None:
    """Its group; that no two plans share it; fewer plans of its indicator; facts, further scopes, fewer
    plans, the codebook's order of scopes, its id."""
    second = replace(ROW, **{"id": "a", **later})
    for rows in ([ROW, second], [second, ROW]):
        assert [ROW, second] == in_order(rows, LABELS)


def test_each_ground_goes_before_those_behind_it() -> None:
    """A row that comes later on all the others comes first by one before them."""
    ladder = [
        replace(ROW, id="z", indicator="a", plans=1, aspect="named", headline=False, scope="x", folded=True),
        replace(ROW, id="y", indicator="c", plans=9, aspect="named", headline=False, scope="x"),
        replace(ROW, id="x", indicator="c", plans=8, headline=False, scope="x"),
        replace(ROW, id="w", indicator="c", plans=7, scope="x"),
    ]
    # group, then fewer plans of the indicator (9 for each row of c), aspect, headline
    assert ["z", "w", "x", "y"] == [row.id for row in in_order(ladder, LABELS)]
    same = [
        replace(ROW, id="z", plans=3, scope="rural"),
        replace(ROW, id="y", plans=2, scope="general"),
        replace(ROW, id="x", plans=2, scope="rural"),
        replace(ROW, id="w", plans=2, scope="rural", indicator="a"),
    ]
    assert ["z", "y", "x", "w"] == [row.id for row in in_order(same, LABELS)]


def cell(plan: str, row_id: str = "b@general", value: float | None = 1.0, **known: Any) -> dict[str, Any]:
    blank = {
        "plan_id": plan,
        "row_id": row_id,
        "indicator": row_id[0],
        "scope": "general",
        "scope_text": None,
        "aspect": "asked",
        "measure": "个",
        "unit": None if value is None else "家",
        "headline": True,
        "axis": row_id,
        "value_low": value,
    }
    return blank | known


def made(*cells: dict[str, Any]) -> dict[str, Row]:
    return rows_of(pd.DataFrame(list(cells)))


def test_plans_are_counted_where_they_give_a_value() -> None:
    """A cell without one is none, and one of zero is."""
    rows = made(cell("p", value=0.0), cell("q", value=None), cell("r"))
    assert (2, False) == (rows["b@general"].plans, rows["b@general"].folded)
    assert (0, True) == (made(cell("p", value=None))["b@general"].plans, made(cell("p"))["b@general"].folded)


def test_an_indicator_is_shared_by_row_or_by_axis() -> None:
    """Two scopes of one measure share an axis; two plans on two axes share nothing, and the rows of an
    indicator of which one is shared are none of them folded."""
    apart = made(cell("p", "b@rural"), cell("q"))
    assert [True, True] == [row.folded for row in apart.values()]
    joined = made(cell("p", "b@rural", axis="x"), cell("q", axis="x"), cell("p", "b@other"), cell("p", "c@x"))
    assert [False, False, False, True] == [row.folded for row in joined.values()]


def test_the_unit_of_a_row_is_the_one_most_plans_write() -> None:
    """Of 所 and 家, which are one measure; without any value it is the measure."""
    rows = made(cell("p"), cell("q", unit="所"), cell("r", unit="所"), cell("p", "c@general", value=None))
    assert ["所", "个"] == [row.unit for row in rows.values()]


def test_rows_are_named_in_their_order() -> None:
    """Whatever order the table has; a row of facts stands for no indicator, nor does a further scope."""
    cells = [cell("p", "b@rural", headline=False), cell("p", "c@general"), cell("p"), cell("q")]
    frame = pd.DataFrame(cells)
    assert ["b@general", "b@rural", "c@general"] == row_ids(frame, LABELS)
    assert [False, True, True] == [row.first for row in made(*cells).values()]
    assert not replace(ROW, aspect="named").first


@pytest.mark.parametrize(
    "key, expected",
    [
        (RowKey("beds", "general", "", "张", Aspect.ASKED), "beds@general"),
        (RowKey("beds", "rural", "", "元/床", Aspect.ASKED), "beds@rural[元/床]"),
        (RowKey("beds", "rural", "", "户", Aspect.ASKED), "beds@rural[户]"),
        (RowKey("beds", "other", "新建小区", "元", Aspect.NAMED), "beds@other:新建小区[元]!named"),
    ],
)
def test_a_row_has_an_id_a_person_can_read(codebook: Codebook, key: RowKey, expected: str) -> None:
    """The measure only where it is not the indicator's own; of what the codebook lacks it always is."""
    assert expected == key.id(codebook.indicators["beds"])
    assert "[" not in key.id(None)
