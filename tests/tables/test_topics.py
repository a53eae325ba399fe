"""What a plan holds of a topic: values, words, tasks, and where they stand."""

from __future__ import annotations

from typing import Any

import pandas as pd

from compare.tables.plan_topics import TOPICS, topics
from compare.tables.words.labels import Labels

LABELS = Labels(
    {},
    groups={"beds": {"en": "Beds"}, "money": {"en": "Money"}, "unused": {}},
    indicators={"b": {}, "m": {}},
    plans={"p": {"en": "Jia"}},
    group_of={"b": "beds", "m": "money"},
    themes_of={"beds": ("building", "places")},
)
PLANS = pd.DataFrame([{"plan_id": "p"}, {"plan_id": "q"}])


def cells(*statuses: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(statuses, columns=["plan_id", "indicator", "status"])


def passages(*rows: tuple[str, str | None, int, str | None, str | None]) -> pd.DataFrame:
    names = ["passage_id", "parent_id", "level", "heading", "item_id"]
    return pd.DataFrame(rows, columns=names).astype({"item_id": "str"})


def found(
    comparison: pd.DataFrame,
    outline: pd.DataFrame,
    clauses: list[tuple[str, str, str | None]],
    instruments: list[tuple[str, str]] = (),  # type: ignore[assignment]
    milestones: list[str] = (),  # type: ignore[assignment]
) -> list[dict[str, Any]]:
    tables = {
        "plans": PLANS,
        "comparison": comparison,
        "passages": outline,
        "clauses": pd.DataFrame(clauses, columns=["plan_id", "passage_id", "themes"]).astype("str"),
        "instruments": pd.DataFrame(instruments, columns=["item_id", "instrument"]).astype("str"),
        "milestones": pd.DataFrame({"item_id": list(milestones)}).astype("str"),
    }
    frame = topics(tables, LABELS)
    assert list(TOPICS) == list(frame)
    return frame.to_dict("records")


NOTHING = passages()


def test_values_and_words_are_counted_apart() -> None:
    """Stated, derived and contradicting values are values; silence of any kind is neither. A topic of which
    no row is compared is not listed, and a plan of which nothing is said has zeros."""
    statuses = ("stated", "derived", "conflicting", "qualitative", "not_stated", "source_incomplete")
    rows = found(cells(*(("p", "b", one) for one in statuses), ("q", "m", "qualitative")), NOTHING, [])
    assert [
        ("Jia", "Beds", 3, 1), ("Jia", "Money", 0, 0), ("q", "Beds", 0, 0), ("q", "Money", 0, 1),
    ] == [(row["region"], row["topic"], row["values"], row["in_words"]) for row in rows]  # fmt: skip


OUTLINE = passages(
    ("s", None, 1, "任务", None),
    ("t", "s", 2, "建设", "t"),
    ("u", "t", 3, "床位", "u"),
    ("v", "s", 3, None, "v"),
    ("w", None, 3, "无章", "w"),
    ("x", "u", 4, "分项", "u"),
)


def test_a_task_is_about_the_themes_that_most_of_its_clauses_have() -> None:
    """All passages of an item count, each theme of a clause; of as many all do."""
    clauses = [
        ("p", "t", "building other"),
        ("p", "u", "other"),
        ("p", "u", "other places"),
        ("p", "x", "places"),
        ("p", "v", "other"),
        ("p", "v", None),
        ("q", "w", "building"),
        ("p", "s", "building"),
    ]
    rows = found(
        cells(("p", "b", "stated"), ("q", "m", "stated")),
        OUTLINE,
        clauses,
        [("t", "i"), ("u", "i"), ("u", "j"), ("v", "k")],
        ["t", "u", "u", "v"],
    )
    assert [("p", "beds", 2, 2, 3, "t u"), ("p", "money", 0, 0, 0, ""), ("q", "beds", 1, 0, 0, "w")] == [
        tuple(row[name] for name in ("plan_id", "group", "tasks", "instruments", "milestones", "item_ids"))
        for row in rows[:3]
    ]


def test_the_sections_that_most_tasks_stand_under_are_named() -> None:
    """The nearest heading of level 1 or 2, its own if it is one; at most three, in their order where they are
    as many; one without any section counts for none."""
    outline = passages(
        *((f"h{n}", None, 2, f"节{n}", None) for n in range(4)),
        *((f"i{n}{m}", f"h{n}", 3, "项", f"i{n}{m}") for n in range(4) for m in range(2 if n == 3 else 1)),
        ("j", None, 3, "无节", "j"),
    )
    clauses = [("p", name, "building") for name in ("i00", "i10", "i20", "i30", "i31", "j")]
    (row, *_) = found(cells(("p", "b", "stated")), outline, clauses)
    assert ("节3; 节0; 节1", 6) == (row["sections"], row["tasks"])
    (own, *_) = found(cells(("p", "b", "stated")), OUTLINE, [("p", "t", "building"), ("p", "u", "places")])
    assert "建设" == own["sections"]
