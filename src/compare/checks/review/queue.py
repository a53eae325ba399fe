"""The review queue: which statements a person should look at, worst first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from compare.checks.agreement.statements_agreed import FOUND
from compare.coding.corrections import CONFIRMED, CORRECTED
from compare.coding.facts import field_fact
from compare.model import Code, Kind, Phrase
from compare.tables.noting.reads import asked
from compare.tables.storage.frames import records, text_of
from compare.tables.words.messages import MESSAGES, messages

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset
    from compare.tables.words.labels import Lang

#: Columns of the queue; ``reasons`` are codes separated by spaces, ``message`` and ``message_zh``
#: say them in words.
QUEUE = ["statement_id", "plan_id", "reasons", *MESSAGES]

#: Why a statement is in the queue, most pressing first: checks of ``findings``, a second person's coding,
#: and a register entry that nobody reviewed (then nobody has looked at the plan at all).
REASONS = (
    "stale_correction",
    "disagreement",
    "conflict",
    "recognised_text",
    "damaged_text",
    "implausible",
    "later_lower",
    "bound_direction",
    "deadline_before_issue",
    "table_total",
    "learned",
    "uncoded",
    "unreviewed",
)
_DECIDED = (CORRECTED, CONFIRMED)
#: A message by MESSAGES.
Message = Mapping[str, str]


@asked
def review_queue(dataset: Dataset) -> pd.DataFrame:
    """QUEUE rows in the order of REASONS, then of the text.

    A statement that a person corrected or confirmed is done, unless a correction of it is stale. Of a
    finding about cells of a table the first stands for all: what it lacks is lacking in the codebook.
    """
    why: dict[str, dict[str, list[Message]]] = defaultdict(lambda: defaultdict(list))
    statements = {row["statement_id"]: row for row in records(dataset.statements)}
    for finding in records(dataset.findings):
        named = [one for one in text_of(finding["statement_ids"]).split() if one in statements]
        cells = bool(named) and statements[named[0]]["kind"] == Kind.ALLOCATION
        for statement_id in named[:1] if cells else named:
            why[statement_id][finding["check"]].append({name: finding[name] for name in MESSAGES})
    for row in records(dataset.disagreements.fillna("")):
        why[row["statement_id"]]["disagreement"].append(messages(_disagreement(row), dataset.labels))
    unreviewed = set(dataset.plans.loc[~dataset.plans["reviewed"].astype(bool), "plan_id"])
    queue = []
    for number, (statement_id, row) in enumerate(statements.items()):
        reasons = why.get(statement_id, {})
        if row["plan_id"] in unreviewed:
            nobody = messages(Phrase("findings.unreviewed_plan"), dataset.labels)
            reasons = {**reasons, "unreviewed": [nobody]}
        if row["review"] in _DECIDED:
            reasons = {code: found for code, found in reasons.items() if code == "stale_correction"}
        codes = [code for code in REASONS if code in reasons]
        if codes:
            behind = [one for code in codes for one in reasons[code]]
            joined = [_joined(behind, name, lang, dataset) for name, lang in MESSAGES.items()]
            place = (REASONS.index(codes[0]), number)
            queue.append((place, [statement_id, row["plan_id"], " ".join(codes), *joined]))
    queue.sort(key=lambda entry: entry[0])
    return pd.DataFrame([row for _, row in queue], columns=QUEUE, dtype="str")


def _disagreement(row: Mapping[str, str]) -> Phrase:
    if row["field"] == FOUND:
        return Phrase("findings.disagreement_found")
    here, there = (field_fact(row["field"], row[coder]) for coder in ("first", "second"))
    facts = {"field": Code("fields", row["field"]), "here": here, "there": there}
    return Phrase("findings.disagreement", facts)


def _joined(behind: Sequence[Message], name: str, lang: Lang, dataset: Dataset) -> str:
    """The messages in one language, each once."""
    return dataset.labels.word("findings.semicolon", lang).join(dict.fromkeys(one[name] for one in behind))
