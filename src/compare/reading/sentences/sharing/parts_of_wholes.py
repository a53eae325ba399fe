"""What is a part of a value before it has the base of the whole (每千名老年人40张,其中护理型20张)."""

from __future__ import annotations

import re

from compare.reading.quantities.amounts import Value
from compare.reading.sentences.sharing.sharer import PARALLEL, SharedBase, Sharer

_RATE = re.compile(r"每[百千万]{1,2}[名位人户张]|[千万]人(?=[^,。;]{0,6}[床托]位)")
_RATE_OF_PEOPLE = re.compile(
    "每[0-9]*[百千万]{1,2}[名位]?(?:常住|户籍|服务|城镇|农村|老年)?人口?(?!次)[^0-9,。;]{0,24}"
)
# 每户改造费用不超过5000元,其中补贴3000元; a sum for all of them has none
_WHOLE = re.compile(r"(?:每[年月日天]|每季度)?每(?:人|户|床|张床位?|名|位)(?!.*(?:总|共|合计))")
# 每人每月补贴100元,其中收住失能老年人的补贴200元
_OF_SOME = re.compile("其中:?[一-龥()]{2,16}(?:的|老年?人|人员|对象)(?:补[贴助]|给予|发放|为|按){0,2}")
# 每人每年90元,其中个人缴纳30元、|财政补助60元; 每人每年90元标准筹资。其中,|职工由单位承担45元
_OF_WHICH = re.compile(r"[一-龥]{0,12}[,。;]其中[,:]?[^。;0-9每总共]{2,40}")
_NEXT_PART = re.compile(r"[,、](?!.*(?:[每总共投奖]|最[高低多]|一次性|单(?!位)|合计|累计|另))[一-龥()]{2,14}")
_SO_OFTEN = re.compile(r"每(?:半?年|季度|月|周|天|日)")


def part_of_a_count(s: Sharer) -> SharedBase | None:
    """每千名老年人40张,其中护理型20张."""
    whole = _whole_of(s) if s.value.unit.sort == "count" else None
    rate = _RATE.search(s.text, whole.clause_start, whole.start) if whole else None
    if whole is None or rate is None or s.value.high > whole.high:
        return None
    return SharedBase((rate.start(), whole.start))


def part_of_a_sum(s: Sharer) -> SharedBase | None:
    """每人每年90元,其中个人缴纳30元、财政补助60元; a part is no twentieth of it."""
    value = s.value
    whole = _whole_of(s) if value.unit.sort == "money" else None
    each = _WHOLE.search(s.text, whole.clause_start, whole.start) if whole else None
    if whole is None or each is None or value.low * 20 <= whole.low:
        return None
    if value.high > whole.high and not _OF_SOME.fullmatch(s.text, value.clause_start, value.start):
        return None
    return SharedBase((each.start(), whole.start), with_period=True)


def fraction_of_one(s: Sharer) -> SharedBase | None:
    """每千人口执业医师3.8人、注册护士4.2人: no place has a fraction of a person, so it is a rate as well."""
    if s.value.low == int(s.value.low) or s.value.unit.sort not in ("people", "count"):
        return None
    since = s.clauses.sentence(s.value.start)[0]
    for before in reversed(s.values[max(s.at - PARALLEL, 0) : s.at]):
        if before.start < since or before.unit.sort != s.value.unit.sort:
            return None
        if rate := _RATE_OF_PEOPLE.search(s.text, before.clause_start, before.start):
            return SharedBase(rate.span())
    return None


def part_of_how_often(s: Sharer) -> SharedBase | None:
    """每年巡查4次,其中夜间2次."""
    whole = _whole_of(s) if s.value.unit.sort == "frequency" else None
    often = _SO_OFTEN.search(s.text, whole.clause_start, whole.start) if whole else None
    if whole is None or often is None or s.value.high > whole.high:
        return None
    return SharedBase(often.span(), with_period=True)


def _whole_of(s: Sharer) -> Value | None:
    """The value that one is a part of: the one before 其中, with other parts of it between them."""
    text, value, now = s.text, s.value, s.value
    last = s.at - 1
    for at in range(last, max(last - PARALLEL, -1), -1):
        before = s.values[at]
        if before.unit is not value.unit:
            return None
        if before.clause_end + 1 == now.clause_start and text.startswith("其中", now.clause_start):
            return before
        if _OF_WHICH.fullmatch(text, before.bound_end, now.start):
            return before
        if value.unit.sort != "money" or not _NEXT_PART.fullmatch(text, before.bound_end, now.start):
            return None
        now = before
    return None
