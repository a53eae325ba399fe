"""Quotation marks, brackets, marks of items, script, width and blanks of a text change nothing in what is
read."""

from __future__ import annotations

import re

import pytest
from tests.support.rewritings import (
    Rewriting,
    bracketed,
    changed_by,
    full_width,
    grouped,
    in_tenths,
    quoted,
    set_off,
    spread,
    traditional,
)

from compare.model import Document, Statement
from compare.reading import Lexicon, read
from compare.reading.page.punctuation import one_mark
from compare.reading.page.view import text_view

#: What opens with a mark, a label, a heading of its own or a number.
_MARKED = re.compile(r"[一二三四五六七八九十]{1,3}[、是]|[(（0-9①-⑳●第【\[“]|.*(?:浏览|点击|工作目标)")
#: Words that begin with a power or a unit read as one behind a number (1.1 万元, 2.3.1 年服务).
_OPENS_AS_UNIT = re.compile("[万亿千百半年月日周所个人家户门层全床]")
#: Marks of which a noun may keep one of two.
_SIGNS = re.compile('[“”「」『』〝〞«»"‘’()（）〔〕［］\\[\\]【】]')
_MARKS = (
    *(
        "1、",
        "1.",
        "1）",
        "1)",
        "①",
        "⑴",
        "⒈",
        "㈠",
        "❶",
        "(1)",
        "——",
        "—— ",
        "- ",
        "● ",
        "•",
        "◆",
        "■",
        "★",
        "▲",
        "○",
    ),
    *("◇", "※", "√", "➢", "→", "»", "一是", "一要", "(一)", "一、", "a.", "A.", "Ⅰ.", "2.3.1 "),
)


def fields(statement: Statement) -> tuple[object, ...]:
    one = statement
    measured = (one.value_low, one.value_high, one.unit, one.comparator, one.kind, one.deadline, one.period)
    return (*measured, _words(one.subject), _words(one.scope_text))


def _words(noun: str) -> str:
    return _SIGNS.sub("", text_view(noun).text)


def differences(pairs: list[tuple[str, str]], lexicon: Lexicon) -> dict[str, object]:
    found = {}
    for text, new in pairs:
        one, other = (
            [fields(s) for s in read(Document(said, "txt"), lexicon).statements] for said in (text, new)
        )
        if one != other:
            found[new] = (one, other)
    return found


@pytest.mark.parametrize(
    "rewrite",
    [
        *map(quoted, '「『〝«"‘', '」』〞»"’'),
        *map(bracketed, "〔【[［", "〕】]］"),
        *map(set_off, (" ", "\u3000", "\xa0")),
        grouped(","),
        grouped(" "),
        in_tenths,
        spread,
        full_width,
        traditional,
    ],
)
def test_how_it_is_written_changes_nothing(rewrite: Rewriting, lexicon: Lexicon) -> None:
    """Value, unit, comparator, kind, deadline, period, subject and scope are those of the usual writing."""
    assert {} == differences(changed_by(rewrite, 150), lexicon)


@pytest.mark.parametrize("mark", _MARKS)
def test_the_mark_of_an_item_changes_nothing(mark: str, lexicon: Lexicon) -> None:
    """Whatever a list is numbered or marked with."""
    opens = _OPENS_AS_UNIT if mark[-1] == " " and mark[0].isdecimal() else re.compile("(?!)")
    pairs = changed_by(
        lambda text: mark + text, 60, lambda text: not (_MARKED.match(text) or opens.match(text))
    )
    assert {} == differences(pairs, lexicon)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ('到"十四五"末', "到“十四五”末"),
        ("「一老一小」", "“一老一小”"),
        ('5"屏', '5"屏'),
        ("县〔市、区〕", "县(市、区)"),
        ("60%【含】以上", "60%(含)以上"),
        ("国办发〔2019〕5号", "国办发〔2019〕5号"),
        ("300[3]户", "300[3]户"),
        ("[专栏3]新增", "[专栏3]新增"),
        ("〔一〕总体要求", "(一)总体要求"),
        ("〔累计〕", "〔累计〕"),
        ("◆新增床位", "●新增床位"),
        ("√", "√"),
        ("⑵新增床位", "②新增床位"),
        ("㈢新增床位", "③新增床位"),
    ],
)
def test_marks_are_written_in_one_way(said: str, written: str) -> None:
    """What brackets a year or a note, ticks a cell or measures in inches stays."""
    assert written == one_mark(said.replace("【", "[").replace("】", "]"), frozenset(said))


def test_a_year_behind_a_number_is_no_end_of_a_range(lexicon: Lexicon) -> None:
    """1 到2025年,… : the number of the line, and by when; 租期1到20年 is a range."""
    assert {} == differences([("到2025年,床位达到30张。", "1 到2025年,床位达到30张。")], lexicon)
    (lease,) = read(Document("租期1到20年。", "txt"), lexicon).statements
    assert (1, 20) == (lease.value_low, lease.value_high)
