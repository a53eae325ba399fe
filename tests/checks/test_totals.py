"""Totals of tables held against their rows."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest

from compare.checks.total_rows import table_totals
from compare.coding import Codebook
from compare.model import Finding
from compare.tables.words.labels import Labels
from compare.tables.words.messages import message


@pytest.mark.parametrize(
    "rows, expected",
    [
        ([("甲县", 4), ("乙县", 5), ("合计", 9)], []),
        ([("甲县", 4), ("乙县", 5), ("合计", 10)], ["合计 of 床位 is 10 beds; its rows add up to 9 beds"]),
        ([("甲县", 4), ("乙县", None), ("合计", 4)], []),
        ([("合计", 9), ("甲县", 4), ("乙县", 5)], []),
        ([("合计", 8), ("甲县", 4), ("乙县", 5)], ["合计 of 床位 is 8 beds; its rows add up to 9 beds"]),
        ([("甲县", 4), ("小计", 4), ("乙县", 5), ("丙县", 1), ("小计", 6), ("总计", 10)], []),
        ([("甲县", 4), ("乙县", 5)], []),
        ([("甲县", 0), ("合计", 0)], []),
    ],
)
def test_totals_are_held_against_their_rows(
    found: Any,
    make: SimpleNamespace,
    labels: Labels,
    rows: list[tuple[str, float | None]],
    expected: list[str],
) -> None:
    """A total above or below its rows, subtotals, cells that do not apply."""
    text = "".join(f"{area}:{'/' if value is None else value};\n" for area, value in rows)
    facts = [
        make.fact(
            f"{area}:{'/' if value is None else value};",
            "/" if value is None else str(value),
            value,
            unit="张",
            indicator="beds",
            kind="allocation",
            area=area,
            subject="床位",
        )
        for area, value in rows
    ]
    findings = found("table_total", text, *facts)
    assert expected == [message(finding.message, labels, "en") for finding in findings]


def test_rates_are_not_added_up(found: Any, make: SimpleNamespace) -> None:
    """The share of a region is not the sum of the shares of its counties."""
    cell = {"kind": "allocation", "subject": "占比"}
    facts = [
        make.fact("甲县:50", "50", 50, area="甲县", **cell),
        make.fact("合计:60", "60", 60, area="合计", **cell),
    ]
    assert [] == found("table_total", "甲县:50\n合计:60", *facts)


def cells(make: SimpleNamespace, *rows: tuple[Any, ...], **fields: Any) -> tuple[str, list[Any]]:
    """A column of 床位: (area, value) or (area, low, high) of each row."""
    column = {"unit": "张", "indicator": "beds", "kind": "allocation", "subject": "床位", **fields}
    facts = [
        make.fact(f"{area}:{low}", str(low), low, high[0] if high else None, area=area, **column)
        for area, low, *high in rows
    ]
    return "".join(f"{fact.quote};\n" for fact in facts), facts


@pytest.mark.parametrize(
    "rows, fields, expected",
    [
        ([("甲县", 4), ("合计", 9)], {}, ["合计 of 床位 is 9 beds; its rows add up to 4 beds"]),
        ([("甲县", 4), ("合计", 9)], {"unit": "‰"}, []),
        ([("甲县", 4), ("合计", 9)], {"unit": "元/床"}, []),
        ([("甲县", 4, 5), ("合计", 9)], {}, []),
        ([("甲县", 4), ("合计", 9, 10)], {}, []),
        ([("合计", 9)], {}, []),
        (
            [("甲县", 4), ("小计", 6), ("乙县", 5), ("小计", 5)],
            {},
            ["小计 of 床位 is 6 beds; its rows add up to 9 beds"],
        ),
        ([("小计", 4), ("甲县", 4), ("小计", 5), ("乙县", 5)], {}, []),
        ([("甲县", 0), ("合计", 9)], {}, ["合计 of 床位 is 9 beds; its rows add up to 0 beds"]),
    ],
)
def test_totals_of_one_column(
    found: Any,
    make: SimpleNamespace,
    labels: Labels,
    rows: list[tuple[Any, ...]],
    fields: dict[str, Any],
    expected: list[str],
) -> None:
    """The sum named is that of all rows; rates and ranges have none, nor has a total alone."""
    text, facts = cells(make, *rows, **fields)
    findings = found("table_total", text, *facts)
    assert expected == [message(finding.message, labels, "en") for finding in findings]


@pytest.mark.parametrize(
    "other",
    [{"subject": "站点"}, {"unit": "个"}, {"deadline": "2025"}],
)
def test_columns_are_added_up_apart(found: Any, make: SimpleNamespace, other: dict[str, Any]) -> None:
    """Subject, unit and deadline make a column; the total of one is none of the other's."""
    text, facts = cells(make, ("甲县", 4), ("合计", 4))
    more, others = cells(make, ("乙县", 5), ("合计", 5), **other)
    assert [] == found("table_total", text + more, *facts, *others)
    joined, all_facts = cells(make, ("甲县", 4), ("合计", 3), ("乙县", 5))
    assert 1 == len(found("table_total", joined, *all_facts))


def test_tables_are_added_up_apart(found: Any, make: SimpleNamespace) -> None:
    """One column in two tables; the table ends where the next begins, and finding names its cells."""
    text, facts = cells(make, ("甲县", 4), ("合计", 4), ("乙县", 5), ("合计", 6))
    start = text.index("乙县")
    tables = (make.table(0, start, ()), make.table(start, len(text), ()))
    (finding,) = found("table_total", text, *facts, tables=tables)
    assert ("p-2020-3", "p-2020-4") == finding.statement_ids
    assert "6" == text[finding.start : finding.end]


def test_each_of_many_tables_is_added_up_apart(found: Any, make: SimpleNamespace) -> None:
    """A wrong total is held against the rows of its own table, be it the first or the fourth."""
    text, facts = cells(make, *(row for n in (4, 5, 6, 7) for row in ((f"县{n}", n), ("合计", n + 1))))
    starts = [text.index(f"县{n}") for n in (4, 5, 6, 7)] + [len(text)]
    tables = [make.table(start, end, ()) for start, end in pairwise(starts)]
    expected = [(f"p-2020-{n}", f"p-2020-{n + 1}") for n in (1, 3, 5, 7)]
    assert expected == [one.statement_ids for one in found("table_total", text, *facts, tables=tables)]


def test_every_column_is_added_up(found: Any, make: SimpleNamespace) -> None:
    """A column of shares before it does not end the search."""
    shares, of_shares = cells(make, ("甲县", 4), ("合计", 9), unit="%", subject="占比")
    beds, of_beds = cells(make, ("乙县", 4), ("合计", 9))
    (finding,) = found("table_total", shares + beds, *of_shares, *of_beds)
    assert ("p-2020-3", "p-2020-4") == finding.statement_ids


def test_cells_outside_tables_are_a_column_of_their_own(found: Any, make: SimpleNamespace) -> None:
    """A line that was read as a cell does not add to the first table."""
    text, facts = cells(make, ("甲县", 4), ("合计", 4), ("乙县", 5))
    assert [] == found("table_total", text, *facts, tables=(make.table(0, text.index("乙县"), ()),))
    assert [] == found("table_total", text, *facts)
    all_in, of_all = cells(make, ("甲县", 4), ("合计", 9), ("乙县", 5))
    outside = (make.table(0, all_in.index("乙县"), ()),)
    assert [0, 1] == [len(found("table_total", all_in, *of_all, tables=one)) for one in ((), outside)]


@pytest.mark.parametrize("part", ["公办", "自筹", "一类"])
def test_parts_of_a_cell_are_added_up_apart(make: SimpleNamespace, codebook: Codebook, part: str) -> None:
    """甲县 4, of them 公办 3: the parts are a column of their own; an area is no part of itself."""
    text, facts = cells(make, ("甲县", 4), ("甲县", 3), ("合计", 4), ("合计", 3))
    result = make.result(text, *facts)

    def findings(*parts: str) -> list[Finding]:
        coded = tuple(
            make.changed(one, statement=make.changed(one.statement, scope_text=part))
            for one, part in zip(result.coded, parts, strict=True)
        )
        return list(table_totals(make.changed(result, coded=coded), codebook))

    assert [] == findings("甲县", part, "合计", part)
    assert [] == findings("", part, "", part)
    assert 2 == len(findings("", "", "", ""))
