"""Plans across: what is read first stands first, and no missing value is a number."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from tests.support.tables import files

from compare.coding import Codebook
from compare.tables.across import LEVELS, MATRIX, matrix
from compare.tables.dataset import Dataset
from compare.tables.making.build import build, plan_tables
from compare.tables.plan_topics import TOPICS
from compare.tables.select import UnknownId
from compare.tables.storage.frames import gather
from compare.tables.words.labels import make_labels


@pytest.fixture(scope="module")
def dataset(
    make: SimpleNamespace,
    codebook: Codebook,
    codebook_files: Mapping[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Dataset:
    """Jia states a share and beds, Yi contradicts itself on the share and speaks of no beds."""
    root = tmp_path_factory.mktemp("across")
    yi = make.changed(make.plan, plan_id="yi-2021", region_zh="乙县", region_en="Yi", source_file="yi.txt")
    results = [
        make.result(
            "护理型床位占比不低于55%。养老床位达到100—200张。",
            make.fact("护理型床位占比不低于55%", "55%", 55, deadline="2025"),
            make.fact("养老床位达到100—200张", "100—200张", 100, 200, "张", "range", "", "beds"),
        ),
        make.result(
            "护理型床位占比达到30%。护理型床位占比达到50%。",
            make.fact("护理型床位占比达到30%", "30%", 30, comparator="eq"),
            make.fact("护理型床位占比达到50%", "50%", 50, comparator="eq"),
            plan=yi,
        ),
    ]
    tables = build([gather([plan_tables(one, codebook) for one in results])], None, [make.plan, yi], codebook)
    for name, data in files(tables).items():
        (root / name).write_bytes(data)
    return Dataset(root, root, lambda: (codebook, make_labels(codebook, codebook_files)))


def test_the_matrix_says_first_what_is_read_first(dataset: Dataset) -> None:
    """Region, value with its sign and unit, deadline, status; both values of a contradiction."""
    found = dataset.matrix("bed_share")
    assert list(MATRIX) == list(found.columns)
    assert [["Jia", "≥ 55%", "2025", "stated"], ["Yi", "30% ≠ 50%", "", "conflicting"]] == (
        found.iloc[:, :4].fillna("").to_numpy().tolist()
    )
    assert ("overall", 55.0, 55.0, "%", "ge", "p-2020") == tuple(found.loc[0, list(MATRIX[4:10])])


def test_the_matrix_is_in_the_language_asked_for(dataset: Dataset) -> None:
    """Names and units; a dash stands where a plan gives no value, and the status says why."""
    found = dataset.matrix("beds", "general", lang="zh")
    assert [["甲市", "100–200 张", "stated"], ["乙县", "—", "not_stated"]] == (
        found[["region", "says", "status"]].to_numpy().tolist()
    )


def test_the_matrix_of_a_scope_is_of_this_scope_alone(dataset: Dataset) -> None:
    """Whichever comes before or behind it by name; a scope it is not compared at is an error."""
    general = dataset.comparison
    beds = pd.concat([general, general.assign(scope="existing"), general.assign(scope="rural")])
    found = {
        scope: len(matrix(beds, dataset.statements, dataset.labels, "beds", scope))
        for scope in (None, "existing", "general", "rural")
    }
    assert {None: 6, "existing": 2, "general": 2, "rural": 2} == found
    with pytest.raises(UnknownId, match="no scope of beds 'rurall'"):
        dataset.matrix("beds", "rurall")


def test_wide_has_plans_down_and_a_unit_for_every_column(dataset: Dataset) -> None:
    """Columns in the order of the figures, each with indicator, scope and unit."""
    found = dataset.wide()
    assert ["Jia", "Yi"] == list(found.index)
    assert list(LEVELS) == list(found.columns.names)
    assert [("bed_share English", "overall", "%"), ("beds English", "overall", "beds")] == list(found.columns)
    assert ["float64"] * 2 == [str(kind) for kind in found.dtypes]


def test_a_contradiction_and_silence_are_no_numbers(dataset: Dataset) -> None:
    """NaN in both, never a zero or the one of two values that comes first; the words are in ``says``."""
    numbers, said = dataset.wide(), dataset.wide(show="says")
    assert [[55.0, 100.0], [None, None]] == numbers.astype(object).where(
        numbers.notna(), None
    ).to_numpy().tolist()
    assert [["≥ 55%", "100–200 beds"], ["30% ≠ 50%", "—"]] == said.to_numpy().tolist()
    assert 200.0 == dataset.wide(show="value_high").iloc[0, 1]
    assert "conflicting" == dataset.wide(show="status").iloc[1, 0]


def test_wide_is_selected_by_group_and_region(dataset: Dataset) -> None:
    """Nothing stated is no column, not an error; a name that nothing has is an error."""
    assert (1, 2) == dataset.wide("beds", region="Jia").shape
    assert (2, 0) == dataset.wide("parameters").shape
    with pytest.raises(UnknownId, match="no group 'bets'; did you mean beds"):
        dataset.wide("bets")


def test_topics_count_numbers_and_words(dataset: Dataset) -> None:
    """A contradiction is a number too; a group without themes has no tasks."""
    found = dataset.topics("beds")
    assert list(TOPICS) == list(found.columns)
    assert [("Jia", 2, 0), ("Yi", 1, 0)] == list(
        found[["region", "values", "tasks"]].itertuples(index=False, name=None)
    )


def test_a_topic_without_numbers_shows_its_tasks(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """An item counts for the theme that most of its clauses have, and names the section it stands in."""
    passages = pd.DataFrame(
        [
            ("yi-2021", "a", None, 1, "资金保障", None),
            ("yi-2021", "b", "a", 2, None, "b"),
            ("yi-2021", "c", "a", 2, None, "c"),
        ],
        columns=["plan_id", "passage_id", "parent_id", "level", "heading", "item_id"],
    )
    clauses = pd.DataFrame(
        [("yi-2021", "b", "funding"), ("yi-2021", "c", "funding staff"), ("yi-2021", "c", "staff")],
        columns=["plan_id", "passage_id", "themes"],
    )
    labels = dataset.labels
    for name, frame in (("passages", passages), ("clauses", clauses)):
        monkeypatch.setitem(vars(dataset), name, frame)
    themes = {"beds": ("funding",), "parameters": ("staff",)}
    monkeypatch.setitem(vars(dataset), "labels", type(labels)(**fields(labels) | {"themes_of": themes}))
    found = dataset.topics(region="yi-2021").set_index("group")
    assert (1, "b", "资金保障") == tuple(found.loc["beds", ["tasks", "item_ids", "sections"]])


def fields(labels: Any) -> dict[str, Any]:
    return {name: getattr(labels, name) for name in type(labels).__slots__}
