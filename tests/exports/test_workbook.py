"""The workbook opens, leads back to the sentences, and never turns missing into zero."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import compare
from compare.exports.workbook.book import SHEETS, export_workbook, workbook_bytes
from compare.tables.dataset import Dataset
from compare.tables.storage.frames import records

COMPARISON, DATA, CHARTS, STATEMENTS, ALLOCATIONS, PLANS = 1, 2, 3, 4, 5, 9


@pytest.fixture(scope="module")
def data(dataset: Dataset) -> bytes:
    return workbook_bytes(dataset)


@pytest.fixture(scope="module")
def book(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


def columns(sheet: Worksheet, row: int = 1) -> dict[str, int]:
    """English title of each column -> its number."""
    titles = (cell.value for cell in sheet[row])
    return {str(title).split("\n")[-1]: number for number, title in enumerate(titles, start=1) if title}


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    places = columns(sheet)
    return [
        {title: sheet.cell(row, number).value for title, number in places.items()}
        for row in range(2, sheet.max_row + 1)
    ]


def test_every_sheet_is_there_under_a_bilingual_name(book: Workbook) -> None:
    """One tab for each part, named in English and Chinese, short enough for Excel."""
    assert len(SHEETS) == len(book.sheetnames)
    for name in book.sheetnames:
        assert re.fullmatch(r"[A-Z][A-Za-z ]+ [\u4e00-\u9fff]+", name)
        assert len(name) <= 31


def test_no_label_is_missing(book: Workbook) -> None:
    """No cell shows the key of a label instead of the label."""
    found = [
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if "exports." in str(cell.value)
    ]
    assert [] == found


def test_links_of_the_matrix_lead_to_the_row_of_the_statement(book: Workbook, dataset: Dataset) -> None:
    """Each linked cell of the matrix leads to a row that holds one of the cell's statements."""
    sheet, statements = book.worksheets[COMPARISON], book.worksheets[STATEMENTS]
    behind = set(" ".join(dataset.comparison["statement_ids"].dropna()).split())
    links = [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert links
    led_to = set()
    for link in links:
        name, row = re.fullmatch(r"'(.+)'!A(\d+)", link.location).groups()
        assert statements.title == name
        led_to.add(statements.cell(int(row), 1).value)
    assert set(dataset.comparison["statement_id"].dropna()) <= led_to
    assert led_to <= behind


@pytest.mark.parametrize("number", [DATA, ALLOCATIONS])
def test_links_of_tables_lead_to_the_statement_they_name(book: Workbook, number: int) -> None:
    """A linked id leads to the row with that very id."""
    sheet, statements = book.worksheets[number], book.worksheets[STATEMENTS]
    links = [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert links
    for cell in links:
        row = int(cell.hyperlink.location.rpartition("!A")[2])
        assert cell.value == statements.cell(row, 1).value


def test_statements_carry_their_evidence(book: Workbook, dataset: Dataset) -> None:
    """Each row gives the sentence, the document number and offsets that the tables give."""
    shown = {row["Statement id"]: row for row in rows(book.worksheets[STATEMENTS])}
    assert set(dataset.statements["statement_id"]) == set(shown)
    for one in dataset.statements["statement_id"]:
        evidence = dataset.evidence(one)
        assert evidence.quote == shown[one]["Quotation"]
        assert evidence.sentence == shown[one]["Sentence"]
        assert evidence.document_number == shown[one]["Document number"]
        assert (evidence.start, evidence.end) == (shown[one]["Start"], shown[one]["End"])


def test_text_that_looks_like_a_formula_stays_text(book: Workbook) -> None:
    """Titles, numbers and issuers that start with = + @ are text, marked so for Excel."""
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type in ("f", "e")]
    signed = [cell for cell in cells if isinstance(cell.value, str) and cell.value[0] in "=+@"]
    assert {"=", "+", "@"} == {cell.value[0] for cell in signed}
    assert all(cell.quotePrefix for cell in signed if cell.parent.title.startswith("Plans"))


def test_what_is_not_stated_has_no_number(book: Workbook) -> None:
    """A status without a value leaves its cells empty; a contradiction shows both ends."""
    shown = rows(book.worksheets[DATA])
    statuses = {row["Status"] for row in shown}
    assert {
        "未提及 Not stated",
        "前后不一 Conflicting",
        "不适用 Not applicable",
        "文本残缺 Source incomplete",
    } <= statuses
    for row in shown:
        if row["Status"] in ("有明确数值 Stated", "前后不一 Conflicting"):
            assert isinstance(row["Low"], int | float)
        else:
            assert row["Low"] is None
            assert row["High"] is None
            assert row["As shown"].startswith(row["Status"])


def test_zero_and_not_applicable_are_told_apart(book: Workbook) -> None:
    """In an allocation table 0 is a number and / is none."""
    values = {row["Area"]: row["Value"] for row in rows(book.worksheets[ALLOCATIONS])}
    assert {"东乡": 0, "西乡": None} == values


def test_cells_of_the_matrix_read_as_the_plan_says(book: Workbook) -> None:
    """Comparator, unit, deadline; contradictions side by side; a row names its one scope."""
    sheet = book.worksheets[COMPARISON]
    said = {str(cell.value) for row in sheet.iter_rows(min_row=5) for cell in row if cell.value}
    assert "≥ 55% (2025)" in said
    assert "3,000 张 (2025)\n〔较早 earlier 2022: 2,700〕" in said
    assert "前后不一 Conflicting\n30 ≠ 50%" in said
    assert "100–200 张" in said
    assert "农村\nrural" in said


def test_statuses_are_formatted_by_rule(book: Workbook) -> None:
    """The matrix and the tidy sheet have a conditional format for every status but stated."""
    for number in (COMPARISON, DATA):
        formats = [rule for area in book.worksheets[number].conditional_formatting for rule in area.rules]
        assert 6 == len(formats)
        assert 6 == len({rule.formula[0] for rule in formats})


def test_charts_draw_the_stated_values_and_leave_gaps(book: Workbook, data: bytes) -> None:
    """A native chart refers to the rows beside it; missing rows are blank and drawn as gaps."""
    sheet = book.worksheets[CHARTS]
    assert sheet._charts
    xml = part(data, "xl/charts/chart1.xml")
    assert '<c:dispBlanksAs val="gap"' in xml or '<dispBlanksAs val="gap"' in xml
    assert 2 == len(re.findall(r'delete val="0"', xml))
    found = re.search(r"<(?:c:)?val><(?:c:)?numRef><(?:c:)?f>'(.+)'!\$B\$(\d+):\$B\$(\d+)</", xml)
    assert found is not None
    assert sheet.title == found[1]
    drawn = [sheet.cell(row, 2).value for row in range(int(found[2]), int(found[3]) + 1)]
    labels = [str(sheet.cell(row, 1).value) for row in range(int(found[2]), int(found[3]) + 1)]
    assert 3 == len(drawn)
    for value, label in zip(drawn, labels, strict=True):
        assert (value is None) == ("Conflicting" in label or "Not " in label)


def test_sheets_can_be_read_and_printed(book: Workbook) -> None:
    """Headers stay in view and repeat on paper; tables can be filtered; pages have one width."""
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes
        assert sheet.print_title_rows
    for number in (COMPARISON, DATA, STATEMENTS, ALLOCATIONS, PLANS):
        sheet = book.worksheets[number]
        assert sheet.auto_filter.ref
        assert "landscape" == sheet.page_setup.orientation
        assert (1, 0) == (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight)


def test_years_stored_as_text_are_not_flagged(data: bytes) -> None:
    """Excel is told that numbers in text are meant; the element stands where the standard has it."""
    xml = part(data, "xl/worksheets/sheet4.xml")
    assert xml.index("<ignoredErrors>") < xml.index("<drawing")


def test_a_rerun_gives_the_same_bytes(study: Path, tmp_path: Path) -> None:
    """Two runs over the same tables, each read anew, write identical files without today's date."""
    first = export_workbook(compare.load(study), tmp_path / "a" / "comparison.xlsx").read_bytes()
    second = export_workbook(compare.load(study), tmp_path / "b.xlsx").read_bytes()
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {(1980, 1, 1, 0, 0, 0)} == {info.date_time for info in archive.infolist()}
    assert not list(tmp_path.rglob("*.part"))


def test_the_readme_names_every_source_with_its_checksum(book: Workbook, dataset: Dataset) -> None:
    """Who opens the workbook years later still knows which files it was read from."""
    text = "\n".join(str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value)
    for plan in dataset.plans.itertuples():
        assert plan.source_sha256 in text
        assert plan.source_file in text
        assert plan.document_number in text


def test_findings_are_there_in_both_languages(book: Workbook, dataset: Dataset) -> None:
    """Side by side, each under a title that says which it is."""
    (sheet,) = [sheet for sheet in book if sheet.title.startswith("Findings")]
    shown = {(row["Message (zh)"], row["Message"]) for row in rows(sheet)}
    assert {(row["message_zh"], row["message"]) for row in records(dataset.findings)} == shown
