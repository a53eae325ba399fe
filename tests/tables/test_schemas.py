"""Everything rendered from the descriptions of the tables agrees with them."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.support.tables import files

from compare.tables.comparing.benchmarks import benchmark_schema
from compare.tables.making.build import COUNTED, PER_PLAN, build
from compare.tables.storage import tables_page
from compare.tables.storage.schemas import Schema, schemas
from compare.tables.storage.validation import pandera_schema

ROOT = Path(__file__).parents[2]
# The contract (DESIGN, section 3): these columns, in this order; further ones only behind them.
CONTRACT = {
    "plans": "plan_id region_zh region_en region_code region_level province_zh title document_number "
    "issuer issued_on published_on effective_on horizon_start horizon_end source_file source_format "
    "source_sha256 complete",
    "references": "plan_id title number level relation start end",
    "passages": "plan_id passage_id parent_id level number kind heading start end",
    "statements": "statement_id plan_id passage_id indicator kind subject value_text value_low value_high "
    "unit comparator deadline period scope scope_text implied start end quote rule review",
    "allocations": "plan_id area indicator value unit deadline status start end quote",
    "comparison": "plan_id indicator scope status value_low value_high unit comparator deadline period kind"
    " statement_id",
    "responsibilities": "plan_id passage_id department department_text role start end",
    "instruments": "plan_id passage_id item_id instrument family level mark start end quote departments lead "
    "target_group deadline statement_ids repeats",
    "measures": "plan_id instrument family status level items best_passage_id",
    "milestones": "plan_id passage_id item_id action object deadline responsible lead start end quote",
    "terms": "plan_id term theme count per_10k",
    "reuse": "plan_a plan_b start_a end_a start_b end_b characters text",
    "findings": "finding_id plan_id check severity message start end statement_ids message_zh",
    "numerals": "plan_id start end text role",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_tables_begin_with_the_columns_of_the_contract(name: str) -> None:
    """Researchers' scripts depend on them."""
    expected = CONTRACT[name].split()
    assert expected == list(schemas()[name].names[: len(expected)])


@pytest.mark.parametrize("schema", schemas().values(), ids=lambda schema: schema.name)
def test_every_column_is_described_in_both_languages(schema: Schema) -> None:
    """Titles go to the workbook, descriptions to the data package."""
    texts = [
        schema.title,
        schema.description,
        *(text for column in schema.columns for text in (column.title, column.description)),
    ]
    assert all(text["zh"] and text["en"] for text in texts)


@pytest.mark.parametrize("schema", schemas().values(), ids=lambda schema: schema.name)
def test_keys_orders_and_references_name_columns(schema: Schema) -> None:
    """A misspelt key would check nothing."""
    assert {*schema.key, *schema.order, *schema.refers} <= set(schema.names)
    assert set(schema.key) <= schema.required
    for table, column in schema.refers.values():
        assert column in schemas()[table].key


def test_the_checks_know_every_column() -> None:
    """pandera's schemas are rendered, not written beside."""
    for schema in schemas().values():
        assert list(schema.names) == list(pandera_schema(schema).columns)


def test_the_data_package_describes_what_is_in_the_folder(codebook: object) -> None:
    """Fields, keys, bytes and hashes of the files themselves."""
    content = files(build([], None, [], codebook))  # type: ignore[arg-type]
    assert [*(f"{name}.csv" for name in schemas()), "datapackage.json"] == list(content)
    package = json.loads(content["datapackage.json"])
    for resource in package["resources"]:
        data = content[resource["path"]]
        assert data.decode().splitlines()[0].split(",") == [
            field["name"] for field in resource["schema"]["fields"]
        ]
        assert len(data) == resource["bytes"]
        assert f"sha256:{hashlib.sha256(data).hexdigest()}" == resource["hash"]


def test_tables_that_need_all_plans_are_the_comparison_and_shared_wording() -> None:
    """A table left out of both would never be written."""
    assert {*PER_PLAN, *COUNTED, "comparison", "reuse"} == set(schemas())


def test_the_page_of_the_tables_is_what_the_descriptions_say() -> None:
    """docs/tables.md is rendered: compare-plans codebook docs."""
    assert tables_page.render() == (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")


def test_the_page_shows_how_codes_stay_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who reads a table as the page says has codes of six digits as text, and can join by them."""
    (shown,) = re.findall(r"```python\n(.*?)```", tables_page.render(), flags=re.DOTALL)
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {}
    exec(shown, names)
    codes = names["plans"]["region_code"].dropna()
    assert [] == [code for code in codes if not (isinstance(code, str) and len(code) == 6)]


@pytest.mark.parametrize("name", schemas())
def test_a_row_is_about_its_plan_and_one_of_shared_wording_about_two(name: str) -> None:
    """Whatever else its columns point to."""
    expected = ("plan_a", "plan_b") if name == "reuse" else ("plan_id",)
    assert expected == schemas()[name].plan_columns


def test_the_data_package_says_what_columns_point_to_and_how_they_are_written(codebook: object) -> None:
    """A table that points to itself is called "", as Table Schema has it; a pattern stands where one is."""
    content = files(build([], None, [], codebook))  # type: ignore[arg-type]
    described = {one["name"]: one["schema"] for one in json.loads(content["datapackage.json"])["resources"]}
    for name, schema in schemas().items():
        keys = [(*one["fields"], one["reference"]["resource"]) for one in described[name]["foreignKeys"]]
        assert [(column, "" if of == name else of) for column, (of, _) in schema.refers.items()] == keys
        patterns = [one.get("constraints", {}).get("pattern", "") for one in described[name]["fields"]]
        assert [column.pattern for column in schema.columns] == patterns


def test_the_data_package_says_of_each_column_what_its_description_says(codebook: object) -> None:
    """In both languages, with the unit where there is one; Chinese can be read in the file itself."""
    text = files(build([], None, [], codebook))["datapackage.json"].decode()  # type: ignore[arg-type]
    for described in json.loads(text)["resources"]:
        schema = schemas()[described["name"]]
        assert schema.title["zh"] in text
        for column, field in zip(schema.columns, described["schema"]["fields"], strict=True):
            assert column.title == {"zh": field["title_zh"], "en": field["title"]}
            assert column.description == {"zh": field["description_zh"], "en": field["description"]}
            assert column.unit == field.get("unit", "")


@pytest.mark.parametrize("schema", [*schemas().values(), benchmark_schema()], ids=lambda schema: schema.name)
def test_what_tables_hold_is_said_whole_in_both_languages(schema: Schema) -> None:
    """A comma in a description that is not quoted ends it: what follows would be a third language."""
    for one in (schema, *schema.columns):
        assert {"zh", "en"} == set(one.title) == set(one.description)
