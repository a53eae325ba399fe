"""The tables of a study as a researcher uses them: ``compare.load()`` returns a :class:`Dataset`."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pandas as pd

from compare.sources import SourceError, inside, read_file
from compare.tables import across, plan_topics, tidy
from compare.tables.comparing.benchmarks import read_benchmarks
from compare.tables.comparing.national import national
from compare.tables.comparing.per import PER, per
from compare.tables.context import Context, ContextWarning, read_context, unmatched
from compare.tables.evidence import Evidence, evidence, heading_trails, running_text
from compare.tables.noting import reads
from compare.tables.select import Named, UnknownId, select
from compare.tables.storage.frames import records
from compare.tables.stored_tables import StoredTables
from compare.tables.words import naming
from compare.tables.words.labels import Labels, Lang

if TYPE_CHECKING:
    from compare.coding import Codebook
    from compare.tables.comparing.changes import Changes

#: Columns of :attr:`Dataset.disagreements`.
DISAGREEMENTS = ["plan_id", "line", "statement_id", "indicator", "field", "first", "second", "quote", "note"]


class Dataset(StoredTables):
    """The tables in a folder, each read and checked when it is first used, and what is asked of them.

    ``plans``, ``references``, ``passages``, ``statements``, ``allocations``, ``comparison``,
    ``responsibilities``, ``instruments``, ``measures``, ``milestones``, ``clauses``, ``themes``, ``terms``,
    ``reuse``, ``findings`` and ``numerals`` are DataFrames with the columns of ``docs/tables.md``; missing
    text is NaN, offsets are Int64, values float64, flags boolean. ``benchmarks`` are the national targets of
    the codebook, ``national`` the plans' values beside them.
    """

    def __init__(
        self,
        folder: Path,
        sources: Path,
        codebook: Callable[[], tuple[Codebook, Labels]],
        benchmarks: Path | None = None,
        changes: Callable[[], Changes | None] = lambda: None,
        known: Mapping[str, str] = MappingProxyType({}),
        plans: Named = None,
    ) -> None:
        """``folder`` holds the tables, ``sources`` the plans as published; ``codebook`` is
        called when the codebook or a label is first asked for, ``changes`` when what changed is;
        ``benchmarks`` is the CSV file of national targets, if there is one; ``known`` are hashes of
        files that were checked when they were written; ``plans`` names those whose rows are read, as
        :func:`compare.tables.select.select` names regions (None: all)."""
        super().__init__(folder, known, plans)
        self.sources = sources
        self._benchmarks = benchmarks
        self._load_codebook = codebook
        self._find_changes = changes
        #: Answers to questions (:func:`compare.tables.noting.reads.question`) asked by those who note them.
        self.answers: dict[str, Any] = {}
        self._texts: dict[str, tuple[str, str]] = {}
        self._rows_of_plans: tuple[pd.DataFrame | None, dict[str, dict[str, Any]]] = (None, {})
        self._trails: dict[str, dict[str, tuple[str, ...]]] = {}

    def __repr__(self) -> str:
        return f"Dataset({str(self.folder)!r})"

    @cached_property
    def benchmarks(self) -> pd.DataFrame:
        return read_benchmarks(self._benchmarks, self.codebook)

    @cached_property
    def national(self) -> pd.DataFrame:
        return national(self.comparison, self.plans, self.benchmarks)

    @cached_property
    def about_regions(self) -> Context:
        """The figures of ``data/context`` with what is to be said of them."""
        found = read_context(self.folder.parent / "context")
        codes = {*self.plans["region_code"].dropna(), *self.allocations["region_code"].dropna()}
        return replace(found, remarks=(*found.remarks, *unmatched(found.frame, codes)))

    @property
    def context(self) -> pd.DataFrame:
        """Figures about regions (``data/context``): region_code, year, variable, value, unit, source; no
        rows where there are none. What was not used is said in a :class:`ContextWarning`, a line each."""
        for remark in self.about_regions.remarks:
            warnings.warn(remark, ContextWarning, stacklevel=2)
        return self.about_regions.frame

    @reads.asked
    def per(self, variable: str, times: float = 1000) -> pd.DataFrame:
        """Values of plans and of areas in them for each ``times`` of a figure of their region, such as
        ``study.per("population_60_plus", 1000)``: see :func:`compare.tables.comparing.per.per`.

        Raises :class:`UnknownId` for a figure that ``data/context`` does not have.
        """
        context = self.about_regions.frame
        if variable not in set(context["variable"]):
            raise UnknownId("variable of data/context", variable, context["variable"].unique())
        return self._beside(context, variable, times)

    @cached_property
    def beside_regions(self) -> pd.DataFrame:
        """What :meth:`per` gives for each thousand of every figure of ``data/context``; no rows without."""
        context = self.about_regions.frame
        parts = [self._beside(context, variable, 1000) for variable in context["variable"].unique()]
        return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=list(PER))

    def _beside(self, context: pd.DataFrame, variable: str, times: float) -> pd.DataFrame:
        norms = [scope.id for scope in self.codebook.scopes.values() if scope.per_place]
        return per(self.comparison, self.allocations, self.plans, context, variable, times, norms)

    @cached_property
    def changes(self) -> Changes | None:
        """What changed in these tables since older ones; None where there were none."""
        return self._find_changes()

    @cached_property
    def disagreements(self) -> pd.DataFrame:
        """Where a second person coded a statement otherwise (``data/agreement``); no rows without one."""
        path = self.folder.parent / "agreement" / "disagreements.csv"
        if not path.is_file():
            return pd.DataFrame(columns=DISAGREEMENTS, dtype="str")
        return pd.read_csv(path, dtype="str", encoding="utf-8").reindex(columns=DISAGREEMENTS)

    @cached_property
    def _codebook(self) -> tuple[Codebook, Labels]:
        return self._load_codebook()

    @property
    def codebook(self) -> Codebook:
        return self._codebook[0]

    @cached_property
    def labels(self) -> Labels:
        """What every code is called in Chinese and English, the plans of this study included."""
        return self._codebook[1].with_plans(self._names)

    @reads.asked
    def matrix(self, indicator: str, scope: str | None = None, lang: Lang = "en") -> pd.DataFrame:
        """What each plan says of an indicator, at every scope or at one: see
        :func:`compare.tables.across.matrix`. ``study.matrix("nursing_bed_share", "general")``."""
        return across.matrix(self.comparison, self.statements, self.labels, indicator, scope, lang)

    @reads.asked
    def wide(
        self,
        group: Named = None,
        region: Named = None,
        show: across.Shown = "value_low",
        lang: Lang = "en",
    ) -> pd.DataFrame:
        """Plans by indicators, with the unit of each column: see :func:`compare.tables.across.wide`.

        ``study.wide("coverage")`` has numbers, ``study.wide("coverage", show="says")`` ``≥ 90%``.
        """
        return across.wide(self.comparison, self.statements, self.labels, group, region, show, lang)

    @reads.asked
    def topics(self, group: Named = None, region: Named = None, lang: Lang = "en") -> pd.DataFrame:
        """What each plan holds of each topic, tasks without numbers included: see
        :func:`compare.tables.plan_topics.topics`."""
        names = ("plans", "comparison", "clauses", "passages", "instruments", "milestones")
        return plan_topics.topics(
            {name: getattr(self, name) for name in names}, self.labels, group, region, lang
        )

    def select(
        self, table: pd.DataFrame, region: Named = None, group: Named = None, scope: Named = None
    ) -> pd.DataFrame:
        """The rows of ``table`` about these regions, groups of indicators and scopes, each named by code
        or label: ``study.select(study.comparison, group="beds")``; see :func:`compare.tables.select.select`.

        Raises :class:`UnknownId`, and ``ValueError`` for a table without the column asked for.
        """
        return select(table, self.labels, region, group, scope)

    @reads.asked
    def long(self, group: Named = None, region: Named = None, lang: Lang = "en") -> pd.DataFrame:
        """Coded values for pandas and seaborn, one row a statement: see :func:`compare.tables.tidy.long`.

        ``study.long("beds")``, ``study.long(["beds", "coverage"], region="Chuxiong")``.
        """
        return tidy.long(self.statements, self.labels, group, region, lang)

    @reads.asked
    def money(self, region: Named = None, lang: Lang = "en") -> pd.DataFrame:
        """Sums in yuan with what they are for and how often they are paid, one row a statement:
        see :func:`compare.tables.tidy.money`."""
        return tidy.money(self.statements, self.labels, region, lang)

    def labelled(self, table: pd.DataFrame, lang: Lang = "en") -> pd.DataFrame:
        """A table with what its codes are called in front: see :func:`compare.tables.words.naming.labelled`.

        ``study.labelled(study.measures)`` has ``region``, ``instrument_label`` and so on.
        """
        return naming.labelled(table, self.labels, lang)

    @reads.asked
    def evidence(self, statement_id: str) -> Evidence:
        """The sentence of a statement, the headings above it and its document.

        Raises :class:`UnknownId`; :class:`compare.sources.SourceError` where the source is gone
        or is no longer what was read.
        """
        found = self.statements[self.statements["statement_id"] == statement_id]
        if found.empty:
            raise UnknownId("statement", statement_id, self.statements["statement_id"])
        (row,) = records(found)
        return self._evidence(row)

    @reads.asked
    def evidence_table(self, statement_ids: Iterable[str] | None = None) -> pd.DataFrame:
        """The evidence of many statements (all, if none are named), one row each, in the order of
        ``statements``: the fields of :class:`Evidence` and ``trail``, its headings in one line."""
        chosen = self.statements
        if statement_ids is not None:
            chosen = chosen[chosen["statement_id"].isin(list(statement_ids))]
        found = [self._evidence(row) for row in records(chosen)]
        fields = [*Evidence.__slots__, "trail"]
        return pd.DataFrame([[getattr(one, name) for name in fields] for one in found], columns=fields)

    @reads.asked
    def text(self, plan_id: str) -> str:
        """The text of a plan's source, to which all offsets refer."""
        if plan_id not in self._texts:
            plan = self._plan(plan_id)
            path = inside(self.sources / plan["source_file"], self.sources)
            document = read_file(path)
            self._texts[plan_id] = document.text, running_text(document)
        return self._texts[plan_id][0]

    def _evidence(self, statement: dict[str, Any]) -> Evidence:
        plan = self._plan(statement["plan_id"])
        text = self.text(plan["plan_id"])
        quote = statement["quote"] if isinstance(statement["quote"], str) else ""
        if text[statement["start"] : statement["end"]] != quote:
            raise SourceError(
                f"{plan['source_file']} is no longer the file that was read",
                place=f"characters {statement['start']} to {statement['end']}",
                remedy="run 'compare-plans run'",
            )
        trail = self._headings(plan["plan_id"]).get(statement["passage_id"], ())
        return evidence(statement, plan, trail, *self._texts[plan["plan_id"]])

    def _headings(self, plan_id: str) -> dict[str, tuple[str, ...]]:
        if plan_id not in self._trails:
            rows = self.passages[self.passages["plan_id"] == plan_id]
            self._trails[plan_id] = heading_trails(rows, self.text(plan_id))
        return self._trails[plan_id]

    def _plan(self, plan_id: str) -> dict[str, Any]:
        known = self._rows_of_plans
        if known[0] is not self.plans:  # put there by hand
            known = self._rows_of_plans = self.plans, {row["plan_id"]: row for row in records(self.plans)}
        if plan_id not in known[1]:
            raise UnknownId("plan", plan_id, self.plans["plan_id"])
        return known[1][plan_id]

    def answer(
        self, to: Callable[..., Any], arguments: tuple[Any, ...], named: Mapping[str, Any] | None = None
    ) -> Any:
        """What is asked of these tables: see :func:`compare.tables.noting.reads.asked`."""
        return to(self, *arguments, **(named or {}))
