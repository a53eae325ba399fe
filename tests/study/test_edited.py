"""After an edit everything is as a first run of the edited study makes it, whatever was kept."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compare.exports import figure_files
from compare.figures import registry
from compare.study.place import Study
from compare.study.runs import exporting, outputs

_DRAWN = ("topics", "values", "matrix", "deadlines", "similarity")


def _replaced(file: str, old: str, new: str) -> Callable[[Study], None]:
    def edit(study: Study) -> None:
        path = study.raw / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    return edit


#: One after the other, each on top of those before.
EDITS: dict[str, Callable[[Study], None]] = {
    "a value": _replaced("yi.txt", "达到50%以上", "达到52%以上"),
    "words beside a value": _replaced("jia.txt", "二、重点任务", "二、主要任务"),
    "a value more": _replaced("yi.txt", "以上。", "以上,养老服务床位达到2000张。"),
    "the name of a plan": _replaced("plans.yaml", "region_en: Yi", "region_en: Yih"),
    "a deadline": _replaced("jia.txt", "到2025年", "到2026年"),
}


def _files(study: Study) -> dict[str, bytes]:
    made = [path for top in (study.processed, study.reports) for path in top.rglob("*") if path.is_file()]
    return {
        path.relative_to(study.root).as_posix(): path.read_bytes()
        for path in made
        if ".state" not in path.parts and path != study.last_changes
    }


def test_outputs_are_those_of_a_first_run(
    study: Study, run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Values, words, rows and names that change; pages that come out the same and pages that do not."""
    figures = tuple(figure for figure in registry.CATALOGUE if figure.name in _DRAWN)
    for room in (registry, figure_files):
        monkeypatch.setattr(room, "CATALOGUE", figures)
    monkeypatch.setattr(exporting, "LANGUAGES", ("zh",))
    exports = {name: exporting.EXPORTS[name] for name in ("explorer", "figures")}
    monkeypatch.setattr(outputs, "EXPORTS", exports)
    run(study, workers=1)
    for number, edit in enumerate(EDITS.values()):
        edit(study)
        run(study, workers=1)
        new = Study(tmp_path / f"new-{number}")
        shutil.copytree(study.raw, new.raw)
        run(new, workers=1)
        assert _files(new) == _files(study)
