"""What files hold beside plain text, one small file for each format and feature, and what must come of it.

Each is a plan of a title and a paragraph or two. ``outcome`` is "read" (its values come out), "furniture"
(its text is marked with ``reason`` and gives no value), "named" (a remark says that it is not read) or
"error" (the file is refused with a line that holds ``reason``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

TITLE = "甲市养老服务体系建设实施方案"
BEDS = "eq 2000 张 2025"
SHARE = "ge 55 % 2025"


@dataclass(frozen=True, slots=True)
class Feature:
    """``values`` are the statements, as comparator, number, unit and deadline."""

    name: str
    form: str
    outcome: str
    data: Callable[[], bytes]
    values: tuple[str, ...] = (BEDS,)
    reason: str = ""

    def __str__(self) -> str:
        return f"{self.form}: {self.name}"
