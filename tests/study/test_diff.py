"""``diff``: against the run before, a git revision, another folder; and in the workbook."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from compare import cli
from compare.exports.workbook.book import export_workbook
from compare.study.loading import open_tables
from compare.study.place import Study

OLD, NEW = "ge 55 % by 2025 (general)", "ge 65 % by 2026 (general)"
CHANGED = f"jia-2021 nursing_bed_share: value, deadline: {OLD} -> {NEW}"


def edit(study: Study) -> None:
    path = study.raw / "jia.txt"
    text = path.read_text(encoding="utf-8").replace("55%", "65%").replace("到2025年", "到2026年")
    path.write_text(text, encoding="utf-8", newline="\n")


def diff(study: Study, capsys: Any, *what: str) -> list[str]:
    capsys.readouterr()
    assert 0 == cli.main(["diff", *what, "--study", str(study.root)])
    return [line.strip() for line in capsys.readouterr().out.splitlines()]


def git(study: Study, *arguments: str) -> None:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(study.root), *who, *arguments], check=True, capture_output=True)


def test_a_run_says_what_it_changed_and_diff_says_it_again(study: Study, run: Any, capsys: Any) -> None:
    """Also after a run that had nothing to do; the statements are listed by diff only."""
    run(study)
    assert ["no run has changed tables that were there before; name a git revision or a folder"] == diff(
        study, capsys
    )
    edit(study)
    said = [line.strip() for line in run(study).lines]
    counted = "comparison: 0 new, 0 gone, 2 changed (value 1, deadline 2)"
    assert counted in said
    assert CHANGED in said
    run(study)
    again = diff(study, capsys)
    assert "since the run before:" == again[0]
    assert {counted, CHANGED} <= set(again)
    overall = (
        "nursing_bed_share: stated by 2 of 2 plans: 50-55 % (general); 2 at any scope"
        " -> 2 of 2 plans: 50-65 % (general); 2 at any scope"
    )
    said = "养老机构护理型床位占比"
    statement = f"jia-2021 nursing_bed_share: value, deadline: {said}: {OLD} -> {said}: {NEW}"
    expected = [counted, CHANGED, "indicators over all plans: 1 changed", overall, statement]
    assert expected == [line for line in again if line in expected]


def test_a_lost_value_is_a_changed_status(study: Study, run: Any, capsys: Any) -> None:
    """Counted apart: it did not become zero, nor anything else."""
    run(study)
    (study.raw / "yi.txt").write_text("乙县养老服务行动方案\n一、总体目标\n", encoding="utf-8")
    lines = [line.strip() for line in run(study).lines]
    assert "comparison: 0 new, 0 gone, 1 changed in status" in lines
    assert "yi nursing_bed_share: status: ge 50 % by 2024 (general) -> not_stated" in lines


def test_diff_against_another_folder(study: Study, run: Any, capsys: Any, tmp_path: Path) -> None:
    """A study, or its tables alone; a folder without tables is named."""
    run(study)
    shutil.copytree(study.root, tmp_path / "other")
    edit(study)
    run(study)
    for folder in (tmp_path / "other", tmp_path / "other" / "data" / "processed"):
        assert CHANGED in diff(study, capsys, str(folder))
    assert [f"nothing changed since {study.root}"] == diff(study, capsys, str(study.root))
    (tmp_path / "none" / "data" / "raw").mkdir(parents=True)
    assert 1 == cli.main(["diff", str(tmp_path / "none"), "--study", str(study.root)])
    assert "no tables there; name a study that was run" in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_diff_against_a_git_revision(study: Study, run: Any, capsys: Any) -> None:
    """The study may lie anywhere in its repository."""
    run(study)
    top = Study(study.root.parent)
    git(top, "init", "-q")
    git(top, "add", "study/data/raw")
    git(top, "commit", "-qm", "raw")
    git(top, "add", "study/data/processed")
    git(top, "commit", "-qm", "tables")
    edit(study)
    run(study)
    assert CHANGED in diff(study, capsys, "HEAD")
    for rev, expected in (
        ("HEAD~1", "HEAD~1: data/processed/plans.csv is not in that revision"),
        ("nowhere", "nowhere: neither a folder nor a git revision of this study"),
    ):
        assert 1 == cli.main(["diff", rev, "--study", str(study.root)])
        err = capsys.readouterr().err
        assert expected in err
        assert 1 == err.count("\n")


def test_without_git_a_revision_gets_one_line(study: Study, run: Any, capsys: Any, monkeypatch: Any) -> None:
    """On Windows git is often not there."""
    run(study)

    def missing(*_: Any, **__: Any) -> None:
        raise FileNotFoundError(2, "No such file or directory", "git")

    monkeypatch.setattr("compare.study.people.what_changed.subprocess.run", missing)
    assert 1 == cli.main(["diff", "HEAD", "--study", str(study.root)])
    assert "compare-plans: diff: git is not installed; install it" in capsys.readouterr().err


def test_the_workbook_has_the_changes(study: Study, run: Any, tmp_path: Path) -> None:
    """On a sheet of its own; without older tables there is none."""
    run(study)
    first = openpyxl.load_workbook(export_workbook(open_tables(study), tmp_path / "first.xlsx"))
    assert "Changes 变化" not in first.sheetnames
    edit(study)
    run(study)
    book = openpyxl.load_workbook(export_workbook(open_tables(study), tmp_path / "second.xlsx"))
    head, *rows = book["Changes 变化"].iter_rows(values_only=True)
    titles = [str(title).split("\n")[-1] for title in head]
    (cell,) = [
        dict(zip(titles, row, strict=True))
        for row in rows
        if row[titles.index("What code")] == "cell" and "nursing_bed_share" in row
    ]
    assert ("the run before", "数值 value, 期限 deadline", OLD, NEW) == tuple(
        cell[name] for name in ("Since", "Change", "Before", "Now")
    )
