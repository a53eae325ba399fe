"""Thresholds: a size that says which buildings or places something holds for, or what counts as it, is a
parameter."""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.cues import DOES, MAKES, NOT_BEYOND, NOT_LESS
from compare.reading.rules import Rule
from compare.reading.sentences.kinds.wording import KindRule, Wording

# 1000平方米以下的独栋建筑: a threshold; 40%以上的社区 is a share of places.
_THRESHOLD = re.compile(
    r"的(?!社区|行政村|村|街道|乡镇|县|机构|城镇|农村|标准|资金|比例|彩票|要求|目标|规定)"
)
# 配建不少于50平方米的老年活动用房: what is to be built has that size
_FITTED_WITH = re.compile(rf"(?:配建|配置|配备|配套|设置|建设|规划)(?:{NOT_LESS}|至少)$")
# 1万名以上的街道, 500人以上行政村
_PLACES_WITH = re.compile(
    r"[^,。;0-9]{0,24}的(?:街|镇|乡|村|社区|行政村|自然村|小区|县|区)"
    r"|(?:行政|自然|建制|中心)村(?![干医民官])|村庄|社区(?!工作|干部)|小区|街道(?!干部|办)|乡镇(?!干部)|镇街"
)

# 占地3亩以下、投资500万元以上的项目,…: what is measured, and of which nothing else is said
_MEASURED = re.compile(
    rf"(?:^|[、且])(?:(?!{MAKES}|{DOES}|[每建设改增达有为]|占(?!地))[一-龥]){{2,8}}(?:{NOT_BEYOND}|超过|低于|高于)?$"
)
_MAKES_OR_EACH = re.compile(f"{MAKES}|{DOES}|每|全[市县区州]")
_BODIES = "机构|单位|企业|项目|小区|村|社区|组织|场所"
_SUCH = re.compile(
    r"(?:及?以[上下]|以内)?(?:[、且](?:[^,。;0-9]|[0-9](?!万?元(?!以)))(?:[^,。;]){1,30}?)?的"
    rf"(?:{_BODIES}|站点|中心|院|[一-龥]{{1,6}}(?:{_BODIES})),(?!达到?|增|占)"
)
# 申请机构应具备30张以上床位: who may apply
_APPLICANTS = re.compile(
    r"(?:申请|申报|参评)[^,。;]{0,14}(?:应当?|须|需|要|必须)(?:同时)?(?:具备|具有|满足|符合|达到|运营满?)[^。;]{0,30}$"
)
# 不足一百户的按照一百户计算
_COUNTED_AS = re.compile("计算|折算|核算|计(?![划入])")


def _counted_as(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.before.endswith(("按", "按照")) and _COUNTED_AS.match(w.tail) else None


def _size_threshold(w: Wording) -> Kind | None:
    threshold = w.bounded and "/" not in w.unit and _THRESHOLD.match(w.tail)
    return Kind.PARAMETER if threshold and not _FITTED_WITH.search(w.before) else None


def _places_of_a_size(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.bounded and _PLACES_WITH.match(w.tail) else None


def _such(w: Wording) -> Kind | None:
    measured = _MEASURED.search(w.before) and not _MAKES_OR_EACH.search(w.before)
    return Kind.PARAMETER if measured and _SUCH.match(w.tail + w.following) else None


def _applicants(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.bounded and _APPLICANTS.search(w.opening + w.before) else None


#: Before all other conditions.
THOSE_RULES: tuple[KindRule, ...] = (
    Rule(
        "what applicants must have",
        _applicants,
        "申请机构应当具备«30张»以上床位。",
        "养老机构应当具备«30张»以上床位。",
        "GUIDE: eligibility thresholds are parameters",
        state="bound",
    ),
    Rule(
        "those of a size, ahead of what goes for them",
        _such,
        "占地面积«3亩»以下、投资500万元以上的项目,由街道审批。",
        "建设占地面积«3亩»以下、投资500万元以上的项目,由街道审批。",
        "GUIDE: conditions are parameters",
        only=("count", "people", "area", "money"),
        needs="的",
        state="bound",
    ),
)

THRESHOLD_RULES: tuple[KindRule, ...] = (
    Rule(
        "counted as so many",
        _counted_as,
        "不足100户的按«100户»计算。",
        "不足100户的按«100户»配建。",
        "GUIDE: conditions are parameters",
        only=("count", "people", "area"),
        needs="计算",
    ),
    Rule(
        "threshold of a size",
        _size_threshold,
        "«1000平方米»以下的独栋建筑可以改造。",
        "建筑面积«1000平方米»以上,可以改造。",
        "GUIDE: 1000平方米以下 is a threshold",
        only=("area", "length"),
        needs="的",
        state="bound",
    ),
    Rule(
        "places of a size",
        _places_of_a_size,
        "老年人«1万名»以上的街道重点建设。",
        "服务老年人«1万名»以上。",
        "GUIDE: which places is a threshold, not how many people",
        only=("people",),
        needs="的村区街乡镇",
        state="bound",
    ),
)
