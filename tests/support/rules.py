"""What tests of the tables of rules share."""

from __future__ import annotations

from typing import Protocol


class Example(Protocol):
    """What a rule of any table has."""

    @property
    def name(self) -> str: ...

    @property
    def example(self) -> str: ...

    @property
    def near(self) -> str: ...
