"""Every figure of the catalogue as files: PNG, SVG, PDF and the rows behind it as CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from compare.exports.archive import write_atomically
from compare.exports.pictures import NONE_KEPT, Pictures
from compare.figures.drawing.chart import Chart
from compare.figures.registry import CATALOGUE
from compare.tables.words.labels import LANGUAGES, Lang

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset


def export_figures(
    dataset: Dataset,
    out_dir: Path,
    pictures: Pictures = NONE_KEPT,
    name: str | None = None,
    languages: Sequence[Lang] = LANGUAGES,
    group: str = "",
) -> list[Path]:
    """Write ``<name>.<zh|en>.<png|svg|pdf|csv>`` for every chart and return the paths.

    ``name``, ``languages`` and the ``group`` of indicators restrict them. The CSV has a byte order mark, so
    that Excel reads it as UTF-8. The same tables give the same bytes. Raises :class:`OSError` where a file
    cannot be written.
    """
    names = [figure.name for figure in CATALOGUE] if name is None else [name]
    groups = [group] if group else None
    return [
        path
        for lang in languages
        for one in names
        for chart in pictures.drawn(
            dataset, page_key(one, lang, group), partial(charts, lang=lang, name=one, groups=groups)
        )
        for path in _write(chart, out_dir, lang, pictures)
    ]


def page_key(name: str, lang: Lang, group: str = "") -> str:
    """What a figure, of all indicators or those of a group, is kept under."""
    return " ".join((name, lang, group))


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
        # Drawn from the rows of one group, its pages read no other row.
        for part in [[one] for one in groups or dataset.labels.groups] if figure.by_group else [groups]:
            tables = {table: of_groups(getattr(dataset, table), dataset, part) for table in figure.tables}
            tables |= {name: answer(dataset) for name, answer in figure.answers}
            yield from figure.draw(tables, dataset.labels, lang)


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
