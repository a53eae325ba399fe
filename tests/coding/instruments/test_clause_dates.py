"""By when a clause is to be done: which date it names, which one governs it, and which sets no deadline."""

from __future__ import annotations

import pytest

from compare.coding.instruments.milestones.clause_dates import (
    ClauseDate,
    cell_deadline,
    dates_of,
    heading_date,
    is_heading_date,
    noted_deadline,
)


@pytest.mark.parametrize(
    "text, year, expected",
    [
        ("研究整改方案(7月)", 2024, "2024-07"),
        ("研究整改方案(2025年7月)", 2024, "2025-07"),
        ("研究整改方案(2025年7月底前完成)", 2024, "2025-07"),
        ("研究整改方案(7月底前予以完成)", 2024, ""),
        ("研究整改方案(3月-11月)", 2024, "2024-11"),
        ("研究整改方案(3--11月)", 2024, "2024-11"),
        ("研究整改方案(3至9月)", 2024, "2024-09"),
        ("研究整改方案(3到9月)", 2024, "2024-09"),
        ("研究整改方案(3~9月)", 2024, "2024-09"),
        ("研究整改方案(07月)", 2024, "2024-07"),
        ("研究整改方案(12月)", 2024, "2024-12"),
        ("研究整改方案(13月)", 2024, ""),
        ("研究整改方案(7月)", 0, ""),
        ("研究整改方案(2025年7月)", 0, "2025-07"),
        ("研究整改方案7月", 2024, ""),
    ],
)
def test_the_date_in_brackets_behind_a_heading(text: str, year: int, expected: str) -> None:
    """Its last month, of its own year or else that of the plan; without either there is none."""
    assert expected == heading_date(text, year)


@pytest.mark.parametrize(
    "text, expected", [("研究方案(7月)", True), ("研究方案(7月)并印发", False), ("研究方案", False)]
)
def test_a_heading_may_end_with_its_date(text: str, expected: bool) -> None:
    """Only at its end."""
    assert expected == is_heading_date(text)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("完成时限:2024年底", "2024"),
        ("时间要求:2024年12月", "2024-12"),
        ("日期安排:2024年12月1日", "2024-12-01"),
        ("期限节点|2024年12月", "2024-12"),
        ("时限2024年12月", ""),
        ("(某局;2024年6月底前完成)", "2024-06"),
        ("(某局,2024年6月底前办结)", "2024-06"),
        ("(某局,2024年6月底前启动)", ""),
        ("(某局,2024年6月底前完成", ""),
        ("完成时限:自2024年6月起", ""),
        ("完成时限:2023年底", ""),
        ("完成时限:6月底前", "2024-06"),
        ("完成时限:由各有关单位于2024年6月底前", "2024-06"),
        ("完成时限:某某某", ""),
    ],
)
def test_a_note_of_an_item(text: str, expected: str) -> None:
    """What stands behind its name, up to the end of the note; a date to begin from is none."""
    assert expected == noted_deadline(text, 2024)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("2024年12月底前", "2024-12"),
        (" |2024年12月 / ", "2024-12"),
        ("于2024年12月", "2024-12"),
        ("应当于2024年12月", "2024-12"),
        ("各县应当于2024年12月", ""),
        ("自2024年12月起,全年", ""),
        ("2024年;2025年", ""),
        ("2024年上半年", "2024-06"),
        ("2024年12月完成", "2024-12"),
    ],
)
def test_a_cell_of_a_task_table(text: str, expected: str) -> None:
    """A date and at most three characters more."""
    assert expected == cell_deadline(text, 2024)


@pytest.mark.parametrize(
    "clauses, lead, expected",
    [
        (["2024年6月完成", "建成系统"], "", ["2024-06", "2024-06"]),
        (["于2024年6月完成", "建成系统"], "", ["2024-06", "2024-06"]),
        (["并力争2024年6月完成", "建成系统"], "", ["2024-06", "2024-06"]),
        (["并应当在2024年6月完成", "建成系统"], "", ["2024-06", ""]),
        (["并应当在2024年6月完成", "建成系统"], "2025", ["2024-06", "2025"]),
        (["建成系统", "2024年6月完成", "建成平台"], "", ["", "2024-06", "2024-06"]),
        (["自2024年6月起实施", "建成系统"], "2025", ["", ""]),
        (["从2024年6月起", "建成系统", "建成平台"], "2025", ["", "", ""]),
        (["建成系统"], "2025-06", ["2025-06"]),
    ],
)
def test_which_date_governs_a_clause(clauses: list[str], lead: str, expected: list[str]) -> None:
    """Its own; else one that opened a clause before it, within three characters; else that of the heading. A
    date from which something holds ends the lead and sets none."""
    assert expected == [deadline for _, deadline in dates_of(clauses, 2024, lead)]


def test_a_beginning_that_is_a_clause_of_its_own_is_that_of_the_next() -> None:
    """From 2024-06 on: of the clause behind it the beginning is known and has no place in it."""
    (first, _), (second, _), (third, _) = dates_of(["从2024年6月起", "建成系统", "建成平台"], 2024)
    assert first is not None
    assert (True, "2024-06") == (first.since, first.value)
    assert (ClauseDate("2024-06", 0, 0, True), None) == (second, third)
    assert [True, False] == [one is not None for one, _ in dates_of(["从2024年6月起实施", "建成系统"], 2024)]


@pytest.mark.parametrize(
    "clauses, year, lead, expected",
    [
        (["12月底前完成"], 2024, "", "2024-12"),
        (["12月末前完成"], 2024, "", "2024-12"),
        (["12月前完成"], 2024, "", "2024-12"),
        (["12月完成"], 2024, "", ""),
        (["12月完成"], 2024, "2025", "2025-12"),
        (["12月底前完成"], 0, "", ""),
        (["12月底前完成"], 0, "2025-03", "2025-12"),
        (["2025年3月论证", "6月完成"], 2024, "", "2025-06"),
        (["2025年3月论证", "6月15日完成"], 2024, "", "2025-06-15"),
        (["2025年3月论证", "6月5日完成"], 2024, "", "2025-06-05"),
        (["2023年6月论证9月底前完成"], 2024, "", "2024-09"),
        (["每月检查", "12月底前完成"], 2024, "", ""),
        (["每个季度检查", "12月底前完成"], 2024, "", ""),
        (["逐年检查", "12月底前完成"], 2024, "", ""),
        (["按季检查", "12月底前完成"], 2024, "", ""),
        (["今年底前完成"], 2024, "", "2024"),
        (["明年6月完成"], 2024, "", "2025-06"),
        (["全年完成"], 2024, "", ""),
        (["今年底前未完成的"], 2024, "", ""),
        (["自今年6月起实施"], 2024, "", ""),
        (["2025年3月论证", "6月起实施"], 2024, "", ""),
        (["2025年3月论证", "6月1日起实施"], 2024, "", ""),
        (["明年6月开始实施"], 2024, "", ""),
    ],
)
def test_a_month_without_a_year(clauses: list[str], year: int, lead: str, expected: str) -> None:
    """Of the date before it, else of the plan where it ends something; what comes every year has none."""
    assert expected == dates_of(clauses, year, lead)[-1][1]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("2024年完成", "2024"),
        ("2023年完成", ""),
        ("2024年之后完成", ""),
        ("2024年以来完成", ""),
        ("2024年版", ""),
        ("2024年修订", ""),
        ("2024年第3版", ""),
        ("2024年基础上", ""),
        ("2024年标准", ""),
        ("2024年标准化", "2024"),
        ("2024年6月备案的机构", ""),
        ("2024年工作要点", ""),
        ("2024年6月底前仍未完成", ""),
        ("2024年6月底前不得未完成", "2024-06"),
        ("2024年已完成", ""),
        ("2024年的", ""),
        ("对2024年", ""),
        ("对于2024年", ""),
        ("凡是2024年", ""),
        ("比2024年", ""),
        ("根据2024年", ""),
        ("到2024年", "2024"),
        ("落实到2024年", "2024"),
        ("《2024年方案》", ""),
        ("《2023年方案》2024年完成", "2024"),
        ("“十四五”期间", "2025"),
        ("“十四五”", ""),
        ("2024年3-11月", "2024-11"),
        ("2024年3月至11月", "2024-11"),
        ("2024年3月至11月30日", "2024-11-30"),
        ("2024年6月论证的3-11月", "2024-06"),
        ("2024年上半年", "2024-06"),
        ("2024年下半年", "2024-12"),
        ("2024年二季度", "2024-06"),
        ("2024年上半年完成", "2024-06"),
        ("2024年第三季度完成", "2024-09"),
        ("明年6月底前完成", "2025-06"),
        ("年底前完成", "2024"),
        ("8月—12月完成", ""),
        ("2014年以来完成", ""),
        ("每年4月底前完成", ""),
        ("对2024年6月30日前完成备案的机构", ""),
        ("按照《评定办法(2026年版)》完成", ""),
    ],
)
def test_which_dates_set_a_deadline(text: str, expected: str) -> None:
    """The last month of what they name; none that is past, that is part of a name or a case, or that counts
    from the date."""
    assert expected == dates_of([text], 2024)[0][1]


def test_a_date_knows_its_place() -> None:
    """From its first to behind its last character, a title before it included."""
    ((date, _),) = dates_of(["按《2023年方案》于2024年6月底前完成"], 2024)
    assert ClauseDate("2024-06", 11, 20, False) == date
    ((month, _),) = dates_of(["应于明年6月底前完成"], 2024)
    assert month is not None
    assert (2, 8) == (month.start, month.end)
