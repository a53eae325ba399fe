"""New plans: what is proposed for a file, the same plan twice, a newer edition of a plan."""

from __future__ import annotations

import csv
import shlex
from pathlib import Path
from typing import Any

import pytest

from compare import cli
from compare.study.place import Study
from compare.study.register.plans_file import load_register

KUNMING = """昆明市人民政府办公室关于印发昆明市养老服务实施方案的通知
昆政办发〔2021〕15号
昆明市养老服务实施方案
一、总体目标
到2025年,全市养老机构护理型床位占比不低于60%,养老服务床位达到9000张。
二、重点任务
(一)资金保障。每年将不低于60%的福利彩票公益金用于养老服务。
昆明市人民政府办公室
2021年5月5日
"""
NEWER = (
    KUNMING.replace("实施方案", "实施方案(2024年修订)")
    .replace("2021", "2024")
    .replace("15号", "20号")
    .replace("9000", "9900")
)


def drop(study: Study, name: str, text: str) -> None:
    (study.raw / name).write_text(text, encoding="utf-8", newline="\n")


def plans(study: Study) -> dict[str, dict[str, str]]:
    with (study.processed / "plans.csv").open(encoding="utf-8", newline="") as file:
        return {row["plan_id"]: row for row in csv.DictReader(file)}


def test_the_id_says_region_and_year_of_issue(study: Study, run: Any) -> None:
    """Where no date is given, the document number has the year."""
    drop(study, "a.txt", KUNMING.replace("2021年5月5日\n", ""))
    run(study)
    assert "昆明市" == plans(study)["kunming-2021"]["region_zh"]
    assert "" == plans(study)["kunming-2021"]["issued_on"]


def test_a_newer_edition_supersedes_the_old_and_both_are_compared(study: Study, run: Any) -> None:
    """Found by region, title and year; said, marked in the plans table, and nothing of the old is lost."""
    drop(study, "a.txt", KUNMING)
    run(study)
    drop(study, "b.txt", NEWER)
    report = run(study)
    assert [] == report.problems
    assert any(
        "new plan kunming-2024 from data/raw/b.txt; it supersedes kunming-2021" in line
        for line in report.lines
    )
    assert {"kunming-2021": "", "kunming-2024": "kunming-2021"} == {
        plan_id: row["supersedes"] for plan_id, row in plans(study).items() if plan_id.startswith("kunming")
    }
    with (study.processed / "comparison.csv").open(encoding="utf-8", newline="") as file:
        values = {
            row["plan_id"]: row["value_low"]
            for row in csv.DictReader(file)
            if row["indicator"] == "beds_total"
        }
    assert ("9000", "9900") == (values["kunming-2021"], values["kunming-2024"])


@pytest.mark.parametrize(
    "changes",
    [
        {"昆明市": "曲靖市"},  # another region
        {"养老服务实施方案": "托育服务实施方案"},  # another title
        {"2024": "2020"},  # issued earlier
    ],
)
def test_what_is_no_newer_edition_supersedes_nothing(study: Study, run: Any, changes: dict[str, str]) -> None:
    """A guess would hide a plan that is in force."""
    drop(study, "a.txt", KUNMING)
    run(study)
    text = NEWER
    for old, new in changes.items():
        text = text.replace(old, new)
    drop(study, "b.txt", text)
    assert [] == run(study).problems
    assert {""} == {row["supersedes"] for row in plans(study).values()}


def test_the_same_document_in_another_file_is_noticed(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page and the PDF of one plan must not count as two; the line says both ways out, and they work."""
    drop(study, "a.txt", KUNMING)
    run(study)
    drop(study, "b.md", KUNMING.replace("昆政办发〔2021〕15号", "昆政办发[2021] 15号") + "\n附注\n")
    report = run(study)
    (problem,) = report.problems
    assert problem.startswith("data/raw/b.md: the document number 昆政办发")
    assert problem.endswith(
        "is that of a.txt (kunming-2021); delete it, or, if it is a newer edition, "
        "'compare-plans add --supersedes kunming-2021 \"data/raw/b.md\"'"
    )
    assert 3 == len(plans(study))
    monkeypatch.chdir(study.root)
    assert 0 == cli.main(["add", "--yes", *shlex.split(problem.split("compare-plans add ")[1].rstrip("'"))])
    assert [] == run(study).problems
    assert 4 == len(plans(study))


def test_add_registers_a_newer_edition_when_told(study: Study, run: Any, tmp_path: Path, capsys: Any) -> None:
    """Without being told it is the same document; with a wrong id the near one is named."""
    drop(study, "a.txt", KUNMING)
    run(study)
    file = tmp_path / "b.txt"
    file.write_text(KUNMING.replace("9000", "9900"), encoding="utf-8")
    where = ["--yes", "--study", str(study.root)]
    assert 1 == cli.main(["add", str(file), *where])
    assert "leave it out, or, if it is a newer edition" in capsys.readouterr().err
    assert 1 == cli.main(["add", str(file), "--supersedes", "kunming-2012", *where])
    assert "--supersedes kunming-2012: no such plan; did you mean kunming-2021?" in capsys.readouterr().err
    assert 1 == cli.main(["add", str(file), str(file), "--supersedes", "kunming-2021", *where])
    assert "one file supersedes a plan" in capsys.readouterr().err
    assert 0 == cli.main(["add", str(file), "--supersedes", "kunming-2021", *where])
    assert "supersedes: kunming-2021" in capsys.readouterr().out
    newest = load_register(study.register, "plans.yaml").plans[-1]
    assert ("kunming-2021-2", "kunming-2021") == (newest.plan_id, newest.supersedes)


def test_add_notices_the_same_file_under_another_name(
    study: Study, run: Any, tmp_path: Path, capsys: Any
) -> None:
    """By its hash: there is nothing to add."""
    file = tmp_path / "copy.txt"
    file.write_bytes((study.raw / "jia.txt").read_bytes())
    assert 1 == cli.main(["add", str(file), "--yes", "--study", str(study.root)])
    assert f"{file}: the same file as jia.txt (jia-2021); nothing to add\n" in capsys.readouterr().err
    assert not (study.raw / "copy.txt").exists()


def test_add_says_that_a_region_is_not_known(study: Study, tmp_path: Path, capsys: Any) -> None:
    """The plan is registered; the person knows what to write where."""
    file = tmp_path / "bing.txt"
    file.write_text(KUNMING.replace("昆明市", "丙丁市").replace("昆", "丙"), encoding="utf-8")
    assert 0 == cli.main(["add", str(file), "--yes", "--study", str(study.root)])
    assert (
        "data/raw/plans.yaml: bing-2021 (bing.txt): its region is not known; write region_zh"
        in capsys.readouterr().out
    )
