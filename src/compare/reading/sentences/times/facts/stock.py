"""Values of what there is already (现有, 已建成, 截止目前), and what goes on from them in the sentence."""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.cues import DOES, HAS, MAKES, THERE_IS_NOW
from compare.reading.rules import Rule
from compare.reading.sentences.times.timing import Timed, Timing, intends

_ALREADY = re.compile(
    rf"现?辖有?$|(?<![较比由从与同在])(?:目前|如今)(?!的?水平|[^,。;]{{0,3}}(?:要|拟|计划|力争|争取|将))|{THERE_IS_NOW}(?!的?(?:[一-龥]{{0,4}}基础|条件|水平|标准))|[共原]有|在建(?!成|设)|下辖|实施范围|已新?[建改增装签招派评办培设]$|实际(?:{MAKES}|{DOES}|[建改设签装招]|投入|支出|到位|入住|收住|服务)[^,。;0-9每]{{0,10}}$|[全我本][市国省县区州]有|(?:现|业)已|已经?(?:(?:全面|全部|基本|率先|初步)?实现|累计|{MAKES}|{HAS}|{DOES}|达到?|有|覆盖|惠及|投入|签约|入住|发放|评估|备案|注册|纳入|收[住治]|服务|选定|选派|确定|评定|认定|命名|带动|撬动|招[聘募]|走访|探访|巡访|安装|加装|落实|争取|筹[集措]|吸引|引进|整合|盘活|下达|拨付|兑付|竣工|开工|动工|完工|投用|投运|封顶|验收|交付)(?!的|区|小区|住宅|居住|登记)"
)
# 对全县32家养老机构开展排查: how many there are
_OF_THE_AREA = re.compile("[对在为]全[市省县区州旗镇乡]$")
# 对全县14处敬老院进行改扩建
_REBUILT = re.compile(
    "[^,。;0-9]{2,20}?(?:进行|实施|开展|全部|全面|统一|予以)+(?:适老化|消防|标准化|智能化|提档|提质)*"
    "(?:改扩?建|改造|提升|扩建|升级|迁建|撤并)"
)
# 对全县14.2万名老年人开展信息摸排
_SURVEYED = re.compile("[^,。;]{2,20}(?:摸排|摸底|排查|普查|筛查|建档)")
# 到2027年,建成9个,目前已建成3个
_HAS_DONE = re.compile(
    rf"(?:^|[(、])(?:其中|截至目前|目前|现阶段|现)?(?:已经?(?:累计)?(?:{MAKES}|{DOES}|有|开工|投用|运营)|在建)(?!的|区|小区|住宅|居住)[^,。;的]{{0,16}}$"
    rf"|(?:目前|截至目前|现)(?:已经?)?(?:有|{MAKES}|{DOES}|[建拥设]有)(?!的)[^,。;]{{0,16}}$"
)
# 2023年,全市现有养老机构12家: how many there were in that year; 共有 and 拥有 may be aimed at.
_STOCK = re.compile(
    rf"{THERE_IS_NOW}|实有|现存|已(?:有|开工|动工|立项|完工|竣工|投用|投入使用)|已经?(?:{MAKES}|{HAS})(?!的|区|小区|住宅|居住)|共有(?!产权)|{HAS}"
)
_SURE_STOCK = ("现", "实", "已")
_REACHES = re.compile("达|超过|突破|扩|增|提")
# 压减任务65万吨正在推进; 比“5.5%左右”的预期目标低: the goal beside what has been reached
_OF_A_GOAL = re.compile("(?:左右|以内|以上)?”?的?[一-龥]{0,4}目标")
_JOINED = re.compile(r"[一-龥()]{1,10}、")  # 现有804个乡镇、8029个行政村
# 已建成机构不低于45%: what they must have
_NORM = re.compile("(?:不得|不应|不宜)?不?(?:低于|少于|小于)|至少")


def _all_there_are(t: Timing) -> Timed | None:
    sort = t.value.unit.sort
    all_of_them = sort == "count" or (sort == "people" and _SURVEYED.match(t.text, t.value.end))
    there = all_of_them and _OF_THE_AREA.search(t.before)
    if there and t.before.startswith("对") and _REBUILT.match(t.text, t.value.end):
        return None
    return (Kind.PARAMETER, "") if there else None


def _in_that_year(t: Timing) -> Timed | None:
    if t.by_then or t.aims or not t.deadline or t.text.endswith("前", 0, t.dated[1]):
        return None
    stock = _STOCK.search(t.before)
    if not stock or _REACHES.search(t.before, stock.end()) or intends(t.text, t.sentence[0], t.value.start):
        return None
    year = int(t.deadline[:4])
    if year > (t.issue_year or year) or (t.begins and year >= t.begins):
        return None
    sure = t.tells or t.begins or stock.group().startswith(_SURE_STOCK)
    return (Kind.PARAMETER, "") if sure else None


def _already(t: Timing) -> Timed | None:
    # 2023年末,全国共有: when statistics are counted
    timely = not t.deadline or ("末" in t.text[slice(*t.dated)] and not t.by_then) or _after_the_goal(t)
    timely = timely or (_HAS_DONE.search(t.before) is not None and _behind_a_goal(t))
    already = timely and _ALREADY.search(t.before) and not _NORM.search(t.before)
    return (Kind.PARAMETER, "") if already else None


def _behind_a_goal(t: Timing) -> bool:
    """Whether the date governs a number before the words of a value (到2027年,建成9个,目前已建成3个)."""
    words = t.text[t.dated[1] : t.floor]
    return any(char.isdigit() for char in words)


def _after_the_goal(t: Timing, now: int = -1) -> bool:
    """Whether a date belongs to what is aimed at before a semicolon, behind which the value stands (and
    ``now``, where it is given)."""
    mark = t.text.find(";", t.dated[1], t.value.start) if t.dated[1] > t.dated[0] else -1
    return mark >= 0 and (now < 0 or now > mark)


def _up_to_now(t: Timing) -> Timed | None:
    up_to_now = 0 <= t.now <= t.value.start and (not t.deadline or _after_the_goal(t, t.now))
    return (Kind.PARAMETER, "") if up_to_now and not intends(t.text, t.now, t.value.start) else None


def _is_goal(t: Timing) -> bool:
    """Whether a value is called a goal, beside what has been reached."""
    return t.before.endswith(("任务", "目标", "指标")) or bool(_OF_A_GOAL.match(t.text, t.value.bound_end))


def _goes_on(t: Timing) -> Timed | None:
    _, end, year = t.after_fact
    if end >= 0 and t.kind is Kind.TARGET and _JOINED.fullmatch(t.text, end, t.value.start):
        return (Kind.PARAMETER, "")
    dated = t.deadline and int(t.deadline[:4]) > year
    goes_on = end >= 0 and t.kind is Kind.TARGET and (not dated or _after_the_goal(t, end))
    if not goes_on or _is_goal(t) or intends(t.text, end, t.value.start):
        return None
    opened, closed = (t.text.find(mark, end, t.value.start) for mark in "()")
    # 新建12家(现有8家),改造6家: what a bracket says stays in it
    return None if closed >= 0 and not 0 <= opened < closed else (Kind.PARAMETER, "")


STOCK_RULES: tuple[Rule[Timing, Timed], ...] = (
    Rule(
        "all there are",
        _all_there_are,
        "对全县«32家»养老机构开展排查。",
        "对全县养老机构开展排查«32家»。",
        "GUIDE: facts are parameters without deadline",
        needs="全",
    ),
    Rule(
        "so in that year",
        _in_that_year,
        "2023年,全市现有养老机构«12家»。",
        "到2023年,全市拥有养老机构«12家»。",
        "GUIDE: facts (现有, 已建成) are parameters",
        needs="有已存",
    ),
    Rule(
        "so already",
        _already,
        "目前已建成养老机构«12家»。",
        "已建成的住宅区新增养老机构«12家»。",
        "GUIDE: facts (现有, 已建成) are parameters",
    ),
    Rule(
        "up to now",
        _up_to_now,
        "截止目前,全市建有养老机构«12家»。",
        "目前尚有不足,要建成养老机构«12家»。",
        "GUIDE: facts (现有, 已建成) are parameters",
    ),
    Rule(
        "fact goes on",
        _goes_on,
        "现有养老机构12家,护理型床位«700张»。",
        "现有养老机构12家,力争护理型床位«700张»。",
        "GUIDE: facts (现有, 已建成) are parameters",
    ),
)
