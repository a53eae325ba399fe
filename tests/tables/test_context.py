"""Figures about regions from elsewhere: codes as spreadsheets save them, and lines on what was not used."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.tables.context import CONTEXT, read_context, region_code, unmatched

HEAD = ",".join(CONTEXT)


@pytest.mark.parametrize(
    ("saved", "code"),
    [
        ("654300", "654300"),
        ("654300.0", "654300"),
        ("6.543E+05", "654300"),
        ("'654300", "654300"),
        ("６５４３００", "654300"),
        ("654,300", "654300"),
        (" 411623 ", "411623"),
        ("65", "650000"),
        ("6543.0", "654300"),
        ("654300000000", "654300"),
        ("654301100", ""),  # a township is not its county
        ("654301100001", ""),
        ("654300.5", ""),
        ("6", ""),
        ("阿勒泰", ""),
        ("", ""),
    ],
)
def test_codes_however_they_were_saved(saved: str, code: str) -> None:
    """Six digits as text, or nothing: a code is never guessed."""
    assert code == region_code(saved)


@given(st.integers(100_000, 999_999).map(str), st.sampled_from(["{}", "{}.0", "'{}", "{}000000", " {}"]))
def test_a_code_survives_what_spreadsheets_do_to_it(code: str, saved: str) -> None:
    """Whatever the form, the six digits come back."""
    assert code == region_code(saved.format(code))


def files(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.csv").write_bytes(text.encode("gb18030" if name == "old" else "utf-8-sig"))
    return folder


def test_values_are_read_as_excel_writes_them(tmp_path: Path) -> None:
    """Separators of thousands, years with a fraction, GB18030, semicolons; sorted by region and year."""
    old = f'{HEAD}\r\n411600.0,2020.0,人口,"1,745,000",人,七普\r\n\r\n'
    new = "Region Code;Year;Variable;Value\n41;2021年;人口;1800.5\n"
    frame = read_context(files(tmp_path, old=old, new=new.replace("Region Code", "region_code"))).frame
    assert [
        ("410000", 2021, "人口", 1800.5, "", ""),
        ("411600", 2020, "人口", 1745000.0, "人", "七普"),
    ] == list(frame.itertuples(index=False, name=None))


def test_what_cannot_be_used_is_one_line_a_reason(tmp_path: Path) -> None:
    """Rows are named as the spreadsheet counts them; what is missing is never a zero."""
    rows = (
        "411699,2020,人口,1,人,\n411600,MMXX,人口,1,人,\n411600,2020,人口,,人,\n411600,2020,人口,many,人,\n"
    )
    found = read_context(files(tmp_path, a=f"{HEAD}\n{rows}411698,2020,人口,2,人,\n"))
    remedy = "write the six digits of GB/T 2260"
    assert (
        f"row 2 (411699), row 6 (411698): no region has this code; {remedy}",
        "row 3 (411600): the year is not a year; write it in four digits",
        "row 4 (411600): no value; it counts as missing",
        "row 5 (411600): the value is not a number; write digits",
    ) == tuple(remark.removeprefix("data/context/a.csv: ") for remark in found.remarks)
    assert 0 == len(found.frame)


def test_two_values_for_one_thing_are_said(tmp_path: Path) -> None:
    """The same value twice is one; another value for the same region, year and variable is left out."""
    rows = "411600,2020,人口,1,人,\n411600,2020,人口,1,人,\n411600,2020,人口,2,人,\n"
    found = read_context(files(tmp_path, a=f"{HEAD}\n{rows}"))
    assert [1.0] == list(found.frame["value"])
    assert 1 == len(found.remarks)
    assert "row 4 (411600): another value" in found.remarks[0]


def test_a_file_without_the_columns_costs_only_itself(tmp_path: Path) -> None:
    """It is said which are missing and what the first line must name; the others are read."""
    found = read_context(files(tmp_path, a="code,year\n1,2\n", b=f"{HEAD}\n411600,2020,人口,1,人,\n"))
    assert 1 == len(found.frame)
    assert "data/context/a.csv: has no column region_code, variable, value" in found.remarks[0]


def test_no_folder_is_no_figure_and_no_complaint(tmp_path: Path) -> None:
    """The folder is optional."""
    found = read_context(tmp_path / "context")
    assert (0, (), list(CONTEXT)) == (len(found.frame), found.remarks, list(found.frame.columns))


def test_regions_without_a_figure_are_one_line() -> None:
    """Named by their codes, many of them counted."""
    context = pd.DataFrame({"region_code": ["411600"]})
    codes = ["411600", *(f"41162{digit}" for digit in range(1, 9))]
    named = ", ".join(f"41162{digit}" for digit in range(1, 7))
    assert [f"data/context: nothing of {named} and 2 more; their values stand without a rate"] == list(
        unmatched(context, codes)
    )


@pytest.mark.parametrize("number, more", [(6, ""), (7, " and 1 more")])
def test_at_most_six_places_are_named(number: int, more: str) -> None:
    """In the order of their codes, each once; where nothing lacks nothing is said."""
    codes = [f"41162{digit}" for digit in range(number, 0, -1)] * 2
    context = pd.DataFrame({"region_code": ["411600"]})
    named = ", ".join(f"41162{digit}" for digit in range(1, 7))
    assert [f"data/context: nothing of {named}{more}; their values stand without a rate"] == list(
        unmatched(context, codes)
    )
    assert [] == [*unmatched(context, ["411600"]), *unmatched(context[:0], codes)]


@pytest.mark.parametrize(
    "row, problem",
    [
        ("411600,1899,人口,1,,", "the year is not a year"),
        ("411600,1900,人口,1,,", ""),
        ("411600,2099年底,人口,1,,", ""),
        ("411600,2100,人口,1,,", "the year is not a year"),
        ("411600,2020.5,人口,1,,", "the year is not a year"),
        ("411600,2020,,1,,", "no variable is named; name it"),
        ("411600,2020,人口,n/a,,", "no value; it counts as missing"),
        ("411600,2020,人口,0,,", ""),
        ("411600,2020,人口,-1.5e3,,", ""),
        ('411600,2020,人口,"12,34",,', "the value is not a number; write digits"),
        ('411600,2020,人口,"1,234",,', ""),
        ("x,1899,,many,,", "no region has this code"),
    ],
)
def test_each_row_has_one_remark_or_a_value(tmp_path: Path, row: str, problem: str) -> None:
    """The first thing that is wrong; zero is a value, and what is missing none."""
    found = read_context(files(tmp_path, a=f"{HEAD}\n{row}\n"))
    assert (0 if problem else 1, 1 if problem else 0) == (len(found.frame), len(found.remarks))
    assert all(problem in remark for remark in found.remarks)
