"""Bases that are stretches of time: 每两年1次, 每次40分钟, 每旬1次, 每年100人次."""

from __future__ import annotations

import re

from compare.reading.cues import EVERY_OTHER
from compare.reading.quantities.bases.wordings import (
    EACH_TIME_OF,
    EVERY_SEVERAL,
    NO_NUMBER_BETWEEN,
    ONCE_IN,
    Based,
    ValueInClause,
    day,
    number_of,
)
from compare.reading.rules import last_match

_EVERY_OTHER = re.compile(EVERY_OTHER)
# Periods that have no code of their own: 每旬一次, 每小时2次.
_OTHER_PERIOD = re.compile(r"每个?(?P<unit>半个?月|旬|学期|学年|小时)")
_FLOWS = frozenset({"money", "count", "people", "duration"})


def per_time(p: ValueInClause) -> Based | None:
    time = EACH_TIME_OF.search(p.before) if p.unit.sort in ("duration", "people") else None
    if time is None or p.unit.per_period or p.after.startswith(("内", "以内", "之内")):
        return None
    return Based(p.per(time["time"]), 0, time.span())


def per_several_periods(p: ValueInClause) -> Based | None:
    once = ONCE_IN.search(p.before) if p.unit.sort == "frequency" else None
    if once and once["n"] not in "一半":
        return Based(p.per(f"{number_of(once['n'])}{day(once['unit'])}"), 0, once.span())
    other = _EVERY_OTHER.search(p.before) if p.unit.sort == "frequency" and "隔" in p.before else None
    if other:
        return Based(p.per(f"2{day(other['other'])}"), 0, other.span())
    several = last_match(EVERY_SEVERAL, p.before) if p.unit.per_period or p.unit.sort in _FLOWS else None
    if several is None or (several["n"] in ("一", "1") and not (several["full"] or several["to"])):
        return None
    if "每" in p.before[several.end() :]:
        return None  # 每五年修订1次、每年评估1次
    if not p.unit.per_period and not NO_NUMBER_BETWEEN.match(p.before.replace("的,", ""), several.end()):
        return None
    if several["to"]:
        span = f"{number_of(several['n'])}-{number_of(several['to'])}{day(several['unit'])}"
        return Based(p.per(span), 0, several.span())
    if several["n"] in ("一", "1"):
        return Based(p.per(day(several["unit"])), 0, several.span())
    return Based(p.per(f"{number_of(several['n'])}{day(several['unit'])}"), 0, several.span())


def per_other_period(p: ValueInClause) -> Based | None:
    other = last_match(_OTHER_PERIOD, p.before) if p.unit.per_period else None
    return Based(p.per(other["unit"].replace("个", "")), 0, other.span()) if other else None


def per_period(p: ValueInClause) -> Based | None:
    return Based(p.per(p.period_word)) if p.unit.per_period and p.period_word else None
