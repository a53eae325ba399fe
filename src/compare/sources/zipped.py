"""Packages of parts (docx, xlsx): checked before anything in them is unpacked or parsed."""

from __future__ import annotations

import io
import zipfile

from compare.sources.errors import SourceError
from compare.sources.formats import MB

MAX_UNPACKED = 400 * MB
MAX_PART = 100 * MB
_MAX_PARTS = 10_000
_DTD = tuple(
    mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
)


def checked(data: bytes) -> zipfile.ZipFile:
    """Refuses what is no package, is locked, unpacks to too much, or declares entities."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise SourceError(
            "the file is damaged or cut off", place="package", remedy="download it again"
        ) from None
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise SourceError(
            f"it unpacks to more than {MAX_UNPACKED // MB} MB (a zip bomb, or very large pictures)",
            place="package",
            remedy="delete the pictures from a copy and add that",
        )
    for part in parts:
        _check_part(package, part)
    return package


def _check_part(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if part.flag_bits & 1:
        raise SourceError("it has a password", place=part.filename, remedy="save it without one")
    is_xml = part.filename.endswith((".xml", ".rels"))
    if is_xml and part.file_size > MAX_PART:
        raise SourceError(
            f"this part unpacks to more than {MAX_PART // MB} MB (a zip bomb)",
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
            "it declares XML entities, which no Office file does",
            place=part.filename,
            remedy="do not trust the file; download it from the issuing office",
        )
