"""A file (txt, md, html, docx, pdf) -> text and cells, with offsets.

The text is what ``compare-plans text FILE`` prints; every span of every table counts its
characters. Plain text and Markdown are taken as they stand (only CRLF and CR become LF and a
byte order mark goes); the other formats become one line per block and per table cell.
What the text means is not known here. The libraries of a format load only when it is read.
"""

from __future__ import annotations

from compare.sources.errors import SourceError
from compare.sources.formats import LIMITS, READ, REFUSED
from compare.sources.load import inside, read_bytes, read_file

__all__ = ["LIMITS", "READ", "REFUSED", "SourceError", "inside", "read_bytes", "read_file"]
