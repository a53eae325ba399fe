"""Sentences with their numbers in figures put into words: 300张 becomes 三百张, 65% 百分之六十五."""

from __future__ import annotations

import re

_DIGITS = "零一二三四五六七八九"
_POWERS = ((1000, "千"), (100, "百"), (10, "十"))
_UNITS = "个|家|所|处|张|平方米|户|人(?!大)|名|元|岁|周岁|次|小时|天|工作日|年(?=以上|以?内)|层|分钟|辆|部"
_ALONE = r"(?<![0-9.,:/~—至到第A-Za-z+×“－–-])"
# From 11 on: whether a smaller number in words counts or only speaks (两个方面) is for the grammar to say.
_SHARE = re.compile(rf"{_ALONE}([0-9]{{2,4}})%(?![~—－至到以之-])")
_COUNT = re.compile(
    rf"{_ALONE}(?!(?:19|20)[0-9]{{2}}年)([1-9][0-9]{{1,3}})(?=[万亿]?(?:{_UNITS}))(?!个主要指标)"
)


def words(number: int) -> str:
    """A whole number below ten thousand in words.

    >>> words(1050)
    '一千零五十'
    """
    said = ""
    for size, name in _POWERS:
        if digit := number // size % 10:
            said += f"{_DIGITS[digit]}{name}"
        elif said and number % size and not said.endswith("零"):
            said += "零"
    ones = _DIGITS[number % 10] if number % 10 else ""
    return (said + ones).removeprefix("一") if 10 <= number < 20 else said + ones


def in_words(text: str) -> str:
    """The text with shares and counts from 11 on in words."""

    def share(match: re.Match[str]) -> str:
        return f"百分之{words(int(match[1]))}" if int(match[1]) > 10 else match[0]

    def count(match: re.Match[str]) -> str:
        return words(int(match[1])) if int(match[1]) > 10 else match[0]

    return _COUNT.sub(count, _SHARE.sub(share, text))
