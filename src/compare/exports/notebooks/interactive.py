"""Tables to search, sort and narrow down in a notebook and in its page, without a network.

The library itables carries DataTables as files. Its start-up puts them into the output of one cell, once
for all tables of a notebook; so they are there in JupyterLab and in the page made from the notebook.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import itables
import pandas as pd
from markupsafe import Markup

from compare.exports.notebooks.notebook_html import Table, shown
from compare.exports.words import Words

_ROWS = 25
# JupyterLab and its pages set cells to the right and in the middle.
_STYLE = ".dt-container th, .dt-container td { text-align: left !important; vertical-align: top !important }"
_WIDE = "38%"
# Help pages that itables links to: a page must not lead to the network.
_LINK = re.compile(r"<a href=https?://[^>]*>(.*?)</a>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Browser:
    """A table with a search field and, for the columns ``panes``, lists of values to select from.

    ``widest`` is the column that gets the room that is left.
    """

    table: Table
    panes: Sequence[str]
    widest: str
    language: Mapping[str, Any]

    @property
    def frame(self) -> pd.DataFrame:
        return self.table.frame

    def _repr_html_(self) -> str:
        if self.frame.empty:
            return self.table._repr_html_()
        names = list(map(str, self.frame))
        texts = {
            self.table.heads[name].replace("\n", " "): [str(shown(value)) for value in self.frame[name]]
            for name in names
        }
        frame = pd.DataFrame(texts, dtype="str")
        html = itables.to_html_datatable(
            frame,
            table_id=_id(frame),
            connected=False,
            display_logo_when_loading=False,
            allow_html=True,  # every cell is escaped by shown()
            maxBytes=0,  # no row is ever left out
            classes="display compact",
            style="width:100%;font-size:13px",
            layout={"top1": "searchPanes", "topStart": "pageLength", "topEnd": "search"},
            searchPanes={"columns": [names.index(name) for name in self.panes], "initCollapsed": True},
            columnDefs=[
                {"searchPanes": {"show": True}, "targets": [names.index(name) for name in self.panes]},
                {"width": _WIDE, "targets": names.index(self.widest)},
            ],
            autoWidth=False,
            css=_STYLE,
            lengthMenu=[_ROWS, 100, -1],
            pageLength=_ROWS,
            language=self.language,
        )
        return _LINK.sub(r"\1", html)


def _id(frame: pd.DataFrame) -> str:
    """The same table has the same name in the page, so that a rerun gives the same page."""
    return "table-" + hashlib.sha256(frame.to_csv(index=False).encode("utf-8")).hexdigest()[:16]


def start() -> None:
    """Put what interactive tables need into the output of this cell."""
    itables.options.display_logo_when_loading = False
    # Its list of DataTables' options is not whole: language.searchPanes is missing.
    itables.options.warn_on_unexpected_option_type = False
    itables.init_notebook_mode(all_interactive=False, connected=False)


def language(words: Words) -> dict[str, Any]:
    """What is printed around an interactive table, in the terms of DataTables' option ``language``."""

    def say(key: str) -> str:
        return str(Markup.escape(words.pair(f"browse.{key}")))

    return {
        "search": say("search"),
        "info": say("info"),
        "infoEmpty": say("none"),
        "infoFiltered": say("filtered"),
        "zeroRecords": say("none"),
        "lengthMenu": say("length"),
        "lengthLabels": {"-1": say("all")},
        "searchPanes": {
            "title": {"_": say("selected"), "0": say("unselected")},
            "clearMessage": say("clear"),
            "collapseMessage": say("fold"),
            "showMessage": say("unfold"),
            "emptyMessage": "—",
        },
    }
