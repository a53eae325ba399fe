"""Files in data/raw that are no plans, and how each is made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
from docx.oxml.ns import nsdecls
from tests.support.bad_inputs.studies import LONG, TEXT
from tests.support.documents import HEIGHT, LEFT, WIDTH, as_pdf, pdf_of, text_at

from compare.sources.formats import MB

Make = Callable[[Path], object]


def _bytes(data: bytes) -> Make:
    return lambda path: path.write_bytes(data)


def _of_size(size: int) -> Make:
    """A file of that size that takes no room on the disk."""

    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    return make


def _word(text: str = "床位80张") -> bytes:
    word = docx.Document()
    if text:
        word.add_paragraph(text)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _repacked(changed: Mapping[str, bytes]) -> bytes:
    """A Word file with these parts put in, or in the place of its own."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_word())) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        parts = {name: old.read(name) for name in old.namelist()} | dict(changed)
        for name, content in parts.items():
            new.writestr(name, content)
    return file.getvalue()


def _bomb(path: Path) -> None:
    path.write_bytes(_repacked({"word/bomb.xml": b" " * (101 * MB)}))


def _entities() -> bytes:
    body = "<w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body>"
    text = (
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
        f"<w:document {nsdecls('w')}>{body}</w:document>"
    )
    return _repacked({"word/document.xml": text.encode()})


def _scan() -> bytes:
    image = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        b" /Length 1 >>\nstream\n\0\nendstream"
    )
    picture = f"q {WIDTH:g} 0 0 {HEIGHT:g} 0 0 cm /I Do Q\n".encode()
    return pdf_of([picture, picture], resources="/XObject << /I 6 0 R >>", objects=[image])


def _without_font() -> bytes:
    """Every character is the font's sign for one that it lacks, and has the name of the first."""
    return pdf_of([b"".join(text_at(LEFT, 150 + 30 * n, "内" * 18 + "2025") for n in range(10))])


def _locked() -> bytes:
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'00' * 32}> /U <{'11' * 32}> /P -4 >>"
    return pdf_of([text_at(LEFT, 200, LONG[:20])], trailer=f"{lock} /ID [<00> <00>]")


def _broken_page() -> bytes:
    data = bytearray(pdf_of([b"".join(text_at(LEFT, 150 + 30 * n, LONG[n : n + 20]) for n in range(15))]))
    data[data.rindex(b"stream\n", 0, data.rindex(b"endstream")) + 60] ^= 0xFF
    return bytes(data)


def _link(path: Path) -> None:
    outside = path.parents[2] / "elsewhere.txt"
    outside.write_text(LONG, encoding="utf-8")
    path.symlink_to(outside)


_WEB_ARCHIVE = b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related\n"


#: What it is -> (name of the file in data/raw, what writes it).
FILES: Mapping[str, tuple[str, Make]] = {
    "an empty file": ("empty.txt", _bytes(b"")),
    "a file of blanks": ("blank.txt", _bytes(b" \n\n")),
    "a web page without text": ("frame.html", _bytes(b"<html><body><iframe src='x'></iframe></body></html>")),
    "a program or other binary file": ("binary.txt", _bytes(bytes(range(256)) * 4)),
    "text with many damaged characters": ("damaged.txt", _bytes(("床位\ufffd张\n" * 20).encode())),
    "a PDF that is named .txt": ("renamed.txt", _bytes(as_pdf([LONG]))),
    "a web page that is named .pdf": ("page.pdf", _bytes(b"<html><body>404</body></html>")),
    "a web page that is named .docx": ("page.docx", _bytes(b"<html><body>404</body></html>")),
    "a picture that is named .pdf": ("photo.pdf", _bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))),
    "an old Word file, or one with a password, named .docx": (
        "old.docx",
        _bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)),
    ),
    "a web archive that is named .txt": ("saved.txt", _bytes(_WEB_ARCHIVE)),
    "a PDF that was not downloaded to its end": ("half.pdf", _bytes(as_pdf([LONG * 4])[:2000])),
    "a PDF with a password": ("locked.pdf", _bytes(_locked())),
    "a PDF of scanned pages": ("scan.pdf", _bytes(_scan())),
    "a PDF made without a Chinese font": ("glyphs.pdf", _bytes(_without_font())),
    "a PDF that is damaged inside": ("broken.pdf", _bytes(_broken_page())),
    "a PDF without pages that can be found": (
        "noise.pdf",
        _bytes(b"%PDF-1.4\n" + b"noise " * 100 + b"\n%%EOF"),
    ),
    "a Word file that was not downloaded to its end": ("half.docx", _bytes(_word(LONG)[:5000])),
    "a Word file without text": ("pictures.docx", _bytes(_word(""))),
    "a spreadsheet that is named .docx": ("sheet.docx", _bytes(_repacked({"xl/workbook.xml": b"<x/>"}))),
    "a Word file that unpacks to an enormous size (zip bomb)": ("bomb.docx", _bomb),
    "a Word file that would read other files (external entities)": ("entities.docx", _bytes(_entities())),
    "a text of 200 MB": ("large.txt", _of_size(200 * MB)),
    "a name without an ending": ("plan", _bytes(TEXT.encode())),
    "an ending nobody knows": ("plan.bin", _bytes(TEXT.encode())),
    "a name with control characters": ("plan\x1b[2J.txt", _bytes(TEXT.encode())),
    "a link that leads out of the folder": ("link.txt", _link),
    "the same file under another name": ("copy.txt", _bytes(TEXT.encode())),
}
