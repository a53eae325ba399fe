"""Periods of a value: each year, quarter, month, week or day (每年40名, 月巡访率, 全年不超过90天)."""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.reading.quantities.bases.wordings import (
    EACH_TIME_OF,
    EVERY_SEVERAL,
    NO_PERIOD,
    ONCE_IN,
    ONE_BEHIND,
    PAID_EACH,
    PAID_IN,
    SLASH_BASE,
)
from compare.reading.rules import Rule, first

# 年募集, 周巡访率, 日服务能力: a period before what is done in it; 今年, 6月, 工作日 are none.
_DONE = (
    "募集|筹集|接待|(?:服务|培训|体检|检测|探访)(?!费|机构|组织|单位)|组织(?!机构)|开展|举办|巡访|巡查|查巡|探访|走访|巡视|访视|上门"
    "|接诊|配送|供餐|就餐|助餐|[人户床]?均|产值|产能|更新|补[贴助]|津贴"
)
# 月度自查, 季度例会
_HELD = "自查|检查|抽查|巡查|例会|督查|演练|探访|走访|体检|会商|回访"
# A character that stands in each of the wordings, the pattern, its code, its word.
_PERIODS = (
    ("半", re.compile(r"每半年"), "per_half_year", "半年"),
    (
        "年",
        re.compile(
            r"每(?:一)?年|(?<![0-9上本去前当下该一二三四五两])年度(?!目标|计划|任务|考核|预算|报告|投资|建设)|逐年|(?<![老青成中少])年平?均|全年(?=[人户]均|每[个家处所站]|(?:累计|合计)?[一-龥]{0,4}(?:最高|不超过|不得超过|上限|限额|封顶))|每(?:一)?年度"
            rf"|^年(?=[一-龥])(?!检(?![查测修])|审(?![核计查])|报告)(?![度初底末内满均龄人终产薪老轻长迈]|收(?![治住养容]))|(?<![{NO_PERIOD}同])年(?={_DONE})"
        ),
        "per_year",
        "年",
    ),
    (
        "季",
        re.compile(rf"每(?:一)?季度?|每个季度|按季|(?<![{NO_PERIOD}第])季度(?={_HELD})"),
        "per_quarter",
        "季度",
    ),
    (
        "月",
        re.compile(
            rf"每(?:个)?月|(?<![{NO_PERIOD}个])月度(?={_HELD})|(?<![{NO_PERIOD}个])月(?={_DONE})|按月"
        ),
        "per_month",
        "月",
    ),
    ("周", re.compile(rf"每(?:一)?周|(?<![{NO_PERIOD}个])周(?={_DONE})"), "per_week", "周"),
    ("星", re.compile("每(?:一)?星期"), "per_week", "周"),
    (
        "日",
        re.compile(rf"每(?:一|床位?|人)?日(?![间托照常])|(?<![{NO_PERIOD}月])日(?={_DONE})"),
        "per_day",
        "日",
    ),
    # each night is one of a day
    ("晚", re.compile("每晚"), "per_day", "日"),
    ("夜", re.compile("每夜|(?<!其中)夜间(?=[一-龥]{0,4}(?:巡[查视护房]|查[房铺]))"), "per_day", "日"),
    ("天", re.compile("每(?:一)?天"), "per_day", "日"),
)
_OF_A_PERIOD = re.compile("[年半季月周星日天晚夜]")  # all words of periods have one
# 全年不超过90天, 一年内最多4次: how long or how often within a year
_IN_A_YEAR = re.compile(r"(?:全年|[一1]年(?:之|以)?内|(?:自然|一个)年度内?)[^0-9,。;]{0,14}$")
# The same of money, or directly before the sum: 最低工资标准为月1800元
_PAID_IN = re.compile(rf"{PAID_IN}|(?<=为)([年月日])$")
_COUNTED_IN_A_YEAR = frozenset({"duration", "frequency"})
_CODES = {
    "年": "per_year",
    "半年": "per_half_year",
    "季度": "per_quarter",
    "月": "per_month",
    "周": "per_week",
    "日": "per_day",
    "天": "per_day",
}
_OF_ANOTHER = re.compile("[0-9][^,]*的")
_ONCE = re.compile(
    r"[0-9][^、和及与]*[、和及与](?:[^、和及与])*?(?:一次性|总额|合计|共计|累计)"
    r"|[0-9][^“”]*”[^“”]{0,12}“[^“”]*$"  # 将“每年500人次”调整为“累计1800人次”
)
# 每年对评定为五星级的机构给予一次性奖励: every year there are some, each is paid once
_ONCE_FOR_EACH = re.compile("(?:评|选|认定|对|的|新|招|培|入职)[^,。;]*?一次性")
# 每人每天15元、每餐2元: the second sum is for each meal, of whatever day
_EACH_OTHER = re.compile(r"[0-9][^,、和及与]*[、和及与][^,]*?每(?:餐|人次|次|场|节|课时|学时|小时)")
# 每床每年1000元、连续3年: how long it goes on is not each year's
_GOES_ON = re.compile(
    r"(?:连续|持续|连[补奖]|为期|期限)(?:补[助贴]|奖励|发放|享受|支付|最长|最多|不超过|为){0,3}(?:[0-9一二两三四五]{0,2}(?:-|至))?$"
)
_QUARTER = {"季": "季度"}
_CODE_WORDS = {
    "per_year": "年",
    "per_half_year": "半年",
    "per_quarter": "季度",
    "per_month": "月",
    "per_week": "周",
    "per_day": "日",
}


class ClauseAround(NamedTuple):
    """The words of a clause before a value and directly behind it, and the sort of the value's unit."""

    before: str
    after: str
    sort: str


#: A period code and its word in a unit; two empty ones where the value has no period.
Period = tuple[str, str]
_NONE: Period = ("", "")


def _with_word(code: str) -> Period | None:
    return (code, _CODE_WORDS[code]) if code else None


def _slash_behind(p: ClauseAround) -> Period | None:
    # 300元每人每月; 每人每年300元每月发放 goes on to say something else
    goes_on = p.sort == "money" and p.after.startswith("每") and "每" not in p.before
    slash = SLASH_BASE.match(p.after) if goes_on or p.after.startswith("/") else None
    if slash is None:
        return None
    return _with_word(_CODES.get(slash["second"] or slash["first"]) or _CODES.get(slash["first"], ""))


def _one_behind(p: ClauseAround) -> Period | None:
    one = ONE_BEHIND.match(p.after) if p.sort == "money" else None
    return _with_word(_CODES.get(one["one"], "")) if one else None


def _each_behind(p: ClauseAround) -> Period | None:
    each = PAID_EACH.match(p.after) if p.sort == "money" and p.after.startswith("每") else None
    own = each and not _OF_A_PERIOD.search(p.before[p.before.rfind("每") :])
    return _with_word(_CODES[each[1]]) if each and own else None


def _each_time(p: ClauseAround) -> Period | None:
    of_a_time = p.sort in ("duration", "people") and "每" in p.before and EACH_TIME_OF.search(p.before)
    return _NONE if of_a_time else None


def _so_long(p: ClauseAround) -> Period | None:
    return _NONE if p.sort == "duration" and _GOES_ON.search(p.before) else None


def _said_of_another(p: ClauseAround) -> Period | None:
    at, _, _ = _last_said(p.before, p.sort)
    if at < 0:
        return None
    once = None if p.sort == "duration" else _ONCE.search(p.before, at)  # 每月4次、累计30小时
    again = once or EVERY_SEVERAL.search(p.before, at + 1)
    if p.sort == "money":
        again = again or _ONCE_FOR_EACH.search(p.before, at) or _EACH_OTHER.search(p.before, at)
    return _NONE if again else None


def _said(p: ClauseAround) -> Period | None:
    at, period, _ = _last_said(p.before, p.sort)
    return period if at >= 0 else None


def _last_said(before: str, sort: str) -> tuple[int, Period, int]:
    """Where the last period word of a clause stands, -1 if there is none, what it is, and where it ends."""
    said = (
        (match.start(), (code, word), match.end())
        for char, pattern, code, word in _PERIODS
        if char in before
        for match in pattern.finditer(before)
        # 年服务满1000人次的站点奖励1万元
        if sort != "money" or match.group() != char or not _OF_ANOTHER.search(before, match.end())
    )
    return max(said, default=(-1, _NONE, -1))


def _so_often(p: ClauseAround) -> Period | None:
    once = ONCE_IN.search(p.before) if p.sort == "frequency" else None
    if once is None:
        return None
    each = {"一": "", "半": "半"}.get(once["n"], "-") + _QUARTER.get(once["unit"], once["unit"])
    return _with_word(_CODES.get(each, ""))


def _paid(p: ClauseAround) -> Period | None:
    paid = _PAID_IN.search(p.before) if p.sort == "money" else None
    return _with_word(_CODES[paid[1] or paid[2]]) if paid else None


def _in_a_year(p: ClauseAround) -> Period | None:
    within = p.sort in _COUNTED_IN_A_YEAR and "年" in p.before and _IN_A_YEAR.search(p.before)
    return _with_word("per_year") if within else None


_SOURCE = "GUIDE: 每年 and the like are the period"
PERIOD_RULES: tuple[Rule[ClauseAround, Period], ...] = (
    Rule("period behind a slash", _slash_behind, "每人发放«300元»/月。", "每月发放«300元»/人。", _SOURCE),
    Rule(
        "age has no period",
        lambda p: _NONE if p.sort == "age" else None,
        "每年为年满«80周岁»的老人体检。",
        "每年为老人体检«1次»。",
    ),
    Rule("period behind one", _one_behind, "高龄津贴«300元»一年。", "高龄津贴«300元»一次性发放。", _SOURCE),
    Rule(
        "each behind the sum",
        _each_behind,
        "每人«300元»每月的补贴。",
        "每人每天«10元»每月的补贴。",
        _SOURCE,
    ),
    Rule(
        "no word of a period",
        lambda p: None if _OF_A_PERIOD.search(p.before) else _NONE,
        "发放补贴«300元»。",
        "每月发放补贴«300元»。",
    ),
    Rule("time of each", _each_time, "每月每次服务«40分钟»。", "每月服务«40分钟»。"),
    Rule("how long it goes on", _so_long, "每床每年连续补贴«3年»。", "每床每年服务«30小时»。"),
    Rule(
        "period of something else",
        _said_of_another,
        "每年对评定为五星级的机构给予一次性奖励«5万元»。",
        "每年给予机构奖励«5万元»。",
    ),
    Rule("period in the clause", _said, "每年新增床位«200张»。", "每两年体检«1次»。", _SOURCE),
    Rule("so often in one", _so_often, "一年«2次»体检。", "三年«2次»体检。", _SOURCE),
    Rule("period before the money", _paid, "月基础养老金标准«123元»。", "基础养老金标准«123元»。", _SOURCE),
    Rule("within a year", _in_a_year, "一年内最多«4次»。", "半年内最多«4次»。", _SOURCE),
)

#: The rules that go by one wording before the value.
_WORDED = {"so often in one": ONCE_IN, "period before the money": _PAID_IN, "within a year": _IN_A_YEAR}


def period_by_rule(before: str, after: str = "", sort: str = "") -> tuple[Period, str]:
    """The period stated in the clause before (or directly behind) a value, and the rule, "" without one."""
    return first(PERIOD_RULES, ClauseAround(before, after, sort)) or (_NONE, "")


def words_of_period(before: str, sort: str) -> tuple[int, int] | None:
    """Where in the clause before a value the words stand that say its period, None where none do."""
    rule = period_by_rule(before, "", sort)[1]
    if rule == "period in the clause":
        at, _, end = _last_said(before, sort)
        return at, end
    words = _WORDED[rule].search(before) if rule in _WORDED else None
    return words.span() if words else None


def period_of(before: str, after: str = "", sort: str = "") -> Period:
    """The period stated in the clause before (or directly behind) a value."""
    return period_by_rule(before, after, sort)[0]


def _in_unit(unit: str) -> str | None:
    return _CODES.get(unit.rpartition("·")[2]) if "·" in unit else None


UNIT_PERIOD_RULES: tuple[Rule[str, str], ...] = (
    Rule(
        "period in the unit",
        _in_unit,
        "退休职工月人均养老金达«2261元»。",
        "退休职工人均养老金达«2261元»。",
        _SOURCE,
    ),
)


def period_in_unit(unit: str) -> tuple[str, str]:
    """The period that a unit with a base says (元/人·年), and the rule; two empty ones where it says none."""
    return first(UNIT_PERIOD_RULES, unit) or ("", "")
