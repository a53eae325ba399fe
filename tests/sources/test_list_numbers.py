"""Numbers of list items as Word and browsers show them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.sources.list_numbers import render


@pytest.mark.parametrize(
    "form, numbers",
    [
        ("decimal", {1: "1", 100: "100"}),
        ("no such form", {1: "1"}),
        ("none", {1: ""}),
        ("decimalZero", {0: "00", 9: "09", 10: "10"}),
        ("decimalFullWidth", {1203: "１２０３", 456789: "４５６７８９"}),
        ("decimalFullWidth2", {1203: "１２０３", 456789: "４５６７８９"}),
        (
            "chineseCounting",
            {
                0: "〇",
                1: "一",
                9: "九",
                10: "十",
                11: "十一",
                19: "十九",
                20: "二十",
                21: "二十一",
                99: "九十九",
            },
        ),
        ("chineseCounting", {100: "一〇〇", 101: "一〇一"}),
        ("taiwaneseCounting", {12: "十二", 101: "一〇一"}),
        (
            "chineseCountingThousand",
            {
                1: "一",
                10: "十",
                99: "九十九",
                100: "一百",
                101: "一百零一",
                110: "一百一十",
                111: "一百一十一",
                1000: "一千",
                1001: "一千零一",
                1010: "一千零一十",
                1100: "一千一百",
                2300: "二千三百",
                9999: "九千九百九十九",
                10_000: "一〇〇〇〇",
            },
        ),
        ("japaneseCounting", {101: "一百零一"}),
        ("taiwaneseCountingThousand", {101: "一百零一"}),
        (
            "chineseLegalSimplified",
            {6789: "陆仟柒佰捌拾玖", 2345: "贰仟叁佰肆拾伍", 10: "拾", 101: "壹佰零壹"},
        ),
        ("ideographDigital", {0: "〇", 10: "一〇", 2025: "二〇二五"}),
        ("taiwaneseDigital", {10: "一〇"}),
        ("ideographTraditional", {0: "0", 1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
        ("decimalEnclosedCircle", {0: "0", 1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedCircleChinese", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇", 21: "21"}),
        ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛", 21: "21"}),
        ("ideographEnclosedCircle", {1: "㊀", 10: "㊉", 11: "11"}),
        ("lowerLetter", {0: "0", 1: "a", 26: "z", 27: "aa", 52: "zz", 53: "aaa", 780: "z" * 30, 781: "781"}),
        ("upperLetter", {2: "B", 28: "BB"}),
        ("upperRoman", {4: "IV"}),
        (
            "lowerRoman",
            {
                3: "iii",
                4: "iv",
                9: "ix",
                40: "xl",
                90: "xc",
                400: "cd",
                1994: "mcmxciv",
                0: "0",
                4000: "4000",
                3888: "mmmdccclxxxviii",
            },
        ),
    ],
)
def test_a_number_in_a_form_of_word(form: str, numbers: dict[int, str]) -> None:
    """Beyond the signs that a form has numbers go on in digits."""
    assert numbers == {number: render(number, form) for number in numbers}


@given(st.integers(1, 3999))
def test_a_roman_number_is_the_sum_of_its_letters(number: int) -> None:
    """A letter before a greater one is taken away."""
    worth = dict(zip("ivxlcdm", (1, 5, 10, 50, 100, 500, 1000), strict=True))
    values = [worth[letter] for letter in render(number, "lowerRoman")]
    behind = [*values[1:], 0]
    assert number == sum(-one if one < two else one for one, two in zip(values, behind, strict=True))


@pytest.mark.parametrize("form", ["chineseCounting", "chineseCountingThousand", "lowerRoman", "upperLetter"])
def test_a_list_may_begin_below_zero(form: str) -> None:
    """Such numbers have no form but digits."""
    assert ("-12", "") == (render(-12, form), render(-12, "none"))
