"""Boxes of main indicators in every shape and format: what was planted is read, no more and no less."""

from __future__ import annotations

import pytest
from tests.support.indicator_boxes import SHAPES, box
from tests.support.indicator_entries import Planted
from tests.support.merged_tables import WRITERS

from compare.model import Statement
from compare.reading import Lexicon, read
from compare.sources.load import read_bytes

_SEEDS = range(3)


def said(statement: Statement) -> Planted:
    """A statement as the generator plants it; a name broken over lines is one."""
    low, high = statement.value_low, statement.value_high
    assert low == high
    assert low is not None
    return Planted(
        statement.subject.replace("\n", ""),
        f"{low.normalize():f}",
        statement.unit,
        str(statement.comparator),
        statement.deadline,
        str(statement.kind),
        statement.binding,
    )


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_planted_is_read(shape: str, form: str, lexicon: Lexicon) -> None:
    """Names, values, bounds, units, years, facts and natures, whatever the table looks like."""
    ending, write = WRITERS[form]
    for seed in _SEEDS:
        made = box(shape, seed)
        document = read_bytes(write(made.above, made.rows, made.below), f"plan.{ending}")
        assert list(made.planted) == sorted(map(said, read(document, lexicon).statements)), (
            f"{shape} {form} {seed}"
        )
