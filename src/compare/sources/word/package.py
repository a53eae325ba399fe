"""The parts of a .docx: unpacked with care, found by their relations, of either Open XML dialect.

Word opens files without styles, with relations that lead nowhere, with a main part of another name
and in the strict dialect of ISO/IEC 29500; so does this. What is unsafe or cut off is refused.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import Any

from lxml import etree

from compare.sources.errors import SourceError
from compare.sources.formats import MB

Element = Any  # lxml has no types of its own

MAX_UNPACKED = 400 * MB
MAX_PART = 100 * MB
_MAX_PARTS = 10_000
SAVE_AGAIN = "open it in Word, WPS or LibreOffice and save it as .docx again"
_DTD = tuple(
    mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
)
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# The strict dialect names the same elements in namespaces of its own.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml|drawingml|officeDocument)/(\w+)")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"
_OTHERS = ("xl/workbook.xml", "OFD.xml", "ppt/presentation.xml")


class Package:
    """A checked package. ``body`` is the document's; parts are asked for by the kind of relation."""

    def __init__(self, data: bytes) -> None:
        self._zip = _checked(data)
        self._names = {name.lstrip("/").casefold(): name for name in self._zip.namelist()}
        mains = self._relations("").values()
        main = next((target for kind, target in mains if kind == "officeDocument"), "word/document.xml")
        self._main = main if self._find(main) else "word/document.xml"
        root = self._parsed(self._main)
        self.body = None if root is None else root.find(f"{{{root.nsmap.get(root.prefix)}}}body")
        if self.body is None:
            raise SourceError(
                "not an ordinary Word file, or damaged (no text in it)", place="package", remedy=SAVE_AGAIN
            )
        self._related = self._relations(self._main)

    def related(self, kind: str) -> Element | None:
        """The root element of the part the document relates to as ``kind`` (styles, numbering …)."""
        targets = (target for found, target in self._related.values() if found == kind)
        return next((root for target in targets if (root := self._parsed(target)) is not None), None)

    def part(self, relation: str | None) -> tuple[str, bytes] | None:
        """Name and content of the part behind a relation's id; None where it leads nowhere."""
        name = self._find(self._related.get(relation or "", ("", ""))[1])
        return (name, self._zip.read(name)) if name else None

    def embedded(self) -> tuple[str, ...]:
        """Names of the files packed into the document (sheets, other documents)."""
        return tuple(sorted(name for name in self._zip.namelist() if "/embeddings/" in name))

    def _find(self, name: str) -> str:
        return self._names.get(name.lstrip("/").casefold(), "") if name else ""

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Id -> (kind, name of the part) for what lies inside the package."""
        folder, name = posixpath.split(part)
        root = self._parsed(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in () if root is None else root:
            target = relation.get("Target") if isinstance(relation.tag, str) else None
            if target and relation.get("TargetMode") != "External":
                kind = (relation.get("Type") or "").rpartition("/")[2]
                inside = posixpath.normpath(posixpath.join(f"/{folder}", target))
                found[relation.get("Id") or ""] = (kind, inside.lstrip("/"))
        return found

    def _parsed(self, name: str) -> Element | None:
        name = self._find(name)
        if not name:
            return None
        content = _STRICT.sub(_TRANSITIONAL, self._zip.read(name))
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError:
            raise SourceError(
                "not an ordinary Word file, or damaged (XML)", place=name, remedy=SAVE_AGAIN
            ) from None


def _checked(data: bytes) -> zipfile.ZipFile:
    """Refuses what is no package, is locked, unpacks to too much, or declares entities."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise SourceError(
            "the file is damaged or cut off", place="package", remedy="download it again"
        ) from None
    names = {part.filename for part in parts}
    if not names.isdisjoint(_OTHERS):
        raise SourceError("the content is not a Word file", place="package", remedy="save its text as .docx")
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
            "it declares XML entities, which no Word file does",
            place=part.filename,
            remedy="do not trust the file; download it from the issuing office",
        )
