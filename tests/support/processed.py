"""The tables of a study as they lie on the disk."""

from __future__ import annotations

import csv

from compare.study.place import Study


def rows(study: Study, table: str) -> list[dict[str, str]]:
    """The rows of a table, all of them text."""
    with (study.processed / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
