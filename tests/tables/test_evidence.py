"""The evidence for a value: its sentence, and the headings above it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from compare.model import Document, Furniture
from compare.tables.evidence import evidence, heading_trails, running_text, sentence_span


@pytest.mark.parametrize(
    "marked, sentence",
    [
        ("甲。乙<丙>丁。戊", "乙丙丁。"),
        ("甲！乙<丙>丁？戊", "乙丙丁？"),
        ("甲!乙<丙>丁?戊", "乙丙丁?"),
        ("甲。”乙<丙>丁。”戊", "乙丙丁。”"),
        ("甲。）乙<丙>丁。）戊", "乙丙丁。）"),
        ("甲!!乙<丙>丁。。戊", "乙丙丁。。"),
        ("甲;乙<丙>丁;戊。", "甲;乙丙丁;戊。"),
        ("甲\n乙<丙>丁\n戊", "乙丙丁"),
        ("甲。 \t乙<丙>丁 \n戊", "乙丙丁"),
        ("甲。<丙>丁", "丙丁"),
        ("甲。乙<丙。>丁。", "乙丙。"),
        ("甲。乙<丙。丁>戊。己", "乙丙。丁戊。"),
        ("甲。 < 丙 > 丁", " 丙  丁"),
        ("<丙>", "丙"),
        ("甲。<>丁。", "丁。"),
    ],
)
def test_the_sentence_around_a_quotation(marked: str, sentence: str) -> None:
    """From behind the last full stop of its line to behind the next; blanks around it are no part of it, but
    nothing of the quotation is ever cut."""
    start, end = marked.index("<"), marked.index(">") - 1
    text = marked.replace("<", "").replace(">", "")
    assert sentence == text[slice(*sentence_span(text, start, end))]


def passage(name: str, parent: str | None, heading: str | None, start: int, end: int) -> dict[str, Any]:
    return {"passage_id": name, "parent_id": parent, "heading": heading, "start": start, "end": end}


def test_the_line_of_a_quotation_begins_at_the_line_end_before_it() -> None:
    """Also where the text ends with another line end."""
    text = "甲\n乙丙丁\n"
    assert (2, 5) == sentence_span(text, 3, 4)


def test_headings_stand_in_their_order_from_the_top() -> None:
    """As written, with the ordinal before them; a passage without a heading has those above it, and one whose
    parent is not there its own."""
    text = "二、任务\n(一) 建设。\n正文\n附"
    rows = [
        passage("d", "gone", "附", 17, 18),
        passage("c", "b", None, 13, 15),
        passage("b", "a", "建设", 5, 12),
        passage("a", None, "任务", 0, 4),
        passage("e", "a", "不在文中", 0, 4),
    ]
    assert {
        "a": ("二、任务",),
        "b": ("二、任务", "(一) 建设"),
        "c": ("二、任务", "(一) 建设"),
        "d": ("附",),
        "e": ("二、任务", "不在文中"),
    } == heading_trails(pd.DataFrame(rows), text)


def test_evidence_is_quoted_with_its_place_and_document() -> None:
    """What a document lacks is empty; the trail is one line."""
    statement = {"statement_id": "p-1", "plan_id": "p", "start": 3, "end": 5}
    plan = {"document_number": None, "title": "方案", "source_file": "a.txt"}
    one = evidence(statement, plan, ("一、目标", "(一)床位"), "甲。 乙丙。丁")
    assert ("乙丙", "乙丙。", "", "方案", "一、目标 › (一)床位") == (
        one.quote,
        one.sentence,
        one.document_number,
        one.title,
        one.trail,
    )
    assert (3, 5, 3, 6) == (one.start, one.end, one.sentence_start, one.sentence_end)


def test_furniture_within_furniture_is_blanked_once() -> None:
    """A line end that belongs to what has been blanked already moves nothing."""
    text = "甲\n\n乙。\n"
    both, second = (Furniture(start, 3, "line end", inside=True) for start in (1, 2))
    assert "甲  乙。\n" == running_text(Document(text, "txt", (), (both, second)))


def test_a_sentence_is_whole_across_line_ends_within_it() -> None:
    """Line ends that only their width set are blanks to the search; the source is not changed."""
    text = "甲。全市养老床位1.62万张，每千名老年人拥有养老床\n位30.5张。\n第二节\n"
    end = text.index("\n")
    soft = Furniture(end, end + 1, "line end", inside=True)
    mark = Furniture(0, 1, "markup", inside=True)
    running = running_text(Document(text, "txt", (), (mark, soft)))
    assert text.replace("\n", " ", 1) == running
    row = {"statement_id": "p-1", "plan_id": "p", "start": end + 1, "end": end + 7}
    plan = {"document_number": None, "title": "方案", "source_file": "p.txt"}
    assert text[2 : end + 8] == evidence(row, plan, (), text, running).sentence
