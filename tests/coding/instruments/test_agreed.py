"""Which instruments the program and a person agree on."""

from __future__ import annotations

from typing import Any

import pytest

from compare.coding import CodebookError
from compare.coding.instruments.agreed import provisional


@pytest.mark.parametrize(
    "alpha, percent, agreed",
    [
        (0.667, 0, True),
        (0.666, 100, False),
        (None, 66.7, True),
        (None, 66.6, False),
        (None, 100, True),
        (0, 100, False),
    ],
)
def test_an_instrument_is_agreed_on_from_the_least_alpha_on(
    alpha: float | None, percent: float, agreed: bool
) -> None:
    """0.667 (Krippendorff 2004); the share of cells that agree counts where alpha is not defined."""
    file = {"instruments": [{"code": "finance", "alpha": alpha, "percent": percent}]}
    assert (frozenset() if agreed else {"finance"}) == provisional(file, ["finance"])


def test_what_was_never_compared_is_provisional() -> None:
    """All of them where there is no file; a row of an instrument that is no more counts for nothing."""
    file = {"instruments": [{"code": "finance", "alpha": 1, "percent": 100}, {"code": "x", "alpha": 1}]}
    assert {"land_supply"} == provisional(file, ["finance", "land_supply"])
    assert {"finance", "land_supply"} == provisional(None, ["finance", "land_supply"])
    assert {"finance"} == provisional({"instruments": []}, ["finance"])


@pytest.mark.parametrize("content", ["", [], {}, {"instruments": {}}, {"instruments": None}])
def test_a_file_without_a_list_is_named(content: Any) -> None:
    """With the command that writes it."""
    with pytest.raises(CodebookError, match=r"^agreement\.yaml: no list of instruments; write it with"):
        provisional(content, ["finance"])


@pytest.mark.parametrize(
    "row", [{}, {"code": "finance"}, {"code": "finance", "alpha": None}, {"code": "finance", "alpha": "x"}, 5]
)
def test_a_row_that_lacks_something_is_named(row: Any) -> None:
    """Its file and what it lacks."""
    with pytest.raises(CodebookError, match=r"^agreement\.yaml: a row lacks code, percent or alpha; write"):
        provisional({"instruments": [row]}, ["finance"])
