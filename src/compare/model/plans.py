"""A plan of the register, and what it says of a row of the comparison."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Plan:
    """An entry of ``data/raw/plans.yaml``. Dates are ISO 8601, "" where not stated.

    ``supersedes`` is the id of the plan of which this is a newer edition; both are compared. ``time_limit``
    is how many seconds reading it may take, "" for as long as any other. ``remit`` corrects what the plan is
    about, where title and headings do not tell it rightly.
    """

    plan_id: str
    region_zh: str
    region_en: str
    region_code: str
    region_level: str
    province_zh: str
    title: str
    document_number: str
    issuer: str
    issued_on: str
    published_on: str
    effective_on: str
    horizon_start: str
    horizon_end: str
    source_file: str
    complete: bool
    incomplete_note: str = ""
    incomplete_note_zh: str = ""
    not_applicable: tuple[str, ...] = ()
    reviewed: bool = True
    notes: tuple[str, ...] = field(default=())
    supersedes: str = ""
    time_limit: str = ""
    remit: tuple[str, ...] = ()


class Status(StrEnum):
    """What a plan says in a row of the comparison: an indicator at a scope.

    ``STATED`` carries a plain value, ``DERIVED`` one that follows from another statement. ``QUALITATIVE``:
    the plan speaks of it and gives no number; ``NOT_STATED``: neither number nor noun occurs.
    """

    STATED = "stated"
    DERIVED = "derived"
    QUALITATIVE = "qualitative"
    NOT_STATED = "not_stated"
    SOURCE_INCOMPLETE = "source_incomplete"
    CONFLICTING = "conflicting"
    NOT_APPLICABLE = "not_applicable"
