"""One plan's rows: quotations, ids, allocation cells."""

from __future__ import annotations

import re
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.coding import Codebook
from compare.model import Amount, Code, Finding, Passage, Phrase, Severity
from compare.tables.making.build import PER_PLAN
from compare.tables.making.rows import (
    _ID_CHARACTERS,
    allocation_rows,
    is_total,
    passage_ids,
    plan_rows,
    whole_rows,
)
from compare.tables.storage.schemas import schemas
from compare.tables.words.labels import UNLABELLED, Labels

TEXT = (
    "一、目标\n到2025年,护理型床位占比不低于55%。养老床位达到300张。\n"
    "县市 床位\n甲县\n100\n乙县\n/\n丙县\n0\n合计\n100\n"
)


@pytest.fixture
def rows(make: Any, codebook: Codebook) -> dict[str, list[dict[str, Any]]]:
    """The rows of a plan with two statements and a table of three counties."""
    cell = {"unit": "张", "comparator": "eq", "kind": "allocation", "indicator": "beds", "subject": "床位"}
    result = make.result(
        TEXT,
        make.fact("护理型床位占比不低于55%", "55%", 55, deadline="2025"),
        make.fact("养老床位达到300张", "300张", 300, unit="张", comparator="eq", indicator="beds"),
        make.fact("甲县\n100", "100", 100, area="甲县", **cell),
        make.fact("乙县\n/", "/", None, area="乙县", **cell),
        make.fact("丙县\n0", "0", 0, area="丙县", **cell),
        make.fact("合计\n100", "100", 100, area="合计", **cell),
        passages=(
            make.passage(1, "一、", "heading", "目标", 0, 4, None),
            make.passage(2, "", "paragraph", "", 5, 40, 0),
        ),
        responsibilities=(make.responsibility("市民政局", "lead", 1, 5, 9),),
    )
    findings = [
        Finding("conflict", Severity.WARNING, Phrase("findings.lost_characters"), 0, 4),
        Finding("conflict", Severity.WARNING, Phrase("findings.lost_characters"), 0, 4),
    ]
    return plan_rows(result, codebook, findings)


def test_every_quotation_is_its_slice_of_the_text(rows: dict[str, list[dict[str, Any]]]) -> None:
    """text[start:end] == quote for every row that quotes."""
    quoting = [row for table in rows.values() for row in table if "quote" in row]
    assert len(quoting) == 10
    assert [row["quote"] for row in quoting] == [TEXT[row["start"] : row["end"]] for row in quoting]


def test_rows_have_exactly_the_columns_of_their_schema(rows: dict[str, list[dict[str, Any]]]) -> None:
    """A column without a schema, or a schema's column without rows, would be lost without a word."""
    assert set(PER_PLAN) == set(rows)
    for name, table in rows.items():
        for row in table:
            assert schemas()[name].names == tuple(row)


def test_a_number_is_stated_a_slash_not_applicable_and_zero_is_a_number(
    rows: dict[str, list[dict[str, Any]]],
) -> None:
    """Missing must not become zero, nor zero missing."""
    found = [(row["area"], row["value"], row["status"], row["is_total"]) for row in rows["allocations"]]
    assert found == [
        ("甲县", 100.0, "stated", False),
        ("乙县", None, "not_applicable", False),
        ("丙县", 0.0, "stated", False),
        ("合计", 100.0, "stated", True),
    ]


def test_equal_findings_get_ids_of_their_own(rows: dict[str, list[dict[str, Any]]]) -> None:
    """Ids are keys; two findings that read alike are still two."""
    first, second = (row["finding_id"] for row in rows["findings"])
    assert second == f"{first}-2"


def test_the_id_of_a_finding_derives_from_what_was_found_and_not_from_words(
    make: Any, codebook: Codebook, labels: Labels
) -> None:
    """A sentence that is put better must not show as a finding that is new; another fact must."""

    def row(value: float, words: Labels) -> dict[str, Any]:
        said = Phrase(
            "findings.conflict", {"values": (Amount(value, value, "张"),), "scope": Code("scopes", "rural")}
        )
        result = make.result(TEXT, make.fact("养老床位达到300张", "300张", 300))
        found = Finding("conflict", Severity.WARNING, said, 0, 4, ("p-2020-1",))
        (one,) = plan_rows(result, codebook, [found], words)["findings"]
        return one

    reworded = replace(
        labels,
        words={
            **labels.words,
            "findings.conflict": {"en": "see {values} at {scope}", "zh": "{scope}见{values}"},
        },
        scopes={"rural": {"en": "in villages", "zh": "村里"}},
    )
    assert ("see 60 beds at in villages", "村里见60 张") == tuple(
        row(60, reworded)[name] for name in ("message", "message_zh")
    )
    ids = [
        row(value, words)["finding_id"] for value, words in ((60, UNLABELLED), (60, reworded), (61, reworded))
    ]
    assert ids[0] == ids[1] != ids[2]


@pytest.mark.parametrize("area", ["合计", "合 计", "总计", "小计", "全市", "全州"])
def test_total_rows_are_known_by_their_name(area: str) -> None:
    """What adds up the others says so, or names the whole."""
    assert is_total(area)


@pytest.mark.parametrize("area", ["甲县", "合水县", "总溪镇", ""])
def test_an_area_is_no_total(area: str) -> None:
    """合计 adds up, 合水县 is a county."""
    assert not is_total(area)


def test_departments_carry_their_function(rows: dict[str, list[dict[str, Any]]]) -> None:
    """市民政局 is civil affairs at whatever level."""
    assert ["civil_affairs"] == [row["department"] for row in rows["responsibilities"]]


_LINES = st.lists(st.text("一二三甲乙丙", min_size=1, max_size=4), min_size=1, max_size=8)


@given(_LINES, st.text("丁戊", min_size=1, max_size=4))
def test_a_passage_keeps_its_id_when_another_is_added_behind_it(lines: list[str], added: str) -> None:
    """Ids derive from content, so a rerun of a corrected source shows as a small diff."""

    def ids(texts: list[str]) -> tuple[str, ...]:
        text = "\n".join(texts)
        starts = [sum(len(line) + 1 for line in texts[:number]) for number in range(len(texts))]
        passages = [
            Passage(1, "", "paragraph", "", start, start + len(line), None)
            for start, line in zip(starts, texts, strict=True)
        ]
        return passage_ids("p", text, passages)

    before, after = ids(lines), ids([added, *lines])
    assert before == after[1:]
    assert len(after) == len(set(after))


@pytest.mark.parametrize("place, same", [(_ID_CHARACTERS - 1, False), (_ID_CHARACTERS, True)])
def test_the_id_of_a_long_passage_derives_from_its_opening_alone(place: int, same: bool) -> None:
    """A correction further on does not change it; one within the opening does."""
    before = "甲" * (_ID_CHARACTERS + 20)
    after = f"{before[:place]}乙{before[place + 1 :]}"
    ids = [
        passage_ids("p", text, [Passage(1, "", "paragraph", "", 0, len(text), None)])
        for text in (before, after)
    ]
    assert same == (ids[0] == ids[1])


def test_clauses_about_all_of_them_are_quoted_without_the_blanks_before_them(make: SimpleNamespace) -> None:
    """Each with its year, by every rule that has words; a rule without any finds nothing."""
    text = "甲。\n  2025年所有机构达标。\n所有机构达标"
    words = re.compile(r"\s*(?:(?P<year>20\d\d)年)?所有机构达标")
    rules = [SimpleNamespace(id=name, pattern=one) for name, one in (("none", None), ("all", words))]
    book: Any = SimpleNamespace(equivalences=SimpleNamespace(rules=rules))
    assert [
        {"plan_id": "p-2020", "rule": "all", "deadline": "2025", "start": 5, "end": 16, "quote": text[5:16]},
        {"plan_id": "p-2020", "rule": "all", "deadline": "", "start": 18, "end": 24, "quote": text[18:24]},
    ] == whole_rows(make.result(text), book)
    assert ("2025年所有机构达标", "所有机构达标") == (text[5:16], text[18:24])


@pytest.mark.parametrize(
    "issued, published, code",
    [("", "", "340181"), ("2005", "2020", "341400"), ("", "2005", "341400"), ("2020-05-01", "", "340181")],
)
def test_areas_have_the_code_that_their_name_had_when_the_plan_was_issued(
    make: SimpleNamespace, issued: str, published: str, code: str
) -> None:
    """By its day of issue, else of publication; of a plan without either today's. A total is the whole, and
    an area that is none of its divisions has no code."""
    plan = make.changed(make.plan, region_code="340000", issued_on=issued, published_on=published)
    facts = [make.fact(f"{area}7", "7", 7, kind="allocation", area=area) for area in ("巢湖", "某镇", "合计")]
    found = allocation_rows(make.result("巢湖7某镇7合计7", *facts, plan=plan))
    assert [code, "", "340000"] == [row["region_code"] for row in found]
