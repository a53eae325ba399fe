"""How one number is written: :data:`WRITTEN_RULES`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from compare.reading.numerals import (
    LONGEST,
    arabic_to_decimal,
    chinese_to_decimal,
    fraction_to_percent,
    multiplier_to_decimal,
)
from compare.reading.rules import ByKind, Rule, first

ONE = Decimal(1)
# 两三所, 三四家: two neighbouring digits are a range.
_ADJACENT = {
    a + b: (Decimal(n), Decimal(n + 1))
    for n, (a, b) in enumerate(zip("一两三四五六七八", "两三四五六七八九", strict=True), start=1)
} | {"一二": (Decimal(1), Decimal(2)), "二三": (Decimal(2), Decimal(3))}
# 三四十, 一二十万, 三五百, 十七八: the same with a power behind, or ten before
_NEIGHBOURS = re.compile(r"(?P<tens>[一二三四五六七八九]?十)?(?P<pair>[一-龥]{2})(?P<power>[十百千]?[万亿]?)")
_WITH_POWER = _ADJACENT | {"三五": (Decimal(3), Decimal(5))}
#: A power alone counts where a word says how near it comes: 近千名, 逾万人次, 百余户; 上百家 names none.
_POWER_ALONE = frozenset({"百", "千", "万", "亿", "百万", "千万", "百亿", "千亿", "万亿"})
_NEARNESS = ("近", "约", "逾", "超", "超过", "突破", "过", "达", "达到")

# 百岁老人每月发放500元: who is of a hundred, where it is said what they get
_CENTENARIANS = re.compile(
    "(?:的?(?:老年?人|寿星))?(?:按|为)?(?:每人|每[月年日]|[0-9]{2,4}元|免费|享受|发放|给予|补[贴助]|可(?:以|按)?享)"
)


class WrittenNumber(NamedTuple):
    """A number as it is written: its size (neighbouring digits are two ends), and % or ‰ if it says so."""

    low: Decimal
    high: Decimal
    sign: str = ""


class Spelling(NamedTuple):
    """A match of a number; the groups of the second one of a range have a prefix."""

    match: re.Match[str]
    prefix: str = ""

    def group(self, name: str) -> str:
        """Text of a group, "" where it took no part."""
        return self.match[self.prefix + name] or ""


def written(match: re.Match[str], prefix: str = "") -> tuple[WrittenNumber, str] | None:
    """The number of a match and the rule that read it, None where the words are no number."""
    kind = "arab" if match[prefix + "arab"] else "han" if match[prefix + "han"] else ""
    if not kind:
        kind = "frac" if match[prefix + "frac"] else "half"
    return first(_OF_KIND[kind], Spelling(match, prefix))


def _one(size: Decimal | None, sign: str = "") -> WrittenNumber | None:
    return None if size is None else WrittenNumber(size, size, sign)


def _fraction(s: Spelling) -> WrittenNumber | None:
    share = fraction_to_percent(s.group("frac"))
    return _one(*share) if share else None


def _tenths(s: Spelling) -> WrittenNumber | None:
    return _fraction(s) if "成" in s.group("frac") else None


def _of_a_price(s: Spelling) -> WrittenNumber | None:
    return _fraction(s) if s.group("frac").endswith("折") else None


def _digits(s: Spelling) -> WrittenNumber | None:
    digits = s.group("arab")
    return _one(arabic_to_decimal(digits)) if len(digits) <= LONGEST else None


def _neighbours(s: Spelling) -> WrittenNumber | None:
    """Two neighbouring digits are the ends of a range."""
    han = s.group("han")
    if len(han) < 2 or (han[-1] in "十百千万亿" and len(han) < 3):
        return None
    near = _NEIGHBOURS.fullmatch(han)
    pair = (_WITH_POWER if near["power"] else _ADJACENT).get(near["pair"]) if near else None
    if near is None or pair is None or (near["tens"] and near["power"][:1] in ("十", "百", "千")):
        return None
    ten = chinese_to_decimal(near["tens"]) if near["tens"] else None
    low, high = ((ten or 0) + end for end in pair)
    power = multiplier_to_decimal(near["power"]) if near["power"] else ONE
    return WrittenNumber(low * power, high * power)


def _words(s: Spelling) -> WrittenNumber | None:
    return _one(chinese_to_decimal(s.group("han")))


def _power_alone(s: Spelling) -> WrittenNumber | None:
    han = s.group("han")
    alone = not s.prefix and han in _POWER_ALONE and _is_power(s.match)
    return _one(multiplier_to_decimal(han)) if alone else None


def _is_power(match: re.Match[str]) -> bool:
    """Whether a power that no digit counts is a number here."""
    unit = match["unit"]
    if unit in ("岁", "周岁") and _CENTENARIANS.match(match.string, match.end()):
        return match["han"] == "百"
    if not unit or unit in ("岁", "周岁"):
        return match["han"] == "百" and match.string.startswith(("以上", "及以上"), match.end())
    sum_of_money = unit == "元" and len(match["han"]) > 1
    return bool(match["more"] or sum_of_money or match.string.endswith(_NEARNESS, 0, match.start()))


_WRITTEN_RULES: tuple[Rule[Spelling, WrittenNumber], ...] = (
    Rule(
        "tenths",
        _tenths,
        "入住率达到«六成五»。",
        "入住率达到«百分之六十五»。",
        "GUIDE: N折 is the price that remains in %, 成 are tens of %",
        only=("frac",),
    ),
    Rule(
        "rest of a price",
        _of_a_price,
        "老年人就餐享受«八五折»。",
        "老年人就餐优惠«百分之十五»。",
        "GUIDE: N折 is the price that remains in %, 成 are tens of %",
        only=("frac",),
    ),
    Rule("fraction in words", _fraction, "覆盖«三分之二»的社区。", "覆盖«三»分队的社区。", only=("frac",)),
    Rule("digits", _digits, "建成站点«20个»。", "建成站点«二十个»。", only=("arab",)),
    Rule(
        "half of one",
        lambda s: _one(Decimal("0.5")),
        "«半小时»内送达。",
        "«1.5小时»内送达。",
        only=("half",),
    ),
    Rule("neighbouring digits", _neighbours, "建成«三四十家»站点。", "建成«三十四家»站点。", only=("han",)),
    Rule("number in words", _words, "建成«三十四家»站点。", "建成«34家»站点。", only=("han",)),
    Rule("power alone", _power_alone, "惠及近«千名»老年人。", "惠及«千»家万户。", only=("han",)),
)
WRITTEN_RULES = ByKind(_WRITTEN_RULES)
_OF_KIND = {kind: WRITTEN_RULES(kind) for kind in ("frac", "arab", "half", "han")}
