"""Every rule that `explain` can name, and what it rests on, has a Chinese name in ``wording/rules.yaml``."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml
from tests.conftest import ROOT
from tests.support.cases import CASES, unescape
from tests.support.rules_alone import rules_alone

from compare.coding.explain import CODING_RULES
from compare.model import Code, Document, Phrase
from compare.reading import Lexicon, read
from compare.reading.quantities.roles.rules import COVERS
from compare.reading.rule_tables import DEFAULTS, TABLES, NamedRule
from compare.study.codebook.files import default_codebook, load_labels
from compare.tables.words.labels import Labels
from compare.tables.words.messages import message

FILE = "data/codebook/wording/rules.yaml"
RULES: tuple[NamedRule, ...] = (*(rule for rules in TABLES.values() for rule in rules), *CODING_RULES)
#: Rules of tables by name.
TABLED = {rule.name for rule in RULES} | {cover.name for cover in COVERS}
SOURCES = {rule.source for rule in RULES if rule.source}


@cache
def names() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return yaml.safe_load((ROOT / FILE).read_text(encoding="utf-8"))


@cache
def lexicon() -> Lexicon:
    return rules_alone().lexicon


def lacking(section: str, wanted: Iterable[str]) -> list[str]:
    """What has no name, each with where to write it."""
    there = names()[section]
    return [f"{FILE}: {section}: add “{one}: {{zh: …}}”" for one in sorted(set(wanted)) if one not in there]


def texts(path: Path) -> Iterator[str]:
    """The texts of a file of cases."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as lines:
            yield from {unescape(row.get("text") or "") for row in csv.DictReader(lines)}
    else:
        yield from strings(yaml.safe_load(path.read_text(encoding="utf-8")))


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def test_every_rule_has_a_chinese_name() -> None:
    """A rule without one would be printed in English within a Chinese sentence."""
    assert [] == lacking("rules", TABLED | DEFAULTS)


def test_everything_that_rules_rest_on_is_said_in_chinese() -> None:
    """It stands in brackets behind the rule."""
    assert [] == lacking("rule_sources", SOURCES)


@pytest.mark.parametrize("path", sorted(CASES.iterdir()), ids=lambda path: path.name)
def test_every_decision_is_a_rule_of_a_table_or_a_default(path: Path) -> None:
    """No grammar is told of that has no example, no near miss and no place in an order."""
    told: set[str] = set()
    for text in texts(path):
        made = read(Document(text, "txt"), lexicon())
        told |= {reason.rule for statement in made.statements for reason in statement.reasons}
        told |= {one.rule for one in made.numerals}
    assert set() == told - TABLED - DEFAULTS - {""}


def test_no_name_is_left_of_a_rule_that_is_no_more() -> None:
    """A rule that is renamed takes its entry along."""
    left = [one for one in names()["rules"] if one not in TABLED | DEFAULTS]
    left += [one for one in names()["rule_sources"] if one not in SOURCES]
    assert [] == [f"{FILE}: “{one}” names nothing any more; remove it" for one in left]


def test_unlike_rules_have_unlike_names() -> None:
    """Who doubts a reading must be able to say which rule it was."""
    for entries in names().values():
        told = [one["zh"] for one in entries.values()]
        assert len(set(told)) == len(told)


def test_names_are_chinese() -> None:
    """But for the files and keys of the codebook that a rule rests on; in English the code names a rule."""
    said = [one["zh"] for entries in names().values() for one in entries.values()]
    assert [] == [
        one for one in said if re.search("[A-Za-z]", re.sub(r"[a-z_]+\.yaml|[a-z]+_[a-z]+", "", one))
    ]
    assert {("zh",)} == {tuple(one) for entries in names().values() for one in entries.values()}


@pytest.fixture(scope="module")
def labels() -> Labels:
    return load_labels(default_codebook())[1]


def test_a_rule_is_printed_by_its_name(labels: Labels) -> None:
    """With what it rests on; in English by the name it has in the code."""
    facts = {
        "rule": Code("rules", "as of a date"),
        "source": Code("rule_sources", "GUIDE: facts are parameters"),
    }
    phrase = Phrase("explain.rule_of", facts)
    assert "规则“截至某日”（依据《编码指南》：事实为参数）" == message(phrase, labels, "zh")
    assert "rule “as of a date” (by GUIDE: facts are parameters)" == message(phrase, labels, "en")


def test_a_rule_without_a_name_is_printed_by_its_english_one(labels: Labels) -> None:
    """A study may keep names of its own that lack those of newer rules."""
    phrase = Phrase("explain.rule", {"rule": Code("rules", "no such rule")})
    assert "规则“no such rule”" == message(phrase, labels, "zh")
