"""Numbers in files are those that were put there, and nothing is left of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from benchmarks.corpus import plan as generate
from hypothesis import given
from hypothesis import strategies as st

from compare.tables.storage.frames import make_frame
from compare.tables.storage.schemas import schemas
from compare.terms.wording import reuse, same_letters
from compare.terms.wording.bounded import Buckets, Numbers, batches


def test_rows_of_a_bucket_come_back_once_and_in_their_order(tmp_path: Path) -> None:
    """Of all times that rows were added; a bucket that was read, or never filled, is empty."""
    buckets = Buckets(tmp_path, "rows", "int32", "uint64")
    buckets.add(np.array([1, 0, 1]), np.array([5, 6, 7]), np.array([50, 60, 2**63], dtype="uint64"))
    buckets.add(np.array([0, 70_000]), np.array([8, 9]), np.array([80, 90], dtype="uint64"))
    buckets.put(1, np.array([10]), np.array([100], dtype="uint64"))
    found = {number: [column.tolist() for column in buckets.take(number)] for number in (1, 0, 70_000, 2)}
    assert found == {
        1: [[5, 7, 10], [50, 2**63, 100]],
        0: [[6, 8], [60, 80]],
        70_000: [[9], [90]],
        2: [[], []],
    }
    assert [column.tolist() for column in buckets.take(1)] == [[], []]
    assert list(tmp_path.iterdir()) == []


def test_rows_without_any_make_no_file(tmp_path: Path) -> None:
    """A part of a corpus in which nothing was found costs nothing."""
    Buckets(tmp_path, "rows", "int32").add(np.empty(0, dtype="int64"), np.empty(0, dtype="int32"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("added", "width"),
    [([[1, 65_535], [7]], 2), ([[1, 65_536], [7]], 4), ([[1], [7, 0x20BB7], [2]], 4)],
)
def test_numbers_are_as_long_as_the_largest_needs(tmp_path: Path, added: list[list[int]], width: int) -> None:
    """Two bytes each, or four for all, also for those that were there before."""
    numbers = Numbers(tmp_path / "numbers")
    for some in added:
        numbers.add(np.array(some, dtype="uint32"))
    numbers.close()
    assert (numbers.array.tolist(), numbers.array.dtype.itemsize) == (
        [one for some in added for one in some],
        width,
    )


@pytest.mark.parametrize("text", ["养老服务", "𠮷野家", "a\nb\0", "\ud800"])
def test_numbers_are_read_as_text(tmp_path: Path, text: str) -> None:
    """Characters of any plane, and what is none, come back as they were put there, forgotten or not."""
    numbers = Numbers(tmp_path / "text")
    numbers.add(np.array([ord(character) for character in text], dtype="uint32"))
    numbers.close()
    assert [numbers.text(at, at + 1) for at in range(len(text))] == list(text)
    numbers.forget()
    assert numbers.text(0, len(text)) == text


def test_no_numbers_are_no_fault(tmp_path: Path) -> None:
    """A file without anything in it cannot be looked at, and need not be."""
    numbers = Numbers(tmp_path / "numbers")
    numbers.close()
    numbers.forget()
    assert numbers.array.tolist() == []


@given(st.lists(st.integers(0, 20), max_size=30), st.integers(1, 30))
def test_batches_are_all_rows_in_order(sizes: list[int], most: int) -> None:
    """Each row is in one of them; what goes beyond ``most`` by more than a row is in none."""
    found = list(batches(np.array(sizes, dtype="int64"), most))
    assert [at for some in found for at in range(some.start, some.stop)] == list(range(len(sizes)))
    assert all(some.start < some.stop and sum(sizes[some]) <= most + max(sizes[some]) for some in found)


def clauses(number: int) -> Iterator[pd.DataFrame]:
    """The table ``clauses`` of so many generated plans, one at a time."""
    for at in range(number):
        plan = generate(at)
        text = "\n".join(plan.paragraphs)
        yield make_frame(
            schemas()["clauses"],
            (
                {
                    "plan_id": plan.plan_id,
                    "start": found.start(),
                    "end": found.end(1),
                    "quote": found[1],
                    "mark": found[2],
                    "sentence": 0,
                    "repeats": False,
                }
                for found in re.finditer(r"([^,。、\n]+)([,。、]?)", text)
            ),
        )


def test_nothing_is_left_on_disk(tmp_path: Path) -> None:
    """Where all rows were asked for, where only some were, and where the clauses end with a fault."""

    def broken() -> Iterator[pd.DataFrame]:
        yield from clauses(2)
        raise OSError("no more")

    assert len(list(reuse.reuse(clauses(3), tmp_path)))
    assert list(tmp_path.iterdir()) == []
    some = reuse.reuse(clauses(3), tmp_path)
    next(some)
    assert list(tmp_path.iterdir()) != []
    del some
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(OSError, match="no more"):
        list(reuse.reuse(broken(), tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_what_is_taken_together_does_not_grow_with_the_corpus(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fingerprints, groups and pairs of what few plans share: of twice as many plans there are twice as many
    parts, and no part is larger. What many share, the first plan has with all of them."""
    for name, most in (("_PART", 20_000), ("_CHUNK", 5_000), ("_BLOCK", 10_000), ("COMMON", 4)):
        monkeypatch.setattr(same_letters, name, most)
    taken: list[tuple[str, int]] = []
    take = Buckets.take

    def noted(self: Buckets, number: int) -> tuple[np.ndarray, ...]:
        found = take(self, number)
        taken.append((self._name, len(found[0])))
        return found

    monkeypatch.setattr(Buckets, "take", noted)

    def sizes(number: int) -> tuple[dict[str, int], Counter[str]]:
        taken.clear()
        list(reuse.reuse(clauses(number), tmp_path))
        return dict(sorted(taken)), Counter(name for name, _ in taken)

    (few, parts), (many, more) = sizes(20), sizes(40)
    assert few.keys() == many.keys() == {"prints", "common", "group", "firsts", "few", "many", "shared"}
    for name in ("prints", "common", "group", "few"):
        assert many[name] <= 1.5 * few[name], name
        assert more[name] >= 1.8 * parts[name], name


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """As every table that cannot be written is."""
    with pytest.raises(OSError, match="nowhere"):
        next(reuse.reuse(clauses(2), tmp_path / "nowhere"))
