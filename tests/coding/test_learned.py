"""Codes by learned weights: only what no rule codes, only where they are sure, and said to be so."""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.marked import codes_at, plain
from hypothesis import given
from hypothesis import strategies as st

from compare.coding import code
from compare.coding.book.errors import CodebookError
from compare.coding.explain import why
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.learned.features import features
from compare.coding.learned.weights import NONE, Weights, parse_weights, written
from compare.model import Code, Coded, Document, Kind
from compare.reading import read
from compare.study.codebook.files import default_codebook, load_codebook, load_labels

BOOK = load_codebook(default_codebook())
CLASSES = ("beds_total", "institutions_count", NONE)
# Words that no pattern of the codebook knows.
UNKNOWN = "全县共有安乐铺30张。"


def weights(threshold: float = 0.8, **of_feature: str) -> Weights:
    """Weights of three classes without intercepts; a feature ``s_安乐`` stands for ``s:安乐``."""
    named = {name.replace("_", ":", 1): said for name, said in of_feature.items()}
    return Weights(threshold, CLASSES, (0.0, 0.0, 0.0), named)


def coded(text: str, learned: Weights | None) -> tuple[Coded, ...]:
    return code("p-2020", read(Document(text, "txt"), BOOK.lexicon), replace(BOOK, learned=learned))


def codes(text: str, learned: Weights | None) -> list[tuple[str, str]]:
    return [(one.indicator, one.review) for one in coded(text, learned)]


def surroundings(text: str) -> Surroundings:
    reading = read(Document(text, "txt"), BOOK.lexicon)
    return Surroundings(reading.document.text, reading.statements[0], reading.passages)


@pytest.mark.parametrize(
    "said, threshold, expected",
    [
        ("0:3000", 0.8, ("beds_total", "learned")),
        ("0:10", 0.8, ("", "uncoded")),
        ("0:10", 0.5, ("beds_total", "learned")),
        # no bed is an institution, whatever the weights say
        ("1:3000", 0.8, ("", "uncoded")),
        # what no indicator measures
        ("2:3000", 0.8, ("", "uncoded")),
        ("0:3000,2:6000", 0.8, ("", "uncoded")),
    ],
)
def test_weights_code_what_they_are_sure_of(said: str, threshold: float, expected: tuple[str, str]) -> None:
    """At its threshold a guess is a code, and says that a person should look; below it there is none, and
    none of another unit."""
    assert [("", "uncoded")] == codes(UNKNOWN, None)
    assert [expected] == codes(UNKNOWN, weights(threshold, s_安乐=said))


def test_weights_change_no_code_of_a_rule() -> None:
    """What a rule codes stays, whatever weights say."""
    sure = weights(0.1, s_床位="1:9000", s_机构="0:9000")
    assert [("beds_total", "")] == codes("全县养老床位总数达到3000张。", sure)


def test_no_rule_carries_on_what_was_learned() -> None:
    """A part of a count that a rule codes has its code too; of one that was only learned, none."""
    of_rule = [one.indicator for one in coded("已建成助餐点26个,其中18个对外营业。", None)]
    assert ["meal_sites", "meal_sites"] == of_rule
    sure = Weights(0.8, ("meal_sites", NONE), (0.0, 0.0), {"s:安乐": "0:9000"})
    text = "已建成安乐铺26个,其中18个对外营业。"
    assert [("meal_sites", "learned"), ("", "uncoded")] == codes(text, sure)


def test_a_value_out_of_the_plausible_range_is_left() -> None:
    """A share above the whole is no share of beds."""
    share = Weights(0.8, ("nursing_bed_share", NONE), (0.0, 0.0), {"s:安乐": "0:9000"})
    assert [("nursing_bed_share", "learned"), ("", "uncoded")] == [
        codes(f"安乐占比达到{value}%。", share)[0] for value in (60, 600)
    ]


def test_a_kind_that_the_indicator_may_not_be_is_left() -> None:
    """An entry of the codebook that limits its kinds has values of these alone."""
    sure = weights(0.1, s_安乐="0:9000")
    found = []
    for kinds in ((), (Kind.STANDARD,)):
        limited = {**BOOK.indicators, "beds_total": replace(BOOK.indicators["beds_total"], kinds=kinds)}
        book = replace(BOOK, learned=sure, indicators=limited)
        (one,) = code("p-2020", read(Document(UNKNOWN, "txt"), book.lexicon), book)
        found.append(one.indicator)
    assert ["beds_total", ""] == found


def test_no_cell_of_a_table_of_areas_is_coded() -> None:
    """Tables of areas are known by the names of their columns."""
    table = "各县安乐任务表\n县区\t安乐铺(张)\n甲县\t30\n乙县\t40\n"
    sure = weights(0.1, s_安乐="0:9000", u_张="0:9000")
    made = coded(table, sure)
    assert made
    assert {"allocation": ""} == {str(one.statement.kind): one.indicator for one in made}


@given(
    said=st.lists(st.integers(-3000, 3000), min_size=3, max_size=3),
    size=st.floats(0.01, 1.0),
    allowed=st.sets(st.sampled_from(CLASSES[:2])),
)
def test_guesses_are_probabilities(said: Sequence[int], size: float, allowed: set[str]) -> None:
    """Those allowed and none other, the likeliest first, 1 together."""
    made = weights(a_b=",".join(f"{at}:{weight}" for at, weight in enumerate(said)))
    guesses = made.guesses({"a:b": size, "not:learned": 1.0}, allowed)
    assert {NONE, *allowed} == {one.indicator for one in guesses}
    assert math.isclose(1.0, sum(one.probability for one in guesses))
    likelihood = [one.probability for one in guesses]
    assert sorted(likelihood, reverse=True) == likelihood


def test_features_tell_where_words_stand() -> None:
    """Pairs of characters by their place, figures all the same, in a vector of length 1."""
    here, there = (features(surroundings(f"二、床位\n建设安乐铺{value}张左右。")) for value in (30, 20))
    assert here == there
    assert {"u=张", "k=target", "s:安乐", "s:安乐铺", "l:建设", "e:左右", "h:床位"} <= here.keys()
    assert math.isclose(1.0, sum(size * size for size in here.values()))
    larger = features(surroundings("二、床位\n建设安乐铺3000张左右。"))
    assert {"v=2"} == here.keys() - larger.keys()


def test_the_file_of_weights_is_read_as_it_was_written() -> None:
    """Weights keep their hundredths."""
    made = Weights(0.8, CLASSES, (0.5, -0.25, 0.0), {"s:安乐": "0:120,2:-40", "u=张": "0:7"})
    again = parse_weights(written(made))
    assert (made.threshold, made.classes, made.intercepts, made.of_feature) == (
        again.threshold,
        again.classes,
        again.intercepts,
        again.of_feature,
    )


GOOD = written(weights(s_安乐="0:120"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no weights",
        GOOD.replace("threshold", "thresholds"),
        GOOD.replace("0.8", "sure"),
        GOOD.replace("\tnone", ""),
        GOOD.replace("intercepts\t0", "intercepts"),
        GOOD + "s:床位\n",
    ],
)
def test_a_file_that_holds_no_weights_is_told_with_its_remedy(text: str) -> None:
    """One line that says what to do."""
    with pytest.raises(CodebookError, match=r"^learned weights: no such file .*; make it again"):
        parse_weights(text)


def test_explain_says_what_weighed_most() -> None:
    """The indicator, how sure, and the words by their place, in place of the pattern of a rule."""
    learned = weights(0.5, s_安乐="0:3000")
    codebook = replace(BOOK, learned=learned)
    reading = read(Document(UNKNOWN, "txt"), BOOK.lexicon)
    told = list(why(0, reading, code("p", reading, codebook), codebook))
    (phrase,) = [one for one in told if one.key == "explain.learned"]
    assert Code("indicators", "beds_total") == phrase.facts["indicator"]
    assert ["explain.weighed_s"] == [one.key for one in phrase.facts["weighed"]]
    assert "explain.uncoded" not in [one.key for one in told]


def test_the_weights_know_the_indicators_of_the_codebook() -> None:
    """What was learned names no indicator that the codebook has no more."""
    assert BOOK.learned is not None
    assert set() == {*BOOK.learned.classes} - {*BOOK.indicators, NONE}


def test_hardly_a_near_miss_is_coded_by_weights() -> None:
    """Of the values in codes.csv that must stay without a code not one in 200 has one by the weights."""
    with (Path(__file__).parent / "codes.csv").open(encoding="utf-8", newline="") as lines:
        sentences = [row["sentence"] for row in csv.DictReader(lines)]
    left = coded_so = 0
    for text, marks in map(plain, sentences):
        without = [mark for mark in marks if not mark.indicator]
        left += len(without)
        coded_so += sum(bool(found - {""}) for found in codes_at(text, without, BOOK)) if without else 0
    assert left > 2000
    assert coded_so < left / 200


def test_in_a_text_on_other_things_only_what_stands_beside_a_word_of_care_is_learned() -> None:
    """A work report names many things whose words are near to those of care."""
    report = f"某县政府工作报告\n{'全县公路里程达到300公里。' * 60}\n全县共有安乐铺30张。\n"
    sure = weights(0.5, s_安乐="0:9000")
    assert "beds_total" not in [found for found, _ in codes(report, sure)]
    of_care = report.replace("安乐铺", "养老安乐铺")
    assert ("beds_total", "learned") in codes(of_care, sure)


def test_what_an_entry_refuses_is_not_learned() -> None:
    """Fields, acts and words that an entry refuses hold for weights as for its patterns."""
    sure = Weights(0.1, ("meal_sites", NONE), (0.0, 0.0), {"u=家": "0:9000"})
    assert [("", "uncoded")] == codes("改造提升校园食堂20家。", sure)
    assert [("meal_sites", "learned")] == codes("安乐铺20家。", sure)


def test_every_place_of_a_feature_has_its_words() -> None:
    """What weighed most is named wherever it stands."""
    _, labels = load_labels(default_codebook())
    context = surroundings("某县养老办法\n二、床位\n对全县老人,建设安乐铺30张左右。")
    letters = {feature[0] for feature in features(context)}
    assert {"s", "c", "l", "e", "h", "u", "k", "v"} <= letters
    assert set() == {f"explain.weighed_{one}" for one in letters | {*"bto"}} - {*labels.words}
