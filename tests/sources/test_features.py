"""What files hold beside plain text: read, marked as furniture, named, or refused, as the page says."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from tests.support.features import FEATURES, Feature, table

from compare.model import Role, Statement
from compare.reading import Lexicon, compile_lexicon, read
from compare.sources import SourceError, read_bytes

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """The lexicon of the packaged codebook."""
    units, comparators = (
        yaml.safe_load((ROOT / "data" / "codebook" / f"{name}.yaml").read_text(encoding="utf-8"))
        for name in ("units", "comparators")
    )
    return compile_lexicon(units, comparators)


def short(statement: Statement) -> str:
    """Comparator, number, unit and deadline of a statement."""
    ends = dict.fromkeys((plain(statement.value_low), plain(statement.value_high)))
    return f"{statement.comparator} {'-'.join(ends)} {statement.unit} {statement.deadline}".strip()


def plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


@pytest.mark.parametrize("feature", FEATURES, ids=str)
def test_feature(feature: Feature, lexicon: Lexicon) -> None:
    """Its values come out and no other; what is not read is marked, named or refused."""
    name = f"plan.{feature.form}"
    if feature.outcome == "error":
        with pytest.raises(SourceError, match=feature.reason):
            read_bytes(feature.data(), name)
        return
    document = read_bytes(feature.data(), name)
    reading = read(document, lexicon)
    assert sorted(feature.values) == sorted(map(short, reading.statements))
    if feature.outcome == "furniture":
        assert feature.reason in {span.reason for span in reading.furniture}
    if feature.outcome == "named":
        assert feature.reason in {remark.key for remark in document.remarks}
    for statement in reading.statements:
        assert document.text[statement.value_start : statement.value_end] == statement.value_text


def test_what_is_not_read_stays_in_the_ledger(lexicon: Lexicon) -> None:
    """A numeral that is struck through or hidden is furniture, once, wherever it stands."""
    for feature in FEATURES:
        if feature.outcome == "furniture" and feature.reason in ("struck-through text", "hidden text"):
            reading = read(read_bytes(feature.data(), f"plan.{feature.form}"), lexicon)
            roles = {numeral.role for numeral in reading.numerals}
            assert Role.FURNITURE in roles, str(feature)
            assert Role.NONE not in roles, str(feature)


def test_notes_are_passages_of_their_own(lexicon: Lexicon) -> None:
    """Whatever the format, the text of a footnote is a passage of the kind ``note``."""
    for feature in FEATURES:
        if feature.name == "footnotes":
            document = read_bytes(feature.data(), f"plan.{feature.form}")
            passages = read(document, lexicon).passages
            noted = [document.text[p.start : p.end] for p in passages if p.kind == "note"]
            assert ["含在建床位500张。"] == [text.removeprefix("① ") for text in noted], str(feature)


def test_page_of_formats_shows_what_is_tested() -> None:
    """The table of docs/formats.md is that of the inputs above."""
    assert table() in (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
