"""Everything of a study in one zip file: tables, codebook, figures, pages, how to read and cite them."""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import yaml

from compare.exports.archive import pack, write_atomically
from compare.exports.figure_files import charts, csv_bytes
from compare.exports.rows.references import cff_reference, csl_item
from compare.exports.words import Words
from compare.figures.drawing.chart import FORMATS, render
from compare.tables.storage.datapackage import NAME as DATAPACKAGE
from compare.tables.storage.datapackage import File, datapackage
from compare.tables.storage.frames import records
from compare.tables.storage.io import csv_text
from compare.tables.storage.schemas import schemas
from compare.tables.words.labels import LANGUAGES

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

Member = tuple[str, bytes]


def export_bundle(
    dataset: Dataset, path: Path, codebook: Mapping[str, Path] | None = None, pages: Iterable[Path] = ()
) -> Path:
    """Write the bundle to ``path``, a zip file with the same bytes on every rerun, and return it.

    ``tables/`` are CSV in UTF-8 with ``datapackage.json``, ``tables-excel/`` the same with a byte
    order mark and guarded formulas, ``tables-parquet/`` the same as Parquet if pyarrow is
    installed; ``codebook/`` are the files of ``codebook`` by the name they get there, ``figures/``
    every figure in both languages, ``notebooks/`` the ``pages``; ``README.md`` and
    ``CITATION.cff`` say what is what and how to cite it. Raises :class:`OSError`.
    """
    members = dict(_members(dataset, codebook or {}, pages))
    readme = _readme(Words(dataset.labels), members)
    front = {"README.md": readme.encode("utf-8"), "CITATION.cff": _citation(dataset)}
    return write_atomically(path, pack([*front.items(), *sorted(members.items())]))


def _members(dataset: Dataset, codebook: Mapping[str, Path], pages: Iterable[Path]) -> Iterator[Member]:
    tables = {name: getattr(dataset, name) for name in schemas()}
    yield from _tables(tables)
    for name, frame in (*tables.items(), ("benchmarks", dataset.benchmarks), ("national", dataset.national)):
        yield f"tables-excel/{name}.csv", csv_bytes(frame)
        if importlib.util.find_spec("pyarrow"):
            yield f"tables-parquet/{name}.parquet", _parquet(frame)
    for name, source in codebook.items():
        yield f"codebook/{name}", source.read_bytes()
    for lang in LANGUAGES:
        for chart in charts(dataset, lang):
            stem = f"figures/{chart.name}.{lang}"
            yield f"{stem}.csv", csv_bytes(chart.data)
            yield from ((f"{stem}.{fmt}", render(chart, fmt)) for fmt in FORMATS)
    for page in pages:
        yield f"notebooks/{page.name}", page.read_bytes()


def _tables(tables: Mapping[str, pd.DataFrame]) -> Iterator[Member]:
    """The tables as they are in ``data/processed``, and the descriptor that fits them."""
    described = {}
    for name, frame in tables.items():
        data = csv_text(frame, schemas()[name]).encode("utf-8")
        described[name] = [File.of_bytes(f"{name}.csv", data)]
        yield f"tables/{name}.csv", data
    yield f"tables/{DATAPACKAGE}", datapackage(described).encode("utf-8")


def _parquet(frame: pd.DataFrame) -> bytes:
    buffer = io.BytesIO()
    frame.to_parquet(buffer, engine="pyarrow", index=False)
    return buffer.getvalue()


def _readme(words: Words, members: Mapping[str, bytes]) -> str:
    """What is in the folders of the bundle, in both languages."""
    lines = [f"# {words.pair('readme.title')}", ""]
    for lang in LANGUAGES:
        lines += [words.one("bundle.intro", lang, version=version("compare-plans")), ""]
        present = dict.fromkeys(name.split("/")[0] for name in members)
        lines += [f"- `{folder}/` {words.one(f'bundle.{folder}', lang)}" for folder in sorted(present)]
        lines += ["", words.one("bundle.reading", lang), "", words.one("bundle.cite", lang), ""]
    return "\n".join(lines)


def _citation(dataset: Dataset) -> bytes:
    """The bundle as a reference (Citation File Format 1.2.0): version, and each plan with its hash."""
    words = Words(dataset.labels)
    described = {
        "cff-version": "1.2.0",
        "message": words.pair("bundle.cite"),
        "type": "dataset",
        "title": words.pair("readme.title"),
        "authors": [{"name": "The compare-plans developers"}],
        "version": version("compare-plans"),
        "references": [cff_reference(csl_item(plan, words)) for plan in records(dataset.plans)],
    }
    return yaml.safe_dump(described, allow_unicode=True, sort_keys=False, width=110).encode("utf-8")
