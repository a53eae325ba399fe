"""``docs/tables.md``: every table and column in words, rendered from the schemas."""

from __future__ import annotations

from compare.tables.storage.schemas import Column, Schema, schemas

_HEAD = """# The tables

In `data/processed/`: UTF-8 CSV with LF, one file per table, the same bytes on every run; of more than 1,000
plans Parquet in parts ([scale.md](scale.md)), which `compare.load()` reads all the same. This page is
rendered from `src/compare/tables/storage/schemas.yaml` (`compare-plans codebook docs`).

Read them with `compare.load()`, or with pandas alone. Codes of regions are text:

```python
import pandas as pd

plans = pd.read_csv("data/processed/plans.csv", dtype={"region_code": str})
```

A folder `data/context/` of your own may hold figures about regions: CSV files with the columns `region_code`,
`year`, `variable`, `value`, `unit`, `source` (unit and source may be left out), codes as Excel saved them.
`study.context` are these figures, `study.per("population_60_plus", 1000)` the values of plans and of the
areas in them for each thousand of one, and `make analysis` draws them (`rates`, `scatter`). What cannot be
used is said in one line, by `compare-plans check` too. None are shipped.

`start` and `end` count the characters of the text that `compare-plans text FILE` prints;
`text[start:end]` is the quotation. Missing is an empty field and never zero.
"""


def render() -> str:
    """The page as Markdown."""
    return "\n".join([_HEAD, *(_table(schema) for schema in schemas().values())])


def _table(schema: Schema) -> str:
    lines = [
        f"## `{schema.name}` · {schema.title['zh']}",
        "",
        schema.description["en"],
        schema.description["zh"],
        "",
        f"Unique by: {', '.join(f'`{name}`' for name in schema.key)}.",
        "",
        "| column | type | meaning | 含义 |",
        "|---|---|---|---|",
        *(_row(schema, column) for column in schema.columns),
        "",
    ]
    return "\n".join(lines)


def _row(schema: Schema, column: Column) -> str:
    kind = f"{column.type}, {column.unit}" if column.unit else column.type
    notes = [column.description["en"]]
    if column.codes:
        notes.append(f"One of {', '.join(f'`{code}`' for code in column.codes)}.")
    if column.name in schema.refers:
        notes.append("Refers to `{}.{}`.".format(*schema.refers[column.name]))
    if column.required:
        notes.append("Never empty.")
    return f"| `{column.name}` | {kind} | {' '.join(notes)} | {column.description['zh']} |"
