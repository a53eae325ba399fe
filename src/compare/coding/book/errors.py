"""What is wrong with a codebook."""

from __future__ import annotations


class CodebookError(ValueError):
    """An entry of the codebook that cannot be used; the message names file, entry and remedy."""
