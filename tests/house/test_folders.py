"""The folders of the package say what they are for."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "compare"
FOLDERS = sorted(path.parent for path in PACKAGE.rglob("__init__.py") if path.parent != PACKAGE)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to(PACKAGE).as_posix())
def test_a_folder_says_what_comes_in_what_goes_out_and_what_it_may_not_know(folder: Path) -> None:
    """A stranger reads what a folder is for before any of its modules."""
    text = (folder / "__init__.py").read_text(encoding="utf-8")
    words = " ".join((ast.get_docstring(ast.parse(text)) or "").split())
    said = {
        "in": "In: " in words or folder.name == "model",  # nothing comes in: it is what is handed on
        "out": "Out: " in words,
        "not": re.search(r"[Kk]nows? (?:nothing of|no |.* and no )|Reads no |Never ", words) is not None,
    }
    assert {"in": True, "out": True, "not": True} == said


#: Names that modules of several folders have because they are the same for each: what a page, a table or a
#: format has of it.
SHARED = frozenset(
    {
        "build",
        "codebook",
        "coder",
        "corrections",
        "deadlines",
        "departments",
        "document",
        "errors",
        "examples",
        "explain",
        "keyness",
        "matrix",
        "messages",
        "national",
        "pictures",
        "responsibilities",
        "rules",
        "shares",
        "similarity",
        "statements",
        "tables",
        "values",
    }
)


def test_a_new_module_has_a_name_of_its_own() -> None:
    """Who looks for a file by its name finds one, or its like in another room."""
    stems = Counter(path.stem for path in PACKAGE.rglob("*.py") if not path.stem.startswith("__"))
    assert SHARED == {stem for stem, uses in stems.items() if uses > 1}
