"""Numbers as Chinese documents write them, to exact decimals.

Arabic (with thousands separators and 万/亿), Chinese numerals, mixtures (8.6万, 3千),
百分之五十五, 千分之二, 三分之一. No floats: 16.4亿 is exactly 1640000000. A digit alone behind 万, 千 or
百 counts the next lower place, as it is spoken (三万五, 一百二).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
_SMALL = (("thousands", 1000), ("hundreds", 100), ("tens", 10))
#: A power, and what stands before it is less than (一万亿).
_POWERS = (("亿", 10**8, 10**8), ("万", 10**4, 10**4))
#: A digit in words.
ONE_TO_NINE = "[一二两三四五六七八九]"
_BELOW_TEN_THOUSAND = re.compile(
    rf"零?(?:(?P<thousands>{ONE_TO_NINE})千)?(?:[零〇]?(?P<hundreds>{ONE_TO_NINE})百)?"
    rf"(?:[零〇]?(?P<tens>{ONE_TO_NINE}?)十)?(?:(?P<zero>[零〇○])?(?P<ones>{ONE_TO_NINE}))?"
)

#: Characters a Chinese numeral is written with.
CHINESE = "零〇一二三四五六七八九十百千万亿两廿卅"

#: Numerals that mark an item (①, ⑴, ⒈, ㈠, ㊀, ❶) and Roman ones; none of them counts anything.
ENCLOSED = "⓪-⓪①-⑳⑴-⒇⒈-⒛㈠-㈩㊀-㊉❶-❿"
ROMAN = "Ⅰ-Ⅻⅰ-ⅻ"
ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
#: What 千 begins instead of counting thousands: 千米, 千克, 千瓦.
_KILO = "[米克瓦伏卡帕赫]|比特|字节"
#: A numeral in words; 千 of a unit (一百千瓦, 六千字节) is none of it.
HAN = rf"(?:[{CHINESE.replace('千', '')}]++|千(?!{_KILO}))++"
#: Multipliers that may follow an Arabic number: 万, 亿, 千, 百万, 万亿 …, and k (12k个).
MULTIPLIER = rf"(?:[百千十]?万亿|[百千十]?亿|[百千十]?万|千(?!{_KILO})|百(?!分)|[kK](?![A-Za-z0-9]))"
#: What follows behind 万 or 亿, and behind 千 or 百 of a single digit: 3万5, 1千2百, 1亿2000万.
MIXED_TAIL = (
    r"(?:(?<=[万亿])|(?<=(?<![0-9.])[0-9][百千]))"
    r"(?P<tail>(?:零?[1-9][0-9]{0,3}(?![0-9.年岁]|周岁)[千百十]?(?:万亿|[万亿])?){1,4})"
)
_TAIL_PART = re.compile(r"(?P<zero>零)?(?P<number>[0-9]+)(?P<small>[千百十]?)(?P<power>万亿|[万亿])?")


#: A run of digits longer than this is no number anyone wrote as one.
LONGEST = 24


@lru_cache(maxsize=1024)  # a text says 一, 三, 十 over and over
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


_EXPONENTS = {"十": 1, "百": 2, "千": 3, "k": 3, "K": 3, "万": 4, "亿": 8}


@lru_cache(maxsize=256)
def multiplier_to_decimal(text: str) -> Decimal:
    """Value of 万, 亿, 百万, 万亿 … ("" is 1)."""
    exponent = sum(_EXPONENTS[c] for c in text)
    return Decimal(10) ** exponent


def mixed_to_decimal(first: Decimal, multiplier: str, tail: str) -> Decimal | None:
    """Value of a number written in parts, its first part read (1亿2000万, 3千5百万, 1万2千3百, 3万5).

    None where the parts do not go down from place to place: two numbers that run together (2千3千).

    >>> mixed_to_decimal(Decimal(1), "亿", "2000万")
    Decimal('120000000')
    """
    parts = [*_TAIL_PART.finditer(tail)]
    small, power = multiplier.rstrip("万亿"), multiplier.lstrip("百千十")
    total, place = Decimal(0), Decimal(0)
    numbers = [(first, small, power), *((Decimal(p["number"]), p["small"], p["power"] or "") for p in parts)]
    for at, (number, digit, own) in enumerate(numbers):
        inherited = own or next((later for _, _, later in numbers[at + 1 :] if later), "")
        here = multiplier_to_decimal(digit + inherited)
        if at == len(numbers) - 1 and not (digit or own or parts[-1]["zero"]) and number < 10:
            here = place / 10  # 1千2
        if at and number * here >= place:
            return None
        total, place = total + number * here, here
    return total if first == first.to_integral_value() else None


def arabic_to_decimal(text: str) -> Decimal:
    """Value of an Arabic number with optional thousands separators."""
    return Decimal(text.replace(",", ""))


_ROUND = {"十": Decimal(10), "百": Decimal(100), "千": Decimal(1000), "万": Decimal(10000)}
#: What 成 goes on to in other words (八成新, 三成员).
NOT_TENTHS = "立为员果功本绩熟型人长就品效套片份都新色年分交行群倍真因见天婚双名对批形章"
#: Tenths: 六成, 六成五, 7.2成, 十成.
TENTHS = (
    rf"(?:10|[1-9](?:\.[1-9])?|[一二两三四五六七八九](?:点[一二三四五六七八九])?|[十半])成"
    rf"(?:[一二三四五六七八九半](?![{CHINESE}分]))?(?:(?<=[近超约逾有占].成)(?=为)|(?![{NOT_TENTHS}]))"
)
#: What remains of a price: 9折, 八五折, 75折, 七点五折.
DISCOUNT = (
    r"(?:[1-9](?:\.?[1-9])?|[一二两三四五六七八九](?:点?[一二三四五六七八九])?|半)"
    r"折(?![叠扣页射损算弯返磨断线合纸椅腾])"
)
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
        return _tenths(text[:-1].replace("半", "五")), "%"  # 半折 is half the price
    if "成" in text:
        tens, _, ones = text.partition("成")
        return _tenths(tens) + (Decimal(5) if ones == "半" else _size(ones) or 0), "%"
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
    return plain((part / base * 100).quantize(Decimal("0.0001"))), "%"


def plain(value: Decimal) -> Decimal:
    """The same number without trailing zeros or an exponent (2000, not 2000.0 or 2E+3)."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if whole == value else value.normalize()


def _tenths(text: str) -> Decimal:
    """Tenths as per cent: 7.2 and 七点二 are 72, so are 72 and 七二 of a price; 十 is 100."""
    if text in ("十", "10"):
        return Decimal(100)
    if text == "半":
        return Decimal(5)
    digits = [_size(digit) or Decimal(0) for digit in text if digit not in ".点"]
    return sum((digit * 10 / 10**at for at, digit in enumerate(digits)), Decimal(0))


def _size(text: str) -> Decimal | None:
    if not text:
        return None
    if text in _ROUND:
        return _ROUND[text]
    return arabic_to_decimal(text) if text[0].isdigit() else chinese_to_decimal(text)
