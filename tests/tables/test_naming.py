"""Any table with names in front of its codes."""

from __future__ import annotations

import pandas as pd

from compare.tables.words.labels import Labels
from compare.tables.words.naming import labelled

LABELS = Labels(
    sections={"instruments": {"grant": {"zh": "补贴", "en": "Grant"}}},
    departments={"a": {"zh": "民政", "en": "Civil affairs"}, "b": {"zh": "财政", "en": "Finance"}},
    plans={"jia": {"zh": "甲市", "en": "Jia"}},
)


def test_names_stand_in_front_and_codes_stay() -> None:
    """Several codes in a cell are several names; a cell without a code has no name."""
    table = pd.DataFrame(
        {"plan_id": ["jia", "yi"], "instrument": ["grant", None], "lead": ["a b", None], "level": [3, 0]}
    )
    found = labelled(table, LABELS, "en")
    assert ["region", "instrument_label", "lead_label", *table] == list(found)
    assert ["Jia", "Grant", "Civil affairs, Finance"] == list(found.iloc[0, :3])
    assert ["yi", True, True] == [found.iloc[1, 0], *found.iloc[1, 1:3].isna()]
    assert table.equals(found[list(table)])


def test_a_table_without_rows_or_codes_stays_one() -> None:
    """Columns stand even without a row; an index is kept."""
    empty = labelled(pd.DataFrame({"plan_a": [], "plan_b": []}, dtype="str"), LABELS, "zh")
    assert ["region_a", "region_b", "plan_a", "plan_b"] == list(empty)
    table = pd.DataFrame({"value": [1]}, index=[7])
    assert table.equals(labelled(table, LABELS, "zh"))
