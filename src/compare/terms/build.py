"""The tables of the room: per plan as it is read, then what needs all plans."""

from __future__ import annotations

import pandas as pd

from compare.tables.making.result import PlanResult
from compare.tables.making.rows import passage_ids
from compare.tables.storage.frames import PlanTables, sorted_rows
from compare.tables.storage.schemas import schemas
from compare.terms.clauses.shares import theme_rows
from compare.terms.clauses.tagging import clause_rows, clauses
from compare.terms.counting.counts import term_rows
from compare.terms.counting.keyness import Pool, keyness
from compare.terms.counting.segment import Segmenter
from compare.terms.language import Language


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


def keyed(terms: pd.DataFrame, pool: Pool) -> pd.DataFrame:
    """The table ``terms`` of some plans with what tells which words are key."""
    return keyness(terms, pool)[list(schemas()["terms"].names)]
