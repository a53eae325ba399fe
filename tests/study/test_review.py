"""``review`` and ``agreement``: from the queue to a correction, from a second coding to the queue."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import pytest

from compare import cli
from compare.study.loading import open_tables
from compare.study.people.corrections_file import load_corrections
from compare.study.people.explaining import explain
from compare.study.people.review import listing, parse_decision, review
from compare.study.people.second_coder import NEEDED
from compare.study.place import Study


@pytest.fixture
def doubtful(study: Study, run: Any) -> Study:
    """The small study, read, with a sentence that no indicator knows."""
    source = study.raw / "jia.txt"
    extra = "(二)其他。到2024年,全市建成彩虹驿站12个。\n甲市人民政府办公室\n2021"
    text = source.read_text(encoding="utf-8").replace("甲市人民政府办公室\n2021", extra)
    source.write_text(text, encoding="utf-8")
    run(study)
    return study


def answers(*given: str) -> Any:
    """A user who types these, and then ends the input."""
    left = list(given)
    asked: list[str] = []

    def ask(prompt: str) -> str:
        asked.append(prompt)
        if not left:
            raise EOFError
        return left.pop(0)

    ask.asked = asked  # type: ignore[attr-defined]
    return ask


def run_review(study: Study, *given: str, reviewer: str = "") -> list[str]:
    shown: list[str] = []
    review(study, answers(*given), reviewer, shown.append)
    return shown


def test_the_list_shows_the_sentence_in_its_context(doubtful: Study) -> None:
    """Why it is there, the headings, the quotation marked, how it is coded now."""
    lines = list(listing(doubtful))
    assert "1 statements to review" == lines[-1]
    text = "\n".join(lines)
    assert "jia-2021-" in text
    assert ": uncoded" in text
    assert "no indicator of the codebook fits" in text
    assert "二、重点任务 › (二)其他" in text
    assert "】" in text
    assert "value=12 unit=个 comparator=eq deadline=2024 kind=target" in text


def test_a_decision_becomes_an_entry_that_the_next_run_applies(doubtful: Study, run: Any) -> None:
    """A wrong answer is explained and asked again; the entry holds who, why, when and what stood there."""
    shown = run_review(
        doubtful,
        "maybe",
        "indicator=village_station",
        "indicator=village_stations scope=rural",
        "",
        "同类",
        "李",
    )
    assert any(line.startswith("'maybe' is no decision") for line in shown)
    assert any("did you mean" in line and "village_stations" in line for line in shown)
    assert "1 of 1 statements decided, written to data/codebook/corrections.yaml" in shown[-1]
    ((one,),) = load_corrections(doubtful).values()
    assert ("同类", "李", "jia-2021") == (one.reason, one.reviewer, one.plan)
    assert {"indicator": "village_stations", "scope": "rural"} == one.change
    assert {"indicator": "", "scope": "general", "value_text": "12个"} == one.expect
    report = run(doubtful)
    assert "corrections: 1 applied" in report.lines
    rows = open_tables(doubtful).statements.set_index("statement_id")
    assert ("village_stations", "corrected") == tuple(rows.loc[one.statement_id, ["indicator", "review"]])
    assert "0 statements to review" == list(listing(doubtful))[-1]


def test_a_likely_indicator_is_taken_by_its_number(doubtful: Study, run: Any) -> None:
    """The list offers what the words resemble; a number that is not offered is explained and asked again."""
    (line,) = (one for one in listing(doubtful) if one.startswith("  likely: "))
    likely = dict(zip(line.split()[1::2], line.split()[2::2], strict=True))
    assert ["1", "2", "3"][: len(likely)] == list(likely)
    shown = run_review(doubtful, "9", "1", "同类", reviewer="Li")
    assert any(one.startswith("no likely indicator has the number 9") for one in shown)
    ((one,),) = load_corrections(doubtful).values()
    assert {"indicator": likely["1"]} == one.change
    run(doubtful)
    rows = open_tables(doubtful).statements.set_index("statement_id")
    assert likely["1"] == rows.loc[one.statement_id, "indicator"]
    told = list(explain(doubtful, one.statement_id, "en"))
    (resembled,) = (line for line in told if line.startswith("  resembles (not coded by it): "))
    assert list(likely.values()) == re.findall(r"\[([a-z_]+)\]", resembled)


def test_why_prints_what_explain_prints(doubtful: Study) -> None:
    """Whoever doubts a value asks before deciding, and is asked again."""
    shown = run_review(doubtful, "why", "")
    rows = open_tables(doubtful).statements
    statement = rows.loc[rows["review"] == "uncoded", "statement_id"].iloc[0]
    told = list(explain(doubtful, statement, "en"))
    start = shown.index(told[0])
    assert told == shown[start : start + len(told)]
    assert any("no pattern of the codebook" in line for line in told)
    assert not doubtful.corrections.exists()


@pytest.mark.parametrize("word, left", [("ok", 1), ("drop", 0)])
def test_a_statement_is_confirmed_or_dropped_in_one_word(
    doubtful: Study, run: Any, word: str, left: int
) -> None:
    """All that was seen is expected to stand; then it is applied and leaves the queue."""
    run_review(doubtful, word, "checked", reviewer="Li")
    ((one,),) = load_corrections(doubtful).values()
    assert (word == "drop", "Li", "12个", 12) == (
        one.drop, one.reviewer, one.expect["value_text"], one.expect["value_low"]
    )  # fmt: skip
    assert "corrections: 1 applied" in run(doubtful).lines
    statements = open_tables(doubtful).statements
    assert left == int((statements["statement_id"] == one.statement_id).sum())
    assert "0 statements to review" == list(listing(doubtful))[-1]


@pytest.mark.parametrize("answers", [[""], ["q"], [], ["ok"]])
def test_skipping_and_ending_write_nothing(doubtful: Study, answers: list[str]) -> None:
    """Enter, q, and Ctrl+D (the end of what is typed), also half-way through a decision."""
    shown = run_review(doubtful, *answers)
    assert "0 of 1 statements decided" == shown[-1]
    assert not doubtful.corrections.exists()


def test_a_value_is_typed_once_or_as_a_range(doubtful: Study) -> None:
    """value=50 is both ends."""
    codebook = open_tables(doubtful).codebook
    assert {"change": {"value_low": "50", "value_high": "50"}} == parse_decision("value=50", codebook)
    assert {"change": {"value_low": "20", "value_high": "50", "unit": "%"}} == parse_decision(
        "value=20-50 unit=%", codebook
    )
    with pytest.raises(ValueError, match="the codebook has no scope moon"):
        parse_decision("scope=moon", codebook)


def test_without_a_terminal_the_queue_can_be_listed(
    doubtful: Study, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a script nobody answers; on a terminal the command asks."""
    study = ["--study", str(doubtful.root)]
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert 1 == cli.main(["review", *study])
    assert "compare-plans review --list" in capsys.readouterr().err
    assert 0 == cli.main(["review", "--list", *study])
    assert "1 statements to review" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", answers("drop", "an advertisement"))
    assert 0 == cli.main(["review", "--reviewer", "Li", *study])
    assert "1 of 1 statements decided" in capsys.readouterr().out


# --- agreement ----------------------------------------------------------------


def coding(study: Study, path: Path, encoding: str = "utf-8-sig", **changes: dict[str, str]) -> Path:
    """The statements of the study as a second person's CSV, some rows changed by their value."""
    dataset = open_tables(study)
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, [*NEEDED, "note"])
        writer.writeheader()
        for _, row in dataset.statements.iterrows():
            line = dataset.text(row["plan_id"]).count("\n", 0, row["start"]) + 1
            cells = {name: "" if row[name] != row[name] else str(row[name]) for name in NEEDED[2:]}
            writer.writerow(
                {"plan": row["plan_id"], "line": line, **cells, **changes.get(row["value_text"], {})}
            )
    return path


def agreement(study: Study, file: Path) -> int:
    return cli.main(["agreement", str(file), "--study", str(study.root)])


def test_a_second_coding_of_instruments_is_compared_by_cell(
    study: Study, run: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file's head tells what it codes; the study's own rows given back agree in everything."""
    run(study)
    rows = open_tables(study).instruments
    path = tmp_path / "instruments.csv"
    mine = rows.rename(columns={"plan_id": "plan"})[["plan", "instrument", "level", "quote"]]
    mine.to_csv(path, index=False)
    assert len(mine)
    assert 0 == agreement(study, path)
    said = capsys.readouterr().out
    assert "0 cells in dispute" in said
    assert (study.agreement / "instruments_agreement.csv").is_file()
    path.write_text("plan,instrument,level,quote\nnobody,x,2,q\njia-2021,x,2,q\njia-2021,fiscal_input,9,q\n")
    assert 1 == agreement(study, path)
    told = capsys.readouterr().err
    assert "line 2: no plan 'nobody'; write one of" in told
    assert "line 3: no instrument 'x'" in told
    assert "line 4: level is '9'; write 1, 2 or 3" in told


def test_a_second_coding_is_compared_and_disagreements_are_queued(
    study: Study, run: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Saved by a Chinese Excel; a plan may be called by its file. Tables for the record, the rest queued."""
    run(study)
    changes = {"55%": {"plan": "jia", "comparator": "eq", "note": "达到?"}, "60%": {"indicator": "funds"}}
    file = coding(study, tmp_path / "second.csv", "gb18030", **changes)
    assert 0 == agreement(study, file)
    out = capsys.readouterr().out
    assert "2 disagreements; 2 statements are queued" in out
    with (study.agreement / "agreement.csv").open(encoding="utf-8", newline="") as lines:
        rows = {(row["indicator"], row["field"]): row for row in csv.DictReader(lines)}
    assert ("4", "3", "75") == tuple(rows["", "indicator"][name] for name in ("units", "agreed", "percent"))
    assert ("4", "3") == tuple(rows["", "comparator"][name] for name in ("units", "agreed"))
    assert ("2", "1") == tuple(rows["nursing_bed_share", "comparator"][name] for name in ("units", "agreed"))
    queue = "\n".join(listing(study))
    assert "comparator: at least here, equals there" in queue
    assert "there" in queue
    assert "2 statements to review" in queue
    before = (study.agreement / "disagreements.csv").read_bytes()
    assert 0 == agreement(study, file)
    assert before == (study.agreement / "disagreements.csv").read_bytes()


@pytest.mark.parametrize(
    "changes, problem",
    [
        ({"plan": "bing"}, "line 2: no plan 'bing'; write one of jia-2021, yi"),
        ({"line": "99"}, "line 2: the plan has lines 1 to"),
        ({"line": "x"}, "line 2: the plan has lines 1 to"),
        (
            {"quote": "没有这句话"},
            "line 2: '没有这句话' is not in line 5 of the plan; copy the quote from it",
        ),
        ({"value_low": "many"}, "line 2: value_low is 'many'; write a number"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(
    study: Study,
    run: Any,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    changes: dict[str, str],
    problem: str,
) -> None:
    """File, line, remedy; nothing is written."""
    run(study)
    file = coding(study, tmp_path / "second.csv", **{"55%": changes})
    assert 1 == agreement(study, file)
    assert problem in capsys.readouterr().err
    assert not study.agreement.exists()


@pytest.mark.parametrize(
    "text, problem",
    [
        ("plan,line\nyi,1\n", "line 1: the columns quote, value_text, kind"),
        (",".join(NEEDED) + "\n", "line 2: no row; write one for each statement"),
        ("", "line 1: the columns plan, line, quote"),
    ],
)
def test_a_file_that_is_no_coding_is_named(
    study: Study, run: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, problem: str
) -> None:
    run(study)
    file = tmp_path / "second.csv"
    file.write_text(text, encoding="utf-8")
    assert 1 == agreement(study, file)
    error = capsys.readouterr().err
    assert (True, 1) == (problem in error, error.count("\n"))
    assert 1 == agreement(study, tmp_path / "none.csv")
    assert "none.csv" in capsys.readouterr().err


def test_without_the_library_there_is_per_cent_and_a_line(
    study: Study,
    run: Any,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """It is an extra of the package: alpha is empty, not zero, and the line says how to get it."""
    run(study)
    monkeypatch.setattr("compare.checks.agreement.statements_agreed.library_is_there", lambda: False)
    changes = {"55%": {"comparator": "eq"}}
    assert 0 == agreement(study, coding(study, tmp_path / "second.csv", **changes))
    told = capsys.readouterr().out.splitlines()
    assert ["comparator", "4", "3", "75.0"] in [line.split() for line in told]
    (line,) = (line for line in told if "pip install krippendorff" in line)
    assert line.startswith("alpha is left empty")
    with (study.agreement / "agreement.csv").open(encoding="utf-8", newline="") as lines:
        assert {""} == {row["alpha"] for row in csv.DictReader(lines)}


def test_the_help_names_both_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    shown = capsys.readouterr().out
    assert {"review", "agreement"} <= set(shown.split("commands:")[1].split())


def disputed_means(study: Study, *rows: tuple[str, str, int, str]) -> None:
    """A second person's coding of the small study's instruments, imported."""
    path = study.root / "second.csv"
    lines = [",".join(("jia-2021", code, str(level), words)) for _, code, level, words in rows]
    path.write_text("\n".join(["plan,instrument,level,quote", *lines]) + "\n", encoding="utf-8")
    assert 0 == cli.main(["agreement", str(path), "--study", str(study.root)])


def test_cells_in_dispute_are_decided_and_stay_decided(study: Study, run: Any) -> None:
    """A level is changed, a missed instrument added by the second person's words; then neither is asked."""
    source = study.raw / "jia.txt"
    extra = "(二)其他。\n1.加强培训。鼓励开展护理员培训。\n2.用地。做好保障工作。\n甲市人民政府办公室\n2021"
    text = source.read_text(encoding="utf-8").replace("甲市人民政府办公室\n2021", extra)
    source.write_text(text, encoding="utf-8")
    run(study)
    disputed_means(
        study,
        ("jia-2021", "staff_training", 2, "鼓励开展护理员培训"),
        ("jia-2021", "land_supply", 2, "做好保障工作"),
    )
    listed = [line for line in listing(study) if "disagreement" in line]
    cells = [line.split()[2] for line in listed]
    assert ["land_supply", "lottery_fund", "staff_training"] == cells
    typed = ["add", "漏了", "李", "", "level=2", "看错", "q"]
    statements = next(int(line.split()[0]) for line in listing(study) if "statements" in line)
    assert any(line.startswith("2 of ") for line in run_review(study, *[""] * statements, *typed))
    assert "corrections: 2 applied" in run(study).lines
    rows = open_tables(study).instruments.set_index("instrument")
    assert [(2, "corrected"), (2, "corrected")] == [
        tuple(rows.loc[code, ["level", "review"]]) for code in ("staff_training", "land_supply")
    ]
    left = [line.split()[2] for line in listing(study) if "disagreement" in line]
    assert ["lottery_fund"] == left


def test_what_is_agreed_on_is_kept_with_the_codebook(study: Study, run: Any) -> None:
    """Only where the study has a codebook of its own; otherwise it is said in one line."""
    run(study)
    path = study.root / "second.csv"
    path.write_text("plan,instrument,level,quote\njia-2021,land_supply,2,甲\n", encoding="utf-8")
    arguments = ["agreement", str(path), "--study", str(study.root), "--write"]
    has_own = study.own_codebook.is_dir()
    assert (0 if has_own else 1) == cli.main(arguments)
    assert has_own == (study.own_codebook / "agreement.yaml").is_file()
