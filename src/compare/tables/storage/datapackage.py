"""``datapackage.json``: the tables as a Frictionless data package, rendered from the schemas."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
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


def datapackage(files: Mapping[str, bytes]) -> str:
    """The descriptor of the tables in ``files`` (name -> bytes of its CSV), with their hashes."""
    resources = [_resource(schemas()[name], files[name]) for name in schemas() if name in files]
    package = {
        "name": "compare-plans",
        "title": "Quantitative statements of Chinese regional elderly-care plans",
        "profile": "tabular-data-package",
        "resources": resources,
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(schema: Schema, data: bytes) -> dict[str, Any]:
    return {
        "name": schema.name,
        "path": f"{schema.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
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
