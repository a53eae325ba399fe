"""The tour that is tracked: ten pictures, all there, none left over, and small."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.tour import STOPS, tour_page

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_is_what_the_command_writes() -> None:
    """Whoever changes a stop runs the command; each picture is there and none is left over."""
    text = (DOCS / "tour.md").read_text(encoding="utf-8")
    assert tour_page() == text
    shown = re.findall(r"\]\((tour/[\w.-]+\.png)\)", text)
    assert shown == sorted(f"tour/{path.name}" for path in (DOCS / "tour").iterdir())
    assert 10 == len(STOPS) == len(shown)


def test_the_pictures_are_small() -> None:
    """They are tracked: less than 600 kB in all."""
    assert 600_000 > sum(path.stat().st_size for path in (DOCS / "tour").iterdir())
