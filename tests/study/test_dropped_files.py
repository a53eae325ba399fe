"""A file laid into data/raw without an entry: registered, given its region, or one line of why not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.support.processed import rows

from compare.study.place import Study


def test_a_dropped_file_is_registered_and_flagged(study: Study, run: Any) -> None:
    """Its entry is appended; what a person wrote in the register stays as it is."""
    before = study.register.read_text(encoding="utf-8")
    text = (study.raw / "jia.txt").read_text(encoding="utf-8").replace("甲", "丙").replace("5号", "6号")
    (study.raw / "丙市 方案.txt").write_text(text, encoding="utf-8")
    report = run(study)
    assert study.register.read_text(encoding="utf-8").startswith(before)
    plan = next(row for row in rows(study, "plans") if row["source_file"] == "丙市 方案.txt")
    assert ("丙市-方案-2021", "丙政办发〔2021〕6号", "2021-03-05") == (
        plan["plan_id"],
        plan["document_number"],
        plan["issued_on"],
    )
    assert "unreviewed" in {
        row["check"] for row in rows(study, "findings") if row["plan_id"] == "丙市-方案-2021"
    }
    assert any(
        line.startswith("new plan 丙市-方案-2021 from data/raw/丙市 方案.txt") for line in report.lines
    )


def test_a_dropped_file_gets_its_region(study: Study, run: Any) -> None:
    """Name, GB/T 2260 code and level; the id says region and year."""
    text = (study.raw / "jia.txt").read_text(encoding="utf-8").replace("甲市", "昆明市")
    (study.raw / "download (3).txt").write_text(text, encoding="utf-8")
    run(study)
    plan = next(row for row in rows(study, "plans") if row["source_file"] == "download (3).txt")
    assert ("kunming-2021", "昆明市", "530100", "prefecture", "云南省") == tuple(
        plan[name] for name in ("plan_id", "region_zh", "region_code", "region_level", "province_zh")
    )


@pytest.mark.parametrize(
    "name, data, expected",
    [
        ("copy.txt", None, "data/raw/copy.txt: the same file as jia.txt (jia-2021); delete one of the two"),
        ("empty.txt", b"", "data/raw/empty.txt: byte 0: the file is empty"),
        (
            "old.doc",
            b"x",
            "data/raw/old.doc: file name: the old binary Word format .doc is not read; open it in Word",
        ),
        ("data.bin", b"\x00", "data/raw/data.bin: file name: the ending .bin is not known"),
    ],
)
def test_a_dropped_file_that_is_no_plan_gets_one_line(
    study: Study,
    run: Any,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    data: bytes | None,
    expected: str,
) -> None:
    """The others still run, and the register is not touched; whether LibreOffice is here or not."""
    monkeypatch.setattr("compare.sources.installed.conversion.office", lambda: "")
    before = study.register.read_bytes()
    (study.raw / name).write_bytes((study.raw / "jia.txt").read_bytes() if data is None else data)
    report = run(study)
    assert 1 == report.exit_code
    assert [True] == [problem.startswith(expected) for problem in report.problems]
    assert 2 == len(rows(study, "plans"))
    assert before == study.register.read_bytes()


def test_a_link_out_of_the_folder_is_not_followed(study: Study, run: Any, tmp_path: Path) -> None:
    """A study reads what lies in it."""
    (tmp_path / "secret.txt").write_text("养老服务床位达到400张。", encoding="utf-8")
    (study.raw / "link.txt").symlink_to(tmp_path / "secret.txt")
    report = run(study)
    assert ["data/raw/link.txt: file name: the path or a link in it leads out of the folder"] == [
        problem.partition(";")[0] for problem in report.problems
    ]
