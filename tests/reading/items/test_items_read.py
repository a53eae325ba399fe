"""Clauses of running text and items of tasks, text by text: ``tests/cases/items.yaml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.language import ReadText

from compare.model import Reading
from compare.reading.items.running_text import Piece, pieces
from compare.reading.items.task_items import by_passage, cells_of, linked, names_of_rows, task_items
from compare.reading.page.view import text_view

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "items.yaml").read_text(encoding="utf-8")
)


def _piece(text: str, piece: Piece) -> str:
    """The passage and the words of a clause, and how its sentence begins where that is before it."""
    opening = "" if piece.sentence == piece.start else f" < {text[piece.sentence : piece.sentence + 2]}"
    return f"{piece.passage} {text[piece.start : piece.end]}{opening}"


@pytest.mark.parametrize("case", CASES["pieces"], ids=[case["text"] for case in CASES["pieces"]])
def test_running_text_is_cut_into_clauses(case: dict[str, Any], read_text: ReadText) -> None:
    """What counts, in which passage, and of which sentence."""
    text = case["text"]
    view = text_view(text)
    found = pieces(view, read_text(text))
    assert case["found"] == [_piece(text, piece) for piece in found]
    assert [view.text[piece.at : piece.at + len(piece.text)] for piece in found] == [p.text for p in found]


@pytest.mark.parametrize("case", CASES["items"], ids=[case["text"] for case in CASES["items"]])
def test_passages_are_grouped_into_items(case: dict[str, Any], read_text: ReadText) -> None:
    """Which passages are one item, whether it states goals, and which cell names a row's task."""
    text = case["text"]
    reading = read_text(text)
    items = task_items(reading)
    assert case["found"] == [
        f"{item.kind}{' of goals' if item.goals else ''} {list(item.passages)}: "
        + text[item.start : item.end].replace("\n", "/")
        for item in items
    ]
    named = (reading.passages[at] for at in sorted(names_of_rows(items, reading.passages, text)))
    assert case["names"] == [text[one.start : one.end] for one in named]
    assert {at: n for n, item in enumerate(items) for at in item.passages} == by_passage(items)
    assert {at for item in items if item.kind == "row" for at in item.passages} == cells_of(items)


def repeats(reading: Reading, text: str) -> list[tuple[int, ...]]:
    items = task_items(reading)
    return [item.repeats for item in linked(items, pieces(text_view(text), reading, cells_of(items)))]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [("推进信息系统", [(), (0,)]), ("推进信息系统建", [(), ()]), ("", [(), (0,)])],
    ids=["half of it", "less than half", "all of it"],
)
def test_an_item_repeats_what_says_half_of_it(
    rest: str, expected: list[tuple[int, ...]], read_text: ReadText
) -> None:
    """Counted in characters of its clauses; the fuller item repeats nothing."""
    more = f",{rest}" if rest else ""
    text = f"一、任务\n1.加强养老监管,建设养老院设施床位,培训护理人员队伍。\n2.加强养老监管{more}。\n"
    assert expected == repeats(read_text(text), text)


@pytest.mark.parametrize(("clause", "expected"), [("培训护理人员", (0,)), ("培训护理员", ())])
def test_a_short_clause_shows_no_repetition(
    clause: str, expected: tuple[int, ...], read_text: ReadText
) -> None:
    """Fewer than six characters are said everywhere."""
    text = f"一、任务\n1.{clause},建设养老院设施床位,加强监管队伍。\n2.{clause}。\n"
    assert [(), expected] == repeats(read_text(text), text)
