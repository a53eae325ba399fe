"""PDF files: paragraphs and ruled tables rebuilt from the places of characters."""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections import Counter
from typing import Any

from compare.model import Document
from compare.sources.errors import SourceError
from compare.sources.formats import HEAD, MB
from compare.sources.installed.recognition import EXTRA, Recogniser
from compare.sources.layout import compose
from compare.sources.pdf.flow import flow
from compare.sources.pdf.page import PageContent, page_content, pictured_content
from compare.sources.pdf.pictured import recognised_chars

_MAX_PAGES = 2000
_MAX_STREAM = 100 * MB
_END_MARK = re.compile(rb"%%EOF")
_TAIL = 4096
_OCR = (
    f"install text recognition ({EXTRA}), or run it (OCR), proofread the numbers, and save it as .docx or a "
    "PDF with text"
)
_AGAIN = "download it again"
#: A page with fewer characters than this and a picture over most of it is a scan.
_FEW = 10
_MOST = 0.6
#: Share of glyphs without a meaning from which the text is not worth reading.
_MAX_UNKNOWN = 0.02
#: Share of the letters that are one and the same, from which they are all the font's sign for "none": the
#: most frequent character of Chinese, 的, has 4 %.
_MAX_SAME, _ENOUGH = 0.6, 100


def read_pdf(data: bytes, recognise: Recogniser | None = None) -> Document:
    """The document of a PDF. Raises SourceError for locked, damaged and cut-off files.

    Pages that are pictures are read by ``recognise``; without it a scan is refused.
    """
    # What mail gateways and web servers put in front of a file is no part of it.
    data = data[max(data.find(b"%PDF-", 0, HEAD), 0) :]
    if not _END_MARK.search(data, max(0, len(data.rstrip(b"\0\r\n\t ")) - _TAIL)):
        raise SourceError("the file is cut off: its end is missing", place=f"byte {len(data)}", remedy=_AGAIN)
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    # It tells of every oddity of a file's colours and fonts, which helps nobody who reads text.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)

    try:
        pdf = pdfplumber.open(io.BytesIO(data))
        stated = pdf.doc.catalog.get("Pages")
    except Exception as error:
        # pdfminer raises errors of all kinds on damaged files; pdfplumber wraps some of them.
        if isinstance(error, PDFPasswordIncorrect) or isinstance(
            next(iter(error.args), None), PDFPasswordIncorrect
        ):
            raise SourceError(
                "it is locked with a password", place="file", remedy="save it without a password"
            ) from None
        raise SourceError(
            f"the PDF is damaged ({type(error).__name__})", place="file", remedy=_AGAIN
        ) from None
    return _document(pdf, stated, recognise)


def _document(pdf: Any, stated: Any, recognise: Recogniser | None) -> Document:
    from pdfminer.pdftypes import resolve1

    try:
        count = len(pdf.pages)
        promised = (resolve1(stated) or {}).get("Count", count)
    except Exception as error:
        raise SourceError(
            f"the PDF is damaged ({type(error).__name__})", place="file", remedy=_AGAIN
        ) from None
    if count == 0 or (isinstance(promised, int) and count < promised):
        raise SourceError(f"only {count} of its pages are there", place=f"page {count + 1}", remedy=_AGAIN)
    if count > _MAX_PAGES:
        raise SourceError(
            f"it has {count} pages, more than {_MAX_PAGES}",
            place="file",
            remedy="keep only the pages of the plan",
        )
    pages: list[PageContent] = []
    scans: list[int] = []
    for number, page in enumerate(pdf.pages, 1):
        try:
            whole = all(map(_is_whole, _streams(page)))
            if not _is_scan(page):
                pages.append(page_content(page, number))
            elif recognise is not None:
                pages.append(pictured_content(page, number, recognised_chars(page, recognise)))
            else:
                pages.append(page_content(page, number))
                scans.append(number)
        except Exception as error:
            raise SourceError(
                f"the page is damaged ({type(error).__name__})", place=f"page {number}", remedy=_AGAIN
            ) from None
        if not whole:  # pdfminer would pass over the rest of the page without a word
            raise SourceError("part of the page is damaged", place=f"page {number}", remedy=_AGAIN)
        page.close()
    # A cover may be a picture; any other page may hold what the plan is about.
    inner = [number for number in scans if count == 1 or number not in (1, count)]
    if len(scans) == count or inner:
        pictures = (
            "it is a scan, a picture without text"
            if len(scans) == count
            else "this page is a picture without text"
        )
        raise SourceError(pictures, place=_named(inner or scans), remedy=_OCR)
    document = compose(flow(pages), "pdf")
    if _is_unknown(document.text):
        raise SourceError("its fonts do not say which characters they show", place="file", remedy=_OCR)
    return document


def _named(pages: list[int]) -> str:
    """Numbers of pages, those in a row by their ends: pages 2, 5-8."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    shown = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"page {shown}" if len(pages) == 1 else f"pages {shown}"


def _is_unknown(text: str) -> bool:
    """Whether too many glyphs have no meaning, or all the same one: a font that lacks the characters."""
    if text.count("\ufffd") > _MAX_UNKNOWN * len(text):
        return True
    letters = Counter(filter(str.isalpha, text))
    return letters.total() >= _ENOUGH and max(letters.values()) > _MAX_SAME * letters.total()


def _is_scan(page: Any) -> bool:
    """Hardly a character, and a picture over most of the page."""
    if sum(1 for char in page.chars if not char["text"].isspace()) >= _FEW:
        return False
    area = float(page.width) * float(page.height)
    return any(
        (image["x1"] - image["x0"]) * (image["bottom"] - image["top"]) > _MOST * area for image in page.images
    )


def _streams(page: Any) -> list[Any]:
    """What the text of a page comes from: its contents, its forms, its fonts' meanings."""
    from pdfminer.pdftypes import PDFStream, resolve1

    resources = resolve1(page.page_obj.resources) or {}
    forms = (resolve1(form) for form in (resolve1(resources.get("XObject")) or {}).values())
    fonts = [resolve1(font) for font in (resolve1(resources.get("Font")) or {}).values()]
    streams = [resolve1(content) for content in page.page_obj.contents]
    streams += [form for form in forms if str(getattr(form, "attrs", {}).get("Subtype")) == "/'Form'"]
    maps = [resolve1(font.get(key)) for font in fonts for key in ("ToUnicode", "Encoding")]
    return streams + [stream for stream in maps if isinstance(stream, PDFStream)]


def _is_whole(stream: Any) -> bool:
    """Whether a stream is there and unpacks to its end, and to no more than a page can hold."""
    if stream is None:
        return False
    filters = stream.get_filters()
    packed = bool(filters) and getattr(filters[0][0], "name", "") in ("FlateDecode", "Fl")
    if stream.rawdata is None or stream.decipher or not packed:
        return True
    unpacking = zlib.decompressobj()
    try:
        unpacking.decompress(stream.rawdata, _MAX_STREAM)
    except zlib.error:
        return False
    return unpacking.eof
