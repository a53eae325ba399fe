"""A sixth plan, written here, from file to table and figure: the same in all four formats."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.support.documents import Block, as_docx, as_html, as_pdf, as_txt

from compare import cli
from compare.exports.figure_files import charts
from compare.study.loading import open_tables
from compare.study.place import Study

TITLE = "昆明市养老服务体系建设实施方案"
PLAN: list[Block] = [
    f"昆明市人民政府办公室关于印发{TITLE}的通知",
    "昆政办发〔2021〕15号",
    "各县(市)、区人民政府,市直各委办局:",
    f"现将《{TITLE}》印发给你们,请认真组织实施。",
    "昆明市人民政府办公室",
    "2021年5月5日",
    TITLE,
    "一、总体目标",
    "到2025年,全市养老机构护理型床位占比不低于60%,每千名老年人拥有养老床位40张,养老服务床位达到9000张。",
    "二、重点任务",
    "(一)完善社区服务。到2022年底,社区养老服务设施覆盖率达到90%以上,农村不低于百分之六十五。",
    "(二)加强资金保障。各级每年将不低于55%的福利彩票公益金用于发展养老服务。民政局牵头,财政局配合。",
    "(三)健全队伍。2023年底前培训养老护理员1200人次。",
    "各县区任务分解见下表。",
    [["县区", "新增床位(张)"], ["五华区", "300"], ["盘龙区", "250"], ["官渡区", "450"]],
]
FORMATS: dict[str, Callable[[list[Block]], bytes]] = {
    "txt": as_txt,
    "html": lambda blocks: as_html(blocks, TITLE),
    "docx": as_docx,
    "pdf": as_pdf,
}
#: What the plan says, whatever file it came in.
SAID = (
    "indicator",
    "kind",
    "subject",
    "value_text",
    "value_low",
    "value_high",
    "unit",
    "comparator",
    "deadline",
    "period",
    "scope",
    "area",
)
HEADER = {
    "plan_id": "kunming-2021",
    "region_zh": "昆明市",
    "region_code": "530100",
    "region_level": "prefecture",
    "province_zh": "云南省",
    "title": TITLE,
    "document_number": "昆政办发〔2021〕15号",
    "issued_on": "2021-05-05",
}


def rows(study: Study, table: str) -> list[dict[str, str]]:
    with (study.processed / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["plan_id"].startswith("kunming")]


def statements(study: Study) -> list[tuple[str, ...]]:
    return [tuple(row[name] for name in SAID) for row in rows(study, "statements")]


@pytest.fixture(scope="module")
def from_text(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, ...]]:
    """The statements of the plan as plain text, which the other formats must give as well."""
    file = tmp_path_factory.mktemp("plain") / "kunming.txt"
    file.write_bytes(as_txt(PLAN))
    from compare.study.extract import statements as read

    return [tuple(str(row[name] if row[name] is not None else "") for name in SAID) for row in read(file)]


@pytest.mark.parametrize("form", FORMATS)
def test_a_new_plan_goes_from_file_to_table_and_figure(
    study: Study, run: Any, reads: list[str], capsys: Any, form: str, from_text: list[tuple[str, ...]]
) -> None:
    """Dropped into data/raw: one command, and it stands in the tables and in a figure beside the others."""
    run(study)
    reads.clear()
    (study.raw / f"下载 (1).{form}").write_bytes(FORMATS[form](PLAN))
    report = run(study)
    assert [] == report.problems
    assert ["kunming-2021"] == reads
    (plan,) = rows(study, "plans")
    assert HEADER == {name: plan[name] for name in HEADER}
    assert (form, "False") == (plan["source_format"], plan["reviewed"])
    said = statements(study)
    assert [tuple(map(_number, row)) for row in from_text] == [tuple(map(_number, row)) for row in said]
    assert {
        ("nursing_bed_share", "60", "ge", "2025"),
        ("lottery_fund_share", "55", "ge", ""),
        ("beds_total", "9000", "eq", "2025"),
    } <= {(row[0], row[4], row[7], row[8]) for row in said}
    assert {"五华区", "盘龙区", "官渡区"} == {row["area"] for row in rows(study, "allocations")}
    told = "kunming-2021 nursing_bed_share: new: ge 60 % by 2025 (general)"
    assert any(told in line for line in report.lines)
    chart = next(chart for chart in charts(open_tables(study), "zh", "matrix"))
    drawn = chart.data.set_index(["plan_id", "indicator"])["value_low"]
    assert 60 == drawn["kunming-2021", "nursing_bed_share"]


def _number(text: str) -> str:
    return text.removesuffix(".0")


def test_a_new_plan_is_added_after_its_entry_was_shown(
    study: Study, run: Any, tmp_path: Path, capsys: Any
) -> None:
    """The other way in: add shows the entry, run reads the plan, diff says what it changed."""
    file = tmp_path / "昆明.docx"
    file.write_bytes(as_docx(PLAN))
    run(study)
    where = ["--study", str(study.root)]
    assert 0 == cli.main(["add", str(file), "--yes", *where])
    shown = capsys.readouterr().out
    entry = ("plan_id: kunming-2021", "region_code: '530100'", f"title: {TITLE}")
    assert all(part in shown for part in entry)
    run(study)
    assert 0 == cli.main(["diff", *where])
    told = capsys.readouterr().out
    assert f"  kunming-2021: new: {TITLE} 昆政办发〔2021〕15号\n" in told
    spread = (
        "2 of 2 plans: 50-55 % (general); 2 at any scope -> 3 of 3 plans: 50-60 % (general); 3 at any scope"
    )
    assert f"nursing_bed_share: stated by {spread}" in told
