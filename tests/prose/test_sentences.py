"""Sentences say what their values say: read back by the reader itself, they give these values."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Document
from compare.prose import Observation, ObservationKind, sentence
from compare.prose.observation import Value
from compare.prose.sentences import MANY, in_words
from compare.reading import Lexicon, read
from compare.tables.words.labels import Labels

UNITS = {
    "%": "nursing_bed_share",
    "张": "beds_total",
    "平方米/百户": "area_per_100_households",
    "平方米/人": "land_per_capita",
    "所": "safety_net_institutions",
    "分钟": "service_circle_minutes",
    "元/床": "construction_subsidy_per_bed",
}


def _due(unit: str, deadline: str) -> str:
    """Durations are rules: they carry no deadline in the tables."""
    return "" if unit == "分钟" else deadline


VALUES = st.builds(
    lambda unit, low, comparator, deadline, plan: Value(
        plan, "row", UNITS[unit], "general", low, low, unit, comparator, _due(unit, deadline), ()
    ),
    st.sampled_from(sorted(UNITS)),
    st.one_of(st.integers(2, 90), st.sampled_from([0.1, 12.5, 1000.0, 86000.0])).map(float),
    st.sampled_from(["ge", "le", "gt", "lt", "eq", "about"]),
    st.sampled_from(["", "2025", "2026-06", "2030-12-31"]),
    st.sampled_from(["jia", "yi", "bing", "ding"]),
)


def _read(text: str, lexicon: Lexicon) -> list[tuple[float, str, str, str]]:
    reading = read(Document(text, "txt"), lexicon)
    return [
        (float(one.value_low), one.unit, str(one.comparator), one.deadline)
        for one in reading.statements
        if one.value_low is not None
    ]


def test_values_read_back_are_the_values(labels: Labels, lexicon: Lexicon) -> None:
    """Number, unit, bound and deadline of every value, none more and none less."""

    @settings(max_examples=150, deadline=None)
    @given(st.lists(VALUES, min_size=1, max_size=4))
    def holds(values: list[Value]) -> None:
        ordered = tuple(sorted(values, key=lambda value: value.order))
        text = sentence(Observation(ObservationKind.SAME, "beds", 1.0, ordered), labels, "zh")
        expected = [(value.low, value.unit, value.comparator, value.deadline) for value in ordered]
        assert expected == _read(text, lexicon), text

    holds()


def _value(**given: object) -> Value:
    facts = {
        "plan_id": "jia",
        "row_id": "nursing_bed_share@general",
        "indicator": "nursing_bed_share",
        "scope": "general",
        "low": 55.0,
        "high": 55.0,
        "unit": "%",
        "comparator": "ge",
        "deadline": "2025",
        "statement_ids": ("a",),
    }
    return Value(**(facts | given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given_", "zh", "en"),
    [
        ({}, "到2025年不低于55%", "at least 55% by 2025"),
        ({"comparator": "eq", "deadline": ""}, "达到55%", "55%"),
        ({"comparator": "le", "deadline": "2025-06"}, "到2025年6月不超过55%", "at most 55% by 2025-06"),
        ({"low": 20.0, "high": 50.0, "comparator": "range", "deadline": ""}, "20%—50%", "20% to 50%"),
        ({"unit": "所", "low": 1.0, "high": 1.0, "deadline": ""}, "不低于1所", "at least 1 facility"),
        (
            {"unit": "元/床", "low": 8000.0, "high": 8000.0, "comparator": "eq"},
            "到2025年为8,000元/床",
            "8,000 yuan per bed by 2025",
        ),
        ({"unit": "平方米/百户", "deadline": ""}, "不低于55平方米/百户", "at least 55 m² per 100 households"),
    ],
)
def test_a_value_in_words(labels: Labels, given_: dict[str, object], zh: str, en: str) -> None:
    """Bound before the number, unit behind it, deadline as precise as stated."""
    value = _value(**given_)
    assert (zh, en) == (in_words(value, labels, "zh"), in_words(value, labels, "en"))


def test_no_order_is_said_where_none_holds(labels: Labels) -> None:
    """The reason stands in its place; who says nothing and whose text is cut are told apart."""
    one = Observation(
        ObservationKind.APART,
        "beds",
        1.0,
        (_value(), _value(plan_id="yi", deadline="2026")),
        elsewhere=(_value(plan_id="bing", scope="rural", deadline=""),),
        fragments=("ding",),
        reason="years",
    )
    label, rural = labels.indicator("nursing_bed_share", "en"), labels.scope("rural", "en")
    assert (
        f"{label}: Jia at least 55% by 2025; Yi at least 55% by 2026. "
        "The years differ, so this is no ranking. "
        f"At other scopes: Bing ({rural}) at least 55%. "
        "The text of Ding is incomplete: absence from it proves nothing."
    ) == sentence(one, labels, "en")


def test_the_whole_area_is_named_without_brackets_in_brackets(labels: Labels) -> None:
    """``(whole area)``, and no label that explains itself in brackets."""
    row = _value(scope="rural", row_id="nursing_bed_share@rural")
    one = Observation(ObservationKind.SAME, "beds", 1.0, (row,), elsewhere=(_value(plan_id="yi"),))
    assert "At other scopes: Yi (whole area) at least 55% by 2025." in sentence(one, labels, "en")


COUNTED = ("compared", "above", "equal", "later", "below", "rows", "alone", "most", "led", "tasks")


@pytest.mark.parametrize("kind", ObservationKind)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_has_words(labels: Labels, kind: ObservationKind, lang: str) -> None:
    """No key of the wording reaches the reader in place of words."""
    one = Observation(
        kind,
        "beds",
        1.0,
        (_value(),) if kind is ObservationKind.LATER else (_value(), _value(plan_id="yi")),
        reason="years" if kind is ObservationKind.APART else "",
        counts=tuple((name, 1) for name in COUNTED),
        names=(("plan", "jia"), ("department", "civil_affairs"), ("national_deadline", "2022")),
    )
    said = sentence(one, labels, lang)  # type: ignore[arg-type]
    assert "prose." not in said
    assert said.endswith("。" if lang == "zh" else ".")


@pytest.mark.parametrize("kind", [ObservationKind.RANKED, ObservationKind.APART])
def test_of_many_values_the_ends_are_named(labels: Labels, lexicon: Lexicon, kind: ObservationKind) -> None:
    """The three highest and the two lowest with their plans, the others counted; nobody is named twice, and
    of many plans without a value the number is said."""
    many = MANY + 3
    plans = [f"p{number:02}" for number in range(2 * many)]
    known = replace(labels, plans={plan: {"zh": f"甲{plan}", "en": plan} for plan in plans})
    values = tuple(
        _value(
            plan_id=plan, low=float(20 + place), high=float(20 + place), deadline="" if place % 2 else "2025"
        )
        for place, plan in enumerate(plans[:many])
    )
    ordered = tuple(sorted(values, key=lambda value: value.order))
    one = Observation(
        kind,
        "beds",
        1.0,
        ordered,
        silent=tuple(plans[many:]),
        reason="" if kind is ObservationKind.RANKED else "undated",
    )
    text = sentence(one, known, "en")
    assert [f"at least {20 + place}%" in text for place in range(many)] == [
        place < 2 or place >= many - 3 for place in range(many)
    ]
    assert f"{many - 5} further plans lie between" in text
    assert f"No value in {many} plans." in text
    read_back = [low for low, unit, *_ in _read(sentence(one, known, "zh"), lexicon) if unit == "%"]
    assert {20.0, 21.0, *(float(20 + many - back) for back in (1, 2, 3))} == set(read_back)


def test_many_plans_with_one_value_are_counted(labels: Labels) -> None:
    """The value stands once, with its year only where all share it."""
    values = tuple(_value(plan_id=plan) for plan in "abcdefghij")
    one = Observation(ObservationKind.SAME, "beds", 1.0, values)
    assert ": 10 plans at least 55% by 2025." in sentence(one, labels, "en")
    assert ": 10 plans at least 55%." in sentence(replace(one, reason="years"), labels, "en")


@pytest.mark.parametrize("scope", ["disabled_elderly", "rural"])
def test_a_scope_is_named_wherever_it_restricts(labels: Labels, scope: str) -> None:
    """In the row and in brackets behind a plan; the whole area only in brackets."""
    name = labels.scope(scope, "en")
    row = _value(scope=scope, row_id=f"nursing_bed_share@{scope}")
    one = Observation(ObservationKind.SAME, "beds", 1.0, (row,), elsewhere=(replace(row, plan_id="yi"),))
    text = sentence(one, labels, "en")
    assert text.startswith(f"{labels.indicator('nursing_bed_share', 'en')} ({name}): ")
    assert f"Yi ({name}) at least 55%" in text


@pytest.mark.parametrize("count, named", [(MANY, True), (MANY + 1, False)])
def test_from_how_many_on_plans_are_counted(labels: Labels, count: int, named: bool) -> None:
    """Eight are still named: those of a value, those at other scopes and those without one."""
    plans = [f"p{number}" for number in range(count)]
    values = tuple(_value(plan_id=plan) for plan in plans)
    same = sentence(Observation(ObservationKind.SAME, "beds", 1.0, values), labels, "en")
    assert named == ("p0 at least 55% by 2025; p1" in same)
    apart = sentence(Observation(ObservationKind.APART, "beds", 1.0, values, reason="bounds"), labels, "en")
    assert named == ("further plans lie between" not in apart)
    assert (5 if not named else count) == apart.count("at least 55%")
    silent = sentence(
        Observation(ObservationKind.SAME, "beds", 1.0, values[:2], silent=tuple(plans)), labels, "en"
    )
    assert named == (f"No value in {', '.join(plans[:-1])} and {plans[-1]}." in silent)
    assert named != (f"No value in {count} plans." in silent)
    elsewhere = sentence(
        Observation(ObservationKind.SAME, "beds", 1.0, values[:2], elsewhere=values), labels, "en"
    )
    assert ("(whole area)" in elsewhere, count if named else 3) == (True, elsewhere.count("(whole area)"))
    assert named != (f"; {count - 3} others." in elsewhere)


def test_a_shared_value_has_the_less_precise_date(labels: Labels) -> None:
    """By 2025 is right of all where one plan names a month of that year."""
    values = (_value(), *(_value(plan_id=plan, deadline="2025-06") for plan in "abcdefgh"))
    one = Observation(ObservationKind.SAME, "beds", 1.0, tuple(sorted(values, key=lambda value: value.order)))
    assert ": 9 plans at least 55% by 2025." in sentence(one, labels, "en")


def test_values_beside_the_national_ones_are_named_on_their_side(labels: Labels) -> None:
    """Those above, then those below; nothing is said of a side without any."""
    values = (_value(), _value(plan_id="yi"), _value(plan_id="bing"))
    counts = {"compared": 9, "above": 1, "equal": 4, "later": 0, "below": 2}

    def said(number: int, **given: int) -> str:
        one = Observation(
            ObservationKind.NATIONAL, "", 1.0, values[:number], counts=tuple({**counts, **given}.items())
        )
        return sentence(one, labels, "en")

    above, _, below = said(3).partition("Below: ")
    assert ("Jia" in above, "Yi" in above, "Jia" in below) == (True, False, False)
    assert all(plan in below for plan in ("Yi", "Bing"))
    assert "Below: " not in said(1, below=0)
    assert "Above: " not in said(2, above=0)


@pytest.mark.parametrize(
    "told, expected",
    [
        (ObservationKind.SINGLE, ("Jia", "7", "5", "4")),
        (ObservationKind.LEADS, ("Jia", "3", "9")),
        (ObservationKind.LATER, ("Jia", "2022", "at least 55% by 2025")),
    ],
)
def test_what_is_counted_is_said(labels: Labels, told: ObservationKind, expected: tuple[str, ...]) -> None:
    """Every count with the plan that it is of."""
    one = Observation(
        told,
        "beds",
        1.0,
        (_value(),),
        counts=(("rows", 7), ("alone", 5), ("most", 4), ("led", 3), ("tasks", 9)),
        names=(("plan", "jia"), ("department", "civil_affairs"), ("national_deadline", "2022")),
    )
    text = sentence(one, labels, "en")
    assert [True] * len(expected) == [part in text for part in expected]


def test_of_plans_with_as_many_rows_none_is_named(labels: Labels) -> None:
    """Who has most of the rows that one plan alone states is said only where one plan has."""
    counts = (("rows", 6), ("alone", 3), ("most", 1))
    said = sentence(Observation(ObservationKind.SINGLE, "beds", 1.0, counts=counts), labels, "en")
    assert "Beds: of 6 items with a value, 3 are stated by one plan alone." == said
