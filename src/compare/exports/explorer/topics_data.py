"""What the explorer page knows of a plan besides its numbers: tasks by topic, milestones, and the words by
which its sentences are found in either language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from compare.tables.storage.frames import records, text_of

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

Item = dict[str, Any]
Span = list[int]


def topics(dataset: Dataset) -> list[Item]:
    """A plan and a topic: the spans of its tasks in the order of the text, and how many rows it gives a
    value for, or only words."""
    spans = _items(dataset)
    return [
        {
            "plan": row["plan_id"],
            "group": row["group"],
            "values": int(row["values"]),
            "in_words": int(row["in_words"]),
            "tasks": [spans[item] for item in text_of(row["item_ids"]).split()],
        }
        for row in records(dataset.topics())
    ]


def tasks(dataset: Dataset) -> dict[str, list[Span]]:
    """Plan -> the spans of all its tasks, of any topic or none, in the order of the text."""
    spans = _items(dataset)
    items = dataset.passages.dropna(subset=["item_id"]).drop_duplicates("item_id")
    found: dict[str, list[Span]] = {}
    for row in records(items):
        found.setdefault(row["plan_id"], []).append(spans[row["item_id"]])
    return {plan: sorted(mine) for plan, mine in found.items()}


def _items(dataset: Dataset) -> dict[str, Span]:
    """Task item -> its span: from its first passage to the end of its last."""
    spans: dict[str, Span] = {}
    for row in records(dataset.passages.dropna(subset=["item_id"])):
        start, end = int(row["start"]), int(row["end"])
        first, last = spans.get(row["item_id"], [start, end])
        spans[row["item_id"]] = [min(first, start), max(last, end)]
    return spans


def milestones(dataset: Dataset) -> list[Item]:
    """Dated commitments without a value, the earliest first."""
    rows = [
        {
            "plan": row["plan_id"],
            "deadline": text_of(row["deadline"]),
            "action": text_of(row["action"]),
            "lead": text_of(row["lead"]).split(),
            "span": [int(row["start"]), int(row["end"])],
        }
        for row in records(dataset.milestones)
    ]
    return sorted(rows, key=lambda row: (row["deadline"], row["plan"], row["span"]))


def tags(dataset: Dataset) -> dict[str, dict[str, list[Span]]]:
    """Plan -> ``section:code`` -> spans of the clauses coded so, and of the names of departments."""
    found: dict[str, dict[str, list[Span]]] = {}
    coded = [("instruments", row["instrument"], row) for row in records(dataset.instruments)]
    named = dataset.responsibilities.dropna(subset=["department"])
    coded += [("departments", row["department"], row) for row in records(named)]
    for section, code, row in coded:
        mine = found.setdefault(row["plan_id"], {}).setdefault(f"{section}:{code}", [])
        mine.append([int(row["start"]), int(row["end"])])
    return found


def glossary(dataset: Dataset, texts: Iterable[str]) -> dict[str, str]:
    """Words of the codebook that occur in these texts -> what they are called in English."""
    joined = "\n".join(texts)
    terms = dataset.labels.sections.get("terms", {})
    return {word: entry["en"] for word, entry in terms.items() if entry.get("en") and word in joined}
