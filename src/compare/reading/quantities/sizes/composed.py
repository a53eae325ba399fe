"""What a number comes to with what is written behind it: :data:`JOINED_RULES` its power and the rest of it,
:data:`RANGE_RULES`
the second end of a range, :data:`ADDED_RULES` a half or a part in a smaller unit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from compare.reading.numerals import multiplier_to_decimal
from compare.reading.quantities.sizes.number import Number
from compare.reading.quantities.sizes.written import ONE, written
from compare.reading.rules import Rule, first

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
# 80—89、90—99、100周岁以上: ages of a list have their unit at its end
_AGES_LISTED = re.compile(
    r"(?=[、,和及])(?:[、和及](?:[6-9][0-9]|1[0-2][0-9])(?:-{1,2}|~|至|到)(?:[6-9][0-9]|1[0-2][0-9])(?!周?岁)){0,6}+"
    r"[、和及](?:年?满)?(?:[6-9][0-9]|1[0-2][0-9])(?:(?:-{1,2}|~|至|到)(?:[6-9][0-9]|1[0-2][0-9]))?(?P<unit>周岁|岁)"
)
# 33㎡/床~43㎡/床: both ends have the base
_OWN_BASE = re.compile(r"/[一-龥]{1,2}(?=-|~|至|到)")
# What every second number of a range is joined by begins with, and a base between the two.
_RANGE_OPENS = frozenset("(以,的不未-~至到/")


class Size(NamedTuple):
    """The ends of a number, the words of its unit, and where it ends; of a range of numbers below zero
    ``only_low`` says that the second is none of them."""

    low: Decimal
    high: Decimal
    unit_text: str
    end: int
    only_low: bool = False


def measure(number: Number) -> None:
    """Find size, range and written unit of a number that matched."""
    match, one = number.match, number.written
    assert match is not None
    assert one is not None
    number.scale = multiplier_to_decimal(match["mult"]) if match["mult"] else ONE
    number.unit_text = one.sign or match["unit"] or ""
    number.end = match.start("unit") if one.sign and match["unit"] else match.end()
    number.low, number.high = one.low * number.scale, one.high * number.scale
    if (number.scale != 1 or match["tail"]) and (joined := first(JOINED_RULES, number)):
        (number.low, number.high), number.rule = joined
    if followed := _followed(number):
        size, number.rule = followed
        number.low, number.high, number.unit_text, number.end, number.only_low = size


def _followed(number: Number) -> tuple[Size, str] | None:
    """What is written behind a number and belongs to it."""
    behind = number.text[number.end : number.end + 1]
    if behind in _RANGE_OPENS:
        ends = _second_end(number)
        return first(RANGE_RULES, ends) if ends else None
    if number.low == number.high and number.unit_text and (behind == "半" or number.unit_text in _PARTS):
        return first(ADDED_RULES, number)
    return None


# -- its power, and the rest behind it ---------------------------------------------------


def _in_parts(n: Number) -> tuple[Decimal, Decimal] | None:
    mixed = n.mixed if n.group("tail") else None
    return None if mixed is None else (mixed, mixed)


def _with_power(n: Number) -> tuple[Decimal, Decimal] | None:
    return (n.low, n.high) if n.scale != 1 else None


JOINED_RULES: tuple[Rule[Number, tuple[Decimal, Decimal]], ...] = (
    Rule("number in parts", _in_parts, "补助«1万2千元»。", "补助«1.2万元»。", "GUIDE: 8.6万 is 86000"),
    Rule(
        "digits with their power",
        _with_power,
        "新增床位«3.5万张»。",
        "新增床位«35000张»。",
        "GUIDE: 8.6万 is 86000",
    ),
)


# -- the second end of a range -----------------------------------------------------------


class Ends(NamedTuple):
    """The number that a range begins with, the match of the one it ends with, and what that comes to.

    ``sign`` is the % of the second number, ``second_unit`` its unit.
    """

    number: Number
    second: re.Match[str]
    high: Decimal
    sign: str
    second_unit: str

    @property
    def end(self) -> int:
        """Where the second number ends with its unit."""
        return self.second.end("second_unit") if self.second["second_unit"] else self.second.end()

    @property
    def alike(self) -> bool:
        """Whether both ends have the same unit."""
        return self.number.unit_text == self.second_unit


def _second_end(n: Number) -> Ends | None:
    own_base = _OWN_BASE.match(n.text, n.end) if n.text.startswith("/", n.end) else None
    second = n.lexicon.second.match(n.text, own_base.end() if own_base else n.end)
    if own_base and second and not n.text.startswith(own_base[0], second.end()):
        return None
    other = written(second, "second_") if second else None
    if second is None or other is None:
        return None
    if n.sign and (second["sep"] or "").startswith("-"):
        n.unit_text, n.number_end = "", second.end()  # -20-10℃ may end at 10 or at -10
        return None
    if second["minus"] and not n.sign:
        return None  # 由5%至-3%
    size = other[0]
    return Ends(n, second, size.low, size.sign, size.sign or second["second_unit"] or "")


def _range(r: Ends, end: int, second_unit: str) -> Size | None:
    """The number with its second end, None where the two have no unit or unlike ones, or do not rise."""
    n, second, unit_text = r.number, r.second, r.number.unit_text
    if not end or not (second_unit or unit_text) or (second_unit and unit_text not in ("", second_unit)):
        return None
    second_scale = multiplier_to_decimal(second["second_mult"]) if second["second_mult"] else ONE
    low, high = n.low, r.high * second_scale
    if not unit_text and n.scale == 1:
        low *= second_scale
    if r.sign and not unit_text and second["second_frac"][-1:] in ("成", "折"):
        low *= 10  # 二至五成
    if high > low or (n.sign and (high != low or not second["minus"])):
        shared = not unit_text and n.text.endswith("零下", 0, n.start)  # 零下3至5摄氏度
        return Size(low, high, second_unit or unit_text, end, not (second["minus"] or shared))
    return None


def _not_reaching(r: Ends) -> Size | None:
    return _range(r, r.end, r.second_unit) if r.second["below"] and r.alike else None


def _from_and_up_to(r: Ends) -> Size | None:
    if not r.second["low_open"]:
        return None
    closed = r.second["high_close"]
    end = r.second.end("high_close") if closed else r.end if r.alike else 0
    return _range(r, end, r.second_unit)


def _ages_of_a_list(r: Ends) -> Size | None:
    n = r.number
    if r.second_unit or n.unit_text or not 60 <= n.low < 130 > r.high:
        return None
    listed = _AGES_LISTED.match(n.text, r.second.end())
    return _range(r, _end_of_joined(r, listed["unit"]), listed["unit"]) if listed else None


def _joined_ends(r: Ends) -> Size | None:
    return _range(r, _end_of_joined(r, r.second_unit), r.second_unit)


def _end_of_joined(r: Ends, second_unit: str) -> int:
    """Where a range ends whose numbers are joined, 0 where only the first has a unit: it is said once, at the
    end (5至8张), but for 百分之二十至三十."""
    second, unit_text = r.second, r.number.unit_text
    if second["below"] or second["low_open"]:
        return 0
    percent_in_words = unit_text == "%" and r.number.group("frac").startswith("百分之")
    if unit_text and second["sep"] in ("至", "到") and not second_unit and not percent_in_words:
        return 0
    return second.start("high_close") if second["high_close"] and not second["second_unit"] else r.end


RANGE_RULES: tuple[Rule[Ends, Size], ...] = (
    Rule(
        "range that is not reached",
        _not_reaching,
        "年满«60周岁以上不满70周岁»的老年人。",
        "年满«60周岁»以上的老年人。",
    ),
    Rule(
        "range of two bounds",
        _from_and_up_to,
        "处以«一千元以上三千元以下»罚款。",
        "处以«三千元»以下罚款。",
        "GUIDE: 1—2个 has a low and a high value",
    ),
    Rule(
        "range of ages in a list",
        _ages_of_a_list,
        "«80-89»、90-99周岁老年人每月补助。",
        "«80-89周岁»老年人每月补助。",
    ),
    Rule(
        "range",
        _joined_ends,
        "建成站点«3至5个»。",
        "建成站点«3个»至五星级。",
        "GUIDE: 1—2个 has a low and a high value",
    ),
)


# -- what adds to a number ---------------------------------------------------------------


def _half_more(n: Number) -> Size | None:
    """两年半, 三个半月, 1个半小时: 半 behind the unit adds a half of it."""
    half = _HALF.match(n.text, n.end)
    if half is None:
        return None
    if n.unit_text in _HALVED and not half["unit"]:
        unit = n.unit_text
    elif n.unit_text == "个" and half["unit"]:
        unit = _AFTER_GE[half["unit"]]
    else:
        return None
    size = n.low + Decimal("0.5")
    return Size(size, size, unit, half.end())


def _parts_more(n: Number) -> Size | None:
    """1小时30分钟, 2年6个月, 3元5角2分: parts in smaller units directly behind are of the same value."""
    whole = Size(n.low, n.high, n.unit_text, n.end)
    size = whole
    while size.unit_text in _PARTS and (longer := _with_part(n, size)):
        size = longer
    return size if size is not whole else None


def _with_part(n: Number, size: Size) -> Size | None:
    match = n.lexicon.value.match(n.text, size.end)
    if match is None or match["frac"] or match["half"] or match["mult"]:
        return None
    part = written(match)
    for word, in_one, unit in _PARTS[size.unit_text]:
        end = (match.start("unit") if match["unit"] else match.end()) + len(word)
        if part and n.text.startswith(word, end - len(word)) and n.text[end : end + 1] != "钟":
            low = part[0].low
            more = size.low * in_one + low if unit != size.unit_text else size.low + low / in_one
            return Size(more, more, unit, end)
    return None


ADDED_RULES: tuple[Rule[Number, Size], ...] = (
    Rule("half behind the unit", _half_more, "签订«2年半»的合同。", "签订«2年»的合同。"),
    Rule("part in a smaller unit", _parts_more, "服务«1小时30分钟»。", "服务«1小时»。"),
)
