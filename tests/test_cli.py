"""The commands as a user types them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from compare import cli
from compare.tables.storage.schemas import schemas

ROOT = Path(__file__).parents[1]
TEXT = "甲市养老服务实施方案\n到2025年,养老机构护理型床位占比不低于55%,养老服务床位达到3000张。\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "jia.txt"
    path.write_text(TEXT, encoding="utf-8", newline="\n")
    return path


def compare(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, its output as bytes."""
    command = [sys.executable, "-m", "compare", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, check=False, cwd=ROOT, env={**os_environment(), **environment}
    )


def os_environment() -> dict[str, str]:
    import os

    return dict(os.environ)


def test_text_is_printed_to_the_byte(plan: Path) -> None:
    """Offsets count in it: no line is added, no line end changed, on whatever console."""
    done = compare("text", plan, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert (0, TEXT.encode(), b"") == (done.returncode, done.stdout, done.stderr)


def test_extract_writes_the_columns_of_statements(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """CSV and JSON lines hold the same; quotations are slices of the text."""
    assert 0 == cli.main(["extract", str(plan), "--format", "csv"])
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert 0 == cli.main(["extract", str(plan), "--format", "jsonl"])
    objects = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert list(schemas()["statements"].names) == list(table[0]) == list(objects[0])
    assert [("55", "ge", "2025"), ("3000", "eq", "2025")] == [
        (row["value_low"], row["comparator"], row["deadline"]) for row in table
    ]
    assert [55, 3000] == [row["value_low"] for row in objects]
    assert [(row["quote"], None) for row in table] == [
        (TEXT[row["start"] : row["end"]], row["review"]) for row in objects
    ]


def test_extract_shows_a_table_by_default(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line per statement in a pipe, nothing cut off."""
    assert 0 == cli.main(["extract", str(plan)])
    head, first, second = (line.split() for line in capsys.readouterr().out.splitlines())
    assert ["indicator", "kind", "value", "deadline", "scope", "quote"] == head
    assert ["nursing_bed_share", "target", "ge", "55", "%", "2025"] == first[:6]
    assert "养老服务床位达到3000张" == second[-1]


@pytest.mark.parametrize("command", ["text", "extract"])
@pytest.mark.parametrize(
    "name, data, expected",
    [
        ("none.txt", None, "file name: there is no such file; check the path"),
        ("empty.txt", b"", "byte 0: the file is empty; download or save the plan again"),
        ("scan.png", b"\x89PNG", "file name: an image (.png) is not read"),
        (".", None, "file name: this is a folder; name the files in it"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    command: str,
    name: str,
    data: bytes | None,
    expected: str,
) -> None:
    """File, place, what, remedy; exit code 1; nothing on standard output."""
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    assert 1 == cli.main([command, str(path)])
    out, err = capsys.readouterr()
    assert "" == out
    assert err.startswith(f"compare-plans: {path}: {expected}")
    assert 1 == err.count("\n")


@pytest.mark.parametrize(
    "arguments, expected",
    [
        (["check"], "no tables here yet; make them with 'compare-plans run'"),
        (["export", "workbook"], "no tables here yet; make them with 'compare-plans run'"),
        (["run"], "data/raw: no plans; put their files into this folder"),
        (
            ["codebook", "show", "nursing_bed_shares"],
            "no indicator 'nursing_bed_shares'; did you mean nursing_bed_share",
        ),
    ],
)
def test_a_study_without_tables_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], expected: str
) -> None:
    """The first thing a newcomer meets must not be a traceback."""
    (tmp_path / "data" / "raw").mkdir(parents=True)
    assert 1 == cli.main([*arguments, "--study", str(tmp_path)])
    assert expected in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["run"], ["check"], ["export", "figures"], ["lab"], ["codebook", "lint"]]
)
def test_a_folder_that_is_none_is_named(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """--study with a typing error."""
    assert 1 == cli.main([*arguments, "--study", "no/such/folder"])
    assert "compare-plans: no/such/folder: this is not a folder; name the folder that holds data/raw\n" == (
        capsys.readouterr().err.replace("\\", "/")
    )


def test_a_plan_is_added_once_it_is_confirmed(
    tmp_path: Path, plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Shown first; without a terminal or a yes nothing is copied and nothing registered."""
    raw = tmp_path / "study" / "data" / "raw"
    raw.mkdir(parents=True)
    study = ["--study", str(raw.parents[1])]
    assert 1 == cli.main(["add", str(plan), *study])
    assert "add --yes if the entry shown is right" in capsys.readouterr().err
    for typed, code in (("n\n", 0), ("", 130)):  # no, and Ctrl+D
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        assert code == cli.main(["add", str(plan), *study])
        assert [] == list(raw.iterdir())
    assert 0 == cli.main(["add", str(plan), "--yes", *study])
    assert {"jia.txt", "plans.yaml"} == {path.name for path in raw.iterdir()}
    assert "plan_id: jia\n" in capsys.readouterr().out
    assert 1 == cli.main(["add", str(plan), "--yes", *study])
    assert "jia.txt: already registered; see data/raw/plans.yaml" in capsys.readouterr().err
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "jia.txt").write_text("别的方案", encoding="utf-8")
    assert 1 == cli.main(["add", str(tmp_path / "other" / "jia.txt"), "--yes", *study])
    assert "data/raw holds another file of this name" in capsys.readouterr().err


def test_check_counts_and_fails_on_errors(
    tmp_path: Path, plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Warnings do not fail it; an indicator that is none, written in the register, does."""
    raw = tmp_path / "study" / "data" / "raw"
    raw.mkdir(parents=True)
    plan.rename(raw / "jia.txt")
    entry = "- {plan_id: jia, region_zh: 甲市, region_en: Jia, source_file: jia.txt, not_applicable: []}\n"
    (raw / "plans.yaml").write_text(entry, encoding="utf-8")
    study = ["--study", str(raw.parents[1])]
    cli.main(["run", "--no-notebooks", *study])
    capsys.readouterr()
    assert 0 == cli.main(["check", *study])
    assert "numerals without a role: 0 of " in capsys.readouterr().out
    (raw / "plans.yaml").write_text(entry.replace("[]", "[bads]"), encoding="utf-8")
    assert 0 == cli.main(["check", *study])
    assert "the rows of jia are older than what they are made from; " in capsys.readouterr().out
    cli.main(["run", "--no-notebooks", *study])
    capsys.readouterr()
    assert 1 == cli.main(["check", *study])
    assert "jia: error: register: not_applicable names no indicator: bads" in capsys.readouterr().out


def test_the_codebook_shows_an_indicator(capsys: pytest.CaptureFixture[str]) -> None:
    """What is measured, in which unit, by which patterns."""
    assert 0 == cli.main(["codebook", "show", "nursing_bed_share"])
    shown = capsys.readouterr().out
    assert all(
        part in shown
        for part in ("### `nursing_bed_share`", "护理型", "- unit: %", "- match:", "- examples:")
    )


def test_the_codebooks_pages_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The codebook and the tables, both rendered."""
    assert 0 == cli.main(["codebook", "docs", "--output", str(tmp_path / "docs")])
    assert 2 == len(capsys.readouterr().out.splitlines())
    assert "## Scopes" in (tmp_path / "docs" / "codebook.md").read_text(encoding="utf-8")
    assert "## `statements`" in (tmp_path / "docs" / "tables.md").read_text(encoding="utf-8")


def test_the_help_names_every_command_and_is_quick() -> None:
    """It must not wait for pandas, matplotlib or Jupyter."""
    script = (
        "import sys; sys.argv = ['compare-plans', '--help']\n"
        "from compare import cli\n"
        "try: cli.main()\n"
        "except SystemExit: pass\n"
        "heavy = {'pandas', 'numpy', 'matplotlib', 'rich', 'lxml', 'nbformat'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=False)
    assert (0, "") == (done.returncode, done.stderr)
    for command in ("run", "add", "extract", "text", "explain", "check", "diff", "export", "codebook", "lab"):
        assert f"\n    {command} " in done.stdout


@pytest.mark.parametrize(
    "arguments", [["run", "--workers", "0"], ["run", "--workers", "two"], ["extract"], ["fly"], []]
)
def test_wrong_usage_ends_with_two(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """As every command-line tool does, with the usage shown."""
    with pytest.raises(SystemExit) as error:
        cli.main(arguments)
    assert 2 == error.value.code
    assert "usage: compare-plans" in capsys.readouterr().err


def test_a_closed_pipe_is_no_error(plan: Path) -> None:
    """compare-plans text FILE | head"""
    plan.write_text(TEXT * 20_000, encoding="utf-8")
    command = [sys.executable, "-m", "compare", "text", str(plan)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert b"" == process.stderr.read()
        assert 0 == process.wait()
