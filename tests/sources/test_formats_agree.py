"""One plan in four formats: the same paragraphs, the same cells, the same text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.documents import Block, Table, as_docx, as_html, as_pdf, as_txt

from compare.model import Document
from compare.sources import read_bytes

CLAUSES = (
    "到2022年，全市护理型床位占比不低于50%",
    "社区日间照料覆盖率达到90%以上",
    "每百户配建养老服务用房不少于20平方米",
    "新增养老床位1,200张",
    "各县（市、区）人民政府、管委会负责落实",
    "民政局牵头",
    "提高5个百分点",
    "建设“1+N”服务网络",
    "人均用地不少于0.1平方米",
    "8.6万名老年人",
)
HEADINGS = ("一、总体目标", "（二）主要任务", "3.加强财政支持", "附件", "（1）保障措施")
CELLS = ("", "/", "80", "1,200", "45%", "甲县", "新增床位（张）", "含改扩建项目和续建项目在内", "2022年底前")

paragraphs = st.builds(
    lambda clauses, end: "，".join(clauses) + end,
    st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=9),
    st.sampled_from(["。", "；", "。", ""]),
)
tables = st.integers(2, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from(CELLS), min_size=width, max_size=width), min_size=1, max_size=40
    ).map(lambda rows: [[f"列{n}" for n in range(width)], *rows])
)


def plain_lines(document: Document) -> list[str]:
    """Lines that are neither furniture nor in a table."""
    apart = [(s.start, s.end) for s in (*document.furniture, *document.tables)]
    lines, start = [], 0
    for line in document.text.split("\n"):
        if not any(begin <= start and start + len(line) <= end for begin, end in apart):
            lines.append(line)
        start += len(line) + 1
    return lines


def rows_of(document: Document) -> list[list[list[str]]]:
    tables = []
    for table in document.tables:
        rows: list[list[str]] = []
        for cell in table.cells:
            if cell.row == len(rows):
                rows.append([])
            assert (len(rows) - 1, len(rows[-1])) == (cell.row, cell.column)
            rows[-1].append(document.text[cell.start : cell.end])
        tables.append(rows)
    return tables


@settings(max_examples=20, deadline=None)
@given(
    before=st.lists(st.one_of(paragraphs, st.sampled_from(HEADINGS)), max_size=8),
    table=tables,
    after=st.lists(paragraphs, max_size=4),
    repeat=st.booleans(),
)
def test_same_plan_in_four_formats(before: list[str], table: Table, after: list[str], repeat: bool) -> None:
    """Whatever the format, paragraphs and cells are those that were written.

    A plan begins with its title and a paragraph of several lines: from a PDF of single short
    lines alone nobody could tell where its margin is.
    """
    opening = "，".join(CLAUSES[:6]) + "。"
    blocks: list[Block] = ["甲市养老服务实施方案", opening, *before, table, *after]
    written = [block for block in blocks if isinstance(block, str)]
    text = as_txt(blocks).decode()
    assert text == read_bytes(as_txt(blocks), "plan.txt").text
    for data, name in (
        (as_html(blocks, "甲市养老服务实施方案"), "plan.html"),
        (as_docx(blocks), "plan.docx"),
        (as_pdf(blocks, repeat_heads=repeat), "plan.pdf"),
    ):
        document = read_bytes(data, name)
        assert written == plain_lines(document), name
        assert [[list(row) for row in table]] == rows_of(document), name
        if name != "plan.pdf":  # which has page numbers between
            assert text == document.text
