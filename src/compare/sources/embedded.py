"""Documents inside documents: what Word shows of another file in its place (altChunk)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from compare.sources.layout import Block, Line


def blocks_of_part(name: str, content: bytes) -> Iterator[Block]:
    """The blocks of an embedded page, Word file or text, told by the ending of its name."""
    ending = PurePath(name).suffix.lower()
    if ending == ".docx":
        from compare.sources.word.document import word_blocks

        yield from word_blocks(content, blocks_of_part)
    elif ending == ".txt":
        from compare.sources.decoding import decode

        yield from (Line(line) for line in decode(content).text.split("\n") if line.strip())
    else:
        from compare.sources.html.document import all_blocks

        yield from all_blocks(content)
