"""The exports of a study by name, and where each goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from compare.study.codebook.files import BENCHMARKS, codebook_folder, codebook_paths
from compare.study.place import Study, find_study
from compare.study.runs.stale import current, notebook_hashes, page, page_stands, table_hashes, take_keys
from compare.study.runs.state import load_state

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

Export = Callable[["Dataset", Path], list[Path]]


def _workbook(dataset: Dataset, target: Path) -> list[Path]:
    from compare.exports.workbook.book import export_workbook

    return [export_workbook(dataset, target)]


def _figures(dataset: Dataset, target: Path) -> list[Path]:
    from compare.exports.figure_files import export_figures

    return export_figures(dataset, target)


def _word(dataset: Dataset, target: Path) -> list[Path]:
    from compare.exports.word.report import export_word

    return export_word(dataset, target)


def _explorer(dataset: Dataset, target: Path) -> list[Path]:
    from compare.exports.explorer.html_page import export_explorer

    return [export_explorer(dataset, target)]


def _codebook(dataset: Dataset, target: Path) -> list[Path]:
    from compare.exports.codebook_page import export_codebook

    return [export_codebook(dataset, target)]


def _bundle(dataset: Dataset, target: Path) -> list[Path]:
    from compare.exports.bundle import export_bundle

    study = find_study(dataset.folder)
    folder = codebook_folder(study.own_codebook)
    files = {f"{stem}.yaml": path for stem, path in codebook_paths(folder).items()}
    beside = (folder / BENCHMARKS, folder / "README.md", study.corrections)
    extra = {path.name: path for path in beside if path.is_file()}
    return [export_bundle(dataset, target, files | extra, _pages(study))]


def _citations(dataset: Dataset, target: Path) -> list[Path]:
    from compare.exports.citations import export_citations

    return export_citations(dataset, target)


def _paper(dataset: Dataset, target: Path) -> list[Path]:
    from compare.exports.paper import export_paper

    return export_paper(dataset, target)


def _pages(study: Study) -> list[Path]:
    """The pages that a run made of notebooks and tables as they are: no older ones, nobody else's."""
    state = load_state(study.state)
    now = current(study, take_keys(study, ()), table_hashes(study, state.tables))
    return [
        page(study, name)
        for name, own in notebook_hashes(study).items()
        if page_stands(study, name, own, now, state)
    ]


#: Name of an export -> what makes it: ``(dataset, target) -> files written``.
EXPORTS: Mapping[str, Export] = {
    "workbook": _workbook,
    "word": _word,
    "figures": _figures,
    "explorer": _explorer,
    "codebook": _codebook,
}

#: Those and what ``run`` leaves alone: made when asked for.
AVAILABLE: Mapping[str, Export] = {**EXPORTS, "bundle": _bundle, "citations": _citations, "paper": _paper}

_TARGETS = {
    "workbook": "comparison.xlsx",
    "word": "word",
    "figures": "figures",
    "explorer": "explorer.html",
    "codebook": "codebook.html",
    "bundle": "compare-plans.zip",
    "citations": "citations",
    "paper": "paper",
}


def target(study: Study, name: str) -> Path:
    """Where ``run`` and ``export`` put it unless told otherwise."""
    return study.reports / _TARGETS[name]
