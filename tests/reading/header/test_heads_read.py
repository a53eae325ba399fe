"""What the heads of documents say and cite (``tests/cases/heads.yaml``), and how far each is read."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.language import ReadText

from compare.model import Cited

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "heads.yaml").read_text(encoding="utf-8")
)
each_case = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])

PLAN = "甲市养老服务实施方案\n一、总体要求\n"


@each_case
def test_a_head_says_what_it_says(case: dict[str, Any], read_text: ReadText) -> None:
    """Title, number, issuer, dates, horizon, annexes, what is lost; what is not said is not given."""
    found = asdict(read_text(case["text"]).header)
    assert case["header"] == {
        name: list(value) if isinstance(value, tuple) else value for name, value in found.items() if value
    }


def _mention(text: str, cited: Cited) -> str:
    """The relation, title, number and issuer of a document that is cited, and the words that say so."""
    whose = f" of {cited.issuer_text}" if cited.issuer_text else ""
    number = f" {cited.number}" if cited.number else ""
    where = " (preamble)" if cited.preamble else ""
    words = text[cited.quote_start : cited.end]
    return f"{cited.relation}: {cited.title}{number}{whose}{where} < {words}"


@each_case
def test_what_a_text_cites_is_told_with_its_relation(case: dict[str, Any], read_text: ReadText) -> None:
    """Each mention in text order, itself left out."""
    assert case["cited"] == [_mention(case["text"], one) for one in read_text(case["text"]).cited]


@pytest.mark.parametrize(("length", "issued_on"), [(1490, "2023-05-06"), (1491, "")])
def test_a_signature_stands_near_the_end(length: int, issued_on: str, read_text: ReadText) -> None:
    """In the last 1500 characters; above them a date is one of the text."""
    text = f"{PLAN}二、其他\n{'略' * 2000}\n甲市民政局\n2023年5月6日\n{'注' * length}"
    assert issued_on == read_text(text).header.issued_on


@pytest.mark.parametrize(("length", "end"), [(5980, "2026"), (5981, "")])
def test_goals_stand_near_the_beginning(length: int, end: str, read_text: ReadText) -> None:
    """Their heading ends within 6000 characters."""
    text = f"甲市养老服务实施方案\n{'略' * length}。\n一、工作目标\n到2026年，达到。\n"
    assert end == read_text(text).header.horizon_end


@pytest.mark.parametrize(("length", "end"), [(2493, "2026"), (2494, "")])
def test_the_last_year_is_read_near_the_goals(length: int, end: str, read_text: ReadText) -> None:
    """Within 2500 characters behind their heading."""
    text = f"甲市养老服务实施方案\n一、工作目标\n{'略' * length}。到2026年，达到。\n"
    assert end == read_text(text).header.horizon_end


@pytest.mark.parametrize(("length", "found"), [(40, True), (41, False)])
def test_a_long_sentence_ends_the_search_for_a_title(length: int, found: bool, read_text: ReadText) -> None:
    """A line with a full stop and more than forty characters is the body."""
    text = f"第一{'略' * (length - 3)}。\n{PLAN}"
    assert found == bool(read_text(text).header.title)


@pytest.mark.parametrize(("length", "lost"), [(40, ()), (41, ("end",))])
def test_a_long_line_without_its_end_says_that_the_end_is_lost(
    length: int, lost: tuple[str, ...], read_text: ReadText
) -> None:
    """A short one is a signature or a name."""
    assert lost == read_text(f"{PLAN}建设。\n二、其他\n{'略' * length}\n").header.missing


@pytest.mark.parametrize(("length", "found"), [(4, False), (5, True), (102, True), (103, False)])
def test_a_title_is_a_line_of_so_many_characters(length: int, found: bool, read_text: ReadText) -> None:
    """Three before what the document is called, at most a hundred."""
    assert found == bool(read_text(f"{'甲' * (length - 2)}方案\n一、总体要求\n").header.title)


def test_a_signature_has_all_the_names_above_its_date(read_text: ReadText) -> None:
    """On lines that follow each other, as above 关于 in the heading."""
    names = "、".join(f"{name}市民政局" for name in "甲乙丙丁戊己")
    signers = names.replace("、", "\n")
    signed = f"甲市养老服务办法\n一、总体要求\n建设。\n{signers}\n2023年5月6日\n"
    assert names == read_text(signed).header.issuer
    assert (
        names == read_text(f"{signers}\n关于印发甲市养老服务办法的通知\n一、总体要求\n建设。\n").header.issuer
    )


@pytest.mark.parametrize(("length", "title"), [(3976, "甲市养老服务办法"), (3977, "")])
def test_a_head_ends_after_so_many_characters(length: int, title: str, read_text: ReadText) -> None:
    """Where no heading ends it before, after four thousand: a notice below is none of this document."""
    text = f"简介\n{'略' * length}\n甲市民政局关于印发甲市养老服务办法的通知\n"
    assert title == read_text(text).header.title


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("本办法由市民政局负责解释，自2023年7月1日起施行。", "2023-07-01"),
        ("本办法由市民政局负责解释。条例自2023年7月1日起施行。", ""),
        ("条例自2023年7月1日起施行，本办法作相应调整。", ""),
    ],
)
def test_when_a_text_takes_effect_is_said_in_a_sentence_about_it(
    sentence: str, date: str, read_text: ReadText
) -> None:
    """Another one may say it of another document."""
    assert date == read_text(f"甲市养老服务办法\n一、总体要求\n{sentence}\n").header.effective_on


@pytest.mark.parametrize(("length", "count"), [(160, 1), (161, 0)])
def test_the_name_of_an_annex_is_short(length: int, count: int, read_text: ReadText) -> None:
    """A longer line is text."""
    text = f"{PLAN}建设。\n附件：{'表' * length}\n"
    assert count == len(read_text(text).header.annexes)


@pytest.mark.parametrize(("length", "count"), [(80, 1), (81, 0)])
def test_the_name_below_an_annex_is_short(length: int, count: int, read_text: ReadText) -> None:
    """A longer line below 附件 is its text."""
    assert count == len(read_text(f"{PLAN}建设。\n附件\n{'表' * length}\n").header.annexes)


@pytest.mark.parametrize(("length", "count"), [(1, 1), (2, 2), (90, 2), (91, 1)])
def test_the_name_of_a_listed_annex_is_short(length: int, count: int, read_text: ReadText) -> None:
    """One of a list, on the line below the first."""
    assert count == len(read_text(f"{PLAN}建设。\n附件：1.任务\n2.{'表' * length}\n").header.annexes)


@pytest.mark.parametrize(("length", "relation"), [(43, "basis"), (44, "named")])
def test_a_cue_reaches_to_its_document(length: int, relation: str, read_text: ReadText) -> None:
    """根据 within 45 characters before 《."""
    text = f"{PLAN}根据{'民' * length}《养老条例》。\n"
    assert [relation] == [str(one.relation) for one in read_text(text).cited]


@pytest.mark.parametrize(("length", "relation"), [(28, "basis"), (29, "named")])
def test_a_list_of_documents_goes_on(length: int, relation: str, read_text: ReadText) -> None:
    """Over 、 and 28 characters that say whose the next one is."""
    text = f"{PLAN}根据《养老条例》、{'民' * length}《老年条例》。\n"
    assert ["basis", relation] == [str(one.relation) for one in read_text(text).cited]
