"""What the time a value is stated for makes of its kind: what is so already is no target.

:data:`TIME_RULES` decide after the words have, in order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from compare.model import Kind
from compare.reading.cues import DOES, HAS, MAKES, NOT_BEYOND
from compare.reading.quantities.amounts import Value
from compare.reading.rules import Rule, first

Span = tuple[int, int]

_ALREADY = re.compile(
    rf"目前|现有|(?:现|业)已|已经?(?:累计|{MAKES}|{HAS}|{DOES}|达到?|有|覆盖|投入)(?!的|区|小区|住宅|居住|登记)"
)
_FROM = re.compile(r"[由从][^,。;由从]{0,24}$")
_RISES = re.compile(
    r"[^,。;0-9]{0,4}(?:提高|增加|上升|提升|扩大|扩充|增长|下降|降低|减少|压缩|缩短|延长|发展|调整)[到至为]"
)
_AS_OF = ("截至", "截止", "截至到", "截止到")
_GOAL = re.compile(
    rf"力争|确保|争取|将|(?<!主|重|需)要|应(?!急)|须|计划|目标|实现|{NOT_BEYOND}|不得|至少|每年|到20|再|新的|下一步|今后"
)
# What a sentence that looks back says of what is meant to be; 实现 and 将 it says of what was done.
_INTENDS = re.compile(
    r"力争|确保|争取(?!到)|努力|拟(?!定|订)|计划(?=[到在于新建完投安用实再])|预计|规划(?=[到在于新])|下一步|今后|未来|明年"
    rf"|要求|应(?!急|保|养|改|对)|须|不得|(?<![主重需])要(?!素|点)|将(?=[于在新再建达实完提扩继]|进一步)|{NOT_BEYOND}|至少|[到至]20|再(?=[新建增])"
)
_DAY = re.compile(r"[底末月日]")  # 截至2020年底 counts; 截至2025年 may be a term
_DONE = re.compile(rf"{MAKES}|{HAS}|{DOES}|共|累计|现有|投入|投用|(?:县|市|区|省|州|地)有")
_NOW = re.compile(
    r"(?:截[至止])?(?:(?<!项)目前|现阶段已)(?!标)|(?:过去的?|近)[一二三四五几两0-9]+年(?!内)|[一两二三四五几0-9]年来|近年来|以来|回顾"
    r"|(?<![较比于及同与和是占达的])(?:去年|上一?年度|前年)(?=[,全底初]|[一-龥]{0,8}(?:完成|新增|新建|建成|实现|培训|投入|发放))"
)
_NOW_WORDS = (
    "目前",
    "现阶段已",
    "过去",
    "近",
    "年来",
    "以来",
    "回顾",
    "去年",
    "年度",
    "前年",
)  # one is in every match
_SUMS_UP = re.compile(r"累计|共计|共(?=建|新|完|改|培|投|为|有|实)|先后|已")
_NORM = re.compile(
    r"(?:不得|不应|不宜)?不?(?:低于|少于|小于)|至少"
)  # 已建成机构不低于45%: what they must have
_LOOKS_BACK = re.compile(
    r"取得[^,。;]{0,12}(?:进步|进展|成效|成就|成绩|突破)|成效(?:显著|明显)|(?:稳步|显著|明显|不断)(?:增长|提升|改善)[:,]"
)


@dataclass(slots=True)
class Timing:
    """When a value is stated for: the date that governs it, whether that is ``past``, and its own words.

    ``text[floor:value.start]`` are the words before the value that belong to it alone, ``date_starts`` the
    offsets of all dates, ``dated`` is the span of the governing one, no length where there is none.
    ``now`` is what :func:`now_in` finds in the sentence, ``issue_year`` the document's own, 0 if none;
    ``after_fact`` is the end of the last value before it in the sentence that is so already, else -1.
    ``sentence`` is where its sentence begins; ``told_of`` the last year that a part of the text which looks
    back tells of, 0 where that part names none, None in any other part.
    """

    text: str
    value: Value
    floor: int
    before: str
    kind: Kind
    kind_rule: str
    deadline: str
    past: bool
    dated: Span
    date_starts: Sequence[int]
    now: int = -1
    issue_year: int = 0
    after_fact: int = -1
    sentence: int = 0
    told_of: int | None = None

    @property
    def dated_itself(self) -> bool:
        """Whether a date stands between the words of the value and its number (从2020年的30%)."""
        at = bisect_right(self.date_starts, self.value.start) - 1
        return at >= 0 and self.date_starts[at] >= self.floor


Timed = tuple[Kind, str]
#: What each facility must have stays a standard beside a year.
_OF_EACH = frozenset({"ratio", "size of what is made", "budget of each", "places kept back"})


def _start_of_a_change(t: Timing) -> Timed | None:
    changes = _FROM.search(t.text, t.floor, t.value.start) and _RISES.match(t.text, t.value.bound_end)
    return (Kind.PARAMETER, t.deadline if t.dated_itself else "") if changes else None


def _past(t: Timing) -> Timed | None:
    return (Kind.PARAMETER, t.deadline) if t.past else None


def _as_of(t: Timing) -> Timed | None:
    start, end = t.dated
    if end <= start or not t.text.endswith(_AS_OF, max(0, start - 4), start):
        return None
    words = (t.text, end, t.value.start)
    if t.issue_year and t.deadline and int(t.deadline[:4]) > t.issue_year:
        return None
    counted = _DAY.search(t.text, start, end) or _DONE.search(*words)
    return (Kind.PARAMETER, "") if counted and not _GOAL.search(*words) else None


def _summed_up(t: Timing) -> Timed | None:
    start, end = t.dated
    if t.issue_year or end <= start or "五" not in t.text[start:end]:
        return None  # a plan that says its own year says what is past
    words = (t.text, end, t.value.start)
    return (Kind.PARAMETER, "") if _SUMS_UP.search(*words) and not _GOAL.search(*words) else None


def _up_to_now(t: Timing) -> Timed | None:
    up_to_now = 0 <= t.now <= t.value.start and not t.deadline
    return (Kind.PARAMETER, "") if up_to_now and not intends(t.text, t.now, t.value.start) else None


def intends(text: str, start: int, end: int) -> bool:
    """Whether words say what is meant to be, where the text tells what has been."""
    return _INTENDS.search(text, start, end) is not None


def _told(t: Timing) -> Timed | None:
    if t.told_of is None or intends(t.text, t.sentence, t.value.start):
        return None
    # 到2025年 in a part that names no year may be a forecast
    over = not t.deadline or int(t.deadline[:4]) <= max(t.told_of, t.issue_year - 1)
    return (Kind.PARAMETER, "") if over else None


def now_in(text: str, start: int, end: int) -> int:
    """Where the words end by which a sentence says that it is about what is so already, -1 without any."""
    if not any(text.find(word, start, end) >= 0 for word in _NOW_WORDS):
        return -1
    now = _NOW.search(text, start, end)
    return now.end() if now else -1


def _goes_on(t: Timing) -> Timed | None:
    goes_on = t.after_fact >= 0 and not t.deadline and t.kind is Kind.TARGET
    return (Kind.PARAMETER, "") if goes_on and not intends(t.text, t.after_fact, t.value.start) else None


def _looks_back(t: Timing) -> Timed | None:
    start, end = t.dated
    back = end > start and _LOOKS_BACK.search(t.text, end, t.value.start)
    return (Kind.PARAMETER, "") if back else None


def _already(t: Timing) -> Timed | None:
    already = not t.deadline and _ALREADY.search(t.before) and not _NORM.search(t.before)
    return (Kind.PARAMETER, "") if already else None


def _dated_norm(t: Timing) -> Timed | None:
    of_each = t.kind is not Kind.STANDARD or t.kind_rule in _OF_EACH
    return (Kind.TARGET, t.deadline) if t.deadline and not of_each else None


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
        "as of a date",
        _as_of,
        "截至2020年底,全市建成养老机构«40家»。",
        "截至2025年底,力争建成养老机构«40家»。",
        "GUIDE: facts (截至…) are parameters without deadline",
    ),
    Rule(
        "summed up",
        _summed_up,
        "“十三五”期间,全市累计新建养老机构«30家»。",
        "“十五五”期间,全市力争累计新建养老机构«30家»。",
        "GUIDE: facts (十三五时期…达到) are parameters without deadline",
    ),
    Rule(
        "looks back",
        _looks_back,
        "“十三五”时期养老服务取得长足进步:护理型床位占比达«47.5%»。",
        "“十五五”时期养老服务加快发展:护理型床位占比达«47.5%»。",
        "GUIDE: facts (十三五时期…达到) are parameters without deadline",
    ),
    Rule(
        "part that looks back",
        _told,
        "一、2023年工作回顾\n新增床位«300张»。\n二、2024年工作计划\n新增床位400张。",
        "一、2023年工作回顾\n新增床位300张。\n二、2024年工作计划\n新增床位«400张»。",
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
        "up to now",
        _up_to_now,
        "截止目前,全市建有养老机构«12家»。",
        "目前尚有不足,要建成养老机构«12家»。",
        "GUIDE: facts (现有, 已建成) are parameters",
    ),
    Rule(
        "fact goes on",
        _goes_on,
        "现有养老机构12家,护理型床位«700张»。",
        "现有养老机构12家,力争护理型床位«700张»。",
        "GUIDE: facts (现有, 已建成) are parameters",
    ),
    Rule(
        "dated norm",
        _dated_norm,
        "到2025年,单个机构床位不少于«30张»。",
        "单个机构床位不少于«30张»。",
    ),
)

#: Rules that say that a value is so already, and those behind it in the sentence with it.
FACTS = frozenset({"part that looks back", "so already", "up to now", "summed up", "fact goes on"})


def timed_kind(timing: Timing) -> tuple[Timed, str]:
    """Kind and deadline of a value by its time, and the rule that decided, "" if time changes nothing."""
    return first(TIME_RULES, timing) or ((timing.kind, timing.deadline), "")
