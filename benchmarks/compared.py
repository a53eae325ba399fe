"""What the comparison of this study holds, counted from its tables: ``python -m benchmarks.compared``.

Rows that two plans or more share at one scope; rows with two scopes (there must be none); coded statements
that stand in exactly one row. ``--silent`` lists every cell that is not stated, with what was searched.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

import compare
from compare.model import Kind, Status
from compare.tables.dataset import Dataset
from compare.tables.storage.frames import records, text_of


def counts(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """What is counted, and the number."""
    cells = records(dataset.comparison)
    valued = [cell for cell in cells if text_of(cell["statement_ids"]) or cell["status"] == Status.DERIVED]
    sharing = Counter(cell["row_id"] for cell in valued)
    shared = [row for row, plans in sharing.items() if plans > 1]
    yield "rows", str(len({cell["row_id"] for cell in cells}))
    yield "rows in which two plans or more give a value", str(len(shared))
    stated = Counter(cell["row_id"] for cell in valued if cell["status"] != Status.DERIVED)
    yield "  of them without derived values", str(sum(plans > 1 for plans in stated.values()))
    yield "rows with statements of two scopes", str(len(_mixed(dataset, cells)))
    statements = dataset.statements
    areas = set(dataset.allocations.loc[~dataset.allocations["is_total"].astype(bool), "statement_id"])
    coded = [
        row["statement_id"]
        for row in records(statements[statements["indicator"].notna() & statements["value_low"].notna()])
        if row["kind"] != Kind.ALLOCATION or row["statement_id"] not in areas
    ]
    rows_of = Counter(code for cell in valued for code in text_of(cell["statement_ids"]).split())
    once = sum(rows_of[code] == 1 for code in coded)
    yield "coded statements with a value, outside the cells of areas", str(len(coded))
    yield "  of them in exactly one row", str(once)
    yield "  in no row, or in two", str(len(coded) - once)
    for status in Status:
        yield f"cells {status}", str(sum(cell["status"] == status for cell in cells))


def _mixed(dataset: Dataset, cells: list[dict[str, object]]) -> list[str]:
    """Rows whose statements have two scopes."""
    scope = dict(zip(dataset.statements["statement_id"], dataset.statements["scope"], strict=True))
    scopes: dict[str, set[object]] = {}
    for cell in cells:
        codes = text_of(cell["statement_ids"]).split()
        scopes.setdefault(str(cell["row_id"]), set()).update(scope[code] for code in codes)
    return [row for row, found in scopes.items() if len(found) > 1]


def silent(dataset: Dataset) -> Iterator[str]:
    """Every cell that is not stated, with what was searched."""
    for cell in records(dataset.comparison):
        if cell["status"] == Status.NOT_STATED:
            yield f"{cell['plan_id']}\t{cell['row_id']}\t{cell['searched']}"


def main() -> None:
    dataset = compare.load()
    if "--silent" in sys.argv[1:]:
        print("\n".join(silent(dataset)))
        return
    for name, number in counts(dataset):
        print(f"{number:>6}  {name}")


if __name__ == "__main__":
    main()
