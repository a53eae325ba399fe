"""Reading: a document's text to outline, tables, header, and quantitative statements.

Knows Chinese policy grammar and nothing of indicators.
"""

from __future__ import annotations

from compare.reading.quantities.lexicon import Lexicon, compile_lexicon
from compare.reading.reader import read

__all__ = ["Lexicon", "compile_lexicon", "read"]
