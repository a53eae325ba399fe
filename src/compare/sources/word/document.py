"""Word files: paragraphs with their automatic numbers, tables, text boxes and notes, in order.

Text boxes follow the paragraph they hang on, foot- and endnotes the paragraph or table that
calls them (without the mark, which would run into numbers). Deleted, struck and hidden text
follows its paragraph as furniture, and so do tables of contents; of alternative contents only the
first is read, of comments none. Headers and footers stand behind the text as furniture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from compare.model import Document, Remark
from compare.sources.errors import SourceError
from compare.sources.layout import Block, Grid, Line, compose
from compare.sources.word.inline import DELETED, GONE, SKIPPED, Inline, Paragraph
from compare.sources.word.look import Looks
from compare.sources.word.numbering import Numbering, W
from compare.sources.word.package import SAVE_AGAIN, Package, R
from compare.sources.word.tables import table_blocks
from compare.sources.wrapping import joined_lines

Element = Any  # lxml has no types of its own

#: The blocks of a file by its name and content.
ReadPart = Callable[[str, bytes], Iterable[Block]]

_CONTENTS = "table of contents"
_RUNNING = "running head"
_CHUNKS = (".html", ".htm", ".mht", ".txt", ".docx")


def read_docx(data: bytes, read_part: ReadPart) -> Document:
    """The document of a .docx; ``read_part`` reads what it embeds of another format.

    Raises SourceError for damaged, oversized and unsafe files.
    """
    package = Package(data)
    blocks = _blocks(package, read_part)
    remarks = [Remark("embedded_file", name.rpartition("/")[2]) for name in package.embedded()]
    if not any(isinstance(block, Grid) or block.text.strip() for block in blocks):
        raise SourceError(
            "it holds no text, only pictures or nothing",
            place="word/document.xml",
            remedy="if it holds scanned pages, run text recognition (OCR) and proofread",
        )
    return compose(blocks, "docx", remarks)


def word_blocks(data: bytes, read_part: ReadPart) -> list[Block]:
    """The blocks of a .docx that another document holds."""
    return _blocks(Package(data), read_part)


def _blocks(package: Package, read_part: ReadPart) -> list[Block]:
    try:
        word = _Word(package, read_part)
        return [*word.blocks(package.body), *word.around()]
    except RecursionError:
        raise SourceError("it nests too deep", place="word/document.xml", remedy=SAVE_AGAIN) from None


class _Word:
    """Walks a document once; numbered paragraphs are counted in that order."""

    def __init__(self, package: Package, read_part: ReadPart) -> None:
        self._package, self._read_part = package, read_part
        styles = package.related("styles")
        self._numbering = Numbering(package.related("numbering"), styles)
        self._looks = Looks(styles)
        self._inline = Inline(self._looks)
        self._notes = {
            (kind, note.get(f"{W}id")): note
            for kind in ("footnote", "endnote")
            for note in _children(package.related(f"{kind}s"), kind)
        }
        self._fields: list[str] = []  # instructions of the complex fields open at this place
        self._begun = ("", Paragraph())  # a paragraph whose end was deleted: the next one goes on

    def blocks(self, container: Element) -> Iterator[Block]:
        """Lines and grids of a body, cell, text box or note."""
        for child in container:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from table_blocks(child, self.blocks)
            elif child.tag == f"{W}altChunk":
                yield from self._chunk(child)
            elif child.tag in GONE:
                yield from (
                    Line(block.text, DELETED) for block in self.blocks(child) if isinstance(block, Line)
                )
            elif child.tag == f"{W}sdt" and _is_contents(child):
                yield from _as_contents(self.blocks(child))
            elif child.tag not in SKIPPED and isinstance(child.tag, str):
                yield from self.blocks(child)  # content controls, custom XML, insertions

    def around(self) -> Iterator[Block]:
        """What is printed above and below every page, each once."""
        parts = (part for kind in ("header", "footer") for part in self._package.all_related(kind))
        lines = (block for part in parts for block in self.blocks(part) if isinstance(block, Line))
        yield from (Line(text, _RUNNING) for text in dict.fromkeys(line.text for line in lines))

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        is_contents = self._in_contents(paragraph)
        read = self._inline.read(paragraph)
        before, begun = self._begun
        own = self._numbering.mark(paragraph)
        mark = before if begun.printed else own
        read.printed = begun.printed + read.printed
        read.unread[:0] = begun.unread
        if any(paragraph.find(f"{W}pPr/{W}rPr/{name}") is not None for name in GONE):
            self._begun = (mark, read)
            return
        self._begun = ("", Paragraph())
        if read.printed.strip():
            for line in joined_lines(f"{mark}{read.printed}".split("\n")):
                if line.strip():
                    yield Line(line, _CONTENTS if is_contents else "")
        yield from (Line(text.replace("\n", " "), reason) for reason, text in read.unread)
        for box in read.boxes:
            yield from self.blocks(box)
        for note in (self._notes.get(key) for key in read.notes):
            if note is not None:
                yield from (_as_note(block) for block in self.blocks(note))

    def _in_contents(self, paragraph: Element) -> bool:
        """Whether the paragraph stands in a table of contents, by its style or the field it is in."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        named = self._looks.name(None if style is None else style.get(f"{W}val"))
        found = named.startswith(("toc ", "table of figures")) and named != "toc heading"
        for element in paragraph.iter(f"{W}fldChar", f"{W}instrText"):
            if element.tag == f"{W}instrText":
                if self._fields:
                    self._fields[-1] += element.text or ""
            elif element.get(f"{W}fldCharType") == "begin":
                self._fields.append("")
            elif element.get(f"{W}fldCharType") == "end" and self._fields:
                found = found or self._is_open_contents()
                self._fields.pop()
        return found or self._is_open_contents()

    def _is_open_contents(self) -> bool:
        return any(instruction.split()[:1] == ["TOC"] for instruction in self._fields)

    def _chunk(self, chunk: Element) -> Iterator[Block]:
        """A document of another format that Word shows in this place."""
        part = self._package.part(chunk.get(f"{R}id"))
        if part is None:
            return
        name, content = part
        if not name.lower().endswith(_CHUNKS):
            raise SourceError("the text is embedded in another format", place=name, remedy=SAVE_AGAIN)
        yield from self._read_part(name, content)


def _is_contents(control: Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and (gallery.get(f"{W}val") or "") == "Table of Contents"


def _as_contents(blocks: Iterator[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block if isinstance(block, Grid) else Line(block.text, block.furniture or _CONTENTS)


def _as_note(block: Block) -> Block:
    return block if isinstance(block, Grid) else Line(block.text, block.furniture, note=True)


def _children(root: Element | None, name: str) -> list[Element]:
    if root is None:
        return []
    return [child for child in root.iterchildren(f"{W}{name}") if child.get(f"{W}type") in (None, "normal")]
