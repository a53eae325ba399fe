"""The size of a number as written: digits or words, multiplier, the rest of a mixed number, a range."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from compare.model import Role
from compare.reading.numerals import (
    LONGEST,
    arabic_to_decimal,
    chinese_to_decimal,
    fraction_to_percent,
    mixed_to_decimal,
    multiplier_to_decimal,
)
from compare.reading.quantities.lexicon import Lexicon, Unit
from compare.reading.quantities.signs import sign_before

_HALVED = frozenset({"倍", "年", "岁", "周岁", "小时", "天", "周", "公里", "亩", "米", "吨", "斤"})
_HALF = re.compile(r"半(?:(?P<unit>个?月|个?小时|个?钟头)|(?![径数价月年载小天以边]))")
_AFTER_GE = {"月": "个月", "个月": "个月", "小时": "小时", "个小时": "小时", "钟头": "小时", "个钟头": "小时"}
# unit: (word of a part, how many make one, the unit of the whole)
_PARTS: dict[str, tuple[tuple[str, int, str], ...]] = {
    "年": (("个月", 12, "个月"),),
    "小时": (("分钟", 60, "分钟"), ("分", 60, "分钟")),
    "个小时": (("分钟", 60, "分钟"), ("分", 60, "分钟")),
    "分钟": (("秒", 60, "秒"),),
    "元": (("角", 10, "元"), ("毛", 10, "元"), ("分", 100, "元")),
    "米": (("厘米", 100, "厘米"),),
}
_NO_UNIT = Unit("", (), "")
_ONE = Decimal(1)
# 两三所, 三四家: two neighbouring digits are a range.
_ADJACENT = {
    a + b: (Decimal(n), Decimal(n + 1))
    for n, (a, b) in enumerate(zip("一两三四五六七八", "两三四五六七八九", strict=True), start=1)
} | {"一二": (Decimal(1), Decimal(2)), "二三": (Decimal(2), Decimal(3))}
# 三四十, 一二十万, 三五百, 十七八: the same with a power behind, or ten before
_NEIGHBOURS = re.compile(r"(?P<tens>[一二三四五六七八九]?十)?(?P<pair>[一-龥]{2})(?P<power>[十百千]?[万亿]?)")
_WITH_POWER = _ADJACENT | {"三五": (Decimal(3), Decimal(5))}
# 80—89、90—99、100周岁以上: ages of a list have their unit at its end
_AGES_LISTED = re.compile(
    r"(?=[、,和及])(?:[、和及](?:[6-9][0-9]|1[0-2][0-9])(?:-{1,2}|~|至|到)(?:[6-9][0-9]|1[0-2][0-9])(?!周?岁)){0,6}+"
    r"[、和及](?:年?满)?(?:[6-9][0-9]|1[0-2][0-9])(?:(?:-{1,2}|~|至|到)(?:[6-9][0-9]|1[0-2][0-9]))?(?P<unit>周岁|岁)"
)
# 33㎡/床~43㎡/床: both ends have the base
_OWN_BASE = re.compile(r"/[一-龥]{1,2}(?=-|~|至|到)")
#: A power alone counts where a word says how near it comes: 近千名, 逾万人次, 百余户; 上百家 names none.
_POWER_ALONE = frozenset({"百", "千", "万", "亿", "百万", "千万", "百亿", "千亿", "万亿"})
_NEARNESS = ("近", "约", "逾", "超", "超过", "突破", "过", "达", "达到")

# 百岁老人每月发放500元: who is of a hundred, where it is said what they get
_CENTENARIANS = re.compile(
    "(?:的?(?:老年?人|寿星))?(?:按|为)?(?:每人|每[月年日]|[0-9]{2,4}元|免费|享受|发放|给予|补[贴助]|可(?:以|按)?享)"
)

# What every second number of a range is joined by begins so, and a base between the two.
_RANGE_OPENS = frozenset("(以,的不未-~至到/")

# 排名提升5位
_RANKS = re.compile("(?:排名|位次|名次|排位|位列)[^,。;0-9]{0,10}$|[前后第]$")

#: Where a number ends, and the role it has without being a value.
Part = tuple[int, Role]


@dataclass(slots=True)
class Number:
    """A number while it is read: where it stands, what matched there, then its size and unit.

    ``run_end`` is the end of its run of digits, ``clause_start`` where the words before it may begin.
    ``written`` is the number and its percent sign as matched; ``before`` are the words before it; ``end`` is
    the end with multiplier and unit.
    ``sign`` is how many characters before it make it negative; of a range ``only_low`` says that the second
    number is none of those below zero.
    """

    text: str
    start: int
    run_end: int
    clause_start: int
    lexicon: Lexicon
    match: re.Match[str] | None
    written: tuple[Decimal, str] | None
    before: str
    number_end: int = 0
    end: int = 0
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    scale: Decimal = _ONE
    unit_text: str = ""
    unit: Unit | None = None
    known: Unit = _NO_UNIT
    sign: int = 0
    only_low: bool = False

    def group(self, name: str) -> str:
        """Text of a group of the match, "" where it took no part."""
        return (self.match[name] if self.match else "") or ""

    @property
    def mixed(self) -> Decimal | None:
        """The value of a number in parts (1万2千), None where they are no one number."""
        if self.written is None:
            return None
        return mixed_to_decimal(self.written[0], self.group("mult"), self.group("tail"))

    def find_unit(self) -> None:
        """Look up the unit of its words; ``known`` is an empty one where there is none."""
        counts_people = self.unit_text == "位" and not _RANKS.search(self.before)
        self.unit = self.lexicon.units.get("人" if counts_people else self.unit_text)
        self.known = self.unit or _NO_UNIT


def number_at(text: str, start: int, run_end: int, clause_start: int, lexicon: Lexicon) -> Number:
    """The number at ``start`` as matched; its size is still to be found by :func:`measure`."""
    match = lexicon.value.match(text, start)
    number = Number(
        text,
        start,
        run_end,
        clause_start,
        lexicon,
        match,
        _written(match) if match else None,
        text[clause_start:start],
    )
    if match:
        number.number_end = match.end("arab")
        if number.number_end < 0:
            number.number_end = max(match.end("han"), match.end("half"), start + 1)
        number.sign = sign_before(text, start)
        if number.written:
            number.low = number.written[0]
    return number


def measure(number: Number) -> None:
    """Find size, range and written unit of a number that matched."""
    match, written = number.match, number.written
    assert match is not None
    assert written is not None
    low, percent = written
    scale = multiplier_to_decimal(match["mult"]) if match["mult"] else _ONE
    number.unit_text = percent or match["unit"] or ""
    number.end = match.start("unit") if percent and match["unit"] else match.end()
    low *= scale
    if match["tail"] and (mixed := number.mixed) is not None:
        low = mixed  # 1万2千, 3千5百万
    number.low = number.high = low
    number.scale = scale
    if match["han"] and (pair := _neighbours(match["han"])):
        number.low, number.high = pair  # 两三所
    _extend(number)
    if number.low == number.high and number.unit_text:
        if number.text.startswith("半", number.end):
            _add_half(number)
        while number.unit_text in _PARTS and _add_part(number):  # 3元5角2分
            pass


def _add_half(number: Number) -> None:
    """两年半, 三个半月, 1个半小时: 半 behind the unit adds a half of it."""
    half = _HALF.match(number.text, number.end)
    if half is None:
        return
    if number.unit_text in _HALVED and not half["unit"]:
        unit = number.unit_text
    elif number.unit_text == "个" and half["unit"]:
        unit = _AFTER_GE[half["unit"]]
    else:
        return
    number.low = number.high = number.low + Decimal("0.5")
    number.unit_text, number.end = unit, half.end()


def _add_part(number: Number) -> bool:
    """1小时30分钟, 2年6个月, 3元5角: a part in a smaller unit directly behind is of the same value."""
    match = number.lexicon.value.match(number.text, number.end)
    if match is None or match["frac"] or match["half"] or match["mult"]:
        return False
    part = _written(match)
    for word, in_one, unit in _PARTS[number.unit_text]:
        end = (match.start("unit") if match["unit"] else match.end()) + len(word)
        if part and number.text.startswith(word, end - len(word)) and number.text[end : end + 1] != "钟":
            size = (
                number.low * in_one + part[0] if unit != number.unit_text else number.low + part[0] / in_one
            )
            number.low = number.high = size
            number.unit_text = unit
            number.end = end
            return True
    return False


def _extend(number: Number) -> None:
    """Take in a range that goes on behind: 20%—50%, 1—2个, 5-6亿元, 一千元以上三千元以下."""
    if number.text[number.end : number.end + 1] not in _RANGE_OPENS:
        return
    own_base = _OWN_BASE.match(number.text, number.end) if number.text.startswith("/", number.end) else None
    second = number.lexicon.second.match(number.text, own_base.end() if own_base else number.end)
    if own_base and second and not number.text.startswith(own_base[0], second.end()):
        return
    other = _written(second, "second_") if second else None
    if second is None or other is None:
        return
    if number.sign and (second["sep"] or "").startswith("-"):
        number.unit_text, number.number_end = "", second.end()  # -20-10℃ may end at 10 or at -10
        return
    if second["minus"] and not number.sign:
        return  # 由5%至-3%
    high, percent = other
    unit_text = number.unit_text
    second_unit = percent or second["second_unit"] or ""
    if not second_unit and not unit_text and 60 <= number.low < 130 > high:
        listed = _AGES_LISTED.match(number.text, second.end())
        second_unit = listed["unit"] if listed else ""
    end = _end_of_range(second, number.group("frac"), unit_text, second_unit)
    if not end or not (second_unit or unit_text) or (second_unit and unit_text not in ("", second_unit)):
        return
    second_scale = multiplier_to_decimal(second["second_mult"]) if second["second_mult"] else _ONE
    low = number.low * second_scale if not unit_text and number.scale == 1 else number.low
    high *= second_scale
    if percent and not unit_text and second["second_frac"][-1:] in ("成", "折"):
        low *= 10  # 二至五成
    if high > low or (number.sign and (high != low or not second["minus"])):
        shared = not unit_text and number.text.endswith("零下", 0, number.start)  # 零下3至5摄氏度
        number.only_low = not (second["minus"] or shared)
        number.low, number.high, number.unit_text, number.end = low, high, second_unit or unit_text, end


def _end_of_range(second: re.Match[str], text_of_first: str, unit_text: str, second_unit: str) -> int:
    """Where a range ends, 0 if the words between its ends join no range."""
    end = second.end("second_unit") if second["second_unit"] else second.end()
    if second["below"]:  # 满5年不满8年, 60周岁以上不满70周岁
        return end if unit_text == second_unit else 0
    if second["low_open"]:
        if second["high_close"]:
            return second.end("high_close")
        return end if unit_text == second_unit else 0
    spoken = unit_text == "%" and text_of_first.startswith("百分之")
    if unit_text and second["sep"] in ("至", "到") and not second_unit and not spoken:
        return 0  # 百分之二十至三十 says its unit once, ahead
    return second.start("high_close") if second["high_close"] and not second["second_unit"] else end


def _written(match: re.Match[str], prefix: str = "") -> tuple[Decimal, str] | None:
    """The number of a match as (value, "%" or "‰" or "")."""
    if fraction := match[f"{prefix}frac"]:
        return fraction_to_percent(fraction)
    if arabic := match[f"{prefix}arab"]:
        return (arabic_to_decimal(arabic), "") if len(arabic) <= LONGEST else None
    if match[f"{prefix}half"]:
        return Decimal("0.5"), ""
    han = match[f"{prefix}han"]
    if pair := _neighbours(han):
        return pair[0], ""
    value = chinese_to_decimal(han)
    if value is None and not prefix and han in _POWER_ALONE and _is_power(match):
        value = multiplier_to_decimal(han)
    return None if value is None else (value, "")


def _neighbours(han: str) -> tuple[Decimal, Decimal] | None:
    """The ends of a range of two neighbouring digits, None where it is none."""
    if len(han) < 2 or (han[-1] in "十百千万亿" and len(han) < 3):
        return None
    near = _NEIGHBOURS.fullmatch(han)
    pair = (_WITH_POWER if near["power"] else _ADJACENT).get(near["pair"]) if near else None
    if near is None or pair is None or (near["tens"] and near["power"][:1] in ("十", "百", "千")):
        return None
    ten = chinese_to_decimal(near["tens"]) if near["tens"] else None
    low, high = ((ten or 0) + end for end in pair)
    power = multiplier_to_decimal(near["power"]) if near["power"] else _ONE
    return low * power, high * power


def _is_power(match: re.Match[str]) -> bool:
    """Whether a power that no digit counts is a number here."""
    unit = match["unit"]
    if unit in ("岁", "周岁") and _CENTENARIANS.match(match.string, match.end()):
        return match["han"] == "百"
    if not unit or unit in ("岁", "周岁"):
        return match["han"] == "百" and match.string.startswith(("以上", "及以上"), match.end())
    sum_of_money = unit == "元" and len(match["han"]) > 1
    return bool(match["more"] or sum_of_money or match.string.endswith(_NEARNESS, 0, match.start()))
