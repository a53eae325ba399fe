"""What each plan holds of each topic: numbers, and what it says without one.

A topic is a group of indicators. Which themes belong to it says ``groups.yaml`` (``themes``), so that
a topic without a number still shows its tasks: nothing counted is not nothing said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import pandas as pd

from compare.model import Status
from compare.tables.select import Named, select
from compare.tables.storage.frames import records, text_of

if TYPE_CHECKING:
    from compare.tables.words.labels import Labels, Lang

#: Columns of :func:`topics`.
TOPICS = (
    *("region", "topic", "values", "in_words", "tasks", "instruments", "milestones", "sections"),
    *("plan_id", "group", "item_ids"),
)
_MOST_SECTIONS = 3
_SECTION_LEVEL = 2


def topics(
    tables: Mapping[str, pd.DataFrame],
    labels: Labels,
    group: Named = None,
    region: Named = None,
    lang: Lang = "en",
) -> pd.DataFrame:
    """A row for each plan and topic (TOPICS): plans in the order of their table, topics in the codebook's.

    ``tables`` are ``plans``, ``comparison``, ``clauses``, ``passages``, ``instruments`` and ``milestones``.
    ``values``: rows of the comparison for which the plan gives a value; ``in_words``: rows of which it speaks
    without one; ``tasks``: task items of which most clauses are about a theme of the topic, with
    their ids in ``item_ids``; ``instruments`` (different ones) and ``milestones`` in these tasks;
    ``sections``: the headings that most of these tasks stand under, at most three. A topic without themes
    has no tasks (0). Raises :class:`~compare.tables.select.UnknownId` for a name that nothing has.
    """
    plans = list(select(tables["plans"], labels, region=region)["plan_id"])
    compared = select(tables["comparison"], labels, region=region, group=group)
    groups = [code for code in labels.groups if code in set(compared["indicator"].map(labels.group_of))]
    items = _items(tables["clauses"], tables["passages"])
    section = _sections(tables["passages"])
    rows = []
    for plan in plans:
        for code in groups:
            of_topic = compared["indicator"].map(labels.group_of).eq(code) & compared["plan_id"].eq(plan)
            status = compared.loc[of_topic, "status"]
            themes = set(labels.themes_of.get(code, ()))
            mine = [item for item, (owner, found) in items.items() if owner == plan and themes & found]
            means = _in_items(tables["instruments"], mine)
            rows.append(
                (
                    labels.plan(plan, lang),
                    labels.group(code, lang),
                    int(status.isin([Status.STATED, Status.DERIVED, Status.CONFLICTING]).sum()),
                    int((status == Status.QUALITATIVE).sum()),
                    len(mine),
                    int(means["instrument"].nunique()),
                    len(_in_items(tables["milestones"], mine)),
                    "; ".join(_most_frequent(section.get(item, "") for item in mine)),
                    plan,
                    code,
                    " ".join(mine),
                )
            )
    return pd.DataFrame(rows, columns=list(TOPICS))


def _in_items(table: pd.DataFrame, items: Iterable[str]) -> pd.DataFrame:
    return table[table["item_id"].isin(list(items))]


def _items(clauses: pd.DataFrame, passages: pd.DataFrame) -> dict[str, tuple[str, set[str]]]:
    """Task item -> its plan and the themes that most of its clauses have, in the order of the text.

    Themes taken over from a heading count: a task under 资金保障 is about funding whatever its words.
    """
    item_of = passages.dropna(subset=["item_id"]).set_index("passage_id")["item_id"]
    found = clauses.assign(item=clauses["passage_id"].map(item_of)).dropna(subset=["item", "themes"])
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    owner: dict[str, str] = {}
    for row in records(found[["plan_id", "item", "themes"]]):
        owner[row["item"]] = row["plan_id"]
        counts[row["item"]].update(text_of(row["themes"]).split())
    return {
        item: (owner[item], {theme for theme, number in mine.items() if number == max(mine.values())})
        for item, mine in counts.items()
    }


def _sections(passages: pd.DataFrame) -> dict[str, str]:
    """Task item -> the heading of the section it stands in (level 1 or 2, its own if it is one)."""
    rows = {row["passage_id"]: row for row in records(passages)}
    found = {}
    for item in dict.fromkeys(passages["item_id"].dropna()):
        at = rows.get(item)
        while at is not None and not (text_of(at["heading"]) and int(at["level"]) <= _SECTION_LEVEL):
            at = rows.get(text_of(at["parent_id"]))
        found[item] = text_of(at["heading"]) if at is not None else ""
    return found


def _most_frequent(names: Iterable[str]) -> list[str]:
    return [name for name, _ in Counter(filter(None, names)).most_common(_MOST_SECTIONS)]
