"""How many people there are: a fact, or a forecast, unless something is done for them."""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.rules import Rule
from compare.reading.sentences.times.timing import Timed, Timing, intends

# 老年人口达14386万人, 占总人口的10.5%: how many there are is a fact, or a forecast.
_POPULATION = re.compile(
    r"(?:老年|老龄|高龄|户籍|常住|失能|总|老人|岁|以上)人口(?:总数|总量|数量?|规模)?(?:已|将|共|约|为|有|近|超过?|突破|达到?|峰值|增加到?|增长到?)*$"
    r"|(?:人口(?:占比|比[重例])|老龄化(?:率|程度|水平|系数))(?:已|将|共|约|为|近|高|超过?|突破|达到?|[升增]至|上升[到至])*$"
    r"|^(?:20[0-9]{2}年[底末]?)?(?:[一-龥]{0,6}[市县区省州镇乡国]|其中)?(?:常住|户籍)?[0-9]{2,3}周?岁(?:及?以上)?的?(?:户籍|常住|高龄|独居|空巢|失能)?(?:老年人|老人)(?:人?数|总[数量])?(?:已|将|共|约|为|有|近|接近|超过?|突破|达到?)*$"
    r"|占[^,。;占]{0,12}人口(?:总数|总量|数)?的?(?:比例|比重)?(?:约|近|已|将|为|达到?)*$"
)
# 我市失能老年人约3.6万人: how many there are, where nothing is done for them
_OLD_ONES = re.compile(
    r"^(?:目前|当前|现|其中:?)?(?:[一-龥]{0,4}[市县区省州镇乡国])?(?:现有|共有|有)?"
    r"(?:(?:半|部分|完全|重度|中度)?(?:失能|失智)|高龄|独居|空巢|留守|孤寡)(?:老年人|老人)(?:人?数|总[数量])?"
    r"(?:已|共|约|为|有|近|接近|超过?|突破|达到?)*$"
)
_NOTHING_DONE = re.compile("[,。;、)(\n]|$")
# 老年人口已达1.94亿,2020年将达到2.43亿
_WILL_BE = re.compile(
    r"(?:预计)?[到至]?20[0-9]{2}年[底末]?(?:预计)?(?:将|有望)(?:达到?|突破|超过|增至|增加到|接近)?(?:约)?"
)
_FORESEEN = re.compile("预|测算|推算|估算|有望")
# 经常参与教育活动的老年人占老年人口的比例达到20%: what they shall do is aimed at
_DOING = re.compile(
    "参与|参加|接受|享受|享有|从事|注册|人才|志愿|工作者|签约|锻炼|活动|床位|设施|覆盖|受益|惠及"
)
_PEOPLE = ("人口", "老龄化", "岁")
_OLD = ("人口", "老年人", "老人", "岁")
_SORTS = ("people", "share")
_PEOPLE_COUNTED = ("people", "count")


def _in_need(t: Timing) -> Timed | None:
    counts = t.value.unit.sort in _PEOPLE_COUNTED and not t.deadline
    told = counts and _OLD_ONES.match(t.before) and _NOTHING_DONE.match(t.text, t.value.bound_end)
    return (Kind.PARAMETER, "") if told else None


def _going_on(t: Timing) -> Timed | None:
    named = _WILL_BE.fullmatch(t.before) and "人口" in t.text[t.sentence[0] : t.value.clause_start]
    return _told_of(t) if named and t.value.unit.sort in _SORTS else None


def _population(t: Timing) -> Timed | None:
    if t.value.unit.sort not in _SORTS or not any(word in t.before for word in _PEOPLE):
        return None
    return _told_of(t) if _POPULATION.search(t.before) and not _WILL_BE.fullmatch(t.before) else None


def _told_of(t: Timing) -> Timed | None:
    """A fact, or a forecast for its year; None where something that is done for people is measured."""
    if _DOING.search(t.before) or _share_of_what_is_aimed_at(t):
        return None
    forecast = _FORESEEN.search(t.text, t.sentence[0], t.value.start) or "将" in t.before
    return (Kind.PARAMETER, t.deadline if forecast else "")


def _share_of_what_is_aimed_at(t: Timing) -> bool:
    """Whether a share of the population (占老年人口的3%) is that of beds or staff which are aimed at."""
    named = t.text[t.sentence[0] : t.value.clause_start]
    if not t.before.startswith("占") or any(word in named for word in _OLD):
        return False
    return bool(t.deadline) or intends(t.text, t.sentence[0], t.value.clause_start)


_SOURCE = "GUIDE: population facts are parameters"

POPULATION_RULES: tuple[Rule[Timing, Timed], ...] = (
    Rule(
        "older people in need",
        _in_need,
        "我市失能老年人约«3.6万人»。",
        "我市为失能老年人约«3.6万人»提供服务。",
        _SOURCE,
        needs=("失能", "失智", "独居", "空巢", "留守", "孤寡", "高龄"),
    ),
    Rule(
        "population that goes on",
        _going_on,
        "老年人口已达1.94亿人,2030年将达到«2.43亿人»。",
        "参保人数已达1.94亿人,2030年将达到«2.43亿人»。",
        _SOURCE,
        needs=("口",),
    ),
    Rule(
        "population",
        _population,
        "60岁以上老年人口达«22万人»。",
        "参保人口达«22万人»。",
        _SOURCE,
        needs=("口", "龄", "岁"),
    ),
)
