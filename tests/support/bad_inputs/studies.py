"""A small study with one good plan, and the command run in it."""

from __future__ import annotations

import io
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

from compare import cli

PREFIX = "compare-plans: "


GOOD = "good.txt"


TEXT = "甲市养老服务实施方案\n到2025年,养老机构护理型床位占比不低于55%,养老服务床位达到3000张。\n"


ENTRY = "- plan_id: good\n  region_zh: 甲市\n  region_en: Jia\n  source_file: good.txt\n"


LONG = "到2025年,全市养老机构护理型床位占比不低于55%,养老服务床位达到3000张。" * 20


def small_study(root: Path) -> Path:
    """A study of one good plan; returns its data/raw."""
    raw = root / "data" / "raw"
    raw.mkdir(parents=True)
    (raw / GOOD).write_text(TEXT, encoding="utf-8", newline="\n")
    (raw / "plans.yaml").write_text(ENTRY, encoding="utf-8", newline="\n")
    return raw


def command(study: Path, *arguments: str) -> tuple[int, list[str]]:
    """Exit code of a command in ``study`` and the lines it printed: results, then problems.

    Without LibreOffice and text recognition, whatever is installed here.
    """
    results, problems = io.StringIO(), io.StringIO()
    with (
        chdir(study),
        redirect_stdout(results),
        redirect_stderr(problems),
        mock.patch("compare.sources.installed.conversion.office", return_value=""),
        mock.patch("compare.sources.load.recogniser", return_value=None),
    ):
        code = cli.main(list(arguments))
    return code, [*results.getvalue().splitlines(), *problems.getvalue().splitlines()]


def run(study: Path) -> tuple[int, list[str]]:
    """``compare-plans run`` without exports, which have tests of their own."""
    with mock.patch("compare.study.runs.outputs.EXPORTS", {}):
        return command(study, "run", "--no-notebooks")
