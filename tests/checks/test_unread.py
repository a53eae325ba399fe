"""What a file holds that was not read is said, and how much of it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from tests.support.features import FEATURES

from compare.checks import UNREAD
from compare.checks.unread import (
    not_in_file,
    nothing_read,
    numerals_in_furniture,
    recognised_text,
    unread_text,
)
from compare.coding import Codebook, code
from compare.model import Document, Furniture, Recognised, Remark, Role
from compare.reading import read
from compare.sources import read_bytes
from compare.tables.words.labels import Labels
from compare.tables.words.messages import message

_REASONS = (
    "hidden text",
    "struck-through text",
    "deleted text",
    "watermark",
    "turned text",
    "text of a picture",
)


@pytest.fixture
def said(make: SimpleNamespace, codebook: Codebook, labels: Labels) -> Any:
    """The checks and messages for a file."""

    def of(data: bytes, name: str) -> list[tuple[str, str, str]]:
        document = read_bytes(data, name)
        reading = read(document, codebook.lexicon)
        result = make.changed(
            make.result(document.text), reading=reading, coded=code("p-2020", reading, codebook)
        )
        found = (finding for check in UNREAD for finding in check(result, codebook))
        return [
            (one.check, message(one.message, labels, "en"), message(one.message, labels, "zh"))
            for one in found
        ]

    return of


@pytest.mark.parametrize(
    "feature", [f for f in FEATURES if f.reason in _REASONS and f.outcome == "furniture"], ids=str
)
def test_text_that_is_not_read_is_counted(said: Any, feature: Any) -> None:
    """Hidden, struck, deleted, slanted text and the text of pictures is one finding of each kind."""
    checks = [check for check, _, _ in said(feature.data(), f"plan.{feature.form}")]
    assert checks.count("unread_text") >= 1
    assert "nothing_read" not in checks


@pytest.mark.parametrize("feature", [f for f in FEATURES if f.outcome == "named"], ids=str)
def test_what_is_not_in_the_file_is_named(said: Any, feature: Any) -> None:
    """An annex to be loaded and an embedded file are named in both languages."""
    ((check, english, chinese),) = said(feature.data(), f"plan.{feature.form}")
    assert "not_in_file" == check
    assert english != chinese


def test_no_statement(said: Any) -> None:
    """Numerals but no statement: said. Neither: nothing to say."""
    ((check, english, _),) = said("甲市养老服务实施方案\n编码 12345 与 67890".encode(), "a.txt")
    assert ("nothing_read", "2" in english) == (check, True)
    assert [] == said("甲市养老服务实施方案\n加强领导。".encode(), "a.txt")


def furniture_notes(text: str, make: SimpleNamespace, codebook: Codebook) -> list[tuple[str, str]]:
    """(numerals, lines) of each finding about page furniture in ``text``."""
    reading = read(read_bytes(text.encode(), "a.txt"), codebook.lexicon)
    result = make.changed(make.result(text), reading=reading, coded=())
    return [
        (one.message.facts["numerals"], one.message.facts["lines"])
        for one in numerals_in_furniture(result, codebook)
    ]


def test_amounts_in_page_furniture_are_told(make: SimpleNamespace, codebook: Codebook) -> None:
    """A line with the label of a page may say an amount all the same; dates, numbers and views are none."""
    plain = "甲市养老服务实施方案\n发布日期：2024-05-06 浏览次数：300次\n建设20个站点。\n"
    assert [] == furniture_notes(plain, make, codebook)
    assert [("2", "1")] == furniture_notes(
        plain + "来源：省级补助300万元、市级20%\n第 1 页\n", make, codebook
    )


def facts_of(finding: Any) -> tuple[dict[str, Any], int, int]:
    return dict(finding.message.facts), finding.start, finding.end


def test_unread_text_is_counted_by_reason_at_its_first_place(
    make: SimpleNamespace, codebook: Codebook
) -> None:
    """Places and characters of each reason; furniture of the page (page numbers) is none of it."""
    furniture = (
        Furniture(2, 5, "hidden text"),
        Furniture(6, 8, "page number"),
        Furniture(8, 10, "watermark"),
        Furniture(10, 14, "hidden text"),
    )
    result = make.result("x" * 20, furniture=furniture)
    assert [({"places": "2", "characters": "7"}, 2, 5), ({"places": "1", "characters": "2"}, 8, 10)] == [
        facts_of(one) for one in unread_text(result, codebook)
    ]


def recognised(make: SimpleNamespace, text: str, *spans: Recognised, facts: tuple[Any, ...] = ()) -> Any:
    return make.result(text, *facts, document=Document(text, "pdf", recognised=spans))


def test_recognised_text_is_counted_with_its_lowest_confidence(
    make: SimpleNamespace, codebook: Codebook
) -> None:
    """How much of a file is a picture, and how far the worst of it can be trusted."""
    result = recognised(make, "x" * 20, Recognised(1, 4, 0.987), Recognised(6, 16, 0.5))
    (finding,) = unread_text(result, codebook)
    assert ({"characters": "13", "confidence": "0.50"}, 1, 4) == facts_of(finding)


def test_recognised_stretches_name_the_values_that_stand_in_them(
    make: SimpleNamespace, codebook: Codebook
) -> None:
    """From the first to the last character; a value that begins or ends outside was not recognised there, and
    a stretch without any value is not asked about."""
    text = "占比50%占比60%占比70%"
    facts = tuple(make.fact(f"占比{n}%", f"{n}%", n) for n in (50, 60, 70))
    spans = (Recognised(2, 5, 0.9), Recognised(7, 9, 0.8), Recognised(8, 10, 0.7), Recognised(12, 15, 0.6))
    found = list(recognised_text(recognised(make, text, *spans, facts=facts), codebook))
    assert [(2, 5, ("p-2020-1",)), (12, 15, ("p-2020-3",))] == [
        (one.start, one.end, one.statement_ids) for one in found
    ]


def lines_of_page(make: SimpleNamespace, lines: list[str], **how: Any) -> Any:
    """A plan whose lines are all page furniture, with a numeral at the first digit of each."""
    text = "\n".join(lines)
    furniture, numerals, at = [], [], 0
    for line in lines:
        digit = next(number for number, char in enumerate(line) if char.isdigit())
        furniture.append(Furniture(at, at + len(line), how.get("reason", "page"), how.get("inside", False)))
        numerals.append(
            make.numeral(at + digit, at + digit + 1, line[digit], how.get("role", Role.FURNITURE))
        )
        at += len(line) + 1
    return make.result(text, furniture=tuple(furniture), numerals=tuple(numerals))


def test_at_most_three_lines_of_furniture_are_shown_each_cut(
    make: SimpleNamespace, codebook: Codebook
) -> None:
    """Blanks drawn together, 24 characters of a line, and a sign that there are more."""
    lines = ["补 助\t9%" + "长" * 30, "甲5%", "乙6%"]
    (three,) = numerals_in_furniture(lines_of_page(make, lines), codebook)
    assert {"numerals": "3", "lines": "3", "shown": f"补 助 9%{'长' * 18} | 甲5% | 乙6%"} == dict(
        three.message.facts
    )
    assert (0, len(lines[0])) == (three.start, three.end)
    (four,) = numerals_in_furniture(lines_of_page(make, [*lines, "丙7%"]), codebook)
    assert f"补 助 9%{'长' * 18} | 甲5% | 乙6% …" == four.message.facts["shown"]


@pytest.mark.parametrize(
    "line, how, expected",
    [
        ("补助9张", {}, 1),
        ("补助9次", {}, 0),
        ("补助9个月", {}, 0),
        ("编号9", {}, 0),
        ("补助9张", {"inside": True}, 0),
        ("补助9张", {"reason": "address"}, 0),
        ("补助9张", {"reason": "hidden text"}, 0),
        ("补助9张", {"role": Role.ORDINAL}, 0),
    ],
)
def test_which_numbers_of_page_furniture_are_amounts(
    make: SimpleNamespace, codebook: Codebook, line: str, how: dict[str, Any], expected: int
) -> None:
    """Something counted; no views or bare numbers, nothing told elsewhere or within a sentence."""
    assert expected == len(list(numerals_in_furniture(lines_of_page(make, [line], **how), codebook)))


@pytest.mark.parametrize(
    "role, expected",
    [(Role.NONE, ["1"]), (Role.DATE, ["1"]), (Role.FURNITURE, []), (Role.ORDINAL, []), (Role.DOCUMENT, [])],
)
def test_a_plan_without_statements_is_asked_about_only_where_numbers_stand(
    make: SimpleNamespace, codebook: Codebook, role: Role, expected: list[str]
) -> None:
    """Page numbers, list marks and numbers of documents promise nothing."""
    result = make.result("共12", numerals=(make.numeral(1, 3, "12", role),))
    found = list(nothing_read(result, codebook))
    assert expected == [one.message.facts["numerals"] for one in found]
    assert {(0, 0)} >= {(one.start, one.end) for one in found}


def test_what_is_not_in_the_file_has_no_place_in_its_text(make: SimpleNamespace, codebook: Codebook) -> None:
    """Each annex by its name, in the order of the file."""
    remarks = (Remark("attachment", "附件1"), Remark("sheet", "表2"))
    result = make.result("x", document=Document("x", "docx", remarks=remarks))
    assert [({"name": "附件1"}, 0, 0), ({"name": "表2"}, 0, 0)] == [
        facts_of(one) for one in not_in_file(result, codebook)
    ]
