"""Who is named for what: ``tests/cases/responsibilities.yaml``, and how long names and brackets may be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from compare.reading.actors.responsibilities import responsibilities
from compare.reading.page.outline import outline
from compare.reading.page.view import text_view

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "responsibilities.yaml").read_text(encoding="utf-8")
)


def said(text: str) -> list[str]:
    """The first characters of each task, with role and name."""
    view = text_view(text)
    passages = outline(view)[0]
    return [
        f"{text[passages[r.passage].start : passages[r.passage].start + 3]}: {r.role} {r.department_text}"
        for r in responsibilities(view, text, passages)
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_departments_are_named_for_their_tasks(case: dict[str, Any]) -> None:
    """Each name word for word, with its role and the passage that states the task."""
    assert case["says"] == said(case["text"])


def name(length: int) -> str:
    return "市" + "民" * (length - 2) + "局"


@pytest.mark.parametrize(("length", "count"), [(2, 3), (40, 3), (41, 1)])
def test_a_name_in_a_line_has_so_many_characters(length: int, count: int) -> None:
    """What is longer is no name, and ends the list."""
    assert count == len(said(f"责任单位：市民政局、{name(length)}、市财政局\n"))
    # the same where a member has to be looked at
    assert count == len(said(f"责任单位：市民政局、{name(length)}、市财政局及市残联\n")) - (count == 3)


@pytest.mark.parametrize(("length", "count"), [(2, 2), (40, 2), (41, 0)])
def test_a_name_in_a_bracket_has_so_many_characters(length: int, count: int) -> None:
    """What is longer says that the bracket is no list."""
    assert count == len(said(f"建设养老院。（市民政局、{name(length)}负责）\n"))
    assert count == len(said(f"建设养老院。（市民政局、{name(length)}）\n"))


def test_a_bracket_holds_any_number_of_names() -> None:
    """Up to its end on the line."""
    names = "、".join(["市民政局"] * 120)
    assert len(said(f"1.建设。（{names}负责）\n")) == 120


@pytest.mark.parametrize(("length", "count"), [(2, 1), (1, 0)])
def test_one_character_is_no_name(length: int, count: int) -> None:
    """A name has two at least, in a plain list and where members are looked at."""
    assert count == len(said(f"责任单位：{'局' * length}\n"))
    assert count == len(said(f"责任单位：{'局' * length}等部门\n"))
