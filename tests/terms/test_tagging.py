"""Themes, strictness, targets and superior documents of clauses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import pytest
from tests.support.language import ReadText, Tag

from compare.terms.clauses.tagging import clause_rows, clauses, themes_of
from compare.terms.examples import language_faults
from compare.terms.language import Language


def test_themes_and_levels_hold_their_examples(language: Language) -> None:
    """Every example and negative of themes.yaml and commitment.yaml."""
    assert [] == list(language_faults(language))


def test_faults_of_the_codebook_are_told(language: Language) -> None:
    """A researcher who breaks a pattern learns which text shows it."""
    theme = replace(language.themes[0], examples=("无关的话",), negatives=())
    scale = language.commitment
    level = replace(scale.levels[0], negatives=("必须完成",))
    scale = replace(scale, levels=(level, *scale.levels[1:]))
    told = "\n".join(
        language_faults(replace(language, themes=(theme, *language.themes[1:]), commitment=scale))
    )
    assert "home_care: 1 examples; give at least 2" in told
    assert "home_care: no negatives; give at least 1" in told
    assert "home_care: the example does not show it: 无关的话" in told
    assert "mandatory: the negative has this level: 必须完成" in told


def test_a_modal_governs_the_clauses_after_it(tag: Tag) -> None:
    """Up to the end of the sentence, or to a clause that says of itself what is to be done."""
    found = tag("1.鼓励社会力量参与服务,为老人提供更多便利,确保资金安全到位,加强资金管理。服务更有质量。\n")
    assert ["encouragement", "encouragement", "assured", "plain", "plain"] == [c.level.id for c in found]
    assert [False, True, False, False, False] == [clause.carried for clause in found]
    assert ["鼓励", "鼓励", "确保", "", ""] == [clause.marker for clause in found]


def test_a_clause_without_a_theme_takes_the_nearest(tag: Tag) -> None:
    """First of its sentence, then of a heading above; where there is none it has none."""
    found = tag(
        "一、强化资金保障要求\n(一)提高认识水平。逐级落实到位。\n(二)结合实际情况,开展护理员培训,形成长效机制。\n"
        "二、其他有关事项\n(一)认真抓好落实工作。\n"
    )
    told = {clause.piece.text: (clause.themes, clause.themes_from) for clause in found}
    assert (("funding",), "heading") == told["逐级落实到位"]
    assert (("workforce",), "sentence") == told["结合实际情况"]
    assert (("workforce",), "sentence") == told["形成长效机制"]
    assert ((), "") == told["认真抓好落实工作"]


def test_a_clause_may_have_several_themes(language: Language) -> None:
    """In the order of the codebook."""
    assert ("community_care", "medical_integration", "rural_care") == themes_of(
        "农村、社区的医养结合", language
    )


def test_targets_are_counted_where_they_stand(tag: Tag) -> None:
    """A parameter is no target."""
    found = tag("1.到2025年,养老床位达到300张,护理型床位占比达到55%。对75周岁以上老年人发放补贴。\n")
    assert [1, 1, 0] == [clause.targets for clause in found]


def test_the_basis_is_quoted_as_written(tag: Tag) -> None:
    """It governs the clauses after it in its sentence, not those before; full-width signs stay."""
    found = tag(
        "1.根据《甲省养老服务条例》（甲发〔2020〕1号）精神，结合实际情况，完善制度安排。加强日常监管。\n"
    )
    assert ["《甲省养老服务条例》（甲发〔2020〕1号）"] * 3 + [""] == [clause.basis for clause in found]
    found = tag("1.加快推进各项工作，按照国家有关规定，给予运营补贴。\n")
    assert ["", "国家有关规定", "国家有关规定"] == [clause.basis for clause in found]


def test_what_is_said_again_is_marked(tag: Tag) -> None:
    """Only the first time counts."""
    found = tag("1.加强综合监管工作。\n2.加强综合监管工作。\n")
    assert [False, True] == [clause.repeats for clause in found]


def test_clauses_and_marks_make_the_text_again(read_text: ReadText, language: Language) -> None:
    """Adjacent clauses with the punctuation between them are the words of the source."""
    text = "1.健全服务体系，完善养 老制度；加强监管工作。(责任单位:市民政局)\n2.提高补贴标准。\n"
    reading = read_text(text)
    rows = clause_rows("p", text, ["a"] * len(reading.passages), clauses(reading, language))
    first = "".join(f"{row['quote']}{row['mark']}" for row in rows[:3])
    assert "健全服务体系，完善养 老制度；加强监管工作" == first
    assert "" == rows[2]["mark"]
    assert all(row["quote"] == text[row["start"] : row["end"]] for row in rows)


def test_a_plan_without_sentences_has_no_clauses(tag: Tag) -> None:
    """Nothing to count is no error."""
    assert () == tag("")
    assert () == tag("2020年1月\n")


@pytest.fixture
def changed(language: Language) -> Callable[..., Language]:
    return lambda **parts: replace(language, **parts)


def test_a_codebook_may_have_other_themes(
    read_text: ReadText, changed: Callable[..., Language], language: Language, make: SimpleNamespace
) -> None:
    """Themes are data: with one theme only that one is found."""
    only = changed(themes=tuple(theme for theme in language.themes if theme.id == "funding"))
    found = clauses(read_text("1.增加财政投入力度,开展护理员培训。\n"), only)
    assert [("funding",), ("funding",)] == [clause.themes for clause in found]
    assert ["clause", "sentence"] == [clause.themes_from for clause in found]
