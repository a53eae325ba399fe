"""What exports print of policy instruments and milestones: rows with labels beside their codes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pandas as pd

from compare.exports.rows.plain import Row
from compare.exports.words import Words
from compare.figures.content.cell_text import text_of
from compare.tables.storage.frames import records


def measure_rows(measures: pd.DataFrame, words: Words) -> Iterator[Row]:
    """The table ``measures`` with labels, instrument by instrument in the codebook's order."""
    order = instrument_order(measures, words)
    for record in sorted(records(measures), key=lambda row: order.index(row["instrument"])):
        yield _labelled(record, words) | {
            "status_label": words.label("statuses", text_of(record["status"])),
            "lead_label": departments(record["lead_department"], words),
            "departments_label": departments(record["departments"], words),
        }


def instrument_rows(instruments: pd.DataFrame, passages: pd.DataFrame, words: Words) -> Iterator[Row]:
    """The table ``instruments`` with labels and the task each stands in."""
    tasks = task_names(passages)
    for record in records(instruments):
        yield _labelled(record, words) | {
            "task": tasks.get(record["item_id"], ""),
            "lead_label": departments(record["lead"], words),
            "departments_label": departments(record["departments"], words),
            "target_group_label": _listed("target_groups", record["target_group"], words),
            "repeats_label": words.pair("yes") if record["repeats"] is True else "",
        }


def milestone_rows(milestones: pd.DataFrame, passages: pd.DataFrame, words: Words) -> Iterator[Row]:
    """The table ``milestones`` with labels and the task each stands in."""
    tasks = task_names(passages)
    for record in records(milestones):
        yield record | {
            "region": words.plan(record["plan_id"]),
            "task": tasks.get(record["item_id"], ""),
            "action_label": words.label("actions", record["action"]),
            "lead_label": departments(record["lead"], words),
            "responsible_label": departments(record["responsible"], words),
        }


def instrument_order(table: pd.DataFrame, words: Words) -> list[str]:
    """The instruments of a table in the codebook's order, unknown ones last by name."""
    known = {code: place for place, code in enumerate(words.labels.sections.get("instruments", {}))}
    return sorted(table["instrument"].unique(), key=lambda code: (known.get(code, len(known)), code))


def task_names(passages: pd.DataFrame) -> dict[str, str]:
    """Number and heading of each passage, with those above it: ``二 › (一) 提升服务 › 1``."""
    own: dict[str, str] = {}
    above: dict[str, str] = {}
    for row in records(passages):
        name = " ".join(filter(None, (text_of(row["number"]), text_of(row["heading"]))))
        own[row["passage_id"]], above[row["passage_id"]] = name, text_of(row["parent_id"])
    made: dict[str, str] = {}
    for passage in own:
        names: list[str] = []
        at = passage
        while at:
            names.append(own.get(at, ""))
            at = above.get(at, "")
        made[passage] = " › ".join(name for name in reversed(names) if name)
    return made


def departments(codes: object, words: Words) -> str:
    """Departments in both languages, separated by semicolons."""
    named = words.labels.department
    return "; ".join(words.both(partial(named, code), " ") for code in _codes(codes))


def _labelled(record: Row, words: Words) -> Row:
    review = text_of(record["review"])
    return record | {
        "provisional_label": words.pair("provisional") if record["provisional"] is True else "",
        "review_label": words.label("reviews", review) if review else "",
        "region": words.plan(record["plan_id"]),
        "family_label": words.label("families", text_of(record["family"])),
        "instrument_label": words.label("instruments", text_of(record["instrument"])),
    }


def _listed(section: str, codes: object, words: Words) -> str:
    return "; ".join(words.label(section, code) for code in _codes(codes))


def _codes(codes: object) -> list[str]:
    return text_of(codes).split()
