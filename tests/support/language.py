"""Tables of words, themes and shared wording for any number of made-up plans."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pandas as pd

from compare.model import Reading
from compare.tables.storage.frames import make_frame
from compare.tables.storage.schemas import schemas
from compare.terms.clauses.tagging import Clause

#: A text (and spans of furniture in it) read as a plan.
ReadText = Callable[..., Reading]
#: The clauses of a text.
Tag = Callable[[str], tuple[Clause, ...]]

THEMES = {
    "home_care": {"zh": "居家照护", "en": "Care at home"},
    "supervision": {"zh": "监管、标准与安全", "en": "Supervision, standards, safety and everything akin"},
    "childcare": {"zh": "托育与儿童", "en": "Childcare"},
    "funding": {"zh": "资金、税费与金融", "en": "Money, taxes and finance"},
}
COMMITMENT = {"plain": {"zh": "直陈", "en": "Plain"}}
TERMS = {
    "医养结合": {"zh": "医养结合", "en": "medical and elderly care combined, with a very long translation"}
}


def clauses_table(plans: int) -> pd.DataFrame:
    """Per plan two passages, ``p0-0`` and ``p0-1``: the first speaks of funding twice and of home care
    once, the second of supervision; its last clause repeats the first of the plan."""
    said = (
        ("0", "加大财政投入", "funding", "hard"),
        ("0", "提高补贴标准", "funding", "plain"),
        ("0", "鼓励居家服务", "home_care", "soft"),
        ("1", "加强综合监管", "supervision", "plain"),
        ("1", "加大财政投入", "funding", "hard"),
    )
    rows = [
        {
            "plan_id": f"p{plan}",
            "passage_id": f"p{plan}-{passage}",
            "sentence": int(passage) * 100,
            "start": at * 10,
            "end": at * 10 + len(quote),
            "quote": quote,
            "themes": theme,
            "themes_from": "clause",
            "commitment": "plain",
            "strength": strength,
            "carried": False,
            "targets": 0,
            "repeats": at == 4,
        }
        for plan in range(plans)
        for at, (passage, quote, theme, strength) in enumerate(said)
    ]
    return make_frame(schemas()["clauses"], rows)


def passages_table(plans: int) -> pd.DataFrame:
    """The two passages of each plan under one heading, ``p0-head``."""
    rows: list[dict[str, Any]] = []
    for plan in range(plans):
        head = f"p{plan}-head"
        rows.append({"passage_id": head, "start": 0})
        rows += [{"passage_id": f"p{plan}-{at}", "parent_id": head, "start": at} for at in (0, 1)]
        for row in rows[-3:]:
            row |= {"plan_id": f"p{plan}", "level": 1, "kind": "paragraph", "end": 50}
    return make_frame(schemas()["passages"], rows)


def themes_table(plans: int) -> pd.DataFrame:
    """Every kind of share: plain ones, a zero, a whole, none at all; the second plan has no targets."""
    rows: list[dict[str, Any]] = []
    for plan in range(plans):
        for place, theme in enumerate(["all", *THEMES]):
            clauses = (200, 40, 0, 3, 12)[place]
            targets = 0 if plan == 1 else (10, 4, 0, 0, 6)[place]
            rows.append(
                {
                    "plan_id": f"p{plan}",
                    "theme": theme,
                    "clauses": clauses,
                    "targets": targets,
                    "hard": clauses // 4,
                    "plain": clauses - clauses // 4,
                    "permission": 0,
                    "soft": 0,
                    **_share("clause_share", clauses / 200),
                    **_share("target_share", None if plan == 1 else targets / 10),
                    **_share("hard_share", 0.25 if clauses else None),
                    **_share("soft_share", 0.0 if clauses else None),
                }
            )
    return make_frame(schemas()["themes"], rows)


def _share(name: str, share: float | None) -> dict[str, Any]:
    inside = share is not None and 0 < share < 1
    ends = (max(0.0, share - 0.1), min(1.0, share + 0.2)) if inside and share is not None else (None, None)
    return {name: share, f"{name}_low": ends[0], f"{name}_high": ends[1]}


def terms_table(plans: int, words: int = 12) -> pd.DataFrame:
    """Tested words of each plan: sure ones and others, with and without an upper end, and one that it
    uses less than the others do."""
    names = [*TERMS, *(f"特征词语{i}" for i in range(words))]
    rows = [
        {
            "plan_id": f"p{plan}",
            "term": name,
            "count": 20 - place,
            "per_10k": 10.0,
            "words": 2000 + plan,
            "dispersion": 0.5,
            "log_ratio": -2.0 if place == 3 else 0.5 + place,
            "log_ratio_low": -3.0 if place == 3 else -0.5 + place / 2,
            "log_ratio_high": None if place % 4 == 1 else 1.5 + 1.4 * place,
            "log_likelihood": 40.0 - place,
            "q_value": 0.001 * math.factorial(min(place, 6)),
        }
        for plan in range(plans)
        for place, name in enumerate(names)
    ]
    return make_frame(schemas()["terms"], rows)


def reuse_table(plans: int) -> pd.DataFrame:
    """The first clause of every plan is that of the first plan."""
    rows = [
        {
            "plan_a": "p0",
            "plan_b": f"p{plan}",
            "start_a": 0,
            "end_a": 6,
            "start_b": 0,
            "end_b": 6,
            "characters": 6,
            "text": "加大财政投入",
            "text_b": "加大财政投入",
            "similarity": 1.0,
            "plans": plans,
        }
        for plan in range(1, plans)
    ]
    return make_frame(schemas()["reuse"], rows)


def responsibilities_table(plans: int, departments: int = 6) -> pd.DataFrame:
    """Department d0 leads the first task of each plan and supports the second; all others are named for
    the second, every third of them also for the first."""
    rows = [
        {
            "plan_id": f"p{plan}",
            "passage_id": f"p{plan}-{task}",
            "department": f"d{place}",
            "department_text": f"第{place}局",
            "role": "lead" if place == task == 0 else "support",
            "start": place * 10 + task,
            "end": place * 10 + task + 3,
        }
        for plan in range(plans)
        for task in (0, 1)
        for place in range(departments)
        if task == 1 or place % 3 == 0
    ]
    return make_frame(schemas()["responsibilities"], rows)


INSTRUMENTS = {
    "building": {"zh": "养老设施建设", "en": "Building of facilities and everything that belongs to them"},
    "training": {"zh": "培训", "en": "Training"},
    "purchase": {"zh": "政府购买服务", "en": "Purchase"},
}
FAMILIES = {
    "supply": {"zh": "供给型", "en": "Supply"},
    "environment": {"zh": "环境型", "en": "Environment"},
    "demand": {"zh": "需求型", "en": "Demand"},
}
_FAMILY = {"building": "supply", "training": "supply", "purchase": "demand"}


def measures_table(plans: int) -> pd.DataFrame:
    """Every level and every status; the first plan names departments that lead, few and many."""
    rows: list[dict[str, Any]] = []
    for plan in range(plans):
        for place, (code, family) in enumerate(_FAMILY.items()):
            row: dict[str, Any] = {"plan_id": f"p{plan}", "instrument": code, "family": family, "items": 0}
            row["provisional"] = False
            said = (plan + place) % 5
            if said < 3:
                lead = " ".join(f"d{number}" for number in range(said * 2)) if plan == 0 else None
                row |= {"status": "stated", "level": said + 1, "items": 1, "lead_department": lead}
            else:
                known = {3: ("not_stated", 0), 4: ("source_incomplete", None)}[said]
                row |= {"status": known[0], "level": known[1]}
            rows.append(row)
    return make_frame(schemas()["measures"], rows)


def instruments_table(plans: int) -> pd.DataFrame:
    """Each instrument in as many items as its place; the last is said again."""
    rows = [
        {
            "plan_id": f"p{plan}",
            "passage_id": f"p{plan}-{item}",
            "item_id": f"p{plan}-{item}",
            "instrument": code,
            "family": family,
            "level": 2,
            "start": item * 100 + place,
            "end": item * 100 + place + 10,
            "quote": "加大财政投入",
            "repeats": item == 3,
            "provisional": False,
            "means_id": f"p{plan}-{code}-{item}",
        }
        for plan in range(plans)
        for place, (code, family) in enumerate(_FAMILY.items())
        for item in range(place + 2)
    ]
    return make_frame(schemas()["instruments"], rows)


def milestones_table(plans: int) -> pd.DataFrame:
    """Three dates a plan, one of them a start, objects short and long."""
    dates = (
        ("issue", "2022", "办法"),
        ("build", "2024-06", "很长的" * 12 + "平台"),
        ("start", "2023-01", "评定"),
    )
    rows = [
        {
            "plan_id": f"p{plan}",
            "passage_id": f"p{plan}-0",
            "item_id": f"p{plan}-0",
            "action": action,
            "object": thing,
            "deadline": date,
            "lead": "d0 d1" if place else None,
            "start": place * 50,
            "end": place * 50 + 20,
            "quote": thing,
        }
        for plan in range(plans)
        for place, (action, date, thing) in enumerate(dates)
    ]
    return make_frame(schemas()["milestones"], rows)


def targets_table(plans: int) -> pd.DataFrame:
    """Two targets by 2025 and one by 2023 in each plan, and a parameter without a date."""
    rows = [
        {
            "statement_id": f"p{plan}-s{place}",
            "plan_id": f"p{plan}",
            "passage_id": f"p{plan}-0",
            "kind": "target" if deadline else "parameter",
            "value_text": "1",
            "comparator": "eq",
            "deadline": deadline,
            "scope": "general",
            "implied": False,
            "start": place,
            "end": place + 1,
            "quote": "1",
            "rule": "hand",
            "value_start": place,
            "value_end": place + 1,
        }
        for plan in range(plans)
        for place, deadline in enumerate(("2025", "2025", "2023", None))
    ]
    return make_frame(schemas()["statements"], rows)


def tables(plans: int) -> dict[str, pd.DataFrame]:
    """All of them by name."""
    return {
        "clauses": clauses_table(plans),
        "passages": passages_table(plans),
        "themes": themes_table(plans),
        "terms": terms_table(plans),
        "reuse": reuse_table(plans),
        "responsibilities": responsibilities_table(plans),
        "measures": measures_table(plans),
        "instruments": instruments_table(plans),
        "milestones": milestones_table(plans),
    }
