"""Reading: the text of a document to its outline, tables, header and quantitative statements.

In: a :class:`~compare.model.Document` and the lexicon of units and comparators. Out: one
:class:`~compare.model.Reading`. Knows Chinese policy grammar and no indicator. Names load when they are asked
for: who looks for one pattern of it needs no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.lazy import loading

if TYPE_CHECKING:
    from compare.reading.quantities.lexicon import Lexicon, compile_lexicon
    from compare.reading.reader import read
else:
    __getattr__ = loading(
        __name__,
        {"Lexicon": "quantities.lexicon", "compile_lexicon": "quantities.lexicon", "read": "reader"},
    )

__all__ = ["Lexicon", "compile_lexicon", "read"]
