"""The noun that a value leaves to the words before its own, or to its row: :data:`CARRIED_SUBJECTS`."""

from __future__ import annotations

import re
from bisect import bisect_right

from compare.reading.cues import COUNTRY_OR_TOWN, FACILITY_COUNTERS
from compare.reading.page.clauses import CLAUSE_REACH
from compare.reading.quantities.indicator_lines import LINE_NUMBER, label_of
from compare.reading.rules import Rule
from compare.reading.sentences.nouns.before import noun_before
from compare.reading.sentences.nouns.compound_nouns import rate_parts
from compare.reading.sentences.subjects.sought import Found, Sought, Span

_LEFT_OVER = re.compile(
    rf"(?:[到至]?(?:19|20)[0-9]{{2}}年[底末]?前?)?(?:(?:{COUNTRY_OR_TOWN})(?:地区|社区)?(?:$|(?=每)|为|达到?)"
    r"|每[人户名位床张个年月周日]|均|都|分别|不少于|不低于|达到?|总数|共)"
)

# 护理型床位占比|偏低,仅占42%: a rate that is commented on before it is told
_COMMENTED = re.compile(
    r"(?P<rate>[一-龥]{2,20}(?:占比|比例|比重|覆盖面|率))(?:(?:总体|仍|还|相对|普遍|比较|明显|持续|逐年|稳步|不断){0,2}(?:[偏较过]?[高低大小]|不[高足]|下降|上升|提[高升]|增加)[了的]?)$"
)
_TOLD = re.compile("(?:目前|平均|总体)?(?:[仅只才]{0,2}(?:占|有|为|达到?)|不足|不到|约)?")

_MEASURED = ("area", "length", "mass", "share")  # what is measured so is no thing that is counted
_COUNTED = ("count", "people")
_LABEL = 14
_NEAR = 60  # a subject of an earlier sentence reaches no farther
_PARAGRAPH = re.compile(
    r"[。!?;](?:\([^()\n]{1,118}\))?\n"
)  # a subject is not carried into the next paragraph
_PLACE = re.compile(rf"(?:{COUNTRY_OR_TOWN})(?:地区)?(?=[一-龥]{{4}})")
_PLACE_ALONE = re.compile(COUNTRY_OR_TOWN)
_PLACE_BEFORE = re.compile(
    rf"其?中?(?:{COUNTRY_OR_TOWN})(?:地区|社区)?(?:覆盖率)?(?:要|将|力争)?(?:为|达到?)?"
)
_CLAIMED = ("全覆盖、", "全覆盖,", "全覆盖;")
# 推进家庭适老化改造,2025年完成300户: the work that is said to be done
_WORK = re.compile(
    r"(?:[0-9]{1,2}[.、]|[一二三四五六七八九十]{1,2}是)?(?:要|继续|全面|大力|积极|持续|扎实|深入|稳步|统筹|加快|有序)*"
    r"(?:推进|推动|实施|开展|组织|加强|做好|深化|加快|抓好)(?P<work>[一-龥“”()、]{4,24})"
)
_WORK_ENDS = ("改造", "建设", "工程", "照护", "培训", "服务", "行动", "项目", "救助", "评估", "配备", "升级")
_INDICATOR_ENDS = ("率", "占比", "比例", "比重", "总量", "人数", "床位数", "托位数")
_ROW_NUMBER = re.compile(rf"(?:{LINE_NUMBER})\s*")


def indicator_of_the_line(s: Sought) -> Found | None:
    """The label of a line that gives an indicator year by year (床位(张):2020年300,2025年500)."""
    found = label_of(s.text, s.value.start)
    if not found:
        return None
    label, dated = found
    named = dated or label["unit"] in s.finder.lexicon.units or label["noun"].endswith(_INDICATOR_ENDS)
    return (label.span("noun"),) if named else None


def _clause_before(s: Sought) -> Found | None:
    """The noun of a clause that leaves its predicate to this one (A率、B率,均达到100%)."""
    text, value, finder = s.text, s.value, s.finder
    left_over = s.floor == value.start or _LEFT_OVER.match(text, s.floor, value.start)
    if s.floor != value.clause_start or not left_over:
        return None
    start, end = finder.clauses.clause(max(value.clause_start - 2, 0))
    start = max(start, end - CLAUSE_REACH)
    labelled = text[end : end + 1] == ":" and end - start <= _LABEL
    if s.floor == value.start and not labelled:
        return None  # 养老床位:300张
    if labelled and (number := _ROW_NUMBER.match(text, start, end)):
        start = number.end()  # 4.探访关爱:每月不少于2次
    if not (labelled or text[end : end + 1] == ",") or any(char.isdigit() for char in text[start:end]):
        return None
    begin, finish = noun_before(text, start, end, finder.lexicon)
    return rate_parts(text, begin, finish) if finish - begin >= 2 else None


def _commented_on(s: Sought) -> Found | None:
    text, at = s.text, s.value.clause_start
    if s.floor != at or text[at - 1 : at] != "," or not _TOLD.fullmatch(text, at, s.value.start):
        return None
    start = max(s.finder.clauses.clause(max(at - 2, 0))[0], at - CLAUSE_REACH)
    rate = _COMMENTED.search(text, start, at - 1)
    return (rate.span("rate"),) if rate else None


def _beside_full_coverage(s: Sought) -> Found | None:
    """The noun of a claim of full coverage, for another place beside it (城市实现全覆盖,农村70%)."""
    text, floor = s.text, s.floor
    if not text.endswith(_CLAIMED, 0, floor) or not _PLACE_BEFORE.fullmatch(text, floor, s.value.start):
        return None
    claim = floor - len(_CLAIMED[0])
    start = max(s.finder.clauses.clause(claim)[0], claim - CLAUSE_REACH)
    start, end = _elsewhere(s, noun_before(text, start, claim, s.finder.lexicon))
    return ((start, end),) if end - start >= 2 else None


def _elsewhere(s: Sought, noun: Span) -> Span:
    """A noun without the place before it, where the words of the value name one (城市…65%,农村50%)."""
    place = _PLACE.match(s.text, *noun)
    if not place or not _PLACE_ALONE.search(s.text, s.floor, s.value.start):
        return noun
    return place.end(), noun[1]


def _same_sentence(s: Sought) -> Found | None:
    previous, stated = s.previous, s.finder.stated
    start = s.finder.clauses.sentence(s.value.start)[0]
    if not previous or previous[0] < start:
        return None
    unit = stated.get(previous)
    if unit and unit.sort in _MEASURED and s.value.unit.unit in FACILITY_COUNTERS.split("|"):
        return None  # 建筑面积不低于1000平方米;每个街道建成1处
    if unit is None or (unit.sort == "money") is (s.value.unit.sort == "money"):
        return (_elsewhere(s, previous),)
    # 60张的,补助90万元;超过60张的: not the money but what was counted in the same unit.
    for span, other in reversed(stated.items()):
        if span[0] < start:
            return None
        if other is s.value.unit:
            return (span,)
    return None


def _paid_between(s: Sought) -> Found | None:
    """The noun of the clause ahead of a sum for each (改造家庭,每户补助4000元,2025年改造200户)."""
    text, previous, clauses = s.text, s.previous, s.finder.clauses
    unit = s.finder.stated.get(previous) if previous else None
    if previous is None or unit is None or unit.sort != "money":
        return None
    at = clauses.clause(previous[0])[0] - 1
    if at <= clauses.sentence(s.value.start)[0] or text[at] != ",":
        return None
    start = max(clauses.clause(at - 1)[0], at - CLAUSE_REACH)
    if any(char.isdigit() for char in text[start:at]):
        return None
    begin, finish = noun_before(text, start, at, s.finder.lexicon)
    return ((begin, finish),) if finish - begin >= 2 else None


def _work_ahead(s: Sought) -> Found | None:
    """The work that the clause ahead says is done (推进家庭适老化改造,2025年完成300户)."""
    clauses, start = s.finder.clauses, s.value.clause_start
    if start - 1 <= clauses.sentence(s.value.start)[0] or s.text[start - 1] != "," or s.floor != start:
        return None
    ahead = clauses.clause(start - 2)[0]
    work = _WORK.fullmatch(s.text, max(ahead, start - CLAUSE_REACH), start - 1)
    return (work.span("work"),) if work and work["work"].endswith(_WORK_ENDS) else None


def _row_name(s: Sought) -> Found | None:
    """The name of the table row that a position lies in, for prose that leaves its subject to the row."""
    cells, position = s.finder.cells, s.value.start
    at = bisect_right(cells, position, key=lambda cell: cell[0]) - 1
    if at < 0 or position >= cells[at][1]:
        return None
    start, end = cells[at][2:]
    number = _ROW_NUMBER.match(s.text, start, end)
    return ((number.end() if number else start, end),)


def _sentence_before(s: Sought) -> Found | None:
    if not s.previous or s.value.start - s.previous[1] >= _NEAR or s.value.unit.sort == "age":
        return None
    unit = s.finder.stated.get(s.previous)
    if unit and unit.sort in _MEASURED and s.value.unit.unit in FACILITY_COUNTERS.split("|"):
        return None
    return None if _PARAGRAPH.search(s.text, s.previous[1], s.value.start) else (s.previous,)


CARRIED_SUBJECTS: tuple[Rule[Sought, Found], ...] = (
    Rule(
        "beside full coverage",
        _beside_full_coverage,
        "城市助餐服务实现全覆盖,农村达到«70%»。",
        "城市助餐服务实现全覆盖,农村养老机构入住率达到«70%»。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=("share",),
    ),
    Rule(
        "rate commented on",
        _commented_on,
        "护理型床位占比偏低,仅占«42%»。",
        "护理型床位占比偏低,入住率仅占«42%»。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=("share",),
    ),
    Rule(
        "clause before",
        _clause_before,
        "甲类覆盖率,均达到«100%»。",
        "甲类覆盖率5%,均达到«100%»。",
        "GUIDE: the noun phrase that the value measures, verbatim",
    ),
    Rule(
        "said before in the sentence",
        _same_sentence,
        "护理型床位2020年完成200张,2021年完成«300张»。",
        "护理型床位2020年完成«200张»。",
        "GUIDE: the noun phrase that the value measures, verbatim",
    ),
    Rule(
        "what a sum between is paid for",
        _paid_between,
        "开展家庭适老化改造,每户补助4000元,2025年完成«200户»。",
        "家庭适老化改造每户补助4000元,2025年完成«200户»。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=_COUNTED,
    ),
    Rule(
        "work of the clause ahead",
        _work_ahead,
        "推进家庭适老化改造,2025年完成«300户»。",
        "推进家庭适老化改造,2025年培训护理员«300人»。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=_COUNTED,
    ),
    Rule(
        "name of the row",
        _row_name,
        "指标|2025年|说明\n护理型床位|500张|2023年达到«300张»\n养老机构|50家|长期坚持\n",
        "护理型床位2023年达到«300张»。",
        "GUIDE: the noun phrase that the value measures, verbatim",
    ),
    Rule(
        "sentence before",
        _sentence_before,
        "护理型床位2020年完成200张。2021年完成«300张»。",
        "护理型床位2020年完成200张,2021年完成«300张»。",
        "GUIDE: the noun phrase that the value measures, verbatim",
    ),
)
