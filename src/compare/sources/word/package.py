"""The parts of a .docx: unpacked with care, found by their relations, of either Open XML dialect.

Word opens files without styles, with relations that lead nowhere, with a main part of another name
and in the strict dialect of ISO/IEC 29500; so does this. What is unsafe or cut off is refused.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from compare.sources.errors import SourceError
from compare.sources.zipped import checked

Element = Any  # lxml has no types of its own

SAVE_AGAIN = "open it in Word, WPS or LibreOffice and save it as .docx again"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# The strict dialect names the same elements in namespaces of its own.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml|drawingml|officeDocument)/(\w+)")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"
_OTHERS = ("xl/workbook.xml", "ofd.xml", "ppt/presentation.xml")


class Package:
    """A checked package. ``body`` is the document's; parts are asked for by the kind of relation."""

    def __init__(self, data: bytes) -> None:
        self._zip = checked(data)
        self._names = {name.lstrip("/").casefold(): name for name in self._zip.namelist()}
        if not self._names.keys().isdisjoint(_OTHERS):
            raise SourceError(
                "the content is not a Word file", place="package", remedy="give it its own ending, as .xlsx"
            )
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
        return next(self.all_related(kind), None)

    def all_related(self, kind: str) -> Iterator[Element]:
        """The root elements of all parts of a ``kind`` (header, footer), in the order they are named."""
        targets = (target for found, target in self._related.values() if found == kind)
        return (root for target in targets if (root := self._parsed(target)) is not None)

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
