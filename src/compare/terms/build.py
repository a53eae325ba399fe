"""The tables of the room: per plan as it is read, then what needs all plans."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from compare.tables.result import PlanResult
from compare.tables.rows import passage_ids
from compare.tables.storage.frames import PlanTables, make_frame, sorted_rows
from compare.tables.storage.schemas import schemas
from compare.terms.clauses.shares import theme_rows
from compare.terms.clauses.tagging import clause_rows, clauses
from compare.terms.counting.counts import term_rows
from compare.terms.counting.keyness import keyness
from compare.terms.counting.segment import Segmenter
from compare.terms.language import Language
from compare.terms.wording.reuse import reuse

Tables = dict[str, pd.DataFrame]


def plan_tables(result: PlanResult, language: Language, segmenter: Segmenter) -> PlanTables:
    """``clauses``, ``themes`` and ``terms`` of one plan; its words are not yet compared with others."""
    plan, reading = result.plan, result.reading
    found = clauses(reading, language)
    passages = passage_ids(plan.plan_id, result.text, reading.passages)
    places = [place for place in (plan.region_zh, plan.province_zh) if place]
    rows = {
        "clauses": clause_rows(plan.plan_id, result.text, passages, found),
        "themes": theme_rows(plan.plan_id, found, language),
        "terms": term_rows(plan.plan_id, found, language, segmenter, places),
    }
    return sorted_rows(rows)


def shared(clauses: pd.DataFrame) -> pd.DataFrame:
    """The table ``reuse`` as a whole."""
    return pd.concat([make_frame(schemas()["reuse"], ()), *reuse([clauses])], ignore_index=True)


def compare_plans(tables: Mapping[str, pd.DataFrame]) -> Tables:
    """The tables with what only all plans together tell: which words are key, and ``reuse``.

    ``tables`` are those of a study, ``clauses`` and ``terms`` among them.
    """
    return {
        **tables,
        "terms": keyness(tables["terms"])[list(schemas()["terms"].names)],
        "reuse": shared(tables["clauses"]),
    }
