"""The same plan as txt, html, docx and pdf, written by the tests.

A plan is a sequence of blocks: a string is a paragraph, a list of rows is a table. The PDF is
written here from scratch (ISO 32000): text at places, in a font of Adobe's GB 1 collection
that needs no embedding, as Chinese office software long did.
"""

from __future__ import annotations

import html
import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import docx

Table = Sequence[Sequence[str]]
Block = str | Table

WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP, BOTTOM = 80.0, 125.0, 120.0
SIZE, PITCH, PADDING = 16.0, 28.0, 4.0
COLUMN = 27 * SIZE  # width of the text
_STAYS = "，。、；：！？）》”’％%"  # never the first character of a line


def as_txt(blocks: Sequence[Block]) -> bytes:
    """One line per paragraph and per cell."""
    lines: list[str] = []
    for block in blocks:
        lines += [block] if isinstance(block, str) else [cell for row in block for cell in row]
    return "\n".join(lines).encode()


def as_html(blocks: Sequence[Block], title: str = "") -> bytes:
    """A page with menu, script and footer around the plan."""
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            parts.append(f"<p>{html.escape(block)}</p>")
        else:
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in block)
            parts.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
    return (
        f'<!DOCTYPE html><html><head><meta charset="gb2312"><title>{html.escape(title)}</title></head><body>'
        '<div class="nav"><a href="/">首页</a> <a href="/zwgk">政务公开</a></div>'
        f'<script>var beds = 999;</script><div class="article">{"".join(parts)}</div>'
        '<div class="footer">版权所有 网站标识码：4400000001</div></body></html>'
    ).encode("gb18030")


def as_docx(blocks: Sequence[Block]) -> bytes:
    word = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            word.add_paragraph(block)
        else:
            table = word.add_table(len(block), len(block[0]))
            for row, cells in zip(table.rows, block, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def as_pdf(blocks: Sequence[Block], *, head: str = "", repeat_heads: bool = True) -> bytes:
    """Paragraphs set in by two characters and broken into lines, ruled tables, page numbers."""
    setter = _Setter(head)
    for block in blocks:
        if isinstance(block, str):
            setter.paragraph(block)
        else:
            setter.table(block, repeat_heads)
    return pdf_of([page.content() for page in setter.pages])


def pdf_of(
    contents: Sequence[bytes],
    *,
    resources: str = "",
    objects: Sequence[bytes] = (),
    trailer: str = "",
) -> bytes:
    """A PDF of these page contents; extra ``objects`` get the numbers from 6 on."""
    pages = range(6 + len(objects), 6 + len(objects) + 2 * len(contents), 2)
    kids = " ".join(f"{number} 0 R" for number in pages)
    body: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Count {len(contents)} /Kids [{kids}] >>".encode(),
        3: b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H"
        b" /DescendantFonts [4 0 R] >>",
        4: b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500]"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> /FontDescriptor 5 0 R >>",
        5: b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]"
        b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    }
    body.update(enumerate(objects, 6))
    for number, content in zip(pages, contents, strict=True):
        packed = zlib.compress(content)
        body[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH:g} {HEIGHT:g}] /Contents {number + 1} 0 R"
            f" /Resources << /Font << /F 3 0 R >> {resources} >> >>"
        ).encode()
        body[number + 1] = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (
            len(packed),
            packed,
        )
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number in sorted(body):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body[number]))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(body) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(body) + 1, trailer.encode()))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def text_at(x: float, y: float, text: str, size: float = SIZE, matrix: str = "1 0 0 1") -> bytes:
    """Shows ``text`` with its baseline beginning ``y`` points below the upper edge."""
    place = f"{matrix} {x:g} {HEIGHT - y:g} Tm"
    return f"BT /F {size:g} Tf {place} <{text.encode('utf-16-be').hex()}> Tj ET\n".encode()


def width_of(text: str, size: float = SIZE) -> float:
    return sum(size / 2 if character.isascii() else size for character in text)


def broken(text: str, first: float, width: float) -> list[str]:
    """Lines of at most ``width`` (the first ``first``); numbers and marks stay together."""
    pieces: list[str] = []
    for character in text:
        if pieces and (
            character in _STAYS or (character.isascii() and pieces[-1][-1].isascii() and character != " ")
        ):
            pieces[-1] += character
        else:
            pieces.append(character)
    lines, room = [""], first
    for piece in pieces:
        if lines[-1] and width_of(lines[-1] + piece) > room:
            lines.append("")
            room = width
        lines[-1] += piece
    return lines


@dataclass
class _Page:
    parts: list[bytes] = field(default_factory=list)

    def content(self) -> bytes:
        return b"".join(self.parts)


class _Setter:
    """Sets lines and tables on pages from top to bottom."""

    def __init__(self, head: str) -> None:
        self._head = head
        self.pages: list[_Page] = []
        self._turn()

    def _turn(self) -> None:
        number = len(self.pages) + 1
        self.pages.append(_Page())
        self._y = TOP
        if self._head:
            self._put(LEFT, 60, self._head, 10.5)
        mark = f"— {number} —"
        self._put((WIDTH - width_of(mark, 14)) / 2, HEIGHT - 60, mark, 14)

    def _put(self, x: float, y: float, text: str, size: float = SIZE) -> None:
        self.pages[-1].parts.append(text_at(x, y, text, size))

    def _make_room(self, height: float) -> bool:
        if self._y + height <= HEIGHT - BOTTOM:
            return False
        self._turn()
        return True

    def paragraph(self, text: str) -> None:
        for index, line in enumerate(broken(text, COLUMN - 2 * SIZE, COLUMN)):
            self._make_room(PITCH)
            self._put(LEFT if index else LEFT + 2 * SIZE, self._y + SIZE, line)
            self._y += PITCH

    def table(self, rows: Table, repeat_heads: bool) -> None:
        self._y += PITCH / 2
        for index, row in enumerate(rows):
            height = self._height(row)
            if self._make_room(height) and index and repeat_heads:
                self._row(rows[0])
            self._row(row)
        self._y += PITCH / 2

    def _cells(self, row: Sequence[str]) -> list[list[str]]:
        width = COLUMN / len(row) - 2 * PADDING
        return [broken(cell, width, width) for cell in row]

    def _height(self, row: Sequence[str]) -> float:
        return max(len(lines) for lines in self._cells(row)) * PITCH

    def _row(self, row: Sequence[str]) -> None:
        height, width = self._height(row), COLUMN / len(row)
        for column, lines in enumerate(self._cells(row)):
            x = LEFT + column * width
            box = f"0.5 w {x:g} {HEIGHT - self._y - height:g} {width:g} {height:g} re S\n"
            self.pages[-1].parts.append(box.encode())
            for number, line in enumerate(lines):
                if line:
                    self._put(x + PADDING, self._y + number * PITCH + 20, line)
        self._y += height
