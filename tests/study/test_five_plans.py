"""The five plans of this repository, from file to tables."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from benchmarks.compared import counts

import compare
from compare.sources import read_file
from compare.study.place import Study
from compare.study.runs import outputs
from compare.study.runs.run import Options, run
from compare.tables.comparing.same_units import measure
from compare.tables.dataset import Dataset
from compare.tables.storage.frames import text_of

ROOT = Path(__file__).parents[2]


@contextmanager
def silent(label: str, total: int) -> Iterator[Any]:
    yield lambda: None


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The tables made from a copy of ``data/raw``."""
    root = tmp_path_factory.mktemp("five")
    shutil.copytree(ROOT / "data" / "raw", root / "data" / "raw")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(outputs, "EXPORTS", {})
        report = run(Study(root), Options(notebooks=False), silent)
    assert [] == report.problems
    return compare.load(root)


@pytest.mark.parametrize(
    "table, column",
    [
        ("statements", "quote"),
        ("allocations", "quote"),
        ("references", "quote"),
        ("mentions", "quote"),
        ("numerals", "text"),
        ("responsibilities", "department_text"),
    ],
)
def test_every_quotation_is_its_slice_of_the_published_text(
    dataset: Dataset, table: str, column: str
) -> None:
    """text[start:end] == quote for every row, in the files as they were published."""
    frame = getattr(dataset, table)
    texts = {row["plan_id"]: dataset.text(row["plan_id"]) for _, row in dataset.plans.iterrows()}
    sliced = [
        texts[plan][start:end]
        for plan, start, end in zip(frame["plan_id"], frame["start"], frame["end"], strict=True)
    ]
    assert len(sliced) > 15
    assert list(frame[column]) == sliced


def test_spans_of_passages_values_and_findings_lie_in_their_text(dataset: Dataset) -> None:
    """A value lies where it says, inside the text; a passage ends after it starts."""
    lengths = {
        plan: len(read_file(ROOT / "data" / "raw" / name).text)
        for plan, name in zip(dataset.plans["plan_id"], dataset.plans["source_file"], strict=True)
    }
    for frame in (dataset.passages, dataset.statements, dataset.findings, dataset.numerals):
        assert (frame["start"] <= frame["end"]).all()
        assert (frame["end"] <= frame["plan_id"].map(lengths)).all()
    statements = dataset.statements
    written = statements[~statements["implied"]]
    assert [
        dataset.text(row["plan_id"])[row["value_start"] : row["value_end"]] for _, row in written.iterrows()
    ] == list(written["value_text"])


def test_zhoukous_annex_gives_its_cells_and_totals(dataset: Dataset) -> None:
    """Twelve counties by five tasks and five totals that add up."""
    cells = dataset.allocations[dataset.allocations["plan_id"] == "zhoukou-2024"]
    rows = cells[~cells["is_total"]]
    assert (60, 5) == (len(rows), int(cells["is_total"].sum()))
    sums = rows.groupby("indicator")["value"].sum()
    totals = cells[cells["is_total"]].set_index("indicator")["value"]
    assert dict(totals) == dict(sums)


def test_a_fragment_is_never_said_to_be_silent(dataset: Dataset) -> None:
    """Of Xianyang only the end is at hand: what is not in it may stand in the rest."""
    statuses = dataset.comparison.groupby("plan_id")["status"].agg(set)
    assert {"stated", "derived", "qualitative", "source_incomplete"} == statuses["xianyang"]
    assert not any("source_incomplete" in found for plan, found in statuses.items() if plan != "xianyang")


def test_a_plan_that_contradicts_itself_is_shown_to_do_so(dataset: Dataset) -> None:
    """Zhoukou: 600 village stations in the goals, 60 in task and annex."""
    cells = dataset.matrix("village_stations").set_index("plan_id")
    cell = cells.loc["zhoukou-2024"]
    assert ("conflicting", 60, 600) == (cell["status"], cell["value_low"], cell["value_high"])
    findings = dataset.findings[dataset.findings["check"] == "conflict"]
    assert "zhoukou-2024" in set(findings["plan_id"])


@pytest.mark.parametrize(
    "plan, check, words",
    [
        ("chuxiong-2024", "damaged_text", "80州岁"),
        ("anning-2022", "injected_text", "足球比分直播"),
    ],
)
def test_damage_and_spam_are_pointed_at_where_they_are(
    dataset: Dataset, plan: str, check: str, words: str
) -> None:
    """A scar of find-and-replace, and spam in a hacked page; the other plans have neither."""
    found = dataset.findings[dataset.findings["check"] == check]
    assert [(plan, words)] == [
        (row["plan_id"], dataset.text(row["plan_id"])[row["start"] : row["end"]])
        for _, row in found.iterrows()
    ]


def test_no_later_deadline_and_no_bound_of_the_five_plans_is_odd(dataset: Dataset) -> None:
    """Read by hand, none of them lowers a floor in time or writes one as a cap."""
    assert set() == {"later_lower", "bound_direction"} & set(dataset.findings["check"])


def test_scopes_are_not_mixed_in_the_nursing_bed_share(dataset: Dataset) -> None:
    """All institutions, county homes for the destitute, new dementia homes: three things, three rows."""
    cells = dataset.matrix("nursing_bed_share").dropna(subset="value_low")
    assert [
        ("general", "altay-2020", 50.0, "2022"),
        ("general", "chuxiong-2024", 60.0, "2026"),
        ("county_special_hardship_institutions", "zhoukou-2024", 55.0, ""),
        ("new_disability_care_institutions", "chuxiong-2024", 80.0, ""),
    ] == [
        (cell["scope"], cell["plan_id"], cell["value_low"], text_of(cell["deadline"]))
        for _, cell in cells.iterrows()
    ]


def test_every_county_is_not_the_whole_area(dataset: Dataset) -> None:
    """县市全覆盖 is a meal service in each county; 40 % of town communities is another row."""
    cells = dataset.matrix("meal_service_coverage").dropna(subset="value_low")
    assert {("each_county", 100.0), ("urban_communities", 40.0), ("administrative_villages", 10.0)} == set(
        zip(cells["scope"], cells["value_low"], strict=True)
    )


def test_every_coded_statement_stands_in_exactly_one_cell(dataset: Dataset) -> None:
    """Nothing is hidden, nothing counted twice, and no row holds two scopes or two measures. Cells of
    areas are the table of allocations."""
    said = dataset.statements.dropna(subset=["indicator", "value_low"])
    areas = dataset.allocations.loc[~dataset.allocations["is_total"], "statement_id"]
    said = said[~said["statement_id"].isin(areas)].set_index("statement_id")
    cells = dataset.comparison.dropna(subset="statement_ids")
    behind = cells.assign(one=cells["statement_ids"].str.split()).explode("one")
    assert sorted(said.index) == sorted(behind["one"])
    for cell in behind.to_dict("records"):
        own = said.loc[cell["one"]]
        assert (cell["indicator"], cell["scope"], cell["measure"]) == (
            own["indicator"],
            own["scope"],
            measure(own["unit"]),
        )


def test_every_value_of_the_comparison_has_its_sentence(dataset: Dataset) -> None:
    """From any cell to the words it rests on."""
    stated = dataset.comparison[dataset.comparison["statement_id"].notna()]
    assert len(stated) > 60
    evidence = dataset.evidence_table(stated["statement_id"]).set_index("statement_id")
    for _, cell in stated.iterrows():
        found = evidence.loc[cell["statement_id"]]
        assert found["plan_id"] == cell["plan_id"]
        assert found["quote"] in found["sentence"]


def test_no_numeral_is_without_a_role(dataset: Dataset) -> None:
    """The ledger of the five plans is closed."""
    assert [] == list(dataset.numerals.loc[dataset.numerals["role"] == "none", "text"])


def test_no_row_has_two_scopes_and_plans_share_twenty(dataset: Dataset) -> None:
    """Like stands beside like, nothing is hidden, and what can be compared is."""
    found = {name.strip(): int(number) for name, number in counts(dataset)}
    assert (0, 0) == (found["rows with statements of two scopes"], found["in no row, or in two"])
    assert 20 <= found["rows in which two plans or more give a value"]
