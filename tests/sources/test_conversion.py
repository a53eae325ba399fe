"""Old Office formats are converted by an installed LibreOffice, or refused in one line."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from tests.support.documents import as_docx
from tests.support.features.sheet import HEAD, ROWS, xlsx
from tests.support.features.word import docx, par

from compare.sources import SourceError, read_bytes
from compare.sources.installed import conversion

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for LibreOffice that copies the file beside it as the result; the only one found."""
    program = tmp_path / "soffice"
    program.write_text(
        "#!/bin/sh\n"
        'while [ "$1" != "--convert-to" ]; do shift; done\n'
        f'cp "{tmp_path}/made.$2" "$4/plan.$2"\n',
        encoding="utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", os.pathsep.join([str(tmp_path), "/bin", "/usr/bin"]))
    return tmp_path


@pytest.mark.parametrize(
    ("suffix", "target"),
    [(".doc", "docx"), (".wps", "docx"), (".rtf", "docx"), (".xls", "xlsx"), (".et", "xlsx")],
)
def test_an_old_file_is_read_as_what_it_becomes(office: Path, suffix: str, target: str) -> None:
    """Text and tables are those of the converted file, and so is the format."""
    made = docx(par("新增养老床位2000张。"))() if target == "docx" else xlsx([HEAD, *ROWS])()
    (office / f"made.{target}").write_bytes(made)
    document = read_bytes(b"\xd0\xcf\x11\xe0 old", f"plan{suffix}")
    assert (target, True) == (document.format, "2000" in document.text)


def test_a_conversion_that_fails_or_hangs_is_one_line(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No result, and no end: named with what to do; the program is ended."""
    with pytest.raises(SourceError, match=r"could not convert it; .*save it as \.docx"):
        read_bytes(b"x", "plan.doc")
    (office / "soffice").write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    monkeypatch.setattr(conversion, "PATIENCE", 0.2)
    with pytest.raises(SourceError, match="did not convert it within"):
        read_bytes(b"x", "plan.xls")


def _as_doc(made: bytes) -> bytes:
    """A Word file as LibreOffice saves it in the old binary format."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "plan.docx").write_bytes(made)
        profile = (Path(folder) / "profile").as_uri()
        command = [
            conversion.office(),
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "doc",
        ]
        subprocess.run(
            [*command, "--outdir", folder, f"{folder}/plan.docx"],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return (Path(folder) / "plan.doc").read_bytes()


@pytest.mark.skipif(not conversion.office(), reason="LibreOffice is not installed")
def test_a_real_conversion() -> None:
    """A file in the old binary format of Word gives the text and the tables that were saved in it."""
    rows = (["县", "床位（张）"], ["甲县", "120"])
    made = as_docx(["到2025年，新增养老床位2000张。", list(rows), "以上任务抓好落实。"])
    document = read_bytes(_as_doc(made), "plan.doc")
    assert "新增养老床位2000张。" in document.text
    (found,) = document.tables
    assert ["县", "床位（张）", "甲县", "120"] == [document.text[c.start : c.end] for c in found.cells]


def test_without_it_the_remedy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is started, and LibreOffice is one of the remedies."""
    monkeypatch.setattr(conversion, "office", lambda: "")
    for name in ("plan.doc", "plan.xls"):
        with pytest.raises(SourceError, match="install LibreOffice"):
            read_bytes(b"x", name)
