"""What coding adds to a reading: statements with their codes, instruments and milestones."""

from __future__ import annotations

from dataclasses import dataclass

from compare.frozen import quickly
from compare.model.readings import Item
from compare.model.statements import Statement


@quickly
@dataclass(frozen=True, slots=True)
class Coded:
    """A statement with its codes. ``indicator`` is "" where the codebook knows none.

    ``scope`` is a code of ``data/codebook/scopes.yaml`` ("general" when the text gives no
    qualifier that matters). ``review`` is "" or says why a person should look
    (uncoded, learned, corrected, …).
    """

    statement_id: str
    statement: Statement
    indicator: str
    scope: str
    review: str = ""


#: So many clauses about an instrument make an item be about it.
_ABOUT = 3


@quickly
@dataclass(frozen=True, slots=True)
class Means:
    """A policy instrument in a task item: ``start:end`` is the clause or run of clauses that shows it.

    ``level`` is 1 (encouraged), 2 (committed) or 3 (committed and specified), ``mark`` the words that
    decided it, ``item`` an index into the items, ``passage`` one into the passages, ``target_groups``
    codes of whom it is for. ``deadline`` is ISO 8601 or "". ``repeats`` marks what a fuller item says too,
    ``core`` what the words that tell most (the first pattern of the codebook) show, ``topic`` what a heading
    of its item names; ``clauses`` is how many clauses of the item show it.
    ``review`` is "" or what a person decided (corrected, confirmed), ``level_rule`` the rule that gave the
    level.
    """

    instrument: str
    level: int
    mark: str
    start: int
    end: int
    item: int
    passage: int
    target_groups: tuple[str, ...] = ()
    deadline: str = ""
    repeats: bool = False
    core: bool = False
    topic: bool = False
    clauses: int = 1
    review: str = ""
    level_rule: str = ""

    def rank(self) -> tuple[int, bool, bool, bool, int, bool, int]:
        """Sorts what a plan says of an instrument, the best evidence first: what binds most, then what
        an item is about rather than what it touches."""
        about = not self.core, not self.topic, -min(self.clauses, _ABOUT)
        return -self.level, self.repeats, *about, not self.mark, self.start


@quickly
@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated commitment without a value: by ``deadline`` something checkable will have been done.

    ``action`` is issue, build, complete, establish, report or start; ``object_start:object_end`` the words
    for what, found by ``object_rule``; ``item`` and ``passage`` are indices into the items and the passages.
    """

    action: str
    deadline: str
    start: int
    end: int
    object_start: int
    object_end: int
    item: int
    passage: int
    object_rule: str = ""


@dataclass(frozen=True, slots=True)
class MeansOfPlan:
    """A plan's items, the instruments they carry and the milestones, in the order of the text.

    ``searched`` are all instruments that were looked for, each with its family, in the codebook's order;
    ``provisional`` those of them on which the program and a person agree too little, or were never compared.
    """

    items: tuple[Item, ...] = ()
    means: tuple[Means, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    searched: tuple[tuple[str, str], ...] = ()
    provisional: frozenset[str] = frozenset()
