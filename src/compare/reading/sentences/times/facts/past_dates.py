"""Values whose date is over, or whose part of the text looks back: they are so already.

:data:`PAST_DATE_RULES` go by dates and by where a value stands, in order.
"""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.cues import DOES, HAS, MAKES, NOT_BEYOND, PROGRESS, THERE_IS_NOW
from compare.reading.rules import Rule
from compare.reading.sentences.times.timing import Timed, Timing, intends

_AS_OF = ("截至", "截止", "截至到", "截止到")

_GOAL = re.compile(
    rf"力争|确保|争取|将|(?<!主|重|需)要|应(?!急)|须|计划|目标|实现|{NOT_BEYOND}|不得|至少|每年|到20|再|新的|下一步|今后"
)
# The end of the plan (十五五) that no text tells of yet which was written before it.
_NOT_OVER = "2030"
_TERMS = ("前", "期间", "时期", "末", "底")
_DAY = re.compile(r"[底末月日]")  # 截至2020年底 counts; 截至2025年 may be a term
_DONE = re.compile(rf"{MAKES}|{HAS}|{DOES}|共|累计|{THERE_IS_NOW}|投入|投用|(?:县|市|区|省|州|地)有")
_SUMS_UP = re.compile(r"累计|共计|共(?=建|新|完|改|培|投|为|有|实)|先后|已")
# 2022年度区级福彩公益金共计1860万元: the account of a year
_ACCOUNTED = re.compile("共计|合计|总计|支出|收入|使用|下达|拨付|发放|结余|筹集|募集|到账|兑付|其中")
# 2023年第三季度共发放, 2022年1-6月共发放
_PART_OF_YEAR = re.compile("季度|上半年|月")
_SUMMED_UP = re.compile("(?:累计|合计|共计?)(?:发放|拨付|支出|支付|兑付|下达|补[助贴]|救助|惠及)")
_BUDGETED = re.compile("预算|安排|计划|拟|申报|申请|预计|争取")
_LOOKS_BACK = re.compile(
    rf"取得[^,。;]{{0,12}}(?:{PROGRESS})|成效(?:显著|明显)|(?:稳步|显著|明显|不断)(?:增长|提升|改善)[:,]"
)


def _past(t: Timing) -> Timed | None:
    return (Kind.PARAMETER, t.deadline) if t.past else None


def _as_of(t: Timing) -> Timed | None:
    start, end = t.dated
    if end <= start or not t.text.endswith(_AS_OF, 0, start):
        return None
    words = (t.text, end, t.value.start)
    if t.issue_year and t.deadline and int(t.deadline[:4]) > t.issue_year:
        return None
    counted = _DAY.search(t.text, start, end) or _DONE.search(*words)
    return (Kind.PARAMETER, "") if counted and not _GOAL.search(*words) else None


def _summed_up(t: Timing) -> Timed | None:
    start, end = t.dated
    if t.issue_year or "五" not in t.text[start:end] or t.deadline[:4] >= _NOT_OVER:
        return None  # a plan that says its own year says what is past
    if t.begins and t.deadline:
        return (Kind.PARAMETER, "") if int(t.deadline[:4]) < t.begins else None
    words = (t.text, end, t.value.start)
    summed = _SUMS_UP.search(*words) and not _GOAL.search(*words)
    return (Kind.PARAMETER, "") if summed and not intends(t.text, t.sentence[0], start) else None


def _changed(t: Timing) -> Timed | None:
    # 过去15年,从2000年的71.4岁上升至2015年的76.34岁: the year of that number
    of_number = t.text.startswith("的", t.dated[1]) or t.dated[1] == t.value.start
    over = t.deadline and 0 <= t.now <= t.value.start and of_number
    return (Kind.PARAMETER, "") if over and not intends(t.text, t.now, t.value.start) else None


def _year_before(t: Timing) -> Timed | None:
    if not (t.tells and t.deadline and t.ahead) or t.by_then or not t.text.startswith(",", t.dated[1]):
        return None
    over = len(t.deadline) == 4 and int(t.deadline) < t.ahead
    return (Kind.PARAMETER, "") if over and not intends(t.text, *t.sentence) else None


def _account(t: Timing) -> Timed | None:
    sort = t.value.unit.sort
    counted = sort in ("money", "people") or (sort == "share" and t.before.startswith(("占", "其中")))
    if not t.tells or t.by_then or t.aims or not counted:
        return None
    dated = t.text[slice(*t.dated)]
    of_a_year = dated.endswith("年度") and _ACCOUNTED.search(t.text, t.dated[1], t.value.start)
    paid = of_a_year or (_PART_OF_YEAR.search(dated) and _SUMMED_UP.search(t.text, t.dated[1], t.value.start))
    meant = _BUDGETED.search(t.text, *t.sentence) or intends(t.text, *t.sentence)
    return (Kind.PARAMETER, "") if paid and not meant else None


def _year_counted(t: Timing) -> Timed | None:
    if t.by_then or not t.deadline or intends(t.text, t.sentence[0], t.value.start):
        return None
    year = int(t.deadline[:4])
    over = year <= t.counted or (year < t.begins and not t.tells)
    return (Kind.PARAMETER, "") if over else None


def _looks_back(t: Timing) -> Timed | None:
    start, end = t.dated
    if end <= start or t.by_then:
        return None  # 到2029年,改革取得突破,…
    back = _LOOKS_BACK.search(t.text, max(end, t.sentence[0]), t.value.start)
    return (Kind.PARAMETER, "") if back else None


def _told(t: Timing) -> Timed | None:
    if t.told_of is None or intends(t.text, t.sentence[0], t.value.start, bounds=False):
        return None
    if intends(t.text, t.value.clause_start, t.value.start):
        return None
    # 到2025年 in a part that names no year may be a forecast
    told = t.deadline and not t.by_then and not t.text.endswith(_TERMS, 0, t.dated[1])
    over = told or not t.deadline or int(t.deadline[:4]) <= max(t.told_of, t.issue_year - 1, t.begins - 1)
    return (Kind.PARAMETER, "") if over else None


PAST_DATE_RULES: tuple[Rule[Timing, Timed], ...] = (
    Rule(
        "date in the past",
        _past,
        "截至2018年底,全市共有床位«300张»。",
        "到2018年底,全市建成床位«300张»。",
        "GUIDE: facts are parameters without deadline",
    ),
    Rule(
        "as of a date",
        _as_of,
        "截至2020年底,全市建成养老机构«40家»。",
        "截至2025年底,力争建成养老机构«40家»。",
        "GUIDE: facts (截至…) are parameters without deadline",
        state="dated",
    ),
    Rule(
        "summed up",
        _summed_up,
        "“十三五”期间,全市累计新建养老机构«30家»。",
        "“十五五”期间,全市力争累计新建养老机构«30家»。",
        "GUIDE: facts (十三五时期…达到) are parameters without deadline",
        state="dated",
    ),
    Rule(
        "change that is over",
        _changed,
        "过去五年,护理型床位占比由2018年的30%提高到2023年的«52%»。",
        "今后五年,护理型床位占比由2018年的30%提高到2023年的«52%»。",
        "GUIDE: facts are parameters without deadline",
        state="dated",
    ),
    Rule(
        "year before the one ahead",
        _year_before,
        "2012年,全市新增床位«300张»。2013年,全市将新建中心8个。",
        "2012年,全市将新增床位«300张»。2013年,全市将新建中心8个。",
        "GUIDE: facts are parameters without deadline",
        state="dated",
    ),
    Rule(
        "account of a year",
        _account,
        "2022年度福彩公益金支出«1860万元»。",
        "2022年度福彩公益金计划支出«1860万元»。",
        "GUIDE: facts are parameters without deadline",
        needs=("年度", "季度", "半年", "月"),
        state="dated",
    ),
    Rule(
        "year that is counted",
        _year_counted,
        "截至2022年底,全县养老床位3200张。2022年,新增护理型床位«260张»。",
        "截至2022年底,全县养老床位3200张。2023年,新增护理型床位«260张»。",
        "GUIDE: facts are parameters without deadline",
        state="dated",
    ),
    Rule(
        "looks back",
        _looks_back,
        "“十三五”时期养老服务取得长足进步:护理型床位占比达«47.5%»。",
        "“十五五”时期养老服务加快发展:护理型床位占比达«47.5%»。",
        "GUIDE: facts (十三五时期…达到) are parameters without deadline",
        state="dated",
    ),
    Rule(
        "part that looks back",
        _told,
        "一、2023年工作回顾\n新增床位«300张»。\n二、2024年工作计划\n新增床位400张。",
        "一、2023年工作回顾\n新增床位300张。\n二、2024年工作计划\n新增床位«400张»。",
        "GUIDE: facts are parameters without deadline",
    ),
)
