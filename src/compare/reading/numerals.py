"""Numbers as Chinese documents write them, to exact decimals.

Arabic (with thousands separators and 万/亿), Chinese numerals, mixtures (8.6万, 3千),
百分之五十五, 千分之二, 三分之一. No floats: 16.4亿 is exactly 1640000000.
"""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}

#: Characters a Chinese numeral is written with.
CHINESE = "零〇一二三四五六七八九十百千万亿两"

ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
#: Multipliers that may follow an Arabic number: 万, 亿, 千, 百万, 万亿 …
MULTIPLIER = r"(?:[百千十]?万亿|[百千十]?亿|[百千十]?万|千(?![米克瓦伏])|百(?!分))"


#: A run of digits longer than this is no number anyone wrote as one.
LONGEST = 24


def chinese_to_decimal(text: str) -> Decimal | None:
    """Value of a Chinese numeral (二十, 一千零五十, 三点五, 二〇二五); None if ill-formed.

    >>> chinese_to_decimal("五十五")
    Decimal('55')
    """
    if len(text) > LONGEST:
        return None
    whole, _, fraction = text.partition("点")
    value = _chinese_integer(whole)
    if value is None:
        return None
    if not fraction:
        return Decimal(value)
    if any(c not in _DIGITS for c in fraction):
        return None
    return Decimal(f"{value}." + "".join(str(_DIGITS[c]) for c in fraction))


def _chinese_integer(text: str) -> int | None:
    if not text:
        return None
    if all(c in _DIGITS for c in text):
        # 二〇二五 is read digit by digit; 三五 (three or five) is not a number.
        if len(text) > 1 and len(text) < 4 and "〇" not in text and "零" not in text:
            return None
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = 0
    digit: int | None = None
    last_power = 10**9
    for char in text:
        if char in _DIGITS:
            if digit is not None and digit != 0:
                return None
            digit = _DIGITS[char]
        elif char in _SMALL:
            power = _SMALL[char]
            if power >= last_power:
                return None
            if digit is None and char != "十":
                return None
            section += (1 if digit is None or (digit == 0 and char == "十") else digit) * power
            digit = None
            last_power = power
        else:
            section += digit or 0
            if section == 0 and total == 0:
                return None
            unit = _LARGE[char]
            total = (total + section) * unit if unit == 10**8 else total + section * unit
            section, digit, last_power = 0, None, 10**9
    return total + section + (digit or 0)


_EXPONENTS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}


def multiplier_to_decimal(text: str) -> Decimal:
    """Value of 万, 亿, 百万, 万亿 … ("" is 1)."""
    exponent = sum(_EXPONENTS[c] for c in text)
    return Decimal(10) ** exponent


def arabic_to_decimal(text: str) -> Decimal:
    """Value of an Arabic number with optional thousands separators."""
    return Decimal(text.replace(",", ""))


_ROUND = {"十": Decimal(10), "百": Decimal(100), "千": Decimal(1000), "万": Decimal(10000)}
#: Tenths: 六成, 六成五.
TENTHS = r"[一二三四五六七八九1-9]成[一二三四五六七八九半]?(?![立为员果功本绩熟型人长就品效套片份])"
_FRACTION = re.compile(rf"([{CHINESE}]+|{ARABIC})分之([{CHINESE}点]+|{ARABIC})")


def fraction_to_percent(text: str) -> tuple[Decimal, str] | None:
    """百分之X as (X, "%"), 千分之X as (X, "‰"), A分之B and
    tenths (六成) as per cent; None if not a fraction.

    Values that are not finite decimals (三分之一) are rounded to four places.
    """
    if "成" in text:
        tens, _, ones = text.partition("成")
        tenth = _size(tens)
        return (
            None if tenth is None else (tenth * 10 + (Decimal(5) if ones == "半" else _size(ones) or 0), "%")
        )
    match = _FRACTION.fullmatch(text)
    if not match:
        return None
    base_text, part_text = match.groups()
    base, part = _size(base_text.removeprefix("一")), _size(part_text)
    if part is None or not base:
        return None
    if base == 100:
        return part, "%"
    if base == 1000:
        return part, "‰"
    return (part / base * 100).quantize(Decimal("0.0001")).normalize(), "%"


def _size(text: str) -> Decimal | None:
    if not text:
        return None
    if text in _ROUND:
        return _ROUND[text]
    return arabic_to_decimal(text) if text[0].isdigit() else chinese_to_decimal(text)
