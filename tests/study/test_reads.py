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
from compare.prose import observations
from compare.study.loading import open_tables
from compare.study.place import Study
from compare.study.runs import exporting, outputs
from compare.study.runs.changed.stale import current, table_hashes, take_keys
from compare.study.runs.changed.state import load_state
from compare.tables.dataset import Dataset
from compare.tables.noting import reads

Parts = tuple[str, ...] | None


def test_only_what_read_a_changed_part_is_made_again(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A notebook that did not read it stays; one of which nothing is known may have read anything."""
    asked: list[tuple[str, ...]] = []
    known: Mapping[str, Parts] = {
        "01_values.ipynb": ("statements\tvalue_low\t", "codebook"),
        "02_second_coder.ipynb": ("disagreements",),
        "03_unknown.ipynb": None,
        "04_unsure.ipynb": ("plans\t*\t", reads.EVERYTHING),
    }

    def pretend(
        folder: Path, out: Path, root: Path, done: Any, workers: int, only: tuple[str, ...], branches: Any
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
    """Columns when they are read, and nothing that was not asked for."""
    run(study)
    seen: set[str] = set()
    dataset = open_tables(study, note=seen.add)
    statements = dataset.statements
    assert set() == seen
    assert len(statements["unit"])
    assert {"statements\tunit\t"} == seen
    assert dataset.labels.sections["themes"]
    named = {f"plans\t{name}\t" for name in ("plan_id", "region_zh", "region_en", "issued_on")}
    assert {"statements\tunit\t", *named, reads.CODEBOOK, reads.of_codebook("themes")} == seen


def test_of_an_answer_only_what_is_read_is_noted(study: Study, run: Any) -> None:
    """Which tables it was made of does not matter while it is the same."""
    run(study)
    seen: set[str] = set()
    values = open_tables(study, note=seen.add).long(lang="zh")["value"]
    assert len(values)
    question = reads.question(Dataset.long, (), {"lang": "zh"})
    assert {f"{question}\tvalue\t"} == seen


def test_what_was_noted_is_found_again(study: Study, run: Any) -> None:
    """Noted parts can all be found again in the tables they were read from."""
    run(study)
    seen: set[str] = set()
    dataset = open_tables(study, note=seen.add)
    observations(dataset)
    dataset.labelled(dataset.select(dataset.findings), "en")[["region", "message"]].to_csv()
    dataset.topics(lang="zh").to_csv()
    dataset.evidence_table(dataset.statements["statement_id"])["sentence"].tolist()
    assert len(dataset.national["relation"])
    now = current(study, take_keys(study, ()), table_hashes(study, load_state(study.state).tables))
    assert [] == [part for part in seen if not now.parts[part]]


def test_a_letter_more_in_a_source_makes_only_what_shows_its_tables_again(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A figure of tables that are as they were stands: the fingerprint of a source is in no figure."""
    drawn: list[str] = []

    def draw(name: str, tables: tuple[str, ...]) -> registry.Figure:
        def pages(frames: Any, labels: Any, lang: str) -> tuple[()]:
            drawn.append(f"{name}.{lang}")
            for table in tables:
                frames[table][[one for one in frames[table] if one != "source_sha256"]].to_csv()
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


def test_a_state_that_names_what_has_moved_away_is_stale(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an upgrade that moved a question elsewhere, what read its answer is made again; no run fails."""
    monkeypatch.setattr(outputs, "EXPORTS", {"codebook": exporting.EXPORTS["codebook"]})
    run(study)
    state = json.loads(study.state.read_text(encoding="utf-8"))
    state["reads"]["codebook"].append('["compare.moved.away:told", [], {}]\t*\t')
    state["everything"] = ""
    study.state.write_text(json.dumps(state), encoding="utf-8")
    page = study.reports / "codebook.html"
    page.write_text("old", encoding="utf-8")
    assert [] == run(study).problems
    assert "old" != page.read_text(encoding="utf-8")


def test_a_changed_value_leaves_the_pages_of_other_groups(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a figure drawn group by group only the pages of the value's group are drawn again."""
    drawn: list[str] = []

    def pages(frames: Any, labels: Any, lang: str) -> tuple[()]:
        groups = {labels.group_of[code] for code in frames["comparison"]["indicator"]}
        frames["comparison"]["value_low"].tolist()
        drawn.extend(f"{group}.{lang}" for group in groups)
        return ()

    for room in (registry, figure_files):
        monkeypatch.setattr(
            room, "CATALOGUE", (registry.Figure("grid", ("comparison",), pages, by_group=True),)
        )
    monkeypatch.setattr(outputs, "EXPORTS", {"figures": exporting.EXPORTS["figures"]})
    run(study, workers=1)
    assert len(set(drawn)) > 2
    assert len(set(drawn)) == len(drawn)
    drawn.clear()
    source = study.raw / "yi.txt"
    source.write_text(source.read_text("utf-8").replace("50%", "52%"), encoding="utf-8", newline="\n")
    run(study, workers=1)
    assert ["beds.zh", "beds.en"] == drawn


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("import compare; compare.load().statements[['unit']].value_counts()", {"statements\tunit\t"}),
        (
            "import compare; compare.load().statements[['unit']]",
            {"statements\t#\t", "statements\tunit\t0-3\t50"},
        ),
        ("import compare; compare.load().statements.describe()", {"statements\t*\t"}),
        ("import compare; compare.load().benchmarks", {reads.BENCHMARKS}),
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
    noted: dict[str, Parts] = {}
    execute(study.notebooks, study.pages, study.root, done=noted.__setitem__)
    assert {"a.ipynb": expected} == {name: set(parts or ()) for name, parts in noted.items()}


def test_notebooks_in_one_kernel_are_told_apart(study: Study, run: Any) -> None:
    """What the first read is not what the second read, though both ran in one process."""
    run(study)
    study.notebooks.mkdir()
    for name, table in (("a", "statements"), ("b", "plans"), ("c", "statements")):
        cell = nbformat.v4.new_code_cell(f"import compare; compare.load().{table}.describe()")
        nbformat.write(nbformat.v4.new_notebook(cells=[cell]), study.notebooks / f"{name}.ipynb")
    noted: dict[str, Parts] = {}
    execute(study.notebooks, study.pages, study.root, done=noted.__setitem__, workers=1)
    whole = {"a": "statements", "b": "plans", "c": "statements"}
    assert {f"{name}.ipynb": (f"{table}\t*\t",) for name, table in whole.items()} == noted
