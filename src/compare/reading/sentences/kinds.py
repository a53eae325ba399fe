"""What kind of statement a value makes: target, standard or parameter (GUIDE, column kind).

:data:`KIND_RULES` decide by the words around the value, :data:`TIME_RULES` by the time it is stated for:
what is so already is no target, whatever it measures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from compare.model import Comparator, Kind
from compare.reading.quantities.amounts import Value
from compare.reading.rules import ByKind, Rule, first

_NORM = re.compile(
    r"标准(?!化)|规范(?!化|健康|管理)|每个?(?:机构|站点|中心|床|处)|单(?:处|个|床)|单项|规模|配比|面积|用地|配建|床位数"
)
# 1000平方米以下的独栋建筑: a threshold; 40%以上的社区 is a share of places.
_THRESHOLD = re.compile(
    r"的(?!社区|行政村|村|街道|乡镇|县|机构|城镇|农村|标准|资金|比例|彩票|要求|目标|规定)"
)
_PLACES_WITH = re.compile(r"[^,。;0-9]{0,24}的(?:街|镇|乡|村|社区|行政村|自然村|小区|县|区)")
_CONDITION = re.compile(r"的(?=[,。;]|$)")
_ENTITLEMENT = re.compile(
    r"罚款|处罚|违法所得|骗取|补贴|津贴|补助|奖励|资助|救助|增发|收费|费用|免征|减免|减半|罚"
)
_CIRCLE = re.compile(r"[一-龥]{0,8}圈")
_RULE = re.compile(r"标准|每|罚|免征|减免|减半|一次性|分别给予")
_NORM_BASES = frozenset({"平方米", "名", "个"})

_ALREADY = re.compile(
    r"目前|现有|(?:现|业)已|已经?(?:累计|建成|建有|完成|发展|达到?|有|拥有|覆盖|开展|投入|培训|设立)(?!的|区|小区|住宅|居住|登记)"
)
_FROM = re.compile(r"[由从][^,。;由从]{0,24}$")
_RISES = re.compile(
    r"[^,。;0-9]{0,4}(?:提高|增加|上升|提升|扩大|扩充|增长|下降|降低|减少|压缩|缩短|延长|发展|调整)[到至为]"
)


@dataclass(slots=True)
class Wording:
    """A value with its normalised unit, the clause ``before`` it, and the text behind it (``tail``)."""

    value: Value
    unit: str
    before: str
    tail: str

    @property
    def bounded(self) -> bool:
        """Whether the value is a bound, not a plain number."""
        return self.value.comparator is not Comparator.EQ


# -- by the words ------------------------------------------------------------------------


def _life_expectancy(w: Wording) -> Kind | None:
    return Kind.TARGET if "寿命" in w.before else None


def _by_sort(w: Wording) -> Kind | None:
    return Kind.PARAMETER


def _entitlement_rate(w: Wording) -> Kind | None:
    words = w.before + w.tail
    if not _ENTITLEMENT.search(words):
        return None
    return Kind.PARAMETER if "/" in w.unit or w.bounded or _RULE.search(words) else None


def _entitlement_sum(w: Wording) -> Kind | None:
    return Kind.TARGET if _ENTITLEMENT.search(w.before + w.tail) else None


def _share_paid(w: Wording) -> Kind | None:
    paid = _ENTITLEMENT.search(w.tail[:10]) or w.tail.startswith(("优惠", "购票", "购买"))
    return Kind.PARAMETER if paid else None


def _service_circle(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _CIRCLE.match(w.tail) else None


def _beds_as_condition(w: Wording) -> Kind | None:
    applies = w.value.unit.unit == "张" and w.bounded and "/" not in w.unit and _CONDITION.match(w.tail)
    return Kind.PARAMETER if applies else None


def _size_threshold(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.bounded and "/" not in w.unit and _THRESHOLD.match(w.tail) else None


def _places_of_a_size(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.bounded and _PLACES_WITH.match(w.tail) else None


def _called_standard(w: Wording) -> Kind | None:
    return Kind.STANDARD if w.tail.startswith("的标准") else None


def _per_base(w: Wording) -> Kind | None:
    return Kind.STANDARD if "/" in w.unit and w.unit.split("/")[0] in _NORM_BASES else None


def _ratio(w: Wording) -> Kind | None:
    return Kind.STANDARD


def _area_bound(w: Wording) -> Kind | None:
    return Kind.STANDARD if w.bounded else None


def _norm_word(w: Wording) -> Kind | None:
    return Kind.STANDARD if w.value.comparator is Comparator.GE and _NORM.search(w.before) else None


def _otherwise(w: Wording) -> Kind | None:
    return Kind.TARGET


KIND_RULES: ByKind[Wording, Kind] = ByKind(
    (
        Rule(
            "life expectancy",
            _life_expectancy,
            "人均预期寿命达到«80岁»。",
            "年满«80岁»的老年人免费乘车。",
            only=("age",),
        ),
        Rule(
            "ages, frequencies, durations and multiples",
            _by_sort,
            "«80周岁»以上老年人优先入住。",
            "新增护理型床位«80张»。",
            "GUIDE: eligibility thresholds, frequency and time limits are parameters",
            only=("age", "frequency", "duration", "multiple"),
        ),
        Rule(
            "money by rule",
            _entitlement_rate,
            "每张床位给予一次性补助«5000元»。",
            "安排补助资金«300万元»。",
            "GUIDE: what each person or offence gets is a parameter",
            only=("money",),
        ),
        Rule(
            "money to be spent",
            _entitlement_sum,
            "安排补助资金«300万元»。",
            "投入资金«300万元»。",
            only=("money",),
        ),
        Rule(
            "share of what is paid",
            _share_paid,
            "按照«50%»收费。",
            "占比达到«50%»。",
            "GUIDE: fee reductions are parameters",
            only=("share",),
        ),
        Rule(
            "service circle",
            _service_circle,
            "打造«2公里»助餐圈。",
            "服务半径为«2公里»。",
            "GUIDE: the service circle (15分钟) is a parameter",
            only=("length",),
        ),
        Rule(
            "beds as a condition",
            _beds_as_condition,
            "床位数«30张»以上的,优先支持。",
            "新增床位«30张»以上,优先支持。",
            "GUIDE: conditions (…的) are parameters",
            only=("count",),
        ),
        Rule(
            "threshold of a size",
            _size_threshold,
            "«1000平方米»以下的独栋建筑可以改造。",
            "建筑面积«1000平方米»以上,可以改造。",
            "GUIDE: 1000平方米以下 is a threshold",
            only=("area", "length"),
        ),
        Rule(
            "places of a size",
            _places_of_a_size,
            "老年人«1万名»以上的街道重点建设。",
            "服务老年人«1万名»以上。",
            "GUIDE: which places is a threshold, not how many people",
            only=("people",),
        ),
        Rule(
            "called a standard",
            _called_standard,
            "按照每处«300平方米»的标准建设。",
            "建设«300平方米»用房。",
            only=("count", "people", "area"),
        ),
        Rule(
            "ratio",
            _ratio,
            "护理员与失能老年人配比不低于«1:4»。",
            "护理员不少于«4名»。",
            "GUIDE: ratio of staff is a standard",
            only=("ratio",),
        ),
        Rule(
            "so many per base",
            _per_base,
            "每千名老年人配备社会工作者«1名»。",
            "配备社会工作者«1名»。",
            "GUIDE: per 100 households, per capita land",
        ),
        Rule(
            "bound on an area",
            _area_bound,
            "服务站不少于«200平方米»。",
            "新增用房«200平方米»。",
            "GUIDE: minimum site area is a standard",
            only=("area",),
        ),
        Rule(
            "word for a norm",
            _norm_word,
            "单个机构床位不少于«30张»。",
            "新增床位不少于«30张»。",
            "GUIDE: a per-unit norm is a standard",
        ),
        Rule(
            "otherwise a target",
            _otherwise,
            "新增护理型床位«80张»。",
            "按照«50%»收费。",
        ),
    )
)


def kind_of(value: Value, unit: str, before: str, tail: str) -> tuple[Kind, str]:
    """Kind of a value with its normalised unit, from the clause before it and the text behind it; and the
    name of the rule that decided."""
    decided = first(KIND_RULES(value.unit.sort), Wording(value, unit, before, tail))
    assert decided is not None  # the last rule always applies
    return decided


# -- by the time -------------------------------------------------------------------------


@dataclass(slots=True)
class Timing:
    """When a value is stated for: the date that governs it, whether that is ``past``, and its own words.

    ``text[floor:value.start]`` are the words before the value that belong to it alone, ``date_starts`` the
    offsets of all dates.
    """

    text: str
    value: Value
    floor: int
    before: str
    kind: Kind
    deadline: str
    past: bool
    date_starts: Sequence[int]

    @property
    def dated_itself(self) -> bool:
        """Whether a date stands between the words of the value and its number (从2020年的30%)."""
        at = bisect_right(self.date_starts, self.value.start) - 1
        return at >= 0 and self.date_starts[at] >= self.floor


Timed = tuple[Kind, str]


def _start_of_a_change(t: Timing) -> Timed | None:
    changes = _FROM.search(t.text, t.floor, t.value.start) and _RISES.match(t.text, t.value.bound_end)
    return (Kind.PARAMETER, t.deadline if t.dated_itself else "") if changes else None


def _past(t: Timing) -> Timed | None:
    return (Kind.PARAMETER, t.deadline) if t.past else None


def _already(t: Timing) -> Timed | None:
    return (Kind.PARAMETER, "") if not t.deadline and _ALREADY.search(t.before) else None


def _dated_norm(t: Timing) -> Timed | None:
    return (Kind.TARGET, t.deadline) if t.deadline and t.kind is Kind.STANDARD else None


TIME_RULES: tuple[Rule[Timing, Timed], ...] = (
    Rule(
        "start of a change",
        _start_of_a_change,
        "护理型床位占比由«45%»提高至65%。",
        "护理型床位占比由45%提高至«65%»。",
        "GUIDE: facts are parameters",
    ),
    Rule(
        "date in the past",
        _past,
        "截至2018年底,全市共有床位«300张»。",
        "到2018年底,全市建成床位«300张»。",
        "GUIDE: facts are parameters without deadline",
    ),
    Rule(
        "so already",
        _already,
        "目前已建成养老机构«12家»。",
        "已建成的住宅区新增养老机构«12家»。",
        "GUIDE: facts (现有, 已建成) are parameters",
    ),
    Rule(
        "dated norm",
        _dated_norm,
        "到2025年,单个机构床位不少于«30张»。",
        "单个机构床位不少于«30张»。",
    ),
)


def timed_kind(timing: Timing) -> tuple[Timed, str]:
    """Kind and deadline of a value by its time, and the rule that decided, "" if time changes nothing."""
    return first(TIME_RULES, timing) or ((timing.kind, timing.deadline), "")
