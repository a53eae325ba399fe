"""Departments as written to functions of the codebook: 市民政局, 区民政局 and 州民政局 are civil affairs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from compare.coding.book.codebook import Department


def department(text: str, departments: Mapping[str, Department]) -> str:
    """Id of the first department, in the codebook's order, that knows the name; "" if none does.

    Blanks inside the name (市卫生健康 委员会) do not count.
    """
    name = "".join(text.split())
    characters = frozenset(name)
    for code, known in departments.items():
        for wording in known.match:
            if wording.needs <= characters and wording.pattern.search(name):
                return code
    return ""


def department_finder(departments: Mapping[str, Department]) -> Callable[[str], str]:
    """:func:`department` that remembers its answers: plans name the same departments over and over."""
    seen: dict[str, str] = {}

    def find(text: str) -> str:
        if text not in seen:
            seen[text] = department(text, departments)
        return seen[text]

    return find
