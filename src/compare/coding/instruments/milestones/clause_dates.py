"""By when a clause is to be done: the date it names, or that of its sentence, its heading or its item.

A date that says when something was (2019年已…), since when, of what edition, for which case (对2024年前备案的
机构) or in every year (每年4月底前) sets no deadline. Halves, quarters and ranges of months end with their
last month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.coding.indicators.context.blanking import TITLES, blanked
from compare.reading.quantities.dates import (
    ABSOLUTE,
    FIVE_YEAR,
    MONTH_DAY,
    Anchor,
    absolute,
    five_year_end,
)
from compare.reading.quantities.relative_dates import relative_dates

#: A date within so many characters of its clause's beginning leads the clauses behind it.
_OPENS = 3
SINCE = re.compile(r"(?:[春秋]季学期|学年)?,?(?:之?日)?(?:起|开始)")
# 12月底, 5月底前: a month that sets a deadline without its year.
_MONTH_DEADLINE = re.compile(r"(?:底|末|前|止)$")
_HEADING_DATE = re.compile(
    r"\((?:(?P<y>20[0-9]{2})年)?(?:[0-9]{1,2}月?(?:-{1,2}|~|至|到))?(?P<m>1[0-2]|0?[1-9])月[^()]{0,4}\)"
)
_NOTE = re.compile(r"(?:时限|时间|期限|日期)(?:要求|节点|安排)?[:|\s]{1,3}(?P<when>[^;。()|\n]{4,24})")
_DONE = re.compile(r"[(,;](?P<when>[^(),;。|\n]{4,14})(?:完成|办结)\)")
_CELL = re.compile(r"[\s|/]*(?P<when>[^;。|\n]{4,18}?(?:年|月|日|底|末|前|季度|半年|完成))[\s|/]*")
_ENDS = {"上半年": 6, "下半年": 12}
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_RELATIVE = ("今年", "本年", "年内", "年底", "明年")
# What stands behind a date that is part of a name or a reference, or counts from it.
_NO_DEADLINE = re.compile(
    r"(?:之|以)?(?:后|来)|版|修[订正]|第[0-9一二三四五六七八九十]|[〕\]]|年?(?:基础|水平|相比|版|标准(?!化))"
    r"|[建竣登注批购发印备修][成工记册准买布发案订]的|(?:立法|工作)计划|工作要点|[^,]{0,12}(?<!不得)未|已|的|[^,]{0,24}的$"
)
_FOR_WHICH_CASE = ("对", "对于", "凡", "凡是", "比", "较", "与", "按照", "根据", "依据", "落实")
_MAY_BE_DATED = re.compile("[年月五]")
_EVERY = re.compile(r"每(?:个?季度|半?年|个?月|学期)|逐[年月]|按[年月季]")


@dataclass(frozen=True, slots=True)
class ClauseDate:
    """A date in ISO 8601 and where it stands in a clause; ``since``: from then on."""

    value: str
    start: int
    end: int
    since: bool


def heading_date(text: str, year: int) -> str:
    """The date in brackets behind a heading, "" without one; ``year`` is that of the plan."""
    match = _HEADING_DATE.search(text)
    known = (match and match["y"]) or (str(year) if year else "")
    return f"{known}-{int(match['m']):02d}" if match and known else ""


def is_heading_date(text: str) -> bool:
    """Whether a clause ends with the date in brackets of what stands below it (研究整改方案(7月))."""
    match = _HEADING_DATE.search(text)
    return bool(match and match.end() == len(text))


def noted_deadline(text: str, year: int) -> str:
    """The date of a note (完成时限:2024年底), "" without one."""
    match = _NOTE.search(text) or _DONE.search(text)
    found = _deadline(match["when"], year) if match else None
    return found.value if found else ""


def cell_deadline(text: str, year: int) -> str:
    """The date that a cell of a task table consists of, "" for any other cell."""
    match = _CELL.fullmatch(text)
    found = _deadline(match["when"], year) if match else None
    if match is None or found is None or found.end - found.start < len(match["when"]) - _OPENS:
        return ""
    return found.value


def _deadline(text: str, year: int) -> ClauseDate | None:
    found = next(_dates(text, "", year, every=False), None)
    return None if found is None or found.since else found


def dates_of(clauses: Sequence[str], year: int, lead: str = "") -> list[tuple[ClauseDate | None, str]]:
    """For each clause of a sentence the date it names, and the deadline that governs it.

    A date that opens its clause leads the clauses behind it, ``lead`` (of the heading, of the goals) all.
    A beginning that is a clause of its own (从2025年春季学期起,) is that of the next one; of it ``end`` is 0.
    A month without a year takes that of the date before it, else that of the plan, unless it comes every
    year; a date from which something holds is no deadline.
    """
    made: list[tuple[ClauseDate | None, str]] = []
    leading, known = lead, lead[:4]
    every, waiting = False, ""
    for text in clauses:
        every = every or bool(_EVERY.search(text))
        found = next(_dates(text, known, year, every), None)
        if found is None and waiting:
            found = ClauseDate(waiting, 0, 0, True)
        own, waiting = "", ""
        if found is not None:
            since = SINCE.match(text, found.end)
            waiting = found.value if since and since.end() == len(text) else ""
            known = found.value[:4]
            own = "" if found.since else found.value
            leading = own if found.start <= _OPENS or found.since else leading
        made.append((found, own or leading))
    return made


def _dates(text: str, known: str, year: int, every: bool) -> Iterator[ClauseDate]:
    """The dates of a clause that set a deadline or a beginning, those with a year first.

    ``known`` is the year of the date before it, "" if none.
    """
    if not _MAY_BE_DATED.search(text):
        return
    if "《" in text:
        text = blanked(TITLES, text)
    for match in ABSOLUTE.finditer(text):
        value = _end_of(match)
        if int(value[:4]) >= year and _sets_deadline(text, *match.span()):
            yield _dated(text, value, *match.span())
    for match in FIVE_YEAR.finditer(text):
        if match["when"] and (last := five_year_end(match["n"])):
            yield ClauseDate(str(last), *match.span(), False)
    if not every:
        yield from _without_year(text, known, year)


def _without_year(text: str, known: str, year: int) -> Iterator[ClauseDate]:
    """今年底前, 明年6月底前, 9月底前."""
    for said in relative_dates(text, Anchor(issue_year=year)):
        if text.startswith(_RELATIVE, said.start) and _sets_deadline(text, said.start, said.end):
            month = MONTH_DAY.match(text, said.end)
            value = f"{said.value}-{int(month['m']):02d}" if month else said.value
            yield _dated(text, value, said.start, month.end() if month else said.end)
    for month in MONTH_DAY.finditer(text):
        if text[: month.start()].endswith("年"):
            continue  # part of a date that sets no deadline
        if (known or (year and _MONTH_DEADLINE.search(month.group()))) and _sets_deadline(
            text, *month.span()
        ):
            day = f"-{int(month['d']):02d}" if month["d"] else ""
            yield _dated(text, f"{known or year}-{int(month['m']):02d}{day}", *month.span())


def _dated(text: str, value: str, start: int, end: int) -> ClauseDate:
    """A date at its place; from it on where the words behind it say so."""
    return ClauseDate(value, start, end, bool(SINCE.match(text, end)))


def _end_of(match: re.Match[str]) -> str:
    """The last month of what a date names."""
    value = absolute(match)
    if match["q"]:
        return f"{value}-{_QUARTERS[match['q']]:02d}"
    if match["part"] in _ENDS:
        return f"{value}-{_ENDS[match['part']]:02d}"
    return value


def _sets_deadline(text: str, start: int, end: int) -> bool:
    return not _NO_DEADLINE.match(text, end) and not text[:start].endswith(_FOR_WHICH_CASE)
