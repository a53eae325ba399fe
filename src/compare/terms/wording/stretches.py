"""The running text of plans as letters, with the way back to the source, from the table ``clauses``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

_FULL_WIDTH = str.maketrans({0xFEE0 + code: chr(code) for code in range(0x21, 0x7F) if chr(code).isalnum()})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters of a plan that stand together: nothing but punctuation between them.

    ``start`` and ``text`` are the source's own words from the first clause to the last, ``places`` where
    each letter stands in ``text``; ``clauses`` are (first, behind the last, basis).
    """

    plan_id: str
    letters: str
    places: Sequence[int]
    start: int
    text: str
    clauses: tuple[tuple[int, int, str], ...]


def stretches(clauses: pd.DataFrame) -> Iterator[Stretch]:
    """The running text of each plan in stretches without a gap, plans in the order of their ids."""
    columns = ["plan_id", "start", "end", "quote", "mark", "basis"]
    rows = clauses.loc[~clauses["repeats"].astype(bool), columns].sort_values(["plan_id", "start"])
    rows = rows.fillna({"mark": "", "basis": ""})
    held: list[tuple[int, int, str, str, str]] = []
    plan = ""
    cells = (rows[name].to_numpy("object").tolist() for name in columns)
    for plan_id, start, end, quote, mark, basis in zip(*cells, strict=True):
        joined = held and plan == plan_id and held[-1][3] and held[-1][1] + len(held[-1][3]) == start
        if held and not joined:
            yield _stretch(plan, held)
            held = []
        plan = plan_id
        held.append((int(start), int(end), quote, mark, basis))
    if held:
        yield _stretch(plan, held)


def _stretch(plan_id: str, rows: Sequence[tuple[int, int, str, str, str]]) -> Stretch:
    start = rows[0][0]
    text = "".join(part for _, _, quote, mark, _ in rows for part in (quote, mark))
    places = [at for at, character in enumerate(text) if character.isalnum()]
    return Stretch(
        plan_id,
        "".join([text[at] for at in places]).translate(_FULL_WIDTH),
        places,
        start,
        text,
        tuple((low, high, basis) for low, high, _, _, basis in rows),
    )
