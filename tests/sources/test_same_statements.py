"""One plan in five formats: the same statements, whatever file they came in."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.support.documents import Block, as_docx, as_html, as_pdf, as_txt
from tests.support.features.sheet import xlsx

from compare.reading import Lexicon, compile_lexicon, read
from compare.sources import read_bytes

ROOT = Path(__file__).parents[2]
TABLE = [
    ["指标", "2020年", "2025年"],
    ["新增养老床位（张）", "800", "2000"],
    ["护理型床位占比（%）", "45", "≥55"],
    ["每千名老年人口养老床位数（张）", "30", "35"],
]
TEXT = [
    "甲市养老服务体系建设实施方案",
    "一、总体目标",
    (
        "到2025年，全市养老机构护理型床位占比不低于55%，养老床位总数达到8000张，培训养老护理员500名以上，"
        "每百户配建养老服务设施面积不少于30平方米，特殊困难老年人月探访率达到100%。"
    ),
    "二、保障措施",
    "市级财政每年安排300万元用于养老服务体系建设，福利彩票公益金用于养老服务的比例不低于55%。",
]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """The lexicon of the packaged codebook."""
    units, comparators = (
        yaml.safe_load((ROOT / "data" / "codebook" / f"{name}.yaml").read_text(encoding="utf-8"))
        for name in ("units", "comparators")
    )
    return compile_lexicon(units, comparators)


def said(data: bytes, name: str, lexicon: Lexicon) -> list[tuple[object, ...]]:
    """Everything of the statements but where they stand."""
    reading = read(read_bytes(data, name), lexicon)
    return [
        (s.subject, s.value_text, s.value_low, s.value_high, s.unit, s.comparator, s.deadline, s.kind)
        for s in reading.statements
    ]


def test_the_same_statements_from_each_format(lexicon: Lexicon) -> None:
    """Running text and a table as web page, Word file and PDF; as plain text the running text."""
    blocks: list[Block] = [*TEXT, TABLE]
    expected = said(as_docx(blocks), "a.docx", lexicon)
    assert len(expected) == 7 + 6
    for data, name in ((as_html(blocks, TEXT[0]), "a.html"), (as_pdf(blocks), "a.pdf")):
        assert expected == said(data, name, lexicon), name
    assert expected[:7] == said(as_txt(TEXT), "a.txt", lexicon)
    assert expected[:7] == said("\n\n".join(TEXT).encode(), "a.md", lexicon)


def test_a_table_says_the_same_in_a_sheet(lexicon: Lexicon) -> None:
    """The table of indicators alone, as a spreadsheet and as a Word file."""
    sheet = said(xlsx([*TABLE])(), "a.xlsx", lexicon)
    assert sheet == said(as_docx([TEXT[0], TABLE]), "a.docx", lexicon)
    assert len(sheet) == 6


def test_text_broken_by_width_says_the_same(lexicon: Lexicon) -> None:
    """Plain text whose lines an editor ended after so many characters."""
    for width in (19, 23, 30, 38):
        broken = "\n".join(
            line[at : at + width] for line in TEXT for at in range(0, len(line), width)
        ).encode()
        values = [(v[2], v[4], v[5], v[6]) for v in said(broken, "a.txt", lexicon)]
        assert [(v[2], v[4], v[5], v[6]) for v in said(as_txt(TEXT), "a.txt", lexicon)] == values, width
