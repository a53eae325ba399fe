"""What kind of statement a value makes: target, standard or parameter (gold/GUIDE, column kind)."""

from __future__ import annotations

import re

from compare.model import Comparator, Kind
from compare.reading.quantities.amounts import Value

_PARAMETER_SORTS = frozenset({"age", "frequency", "duration", "multiple"})
_NORM = re.compile(
    r"标准(?!化)|规范(?!化|健康|管理)|每个?(?:机构|站点|中心|床|处)|单(?:处|个|床)|单项|规模|配比|面积|用地|配建|床位数"
)
# 1000平方米以下的独栋建筑: a threshold; 40%以上的社区 is a share of places.
_THRESHOLD = re.compile(
    r"的(?!社区|行政村|村|街道|乡镇|县|机构|城镇|农村|标准|资金|比例|彩票|要求|目标|规定)"
)
# 老年人1万名以上的街道: which places, not how many people.
_PLACES_WITH = re.compile(r"[^,。;0-9]{0,24}的(?:街|镇|乡|村|社区|行政村|自然村|小区|县|区)")
_CONDITION = re.compile(r"的(?=[,。;]|$)")  # 床位数30张以上的,每张补助600元
_ENTITLEMENT = re.compile(
    r"罚款|处罚|违法所得|骗取|补贴|津贴|补助|奖励|资助|救助|增发|收费|费用|免征|减免|减半|罚"
)

_RULE = re.compile(r"标准|每|罚|免征|减免|减半|一次性|分别给予")


def kind_of(value: Value, unit: str, before: str, tail: str) -> Kind:
    """Kind of a value with its normalised unit, from the clause before it and the text behind it."""
    sort = value.unit.sort
    if sort == "age" and "寿命" in before:
        return Kind.TARGET
    if sort in _PARAMETER_SORTS:
        return Kind.PARAMETER
    if sort == "money" and _ENTITLEMENT.search(before + tail):
        # 补助300万元 is money to be spent; what each person or offence gets is a rule.
        rule = "/" in unit or value.comparator is not Comparator.EQ or _RULE.search(before + tail)
        return Kind.PARAMETER if rule else Kind.TARGET
    if sort == "share" and _ENTITLEMENT.search(tail[:10]):
        return Kind.PARAMETER
    bounded = value.comparator is not Comparator.EQ and "/" not in unit
    if value.unit.unit == "张" and bounded and _CONDITION.match(tail):
        return Kind.PARAMETER
    if sort in ("area", "length") and bounded and _THRESHOLD.match(tail):
        return Kind.PARAMETER
    if sort == "people" and value.comparator is not Comparator.EQ and _PLACES_WITH.match(tail):
        return Kind.PARAMETER
    if tail.startswith("的标准") and sort in ("count", "people", "area"):
        return Kind.STANDARD
    if sort == "ratio" or ("/" in unit and unit.split("/")[0] in ("平方米", "名", "个")):
        return Kind.STANDARD
    if sort == "area" and value.comparator is not Comparator.EQ:
        return Kind.STANDARD
    if value.comparator is Comparator.GE and _NORM.search(before):
        return Kind.STANDARD
    return Kind.TARGET
