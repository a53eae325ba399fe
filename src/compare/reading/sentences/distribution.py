"""Values given 分别 in one breath (分别达到100%、90%): each has its own noun (:data:`GIVEN_NOUNS`), its own
area, grade, age or payer (:data:`GIVEN_SCOPES`), and terms of its own (``distributed_terms.py``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from compare.reading.cues import COUNTRY_OR_TOWN, GIVES, PAYMENTS
from compare.reading.quantities.amounts import Value
from compare.reading.quantities.bases.wordings import SLASH_BASE
from compare.reading.quantities.lexicon import Lexicon
from compare.reading.rules import Rule, decided, first
from compare.reading.sentences.nouns.before import noun_before
from compare.reading.sentences.nouns.compound_nouns import listed_nouns
from compare.reading.sentences.nouns.following import paid
from compare.reading.sentences.nouns.noun_behind import noun_behind
from compare.reading.sentences.scopes.paid import age_at, grades_of

Span = tuple[int, int]

_GIVEN_AS = re.compile(rf"分别(?:{GIVES})?(?P<noun>(?:一次性)?(?:{PAYMENTS}))")
# 市级财政分别给予5000元、7000元的补助: who gives is not what is given
_GIVER = re.compile(r"(?:财政|政府|部门|局|厅|委|省|市|县|区|级)$")
# 甲县、乙县和丙县分别建成: where something is, not what
_AREA = re.compile(
    r"[一-龥]{1,8}?(?:自治[区州县]|[省市县旗州盟镇乡]|(?<![社小园校矿灾景库辖郊片地])区|街道)(?![级办立内域属外])|城市|农村|城镇|乡村|城区|山区"
)
# 城市社区、农村社区养老服务设施覆盖率分别, 街道、乡镇综合养老服务中心覆盖率分别: kinds of places
_KINDS_OF_PLACES = re.compile(rf"(?:{COUNTRY_OR_TOWN}|乡村)(?:社区)?|社区|街道|乡镇|行政村")
_SUM = re.compile("[补贴奖金费资价薪]|标准|投入|收入|支出")
_NAMES_A_PAYMENT = re.compile(rf"[一-龥]{{2}}(?:{PAYMENTS}|标准)(?:标准|资金|金)?$")
# 改造资金由省、市、县分别承担50%、30%、20%
_BORNE_BY = re.compile("(?<=[一-龥]{2})由(?P<list>[一-龥、和]{3,40})$")


def group_at(text: str, values: Sequence[Value], index: int) -> list[Value]:
    """Values given 分别 in one breath (分别达到100%、90%), else the single value."""
    first = values[index]
    if "分别" not in text[first.clause_start : first.start]:
        return [first]
    group = [first]
    while index + len(group) < len(values):
        following = values[index + len(group)]
        ends = group[-1].bound_end
        base = SLASH_BASE.match(text, ends) if text.startswith("/", ends) else None  # 1元/餐、2元/餐
        gap = text[base.end() if base else ends : following.start]
        if gap not in ("、", "和", "及", "与", ","):
            break
        group.append(following)
    return group


def paid_to(text: str, listed: Sequence[Span], first: int, lexicon: Lexicon) -> Span | None:
    """Span of the payment that grades in a list are given each their sum of, behind the list or before it
    (护理标准按半自理、全护理分别…, 一级、二级失能老人护理补贴分别…); None where neither is a payment."""
    start = max(text.rfind(mark, 0, listed[0][0]) for mark in ",。;:\n") + 1
    marker = text.find("分别", listed[-1][1], first)
    for begin, end in ((listed[-1][1], marker if marker >= 0 else first), (start, listed[0][0])):
        span = noun_before(text, begin, end, lexicon)
        if _NAMES_A_PAYMENT.search(text[slice(*span)]):
            return span
    return None


class Listed(NamedTuple):
    """One of a group of values, the ``words`` that name what 分别 (at ``marker``) goes over, and the nouns
    listed in them, () where they do not add up; the ``grades`` that its sentence lists from ``sentence`` on,
    if they add up."""

    text: str
    sentence: int
    group: Sequence[Value]
    position: int
    lexicon: Lexicon
    marker: int
    words: Span
    nouns: Sequence[Span]
    grades: Sequence[Span]

    @property
    def sort(self) -> str:
        return self.group[0].unit.sort


def listed_at(text: str, group: Sequence[Value], position: int, lexicon: Lexicon, sentence: int) -> Listed:
    """One of a group of values with what is listed before it in the sentence that begins at ``sentence``."""
    first_value = group[0]
    marker = text.rfind("分别", first_value.clause_start, first_value.start)
    words = noun_before(text, first_value.clause_start, marker, lexicon)
    if words[1] - words[0] < 2 and first_value.unit.sort in ("count", "people", "area"):
        words = noun_before(text, marker + 2, first_value.start, lexicon)  # 分别新增床位300张、400张
    nouns = listed_nouns(text, *words, len(group)) or ()
    grades = grades_of(text, sentence, first_value.start, len(group))
    return Listed(text, sentence, group, position, lexicon, marker, words, nouns, grades)


def _paid_to_grades(of: Listed) -> Span | None:
    if not of.grades or of.group[of.position].unit.sort != "money":
        return None
    return paid_to(of.text, of.grades, of.group[0].start, of.lexicon)


def _paid_to_each(of: Listed) -> Span | None:
    """初级工、中级工每月分别补贴100元、200元: who is paid is no name of a sum."""
    if not of.nouns or of.sort != "money" or any(_SUM.search(of.text, *noun) for noun in of.nouns):
        return None
    return _filled(_money_given(of.text, of.marker, of.group))


def _in_each_area(of: Listed) -> Span | None:
    return _measured_there(of.text, of.nouns, of.marker, of.group, of.lexicon) if of.nouns else None


def _nameless_sum(of: Listed) -> Span | None:
    """市级财政分别给予5000元、7000元的补助: who gives is not what is given."""
    if of.nouns or (of.words[1] != of.words[0] and not _GIVER.search(of.text, *of.words)):
        return None
    return _filled(_money_given(of.text, of.marker, of.group))


def _filled(span: Span) -> Span | None:
    return span if span[1] > span[0] else None


GIVEN_NOUNS: tuple[Rule[Listed, Span], ...] = (
    Rule(
        "payment of the grades given 分别",
        _paid_to_grades,
        "一级、二级失能老人护理补贴分别为«500元»、300元。",
        "初级工、中级工每月分别补贴«100元»、200元。",
        "GUIDE: 分别达到A、B are two rows",
    ),
    Rule(
        "payment to each given 分别",
        _paid_to_each,
        "养老护理员、社工每月分别补贴«100元»、200元。",
        "护理补贴、高龄津贴分别为«100元»、200元。",
        "GUIDE: 分别达到A、B are two rows",
    ),
    Rule(
        "measured in each area given 分别",
        _in_each_area,
        "甲县、乙县护理型床位占比分别达到«60%»、70%。",
        "护理型床位占比、助餐覆盖率分别达到«60%»、70%。",
        "GUIDE: 分别达到A、B are two rows",
    ),
    Rule(
        "noun of the list given 分别",
        lambda of: of.nouns[of.position] if of.nouns else None,
        "护理型床位占比、助餐覆盖率分别达到«60%»、70%。",
        "甲县、乙县护理型床位占比分别达到«60%»、70%。",
        "GUIDE: 分别达到A、B are two rows",
    ),
    Rule(
        "payment given 分别",
        _nameless_sum,
        "市级财政分别给予«5000元»、7000元的补助。",
        "补助标准分别为«5000元»、7000元。",
        "GUIDE: 分别达到A、B are two rows",
    ),
    Rule(
        "noun before 分别",
        lambda of: of.words,
        "补助标准分别为«5000元»、7000元。",
        "市级财政分别给予«5000元»、7000元的补助。",
        "GUIDE: 分别达到A、B are two rows",
    ),
)


def noun_of(of: Listed) -> tuple[Span, str]:
    """Span of the noun that 分别 gives to one value of a group, and the rule; the whole where the nouns
    listed do not add up."""
    return decided(GIVEN_NOUNS, of)


def _measured_there(
    text: str, nouns: Sequence[Span], marker: int, group: Sequence[Value], lexicon: Lexicon
) -> Span | None:
    """Span of what is measured in each of the areas that 分别 goes over; None where it goes over things."""
    areas = _areas(text, nouns)
    if not areas:
        return None
    start, end = nouns[-1]
    last = areas.match(text, start, end)
    if not last:
        return None
    if end - last.end() >= 2:  # 甲县、乙县护理型床位占比分别达到
        return last.end(), end
    between = noun_before(text, marker + 2, group[0].start, lexicon)
    if between[1] - between[0] >= 2:
        return between
    behind = noun_behind(text, group[-1].bound_end, group[-1].clause_end, counts=True)
    return behind if behind[1] - behind[0] >= 2 else None


def _areas(text: str, nouns: Sequence[Span]) -> re.Pattern[str] | None:
    """What names the areas that a list goes over before its last noun, None where it goes over things."""
    patterns = (_AREA, _KINDS_OF_PLACES)
    return next((one for one in patterns if all(one.fullmatch(text, *noun) for noun in nouns[:-1])), None)


def _grade(of: Listed) -> str | None:
    paid_by_grade = of.grades and of.group[of.position].unit.sort in ("money", "share")
    return of.text[slice(*of.grades[of.position])] if paid_by_grade else None


def _payer(of: Listed) -> str | None:
    payers = _BORNE_BY.search(of.text, of.group[0].clause_start, of.marker)
    listed = listed_nouns(of.text, *payers.span("list"), len(of.group)) if payers else None
    return of.text[slice(*listed[of.position])] if listed else None


def _area(of: Listed) -> str | None:
    first_value = of.group[0]
    if _BORNE_BY.search(of.text, first_value.clause_start, of.marker):
        return None
    before = noun_before(of.text, first_value.clause_start, of.marker, of.lexicon)
    nouns = listed_nouns(of.text, *before, len(of.group))
    areas = _areas(of.text, nouns) if nouns else None
    if not nouns or not areas or not _measured_there(of.text, nouns, of.marker, of.group, of.lexicon):
        return None
    area = areas.match(of.text, *nouns[of.position])
    return area.group() if area else None


def _age(of: Listed) -> str | None:
    if of.group[of.position].unit.sort != "money":
        return None
    return age_at(of.text, of.sentence, of.group[0].start, len(of.group), of.position) or None


GIVEN_SCOPES: tuple[Rule[Listed, str], ...] = (
    Rule(
        "grade given 分别",
        _grade,
        "三级、二级、一级护理员分别补助«800元»、500元、300元。",
        "甲县、乙县护理型床位占比分别达到«60%»、70%。",
        "GUIDE: 分别达到A、B are two rows",
    ),
    Rule(
        "age given 分别",
        _age,
        "80-89周岁的老人,90-99周岁的老人,分别发放«50元»、100元。",
        "三级、二级、一级护理员分别补助«800元»、500元、300元。",
        "GUIDE: 分别达到A、B are two rows",
    ),
    Rule(
        "payer given 分别",
        _payer,
        "改造资金由省、市、县分别承担«50%»、30%、20%。",
        "甲县、乙县护理型床位占比分别达到«60%»、70%。",
        "GUIDE: 分别达到A、B are two rows",
    ),
    Rule(
        "area given 分别",
        _area,
        "甲县、乙县护理型床位占比分别达到«60%»、70%。",
        "改造资金由省、市、县分别承担«50%»、30%、20%。",
        "GUIDE: 分别达到A、B are two rows",
    ),
)


def part_of(of: Listed) -> tuple[str, str] | None:
    """The grade, age, payer or area that 分别 gives to one value of a group, and the rule; None where it goes
    over things."""
    return first(GIVEN_SCOPES, of)


def _money_given(text: str, marker: int, group: Sequence[Value]) -> tuple[int, int]:
    """Span of the name of sums that nothing before 分别 names (分别给予1万元、2万元补助; 分别奖励3万元)."""
    first, last = group[0], group[-1]
    if first.unit.sort != "money":
        return marker, marker
    if behind := paid(text, last.bound_end, last.clause_end):
        return behind
    ahead = _GIVEN_AS.match(text, marker, first.start)
    return ahead.span("noun") if ahead else (marker, marker)
