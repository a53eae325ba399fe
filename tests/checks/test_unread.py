"""What a file holds that was not read is said, and how much of it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from tests.support.features import FEATURES

from compare.checks import UNREAD
from compare.checks.unread import numerals_in_furniture
from compare.coding import Codebook, code
from compare.reading import read
from compare.sources import read_bytes
from compare.tables.labels import Labels
from compare.tables.messages import message

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
