"""Which deadline governs a value: :data:`DEADLINE_RULES`, in order.

A lead-in (到2022年,) governs the clauses after it up to the next deadline or full stop. It crosses
a full stop only inside a passage that states overall goals (a heading with 目标), and a line end only
into the list it announces (到2025年,完成以下任务:; a heading 2024年为民办实事项目 over items that are
no sentences). A date inside a clause, or behind the value,
governs that clause alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from compare.frozen import maker, quickly
from compare.reading.cues import COMES_TO, NOT_BEYOND
from compare.reading.page.clauses import CLAUSE_REACH, Clauses
from compare.reading.page.lines import line_start
from compare.reading.quantities.dates import Date, Force
from compare.reading.rules import ByKind, Rule, first
from compare.reading.sentences.times.carry import Reach

Span = tuple[int, int]

#: So many dates back a lead-in is looked for; no sentence has more.
_DATES_BACK = 40
_TERM = re.compile(r"(?:完成)?(?:时限|时间)[:为]?")
_OWN = frozenset({"的", "的约", "的近"})
_TIMES = re.compile(r"[0-9.一二两三四五六七八九十]+倍")  # 达到2022年的1.5倍: that year is the yardstick
# 2025年起,比例提高到60%; 自2020年起施行 is the document's own.
_FROM_THEN = re.compile(r"(?:[0-9]{1,2}日)?(?:之后|以后|起|开始)(?!施行|实施|执行|生效|试行)")
_TO_A_LEVEL = re.compile(rf"(?:{COMES_TO}|每[人名户床张][^,。;0-9]{{0,14}})(?:每[人名户床张]|每?[年月日])*$")
# 2024年不低于55%,2025年起不低于60%: behind another year it opens what goes from then on
_NEXT_YEAR = re.compile(
    rf"(?:[0-9]{{1,2}}日)?(?:之后|以后|起|开始),?(?:统一|调整)?(?:将|应当?)?(?:{NOT_BEYOND}|[为达按]|达到|{COMES_TO}|保持在|每[年人月餐床户张次名位])"
)
# 彩票公益金要将55%以上用于养老: a standing rule
_STANDING = re.compile(
    r"[^%]{1,7}%(?:以上|以内|左右)?(?:的(?:部分|[一-龥]{2,12}))?(?:应当|应|要|须)?(?:用于|用来|支持)"
)
_FROM_A_LEVEL = re.compile(r"[由从][^,。;0-9]{0,16}$")
# In the view a comma between two numbers is one too (1:12;30%).
_SEMICOLON = re.compile("(?<![0-9]);|;(?![0-9])")
_PARTS = frozenset(";:")
_WITHIN = frozenset(",;")
_BUILT_ON = re.compile("[^,。;]{0,40}?基础之?上,")
_GAP = 3  # between a clause and one that only says by when
# The first bracket behind a value; none with a deadline is longer.
_BRACKET = re.compile(r"[^(]*+\((?P<words>[^)]{0,118})\)")
_BY = ("到", "至", "在", "力争", "争取", "计划", "确保")
_BY_THE_END = ("底", "末", "前")
_OPENS = (
    "",
    "于",
    "在",
    "争取",
    "争取在",
    "力争",
    "力争在",
    "确保",
    "确保在",
    "到",
    "并于",
)  # between the comma and a date in a clause of its own
_SO_ALREADY = re.compile("[底初末]?(?:已|开工|动工|立项|获批|启动)")
_DONE = ("完成", "到位", "实现", "建成", "投用", "投入", "竣工", "交付", "落实")


def _only_date(text: str, clauses: Clauses, clause_end: int, date: Date) -> bool:
    """Whether a clause says nothing but by when (…,2025年底前全面完成)."""
    end = clauses.clause(date.start)[1]
    rest = text[date.end : end]
    if date.force is Force.DATE or len(rest) > 8 or any(char.isdigit() for char in rest):
        return False
    if rest:
        return any(word in rest for word in _DONE)
    return text[clause_end : clause_end + 1] != ";" and text[end : end + 1] in "。|\n"


@quickly
@dataclass(frozen=True, slots=True)
class Governed:
    """A value at ``position`` in its ``clause``, and the dates that may govern it.

    ``starts`` are the offsets of ``dates``; ``sentence`` is the span of its sentence, ``ahead`` and ``later``
    are the dates in it before and behind the value; ``carry`` says how far lead-ins reach beyond theirs.
    """

    dates: Sequence[Date]
    starts: Sequence[int]
    text: str
    clauses: Clauses
    position: int
    clause: Span
    carry: Reach
    sentence: Span
    ahead: Sequence[Date]
    later: Sequence[Date]


_governed = maker(Governed)


def _its_own(g: Governed) -> Date | None:
    date = g.ahead[-1] if g.ahead else None
    own = date and g.text[date.end : g.position] in _OWN and not _TIMES.match(g.text, g.position)
    return date if own else None


def _next_from_then(g: Governed) -> Date | None:
    date = g.ahead[-1] if g.ahead[1:] else None
    if date is None or date.start < g.clause[0] or date.force is Force.LEAD:
        return None
    opens = _NEXT_YEAR.match(g.text, date.end) and not _FROM_A_LEVEL.search(g.text, date.end, g.position)
    return date if opens else None


def _led_in(g: Governed) -> Date | None:
    standing = _STANDING.match(g.text, g.position)
    for date in reversed(g.ahead):
        if _BUILT_ON.match(g.text, date.end, g.clause[0]):
            continue  # 在2024年建成80个的基础上,再新增40个
        if standing and _SEMICOLON.search(g.text, date.end, g.position + 1):
            return None
        if date.force is Force.LOCAL and date.start >= g.clause[0]:
            return date
        if date.force is Force.LEAD and not _in_a_part(g, date):
            return date
    return None


def _in_a_part(g: Governed, date: Date) -> bool:
    """Whether a date is that of a part (其中2024年200万元) which is over before the value."""
    part = g.text.endswith(("其中", "其中:", "其中,"), 0, date.start)
    return part and ";" in g.text[date.end : g.position]


def _clause_before(g: Governed) -> Date | None:
    """The date inside a clause whose measure the clauses behind it, set off by commas alone, go on with."""
    date = g.ahead[-1] if g.ahead else None
    if date is None or date.force is not Force.LOCAL or date.start >= g.clause[0]:
        return None
    ahead = g.text[max(date.start - 3, 0) : date.start].rstrip("“‘\"'")  # 力争在“十五五”期间
    by = ahead.endswith(_BY) or g.text.endswith(_BY_THE_END, 0, date.end)
    return date if by and ";" not in g.text[date.end : g.clause[0]] else None


def _behind(g: Governed) -> Date | None:
    for date in g.later:
        if date.start < g.clause[1] and date.force is not Force.DATE and not _in_an_aside(g, date):
            return date
    return None


def _in_an_aside(g: Governed, date: Date) -> bool:
    """Whether a date behind a value says in a bracket what is done already (300张(2021年已立项))."""
    _, opened, words = g.text[g.position : date.start].rpartition("(")
    return bool(opened) and ")" not in words and _SO_ALREADY.match(g.text, date.end) is not None


def _clause_of_its_own(g: Governed) -> Date | None:
    date = next((date for date in g.later if date.start >= g.clause[1]), None)
    near = date and date.start <= g.clause[1] + _GAP and _only_date(g.text, g.clauses, g.clause[1], date)
    return date if near else None


def _closes_sentence(g: Governed) -> Date | None:
    """The date in the last clause of a sentence whose clauses, set off by commas alone, name no other."""
    end = g.sentence[1]
    if len(g.later) != 1 or not _PARTS.isdisjoint(g.text[g.position : end]):
        return None
    (date,) = g.later
    start, close = g.clauses.clause(date.start)
    own = start > g.clause[1] and close >= end and g.text[start : date.start] in _OPENS
    return date if own and _only_date(g.text, g.clauses, end, date) else None


def _bracket_behind(g: Governed) -> Date | None:
    reach = min(g.sentence[1] + 2, g.position + CLAUSE_REACH)
    bracket = _BRACKET.match(g.text, g.position) if g.text.find("(", g.position, reach) >= 0 else None
    if bracket is None:
        return None
    start, close = bracket.span("words")
    label = _TERM.search(g.text, start, close)
    at = bisect_left(g.starts, label.end() if label else start)
    date = next((date for date in g.dates[at : at + 1] if date.start < close), None)
    return date if date and (label or g.text.startswith(_DONE, date.end)) else None


def _from_then(g: Governed) -> Date | None:
    date = g.ahead[-1] if g.ahead else None
    if date is None or date.force is not Force.DATE or not _FROM_THEN.match(g.text, date.end):
        return None
    before = (g.text, max(g.clause[0], date.end), g.position)
    return date if _TO_A_LEVEL.search(*before) and not _FROM_A_LEVEL.search(*before) else None


def _carried(g: Governed) -> Date | None:
    """The date of what announces the list of the value, or the last among its goals."""
    announced, goals = g.carry.announced(g.position), g.carry.among_goals(g.position)
    if not announced and goals is None:
        return None
    sentence, _ = g.sentence
    spans = list(announced)
    if spans:
        spans = [(max(line_start(g.text, sentence), spans[0][1]), sentence), *spans]
    if goals:
        spans.append((goals[0], sentence))
    led = [
        date
        for span in spans
        for date in reversed(_within(g.dates, g.starts, *span))
        if date.force is Force.LEAD
    ]
    return next((date for date in led if _opens_sentence(g, date)), led[0] if led else None)


def _opens_sentence(g: Governed, date: Date) -> bool:
    """Whether a date leads its whole sentence: 到2025年达到500张,到2035年达到900张 goes on with the first."""
    start, _ = g.clauses.sentence(date.start)
    return _WITHIN.isdisjoint(g.text[start : date.start])


def _within(dates: Sequence[Date], starts: Sequence[int], start: int, end: int) -> Sequence[Date]:
    """The last dates that begin in a span."""
    behind = bisect_left(starts, end)
    return dates[max(bisect_left(starts, start), behind - _DATES_BACK) : behind]


_DEADLINE_RULES: tuple[Rule[Governed, Date], ...] = (
    Rule(
        "year of the number itself",
        _its_own,
        "护理型床位占比由45%提高至2025年的«60%»。",
        "到2025年,护理型床位占比由2020年的45%提高至«60%»。",
        only=("dated",),
    ),
    Rule(
        "next from then on",
        _next_from_then,
        "护理型床位占比2024年达到55%,2025年起不低于«60%»。",
        "护理型床位占比2024年达到55%,其中农村不低于«60%»。",
        "GUIDE: a date may govern expressly (2025年起…)",
        only=("dated",),
    ),
    Rule(
        "lead-in of the sentence",
        _led_in,
        "到2025年,护理型床位占比达到«60%»。",
        "护理型床位占比达到«60%»。",
        "GUIDE: 到2022年,… governs the list that follows",
        only=("dated",),
    ),
    Rule(
        "in the clause before",
        _clause_before,
        "助餐服务覆盖率到2027年达到95%,其中农村达到«70%»。",
        "助餐服务覆盖率到2027年达到95%;护理型床位占比达到«70%»。",
    ),
    Rule(
        "behind, in the clause",
        _behind,
        "护理型床位占比达到«60%»在2025年底前。",
        "护理型床位占比达到«60%»。2025年底前实施。",
        only=("dated",),
    ),
    Rule(
        "behind, in a clause of its own",
        _clause_of_its_own,
        "护理型床位占比达到«60%»,2025年底前完成。",
        "护理型床位占比达到«60%»,2025年底前新增床位30张。",
        only=("dated",),
    ),
    Rule(
        "at the end of the sentence",
        _closes_sentence,
        "新增床位«300张»,改造敬老院3所,培训护理员500人次,于2025年底前完成。",
        "新增床位«300张»,改造敬老院3所;培训护理员500人次,于2025年底前完成。",
        only=("dated",),
    ),
    Rule(
        "in the bracket behind",
        _bracket_behind,
        "护理型床位占比达到«60%»。(牵头单位:民政局;完成时限:2025年12月底前)",
        "护理型床位占比达到«60%»。(牵头单位:民政局)",
    ),
    Rule(
        "from then on",
        _from_then,
        "自2023年起,护理型床位占比提高到«60%»。",
        "自2023年起,每年新增床位«300张»。",
        "GUIDE: a date may govern expressly (2025年起…)",
        only=("dated",),
    ),
    Rule(
        "lead-in carried on",
        _carried,
        "一、工作目标\n到2025年,建成中心。护理型床位占比达到«60%»。",
        "一、主要任务\n到2025年,建成中心。护理型床位占比达到«60%»。",
        "GUIDE: a deadline crosses a full stop only inside a passage of overall goals",
    ),
)


DEADLINE_RULES = ByKind(_DEADLINE_RULES)


def govern(
    dates: Sequence[Date],
    starts: Sequence[int],
    text: str,
    clauses: Clauses,
    position: int,
    clause: Span,
    carry: Reach,
) -> tuple[Date, str] | None:
    """The date that governs the value at ``position`` and the rule that says so, None if none does.

    ``starts`` are the dates' offsets, ``clause`` the span of the value's clause.
    """
    if not dates:
        return None
    sentence = clauses.sentence(position)
    ahead = _within(dates, starts, sentence[0], position)
    later = dates[bisect_left(starts, position) : bisect_left(starts, sentence[1])]
    return first(
        DEADLINE_RULES("dated" if ahead or later else ""),
        _governed(dates, starts, text, clauses, position, clause, carry, sentence, ahead, later),
    )
