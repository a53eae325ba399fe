"""A statement marked in a text, with the words around it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from compare.coding.indicators.context.surroundings import Surroundings
from compare.model import Comparator, Kind, Passage, Statement


def statement(quote: tuple[int, int], value: tuple[int, int], **fields: Any) -> Statement:
    usual: dict[str, Any] = {
        "kind": Kind.TARGET,
        "subject": "",
        "value_text": "",
        "value_low": Decimal(5),
        "value_high": Decimal(5),
        "unit": "张",
        "comparator": Comparator.EQ,
        "deadline": "",
        "period": "",
        "scope_text": "",
        "implied": False,
        "passage": 0,
        "rule": "hand",
    }
    return Statement(**usual | fields, start=quote[0], end=quote[1], value_start=value[0], value_end=value[1])


def around(marked: str, passages: tuple[Passage, ...] = (), **fields: Any) -> Surroundings:
    """What stands around the statement of a text, its quotation marked <so> and its value in it [so]."""
    places = {}
    for mark in "<[]>":
        places[mark] = marked.index(mark)
        marked = marked.replace(mark, "", 1)
    at = statement((places["<"], places[">"]), (places["["], places["]"]), **fields)
    return Surroundings(marked, at, passages)
