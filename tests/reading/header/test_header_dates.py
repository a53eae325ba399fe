"""Dates and years of a header."""

from __future__ import annotations

import pytest

from compare.model import Header
from compare.reading.header.document_dates import iso, span_of_years
from compare.reading.header.header import horizon, issue_year, year_of_first_line, year_of_tasks


@pytest.mark.parametrize(
    ("known", "year"),
    [
        (Header(issued_on="2020-12-08", document_number="甲政办〔2019〕1号"), 2020),
        (Header(document_number="甲政办〔2019〕1号", published_on="2022-01-01"), 2019),
        (Header(published_on="2022-01-01", title="2021年工作要点"), 2022),
        (Header(title="2010年甲市人民政府工作报告"), 2010),
        (Header(title="甲市养老服务行动方案（2023—2025年）"), 0),
        (Header(title="甲市国民经济和社会发展第十四个五年规划和2035年远景目标纲要"), 0),
        (Header(title="甲市面向2035年的养老服务规划"), 0),
        (Header(title="甲市养老服务方案"), 0),
    ],
)
def test_year_of_issue(known: Header, year: int) -> None:
    """The date of issue, else the number, publication, a year in the title; a span or a horizon is none."""
    assert year == issue_year(known)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("\n甲区民生实事项目进展(2024年)\n2023年的正文", 2024),
        ("2024年甲区任务(2024年)", 2024),
        ("甲区任务(2023年、2024年)", 0),
        ("甲区任务(2023-2025年)", 0),
        ("甲区2024年任务:\n", 0),
        ("2024年,甲区新增床位。\n", 0),
        ("甲区任务\n2024年任务", 0),
        ("", 0),
    ],
)
def test_year_of_the_first_line(text: str, year: int) -> None:
    """The one year that the first line names; a sentence, two years and a span name none."""
    assert year == year_of_first_line(text)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2024年全市计划完成300户。6月底前过半。2024年将建成食堂。", 2024),
        ("2024年计划完成300户,2025年计划完成200户。", 0),
        ("2023年全市完成300户。", 0),
        ("", 0),
    ],
)
def test_year_of_what_is_to_be_done(text: str, year: int) -> None:
    """The one year that a text sets out for; what was done in a year, and two years, tell none."""
    assert year == year_of_tasks(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2020年1月1日", "2020-01-01"),
        ("2020年12月31日", "2020-12-31"),
        ("2020年0月1日", ""),
        ("2020年13月1日", ""),
        ("2020年1月0日", ""),
        ("2020年1月32日", ""),
        ("二〇二○年十月三十日", "2020-10-30"),
        ("2020年", ""),
    ],
)
def test_a_full_date_is_one_of_the_calendar(text: str, date: str) -> None:
    """In ISO 8601; months are 1 to 12, days 1 to 31."""
    assert date == iso(text)


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("甲市“九五”养老规划", ("1996", "2000")),
        ("甲市九五养老规划", ("", "")),
        ("甲市十二五养老规划", ("2011", "2015")),
        ("甲市养老规划（2021—2025年）", ("2021", "2025")),
        ("甲市第十四个五年规划", ("2021", "2025")),
        ("甲市2024年养老工作要点", ("2024", "2024")),
    ],
)
def test_the_horizon_is_in_the_title(title: str, years: tuple[str, str]) -> None:
    """Plans of the last century are known by their quotation marks alone."""
    assert years == span_of_years(title, "")


def test_a_plan_without_years_has_no_horizon() -> None:
    """Said as zero, for rules that compare years."""
    assert horizon(Header()) == (0, 0)
    assert horizon(Header(horizon_start="2021", horizon_end="2025")) == (2021, 2025)
