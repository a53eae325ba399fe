"""`compare-plans explain`: the reasons of a line or a statement, on the terminal and elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.conftest import ROOT

import compare
from compare import cli
from compare.study.codebook.files import load_labels
from compare.study.people.explaining import Explainer, reasons
from compare.study.place import Study
from compare.study.register.plans_file import load_register
from compare.tables.words.messages import message

PLANS = load_register(ROOT / "data" / "raw" / "plans.yaml", "plans.yaml").plans

TEXT = (
    "甲市养老服务实施方案\n甲政办发〔2023〕7号\n一、总体目标\n"
    "到2025年，护理型床位占比不低于55%，实施三年行动计划。\n各部门要高度重视。\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "jia.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert 0 == cli.main(["explain", *arguments])
    return capsys.readouterr().out


def test_a_line_of_any_file_is_explained(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a study: every numeral of the line, the statement with its sentence, rule, pattern."""
    out = shown(capsys, f"{file}:4")
    assert "【护理型床位占比不低于55%】" in out
    for part in ("value: 55%", "comparator: at least", "“不低于”", "deadline: 2025", "[nursing_bed_share]"):
        assert part in out
    assert "三" in out.split("\n\n")[0], "the numeral of a name is told before the statements"
    assert "corrections: none" in out


def test_it_speaks_chinese(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the names that the codebook has for codes."""
    out = shown(capsys, f"{file}:4", "--lang", "zh")
    assert "约束方式：不低于" in out
    assert "更正：无" in out


def without_codes(line: str) -> str:
    """A line without its pattern, its codes in brackets and keys of the codebook, which are the same in any
    language."""
    line = re.sub("编码式 .* 见于", "", line)
    return re.sub(r"（[a-z0-9_.]+）|[a-z]+\.yaml|\bper_period\b| (?:clause|near|within|excludes) ", "", line)


@pytest.mark.parametrize("plan_id", [plan.plan_id for plan in PLANS])
def test_no_english_stands_in_a_chinese_sentence(plan_id: str) -> None:
    """Rules and what they rest on are named in Chinese, for every fifth statement of the five plans."""
    study = Study(ROOT)
    codebook, labels = load_labels(study.own_codebook)
    plan = next(one for one in PLANS if one.plan_id == plan_id)
    made = Explainer(plan, study.raw / plan.source_file, (), codebook, labels)
    ids = range(0, len(made.read.coded), 5)
    lines = [message(phrase, labels, "zh") for at in ids for phrase in made.statement(at)]
    assert lines
    assert [] == [line for line in lines if re.search("[A-Za-z]", without_codes(line))]


def test_a_line_without_numerals_says_so(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing at all would look like a fault."""
    assert "there is no numeral in this line\n" == shown(capsys, f"{file}:5")


@pytest.mark.parametrize(
    "what, expected",
    [
        ("{file}:99", "the text has 6 lines"),
        ("{file}:0", "the text has 6 lines"),
        ("gone.txt:1", "gone.txt: no such file"),
        ("jia-2023-00000000", "no plan of data/raw/plans.yaml begins it"),
    ],
)
def test_what_cannot_be_explained_is_said_in_one_line(
    file: Path, what: str, expected: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the remedy, and no traceback."""
    (file.parent / "data" / "raw").mkdir(parents=True)
    monkeypatch.chdir(file.parent)
    assert 1 == cli.main(["explain", what.format(file=file)])
    error = capsys.readouterr().err
    assert expected in error
    assert 1 == len(error.splitlines())


def test_a_statement_is_explained_with_what_corrections_did(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its id in the tables; the decision, who took it and why stand at the end."""
    root = file.parent
    (root / "data" / "raw").mkdir(parents=True)
    file.rename(root / "data" / "raw" / "jia.txt")
    monkeypatch.chdir(root)
    monkeypatch.setattr("compare.study.runs.outputs.EXPORTS", {})
    assert cli.main(["run"]) in (0, 1)
    row = compare.load(root).statements.iloc[0]
    capsys.readouterr()
    assert "corrections: none" in shown(capsys, row["statement_id"])
    (root / "data" / "codebook").mkdir(exist_ok=True)
    (root / "data" / "codebook" / "corrections.yaml").write_text(
        f"- statement_id: {row['statement_id']}\n  plan: {row['plan_id']}\n  change: {{comparator: gt}}\n"
        "  expect: {comparator: ge}\n  reason: 原文如此\n  reviewer: 王\n  date: 2024-01-01\n",
        encoding="utf-8",
    )
    out = shown(capsys, row["statement_id"])
    assert "原文如此 (王, 2024-01-01)" in out
    assert "corrections: none" not in out
    lines = reasons(Study(root))[row["statement_id"]]
    assert all(f"  {line}\n" in out for line in lines["en"])
    assert len(lines["en"]) == len(lines["zh"])


MEANS = (
    "甲市养老服务实施方案\n甲政办发〔2023〕7号\n一、主要任务\n"
    "(一)加强培训。鼓励开展养老护理员培训。\n(二)强化监管。加强对运营补贴资金的监督管理。\n"
    "(三)建设平台。2024年底前建成养老服务信息平台。\n"
)


@pytest.mark.parametrize(
    "line, parts",
    [
        (4, ("Staff training", "“鼓励” only encourages", "level 1")),
        (5, ("refused: Operating subsidy", "is only what is inspected", "Supervision")),
        (6, ("level 3", "a heading of its item", "a date: 2024", "milestone: Build · 养老服务信息平台")),
    ],
)
def test_the_means_of_a_line_are_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: int, parts: tuple[str, ...]
) -> None:
    """Which pattern, which word decided the level, what was refused and why, and what is due when."""
    path = tmp_path / "yi.txt"
    path.write_text(MEANS, encoding="utf-8")
    out = shown(capsys, f"{path}:{line}")
    assert [] == [part for part in parts if part not in out], out
