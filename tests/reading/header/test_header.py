"""Headers: title, number, issuer, dates, horizon, annexes, and what a fragment lacks."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Header
from compare.reading.header.header import header, horizon
from compare.reading.page.furniture import furniture
from compare.reading.page.view import text_view

RAW = Path(__file__).parents[3] / "data" / "raw"

NOTICE = """甲省人民政府办公厅关于印发甲省“十四五”养老服务体系
建设规划的通知
甲政办发〔2021〕33号

各市、县（区）人民政府，省政府各厅委：
　　《甲省“十四五”养老服务体系建设规划》已经省政府同意，现印发给你们，请认真组织实施。

甲省人民政府办公厅
二〇二一年十月三十一日

（此件公开发布）

甲省“十四五”养老服务体系建设规划

　　根据《“十四五”国家老龄事业发展和养老服务体系规划》（国发〔2021〕35号）和《甲省国民经济和社会发展规划》（以下简称《甲省规划》），制定本规划。
　　一、规划背景
　　“十三五”期间，依据《某法》，发展迅速。
　　二、总体要求
　　（一）发展目标。到2025年，床位达到3万张。
"""

OPINION = """乙市人民政府关于推进养老服务发展的实施意见
乙政发〔2019〕12号
各县（市、区）人民政府，市政府各部门：
　　为贯彻落实《国务院办公厅关于推进养老服务发展的意见》（国办发〔2019〕5号）精神，提出以下实施意见。
　　一、目标任务
　　到2020年，全市养老床位达到2万张。到2022年，老有所养。
　　二、主要措施
　　（一）加强领导，到2030年不松劲。
　　附件：1.任务分工表
　　　　　2.指标表.docx
乙市人民政府
2019年9月20日
（此件公开发布）
附件1
任务分工表
"""

DECREE = """丙市人民政府令
第 58 号
《丙市养老机构管理办法》已经2015年6月8日市人民政府第40次常务会议审议通过，现予公布，自2015年9月1日起施行。
市长 张某
2015年6月30日
丙市养老机构管理办法
第一章 总则
第一条 为了规范养老机构管理，根据《中华人民共和国老年人权益保障法》，制定本办法。
第二条 依照《某条例》执行。
"""

FORWARDED = """丁县人民政府办公室转发县民政局等部门关于加快发展养老服务业意见的通知
丁政办〔2014〕8号
各乡镇人民政府：
县民政局等部门《关于加快发展养老服务业的意见》已经县政府同意，现转发给你们。
2014年3月5日
关于加快发展养老服务业的意见
县民政局 县财政局
一、总体要求
二、任务
"""

LABELLED = """标题：戊市民政局 戊市财政局关于印发《戊市居家养老服务补贴办法（试行）》的通知
发布日期：2023-05-06 10:20 成文日期：2023年4月28日 文 号：戊民规〔2023〕2号 有效期至：2028-05-31
戊市民政局 戊市财政局关于印发《戊市居家养老服务补贴办法（试行）》的通知
各区民政局、财政局：
现将《戊市居家养老服务补贴办法（试行）》印发给你们，请遵照执行。
戊市民政局　　戊市财政局
戊市居家养老服务补贴办法
（试行）
第一条 为了照顾老年人，制定本办法。
第十条 本办法自印发之日起施行，有效期5年。
"""

REGULATION = """# 辛市养老服务促进条例

2022年10月28日 辛市第十六届人民代表大会常务委员会第三次会议通过

## 第一章 总则

第一条 为了促进养老服务，根据《中华人民共和国老年人权益保障法》等法律，结合本市实际，制定本条例。

第四十条 本条例自2023年1月1日起施行。
"""

FRAGMENT = """到2025年，全区养老床位达到3000张，护理型床位占比不低于60%，每个街道建成一所综合养老服务中心。
三、保障措施
（一）加强领导。
附件
己区养老服务任务清单
"""


def read(text: str, *, page: bool = False) -> Header:
    view = text_view(text)
    return header(view, text, [(f.start, f.end) for f in furniture(view.text)] if page else ())


CASES: list[tuple[str, dict[str, Any]]] = [
    (
        NOTICE,
        {
            "title": "甲省“十四五”养老服务体系建设规划",
            "document_number": "甲政办发〔2021〕33号",
            "issuer": "甲省人民政府办公厅",
            "issued_on": "2021-10-31",
            "horizon_start": "2021",
            "horizon_end": "2025",
        },
    ),
    (
        OPINION,
        {
            "title": "乙市人民政府关于推进养老服务发展的实施意见",
            "document_number": "乙政发〔2019〕12号",
            "issuer": "乙市人民政府",
            "issued_on": "2019-09-20",
            "horizon_end": "2022",
            "annexes": ("任务分工表", "指标表"),
        },
    ),
    (
        DECREE,
        {
            "title": "丙市养老机构管理办法",
            "document_number": "丙市人民政府令第58号",
            "issuer": "丙市人民政府",
            "issued_on": "2015-06-30",
            "effective_on": "2015-09-01",
        },
    ),
    (
        FORWARDED,
        {
            "title": "关于加快发展养老服务业的意见",
            "document_number": "丁政办〔2014〕8号",
            "issuer": "丁县人民政府办公室",
            "issued_on": "2014-03-05",
        },
    ),
    (
        LABELLED,
        {
            "title": "戊市居家养老服务补贴办法（试行）",
            "document_number": "戊民规〔2023〕2号",
            "issuer": "戊市民政局、戊市财政局",
            "issued_on": "2023-04-28",
            "published_on": "2023-05-06",
            "effective_on": "2023-04-28",
        },
    ),
    (
        REGULATION,
        {
            "title": "辛市养老服务促进条例",
            "issuer": "辛市人民代表大会常务委员会",
            "issued_on": "2022-10-28",
            "effective_on": "2023-01-01",
        },
    ),
    (
        FRAGMENT,
        {
            "title": "己区养老服务任务清单",
            "annexes": ("己区养老服务任务清单",),
            "missing": ("beginning", "title", "document_number", "issuer", "issued_on"),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_header_of_each_kind_of_document(text: str, expected: dict[str, Any]) -> None:
    """Notices, opinions, decrees, forwarded plans, labels, regulations: every field, and nothing more."""
    assert asdict(Header(**expected)) == asdict(read(text))


PLANS: dict[str, dict[str, Any]] = {
    "altay": {
        "title": "阿勒泰地区加快推进养老服务发展的实施方案",
        "document_number": "阿行办发〔2020〕77号",
        "issuer": "阿勒泰地区行政公署办公室",
        "issued_on": "2020-12-08",
        "published_on": "2020-12-08",
        "effective_on": "2020-12-08",
        "horizon_end": "2022",
    },
    "xianyang": {
        "title": "咸阳市加快推进养老服务体系建设重点任务分工",
        "annexes": ("咸阳市加快推进养老服务体系建设重点任务分工",),
        "missing": ("beginning", "title", "document_number", "issuer", "issued_on"),
    },
    "anning": {
        "title": "兰州市安宁区“十四五”促进养老托育服务健康发展实施方案",
        "document_number": "安政办发〔2022〕6号",
        "issuer": "兰州市安宁区人民政府办公室",
        "issued_on": "2022-02-14",
        "published_on": "2022-05-13",
        "horizon_start": "2021",
        "horizon_end": "2025",
        "annexes": ("兰州市安宁区“十四五”促进养老托育服务健康发展实施方案重点任务分工",),
    },
    "zhoukou": {
        "title": "2024年推进养老服务事业加快发展主动接受三级人大联动监督实施方案",
        "document_number": "周政办〔2024〕13号",
        "issuer": "周口市人民政府办公室",
        "issued_on": "2024-04-09",
        "published_on": "2024-04-22",
        "horizon_start": "2024",
        "horizon_end": "2024",
        "annexes": ("2024年重点任务分解表",),
    },
    "chuxiong": {
        "title": "楚雄州推进养老服务高质量发展三年行动方案(2024—2026年)",
        "document_number": "楚政办通〔2024〕38号",
        "issuer": "楚雄州人民政府办公室",
        "issued_on": "2024-08-14",
        "published_on": "2024-08-15",
        "horizon_start": "2024",
        "horizon_end": "2026",
        "annexes": ("楚雄州推进养老服务高质量发展三年行动任务清单(2024—2026年)",),
    },
}


@pytest.mark.parametrize("plan", PLANS)
def test_headers_of_the_plans(plan: str) -> None:
    """The five plans as published: wrapped titles, injected spam, labels in one line, a fragment."""
    text = (RAW / f"{plan}.txt").read_text(encoding="utf-8")
    assert asdict(Header(**PLANS[plan])) == asdict(read(text, page=True))


def test_spam_is_no_part_of_the_title() -> None:
    """Words that a hacked page puts in the place of an issuer are neither issuer nor title."""
    text = (
        "足球比分直播\n甲区人民政府办公室\n足球比分直播:印发《甲区“十四五”养老服务健 康发展方案》的通知\n"
        "甲政办发〔2022〕6号\n一、总体目标\n二、任务\n"
    )
    found = read(text, page=True)
    assert ("甲区“十四五”养老服务健康发展方案", "甲区人民政府办公室") == (found.title, found.issuer)


def test_cited_numbers_are_not_the_own_number() -> None:
    """A document number within a sentence belongs to the document cited there."""
    text = "甲市养老服务工作要点\n根据《乙省意见》（乙政发〔2019〕5号），制定本要点。\n一、任务\n二、措施\n"
    found = read(text)
    assert "" == found.document_number


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("甲市养老服务方案\n一、任务\n建设养老机构。\n", ("end",)),
        (
            "甲市养老服务方案\n一、任务\n建设。\n二、措施\n" + "加强组织领导和经费保障" * 5 + "以及\n",
            ("end",),
        ),
        ("甲市养老服务方案\n一、任务\n建设。\n二、措施\n加强领导。\n责任编辑：某某\n", ()),
    ],
)
def test_a_text_that_breaks_off_lacks_its_end(text: str, missing: tuple[str, ...]) -> None:
    """A first part without a second, or a last line cut inside its sentence; a page foot is no cut."""
    assert missing == read(text).missing


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("甲市养老服务三年行动方案（2023—2025年）", ("2023", "2025")),
        ("甲市2021-2025年养老设施规划", ("2021", "2025")),
        ("甲市“十三五”养老服务规划", ("2016", "2020")),
        ("2010年甲市人民政府工作报告", ("2010", "2010")),
        ("甲市养老服务三年行动方案", ("2020", "2022")),
        ("甲市养老服务实施方案", ("", "2022")),
    ],
)
def test_horizon_from_title_or_goals(title: str, expected: tuple[str, str]) -> None:
    """Years of the title first; else the goals give the end, and 三年行动 the beginning."""
    found = read(f"{title}\n一、工作目标\n到2020年起步。到2022年，全面建成。\n二、任务\n到2030年不松劲。\n")
    assert expected == (found.horizon_start, found.horizon_end)
    assert (int(expected[0] or 0), int(expected[1])) == horizon(found)


PIECES = st.sampled_from(
    [
        *(
            "关于印发",
            "的通知",
            "《",
            "》",
            "（",
            "）",
            "〔2020〕",
            "号",
            "\n",
            "\n附件",
            "：",
            "根据",
            "已经",
            "一、",
            "附件：1.",
        ),
        *(
            "2020年1月1日",
            "日期:",
            "自",
            "起施行",
            "本办法",
            "市人民政府",
            "目标。",
            "到2022年",
            "<p>",
            "1",
            "县",
            "　",
            "\t",
        ),
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join)))
def test_no_text_is_refused(text: str) -> None:
    """Any text has a header; its dates, where given, are ISO 8601 and its names free of line ends."""
    found = read(text, page=True)
    for date in (found.issued_on, found.published_on, found.effective_on):
        assert not date or (len(date) == 10 and 1 <= int(date[5:7]) <= 12)
    for name in (found.title, found.document_number, found.issuer, *found.annexes):
        assert "\n" not in name


@pytest.mark.parametrize(
    "text",
    [
        "附件:1.任务分解表 2.责任清单 3.评价办法\n",
        "附件:1.任务分解表\n2.责任清单\n3.评价办法\n",
        "附件1 任务分解表\n附件2 责任清单\n附件3 评价办法\n",
    ],
    ids=["in one line", "a line each", "a label each"],
)
def test_each_annex_of_a_list_has_its_name(text: str) -> None:
    """However its entries are parted."""
    before = "甲市养老服务实施方案\n一、任务\n办好老年食堂。\n"
    assert ("任务分解表", "责任清单", "评价办法") == read(before + text).annexes
