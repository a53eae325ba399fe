"""The codebook of instruments: its examples, its families, and what is said where it is wrong."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

import pytest
import yaml

from compare.coding import CodebookError
from compare.coding.instruments.codebook import MeansBook, parse_means
from compare.coding.instruments.examples import means_faults
from compare.study.codebook.files import default_codebook


@pytest.fixture(scope="module")
def files() -> Mapping[str, Any]:
    folder = default_codebook()
    return {
        stem: yaml.safe_load((folder / f"{stem}.yaml").read_text(encoding="utf-8"))
        for stem in ("instruments", "commitment")
    }


def test_every_example_shows_its_instrument(book: MeansBook) -> None:
    """And no negative does; each has enough of both."""
    assert [] == list(means_faults(book))


def test_there_are_three_families(book: MeansBook) -> None:
    """Of the typology, and every instrument is of one."""
    assert ["supply", "environment", "demand"] == list(book.families)
    assert set(book.families) == {known.family for known in book.instruments.values()}


@pytest.mark.parametrize(
    "change, message",
    [
        (lambda f: f.pop("instruments"), "instruments.yaml: missing from the codebook folder"),
        (lambda f: f["instruments"].pop("families"), "instruments.yaml: families is missing"),
        (lambda f: f["instruments"]["context"].pop("past"), "instruments.yaml: context: past is missing"),
        (lambda f: f["instruments"]["instruments"].append("x"), "'x': an entry has no id"),
        (
            lambda f: f["instruments"]["instruments"].append({"match": ["甲"]}),
            "an entry has no id; give it one",
        ),
        (lambda f: f["instruments"]["instruments"][0].update(colour=1), "unknown key 'colour'; known are"),
        (lambda f: f["instruments"]["instruments"][0].update(family="x"), "unknown family 'x'; add it"),
        (lambda f: f["instruments"]["instruments"][0].update(match=[]), "match is empty; give at least one"),
        (lambda f: f["instruments"]["instruments"][0].update(match=["("]), "is no valid pattern"),
        (lambda f: f["instruments"]["instruments"][0].update(match=["~no~"]), "words has no 'no'; add it"),
        (lambda f: f["instruments"]["instruments"][0].update(label={"zh": "甲"}), "label needs zh and en"),
        (lambda f: f["instruments"]["actions"][0].update(match=[]), "match is empty"),
        (
            lambda f: f["instruments"]["instruments"].append(f["instruments"]["instruments"][0]),
            "facility_construction: this id is used twice",
        ),
    ],
)
def test_what_is_wrong_with_the_codebook_is_said_in_one_line(
    files: Mapping[str, Any], change: Callable[[dict[str, Any]], Any], message: str
) -> None:
    """File, entry and remedy; never a traceback."""
    broken = copy.deepcopy(dict(files))
    change(broken)
    with pytest.raises(CodebookError, match=message) as error:
        parse_means(broken.get("instruments"), broken.get("commitment"))
    assert 1 == len(str(error.value).splitlines())


def test_too_few_examples_are_a_fault(files: Mapping[str, Any]) -> None:
    """Two that show an instrument and one that does not, each shown as it says."""

    def faults(**changes: Any) -> list[str]:
        made = copy.deepcopy(dict(files))
        (entry,) = [one for one in made["instruments"]["instruments"] if one["id"] == "staff_training"]
        shown_so, not_so = entry["examples"], entry["negatives"]
        entry.update({"examples": shown_so[:2], "negatives": not_so[:1]} | changes)
        found = means_faults(parse_means(made["instruments"], made["commitment"]))
        return [line.partition("staff_training: ")[2] for line in found if "staff_training: " in line]

    assert [] == faults()
    assert ["1 examples; give at least 2"] == faults(examples=["加强护理员培训"])
    assert ["no negatives; give at least 1"] == faults(negatives=[])
    assert 2 == len(faults(examples=["加强护理员培训", "甲", "乙"]))
    assert 1 == len(faults(negatives=["加强护理员培训"]))
