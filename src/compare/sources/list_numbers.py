"""Numbers of list items in the forms of Word and of style sheets: 一, 十二, ③, iv, b."""

from __future__ import annotations

from collections.abc import Callable
from string import ascii_lowercase

_DIGITS = "〇一二三四五六七八九"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def render(number: int, form: str) -> str:
    """``number`` in one of Word's formats; decimal for formats that plans do not use, and below zero.

    >>> [render(n, "chineseCounting") for n in (1, 10, 12, 20, 35)]
    ['一', '十', '十二', '二十', '三十五']
    """
    if number < 0 and form != "none":
        return str(number)
    return _FORMS.get(form, str)(number)


def _counting(number: int) -> str:
    """一 … 九十九; Word writes larger numbers digit by digit (一〇一)."""
    if not 0 < number < 100:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


def _counting_thousand(number: int) -> str:
    """一百零一, 二千三百; ten thousand and more in digits."""
    if not 100 <= number < 10_000:
        return _counting(number)
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if gap else "") + _DIGITS[digit] + name
        gap = bool(text) and not digit
    return text


def _formal(number: int) -> str:
    capital = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
    return _counting_thousand(number).translate(capital)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        text += sign * (number // value)
        number %= value
    return text


def _letter(number: int) -> str:
    """a … z, aa, bb …, as Word goes on, up to thirty of one letter."""
    times, place = divmod(number - 1, 26)
    return ascii_lowercase[place] * (times + 1) if 0 < number <= 780 else str(number)


def _row_of(first: str, size: int) -> Callable[[int], str]:
    return _cycle("".join(chr(ord(first) + i) for i in range(size)))


_FORMS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting_thousand,
    "japaneseCounting": _counting_thousand,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting_thousand,
    "chineseLegalSimplified": _formal,
    "ideographDigital": lambda number: "".join(_DIGITS[int(digit)] for digit in str(number)),
    "taiwaneseDigital": lambda number: "".join(_DIGITS[int(digit)] for digit in str(number)),
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "decimalEnclosedCircle": _row_of("①", 20),
    "decimalEnclosedCircleChinese": _row_of("①", 20),
    "decimalEnclosedParen": _row_of("⑴", 20),
    "decimalEnclosedFullstop": _row_of("⒈", 20),
    "ideographEnclosedCircle": _row_of("㊀", 10),
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
}
