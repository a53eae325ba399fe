"""A rule that is not asked, for its words lack one it needs or its state is another, would not apply."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Document
from compare.reading import Lexicon, read
from compare.reading.rule_tables import TABLES
from compare.reading.rules import ByKind, Rule
from compare.reading.sentences.times.deadlines import DEADLINE_RULES
from compare.sources import read_file

ROOT = Path(__file__).resolve().parents[2]


def _texts() -> Iterator[str]:
    for path in sorted((ROOT / "tests" / "cases").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield "\n".join(cell for row in csv.reader(file) for cell in row if len(cell) > 8)
    for rules in TABLES.values():
        for rule in rules:
            said = f"{getattr(rule, 'example', '')}\n{getattr(rule, 'near', '')}"
            yield said.replace("«", "").replace("»", "")
    for path in sorted((ROOT / "data" / "raw").glob("*.txt")):
        yield read_file(path).text


def test_a_rule_that_is_not_asked_would_not_have_applied(
    lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither in the cases and examples nor in the plans does a rule apply that its table leaves out."""
    pick = ByKind.__call__
    wrong: set[str] = set()

    def watched(rule: Rule[Any, Any]) -> Rule[Any, Any]:
        def apply(context: Any) -> Any:
            if rule.apply(context) is not None:
                wrong.add(rule.name)

        return replace(rule, apply=apply)

    def asked(
        table: ByKind[Any, Any], kind: str, words: str | None = None, state: str | None = None
    ) -> tuple[Rule[Any, Any], ...]:
        picked = pick(table, kind, words, state)
        everything = table.rules if table is DEADLINE_RULES else pick(table, kind)
        return tuple(rule if rule in picked else watched(rule) for rule in everything)

    monkeypatch.setattr(ByKind, "__call__", asked)
    for text in _texts():
        read(Document(text, "txt"), lexicon)
    assert set() == wrong


@given(
    st.lists(st.sampled_from(("全", "部", "门", "全部", "部门", "门全部", "有", "只有")), max_size=9).map(
        "".join
    )
)
def test_words_inside_and_across_others_are_seen(words: str) -> None:
    """All words are looked for in one search, and none is lost to another that it shares characters with."""
    known = ("全部", "部门", "门", "有", "只有", "门全部")
    table = ByKind([Rule(word, lambda _: "", "", "", needs=(word,)) for word in known])
    assert [word for word in known if word in words] == [rule.name for rule in table("", words)]


def test_a_table_picks_by_kind_by_word_and_by_state() -> None:
    """A rule is left out for another kind or state, and where none of its words stands in those given."""

    def rule(name: str, **terms: Any) -> Rule[str, str]:
        return Rule(name, lambda _: "", "", "", **terms)

    made = [rule("any"), rule("each", needs="每各"), rule("share", only=("share",))]
    table = ByKind([*made, rule("half", needs=("半年", "季度")), rule("bound", state="bound")])
    asked = (("count",), ("count", "全年", ""), ("count", "各半年", ""), ("share", "季", "bound"))
    assert ["any each half bound", "any", "any each half", "any share bound"] == [
        " ".join(one.name for one in table(*given)) for given in asked
    ]
