"""Notebooks and exports of a run: made where stale, removed where obsolete, none in the way of another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from compare.study.place import Study
from compare.study.runs import outputs


def test_stale_notebooks_are_executed_and_others_are_not(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page depends on its notebook, the tables, the codebook and the code."""
    asked: list[tuple[str, ...]] = []

    def execute(folder: Path, out: Path, root: Path, *, only: Any, done: Any, **_: Any) -> list[Path]:
        asked.append(only)
        out.mkdir(parents=True, exist_ok=True)
        for name in only:
            (out / name).with_suffix(".html").write_text("page", encoding="utf-8")
            done(name, None)
        return []

    monkeypatch.setattr("compare.exports.notebooks.execute.execute", execute)
    study.notebooks.mkdir()
    for name in ("01_a.ipynb", "02_b.ipynb"):
        (study.notebooks / name).write_text(json.dumps({"name": name}), encoding="utf-8")
    run(study, notebooks=True)
    run(study, notebooks=True)
    (study.notebooks / "02_b.ipynb").write_text("{}", encoding="utf-8")
    run(study, notebooks=True)
    (study.pages / "01_a.html").unlink()
    run(study, notebooks=True)
    (study.raw / "yi.txt").write_text("乙县养老服务行动方案\n养老服务床位达到400张。\n", encoding="utf-8")
    run(study, notebooks=True)
    assert [
        ("01_a.ipynb", "02_b.ipynb"),
        ("02_b.ipynb",),
        ("01_a.ipynb",),
        ("01_a.ipynb", "02_b.ipynb"),
    ] == asked


def test_a_failed_notebook_is_a_problem_and_tried_again(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others' pages are kept as done."""
    from compare.exports.notebooks.execute import NotebookError

    asked: list[tuple[str, ...]] = []

    def execute(folder: Path, out: Path, root: Path, *, only: Any, done: Any, **_: Any) -> list[Path]:
        asked.append(only)
        out.mkdir(parents=True, exist_ok=True)
        (out / "02_b.html").write_text("page", encoding="utf-8")
        raise NotebookError(("01_a.ipynb, cell 2: KeyError: 'x'; open it",), ())

    monkeypatch.setattr("compare.exports.notebooks.execute.execute", execute)
    study.notebooks.mkdir()
    for name in ("01_a.ipynb", "02_b.ipynb"):
        (study.notebooks / name).write_text("{}", encoding="utf-8")
    first, second = run(study, notebooks=True), run(study, notebooks=True)
    assert ["notebooks/01_a.ipynb, cell 2: KeyError: 'x'; open it"] == first.problems == second.problems
    assert [("01_a.ipynb", "02_b.ipynb"), ("01_a.ipynb",)] == asked


def test_a_page_goes_with_its_notebook(study: Study, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also if its last run failed; a page that no run made stays, though no notebook has its name."""
    from compare.exports.notebooks.execute import NotebookError

    failing = False

    def execute(folder: Path, out: Path, root: Path, *, only: Any, done: Any, **_: Any) -> list[Path]:
        if failing:
            raise NotebookError(tuple(f"{name}, cell 2: KeyError: 'x'; open it" for name in only), ())
        out.mkdir(parents=True, exist_ok=True)
        for name in only:
            (out / name).with_suffix(".html").write_text("page", encoding="utf-8")
        return []

    def pages() -> set[str]:
        return {path.name for path in study.pages.iterdir()}

    monkeypatch.setattr("compare.exports.notebooks.execute.execute", execute)
    study.notebooks.mkdir()
    for name in ("01_a.ipynb", "02_b.ipynb"):
        (study.notebooks / name).write_text("{}", encoding="utf-8")
    run(study, notebooks=True)
    (study.pages / "mine.html").write_text("mine", encoding="utf-8")
    failing = True
    (study.notebooks / "01_a.ipynb").write_text("[]", encoding="utf-8")
    assert 1 == run(study, notebooks=True).exit_code
    assert {"01_a.html", "02_b.html", "mine.html"} == pages()
    (study.notebooks / "01_a.ipynb").unlink()
    assert [] == run(study, notebooks=True).problems
    assert {"02_b.html", "mine.html"} == pages()
    (study.notebooks / "02_b.ipynb").unlink()
    run(study, notebooks=True)
    assert {"mine.html"} == pages()


def test_exports_are_made_when_stale_and_old_files_removed(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A figure that is no longer drawn must not lie beside those that are; what no run made stays."""
    names = [["one.png", "two.png"], ["one.png"]]
    calls: list[int] = []

    def figures(dataset: Any, target: Path) -> list[Path]:
        made = names[len(calls)]
        calls.append(len(dataset.plans))
        assert len(dataset.statements["value_low"])
        target.mkdir(parents=True, exist_ok=True)
        for name in made:
            (target / name).write_bytes(b"png")
        return [target / name for name in made]

    monkeypatch.setattr(outputs, "EXPORTS", {"figures": figures})
    run(study)
    (study.reports / "figures" / "mine.png").write_bytes(b"mine")
    run(study)
    assert [2] == calls
    (study.raw / "yi.txt").write_text("乙县养老服务行动方案\n养老服务床位达到400张。\n", encoding="utf-8")
    run(study)
    assert [2, 2] == calls
    assert {"one.png", "mine.png"} == {path.name for path in (study.reports / "figures").iterdir()}


def test_an_export_that_fails_leaves_the_others(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workbook open in Excel: one line, the rest is made, and the workbook again next time."""

    def locked(dataset: Any, target: Path) -> list[Path]:
        raise PermissionError(13, "Permission denied", str(target))

    def figures(dataset: Any, target: Path) -> list[Path]:
        return []

    monkeypatch.setattr(outputs, "EXPORTS", {"workbook": locked, "figures": figures})
    report = run(study)
    assert [True] == [
        problem.startswith("reports/comparison.xlsx: Permission denied") for problem in report.problems
    ]
    assert "figures: reports/figures" in report.lines
    monkeypatch.setattr(outputs, "EXPORTS", {"workbook": figures, "figures": locked})
    assert 0 == run(study).exit_code
