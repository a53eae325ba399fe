"""The comparison as one HTML page: a grid in which every value opens its sentence in its plan.

The page needs no network and no server. Its template, styles and scripts lie in ``page``;
they are put into the page together with the data, so that one file is all there is to keep or send.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from compare.exports.archive import write_atomically
from compare.exports.explorer.packing import packed
from compare.exports.explorer.page_data import NO_REASONS, Reasons, explorer_data

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

_FOLDER = "page"
#: In the order in which the page reads them.
STYLES = ("base.css", "controls.css", "grid.css", "panel.css", "screens.css", "narrow.css", "print.css")
SCRIPTS = (
    "core.js",
    "text.js",
    "cells.js",
    "filters.js",
    "controls.js",
    "grid.js",
    "cite.js",
    "statement.js",
    "means.js",
    "views.js",
    "panel.js",
    "findings.js",
    "search.js",
    "two.js",
    "tasks.js",
    "address.js",
    "paper.js",
    "download.js",
    "main.js",
)


def export_explorer(dataset: Dataset, path: Path, why: Reasons = NO_REASONS) -> Path:
    """Write the explorer of ``dataset`` to ``path`` (``.html``) and return it.

    ``why`` has, for each statement, the lines that say why it was read and coded as it was.

    Raises :class:`compare.sources.SourceError` where a source is gone or is no longer what was
    read, :class:`OSError` where the file cannot be written.
    """
    return write_atomically(path, explorer_bytes(dataset, why))


def explorer_bytes(dataset: Dataset, why: Reasons = NO_REASONS) -> bytes:
    """The page as UTF-8; it depends on ``dataset``, ``why`` and the version of this package only."""
    return page_bytes(explorer_data(dataset, why))


def page_bytes(data: Mapping[str, Any]) -> bytes:
    """The page that shows ``data``, as made by :func:`compare.exports.explorer.page_data.explorer_data`."""
    style = "\n".join(map(_part, STYLES))
    # One scope for all files, which keeps their names out of the browser's own.
    script = "(() => {\n'use strict';\n" + "\n".join(map(_part, SCRIPTS)) + "\n})();"
    environment = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    page = environment.from_string(_part("page.html.j2")).render(
        words=data["words"],
        policy=_policy(script, style),
        style=Markup(style),
        script=Markup(script),
        data=Markup(json_for_html(packed(data))),
    )
    return page.encode("utf-8")


def json_for_html(data: Any) -> str:
    """JSON that can stand inside ``<script>``: no ``<`` is left that could end it or open a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _policy(script: str, style: str) -> str:
    """What the browser is to allow: this very script and style, nothing from anywhere else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_fingerprint(script)}",
            f"style-src {_fingerprint(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
        )
    )


def _fingerprint(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _part(name: str) -> str:
    """A file of the page. Line ends are those of git on Windows or elsewhere: the page has LF."""
    source = resources.files("compare.exports.explorer") / _FOLDER / name
    return source.read_text(encoding="utf-8").replace("\r\n", "\n")
