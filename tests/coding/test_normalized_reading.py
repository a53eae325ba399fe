"""What a value is coded as hangs on no line end, blank, mark or script inside its sentence."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from tests.support.rewritings import (
    Rewriting,
    bold,
    bracketed,
    changed_by,
    full_width,
    quoted,
    spread,
    traditional,
    wrapped,
)

from compare.coding import Codebook, code
from compare.model import Document
from compare.reading import read
from compare.sources.plaintext import read_md, read_txt

_WIDTHS = (23, 28, 33, 36, 40)
#: A line that ends behind the colon of a ratio, a semicolon or a full stop may end its paragraph too.
_MAY_END = (":", "：", ";", "；", "。")


def coded(document: Document, codebook: Codebook) -> list[tuple[object, ...]]:
    return [
        (one.indicator, one.scope, one.statement.kind, one.statement.value_low, one.statement.unit)
        for one in code("p", read(document, codebook.lexicon), codebook)
    ]


def differences(
    pairs: list[tuple[str, str]], load: Callable[[bytes], Document], codebook: Codebook
) -> dict[str, object]:
    found = {}
    for text, new in pairs:
        one, other = (coded(load(said.encode()), codebook) for said in (text, new))
        if one != other:
            found[new] = (one, other)
    return found


@pytest.mark.parametrize(
    "rewrite", [spread, full_width, traditional, quoted("「", "」"), quoted('"', '"'), bracketed("〔", "〕")]
)
def test_how_it_is_written_changes_no_code(rewrite: Rewriting, real_codebook: Codebook) -> None:
    """Indicator, scope and kind are those of the usual writing."""
    assert {} == differences(
        changed_by(rewrite, 150), lambda said: Document(said.decode(), "txt"), real_codebook
    )


@pytest.mark.parametrize("width", _WIDTHS)
@pytest.mark.parametrize("indent", ["", "\u3000\u3000"])
def test_lines_ended_by_width_change_no_code(width: int, indent: str, real_codebook: Codebook) -> None:
    """A line end in the middle of a noun parts it for nobody."""
    rewrite = wrapped(width, indent)
    pairs = changed_by(
        rewrite, 80, lambda text: len(text) > width and not any(mark in text[:-1] for mark in _MAY_END)
    )
    # 5|0、100元 cut in two looks like an item of a list
    whole = [(text, new) for text, new in pairs if not re.search(r"\n\s*[0-9]+、", new)]
    assert {} == differences(whole, read_txt, real_codebook)


def test_bold_values_change_no_code(real_codebook: Codebook) -> None:
    """**60%** in Markdown is 60%."""
    assert {} == differences(changed_by(bold, 200), read_md, real_codebook)
