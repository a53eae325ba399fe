"""What is noted of a study beside the rows and columns of its tables: answers, names, files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from compare.coding import Codebook
from compare.tables.dataset import Dataset
from compare.tables.noting import reads
from compare.tables.noting.study_tables import NotedDataset, found_in
from compare.tables.storage.schemas import schemas
from compare.tables.words.labels import Labels


@pytest.fixture
def noted() -> list[str]:
    return []


@pytest.fixture
def study(tmp_path: Path, noted: list[str], codebook: Codebook, labels: Labels) -> NotedDataset:
    """A study of two plans of which everything read is ``noted``."""
    within = Dataset(tmp_path, tmp_path, lambda: (codebook, labels))
    frame = pd.DataFrame({"plan_id": ["a", "b"]})
    for name in (*schemas(), "national", "beside_regions", "benchmarks", "disagreements"):
        setattr(within, name, frame)
    for name, value in {"labels": labels, "about_regions": "context", "changes": "changes"}.items():
        setattr(within, name, value)
    return NotedDataset(within, noted.append)


@reads.asked
def plans(dataset: Any, ids: list[str]) -> pd.DataFrame:
    """A question whose answer is a table."""
    return dataset.plans[dataset.plans["plan_id"].isin(ids)]


@reads.asked
def count(dataset: Any, ids: Any = ()) -> int:
    """A question whose answer is none."""
    return len(dataset.plans)


@pytest.mark.parametrize("name", [*schemas(), "national", "beside_regions"])
def test_each_table_notes_what_of_it_is_read(study: NotedDataset, noted: list[str], name: str) -> None:
    """Of one that is put in place of another it can no longer be told, nor of answers given before."""
    count(study)
    noted.clear()
    assert ["a", "b"] == getattr(study, name)["plan_id"].tolist()
    assert [f"{name}\tplan_id\t"] == noted
    setattr(study, name, pd.DataFrame({"plan_id": ["c"]}))
    assert (reads.EVERYTHING, {}) == (noted[-1], study.within.answers)
    assert ["c"] == getattr(study, name)["plan_id"].tolist()


@pytest.mark.parametrize(
    "name, parts",
    [
        ("benchmarks", {reads.BENCHMARKS}),
        ("changes", {reads.CHANGES}),
        ("disagreements", {reads.DISAGREEMENTS}),
        ("about_regions", {reads.CONTEXT, "plans\tregion_code\t", "allocations\tregion_code\t"}),
        ("codebook", {reads.CODEBOOK}),
        (
            "labels",
            {reads.CODEBOOK}
            | {f"plans\t{name}\t" for name in ("plan_id", "region_zh", "region_en", "issued_on")},
        ),
    ],
)
def test_what_lies_beside_the_tables_is_noted_as_a_whole(
    study: NotedDataset, noted: list[str], name: str, parts: set[str]
) -> None:
    """Labels name plans as their table does; figures about regions are told of those that plans are of."""
    getattr(study, name)
    assert parts == set(noted)


def test_of_an_answer_is_noted_what_of_it_is_read(study: NotedDataset, noted: list[str]) -> None:
    """A table by its cells, whatever else as a whole; not what was read to answer. It is answered once, and
    what is done to an answer changes no other."""
    answer = plans(study, ["b"])
    question = '["tests.tables.test_noted_study:plans", [["b"]], {}]'
    assert [] == noted
    assert ["b"] == answer["plan_id"].tolist()
    assert [f"{question}\tplan_id\t"] == noted
    answer["plan_id"] = "c"
    assert ["b"] == plans(study, ("b",))["plan_id"].tolist() == plans(study, iter("b"))["plan_id"].tolist()
    noted.clear()
    assert 2 == count(study) == count(study)
    whole = '["tests.tables.test_noted_study:count", [], {}]\t=\t'
    assert {whole} == set(noted)
    assert {question, whole.partition("\t")[0]} == set(study.within.answers)


def test_a_question_is_the_same_in_any_order_of_its_names() -> None:
    """Else an answer that is kept would be asked for again."""
    first, second = ({"a": 1, "b": 2}, {"b": 2, "a": 1})
    assert reads.question(count, ["x"], first) == reads.question(count, ["x"], second)
    assert reads.question(count, ["x"], first) != reads.question(count, ["y"], first)


def test_a_question_about_what_cannot_be_written_reads_everything(
    study: NotedDataset, noted: list[str]
) -> None:
    """It is answered all the same, and the answer is not kept."""
    assert (2, [reads.EVERYTHING], {}) == (count(study, object()), noted, study.within.answers)
    assert 2 == count(study.within)


@pytest.mark.parametrize("function", ["os:system", "comparer:run", "functools:lru_cache"])
def test_a_question_names_a_function_of_this_package_alone(function: str, tmp_path: Path) -> None:
    """The state of a study may come from anybody: nothing else is imported or called."""
    study = Dataset(tmp_path, tmp_path, lambda: pytest.fail("the codebook is not asked for"))
    with pytest.raises(LookupError, match="no question of this package"):
        found_in(study, f'["{function}", [], {{}}]')


@pytest.mark.parametrize("function", ["compare.moved:away", "compare.prose:gone", "compare.prose:told.no"])
def test_a_question_of_another_version_is_one_that_cannot_be_asked(function: str, tmp_path: Path) -> None:
    """What is left of an older version may name what is no longer there; what read its answer is stale."""
    study = Dataset(tmp_path, tmp_path, lambda: pytest.fail("the codebook is not asked for"))
    with pytest.raises((LookupError, AttributeError)) as raised:
        found_in(study, f'["{function}", [], {{}}]')
    assert "no question of this package" not in str(raised.value)


def test_a_question_of_this_package_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the arguments it was noted with; the answer is kept with the others."""
    asked: list[tuple[Any, ...]] = []
    monkeypatch.setattr(Dataset, "answer", lambda _, *asking: asked.append(asking) or 7)
    study = Dataset(tmp_path, tmp_path, lambda: pytest.fail("the codebook is not asked for"))
    question = '["compare.tables.dataset:Dataset.matrix", ["beds"], {"lang": "zh"}]'
    assert (7, 7) == (found_in(study, question), found_in(study, question))
    to: Any = Dataset.matrix
    assert ([(to.__wrapped__, ("beds",), {"lang": "zh"})], {question: 7}) == (asked, study.answers)


def test_only_sections_that_words_are_counted_by_are_noted() -> None:
    """Each has a file of its own in the codebook; all others are the codebook."""
    noted: list[str] = []
    sections = reads.NotedSections({"themes": {}, "kinds": {"target": {"en": "Target"}}}, noted.append)
    assert (["themes", "kinds"], 2, []) == (list(sections), len(sections), noted)
    assert ("Target", {}) == (sections["kinds"]["target"]["en"], sections["themes"])
    assert [reads.of_codebook("themes")] == noted


def test_only_what_others_open_is_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of data that a dataset opens is noted by its cells; opened by other means it counts as a whole,
    also after a dataset has opened others, one within another. Files elsewhere do not count."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(reads.VARIABLE, "")
    monkeypatch.setattr(reads, "_noted", set())
    for name in ("data/a.csv", "elsewhere/a.csv"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("a", encoding="utf-8")
    reads.note_in(str(tmp_path / "log"))
    reads.watch()
    with reads.ours():
        with reads.ours():
            (tmp_path / "data/a.csv").read_text(encoding="utf-8")
        (tmp_path / "data/a.csv").read_text(encoding="utf-8")
    (tmp_path / "elsewhere/a.csv").read_text(encoding="utf-8")
    assert not (tmp_path / "log").exists()
    (tmp_path / "data/a.csv").read_text(encoding="utf-8")
    (tmp_path / "data/a.csv").read_text(encoding="utf-8")
    assert f"{reads.EVERYTHING}\n" == (tmp_path / "log").read_text(encoding="utf-8")
