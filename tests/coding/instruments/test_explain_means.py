"""Why a clause shows an instrument at a level, what was refused, and what makes a milestone."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support.language import ReadText

from compare.coding.instruments.codebook import MeansBook
from compare.coding.instruments.coder import code_means
from compare.coding.instruments.explain import WhyMeans
from compare.model import Code, MeansOfPlan, Phrase


def explained(read_text: ReadText, book: MeansBook, *items: str) -> tuple[str, MeansOfPlan, WhyMeans]:
    """A plan of these items, what it carries and why."""
    text = "一、任务\n" + "".join(f"({'一二三四五'[n]}){item}\n" for n, item in enumerate(items))
    reading = read_text(text)
    return text, code_means(reading, book), WhyMeans(reading, book)


MARK = {"开展": Phrase("explain.means_bound", {"mark": "开展"}), "": Phrase("explain.means_plain")}
NUMBER, TITLE = Phrase("explain.means_number"), Phrase("explain.means_title")
SINCE = Phrase("explain.means_date", {"date": Phrase("explain.means_since")})


def by(rule: str) -> Phrase:
    return Phrase("explain.by_rule", {"rule": Phrase("explain.rule", {"rule": Code("rules", rule)})})


@pytest.mark.parametrize(
    "text, level, rule, why",
    [
        ("鼓励开展护理员培训。", "1", "only encouraged", Phrase("explain.means_unbound", {"mark": "鼓励"})),
        ("开展护理员培训。", "2", "committed", (MARK["开展"],)),
        (
            "2025年培训护理员300人次。",
            "3",
            "number in the clause",
            (MARK[""], NUMBER, Phrase("explain.means_date", {"date": "2025"})),
        ),
        ("自2023年起开展护理员培训。", "3", "date in the clause", (MARK["开展"], SINCE)),
        (
            "制定《护理员培训办法》。",
            "3",
            "document by its title",
            (Phrase("explain.means_bound", {"mark": "制定"}), TITLE),
        ),
    ],
)
def test_what_made_the_level(
    read_text: ReadText, book: MeansBook, text: str, level: str, rule: str, why: object
) -> None:
    """The word that takes it back; the verb, or that none governs; what specifies it, of its own clauses."""
    around = ("每年新建养老院3所。", "制定《养老机构管理办法》。")
    _, found, reasons = explained(read_text, book, around[0], text, around[1])
    (one,) = [means for means in found.means if means.instrument == "staff_training"]
    said = [phrase for phrase in reasons.means(one) if phrase.key == "explain.means_level"]
    assert [{"level": level, "rule": by(rule), "why": why}] == [dict(phrase.facts) for phrase in said]


def test_the_pattern_and_its_words_are_told_once(read_text: ReadText, book: MeansBook) -> None:
    """With the place of the pattern in its entry, counted from one; of other instruments nothing."""
    _, found, reasons = explained(
        read_text, book, "加强管理。开展护理员培训,建设养老院。", "每年培训护理员300人次。"
    )
    told = [
        (one.instrument, phrase.facts["words"], phrase.facts["place"])
        for one in found.means
        for phrase in reasons.means(one)
        if phrase.key == "explain.means"
    ]
    assert [
        ("staff_training", "护理员培训", "1"),
        ("facility_construction", "建设养老院", "1"),
        ("staff_training", "培训护理", "2"),
    ] == told
    patterns = [
        str(phrase.facts["pattern"]) for phrase in reasons.means(found.means[0]) if "pattern" in phrase.facts
    ]
    known = [pattern.pattern for pattern in book.instruments["staff_training"].match]
    assert all(any(one in whole for whole in known) for one in patterns)


def test_a_topic_and_a_repetition_are_told(read_text: ReadText, book: MeansBook) -> None:
    """Only where they are so."""
    _, found, reasons = explained(
        read_text, book, "护理员培训。各地要开展护理员培训。", "建设养老院,开展护理员培训。"
    )
    keys = [[phrase.key for phrase in reasons.means(one)] for one in found.means]
    assert [one.topic for one in found.means] == ["explain.means_topic" in said for said in keys]
    assert [one.repeats for one in found.means] == ["explain.means_repeats" in said for said in keys]
    assert {True, False} >= {one.topic for one in found.means}


@pytest.mark.parametrize(
    "text, key, facts",
    [
        ("目前已建成养老机构12家。", "explain.means_silent_past", {"words": "目前已建成养老机构12家"}),
        (
            "推进婴幼儿托育机构标准化建设。",
            "explain.means_silent_other",
            {"words": "推进婴幼儿托育机构标准化建设"},
        ),
        (
            "加强对养老机构运营补贴资金使用情况的监管。",
            "explain.means_refused_inspected",
            {
                "instrument": Code("instruments", "operating_subsidy"),
                "words": "运营补贴",
                "by": "加强对养老机构运营补贴资金使用情况的监管",
            },
        ),
    ],
)
def test_what_is_refused_says_why(
    read_text: ReadText, book: MeansBook, text: str, key: str, facts: dict[str, Any]
) -> None:
    """Within the stretch that is asked about, and behind a clause that says nothing as well."""
    whole, _, reasons = explained(read_text, book, "目前已建成养老院3家。", text)
    start = whole.index(text)
    assert facts in [dict(one.facts) for one in reasons.refused(0, len(whole)) if one.key == key]
    assert facts in [dict(one.facts) for one in reasons.refused(start, len(whole)) if one.key == key]
    assert [] == list(reasons.refused(start + 1, len(whole)))
    assert facts not in [dict(one.facts) for one in reasons.refused(0, start)]


def test_what_is_shown_is_not_refused(read_text: ReadText, book: MeansBook) -> None:
    """Each refused instrument of a clause is named once."""
    whole, _, reasons = explained(read_text, book, "加强对养老机构运营补贴资金使用情况的监管。")
    named = [one.facts["instrument"] for one in reasons.refused(0, len(whole))]
    assert Code("instruments", "supervision") not in named
    assert len(set(named)) == len(named)


def test_a_milestone_says_what_will_be_done_by_when(read_text: ReadText, book: MeansBook) -> None:
    """Its action, its object and the words it stands in."""
    _, found, reasons = explained(read_text, book, "2025年6月底前,制定养老机构管理办法。")
    (one,) = found.milestones
    assert {
        "action": Code("actions", "issue"),
        "object": "养老机构管理办法",
        "deadline": "2025-06",
        "words": "2025年6月底前,制定养老机构管理办法",
        "rule": by("words behind the verb"),
    } == dict(reasons.milestone(one).facts)
