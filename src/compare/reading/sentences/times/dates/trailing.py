"""The dates behind a value that may govern it: in its clause, in one that only says by when, in a bracket."""

from __future__ import annotations

import re
from bisect import bisect_left

from compare.reading.page.clauses import CLAUSE_REACH, Clauses
from compare.reading.quantities.dates import Date, Force
from compare.reading.sentences.times.dates.governed import DONE, LONGEST_DONE, Governed, says_it_is_done

_TERM = re.compile(r"(?:完成)?(?:时限|时间)[:为]?")
# 床位达到300张。完成时限:2026年底前; 责任单位:民政局;完成时限:2026年底前 on the line below
_TERM_BEHIND = re.compile(
    r"[。;]?[ \n]{0,2}(?:(?:责任|牵头|主办|承办)(?:单位|部门)?[:为][^。\n]{1,60}?[。;,\n] ?)?"
    r"(?:完成|办结|整改)(?:时限|时间|期限)[:为]"
)
_PARTS = frozenset(";:")
_GAP = 3  # between a clause and one that only says by when
# The first bracket behind a value; none with a deadline is longer.
_BRACKET = re.compile(r"[^(]*+\((?P<words>[^)]{0,118})\)")
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
# 新建站点12个,改造敬老院5所,均于2024年9月底前完工: the date of all of them; 以上项目均于… that of all
# in the sentence
_ALL_OF_THEM = re.compile(
    r"(?P<named>(?:以上|上述|前述)(?:[0-9一二两三四五六七八九十]{1,3}[个项件])?[一-龥]{0,4}?)?"
    r"(?P<all>均|全部|都)?(?:应当?|要|须|需|将|力争|确保|计划)*(?:于|在|到)?"
)
# 两个站点4月底前开放;其余3家国庆节前开张
_THE_OTHERS = re.compile("(?:其余|其他|其它|余下|剩余|剩下|另外?)[^,。;0-9]{0,6}")
_BRACKET_OF_ITS_OWN = re.compile(r"[0-9.]+[^,。;、()0-9]{1,8}\((?:到|至|于|在)?")
_DATES_ON = 3  # so many dates behind a value one may be that of all before it
# 投资6800万元新建县养老服务中心,规划占地30亩、床位300张,2027年建成使用
_PROJECT = re.compile(
    "(?:计划|预计|拟|规划)?(?:总?投资|投入)(?:约)?[0-9.]++[万亿]*元(?:[一-龥]{0,4}(?:建设|新建|改建|扩建|改扩建|迁建|改造|打造|建成))?"
)
_ITS_PARTS = re.compile(
    "(?:,(?:(?:规划|计划|拟|总|共)*(?:占地|用地|建筑|建设|床位|设置?|设有|配[置备]|内设|包括|含|建设)[^,。;]{0,30}))*+,"
)
_OPENS_PROJECT = (*_OPENS, "预计", "计划", "预计于", "计划于", "拟于", "预计到")
_THEN_BY = (",", ",于", ",在", ",到", ",争取", ",确保")
_NORMS = ("标准", "要求", "比例", "规格", "面积", "规模")
_BY_THEN = ("前", "底", "末")
_JOINTS = frozenset("、和及并与")
_SO_ALREADY = re.compile("[底初末]?(?:已|开工|动工|立项|获批|启动)")


def _only_date(text: str, clauses: Clauses, clause_end: int, date: Date) -> bool:
    """Whether a clause says nothing but by when (…,2025年底前全面完成)."""
    end = clauses.clause(date.start)[1]
    rest = text[date.end : end]
    if date.force is Force.DATE or len(rest) > LONGEST_DONE or any(char.isdigit() for char in rest):
        return False
    if rest:
        return any(word in rest for word in DONE)
    return text[clause_end : clause_end + 1] != ";" and text[end : end + 1] in "。|\n"


def own_behind(g: Governed) -> Date | None:
    """The date by which a number in the clause is done, where another leads in the sentence."""
    date = g.later[0] if g.later else None
    if date is None or date.start >= g.clause[1] or date.force is Force.DATE:
        return None
    between = g.text[g.position : date.start]
    others = _THE_OTHERS.fullmatch(g.text, g.clause[0], g.position) is not None
    own = (others or between.endswith(("于", "在"))) and _JOINTS.isdisjoint(between)
    return date if own and says_it_is_done(g, date) else None


def own_bracket(g: Governed) -> Date | None:
    """The date by which a number is done, in the bracket directly behind it (8个(2027年底前))."""
    date = g.later[0] if g.later else None
    if date is None or not _BRACKET_OF_ITS_OWN.fullmatch(g.text, g.position, date.start):
        return None
    rest, closed, _ = g.text[date.end : date.end + LONGEST_DONE].partition(")")
    if not g.text.endswith(_BY_THEN if rest else (*_BY_THEN, "年"), 0, date.end):
        return None
    return date if closed and (not rest or any(word in rest for word in DONE)) else None


def in_clause(g: Governed) -> Date | None:
    for date in g.later:
        if date.start < g.clause[1] and date.force is not Force.DATE and not _in_an_aside(g, date):
            return date
    return None


def _in_an_aside(g: Governed, date: Date) -> bool:
    """Whether a date behind a value says in a bracket what is done already (300张(2021年已立项))."""
    _, opened, words = g.text[g.position : date.start].rpartition("(")
    return bool(opened) and ")" not in words and _SO_ALREADY.match(g.text, date.end) is not None


def clause_of_its_own(g: Governed) -> Date | None:
    date = next((date for date in g.later if date.start >= g.clause[1]), None)
    near = date and date.start <= g.clause[1] + _GAP and _only_date(g.text, g.clauses, g.clause[1], date)
    return date if near else None


def by_this_measure(g: Governed) -> Date | None:
    """The date in the clause behind one that says by which norm something is done then (按照每百户15平方米的
    标准,于2025年底前通过购置补齐)."""
    date = next((date for date in g.later if date.start >= g.clause[1]), None)
    if date is None or g.text[g.clause[1] : date.start] not in _THEN_BY:
        return None
    words = g.text[g.clause[0] : g.clause[1]]
    by_then = g.text.endswith(_BY_THEN, 0, date.end)
    rest = g.text[date.end : g.clauses.clause(date.start)[1]]
    by_norm = "按" in words and words.endswith(_NORMS)
    return date if by_norm and by_then and not any(char.isdigit() for char in rest) else None


def project_there(g: Governed) -> Date | None:
    """The date by which a project is there, for what is invested in it and what it has."""
    date = g.later[0] if len(g.later) == 1 else None
    project = _PROJECT.match(g.text, *g.sentence) if date else None
    if date is None or project is None:
        return None
    start, _ = g.clauses.clause(date.start)
    own = start > g.clause[1] and g.text[start : date.start] in _OPENS_PROJECT
    parts = own and _ITS_PARTS.fullmatch(g.text, g.clauses.clause(g.sentence[0])[1], start)
    return date if parts and says_it_is_done(g, date) else None


def all_of_them(g: Governed) -> Date | None:
    """The date in a clause behind the value that is said to be that of all that stands before it."""
    for date in g.later[:_DATES_ON]:
        start, _ = g.clauses.clause(date.start)
        said = _ALL_OF_THEM.fullmatch(g.text, start, date.start) if start >= g.clause[1] else None
        if said is None or not (said["all"] or said["named"]):
            continue
        within = said["named"] or g.text.find(";", g.position, start) < 0
        return date if within and says_it_is_done(g, date) else None
    return None


def closes_sentence(g: Governed) -> Date | None:
    """The date in the last clause of a sentence whose clauses, set off by commas alone, name no other."""
    end = g.sentence[1]
    if len(g.later) != 1 or not _PARTS.isdisjoint(g.text[g.position : end]):
        return None
    (date,) = g.later
    start, close = g.clauses.clause(date.start)
    own = start > g.clause[1] and close >= end and g.text[start : date.start] in _OPENS
    return date if own and _only_date(g.text, g.clauses, end, date) else None


def bracket_behind(g: Governed) -> Date | None:
    reach = min(g.sentence[1] + 2, g.position + CLAUSE_REACH)
    bracket = _BRACKET.match(g.text, g.position) if g.text.find("(", g.position, reach) >= 0 else None
    if bracket is None:
        return None
    start, close = bracket.span("words")
    label = _TERM.search(g.text, start, close)
    at = bisect_left(g.starts, label.end() if label else start)
    date = next((date for date in g.dates[at : at + 1] if date.start < close), None)
    return date if date and (label or g.text.startswith(DONE, date.end)) else None


def term_behind(g: Governed) -> Date | None:
    """The date that the sentence behind that of the value names as its term."""
    term = _TERM_BEHIND.match(g.text, g.sentence[1])
    if term is None:
        return None
    at = bisect_left(g.starts, term.end())
    date = g.dates[at] if at < len(g.dates) else None
    return date if date and date.start <= term.end() + 1 else None
