"""National targets, from ``data/codebook/benchmarks.csv``: what they are and what they may be compared with.

The rule of comparison is data: ``compare_scopes`` and ``compare_units`` name the local values that
measure the same thing; where they are empty, nothing does, and ``ruling_*`` says why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import yaml

from compare.tables.storage.frames import make_frame, records, text_of
from compare.tables.storage.io import read_table
from compare.tables.storage.schemas import Schema, parse_schema
from compare.tables.storage.validation import FAILURE_COLUMNS, TableError

if TYPE_CHECKING:
    from compare.coding import Codebook


@cache
def benchmark_schema() -> Schema:
    """The columns of ``benchmarks.csv``, described as those of the other tables are."""
    text = resources.files(__package__).joinpath("benchmarks.yaml").read_text(encoding="utf-8")
    return parse_schema("benchmarks", yaml.safe_load(text)["benchmarks"])


def read_benchmarks(path: Path | None, codebook: Codebook) -> pd.DataFrame:
    """The national targets of a codebook; none where it has no such file.

    Raises :class:`TableError` with every failure: a cell that breaks the schema, a scope that the
    codebook does not have, a target that is not compared and does not say why.
    """
    schema = benchmark_schema()
    if path is None or not path.is_file():
        return make_frame(schema, ())
    frame = read_table(path, schema)
    failures = [failure for row in records(frame) for failure in _failures(row, codebook)]
    if failures:
        raise TableError(pd.DataFrame(failures, columns=list(FAILURE_COLUMNS)))
    return frame


def _failures(row: Mapping[str, Any], codebook: Codebook) -> Iterator[tuple[str, str, str, str, None]]:
    name, code = benchmark_schema().name, row["benchmark_id"]
    for scope in text_of(row["compare_scopes"]).split():
        if scope not in codebook.scopes:
            yield name, "compare_scopes", f"{scope} is not in scopes.yaml; correct it or add it", code, None
    if bool(text_of(row["compare_scopes"])) != bool(text_of(row["compare_units"])):
        yield name, "compare_units", "give both compare_scopes and compare_units, or neither", code, None
    if not text_of(row["compare_scopes"]) and not (text_of(row["ruling_zh"]) and text_of(row["ruling_en"])):
        yield name, "ruling_zh", "not compared, and ruling_zh and ruling_en do not say why", code, None
