"""What cannot be read is said in one line with its place and its remedy."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from compare.sources import LIMITS, REFUSED, SourceError, inside, read_bytes, read_file


@pytest.fixture(autouse=True)
def _nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """No LibreOffice and no text recognition, whatever is installed here."""
    monkeypatch.setattr("compare.sources.installed.conversion.office", lambda: "")
    monkeypatch.setattr("compare.sources.load.recogniser", lambda: None)


def refusal(data: bytes, name: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_bytes(data, name)
    error = caught.value
    assert "\n" not in str(error)
    assert str(error).startswith(f"{error.place}: ")
    assert str(error).endswith(f"; {error.remedy}")
    assert error.remedy
    return error


@pytest.mark.parametrize("suffix", sorted(REFUSED))
def test_other_formats_say_what_to_convert_to(suffix: str) -> None:
    """A known format that is not read names itself and the way to one that is."""
    assert suffix in str(refusal(b"x", f"plan{suffix.upper()}")).lower()


@pytest.mark.parametrize(
    ("suffix", "wanted"),
    [
        (".doc", ".docx"),
        (".wps", ".docx"),
        (".ofd", ".pdf"),
        (".rtf", ".docx"),
        (".xls", ".xlsx"),
        (".png", "OCR"),
    ],
)
def test_remedy_names_the_target(suffix: str, wanted: str) -> None:
    """The remedy is a format that this project reads."""
    assert wanted in refusal(b"x", f"plan{suffix}").remedy


@pytest.mark.parametrize("name", ["plan", "plan.xyz", ".txt"])
def test_unknown_endings(name: str) -> None:
    """Without a known ending nothing is guessed; the endings that are read are listed."""
    assert ".docx" in refusal("床位80张".encode(), name).remedy


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.docx", "a.pdf"])
def test_empty_file(name: str) -> None:
    """An empty file of any format is named as empty."""
    assert "empty" in str(refusal(b"", name))


@pytest.mark.parametrize("data", [b" \n\t\r\n", "\u3000\n".encode(), b"\xef\xbb\xbf\n"])
def test_file_of_blanks(data: bytes) -> None:
    """White space alone is no plan."""
    assert "no text" in str(refusal(data, "a.txt"))


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a.txt", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "a.txt", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "a.docx", "password"),
        (b"{\\rtf1\\ansi", "a.txt", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "a.pdf", "PNG"),
        (b"From: <Saved by Blink>\nSubject: x\n folded\nMIME-Version: 1.0\n", "a.txt", "MHTML"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00", "a.txt", "binary"),
        (b"\x00\x01\x02\x03" * 100, "a.md", "binary"),
        (b"<html>", "a.pdf", "not a PDF"),
        (b"<html>", "a.docx", "not a Word"),
        (b"<html>", "a.xlsx", "not a spreadsheet"),
    ],
)
def test_content_of_another_kind(data: bytes, name: str, says: str) -> None:
    """A renamed file is recognised by its content."""
    assert says in str(refusal(data, name))


@pytest.mark.parametrize("kind", sorted(LIMITS))
def test_limit(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte more than the limit is refused with both sizes."""
    monkeypatch.setitem(LIMITS, kind, 3_000_000)
    assert "3 MB" in str(refusal(b"1" * 3_000_001, f"a.{kind}"))


def test_large_file_is_not_read_into_memory(tmp_path: Path) -> None:
    """A text of 200 MB is refused from its size alone."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(SourceError, match="file size: 200 MB"):
        read_file(path)


def test_paths(tmp_path: Path) -> None:
    """A missing file, a folder (whatever its name) and a good file are told apart."""
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "plan.txt").write_bytes("床位80张".encode("gbk"))
    with pytest.raises(SourceError, match="no such file"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(SourceError, match="folder"):
        read_file(tmp_path / "folder.txt")
    with pytest.raises(SourceError, match=r"no such file|cannot be opened"):
        read_file(tmp_path / "plan.txt" / "below.txt")
    assert "床位80张" == read_file(tmp_path / "plan.txt").text


@pytest.mark.parametrize("name", ["a\nb.txt", "a\x1b[2J.txt", "a\u202etxt.doc", "\udcc4.txt"])
def test_control_characters_in_the_name(name: str, tmp_path: Path) -> None:
    """A name that could forge or reorder a line of output is refused."""
    with pytest.raises(SourceError, match="control characters"):
        read_file(tmp_path / name)


def test_blanks_in_the_name(tmp_path: Path) -> None:
    """Ideographic and plain blanks are ordinary in Chinese file names."""
    path = tmp_path / "养老　方案 2021.txt"
    path.write_text("床位80张", encoding="utf-8")
    assert "床位80张" == read_file(path).text


@pytest.mark.skipif(sys.platform == "win32", reason="no FIFOs")
def test_pipe_does_not_hang(tmp_path: Path) -> None:
    """A named pipe is refused, not waited for."""
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(SourceError, match="regular file"):
        read_file(tmp_path / "pipe.txt")


def test_inside(tmp_path: Path) -> None:
    """Neither ../ nor a symbolic link leads out of a folder."""
    raw = tmp_path / "raw"
    raw.mkdir()
    (tmp_path / "secret.txt").write_text("x")
    (raw / "plan.txt").write_text("x")
    assert (raw / "plan.txt").resolve() == inside(raw / "plan.txt", raw)
    with pytest.raises(SourceError, match="leads out"):
        inside(raw / ".." / "secret.txt", raw)
    try:
        (raw / "link.txt").symlink_to(tmp_path / "secret.txt")
    except OSError:
        pytest.skip("links need a privilege here")
    with pytest.raises(SourceError, match="leads out"):
        inside(raw / "link.txt", raw)


def test_paths_that_no_file_system_takes(tmp_path: Path) -> None:
    """A name too long for the disk, or a folder name with a zero byte, is said in one line."""
    for path in (tmp_path / ("长" * 2000 + ".txt"), tmp_path / "a\0b" / "plan.txt"):
        with pytest.raises(SourceError, match=r"cannot be opened|control characters") as caught:
            read_file(path)
        assert "\n" not in str(caught.value)
