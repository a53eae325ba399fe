"""Tables with merged cells and cells of several lines, written in every format a plan comes in.

A row is a sequence of cells; a cell is its text, or (text, rows, columns) where it is merged. A line end
in a text is a line broken by hand.
"""

from __future__ import annotations

import html
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import docx
import openpyxl
from tests.support.documents import HEIGHT, PADDING, PITCH, broken, pdf_of, text_at, width_of

Content = str | tuple[str, int, int]
Rows = Sequence[Sequence[Content]]
_SIZE = 10.5
_LEADING = 16.0
_WIDTH = 460.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell and the upper left of the places it fills."""

    text: str
    row: int
    column: int
    down: int = 1
    across: int = 1


def placed(rows: Rows) -> Iterator[Placed]:
    """The cells of the rows, each in the first place that none from above fills."""
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        c = 0
        for content in row:
            text, down, across = content if isinstance(content, tuple) else (content, 1, 1)
            while (r, c) in taken:
                c += 1
            yield Placed(text, r, c, down, across)
            taken.update((r + i, c + k) for i in range(down) for k in range(across))
            c += across


def _size(cells: Sequence[Placed]) -> tuple[int, int]:
    return max(c.row + c.down for c in cells), max(c.column + c.across for c in cells)


def _grid(rows: Rows) -> list[list[str]]:
    """The texts by place, blank where a merged cell goes on, broken lines in one."""
    cells = list(placed(rows))
    height, width = _size(cells)
    grid = [[""] * width for _ in range(height)]
    for cell in cells:
        grid[cell.row][cell.column] = cell.text.replace("\n", "")
    return grid


def as_lines(above: Sequence[str], rows: Rows, below: Sequence[str]) -> bytes:
    """Plain text, each cell a line; blank ones leave none."""
    cells = [cell.text.replace("\n", "") for cell in placed(rows) if cell.text]
    return "\n".join([*above, *cells, *below, ""]).encode()


def as_tabs(above: Sequence[str], rows: Rows, below: Sequence[str]) -> bytes:
    return "\n".join([*above, *map("\t".join, _grid(rows)), *below, ""]).encode()


def as_pipes(above: Sequence[str], rows: Rows, below: Sequence[str]) -> bytes:
    lines = ["| " + " | ".join(row) + " |" for row in _grid(rows)]
    return "\n".join([*above, *lines, *below, ""]).encode()


def as_markdown(above: Sequence[str], rows: Rows, below: Sequence[str]) -> bytes:
    lines = ["| " + " | ".join(row) + " |" for row in _grid(rows)]
    lines.insert(1, "|" + "---|" * len(_grid(rows)[0]))
    return "\n\n".join([*above, "\n".join(lines), *below, ""]).encode()


def as_blanks(above: Sequence[str], rows: Rows, below: Sequence[str]) -> bytes:
    """Plain text, columns under one another by runs of blanks, as copied from a page that was set."""
    grid = _grid(rows)
    widths = [max(round(width_of(row[c], 2)) for row in grid) + 3 for c in range(len(grid[0]))]
    lines = []
    for row in grid:
        pairs = zip(row, widths, strict=True)
        lines.append(
            "".join(cell + " " * (width - round(width_of(cell, 2))) for cell, width in pairs).rstrip()
        )
    return "\n".join([*above, *lines, *below, ""]).encode()


def as_html(above: Sequence[str], rows: Rows, below: Sequence[str]) -> bytes:
    parts = [f"<p>{html.escape(line)}</p>" for line in above]
    parts.append("<table>")
    lines: dict[int, list[str]] = {}
    for cell in placed(rows):
        spans = f" rowspan={cell.down} colspan={cell.across}"
        text = html.escape(cell.text).replace("\n", "<br>")
        lines.setdefault(cell.row, []).append(f"<td{spans}>{text}</td>")
    parts += [f"<tr>{''.join(lines.get(r, []))}</tr>" for r in range(len(rows))]
    parts.append("</table>")
    parts += [f"<p>{html.escape(line)}</p>" for line in below]
    return f'<html><head><meta charset="utf-8"></head><body>{"".join(parts)}</body></html>'.encode()


def as_docx(above: Sequence[str], rows: Rows, below: Sequence[str]) -> bytes:
    word = docx.Document()
    for line in above:
        word.add_paragraph(line)
    cells = list(placed(rows))
    table = word.add_table(*_size(cells))
    for cell in cells:
        last = table.cell(cell.row + cell.down - 1, cell.column + cell.across - 1)
        here = table.cell(cell.row, cell.column)
        (here if here is last else here.merge(last)).text = cell.text
    for line in below:
        word.add_paragraph(line)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def as_xlsx(above: Sequence[str], rows: Rows, below: Sequence[str]) -> bytes:
    """A sheet; cells that are nothing but a number are numbers in it."""
    book = openpyxl.Workbook()
    sheet = book.active
    for line in above:
        sheet.append([line])
    top = len(above) + 1
    cells = list(placed(rows))
    for cell in cells:
        number = cell.text.replace(".", "", 1).isdigit() and cell.text.isascii()
        value = (float(cell.text) if "." in cell.text else int(cell.text)) if number else cell.text
        r, c = top + cell.row, 1 + cell.column
        sheet.cell(r, c, value if value != "" else None)
        if cell.down * cell.across > 1:
            sheet.merge_cells(None, r, c, r + cell.down - 1, c + cell.across - 1)
    for index, line in enumerate(below):
        sheet.cell(top + _size(cells)[0] + index, 1, line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_pdf(above: Sequence[str], rows: Rows, below: Sequence[str]) -> bytes:
    """A page with a ruled table; texts are broken to the width of their cells."""
    cells = list(placed(rows))
    height, width = _size(cells)
    widths = _widths(cells, width)
    lefts = [67.5 + sum(widths[:c]) for c in range(width + 1)]
    heights = [_LEADING + 2 * PADDING] * height
    for cell in cells:
        need = len(_lines(cell, widths)) * _LEADING + 2 * PADDING
        got = sum(heights[cell.row : cell.row + cell.down])
        heights[cell.row + cell.down - 1] += max(0.0, need - got)
    parts: list[bytes] = []
    y = 90.0
    for line in above:
        parts.append(text_at(80, y, line, 14))
        y += PITCH
    tops = [y + sum(heights[:r]) for r in range(height + 1)]
    for cell in cells:
        x, top = lefts[cell.column], tops[cell.row]
        box = lefts[cell.column + cell.across] - x, tops[cell.row + cell.down] - top
        parts.append(f"0.5 w {x:g} {HEIGHT - top - box[1]:g} {box[0]:g} {box[1]:g} re S\n".encode())
        for number, line in enumerate(_lines(cell, widths)):
            if line:
                parts.append(text_at(x + PADDING, top + 13 + number * _LEADING, line, _SIZE))
    y = tops[-1] + PITCH
    for line in below:
        parts.append(text_at(80, y, line, 12))
        y += PITCH
    return pdf_of([b"".join(parts)])


def _widths(cells: Sequence[Placed], columns: int) -> list[float]:
    """Widths by the longest texts, as a typist would set them: names wrap, numbers do not."""
    need = [48.0] * columns
    for cell in cells:
        if cell.across == 1:
            longest = max(map(width_of, cell.text.split("\n"), [_SIZE] * 9))
            need[cell.column] = max(need[cell.column], min(longest + 2 * PADDING + 1, 130.0))
    scale = _WIDTH / sum(need)
    return [n * scale if scale < 1 else n for n in need]


def _lines(cell: Placed, widths: Sequence[float]) -> list[str]:
    room = sum(widths[cell.column : cell.column + cell.across]) - 2 * PADDING
    lines: list[str] = []
    for part in cell.text.split("\n"):
        scaled = room * 16 / _SIZE  # ``broken`` measures in its own size
        lines += broken(part, scaled, scaled)
    return lines


Writer = Callable[[Sequence[str], Rows, Sequence[str]], bytes]
#: Name of the shape, ending of the file, writer.
WRITERS: dict[str, tuple[str, Writer]] = {
    "lines": ("txt", as_lines),
    "tabs": ("txt", as_tabs),
    "pipes": ("txt", as_pipes),
    "blanks": ("txt", as_blanks),
    "markdown": ("md", as_markdown),
    "html": ("html", as_html),
    "docx": ("docx", as_docx),
    "xlsx": ("xlsx", as_xlsx),
    "pdf": ("pdf", as_pdf),
}
