"""Background to a plan: what is so already, or comes of itself, beside what a sentence plans.

:data:`BACKGROUND_RULES` go by how the sentence sets the one against the other, in order.
"""

from __future__ import annotations

import re

from compare.model import Comparator, Kind
from compare.reading.cues import COMES_TO, FACILITY_COUNTERS, HAVING, MAKES, SOME_DO, SOME_HAVE, WHOLE
from compare.reading.rules import Rule
from compare.reading.sentences.times.timing import Timed, Timing, intends

# 在2022年完成46个站点的基础上,2023年再建38个
_BUILT_ON = re.compile(r"[^,。;]{0,30}?基础(?:之?上)")
# 全市130个社区中已有96个, 全区18个街道有15个: a whole, and those of it that have something
_SOME_OF_THEM = re.compile(rf"[0-9](?:{FACILITY_COUNTERS}){WHOLE}(?P<have>{SOME_HAVE})(?<=[有已只仅经])$")
_NEAR = 48  # so far before some of them stands how many there are in all
_DO_SOMETHING = re.compile(rf"(?:{HAVING})?{SOME_DO}")
_HAS_ALREADY = re.compile(
    r"(?:现|已经?|原)有(?:[^,。;、0-9]{0,12}[0-9.]++[万亿]?[^,。;、0-9]{1,12}、){0,4}[^,。;0-9]{0,16}$"
)
# 2022年建成46个,2023年计划再建38个: what was done the year before
_THEN_PLANNED = re.compile(
    r"[^。;]{0,30}?[,;](?P<year>20[0-9]{2})年(?:全[市县区省州年])?(?:计划|拟|预计)(?!的)"
)
_WAS_DONE = re.compile(r"(?:建成|完成|实现|建设完成)[^,。;]{0,24}$")
# 巩固创建12个示范社区的成果: what has been done is built on
_KEPT_UP = re.compile("(?:巩固|放大|推广|借鉴|总结|运用)[^,。;0-9]{0,20}$")
_WHAT_CAME_OF_IT = re.compile("[^,。;0-9]{2,18}?的[^,。;0-9]{0,6}(?:成果|成效|成绩|经验|效应|做法)")
# 全县12个镇中还有3个没有养老机构
_STILL = re.compile("(?:还|尚|仍|仍然|依然)有(?:近|约)?$")
_WITHOUT = re.compile("[^,。;0-9]{0,12}?(?:未|没有?|无|缺[少乏]?|闲置|空置|不达标|达不到|空白)")
# 预计到2030年,老年人达到4.2万人: what comes of itself
_FACILITIES = frozenset(FACILITY_COUNTERS.split("|"))
_FORECAST = re.compile("预计|预测|测算|推算|预估")
_OLD = re.compile("老年人|老人|人口|老龄化|失能|失智|认知症|认知障碍|空巢|独居|慢性?病|患者")
_FOR_THEM = re.compile(
    rf"{MAKES}|培训|服务|救助|资助|帮扶|慰问|发放|实施|开展|收[住治]|享受|覆盖|享有|参加|参保|补[助贴]|探访|巡访|建档|入住|签约|惠及|提供|评估|管理率|保障率|启动|投入|安排|配[备置]"
)
# 由18.2%上升至21.5%: nobody's doing
_CAME_ABOUT = re.compile(
    r"[由从][^,。;由从]{0,24}[0-9.]+[万亿]?[%‰元人岁张名]?[^,。;0-9]{0,4}(?:上升|攀升|回升|下降|下滑|升高|回落|增长|升|降)(?:到|至|为)(?:了|约)?$"
)
# 由2016年的1200张发展到3400张: since a year that is over
_SINCE_A_YEAR = re.compile(
    rf"[由从](?:19|20)[0-9]{{2}}年[底末初]?的?[^,。;由从]{{0,16}}[0-9][万亿余多]*[一-龥%]{{0,4}}(?:{COMES_TO}|[升降增][到至为]|跃升[到至])(?:了|约)?$"
)
# 2023年底入住率45%,到2026年提高到60%: the level that a change starts from
_LEVEL_OF = re.compile(",?(?:(?![达增提升建改新完每到实])[一-龥]){0,16}")
_THEN_RISES = re.compile(
    rf"[^,。;0-9]{{0,4}}[,;](?:力争|争取|预计|计划)?[到至](?P<year>20[0-9]{{2}})年[底末]?[^,。;0-9]{{0,8}}(?:{COMES_TO}|[增升]至)"
)
_BY_HOW_MUCH = re.compile(r"[由从][^。;]{0,60},(?:平均)?(?:降幅|涨幅|增幅|下降|上升)(?:约|为|达到?|近|了)*$")
_CHANGED_TO = re.compile(r"(?:上升|下降|下调|上调|调整|回升|下滑|上涨|降低|升|降|调)[到至为]")
_PLAIN = (Comparator.EQ, Comparator.ABOUT)


def _built_on(t: Timing) -> Timed | None:
    ahead = t.text[t.sentence[0] : t.value.start]
    built = "在" in ahead and _BUILT_ON.match(t.text, t.value.bound_end, t.value.clause_end)
    return (Kind.PARAMETER, "") if built else None


def _some_of_them(t: Timing) -> Timed | None:
    start = t.sentence[0]
    some = _SOME_OF_THEM.search(t.text, max(start, t.value.start - _NEAR), t.value.start)
    ahead = t.deadline and t.dated[0] < t.value.start
    if (
        not some
        or not _DO_SOMETHING.match(t.text, t.value.bound_end)
        or ((ahead or intends(t.text, start, t.value.start)) and "已" not in some["have"])
    ):
        return None
    return (Kind.PARAMETER, "")


def _had_before_the_date(t: Timing) -> Timed | None:
    later = bool(t.deadline) and t.dated[0] > t.value.start
    return (Kind.PARAMETER, "") if later and _HAS_ALREADY.search(t.before) else None


def _done_the_year_before(t: Timing) -> Timed | None:
    if t.by_then or len(t.deadline) != 4 or t.dated[0] > t.value.start:
        return None
    if t.issue_year and int(t.deadline) > t.issue_year:
        return None
    planned = _THEN_PLANNED.match(t.text, t.value.bound_end, t.sentence[1])
    words = (t.text, t.dated[1], t.value.start)
    done = planned and int(planned["year"]) > int(t.deadline) and _WAS_DONE.search(*words)
    return (Kind.PARAMETER, "") if done and not intends(t.text, t.sentence[0], t.value.start) else None


def _forecast(t: Timing) -> Timed | None:
    ahead = t.text[t.sentence[0] : t.value.start]
    # 预计年底有老年人助餐点260个: what is built for them is counted, not they
    told = t.value.unit.unit not in _FACILITIES and _FORECAST.search(ahead) and _OLD.search(ahead)
    return (Kind.PARAMETER, t.deadline) if told and not _FOR_THEM.search(ahead) else None


def _level_before(t: Timing) -> Timed | None:
    if t.by_then or len(t.deadline) != 4 or t.dated[0] > t.value.start:
        return None
    year = int(t.deadline)
    if year >= (t.issue_year or t.begins or year + 1):
        return None
    rises = _LEVEL_OF.fullmatch(t.text, t.dated[1], t.value.start) and _THEN_RISES.match(
        t.text, t.value.bound_end, t.sentence[1]
    )
    counted = t.text[t.dated[1] - 1] in "底末"
    return (Kind.PARAMETER, "") if rises and counted and int(rises["year"]) > year else None


def _since_a_year(t: Timing) -> Timed | None:
    since = not t.aims and _is_told(t) and _SINCE_A_YEAR.search(t.text, t.sentence[0], t.value.start)
    return (Kind.PARAMETER, "") if since and not intends(t.text, *t.sentence) else None


def _came_about(t: Timing) -> Timed | None:
    came = _is_told(t) and _CAME_ABOUT.search(t.text, t.sentence[0], t.value.start)
    return (Kind.PARAMETER, "") if came and not intends(t.text, *t.sentence) else None


def _by_how_much(t: Timing) -> Timed | None:
    words = (t.text, t.sentence[0], t.value.start)
    by_so_much = _is_told(t) and _BY_HOW_MUCH.search(*words) and _CHANGED_TO.search(*words)
    return (Kind.PARAMETER, "") if by_so_much and not intends(t.text, *t.sentence) else None


def _is_told(t: Timing) -> bool:
    """Whether a plain number is told that no date governs."""
    return not t.deadline and t.value.comparator in _PLAIN


def _kept_up(t: Timing) -> Timed | None:
    kept = _KEPT_UP.search(t.before) and _WHAT_CAME_OF_IT.match(t.text, t.value.bound_end)
    return (Kind.PARAMETER, "") if kept else None


def _still_without(t: Timing) -> Timed | None:
    if t.by_then or not _STILL.search(t.before):
        return None
    return (Kind.PARAMETER, "") if _WITHOUT.match(t.text, t.value.bound_end) else None


BACKGROUND_RULES: tuple[Rule[Timing, Timed], ...] = (
    Rule(
        "what is built on",
        _built_on,
        "在已完成«46个»站点的基础上,再建38个。",
        "在已完成46个站点的基础上,再建«38个»。",
        "GUIDE: facts are parameters without deadline",
        needs=("基础上", "基础之上"),
    ),
    Rule(
        "what is kept up",
        _kept_up,
        "巩固创建«12个»示范社区的成果,健全机制。",
        "推广«12个»典型经验,健全机制。",
        "GUIDE: facts are parameters without deadline",
        needs=("成果", "成效", "成绩", "经验", "效应", "做法"),
    ),
    Rule(
        "number that still lacks it",
        _still_without,
        "全县14个镇还有«3个»没有养老机构。",
        "全县14个镇还要建设«3个»没有食堂的养老机构。",
        "GUIDE: facts are parameters without deadline",
        needs=("还有", "尚有", "仍有", "仍然有", "依然有"),
    ),
    Rule(
        "some of a whole",
        _some_of_them,
        "全区18个街道有«15个»建成综合养老服务中心。",
        "到2027年,全区18个街道有«15个»建成综合养老服务中心。",
        "GUIDE: facts (现有, 已建成) are parameters",
        needs="有中里已",
    ),
    Rule(
        "had before the date",
        _had_before_the_date,
        "全县已有«150个»互助点,2026年底前实现。",
        "全县建成«150个»互助点,2026年底前实现。",
        "GUIDE: facts (现有, 已建成) are parameters",
        needs="有",
        state="dated",
    ),
    Rule(
        "done the year before",
        _done_the_year_before,
        "2022年建成服务站«46个»,2023年计划再建38个。",
        "2022年建成服务站«46个»,2023年再建38个。",
        "GUIDE: facts are parameters without deadline",
        needs=("计划", "拟", "预计"),
        state="dated",
    ),
    Rule(
        "forecast",
        _forecast,
        "预计到2030年,全市高龄老年人达到«4.2万人»。",
        "预计到2030年,全市养老护理员达到«4.2万人»。",
        "GUIDE: population facts are parameters",
        needs=("预计", "预测", "测算", "推算", "预估"),
    ),
    Rule(
        "level before a change",
        _level_before,
        "2023年底入住率«45%»,到2026年提高到60%。",
        "2023年底入住率达到«45%»,到2026年提高到60%。",
        "GUIDE: facts are parameters without deadline",
        needs=("到", "至"),
        state="dated",
    ),
    Rule(
        "change since a year",
        _since_a_year,
        "养老床位由2016年的1200张发展到«3400张»。",
        "养老床位由1200张发展到«3400张»。",
        "GUIDE: facts are parameters without deadline",
        needs="由从",
    ),
    Rule(
        "change that came about",
        _came_about,
        "老龄化率由18.2%上升至«21.5%»。",
        "力争入住率由18.2%上升至«21.5%»。",
        "GUIDE: facts are parameters without deadline",
        needs="由从",
    ),
    Rule(
        "how much it changed by",
        _by_how_much,
        "老龄化率由18.2%上升到21.5%,上升«3.3%»。",
        "老龄化率由18.2%调整到21.5%,比例为«3.3%»。",
        "GUIDE: facts are parameters without deadline",
        needs="由从",
    ),
)
