"""Imports nbformat without a grammar of web addresses, which takes jsonschema most of a second to build.

It is for the format ``iri`` alone, which no notebook is checked for. Nothing is left out where jsonschema is
imported already.
"""

from __future__ import annotations

import sys
from typing import Any, cast

_GRAMMAR = "rfc3987_syntax"

_leave_out = "jsonschema" not in sys.modules and _GRAMMAR not in sys.modules
if _leave_out:
    cast("dict[str, Any]", sys.modules)[_GRAMMAR] = None  # as if it were not installed
try:
    import nbformat
finally:
    if _leave_out:
        del sys.modules[_GRAMMAR]

__all__ = ["nbformat"]
