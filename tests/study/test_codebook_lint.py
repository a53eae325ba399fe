"""What ``compare-plans codebook lint`` says of the codebook as a whole: its version and its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from compare.coding import CodebookError, parse_codebook
from compare.study.codebook.lint import reason_faults, unit_faults, version_faults
from compare.study.commands import codebook_faults

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "version, changes, faults",
    [
        ("2.0", "# Changes\n\n## 2.0\n\n- a\n\n## 1.0\n", 0),
        ("2.0", "## 2.0 (2026-11-28)\n", 0),
        ("2.0", "## 2.0.1\n\n## 2.0\n", 1),
        ("2.0", "## 1.0\n", 1),
        ("2.0", None, 1),
        ("", "## 1.0\n", 1),
    ],
)
def test_the_version_is_the_latest_of_the_changes(
    version: str, changes: str | None, faults: int, tmp_path: Path
) -> None:
    """A version without its section, or a section that is newer than the version, is a fault."""
    file = tmp_path / "CHANGELOG.md"
    if changes is not None:
        file.write_text(changes, encoding="utf-8")
    assert faults == len(list(version_faults(version, file)))


def test_a_code_that_no_plan_states_needs_a_reason(codebook_files: Mapping[str, Any]) -> None:
    """What plans state needs none; what they do not state is named unless it says why it stays."""
    stem = next(stem for stem in codebook_files if stem.startswith("indicators/"))
    plain, kept, *rest = codebook_files[stem]
    files = {**codebook_files, stem: [plain, {**kept, "reason": "A national target."}, *rest]}
    codebook = parse_codebook(files)
    assert "A national target." == codebook.indicators[kept["id"]].reason
    stated = frozenset(codebook.indicators) - {plain["id"], kept["id"]}
    faults = list(reason_faults(codebook, stated))
    assert [True] == [f": {plain['id']}: " in fault for fault in faults]
    assert [] == list(reason_faults(codebook, stated | {plain["id"]}))


def test_a_unit_without_a_name_is_named() -> None:
    """What tables print of a unit is in both languages; a base has its own name, and letters need none."""
    units = ("羽", "张", "公里/小时", "Mbps", "羽")
    faults = list(unit_faults(units, {"张", "公里", "小时"}))
    assert ["wording.yaml: units has no 羽 (a unit of units.yaml); add it"] == faults


@pytest.mark.parametrize("about", [{"version": 2.0}, ["2.0"]])
def test_a_version_that_is_no_text_is_refused(about: Any, codebook_files: Mapping[str, Any]) -> None:
    """2.10 written as a number would be read as 2.1."""
    with pytest.raises(CodebookError, match=r"codebook\.yaml: version"):
        parse_codebook({**codebook_files, "codebook": about})


def test_the_codebook_of_the_project_is_without_fault() -> None:
    """Examples hold, the version is in its changes, and what the five plans do not state has a reason."""
    assert [] == codebook_faults(ROOT)
