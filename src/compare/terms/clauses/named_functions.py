"""Who is responsible for what: functions of government by theme, from the published tables.

A task is a passage of the outline for which at least one department is named. It counts for the theme
that most of its clauses have (for each of them, where several have as many). Departments are counted by
function across levels (市民政局 and 区民政局 are both civil affairs); those whose function the
codebook does not know are left out and counted by :func:`concentration`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

import pandas as pd

#: Columns of :func:`by_theme`.
DUTY_COLUMNS = ("plan_id", "department", "theme", "tasks", "lead")
#: Columns of :func:`concentration`.
CONCENTRATION_COLUMNS = (
    "plan_id",
    "tasks",
    "departments",
    "per_task",
    "first",
    "first_share",
    "effective",
    "lead_share",
    "unknown",
)
#: Columns of :func:`pairs`.
PAIR_COLUMNS = ("department_a", "department_b", "tasks", "expected", "ratio", "plans")


def tasks(responsibilities: pd.DataFrame, clauses: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """One row per task, function named for it and theme of the task: plan_id, passage_id, department,
    lead (boolean) and theme (missing where the task has none).

    A task that has no clauses of its own (a heading) takes the clauses below it in the outline.
    """
    named = responsibilities.dropna(subset=["department"])
    named = named.assign(lead=named["role"] == "lead")
    named = named.groupby(["plan_id", "passage_id", "department"], sort=True)["lead"].any().reset_index()
    themes = _themes(named["passage_id"].unique().tolist(), clauses, passages)
    return named.merge(themes, on="passage_id", how="left")


def by_theme(found: pd.DataFrame) -> pd.DataFrame:
    """Tasks by plan, function and theme (DUTY_COLUMNS): how many, and how many it leads."""
    grouped = found.dropna(subset=["theme"]).groupby(["plan_id", "department", "theme"], sort=True)
    made = grouped.agg(tasks=("passage_id", "nunique"), lead=("lead", "sum")).reset_index()
    return made.astype({"tasks": "int64", "lead": "int64"})[list(DUTY_COLUMNS)]


def concentration(found: pd.DataFrame, responsibilities: pd.DataFrame) -> pd.DataFrame:
    """Per plan, how widely responsibility is spread (CONCENTRATION_COLUMNS).

    ``per_task``: functions named for a task, on average; ``first``: the function named for most tasks
    and ``first_share`` the share of tasks it is named for; ``effective``: the effective number of
    functions (Laakso and Taagepera 1979), the number of equally often named functions that would be as
    concentrated; ``lead_share``: of the tasks, those that name a lead; ``unknown``: names whose
    function is not known.
    """
    rows = []
    once = found.drop_duplicates(["plan_id", "passage_id", "department"])
    for plan_id, mine in once.groupby("plan_id", sort=True):
        number = mine["passage_id"].nunique()
        named = mine["department"].value_counts(sort=False).sort_index()
        first = named.sort_values(ascending=False, kind="stable").index[0]
        shares = named / named.sum()
        everyone = responsibilities[responsibilities["plan_id"] == plan_id]
        led = everyone.loc[everyone["role"] == "lead", "passage_id"].nunique()
        rows.append(
            (
                plan_id,
                number,
                len(named),
                round(len(mine) / number, 2),
                first,
                round(named[first] / number, 4),
                round(1 / float((shares**2).sum()), 2),
                round(led / everyone["passage_id"].nunique(), 4),
                int(everyone["department"].isna().sum()),
            )
        )
    return pd.DataFrame(rows, columns=list(CONCENTRATION_COLUMNS))


def pairs(found: pd.DataFrame, fewest: int = 5) -> pd.DataFrame:
    """Functions named together for at least ``fewest`` tasks (PAIR_COLUMNS), the closest first.

    ``expected``: tasks they would share if each plan named its functions for its tasks independently of
    one another; ``ratio``: how many times that they do; ``plans``: in how many plans they are. The order
    is that of (tasks - expected) / √expected: pairs of functions named everywhere come last, since
    they could not but meet.
    """
    together: Counter[tuple[str, str]] = Counter()
    expected: dict[tuple[str, str], float] = defaultdict(float)
    plans: Counter[tuple[str, str]] = Counter()
    for _, mine in found.groupby("plan_id", sort=True):
        of = {str(name): frozenset(part) for name, part in mine.groupby("department")["passage_id"]}
        number = mine["passage_id"].nunique()
        for pair in combinations(sorted(of), 2):
            shared = len(of[pair[0]] & of[pair[1]])
            expected[pair] += len(of[pair[0]]) * len(of[pair[1]]) / number
            together[pair] += shared
            plans[pair] += bool(shared)
    rows = [
        (*pair, count, round(expected[pair], 2), round(count / expected[pair], 2), plans[pair])
        for pair, count in together.items()
        if count >= fewest
    ]
    rows.sort(key=lambda row: (-(row[2] - row[3]) / row[3] ** 0.5, row[0], row[1]))
    return pd.DataFrame(rows, columns=list(PAIR_COLUMNS))


def _themes(tasks: list[str], clauses: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """passage_id and theme: the themes that most clauses of each passage have."""
    of_clauses = clauses[["passage_id", "themes"]].groupby("passage_id")["themes"]
    by_passage = {str(name): list(part) for name, part in of_clauses}
    below: dict[str, list[str]] = defaultdict(list)
    for passage, parent in zip(passages["passage_id"], passages["parent_id"], strict=True):
        if isinstance(parent, str):
            below[parent].append(passage)
    rows: list[tuple[str, str]] = []
    for task in tasks:
        tagged = list(by_passage.get(task, ()))
        waiting = list(below.get(task, ())) if not tagged else []
        while waiting:
            passage = waiting.pop()
            tagged += by_passage.get(passage, ())
            waiting += below.get(passage, ())
        counts = Counter(theme for themes in tagged if isinstance(themes, str) for theme in themes.split())
        most = max(counts.values(), default=0)
        rows += [(task, theme) for theme, count in sorted(counts.items()) if count == most]
    return pd.DataFrame(rows, columns=["passage_id", "theme"], dtype="str")
