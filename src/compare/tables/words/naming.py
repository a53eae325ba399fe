"""Any table with what its codes are called: ``study.labelled(study.measures, "en")``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd

from compare.tables.noting.notes_table import NotedFrame
from compare.tables.storage.frames import text_of

if TYPE_CHECKING:
    from compare.tables.words.labels import Labels, Lang

Name = Callable[[Any], str]


def labelled(table: pd.DataFrame, labels: Labels, lang: Lang) -> pd.DataFrame:
    """``table`` with a column of names in ``lang`` in front for each of its columns of codes.

    ``region`` names the plan (``region_a`` and ``region_b`` those of a pair); any other column of codes has
    its names in ``<column>_label``. Names of several codes in a cell are separated by commas; where there is
    no code, the name is empty (NaN). The columns of the table itself stay as they are.
    """
    if isinstance(table, NotedFrame):
        return _noted(table, labels, lang)
    front = {
        _column(str(column)): table[column].map(partial(_name, name), na_action="ignore").astype("str")
        for column in table
        if (name := _namer(str(column), labels, lang))
    }
    rest = [column for column in table if column not in front]
    return pd.DataFrame(front, index=table.index).join(table[rest])


def _noted(table: NotedFrame, labels: Labels, lang: Lang) -> NotedFrame:
    """The names of codes are read where the codes would be."""
    named = {_column(str(one)): str(one) for one in table if _namer(str(one), labels, lang)}
    return table.noted_with(labelled(table.noted_plain(), labels, lang), named)


_PLANS = {"plan_id": "region", "plan_a": "region_a", "plan_b": "region_b"}
_DEPARTMENTS = ("department", "lead", "departments", "responsible", "lead_department")
# Column of a table -> the section of the labels that names its codes.
_SECTIONS = {
    "instrument": "instruments",
    "family": "families",
    "action": "actions",
    "theme": "themes",
    "themes": "themes",
    "status": "statuses",
    "comparator": "comparators",
    "kind": "kinds",
    "commitment": "commitment",
    "check": "checks",
    "severity": "severities",
}


def _column(code: str) -> str:
    return _PLANS.get(code, f"{code}_label")


def _namer(column: str, labels: Labels, lang: Lang) -> Name | None:
    """What names the codes of a column; None for a column that holds no codes."""
    if column in _PLANS:
        return partial(labels.plan, lang=lang)
    if column in _DEPARTMENTS:
        return partial(labels.department, lang=lang)
    if column in _SECTIONS:
        return partial(labels.of, _SECTIONS[column], lang=lang)
    own = {"indicator": labels.indicator, "scope": labels.scope, "group": labels.group}.get(column)
    return partial(own, lang=lang) if own else None


def _name(name: Name, codes: Any) -> str:
    return ", ".join(name(code) for code in text_of(codes).split())
