"""Dates and deadlines: where they stand, what they mean in ISO 8601, and how far they govern.

Precision is kept as stated: 到2022年 is 2022, 2020年12月底前 is 2020-12. 十三五末 and
十四五期间 are the last year of that five-year plan (the n-th ended in 1955+5n). Relative years
(今年, 前两年) are read against the document's own dates, never against today's clock.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from compare.frozen import quickly
from compare.reading.cues import THERE_IS_NOW
from compare.reading.numerals import chinese_to_decimal
from compare.reading.rules import Rule, first


class Force(StrEnum):
    """How a date acts on the values around it."""

    LEAD = "lead"  # opens a clause and governs what follows
    LOCAL = "local"  # stands inside a clause or behind the value
    DATE = "date"  # a date that sets no deadline (自2021年起, dates of issue)


@quickly
@dataclass(frozen=True, slots=True)
class Date:
    """A date at ``start:end``; ``value`` is ISO 8601 or "" for an open horizon (中长期).

    ``past`` marks years before the document's own: what they govern is a fact, not a promise.
    ``rule`` gave the force.
    """

    start: int
    end: int
    value: str
    force: Force
    past: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative years are read against; 0 where the document does not say.

    ``sections`` are (offset, year) of headings that name a year, in text order; they say what 全年 means.
    ``near`` and ``far`` are the last years of the terms that a plan sets itself (近期至2027年,远期至2035年);
    ``told`` is the year that the first line names, or for which the text says what will be done: no date of
    issue, nothing is past by it. ``articles`` are (offset, year) of pieces of news of different years.
    """

    issue_year: int = 0
    horizon_start: int = 0
    horizon_end: int = 0
    sections: tuple[tuple[int, int], ...] = ()
    near: int = 0
    far: int = 0
    told: int = 0
    articles: tuple[tuple[int, int], ...] = ()

    def this_year(self, position: int) -> int:
        """The year that 今年 means at a position, 0 where the document does not say."""
        at = bisect_right(self.articles, position, key=lambda article: article[0]) - 1
        return self.articles[at][1] if at >= 0 else self.issue_year or self.told

    def year(self, position: int) -> int:
        """The year that a month or 年底 at a position is of: of its section, of issue, else the one told."""
        return self.section_year(position) or self.this_year(position)

    def section_year(self, position: int) -> int:
        """The year a section is about (二、2010年主要任务), else that of a plan for a single year."""
        at = bisect_right(self.sections, position, key=lambda section: section[0]) - 1
        if at >= 0 and self.sections[at][1]:
            return self.sections[at][1]
        single = self.horizon_start if self.horizon_start == self.horizon_end else 0
        return single if self.issue_year in (0, single) else 0


_YEAR = r"(?:19|20)[0-9]{2}"
_HAN_YEAR = r"[二一][零〇○0OoＯ九][零〇○0OoＯ一二三四五六七八九]{2}"
_PART = r"(?:年?[底末初内]|年[底末初]|上半年|下半年|年[内中])"
_TAIL = r"(?P<tail>(?:之?前|以前|止|为止)?)"

ABSOLUTE = re.compile(
    rf"(?:(?P<y0>{_YEAR})年?(?:-{{1,2}}|~|至|到))?(?P<y>{_YEAR}|{_HAN_YEAR})年度?"
    rf"(?:(?:(?:1[0-2]|0?[1-9])月?(?:-{{1,2}}|~|至|到))?(?P<m>1[0-2]|0?[1-9])月(?:(?P<d>3[01]|[12][0-9]|0?[1-9])日)?|第?(?P<q>[一二三四1-4])季度)?"
    rf"(?P<part>{_PART}|月[底末])?{_TAIL}"
)
NUMERIC = re.compile(
    rf"(?P<y>{_YEAR})(?:(?P<sep>[-./])(?P<m>1[0-2]|0?[1-9])(?P=sep)(?P<d>3[01]|[12][0-9]|0?[1-9])|[-/](?P<month>1[0-2]|0[1-9]))"
    r"(?:[ T]?[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?)?(?![0-9])"
)
MONTH_DAY = re.compile(
    r"(?P<m>1[0-2]|0?[1-9])(?:月?(?:-{1,2}|~|至|到)(?P<to>1[0-2]|0?[1-9]))?月(?!龄)(?:份|(?P<d>3[01]|[12][0-9]|0?[1-9])日)?"
    rf"(?P<part>[底末初])?{_TAIL}"
)
#: 三季度末; 前三季度 and 每一季度 set no deadline
QUARTER_END = re.compile(
    r"(?<![每前各个上下])[一二三四1-4]季度(?:[底末](?P<tail>之?前|以前)?|(?P<before>之?前|以前))"
)
YEAR_SPAN = re.compile(rf"(?P<y0>{_YEAR})年?(?:-{{1,2}}|~|至|到)(?P<y>{_YEAR})(?:年度?)?")
FIVE_YEAR = re.compile(
    r"[“\"'‘「]?(?P<n>十[一二三四五六七八九]|[五六七八九])五[”\"'’」]?"
    r"(?:规划)?(?P<when>期?末(?:之?前)?|(?:期间?|时期)?的?(?:(?:[前头]|开局)(?P<first>[一二两三四])|后[一二两三四])年(?![起后])|期间|时期|期内|中后?期|[初前后]期(?!末)|期)?"
)
#: Behind 后: 后三年, 分后三年, 工程后三年 are of a plan, 终止后三年 counts from an event.
OF_A_PLAN = "(?:(?<![一-龥]后)|(?<=[分期划的程和及与在从至到用]后))"
_OPEN_PARTS = ("中期", "中后期", "初期", "前期", "后期")
# Each alternative begins with a fixed word, which keeps the search at the speed of a character set.
#: 前两年, 后三年 of the plan's horizon; 受理后一年内 counts from something else.
HORIZON_PART = re.compile(
    rf"(?:前(?<![提之此以学五”\"’」]前)|后{OF_A_PLAN})[一二两三四]年(?!以?内|之内|[起后])"
)
_LEAD_WORDS = re.compile(
    r"(?:到|至|截至|截止|截止到|截至到|最迟|最晚|不迟于|不晚于|力争到?|争取到?|确保到?|在|于|从|自|以|预计到?|计划到?)$"
)
# 自2021年起, 比2020年提高: a date to count from, no deadline.
_START = re.compile(r"(?:自|从|(?<!占)比|较)$")
_SINCE = re.compile(
    r"(?:(?:之|以)?(?:起|来|后|开始)|年?的?(?:基础|水平|相比|标准(?!化)|版|数据|价格)|为基[数期准]|[建竣登注批购发下确安认评立出备][成工记册准买布达定排项让案]的|开始|以来|[、和及与](?:19|20)[0-9]{2}年|年?的?(?:基础|水平|相比))"
)
_STOCK = re.compile(rf",?[^。;,]{{0,12}}(?:共有|{THERE_IS_NOW}|实有|已(?!建成区)|共(?!同|享)|累计)")
_PROGRAMME = re.compile(
    r"[^,。;:\n]{0,16}(?:项目|任务|工程|实事|工作|计划|清单|目标)[^,。;:\n]{0,6}"
    r"(?:(?:有|包括|包含|如下|是|为):|(?:分解|进度|计划|一览|进展|情况)表(?:\([一-龥0-9-]{1,9}\))?\n)"
)
_ITS_OWN = re.compile(r"的[0-9约近]")  # 从2020年的30%提高到…: the year of that number alone
_BUILT = re.compile(r"[建竣登注批购发][成工记册准买布]的")  # 2014年前建成的小区
# 规定2021-2023年,市财政安排…
_DECIDES = ("规定", "明确", "提出", "要求", "决定", "透露", "指出", "表示")
_OPENER = re.compile(
    r"(?:^|[,;:。!?|\n、().>\-●•·■◆★▪※☆○◎▲*①-⑳]|(?<=[一二三四五六七八九十百零])条)"
    r"(?:[一二三四五六七八九十]是)? ?[“\"]?"
    r"(?:其中|并|力争|争取|确保|预计|计划|展望到?|到|至|截至|截止|于|在|全[市省区县州])?$"
)


#: 第十四个五年规划期间: the same in full.
FIVE_YEAR_IN_FULL = re.compile(
    r"第(?P<n>十[一二三四五六七八九]?|[一二三四五六七八九])个五年(?:规划|计划)?(?P<when>期?末(?:之?前)?|期间|时期|期内)?"
)


def five_year_end(number: str) -> int | None:
    """Last year of the five-year plan with that Chinese number (十三 -> 2020)."""
    value = chinese_to_decimal(number)
    return None if value is None or value < 1 else 1955 + 5 * int(value)


def plan_year(match: re.Match[str]) -> str:
    """Year up to which a :data:`FIVE_YEAR` with a part of it goes, "" where its end is not said (中期)."""
    groups = match.groupdict()
    end = five_year_end(groups["n"]) or 0
    if first_years := groups.get("first"):
        return str(end - 5 + "一二三四".index(first_years.replace("两", "二")) + 1)
    return "" if groups["when"] in _OPEN_PARTS else str(end)


def dated(text: str, start: int, end: int, value: str, tail: str, anchor: Anchor) -> Date:
    """A date with its force, that knows whether it lies before the document's own year."""
    past = bool(value and anchor.issue_year and int(value[:4]) < anchor.issue_year)
    force, rule = force_of(text, start, end, tail)
    return Date(start, end, value, force, past, rule)


def counts_stock(text: str, start: int, end: int) -> bool:
    """Whether a date says as of when something was counted (截至2020年底,全市共有…)."""
    return text.endswith(("截至", "截止", "截止到", "截至到"), 0, start) and bool(_STOCK.match(text, end))


def _iso(year: str, month: str | None, day: str | None) -> str:
    value = year
    if month:
        value += f"-{int(month):02d}"
        if day:
            value += f"-{int(day):02d}"
    return value


_HAN_DIGIT = str.maketrans("零〇○OoＯ一二三四五六七八九", "000000123456789")


def absolute(match: re.Match[str]) -> str:
    """ISO value of an :data:`ABSOLUTE` or :data:`NUMERIC` match; a span of years is its last year."""
    groups = match.groupdict()
    return _iso(groups["y"].translate(_HAN_DIGIT), groups.get("m") or groups.get("month"), groups.get("d"))


class DatePlace(NamedTuple):
    """A date with the words around it: ``tail`` is 前, 之前 … at its end."""

    text: str
    start: int
    end: int
    tail: str
    before: str
    after: str

    @property
    def opens(self) -> bool:
        """Whether the date opens its clause, a lead word apart (各区要到2025年 does not)."""
        if not self.before or _OPENER.search(self.before):
            return True
        lead = self.lead
        return bool(lead and _OPENER.search(self.before[: lead.start()] or "\n"))

    @property
    def lead(self) -> re.Match[str] | None:
        """到, 截至, 力争到 … before the date."""
        return _LEAD_WORDS.search(self.before)


def force_of(text: str, start: int, end: int, tail: str) -> tuple[Force, str]:
    """How the date at ``start:end`` acts, from the words around it, and the rule that says so."""
    before = text[max(0, start - 5) : start].rstrip("“‘\"'")
    found = first(FORCE_RULES, DatePlace(text, start, end, tail, before, text[end : end + 6]))
    return found or (Force.LOCAL, "date inside its clause")


def _force(force: Force, condition: Callable[[DatePlace], object]) -> Callable[[DatePlace], Force | None]:
    return lambda d: force if condition(d) else None


FORCE_RULES: tuple[Rule[DatePlace, Force], ...] = (
    Rule(
        "date counted from",
        _force(Force.DATE, lambda d: not d.tail and _SINCE.match(d.after)),
        "«2021年»以来新增床位300张。",
        "«2021年»新增床位300张。",
    ),
    Rule(
        "date something was built",
        _force(Force.DATE, lambda d: d.tail and _BUILT.match(d.after)),
        "«2014年前»建成的小区按60%配建。",
        "«2014年前»建成中心12个。",
    ),
    Rule(
        "date after 自, 从, 比",
        _force(Force.DATE, lambda d: not d.tail and _START.search(d.before)),
        "比«2020年»提高5个百分点。",
        "到«2020年»提高5个百分点。",
    ),
    Rule(
        "date in a reference",
        _force(Force.DATE, lambda d: d.before.endswith(("〔", "["))),
        "依据条例〔«2021年»修订〕执行。",
        "依据条例,«2021年»培训300人。",
    ),
    Rule(
        "year of its own number",
        _force(Force.DATE, lambda d: _ITS_OWN.match(d.after)),
        "由«2020年»的30%提高到2025年的60%。",
        "到«2020年»达到30%。",
    ),
    Rule(
        "date of a programme",
        _force(Force.LEAD, lambda d: _PROGRAMME.match(d.text, d.end)),
        "我区«2025年»民生工程的项目有:新建床位300张。",
        "我区«2025年»民生工程新建床位300张。",
    ),
    Rule(
        "date that opens its clause",
        _force(Force.LEAD, lambda d: d.opens),
        "到«2025年»,床位达到300张。",
        "床位在«2025年»达到300张。",
    ),
    Rule(
        "date set off by a comma",
        _force(
            Force.LEAD,
            lambda d: d.after.startswith(",") and (d.tail or d.lead or d.before.endswith(_DECIDES)),
        ),
        "各地要在«2025年»,把床位提高到300张。",
        "各地要在«2025年»把床位提高到300张。",
    ),
)
