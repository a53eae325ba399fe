"""The codebook's part on language: what it must hold, and what is said where it does not."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

import pytest
import yaml

from compare.coding import Codebook, CodebookError
from compare.coding.commitment.levels import Strength
from compare.study.codebook.files import default_codebook
from compare.terms.language import Language, parse_language

Files = dict[str, Any]


@pytest.fixture(scope="module")
def language_files() -> Mapping[str, Any]:
    folder = default_codebook()
    return {
        stem: yaml.safe_load((folder / f"{stem}.yaml").read_text(encoding="utf-8"))
        for stem in ("themes", "commitment", "terms")
    }


def test_words_are_terms_stop_words_and_labels(language: Language, real_codebook: Codebook) -> None:
    """Each stays one word; the list is sorted, so that segmentation never depends on its order."""
    assert sorted(language.words) == list(language.words)
    assert {"医养结合", "嵌入式", "家庭照护床位", "以及"} <= set(language.words)
    department = next(iter(real_codebook.departments.values()))
    assert department.label_zh in language.words
    assert "medical and elderly care combined" == language.english["医养结合"]


def test_levels_run_from_hard_to_soft(language: Language) -> None:
    """The order is part of the scale."""
    assert Strength.HARD is language.commitment.levels[0].strength
    assert Strength.SOFT is language.commitment.levels[-1].strength
    assert language.commitment.plain in language.commitment.levels


@pytest.mark.parametrize(
    "change, message",
    [
        (lambda f: f.pop("themes"), "themes.yaml: missing from the codebook folder"),
        (lambda f: f["themes"].append("x"), "themes.yaml: 'x': an entry has no id"),
        (lambda f: f["themes"][0].pop("label"), "themes.yaml: home_care: label needs zh and en"),
        (
            lambda f: f["themes"][0].update(label={"zh": "a", "en": "b", "c": None}),
            "home_care: label needs zh and en and nothing else",
        ),
        (lambda f: f["themes"][0].update(match=[]), "themes.yaml: home_care: match is empty"),
        (lambda f: f["themes"][0].update(match=["(甲"]), r"home_care: match: '\(甲' is no valid pattern"),
        (lambda f: f["themes"].append(f["themes"][0]), "home_care: this id is used twice"),
        (lambda f: f["themes"][0].update(id="all"), "themes.yaml: all: this id is used twice"),
        (lambda f: f["commitment"][0].update(strength="firm"), "mandatory: strength must be one of hard"),
        (lambda f: f["commitment"][0].update(match=[]), "mandatory: give patterns, or leave match empty"),
        (lambda f: f["commitment"].pop(2), "one level, and only one, has an empty match"),
        (lambda f: f["commitment"][2].pop("verbs"), "plain: verbs is missing; name the words that commit"),
        (lambda f: f["commitment"].append(f["commitment"][0]), "mandatory: this id is used twice"),
        (lambda f: f["commitment"].append("x"), "commitment.yaml: 'x': an entry has no id"),
        (lambda f: f["commitment"][0].pop("label"), "mandatory: label needs zh and en"),
        (lambda f: f.pop("commitment"), "commitment.yaml: missing from the codebook folder"),
        (lambda f: f["terms"].pop("stop"), "terms.yaml: terms or stop is missing"),
        (lambda f: f["terms"]["terms"].append({"zh": "甲"}), "an entry needs zh and en"),
        (lambda f: f["terms"]["terms"].append(f["terms"]["terms"][0]), "this term is there twice"),
        (lambda f: f["terms"]["stop"].append({"words": ["甲"]}), "a part of the stop list needs why"),
        (
            lambda f: f["terms"]["stop"][0]["words"].append("医养结合"),
            "医养结合: both a term and a stop word",
        ),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    language_files: Mapping[str, Any], codebook: Codebook, change: Callable[[Files], Any], message: str
) -> None:
    """File, entry and remedy; never a traceback."""
    files = copy.deepcopy(dict(language_files))
    change(files)
    with pytest.raises(CodebookError, match=message) as error:
        parse_language(files, codebook)
    assert 1 == len(str(error.value).splitlines())
