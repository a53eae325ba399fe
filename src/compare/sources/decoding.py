"""Bytes of a text file -> one string.

Order: byte order mark, strict UTF-8, UTF-16 told by its zero bytes, strict GB18030 (which holds
GBK and GB2312) weighed against Big5, and what charset-normalizer finds. Nearly every Big5 file
is also valid GB18030, so validity alone does not decide: the reading whose Chinese characters
are the common ones does.

Newlines: CRLF and CR become LF, as in any text file Python opens. A byte order mark is dropped.
Nothing else changes: the result is the text that all offsets count in.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from compare.model import Furniture
from compare.sources.errors import SourceError

# UTF-32 before UTF-16: its little-endian mark starts with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAVE_AGAIN = "save it as UTF-8 in an editor, or download it again"
_NEWLINE = re.compile("\r\n?")
# C0 controls that are not white space, and DEL: printers and databases leave them behind.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]+")
_DAMAGE = re.compile("�+")
_NOT_ASCII = re.compile("[^\x00-\x7f]+")
#: A text is given up when more than this share of its characters is undecodable or control.
MAX_NOISE = 0.01
_SAMPLE = 200_000
#: Where the text cannot be looked for by its bytes: scripts of a page may come first.
_LARGE_SAMPLE = 1_000_000
_HIGH = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and the spans that could not be decoded."""

    text: str
    encoding: str
    damage: tuple[Furniture, ...] = ()


def decode(data: bytes, declared: str = "") -> Decoded:
    """Decode ``data``; ``declared`` is an encoding the file itself names, a hint and no more.

    A few undecodable bytes become U+FFFD and are reported as ``damage``; more than
    ``MAX_NOISE`` of them, or of control characters, raise SourceError.
    """
    encoding, body = _encoding(data, declared)
    text = _NEWLINE.sub("\n", body.decode(encoding, errors="replace"))
    found = noise(text)
    if sum(span.end - span.start for span in found) > max(MAX_NOISE * len(text), 1):
        raise SourceError(
            "the content is binary, or damaged text",
            place=f"line {text.count(chr(10), 0, found[0].start) + 1}",
            remedy=_SAVE_AGAIN,
        )
    return Decoded(text, encoding, found)


def noise(text: str) -> tuple[Furniture, ...]:
    """Where ``text`` holds characters that could not be decoded, or control characters."""
    damage = [Furniture(m.start(), m.end(), "undecodable bytes") for m in _DAMAGE.finditer(text)]
    control = [Furniture(m.start(), m.end(), "control characters") for m in _CONTROL.finditer(text)]
    return tuple(sorted((*damage, *control), key=lambda span: span.start))


def _encoding(data: bytes, declared: str) -> tuple[str, bytes]:
    """The encoding, and the bytes without a byte order mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    if b"\x00" in data:
        return _with_zeros(data), data
    if _is_valid(data, "utf-8"):
        return "utf-8", data
    candidates = ["gb18030", "big5hkscs"]
    if "big5" in declared.lower():
        candidates.reverse()
    # A page may begin with hundreds of kilobytes of script: look where the text is.
    first = _HIGH.search(data)
    begin = first.start() if first else 0
    sample = data[begin : begin + _SAMPLE]
    valid = [name for name in candidates if _is_valid(data, name)]
    # max() keeps the first of equals: the declared one, or GB18030.
    best = max(valid, key=lambda name: _familiarity(sample, name), default="")
    if best and _familiarity(sample, best) >= 0.7:
        return best, data
    damaged = max(("utf-8", *candidates), key=lambda name: _familiarity(sample, name))
    if _familiarity(sample, damaged) >= 0.8:
        return damaged, data
    return _detected(sample, best), data


def _is_valid(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _with_zeros(data: bytes) -> str:
    """UTF-16 without a mark: zero bytes are halves of digits, line ends and 一 (U+4E00).

    Read with the halves exchanged, hardly a character is one that Chinese uses; nor in a binary file.
    """
    encodings = ("utf-16-le", "utf-16-be")
    best = max(encodings, key=lambda name: _familiarity(data[:_LARGE_SAMPLE], name))
    if _familiarity(data[:_LARGE_SAMPLE], best) >= 0.7 and _is_valid(data, best):
        return best
    raise SourceError(
        "the content is binary, not text",
        place=f"byte {data.index(0)}",
        remedy="check that this is the plan, and save it as .txt (UTF-8), .html, .docx or .pdf",
    )


@lru_cache(maxsize=1)
def _familiar() -> frozenset[str]:
    """Common Chinese characters, marks and lines: level 1 of GB 2312 (3755) and of Big5 (5401)."""
    rows = (*range(0xA1, 0xA4), 0xA9, *range(0xB0, 0xD8))
    gb = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    trail = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    big = (bytes((row, cell)) for row in range(0xA4, 0xC7) for cell in trail)
    known = {pair.decode("gb2312", "ignore") for pair in gb} | {pair.decode("big5", "ignore") for pair in big}
    return frozenset(known - {""})


def _familiarity(sample: bytes, encoding: str) -> float:
    """Share of the characters outside ASCII that are common in Chinese; 0 if there are none."""
    counts = Counter("".join(_NOT_ASCII.findall(sample.decode(encoding, errors="replace"))))
    total = counts.total()
    familiar = _familiar()
    return sum(n for c, n in counts.items() if c in familiar) / total if total else 0.0


def _detected(sample: bytes, fallback: str) -> str:
    from charset_normalizer import from_bytes

    match = from_bytes(sample).best()
    if match is not None:
        return match.encoding
    if fallback:
        return fallback
    raise SourceError("the encoding cannot be told", place="byte 0", remedy=_SAVE_AGAIN)
