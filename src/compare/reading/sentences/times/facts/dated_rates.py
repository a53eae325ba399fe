"""Norms with a date: what an area has or reaches by then is aimed at, and no requirement for each place."""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.cues import COMES_TO
from compare.reading.rules import Rule
from compare.reading.sentences.times.timing import Timed, Timing

# 每千人设施面积达到50平方米 by a year is what the area reaches; 配备 and bounds say what each must have.
_REACHED = re.compile(r"(?:达到?|拥有|提高到|增加到|提升至|提高至|增至|为|有)(?:约)?(?:[0-9.]++平方米、)*+$")
# 到2025年,每万名老年人拥有护理员不少于30名、社工不少于5名
_HAVE_BY_THEN = re.compile(r"^(?!.*(?:配[备置建]|标准|按|设置)).*(?:拥有|达到?|(?<![含没])有)[^,。;]*$")
# 每千名老人拥有床位数达到35张以上, 人均经费达到89元以上
_PER_BASE = re.compile(r"每[百千万]")
_REACHED_PER_HEAD = re.compile(rf"人均[^,。;每]{{0,20}}(?:达到?|{COMES_TO})$")
# “十四五”时期, 近期
_TERMS = ("五", "近期", "远期")
# 到2027年,人均养老设施用地不低于0.18平方米
_LAND_PER_HEAD = re.compile(
    "(?:[一-龥]{2,6}[市县区])?人均(?!预期)[^,。;每0-9单]{2,14}(?:用地|面积)(?:不低于|不少于|达到?|提高到)$"
)
#: Rules of ``kinds/`` by which something is required of each place.
MUST_HAVE = frozenset(
    {"bound of each", "some of its staff", "what each must have", "what each must be fitted with"}
)
#: Other rules of ``kinds/`` that set norms.
PER_BASE = "so many per base"
NORM_WORD = "word for a norm"
BUDGET = "budget of each"
OF_A_SIZE = "what places of a size must have"


def _goal(t: Timing, is_one: object) -> Timed | None:
    return (Kind.TARGET, t.deadline) if t.deadline and is_one else None


def _of_the_area(t: Timing) -> Timed | None:
    return _goal(t, t.kind_rule in MUST_HAVE and "每" not in t.text[t.sentence[0] : t.value.start])


def _places_of_a_size(t: Timing) -> Timed | None:
    return _goal(t, t.kind_rule == OF_A_SIZE)


def _land_per_head(t: Timing) -> Timed | None:
    return _goal(t, t.kind_rule == PER_BASE and t.by_then and _LAND_PER_HEAD.match(t.before))


def _expense_per_head(t: Timing) -> Timed | None:
    return _goal(t, t.kind_rule == BUDGET and _REACHED_PER_HEAD.search(t.before))


def _is_per_base(t: Timing) -> bool:
    return t.kind_rule == PER_BASE or (t.kind_rule == NORM_WORD and bool(_PER_BASE.search(t.before)))


def _reached(t: Timing) -> Timed | None:
    return _goal(t, _is_per_base(t) and _REACHED.search(t.before))


def _had_by_then(t: Timing) -> Timed | None:
    if not t.deadline or not _is_per_base(t):
        return None
    by_then = t.by_then or any(word in t.text[slice(*t.dated)] for word in _TERMS)
    return _goal(t, by_then and _HAVE_BY_THEN.search(t.before))


_SOURCE = "GUIDE: something to be achieved is a target"

DATED_RATE_RULES: tuple[Rule[Timing, Timed], ...] = (
    Rule(
        "requirement that an area meets by a year",
        _of_the_area,
        "2025年底前,服务中心护理人员不少于«3名»。",
        "2025年底前,每个服务中心护理人员不少于«3名»。",
        _SOURCE,
        state="dated",
    ),
    Rule(
        "places of a size by a year",
        _places_of_a_size,
        "到2025年,床位50张以上的机构配备«2名»护士。",
        "床位50张以上的机构配备«2名»护士。",
        _SOURCE,
        state="dated",
    ),
    Rule(
        "land per head by a year",
        _land_per_head,
        "到2027年,人均养老设施用地不低于«0.18平方米»。",
        "人均养老设施用地不低于«0.18平方米»。",
        _SOURCE,
        needs=("人均",),
        state="dated",
    ),
    Rule(
        "expense per head by a year",
        _expense_per_head,
        "到2027年,人均经费达到«89元»以上。",
        "人均经费达到«89元»以上。",
        _SOURCE,
        needs=("人均",),
        state="dated",
    ),
    Rule(
        "rate reached by a year",
        _reached,
        "到2025年,每万人口社会工作者有«5名»。",
        "到2025年,每万人口配备社会工作者«5名»。",
        _SOURCE,
        state="dated",
    ),
    Rule(
        "rate had by a year",
        _had_by_then,
        "到2025年,每万名老年人拥有护理员不少于«30名»。",
        "到2025年,每万名老年人配备护理员不少于«30名»。",
        _SOURCE,
        state="dated",
    ),
)
