"""Web pages: the plan with its title, number, dates and tables; not what surrounds it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Document
from compare.sources import SourceError, read_bytes

BODY = """<p>　　到2022年，全市护理型床位占比不低于50%，社区日间照料覆盖率达到90%以上。</p>
<p>　　各县（市、区）要加强领导，明确责任，确保各项任务按期完成；民政部门牵头。</p>"""
LINES = [
    "　　到2022年，全市护理型床位占比不低于50%，社区日间照料覆盖率达到90%以上。",
    "　　各县（市、区）要加强领导，明确责任，确保各项任务按期完成；民政部门牵头。",
]
TITLE = "甲市人民政府关于印发养老服务实施方案的通知"


def page(body: str, head: str = "") -> Document:
    return read_bytes(
        f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "a.html"
    )


def lines(document: Document) -> list[str]:
    return document.text.split("\n")


def furniture(document: Document) -> dict[str, str]:
    return {document.text[f.start : f.end]: f.reason for f in document.furniture}


def grid(document: Document, number: int = 0) -> dict[tuple[int, int, int, int], str]:
    return {
        (c.row, c.column, c.row_span, c.column_span): document.text[c.start : c.end]
        for c in document.tables[number].cells
    }


def test_site_around_the_plan_is_left_out() -> None:
    """Menus, search, scripts, styles, hidden parts and the footer are no part of the text."""
    document = page(
        f"""<script>var plan = "新增床位999张。";</script><noscript>请启用脚本，谢谢。</noscript>
        <div class="header"><a href="/">首页</a><a href="/xxgk">信息公开</a></div>
        <form action="/s"><div class="search">搜索 <input value="1"><button>搜</button></div>
        <div class="main"><h1>{TITLE}</h1><div class="info">发布日期：2021-03-01</div>
        <div class="article">{BODY}</div><div style="display: none">关键词：床位12345张，隐藏。</div></div>
        <ul class="list"><li><a href="1">2020年养老服务工作总结，内容很长很长很长很长很长很长</a></li></ul>
        <div class="footer">主办：甲市人民政府 网站标识码：4401000098</div></form>""",
        f"<title>{TITLE}-甲市人民政府</title><style>p {{ color: red }}</style>",
    )
    assert [TITLE, "发布日期：2021-03-01", *LINES] == lines(document)


def test_index_of_open_government_information_becomes_labelled_lines() -> None:
    """Number and dates above the text are kept as label and value; the index number is furniture."""
    document = page(
        f"""<div class="top"><a href="/">首页</a></div>
        <table class="xxgk"><tr><td>索 引 号：</td><td>123/2021-00001</td><td>发布机构：</td>
        <td>甲市</td></tr>
        <tr><td>文 号：</td><td>甲政发〔2021〕3号</td><td>主题词：</td><td></td></tr></table>
        <div><h1>{TITLE}</h1><div>{BODY}</div></div>""",
        f"<title>{TITLE}</title>",
    )
    expected = [
        "索 引 号：123/2021-00001",
        "发布机构：甲市",
        "文 号：甲政发〔2021〕3号",
        "主题词：",
        TITLE,
        *LINES,
    ]
    assert expected == lines(document)
    assert {"索 引 号：123/2021-00001": "index number"} == furniture(document)
    assert () == document.tables


def test_title_in_several_lines() -> None:
    """A title that the page breaks is kept from its first line on."""
    document = page(
        f"""<p>网站无障碍</p><h1>甲市人民政府<br>关于印发养老服务<br>实施方案的通知</h1>
        <div>2021-03-01</div><div>{BODY}</div>""",
        f"<title>{TITLE}_甲市</title>",
    )
    assert ["甲市人民政府", "关于印发养老服务", "实施方案的通知", "2021-03-01", *LINES] == lines(document)


def test_name_of_the_office_in_the_head_of_the_page_is_no_title() -> None:
    """With the title in the body, nothing is fetched from above it."""
    document = page(
        f"""<div>甲市人民政府</div><div>今天是星期一</div><div><h1>{TITLE}</h1>{BODY}</div>""",
        f"<title>{TITLE}</title>",
    )
    assert [TITLE, *LINES] == lines(document)


def test_title_and_date_of_the_head_where_the_page_shows_none() -> None:
    """The government sites' meta tags stand in for a title or date that the body lacks."""
    head = f'<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2021-03-01 15:02">'
    assert [TITLE, "发布日期：2021-03-01 15:02", *LINES] == lines(page(f"<div>{BODY}</div>", head))
    shown = page(f"<div><p>2021年3月1日发布，请遵照执行。</p>{BODY}</div>", head)
    assert [TITLE, "2021年3月1日发布，请遵照执行。", *LINES] == lines(shown)


def test_page_tools_inside_the_plan_are_furniture() -> None:
    """Buttons, breadcrumbs and links that lead elsewhere stay, marked; links to annexes are text."""
    document = page(
        f"""<div class="content"><div class="crumbs">您的位置：<a href="/">首页</a> &gt; 公开</div>
        <p>【字体：大 中 小】【打印】</p>{BODY}<p><a href="/a/1.docx">附件：1.任务分解表.docx</a></p>
        <p><a href="/b">关于养老服务的更多内容</a></p><p>上一篇：关于某事的通知</p></div>"""
    )
    assert {
        "您的位置：首页 > 公开": "navigation",
        "【字体：大 中 小】【打印】": "navigation",
        "关于养老服务的更多内容": "navigation",
        "上一篇：关于某事的通知": "navigation",
    } == furniture(document)
    assert "附件：1.任务分解表.docx" in lines(document)


def test_annex_after_the_body_is_kept() -> None:
    """A table or annex line in a box of its own below the plan belongs to the plan."""
    document = page(
        f"""<div><div id="zoom">{BODY * 20}</div>
        <div><p>附件：任务分解表</p><table><tr><td>县</td><td>床位</td></tr><tr><td>甲县</td><td>80</td></tr>
        </table></div></div><div class="foot">版权所有，翻印必究。备案号：京ICP备1号</div>"""
    )
    assert ["附件：任务分解表", "县", "床位", "甲县", "80"] == lines(document)[-5:]
    assert {(0, 0, 1, 1): "县", (0, 1, 1, 1): "床位", (1, 0, 1, 1): "甲县", (1, 1, 1, 1): "80"} == grid(
        document
    )


def test_merged_cells_appear_once_with_their_extent() -> None:
    """Row and column spans follow the table model of HTML, also a row span of 0 (to the end)."""
    document = page(
        f"""<div>{BODY}<table><caption>表1 任务</caption>
        <tr><th rowspan="2">县</th><th colspan="2">床位</th></tr>
        <tr><th>2021年</th><th>2022年</th></tr>
        <tr><td rowspan="0">甲县</td><td>80</td><td></td></tr>
        <tr><td><p>90</p><p>（含改建）</p></td><td>100</td></tr></table></div>"""
    )
    expected = {
        (0, 0, 2, 1): "县",
        (0, 1, 1, 2): "床位",
        (1, 1, 1, 1): "2021年",
        (1, 2, 1, 1): "2022年",
        (2, 0, 2, 1): "甲县",
        (2, 1, 1, 1): "80",
        (2, 2, 1, 1): "",
        (3, 1, 1, 1): "90\n（含改建）",
        (3, 2, 1, 1): "100",
    }
    assert expected == grid(document)
    assert "表1 任务" in lines(document)


def test_tables_that_lay_out_the_page_are_no_tables() -> None:
    """Old sites put menu, text and data table into cells of one table."""
    document = page(
        f"""<table><tr><td colspan="2"><a href="/">首页</a> <a href="/2">公开</a></td></tr>
        <tr><td><a href="/3">机构</a></td><td><table><tr><td align="center"><b>{TITLE}</b></td></tr>
        <tr><td>{BODY}<table><tr><td>甲县</td><td>80张</td></tr><tr><td>乙县</td><td>/</td></tr></table></td></tr>
        </table></td></tr><tr><td colspan="2">地址：甲市某路1号</td></tr></table>"""
    )
    assert [TITLE, *LINES, "甲县", "80张", "乙县", "/"] == lines(document)
    assert 1 == len(document.tables)


def test_white_space_as_browsers_show_it() -> None:
    """A line break between Chinese characters vanishes, other runs are one blank, nbsp stays."""
    document = page(
        "<div><p>护理型\n      床位占比\n不低于  <b>50</b>%，<!-- 注 -->其中&nbsp;&nbsp;公办\r\nABC。</p>"
        "<p>甲<br>乙</p>"
        "<pre>一行，\n二行。</pre></div>"
    )
    assert ["护理型床位占比不低于 50%，其中\u00a0\u00a0公办 ABC。", "甲", "乙", "一行，", "二行。"] == lines(
        document
    )


def test_numbers_of_ordered_lists_are_rebuilt() -> None:
    """The browser shows them, so the reader of the plan cites them."""
    document = page(f'<div>{BODY}<ol start="3"><li>新建</li><li>改建</li></ol><ul><li>其他</li></ul></div>')
    assert ["3. 新建", "4. 改建", "其他"] == lines(document)[-3:]


@pytest.mark.parametrize("declared", ["gb2312", "gbk", "utf-8", "iso-8859-1", "big5", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_encoding_is_found_whatever_is_declared(encoding: str, declared: str) -> None:
    """Characters outside GB 2312 (镕, ㎡) survive a page that calls itself gb2312, or anything else."""
    charset = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    text = "朱镕基路养老院人均面积不小于30㎡，床位不少于80张。" * 3
    data = f"<html><head>{charset}<title>方案</title></head><body><p>{text}</p></body></html>".encode(
        encoding
    )
    assert text in lines(read_bytes(data, "a.htm"))


def test_big5_page() -> None:
    """A page from a Big5 site, declared as such."""
    text = "到2022年，養護型床位占比不低於50%，社區照顧據點覆蓋率達到90%。"
    data = f'<html><head><meta charset="big5"></head><body><p>{text}</p></body></html>'.encode("big5")
    assert [text] == lines(read_bytes(data, "a.html"))


def test_xhtml_declaration() -> None:
    """An XML declaration with an encoding does not disturb the decoded page."""
    data = f'<?xml version="1.0" encoding="gb2312"?><html><body><div>{BODY}</div></body></html>'.encode(
        "gb18030"
    )
    assert LINES == lines(read_bytes(data, "a.html"))


def test_page_without_text() -> None:
    """A page that scripts would have to fill is named as such, with the way round."""
    with pytest.raises(SourceError, match="scripts") as caught:
        page('<div id="app"></div><script>load()</script>')
    assert ".txt" in caught.value.remedy


def test_deep_nesting_is_read_or_refused_never_cut() -> None:
    """A thousand open elements are read; where the parser gives up, the person is told."""
    assert LINES == lines(page("<div>" * 1000 + BODY + "</div>" * 1000))
    with pytest.raises(SourceError, match="too deep"):
        page("<p>养老服务，床位80张。</p>" + "<div>" * 10_000 + BODY)


def test_absurd_spans_are_cut() -> None:
    """Spans end at the last row and at 1000 columns."""
    wide = page(f'<div>{BODY}<table><tr><td colspan="99999999">a</td><td rowspan="99999999">b</td></tr>'
                "<tr><td>c</td></tr></table></div>")  # fmt: skip
    assert {(0, 0, 1, 1000): "a", (0, 1000, 2, 1): "b", (1, 0, 1, 1): "c"} == grid(wide)


SOUP = """<p> </p> <div> </div> <table> </table> <tr> <td> <td/rowspan=2> <br> <a/href=x> </a> <ol> <li>
老年人，床位80张。 &nbsp; <!-- --> <script> </script> <pre> <span/hidden> <nav>""".split()  # noqa: SIM905


@given(st.lists(st.sampled_from(SOUP), max_size=40))
def test_any_soup_gives_consistent_spans(pieces: list[str]) -> None:
    """However broken the page, spans are in order and inside the text; no cell is repeated."""
    try:
        document = page("".join(pieces))
    except SourceError:
        return
    last = 0
    for table in document.tables:
        places = [(c.row, c.column) for c in table.cells]
        assert len(places) == len(set(places))
        for cell in table.cells:
            assert last <= cell.start <= cell.end <= len(document.text)
            last = cell.end
    for span in document.furniture:
        assert 0 <= span.start < span.end <= len(document.text)


@pytest.mark.parametrize("span", ["x", "", "-2", "0", "1.5", "1"])
def test_a_span_that_is_no_number_is_one(span: str) -> None:
    """As browsers take it."""
    rows = f'<tr><td colspan="{span}">a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>'
    table = page(f"<div>{BODY}<table>{rows}</table></div>")
    cells = {"a": (0, 0, 1, 1), "b": (0, 1, 1, 1), "c": (1, 0, 1, 1), "d": (1, 1, 1, 1)}
    assert cells == {text: place for place, text in grid(table).items()}


@pytest.mark.parametrize(
    "attributes, marks",
    [
        ('type="a"', ["a. ", "b. "]),
        ('type="I" start="4"', ["IV. ", "V. "]),
        ('style="list-style-type: cjk-ideographic" start="10"', ["十、", "十一、"]),
        ('style="list-style:none; list-style-type:lower-roman"', ["i. ", "ii. "]),
        ('style="list-style: disc"', ["", ""]),
        ('start="-1"', ["-1. ", "0. "]),
        ('start="x"', ["1. ", "2. "]),
    ],
)
def test_a_list_has_the_numbers_of_its_form(attributes: str, marks: list[str]) -> None:
    """The last style that is declared counts, then the type; a beginning that is no number is one."""
    document = page(f"<div>{BODY}<ol {attributes}><li>新建</li><li>改建</li></ol></div>")
    assert [f"{mark}{text}" for mark, text in zip(marks, ("新建", "改建"), strict=True)] == lines(document)[
        -2:
    ]


def test_an_item_may_say_its_number() -> None:
    """Those behind it go on from there."""
    document = page(f'<div>{BODY}<ol><li>甲地</li><li value="7">乙地</li><li>丙地</li></ol></div>')
    assert ["1. 甲地", "7. 乙地", "8. 丙地"] == lines(document)[-3:]
