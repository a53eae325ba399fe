"""What the findings say of the decisions of reviewers."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from compare.checks.corrected import corrections
from compare.coding import Codebook, Correction, Stale
from compare.coding.coder import statement_ids
from compare.model import Phrase
from compare.tables.words.labels import Labels
from compare.tables.words.messages import message


@pytest.fixture
def decided(make: SimpleNamespace) -> Any:
    """A plan of two statements, and a decision about a statement of it."""
    result = make.result(
        "占比50%。占比60%。", make.fact("占比50%", "50%", 50), make.fact("占比60%", "60%", 60)
    )

    def decision(statement_id: str, **parts: Any) -> Correction:
        given = {"change": {}, "drop": False, "expect": {}, "reason": "misread", "date": "2026-01-31"}
        return Correction(statement_id=statement_id, plan="p-2020", reviewer="Li", **{**given, **parts})

    return result, decision


def test_each_applied_correction_is_a_note_at_its_statement(
    decided: Any, make: SimpleNamespace, codebook: Codebook, labels: Labels
) -> None:
    """What was decided, why, by whom and when stands in every export of the findings."""
    result, decision = decided
    applied = (decision("p-2020-2", change={"unit": "张"}),)
    (note,) = corrections(make.changed(result, corrected=applied), codebook)
    assert (
        "correction",
        "note",
        "correction of p-2020-2 (unit = beds [张]): misread (Li, 2026-01-31)",
        ("p-2020-2",),
        "占比60%",
    ) == (
        note.check,
        note.severity,
        message(note.message, labels, "en"),
        note.statement_ids,
        result.text[note.start : note.end],
    )


def test_a_statement_that_is_gone_is_named_but_not_linked(
    decided: Any, make: SimpleNamespace, codebook: Codebook, labels: Labels
) -> None:
    """No table holds it any more: an id there would lead nowhere."""
    result, decision = decided
    stale = (Stale(decision("p-2020-9", drop=True), (Phrase("findings.why_gone"),)),)
    (error,) = corrections(make.changed(result, stale=stale), codebook)
    assert ("stale_correction", "error", ()) == (error.check, error.severity, error.statement_ids)
    assert message(error.message, labels, "en").startswith(
        "not applied: correction of p-2020-9 (dropped; Li, 2026-01-31): the statement"
    )


def test_without_corrections_there_is_nothing_to_say(decided: Any, codebook: Codebook) -> None:
    assert [] == list(corrections(decided[0], codebook))


def test_a_decision_about_what_is_gone_stands_where_it_was_read(
    decided: Any, make: SimpleNamespace, codebook: Codebook
) -> None:
    """Of a dropped statement the words are still in the text; one that was never there has no place."""
    result, decision = decided
    dropped = make.changed(result, coded=result.coded[:1], corrected=(decision("p-2020-9", drop=True),))
    (note,) = corrections(dropped, codebook)
    assert (0, 0, ()) == (note.start, note.end, note.statement_ids)
    (name, _) = statement_ids(result.plan.plan_id, result.reading)
    (other,) = corrections(make.changed(result, corrected=(decision(name, drop=True),)), codebook)
    assert (0, len("占比50%"), ()) == (other.start, other.end, other.statement_ids)
