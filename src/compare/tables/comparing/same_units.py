"""Which units count the same thing: Chinese counts facilities by several measure words, people too."""

from __future__ import annotations

#: Measure words (量词) that only differ in style: 3个, 3家, 3所 and 3处 are three facilities.
COUNTERS = (("个", "家", "所", "处", "座"), ("人", "名", "位"), ("台", "部"))

_SAME = {word: words[0] for words in COUNTERS for word in words}


def measure(unit: str) -> str:
    """The unit with its measure word replaced by the first of its kind; the base stays.

    Two values of one indicator are on one scale if their measures are equal. Across indicators this
    means nothing: 个 also counts childcare places.

    >>> measure("所"), measure("家"), measure("名/千人"), measure("张")
    ('个', '个', '人/千人', '张')
    """
    top, slash, base = unit.partition("/")
    return f"{_SAME.get(top, top)}{slash}{base}"
