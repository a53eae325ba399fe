"""What the pipeline knows of one plan when its tables are made."""

from __future__ import annotations

from dataclasses import dataclass, field

from compare.coding.corrections import Decision, Stale
from compare.model import Coded, MeansOfPlan, Plan, Reading


@dataclass(frozen=True, slots=True)
class PlanResult:
    """A plan's register entry, its reading and its coded statements, in the order of the text.

    ``means`` are its task items with the policy instruments and milestones in them. ``corrected`` are the
    decisions of reviewers that ``coded`` follows, ``stale`` those it does not.
    """

    plan: Plan
    reading: Reading
    coded: tuple[Coded, ...]
    source_sha256: str
    source_format: str
    corrected: tuple[Decision, ...] = ()
    stale: tuple[Stale, ...] = ()
    means: MeansOfPlan = field(default_factory=MeansOfPlan)

    @property
    def text(self) -> str:
        """The source's text, to which all offsets refer."""
        return self.reading.document.text
