"""What codes are called, in Chinese and English, for figures and exports.

Labels come from the codebook's files, the codes of the tables from ``data/codebook/wording.yaml``,
names of rules from ``wording/rules.yaml`` and phrases from the other ``wording/*.yaml`` beside it; nothing
that draws or writes types a label itself.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, get_args

if TYPE_CHECKING:
    from compare.coding import Codebook

Lang = Literal["zh", "en"]
#: The languages of the interface, in the order in which pages and files come.
LANGUAGES: tuple[Lang, ...] = get_args(Lang)
Names = Mapping[str, Mapping[str, str]]

#: Sections of wording.yaml.
SECTIONS = (
    "statuses",
    "comparators",
    "kinds",
    "bindings",
    "periods",
    "directions",
    "severities",
    "roles",
    "responsibility_roles",
    "relations",
    "levels",
    "checks",
    "units",
    "bases",
)


#: Files of the codebook that name the codes of a section of their own.
NAMED = ("themes", "commitment")


#: The file of the wording that has sections in place of phrases.
RULES = "wording/rules"
#: Its sections: the names of rules, and of what they rest on.
RULE_SECTIONS = ("rules", "rule_sources")


#: Sections of instruments.yaml whose codes have labels.
MEANS = ("families", "instruments", "target_groups", "actions")


class WordingError(ValueError):
    """wording.yaml or groups.yaml lacks what labels need; one line with place and remedy."""


# N stands for any number in the units of an indicator (名/N人).
_NUMBER = re.compile("[0-9]+|N")


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels by section and code. An unknown code is its own label: nothing is hidden by a gap.

    ``groups`` and ``indicators`` keep the codebook's order, which is the order of charts;
    ``themes_of`` are the themes of a group.
    """

    sections: Mapping[str, Names]
    words: Names = field(default_factory=dict)
    groups: Names = field(default_factory=dict)
    indicators: Names = field(default_factory=dict)
    scopes: Names = field(default_factory=dict)
    departments: Names = field(default_factory=dict)
    plans: Names = field(default_factory=dict)
    group_of: Mapping[str, str] = field(default_factory=dict)
    unit_of: Mapping[str, str] = field(default_factory=dict)
    direction_of: Mapping[str, str] = field(default_factory=dict)
    themes_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def indicator(self, code: str, lang: Lang = "zh") -> str:
        return _name(self.indicators, code, lang)

    def group(self, code: str, lang: Lang = "zh") -> str:
        return _name(self.groups, code, lang)

    def scope(self, code: str, lang: Lang = "zh") -> str:
        return _name(self.scopes, code, lang)

    def department(self, code: str, lang: Lang = "zh") -> str:
        return _name(self.departments, code, lang)

    def plan(self, plan_id: str, lang: Lang = "zh") -> str:
        """The region's name; where two plans of a study share it, with the plan's year."""
        return _name(self.plans, plan_id, lang)

    def status(self, code: str, lang: Lang = "zh") -> str:
        return self.of("statuses", code, lang)

    def comparator(self, code: str, lang: Lang = "zh") -> str:
        return self.of("comparators", code, lang)

    def symbol(self, comparator: str) -> str:
        """≥ ≤ > < = ≈ –"""
        return self.sections.get("comparators", {}).get(comparator, {}).get("symbol", comparator)

    def word(self, key: str, lang: Lang = "zh", **values: object) -> str:
        """A phrase of figures and exports (``figures.source``), its ``{braces}`` filled in."""
        text = _name(self.words, key, lang)
        return text.format(**values) if values else text

    def of(self, section: str, code: str, lang: Lang = "zh") -> str:
        """The label of ``code`` in a section of wording.yaml (``statuses``, ``kinds`` …)."""
        return _name(self.sections.get(section, {}), code, lang)

    def unit(self, unit: str, lang: Lang = "zh", count: float | None = None) -> str:
        """``平方米/百户`` -> ``m² per 100 households`` in English; behind a ``count`` of one in the
        singular: ``所`` -> ``facility``."""
        whole = self.sections.get("units", {})
        if unit in whole or "/" not in unit:
            return self._counted(unit, lang, count)
        top, base = unit.split("/", 1)
        names = [self._base(part, lang) for part in base.split("·")]
        if lang == "zh":
            return f"{_name(whole, top, lang)}/{'·'.join(names)}"
        return " per ".join([self._counted(top, lang, count), *names])

    def _base(self, base: str, lang: Lang) -> str:
        """``百户`` -> ``100 households``, ``15人`` -> ``15 persons``."""
        bases = self.sections.get("bases", {})
        number = _NUMBER.match(base)
        if base in bases or number is None or lang == "zh":
            return _name(bases, base, lang)
        return f"{number[0]} {_name(self.sections.get('units', {}), base[number.end() :], lang)}"

    def _counted(self, unit: str, lang: Lang, count: float | None) -> str:
        units = self.sections.get("units", {})
        singular = units.get(unit, {}).get("one") if lang == "en" and count == 1 else None
        return singular or _name(units, unit, lang)

    def value(self, low: float, high: float, unit: str, comparator: str, lang: Lang = "zh") -> str:
        """``≥ 50%``, ``1–2 家``, ``20 平方米/百户``; "" where there is no value.

        Plain values (eq) carry no sign: a bare number is what the plan wrote.
        """
        if low is None or math.isnan(low):
            return ""
        ends = dict.fromkeys(map(format_number, (low, high)))
        name = self.unit(unit, lang, high)
        space = "" if name in ("%", "‰", "") else " "
        sign = "" if comparator in ("eq", "range", "") or low != high else f"{self.symbol(comparator)} "
        return f"{sign}{'–'.join(ends)}{space}{name}"

    def date(self, date: str, lang: Lang = "zh") -> str:
        """An ISO 8601 date, as precise as it is: 2025年6月, 2025-06."""
        year, month, day = (*date.split("-"), "", "")[:3]
        precision = "day" if day else "month" if month else "year"
        # what a date lacks is not shown
        parts = {"month": int(f"0{month}"), "day": int(f"0{day}")}
        return self.word(f"prose.date_{precision}", lang, year=year, **parts)

    def deadline(self, deadline: str, lang: Lang = "zh") -> str:
        """``by 2025``, ``到2025年``; "" where there is none."""
        return self.word("prose.by", lang, date=self.date(deadline, lang)) if deadline else ""

    def with_plans(self, plans: Names) -> Labels:
        """The same labels with the names of a study's plans."""
        return Labels(
            **{name: getattr(self, name) for name in self.__slots__ if name != "plans"}, plans=dict(plans)
        )


#: Every code is its own label.
UNLABELLED = Labels({})


def format_number(value: float) -> str:
    """``50``, ``0.1``, ``86,000``: no trailing zeros, thousands separated."""
    if float(value).is_integer():
        return f"{int(value):,}"
    whole, _, fraction = repr(abs(float(value))).partition(".")
    sign = "-" if value < 0 else ""  # -0 is no integer
    return f"{sign}{int(whole):,}.{fraction}" if fraction.isdigit() else repr(float(value))


def make_labels(codebook: Codebook, files: Mapping[str, Any]) -> Labels:
    """Labels from a codebook and its files by stem (``wording``, ``wording/…``, ``groups``).

    Raises :class:`WordingError` where an entry lacks its Chinese or its English.
    """
    wording = files.get("wording")
    if not isinstance(wording, Mapping):
        raise WordingError("wording.yaml: sections are missing; restore data/codebook/wording.yaml")
    sections = {section: _section(wording, section) for section in SECTIONS}
    sections |= _named(files) | _rules(files.get(RULES) or {})
    sections["topics"] = {
        one.id: {"zh": one.label_zh, "en": one.label_en} for one in codebook.topics.values()
    }
    used = {item.group for item in codebook.indicators.values()}
    groups = _groups(files.get("groups") or (), used)
    ordered = sorted(codebook.indicators.values(), key=lambda item: list(groups).index(item.group))
    return Labels(
        sections=sections,
        words=_words(files),
        groups=groups,
        indicators={item.id: {"zh": item.label_zh, "en": item.label_en} for item in ordered},
        scopes={item.id: {"zh": item.label_zh, "en": item.label_en} for item in codebook.scopes.values()},
        departments={
            item.id: {"zh": item.label_zh, "en": item.label_en} for item in codebook.departments.values()
        },
        group_of={item.id: item.group for item in ordered},
        unit_of={item.id: item.unit for item in ordered},
        direction_of={item.id: item.direction for item in ordered},
        themes_of={str(one["id"]): tuple(one.get("themes", ())) for one in files.get("groups") or ()},
    )


def _name(names: Names, code: str, lang: Lang) -> str:
    return names.get(code, {}).get(lang) or code


def _section(wording: Mapping[str, Any], section: str) -> dict[str, dict[str, str]]:
    entries = wording.get(section)
    if not isinstance(entries, Mapping):
        raise WordingError(f"wording.yaml: section {section} is missing; add it")
    for code, entry in entries.items():
        if not isinstance(entry, Mapping) or not {*LANGUAGES} <= set(entry):
            raise WordingError(f"wording.yaml: {section}.{code} has no zh and en; write {{zh: …, en: …}}")
    return {str(code): {key: str(text) for key, text in entry.items()} for code, entry in entries.items()}


def _rules(file: Any) -> dict[str, dict[str, dict[str, str]]]:
    """What rules are called in other languages than English, where each is called by its own name."""
    sections: dict[str, dict[str, dict[str, str]]] = {}
    for section in RULE_SECTIONS:
        entries = file.get(section) or {} if isinstance(file, Mapping) else None
        if not isinstance(entries, Mapping) or not all(isinstance(one, Mapping) for one in entries.values()):
            raise WordingError(
                f"{RULES}.yaml: {section}: write each name as {{zh: …}} behind the English one"
            )
        sections[section] = {
            str(name): {key: str(text) for key, text in one.items()} for name, one in entries.items()
        }
    return sections


def _named(files: Mapping[str, Any]) -> dict[str, dict[str, dict[str, str]]]:
    """Labels of themes, levels of commitment and means; ``terms`` has the translations of words."""
    sections = {
        stem: {str(entry["id"]): dict(entry["label"]) for entry in files[stem]}
        for stem in NAMED
        if stem in files
    }
    means = files.get("instruments") or {}
    for section in MEANS:
        sections[section] = {str(entry["id"]): dict(entry["label"]) for entry in means.get(section, ())}
    terms = files.get("terms") or {}
    sections["terms"] = {str(entry["zh"]): dict(entry) for entry in terms.get("terms", ())}
    return sections


def _words(files: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """The phrases of every ``wording/*.yaml``, each a list of ``{id: …, zh: …, en: …}``."""
    words: dict[str, dict[str, str]] = {}
    for stem in sorted(stem for stem in files if stem.startswith("wording/") and stem != RULES):
        for entry in files[stem] or ():
            if not isinstance(entry, Mapping) or not {"id", *LANGUAGES} <= set(entry):
                raise WordingError(f"{stem}.yaml: {entry}: an entry lacks id, zh or en; write all three")
            if entry["id"] in words:
                raise WordingError(f"{stem}.yaml: {entry['id']} is there twice; rename one")
            words[str(entry["id"])] = {"zh": str(entry["zh"]), "en": str(entry["en"])}
    return words


def _groups(entries: Iterable[Any], used: set[str]) -> dict[str, dict[str, str]]:
    groups: dict[str, dict[str, str]] = {}
    for entry in entries:
        label = entry.get("label") if isinstance(entry, Mapping) else None
        if not isinstance(label, Mapping) or "id" not in entry:
            raise WordingError(
                "groups.yaml: an entry has no id or label; write {id: …, label: {zh: …, en: …}}"
            )
        groups[str(entry["id"])] = {key: str(text) for key, text in label.items()}
    groups.update({code: {"zh": code, "en": code} for code in sorted(used - groups.keys())})
    return groups
