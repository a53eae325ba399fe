"""A file of twice the size takes twice the steps, whatever it is made of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.support.documents import as_docx, as_html, as_pdf, as_txt
from tests.support.features.sheet import HEAD, xlsx
from tests.support.steps import steps

from compare.sources import read_bytes

SENTENCE = "到2025年，全市新增养老床位1,200张，护理型床位占比不低于55%。"


def _rows(size: int) -> list[list[str]]:
    return [["县", "床位（张）"], *([f"第{n}县", str(7 * n)] for n in range(size))]


def _web(body: str) -> bytes:
    return f"<html><meta charset='utf-8'><body><h1>实施方案</h1>{body}</body></html>".encode()


#: What a file is made of -> its format, and the file with so many of it.
KINDS: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "lines of text": ("txt", lambda n: as_txt([SENTENCE] * n)),
    "one long line": ("txt", lambda n: as_txt([SENTENCE * n])),
    "lines cut by width": ("txt", lambda n: "\n".join([SENTENCE[:20], SENTENCE[20:]] * n).encode()),
    "paragraphs of a page": ("html", lambda n: as_html([SENTENCE] * n)),
    "rows of a table of a page": ("html", lambda n: as_html([SENTENCE, _rows(n)])),
    "tables of a page": ("html", lambda n: as_html([SENTENCE, _rows(2)] * n)),
    "items of a list": ("html", lambda n: _web(f"<ol>{f'<li>{SENTENCE}</li>' * n}</ol>")),
    "lists in lists": ("html", lambda n: _web(f"<ul><li>{SENTENCE}<ul><li>甲</li></ul></li></ul>" * n)),
    "hidden text": ("html", lambda n: _web(f"<p>{SENTENCE}<span style='display:none'>9</span></p>" * n)),
    "columns joined over rows": (
        "html",
        lambda n: _web(f"<table>{'<tr><td rowspan=2>县</td><td>5</td></tr><tr><td>6</td></tr>' * n}</table>"),
    ),
    "paragraphs of Word": ("docx", lambda n: as_docx([SENTENCE] * n)),
    "rows of a table of Word": ("docx", lambda n: as_docx([SENTENCE, _rows(n), SENTENCE])),
    "pages of a PDF": ("pdf", lambda n: as_pdf([SENTENCE * 8] * n)),
    "rows of a table of a PDF": ("pdf", lambda n: as_pdf([SENTENCE, _rows(n)])),
    "rows of a sheet": ("xlsx", lambda n: xlsx([HEAD, *([f"指标{k}（张）", k] for k in range(n))])()),
}


@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_file_takes_twice_the_steps(kind: str) -> None:
    """Nothing is looked for again from the beginning for each line, row, item or page."""
    form, made = KINDS[kind]
    short, long = made(20), made(40)
    read_bytes(short, f"plan.{form}")  # what is set up once is not counted
    once = steps(lambda: read_bytes(short, f"plan.{form}"))
    assert steps(lambda: read_bytes(long, f"plan.{form}")) <= 2.1 * once + 200
