"""Corrections in a study: applied on each run, shown in the tables, loud where they no longer fit."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from compare import cli
from compare.coding import parse_corrections
from compare.study import StudyError
from compare.study.loading import open_tables
from compare.study.people.corrections_file import append_correction, load_corrections
from compare.study.place import Study

SIGNED = {"reason": "read again", "reviewer": "李", "date": "2026-01-31"}


def statement(study: Study, value_text: str) -> Any:
    rows = open_tables(study).statements
    return rows[rows["value_text"] == value_text].iloc[0]


def write(study: Study, *entries: dict[str, Any]) -> None:
    study.corrections.parent.mkdir(parents=True, exist_ok=True)
    study.corrections.write_text(yaml.safe_dump(list(entries), sort_keys=False), encoding="utf-8")


def correction(row: Any, **parts: Any) -> dict[str, Any]:
    return {"statement_id": row["statement_id"], "plan": row["plan_id"], **parts, **SIGNED}


def test_a_correction_is_applied_and_only_its_plan_is_read(study: Study, run: Any, reads: list[str]) -> None:
    """The table and the comparison follow it; the statement and the findings say that a person did it."""
    run(study)
    row = statement(study, "3000张")
    write(
        study,
        correction(
            row,
            change={"value_low": 3300, "value_high": 3300},
            expect={"value_low": 3000, "value_high": 3000},
        ),
    )
    reads.clear()
    report = run(study)
    assert (["jia-2021"], [], 0) == (reads, report.problems, report.exit_code)
    assert "corrections: 1 applied" in report.lines
    assert (3300, "corrected", "3000张") == tuple(
        statement(study, "3000张")[["value_low", "review", "value_text"]]
    )
    dataset = open_tables(study)
    cell = dataset.matrix(row["indicator"]).set_index("plan_id").loc["jia-2021"]
    assert ("stated", 3300) == (cell["status"], cell["value_low"])
    (note,) = dataset.findings[dataset.findings["check"] == "correction"].to_dict("records")
    assert (
        "note",
        f"correction of {row['statement_id']} (value = 3,300): read again (李, 2026-01-31)",
    ) == (
        note["severity"],
        note["message"],
    )
    reads.clear()
    run(study)
    assert [] == reads


def test_a_dropped_statement_leaves_the_tables_and_a_note(study: Study, run: Any) -> None:
    """Its sentence is still shown by the finding."""
    run(study)
    row = statement(study, "60%")
    write(study, correction(row, drop=True, expect={"value_text": "60%"}))
    run(study)
    dataset = open_tables(study)
    assert row["statement_id"] not in set(dataset.statements["statement_id"])
    (note,) = dataset.findings[dataset.findings["check"] == "correction"].to_dict("records")
    assert row["quote"] == dataset.text("jia-2021")[note["start"] : note["end"]]
    assert "(dropped)" in note["message"]
    assert "（删除该陈述）" in note["message_zh"]


def test_a_stale_correction_is_not_applied_and_fails_the_check(
    study: Study, run: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """The source was mended: the run says so, also when it has nothing else to do, and check exits 1."""
    run(study)
    write(study, correction(statement(study, "55%"), change={"scope": "rural"}, expect={"scope": "general"}))
    run(study)
    assert "corrected" == statement(study, "55%")["review"]
    source = study.raw / "jia.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("55%", "65%"), encoding="utf-8")
    report = run(study)
    assert [True] == [
        line.endswith("decide again in corrections.yaml, or remove the entry")
        for line in report.lines
        if line.startswith("STALE CORRECTION: jia-2021: not applied: ")
    ]
    assert "general" == statement(study, "65%")["scope"]
    again = run(study)
    assert "corrections: 0 applied, 1 STALE AND NOT APPLIED" in again.lines
    assert 1 == cli.main(["check", "--study", str(study.root)])
    assert "jia-2021: error: stale_correction: not applied" in capsys.readouterr().out


def test_corrections_of_a_plan_that_is_not_registered_are_loud(
    study: Study, run: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """A renamed plan must not lose its corrections in silence."""
    run(study)
    write(study, correction(statement(study, "55%"), confirm=True, expect={"unit": "%"}) | {"plan": "jia"})
    report = run(study)
    problem = (
        "data/codebook/corrections.yaml: corrections of jia, which is no plan of data/raw/plans.yaml; "
        "register it, or remove the entries"
    )
    assert ([problem], 1) == (report.problems, report.exit_code)
    assert 1 == cli.main(["check", "--study", str(study.root)])
    assert problem in capsys.readouterr().out


@pytest.mark.parametrize(
    "text, problem",
    [
        ("- {statement_id: x", "not valid YAML"),
        ("- statement_id: x\n- plan: y\n", "entry 1 (x): plan is missing; add it"),
        ("statement_id: x\n", "a list of entries is expected"),
    ],
)
def test_a_file_that_cannot_be_used_stops_the_run_and_keeps_the_tables(
    study: Study, run: Any, contents: Any, text: str, problem: str
) -> None:
    """Tables without the corrections that were meant would be wrong without a word."""
    run(study)
    before = contents(study.processed)
    study.corrections.parent.mkdir(parents=True)
    study.corrections.write_text(text, encoding="utf-8")
    with pytest.raises(StudyError) as error:
        run(study)
    assert problem in error.value.problems[0]
    assert error.value.problems[0].startswith("data/codebook/corrections.yaml: ")
    assert before == contents(study.processed)


def test_an_entry_is_added_behind_what_is_there(study: Study) -> None:
    """Comments are kept to the byte, what was added is read back as it was meant."""
    study.corrections.parent.mkdir(parents=True)
    head = "# 手写的注释\n#\n"
    study.corrections.write_text(head, encoding="utf-8")
    made = parse_corrections(
        [
            correction(
                {"statement_id": "a-1", "plan_id": "a"},
                change={"indicator": "beds", "deadline": "2025", "value_low": 0.1, "value_high": 86000},
                expect={
                    "indicator": "",
                    "deadline": "",
                    "value_low": 50,
                    "value_high": None,
                    "value_text": "=50%: #",
                },
            ),
            correction({"statement_id": "b-1", "plan_id": "b"}, drop=True, expect={"unit": "张"}),
            correction({"statement_id": "a-2", "plan_id": "a"}, confirm=True, expect={"unit": "张"}),
        ]
    )
    for one in made:
        append_correction(study, one)
    assert study.corrections.read_text(encoding="utf-8").startswith(head)
    assert {"a": (made[0], made[2]), "b": (made[1],)} == load_corrections(study)


def test_a_file_in_another_style_is_not_broken_by_adding(study: Study) -> None:
    """A list in brackets cannot be continued at its end; it stays as it is."""
    study.corrections.parent.mkdir(parents=True)
    study.corrections.write_text("[]\n", encoding="utf-8")
    (one,) = parse_corrections(
        [correction({"statement_id": "a", "plan_id": "b"}, drop=True, expect={"unit": "张"})]
    )
    with pytest.raises(StudyError, match=r"corrections\.yaml: nothing can be added at its end"):
        append_correction(study, one)
    assert "[]\n" == study.corrections.read_text(encoding="utf-8")


def test_the_codebook_that_is_lent_lends_no_corrections(study: Study) -> None:
    """They concern the plans of the study they were written in."""
    from compare.study.codebook import files

    names = files.codebook_paths(files.default_codebook())
    assert (files.default_codebook() / "corrections.yaml").exists()
    assert "corrections" not in names
    assert {} == load_corrections(study)
