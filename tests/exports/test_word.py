"""The Word report: every value has its sentence in a footnote, Chinese has Chinese fonts."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from PIL import Image

import compare
from compare.exports.archive import repack
from compare.exports.pictures import NONE_KEPT
from compare.exports.rows import plain
from compare.exports.word.document_parts import Report
from compare.exports.word.draft import Draft
from compare.exports.word.report import export_word, report_bytes
from compare.prose import of_study, sentence
from compare.tables.dataset import Dataset
from compare.tables.words.labels import Lang


@pytest.fixture(scope="module", params=["zh", "en"])
def data(dataset: Dataset, request: pytest.FixtureRequest) -> bytes:
    return report_bytes(dataset, request.param)


def language(data: bytes) -> Lang:
    return "zh" if "方案" in Document(io.BytesIO(data)).paragraphs[0].text else "en"


def footnotes(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/footnotes.xml"))
    return {note.get(qn("w:id")): "".join(note.itertext(qn("w:t"))).strip() for note in root}


def references(data: bytes, in_tables: bool) -> Iterator[tuple[str, Any]]:
    """Numbers of footnotes, each with its row or its paragraph; a repeated one is a field."""
    body = Document(io.BytesIO(data)).element.body
    for reference in body.iter(qn("w:footnoteReference"), qn("w:fldSimple")):
        if reference.tag == qn("w:fldSimple") and " NOTEREF " not in reference.get(qn("w:instr")):
            continue
        row = next(reference.iterancestors(qn("w:tr")), None)
        if (row is not None) == in_tables:
            where = row if in_tables else next(reference.iterancestors(qn("w:p")))
            yield reference.get(qn("w:id")) or "".join(reference.itertext(qn("w:t"))), where


def test_every_value_has_its_sentence_in_a_footnote(data: bytes, dataset: Dataset) -> None:
    """The cell of a plan cites in its row all statements behind it, each with its whole sentence."""
    notes = footnotes(data)
    cited = [(number, row) for where in (True, False) for number, row in references(data, where)]
    assert {"-1", "0", *(number for number, _ in cited)} == set(notes)
    behind = [i for ids in dataset.comparison["statement_ids"].dropna() for i in ids.split()]
    expected = {" ".join(dataset.evidence(i).sentence.split()) for i in behind}
    in_tables = {number for number, row in cited if row.tag == qn("w:tr")}
    assert expected == {re.search("“(.*)”", notes[number])[1] for number in in_tables}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("zh", "60", "表中“养老服务站点”为“60”"),
        ("en", "60", "in a table, “养老服务站点”: “60”"),
        ("zh", "建成60个养老服务站点。", "“建成60个养老服务站点。”"),
    ],
)
def test_the_number_of_a_cell_is_cited_with_what_it_counts(
    dataset: Dataset, lang: Lang, text: str, expected: str
) -> None:
    """A bare number says nothing in a footnote; a sentence stands alone."""
    draft = Draft.of(dataset, lang, NONE_KEPT)
    assert expected == draft.cited({"subject": "养老服务站点"}, text)


def test_what_a_fragment_lacks_is_said_in_the_language_of_the_report(dataset: Dataset) -> None:
    """In the other language only where it was written in no other."""
    both = dataset.plans.copy()
    both.loc[~both["complete"].astype(bool), ["incomplete_note", "incomplete_note_zh"]] = ["Cut.", "残缺。"]
    fragment = next(plan for plan in both.to_dict("records") if not plan["complete"])
    assert ("残缺。", "Cut.") == tuple(plain.incomplete_note(fragment, lang) for lang in ("zh", "en"))
    only = {**fragment, "incomplete_note_zh": None}
    assert "Cut." == plain.incomplete_note(only, "zh")


def test_a_footnote_is_written_once() -> None:
    """What a footnote says already is referred to by a field that leads to its bookmark."""
    report = Report("en")
    report.footnotes(report.text("one"), ["same", "other", "same"])
    report.footnotes(report.text("two"), ["other"])
    data = report.to_bytes("t", "a")
    assert ["same", "other"] == list(footnotes(data).values())[2:]
    assert ["1", "2", "2"] == [number for number, _ in references(data, in_tables=False)]
    body = Document(io.BytesIO(data)).element.body
    (field,) = body.iter(qn("w:fldSimple"))
    bookmark = field.get(qn("w:instr")).split()[1]
    (mark,) = (mark for mark in body.iter(qn("w:bookmarkStart")) if mark.get(qn("w:name")) == bookmark)
    assert "2" == mark.getnext().find(qn("w:footnoteReference")).get(qn("w:id"))


def test_a_value_stands_in_the_row_of_its_footnote(data: bytes) -> None:
    """The number in the row is found in the sentence of the footnote."""
    notes = footnotes(data)
    for number, row in references(data, in_tables=True):
        text = "".join(row.itertext(qn("w:t"))).replace(",", "")
        figures = set(re.findall(r"\d+", text))
        assert figures & set(re.findall(r"\d+", notes[number]))


def test_every_finding_rests_on_what_the_plans_say(data: bytes, dataset: Dataset) -> None:
    """A sentence made from statements has a footnote that quotes all of them."""
    lang = language(data)
    notes = footnotes(data)
    quoted = {
        "".join(paragraph.itertext(qn("w:t"))).strip(): notes[number]
        for number, paragraph in references(data, in_tables=False)
    }
    told = [one for one in of_study(dataset) if one.statement_ids]
    assert told
    for one in told:
        said = next(text for text in quoted if text.startswith(sentence(one, dataset.labels, lang)))
        for statement in one.statement_ids:
            assert " ".join(dataset.evidence(statement).quote.split()) in quoted[said]


def test_a_finding_on_many_plans_says_where_its_sentences_are(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of more statements than a footnote quotes, it gives the number and a part of the appendix."""
    monkeypatch.setattr("compare.exports.word.report.QUOTED", 1)
    report = report_bytes(dataset, "en")
    noted = set(footnotes(report).values())
    parts = {
        p.text.split()[0] for p in Document(io.BytesIO(report)).paragraphs if p.style.name == "Heading 2"
    }
    expected = {len(one.statement_ids) for one in of_study(dataset) if len(one.statement_ids) > 1}
    said = [re.search(r"The (\d+) sentences behind it .* in appendix (A\d+)", note) for note in noted]
    assert {int(found[1]) for found in said if found} == expected
    assert {found[2] for found in said if found} <= parts


def test_cross_references_lead_to_captions(data: bytes) -> None:
    """Every reference and every line of the list of figures has its bookmark, with the same number."""
    body = Document(io.BytesIO(data)).element.body
    shown = {
        mark.get(qn("w:name")): "".join(mark.getparent().itertext(qn("w:t")))
        for mark in body.iter(qn("w:bookmarkStart"))
        if not mark.get(qn("w:name")).startswith("_RefNote")
    }
    fields = [field for field in body.iter(qn("w:fldSimple")) if " REF " in field.get(qn("w:instr"))]
    links = list(body.iter(qn("w:hyperlink")))
    assert fields
    assert links
    for field in fields:
        assert shown[field.get(qn("w:instr")).split()[1]].startswith("".join(field.itertext(qn("w:t"))))
    for link in links:
        assert "".join(link.itertext(qn("w:t"))) == shown[link.get(qn("w:anchor"))]
    marks = [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert sorted(set(marks)) == sorted(marks)


def test_the_report_can_be_mailed(data: bytes) -> None:
    """Pictures are as sharp as they are printed, with few colours."""
    assert 4_000_000 > len(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in (name for name in archive.namelist() if name.endswith(".png")):
            picture = Image.open(io.BytesIO(archive.read(name)))
            assert ("P", 200) == (picture.mode, round(picture.info["dpi"][0]))


def test_what_is_not_stated_is_said_and_no_number(data: bytes, dataset: Dataset) -> None:
    """Statuses other than a value are written out with the plans they are true of."""
    lang = language(data)
    tables = Document(io.BytesIO(data)).tables
    text = "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)
    for status in ("not_stated", "source_incomplete", "not_applicable", "conflicting"):
        assert dataset.labels.status(status, lang) in text
    assert "nan" not in text.lower()


def test_figures_have_captions_and_alternative_texts(data: bytes) -> None:
    """Each picture says in words what it shows and is followed by a numbered caption."""
    document = Document(io.BytesIO(data))
    pictures = list(document.element.body.iter(qn("wp:docPr")))
    assert pictures
    assert all(picture.get("descr") for picture in pictures)
    fields = [field.get(qn("w:instr")) for field in document.element.body.iter(qn("w:fldSimple"))]
    fields = [field for field in fields if "SEQ" in field]
    assert len(pictures) == sum("Figure" in field or "图" in field for field in fields)
    assert len(document.tables) == sum("Table" in field or "表" in field for field in fields)


def test_chinese_is_set_in_chinese_fonts(data: bytes) -> None:
    """Every style that text uses names an East Asian font, not the template's theme."""
    document = Document(io.BytesIO(data))
    used = {paragraph.style.name for paragraph in document.paragraphs}
    for name in used & {"Normal", "Body Text", "Caption", "Title", "Heading 1", "Heading 2"}:
        fonts = document.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) in ("宋体", "黑体")
        assert fonts.get(qn("w:eastAsiaTheme")) is None


@pytest.fixture(scope="module")
def validator() -> OpenXmlValidator:
    """Microsoft's schemas and rules of a Word file, as its Open XML SDK holds them."""
    return OpenXmlValidator(file_format=FileFormat.OFFICE_2019, max_errors=100)


def problems(validator: OpenXmlValidator, path: Path) -> list[tuple[str, str]]:
    return [(error.part_uri, error.description) for error in validator.validate(path).errors]


def test_the_file_is_valid(data: bytes, validator: OpenXmlValidator, tmp_path: Path) -> None:
    """Every part holds the elements, in the order and with the values that its schema allows."""
    path = tmp_path / "report.docx"
    path.write_bytes(data)
    assert [] == problems(validator, path)


@pytest.mark.parametrize(
    ("part", "found", "planted"),
    [
        ("word/document.xml", b"<w:tblGrid>", b"<w:foo/><w:tblGrid>"),
        ("word/document.xml", b'<w:jc w:val="center"/>', b'<w:jc w:val="middle"/>'),
        ("word/document.xml", b"<w:pPr>", b"<w:pPr><w:jc/>"),
        ("word/footnotes.xml", b' w:id="1"', b""),
        ("word/styles.xml", b"<w:rPrDefault>", b"<w:lang/><w:rPrDefault>"),
        ("word/numbering.xml", b"</w:numbering>", b"<w:abstractNum/></w:numbering>"),
        ("word/settings.xml", b"</w:settings>", b"<w:zoom/></w:settings>"),
    ],
)
def test_what_is_wrong_in_a_part_is_seen(
    data: bytes, validator: OpenXmlValidator, tmp_path: Path, part: str, found: bytes, planted: bytes
) -> None:
    """A fault planted in one part is found in that part: the check above can fail."""
    path = tmp_path / "report.docx"
    path.write_bytes(repack(data, {part: lambda content: content.replace(found, planted, 1)}))
    assert {f"/{part}"} <= {where for where, _ in problems(validator, path)}


def test_a_rerun_gives_the_same_bytes(study: Path, tmp_path: Path) -> None:
    """Two runs over the same tables write the same documents, one for each language."""
    first = export_word(compare.load(study), tmp_path / "a")
    second = export_word(compare.load(study), tmp_path / "b")
    assert ["report.zh.docx", "report.en.docx"] == [path.name for path in first]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    """A control character in a source neither breaks the document nor vanishes without a trace."""
    report = Report("en")
    report.footnotes(report.text("a\x00b"), ["c\x0bd"])
    data = report.to_bytes("t", "a")
    assert "a\ufffdb" in "".join(p.text for p in Document(io.BytesIO(data)).paragraphs)
    assert "c\ufffdd" == footnotes(data)["1"]


def test_findings_are_in_the_language_of_the_report(dataset: Dataset) -> None:
    """The plan that contradicts itself: said in one language, and not in the other."""
    conflict = dataset.findings[dataset.findings["check"] == "conflict"].iloc[0]
    for lang, own, other in (("zh", "message_zh", "message"), ("en", "message", "message_zh")):
        document = Document(io.BytesIO(report_bytes(dataset, lang)))  # type: ignore[arg-type]
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        assert conflict[own] in cells
        assert conflict[other] not in cells
