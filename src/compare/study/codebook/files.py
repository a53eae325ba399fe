"""The codebook of a study: which folder, its files, and what is made of them."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.study.errors import StudyError
from compare.study.yamlfiles import read_yaml
from compare.tables.noting.reads import LANGUAGE

if TYPE_CHECKING:
    from compare.coding import Codebook
    from compare.coding.instruments.codebook import MeansBook
    from compare.tables.words.labels import Labels
    from compare.terms.language import Language

_INDICATORS = "indicators"
_WORDING = "wording"
# Lies beside the codebook but is no part of it: an entry concerns one plan of one study.
_CORRECTIONS = "corrections.yaml"
#: The files that instruments and milestones are coded by.
MEANS = ("instruments", "commitment", "agreement")
#: The national targets, beside the YAML files.
BENCHMARKS = "benchmarks.csv"
#: What was learned from coded texts for the indicators of this very codebook (``benchmarks/learn.py``).
LEARNED = "learned.tsv.gz"


def default_codebook() -> Path:
    """The codebook that comes with the package, or lies in the working copy it is imported from."""
    package = Path(str(resources.files("compare")))
    for folder in (package / "_codebook", package.parents[1] / "data" / "codebook"):
        if (folder / _INDICATORS).is_dir():
            return folder
    raise StudyError(
        f"{package}: the codebook is missing from this installation; install compare-plans again"
    )


def codebook_folder(own: Path | None) -> Path:
    """A study's own codebook where it has indicators, else the default."""
    if own is not None and (own / _INDICATORS).is_dir():
        return own
    return default_codebook()


def codebook_paths(folder: Path) -> dict[str, Path]:
    """Every YAML file of a codebook by stem (``units``, ``indicators/beds``).

    A study that keeps its own codebook need not copy the wording, nor what words are counted by: of
    these what it lacks is the default's.
    """
    paths = _yaml_files(folder)
    default = default_codebook()
    if default != folder:
        lent = _yaml_files(default)
        wanted = {stem for stem in lent if _is_wording(stem) or stem in (*LANGUAGE, *MEANS)}
        paths |= {stem: lent[stem] for stem in wanted - paths.keys()}
    return dict(sorted(paths.items()))


def load_files(folder: Path, wording: bool = True) -> dict[str, Any]:
    """The parsed files of a codebook by stem, without the ``wording`` if that is not wanted.

    Raises StudyError for a file that is not YAML.
    """
    return {
        stem: read_yaml(path, f"{folder.name}/{stem}.yaml")
        for stem, path in codebook_paths(folder).items()
        if wording or not _is_wording(stem)
    }


def load_codebook(folder: Path) -> Codebook:
    """Raises StudyError for a file that is not YAML, CodebookError for one that is no codebook."""
    from compare.coding import parse_codebook

    return _with_learned(parse_codebook(load_files(folder, wording=False)), folder)


def _with_learned(codebook: Codebook, folder: Path) -> Codebook:
    """The codebook with its learned weights, if there are any.

    Raises StudyError for a file that cannot be unpacked, CodebookError for one that holds no weights.
    """
    from compare.coding.learned.weights import parse_weights

    path = folder / LEARNED
    if not path.is_file():
        return codebook
    try:
        text = gzip.decompress(path.read_bytes()).decode("utf-8")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError):
        raise StudyError(
            f"{folder.name}/{LEARNED}: damaged; restore it, or take it away and code by rules alone"
        ) from None
    return replace(codebook, learned=parse_weights(text))


def load_language(folder: Path, codebook: Codebook) -> Language:
    """What words are counted by. Raises as :func:`load_codebook` does."""
    from compare.terms.language import parse_language

    paths = codebook_paths(folder)
    files = {stem: read_yaml(paths[stem], f"{folder.name}/{stem}.yaml") for stem in LANGUAGE if stem in paths}
    return parse_language(files, codebook)


def load_means(folder: Path) -> MeansBook:
    """What instruments and milestones are coded by. Raises as :func:`load_codebook` does."""
    from compare.coding.instruments.codebook import parse_means

    paths = codebook_paths(folder)
    files = {stem: read_yaml(paths[stem], f"{folder.name}/{stem}.yaml") for stem in MEANS if stem in paths}
    return parse_means(*map(files.get, MEANS))


def load_labels(folder: Path) -> tuple[Codebook, Labels]:
    """The codebook and what its codes are called, kept while its files are what they are."""
    paths = {**codebook_paths(folder), LEARNED: folder / LEARNED}
    return _labels(folder, tuple(sorted((stem, _content(path)) for stem, path in paths.items())))


def _content(path: Path) -> bytes:
    try:
        return sha256(path.read_bytes()).digest()
    except OSError:
        return b""  # whoever reads it says so


@lru_cache(maxsize=2)
def _labels(folder: Path, _contents: tuple[tuple[str, bytes], ...]) -> tuple[Codebook, Labels]:
    from compare.coding import parse_codebook
    from compare.tables.words.labels import make_labels

    files = load_files(folder)
    codebook = _with_learned(parse_codebook(files), folder)
    return codebook, make_labels(codebook, files)


def _yaml_files(folder: Path) -> dict[str, Path]:
    return {
        path.relative_to(folder).with_suffix("").as_posix(): path
        for pattern in ("*.yaml", "*.yml")
        for path in folder.rglob(pattern)
        if not path.name.startswith((".", "~")) and path.name != _CORRECTIONS
    }


def _is_wording(stem: str) -> bool:
    return stem == _WORDING or stem.startswith(f"{_WORDING}/")
