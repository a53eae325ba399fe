"""The codebook's own examples and negatives, executed: what an entry promises is what the coder does."""

from __future__ import annotations

import pytest
from tests.support.rules_alone import rules_alone

from compare.coding import Codebook, Indicator, code
from compare.coding.book.codebook import Example
from compare.model import Coded, Document
from compare.reading import read

CODEBOOK: Codebook = rules_alone()

#: Fewer would not show where an indicator begins and where it ends.
EXAMPLES, NEGATIVES = 2, 1


def coded(text: str) -> tuple[Coded, ...]:
    return code("example", read(Document(text, "txt"), CODEBOOK.lexicon), CODEBOOK)


INDICATORS = tuple(CODEBOOK.indicators.values())
SHOWN = [
    pytest.param(indicator, example, id=f"{indicator.id}-{number}")
    for indicator in INDICATORS
    for number, example in enumerate(indicator.examples, start=1)
]
DENIED = [
    pytest.param(indicator, text, id=f"{indicator.id}-{number}")
    for indicator in INDICATORS
    for number, text in enumerate(indicator.negatives, start=1)
]
RANGED = [
    pytest.param(indicator, *indicator.plausible, id=indicator.id)
    for indicator in INDICATORS
    if indicator.plausible
]


def facts(example: Example, one: Coded) -> dict[str, object]:
    """What a coded statement says of the fields that the example gives."""
    s = one.statement
    said: dict[str, object] = {"indicator": one.indicator}
    if example.value is not None:
        ends = {float(v) for v in (s.value_low, s.value_high) if v is not None}
        said["value"] = example.value if example.value in ends else sorted(ends)
    if example.unit:
        said["unit"] = s.unit
    if example.comparator:
        said["comparator"] = s.comparator
    if example.scope:
        said["scope"] = one.scope
    return said


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_an_indicator_shows_where_it_begins_and_ends(indicator: Indicator) -> None:
    """Each entry has examples and at least one text that looks like it and is not."""
    assert EXAMPLES <= len(indicator.examples)
    assert NEGATIVES <= len(indicator.negatives)


@pytest.mark.parametrize(("indicator", "example"), SHOWN)
def test_an_example_is_coded_as_its_entry_says(indicator: Indicator, example: Example) -> None:
    """The text gives a statement with the entry's indicator, and value, unit, comparator, scope as given."""
    expected: dict[str, object] = {"indicator": indicator.id}
    if example.value is not None:
        expected["value"] = example.value
    if example.unit:
        expected["unit"] = example.unit
    if example.comparator:
        expected["comparator"] = example.comparator
    if example.scope:
        expected["scope"] = example.scope
    got = [facts(example, one) for one in coded(example.text)]
    assert expected in got


@pytest.mark.parametrize(("indicator", "text"), DENIED)
def test_a_negative_is_not_coded_so(indicator: Indicator, text: str) -> None:
    """No statement of the text gets the entry's indicator."""
    assert [] == [one.statement.value_text for one in coded(text) if one.indicator == indicator.id]


@pytest.mark.parametrize(("indicator", "low", "high"), RANGED)
def test_examples_lie_in_the_range_called_plausible(indicator: Indicator, low: float, high: float) -> None:
    """An entry whose own examples would raise a finding has the wrong range."""
    values = [e.value for e in indicator.examples if e.value is not None and e.unit in ("", indicator.unit)]
    assert [] == [value for value in values if not low <= value <= high]
