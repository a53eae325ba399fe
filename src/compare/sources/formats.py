"""Which formats are read, how large a file may be, and what is said of all others."""

from __future__ import annotations

import re
from pathlib import PurePath

from compare.sources.errors import SourceError

MB = 1_000_000
#: Bytes within which a PDF must begin.
HEAD = 8192

#: Ending of the file name -> format of the document.
READ = {
    ".txt": "txt",
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".mht": "html",
    ".mhtml": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".pdf": "pdf",
}

#: Endings that an installed LibreOffice turns into a format that is read.
CONVERTED = {
    ".doc": "docx",
    ".dot": "docx",
    ".wps": "docx",
    ".rtf": "docx",
    ".odt": "docx",
    ".xls": "xlsx",
    ".et": "xlsx",
    ".ods": "xlsx",
}

#: Largest file read, in bytes. The longest plans are near 1 MB of text; what is larger is not a
#: plan, or (docx, pdf) carries pictures, which are not read but are allowed for.
LIMITS = {"txt": 20 * MB, "md": 20 * MB, "html": 50 * MB, "docx": 100 * MB, "xlsx": 50 * MB, "pdf": 200 * MB}

_AS_WORD = "open it in Word, WPS or LibreOffice and save it as .docx"
_WORD = f"{_AS_WORD}, or install LibreOffice"
_AS_SHEET = "open it in Excel, WPS or LibreOffice and save it as .xlsx"
_SHEET = f"{_AS_SHEET}, or install LibreOffice"
_SLIDES = "save its text as .docx or .txt"
_IMAGE = "run text recognition (OCR) on it, proofread, and save the text as .docx or .txt"
_OFD = "open it in an OFD reader (WPS, 数科阅读器) and export it as .pdf or .docx"
_ARCHIVE = "unpack it and add the documents inside one by one"

#: Ending -> (what it is, what to do about it).
REFUSED = {
    ".doc": ("the old binary Word format .doc", _WORD),
    ".wps": ("the WPS format .wps", _WORD),
    ".rtf": ("the rich text format .rtf", _WORD),
    ".odt": ("the OpenDocument format .odt", _WORD),
    ".dot": ("the old binary Word format .dot", _WORD),
    ".ofd": ("the layout format .ofd", _OFD),
    ".ceb": ("the layout format .ceb", "print it to .pdf with Apabi Reader"),
    ".xls": ("a spreadsheet (.xls)", _SHEET),
    ".et": ("a WPS spreadsheet (.et)", _SHEET),
    ".ods": ("an OpenDocument spreadsheet (.ods)", _SHEET),
    ".csv": ("a table without its plan (.csv)", "put the table into the plan's .docx or .html"),
    ".ppt": ("a slide show (.ppt)", _SLIDES),
    ".pptx": ("a slide show (.pptx)", _SLIDES),
    ".zip": ("an archive (.zip)", _ARCHIVE),
    ".rar": ("an archive (.rar)", _ARCHIVE),
    ".7z": ("an archive (.7z)", _ARCHIVE),
    ".jpg": ("an image (.jpg)", _IMAGE),
    ".jpeg": ("an image (.jpeg)", _IMAGE),
    ".png": ("an image (.png)", _IMAGE),
    ".gif": ("an image (.gif)", _IMAGE),
    ".bmp": ("an image (.bmp)", _IMAGE),
    ".tif": ("an image (.tif)", _IMAGE),
    ".tiff": ("an image (.tiff)", _IMAGE),
    ".webp": ("an image (.webp)", _IMAGE),
}

# First bytes -> (what the content is, the endings it may rightly have, remedy otherwise).
_SIGNATURES: tuple[tuple[bytes, str, tuple[str, ...], str], ...] = (
    (b"%PDF-", "a PDF file", ("pdf",), "rename it so that it ends in .pdf"),
    (
        b"PK\x03\x04",
        "a ZIP container (docx, xlsx, ofd ...)",
        ("docx", "xlsx"),
        "give the file its own ending, or save it as .docx",
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old binary Office file, or one with a password",
        (),
        "remove the password if it has one, and save it as .docx",
    ),
    (b"{\\rtf", "rich text (RTF)", (), "name it .rtf, or save it as .docx"),
    (b"\x89PNG", "an image (PNG)", (), _IMAGE),
    (b"\xff\xd8\xff", "an image (JPEG)", (), _IMAGE),
    (b"GIF8", "an image (GIF)", (), _IMAGE),
    (b"Rar!", "an archive (RAR)", (), _ARCHIVE),
    (b"7z\xbc\xaf", "an archive (7z)", (), _ARCHIVE),
    (b"\x1f\x8b", "a compressed file (gzip)", (), "unpack it first"),
)
_MHTML = re.compile(rb"\A\s*(?:[\w-]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)*?MIME-Version:", re.IGNORECASE)


def format_of(name: str) -> str:
    """The format a file name promises; SourceError for what is not read."""
    suffix = PurePath(name.replace("\\", "/")).suffix.lower()
    if suffix in READ:
        return READ[suffix]
    read = " ".join(READ)
    if suffix in REFUSED:
        what, remedy = REFUSED[suffix]
        raise SourceError(f"{what} is not read", place="file name", remedy=remedy)
    if not suffix:
        raise SourceError("no ending names the format", place="file name", remedy=f"give it one of {read}")
    raise SourceError(
        f"the ending {suffix} is not known", place="file name", remedy=f"save it as one of {read}"
    )


def check_size(size: int, kind: str) -> None:
    """SourceError for an empty file and for one over the limit of its format."""
    if size == 0:
        raise SourceError("the file is empty", place="byte 0", remedy="download or save the plan again")
    if size > LIMITS[kind]:
        raise SourceError(
            f"{size / MB:.0f} MB, and a .{kind} of a plan may have {LIMITS[kind] // MB} MB",
            place="file size",
            remedy="keep only the plan itself in the file",
        )


def check_content(data: bytes, kind: str) -> None:
    """SourceError where the first bytes belong to another format than the name promises."""
    for signature, what, kinds, remedy in _SIGNATURES:
        if data.startswith(signature) and kind not in kinds:
            raise SourceError(f"the content is {what}, not .{kind}", place="byte 0", remedy=remedy)
    if kind == "txt" and is_web_archive(data):
        raise SourceError(
            "the content is a web archive (MHTML), not .txt", place="byte 0", remedy="name it .mht"
        )
    if kind == "pdf" and b"%PDF-" not in data[:HEAD]:
        raise SourceError("the content is not a PDF file", place="byte 0", remedy="download it again")
    if kind == "docx" and not data.startswith(b"PK"):
        raise SourceError("the content is not a Word file (.docx)", place="byte 0", remedy=_AS_WORD)
    if kind == "xlsx" and not data.startswith(b"PK"):
        raise SourceError("the content is not a spreadsheet (.xlsx)", place="byte 0", remedy=_AS_SHEET)


def is_web_archive(data: bytes) -> bool:
    """Whether a file is a page with its pictures in the form of a mail (MHTML)."""
    return bool(_MHTML.match(data, 0, 4096))
