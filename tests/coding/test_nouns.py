"""The nouns of the shipped codebook: what counts as speaking of an indicator."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from compare.coding import Codebook, CodebookError, code, parse_codebook
from compare.coding.indicators.nouns import mentions
from compare.model import Document, Furniture
from compare.reading import read
from compare.study.codebook.files import load_files

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shipped() -> Codebook:
    return parse_codebook(load_files(ROOT / "data" / "codebook", wording=False))


def cases() -> list[dict[str, str]]:
    with (ROOT / "tests" / "cases" / "nouns.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['indicator']}: {case['clause']}")
def test_a_clause_speaks_of_an_indicator_or_does_not(shipped: Codebook, case: dict[str, str]) -> None:
    """Wider than what codes a number, no wider than the thing."""
    words = shipped.nouns[case["indicator"]].words
    spoken = any(wording.pattern.search(case["clause"]) for wording in words)
    assert (case["spoken"] == "yes") == spoken


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['indicator']}: {case['clause']}")
def test_a_clause_that_does_not_speak_of_an_indicator_is_no_mention(
    shipped: Codebook, case: dict[str, str]
) -> None:
    """Read as a plan of one sentence: words of a noun that do not make it up count for nothing."""
    reading = read(Document(f"{case['clause']}。", "txt"), shipped.lexicon)
    found = mentions(reading, code("p", reading, shipped), shipped)
    assert (case["spoken"] == "yes") == (case["indicator"] in {one.indicator for one in found})


@pytest.mark.parametrize(
    "entries, message",
    [
        ({"no_such": ["x"]}, "nouns.yaml: no_such is not an indicator"),
        ({"beds_total": ["("]}, "nouns.yaml: beds_total: "),
        ({"beds_total": {"words": ["床"], "at": ["nowhere"]}}, "nouns.yaml: beds_total: nowhere is not in"),
        (["beds_total"], "nouns.yaml: write one"),
    ],
)
def test_a_faulty_noun_is_named(entries: object, message: str) -> None:
    """File, entry and remedy in one line."""
    files = load_files(ROOT / "data" / "codebook", wording=False)
    with pytest.raises(CodebookError, match=message.replace(".", r"\.")):
        parse_codebook({**files, "nouns": entries})


@pytest.mark.parametrize(
    "text, spoken",
    [
        ("支持各地办好老年大学。", True),
        ("支持各地办好老年大学。建成老年大学3所。", True),
        ("到2025年，建成老年大学3所。", False),
        ("支持各地办好养老院。", False),
    ],
)
def test_a_plan_speaks_of_a_thing_where_no_number_of_its_own_stands(
    shipped: Codebook, text: str, spoken: bool
) -> None:
    """A word outside what a value measures is a mention; one within it is not."""
    reading = read(Document(text, "txt"), shipped.lexicon)
    found = mentions(reading, code("p", reading, shipped), shipped)
    assert spoken == any(one.indicator == "elderly_universities" for one in found)


@pytest.mark.parametrize(
    "text, clause",
    [
        ("一、任务\n  支持各地办好老年大学 ，加强领导。\n", "支持各地办好老年大学"),
        ("|  老年大学  |办好|\n", "老年大学"),
        ("\t支持各地办好老年大学", "支持各地办好老年大学"),
    ],
)
def test_a_mention_is_the_clause_without_the_blanks_around_it(
    shipped: Codebook, text: str, clause: str
) -> None:
    """What is quoted starts and ends with words."""
    reading = read(Document(text, "txt"), shipped.lexicon)
    found = [m for m in mentions(reading, (), shipped) if m.indicator == "elderly_universities"]
    assert [clause] == [text[one.start : one.end] for one in found]


@pytest.fixture(scope="module")
def named(codebook_files: Mapping[str, Any]) -> Codebook:
    """The small codebook, in which beds and shares are spoken of by one word each."""
    return parse_codebook({**codebook_files, "nouns": {"beds": ["床位"], "bed_share": ["占比"]}})


def spoken(
    make: SimpleNamespace, named: Codebook, text: str, *facts: Any, **parts: Any
) -> list[tuple[str, str, str, int, bool]]:
    """(indicator, scope, words, clauses, whether only beside a value) of each mention in a text."""
    result = make.result(text, *facts, **parts)
    return [
        (one.indicator, one.scope, text[one.start : one.end], one.clauses, one.other_value)
        for one in mentions(result.reading, result.coded, named)
    ]


@pytest.mark.parametrize("mark", ",，。;；:：!！?？\n|")
def test_a_mention_is_one_clause(make: SimpleNamespace, named: Codebook, mark: str) -> None:
    """Whatever ends it; how many there are is counted, the first is quoted."""
    text = f"{mark}甲床位{mark}乙床位{mark}丙{mark}"
    assert [("beds", "general", "甲床位", 2, False)] == spoken(make, named, text)


def test_a_thing_counts_once_a_clause(make: SimpleNamespace, named: Codebook) -> None:
    """However often it is named; another thing of the clause counts beside it, at the same scope."""
    found = spoken(make, named, "农村床位和床位占比,床位")
    assert [
        ("bed_share", "rural", "农村床位和床位占比", 1, False),
        ("beds", "rural", "农村床位和床位占比", 1, False),
        ("beds", "general", "床位", 1, False),
    ] == found


def test_a_sentence_with_a_value_says_nothing_else_of_its_indicator(
    make: SimpleNamespace, named: Codebook
) -> None:
    """Of another indicator it does, with a value beside it; the sentences around it are not touched."""
    beds = make.fact("床位9张", "9张", 9, unit="张", indicator="beds")
    text = "前床位。床位9张,办床位,占比高。后床位"
    assert [("beds", "general", "前床位", 2, False), ("bed_share", "general", "占比高", 1, False)] == spoken(
        make, named, text, beds
    )
    assert [("beds", "general", "办床位", 1, False)] == spoken(make, named, "办床位。床位9张", beds)


def test_words_within_what_another_value_measures_are_no_mention(
    make: SimpleNamespace, named: Codebook
) -> None:
    """From its first to its last character; a clause with a value is quoted only where none without is."""
    towns = make.fact("乡镇床位9个", "9个", 9, unit="个", indicator="towns")
    assert [] == spoken(make, named, "乡镇床位9个", towns)
    assert [("beds", "general", "办床位乡镇床位9个", 1, True)] == spoken(
        make, named, "办床位乡镇床位9个", towns
    )
    assert [("beds", "general", "办床位", 2, False)] == spoken(
        make, named, "有床位乡镇床位9个。办床位", towns
    )


@pytest.mark.parametrize(
    "text, measured, expected",
    [("占比乡镇床位9个", "乡镇床位9个", "bed_share"), ("床位乡镇占比9个", "乡镇占比9个", "beds")],
)
def test_a_word_of_another_value_hides_no_other_mention(
    make: SimpleNamespace, named: Codebook, text: str, measured: str, expected: str
) -> None:
    """Whichever of the two the codebook lists first."""
    towns = make.fact(measured, "9个", 9, unit="个", indicator="towns")
    assert [(expected, "general", text, 1, True)] == spoken(make, named, text, towns)


@pytest.mark.parametrize(
    "span, left",
    [((0, 4), 1), ((0, 5), 1), ((0, 6), 0), ((4, 5), 1), ((8, 12), 1), ((9, 12), 1), ((7, 8), 0)],
)
def test_page_furniture_does_not_speak(
    make: SimpleNamespace, named: Codebook, span: tuple[int, int], left: int
) -> None:
    """The whole sentence that it touches; one that ends where it begins is none."""
    text = "子丑寅卯。甲床位。辰巳午"
    furniture = (Furniture(*span, "page"),)
    assert left == len(spoken(make, named, text, furniture=furniture))


def test_tables_of_areas_do_not_speak_and_other_tables_come_last(
    make: SimpleNamespace, named: Codebook
) -> None:
    """A table in which no cell of an area stands is text with values beside the words."""
    text = "表床位\n9|\n文床位"
    table = (make.table(0, 6, ()),)
    assert [("beds", "general", "文床位", 2, False)] == spoken(make, named, text, tables=table)
    assert [("beds", "general", "表床位", 1, True)] == spoken(make, named, text[:6], tables=table)
    cell = make.fact("9", "9", 9, unit="台", indicator="", kind="allocation", area="甲县")
    assert [("beds", "general", "文床位", 1, False)] == spoken(make, named, text, cell, tables=table)


def test_the_scope_of_a_mention_is_any_but_the_general_one(codebook_files: Mapping[str, Any]) -> None:
    """Whatever it is called; words for the whole area restrict nothing."""
    label = {"zh": "某", "en": "some"}
    scopes = [
        {"id": code, "label": label, "match": [word]}
        for code, word in (("general", "全市"), ("city", "城区"), ("rural", "农村"))
    ]
    book = parse_codebook({**codebook_files, "scopes": scopes, "nouns": {"beds": ["床位"]}})
    for words, scope in (
        ("城区床位", "city"),
        ("农村床位", "rural"),
        ("全市床位", "general"),
        ("全市农村床位", "rural"),
    ):
        found = mentions(read(Document(words, "txt"), book.lexicon), (), book)
        assert [scope] == [one.scope for one in found if one.indicator == "beds"]
