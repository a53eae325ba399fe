"""How long the steps of a run took."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter


@dataclass(slots=True)
class Clock:
    """Runs from when it is made; ``steps`` are seconds by the name of a step, in the order they began."""

    began: float = field(default_factory=perf_counter)
    steps: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what is done within this block, whether it ends well or not."""
        began = perf_counter()
        self.steps[name] = 0.0
        try:
            yield
        finally:
            self.steps[name] = perf_counter() - began

    def lines(self) -> list[str]:
        """One line with the seconds in all and of each step; none where there was no step."""
        if not self.steps:
            return []
        each = ", ".join(f"{name} {seconds:.0f}" for name, seconds in self.steps.items())
        return [f"seconds: {perf_counter() - self.began:.0f} in all; {each}"]
