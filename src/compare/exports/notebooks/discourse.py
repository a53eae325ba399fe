"""What the notebooks on responsibilities and language show, from the tables alone.

Each function takes the tables (``compare.load()``) and returns a
:class:`compare.exports.notebooks.shown.Table`; the figures are those of
:func:`compare.exports.notebooks.display.figures`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from markupsafe import Markup

from compare.exports.notebooks.shown import Table, in_order, table_of
from compare.exports.words import Words
from compare.figures.content.cell_text import text_of
from compare.tables.storage.frames import records
from compare.terms.clauses import named_functions
from compare.terms.counting.keyness import key_terms
from compare.terms.wording.align import aligned

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset


def concentration(dataset: Dataset) -> Table:
    """How widely each plan spreads responsibility over departments."""
    words = Words(dataset.labels)
    named = named_functions.tasks(dataset.responsibilities, dataset.clauses, dataset.passages)
    found = in_order(dataset, named_functions.concentration(named, dataset.responsibilities))
    shown = [
        {
            **row,
            "region": words.plan(row["plan_id"]),
            "first": _department(row["first"], words),
            "first_share": _percent(row["first_share"]),
            "lead_share": _percent(row["lead_share"]),
        }
        for row in found
    ]
    keys = ("tasks", "departments", "per_task", "first", "first_share", "effective", "lead_share", "unknown")
    return table_of(shown, ("region", *keys), words)


def pairs(dataset: Dataset, most: int = 15) -> Table:
    """Departments that are named together more often than their numbers of tasks would bring about."""
    words = Words(dataset.labels)
    named = named_functions.tasks(dataset.responsibilities, dataset.clauses, dataset.passages)
    shown = [
        {
            **row,
            "department_a": _department(row["department_a"], words),
            "department_b": _department(row["department_b"], words),
        }
        for row in records(named_functions.pairs(named).head(most))
    ]
    keys = ("department_a", "department_b", "tasks", "expected", "ratio", "plans")
    return table_of(shown, keys, words)


def words_of(dataset: Dataset, most: int = 10) -> Table:
    """The words that set each plan apart, with frequency, spread and the test behind the figure."""
    words = Words(dataset.labels)
    shown = [
        {
            "region": words.plan(row["plan_id"]),
            "term": words.label("terms", row["term"], "\n"),
            "theme": words.label("themes", text_of(row["theme"])),
            "count": row["count"],
            "per_10k": row["per_10k"],
            "dispersion": round(row["dispersion"], 2),
            "times": f"{2 ** row['log_ratio']:.1f}×",
            "log_likelihood": round(row["log_likelihood"], 1),
            "q_value": f"{row['q_value']:.3f}",
        }
        for row in in_order(dataset, key_terms(dataset.terms, most))
    ]
    keys = ("region", "term", "theme", "count", "per_10k", "dispersion", "times", "log_likelihood", "q_value")
    return table_of(shown, keys, words, "terms")


def levels(dataset: Dataset) -> Table:
    """How many clauses of each plan stand at each level of commitment, and how many name a superior."""
    words = Words(dataset.labels)
    clauses = dataset.clauses[~dataset.clauses["repeats"].astype(bool)]
    codes = [
        code for code in dataset.labels.sections.get("commitment", {}) if code in set(clauses["commitment"])
    ]
    heads = {"region": words.column("region"), "clauses": words.column("clauses")}
    heads |= {code: words.label("commitment", code, "\n") for code in codes}
    heads |= {"with_basis": words.column("with_basis")}
    shown = []
    for plan in in_order(dataset, dataset.plans):
        mine = clauses[clauses["plan_id"] == plan["plan_id"]]
        counts = mine["commitment"].value_counts()
        shown.append(
            {
                "region": words.plan(plan["plan_id"]),
                "clauses": len(mine),
                **{code: int(counts.get(code, 0)) for code in codes},
                "with_basis": int(mine["basis"].notna().sum()),
            }
        )
    frame = pd.DataFrame(shown, columns=list(heads), dtype="object")
    return Table(frame, heads, words.pair("display.none"))


def shared(dataset: Dataset, most: int = 3) -> Table:
    """The longest passages that each two plans share, side by side, what differs marked."""
    words = Words(dataset.labels)
    ranked = dataset.reuse.sort_values(["characters", "start_a"], ascending=[False, True], kind="stable")
    best = ranked.groupby(["plan_a", "plan_b"], sort=True).head(most)
    shown = []
    for row in records(best.sort_values(["plan_a", "plan_b", "characters"], ascending=[True, True, False])):
        one, other = _side_by_side(row["text"], row["text_b"])
        shown.append(
            {
                "plan_a": words.plan(row["plan_a"]),
                "text": one,
                "plan_b": words.plan(row["plan_b"]),
                "text_b": other,
                "characters": row["characters"],
                "plans": row["plans"],
                "basis": text_of(row["basis"]),
            }
        )
    keys = ("plan_a", "text", "plan_b", "text_b", "characters", "plans", "basis")
    return table_of(shown, keys, words, "reuse")


def _side_by_side(a: str, b: str) -> tuple[Markup, Markup]:
    parts = aligned(a, b)
    return (
        Markup("").join(_part(part.a, part.same) for part in parts),
        Markup("").join(_part(part.b, part.same) for part in parts),
    )


def _part(text: str, same: bool) -> Markup:
    return Markup("{}").format(text) if same or not text else Markup("<mark>{}</mark>").format(text)


def _department(code: str, words: Words) -> str:
    names = [words.labels.department(code, lang) for lang in ("zh", "en")]
    return "\n".join(dict.fromkeys(names))


def _percent(share: float) -> str:
    return "" if pd.isna(share) else f"{100 * share:.0f}%"
