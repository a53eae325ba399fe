"""Tables as a run makes them, without a study."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from compare.tables.storage.frames import make_frame
from compare.tables.storage.schemas import schemas
from compare.tables.storage.store import Writer
from compare.terms.build import keyed
from compare.terms.counting.keyness import Pool
from compare.terms.wording.reuse import reuse


def files(tables: Mapping[str, pd.DataFrame], parquet: bool = False) -> dict[str, bytes]:
    """What a run writes into ``data/processed``: file name -> bytes."""
    with TemporaryDirectory() as folder:
        writer = Writer(Path(folder), list(tables["plans"]["plan_id"]), parquet)
        writer.add(tables)
        return {name: (Path(folder) / name).read_bytes() for name in writer.close()}


def compare_plans(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables with what only all plans together tell: which words are key, and ``reuse``."""
    shared = [make_frame(schemas()["reuse"], ()), *reuse([tables["clauses"]])]
    return {
        **tables,
        "terms": keyed(tables["terms"], Pool.of([tables["terms"]])),
        "reuse": pd.concat(shared, ignore_index=True),
    }
