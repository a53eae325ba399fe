"""A value of a heading that the text below it says again is said once."""

from __future__ import annotations

import pytest
from tests.support.language import ReadText


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、建成床位2000张\n到2025年，全市建成床位2000张。\n", ["p1 床位"]),
        ("一、建成护理型床位2000张\n全市建成床位2000张。\n", ["p1 床位"]),
        ("一、建成床位2000张\n全市建成护理型床位2000张。\n", ["p1 护理型床位"]),
        ("一、建成床位2000张\n建成餐位2000张。\n", ["p0 床位", "p1 餐位"]),
        ("一、建成床位2000张\n建成餐位2000张。\n建成床位2000张。\n", ["p1 餐位", "p2 床位"]),
        ("一、建成床位2000张\n（一）建设\n建成床位2000张。\n", ["p2 床位"]),
        ("一、建成床位2000张\n建设。\n二、其他\n建成床位2000张。\n", ["p0 床位", "p3 床位"]),
        ("建成床位2000张。\n一、建成床位2000张\n建设。\n", ["p0 床位", "p1 床位"]),
        ("建成床位2000张。\n一、建成床位2000张\n建成床位2000张。\n", ["p0 床位", "p2 床位"]),
        ("一、建成床位2000张\n建成床位200张。\n", ["p0 床位", "p1 床位"]),
        (
            "一、建成床位2000张\n建成床位2000张。\n二、建成餐位2000张\n建成餐位2000张。\n",
            ["p1 床位", "p3 餐位"],
        ),
    ],
)
def test_a_heading_and_its_section_say_a_value_once(
    text: str, expected: list[str], read_text: ReadText
) -> None:
    """Only in its own section, of the same noun or a part of it: the passage of each value and its noun."""
    assert expected == [f"p{said.passage} {said.subject}" for said in read_text(text).statements]
