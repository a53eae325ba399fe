"""Messages for people, kept without their words: the wording of the codebook has them in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Code:
    """A code that is printed by its label: ``section`` is ``indicators``, ``scopes``, ``units``,
    ``fields`` (of a statement or a plan) or a section of the wording (``comparators``, ``kinds``)."""

    section: str
    code: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A value in a message, printed as the tables print it: ``≥ 55%``."""

    low: float
    high: float
    unit: str = ""
    comparator: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A message without its words: ``key`` names them in the wording of the codebook, in either
    language, ``facts`` fill their fields. Text among the facts is printed as it is, a tuple as a list."""

    key: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


Fact: TypeAlias = str | Code | Amount | Phrase | tuple["Fact", ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at."""

    check: str
    severity: Severity
    message: Phrase
    start: int
    end: int
    statement_ids: tuple[str, ...] = ()
