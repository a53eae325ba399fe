"""Signs of comparators: ≥ ≤ > <."""

from __future__ import annotations

from compare.model import Comparator

#: Signs of bounds before a number.
SYMBOLS = {
    "≥": Comparator.GE,
    "≧": Comparator.GE,
    "≤": Comparator.LE,
    "≦": Comparator.LE,
    ">": Comparator.GT,
    "<": Comparator.LT,
    ">=": Comparator.GE,
    "<=": Comparator.LE,
}
#: The same where the sign stands behind the value and before what it bounds (50%≤X).
TURNED = {
    "≥": Comparator.LE,
    "≧": Comparator.LE,
    "≤": Comparator.GE,
    "≦": Comparator.GE,
    ">": Comparator.LT,
    "<": Comparator.GT,
}
