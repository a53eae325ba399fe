"""Short cuts that spare a pattern its search must never change what it finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from compare.reading.header import cited
from compare.reading.items import running_text
from compare.reading.page import clauses, furniture
from compare.reading.page.lines import lines_of
from compare.reading.page.view import text_view
from compare.reading.sentences.times import carry, past_headings

_TEXTS = st.text(alphabet="0159,:;。!?|\n[]床位 \t\u3000.A", max_size=60)


@given(st.from_regex(furniture._LABELLED) | st.from_regex(furniture._NAVIGATION))
def test_what_furniture_begins_with_is_known(line: str) -> None:
    """Every line that is a label or a word of a menu passes the look at its first character."""
    matches = furniture._LABELLED.match(line) or furniture._NAVIGATION.match(line)
    assert not matches or line[0] in furniture._OPENS or "备" in line


@given(st.from_regex(carry._PROGRAMME, fullmatch=True))
def test_what_a_programme_ends_with_is_known(line: str) -> None:
    """Every heading over a programme passes the look at its last character."""
    assert line[-1] in carry._PROGRAMME_ENDS


@given(st.from_regex(past_headings._LOOKS_BACK, fullmatch=True))
def test_what_a_heading_of_the_past_ends_with_is_known(name: str) -> None:
    """Every heading that looks back passes the look at its last character, or at its first word."""
    assert name[-1] in past_headings._BACK_ENDS or name.startswith(past_headings._LOOKS)


@given(_TEXTS)
def test_breaks_are_where_their_pattern_says(text: str) -> None:
    """Separators of clauses are found as one pattern would find them, with labels at the head of a line and
    the numbers and letters of lines and of parts of sentences."""
    pattern = re.compile(r"[。!?|\n\t;]|[,:](?:(?<![0-9].)|(?![0-9]))")
    labels = {m.end() - 1 for m in re.finditer(r"^\[[^\[\]\n]{1,20}\]", text, re.MULTILINE)}
    mark = re.compile(r"(?:^|(?<=[\n。;:]))(?:[0-9]{1,2}\.(?![0-9.]) ?|A\.(?=[床位]))")
    numbers = {m.end() - 1 for m in mark.finditer(text)}
    expected = sorted({m.start() for m in pattern.finditer(text)} | labels | numbers)
    found = clauses.clauses_of(text)
    assert expected == [at for at in range(len(text)) if found.clause(at)[1] == at]


@given(_TEXTS)
def test_lines_are_what_stands_between_line_ends(text: str) -> None:
    """Each line is the span it says it is, and all but empty ones are there."""
    expected = [(m.start(), m.end(), m.group()) for m in re.finditer(r"[^\n]+", text)]
    assert expected == list(lines_of(text))


@given(_TEXTS)
def test_each_character_of_a_view_stands_where_it_says(text: str) -> None:
    """Offsets of a view rise, and lead to the character itself (blanks with a tab became a bar, square
    brackets in a sentence round ones)."""
    view = text_view(text)
    wrong = [
        (at, char, text[at])
        for char, at in zip(view.text, view.offsets, strict=False)
        if char != text[at]
        and not (char == "|" and text[at].isspace())
        and text[at] + char not in ("[(", "])")
    ]
    assert ([], sorted(set(view.offsets))) == (wrong, list(view.offsets))


@given(st.text(alphabet="市民政发年第号〔〕[](0123459,", max_size=40))
def test_document_numbers_are_where_their_pattern_says(text: str) -> None:
    """A number is found from its bracket back as its pattern finds it from its first word on."""
    assert [m.span() for m in cited._NUMBER.finditer(text)] == list(cited._numbers(text))


_PIECES = (
    "。",
    "\n",
    ";",
    " ",
    "(一)",
    "1.",
    "【",
    "】",
    ":",
    "主要",
    "目标",
    "主要目标",
    "工作目标任务",
    "到20",
    "老",
)


@given(st.lists(st.sampled_from(_PIECES), max_size=24).map("".join))
def test_headings_of_goals_are_where_their_pattern_says(text: str) -> None:
    """Headings found from their word 目标 back are those that their pattern finds from left to right."""
    opening = carry._GOALS_OPENING.match(text)
    later = carry._GOALS_HEADING.finditer(text, opening.end() if opening else 0)
    expected = [*([opening.span()] if opening else []), *(m.span() for m in later)]
    assert expected == [m.span() for m in carry._goals_headings(text)]


@given(
    st.lists(
        st.sampled_from(("到", "2025", "年", "底前", "十四五", "今年", "老", "A", ",", "3", " ")), max_size=12
    )
)
def test_what_is_short_has_fewer_letters_than_five_beside_its_dates(parts: list[str]) -> None:
    """A piece is long as soon as its fifth letter outside of dates is found, as if all were counted."""
    text = "".join(parts)
    letters = running_text._LETTERS.findall(running_text._DATE.sub("", text))
    assert (len(letters) < running_text._SHORT) is running_text._is_short(text)
