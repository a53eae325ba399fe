"""Tables that say what of them is read: which columns, of which rows.

What reads the same values again does the same again: a program that picks rows by what it has read picks the
same ones while that is as it was. So an output is made again only where a value that it read has changed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from compare.tables.noting import reads
from compare.tables.noting.ranges import displayed, in_ranges

# What of a frame tells no value, and what tells no more than how many rows there are.
_FREE = frozenset({"columns", "_info_axis", "ndim", "keys", "_typ"})
_COUNTED = frozenset({"index", "shape", "empty"})
# How names begin that a notebook asks for to see what something can be shown as.
_OF_NOTEBOOKS = ("_repr_", "_ipython_")


@dataclass(slots=True)
class Reader:
    """Notes what is read of ``plain``: of the table or question ``of``, in which it is these ``rows``.

    ``made_of`` are the columns that a column was made of, where that is no column of the table.
    """

    plain: pd.DataFrame
    note: reads.Note
    of: str
    rows: np.ndarray | None = None
    made_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _rows: str | None = None
    _read: set[str] = field(default_factory=set)

    def column(self, name: str) -> None:
        if name not in self._read:
            self._read.add(name)
            for one in self.made_of.get(name, (name,)):
                self._noted(one)

    def everything(self) -> None:
        if self.made_of:
            for name in self.plain.columns:
                self.column(str(name))
        else:
            self._noted(reads.ALL)

    def count(self) -> None:
        """How many rows a table has; which of them were picked follows from what was read before."""
        if self.rows is None:
            self._noted(reads.COUNT)

    def columns(self, names: list[str]) -> NotedFrame:
        """Some columns; which of them is read is noted when it is."""
        made_of = {name: self.made_of.get(name, (name,)) for name in names}
        return NotedFrame(self.plain[names], self.note, self.of, self.rows, made_of)

    def among(self, name: str, values: Iterable[str]) -> NotedFrame:
        """The rows whose cell is one of ``values``: noted is which they are, and no other cell."""
        listed = sorted(values)
        if self.made_of.get(name, (name,)) == (name,):
            self.note(str(reads.Cells(self.of, name, self._all_rows(), json.dumps(listed))))
        else:
            self.column(name)
        return self.picked(self.plain[name].isin(listed))

    def first(self, number: int) -> NotedFrame:
        if len(self.plain) < number:
            self.count()
        return self.picked(np.arange(len(self.plain)) < number)

    def displayed(self) -> pd.DataFrame:
        """What pandas prints of it: not the rows of the middle, and not the ends of long texts."""
        if self.plain.index.dtype != "int64" or pd.get_option("display.large_repr") != "truncate":
            self.everything()
            return self.plain
        self.count()
        places = np.arange(len(self.plain)) if self.rows is None else self.rows
        shown = in_ranges(places[displayed(len(places))])
        width = str(pd.get_option("display.max_colwidth") or "")
        for name in map(str, self.plain.columns):
            for one in self.made_of.get(name, (name,)):
                self.note(str(reads.Cells(self.of, one, shown, width if one == name else "")))
        return self.plain

    def picked(self, mask: Any) -> NotedFrame:
        """The rows where ``mask`` holds, as pandas picks them."""
        place = pd.Series(np.arange(len(self.plain)), index=self.plain.index)[mask].to_numpy()
        rows = place if self.rows is None else self.rows[place]
        return NotedFrame(self.plain[mask], self.note, self.of, rows, self.made_of)

    def _noted(self, name: str) -> None:
        self.note(str(reads.Cells(self.of, name, self._all_rows())))

    def _all_rows(self) -> str:
        if self._rows is None:
            self._rows = "" if self.rows is None else in_ranges(self.rows)
        return self._rows


class NotedFrame(pd.DataFrame):
    """A frame of which columns, rows by a mask and records are read and noted one by one.

    Whatever else is done with it is done with the frame behind it, all of which is noted.
    """

    def __init__(
        self,
        plain: pd.DataFrame,
        note: reads.Note,
        of: str,
        rows: np.ndarray | None = None,
        made_of: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        super().__init__(plain)  # type: ignore[call-arg]
        object.__setattr__(self, "_reader", Reader(plain, note, of, rows, made_of or {}))

    def __getattribute__(self, name: str) -> Any:
        reader: Reader | None = object.__getattribute__(self, "__dict__").get("_reader")
        if reader is None or name in _OWN:
            return object.__getattribute__(self, name)
        if name in _COUNTED:
            reader.count()
        elif name not in _FREE and not (name.startswith(_OF_NOTEBOOKS) and not hasattr(pd.DataFrame, name)):
            reader.everything()
        return getattr(reader.plain, name)

    def __getattr__(self, name: str) -> Any:  # type: ignore[misc]
        if "_reader" in object.__getattribute__(self, "__dict__"):  # the frame behind it has none either
            raise AttributeError(f"'DataFrame' object has no attribute {name!r}")
        return super().__getattr__(name)

    def __setattr__(self, name: str, value: Any) -> None:
        if "_reader" in object.__getattribute__(self, "__dict__"):
            setattr(self.noted_whole(), name, value)
        else:
            super().__setattr__(name, value)

    def __setitem__(self, key: Any, value: Any) -> None:
        self.noted_whole()[key] = value

    def __delitem__(self, key: Any) -> None:  # type: ignore[misc]
        del self.noted_whole()[key]

    @property
    def loc(self) -> Any:
        return _Loc(self)

    def dropna(self, **how: Any) -> Any:
        """Rows without a gap in some columns are picked by these; see pandas."""
        if how.keys() == {"subset"}:
            names = [how["subset"]] if isinstance(how["subset"], str) else list(how["subset"])
            return self[self[names].notna().all(axis="columns")]
        return self.noted_whole().dropna(**how)

    def __getitem__(self, key: Any) -> Any:
        reader: Reader = self._reader
        if isinstance(key, str):
            reader.column(key)
            return reader.plain[key]
        if _are_names(key):
            return reader.columns(key)
        if _is_mask(key):
            return reader.picked(key)
        return self.noted_whole()[key]

    def head(self, n: int = 5) -> Any:  # type: ignore[misc]
        return self._reader.first(n) if n >= 0 else self.noted_whole().head(n)

    def __repr__(self) -> str:
        return repr(self._reader.displayed())

    def _repr_html_(self) -> Any:
        return self._reader.displayed()._repr_html_()

    def _repr_latex_(self) -> Any:
        asked = pd.get_option("styler.render.repr") == "latex"
        return self.noted_whole()._repr_latex_() if asked else None  # type: ignore[operator]

    def noted_among(self, name: str, values: Iterable[str]) -> NotedFrame:
        """The rows of which the column ``name`` has one of these values."""
        return self._reader.among(name, values)

    def noted_rows(self, rows: list[dict[str, Any]]) -> list[NotedRow]:
        """``rows``, which are those of this frame, so that they note the columns looked up."""
        return [NotedRow(row, self._reader.column) for row in rows]

    def noted_with(self, plain: pd.DataFrame, made_of: Mapping[str, str]) -> NotedFrame:
        """``plain``, which has the same rows, and columns ``made_of`` one of this frame's."""
        reader: Reader = self._reader
        columns = {name: reader.made_of.get(one, (one,)) for name, one in made_of.items()}
        return NotedFrame(plain, reader.note, reader.of, reader.rows, {**reader.made_of, **columns})

    def noted_plain(self) -> pd.DataFrame:
        """The frame itself, for those who note what they read of it."""
        return self._reader.plain

    def noted_whole(self) -> pd.DataFrame:
        """The frame itself, all of it noted."""
        self._reader.everything()
        return self._reader.plain


_OWN = frozenset(
    {
        "__class__",
        "_reader",
        "_repr_html_",
        "_repr_latex_",
        "dropna",
        "head",
        "loc",
        "noted_among",
        "noted_plain",
        "noted_rows",
        "noted_whole",
        "noted_with",
    }
)


class _Loc:
    """``.loc``: rows by a mask, columns by name; anything else is read as a whole."""

    def __init__(self, frame: NotedFrame) -> None:
        self._frame = frame

    def __getitem__(self, key: Any) -> Any:
        rows, columns = key if isinstance(key, tuple) and len(key) == 2 else (key, None)
        if not _is_mask(rows):
            return self._frame.noted_whole().loc[key]
        picked = self._frame[rows]
        return (
            picked if columns is None else picked[columns] if _are_names(columns) else picked.loc[:, columns]
        )


def _is_mask(key: Any) -> bool:
    return isinstance(key, pd.Series | np.ndarray) and key.ndim == 1 and key.dtype in ("bool", "boolean")


def _are_names(key: Any) -> bool:
    return isinstance(key, str) or (isinstance(key, list) and all(isinstance(name, str) for name in key))


class NotedRow(Mapping[str, Any]):
    """A row of which the columns that are looked up are noted."""

    __slots__ = ("_note", "_row")

    def __init__(self, row: Mapping[str, Any], note: Callable[[str], None]) -> None:
        self._row = row
        self._note = note

    def __getitem__(self, name: str) -> Any:
        value = self._row[name]
        self._note(name)
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._row)

    def __len__(self) -> int:
        return len(self._row)

    def __contains__(self, name: object) -> bool:
        return name in self._row

    def __or__(self, other: Mapping[str, Any]) -> dict[str, Any]:
        return {**self, **other}

    def __ror__(self, other: Mapping[str, Any]) -> dict[str, Any]:
        return {**other, **self}
