"""The unit of cells, as a head, a caption or a column of units names it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from compare.reading.numerals import multiplier_to_decimal
from compare.reading.quantities.bases.rules import unit_with_base
from compare.reading.quantities.lexicon import Lexicon, Unit

_ONE = Decimal(1)
# a rate of mortality: /10万, 十万分之一
_RATE = re.compile("1?/(?P<behind>10万|十万|万)|(?P<of>十万|万)分之一")
_RATE_BASES = {"10万": "1/10万", "十万": "1/10万", "万": "1/万"}
_SCALED = re.compile(r"(?P<scale>[十百千]?[万亿]|[十百千])(?P<unit>.+)")


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit as a head, a caption or a column of units gives it: 万元 is 元 times 10000."""

    name: str
    scale: Decimal = _ONE
    unit: Unit | None = None


def measure_of(text: str, lexicon: Lexicon) -> Measure | None:
    """The unit a text names and nothing else (张, 万元, 平方米/百户, 1/10万); None if it names none."""
    if rate := _RATE.fullmatch(text):
        base = _RATE_BASES[rate["behind"] or rate["of"]]
        return Measure(base, _ONE, Unit(base, (), "level"))
    word, slash, base = text.partition("/")
    scale = _ONE
    unit = lexicon.units.get(word)
    if unit is None and (scaled := _SCALED.fullmatch(word)):
        unit = lexicon.units.get(scaled["unit"])
        scale = multiplier_to_decimal(scaled["scale"])
    if unit is None:
        return None
    name = unit.unit
    if slash:
        name, used = unit_with_base(unit, "", slash + base, "")
        if used != len(slash + base):
            name = f"{unit.unit}/{base}"
    return Measure(name, scale, unit)
