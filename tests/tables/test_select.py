"""Rows by region, group and scope, each by code or by what it is called."""

from __future__ import annotations

import pandas as pd
import pytest

from compare.tables.select import UnknownId, select
from compare.tables.words.labels import Labels

LABELS = Labels(
    sections={},
    groups={"beds": {"zh": "床位", "en": "Beds"}, "funding": {"zh": "资金", "en": "Funding"}},
    scopes={"general": {"zh": "全域", "en": "Whole area"}, "rural": {"zh": "农村", "en": "Rural"}},
    plans={"jia": {"zh": "甲市", "en": "Jia"}, "yi": {"zh": "乙县", "en": "Yi"}},
    group_of={"total": "beds", "share": "beds", "fund": "funding"},
)
FRAME = pd.DataFrame(
    {
        "plan_id": ["jia", "jia", "yi", "yi", "yi"],
        "indicator": ["total", "fund", "share", "fund", None],
        "scope": ["general", "general", "rural", None, "general"],
    }
)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, [0, 1, 2, 3, 4]),
        ({"region": "乙县"}, [2, 3, 4]),
        ({"region": "Jia"}, [0, 1]),
        ({"region": ["jia", "yi"], "group": "Beds"}, [0, 2]),
        ({"group": "资金"}, [1, 3]),
        ({"scope": "农村"}, [2]),
        ({"region": "yi", "scope": "general"}, [4]),
        ({"group": ["beds"], "scope": "general", "region": "乙县"}, []),
        ({"region": []}, []),
    ],
)
def test_all_that_is_asked_for_must_hold(asked: dict[str, object], expected: list[int]) -> None:
    """Codes and labels of both languages are understood, one or several; no code is no match."""
    assert expected == list(select(FRAME, LABELS, **asked).index)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"region": "甲巿"}, "no region '甲巿'; did you mean 甲市?"),
        ({"group": "bed"}, "no group 'bed'; did you mean beds or Beds?"),
        ({"scope": ["general", "towns"]}, "no scope 'towns'"),
    ],
)
def test_an_unknown_name_is_one_line_that_says_what_comes_near(asked: dict[str, object], said: str) -> None:
    with pytest.raises(UnknownId) as error:
        select(FRAME, LABELS, **asked)  # type: ignore[arg-type]
    assert said == str(error.value)


def test_a_table_without_the_column_is_named_as_the_fault() -> None:
    """Plans have no scope: nothing is quietly left unselected."""
    with pytest.raises(ValueError, match="this table has no column 'scope', so no scope can be selected"):
        select(FRAME[["plan_id"]], LABELS, scope="general")
