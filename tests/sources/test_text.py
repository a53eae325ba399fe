"""Plain text and Markdown: decoding, newlines, what is marked and what is left alone."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Document
from compare.sources import SourceError, read_bytes

SIMPLIFIED = "到2022年，全市护理型床位占比不低于50%。\n社区日间照料覆盖率达到９０％以上。\n"
TRADITIONAL = "到2022年，全縣養護型床位占比不低於50%。\n社區日間照顧覆蓋率達到90%以上。\n"


def quotes(document: Document, reason: str) -> list[str]:
    return [document.text[f.start : f.end] for f in document.furniture if f.reason == reason]


def grid(document: Document, number: int = 0) -> dict[tuple[int, int], str]:
    table = document.tables[number]
    return {(c.row, c.column): document.text[c.start : c.end] for c in table.cells}


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "gbk"),
        (SIMPLIFIED, "gb2312"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        (SIMPLIFIED, "utf-32"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "gbk"),
        (TRADITIONAL, "utf-16-le"),
    ],
)
def test_every_encoding_in_use_gives_the_same_text(text: str, encoding: str) -> None:
    """A plan reads the same in whatever encoding an office saved it, without any declaration."""
    assert text == read_bytes(text.encode(encoding), "plan.txt").text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_may_hold_zeros_on_both_sides(encoding: str) -> None:
    """一 is U+4E00 and the wide blank U+3000: their zero byte stands where that of a digit does not."""
    text = "\u3000一、总体目标\n\u3000到2025年,一是建成一批养老机构,护理型床位占比不低于55%。\n" * 3
    assert text == read_bytes(text.encode(encoding), "plan.txt").text


@given(st.text(alphabet="老年人养服务机构床位个张万第条、，。（）《》0123456789%\n", min_size=4))
def test_utf8_text_is_never_altered(text: str) -> None:
    """What decodes as UTF-8 is the document's text, character by character."""
    text = f"养老{text}"
    assert text == read_bytes(text.encode(), "plan.txt").text


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_newlines_become_lf(newline: str) -> None:
    """Windows, old Macintosh and Unix files of one plan have the same offsets."""
    data = newline.join(["一、总体目标", "", "新增床位300张。"]).encode()
    assert "一、总体目标\n\n新增床位300张。" == read_bytes(data, "plan.txt").text


def test_white_space_is_kept() -> None:
    """Blanks of every width, form feeds and blank lines stay where they are."""
    text = "　　一、目标 \u00a0\t\n\x0c\n护理型 床位５０％\n"
    assert text == read_bytes(text.encode(), "plan.txt").text


def test_a_damaged_byte_is_shown_and_does_not_take_its_neighbours() -> None:
    """One bad byte in a long file leaves U+FFFD marked as furniture, and the number after it."""
    whole = SIMPLIFIED * 10
    data = whole.encode().replace("覆盖率".encode(), "覆盖".encode() + b"\xe7\x8e", 1)
    document = read_bytes(data, "plan.txt")
    assert whole.replace("覆盖率", "覆盖\ufffd", 1) == document.text
    assert ["\ufffd"] == quotes(document, "undecodable bytes")


def test_stray_control_characters_are_furniture() -> None:
    """An end-of-file mark of DOS stays in the text and is marked."""
    document = read_bytes((SIMPLIFIED + "\x1a").encode(), "plan.txt")
    assert SIMPLIFIED + "\x1a" == document.text
    assert ["\x1a"] == quotes(document, "control characters")


def test_tags_left_in_plain_text_are_furniture() -> None:
    """HTML tags are marked also where an export ate the blank in them; comparisons are not tags."""
    text = '<divclass="title"><h2>工作报告</h2><p>人均<5平方米,<b>80</b>张</p>'
    document = read_bytes(text.encode(), "plan.txt")
    assert text == document.text
    assert ['<divclass="title">', "<h2>", "</h2>", "<p>", "<b>", "</b>", "</p>"] == quotes(document, "markup")


def test_markdown_is_kept_and_its_marks_are_furniture() -> None:
    """Heading marks, comments and front matter are spans; the text keeps them."""
    text = "---\ntitle: 办法\n---\n# 办法\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n床位80张，见附件#1。\n"
    document = read_bytes(text.encode(), "plan.md")
    assert text == document.text
    assert ["#", "##"] == quotes(document, "markup")
    assert ["<!-- INFO END -->"] == quotes(document, "comment")
    assert ["---\ntitle: 办法\n---"] == quotes(document, "front matter")


def test_markdown_pipe_table_becomes_cells() -> None:
    """Cells are spans without pipes and blanks; the rule under the head is no row."""
    text = (
        "目标：\n\n| 县市 | 床位（张） |\n|:---|---:|\n| 甲县 | 1,200 |\n| 乙县 |  |\n| 丙\\|丁 | / |\n"
        "\n| 不是表 |\n"
    )
    document = read_bytes(text.encode(), "plan.md")
    assert text == document.text
    assert 1 == len(document.tables)
    expected = {
        (0, 0): "县市",
        (0, 1): "床位（张）",
        (1, 0): "甲县",
        (1, 1): "1,200",
        (2, 0): "乙县",
        (2, 1): "",
        (3, 0): "丙\\|丁",
        (3, 1): "/",
    }
    assert expected == grid(document)
    assert ["|:---|---:|"] == quotes(document, "markup")


def test_markdown_table_without_outer_pipes() -> None:
    """The outer pipes are optional; a rule of another width makes no table."""
    document = read_bytes("县 | 张\n--- | ---\n甲 | 80\n\n县 | 张\n---\n甲 | 80\n".encode(), "plan.md")
    assert [{(0, 0): "县", (0, 1): "张", (1, 0): "甲", (1, 1): "80"}] == [
        grid(document, n) for n in range(len(document.tables))
    ]


@given(st.text(alphabet="| -:\\a1\n老", max_size=60))
def test_markdown_cells_lie_in_their_table(text: str) -> None:
    """Whatever the pipes look like, cells are in order, trimmed, inside the table, on one line."""
    document = read_bytes(f"老{text}".encode(), "plan.md")
    for table in document.tables:
        ends = [table.start]
        for cell in table.cells:
            quote = document.text[cell.start : cell.end]
            assert ends[-1] <= cell.start <= cell.end <= table.end
            assert quote == quote.strip(" ")
            assert "\n" not in quote
            ends.append(cell.end)


def test_plain_text_loads_no_other_format() -> None:
    """Reading a txt imports neither lxml, python-docx, pdfplumber nor a detector of encodings."""
    program = (
        "import sys; from compare.sources import read_bytes; read_bytes('床位80张'.encode('gbk'), 'a.txt');"
        "print(sorted({'lxml', 'docx', 'pdfplumber', 'charset_normalizer', 'pandas'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "[]" == done.stdout.strip()


def test_mojibake_is_not_returned_as_text() -> None:
    """Bytes of no known text are refused, not returned as signs nobody wrote."""
    with pytest.raises(SourceError, match=r"binary|cannot be told"):
        read_bytes(bytes(range(1, 256)) * 50, "plan.txt")


@pytest.mark.parametrize(
    "text, cells",
    [
        ("|甲|乙|\n|-|-|\n|1|2|\n", {(0, 0): "甲", (0, 1): "乙", (1, 0): "1", (1, 1): "2"}),
        ("甲|乙\n-|-\n1|2", {(0, 0): "甲", (0, 1): "乙", (1, 0): "1", (1, 1): "2"}),
        ("前\n|甲|\n|:-:|\n| 1 |\n后\n", {(0, 0): "甲", (1, 0): "1"}),
        ("|甲|\n---\n|1|\n", {(0, 0): "甲", (1, 0): "1"}),
        ("|甲|\n|-|\n|a\\|b|\n", {(0, 0): "甲", (1, 0): "a\\|b"}),
        ("|甲|乙|\n|-|-|\n||2|\n", {(0, 0): "甲", (0, 1): "乙", (1, 0): "", (1, 1): "2"}),
        ("|甲|乙|\n|-|\n|1|2|\n", {}),
        ("甲\n|-|\n|1|\n", {}),
        ("|甲|\n\n|-|\n|1|\n", {}),
        ("|甲|\n|1|\n", {}),
        ("|-|\n|1|\n", {}),
    ],
)
def test_which_lines_are_a_pipe_table(text: str, cells: dict[tuple[int, int], str]) -> None:
    """A head with pipes, right below it a rule of as many columns, and the lines with pipes that follow."""
    document = read_bytes(text.encode(), "plan.md")
    assert bool(cells) == bool(document.tables)
    assert cells == {
        (cell.row, cell.column): document.text[cell.start : cell.end]
        for table in document.tables
        for cell in table.cells
    }


def test_a_second_table_follows_the_first() -> None:
    """Each has its own rows; the rule of each is no text of the plan."""
    document = read_bytes("|甲|\n|-|\n|1|\n\n|乙|\n|-|\n|2|\n|3|\n".encode(), "plan.md")
    assert [2, 3] == [len(table.cells) for table in document.tables]
    rules = [one for one in document.furniture if document.text[one.start : one.end] == "|-|"]
    assert [4, 17] == [one.start for one in rules]


@pytest.mark.parametrize(
    "text, hidden",
    [
        ("甲<!-- 乙 -->丙", ["<!-- 乙 -->"]),
        ("甲<!-- 乙\n丁 -->丙<!-- 戊", ["<!-- 乙\n丁 -->"]),
        ("甲<!-- 乙", []),
        ("甲-->乙<!-- 丙", []),
    ],
)
def test_a_comment_ends_where_it_says(text: str, hidden: list[str]) -> None:
    """What is never ended is text of the plan."""
    document = read_bytes(text.encode(), "plan.md")
    assert hidden == [
        document.text[one.start : one.end] for one in document.furniture if one.reason == "comment"
    ]


@pytest.mark.parametrize("number", ["— 1 —", "  -12-", "第3页", "第 3 页 共 30 页", "－１－"])
def test_a_sentence_goes_on_behind_the_number_of_a_page(number: str) -> None:
    """As text copied from a PDF has it: line end, number and blank lines stand within the sentence."""
    first = "支持社会力量兴办养老机构，对符合条件的民办养老机构给予每张床"
    last = "位5000元的一次性建设补助，运营补贴按实际入住人数每人每月"
    text = f"{first}\n{last}\n{number}\n\n不低于100元，并按年度核定后拨付给机构使用，不得挪作他用。\n"
    document = read_bytes(text.encode(), "plan.txt")
    assert ["\n", f"\n{number}\n\n"] == quotes(document, "line end")
    assert [one.inside for one in document.furniture] == [True, True]


def test_a_number_alone_or_behind_a_full_stop_joins_nothing() -> None:
    """A bare number may be a cell; a sentence that has ended does not go on."""
    for between in ("\n1\n", "。\n— 1 —\n\n"):
        text = f"支持社会力量兴办养老机构，给予建设补助，按实际入住人数每人每月{between}不低于100元。\n"
        assert [] == quotes(read_bytes(text.encode(), "plan.txt"), "line end")
