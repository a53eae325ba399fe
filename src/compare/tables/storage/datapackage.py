"""``datapackage.json``: the tables as a Frictionless data package, rendered from the schemas."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.tables.storage.schemas import Column, Schema, schemas

NAME = "datapackage.json"

# Frictionless types. A date whose precision varies is text there, held by its pattern.
_TYPES = {
    "text": "string",
    "date": "string",
    "year": "string",
    "number": "number",
    "integer": "integer",
    "boolean": "boolean",
}


@dataclass(frozen=True, slots=True)
class File:
    """A file of a table as the descriptor names it."""

    name: str
    size: int
    sha256: str

    @classmethod
    def of(cls, path: Path) -> File:
        """Raises OSError."""
        with path.open("rb") as file:
            return cls(path.name, path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())

    @classmethod
    def of_bytes(cls, name: str, data: bytes) -> File:
        return cls(name, len(data), hashlib.sha256(data).hexdigest())


def datapackage(files: Mapping[str, Sequence[File]]) -> str:
    """The descriptor of the tables in ``files``: each is one CSV, or one or more parts in Parquet."""
    resources = [_resource(schemas()[name], files[name]) for name in schemas() if name in files]
    package = {
        "name": "compare-plans",
        "title": "Quantitative statements of Chinese regional elderly-care plans",
        "profile": "tabular-data-package",
        "resources": resources,
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _stored(files: Sequence[File]) -> dict[str, Any]:
    """What is said of the files of a table; a hash is of one file."""
    first = files[0]
    alone = len(files) == 1
    kind: dict[str, Any] = (
        {"profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
        if first.name.endswith(".csv")
        else {"profile": "data-resource", "format": "parquet", "mediatype": "application/vnd.apache.parquet"}
    )
    return {
        "path": first.name if alone else [file.name for file in files],
        **kind,
        "bytes": sum(file.size for file in files),
        **({"hash": f"sha256:{first.sha256}"} if alone else {}),
    }


def _resource(schema: Schema, files: Sequence[File]) -> dict[str, Any]:
    return {
        "name": schema.name,
        **_stored(files),
        "title": schema.title["en"],
        "title_zh": schema.title["zh"],
        "description": schema.description["en"],
        "description_zh": schema.description["zh"],
        "schema": {
            "fields": [_field(column) for column in schema.columns],
            "primaryKey": list(schema.key),
            "foreignKeys": [
                {
                    "fields": [column],
                    # "" is the table itself (Table Schema specification, foreign keys).
                    "reference": {"resource": "" if table == schema.name else table, "fields": [key]},
                }
                for column, (table, key) in schema.refers.items()
            ],
            "missingValues": [""],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.codes:
        constraints["enum"] = list(column.codes)
    if column.pattern:
        constraints["pattern"] = column.pattern
    return {
        "name": column.name,
        "type": _TYPES[column.type],
        "title": column.title["en"],
        "title_zh": column.title["zh"],
        "description": column.description["en"],
        "description_zh": column.description["zh"],
        **({"unit": column.unit} if column.unit else {}),
        **({"constraints": constraints} if constraints else {}),
    }
