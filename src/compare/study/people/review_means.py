"""``review`` of policy instruments: the cells in doubt on the terminal, a decision as an entry of
``corrections.yaml``."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from compare.study.people import asking
from compare.study.people.corrections_file import append_correction
from compare.study.people.second_means import LIST
from compare.study.place import Study
from compare.tables.words.one_line import one_line

if TYPE_CHECKING:
    from compare.checks.review.means_queue import Doubt
    from compare.coding.instruments.corrections import MeansCorrection
    from compare.tables.dataset import Dataset

HELP = (
    "decide: level=1, 2 or 3, ok (right as it stands), drop (not this instrument), add (what the second "
    "person found, where nothing stands), why, Enter (skip), q (end)"
)


def doubts(study: Study, dataset: Dataset) -> tuple[Doubt, ...]:
    """The cells to look at, with what ``agreement`` last found in dispute."""
    from compare.checks.review.means_queue import means_queue

    path = study.agreement / LIST
    disputed: list[dict[str, str]] = []
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as file:
            disputed = list(csv.DictReader(file))
    return means_queue(dataset.measures, dataset.instruments, disputed)


def shown(doubt: Doubt, dataset: Dataset, number: str) -> Iterator[str]:
    """A cell for the terminal: what stands there, and what the second person wrote."""
    name = dataset.labels.of("instruments", doubt.instrument, "en")
    yield f"{number} {doubt.plan_id} {doubt.instrument} ({name}): {doubt.reason}"
    yield f"  {doubt.means_id}" if doubt.means_id else "  (not found in the plan)"
    yield f"  level={doubt.level} 【{one_line(doubt.quote)}】"
    if doubt.reason == "disagreement":
        yield f"  second person: level={doubt.second} 【{doubt.second_quote}】"


def decide(
    study: Study, dataset: Dataset, ask: asking.Ask, reviewer: str, show: Callable[[str], None]
) -> tuple[int, int]:
    """Ask about each cell; every decision is written at once. The number decided, and that of all."""
    found = doubts(study, dataset)
    decided = 0
    if found:
        show(HELP)
    for number, doubt in enumerate(found, start=1):
        for line in ("", *shown(doubt, dataset, f"[{number}/{len(found)}]")):
            show(line)
        decision = asking.decision(
            ask, show, partial(_why, study, doubt), partial(parse_decision, doubt=doubt)
        )
        if decision is None:
            break
        if decision:
            reason = asking.needed("reason: ", ask)
            reviewer = reviewer or asking.needed("your name: ", ask)
            append_correction(study, _correction(doubt, decision, reason, reviewer))
            decided += 1
    return decided, len(found)


def parse_decision(text: str, doubt: Doubt) -> dict[str, Any]:
    """The part of an entry that a typed decision makes. Raises ValueError with what is wrong."""
    if text == "add":
        if doubt.means_id or not doubt.second_quote:
            raise ValueError("nothing to add: only what a second person found, and the program did not")
        added = {"instrument": doubt.instrument, "level": doubt.second, "quote": doubt.second_quote}
        return {"add": added}
    if not doubt.means_id:
        raise ValueError("nothing stands here; type add, or Enter to leave it so")
    if text in ("drop", "ok"):
        return {"drop" if text == "drop" else "confirm": True}
    field, _, level = text.partition("=")
    if field.strip() != "level" or level.strip() not in ("1", "2", "3"):
        raise ValueError(f"{text!r} is no decision; {HELP}")
    return {"change": {"level": int(level)}}


def _correction(doubt: Doubt, decision: dict[str, Any], reason: str, reviewer: str) -> MeansCorrection:
    from compare.coding.instruments.corrections import parse_means_correction

    about: dict[str, Any] = {"plan": doubt.plan_id}
    if "add" not in decision:
        about |= {"means_id": doubt.means_id, "expect": {"level": doubt.level, "quote": doubt.quote}}
    signed = {"reason": reason, "reviewer": reviewer, "date": date.today().isoformat()}
    return parse_means_correction(about | decision | signed)


def _why(study: Study, doubt: Doubt) -> Iterator[str]:
    from compare.study.people.explaining import explain

    return explain(study, doubt.means_id, "en") if doubt.means_id else iter(("nothing was found",))
