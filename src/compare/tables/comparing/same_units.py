"""Which units count the same thing: Chinese counts facilities by several measure words, people too."""

from __future__ import annotations

import re

#: Measure words (量词) that only differ in style: 3个, 3家, 3所 and 3处 are three facilities.
COUNTERS = (("个", "家", "所", "处", "座"), ("人", "名", "位"), ("台", "部"))

_SAME = {word: words[0] for words in COUNTERS for word in words}


_MONEY = "元"
#: 每张床位 and 每床 are one base.
_BED, _OF_BEDS = "床", "张"
_TIMES = {
    "per_year": "年",
    "per_half_year": "半年",
    "per_quarter": "季度",
    "per_month": "月",
    "per_week": "周",
    "per_day": "日",
}


def measure(unit: str, period: str = "", own: str = "") -> str:
    """The unit with its measure word replaced by the first of its kind; the base stays.

    Two values of one indicator are on one scale if their measures are equal. Across indicators this
    means nothing: 个 also counts childcare places. What each bed gets is the same with 张 and with 床. A sum
    that is paid every month is another measure than one that is paid every year or once, also where its unit
    does not say so. What an indicator gives to each person (its ``own`` unit) is that where a plan leaves the
    person out (津贴月标准100元).

    >>> measure("所"), measure("名/千人"), measure("元/人", "per_month"), measure("元")
    ('个', '人/千人', '元/人·月', '元')
    >>> measure("元/月", own="元/人·月"), measure("元/月", own="元/床·月")
    ('元/人·月', '元/月')
    >>> measure("元/张·月", own="元/床·月"), measure("元/张", own="元/件")
    ('元/床·月', '元/张')
    """
    top, slash, base = unit.partition("/")
    time = _TIMES.get(period, "") if top == _MONEY else ""
    if time and time not in base.split("·"):
        slash, base = "/", "·".join(filter(None, (base, time)))
    own_base = own.partition("/")[2]
    if own_base.startswith(_BED) and base.startswith(_OF_BEDS):
        base = _BED + base.removeprefix(_OF_BEDS)
    if top == _MONEY and own == (f"{_MONEY}/人·{base}" if base else f"{_MONEY}/人"):
        return own
    return f"{_SAME.get(top, top)}{slash}{base}"


_PER = re.compile("(?P<top>[^/]+)/(?P<number>[0-9]+|[十百千万])(?P<noun>人|户|床)")
_NUMBERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}


def in_own_base(unit: str, own: str) -> tuple[str, float]:
    """A unit of so many per N people, households or beds in the base of the indicator's ``own`` unit.

    Beside it stands what its values are multiplied by; what counts something else stays as it is, times 1.
    A ``ratio`` is so many per person: 1 名/15人 is 0.0667.

    >>> in_own_base("名/百人", "名/千人"), in_own_base("名/4人", "ratio"), in_own_base("名/百床", "名/千人")
    (('名/千人', 10.0), ('ratio', 0.25), ('名/百床', 1.0))
    """
    said = _PER.fullmatch(unit)
    if said is None or unit == own:
        return unit, 1.0
    each = _number(said["number"])
    if own == "ratio":
        return (
            (own, 1 / each)
            if said["noun"] == "人" and _SAME.get(said["top"], "") in ("人", "个")
            else (unit, 1.0)
        )
    meant = _PER.fullmatch(own)
    if meant is None or meant["noun"] != said["noun"] or measure(meant["top"]) != measure(said["top"]):
        return unit, 1.0
    return own, _number(meant["number"]) / each


def _number(words: str) -> int:
    return _NUMBERS.get(words) or int(words)
