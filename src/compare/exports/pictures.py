"""Charts as pictures, taken from earlier ones where nothing of what they show has changed."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from compare.exports.archive import write_atomically
from compare.figures.drawing.chart import FORMATS, Chart, Format, render
from compare.tables.noting.study_tables import NotedDataset

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

Draw = Callable[["Dataset"], Iterable[Chart]]


@dataclass(frozen=True, slots=True)
class Page:
    """A chart for a report: ``png``, the text ``alt`` that says what is to be seen, and how many ``rows`` of
    the comparison it shows."""

    png: bytes
    alt: str
    rows: int


@dataclass(frozen=True, slots=True)
class _Kept:
    """A page as it is kept: the file of its PNG, and the rest of :class:`Page`."""

    file: str
    alt: str
    rows: int


@dataclass(frozen=True, slots=True)
class Pictures:
    """What charts look like as files. What was drawn before is taken from ``folder``, if there is one.

    A picture is known by its SVG: that is quickly drawn and holds every line and letter with its place, so
    that a chart with the same one has the same PNG and PDF; the SVG by its ``content``, if a chart has one.
    The pages of a figure are known by what was read to draw them: ``current`` gives the hash of each such
    part as it is now. ``made_by`` tells apart what draws them: the code and the font.
    """

    folder: Path | None = None
    made_by: str = ""
    current: Callable[[str], str] | None = None

    def of(self, chart: Chart, formats: Sequence[Format] = FORMATS) -> dict[Format, bytes]:
        svg = self._svg(chart)
        return {fmt: svg if fmt == "svg" else self._of(chart, fmt, svg) for fmt in formats}

    def pages(self, dataset: Dataset, key: str, draw: Draw) -> list[Page]:
        """The charts of ``draw``, which ``key`` names among all that are ever drawn, as pages of a report."""
        kept = self._pages_kept(dataset, key)
        if kept is not None:
            return kept
        drawn = self.drawn(dataset, key, draw)
        return [Page(self.of(chart, ("png",))["png"], chart.caption.alt, _rows(chart)) for chart in drawn]

    def drawn(self, dataset: Dataset, key: str, draw: Draw) -> list[Chart]:
        """The charts of ``draw``, drawn anew; their pages are kept under ``key``."""
        if self.folder is None or self.current is None or not isinstance(dataset, NotedDataset):
            return list(draw(dataset))
        reads: set[str] = set()

        def note(part: str) -> None:
            reads.add(part)
            dataset.note(part)

        drawn = list(draw(NotedDataset(dataset.within, note)))
        pages = []
        for chart in drawn:
            svg = self._svg(chart)
            self._of(chart, "png", svg)
            pages.append(_Kept(self._file("png", svg), chart.caption.alt, _rows(chart)))
        record = {"reads": sorted(reads), "key": self._key(reads), "pages": [asdict(page) for page in pages]}
        with suppress(OSError):
            write_atomically(self._record(self.folder, key), json.dumps(record).encode("utf-8"))
        return drawn

    def smaller(self, png: bytes, make: Callable[[bytes], bytes]) -> bytes:
        """``make(png)``, kept like the others."""
        name = hashlib.sha256(b"\0".join((self.made_by.encode(), png))).hexdigest()
        return self._kept(f"{name}.small.png", lambda: make(png))

    def _pages_kept(self, dataset: Dataset, key: str) -> list[Page] | None:
        if self.folder is None or self.current is None or not isinstance(dataset, NotedDataset):
            return None
        try:
            record = json.loads(self._record(self.folder, key).read_text(encoding="utf-8"))
            if record["key"] != self._key(record["reads"]):
                return None
            pages = [_Kept(**page) for page in record["pages"]]
            found = [Page((self.folder / page.file).read_bytes(), page.alt, page.rows) for page in pages]
        except (OSError, ValueError, KeyError, TypeError):
            return None
        for part in record["reads"]:
            dataset.note(part)
        return found

    def _key(self, reads: Iterable[str]) -> str:
        current = self.current or str
        parts = [self.made_by, *(text for part in sorted(reads) for text in (part, current(part)))]
        return hashlib.sha256(json.dumps(parts).encode("utf-8")).hexdigest()

    def _record(self, folder: Path, key: str) -> Path:
        return folder / f"{hashlib.sha256(key.encode('utf-8')).hexdigest()}.json"

    def _file(self, fmt: Format, shown: bytes) -> str:
        digest = hashlib.sha256(b"\0".join((self.made_by.encode(), fmt.encode(), shown))).hexdigest()
        return f"{digest}.{fmt}"

    def _svg(self, chart: Chart) -> bytes:
        if chart not in _SVGS:
            _SVGS[chart] = (
                self._kept(self._file("svg", chart.content.encode()), lambda: render(chart, "svg"))
                if chart.content
                else render(chart, "svg")
            )
        return _SVGS[chart]

    def _of(self, chart: Chart, fmt: Format, svg: bytes) -> bytes:
        return self._kept(self._file(fmt, svg), lambda: render(chart, fmt))

    def _kept(self, name: str, make: Callable[[], bytes]) -> bytes:
        if self.folder is None:
            return make()
        kept = self.folder / name
        with suppress(OSError):
            data = kept.read_bytes()
            os.utime(kept)  # used: not among those that go first
            return data
        data = make()
        with suppress(OSError):  # a full disk is no reason not to give the picture
            write_atomically(kept, data)
        return data

    def forget(self, but: int) -> None:
        """Keep the ``but`` pictures that were used last."""
        if self.folder is None or not self.folder.is_dir():
            return
        with suppress(OSError):
            by_use = sorted(self.folder.iterdir(), key=lambda path: path.stat().st_mtime_ns, reverse=True)
            for path in by_use[but:]:
                path.unlink()


#: Draws everything anew.
NONE_KEPT = Pictures()


#: The SVG of each chart that is still at hand.
_SVGS: WeakKeyDictionary[Chart, bytes] = WeakKeyDictionary()


def _rows(chart: Chart) -> int:
    return int(chart.data["row_id"].nunique()) if "row_id" in chart.data else 0
