"""``run`` on a small study: what is stale is made, what is bad costs nothing else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.support.processed import rows

from compare.study.errors import StudyError
from compare.study.place import Study


def cell(study: Study, plan_id: str, indicator: str) -> dict[str, str]:
    found = [
        row for row in rows(study, "comparison") if (row["plan_id"], row["indicator"]) == (plan_id, indicator)
    ]
    assert len(found) == 1
    return found[0]


def test_two_plans_become_tables(study: Study, run: Any) -> None:
    """The numbers that stand in the texts stand in the comparison."""
    report = run(study)
    assert (0, []) == (report.exit_code, report.problems)
    jia, yi = cell(study, "jia-2021", "nursing_bed_share"), cell(study, "yi", "nursing_bed_share")
    assert ("stated", "55", "ge", "2025") == (
        jia["status"],
        jia["value_low"],
        jia["comparator"],
        jia["deadline"],
    )
    assert ("stated", "50", "ge", "2024") == (yi["status"], yi["value_low"], yi["comparator"], yi["deadline"])
    assert "not_stated" == cell(study, "yi", "lottery_fund_share")["status"]
    assert any("numerals without a role: 0" in line for line in report.lines)


def test_every_quotation_is_its_slice_of_the_source(study: Study, run: Any) -> None:
    """text[start:end] == quote, over all tables."""
    run(study)
    texts = {
        row["plan_id"]: (study.raw / row["source_file"]).read_text(encoding="utf-8")
        for row in rows(study, "plans")
    }
    quoted = [
        (row[name], texts[row["plan_id"]][int(row["start"]) : int(row["end"])])
        for table, name in (
            ("statements", "quote"),
            ("allocations", "quote"),
            ("numerals", "text"),
            ("responsibilities", "department_text"),
        )
        for row in rows(study, table)
    ]
    assert len(quoted) > 10
    assert [said for said, _ in quoted] == [sliced for _, sliced in quoted]


def test_a_rerun_gives_the_same_bytes(study: Study, run: Any, contents: Any) -> None:
    """Also from nothing, also in another order of the register."""
    run(study)
    first = contents(study.processed)
    shutil.rmtree(study.reports)
    run(study)
    assert first == contents(study.processed)
    jia, _, yi = study.register.read_text(encoding="utf-8").partition("- plan_id: yi")
    study.register.write_text(f"- plan_id: yi{yi}\n{jia}", encoding="utf-8")
    run(study)
    assert first == contents(study.processed)


def test_only_what_changed_is_read(study: Study, run: Any, reads: list[str]) -> None:
    """Source, register entry: each makes its own plan stale and no other."""
    run(study)
    assert ["jia-2021", "yi"] == reads
    reads.clear()
    run(study)
    assert [] == reads
    with (study.raw / "yi.txt").open("a", encoding="utf-8") as file:
        file.write("养老服务床位达到400张。\n")
    run(study)
    assert ["yi"] == reads
    reads.clear()
    text = study.register.read_text(encoding="utf-8")
    study.register.write_text(text.replace("region_en: Jia", "region_en: Jiashi"), encoding="utf-8")
    run(study)
    assert ["jia-2021"] == reads


def test_tables_that_were_touched_are_made_again(
    study: Study, run: Any, reads: list[str], contents: Any
) -> None:
    """A hand on a CSV, or a lost one, is noticed by its hash."""
    run(study)
    good = contents(study.processed)
    for damage in ("plan_id\n", None):
        path = study.processed / "comparison.csv"
        path.unlink() if damage is None else path.write_text(damage, encoding="utf-8")
        reads.clear()
        assert 0 == run(study).exit_code
        assert ["jia-2021", "yi"] == reads
        assert good == contents(study.processed)


@pytest.mark.parametrize(
    "data, expected",
    [
        (b"", "byte 0: the file is empty"),
        (b"\x00\x01\x02\xff" * 50, "yi.txt: "),
        (None, "there is no such file"),
    ],
)
def test_a_bad_plan_costs_neither_the_others_nor_its_last_good_rows(
    study: Study, run: Any, data: bytes | None, expected: str
) -> None:
    """Empty, binary or gone: one line, exit code 1, the last good rows stay and the others go on."""
    run(study)
    before = [row for row in rows(study, "statements") if row["plan_id"] == "yi"]
    bad = study.raw / "yi.txt"
    bad.unlink() if data is None else bad.write_bytes(data)
    jia = study.raw / "jia.txt"
    jia.write_text(jia.read_text(encoding="utf-8").replace("55%", "65%"), encoding="utf-8")
    report = run(study)
    assert 1 == report.exit_code
    assert 1 == len(report.problems)
    assert report.problems[0].startswith("data/raw/yi.txt: ")
    assert expected in report.problems[0]
    assert before == [row for row in rows(study, "statements") if row["plan_id"] == "yi"]
    assert "65" == cell(study, "jia-2021", "nursing_bed_share")["value_low"]


def test_a_bad_plan_is_tried_again_until_it_is_mended(study: Study, run: Any, reads: list[str]) -> None:
    """A problem does not fall silent because nothing changed."""
    good = (study.raw / "yi.txt").read_bytes()
    (study.raw / "yi.txt").write_bytes(b"")
    assert 1 == run(study).exit_code
    assert 1 == run(study).exit_code
    (study.raw / "yi.txt").write_bytes(good)
    reads.clear()
    assert 0 == run(study).exit_code
    assert ["yi"] == reads


def test_a_faulty_register_entry_keeps_the_last_good_rows(study: Study, run: Any) -> None:
    """A typing error in the register must not empty the tables."""
    run(study)
    before = rows(study, "statements")
    text = study.register.read_text(encoding="utf-8")
    study.register.write_text(text.replace("region_en: Yi", "region_em: Yi"), encoding="utf-8")
    report = run(study)
    expected = "data/raw/plans.yaml: line 12: unknown key 'region_em'; did you mean region_en?"
    assert [expected] == report.problems
    assert before == rows(study, "statements")
    assert "stated" == cell(study, "yi", "nursing_bed_share")["status"]


def test_a_plan_taken_out_of_the_register_goes(study: Study, run: Any) -> None:
    """The register says which plans are compared."""
    run(study)
    text = study.register.read_text(encoding="utf-8")
    study.register.write_text(text.partition("\n\n- plan_id: yi")[0] + "\n", encoding="utf-8")
    (study.raw / "yi.txt").unlink()
    assert 0 == run(study).exit_code
    assert {"jia-2021"} == {row["plan_id"] for row in rows(study, "comparison")}


def test_damaged_tables_are_not_overwritten_while_a_plan_cannot_be_read(
    study: Study, run: Any, contents: Any
) -> None:
    """They hold the only rows of that plan; a person may still mend them."""
    run(study)
    (study.processed / "plans.csv").write_text("gone\n", encoding="utf-8")
    (study.raw / "yi.txt").write_bytes(b"")
    before = contents(study.processed)
    report = run(study)
    assert 1 == report.exit_code
    assert any("the last tables cannot be read" in problem for problem in report.problems)
    assert before == contents(study.processed)


def test_nothing_is_written_where_a_table_cannot_be_replaced(
    study: Study, run: Any, contents: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a table open in Excel cannot be replaced: the old ones stay together."""
    run(study)
    before = contents(study.processed)
    (study.raw / "yi.txt").write_text("乙县养老服务行动方案\n养老服务床位达到400张。\n", encoding="utf-8")

    replace = os.replace

    def locked(new: Path, old: Path) -> None:
        if Path(old).name == "statements.csv":
            raise PermissionError(13, "Permission denied", str(old))
        replace(new, old)

    monkeypatch.setattr("compare.study.runs.publish.os.replace", locked)
    report = run(study)
    assert ["data/processed/statements.csv: Permission denied; close it in other programs"] == [
        problem.partition(",")[0] for problem in report.problems
    ]
    assert before == contents(study.processed)


def test_no_plans_at_all_is_said(study: Study, run: Any) -> None:
    """A new folder is not a crash."""
    for path in study.raw.iterdir():
        path.unlink()
    with pytest.raises(StudyError, match="data/raw: no plans; put their files into this folder"):
        run(study)


def test_a_run_says_how_long_its_steps_took_and_nothing_where_there_was_none(study: Study, run: Any) -> None:
    """The steps that were done are named in one line; a run with nothing to do says nothing of time."""
    (line,) = (line for line in run(study).lines if line.startswith("seconds"))
    assert ["reading", "tables"] == re.findall(r"([a-z]+) \d", line.partition(";")[2])
    assert not [line for line in run(study).lines if line.startswith("seconds")]


def test_a_run_ends_with_what_its_tables_tell(study: Study, run: Any) -> None:
    """A few sentences behind everything else; a run that makes no tables tells nothing again."""
    told = [line for line in run(study).lines[-3:] if line.startswith("- ")]
    assert told
    assert all(line.endswith(".") for line in told)
    assert not [line for line in run(study).lines if line.startswith("- ")]


def test_a_run_with_nothing_to_do_does_not_import_pandas(study: Study, run: Any) -> None:
    """Importing it costs more than everything such a run has to do."""
    run(study)
    script = f"""if True:
        import sys
        from pathlib import Path
        from compare.study import place
        from compare.study.runs import outputs, progress, run
        outputs.EXPORTS = {{}}
        study = place.Study(Path({str(study.root)!r}))
        report = run.run(study, run.Options(notebooks=False), progress.bar)
        sys.exit(report.exit_code or 2 * ("pandas" in sys.modules))
    """
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=False)
    assert (0, "") == (done.returncode, done.stderr)
