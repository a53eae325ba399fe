"""Numerals have the value they were written for, in every script."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.language import ReadText

from compare.reading.numerals import (
    arabic_to_decimal,
    chinese_to_decimal,
    fraction_to_percent,
    multiplier_to_decimal,
)

# No test here measures time: the first reading on a cold machine is slow.
untimed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
many = settings(untimed, max_examples=400)


_TO_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_NAMES = "零一二三四五六七八九"


def _section(number: int) -> str:
    """Chinese numeral of 1 to 9999."""
    written = ""
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            written += _NAMES[digit] + name
        elif written and not written.endswith("零") and number % power:
            written += "零"
    return written


def to_chinese(number: int) -> str:
    """Chinese numeral of 0 to 10**12 - 1, written in full (一十二, 一万零五十)."""
    if number == 0:
        return "零"
    written = ""
    for power, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section = number // power % 10**4
        if section:
            if written and section < 1000:
                written += "零"
            written += _section(section) + name
    return written


def colloquial(numeral: str) -> str:
    """The same number as it is said: 十二 for 一十二, 两 before 百千万亿."""
    if numeral.startswith("一十"):
        numeral = numeral[1:]
    for name in "百千万亿":
        numeral = numeral.replace(f"二{name}", f"两{name}")
    for before in "十百千零":
        numeral = numeral.replace(f"{before}两", f"{before}二")  # 二十二万 is never 二十两万
    return numeral


natural = st.one_of(
    st.integers(0, 10**12 - 1),
    st.integers(0, 10**4),
    st.builds(lambda digits, power: digits * 10**power, st.integers(1, 99), st.integers(0, 9)),
)


@untimed
@given(number=natural)
def test_a_chinese_numeral_has_the_value_it_was_written_for(number: int) -> None:
    """WrittenNumber in full or as it is said, a numeral has one value."""
    assert Decimal(number) == chinese_to_decimal(to_chinese(number))
    assert Decimal(number) == chinese_to_decimal(colloquial(to_chinese(number)))


@untimed
@given(number=st.integers(0, 10**6), places=st.text("零一二三四五六七八九", min_size=1, max_size=6))
def test_a_chinese_decimal_is_exact(number: int, places: str) -> None:
    """三点一四 is 3.14, to the last place."""
    digits = "".join(str(_NAMES.index(c)) for c in places)
    assert Decimal(f"{number}.{digits}") == chinese_to_decimal(f"{to_chinese(number)}点{places}")


@untimed
@given(number=st.integers(0, 10**15), places=st.integers(0, 4))
def test_separators_change_no_arabic_number(number: int, places: int) -> None:
    """1,234.5 is 1234.5."""
    value = Decimal(number).scaleb(-places)
    assert value == arabic_to_decimal(f"{value:,f}")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("", 1), ("百", 100), ("千", 1000), ("万", 10**4), ("十万", 10**5), ("百万", 10**6)),
        *(("千万", 10**7), ("亿", 10**8), ("百亿", 10**10), ("万亿", 10**12)),
    ],
)
def test_a_multiplier_has_its_value(text: str, value: int) -> None:
    """百万 is a million, 万亿 a million millions."""
    assert Decimal(value) == multiplier_to_decimal(text)


@pytest.mark.parametrize(
    "text", ["", "点五", "十十", "千百", "一百百", "二三", "三五", "点", "五点点五", "百", "亿亿", "两两"]
)
def test_an_ill_formed_numeral_has_no_value(text: str) -> None:
    """A wrong number is worse than a missing one."""
    assert chinese_to_decimal(text) is None


@untimed
@given(part=st.integers(1, 999))
def test_a_fraction_in_chinese_numerals_is_exact(part: int) -> None:
    """百分之五十五 is 55 %, 千分之二 is 2 ‰."""
    assert (Decimal(part), "%") == fraction_to_percent(f"百分之{to_chinese(part)}")
    assert (Decimal(part), "‰") == fraction_to_percent(f"千分之{to_chinese(part)}")


@untimed
@given(number=st.integers(11, 10**8))
def test_a_count_is_read_alike_in_every_script(number: int, read_text: ReadText) -> None:
    """1200, 1,200, １２００ and 一千二百 are one value."""
    written = (str(number), f"{number:,}", str(number).translate(_TO_FULL), colloquial(to_chinese(number)))
    readings = [read_text(f"全市新增养老床位{w}张。") for w in written]
    values = [[(s.value_low, s.value_high, s.unit) for s in reading.statements] for reading in readings]
    assert [[(number, number, "张")]] * len(written) == values


@untimed
@given(
    number=st.decimals(min_value="0.01", max_value="9999.99", places=2),
    scale=st.sampled_from(("万", "亿", "百万", "千万")),
)
def test_money_is_exact(number: Decimal, scale: str, read_text: ReadText) -> None:
    """16.4亿元 is 1640000000, not a float near it."""
    (statement,) = read_text(f"安排养老服务资金{number}{scale}元。").statements
    assert number * multiplier_to_decimal(scale) == statement.value_low == statement.value_high
    assert "元" == statement.unit
