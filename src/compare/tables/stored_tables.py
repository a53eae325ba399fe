"""The tables in a study's folder, each read and checked when it is first used."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from compare.tables.select import Named, codes
from compare.tables.storage.store import read_stored


class StoredTables:
    """The DataFrames of ``folder``, with the columns of ``docs/tables.md``; missing text is NaN, offsets are
    Int64, values float64, flags boolean. Reading one raises
    :class:`compare.tables.storage.validation.TableError` where it is not as it was written."""

    def __init__(
        self, folder: Path, known: Mapping[str, str] = MappingProxyType({}), plans: Named = None
    ) -> None:
        """``known`` are hashes of files that were checked when they were written; ``plans`` names those
        whose rows are read, as :func:`compare.tables.select.select` names regions (None: all)."""
        self.folder = folder
        self._known = known
        self._named = plans

    @cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        """The plans of the study by name, whether they are read or not: so a plan is called the same."""
        if self._named is None:
            return plan_names(self.plans)
        return plan_names(read_stored(self.folder, "plans", known=self._known))

    @cached_property
    def _chosen(self) -> set[str] | None:
        return None if self._named is None else codes("plan", self._named, self._names)

    @cached_property
    def plans(self) -> pd.DataFrame:
        return self._table("plans")

    @cached_property
    def references(self) -> pd.DataFrame:
        return self._table("references")

    @cached_property
    def passages(self) -> pd.DataFrame:
        return self._table("passages")

    @cached_property
    def statements(self) -> pd.DataFrame:
        return self._table("statements")

    @cached_property
    def allocations(self) -> pd.DataFrame:
        return self._table("allocations")

    @cached_property
    def comparison(self) -> pd.DataFrame:
        return self._table("comparison")

    @cached_property
    def mentions(self) -> pd.DataFrame:
        return self._table("mentions")

    @cached_property
    def wholes(self) -> pd.DataFrame:
        return self._table("wholes")

    @cached_property
    def responsibilities(self) -> pd.DataFrame:
        return self._table("responsibilities")

    @cached_property
    def instruments(self) -> pd.DataFrame:
        return self._table("instruments")

    @cached_property
    def measures(self) -> pd.DataFrame:
        return self._table("measures")

    @cached_property
    def milestones(self) -> pd.DataFrame:
        return self._table("milestones")

    @cached_property
    def clauses(self) -> pd.DataFrame:
        return self._table("clauses")

    @cached_property
    def themes(self) -> pd.DataFrame:
        return self._table("themes")

    @cached_property
    def terms(self) -> pd.DataFrame:
        return self._table("terms")

    @cached_property
    def reuse(self) -> pd.DataFrame:
        return self._table("reuse")

    @cached_property
    def findings(self) -> pd.DataFrame:
        return self._table("findings")

    @cached_property
    def numerals(self) -> pd.DataFrame:
        return self._table("numerals")

    def _table(self, name: str) -> pd.DataFrame:
        # To know that a file is the one that was checked, all of it is read: of some plans rows are checked.
        return read_stored(self.folder, name, self._chosen, self._known if self._chosen is None else {})


def plan_names(plans: pd.DataFrame) -> dict[str, dict[str, str]]:
    """The region of each plan, or its id where none is known; where plans share a region with the
    year of issue behind it, and with the id where that does not tell them apart either."""
    region = plans["region_zh"].fillna(plans["plan_id"])
    year = plans["issued_on"].str[:4].fillna("")
    alike = region.duplicated(keep=False)
    distinct = ~pd.DataFrame({"region": region, "year": year}).duplicated(keep=False) & (year != "")
    suffix = year.where(distinct, plans["plan_id"]).where(alike, "")
    english = plans["region_en"].fillna(region)
    return {
        plan_id: {"zh": f"{zh}({end})" if end else zh, "en": f"{en} ({end})" if end else en}
        for plan_id, zh, en, end in zip(plans["plan_id"], region, english, suffix, strict=True)
    }
