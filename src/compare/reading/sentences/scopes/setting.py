"""The words around a value that may restrict it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from compare.frozen import maker, quickly
from compare.reading.cues import FACILITY_COUNTERS

_AGE = re.compile(
    r"(?:年?满)?[0-9]+周?岁(?:及?以上)?(?:的?不满|未满)[0-9]+周?岁"
    r"|[0-9一二三四五六七八九十]+周?岁(?:\(含[^()]{0,6}\))?(?:及)?以[上下]|[0-9]+周?岁?(?:-{1,2}|~|至|到)[0-9]+周?岁|百岁(?:老人|及?以上)"
)

#: Units that count facilities.
FACILITY_UNITS = frozenset((*FACILITY_COUNTERS.split("|"), "栋"))


@quickly
@dataclass(frozen=True, slots=True)
class Setting:
    """The words around a value that may restrict it.

    ``clause`` is the clause with the value, ``lead`` its part before the value, ``before`` as much of that
    as belongs to this value alone, ``subject`` the measured noun, ``tail`` the text behind the value and
    its comparator, ``unit`` the unit as counted and ``sort`` its sort. ``part`` is the place that the value
    is the part of, ``opening`` what stands before the clause, ``facility()`` the facility spoken of before,
    to which an attribute may belong.
    """

    clause: str
    lead: str
    before: str
    subject: str
    tail: str
    unit: str
    sort: str = ""
    part: str = ""
    opening: str = ""
    facility: Callable[[], str] = str

    @property
    def counts_facilities(self) -> bool:
        """Whether facilities are counted: their names then say what is done, not where."""
        return self.unit in FACILITY_UNITS


setting_of = maker(Setting)


def ages_in(words: str) -> list[str]:
    """The age groups that words name, in order (80周岁以上, 90-99周岁)."""
    return _AGE.findall(words) if "岁" in words else []
