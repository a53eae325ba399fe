"""How strictly a clause binds, and a thing in it: commitment.csv beside this file and what carries."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
import yaml

from compare.coding.book.errors import CodebookError
from compare.coding.commitment.governing import binds, governing, in_sentence, stands_alone
from compare.coding.commitment.levels import Commitment, parse_commitment
from compare.study.codebook.files import default_codebook

CASES = Path(__file__).with_name("commitment.csv")


@pytest.fixture(scope="module")
def scale() -> Commitment:
    return parse_commitment(
        yaml.safe_load((default_codebook() / "commitment.yaml").read_text(encoding="utf-8"))
    )


def _cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["text"])
def test_the_word_that_governs_decides(scale: Commitment, case: dict[str, str]) -> None:
    """Of the whole clause, or of the thing named in it."""
    at = case["text"].index(case["thing"]) + len(case["thing"]) if case["thing"] else None
    found = governing(case["text"], scale, at)
    assert (case["level"], case["mark"]) == (found.level.id, found.mark)


def test_a_weak_word_carries_to_clauses_that_do_not_stand_alone(scale: Commitment) -> None:
    """A verb that commits, a date or an actor at the opening ends its reach; a full stop does too, for
    sentences are read one by one."""
    clauses = ["鼓励社会力量参与", "为老年人提供服务", "2022年底前占比达到50%", "享受同等待遇", "完善制度"]
    found = in_sentence(clauses, scale)
    assert ["encouragement", "encouragement", "plain", "plain", "plain"] == [one.level.id for one in found]
    assert [False, True, False, False, False] == [one.carried for one in found]


@pytest.mark.parametrize("text", ["并建立制度", "由民政部门负责", "到2025年全面落实", "将服务纳入清单"])
def test_a_clause_that_says_what_is_to_be_done_stands_alone(scale: Commitment, text: str) -> None:
    """No weak word before it reaches it."""
    assert stands_alone(text, scale)
    assert binds(in_sentence(["支持机构发展", text], scale)[1])


def test_what_is_carried_ends_with_a_clause_that_stands_alone(scale: Commitment) -> None:
    """It carries over clauses without a verb, and a new modal word takes its place; behind a clause that says
    of itself what is to be done nothing is carried any more."""
    clauses = ["鼓励社会力量参与", "必须配备护理人员", "养老服务用房", "由市民政局负责", "养老服务用房"]
    found = in_sentence(clauses, scale)
    assert [
        ("encouragement", False),
        ("mandatory", False),
        ("mandatory", True),
        ("plain", False),
        ("plain", False),
    ] == [(one.level.id, one.carried) for one in found]
    assert ["鼓励", "必须", "必须"] == [one.mark for one in found[:3]]
    assert [False, True, True, True, True] == [binds(one) for one in found]


def entry(code: str, match: list[str] | None = None, strength: str = "soft", **given: Any) -> dict[str, Any]:
    return {"id": code, "label": {"zh": code, "en": code}, "strength": strength, "match": match} | given


PLAIN = entry("plain", strength="hard", default=True, verbs=["建设", "完善"])
MUST, MAY, URGED = (
    entry("must", ["必须", "务必"], "hard"),
    entry("may", ["可以"], "permission"),
    entry("urged", ["鼓励"]),
)


def test_the_scale_is_read_in_its_order() -> None:
    """The level without words is the plain one, what takes a commitment back is soft or a permission; texts
    are those of the file."""
    scale = parse_commitment([MUST, {**PLAIN, "examples": ["建设"], "negatives": [1]}, URGED, MAY])
    assert ["must", "plain", "urged", "may"] == [one.id for one in scale.levels] == list(scale.by_id)
    assert ("plain", ("建设",), ("1",)) == (scale.plain.id, scale.plain.examples, scale.plain.negatives)
    assert ["must"] == [one.id for one, _ in scale.hard]
    said = [governing(text, scale) for text in ("务必建设", "可以建设", "鼓励建设", "建设")]
    assert ["must", "may", "urged", "plain"] == [one.level.id for one in said]
    assert [True, False, False, True] == [binds(one) for one in said]


def test_a_scale_may_have_no_word_that_takes_back() -> None:
    """Then nothing is taken back."""
    assert "must" == governing("鼓励必须建设", parse_commitment([MUST, PLAIN])).level.id


@pytest.mark.parametrize(
    "content, message",
    [
        (None, "missing from the codebook folder, or no list; restore it"),
        ([], "missing from the codebook folder, or no list; restore it"),
        ({"levels": [PLAIN]}, "missing from the codebook folder, or no list; restore it"),
        ([PLAIN, "must"], "'must': an entry has no id; give it one"),
        ([PLAIN, {"label": MUST["label"]}], ".*: an entry has no id; give it one"),
        ([PLAIN, {**MUST, "label": "must"}], "must: label needs zh and en and nothing else; quote"),
        ([PLAIN, {**MUST, "label": {"zh": "必"}}], "must: label needs zh and en and nothing else"),
        ([PLAIN, {**MUST, "label": {"zh": "必", "en": "must", "or": 1}}], "must: label needs zh and en and"),
        ([PLAIN, {**MUST, "strength": "x"}], "must: strength must be one of .*hard.*"),
        ([PLAIN, {**MUST, "match": []}], "must: give patterns, or leave match empty and say default: true"),
        ([{**PLAIN, "match": ["x"]}], "plain: give patterns, or leave match empty and say default: true"),
        ([PLAIN, {**MUST, "match": ["("]}], r"must: match: '\(' is no valid pattern"),
        ([{**PLAIN, "verbs": ["("]}], r"plain: verbs: '\(' is no valid pattern"),
        ([PLAIN, MUST, MUST], "must: this id is used twice; rename one"),
        ([MUST], "one level, and only one, has an empty match and default: true"),
        ([PLAIN, {**PLAIN, "id": "other"}], "one level, and only one, has an empty match"),
        ([{**PLAIN, "verbs": []}], "plain: verbs is missing; name the words that commit"),
    ],
)
def test_what_is_wrong_with_the_scale_is_named(content: Any, message: str) -> None:
    """The entry, and what to write."""
    with pytest.raises(CodebookError, match=f"^commitment.yaml: {message}"):
        parse_commitment(content)
