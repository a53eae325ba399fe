"""Periods of a value: each year, quarter, month, week or day (每年40名, 月巡访率, 全年不超过90天)."""

from __future__ import annotations

import re

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
            r"每(?:一)?年|(?<![0-9上本去前当下该一二三四五两])年度(?!目标|计划|任务|考核|预算|报告|投资|建设)|逐年|(?<![老青成中少])年平?均|全年(?=[人户]均)|每(?:一)?年度"
            rf"|^年(?=[一-龥])(?![度初底末内满均龄人终产薪老轻长迈]|收(?![治住养容]))|(?<![{NO_PERIOD}同])年(?={_DONE})"
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
    ("天", re.compile("每(?:一)?天"), "per_day", "日"),
)
_OF_A_PERIOD = re.compile("[年半季月周星日天]")  # all words of periods have one
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
    r"(?:连续|连[补奖]|为期|期限)(?:补[助贴]|奖励|发放|享受|支付|最长|最多|不超过|为){0,3}(?:[0-9一二两三四五]{0,2}(?:-|至))?$"
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


def period_of(before: str, after: str = "", sort: str = "") -> tuple[str, str]:
    """(period code, its word in a unit) stated in the clause before (or directly behind) a value."""
    # 300元每人每月; 每人每年300元每月发放 goes on to say something else
    follows = after.startswith("/") or (sort == "money" and after.startswith("每") and "每" not in before)
    slash = SLASH_BASE.match(after) if follows else None
    if slash and (behind := _CODES.get(slash["second"] or slash["first"]) or _CODES.get(slash["first"])):
        return behind, _CODE_WORDS[behind]
    if sort == "age":
        return "", ""
    if sort == "money" and (one := ONE_BEHIND.match(after)) and (code := _CODES.get(one["one"])):
        return code, _CODE_WORDS[code]
    each = PAID_EACH.match(after) if sort == "money" and after.startswith("每") else None
    if each and not _OF_A_PERIOD.search(before[before.rfind("每") :]):
        return _CODES[each[1]], _CODE_WORDS[_CODES[each[1]]]
    if not _OF_A_PERIOD.search(before):
        return "", ""
    if sort in ("duration", "people") and "每" in before and EACH_TIME_OF.search(before):
        return "", ""
    if sort == "duration" and _GOES_ON.search(before):
        return "", ""
    at, period = _last_said(before, sort)
    if at < 0:
        return _without_each(before, sort)
    once = None if sort == "duration" else _ONCE.search(before, at)  # 每月4次、累计30小时
    again = once or EVERY_SEVERAL.search(before, at + 1)
    if sort == "money":
        again = again or _ONCE_FOR_EACH.search(before, at) or _EACH_OTHER.search(before, at)
    return ("", "") if again else period


def period_in_unit(unit: str) -> str:
    """The period that a unit with a base says (元/人·年), "" where it says none."""
    return _CODES.get(unit.rpartition("·")[2], "") if "·" in unit else ""


def _last_said(before: str, sort: str) -> tuple[int, tuple[str, str]]:
    """Where the last period word of a clause stands, -1 if there is none, and what it is."""
    said = (
        (match.start(), (code, word))
        for char, pattern, code, word in _PERIODS
        if char in before
        for match in pattern.finditer(before)
        # 年服务满1000人次的站点奖励1万元
        if sort != "money" or match.group() != char or not _OF_ANOTHER.search(before, match.end())
    )
    return max(said, default=(-1, ("", "")))


def _without_each(before: str, sort: str) -> tuple[str, str]:
    """The period that is said without 每: 一月一次, 月基础养老金标准, 全年不超过90天."""
    code = ""
    if sort == "frequency" and (once := ONCE_IN.search(before)):
        each = {"一": "", "半": "半"}.get(once["n"], "-") + _QUARTER.get(once["unit"], once["unit"])
        code = _CODES.get(each, "")
    elif sort == "money" and (paid := _PAID_IN.search(before)):
        code = _CODES[paid[1] or paid[2]]
    if not code and sort in _COUNTED_IN_A_YEAR and "年" in before and _IN_A_YEAR.search(before):
        code = "per_year"
    return code, _CODE_WORDS.get(code, "")
