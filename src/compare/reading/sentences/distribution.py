"""Values given 分别 in one breath (分别达到100%、90%): each has its own noun and its own year."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from compare.model import Comparator, Kind, Reason, Statement
from compare.reading.cues import COUNTRY_OR_TOWN, GIVES, PAYMENTS
from compare.reading.page.clauses import CLAUSE_REACH, Clauses
from compare.reading.quantities.amounts import Value
from compare.reading.quantities.bases.wordings import SLASH_BASE
from compare.reading.quantities.dates import Date
from compare.reading.quantities.lexicon import Lexicon
from compare.reading.sentences.nouns.before import noun_before
from compare.reading.sentences.nouns.compound_nouns import listed_nouns
from compare.reading.sentences.nouns.following import noun_behind, paid

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
_YEARS = re.compile(r"((?:19|20)[0-9]{2})年?-{1,2}((?:19|20)[0-9]{2})")


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


def noun_of(text: str, group: Sequence[Value], position: int, lexicon: Lexicon) -> tuple[int, int]:
    """Span of the noun that 分别 gives to one value of a group; the whole where they do not add up."""
    first = group[0]
    marker = text.rfind("分别", first.clause_start, first.start)
    start, end = noun_before(text, first.clause_start, marker, lexicon)
    if end - start < 2 and first.unit.sort in ("count", "people", "area"):
        start, end = noun_before(text, marker + 2, first.start, lexicon)  # 分别新增床位300张、400张
    nouns = listed_nouns(text, start, end, len(group))
    if nouns and first.unit.sort == "money" and not any(_SUM.search(text, *noun) for noun in nouns):
        paid_to_each = _money_given(text, marker, group)  # 初级工、中级工每月分别补贴100元、200元
        if paid_to_each[1] > paid_to_each[0]:
            return paid_to_each
    if nouns:
        return _measured_there(text, nouns, marker, group, lexicon) or nouns[position]
    given = _money_given(text, marker, group) if end == start or _GIVER.search(text, start, end) else None
    return given if given and given[1] > given[0] else (start, end)


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


def area_of(text: str, group: Sequence[Value], position: int, lexicon: Lexicon) -> str:
    """The area that 分别 gives to one value of a group, "" where it goes over things."""
    first = group[0]
    marker = text.rfind("分别", first.clause_start, first.start)
    if payers := _BORNE_BY.search(text, first.clause_start, marker):
        listed = listed_nouns(text, *payers.span("list"), len(group))
        return text[slice(*listed[position])] if listed else ""
    nouns = listed_nouns(text, *noun_before(text, first.clause_start, marker, lexicon), len(group))
    areas = _areas(text, nouns) if nouns else None
    if not nouns or not areas or not _measured_there(text, nouns, marker, group, lexicon):
        return ""
    area = areas.match(text, *nouns[position])
    return area.group() if area else ""


def _money_given(text: str, marker: int, group: Sequence[Value]) -> tuple[int, int]:
    """Span of the name of sums that nothing before 分别 names (分别给予1万元、2万元补助; 分别奖励3万元)."""
    first, last = group[0], group[-1]
    if first.unit.sort != "money":
        return marker, marker
    if behind := paid(text, last.bound_end, last.clause_end):
        return behind
    ahead = _GIVEN_AS.match(text, marker, first.start)
    return ahead.span("noun") if ahead else (marker, marker)


def with_own_terms(
    statement: Statement,
    group: Sequence[Value],
    position: int,
    text: str,
    clauses: Clauses,
    dates: Sequence[Date],
) -> Statement:
    """What 分别 gives each of its values: the comparator said once, and its own of as many years."""
    first = group[0]
    if statement.comparator is Comparator.EQ and first.comparator not in (Comparator.RANGE, Comparator.EQ):
        statement = _given(replace(statement, comparator=first.comparator), "comparator")
    start = clauses.sentence(first.start)[0]
    start = max(start, first.start - CLAUSE_REACH)
    near = dates[slice(*(bisect_left(dates, at, key=lambda d: d.start) for at in (start, first.start)))]
    years = _last_listed(near, len(group), text)
    if statement.kind is Kind.PARAMETER:
        return statement
    if len(years) == len(group) and _listed_together(years, text):
        return _due(statement, years[position].value)
    if len(years) == 1 and (span := _YEARS.match(text, years[0].start)):
        # 2023—2025年,分别新增300张、400张、500张
        first_year, last_year = int(span[1]), int(span[2])
        if last_year - first_year + 1 == len(group):
            return _due(statement, str(first_year + position))
    return statement


def _due(statement: Statement, deadline: str) -> Statement:
    return _given(replace(statement, deadline=deadline), "deadline")


def _given(statement: Statement, field: str) -> Statement:
    """The statement with 分别 as the reason for a field."""
    kept = tuple(reason for reason in statement.reasons if reason.about != field)
    return replace(statement, reasons=(*kept, Reason(field, "given by 分别")))


def _listed_together(years: Sequence[Date], text: str) -> bool:
    """Whether no number stands between the dates: 到2026年…80%;到2028年分别… gives each its own clause."""
    return not any(c.isdigit() for a, b in pairwise(years) for c in text[a.end : b.start])


def _last_listed(dates: Sequence[Date], count: int, text: str) -> Sequence[Date]:
    """The last so many dates if they stand in one list (到2023年…,2024年、2025年分别…), else all."""
    last = dates[-count:]
    joined = all(text[a.end : b.start].strip("底末") in ("、", "和", "及", "与") for a, b in pairwise(last))
    return last if joined else dates
