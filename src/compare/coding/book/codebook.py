"""The codebook as frozen values; :mod:`compare.coding.book.parse` makes them from ``data/codebook/``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from compare.coding.book.document_topics import Topic
from compare.coding.book.equivalences import Equivalences
from compare.coding.book.short_names import ShortNames
from compare.coding.indicators.heads import Heads
from compare.coding.indicators.matching import Index, KeyedPattern
from compare.coding.learned.weights import Weights
from compare.coding.remits import Remit
from compare.model import Comparator, Kind
from compare.reading.quantities.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Example:
    """A text that must (or, as a negative, must not) be coded with the indicator."""

    text: str
    value: float | None = None
    comparator: Comparator | None = None
    unit: str = ""
    scope: str = ""


_NUMBER_OF_BASE = re.compile("/[0-9]+(?:-[0-9]+)?(?=[人床]$)")


def of_any_base(unit: str) -> str:
    """A unit with a number of people or beds as its base, whatever the number; those of ten, a hundred and a
    thousand are units of their own.

    >>> of_any_base("名/15人"), of_any_base("名/千人"), of_any_base("元/人")
    ('名/N人', '名/千人', '元/人')
    """
    return _NUMBER_OF_BASE.sub("/N", unit)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: what it means, in which units, and how plans word it.

    ``match`` are tried on a statement's subject, then its clause, then its sentence. Each of ``clause``
    must be found in subject or clause, each of ``near`` in the statement's part of the sentence, each
    of ``within`` in the sentence or a heading above, unless a topic suffices that the title names;
    none of ``excludes`` in subject or clause. Under one of its ``topics`` what is asked for there is enough.
    ``heads`` are the families of ``heads.yaml`` that its values may be of (a growth rate, homes inspected).
    ``kinds`` limits the kinds of statement, ``kind`` is assigned on coding where given. ``reason`` says why
    an indicator stays that no plan of the study states. ``at_large``: coded in texts about other things too.
    ``one_owner``: counts what owners of one kind run (民办), so that their name restricts it no further.
    ``conditions``: a value that says when something else holds (入住率低于20%的敬老院) is one of it too.
    """

    id: str
    label_zh: str
    label_en: str
    definition_zh: str
    definition_en: str
    group: str
    unit: str
    units: tuple[str, ...]
    direction: str
    plausible: tuple[float, float] | None
    headline_scopes: tuple[str, ...]
    heads: frozenset[str]
    match: tuple[KeyedPattern, ...]
    clause: tuple[re.Pattern[str], ...]
    near: tuple[re.Pattern[str], ...]
    within: tuple[re.Pattern[str], ...]
    topics: Mapping[Topic, tuple[re.Pattern[str], ...]]
    excludes: tuple[re.Pattern[str], ...]
    kinds: tuple[Kind, ...]
    kind: Kind | None
    tiers: tuple[str, ...]
    examples: tuple[Example, ...]
    negatives: tuple[str, ...]
    rulings: tuple[str, ...]
    benchmark: str
    reason: str
    at_large: bool
    one_owner: bool
    conditions: bool

    def measured_in(self, unit: str) -> bool:
        """Whether values of it may have this unit."""
        return unit in self.units or of_any_base(unit) in self.units


@dataclass(frozen=True, slots=True)
class Scope:
    """A restriction of the field (new development, rural, one institution).

    ``restricts_counts``: it also holds for facilities that are counted (3家示范性机构). ``tier`` names the
    scale of which it is a step (a rating, an age band); only indicators with such ``tiers`` have it.
    ``per_place``: a value holds for each of them and is no count in all (one in every street).
    ``reaches``: indicators whose values it restricts from a clause before theirs or from the heading too.
    """

    id: str
    label_zh: str
    label_en: str
    match: tuple[KeyedPattern, ...]
    definition_zh: str
    definition_en: str
    restricts_counts: bool
    tier: str
    per_place: bool
    reaches: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Noun:
    """The words of the thing an indicator measures; ``at`` are scopes that these words have in them."""

    words: tuple[KeyedPattern, ...]
    at: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Department:
    """A function of government across levels (civil affairs, finance)."""

    id: str
    label_zh: str
    label_en: str
    match: tuple[KeyedPattern, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A family of indicators, in the order of the file; ``at_large`` holds for each of them."""

    id: str
    label_zh: str
    label_en: str
    at_large: bool


@dataclass(frozen=True, slots=True)
class Codebook:
    """The whole codebook.

    ``version`` names its release, "" if it has none. ``by_unit`` indexes, for each normalised unit, the
    indicators it may carry; ``by_scope`` the scopes; ``by_noun`` the indicators by the words of the things
    they measure (``nouns``), ``by_topic`` by the ``topics`` under which that may be left out. ``short_names``
    are other names of things, which coding replaces. ``learned`` are weights for statements that no rule
    codes, None where none were learned for the codebook.
    """

    version: str
    lexicon: Lexicon
    indicators: Mapping[str, Indicator]
    scopes: Mapping[str, Scope]
    departments: Mapping[str, Department]
    groups: Mapping[str, Group]
    by_unit: Mapping[str, Index[Indicator]]
    by_scope: Index[Scope]
    topics: Mapping[str, Topic]
    by_topic: Mapping[str, tuple[Indicator, ...]]
    heads: Heads
    nouns: Mapping[str, Noun]
    by_noun: Index[Indicator]
    remits: tuple[Remit, ...]
    equivalences: Equivalences
    short_names: ShortNames
    learned: Weights | None = None

    def steps(self, indicator: Indicator) -> tuple[Scope, ...]:
        """The steps of the scales by which the values of an indicator are staggered."""
        if not indicator.tiers:
            return ()
        return tuple(scope for scope in self.scopes.values() if scope.tier and scope.tier in indicator.tiers)


GENERAL = "general"
#: Restricted by words that no scope of the codebook knows; never mixed with the general scope.
OTHER = "other"
