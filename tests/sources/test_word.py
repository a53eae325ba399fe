"""Word files: paragraphs, automatic numbers, tables, text boxes and notes in their order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from compare.model import Document
from compare.sources import SourceError, read_bytes
from compare.sources.list_numbers import render

NS = (
    f"{nsdecls('w')} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
    " xmlns:v='urn:schemas-microsoft-com:vml'"
)


def saved(word: WordDocument) -> bytes:
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def read(word: WordDocument) -> Document:
    return read_bytes(saved(word), "plan.docx")


def lines(document: Document) -> list[str]:
    return document.text.split("\n")


def grid(document: Document, number: int = 0) -> dict[tuple[int, int, int, int], str]:
    return {
        (c.row, c.column, c.row_span, c.column_span): document.text[c.start : c.end]
        for c in document.tables[number].cells
    }


def append(word: WordDocument, xml: str) -> None:
    word.element.body.insert(len(word.element.body) - 1, parse_xml(xml.replace("NS", NS, 1)))


def repacked(
    data: bytes, change: Callable[[str, bytes], bytes], extra: dict[str, bytes] | None = None
) -> bytes:
    """The package with each part passed through ``change`` and ``extra`` parts added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in (extra or {}).items():
            new.writestr(name, content)
    return file.getvalue()


def numbered(word: WordDocument, levels: str, *, overrides: tuple[str, ...] = ("",)) -> None:
    """Gives ``word`` one abstract list of these levels and a list (ids 51, 52 …) for each override."""
    root = word.part.numbering_part.element
    abstract = parse_xml(f"<w:abstractNum {NS} w:abstractNumId='50'>{levels}</w:abstractNum>")
    root.insert(0, abstract)
    for index, override in enumerate(overrides):
        root.append(
            parse_xml(f"<w:num {NS} w:numId='{51 + index}'><w:abstractNumId w:val='50'/>{override}</w:num>")
        )


def level(depth: int, form: str, pattern: str, extra: str = "") -> str:
    return (
        f"<w:lvl w:ilvl='{depth}'><w:start w:val='1'/><w:numFmt w:val='{form}'/>{extra}"
        f"<w:lvlText w:val='{pattern}'/></w:lvl>"
    )


def in_list(paragraph: Paragraph, depth: int, number: int = 51) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f"<w:numPr {NS}><w:ilvl w:val='{depth}'/><w:numId w:val='{number}'/></w:numPr>")
    )


def test_paragraphs_and_tables_keep_their_order() -> None:
    """Text before, between and after tables stays there; empty paragraphs make no line."""
    word = docx.Document()
    word.add_paragraph("一、目标")
    word.add_paragraph("")
    table = word.add_table(2, 2)
    for cell, text in zip(table._cells, ["县", "床位", "甲县", "80"], strict=True):
        cell.text = text
    word.add_paragraph("二、措施\t加强\n领导")
    document = read(word)
    assert ["一、目标", "县", "床位", "甲县", "80", "二、措施\t加强", "领导"] == lines(document)
    assert {(0, 0, 1, 1): "县", (0, 1, 1, 1): "床位", (1, 0, 1, 1): "甲县", (1, 1, 1, 1): "80"} == grid(
        document
    )


def test_paragraphs_set_in_columns_by_blanks_are_a_table() -> None:
    """As in plain text, where nobody made a table of them; the title above is none of it."""
    word = docx.Document()
    for line in ("专栏1  主要指标", "指标      单位    2025年", "养老床位    张      500"):
        word.add_paragraph(line)
    assert {
        **{(0, column, 1, 1): name for column, name in enumerate(["指标", "单位", "2025年"])},
        **{(1, column, 1, 1): name for column, name in enumerate(["养老床位", "张", "500"])},
    } == grid(read(word))


def test_merged_cells_appear_once() -> None:
    """A cell merged over rows and columns is one cell with its extent."""
    word = docx.Document()
    table = word.add_table(3, 3)
    for index, cell in enumerate(table._cells):
        cell.text = str(index)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "县"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "床位"
    expected = {
        (0, 0, 2, 1): "县",
        (0, 1, 1, 2): "床位",
        (1, 1, 1, 1): "4",
        (1, 2, 1, 1): "5",
        (2, 0, 1, 1): "6",
        (2, 1, 1, 1): "7",
        (2, 2, 1, 1): "8",
    }
    assert expected == grid(read(word))


def test_frames_nested_tables_and_empty_cells() -> None:
    """A table of one column is a frame; a table in a cell is text of that cell; empty cells count."""
    word = docx.Document()
    word.add_table(2, 1).cell(1, 0).text = "框内文字"
    table = word.add_table(2, 2)
    table.cell(0, 0).text = "甲"
    inner = table.cell(1, 1).add_table(2, 2)
    for cell, text in zip(inner._cells, "子丑寅卯", strict=True):
        cell.text = text
    document = read(word)
    assert "框内文字" == lines(document)[0]
    expected = {(0, 0, 1, 1): "甲", (0, 1, 1, 1): "", (1, 0, 1, 1): "", (1, 1, 1, 1): "子\n丑\n寅\n卯"}
    assert [expected] == [grid(document, n) for n in range(len(document.tables))]


def test_headings_numbered_by_word_are_rebuilt() -> None:
    """The levels of GB/T 9704 come out as a reader of the printed plan sees them."""
    word = docx.Document()
    numbered(
        word,
        level(0, "chineseCounting", "%1、")
        + level(1, "chineseCounting", "（%2）")
        + level(2, "decimal", "%3.")
        + level(3, "decimal", "%1.%4", "<w:isLgl/>")
        + level(4, "bullet", "\uf0b7"),
    )
    for depth, text in [(0, "目标"), (1, "床位"), (2, "5万张"), (2, "8万张"), (1, "队伍"), (2, "培训"),
                        (0, "措施"), (1, "财政"), (3, "税收"), (4, "其他")]:  # fmt: skip
        in_list(word.add_paragraph(text), depth)
    word.add_paragraph("无号")
    first = ["一、目标", "（一）床位", "1. 5万张", "2. 8万张", "（二）队伍", "1. 培训"]
    second = ["二、措施", "（一）财政", "2.1 税收", "其他", "无号"]
    assert first + second == lines(read(word))


def test_lists_go_on_or_start_again_as_in_word() -> None:
    """Two lists of one definition count on; an override of the start begins anew."""
    word = docx.Document()
    override = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='3'/></w:lvlOverride>"
    numbered(
        word,
        level(0, "chineseCountingThousand", "第%1条", "<w:suff w:val='nothing'/>"),
        overrides=("", "", override),
    )
    for number in (51, 52, 53, 53):
        in_list(word.add_paragraph("文"), 0, number)
    assert ["第一条文", "第二条文", "第三条文", "第四条文"] == lines(read(word))


def test_number_from_the_style() -> None:
    """A heading style that carries the list numbers its paragraphs, at the level tied to it."""
    word = docx.Document()
    numbered(
        word,
        level(0, "decimal", "%1.") + level(1, "chineseCounting", "（%2）", "<w:pStyle w:val='Heading2'/>"),
    )
    style = word.styles["Heading 2"].element
    style.get_or_add_pPr().append(parse_xml(f"<w:numPr {NS}><w:numId w:val='51'/></w:numPr>"))
    word.add_heading("财政支持", 2)
    plain = word.add_heading("不编号", 2)
    in_list(plain, 0, 0)
    assert ["（一）财政支持", "不编号"] == lines(read(word))


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (11, "chineseCounting", "十一"),
        (20, "chineseCounting", "二十"),
        (99, "chineseCounting", "九十九"),
        (101, "chineseCounting", "一〇一"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "chineseCountingThousand", "一百一十"),
        (1001, "chineseCountingThousand", "一千零一"),
        (2300, "chineseCountingThousand", "二千三百"),
        (12, "chineseLegalSimplified", "拾贰"),
        (2, "ideographTraditional", "乙"),
        (3, "decimalEnclosedCircle", "③"),
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (7, "decimalZero", "07"),
        (7, "decimalFullWidth", "７"),
        (7, "hebrew1", "7"),
    ],
)
def test_number_formats(number: int, form: str, text: str) -> None:
    """Word's formats as far as plans use them; decimal for all others."""
    assert text == render(number, form)


def test_text_boxes_once() -> None:
    """Of a text box and its fallback for old versions only one is read, after its paragraph."""
    word = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>框中：床位80张</w:t></w:r></w:p></w:txbxContent>"
    append(
        word,
        "<w:p NS><w:r><w:t>正文</w:t><mc:AlternateContent><mc:Choice Requires='wps'>"
        f"<w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>继续</w:t></w:r></w:p>",
    )
    assert ["正文继续", "框中：床位80张"] == lines(read(word))


def test_notes_follow_their_paragraph_without_a_mark() -> None:
    """A footnote's number must not run into the value it is attached to."""
    word = docx.Document()
    append(
        word,
        "<w:p NS><w:r><w:t>覆盖率达到80</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
        "<w:r><w:t>%</w:t></w:r></w:p>",
    )
    word.add_paragraph("下一段")
    notes = (
        f"<w:footnotes {NS}><w:footnote w:type='separator' w:id='-1'><w:p/></w:footnote>"
        "<w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>含在建。</w:t></w:r></w:p>"
        "</w:footnote></w:footnotes>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"

    def related(name: str, content: bytes) -> bytes:
        if name != "word/_rels/document.xml.rels":
            return content
        return content.replace(
            b"</Relationships>",
            f'<Relationship Id="rN" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode(),
        )

    data = repacked(saved(word), related, {"word/footnotes.xml": notes.encode()})
    assert ["覆盖率达到80%", "含在建。", "下一段"] == lines(read_bytes(data, "a.docx"))


def test_what_word_shows_and_hides() -> None:
    """Insertions, fields, links, content controls and signs are read; deletions and hidden text are
    furniture behind their paragraph."""
    word = docx.Document()
    append(
        word,
        "<w:p NS><w:ins><w:r><w:t>新增</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>999</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t>床位</w:t></w:r></w:hyperlink>"
        "<w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>"
        "<w:fldSimple w:instr='=1'><w:r><w:t>80</w:t></w:r></w:fldSimple>"
        "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE 7</w:instrText></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>张</w:t></w:r></w:p>",
    )
    append(
        word,
        "<w:sdt NS><w:sdtContent><w:p><w:r><w:t>控件内</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    )
    word.sections[0].header.paragraphs[0].text = "页眉"
    document = read(word)
    assert ["新增床位≥80张", "999", "隐藏", "控件内", "页眉"] == lines(document)
    unread = {document.text[f.start : f.end]: f.reason for f in document.furniture}
    assert {"999": "deleted text", "隐藏": "hidden text", "页眉": "running head"} == unread


def test_zip_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that would unpack to more than the limit is never unpacked."""
    monkeypatch.setattr("compare.sources.zipped.MAX_PART", 1_000_000)
    data = repacked(saved(docx.Document()), lambda _, content: content, {"word/bomb.xml": b" " * 1_000_001})
    with pytest.raises(SourceError, match="bomb") as caught:
        read_bytes(data, "a.docx")
    assert "word/bomb.xml" == caught.value.place
    monkeypatch.setattr("compare.sources.zipped.MAX_UNPACKED", 1_000_000)
    with pytest.raises(SourceError, match="unpacks to more than 1 MB"):
        read_bytes(data, "a.docx")


def test_part_that_lies_about_its_size() -> None:
    """A part said to hold 10 bytes is not unpacked beyond them, and then called damaged."""
    data = bytearray(repacked(saved(docx.Document()), lambda _, c: c, {"word/bomb.xml": b" " * 5_000_000}))
    entry = data.rindex(b"word/bomb.xml") - 46  # its record in the central directory
    assert b"PK\x01\x02" == data[entry : entry + 4]
    data[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    with pytest.raises(SourceError, match="damaged") as caught:
        read_bytes(bytes(data), "a.docx")
    assert "word/bomb.xml" == caught.value.place


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_external_entities_are_refused(encoding: str) -> None:
    """A document that would read other files of the computer is not opened at all."""
    attack = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
        f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
    ).encode(encoding)
    data = repacked(
        saved(docx.Document()), lambda name, content: attack if name == "word/document.xml" else content
    )
    with pytest.raises(SourceError, match="entities") as caught:
        read_bytes(data, "a.docx")
    assert "word/document.xml" == caught.value.place


def test_damaged_packages() -> None:
    """Cut off, without its text, of another kind, or empty: one line each."""
    word = docx.Document()
    word.add_paragraph("床位80张" * 1000)
    data = saved(word)
    with pytest.raises(SourceError, match="damaged or cut off"):
        read_bytes(data[: len(data) // 2], "a.docx")
    broken = bytearray(data)
    broken[data.index(b"word/document.xml") + 60] ^= 0xFF
    with pytest.raises(SourceError, match="damaged"):
        read_bytes(bytes(broken), "a.docx")
    with pytest.raises(SourceError, match="not an ordinary Word file"):
        read_bytes(repacked(data, lambda name, c: b"<x/>" if name == "word/document.xml" else c), "a.docx")
    with pytest.raises(SourceError, match="not a Word file"):
        read_bytes(repacked(data, lambda _, c: c, {"xl/workbook.xml": b"<x/>"}), "a.docx")
    with pytest.raises(SourceError, match="no text"):
        read(docx.Document())
