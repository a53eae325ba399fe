"""Sums and measures side by side: the second has the base of the first (每人每年12000元,分散供养9600元)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compare.reading.cues import PAYMENTS
from compare.reading.page.clauses import CLAUSE_REACH
from compare.reading.quantities.amounts import Value
from compare.reading.quantities.bases.wordings import SLASH_BASE
from compare.reading.sentences.sharing.sharer import PARALLEL, SharedBase, Sharer

# 1万元的一次性建设补贴,|改建的给予5000元
_APART = re.compile(rf"(?:/[^,。;、0-9]{{1,8}})?(?:的?(?:一次性)?[一-龥]{{0,8}}(?:{PAYMENTS}))?[,;、]")
# Words that say that a sum is of another sort, or of all of them.
_OTHER_SUM = "[每总共投奖月年日]|安排|最[高低多]|一次性|单|合计|累计|另"
_SIBLING = re.compile(
    rf"(?!.*(?:{_OTHER_SUM}))[一-龥A-Z()]{{2,14}}?"
    "(?:(?:同步|相应)?(?:提高|调整|上调|增加)[到至为]|为|不低于|不超过|不少于)?"
)
# 每人每月补贴标准为:轻度100元、中度200元: the base stands ahead of the colon
_LEAD = re.compile(r"每(?:人|床|张床位?|户|名|位)[^,。;:\n0-9]{0,24}(?:\(元?\))?:$")
_LISTED = re.compile(rf"(?!.*(?:{_OTHER_SUM}))[一-龥A-Z0-9()\-~]{{2,14}}(?:为|不低于|不超过|不少于)?")
# 80至89周岁每人每月100元,90至99周岁200元: the next tier of ages
_TIER = re.compile(
    r"[,;、](?:[0-9]{2,3}(?:周?岁)?(?:-{1,2}|至|到|~))?(?:[0-9]{2,3}|百)周?岁(?:\(含[^()]{0,8}\))?(?:及?以[上下])?"
    r"(?:的|低收入|失能|高龄|老年?人|人员|居民){0,3}(?:发放|补[贴助]|给予|津贴)?(?:标准)?(?:为|按)?"
)
# 人均用地城市不低于30平方米、农村不低于40平方米: what is measured is said once, of whom each time
_OF_WHOM = (
    r"(?:城镇?|城市|城区|市区|主城区|中心城区|农村|乡村|乡镇|县城|县域|山区|平原|幼儿园|(?:普通)?小学|初中|高中|中学|中职|高职"
    r"|新建|改建|扩建|[轻中重]度(?:失能)?|半?自理|失能|全护理|半护理|男性?|女性?|公办|民办)(?:地区|社区|居民|学校|学生|老年?人)?"
    r"(?:达到?|为|约|不低于|不少于|不小于|不超过|至少|最低|超过|提高到|增加到)*"
)
# 重度600元|、中度|400元/人·月: another group or grade, no other payment
_NEXT_GROUP = re.compile(rf"[,、和](?!.*(?:{PAYMENTS}|[费价]|{_OTHER_SUM}))[一-龥A-Z()]{{0,10}}")
_WHOSE = re.compile(f"{_OF_WHOM}$")
NEXT_WHOSE = re.compile(f"[,、;和及与]{_OF_WHOM}")
_OF_EACH = re.compile("每|[人户生床]均")
_BASE = ("/", "每")  # what a base behind a sum begins with


def measured_of_each(s: Sharer) -> SharedBase | None:
    """The words whose base a value shares as the next owner's (生均面积小学4、初中5平方米)."""
    values, text, now = s.values, s.text, s.value
    last = s.at - 1
    for at in range(last, max(last - PARALLEL, -1), -1):
        before = values[at]
        if before.unit is not s.value.unit or not NEXT_WHOSE.fullmatch(text, before.bound_end, now.start):
            return None
        own = max(before.clause_start, values[at - 1].bound_end if at else 0)
        if not _WHOSE.search(text, own, before.start):
            return None
        if _OF_EACH.search(text, own, before.start):
            return SharedBase((own, before.start), with_period=True)
        now = before
    return None


def sum_beside(s: Sharer) -> SharedBase | None:
    """The words before the sum beside a sum (集中供养每人每年12000元,分散供养9600元)."""
    found = _named(s.text, _beside(s))
    return found if found and not found.behind else None


def sum_with_slash(s: Sharer) -> SharedBase | None:
    """The words behind the sum beside a sum (自理100元/人·月、半失能200元)."""
    if "每" in s.clause_before or s.text.startswith("/", s.value.end):
        return None
    found = _named(s.text, _beside(s))
    return found if found and found.behind else None


def sum_ahead_of_a_base(s: Sharer) -> SharedBase | None:
    """The base behind the last of the sums of a list (重度600元、中度400元/人·月)."""
    if s.value.unit.sort != "money" or "每" in s.clause_before or s.text.startswith(_BASE, s.value.end):
        return None
    value = s.value
    for after in s.values[s.at + 1 : s.at + 1 + PARALLEL]:
        if after.unit.sort == "age":
            continue
        between = (s.text, value.bound_end, after.start)
        named = _NEXT_GROUP.fullmatch(*between) or _TIER.fullmatch(*between)
        if not named or not _is_of_its_size(value, after):
            return None
        if behind := SLASH_BASE.match(s.text, after.end) if s.text.startswith(_BASE, after.end) else None:
            return SharedBase(behind.span(), with_period=True, behind=True)
        value = after
    return None


def announced(s: Sharer) -> SharedBase | None:
    """The words ahead of a colon that name the base of what is listed behind it."""
    text = s.text
    *_, listed = s.value, *_beside(s)
    at = listed.clause_start
    if not text.endswith(":", 0, at) or not _LISTED.fullmatch(text, at, listed.start):
        return None
    lead = _LEAD.search(text, max(at - CLAUSE_REACH, 0), at)
    return SharedBase(lead.span(), with_period=True) if lead else None


def _beside(s: Sharer) -> Iterator[Value]:
    """The sums beside a sum, from the one before it back to the first."""
    if s.value.unit.sort != "money":
        return
    value = s.value
    for before in reversed(s.values[max(s.at - 2 * PARALLEL, 0) : s.at]):
        if before.unit.sort == "age":
            continue
        if not _is_beside(s.text, before, value):
            return
        yield before
        value = before


def _named(text: str, sums: Iterable[Value]) -> SharedBase | None:
    """The words that name the base of the nearest of some sums that has one."""
    for one in sums:
        if "每" in text[one.clause_start : one.start]:
            return SharedBase((one.clause_start, one.start), with_period=True)
        if slash := SLASH_BASE.match(text, one.end) if text.startswith("/", one.end) else None:
            return SharedBase(slash.span(), with_period=True, behind=True)
    return None


def _is_beside(text: str, before: Value, value: Value) -> bool:
    """Whether a sum stands beside the one before it, and is of its size."""
    if not _is_of_its_size(before, value):
        return False
    if _TIER.fullmatch(text, before.bound_end, value.start):
        return True
    apart = _APART.match(text, before.bound_end)
    return apart is not None and _SIBLING.fullmatch(text, apart.end(), value.start) is not None


def _is_of_its_size(before: Value, value: Value) -> bool:
    return before.unit is value.unit and before.low <= 10 * value.low <= 100 * before.low
