"""The exports of a study by name, and where each goes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from compare.study.codebook.files import BENCHMARKS, LEARNED, codebook_folder, codebook_paths
from compare.study.errors import StudyError, explain
from compare.study.loading import open_tables, stamp
from compare.study.place import Study, find_study
from compare.study.runs.changed import hashing
from compare.study.runs.changed.stale import (
    Current,
    current,
    notebook_hashes,
    page,
    page_stands,
    table_hashes,
    take_keys,
)
from compare.study.runs.changed.state import load_state
from compare.study.runs.targets import target
from compare.tables.words.labels import LANGUAGES

if TYPE_CHECKING:
    from compare.exports.pictures import Pictures
    from compare.tables.dataset import Dataset
    from compare.tables.words.labels import Lang

#: Pictures of figures that are kept: those of a few versions of a study.
_KEPT = 2000
#: How the names of the parts of the export ``figures`` begin.
FIGURE = "figures/"

Export = Callable[["Dataset", Path], list[Path]]


def _workbook(dataset: Dataset, target: Path) -> list[Path]:
    from compare.exports.workbook.book import export_workbook

    return [export_workbook(dataset, target)]


def _figures(dataset: Dataset, target: Path) -> list[Path]:
    from compare.exports.figure_files import export_figures

    return export_figures(dataset, target, _pictures(dataset))


def _word(dataset: Dataset, target: Path) -> list[Path]:
    from compare.exports.word.report import export_word

    return export_word(dataset, target, _pictures(dataset))


def _pictures(dataset: Dataset) -> Pictures:
    """The pictures kept from one run to the next."""
    study = find_study(dataset.folder)
    return replace(
        _kept_pictures(study.cache / "pictures"), current=_now(study, stamp(study)).parts.__getitem__
    )


@cache
def _kept_pictures(folder: Path) -> Pictures:
    """Those not used for long are forgotten, once in a process."""
    import matplotlib

    from compare.exports.pictures import Pictures
    from compare.figures.drawing.text.fonts import register

    font = hashing.of_file(register().path)
    made_by = hashing.of_parts(hashing.of_code(hashing.SHOWING), matplotlib.__version__, font)
    pictures = Pictures(folder, made_by)
    pictures.forget(but=_KEPT)
    return pictures


@lru_cache(maxsize=1)
def _now(study: Study, stamp: tuple[object, ...]) -> Current:
    """What the parts of the study are as the files are that ``stamp`` tells of."""
    return current(study, take_keys(study, ()), table_hashes(study, load_state(study.state).tables))


def _explorer(dataset: Dataset, target: Path) -> list[Path]:
    from compare.exports.explorer.html_page import export_explorer
    from compare.study.people.explaining import reasons

    return [export_explorer(dataset, target, reasons(find_study(dataset.folder)))]


def _codebook(dataset: Dataset, target: Path) -> list[Path]:
    from compare.exports.codebook_page import export_codebook

    return [export_codebook(dataset, target)]


def _bundle(dataset: Dataset, target: Path) -> list[Path]:
    from compare.exports.bundle import export_bundle

    study = find_study(dataset.folder)
    folder = codebook_folder(study.own_codebook)
    files = {f"{stem}.yaml": path for stem, path in codebook_paths(folder).items()}
    beside = (folder / BENCHMARKS, folder / LEARNED, folder / "README.md", study.corrections)
    extra = {path.name: path for path in beside if path.is_file()}
    return [export_bundle(dataset, target, files | extra, _pages(study))]


def _citations(dataset: Dataset, target: Path) -> list[Path]:
    from compare.exports.citations import export_citations

    return export_citations(dataset, target)


def _paper(dataset: Dataset, target: Path) -> list[Path]:
    from compare.exports.paper import export_paper

    return export_paper(dataset, target)


def _coding_sheet(dataset: Dataset, target: Path) -> list[Path]:
    from compare.exports.workbook.coding_sheet import export_coding_sheet

    return [export_coding_sheet(dataset, target)]


def _pages(study: Study) -> list[Path]:
    """The pages that a run made of notebooks and tables as they are: no older ones, nobody else's."""
    state, now = load_state(study.state), _now(study, stamp(study))
    return [
        page(study, name)
        for name, own in notebook_hashes(study).items()
        if page_stands(study, name, own, now, state)
    ]


#: Name of an export -> what makes it: ``(dataset, target) -> files written``. In the order in which they are
#: made: first what is there in seconds, and the report behind the figures, whose pictures it takes over.
EXPORTS: Mapping[str, Export] = {
    "explorer": _explorer,
    "workbook": _workbook,
    "codebook": _codebook,
    "figures": _figures,
    "word": _word,
}

#: Those and what ``run`` leaves alone: made when asked for.
AVAILABLE: Mapping[str, Export] = {
    **EXPORTS,
    "bundle": _bundle,
    "citations": _citations,
    "paper": _paper,
    "coding-sheet": _coding_sheet,
}

#: The files of a part of an export, and what was read for them.
Part = tuple[list[Path], Collection[str]]


def nothing_kept(part: str) -> Part | None:
    """Of no part it is known that it stands."""


def make(
    study: Study,
    name: str,
    export: Export,
    note: Callable[[str], None],
    workers: int,
    kept: Callable[[str], Part | None] = nothing_kept,
    made: Callable[[str, Part], None] = lambda name, part: None,
) -> list[Path]:
    """Make the export ``name``, figures in so many processes; ``note`` is told what was read.

    Figures are made one by one: ``kept`` gives those that stand, ``made`` is told of the others. Raises what
    goes wrong; a StudyError for what went wrong in another process.
    """
    if export is _figures:
        return _one_by_one(study, note, workers, kept, made)
    return export(open_tables(study, note=note), target(study, name))


@dataclass(frozen=True, slots=True)
class _Drawing:
    """One figure of the catalogue in one language, or its pages about one ``group`` of indicators."""

    root: Path
    figure: str
    lang: Lang
    group: str = ""

    @property
    def part(self) -> str:
        return ".".join(filter(None, (f"{FIGURE}{self.figure}", self.group, self.lang)))


@dataclass(frozen=True, slots=True)
class _Drawn:
    files: list[Path]
    reads: set[str]
    problems: list[str]


def _one_by_one(
    study: Study,
    note: Callable[[str], None],
    workers: int,
    kept: Callable[[str], Part | None],
    made: Callable[[str, Part], None],
) -> list[Path]:
    from compare.figures.registry import CATALOGUE
    from compare.study.runs.processes.workers import each

    groups = tuple(open_tables(study).labels.groups)
    drawings = [
        _Drawing(study.root, figure.name, lang, group)
        for lang in LANGUAGES
        for figure in CATALOGUE
        for group in (groups if figure.by_group else ("",))
    ]
    stand = {drawing: part for drawing in drawings if (part := kept(drawing.part))}
    stale = [drawing for drawing in drawings if drawing not in stand]
    parts: list[Part] = list(stand.values())
    problems: list[str] = []
    for number, done in each(_draw_apart if workers > 1 else _draw, stale, workers):
        drawing = stale[number]
        if done.result is None:
            figure = drawing.part.removeprefix(FIGURE)
            problems.append(f"{figure} could not be drawn ({done.lost}); run again")
        elif done.result.problems:
            problems += done.result.problems
        else:
            parts.append((done.result.files, done.result.reads))
            made(drawing.part, parts[-1])
    if problems:
        raise StudyError(*dict.fromkeys(problems))
    for read in {read for _, reads in parts for read in reads}:
        note(read)
    return sorted(path for files, _ in parts for path in files)


def _draw(drawing: _Drawing) -> _Drawn:
    from compare.exports.figure_files import export_figures

    study, reads = Study(drawing.root), set[str]()
    dataset = open_tables(study, note=reads.add)
    files = export_figures(
        dataset, target(study, "figures"), _pictures(dataset), drawing.figure, (drawing.lang,), drawing.group
    )
    return _Drawn(files, reads, [])


def _draw_apart(drawing: _Drawing) -> _Drawn:
    """In a process of its own: what goes wrong is told in words, as an error may not travel."""
    try:
        return _draw(drawing)
    except (ValueError, LookupError, OSError) as error:
        known = explain(error)
        if known is None:
            raise
        return _Drawn([], set(), known)
