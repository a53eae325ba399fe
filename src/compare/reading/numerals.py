"""Numbers as Chinese documents write them, to exact decimals.

Arabic (with thousands separators and 万/亿), Chinese numerals, mixtures (8.6万, 3千),
百分之五十五, 千分之二, 三分之一. No floats: 16.4亿 is exactly 1640000000. A digit alone behind 万, 千 or
百 counts the next lower place, as it is spoken (三万五, 一百二).
"""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
_SMALL = (("thousands", 1000), ("hundreds", 100), ("tens", 10))
#: A power, and what stands before it is less than (一万亿).
_POWERS = (("亿", 10**8, 10**8), ("万", 10**4, 10**4))
_ONE_TO_NINE = "[一二两三四五六七八九]"
_BELOW_TEN_THOUSAND = re.compile(
    rf"零?(?:(?P<thousands>{_ONE_TO_NINE})千)?(?:[零〇]?(?P<hundreds>{_ONE_TO_NINE})百)?"
    rf"(?:[零〇]?(?P<tens>{_ONE_TO_NINE}?)十)?(?:(?P<zero>[零〇○])?(?P<ones>{_ONE_TO_NINE}))?"
)

#: Characters a Chinese numeral is written with.
CHINESE = "零〇一二三四五六七八九十百千万亿两廿卅"

#: Numerals that mark an item (①, ⑴, ⒈, ㈠, ㊀, ❶) and Roman ones; none of them counts anything.
ENCLOSED = "①-⑳⑴-⒇⒈-⒛㈠-㈩㊀-㊉❶-❿"
ROMAN = "Ⅰ-Ⅻⅰ-ⅻ"
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
    return _by_powers(text.replace("廿", "二十").replace("卅", "三十"))


def _by_powers(text: str) -> int | None:
    """一亿二千万, 三万五, 一千零五: what stands before 亿 or 万 counts these, what stands behind adds."""
    for name, power, limit in _POWERS:
        head, sign, tail = text.rpartition(name)
        if sign:
            high, low = _by_powers(head), _tail(tail, power)
            return high * power + low if high and low is not None and high < limit else None
    match = _BELOW_TEN_THOUSAND.fullmatch(text)
    if match is None:
        return None
    value = sum(_DIGITS.get(match[name] or "", 0) * power for name, power in _SMALL)
    if match["tens"] == "":
        value += 10  # 十五
    if not match["ones"]:
        return value
    lower = next((power // 10 for name, power in reversed(_SMALL) if match[name] is not None), 1)
    return value + _DIGITS[match["ones"]] * (1 if match["zero"] else lower)


def _tail(text: str, power: int) -> int | None:
    """What stands behind 万 or 亿: a digit alone counts the next lower place (三万五 is 35000)."""
    if not text:
        return 0
    if len(text) == 1:
        return _DIGITS[text] * power // 10 if text in _DIGITS else _by_powers(text)
    return _by_powers(text)


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
TENTHS = r"[一二两三四五六七八九1-9]成[一二三四五六七八九半]?(?![立为员果功本绩熟型人长就品效套片份])"
#: What remains of a price: 9折, 八五折.
DISCOUNT = r"[一二三四五六七八九1-9](?:\.[1-9]|[一二三四五六七八九])?折(?![叠扣页射损算弯返磨断线合纸椅腾])"
#: 百分之五十五, 3分之2, 百分百, 六成五, 8.5折.
FRACTION = rf"(?:(?:[{CHINESE}]+|[0-9]{{1,5}})分之(?:{ARABIC}|[{CHINESE}点]+)|百分百|{TENTHS}|{DISCOUNT})"
_FRACTION = re.compile(rf"([{CHINESE}]+|{ARABIC})分之([{CHINESE}点]+|{ARABIC})")


def fraction_to_percent(text: str) -> tuple[Decimal, str] | None:
    """百分之X as (X, "%"), 千分之X as (X, "‰"), A分之B, tenths (六成) and what remains of a price
    (九折) as per cent; None if not a fraction.

    Values that are not finite decimals (三分之一) are rounded to four places.
    """
    if text == "百分百":
        return Decimal(100), "%"
    if text.endswith("折"):
        tenths = [_size(digit) for digit in (text[:-1] if "." not in text else [text[:-1]])]
        return sum((t * 10 / 10**at for at, t in enumerate(tenths) if t is not None), Decimal(0)), "%"
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
