"""Where the parts of a study are."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from compare.study.errors import StudyError


@dataclass(frozen=True, slots=True)
class Study:
    """A study's folder. ``root`` is absolute."""

    root: Path

    @property
    def raw(self) -> Path:
        return self.root / "data" / "raw"

    @property
    def register(self) -> Path:
        return self.raw / "plans.yaml"

    @property
    def own_codebook(self) -> Path:
        return self.root / "data" / "codebook"

    @property
    def corrections(self) -> Path:
        """What reviewers decided: of this study alone, whatever codebook it uses."""
        return self.own_codebook / "corrections.yaml"

    @property
    def agreement(self) -> Path:
        """How far a second person's coding agrees: results worth keeping, but no input of ``run``."""
        return self.root / "data" / "agreement"

    @property
    def context(self) -> Path:
        """Figures about regions from elsewhere, if a researcher put any there."""
        return self.root / "data" / "context"

    @property
    def processed(self) -> Path:
        return self.root / "data" / "processed"

    @property
    def notebooks(self) -> Path:
        return self.root / "notebooks"

    @property
    def reports(self) -> Path:
        return self.root / "reports"

    @property
    def pages(self) -> Path:
        """The executed notebooks."""
        return self.reports / "notebooks"

    @property
    def state(self) -> Path:
        """What the last run left behind. In ``reports``: whoever deletes results has them made anew."""
        return self.reports / ".state" / "run.json"

    @property
    def last_changes(self) -> Path:
        """What the last run that changed tables changed in them."""
        return self.reports / ".state" / "changes.csv"

    @property
    def cache(self) -> Path:
        """What libraries keep to be faster next time."""
        return self.reports / ".state" / "cache"

    def show(self, path: Path) -> str:
        """A path as the user knows it: from the study's folder, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)


def find_study(path: str | os.PathLike[str] | None = None) -> Study:
    """The study at ``path``, or the nearest above it; without it from the current folder upwards.

    A study is a folder that holds ``data/raw`` or ``data/processed``. Raises StudyError.
    """
    start = Path(path if path is not None else ".")
    if not start.is_dir():
        raise StudyError(f"{start}: this is not a folder; name the folder that holds data/raw")
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / "data" / "raw").is_dir() or (folder / "data" / "processed").is_dir():
            return Study(folder)
    raise StudyError(
        f"{start}: no study here or above; make the folder data/raw, put the plans in it, "
        "and run 'compare-plans run' beside it"
    )
