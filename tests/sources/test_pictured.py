"""Pages that are pictures: read by text recognition where it is installed, marked and queued for review."""

from __future__ import annotations

import importlib.util
import io
from types import SimpleNamespace
from typing import Any

import pytest
from tests.support.documents import HEIGHT, LEFT, WIDTH, pdf_of, text_at

from compare.checks import check
from compare.checks.review.queue import REASONS
from compare.coding import Codebook, code
from compare.model import Document
from compare.reading import read
from compare.sources import SourceError, read_bytes
from compare.sources.installed.recognition import PicturedLine
from compare.sources.pdf.document import read_pdf

_IMAGE = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\0\nendstream"  # noqa: E501
_PICTURE = f"q {WIDTH:g} 0 0 {HEIGHT:g} 0 0 cm /I Do Q\n".encode()
_DOTS = 200 / 72  # the resolution at which pages are shown
_SIZE = 14.0


def scan(*contents: bytes) -> bytes:
    return pdf_of(contents, resources="/XObject << /I 6 0 R >>", objects=[_IMAGE])


def line(text: str, row: int, x: float = LEFT, confidence: float = 0.99, high: float = 1.0) -> PicturedLine:
    """A line of ``_SIZE`` points; ``high`` makes its box larger or smaller than the letters, as boxes are."""
    width = sum(_SIZE if ord(character) > 127 else _SIZE / 2 for character in text)
    middle, half = 100 + 24 * row, high * _SIZE / 2
    box = [x, middle - half, x + width, middle + half]
    return PicturedLine(text, *(edge * _DOTS for edge in box), confidence)


def recognised(*lines: PicturedLine) -> Document:
    return read_pdf(scan(_PICTURE), recognise=lambda picture: list(lines))


def texts(document: Document) -> list[tuple[str, float]]:
    return [(document.text[one.start : one.end], one.confidence) for one in document.recognised]


FULL = "到2025年，全市养老机构护理型床位占比不低于55%，特困老年"


def test_lines_of_a_picture_make_paragraphs() -> None:
    """Lines go on to their paragraph though their boxes differ in height; the lowest confidence stands."""
    document = recognised(
        line("一、主要目标", 0, high=1.2),
        line(FULL, 1, confidence=0.97),
        line("人探访率达到100%。", 2, confidence=0.91, high=0.85),
    )
    assert [("一、主要目标", 0.99), (FULL + "人探访率达到100%。", 0.91)] == texts(document)


def test_a_table_in_a_picture() -> None:
    """Cells that stand below each other are a table, and marked as recognised."""
    rows = [("指标", "2020年", "2025年"), ("养老床位（张）", "300", "450"), ("护理员（名）", "40", "90")]
    cells = [
        line(text, row, LEFT + 150 * column, 0.9 + row / 100)
        for row, texts_of_row in enumerate(rows)
        for column, text in enumerate(texts_of_row)
    ]
    document = recognised(*cells)
    (table,) = document.tables
    found = [document.text[cell.start : cell.end] for cell in table.cells]
    assert [text for row in rows for text in row] == found
    assert [(table.start, table.end, 0.9)] == [(r.start, r.end, r.confidence) for r in document.recognised]


def test_pages_with_text_are_not_recognised() -> None:
    """Only the pages that are pictures are shown to the recogniser, and only their text is marked."""
    shown: list[Any] = []

    def recognise(picture: Any) -> list[PicturedLine]:
        shown.append(picture)
        return [line("新增养老床位300张。", 0)]

    text = text_at(LEFT, 200, "到2025年，建成养老服务中心5个。")
    document = read_pdf(scan(text, _PICTURE), recognise=recognise)
    assert 1 == len(shown)
    assert [("新增养老床位300张。", 0.99)] == texts(document)
    assert "建成养老服务中心5个" in document.text


def test_statements_of_a_picture_are_queued(make: SimpleNamespace, codebook: Codebook) -> None:
    """Every statement of recognised text, and none other, is named by a finding that the queue takes up."""
    text = text_at(LEFT, 200, "到2025年，建成养老服务中心5个。")
    document = read_pdf(
        scan(text, _PICTURE), recognise=lambda picture: [line("新增养老床位300张，护理员40名。", 0)]
    )
    reading = read(document, codebook.lexicon)
    coded = code("p-2020", reading, codebook)
    result = make.changed(make.result(document.text), reading=reading, coded=coded)
    (findings,) = check([result], codebook).values()
    queued = {one for f in findings if f.check == "recognised_text" for one in f.statement_ids}
    assert {c.statement_id for c in coded if c.statement.value_start > document.text.index("新增")} == queued
    assert 2 == len(queued)
    assert "recognised_text" in REASONS


def test_without_recognition_a_scan_is_refused_with_both_ways() -> None:
    """The remedy names the extra, and the way without it."""
    with pytest.raises(SourceError) as caught:
        read_pdf(scan(_PICTURE))
    assert "compare-plans[ocr]" in caught.value.remedy
    assert "proofread" in caught.value.remedy


@pytest.mark.skipif(
    importlib.util.find_spec("rapidocr") is None or importlib.util.find_spec("onnxruntime") is None,
    reason="text recognition is not installed: pip install 'compare-plans[ocr]'",
)
def test_real_recognition() -> None:
    """A printed page, made a picture, gives the numbers that were printed."""
    from PIL import Image, ImageDraw, ImageFont

    from compare.figures.drawing.text.fonts import packaged_file

    font = ImageFont.truetype(str(packaged_file()), 40)
    picture = Image.new("L", (1654, 2339), 255)
    draw = ImageDraw.Draw(picture)
    for row, words in enumerate(("到2025年，全市养老机构护理型床位", "占比不低于55%，新增床位1200张。")):
        draw.text((200, 200 + 90 * row), words, font=font, fill=0)
    data = io.BytesIO()
    picture.save(data, "PDF", resolution=200)
    document = read_bytes(data.getvalue(), "scan.pdf")
    assert "55%" in document.text
    assert "1200张" in document.text
    assert document.recognised
