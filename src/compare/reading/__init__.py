"""Reading: a document's text to outline, tables, header, and quantitative statements.

Knows Chinese policy grammar and nothing of indicators. Names load when they are asked for: who looks for one
pattern of it needs no other.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.reading.quantities.lexicon import Lexicon, compile_lexicon
    from compare.reading.reader import read
else:
    _FROM = {"Lexicon": "quantities.lexicon", "compile_lexicon": "quantities.lexicon", "read": "reader"}

    def __getattr__(name):
        if name not in _FROM:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(import_module(f"{__name__}.{_FROM[name]}"), name)
        return found


__all__ = ["Lexicon", "compile_lexicon", "read"]
