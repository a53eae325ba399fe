"""What an output read decides when it is made again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest

from compare.exports import figure_files
from compare.exports.notebooks.execute import execute
from compare.figures import registry
from compare.study.loading import open_tables
from compare.study.place import Study
from compare.study.runs import exporting, outputs
from compare.tables import reads

Parts = tuple[str, ...] | None


def test_only_what_read_a_changed_part_is_made_again(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A notebook that did not read it stays; one of which nothing is known may have read anything."""
    asked: list[tuple[str, ...]] = []
    known: Mapping[str, Parts] = {
        "01_values.ipynb": ("statements", "codebook"),
        "02_second_coder.ipynb": ("disagreements",),
        "03_unknown.ipynb": None,
        "04_unsure.ipynb": ("plans", reads.EVERYTHING),
    }

    def pretend(
        folder: Path, out: Path, root: Path, done: Any, workers: int, only: tuple[str, ...]
    ) -> list[Path]:
        asked.append(only)
        out.mkdir(parents=True, exist_ok=True)
        for name in only:
            (out / name).with_suffix(".html").write_text("page", encoding="utf-8")
            done(name, known[name])
        return []

    monkeypatch.setattr("compare.exports.notebooks.execute.execute", pretend)
    study.notebooks.mkdir()
    for name in known:
        (study.notebooks / name).write_text(json.dumps({"name": name}), encoding="utf-8")
    run(study, notebooks=True)
    run(study, notebooks=True)
    study.agreement.mkdir(parents=True)
    (study.agreement / "disagreements.csv").write_text("statement_id\n", encoding="utf-8")
    run(study, notebooks=True)
    (study.raw / "yi.txt").write_text("乙县养老服务行动方案\n养老服务床位达到400张。\n", encoding="utf-8")
    run(study, notebooks=True)
    assert [
        tuple(known),
        ("02_second_coder.ipynb", "03_unknown.ipynb", "04_unsure.ipynb"),
        ("01_values.ipynb", "03_unknown.ipynb", "04_unsure.ipynb"),
    ] == asked


def test_a_dataset_says_what_it_reads(study: Study, run: Any) -> None:
    """Each part before it is opened, and nothing that was not asked for."""
    run(study)
    seen: list[str] = []
    dataset = open_tables(study, note=seen.append)
    assert [] == seen
    assert len(dataset.statements)
    assert ["statements"] == seen
    assert "terms" not in seen
    assert dataset.labels.sections["themes"]
    assert {"statements", reads.PLANS_SHOWN, reads.CODEBOOK, reads.of_codebook("themes")} == set(seen)


def test_a_letter_more_in_a_source_makes_only_what_shows_its_tables_again(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A figure of tables that are as they were stands: the fingerprint of a source is in no figure."""
    drawn: list[str] = []

    def draw(name: str, tables: tuple[str, ...]) -> registry.Figure:
        def pages(frames: Any, labels: Any, lang: str) -> tuple[()]:
            drawn.append(f"{name}.{lang}")
            return ()

        return registry.Figure(name, tables, pages)

    for room in (registry, figure_files):
        monkeypatch.setattr(
            room, "CATALOGUE", (draw("values", ("statements", "plans")), draw("who", ("plans",)))
        )
    monkeypatch.setattr(outputs, "EXPORTS", {"figures": exporting.EXPORTS["figures"]})
    run(study, workers=1)
    source = study.raw / "yi.txt"
    source.write_text(source.read_text("utf-8").replace("50%", "52%"), encoding="utf-8", newline="\n")
    run(study, workers=1)
    run(study, workers=1)
    first = ["values.zh", "who.zh", "values.en", "who.en"]
    assert [*first, "values.zh", "values.en"] == drawn


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("import compare; compare.load().statements", {"statements"}),
        ("import compare; len(compare.load().labels.plans)", {reads.PLANS_SHOWN, reads.CODEBOOK}),
        ("open('data/processed/terms.csv', encoding='utf-8').read()", {reads.EVERYTHING}),
        ("1 + 1", {reads.EVERYTHING}),
    ],
)
def test_a_kernel_says_what_its_notebook_read(study: Study, run: Any, cell: str, expected: set[str]) -> None:
    """A table opened without a Dataset, or a notebook that opened none: that may have been anything."""
    run(study)
    study.notebooks.mkdir()
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell)])
    nbformat.write(notebook, study.notebooks / "a.ipynb")
    told: dict[str, Parts] = {}
    execute(study.notebooks, study.pages, study.root, done=told.__setitem__)
    assert {"a.ipynb": expected} == {name: set(parts or ()) for name, parts in told.items()}


def test_notebooks_in_one_kernel_are_told_apart(study: Study, run: Any) -> None:
    """What the first read is not what the second read, though both ran in one process."""
    run(study)
    study.notebooks.mkdir()
    for name, table in (("a", "statements"), ("b", "plans"), ("c", "statements")):
        cell = nbformat.v4.new_code_cell(f"import compare; compare.load().{table}")
        nbformat.write(nbformat.v4.new_notebook(cells=[cell]), study.notebooks / f"{name}.ipynb")
    told: dict[str, Parts] = {}
    execute(study.notebooks, study.pages, study.root, done=told.__setitem__, workers=1)
    assert {"a.ipynb": ("statements",), "b.ipynb": ("plans",), "c.ipynb": ("statements",)} == told
