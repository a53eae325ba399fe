"""The pages of the repository, as tests of them read them."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (
        *sorted(ROOT.glob("*.md")),
        *sorted((ROOT / "docs").glob("*.md")),
        *sorted((ROOT / "data").rglob("*.md")),
    )
}
#: Pages that nobody writes by hand.
RENDERED = ("docs/codebook.md", "docs/tables.md")
WRITTEN = {name: text for name, text in PAGES.items() if name not in RENDERED}


def table(text: str, head: str) -> dict[str, str]:
    """The rows of the table whose first head is ``head``: code in the first cell -> second cell."""
    start = text.index(f"\n| {head} |")
    rows = re.match(r"(?:\|.*\n)+", text[start + 1 :])
    assert rows is not None
    cells = re.findall(r"^\| `(.+?)` \| (.+?) \|", rows[0], flags=re.MULTILINE)
    return dict(cells)
