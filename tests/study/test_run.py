"""``run`` on a small study: what is stale is made, what is bad costs nothing else."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from compare.study.errors import StudyError
from compare.study.place import Study
from compare.study.runs import outputs
from compare.study.runs.read_plan import PlanRead, Task, read_plan


def rows(study: Study, table: str) -> list[dict[str, str]]:
    with (study.processed / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


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
    monkeypatch.setattr("compare.sources.conversion.office", lambda: "")
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


def test_plans_read_in_other_processes_give_the_same_tables(study: Study, run: Any, contents: Any) -> None:
    """--workers changes where plans are read and nothing else."""
    run(study)
    alone = contents(study.processed)
    shutil.rmtree(study.reports)
    assert 0 == run(study, workers=2).exit_code
    assert alone == contents(study.processed)


def test_plans_read_on_a_cluster_give_the_same_tables(study: Study, run: Any, contents: Any) -> None:
    """--scheduler sends each plan to a dask worker and changes nothing else."""
    distributed = pytest.importorskip("distributed")
    run(study)
    alone = contents(study.processed)
    shutil.rmtree(study.reports)
    where = {"n_workers": 1, "threads_per_worker": 1, "processes": False, "dashboard_address": None}
    with distributed.LocalCluster(**where, protocol="tcp://", host="127.0.0.1") as cluster:
        assert 0 == run(study, scheduler=cluster.scheduler_address).exit_code
    assert alone == contents(study.processed)


def dies_once_of_yi(task: Task) -> PlanRead:
    """Reads a plan, but ends its process when it is first given the plan yi."""
    if task.plan.plan_id == "yi" and not (mark := task.cache.with_name("died")).exists():
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch()
        os._exit(9)
    return read_plan(task)


def test_a_worker_of_a_cluster_that_is_killed_midway_costs_nothing(
    study: Study, run: Any, contents: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a worker had when it died is given to another one; the tables are the same."""
    distributed = pytest.importorskip("distributed", reason="dask is not installed (extra scale)")
    run(study)
    alone = contents(study.processed)
    shutil.rmtree(study.reports)
    monkeypatch.setattr("compare.study.runs.run.read_plan", dies_once_of_yi)
    where = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with distributed.LocalCluster(**where, host="127.0.0.1", silence_logs="CRITICAL") as cluster:
        report = run(study, scheduler=cluster.scheduler_address)
    assert ([], alone) == (report.problems, contents(study.processed))
    assert study.cache.with_name("died").exists()


def dies_of_yi(task: Task) -> PlanRead:
    """Reads a plan, but ends its process, as the system does where memory is short, over the plan yi."""
    if task.plan.plan_id == "yi":
        os._exit(9)
    return read_plan(task)


def test_a_process_that_ends_costs_its_plan_only(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Out of memory, or killed: one line for the plan that was with it, the others are read."""
    monkeypatch.setattr("compare.study.runs.run.read_plan", dies_of_yi)
    report = run(study, workers=2)
    what = "it could not be read in a process of its own (the process ended with code 9)"
    assert [f"data/raw/yi.txt: {what}; run again with --workers 1"] == report.problems
    assert {"jia-2021"} == {row["plan_id"] for row in rows(study, "plans")}


def test_a_scheduler_out_of_reach_is_named(study: Study, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """With dask missing the remedy is to install it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(StudyError, match=r"--scheduler: dask is not installed; .*compare-plans\[scale\]"):
        run(study, scheduler="tcp://127.0.0.1:9")


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


def test_stale_notebooks_are_executed_and_others_are_not(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page depends on its notebook, the tables, the codebook and the code."""
    asked: list[tuple[str, ...]] = []

    def execute(
        folder: Path, out: Path, root: Path, done: Any = None, workers: int = 2, only: Any = ()
    ) -> list[Path]:
        asked.append(only)
        out.mkdir(parents=True, exist_ok=True)
        for name in only:
            (out / name).with_suffix(".html").write_text("page", encoding="utf-8")
            done(name, None)
        return []

    monkeypatch.setattr("compare.exports.notebooks.execute.execute", execute)
    study.notebooks.mkdir()
    for name in ("01_a.ipynb", "02_b.ipynb"):
        (study.notebooks / name).write_text(json.dumps({"name": name}), encoding="utf-8")
    run(study, notebooks=True)
    run(study, notebooks=True)
    (study.notebooks / "02_b.ipynb").write_text("{}", encoding="utf-8")
    run(study, notebooks=True)
    (study.pages / "01_a.html").unlink()
    run(study, notebooks=True)
    (study.raw / "yi.txt").write_text("乙县养老服务行动方案\n养老服务床位达到400张。\n", encoding="utf-8")
    run(study, notebooks=True)
    assert [
        ("01_a.ipynb", "02_b.ipynb"),
        ("02_b.ipynb",),
        ("01_a.ipynb",),
        ("01_a.ipynb", "02_b.ipynb"),
    ] == asked


def test_a_failed_notebook_is_a_problem_and_tried_again(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others' pages are kept as done."""
    from compare.exports.notebooks.execute import NotebookError

    asked: list[tuple[str, ...]] = []

    def execute(
        folder: Path, out: Path, root: Path, done: Any = None, workers: int = 2, only: Any = ()
    ) -> list[Path]:
        asked.append(only)
        out.mkdir(parents=True, exist_ok=True)
        (out / "02_b.html").write_text("page", encoding="utf-8")
        raise NotebookError(("01_a.ipynb, cell 2: KeyError: 'x'; open it",), ())

    monkeypatch.setattr("compare.exports.notebooks.execute.execute", execute)
    study.notebooks.mkdir()
    for name in ("01_a.ipynb", "02_b.ipynb"):
        (study.notebooks / name).write_text("{}", encoding="utf-8")
    first, second = run(study, notebooks=True), run(study, notebooks=True)
    assert ["notebooks/01_a.ipynb, cell 2: KeyError: 'x'; open it"] == first.problems == second.problems
    assert [("01_a.ipynb", "02_b.ipynb"), ("01_a.ipynb",)] == asked


def test_a_page_goes_with_its_notebook(study: Study, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also if its last run failed; a page that no run made stays, though no notebook has its name."""
    from compare.exports.notebooks.execute import NotebookError

    failing = False

    def execute(
        folder: Path, out: Path, root: Path, done: Any = None, workers: int = 2, only: Any = ()
    ) -> list[Path]:
        if failing:
            raise NotebookError(tuple(f"{name}, cell 2: KeyError: 'x'; open it" for name in only), ())
        out.mkdir(parents=True, exist_ok=True)
        for name in only:
            (out / name).with_suffix(".html").write_text("page", encoding="utf-8")
        return []

    def pages() -> set[str]:
        return {path.name for path in study.pages.iterdir()}

    monkeypatch.setattr("compare.exports.notebooks.execute.execute", execute)
    study.notebooks.mkdir()
    for name in ("01_a.ipynb", "02_b.ipynb"):
        (study.notebooks / name).write_text("{}", encoding="utf-8")
    run(study, notebooks=True)
    (study.pages / "mine.html").write_text("mine", encoding="utf-8")
    failing = True
    (study.notebooks / "01_a.ipynb").write_text("[]", encoding="utf-8")
    assert 1 == run(study, notebooks=True).exit_code
    assert {"01_a.html", "02_b.html", "mine.html"} == pages()
    (study.notebooks / "01_a.ipynb").unlink()
    assert [] == run(study, notebooks=True).problems
    assert {"02_b.html", "mine.html"} == pages()
    (study.notebooks / "02_b.ipynb").unlink()
    run(study, notebooks=True)
    assert {"mine.html"} == pages()


def test_exports_are_made_when_stale_and_old_files_removed(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A figure that is no longer drawn must not lie beside those that are; what no run made stays."""
    names = [["one.png", "two.png"], ["one.png"]]
    calls: list[int] = []

    def figures(dataset: Any, target: Path) -> list[Path]:
        made = names[len(calls)]
        calls.append(len(dataset.plans))
        target.mkdir(parents=True, exist_ok=True)
        for name in made:
            (target / name).write_bytes(b"png")
        return [target / name for name in made]

    monkeypatch.setattr(outputs, "EXPORTS", {"figures": figures})
    run(study)
    (study.reports / "figures" / "mine.png").write_bytes(b"mine")
    run(study)
    assert [2] == calls
    (study.raw / "yi.txt").write_text("乙县养老服务行动方案\n养老服务床位达到400张。\n", encoding="utf-8")
    run(study)
    assert [2, 2] == calls
    assert {"one.png", "mine.png"} == {path.name for path in (study.reports / "figures").iterdir()}


def test_an_export_that_fails_leaves_the_others(
    study: Study, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workbook open in Excel: one line, the rest is made, and the workbook again next time."""

    def locked(dataset: Any, target: Path) -> list[Path]:
        raise PermissionError(13, "Permission denied", str(target))

    def figures(dataset: Any, target: Path) -> list[Path]:
        return []

    monkeypatch.setattr(outputs, "EXPORTS", {"workbook": locked, "figures": figures})
    report = run(study)
    assert [True] == [
        problem.startswith("reports/comparison.xlsx: Permission denied") for problem in report.problems
    ]
    assert "figures: reports/figures" in report.lines
    monkeypatch.setattr(outputs, "EXPORTS", {"workbook": figures, "figures": locked})
    assert 0 == run(study).exit_code
