"""Files of the codebook that hold no entries are named, with what is expected of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from compare.coding import CodebookError, parse_codebook


@pytest.mark.parametrize(
    "content", [{"id": "beds"}, ["id of beds"], [{"label": "Beds"}], [{"id": "beds"}, "id"]]
)
@pytest.mark.parametrize("stem", ["groups", "scopes", "departments"])
def test_a_file_is_a_list_of_entries_with_an_id(
    stem: str, content: object, codebook_files: Mapping[str, Any]
) -> None:
    """A mapping, words and entries without an id are none, wherever in the list they stand."""
    with pytest.raises(CodebookError, match=rf"{stem}\.yaml: a list of entries with an id is expected"):
        parse_codebook({**codebook_files, stem: content})
