"""What a figure that shows a part of the indicators calls it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from compare.figures.content.selection import View, groups_named
from compare.tables.labels import Labels

GROUPS = ("one", "two", "three", "four", "five")
LABELS = Labels(
    sections={},
    words={
        "figures.list_separator": {"en": ", "},
        "figures.groups_between": {"en": "{first} to {last}"},
        "figures.all_indicators": {"en": "all"},
    },
    groups={name: {"en": name} for name in GROUPS},
    indicators={name: {"en": name} for name in GROUPS},
    group_of={name: name for name in GROUPS},
)


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (("two", "one"), "two, one"),
        (("one", "two", "three", "four"), "one to four"),
        (("two", "three", "four", "five"), "two to five"),
        (("one", "two", "four", "five"), "all"),
        (GROUPS, "all"),
    ],
)
def test_a_part_is_not_called_all(figure: SimpleNamespace, drawn: tuple[str, ...], expected: str) -> None:
    """More groups than fit a title are named by the first and the last if they follow each other."""
    rows = [
        figure.row("p0", "share", figure.cells[0]) | {"indicator": name, "row_id": name} for name in GROUPS
    ]
    view = View.of(figure.comparison(rows), figure.plans(1), LABELS, "en")
    assert expected == groups_named(drawn, view)
