"""Milestones of made-up items: what will have been done by when; which dates set no deadline."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.support.language import ReadText
from tests.support.rules_alone import rules_alone

from compare.coding.instruments.codebook import MeansBook
from compare.coding.instruments.coder import code_means
from compare.coding.instruments.milestones.clause_dates import cell_deadline, noted_deadline
from compare.model import Document
from compare.reading import read
from compare.sources.load import read_bytes

#: A plan of 2024, with the words to be read as its first item.
PLAN = "关于印发方案的通知\n某政办发〔2024〕5号\n2024年1月10日\n一、安排\n(一){}\n(二)加强领导。\n"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("2023年6月底前,制定出台老年助餐管理办法。", [("issue", "2023-06", "老年助餐管理办法")]),
        ("2023年底前建成市级养老信息平台。", [("build", "2023", "市级养老信息平台")]),
        ("2023年6月,采集老年人信息,完成信息录入工作。", [("complete", "2023-06", "信息录入工作")]),
        (
            "2022年10月前完成项目论证,12月底完成招标工作。",
            [("complete", "2022-10", "项目论证"), ("complete", "2022-12", "招标工作")],
        ),
        ("自2022年起,全面推进等级评定。", [("start", "2022", "等级评定")]),
        ("重大隐患在2022年底前全部整改到位。", [("complete", "2022", "重大隐患")]),
        ("“十四五”期间,建成一批示范机构平台。", [("build", "2025", "一批示范机构平台")]),
        ("市民政局2022年底前完成。", []),
        ("隐患整改工作2022年底前完成。", [("complete", "2022", "隐患整改工作")]),
        ("2022年底前完成整改。", []),
        ("2022年底前完成自查表。", [("complete", "2022", "自查表")]),
        ("自2022年6月起,各县区将全面推行长期护理保险。", [("start", "2022-06", "长期护理保险")]),
        ("自2022年6月起,市民政局应当启动等级评定。", [("start", "2022-06", "启动等级评定")]),
        (
            "2022年6月底前完成自查并提交自查报告。",
            [("complete", "2022-06", "自查"), ("report", "2022-06", "自查报告")],
        ),
        ("2022年6月底前完成自查并完成自查报告。", [("complete", "2022-06", "自查并完成自查报告")]),
        (
            "2022年6月底前,把摸底数据录入系统并提交评估报告。",
            [("complete", "2022-06", "数据录入系统"), ("report", "2022-06", "评估报告")],
        ),
        ("2022年6月底前将养老设施纳入专项规划。", [("complete", "2022-06", "养老设施纳入专项规划")]),
        ("2022年6月底前出台补贴办法报市政府审定。", [("issue", "2022-06", "补贴办法")]),
        ("2022年6月底前将评估报告报送市民政局。", [("report", "2022-06", "评估")]),
        ("2022年6月底前形成调研报告(市民政局牵头)。", [("report", "2022-06", "调研报告")]),
        ("制定服务指南(市民政局负责,2022年10月底前完成)。", [("issue", "2022-10", "服务指南")]),
        ("2022年6月底前结合摸底调研情况制定实施方案。", [("issue", "2022-06", "实施方案")]),
        ("完成改造任务,2022年6月底前出台管理办法。", [("issue", "2022-06", "管理办法")]),
        ("2022年6月底前出台补贴办法、管理办法。", [("issue", "2022-06", "补贴办法、管理办法")]),
        ("2022年6月底前,市民政局要出台补贴办法。", [("issue", "2022-06", "补贴办法")]),
        ("到2025年,养老服务体系基本建立。", []),
        ("到2025年,护理型床位占比达到55%。", []),
        ("到2025年,建成养老机构30家。", []),
        ("完善养老服务制度,建立工作机制。", []),
    ],
)
def test_milestones(
    read_text: ReadText, book: MeansBook, text: str, expected: list[tuple[str, str, str]]
) -> None:
    """A dated output without a value; what cannot be checked by the date is none."""
    whole = f"一、任务\n1.{text}\n"
    found = code_means(read_text(whole), book).milestones
    assert expected == [(m.action, m.deadline, whole[m.object_start : m.object_end]) for m in found]


def test_a_date_behind_a_heading_leads_its_item(read_text: ReadText, book: MeansBook) -> None:
    """The plan's year is that of its issue."""
    text = (
        "关于印发方案的通知\n某政办发〔2024〕5号\n一、安排\n(一)研究方案(7月)。由市政府研究制定整改方案。\n"
    )
    found = code_means(read_text(text), book).milestones
    assert [("issue", "2024-07")] == [(m.action, m.deadline) for m in found]


def _cases() -> list[tuple[str, list[tuple[str, ...]]]]:
    path = Path(__file__).parents[2] / "cases" / "milestones.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [
            (row["text"], [tuple(one.split("|")) for one in row["expected"].split(";") if one])
            for row in csv.DictReader(file)
        ]


@pytest.mark.parametrize("text, expected", _cases())
def test_cases(read_text: ReadText, book: MeansBook, text: str, expected: list[tuple[str, ...]]) -> None:
    """Action and deadline in the order of the text, and the thing where the table names it."""
    whole = PLAN.format(text)
    found = code_means(read_text(whole), book).milestones
    assert [(action, deadline) for action, deadline, _ in expected] == [(m.action, m.deadline) for m in found]
    for (_, _, thing), one in zip(expected, found, strict=True):
        assert thing in ("", whole[one.object_start : one.object_end])


def test_a_line_end_within_a_date_hides_no_year(book: MeansBook) -> None:
    """A file with hard line ends (2025↵年底前) says the same as one without: not the year of issue."""
    told = (
        "市民政局牵头，市发展改革委、市财政局配合，2023年开展中期评估，2025",
        "年底前完成总结评估，并向市政府提交书面报告，评估结果向社会公开。",
    )
    lexicon = rules_alone().lexicon
    deadlines = [
        [
            one.deadline
            for one in code_means(
                read(read_bytes(PLAN.format(end.join(told)).encode(), "plan.txt"), lexicon), book
            ).milestones
        ]
        for end in ("", "\n")
    ]
    assert [["2025"]] * 2 == [found[:1] for found in deadlines]


def test_the_column_of_a_task_table_says_by_when(book: MeansBook) -> None:
    """For what its row does, and for nothing in other rows; 长期 is no date."""
    rows = (
        ("1", "完善制度", "出台老年助餐管理办法", "市民政局", "2024年6月底"),
        ("2", "加强培训", "开展护理员培训", "市人社局", "长期"),
        ("3", "健全机制", "建立服务质量评价制度", "市市场监管局", "2024年9月30日前"),
    )
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    head = "".join(f"<th>{name}</th>" for name in ("序号", "工作任务", "具体措施", "责任单位", "完成时限"))
    page = (
        "<html><head><meta charset='utf-8'></head><body><p>某市养老服务行动方案</p><p>某政办发〔2024〕8号</p>"
        f"<p>一、目标</p><p>健全养老服务。</p><p>重点任务分工表</p><table><tr>{head}</tr>{cells}</table></body></html>"
    )
    document: Document = read_bytes(page.encode("utf-8"), "plan.html")
    found = code_means(read(document, rules_alone().lexicon), book).milestones
    assert [("issue", "2024-06"), ("establish", "2024-09-30")] == [(m.action, m.deadline) for m in found]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("建立机制。(责任单位:市民政局;完成时限:2024年12月底)", "2024-12"),
        ("制定指南(市民政局负责,2024年10月底前完成)", "2024-10"),
        ("建立机制。(责任单位:市民政局;完成时限:长期坚持)", ""),
        ("建立机制。(责任单位:市民政局)", ""),
    ],
)
def test_a_note_says_by_when(text: str, expected: str) -> None:
    """In brackets behind an item, with its departments."""
    assert expected == noted_deadline(text, 2024)


@pytest.mark.parametrize(
    "text, expected",
    [("2024年12月底前", "2024-12"), ("2025年", "2025"), ("市民政局", ""), ("2025年建成养老院3所", "")],
)
def test_a_cell_that_is_a_date(text: str, expected: str) -> None:
    """And nothing but a date."""
    assert expected == cell_deadline(text, 2024)


@pytest.mark.parametrize("quarter, month", [("一", "03"), ("二", "06"), ("三", "09"), ("四", "12")])
def test_a_quarter_ends_with_its_third_month(quarter: str, month: str) -> None:
    """Its number in Chinese or in digits."""
    number = str("一二三四".index(quarter) + 1)
    assert [f"2024-{month}"] * 2 == [cell_deadline(f"2024年第{q}季度", 2023) for q in (quarter, number)]


@pytest.mark.parametrize(
    "text, quotes",
    [
        (
            "2024年6月底前,采集老年人信息,完成信息录入工作。",
            ["2024年6月底前,采集老年人信息,完成信息录入工作"],
        ),
        ("从2024年6月起,全面推进等级评定。", ["从2024年6月起,全面推进等级评定"]),
        ("压实各方责任,从2024年6月起,全面推进等级评定。", ["从2024年6月起,全面推进等级评定"]),
        ("压实各方责任,出台管理办法。(责任单位:市民政局;完成时限:2024年12月底)", ["出台管理办法"]),
        ("做好各项准备工作,2024年底前建成市级平台。", ["2024年底前建成市级平台"]),
        (
            "2024年6月底前出台管理办法,2024年底前建成市级平台,形成评估报告。",
            ["2024年6月底前出台管理办法", "2024年底前建成市级平台", "2024年底前建成市级平台,形成评估报告"],
        ),
        ("研究制定整改方案(7月)。加强各项工作的领导。", ["研究制定整改方案(7月)"]),
        ("研究制定整改方案(7月)。7月底前印发整改方案。", ["7月底前印发整改方案"]),
        (
            "研究制定整改方案(7月)。8月底前印发整改方案。",
            ["研究制定整改方案(7月)", "8月底前印发整改方案"],
        ),
        ("研究整改方案(7月)。市政府研究制定整改方案。", ["市政府研究制定整改方案"]),
    ],
)
def test_a_milestone_is_quoted_with_the_date_that_leads_it(
    read_text: ReadText, book: MeansBook, text: str, quotes: list[str]
) -> None:
    """In its own clause, or from the clause of the date on; the date of a heading is not quoted below it, and
    the heading counts only where nothing below it is done by its date."""
    whole = PLAN.format(text)
    found = code_means(read_text(whole), book).milestones
    assert quotes == [whole[one.start : one.end] for one in found]
