"""The contact sheet that is tracked: complete, and small."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.gallery import QUESTIONS

from compare.figures.registry import CATALOGUE

DOCS = Path(__file__).parents[2] / "docs"


def test_every_figure_is_on_the_sheet_in_both_languages() -> None:
    """A new figure is not forgotten; each picture is there and none is left over."""
    shown = re.findall(r"\]\((gallery/[\w.-]+\.png)\)", (DOCS / "gallery.md").read_text(encoding="utf-8"))
    # Figures of regions need data/context, which this repository does not ship.
    drawn = [figure.name for figure in CATALOGUE if "beside_regions" not in figure.tables]
    wanted = [f"gallery/{name}.{lang}.png" for name in drawn for lang in ("zh", "en")]
    assert wanted == shown
    assert sorted(wanted) == sorted(f"gallery/{path.name}" for path in (DOCS / "gallery").iterdir())


def test_every_figure_answers_a_question() -> None:
    """The list of figures says what each is for."""
    assert {figure.name for figure in CATALOGUE} == set(QUESTIONS)


def test_the_sheet_is_small() -> None:
    """It is tracked: less than 400 kB in all."""
    assert 400_000 > sum(path.stat().st_size for path in (DOCS / "gallery").iterdir())
