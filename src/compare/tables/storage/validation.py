"""Do tables keep their schemas? Every failure at once, as a table a person can read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd

from compare.tables.storage.frames import records
from compare.tables.storage.schemas import Column, Schema, schemas

#: Columns of the table of failures. ``row`` counts from 2, as a spreadsheet shows the CSV. For Parquet there
#: is one more, ``file``, and ``row`` counts from 1: in the file read, or in the whole table written.
FAILURE_COLUMNS = ("table", "column", "check", "value", "row")
_SHOWN = 20


class TableError(ValueError):
    """Tables that break their schemas. ``failures`` lists every one (FAILURE_COLUMNS)."""

    def __init__(self, failures: pd.DataFrame) -> None:
        self.failures = failures.reset_index(drop=True)
        super().__init__(readable(self.failures))


def readable(failures: pd.DataFrame) -> str:
    """The failures, one line each; after the twentieth only their number."""
    lines = [_line(failure) for failure in records(failures.head(_SHOWN))]
    if len(failures) > _SHOWN:
        lines.append(f"and {len(failures) - _SHOWN} more")
    return "\n".join(lines)


def _line(failure: Mapping[str, Any]) -> str:
    places = [f"column {failure['column']}"] if failure["column"] else []
    places += [] if pd.isna(failure["row"]) else [f"row {int(failure['row'])}"]
    value = f" ({failure['value']})" if failure["value"] else ""
    file = failure.get("file", f"{failure['table']}.csv")
    where = ": ".join(filter(None, (file, ", ".join(places))))
    return f"{where}: {failure['check']}{value}"


def of_file(failures: pd.DataFrame, file: str | list[str]) -> pd.DataFrame:
    """The failures as those of a Parquet ``file``, or of a file each, which has no head above its rows."""
    rows = pd.Series([row if pd.isna(row) else int(row) - 1 for row in failures["row"]], index=failures.index)
    return failures.assign(file=file, row=rows)


def check_table(frame: pd.DataFrame, schema: Schema) -> pd.DataFrame:
    """The failures of one table against its schema; no row where it holds."""
    import pandera.pandas as pa  # half a second to import: only when a table is checked

    try:
        pandera_schema(schema).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        return _failures(schema, error.failure_cases)
    return pd.DataFrame(columns=list(FAILURE_COLUMNS))


def check_references(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Values that point at rows that are not there, between the tables given."""
    failures = []
    for name, frame in tables.items():
        for column, (target, key) in schemas()[name].refers.items():
            if target not in tables or column not in frame or key not in tables[target]:
                continue
            values = frame[column].dropna()
            for index, value in values[~values.isin(tables[target][key])].items():
                failures.append((name, column, f"not found in {target}.{key}", value, int(str(index)) + 2))
    return pd.DataFrame(failures, columns=list(FAILURE_COLUMNS))


@cache
def _pandera_schemas() -> dict[str, Any]:
    return {name: _render(schema) for name, schema in schemas().items()}


def pandera_schema(schema: Schema) -> Any:
    """The schema as a ``pandera.DataFrameSchema``: strict, ordered, with unique keys."""
    known = schemas().get(schema.name)
    return _pandera_schemas()[schema.name] if known is schema else _render(schema)


def _render(schema: Schema) -> Any:
    import pandera.pandas as pa

    return pa.DataFrameSchema(
        {column.name: _column(column) for column in schema.columns},
        unique=list(schema.key),
        strict=True,
        ordered=True,
        name=schema.name,
    )


def _column(column: Column) -> Any:
    import pandera.pandas as pa

    checks = []
    if column.codes:
        checks.append(pa.Check.isin(list(column.codes), error=f"not one of {' '.join(column.codes)}"))
    if column.pattern:
        checks.append(pa.Check.str_matches(f"(?:{column.pattern})$", error=f"does not read {column.pattern}"))
    if column.unit == "characters":
        checks.append(pa.Check.ge(0, error="a negative offset"))
    return pa.Column(column.dtype, checks, nullable=not column.required)


_WORDS = {
    "not_nullable": "is empty and must not be",
    "multiple_fields_uniqueness": "is not unique",
    "column_in_schema": "a column the schema does not have",
    "column_in_dataframe": "a column is missing",
    "column_ordered": "a column is out of order",
}


def _failures(schema: Schema, cases: pd.DataFrame) -> pd.DataFrame:
    failures = pd.DataFrame(
        {
            "table": schema.name,
            "column": cases["column"].astype("object").where(cases["column"].notna(), ""),
            "check": [_WORDS.get(str(check), str(check)) for check in cases["check"]],
            "value": ["" if pd.isna(value) else str(value) for value in cases["failure_case"]],
            "row": [None if pd.isna(index) else int(index) + 2 for index in cases["index"]],
        },
        columns=list(FAILURE_COLUMNS),
    )
    return failures.sort_values(["row", "column", "check"], kind="stable", ignore_index=True)
