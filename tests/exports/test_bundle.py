"""The bundle: complete, self-describing, and the same bytes on every rerun."""

from __future__ import annotations

import importlib.util
import io
import json
import zipfile
from pathlib import Path

import pandas as pd
import pytest
import yaml

from compare.exports import bundle
from compare.exports.figure_files import charts
from compare.tables.dataset import Dataset
from compare.tables.storage.schemas import schemas


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """One figure instead of all: drawing them is tested elsewhere and takes long."""
    monkeypatch.setattr(bundle, "charts", lambda dataset, lang: charts(dataset, lang, "topics"))
    monkeypatch.setattr(bundle, "FORMATS", ("svg",))


@pytest.fixture
def made(few: None, dataset: Dataset, study: Path, tmp_path: Path) -> Path:
    """A bundle with one codebook file and one page."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "01_plans.html").write_text("<p>甲市</p>", encoding="utf-8")
    codebook = {"indicators/beds.yaml": study / "data" / "codebook" / "indicators" / "beds.yaml"}
    return bundle.export_bundle(dataset, tmp_path / "bundle.zip", codebook, [pages / "01_plans.html"])


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_bundle_holds_every_table_as_it_is(made: Path, dataset: Dataset) -> None:
    """The CSV is that of the study, byte for byte, with a descriptor whose hashes fit."""
    found = members(made)
    for name in schemas():
        assert (dataset.folder / f"{name}.csv").read_bytes() == found[f"tables/{name}.csv"]
        assert found[f"tables-excel/{name}.csv"].startswith(b"\xef\xbb\xbf")
    described = {one["name"]: one for one in json.loads(found["tables/datapackage.json"])["resources"]}
    assert {name: len(found[f"tables/{name}.csv"]) for name in schemas()} == {
        name: one["bytes"] for name, one in described.items()
    }


def test_codebook_figures_pages_and_national_values_are_in_it(made: Path) -> None:
    """Each in the folder that the read-me names; no folder goes unexplained."""
    found = members(made)
    wanted = {
        "codebook/indicators/beds.yaml", "figures/topics.zh.svg", "figures/topics.en.csv",
        "notebooks/01_plans.html", "tables-excel/benchmarks.csv", "tables-excel/national.csv",
    }  # fmt: skip
    assert wanted <= set(found)
    readme = found["README.md"].decode("utf-8")
    for folder in {name.split("/")[0] for name in found if "/" in name}:
        assert f"`{folder}/`" in readme
    assert "exports." not in readme


def test_the_citation_names_each_plan_and_the_hash_of_its_source(made: Path, dataset: Dataset) -> None:
    """What was read is fixed by SHA-256; what a fragment does not state is left out, not invented."""
    described = yaml.safe_load(members(made)["CITATION.cff"])
    references = described["references"]
    assert len(dataset.plans) == len(references)
    for plan, reference in zip(dataset.plans.to_dict("records"), references, strict=True):
        assert plan["source_sha256"] in reference["notes"]
        assert reference["title"]
        assert all(value for value in reference.values())
    assert described["version"]


def test_a_rerun_gives_the_same_bytes(made: Path, dataset: Dataset, study: Path, tmp_path: Path) -> None:
    codebook = {"indicators/beds.yaml": study / "data" / "codebook" / "indicators" / "beds.yaml"}
    again = bundle.export_bundle(
        dataset, tmp_path / "again.zip", codebook, [tmp_path / "pages" / "01_plans.html"]
    )
    assert made.read_bytes() == again.read_bytes()


def test_parquet_only_where_it_can_be_written(
    few: None, dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pyarrow is an extra: without it the bundle is whole but for that folder."""
    find = importlib.util.find_spec
    hidden = lambda name, *rest: None if name == "pyarrow" else find(name, *rest)  # noqa: E731
    monkeypatch.setattr(bundle.importlib.util, "find_spec", hidden)
    found = members(bundle.export_bundle(dataset, tmp_path / "bundle.zip"))
    assert "tables/plans.csv" in found
    assert not [name for name in found if name.endswith(".parquet")]
    assert "tables-parquet" not in found["README.md"].decode("utf-8")


@pytest.mark.skipif(importlib.util.find_spec("pyarrow") is None, reason="pyarrow is not installed")
def test_parquet_reads_back(made: Path, dataset: Dataset) -> None:
    back = pd.read_parquet(io.BytesIO(members(made)["tables-parquet/comparison.parquet"]))
    assert list(dataset.comparison) == list(back)
    assert dataset.comparison["value_low"].equals(back["value_low"])


def test_text_that_excel_would_calculate_stays_text(made: Path) -> None:
    """A title that begins with = gets an apostrophe in the tables for Excel only."""
    found = members(made)
    assert b",'=HYPERLINK" in found["tables-excel/plans.csv"]
    assert b",=HYPERLINK" in found["tables/plans.csv"]
