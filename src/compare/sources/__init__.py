"""Sources: a file (txt, md, html, docx, xlsx, pdf) to text and cells, with offsets.

In: bytes, or the path of a file. Out: one :class:`~compare.model.Document`, whose text is what
``compare-plans text FILE`` prints: plain text and Markdown as they stand (only CRLF and CR become LF and a
byte order mark goes), every other format as one line per block and per table cell. Knows nothing of what the
text means. The libraries of a format load only when it is read.
"""

from __future__ import annotations

from compare.sources.errors import SourceError
from compare.sources.formats import LIMITS, READ, REFUSED
from compare.sources.load import inside, read_bytes, read_file

__all__ = ["LIMITS", "READ", "REFUSED", "SourceError", "inside", "read_bytes", "read_file"]
