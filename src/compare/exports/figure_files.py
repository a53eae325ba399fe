"""Every figure of the catalogue as files: PNG, SVG, PDF and the rows behind it as CSV."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from compare.exports.archive import write_atomically
from compare.figures.drawing.chart import FORMATS, Chart, Format, render
from compare.figures.registry import CATALOGUE
from compare.tables.labels import Lang

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

LANGUAGES: tuple[Lang, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Pictures:
    """What charts look like as files. What was drawn before is taken from ``folder``, if there is one.

    A picture is known by its SVG: that is quickly drawn and holds every line and letter with its place, so
    that a chart with the same one has the same PNG and PDF. ``made_by`` tells apart what draws them: the
    code and the font.
    """

    folder: Path | None = None
    made_by: str = ""

    def of(self, chart: Chart, formats: Sequence[Format] = FORMATS) -> dict[Format, bytes]:
        svg = render(chart, "svg")
        return {fmt: svg if fmt == "svg" else self._of(chart, fmt, svg) for fmt in formats}

    def _of(self, chart: Chart, fmt: Format, svg: bytes) -> bytes:
        if self.folder is None:
            return render(chart, fmt)
        digest = hashlib.sha256(b"\0".join((self.made_by.encode(), fmt.encode(), svg))).hexdigest()
        kept = self.folder / f"{digest}.{fmt}"
        with suppress(OSError):
            data = kept.read_bytes()
            os.utime(kept)  # used: not among those that go first
            return data
        data = render(chart, fmt)
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


def export_figures(
    dataset: Dataset,
    out_dir: Path,
    pictures: Pictures = NONE_KEPT,
    name: str | None = None,
    languages: Sequence[Lang] = LANGUAGES,
) -> list[Path]:
    """Write ``<name>.<zh|en>.<png|svg|pdf|csv>`` for every chart and return the paths.

    ``name`` and ``languages`` restrict them. The CSV has a byte order mark, so that Excel reads it as
    UTF-8. The same tables give the same bytes. Raises :class:`OSError` where a file cannot be written.
    """
    return [
        path
        for lang in languages
        for chart in charts(dataset, lang, name)
        for path in _write(chart, out_dir, lang, pictures)
    ]


def charts(
    dataset: Dataset, lang: Lang, name: str | None = None, groups: Sequence[str] | None = None
) -> Iterator[Chart]:
    """The charts of the catalogue, or those of the figure ``name``, of the indicators of ``groups``.

    Raises :class:`LookupError` for a figure that is not in the catalogue.
    """
    chosen = [figure for figure in CATALOGUE if name in (None, figure.name)]
    if not chosen:
        known = ", ".join(figure.name for figure in CATALOGUE)
        raise LookupError(f"no figure {name!r}; there are {known}")
    for figure in chosen:
        tables = {table: of_groups(_table(dataset, table), dataset, groups) for table in figure.tables}
        yield from figure.draw(tables, dataset.labels, lang)


def _table(dataset: Dataset, name: str) -> pd.DataFrame:
    return dataset.plans_shown if name == "plans" else getattr(dataset, name)


def of_groups(frame: pd.DataFrame, dataset: Dataset, groups: Sequence[str] | None) -> pd.DataFrame:
    """The rows about indicators of ``groups``; a table without indicators is left whole."""
    if groups is None or "indicator" not in frame:
        return frame
    return frame[frame["indicator"].map(dataset.labels.group_of).isin(list(groups))]


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """``frame`` as a CSV that Excel opens rightly: UTF-8 with a mark, no text taken for a formula."""
    texts = frame.select_dtypes(include=["object", "str"]).columns
    guarded = frame.assign(**{str(name): frame[name].map(_guarded) for name in texts})
    return guarded.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


def _guarded(value: object) -> object:
    """Text that Excel would calculate gets an apostrophe in front (OWASP, CSV injection)."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@")) else value


def _write(chart: Chart, out_dir: Path, lang: Lang, pictures: Pictures) -> list[Path]:
    stem = f"{chart.name}.{lang}"
    files = pictures.of(chart)
    written = [write_atomically(out_dir / f"{stem}.{fmt}", data) for fmt, data in files.items()]
    return [*written, write_atomically(out_dir / f"{stem}.csv", csv_bytes(chart.data))]
