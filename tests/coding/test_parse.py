"""Files of the codebook that hold no entries are named, with what is expected of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from compare.coding import CodebookError, parse_codebook


@pytest.mark.parametrize(
    "content", [{"id": "beds"}, ["id of beds"], [{"label": "Beds"}], [{"id": "beds"}, "id"]]
)
@pytest.mark.parametrize("stem", ["groups", "scopes", "departments"])
def test_a_file_is_a_list_of_entries_with_an_id(
    stem: str, content: object, codebook_files: Mapping[str, Any]
) -> None:
    """A mapping, words and entries without an id are none, wherever in the list they stand."""
    with pytest.raises(CodebookError, match=rf"{stem}\.yaml: a list of entries with an id is expected"):
        parse_codebook({**codebook_files, stem: content})


def entry(**changes: Any) -> dict[str, Any]:
    """An indicator in short, with changes; None takes a key away."""
    label = {"zh": "指标", "en": "Indicator"}
    whole = {"id": "made", "label": label, "definition": label, "unit": "张", "match": ["床"]} | changes
    return {key: value for key, value in whole.items() if value is not None}


@pytest.mark.parametrize(
    "changes, message",
    [
        ({"colour": 1}, "unknown key 'colour'; known are at_large, benchmark, "),
        ({"tint": 1, "colour": 1, "hue": 1}, "unknown key 'colour'; known are at_large, benchmark, "),
        ({"headline_scopes": ["sun", "general", "moon"]}, "unknown scope 'sun'; add it to scopes.yaml"),
        ({"heads": ["sun", "moon"]}, "heads.yaml has no family 'moon' of rates, acts or fields"),
        ({"tiers": ["step", "age"]}, "no scope of scopes.yaml has the tier 'age'"),
        ({"unit": None}, "unit is missing; give the normalised unit of units.yaml"),
        ({"direction": "up"}, "direction 'up'; use one of floor, cap, level"),
        ({"kinds": ["wish"]}, "'wish' is not a valid Kind; use target, standard, parameter or allocation"),
        ({"kind": "wish"}, "'wish' is not a valid Kind; use target"),
        ({"match": ["("]}, "match: '\\(' is no valid pattern"),
        ({"excludes": "["}, "excludes: '\\[' is no valid pattern"),
        ({"label": None}, "label needs zh and en"),
        ({"label": {"zh": "床"}}, "label needs zh and en"),
        ({"definition": "words"}, "definition needs zh and en"),
        ({"group": "none"}, "unknown group 'none'; add it to groups.yaml"),
        ({"headline_scopes": ["general", "moon"]}, "unknown scope 'moon'; add it to scopes.yaml"),
        ({"heads": ["moon"]}, "heads.yaml has no family 'moon' of rates, acts or fields"),
        ({"tiers": ["age"]}, "no scope of scopes.yaml has the tier 'age'"),
        ({"id": "beds"}, "this id is used twice; rename one"),
    ],
)
def test_what_is_wrong_with_an_indicator_is_named(
    codebook_files: Mapping[str, Any], changes: dict[str, Any], message: str
) -> None:
    """With its file, its id and the remedy, in one line."""
    code = changes.get("id", "made")
    files = {**codebook_files, "indicators/beds": [*codebook_files["indicators/beds"], entry(**changes)]}
    with pytest.raises(CodebookError, match=rf"^indicators/beds\.yaml: {code}: {message}") as error:
        parse_codebook(files)
    assert 1 == len(str(error.value).splitlines())


def test_an_indicator_has_the_usual_where_nothing_is_said(codebook_files: Mapping[str, Any]) -> None:
    """Its file's group, its own unit, the general scope, a level; nothing plausible or excluded."""
    made = parse_codebook({**codebook_files, "indicators/beds": [entry()]}).indicators["made"]
    assert ("beds", ("张",), ("general",), "level", None, None) == (
        made.group, made.units, made.headline_scopes, made.direction, made.plausible, made.kind,
    )  # fmt: skip
    assert ((), (), (), {}, "", "", False, False) == (
        made.kinds, made.excludes, made.tiers, made.topics,
        made.benchmark, made.reason, made.at_large, made.one_owner,
    )  # fmt: skip


def test_what_is_said_of_an_indicator_is_kept(codebook_files: Mapping[str, Any]) -> None:
    """Its own unit is among its units, before those that do not name it; one pattern may be a text; an
    example may be one too."""
    said = entry(
        units=["个", "家"],
        plausible=[0, 5],
        match="床",
        kind="standard",
        kinds=["target", "parameter"],
        examples=[
            "床",
            {"text": "床5张", "value": 5, "comparator": "ge", "unit": "张", "scope": "rural"},
            {"text": "0张", "value": 0},
        ],
        at_large=True,
        one_owner=True,
        conditions=True,
    )
    made = parse_codebook({**codebook_files, "indicators/beds": [said]}).indicators["made"]
    assert (("张", "个", "家"), (0.0, 5.0), ["床"]) == (
        made.units,
        made.plausible,
        [one.pattern.pattern for one in made.match],
    )
    assert ("standard", ("target", "parameter"), True, True, True) == (
        made.kind,
        made.kinds,
        made.at_large,
        made.one_owner,
        made.conditions,
    )
    assert [
        ("床", None, None, "", ""),
        ("床5张", 5.0, "ge", "张", "rural"),
        ("0张", 0.0, None, "", ""),
    ] == [(one.text, one.value, one.comparator, one.unit, one.scope) for one in made.examples]
    named = parse_codebook({**codebook_files, "indicators/beds": [entry(units=["个", "张"])]})
    assert ("个", "张") == named.indicators["made"].units


@pytest.mark.parametrize(
    "of_group, of_entry, at_large", [(True, None, True), (None, True, True), (None, None, False)]
)
def test_a_group_is_coded_at_large_with_all_its_indicators(
    codebook_files: Mapping[str, Any], of_group: bool | None, of_entry: bool | None, at_large: bool
) -> None:
    """Or a single entry of it."""
    groups = [{**one, "at_large": bool(of_group)} for one in codebook_files["groups"]]
    book = parse_codebook({**codebook_files, "groups": groups, "indicators/beds": [entry(at_large=of_entry)]})
    assert at_large == book.indicators["made"].at_large


@pytest.mark.parametrize(
    "files, message",
    [
        ({"units": None}, "units.yaml: missing from the codebook folder; restore it"),
        ({"groups": None}, "groups.yaml: missing from the codebook folder; restore it"),
        (
            {"scopes": [{"id": "x", "label": {"zh": "x", "en": "x"}}]},
            "the scope 'general' is missing; add it",
        ),
        ({"codebook": {"version": 2.0}}, "codebook.yaml: version is no text; write it in quotes"),
        ({"codebook": ["2.0"]}, "codebook.yaml: version is no text; write it in quotes"),
        ({"units": {"x": {}}}, "units.yaml or comparators.yaml: .* is missing or misshapen; see their heads"),
        ({"departments": [{"id": "x", "label": {"zh": "x", "en": "x"}}] * 2}, "x: this id is used twice"),
    ],
)
def test_what_is_wrong_with_another_file_is_named(
    codebook_files: Mapping[str, Any], files: dict[str, Any], message: str
) -> None:
    """A file that must be there, a version that YAML would round, and ids that are there twice."""
    whole = {stem: content for stem, content in {**codebook_files, **files}.items() if content is not None}
    with pytest.raises(CodebookError, match=message):
        parse_codebook(whole)


def test_the_version_is_empty_where_a_study_has_none(codebook_files: Mapping[str, Any]) -> None:
    """Its own codebook may be as it likes."""
    versions = [
        parse_codebook({**codebook_files, "codebook": said}).version
        for said in (None, {}, {"version": "2.0"})
    ]
    assert ["", "", "2.0"] == versions
