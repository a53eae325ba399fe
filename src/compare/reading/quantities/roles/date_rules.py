"""Numerals that are dates: years, spans of years, months and days, five-year plans, parts of the horizon."""

from __future__ import annotations

import re
from dataclasses import replace

from compare.model import Role
from compare.reading.numerals import CHINESE
from compare.reading.quantities import dates as dt
from compare.reading.quantities.roles.numerals_in_text import (
    Found,
    NumeralInText,
    NumeralRule,
    role_only,
    with_date,
)


def _year_span(p: NumeralInText) -> Found | None:
    span = dt.YEAR_SPAN.match(p.text, p.start) if p.text.startswith(("20", "19"), p.start) else None
    if span is None:
        return None
    match = dt.ABSOLUTE.match(p.text, p.start)
    longer = not match or span.end() > match.end() or match["y0"]
    years = p.text.startswith("年", span.end()) or span.group().endswith(("年", "年度"))
    return _absolute(p, span, span["y"], "") if longer and years else None


def _year(p: NumeralInText) -> Found | None:
    match = dt.ABSOLUTE.match(p.text, p.start) if p.text.startswith(("20", "19"), p.start) else None
    return _absolute(p, match, dt.absolute(match), match["tail"]) if match else None


def _year_in_words(p: NumeralInText) -> Found | None:
    match = dt.ABSOLUTE.match(p.text, p.start)
    return _absolute(p, match, dt.absolute(match), match["tail"]) if match else None


def _absolute(p: NumeralInText, match: re.Match[str], value: str, tail: str | None) -> Found:
    date = p.dated(match, value, tail)
    if dt.counts_stock(p.text, *match.span()):
        date = replace(date, past=True)
    return with_date(date, spans=True)


def _numeric_date(p: NumeralInText) -> Found | None:
    match = dt.NUMERIC.match(p.text, p.start) if p.text.startswith(("20", "19"), p.start) else None
    if match is None:
        return None
    date = dt.Date(p.start, match.end(), dt.absolute(match), dt.Force.DATE, rule="numeric date")
    return Found(match.end(), Role.DATE, date)


def _year_around(p: NumeralInText) -> int:
    """The year of the date before in the sentence, else of its section or of issue; 0 if none is known."""
    last = p.dates[-1] if p.dates else None
    if last and last.value and last.start >= p.clauses.sentence(p.start)[0]:
        return int(last.value[:4])
    return p.anchor.year(p.start)


def _month_of_year(p: NumeralInText) -> Found | None:
    """A month without its year."""
    month = dt.MONTH_DAY.match(p.text, p.start)
    if month is None or (p.start and p.text[p.start - 1] in ".-"):
        return None
    year = _year_around(p)
    date = None
    # 5月至8月 is a time for something; 1月至6月 is what a report tells of
    span = month["to"] and int(month["m"]) > 1
    if year and (month["tail"] or month["part"] or span):
        day = f"-{int(month['d']):02d}" if month["d"] else ""
        date = p.dated(month, f"{year}-{int(month['to'] or month['m']):02d}{day}", month["tail"])
    return Found(month.end(), Role.DEADLINE if month["tail"] else Role.DATE, date)


def _quarter_end(p: NumeralInText) -> Found | None:
    """The end of a quarter: a year, as its month is not said; open where no year is known."""
    quarter = dt.QUARTER_END.match(p.text, p.start)
    if quarter is None:
        return None
    year = _year_around(p)
    return with_date(p.dated(quarter, str(year or ""), quarter["tail"] or quarter["before"]))


def _plan_period(p: NumeralInText) -> Found | None:
    five = dt.FIVE_YEAR.match(p.text, p.start)
    if not five or not (five["n"].startswith("十") or p.before in "“\"'‘「"):
        return None
    if five["when"]:
        return _five_year(p, five, p.start)
    return role_only(p.start + len(five["n"]) + 1, Role.NAME)


def _five_year(p: NumeralInText, match: re.Match[str], start: int) -> Found:
    date = dt.dated(p.text, start, match.end(), dt.plan_year(match), "", p.anchor)
    return Found(match.end(), Role.DEADLINE, date)


def _horizon_part(p: NumeralInText) -> Found | None:
    of_a_term = p.text.endswith(("年内", "年内的"), 0, p.start - 1)  # 五年内前三年免收租金
    part = None if of_a_term else dt.HORIZON_PART.match(p.text, p.start - 1)
    return role_only(p.start + 1, Role.DEADLINE) if part else None


def _plan_in_full(p: NumeralInText) -> Found | None:
    full = dt.FIVE_YEAR_IN_FULL.match(p.text, p.start - 1)
    return _five_year(p, full, p.start - 1) if full and full["when"] else None


#: In this order.
DATE_RULES: tuple[NumeralRule, ...] = (
    NumeralRule(
        "five-year plan in full",
        _plan_in_full,
        "第«十四»个五年规划期末达到55%。",
        "第«十四»个五年规划纲要。",
        "DESIGN: any 五年规划 is its last year",
        opens=CHINESE,
        behind="第",
    ),
    NumeralRule(
        "span of years",
        _year_span,
        "«2021-2025年»新增床位300张。",
        "«2021-2025»号楼。",
        "GUIDE: a date goes in the column of deadlines",
        opens="12",
        ahead="年-~至到",
    ),
    NumeralRule(
        "year, month or day",
        _year,
        "到«2025年6月底前»完成。",
        "到«1800»个点位。",
        "GUIDE: a date goes in the column of deadlines",
        opens="12",
        ahead="年-~至到",
    ),
    NumeralRule(
        "numeric date",
        _numeric_date,
        "发布于«2021-03-15»。",
        "编号«2021-93-15»。",
        "GUIDE: a date goes in the column of deadlines",
        opens="12",
        ahead="-./",
    ),
    NumeralRule(
        "month or day without year",
        _month_of_year,
        "«6月底前»完成。",
        "«16»月饼。",
        "GUIDE: a date goes in the column of deadlines",
        opens="0123456789",
        ahead="月-~至到",
    ),
    NumeralRule(
        "end of a quarter",
        _quarter_end,
        "«三»季度末完成80%。",
        "前«三»季度完成80%。",
        "GUIDE: a date goes in the column of deadlines",
        opens="一二三四1234",
        ahead="季",
    ),
    NumeralRule(
        "five-year plan",
        _plan_period,
        "«十四五期间»新增床位300张。",
        "共«五»五开。",
        "DESIGN: any 五年规划 is its last year",
        opens="十五六七八九",
    ),
    NumeralRule(
        "part of the horizon",
        _horizon_part,
        "前«两»年打基础。",
        "提前«两年»完成。",
        "GUIDE: a date goes in the column of deadlines",
        opens="一二两三四",
        behind="前后",
        ahead="年",
    ),
    NumeralRule(
        "year in words",
        _year_in_words,
        "到«二〇二五年»达到55%。",
        "到«二十五»个村。",
        "GUIDE: a date goes in the column of deadlines",
        opens="二一",
        ahead="年○OoＯ",
    ),
)
