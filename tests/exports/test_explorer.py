"""The explorer page holds every value with its sentence, and nothing that leaves the page."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml
from hatchling.builders.wheel import WheelBuilder
from tests.support.explorer import CLOSING, WORDING, explorer_study

from compare.coding import Codebook
from compare.exports.explorer.html_page import SCRIPTS, STYLES, explorer_bytes, export_explorer, json_for_html
from compare.exports.explorer.packing import TABLES, packed
from compare.exports.explorer.page_data import explorer_data
from compare.sources import SourceError
from compare.tables.comparing.compared_rows import row_ids
from compare.tables.dataset import Dataset
from compare.tables.storage.frames import records, text_of

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "src" / "compare" / "exports" / "explorer" / "page"


class Page(HTMLParser):
    """Elements with their attributes, and the text of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.inside = f"{tag}#{dict(attrs).get('id', '')}"

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        self.texts.append((self.inside, data))

    def text(self, name: str) -> str:
        return "".join(text for tag, text in self.texts if tag == name)


@pytest.fixture(scope="module")
def dataset(
    make: Any, codebook: Codebook, codebook_files: Mapping[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Dataset:
    return explorer_study(tmp_path_factory.mktemp("explorer"), make, codebook, codebook_files)


@pytest.fixture(scope="module")
def data(dataset: Dataset) -> dict[str, Any]:
    return explorer_data(dataset)


@pytest.fixture(scope="module")
def html(dataset: Dataset) -> str:
    return explorer_bytes(dataset).decode("utf-8")


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def unpacked(packed: dict[str, Any]) -> dict[str, Any]:
    """What ``core.js`` makes of the packed data."""
    lines = packed.pop("lines")
    for name in TABLES:
        packed[name] = [dict(zip(packed[name]["keys"], row, strict=True)) for row in packed[name]["rows"]]
    for one in packed["statements"]:
        one["why"] = {lang: [lines[number] for number in said] for lang, said in one["why"].items()}
    return packed


def sources(*names: str) -> str:
    return "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in names)


def test_rerun_writes_the_same_bytes(dataset: Dataset, tmp_path: Path) -> None:
    """A page that changes without its data changing shows as new to whoever keeps it."""
    again = Dataset(dataset.folder, dataset.sources, lambda: (dataset.codebook, dataset.labels))
    path = export_explorer(dataset, tmp_path / "deep" / "explorer.html")
    assert explorer_bytes(again) == path.read_bytes()


def test_page_reads_back_as_the_data_it_was_made_of(page: Page, data: dict[str, Any]) -> None:
    """The JSON survives its place in HTML whatever the plans hold; nothing of theirs becomes markup."""
    assert data == unpacked(json.loads(page.text("script#data")))
    assert ["script", "script"] == [tag for tag, _ in page.elements if tag == "script"]
    assert not [tag for tag, _ in page.elements if tag in ("img", "iframe", "object", "embed", "form", "a")]


def test_packing_says_once_what_repeats(data: dict[str, Any]) -> None:
    """Reasons that statements share stand in the page once, and reading them back gives the same."""
    told = {**data, "statements": [{**one, "why": {"en": ["a", "b"]}} for one in data["statements"]]}
    small = packed(told)
    assert ["a", "b"] == small["lines"]
    assert told == unpacked(json.loads(json.dumps(small)))


def test_json_cannot_end_the_element_it_stands_in() -> None:
    """`</script>` ends a script and `<!--` hides its end, wherever in the data they stand."""
    written = json_for_html({CLOSING: [CLOSING, "\u2028"]})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {CLOSING: [CLOSING, "\u2028"]}


def test_page_asks_nothing_of_the_network(html: str, page: Page) -> None:
    """Addresses stand in quoted text only, and the browser is told to load nothing."""
    data = json_for_html(json.loads(page.text("script#data")))
    assert "https://example.invalid" in data
    # A fingerprint in base64 may hold // by chance.
    rest = re.sub(r"sha256-[A-Za-z0-9+/=]+", "", html.replace(data, ""))
    assert [] == re.findall(r"https?:|//\w|@import|url\((?!#)", rest)
    loading = {"src", "srcset", "action", "data", "href"}
    used = [attributes[name] for _, attributes in page.elements for name in loading & attributes.keys()]
    assert ["data:,"] == used


def test_policy_allows_this_script_and_style_only(page: Page) -> None:
    """The fingerprints in the policy are those of what is in the page, or it would not run at all."""
    policy = next(a["content"] or "" for _, a in page.elements if "http-equiv" in a)
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    for rule, name in (("script-src", "script#"), ("style-src", "style#")):
        digest = base64.b64encode(hashlib.sha256(page.text(name).encode("utf-8")).digest()).decode("ascii")
        assert f"'sha256-{digest}'" == rules[rule]
    assert "'none'" == rules["default-src"]


def test_every_cell_has_its_statements(dataset: Dataset, data: dict[str, Any]) -> None:
    """Each id behind a cell is a statement of the page whose span is the quotation of the tables."""
    texts = {plan["id"]: plan["text"] for plan in data["plans"]}
    spans = {one["id"]: texts[one["plan"]][slice(*one["span"])] for one in data["statements"]}
    assert dict(zip(dataset.statements["statement_id"], dataset.statements["quote"], strict=True)) == spans
    cells = {(cell["plan"], cell["row"]): cell for cell in data["cells"]}
    assert len(dataset.comparison) == len(cells)
    for row in dataset.comparison.to_dict("records"):
        cell = cells[row["plan_id"], row["row_id"]]
        for key, column in (("statements", "statement_ids"), ("elsewhere", "elsewhere_ids")):
            behind = row[column].split() if isinstance(row[column], str) else []
            assert behind == cell[key]
            assert set(behind) <= spans.keys()


def test_marks_lie_in_each_other(data: dict[str, Any]) -> None:
    """A value stands in its quotation and a quotation in its sentence, or the marks would mislead."""
    for one in data["statements"]:
        (first, last), (start, end), (low, high) = one["sentence"], one["span"], one["value_span"]
        assert first <= start <= low < high <= end <= last


def test_missing_is_never_a_value(dataset: Dataset, data: dict[str, Any]) -> None:
    """What a plan does not state has no number on the page, and each reason is kept apart."""
    statuses = {(cell["plan"], cell["row"]): cell["status"] for cell in data["cells"]}
    assert {"stated", "not_stated", "source_incomplete", "conflicting", "not_applicable"} == set(
        statuses.values()
    )
    missing = dataset.comparison[dataset.comparison["value_low"].isna()]
    gone = set(zip(missing["plan_id"], missing["row_id"], strict=True))
    empty = {(cell["plan"], cell["row"]) for cell in data["cells"] if cell["value"] is None}
    assert gone == empty


def test_contradiction_shows_both_values(data: dict[str, Any]) -> None:
    """30 % and 50 % for one thing are both in the cell, and both statements behind it."""
    cell = next(cell for cell in data["cells"] if cell["status"] == "conflicting")
    assert "30 ≠ 50%" == cell["value"]["zh"]
    assert 2 == len(cell["statements"])


def test_findings_are_in_both_languages(dataset: Dataset, data: dict[str, Any]) -> None:
    """The page shows those of its language."""
    said = [
        {"zh": row["message_zh"], "en": row["message"]} for row in dataset.findings.to_dict(orient="records")
    ]
    assert said == [one["message"] for one in data["findings"]] != []


def test_changed_source_is_refused(dataset: Dataset, tmp_path: Path) -> None:
    """Offsets into a text that is no longer the one read would mark the wrong words."""
    raw = tmp_path / "raw"
    raw.mkdir()
    for path in dataset.sources.iterdir():
        (raw / path.name).write_bytes(b"\xe6\x96\xb0" + path.read_bytes())
    changed = Dataset(dataset.folder, raw, lambda: (dataset.codebook, dataset.labels))
    with pytest.raises(SourceError, match="no longer the file that was read"):
        explorer_bytes(changed)


def test_data_ignores_the_order_of_rows(dataset: Dataset, data: dict[str, Any]) -> None:
    """Plans come in the order of their region codes, rows as the figures have them."""
    assert ["p-2020", "yi-2021", "bing-2022"] == [plan["id"] for plan in data["plans"]]
    known = row_ids(dataset.comparison, dataset.labels)
    assert known == [row["id"] for row in data["rows"]]
    assert pd.Series([cell["row"] for cell in data["cells"]]).isin(known).all()


# --- the files of the page ------------------------------------------------------


def test_scripts_never_make_markup_of_text() -> None:
    """Data only ever becomes text nodes and attributes; nothing is evaluated, nothing is fetched."""
    sinks = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser"
    loads = r"\bfetch\b|XMLHttpRequest|WebSocket|sendBeacon|import\(|localStorage"
    assert [] == re.findall(f"{sinks}|{loads}", sources(*SCRIPTS))


def test_no_wording_is_typed_in_the_page() -> None:
    """What a reader sees comes from the codebook's wording, in both languages."""
    assert [] == re.findall(r"[\u3400-\u9fff]+", sources(*SCRIPTS, *STYLES, "page.html.j2"))


def test_wording_is_complete_and_used() -> None:
    """Each phrase of explorer.yaml is named somewhere in the page, and each named one is there."""
    entries = yaml.safe_load((WORDING / "explorer.yaml").read_text(encoding="utf-8"))
    written = {entry["id"].removeprefix("explorer.") for entry in entries}
    code = sources(*SCRIPTS, "page.html.j2")
    quoted = set(re.findall(r"""['"]([a-z_0-9]+)['"]""", code)) | set(re.findall(r"words\.\w+\.(\w+)", code))
    unused = {key for key in written - quoted if not key.startswith("explain_")}
    assert set() == unused
    asked = set(re.findall(r"word\('([a-z_0-9]+)'", code)) | set(
        re.findall(r'data-word(?:-\w+)?="(\w+)"', code)
    )
    assert set() == asked - written


def test_every_file_is_in_the_page() -> None:
    """A script or style that is not listed would silently be missing."""
    assert {*STYLES, *SCRIPTS, "page.html.j2"} == {path.name for path in FOLDER.iterdir()}


def test_wheel_carries_the_page() -> None:
    """An installed package can export: template, styles and scripts are packaged with the code."""
    files = {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}
    wanted = {f"compare/exports/explorer/page/{path.name}" for path in FOLDER.iterdir()}
    assert set() == wanted - files


def test_the_number_of_a_cell_is_cited_with_what_it_counts(dataset: Dataset) -> None:
    """“≥60” alone says nothing; words of running text say it themselves."""
    cells = {one["id"]: one["cell_of"] for one in explorer_data(dataset)["statements"]}
    for row in records(dataset.statements):
        bare = not any(map(str.isalpha, text_of(row["quote"])))
        assert (text_of(row["subject"]) if bare else "") == cells[row["statement_id"]]
