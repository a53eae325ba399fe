"""Disks and folders that cannot be written, figures that cannot be drawn: one line, nothing lost."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compare import cli
from compare.study.place import Study
from compare.study.runs import publish as publishing
from compare.tables.storage import store

PLAN = ["丁市养老服务实施方案", "到2025年,养老机构护理型床位占比不低于65%。"]
WRITABLE = "close it in other programs, or make it and its folder writable, then run again"


def fail(number: int) -> Callable[..., Any]:
    """A function that fails as the system does: while writing it names no file."""

    def failing(*_: Any, **__: Any) -> Any:
        raise OSError(number, os.strerror(number))

    return failing


def fail_at(name: str, failing: Callable[..., Any]) -> Callable[[Path, bytes], None]:
    """``store._append`` that works up to the file ``name``."""
    write = store._append

    def writing(path: Path, data: bytes) -> None:
        if path.name == name:
            failing()
        write(path, data)

    return writing


@pytest.mark.parametrize(
    "number, said",
    [
        (errno.ENOSPC, "the disk is full; free some space on it, then run again"),
        (errno.EROFS, f"{os.strerror(errno.EROFS)}; {WRITABLE}"),
        (errno.EACCES, f"{os.strerror(errno.EACCES)}; {WRITABLE}"),
    ],
    ids=["full disk", "read-only disk", "read-only folder"],
)
def test_tables_that_cannot_be_written_stay_as_they_were(
    study: Study, run: Any, contents: Any, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    """All of them, together."""
    run(study)
    good = contents(study.processed)
    jia = study.raw / "jia.txt"
    jia.write_text(jia.read_text(encoding="utf-8").replace("55%", "65%"), encoding="utf-8")
    monkeypatch.setattr(store, "_append", fail_at("comparison.csv", fail(number)))
    report = run(study)
    assert 1 == report.exit_code
    assert [f"data/processed/comparison.csv: {said}"] == report.problems
    assert good == contents(study.processed)
    assert {"raw", "processed"} == {path.name for path in study.processed.parent.iterdir()}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only(study: Study, run: Any, contents: Any) -> None:
    """As a shared drive often is."""
    run(study)
    good = contents(study.processed)
    jia = study.raw / "jia.txt"
    jia.write_text(jia.read_text(encoding="utf-8").replace("55%", "65%"), encoding="utf-8")
    (study.root / "data").chmod(0o500)
    try:
        report = run(study)
    finally:
        (study.root / "data").chmod(0o700)
    assert 1 == len(report.problems)
    assert "make it and its folder writable" in report.problems[0]
    assert good == contents(study.processed)


def test_a_full_disk_costs_neither_register_nor_folder(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Any
) -> None:
    """A half-written register would lose every entry; a half-copied plan would be run as a whole one."""
    run(study)
    before = {path.name: path.read_bytes() for path in study.raw.iterdir()}
    file = tmp_path / "new.txt"
    file.write_text("\n".join(PLAN), encoding="utf-8")
    with monkeypatch.context() as disk:
        disk.setattr(publishing, "_write", fail(errno.ENOSPC))
        assert 1 == cli.main(["add", str(file), "--yes", "--study", str(study.root)])
        assert "the disk is full; free some space on it" in capsys.readouterr().err
        assert before == {path.name: path.read_bytes() for path in study.raw.iterdir()}
        shutil.copy(file, study.raw)
        report = run(study)
    assert ["data/raw/plans.yaml: the disk is full; free some space on it, then run again"] == report.problems
    assert before["plans.yaml"] == study.register.read_bytes()


def test_what_a_run_remembers_cannot_be_written(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """reports/ on a full disk: the tables are there, the line says what is not."""
    monkeypatch.setattr("compare.study.runs.run.save_state", fail(errno.ENOSPC))
    report = run(study)
    assert {"reports/.state/run.json: the disk is full; free some space on it, then run again"} == set(
        report.problems
    )
    assert (study.processed / "comparison.csv").exists()


def test_a_figure_that_cannot_be_drawn_is_one_line(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A character no font has, a source that changed under the run: what and remedy, no traceback."""
    from compare.figures.drawing.text.fonts import MissingGlyphError
    from compare.sources import SourceError

    def glyph(*_: Any) -> list[Path]:
        raise MissingGlyphError("no font in use has '𠮷'; remedy: another character, or a font that has it")

    def source(*_: Any) -> list[Path]:
        raise SourceError(
            "jia.txt is no longer the file that was read", place="characters 1 to 2", remedy="run again"
        )

    monkeypatch.setattr("compare.study.runs.outputs.EXPORTS", {"figures": glyph, "explorer": source})
    assert [
        "export figures: no font in use has '𠮷'; remedy: another character, or a font that has it",
        "export explorer: characters 1 to 2: jia.txt is no longer the file that was read; run again",
    ] == run(study).problems
