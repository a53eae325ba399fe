"""The plans as references: nothing made up, nothing that a reference manager would misread."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from compare.exports.citations import bibtex, export_citations
from compare.exports.rows.references import apa
from compare.tables.dataset import Dataset


def _item(**fields: Any) -> dict[str, Any]:
    return {"id": "jia-2020", "title": "方案", "note": "jia.txt"} | fields


def test_every_plan_is_an_item_of_csl_json(dataset: Dataset, tmp_path: Path) -> None:
    """One item a plan in the order of the register, with issuer, number and whole date where stated."""
    path, *_ = export_citations(dataset, tmp_path)
    items = json.loads(path.read_text(encoding="utf-8"))
    assert list(dataset.plans["plan_id"]) == [item["id"] for item in items]
    first = dataset.plans.iloc[0]
    assert [{"literal": first["issuer"]}] == items[0]["author"]
    assert first["document_number"] == items[0]["number"]
    assert list(map(int, first["issued_on"].split("-"))) == items[0]["issued"]["date-parts"][0]


def test_text_is_gb_7714(dataset: Dataset, tmp_path: Path) -> None:
    """One numbered line a plan: issuer, title: number[Z], date."""
    *_, path = export_citations(dataset, tmp_path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [f"[{number}]" for number in range(1, len(dataset.plans) + 1)] == [
        line.split(" ")[0] for line in lines
    ]
    assert any("] +甲市人民政府. =HYPERLINK(1)甲市方案: @甲政〔2020〕1号[Z]." in line for line in lines)


def test_the_same_plans_give_the_same_bytes(dataset: Dataset, tmp_path: Path) -> None:
    """References depend on the tables only."""
    first, second = (
        [path.read_bytes() for path in export_citations(dataset, tmp_path / name)] for name in ("a", "b")
    )
    assert first == second


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (_item(title="50%_规划&方案{1}"), r"  title = {{50\%\_规划\&方案\{1\}}},"),
        (_item(author=[{"literal": "民政局"}, {"literal": "财政局"}]), "  author = {{民政局} and {财政局}},"),
        (_item(issued={"date-parts": [[2020, 12, 8]]}), "  month = dec,"),
        (_item(issued={"date-parts": [[2020]]}), "  year = {2020},"),
        (_item(id="a b,c"), "@misc{a-b-c,"),
    ],
)
def test_bibtex_holds_what_the_item_says(item: dict[str, Any], line: str) -> None:
    """Special characters are escaped, corporate authors stay whole, keys hold no blank or comma."""
    assert line in bibtex(item).splitlines()


def test_bibtex_leaves_out_what_is_not_stated() -> None:
    """A plan without issuer, number and date has no such fields: an empty one would print as a gap."""
    assert [
        "@misc{jia-2020,",
        "  title = {{方案}},",
        "  note = {jia.txt},",
        "  langid = {chinese},",
        "}",
    ] == (bibtex(_item()).splitlines())


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            {"author": [{"literal": "甲"}], "issued": {"date-parts": [[2020, 5]]}, "number": "甲〔2020〕1号"},
            "甲. (2020). 方案 (甲〔2020〕1号).",
        ),
        (
            {"author": [{"literal": one} for one in "甲乙丙"], "issued": {"date-parts": [[2020]]}},
            "甲, 乙, & 丙. (2020). 方案.",
        ),
        ({"author": [{"literal": "甲"}]}, "甲. (n.d.). 方案."),
        ({}, "方案. (n.d.)."),
    ],
)
def test_apa_has_the_year_behind_the_author(item: dict[str, Any], expected: str) -> None:
    """What is not known is left out or n.d., never made up; without an author the title stands first."""
    assert expected == apa(_item(**item))
