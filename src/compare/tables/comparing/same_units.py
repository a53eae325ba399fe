"""Which units count the same thing: Chinese counts facilities by several measure words, people too."""

from __future__ import annotations

#: Measure words (量词) that only differ in style: 3个, 3家, 3所 and 3处 are three facilities.
COUNTERS = (("个", "家", "所", "处", "座"), ("人", "名", "位"), ("台", "部"))

_SAME = {word: words[0] for words in COUNTERS for word in words}


_MONEY = "元"
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
    means nothing: 个 also counts childcare places. A sum that is paid every month is another measure than
    one that is paid every year or once, also where its unit does not say so. What an indicator gives to
    each person (its ``own`` unit) is that where a plan leaves the person out (津贴月标准100元).

    >>> measure("所"), measure("名/千人"), measure("元/人", "per_month"), measure("元")
    ('个', '人/千人', '元/人·月', '元')
    >>> measure("元/月", own="元/人·月"), measure("元/月", own="元/床·月")
    ('元/人·月', '元/月')
    """
    top, slash, base = unit.partition("/")
    time = _TIMES.get(period, "") if top == _MONEY else ""
    if time and time not in base.split("·"):
        slash, base = "/", "·".join(filter(None, (base, time)))
    if own == f"{_MONEY}/人·{base}" and top == _MONEY:
        return own
    return f"{_SAME.get(top, top)}{slash}{base}"
