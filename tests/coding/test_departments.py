"""Departments as written, to the codebook's functions."""

from __future__ import annotations

import re

import pytest

from compare.coding import Department
from compare.coding.departments import department, department_finder
from compare.coding.indicators.matching import wordings


def entry(code: str, *patterns: str) -> Department:
    return Department(code, code, code, wordings(re.compile(p) for p in patterns))


DEPARTMENTS = {
    d.id: d
    for d in (
        entry("natural_resources", "自然资源"),
        entry("civil_affairs", "(?<!人)民政(?!府)"),
        entry("health", "卫生健康", "卫健"),
        entry("public_security", "公安"),
        entry("government", "人民政府"),
    )
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市民政局", "civil_affairs"),
        ("省民政厅", "civil_affairs"),
        ("市卫生健康 委员会", "health"),
        ("区卫健局", "health"),
        ("各县(市、区)人民政府", "government"),
        ("市自然资源局公安分局", "natural_resources"),
        ("某某公司", ""),
        ("", ""),
    ],
)
def test_function_of_a_department(text: str, expected: str) -> None:
    """Levels and blanks do not matter, the first entry that knows the name does; unknown is ""."""
    assert expected == department(text, DEPARTMENTS)


def test_the_finder_gives_the_same_answers() -> None:
    """Remembering changes nothing."""
    find = department_finder(DEPARTMENTS)
    names = ["市民政局", "市民政局", "无", "区卫健局"]
    assert [department(name, DEPARTMENTS) for name in names] == [find(name) for name in names]
