"""How statements get their indicator and scope, on a small codebook, at the edges of each rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from compare.coding import Codebook, code, parse_codebook
from compare.model import Coded, Kind, Passage, Statement

Read = Callable[..., tuple[Coded, ...]]

#: How many characters off a word may stand that says what a value measures.
REACH = 400

OTHER_SCOPE = {"id": "other", "label": {"zh": "其他", "en": "other"}, "match": []}


def label(name: str) -> dict[str, str]:
    return {"zh": name, "en": name}


def entry(name: str, unit: str, match: str, **parts: Any) -> dict[str, Any]:
    return {
        "id": name,
        "label": label(name),
        "definition": label(name),
        "unit": unit,
        "match": [match],
        **parts,
    }


def codebook_of(files: Mapping[str, Any], *entries: dict[str, Any], **parts: Any) -> Codebook:
    """The small codebook with these indicators of the group ``beds`` alone."""
    kept = {stem: content for stem, content in files.items() if not stem.startswith("indicators/")}
    return parse_codebook({**kept, "indicators/beds": list(entries), **parts})


@pytest.fixture
def coded(make: SimpleNamespace) -> Read:
    """Statements on values of a text, coded; each is a value with what the reader found of it."""

    def of(text: str, codebook: Codebook, *values: Mapping[str, Any], heading: str = "") -> tuple[Coded, ...]:
        facts = [
            make.fact(v["value"], v["value"], v.get("low", 300), unit=v.get("unit", "张")) for v in values
        ]
        result = make.result(text, *facts)
        statements = tuple(
            make.changed(
                one.statement,
                subject=v.get("subject", ""),
                scope_text=v.get("scope_text", ""),
                kind=Kind(v.get("kind", "target")),
                deadline=v.get("deadline", ""),
                start=v.get("start", one.statement.start),
            )
            for one, v in zip(result.coded, values, strict=True)
        )
        reading = make.changed(
            result.reading,
            statements=statements,
            passages=(Passage(1, "", "paragraph", heading, 0, len(text), None),),
        )
        return code("p", reading, codebook)

    return of


def codes(found: Sequence[Coded]) -> list[str]:
    return [one.indicator for one in found]


# --- how far words reach --------------------------------------------------------------


@pytest.mark.parametrize("far, expected", [(0, "beds"), (1, "")], ids=["within reach", "one beyond"])
@pytest.mark.parametrize("before", [True, False], ids=["before", "behind"])
def test_words_beyond_the_reach_say_nothing(
    before: bool, far: int, expected: str, coded: Read, codebook: Codebook
) -> None:
    """A noun counts whose farthest character is still within REACH of the value."""
    noun, filler = "养老床位", "甲" * (REACH - len("养老床位") + far)
    text = f"{noun}{filler}300张" if before else f"300张{filler}{noun}"
    assert [expected] == codes(coded(text, codebook, {"value": "300张"}))


@pytest.mark.parametrize("stop", [*"。!?！？\n|"])
def test_words_of_another_sentence_say_nothing(stop: str, coded: Read, codebook: Codebook) -> None:
    """Neither the sentence before nor the next cell of a table codes a value."""
    assert [""] == codes(coded(f"养老床位{stop}共300张", codebook, {"value": "300张"}))
    assert [""] == codes(coded(f"共300张{stop}养老床位", codebook, {"value": "300张"}))


@pytest.mark.parametrize("stop", [*",，;；:："])
def test_a_value_that_names_its_noun_is_not_coded_by_another_clause(
    stop: str, coded: Read, codebook: Codebook
) -> None:
    """Only a value without a noun of its own is coded by the rest of its sentence."""
    text = f"养老床位{stop}电梯300张"
    own = {"value": "300张", "subject": "电梯", "start": text.index("电梯")}
    assert [""] == codes(coded(text, codebook, own))
    assert ["beds"] == codes(coded(text, codebook, {"value": "300张"}))


# --- units and kinds ------------------------------------------------------------------


@pytest.mark.parametrize("unit, expected", [("张", "beds"), ("个", ""), ("张/千人", "")])
def test_a_value_in_another_unit_is_never_coded(
    unit: str, expected: str, coded: Read, codebook: Codebook
) -> None:
    """The noun alone does not make it the indicator."""
    assert [expected] == codes(coded("养老床位300", codebook, {"value": "300", "unit": unit}))


@pytest.mark.parametrize("kind, expected", [("standard", "norm"), ("target", ""), ("allocation", "norm")])
def test_an_indicator_of_one_kind_takes_no_other(
    kind: str, expected: str, coded: Read, codebook_files: Mapping[str, Any]
) -> None:
    """``kinds`` limits what is coded; cells of tables are whatever their column says."""
    codebook = codebook_of(codebook_files, entry("norm", "张", "床位", kinds=["standard"]))
    text = "床位300张"
    assert [expected] == codes(coded(text, codebook, {"value": "300张", "subject": "床位", "kind": kind}))


def test_an_indicator_of_another_kind_leaves_the_next(coded: Read, codebook_files: Mapping[str, Any]) -> None:
    """The longest match is passed over where its kind is another; the next one is tried."""
    norm, total = entry("norm", "张", "每处床位", kinds=["standard"]), entry("total", "张", "床位")
    codebook = codebook_of(codebook_files, norm, total)
    for kind, expected in (("standard", "norm"), ("target", "total")):
        value = {"value": "300张", "subject": "每处床位", "kind": kind}
        assert [expected] == codes(coded("每处床位300张", codebook, value))


@pytest.mark.parametrize(
    "kind, deadline, direction, expected",
    [
        ("standard", "2025", "level", ("parameter", "")),
        ("target", "", "floor", ("parameter", "")),
        ("target", "2025", "level", ("parameter", "")),
        ("target", "2025", "floor", ("target", "2025")),
        ("standard", "2025", "floor", ("parameter", "")),
        ("allocation", "2025", "level", ("allocation", "2025")),
        ("parameter", "2025", "level", ("parameter", "2025")),
    ],
)
def test_an_indicator_may_say_what_kind_its_values_are(
    kind: str,
    deadline: str,
    direction: str,
    expected: tuple[str, str],
    coded: Read,
    codebook_files: Mapping[str, Any],
) -> None:
    """A promise with date and direction stays a target, a cell a cell; a new parameter has no date."""
    codebook = codebook_of(codebook_files, entry("fee", "元", "收费", kind="parameter", direction=direction))
    value = {"value": "300元", "unit": "元", "subject": "收费", "kind": kind, "deadline": deadline}
    (found,) = coded("收费300元", codebook, value)
    assert expected == (found.statement.kind, found.statement.deadline)


def test_a_kind_that_is_no_parameter_keeps_its_date(coded: Read, codebook_files: Mapping[str, Any]) -> None:
    """到2025年每百户不低于30平方米 is a standard with its deadline."""
    codebook = codebook_of(codebook_files, entry("norm", "张", "床位", kind="standard"))
    value = {"value": "300张", "subject": "床位", "kind": "target", "deadline": "2025"}
    (found,) = coded("床位300张", codebook, value)
    assert ("standard", "2025") == (found.statement.kind, found.statement.deadline)


# --- a sum that names only whom it is for --------------------------------------------------


@pytest.fixture
def money(codebook_files: Mapping[str, Any]) -> Codebook:
    return codebook_of(codebook_files, entry("allowance", "元/人·月", "津贴", units=["元/人·月", "元"]))


@pytest.mark.parametrize(
    "between, subject, unit, expected",
    [
        (";", "失能老年人", "元", "allowance"),
        (";", "失能老年人", "元/人·月", ""),
        ("。", "失能老年人", "元", ""),
        (";", "电梯", "元", ""),
        (f";{'甲' * (REACH - 6)}", "失能老年人", "元", "allowance"),
        (f";{'甲' * (REACH - 5)}", "失能老年人", "元", ""),
    ],
    ids=["same sentence", "other unit", "other sentence", "own noun", "within reach", "out of reach"],
)
def test_it_takes_the_code_of_the_sum_before(
    between: str, subject: str, unit: str, expected: str, coded: Read, money: Codebook
) -> None:
    """In one sentence and unit, not too far off, and only if it names no noun of its own."""
    text = f"津贴100元{between}{subject}101元。"
    before = {"value": "100元", "unit": "元", "subject": "津贴"}
    after = {"value": "101元", "unit": unit, "subject": subject, "start": text.index(subject)}
    found = coded(text, money, before, after)
    assert ["allowance", expected] == codes(found)
    assert ("" if expected else "uncoded") == found[1].review


@pytest.mark.parametrize(
    "unit, subject, expected",
    [("%", "农村", "share"), ("%", "电梯", ""), ("张", "楼房", "")],
    ids=["where alone", "own noun", "a count of other things"],
)
def test_a_share_that_names_only_where_takes_the_code_before(
    unit: str, subject: str, expected: str, coded: Read, codebook_files: Mapping[str, Any]
) -> None:
    """覆盖率城镇90%;农村80%: a share of its own noun, or a count of other things, is no continuation."""
    codebook = codebook_of(codebook_files, entry("share", "%", "覆盖率", units=["%", "张"]))
    text = f"覆盖率90;{subject}80"
    before = {"value": "90", "low": 90, "unit": unit, "subject": "覆盖率"}
    after = {"value": "80", "low": 80, "unit": unit, "subject": subject, "start": text.index(subject)}
    assert ["share", expected] == codes(coded(text, codebook, before, after))


@pytest.mark.parametrize(
    "subject, expected",
    [("每个补助", "grant"), ("给予", "grant"), ("一次性", "grant"), ("", "grant"), ("电梯", "")],
)
def test_it_is_coded_by_the_condition_before_it(
    subject: str, expected: str, coded: Read, codebook_files: Mapping[str, Any]
) -> None:
    """新建服务站的,每个补助8万元: the clause says that it is given, the condition what for."""
    codebook = codebook_of(codebook_files, entry("grant", "元", "服务站"))
    text = f"新建服务站的,{subject}8万元。"
    found = coded(
        text,
        codebook,
        {
            "value": "8万元",
            "unit": "元",
            "low": 80000,
            "subject": subject,
            "start": text.index(subject or "8万"),
        },
    )
    assert [expected] == codes(found)


# --- words that are asked for ----------------------------------------------------------


@pytest.mark.parametrize(
    "key, held",
    [
        ("clause", {"subject", "clause"}),
        ("near", {"subject", "clause", "part", "lead"}),
        ("within", {"subject", "clause", "part", "lead", "sentence", "heading"}),
    ],
)
@pytest.mark.parametrize("place", ["subject", "clause", "part", "lead", "sentence", "heading", "elsewhere"])
def test_words_asked_for_are_looked_for_where_the_entry_says(
    key: str, held: set[str], place: str, coded: Read, codebook_files: Mapping[str, Any]
) -> None:
    """``near`` reaches back to a semicolon or to the colon above, ``within`` to the headings."""
    codebook = codebook_of(codebook_files, entry("beds", "张", "床位", **{key: ["新建"]}))
    word = {place: "新建"}
    text = (
        f"{word.get('elsewhere', '')}。{word.get('lead', '')}:甲{word.get('sentence', '')};"
        f"乙{word.get('part', '')},床位{word.get('clause', '')}300张"
    )
    value = {"value": "300张", "subject": f"床位{word.get('subject', '')}"}
    expected = "beds" if place in held else ""
    assert [expected] == codes(coded(text, codebook, value, heading=word.get("heading", "")))


@pytest.mark.parametrize("subject, expected", [("电梯补助", "grant"), ("每个补助", "")])
def test_excluded_words_count_in_the_condition_of_a_sum_without_a_noun(
    subject: str, expected: str, coded: Read, codebook_files: Mapping[str, Any]
) -> None:
    """家庭床位的,每个补助8万元 is about family beds; a sum with its own noun is not."""
    codebook = codebook_of(codebook_files, entry("grant", "元", "补助", excludes=["家庭床位"]))
    text = f"家庭床位的,{subject}8万元。"
    value = {"value": "8万元", "unit": "元", "low": 80000, "subject": subject, "start": text.index(subject)}
    assert [expected] == codes(coded(text, codebook, value))


# --- the more specific wording wins ----------------------------------------------------------


def test_the_longest_match_wins_and_of_equals_the_first_listed(
    coded: Read, codebook_files: Mapping[str, Any]
) -> None:
    """Whatever the order of the entries, the longer wording; of two alike the one that stands first."""
    short, long = entry("short", "张", "床位"), entry("long", "张", "护理型床位")
    twin = entry("twin", "张", "床位")
    value = {"value": "300张", "subject": "护理型床位"}
    plain = {"value": "300张", "subject": "床位"}
    for entries in ((short, long), (long, short)):
        codebook = codebook_of(codebook_files, *entries)
        assert ["long"] == codes(coded("护理型床位300张", codebook, value))
    for entries in ((short, twin), (twin, short)):
        codebook = codebook_of(codebook_files, *entries)
        assert [entries[0]["id"]] == codes(coded("床位300张", codebook, plain))


# --- scopes ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "scope_text, expected", [("农村", "rural"), ("全市", "general"), ("", "general"), ("山区", "other")]
)
def test_a_restriction_that_no_scope_knows_is_another(
    scope_text: str, expected: str, coded: Read, codebook_files: Mapping[str, Any]
) -> None:
    """It is never taken for the whole area, so that it never fills the cell of the whole area."""
    files = {**codebook_files, "scopes": [*codebook_files["scopes"], OTHER_SCOPE]}
    value = {"value": "300张", "subject": "养老床位", "scope_text": scope_text}
    (found,) = coded("养老床位300张", parse_codebook(files), value)
    assert expected == found.scope


def test_the_first_scope_in_the_order_of_the_file_wins(
    coded: Read, codebook_files: Mapping[str, Any]
) -> None:
    """Order is meaning: special scopes stand before general ones."""
    general = codebook_files["scopes"][0]
    special = {"id": "special", "label": label("special"), "match": ["农村新建"]}
    rural = {"id": "rural", "label": label("rural"), "match": ["农村"]}
    value = {"value": "300张", "subject": "养老床位", "scope_text": "农村新建"}
    for order in ((special, rural), (rural, special)):
        codebook = parse_codebook({**codebook_files, "scopes": [general, *order]})
        (found,) = coded("养老床位300张", codebook, value)
        assert order[0]["id"] == found.scope


@pytest.mark.parametrize("restricts, expected", [(True, "model"), (False, "general")])
def test_the_noun_of_what_is_counted_restricts_only_where_the_scope_says_so(
    restricts: bool, expected: str, coded: Read, codebook_files: Mapping[str, Any]
) -> None:
    """3家示范机构 counts model homes; 3家敬老院 counts homes and restricts nothing."""
    scope = {"id": "model", "label": label("model"), "match": ["示范机构"], "restricts_counts": restricts}
    files = {**codebook_files, "scopes": [*codebook_files["scopes"], scope]}
    value = {"value": "3家", "low": 3, "unit": "家", "subject": "示范机构"}
    (found,) = coded("示范机构3家", parse_codebook(files), value)
    assert expected == found.scope
    (measured,) = coded("示范机构3%", parse_codebook(files), {**value, "value": "3%", "unit": "%"})
    assert "model" == measured.scope


def test_ids_derive_from_what_is_said(coded: Read, codebook: Codebook) -> None:
    """Another sentence before it changes nothing; the same said twice has two ids."""
    value = {"value": "300张", "subject": "养老床位"}
    (alone,) = coded("养老床位300张。", codebook, value)
    first, second = coded("养老床位300张。养老床位300张。", codebook, value, value)
    assert alone.statement_id == first.statement_id
    # Tables of earlier runs, corrections and citations hold these very ids.
    assert ["p-c2185a97", "p-4613e11a"] == [first.statement_id, second.statement_id]
    moved: Statement = coded("序言。养老床位300张。", codebook, value)[0].statement
    assert moved.start != alone.statement.start
    assert alone.statement_id == coded("序言。养老床位300张。", codebook, value)[0].statement_id
