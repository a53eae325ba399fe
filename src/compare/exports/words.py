"""Words of the exports in both languages at once, taken from the labels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from compare.tables.words.labels import Labels, Lang


@dataclass(frozen=True, slots=True)
class Words:
    """The labels as the exports use them: keys are those of ``exports.*`` without the prefix."""

    labels: Labels

    def one(self, key: str, lang: Lang, **values: object) -> str:
        return self.labels.word(f"exports.{key}", lang, **values)

    def pair(self, key: str, **values: object) -> str:
        """``zh en`` on one line."""
        return _pair(lambda lang: self.one(key, lang, **values), " ")

    def lines(self, key: str, **values: object) -> str:
        """``zh`` and ``en`` on two lines."""
        return _pair(lambda lang: self.one(key, lang, **values), "\n")

    def both(self, text: Callable[[Lang], str], separator: str = "\n") -> str:
        """What ``text`` says in Chinese and in English, on two lines."""
        return _pair(text, separator)

    def column(self, name: str) -> str:
        """The header of a table's column."""
        return self.lines(f"column.{name}")

    def label(self, section: str, code: str, separator: str = " ") -> str:
        """The label of a code of the labels' ``section`` in both languages; "" for no code."""
        return _pair(lambda lang: self.labels.of(section, code, lang), separator) if code else ""

    def indicator(self, code: str, separator: str = " ") -> str:
        return _pair(lambda lang: self.labels.indicator(code, lang), separator) if code else ""

    def group(self, indicator: str, separator: str = " ") -> str:
        group = self.labels.group_of.get(indicator, "")
        return _pair(lambda lang: self.labels.group(group, lang), separator) if group else ""

    def scope(self, code: str, separator: str = " ") -> str:
        return _pair(lambda lang: self.labels.scope(code, lang), separator) if code else ""

    def unit(self, unit: str, separator: str = " · ") -> str:
        return _pair(lambda lang: self.labels.unit(unit, lang), separator) if unit else ""

    def plan(self, plan_id: str, separator: str = " ") -> str:
        return _pair(lambda lang: self.labels.plan(plan_id, lang), separator)


def _pair(text: Callable[[Lang], str], separator: str) -> str:
    zh, en = text("zh"), text("en")
    return zh if zh == en else f"{zh}{separator}{en}"
