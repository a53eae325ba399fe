"""What a cell shows: its value in its number format."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_PLACES = re.compile(r"[0#?]\.([0#?]+)")
_MOST_PLACES = 10
_PERCENT = re.compile(r"%")


def shown(value: object, form: str) -> str:
    """The text of a value: 0.55 as 0% is 55%, a date as the parts its format shows.

    >>> shown(0.55, "0%"), shown(1234.0, '#,##0"张"'), shown(None, "General")
    ('55%', '1234张', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float | Decimal):
        return _number(Decimal(repr(value)) if isinstance(value, float) else Decimal(value), form)
    if isinstance(value, datetime.datetime | datetime.date):
        return _date(value, form)
    return str(value).replace("\r\n", "\n").strip()


def _number(value: Decimal, form: str) -> str:
    section = form.split(";")[0]
    literals = [(m.start(), m[1] or m[2] or "") for m in _LITERAL.finditer(section)]
    bare = _LITERAL.sub("", section)
    percent = bool(_PERCENT.search(bare))
    if percent:
        value *= 100
    if form == "General" or not re.search("[0#?]", bare):
        places = None
    else:
        found = _PLACES.search(bare)
        places = len(found[1]) if found else 0
    # Never fewer places than the value has: a rounded number would be another number.
    exact = round(value, _MOST_PLACES).normalize()
    text = (
        f"{exact:f}" if places is None or -int(exact.as_tuple().exponent) > places else f"{value:.{places}f}"
    )
    digits = re.search("[0#?]", section)
    first = digits.start() if digits else 0
    before = "".join(literal for at, literal in literals if at < first)
    behind = "".join(literal for at, literal in literals if at >= first)
    return f"{before}{text}{'%' if percent else ''}{behind}"


def _date(value: datetime.date, form: str) -> str:
    lower = form.lower()
    if "d" not in lower and "y" in lower:
        return f"{value.year}年" if "m" not in lower else f"{value.year}年{value.month}月"
    return f"{value.year}年{value.month}月{value.day}日"
