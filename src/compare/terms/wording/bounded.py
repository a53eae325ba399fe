"""What keeps the memory of a large corpus to that of a part: numbers in files, rows taken in batches."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np

#: The type of numbers until one needs more, and then.
_SHORT, _LONG = np.dtype("uint16"), np.dtype("uint32")
#: Bytes that are made longer together.
_PIECE = 1 << 20


class Buckets:
    """Rows of numbers by bucket. Each bucket is a file that grows, and is read whole, once."""

    def __init__(self, folder: Path, name: str, *kinds: str) -> None:
        """``kinds`` are the types of the columns."""
        self._folder = folder
        self._name = name
        self._row = np.dtype([(f"{number}", kind) for number, kind in enumerate(kinds)])

    def add(self, bucket: np.ndarray, *columns: np.ndarray) -> None:
        """Add rows to the bucket of each; those of a bucket keep their order. Raises OSError."""
        if not len(bucket):
            return
        if bucket.max() <= np.iinfo(_SHORT).max:
            bucket = bucket.astype(_SHORT)  # many times faster to sort
        order = np.argsort(bucket, kind="stable")
        rows = np.empty(len(bucket), dtype=self._row)
        for name, column in zip(self._row.names or (), columns, strict=True):
            rows[name] = column[order]
        bucket = bucket[order]
        bounds = [0, *(np.flatnonzero(np.diff(bucket)) + 1).tolist(), len(bucket)]
        for low, high in pairwise(bounds):
            with self._path(int(bucket[low])).open("ab") as file:
                file.write(rows[low:high].tobytes())

    def put(self, number: int, *columns: np.ndarray) -> None:
        """Add rows that are all of one bucket."""
        self.add(np.full(len(columns[0]), number), *columns)

    def take(self, number: int) -> tuple[np.ndarray, ...]:
        """The columns of a bucket; it is empty afterwards."""
        path = self._path(number)
        rows = np.fromfile(path, self._row) if path.exists() else np.empty(0, self._row)
        path.unlink(missing_ok=True)
        return tuple(np.ascontiguousarray(rows[name]) for name in self._row.names or ())

    def _path(self, number: int) -> Path:
        return self._folder / f"{self._name}-{number}"


class Numbers:
    """A long row of whole numbers in a file, of two bytes each or, where one of them needs it, of four.

    What is looked at is in memory until it is told to :meth:`forget`.
    """

    def __init__(self, path: Path) -> None:
        self.array = np.empty(0, dtype=_SHORT)
        self._path = path

    def add(self, numbers: np.ndarray) -> None:
        """Raises OSError."""
        if self.array.dtype == _SHORT and numbers.max(initial=0) > np.iinfo(_SHORT).max:
            self._lengthen()
        with self._path.open("ab") as file:
            file.write(numbers.astype(self.array.dtype).tobytes())

    def close(self) -> None:
        """No number follows: ``array`` has all of them."""
        if self._path.exists() and self._path.stat().st_size:
            with self._path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self.array = np.frombuffer(self._map, self.array.dtype)

    def text(self, start: int, end: int) -> str:
        """Numbers from here to there as the characters that have these codes."""
        width = self.array.dtype.itemsize
        return self._map[width * start : width * end].decode(f"utf-{8 * width}-le", "surrogatepass")

    def forget(self) -> None:
        """Where the system can be told, nothing of the file is held in memory."""
        if len(self.array) and hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def _lengthen(self) -> None:
        """Make what was written so far longer."""
        short, self._path = self._path, self._path.with_suffix(".long")
        self.array = np.empty(0, dtype=_LONG)
        with self._path.open("wb") as file:
            if short.exists():
                with short.open("rb") as before:
                    while piece := before.read(_PIECE):
                        file.write(np.frombuffer(piece, _SHORT).astype(_LONG).tobytes())
                short.unlink()


def batches(sizes: np.ndarray, most: int) -> Iterator[slice]:
    """Rows that follow each other, of some ``most`` together; one that is larger comes alone."""
    if len(sizes):
        number = np.cumsum(sizes) // most
        bounds = [0, *(np.flatnonzero(np.diff(number)) + 1).tolist(), len(sizes)]
        yield from (slice(low, high) for low, high in pairwise(bounds))
