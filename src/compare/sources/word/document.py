"""Word files: paragraphs with their automatic numbers, tables, text boxes and notes, in order.

Text boxes follow the paragraph they hang on, foot- and endnotes the paragraph or table that
calls them (without the mark, which would run into numbers). Deleted, moved-away and hidden
text is left out, as are page headers and footers; of alternative contents only the first.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from compare.model import Document
from compare.sources.errors import SourceError
from compare.sources.formats import MB
from compare.sources.layout import Block, Grid, GridCell, Line, compose
from compare.sources.word.numbering import Numbering, W

Element = Any  # lxml has no types of its own

_MAX_UNPACKED = 400 * MB
_MAX_PART = 100 * MB
_MAX_PARTS = 10_000
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SAVE = "open it in Word, WPS or LibreOffice and save it as .docx again"
_DTD = tuple(
    mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
)
_SKIPPED = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "rt", "sectPr"))
# The signs of the Symbol font that carry meaning in a plan (Adobe Symbol encoding).
_SYMBOLS = {"A3": "≤", "B3": "≥", "B1": "±", "B4": "×", "25": "%", "B0": "°", "7E": "~", "BB": "≈"}


def read_docx(data: bytes) -> Document:
    """The document of a .docx. Raises SourceError for damaged, oversized and unsafe files."""
    _check_package(data)
    import docx

    try:
        package = docx.Document(io.BytesIO(data))
        body = package.element.body
        reader = _Word(package.part)
        embedded = next(body.iter(f"{W}altChunk"), None)
    except Exception as error:
        # python-docx has no error of its own for all that damaged packages lack.
        raise SourceError(
            f"not an ordinary Word file, or damaged ({type(error).__name__})", place="package", remedy=_SAVE
        ) from None
    if embedded is not None:
        raise SourceError("the text is embedded in another format", place="word/document.xml", remedy=_SAVE)
    blocks = list(reader.blocks(body))
    if not any(isinstance(block, Grid) or block.text.strip() for block in blocks):
        raise SourceError(
            "it holds no text, only pictures or nothing",
            place="word/document.xml",
            remedy="if it holds scanned pages, run text recognition (OCR) and proofread",
        )
    return compose(blocks, "docx")


def _check_package(data: bytes) -> None:
    """Refuses what is no package, is locked, unpacks to too much, or declares entities."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise SourceError(
            "the file is damaged or cut off", place="package", remedy="download it again"
        ) from None
    names = {part.filename for part in parts}
    if "xl/workbook.xml" in names or "OFD.xml" in names or "ppt/presentation.xml" in names:
        raise SourceError("the content is not a Word file", place="package", remedy="save its text as .docx")
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED:
        raise SourceError(
            f"it unpacks to more than {_MAX_UNPACKED // MB} MB (a zip bomb, or very large pictures)",
            place="package",
            remedy="delete the pictures from a copy and add that",
        )
    for part in parts:
        if part.flag_bits & 1:
            raise SourceError("it has a password", place=part.filename, remedy="save it without one")
        is_xml = part.filename.endswith((".xml", ".rels"))
        if is_xml and part.file_size > _MAX_PART:
            raise SourceError(
                f"this part unpacks to more than {_MAX_PART // MB} MB (a zip bomb)",
                place=part.filename,
                remedy="do not trust the file; download it from the issuing office",
            )
        try:
            # Never more than the size it declares; what unpacks to more fails its checksum here.
            with package.open(part) as file:
                content = file.read(part.file_size + 1)
        except Exception:  # zipfile passes on the errors of each method of compression
            raise SourceError(
                "the file is damaged or cut off", place=part.filename, remedy="download it again"
            ) from None
        if is_xml and any(mark in content for mark in _DTD):
            raise SourceError(
                "it declares XML entities, which no Word file does",
                place=part.filename,
                remedy="do not trust the file; download it from the issuing office",
            )


class _Word:
    """Walks a document once; numbered paragraphs are counted in that order."""

    def __init__(self, part: Any) -> None:
        self._numbering = Numbering(_related(part, "numbering"), _related(part, "styles"))
        self._notes = {
            (kind, note.get(f"{W}id")): note
            for kind in ("footnote", "endnote")
            for note in _children(_related(part, f"{kind}s"), kind)
        }

    def blocks(self, container: Element) -> Iterator[Block]:
        """Lines and grids of a body, cell, text box or note."""
        for child in container:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag not in _SKIPPED and isinstance(child.tag, str):
                yield from self.blocks(child)  # content controls, custom XML, insertions

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        mark = self._numbering.mark(paragraph)
        boxes: list[Element] = []
        text = "".join(self._text(paragraph, boxes))
        if text.strip():
            yield from (Line(line) for line in f"{mark}{text}".split("\n") if line.strip())
        for box in boxes:
            yield from self.blocks(box)

    def _text(self, element: Iterable[Element], boxes: list[Element]) -> Iterator[str]:
        """The text in a paragraph; what stands apart (boxes, notes) goes to ``boxes``."""
        for child in element:
            tag = child.tag
            if tag in _SKIPPED or not isinstance(tag, str):
                continue
            if tag in (f"{W}t", f"{_M}t"):
                yield child.text or ""
            elif tag == f"{W}tab":
                yield "\t"
            elif tag in (f"{W}br", f"{W}cr"):
                yield "\n"
            elif tag == f"{W}noBreakHyphen":
                yield "-"
            elif tag == f"{W}sym":
                yield _symbol(child)
            elif tag == f"{W}txbxContent":
                boxes.append(child)
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                kind = tag[len(W) : -len("Reference")]
                note = self._notes.get((kind, child.get(f"{W}id")))
                if note is not None:
                    boxes.append(note)
            elif tag == f"{_MC}AlternateContent":
                yield from self._text(child[:1], boxes)
            elif not _is_hidden(child):
                yield from self._text(child, boxes)

    def _table(self, table: Element) -> Iterator[Block]:
        """One grid, or plain lines where the table is only a frame around text."""
        cells: list[GridCell] = []
        open_above: dict[int, int] = {}  # column -> index of the cell that may go on below
        rows = [row for row in _inner(table, "tr") if row.find(f"{W}trPr/{W}del") is None]
        for number, row in enumerate(rows):
            column = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
            for cell in _inner(row, "tc"):
                across = max(_number(cell.find(f"{W}tcPr/{W}gridSpan"), 1), 1)
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                goes_on = merge is not None and merge.get(f"{W}val") in (None, "continue")
                above = open_above.get(column)
                if goes_on and above is not None:
                    cells[above] = _longer(cells[above])
                else:
                    open_above.pop(column, None)
                    if merge is not None:
                        open_above[column] = len(cells)
                    cells.append(GridCell(number, column, self._cell_text(cell), 1, across))
                column += across
        if len({cell.row for cell in cells}) < 2 or len({cell.column for cell in cells}) < 2:
            yield from (Line(line) for cell in cells for line in cell.text.split("\n") if line.strip())
        else:
            yield Grid(tuple(cells))

    def _cell_text(self, cell: Element) -> str:
        lines: list[str] = []
        for block in self.blocks(cell):
            lines += [block.text] if isinstance(block, Line) else [inner.text for inner in block.cells]
        return "\n".join(lines)


def _related(part: Any, name: str) -> Element | None:
    """The root element of the part that ``part`` relates to as ``name``."""
    from docx.oxml import parse_xml

    for relation in part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{name}"):
            return parse_xml(relation.target_part.blob)
    return None


def _children(root: Element | None, name: str) -> list[Element]:
    if root is None:
        return []
    return [child for child in root.iterchildren(f"{W}{name}") if child.get(f"{W}type") in (None, "normal")]


def _inner(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those in content controls."""
    for child in element:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from _inner(child, name)


def _number(element: Element | None, otherwise: int) -> int:
    value = "" if element is None else element.get(f"{W}val") or ""
    return min(int(value), 1000) if value.isdecimal() else otherwise


def _longer(cell: GridCell) -> GridCell:
    return GridCell(cell.row, cell.column, cell.text, cell.row_span + 1, cell.column_span)


def _is_hidden(run: Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish") if run.tag == f"{W}r" else None
    return vanish is not None and vanish.get(f"{W}val") not in ("0", "false", "off")


def _symbol(element: Element) -> str:
    """A sign given by its place in a symbol font; U+FFFD (marked as damage) if not known."""
    code = (element.get(f"{W}char") or "").upper()
    return _SYMBOLS.get(code[-2:], "\ufffd") if element.get(f"{W}font") == "Symbol" else "\ufffd"
