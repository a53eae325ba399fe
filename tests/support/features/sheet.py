"""What spreadsheets hold."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import openpyxl
from openpyxl.styles import Font
from tests.support.features.feature import BEDS, SHARE, TITLE, Feature

HEAD = ["指标", "2025年目标值"]
ROWS = [["新增养老床位（张）", 2000], ["护理型床位占比（%）", "≥55"]]


def xlsx(
    rows: Sequence[Sequence[Any]], change: Callable[[Any], None] = lambda book: None
) -> Callable[[], bytes]:
    """A sheet of these rows below the title; ``change`` works on the book."""

    def write() -> bytes:
        book = openpyxl.Workbook()
        for row in ([TITLE], *rows):
            book.active.append(list(row))
        change(book)
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    return write


def sheets() -> Iterator[Feature]:
    def make(name: str, outcome: str, data: Callable[[], bytes], *values: str, reason: str = "") -> Feature:
        return Feature(name, "xlsx", outcome, data, values or (BEDS, SHARE), reason)

    yield make("a table of indicators", "read", xlsx([HEAD, *ROWS]))

    def merge(book: Any) -> None:
        book.active.merge_cells("B2:C2")
        book.active.merge_cells("A2:A3")

    two = [["县", "2025年新增床位（张）", None], [None, "公办", "民办"], ["甲县", 30, 40]]
    yield make("merged heads", "read", xlsx(two, merge), "eq 30 张 2025", "eq 40 张 2025")

    def percent(book: Any) -> None:
        book.active["B3"].number_format = "0%"

    share = [HEAD, ["护理型床位占比", 0.55], ["新增养老床位（张）", 2000]]
    yield make("per cents by number format", "read", xlsx(share, percent), BEDS, "eq 55 % 2025")

    def hide(book: Any) -> None:
        book.active.row_dimensions[5].hidden = True

    yield make(
        "hidden rows",
        "furniture",
        xlsx([HEAD, *ROWS, ["新增养老床位（张）", 9999]], hide),
        reason="hidden text",
    )

    def strike(book: Any) -> None:
        book.active["B5"].font = Font(strike=True)

    yield make(
        "text struck through",
        "furniture",
        xlsx([HEAD, *ROWS, ["养老床位（张）", 9999]], strike),
        reason="struck-through text",
    )

    def second(book: Any) -> None:
        other = book.create_sheet("旧表")
        other.append(["新增养老床位（张）", 9999])
        other.sheet_state = "hidden"

    yield make("a hidden sheet", "named", xlsx([HEAD, *ROWS], second), reason="sheet")
    notes = [["单位：张"], HEAD, *ROWS, ["注：含在建床位500张。"]]
    yield make("a unit line above and notes below a table", "read", xlsx(notes), BEDS, SHARE, "eq 500 张")
