"""What PDF files hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.support.documents import HEIGHT, pdf_of, text_at
from tests.support.features.feature import BEDS, SHARE, TITLE, Feature


def pdf(*pages: bytes, objects: tuple[bytes, ...] = (), page: str = "") -> Callable[[], bytes]:
    """Pages of these contents below the title; ``page`` are entries of each page's dictionary."""
    title = text_at(90, 100, TITLE)
    resources = f">> {page} /X << " if page else ""
    return lambda: pdf_of([title + pages[0], *pages[1:]], objects=objects, resources=resources)


def lines(*texts: str, top: float = 140, size: float = 14, x: float = 90) -> bytes:
    """Lines below each other."""
    return b"".join(text_at(x, top + 24 * n, text, size) for n, text in enumerate(texts))


def rule(x0: float, y0: float, x1: float, y1: float) -> bytes:
    return f"0.6 w {x0:g} {HEIGHT - y0:g} m {x1:g} {HEIGHT - y1:g} l S\n".encode()


def ruled(rows: list[tuple[str, ...]], top: float, *, closed: tuple[bool, bool] = (True, True)) -> bytes:
    """A table of columns 200 points wide with all its rules, or without the first or last."""
    width, bottom = 90 + 200 * len(rows[0]), top + 24 * len(rows)
    heights = [top + 24 * n for n in range(len(rows) + 1)]
    drawn = heights[0 if closed[0] else 1 : None if closed[1] else -1]
    parts = [rule(90, y, width, y) for y in drawn]
    parts += [rule(90 + 200 * n, top, 90 + 200 * n, bottom) for n in range(len(rows[0]) + 1)]
    return b"".join(parts) + columns(rows, top)


def columns(rows: list[tuple[str, ...]], top: float) -> bytes:
    return b"".join(
        text_at(94 + 200 * c, top + 24 * r + 17, text, 12)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )


def printed() -> Iterator[Feature]:
    def make(name: str, outcome: str, data: Callable[[], bytes], *values: str, reason: str = "") -> Feature:
        return Feature(name, "pdf", outcome, data, values or (BEDS,), reason)

    sentence = "到2025年，新增养老床位2000张。"
    beds, other = lines(sentence), "到2025年，新增养老床位9999张。"
    hidden = {
        "render mode 3": b"BT 3 Tr ET\n" + lines(other, top=200) + b"BT 0 Tr ET\n",
        "white text": b"1 g\n" + lines(other, top=200) + b"0 g\n",
        "text off the page": lines(other, top=1100),
        "text of size 0": lines(other, top=200, size=1),
        "a white cover": lines(other, top=200) + f"1 g 80 {HEIGHT - 210:g} 400 30 re f 0 g\n".encode(),
    }
    for name, content in hidden.items():
        yield make(f"hidden by {name}", "furniture", pdf(beds + content), reason="hidden text")
    yield make(
        "white text on a coloured ground",
        "read",
        pdf(f"0.1 0.3 0.5 rg 80 {HEIGHT - 150:g} 400 30 re f 1 g\n".encode() + beds + b"0 g\n"),
    )
    struck = text_at(90, 140, "到2025年，新增养老床位10002000张。", 14) + rule(244, 135, 272, 135)
    yield make("text struck through by a line", "furniture", pdf(struck), reason="struck-through text")
    twice = text_at(90.4, 140, sentence, 14) + text_at(91.5, 140, sentence, 14)
    yield make("glyphs drawn again to look bold", "read", pdf(beds + twice))
    slanted = "0.707 0.707 -0.707 0.707"
    yield make(
        "a slanted watermark",
        "furniture",
        pdf(beds + b"0.8 g\n" + text_at(120, 240, "内部资料2023", 60, slanted) + b"0 g\n"),
        reason="turned text",
    )
    yield make(
        "a level watermark across the text",
        "furniture",
        pdf(b"0.8 g\n" + text_at(100, 160, "甲市2023", 50) + b"0 g\n" + beds),
        reason="watermark",
    )
    yield make(
        "numbers broken by line ends",
        "read",
        pdf(lines("到2025年，新增养老床位2", "000张，护理型床位占比不低于5", "5%。")),
        BEDS,
        SHARE,
    )
    yield make(
        "raised mark of a note",
        "read",
        pdf(
            text_at(90, 140, "到2025年，新增养老床位2000", 14)
            + text_at(272, 134, "3", 7)
            + text_at(278, 140, "张。", 14)
        ),
    )
    yield make(
        "footnotes",
        "read",
        pdf(
            lines("到2025年，新增养老床位2000张①，护理型床位占比不", top=600)
            + rule(90, 740, 200, 740)
            + text_at(90, 760, "① 含在建床位500张。", 9),
            lines("低于55%。", top=80),
        ),
        BEDS,
        SHARE,
        "eq 500 张",
    )
    head, one, two = ("指标", "2025年目标值"), ("新增养老床位（张）", "2000"), ("护理型床位占比（%）", "≥55")
    yield make(
        "a table cut by a page",
        "read",
        pdf(ruled([head, one], 740, closed=(True, False)), ruled([two], 72, closed=(False, True))),
        BEDS,
        SHARE,
    )
    three = b"".join(rule(85, y, 480, y) for y in (180, 204, 254)) + columns([head, one, two], 180)
    yield make("a three-line table", "read", pdf(three), BEDS, "ge 55 % 2025")
    yield make("a table without lines", "read", pdf(columns([head, one, two], 180)), BEDS, SHARE)
    touching = ruled([("县区", "新增床位（张）"), ("甲县", "30")], 180) + ruled([head, two], 228)
    yield make("two tables that touch", "read", pdf(touching), "eq 30 张", SHARE)
    yield make("punctuation mapped to letters of Yi", "read", pdf(lines("到2025年ꎬ新增养老床位2000张ꆣ")))
    place = f"/Rect [244 {HEIGHT - 142} 290 {HEIGHT - 126}]"
    field = f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (2000) {place} >>"
    yield make(
        "a number in a field of a form",
        "read",
        pdf(lines("到2025年，新增养老床位　　　张。"), objects=(field.encode(),), page="/Annots [6 0 R]"),
    )
    numbered = ["到2025年，新增养老床位2000张。", "到2025年，护理型床位占比不低于55%。", "各级抓好落实。"]
    margin = b"".join(
        text_at(60, 140 + 24 * n, str(n + 1), 9) + text_at(90, 140 + 24 * n, text, 14)
        for n, text in enumerate(numbered)
    )
    yield make("lines numbered in the margin", "read", pdf(margin), BEDS, SHARE)
    yield make("bytes before the beginning", "read", lambda: b"HTTP/1.1 200 OK\r\n" * 99 + pdf(beds)())
    yield make("a page sideways", "read", pdf(beds, page="/Rotate 90"))
