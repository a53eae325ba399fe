"""What kind of statement a value makes: target, standard or parameter (GUIDE, column kind).

:data:`KIND_RULES` decide by the words around the value; what time makes of it is said in ``times/facts``.
"""

from __future__ import annotations

import re

from compare.model import Comparator, Kind
from compare.reading.cues import COMES_TO
from compare.reading.rules import ByKind, Rule, first
from compare.reading.sentences.kinds.conditions import CONDITION_RULES
from compare.reading.sentences.kinds.described import DESCRIBED_RULES
from compare.reading.sentences.kinds.norms import NORM_RULES, SHARE_RULES, SIZE_RULES
from compare.reading.sentences.kinds.paid.money import MONEY_RULES
from compare.reading.sentences.kinds.paid.paid_shares import PAID_SHARE_RULES
from compare.reading.sentences.kinds.paid.paid_totals import TOTAL_RULES
from compare.reading.sentences.kinds.paid.payment_words import ENTITLEMENT
from compare.reading.sentences.kinds.thresholds import THRESHOLD_RULES
from compare.reading.sentences.kinds.wording import Wording

#: The rule of what no words decide.
OTHERWISE = "otherwise a target"
_OF_A_YEAR = re.compile(r"(?:达到?|提高到|增加到|扩大到|增长到|为)(?:19|20)[0-9]{2}年?底?末?的$")
_GROWS = re.compile(r"[量数模值入积](?:翻|增长|增加|提高|扩大|增)(?:了)?$")
_REACHES = re.compile(rf"(?:将|进一步)*(?:达到?|{COMES_TO})(?:约)?$")
_SERVED = re.compile("(?:时长|时数|时间)(?:累计|总[计数量]|达到?|超过)*$")
_OF_ALL = 1000  # hours that no one serves alone
_SHORT = 6
_CIRCLE = re.compile(r"[一-龥]{0,8}圈")


def _years_lived_or_schooled(w: Wording) -> Kind | None:
    # 人均预期寿命较目前增加3岁,达到79岁
    goes_on = "寿命" in w.opening and _REACHES.match(w.before)
    served = w.value.low >= _OF_ALL and _SERVED.search(w.before)  # 志愿服务时长累计10万小时
    if served:
        return Kind.TARGET
    schooling = "受教育年限" in w.before and not w.tail.startswith("的")
    return Kind.TARGET if "寿命" in w.before or goes_on or schooling else None


def _multiple_of_a_year(w: Wording) -> Kind | None:
    grows = _GROWS.search(w.before) and not ENTITLEMENT.search(w.before)
    return Kind.TARGET if grows or _OF_A_YEAR.search(w.before) else None


def _by_sort(w: Wording) -> Kind | None:
    return Kind.PARAMETER


def _service_circle(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _CIRCLE.match(w.tail) else None


def _limit(w: Wording) -> Kind | None:
    # 每人每天不超过2餐, 全年不超过300餐
    meals = w.unit == "餐" and (w.value.comparator is Comparator.LE or "每人" in w.before)
    return Kind.PARAMETER if w.value.comparator_rule == "limit" or meals else None


def _service_radius(w: Wording) -> Kind | None:
    before = w.before if len(w.before) > _SHORT else w.opening[-16:] + w.before  # 服务半径500米,县城1000米
    return Kind.STANDARD if "半径" in before[-20:] else None


def _otherwise(w: Wording) -> Kind | None:
    return Kind.TARGET


KIND_RULES: ByKind[Wording, Kind] = ByKind(
    (
        Rule(
            "years of life or of schooling",
            _years_lived_or_schooled,
            "人均预期寿命达到«80岁»。",
            "年满«80岁»的老年人免费乘车。",
            "GUIDE: something to be achieved is a target",
            only=("age", "duration"),
        ),
        Rule(
            "multiple of a year",
            _multiple_of_a_year,
            "到2027年,养老床位达到2022年的«1.5倍»。",
            "补贴标准为低保标准的«1.5倍»。",
            "GUIDE: something to be achieved is a target",
            only=("multiple",),
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
            "limit",
            _limit,
            "每日限补«两餐»。",
            "每日供应«两餐»。",
            "GUIDE: time limits and frequencies are parameters",
            state="bound",
        ),
        *SIZE_RULES,
        *DESCRIBED_RULES,
        *CONDITION_RULES,
        *SHARE_RULES,
        *TOTAL_RULES,
        *MONEY_RULES,
        *PAID_SHARE_RULES,
        Rule(
            "service circle",
            _service_circle,
            "打造«2公里»助餐圈。",
            "服务半径为«2公里»。",
            "GUIDE: the service circle (15分钟) is a parameter",
            only=("length",),
        ),
        *THRESHOLD_RULES,
        *NORM_RULES,
        Rule(
            "service radius",
            _service_radius,
            "服务半径为«2公里»。",
            "新建步道«2公里»。",
            "GUIDE: a per-unit norm for facilities is a standard",
            only=("length",),
        ),
        Rule(
            OTHERWISE,
            _otherwise,
            "新增护理型床位«80张»。",
            "按照«50%»收费。",
        ),
    )
)

#: Rules by which a value says when something holds: what it bounds is no level that is aimed at.
CONDITIONS = frozenset(rule.name for rule in (*CONDITION_RULES, *THRESHOLD_RULES))


def kind_of(wording: Wording) -> tuple[Kind, str]:
    """Kind of a value from the words around it, and the name of the rule that decided."""
    state = "bound" if wording.bounded else ""
    decided = first(KIND_RULES(wording.value.unit.sort, wording.tail, state), wording)
    assert decided is not None  # the last rule always applies
    return decided
