"""Which base a value shares with one before it (每万人…4人,到2025年4.66人), and where its words stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.reading.page.clauses import CLAUSE_REACH, Clauses
from compare.reading.quantities.amounts import Value
from compare.reading.quantities.bases.wordings import SLASH_BASE, Based
from compare.reading.quantities.lexicon import Unit
from compare.reading.sentences.scopes.setting import FACILITY_UNITS

Span = tuple[int, int]

_ADDED = re.compile(r"(?:新增|净增|增设|增加)(?:约|近|不少于|不低于|至少)?$")
_CAPS = re.compile("最高|最多|总额|上限|封顶|累计|合计")
_RATE = re.compile(r"每[百千万]{1,2}[名位人户张]|[千万]人(?=[^,。;]{0,6}[床托]位)")
_ONE_MORE = re.compile(r"每(?:超过|超出|增加|新增|多|满)")
# 每户改造费用不超过5000元,其中补贴3000元; a sum for all of them has none
_WHOLE = re.compile(r"每(?:人|户|床|张床位?|名|位)(?!.*(?:总|共|合计))")
# 每人每月补贴100元,其中收住失能老年人的补贴200元
_OF_SOME = re.compile("其中:?[一-龥()]{2,16}(?:的|老年?人|人员|对象)(?:补[贴助]|给予|发放|为|按){0,2}")
# 每人每年90元,其中个人缴纳30元、|财政补助60元; 每人每年90元标准筹资。其中,|职工由单位承担45元
_PARTED = frozenset({"count", "money", "frequency"})
_OF_WHICH = re.compile(r"[一-龥]{0,12}[,。;]其中[,:]?[^。;0-9每总共]{2,40}")
_NEXT_PART = re.compile(r"[,、](?!.*(?:[每总共投奖]|最[高低多]|一次性|单|合计|累计|另))[一-龥()]{2,14}")
_SO_OFTEN = re.compile(r"每(?:半?年|季度|月|周|天|日)")
_DIGIT = re.compile("[0-9]+")
_PARALLEL = 5  # sums side by side
# 1万元的一次性建设补贴,|改建的给予5000元
_APART = re.compile(
    "(?:/[^,。;、0-9]{1,8})?(?:的?(?:一次性)?[一-龥]{0,8}(?:补贴|补助|奖励|津贴|奖补|资助))?[,;、]"
)
_SIBLING = re.compile(
    "(?!.*(?:[每总共投奖月年日]|安排|最[高低多]|一次性|单|合计|累计|另))[一-龥A-Z()]{2,14}?"
    "(?:(?:同步|相应)?(?:提高|调整|上调|增加)[到至为]|为|不低于|不超过|不少于)?"
)
# 每人每月补贴标准为:轻度100元、中度200元: the base stands ahead of the colon
_LEAD = re.compile(r"每(?:人|床|张床位?|户|名|位)[^,。;:\n0-9]{0,24}(?:\(元?\))?:$")
_LISTED = re.compile(
    r"(?!.*(?:[每总共投奖月年日]|安排|最[高低多]|一次性|单|合计|累计|另))[一-龥A-Z0-9()\-~]{2,14}(?:为|不低于|不超过|不少于)?"
)
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
_WHOSE = re.compile(f"{_OF_WHOM}$")
_NEXT_WHOSE = re.compile(f"[,、;和及与]{_OF_WHOM}")
_OF_EACH = re.compile("每|[人户生床]均")
# 1所6个班以上的幼儿园, 1处建筑面积500平方米以上的中心: how large one of them is
_SIZE = re.compile(
    "(?:总?(?:建筑|占地|使用|用地|经营|服务)?面积|占地|床位数?|规模|容纳|拥有|设有?)?"
    "(?:达到?|约|为|在|不少于|不低于|不小于|不超过|超过)*"
)
_SIZED = re.compile("(?:及?以[上下]|左右|床位|座位|餐位|规模|班额?|班级|[(]含[^()]{0,6}[)]){0,3}的")


class SharedBases:
    """Finds the earlier words whose base a value shares; ``stated`` are the subjects found so far with the
    unit each had first, ``places`` the index of the first value that begins at a position."""

    __slots__ = ("clauses", "places", "stated", "text", "values")

    def __init__(
        self, text: str, clauses: Clauses, values: Sequence[Value], stated: dict[Span, Unit]
    ) -> None:
        self.text, self.clauses, self.values, self.stated = text, clauses, values, stated
        self.places = {value.start: at for at, value in reversed([*enumerate(values)])}

    def carried(self, value: Value, subject: Span, clause_before: str) -> Span:
        """Span of the earlier words whose base a value shares: those around its subject, said in an earlier
        clause (每万人…4人,到2025年4.66人)."""
        stated = self._stated(subject) if subject[1] <= value.clause_start else None
        # 补贴标准为每人每次费用的四分之一,最高不超过3元: a share and its cap in money have one base.
        capped = stated and (stated.sort, value.unit.sort) == ("share", "money")
        # 每千名老年人…35张,新增5000张: what is added is counted, not a rate.
        added = value.unit.sort == "count" and _ADDED.search(clause_before)
        if not (stated is value.unit and not added) and not capped:
            return self._of_a_rate(value)
        before = self._value_before(value) if value.unit.sort == "money" else None
        # 每平方米补助500元,最高不超过50万元; 每超过1公里加收1元,最高5元: a cap on all of it
        if before and (value.low >= 20 * before.high or self._caps_what_adds_up(before, value)):
            return value.clause_start, value.clause_start
        return self._around(subject)

    def _stated(self, subject: Span) -> Unit | None:
        """The unit that a subject had first; the last of them may be cut at its beginning (市区|床位)."""
        stated = self.stated.get(subject)
        if stated is None and self.stated and (last := next(reversed(self.stated)))[1] == subject[1]:
            return self.stated[last]
        return stated

    def sibling(self, value: Value) -> Span | None:
        """Span of the words before the sum whose base a sum shares, or of those behind it that begin with a
        slash; None if it has none to share."""
        values, text = self.values, self.text
        if owners := self._measured_of_each(value):
            return owners
        at = self.places[value.start] if value.unit.sort == "money" else 0
        for before in reversed(values[max(at - 2 * _PARALLEL, 0) : at]):
            if before.unit.sort == "age":
                continue
            if not _is_sibling(text, before, value):
                break
            if "每" in text[before.clause_start : before.start]:
                return before.clause_start, before.start
            if slash := SLASH_BASE.match(text, before.end) if text.startswith("/", before.end) else None:
                return slash.span()  # 自理100元/人·月、半失能200元
            value = before
        return self._announced(value)

    def _measured_of_each(self, value: Value) -> Span | None:
        """Span of the words whose base a value shares as the next owner's (生均面积小学4、初中5平方米)."""
        values, text, now = self.values, self.text, value
        last = self.places[value.start] - 1
        for at in range(last, max(last - _PARALLEL, -1), -1):
            before = values[at]
            if before.unit is not value.unit or not _NEXT_WHOSE.fullmatch(text, before.bound_end, now.start):
                return None
            own = max(before.clause_start, values[at - 1].bound_end if at else 0)
            if not _WHOSE.search(text, own, before.start):
                return None
            if _OF_EACH.search(text, own, before.start):
                return own, before.start
            now = before
        return None

    def _announced(self, value: Value) -> Span | None:
        """Span of the words ahead of a colon that name the base of what is listed behind it."""
        text = self.text
        at = value.clause_start - 1
        if at < 0 or text[at] != ":" or not _LISTED.fullmatch(text, at + 1, value.start):
            return None
        lead = _LEAD.search(text, max(0, at - CLAUSE_REACH), at + 1)
        return lead.span() if lead else None

    def own_words(self, value: Value) -> int:
        """Where the words begin that may name the base of a value: behind a sum for each, where the value is
        the cap on all of them (每床1.2万元、最高不超过240万元), else its clause."""
        if value.unit.sort != "money":
            return self._behind_the_value_before(value)
        before = self._value_before(value)
        if before is None or before.end <= value.clause_start or value.low < 20 * before.high:
            return value.clause_start
        capped = _CAPS.search(self.text, before.end, value.start)
        return before.end if capped else value.clause_start

    def _behind_the_value_before(self, value: Value) -> int:
        """Where a value's own words begin: behind the count of what is so large (1所6个班以上的幼儿园), and
        behind what is said of another owner; else with its clause."""
        at = self.places[value.start] - 1
        before = self.values[at] if at >= 0 else None
        if before is None or before.end <= value.clause_start:
            return value.clause_start
        if before.unit is value.unit and _NEXT_WHOSE.fullmatch(self.text, before.bound_end, value.start):
            return before.bound_end + 1  # behind the 、
        if before.unit.unit not in FACILITY_UNITS:
            return value.clause_start
        sized = _SIZE.fullmatch(self.text, before.end, value.start) and _SIZED.match(self.text, value.end)
        return before.end if sized else value.clause_start

    def _caps_what_adds_up(self, before: Value, value: Value) -> bool:
        adds_up = _ONE_MORE.search(self.text, before.clause_start, before.start)
        return bool(adds_up and _CAPS.match(self.text, value.clause_start))

    def _of_a_rate(self, value: Value) -> Span:
        """Span of the words that name the base of what a value is a part of (其中护理型20张)."""
        before = self._whole_of(value) if value.unit.sort in _PARTED else None
        if before is None:
            return 0, 0
        if value.unit.sort == "frequency":
            often = _SO_OFTEN.search(self.text, before.clause_start, before.start)
            return often.span() if often and value.high <= before.high else (0, 0)
        if value.unit.sort == "money":
            whole = _WHOLE.search(self.text, before.clause_start, before.start)
            some = value.high <= before.high or _OF_SOME.fullmatch(self.text, value.clause_start, value.start)
            return (whole.start(), before.start) if whole and some and value.low * 20 > before.low else (0, 0)
        if value.high > before.high:
            return 0, 0
        rate = _RATE.search(self.text, before.clause_start, before.start)
        return (rate.start(), before.start) if rate else (0, 0)

    def _whole_of(self, value: Value) -> Value | None:
        """The value that one is a part of: the one before 其中, with other parts of it between them."""
        text, now = self.text, value
        last = self.places[value.start] - 1
        for at in range(last, max(last - _PARALLEL, -1), -1):
            before = self.values[at]
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

    def _value_before(self, value: Value) -> Value | None:
        """The value before one in the text, if it has the same unit."""
        at = self.places[value.start] - 1
        return self.values[at] if at >= 0 and self.values[at].unit is value.unit else None

    def _around(self, subject: Span) -> Span:
        """A subject with the words of its clause beside it, up to the numbers on either side."""
        text = self.text
        start, end = self.clauses.clause(subject[0])
        start = max(start, subject[0] - CLAUSE_REACH)
        while start < subject[0] and (digit := _DIGIT.search(text, start, subject[0])):
            start = digit.end()
        behind = _DIGIT.search(text, subject[1], end)
        return start, behind.start() if behind else end


def place_of(value: Value, base: Based, pieces: Sequence[tuple[int, int]], own: int) -> Span:
    """Where in the view the words stand that name a base: behind the unit, in the clause or ahead of it.

    ``pieces`` are length and place of what stood before the clause in the words that the base was looked for
    in, ``own`` is where the clause's own words begin.
    """
    start, end = base.words
    if not end:
        return value.end, value.end + base.used
    for length, place in pieces:
        if start < length:
            return place + start, place + min(end, length)
        start, end = start - length, end - length
    return own + start, own + end


def _is_sibling(text: str, before: Value, value: Value) -> bool:
    """Whether a sum stands beside the one before it (集中供养每人每年12000元,分散供养9600元)."""
    if before.unit is not value.unit or not before.low <= 10 * value.low <= 100 * before.low:
        return False
    if _TIER.fullmatch(text, before.bound_end, value.start):
        return True
    apart = _APART.match(text, before.bound_end)
    return apart is not None and _SIBLING.fullmatch(text, apart.end(), value.start) is not None
