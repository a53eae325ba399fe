"""What ``compare.load()`` returns, over a study made by hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from tests.support.tables import files

from compare.coding import Codebook
from compare.sources import SourceError
from compare.tables.dataset import Dataset
from compare.tables.evidence import sentence_span
from compare.tables.making.build import build, plan_tables
from compare.tables.select import UnknownId
from compare.tables.storage.frames import gather
from compare.tables.words.labels import make_labels

TEXT = "甲市方案\n一、目标\n(一)床位。到2025年,护理型床位占比不低于55%。完。\n"


@pytest.fixture
def dataset(
    make: SimpleNamespace, codebook: Codebook, codebook_files: Mapping[str, Any], tmp_path: Path
) -> Dataset:
    start = TEXT.index("(一)")
    result = make.result(
        TEXT,
        make.fact("护理型床位占比不低于55%", "55%", 55, deadline="2025"),
        passages=(
            make.passage(1, "一", "heading", "目标", 5, 9, None),
            make.passage(2, "一", "item", "床位", start, len(TEXT) - 1, 0),
        ),
    )
    result = make.changed(
        result,
        coded=tuple(
            make.changed(one, statement=make.changed(one.statement, passage=1)) for one in result.coded
        ),
    )
    processed, raw = tmp_path / "processed", tmp_path / "raw"
    processed.mkdir()
    raw.mkdir()
    (raw / "jia.txt").write_bytes(TEXT.encode())
    for name, data in files(
        build([gather([plan_tables(result, codebook)])], None, [make.plan], codebook)
    ).items():
        (processed / name).write_bytes(data)
    return Dataset(processed, raw, lambda: (codebook, make_labels(codebook, codebook_files)))


def test_evidence_leads_back_to_the_sentence(dataset: Dataset) -> None:
    """The full sentence, the headings as written, the document's number and file."""
    found = dataset.evidence("p-2020-1")
    assert "到2025年,护理型床位占比不低于55%。" == found.sentence
    assert "护理型床位占比不低于55%" == found.quote
    assert ("一、目标", "(一)床位") == found.headings
    assert "一、目标 › (一)床位" == found.trail
    assert ("甲政〔2020〕1号", "甲市方案", "jia.txt") == (
        found.document_number,
        found.title,
        found.source_file,
    )
    assert found.sentence == TEXT[found.sentence_start : found.sentence_end]


def test_the_evidence_table_holds_what_evidence_gives(dataset: Dataset) -> None:
    """One row per statement, the same content as one by one."""
    table = dataset.evidence_table()
    assert [dataset.evidence("p-2020-1").sentence] == list(table["sentence"])
    assert ["一、目标 › (一)床位"] == list(table["trail"])
    assert [] == list(dataset.evidence_table([])["sentence"])


@pytest.mark.parametrize(
    "ask, message",
    [
        (lambda data: data.evidence("p-2020-2"), "no statement 'p-2020-2'; did you mean p-2020-1?"),
        (
            lambda data: data.matrix("bed_shares"),
            "no compared indicator 'bed_shares'; did you mean bed_share?",
        ),
        (lambda data: data.text("q"), "no plan 'q'"),
    ],
)
def test_an_unknown_id_names_the_near_ones(dataset: Dataset, ask: Any, message: str) -> None:
    """A typing error should not cost a search through tables."""
    with pytest.raises(UnknownId) as error:
        ask(dataset)
    assert message == str(error.value)


def test_evidence_is_refused_where_the_source_has_changed(dataset: Dataset) -> None:
    """A sentence cut from another text would be a false citation."""
    (dataset.sources / "jia.txt").write_text("甲市方案,改。护理型床位占比不低于65%。" * 3, encoding="utf-8")
    with pytest.raises(SourceError, match="no longer the file that was read"):
        dataset.evidence("p-2020-1")


def test_a_register_cannot_lead_out_of_the_folder(dataset: Dataset) -> None:
    """A source file named ../x is not opened."""
    (dataset.sources.parent / "jia.txt").write_text(TEXT, encoding="utf-8")
    dataset.plans.loc[0, "source_file"] = "../jia.txt"
    with pytest.raises(SourceError, match="leads out of the folder"):
        dataset.text("p-2020")


def test_plans_of_one_region_are_told_apart_by_year_then_by_id(dataset: Dataset) -> None:
    """Two lines of one chart must not carry the same name."""
    row = dataset.plans.iloc[[0]]
    dataset.plans = (
        row.loc[row.index.repeat(4)]
        .assign(plan_id=["a", "b", "c", "d"], issued_on=["2020-01-01", "2021", "2021-05", None])
        .assign(region_zh=["甲市"] * 4)
        .reset_index(drop=True)
    )
    assert ["甲市(2020)", "甲市(b)", "甲市(c)", "甲市(d)"] == [dataset.labels.plan(plan) for plan in "abcd"]
    assert "Jia (2020)" == dataset.labels.plan("a", "en")


@pytest.mark.parametrize(
    "text, quote, expected",
    [
        ("甲。乙50%丙。丁", "50%", "乙50%丙。"),
        ("甲50%", "50%", "甲50%"),
        ("标题\n  乙50%\n丁", "50%", "乙50%"),
        ("说“到50%。”然后。", "50%", "说“到50%。”"),
        ("甲;乙50%;丙。丁", "50%", "甲;乙50%;丙。"),
        ("达到50%。乙", "达到50%。", "达到50%。"),
        ("甲到50%。乙到60%。丙", "50%。乙到60%", "甲到50%。乙到60%。"),
    ],
)
def test_a_sentence_ends_at_its_stop_or_its_line(text: str, quote: str, expected: str) -> None:
    """Semicolons do not end it, closing quotation marks belong to it."""
    start = text.index(quote)
    assert expected == text[slice(*sentence_span(text, start, start + len(quote)))]


def test_the_codebook_of_a_dataset_is_the_one_it_was_made_with(dataset: Dataset, codebook: Codebook) -> None:
    """Researchers look up patterns and definitions there."""
    assert codebook is dataset.codebook


def test_values_are_for_each_thousand_unless_another_number_is_asked_for(dataset: Dataset) -> None:
    """As on the page of all figures; every one of them has its rows there."""
    folder = dataset.folder.parent / "context"
    folder.mkdir()
    (folder / "a.csv").write_text(
        "region_code,year,variable,value,unit,source\n110000,2020,老年人,4000,人,\n110000,2020,人口,9,万人,\n",
        encoding="utf-8",
    )
    dataset.comparison = dataset.comparison.assign(unit="张")
    asked = {times: dataset.per("老年人", times) for times in (100, 1000)}
    pd.testing.assert_frame_equal(asked[1000], dataset.per("老年人"))
    assert not asked[1000].equals(asked[100])
    every = [dataset.per(name) for name in ("人口", "老年人")]
    pd.testing.assert_frame_equal(pd.concat(every, ignore_index=True), dataset.beside_regions)
    with pytest.raises(UnknownId, match="variable of data/context"):
        dataset.per("户数")
