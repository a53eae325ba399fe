"""Containers depend on their contents only, and files are replaced whole."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest

from compare.exports.archive import pack, repack, write_atomically


def test_the_same_members_give_the_same_bytes() -> None:
    """Packing twice, whatever the time of day, gives the same archive with the members as given."""
    members = [("b.txt", "乙".encode()), ("a/甲.txt", b"")]
    with zipfile.ZipFile(io.BytesIO(pack(members))) as archive:
        assert ["b.txt", "a/甲.txt"] == archive.namelist()
        assert "乙".encode() == archive.read("b.txt")
    assert pack(members) == pack(members)


def test_repacking_drops_the_dates_and_applies_the_edits() -> None:
    """An archive written today and one written long ago become one and the same."""
    written = []
    for moment in (time.struct_time((1999, 1, 2, 3, 4, 5, 0, 2, 0)), time.localtime()):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(zipfile.ZipInfo("a.xml", moment[:6]), b"<a/>")
        written.append(repack(buffer.getvalue(), {"a.xml": bytes.upper}))
    assert written[0] == written[1]
    with zipfile.ZipFile(io.BytesIO(written[0])) as archive:
        assert b"<A/>" == archive.read("a.xml")


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    """Where the new file cannot be made, the error is raised and the old bytes stand."""
    target = tmp_path / "a.xlsx"
    write_atomically(target, b"old")
    (tmp_path / "a.xlsx.part").mkdir()
    with pytest.raises(OSError, match=r"a\.xlsx"):
        write_atomically(target, b"new")
    assert b"old" == target.read_bytes()
