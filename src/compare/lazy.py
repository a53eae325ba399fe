"""Names of a package that load when they are asked for: who needs one of them does not import the others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def loading(package: str, places: Mapping[str, str]) -> Callable[[str], object]:
    """A package's ``__getattr__`` (PEP 562); ``places`` are its names and the modules that have them.

    >>> loading("json", {"JSONDecoder": "decoder"})("JSONDecoder").__name__
    'JSONDecoder'

    Raises AttributeError for any other name.
    """

    def attribute(name: str) -> object:
        if name not in places:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{package}.{places[name]}"), name)
        setattr(sys.modules[package], name, found)  # it is asked for here once
        return found

    return attribute
