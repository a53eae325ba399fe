"""Files of a study: published together, hashed by content, found by place."""

from __future__ import annotations

import gzip
import os
import re
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.coding.learned.weights import Weights, written
from compare.study.codebook.files import (
    LEARNED,
    codebook_paths,
    default_codebook,
    load_codebook,
    load_files,
    load_labels,
)
from compare.study.codebook.lint import wording_faults
from compare.study.errors import StudyError
from compare.study.place import find_study
from compare.study.runs.changed import hashing
from compare.study.runs.changed.stale import take_keys
from compare.study.runs.changed.state import State, load_state, save_state
from compare.study.runs.publish import publish


def test_publishing_replaces_what_differs_and_leaves_the_rest(tmp_path: Path) -> None:
    """A file with the same bytes is not touched: neither git nor make see a change."""
    folder = tmp_path / "tables"
    assert ["a", "b"] == publish(folder, {"a": b"1", "b": b"2"})
    (folder / "mine.txt").write_bytes(b"kept")
    stamp = (folder / "a").stat().st_mtime_ns
    assert ["b"] == publish(folder, {"a": b"1", "b": b"3"}, obsolete=["old"])
    assert {"a": b"1", "b": b"3", "mine.txt": b"kept"} == {p.name: p.read_bytes() for p in folder.iterdir()}
    assert stamp == (folder / "a").stat().st_mtime_ns
    assert [] == publish(folder, {"a": b"1", "b": b"3"})
    assert ["b"] == publish(folder, {"a": b"1"}, obsolete=["a", "b", "gone"])
    assert ["tables"] == [path.name for path in tmp_path.iterdir()]


def test_publishing_is_undone_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The third of three files cannot be replaced: the first two are as they were, new ones are gone."""
    folder = tmp_path / "tables"
    publish(folder, {"a": b"1", "c": b"3"})
    replace = os.replace

    def locked(new: Path, old: Path) -> None:
        if Path(old).name == "c" and Path(new).suffix != ".last":
            raise PermissionError(13, "Permission denied", str(old))
        replace(new, old)

    monkeypatch.setattr("compare.study.runs.publish.os.replace", locked)
    with pytest.raises(PermissionError):
        publish(folder, {"a": b"9", "b": b"9", "c": b"9"})
    assert {"a": b"1", "c": b"3"} == {path.name: path.read_bytes() for path in folder.iterdir()}
    assert ["tables"] == [path.name for path in tmp_path.iterdir()]


def test_a_full_disk_leaves_the_old_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """New files are whole on disk before the first old one is replaced."""
    folder = tmp_path / "tables"
    publish(folder, {"a": b"1", "b": b"2"})

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("compare.study.runs.publish.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        publish(folder, {"a": b"9", "b": b"9"})
    assert [b"1", b"2"] == [(folder / name).read_bytes() for name in ("a", "b")]


@given(st.lists(st.text(max_size=4), max_size=4), st.lists(st.text(max_size=4), max_size=4))
def test_different_parts_have_different_hashes(first: list[str], second: list[str]) -> None:
    """('ab', 'c') is not ('a', 'bc')."""
    assert (first == second) == (hashing.of_parts(*first) == hashing.of_parts(*second))


def test_the_code_of_reading_does_not_hang_on_the_code_of_figures() -> None:
    """A new colour must not have every plan read again."""
    assert not set(hashing.READING) & set(hashing.SHOWING)
    assert hashing.of_code(hashing.READING) != hashing.of_code((*hashing.READING, *hashing.SHOWING))
    assert hashing.of_code(hashing.READING) == hashing.of_code(reversed(hashing.READING))


def test_every_room_of_the_package_is_hashed() -> None:
    """A room that no hash covers, or one that was renamed, would leave stale tables in use unnoticed."""
    package = Path(str(resources.files("compare")))
    front = {"__init__.py", "__main__.py", "cli.py", "py.typed", "__pycache__"}
    rooms = {path.name for path in package.iterdir()} - front
    assert rooms == {*hashing.READING, *hashing.SHOWING}


@pytest.mark.parametrize("name", ["one.py", "page/one.js", "page/one.css", "page/one.html.j2", "one.csv"])
def test_whatever_lies_in_a_room_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """An edited script of the explorer makes the explorer stale; that Python compiled something does not."""
    monkeypatch.setattr("compare.study.runs.changed.hashing.resources.files", lambda _: tmp_path)
    room = tmp_path / "exports"
    (room / "page").mkdir(parents=True)
    (room / name).write_text("1", encoding="utf-8")
    before = hashing.of_code(["exports"])
    (room / "__pycache__").mkdir()
    (room / "__pycache__" / "one.cpython-311.pyc").write_bytes(b"x")
    assert before == hashing.of_code(["exports"])
    (room / name).write_text("2", encoding="utf-8")
    assert before != hashing.of_code(["exports"])


def test_a_state_is_read_as_it_was_saved(tmp_path: Path) -> None:
    """The next run must know what this one did."""
    state = State(
        {"a": "1"}, {"plans.csv": "2"}, {"n.ipynb": "3"}, {"figures": "4"}, {"plans": 5}, {"figures": ("x",)}
    )
    save_state(tmp_path / "reports" / "run.json", state)
    assert state == load_state(tmp_path / "reports" / "run.json")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"made": 1}', '{"made": {}, "unknown": {}}', "\x00"])
def test_a_state_that_cannot_be_understood_is_none(tmp_path: Path, text: str) -> None:
    """Of another version or damaged: everything is made anew, nothing breaks."""
    (tmp_path / "run.json").write_text(text, encoding="utf-8")
    assert State() == load_state(tmp_path / "run.json")
    assert State() == load_state(tmp_path / "none.json")


def test_a_study_is_found_from_inside(tmp_path: Path) -> None:
    """Notebooks run in notebooks/, people in any folder of the study."""
    (tmp_path / "data" / "raw").mkdir(parents=True)
    (tmp_path / "notebooks").mkdir()
    for folder in (tmp_path, tmp_path / "notebooks", tmp_path / "data" / "raw"):
        assert tmp_path.resolve() == find_study(folder).root


def test_no_study_is_said_with_the_remedy(tmp_path: Path) -> None:
    """Also where the path is a file or is not there."""
    with pytest.raises(StudyError, match="no study here or above; make the folder data/raw"):
        find_study(tmp_path)
    for path in (tmp_path / "none", tmp_path / "file"):
        (tmp_path / "file").touch()
        with pytest.raises(StudyError, match="this is not a folder"):
            find_study(path)


def test_a_study_with_its_own_codebook_borrows_the_wording_it_lacks(tmp_path: Path) -> None:
    """Who adds an indicator need not copy what figures say."""
    default = default_codebook()
    for stem, path in codebook_paths(default).items():
        if not stem.startswith("wording"):
            target = tmp_path / f"{stem}.yaml"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    assert set(codebook_paths(default)) == set(codebook_paths(tmp_path))
    (tmp_path / "wording.yaml").write_text("own: true\n", encoding="utf-8")
    assert {"own": True} == load_files(tmp_path)["wording"]


def test_learned_weights_belong_to_the_codebook_they_lie_in(tmp_path: Path) -> None:
    """A study's own indicators are coded by weights only where its folder has them, and by the latest."""
    study, folder = find_study(_study(tmp_path)), tmp_path / "data" / "codebook"
    for stem, path in codebook_paths(default_codebook()).items():
        (folder / f"{stem}.yaml").parent.mkdir(parents=True, exist_ok=True)
        (folder / f"{stem}.yaml").write_bytes(path.read_bytes())
    without = take_keys(study, ()).reading
    assert (None, None) == (load_labels(folder)[0].learned, load_codebook(folder).learned)
    for threshold in (0.8, 0.9):
        weights = Weights(threshold, ("none",), (0.0,), {"u=张": "0:5"})
        (folder / LEARNED).write_bytes(gzip.compress(written(weights).encode()))
        found = [load_labels(folder)[0].learned, load_codebook(folder).learned]
        assert [threshold, threshold] == [one.threshold for one in found if one]
        assert without != take_keys(study, ()).reading


def _study(folder: Path) -> Path:
    (folder / "data" / "raw").mkdir(parents=True)
    return folder


def test_a_broken_file_of_the_codebook_is_named_with_its_line(tmp_path: Path) -> None:
    """Researchers edit these files by hand."""
    (tmp_path / "indicators").mkdir()
    (tmp_path / "indicators" / "beds.yaml").write_text("- id: a\n  label: {zh: 甲\n", encoding="utf-8")
    with pytest.raises(StudyError, match=r"indicators/beds.yaml: line 3: not valid YAML \(.*\); check"):
        load_files(tmp_path)


def test_every_unit_of_an_indicator_has_its_name() -> None:
    """The unit on an axis is never a bare code in the English figures."""
    codebook, labels = load_labels(default_codebook())
    units = {unit for indicator in codebook.indicators.values() for unit in indicator.units}
    units |= {unit.unit for unit in codebook.lexicon.units.values()}
    chinese = re.compile("[\u4e00-\u9fff]")
    assert [] == sorted(unit for unit in units if chinese.search(labels.unit(unit, "en")))


@pytest.mark.parametrize(
    "zh, en, fault",
    [
        ("{value}", "{value:,}", ""),
        ("值", "{value}", "{value} is in one language alone; write it in both"),
        ("{value", "{value}", "write a field as {name}, and a brace that is to be printed twice"),
    ],
)
def test_words_whose_braces_cannot_be_filled_in_alike_are_a_fault(zh: str, en: str, fault: str) -> None:
    """``codebook lint`` says so before a run meets them."""
    found = [said for _, said in wording_faults({"findings.x": {"zh": zh, "en": en}})]
    assert [fault] * bool(fault) == [
        said.removeprefix("expected '}' before end of string; ") for said in found
    ]
