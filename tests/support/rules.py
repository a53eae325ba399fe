"""What tests of the tables of rules share."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Protocol

import compare.coding
import compare.reading
from compare.reading.rules import ByKind, Rule


class Example(Protocol):
    """What a rule of any table has."""

    @property
    def name(self) -> str: ...

    @property
    def example(self) -> str: ...

    @property
    def near(self) -> str: ...


def _rules(value: object) -> Iterator[Example]:
    if isinstance(value, Rule):
        yield value
    elif isinstance(value, ByKind):
        yield from value.rules
    elif isinstance(value, tuple):
        for item in value:
            yield from _rules(item)


def all_rules() -> Mapping[int, tuple[str, Example]]:
    """Every rule that a module of reading or coding keeps, with the module and name it was found under."""
    found: dict[int, tuple[str, Example]] = {}
    modules = (
        *pkgutil.walk_packages(compare.reading.__path__, "compare.reading."),
        *pkgutil.walk_packages(compare.coding.__path__, "compare.coding."),
    )
    for module in modules:
        for name, value in vars(importlib.import_module(module.name)).items():
            for rule in _rules(value):
                found[id(rule)] = f"{module.name}.{name}: {rule.name}", rule
    return found
