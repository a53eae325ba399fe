"""``review``: the queue on the terminal, and a decision as one entry of ``corrections.yaml``."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from compare.study.errors import StudyError
from compare.study.loading import open_tables
from compare.study.people import asking, review_means
from compare.study.people.corrections_file import append_correction
from compare.study.place import Study

if TYPE_CHECKING:
    from compare.coding import Codebook, Correction
    from compare.tables.dataset import Dataset


HELP = (
    "decide: field=value … (indicator scope value unit comparator deadline kind; value=50 or value=20-50; "
    "indicator= for none), 1, 2 or 3 (the likely indicator of that number), ok (right as it stands), "
    "drop (no statement of the plan), "
    "why (was it read and coded so), Enter (skip), q (end)"
)
_KEEP = ("ok", "confirm")


def listing(study: Study) -> Iterator[str]:
    """The whole queue, each statement with its sentence, then the cells of instruments in doubt."""
    dataset = open_tables(study)
    entries = _entries(dataset)
    for number, entry in enumerate(entries, start=1):
        yield from _shown(entry, f"[{number}/{len(entries)}]")
        yield ""
    cells = review_means.doubts(study, dataset)
    for number, doubt in enumerate(cells, start=1):
        yield from review_means.shown(doubt, dataset, f"[{number}/{len(cells)}]")
        yield ""
    if cells:
        yield f"{len(cells)} cells of policy instruments to review"
    yield f"{len(entries)} statements to review"


def review(study: Study, ask: asking.Ask, reviewer: str, show: Callable[[str], None]) -> None:
    """Ask about each statement of the queue, then about instruments; every decision is written at once, so
    that none is lost."""
    dataset = open_tables(study)
    entries = _entries(dataset)
    decided = 0
    if entries:
        show(HELP)
    with suppress(EOFError):  # Ctrl+D or Ctrl+Z ends it as q does
        for number, entry in enumerate(entries, start=1):
            for line in ("", *_shown(entry, f"[{number}/{len(entries)}]")):
                show(line)
            checked = partial(_checked, entry, dataset.codebook)
            decision = asking.decision(ask, show, partial(_explain, study, entry), checked)
            if decision is None:
                break
            if not decision:
                continue
            reason = asking.needed("reason: ", ask)
            reviewer = reviewer or asking.needed("your name: ", ask)
            append_correction(study, _correction(entry, decision, reason, reviewer))
            decided += 1
        else:
            done, cells = review_means.decide(study, dataset, ask, reviewer, show)
            if cells:
                show(f"{done} of {cells} cells of policy instruments decided")
    where = study.show(study.corrections)
    remedy = f", written to {where}; 'compare-plans run' applies it" if decided else ""
    show(f"{decided} of {len(entries)} statements decided{remedy}")


def parse_decision(text: str, codebook: Codebook) -> dict[str, Any]:
    """The part of an entry that a typed decision makes: ``change``, ``drop`` or ``confirm``.

    Raises ValueError with what is wrong.
    """
    words = text.split()
    if words == ["drop"]:
        return {"drop": True}
    if text.strip() in _KEEP:
        return {"confirm": True}
    change: dict[str, Any] = {}
    for word in words:
        field, equals, value = word.partition("=")
        if not equals:
            raise ValueError(f"{word!r} is no decision; {HELP}")
        if field == "value":
            low, _, high = value.partition("-")
            change |= {"value_low": low, "value_high": high or low}
        else:
            change[field] = value
    for field, known in (("indicator", codebook.indicators), ("scope", codebook.scopes)):
        code = change.get(field)
        if code and code not in known:
            near = difflib.get_close_matches(code, known, n=3, cutoff=0.4)
            hint = f"; did you mean {' or '.join(near)}?" if near else ""
            raise ValueError(f"the codebook has no {field} {code}{hint}")
    return {"change": change}


def _explain(study: Study, entry: Mapping[str, Any]) -> Iterator[str]:
    """Why the statement was read and coded as it was: the text of ``explain``."""
    from compare.study.people.explaining import explain

    return explain(study, entry["statement_id"], "en")


def _checked(entry: Mapping[str, Any], codebook: Codebook, text: str) -> dict[str, Any]:
    """A decision that fits its statement. Raises ValueError for any other."""
    if (number := text.strip()).isdecimal():
        likely = dict(_numbered(entry))
        if number not in likely:
            raise ValueError(f"no likely indicator has the number {number}; {HELP}")
        text = f"indicator={likely[number]}"
    decision = parse_decision(text, codebook)
    _correction(entry, decision, "checked", "checked")
    return decision


def _correction(
    entry: Mapping[str, Any], decision: Mapping[str, Any], reason: str, reviewer: str
) -> Correction:
    """The decision as it is written. ``expect`` holds what is changed; all of it, where nothing is."""
    from compare.coding.corrections import CHANGEABLE, parse_correction

    stood = {name: _plain(entry[name]) for name in (*CHANGEABLE, "value_text")}
    kept = [name for name in stood if name in decision.get("change", CHANGEABLE) or name == "value_text"]
    return parse_correction(
        {
            "statement_id": entry["statement_id"],
            "plan": entry["plan_id"],
            **decision,
            "expect": {name: stood[name] for name in kept},
            "reason": reason,
            "reviewer": reviewer,
            "date": date.today().isoformat(),
        }
    )


def _plain(value: Any) -> Any:
    """A cell of the table as an entry holds it."""
    if isinstance(value, float):
        return None if value != value else Decimal(str(value))
    return value


def _entries(dataset: Dataset) -> list[dict[str, Any]]:
    """The queue with the statement and its sentence; missing text is ""."""
    from compare.checks.review.likely import likely_indicators
    from compare.checks.review.queue import review_queue
    from compare.tables.storage.frames import records

    queue = review_queue(dataset)
    queue["likely"] = likely_indicators(dataset, queue)
    statements = {row["statement_id"]: row for row in records(dataset.statements)}
    around = {row["statement_id"]: row for row in records(dataset.evidence_table(queue["statement_id"]))}
    numbers = ("value_low", "value_high")
    entries = []
    for row in records(queue):
        both = statements[row["statement_id"]] | around[row["statement_id"]] | row
        entries.append(
            {name: value if name in numbers or value == value else "" for name, value in both.items()}
        )
    return entries


def _shown(entry: Mapping[str, Any], number: str) -> Iterator[str]:
    sentence, start = entry["sentence"], entry["start"] - entry["sentence_start"]
    end = entry["end"] - entry["sentence_start"]
    low, high = (_number(entry[name]) for name in ("value_low", "value_high"))
    value = low if low == high else f"{low}-{high}"
    yield f"{number} {entry['plan_id']} {entry['statement_id']}: {entry['reasons']}"
    yield f"  {entry['message']}"
    yield f"  {entry['trail']}" if entry["trail"] else "  (no heading)"
    yield f"  {sentence[:start]}【{sentence[start:end]}】{sentence[end:]}".replace("\n", " ")
    yield (
        f"  indicator={entry['indicator']} scope={entry['scope']} value={value} unit={entry['unit']} "
        f"comparator={entry['comparator']} deadline={entry['deadline']} kind={entry['kind']}"
    )
    if entry["likely"]:
        yield f"  likely: {'  '.join(f'{number} {indicator}' for number, indicator in _numbered(entry))}"


def _numbered(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The likely indicators of an uncoded statement, each with the number it is taken by."""
    return ((str(number), one) for number, one in enumerate(entry["likely"].split(), start=1))


def _number(value: Any) -> str:
    return "" if value is None or value != value else f"{value:.15g}"


def no_terminal() -> StudyError:
    return StudyError("review: no terminal to ask on; list the queue with 'compare-plans review --list'")
