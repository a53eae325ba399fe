"""PDF files: paragraphs and tables rebuilt from positions; what cannot be read is named."""

from __future__ import annotations

import pytest
from tests.support.documents import HEIGHT, LEFT, PITCH, WIDTH, Block, as_pdf, broken, pdf_of, text_at

from compare.model import Document
from compare.sources import SourceError, read_bytes
from compare.sources.pdf.lines_of_text import clean

LONG = "到2022年，全市护理型床位占比不低于50%，社区日间照料覆盖率达到90%以上，新增床位1,200张。"


@pytest.fixture(autouse=True)
def _no_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    """No text recognition, whatever is installed here."""
    monkeypatch.setattr("compare.sources.load.recogniser", lambda: None)


def read(data: bytes) -> Document:
    return read_bytes(data, "plan.pdf")


def lines(document: Document) -> list[str]:
    """Lines that are not furniture."""
    marked = {(f.start, f.end) for f in document.furniture}
    kept, start = [], 0
    for line in document.text.split("\n"):
        if (start, start + len(line)) not in marked:
            kept.append(line)
        start += len(line) + 1
    return kept


def furniture(document: Document, reason: str) -> list[str]:
    return [document.text[f.start : f.end] for f in document.furniture if f.reason == reason]


def test_paragraphs_go_on_across_pages_and_around_furniture() -> None:
    """Page numbers and a head on each page are marked and do not part a paragraph."""
    document = read(
        as_pdf(["甲市养老服务实施方案", LONG * 30, "一、目标", LONG], head="甲市公报 2021年第3期")
    )
    assert ["甲市养老服务实施方案", LONG * 30, "一、目标", LONG] == lines(document)
    numbers = furniture(document, "page number")
    assert [f"— {n} —" for n in range(1, len(numbers) + 1)] == numbers
    assert ["甲市公报 2021年第3期"] * len(numbers) == furniture(document, "running head")
    assert len(numbers) >= 3


def test_table_over_pages_is_one_with_its_head_once() -> None:
    """Heads printed again are furniture; the rows are those of one table."""
    rows = [["县", "床位（张）"], *([f"第{n}县", str(7 * n)] for n in range(60))]
    document = read(as_pdf([LONG, rows, "以上任务抓好落实。"]))
    (table,) = document.tables
    found = [document.text[c.start : c.end] for c in table.cells]
    assert [cell for row in rows for cell in row] == found
    assert [(n // 2, n % 2) for n in range(len(found))] == [(c.row, c.column) for c in table.cells]
    assert {"县", "床位（张）"} == set(furniture(document, "repeated table head"))
    assert [LONG, "以上任务抓好落实。"] == [line for line in lines(document) if len(line) > 8]


def ruled(boxes: dict[tuple[float, float, float, float], str]) -> bytes:
    """Cells (x0, top, x1, bottom) with their text broken to their width."""
    parts = []
    for (x0, top, x1, bottom), text in boxes.items():
        parts.append(f"0.5 w {x0:g} {HEIGHT - bottom:g} {x1 - x0:g} {bottom - top:g} re S\n".encode())
        for index, line in enumerate(broken(text, x1 - x0 - 8, x1 - x0 - 8) if text else ()):
            parts.append(text_at(x0 + 4, top + 20 + index * PITCH, line))
    return b"".join(parts)


def test_merged_cells_of_a_ruled_table() -> None:
    """The extent of a cell follows from the rules around it; texts outside stay outside."""
    page = ruled(
        {
            (80, 200, 180, 256): "县",
            (180, 200, 380, 228): "床位",
            (180, 228, 280, 256): "2021年",
            (280, 228, 380, 256): "2022年",
            (80, 256, 180, 284): "甲县",
            (180, 256, 280, 284): "80",
            (280, 256, 380, 284): "",
        }
    )
    document = read(pdf_of([text_at(80, 180, "附件：分解表") + page + text_at(80, 320, "注：含在建。")]))
    (table,) = document.tables
    assert {
        (0, 0, 2, 1): "县",
        (0, 1, 1, 2): "床位",
        (1, 1, 1, 1): "2021年",
        (1, 2, 1, 1): "2022年",
        (2, 0, 1, 1): "甲县",
        (2, 1, 1, 1): "80",
        (2, 2, 1, 1): "",
    } == {(c.row, c.column, c.row_span, c.column_span): document.text[c.start : c.end] for c in table.cells}
    assert "附件：分解表" == document.text.split("\n")[0]
    assert "注：含在建。" == document.text.split("\n")[-1]


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        (["7", "加强养老服务", "民政局"], ["", "设施建设", ""], [["7", "加强养老服务设施建设", "民政局"]]),
        (["7", "80", "民政局"], ["", "90", ""], [["7", "80", "民政局"], ["", "90", ""]]),
        (["7", "建设", "民政局"], ["", "设施", ""], [["7", "建设", "民政局"], ["", "设施", ""]]),
        (["7", "加强养老服务", "民政局"], ["8", "设施建设", ""],
         [["7", "加强养老服务", "民政局"], ["8", "设施建设", ""]]),
    ],
)  # fmt: skip
def test_row_cut_by_the_page_break(above: list[str], below: list[str], expected: list[list[str]]) -> None:
    """A full line in mid-sentence goes on in the next page's row; numbers never are joined."""

    def page(rows: list[list[str]], top: float) -> bytes:
        edges = (80, 140, 244, 344)
        return ruled(
            {
                (edges[n], top + 28 * i, edges[n + 1], top + 28 * (i + 1)): text
                for i, row in enumerate(rows)
                for n, text in enumerate(row)
            }
        )

    head = ["序号", "任务", "牵头单位"]
    document = read(pdf_of([page([head, above], 600), page([head, below, ["9", "总计", ""]], 120)]))
    (table,) = document.tables
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(document.text[cell.start : cell.end])
    assert [head, *expected, ["9", "总计", ""]] == list(rows.values())


def test_two_columns_are_read_one_after_the_other() -> None:
    """A gazette set in two columns does not mix its lines."""
    left = [f"左栏第{n}行讲述养老服务体系建设内容" for n in range(12)]
    right = [f"右栏第{n}行讲述医养结合的重点任务" for n in range(12)]
    parts = [text_at(150, 130, "甲市人民政府公报养老服务实施方案全文")]
    for index, (one, two) in enumerate(zip(left, right, strict=True)):
        parts += [text_at(50, 170 + 20 * index, one, 10.5), text_at(310, 170 + 20 * index, two, 10.5)]
    text = read(pdf_of([b"".join(parts)])).text.replace("\n", "")
    assert "甲市人民政府公报养老服务实施方案全文" + "".join(left) + "".join(right) == text


def test_raised_figures_stay_in_their_line() -> None:
    """The 2 of m² set as a small raised figure is no line of its own."""
    page = text_at(80, 200, "人均30m") + text_at(136, 194, "2", 8) + text_at(140, 200, "，床位80张。")
    assert ["人均30m2，床位80张。"] == lines(read(pdf_of([page])))


def test_page_printed_sideways() -> None:
    """A wide annex set across the page is read as a person turns it; stamps are furniture."""
    sideways = b"".join(
        text_at(120 + 30 * index, 700, line, matrix="0 1 -1 0")
        for index, line in enumerate(["附件：任务分解表", "甲县新增床位80张", "乙县新增床位90张"])
    )
    document = read(pdf_of([sideways + text_at(80, 400, "章")]))
    assert ["附件：任务分解表", "甲县新增床位80张", "乙县新增床位90张"] == lines(document)
    assert ["章"] == furniture(document, "turned text")


def test_radicals_are_read_as_the_characters_they_show() -> None:
    """Fonts that map glyphs back to radicals give the words that a reader sees."""
    assert "老人长者见证" == "".join(clean({"text": c})["text"] for c in "⽼⼈⻓者⻅证")
    assert "\ufffd" == clean({"text": "(cid:17)"})["text"]


def test_blank_only_where_there_is_one() -> None:
    """Justified text is spread out a little; only a real gap is a blank."""
    page = b"".join(text_at(80 + 19 * n, 200, c) for n, c in enumerate("护理型床位"))
    page += text_at(80 + 19 * 5 + 20, 200, "80张")
    assert ["护理型床位 80张"] == lines(read(pdf_of([page])))


def refused(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read(data)
    assert "\n" not in str(caught.value)
    return caught.value


IMAGE = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\0\nendstream"  # noqa: E501
PICTURE = f"q {WIDTH:g} 0 0 {HEIGHT:g} 0 0 cm /I Do Q\n".encode()


def scanned(*contents: bytes) -> bytes:
    return pdf_of(contents, resources="/XObject << /I 6 0 R >>", objects=[IMAGE])


def test_scan_is_named_with_its_remedy() -> None:
    """A PDF of pictures asks for text recognition, also where the number of the page is text."""
    error = refused(scanned(PICTURE + text_at(290, 780, "1"), PICTURE))
    assert "scan" in str(error)
    assert "OCR" in error.remedy


def test_scanned_page_among_others() -> None:
    """A picture of an annex between pages of text is not passed over; a picture as cover is."""
    text = text_at(LEFT, 200, LONG[:24])
    error = refused(scanned(text, PICTURE, text))
    assert "page 2" == error.place
    assert [LONG[:24], LONG[:24]] == lines(read(scanned(PICTURE, text, text)))


def test_locked_with_a_password() -> None:
    """A PDF that asks for a password says so."""
    lock = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'00' * 32}> /U <{'11' * 32}> /P -4 >> /ID [<00> <00>]"
    )
    assert "password" in str(refused(pdf_of([text_at(80, 200, LONG[:20])], trailer=lock)))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_cut_off(share: float) -> None:
    """Half a download is refused, not read as a short plan."""
    data = as_pdf([LONG * 40])
    assert "cut off" in str(refused(data[: int(len(data) * share)]))


def test_missing_pages_and_damage() -> None:
    """Pages that the file promises but does not hold, and a body of noise, are refused."""
    data = pdf_of([text_at(80, 200, LONG[:20])])
    assert "only 1 of its pages" in str(refused(data.replace(b"/Count 1", b"/Count 2")))
    assert "damaged" in str(refused(b"%PDF-1.4\n" + b"noise " * 100 + b"\n%%EOF"))


def test_damage_inside_a_page() -> None:
    """Where the rest of a page cannot be unpacked, or is missing, the page is named."""
    page = b"".join(text_at(80, 150 + 30 * n, LONG[n : n + 20]) for n in range(15))
    data = bytearray(pdf_of([page]))
    data[data.rindex(b"stream\n", 0, data.rindex(b"endstream")) + 60] ^= 0xFF
    error = refused(bytes(data))
    assert "damaged" in str(error)
    assert "page 1" == error.place
    assert "page 1" == refused(pdf_of([page]).replace(b"/Contents 7 0 R", b"/Contents 9 0 R")).place


def test_a_font_without_the_characters_is_refused() -> None:
    """All of its glyphs are the one for "none", which such files call by whatever character came first."""
    page = b"".join(text_at(80, 150 + 30 * n, "内" * 18 + "2020年") for n in range(10))
    assert "do not say which characters" in str(refused(pdf_of([page])))
    dots = b"".join(text_at(80, 150 + 30 * n, "总体目标" + "…" * 20) for n in range(10))
    assert 10 == read(pdf_of([dots])).text.count("总体目标")


def test_empty_page() -> None:
    """A PDF with neither text nor picture holds no text."""
    assert "no text" in str(refused(pdf_of([b""])))


def test_oddities_of_a_file_do_not_reach_the_screen(caplog: pytest.LogCaptureFixture) -> None:
    """The library's remarks on colours and fonts are not for the researcher."""
    assert [LONG[:20]] == lines(read(pdf_of([b"(x) g\n" + text_at(80, 200, LONG[:20])])))
    assert [] == caplog.records


def test_spans_of_cells_hold_their_text() -> None:
    """A table between paragraphs: each cell's span is its text, inside the table's span."""
    blocks: list[Block] = [
        LONG,
        [["甲", "乙"], ["含改扩建项目和续建项目在内的全部床位", ""], ["丙", "80"]],
        LONG,
    ]
    document = read(as_pdf(blocks))
    (table,) = document.tables
    assert ["甲", "乙", "含改扩建项目和续建项目在内的全部床位", "", "丙", "80"] == [
        document.text[c.start : c.end] for c in table.cells
    ]
    assert all(table.start <= c.start <= c.end <= table.end for c in table.cells)
