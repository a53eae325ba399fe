"""Long tables: every coded value once, sums with what they are for and how often they are paid."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from compare.tables.select import UnknownId
from compare.tables.storage.frames import make_frame
from compare.tables.storage.schemas import schemas
from compare.tables.tidy import LONG, MONEY, long, money
from compare.tables.words.labels import Labels

LABELS = Labels(
    sections={},
    groups={"beds": {"zh": "床位", "en": "Beds"}, "funding": {"zh": "资金", "en": "Funding"}},
    indicators={"share": {"zh": "占比", "en": "Share"}, "grant": {"zh": "补贴", "en": "Grant"}},
    scopes={"general": {"zh": "全域", "en": "Whole area"}},
    plans={"jia": {"zh": "甲市", "en": "Jia"}, "yi": {"zh": "乙县", "en": "Yi"}},
    group_of={"share": "beds", "grant": "funding"},
)


def _statements(*rows: dict[str, Any]) -> pd.DataFrame:
    common = {
        "plan_id": "jia",
        "passage_id": "p",
        "indicator": "share",
        "kind": "target",
        "subject": "床位",
        "value_text": "55%",
        "value_low": 55.0,
        "value_high": 55.0,
        "unit": "%",
        "comparator": "ge",
        "scope": "general",
        "implied": False,
        "end": 9,
        "quote": "床位不低于55%",
        "rule": "share",
        "value_start": 5,
        "value_end": 8,
    }
    return make_frame(
        schemas()["statements"],
        [common | {"statement_id": f"s{at}", "start": at} | row for at, row in enumerate(rows)],
    )


def test_a_value_is_a_row_with_its_names_in_front() -> None:
    """Region, value, comparator, unit and deadline come first; codes and quotation behind."""
    found = long(_statements({"deadline": "2025-06"}), LABELS)
    assert list(LONG) == list(found.columns)
    assert ["Jia", 55.0, "ge", "%", "2025-06", "Share", "Whole area", 55.0, 2025] == list(found.iloc[0])[:9]


def test_only_coded_values_outside_area_tables_are_rows() -> None:
    """Statements without an indicator or a value, and cells of area tables, are no values to compare."""
    statements = _statements({"indicator": ""}, {"value_low": None}, {"kind": "allocation"}, {})
    assert ["s3"] == list(long(statements, LABELS)["statement_id"])


def test_rows_are_selected_by_group_and_region() -> None:
    """By code or label, as everywhere; a name that nothing has is an error, never an empty table."""
    statements = _statements({}, {"plan_id": "yi"}, {"indicator": "grant"})
    assert ["s1"] == list(long(statements, LABELS, group="Beds", region="乙县")["statement_id"])
    with pytest.raises(UnknownId, match="no group 'bets'; did you mean beds"):
        long(statements, LABELS, group="bets")


@pytest.mark.parametrize(
    ("unit", "period", "per", "every"),
    [
        ("元", "", "", ""),
        ("元/床", "", "床", ""),
        ("元/人·月", "", "人", "per_month"),
        ("元/床", "per_year", "床", "per_year"),
        ("元/月", "", "", "per_month"),
        ("元/年", "per_month", "", "per_year"),
    ],
)
def test_a_sum_says_for_what_and_how_often(unit: str, period: str, per: str, every: str) -> None:
    """The base of the unit is ``per``; a time in it, else the statement's period, is ``every``."""
    found = money(_statements({"unit": unit, "period": period}), LABELS)
    assert list(MONEY) == list(found.columns)
    assert [(per, every)] == list(zip(found["per"], found["every"].fillna(""), strict=True))


def test_other_units_are_no_sums_and_no_sums_are_an_empty_table() -> None:
    """Shares and other currencies are left out; the columns stand even without a row."""
    found = money(_statements({}, {"unit": "美元"}), LABELS)
    assert 0 == len(found)
    assert list(MONEY) == list(found.columns)


def test_uncoded_sums_are_kept() -> None:
    """A sum that no indicator covers is still money: it has no label and keeps its subject."""
    found = money(_statements({"unit": "元", "indicator": ""}), LABELS)
    assert ["床位"] == list(found["subject"])
    assert found["indicator_label"].isna().all()
