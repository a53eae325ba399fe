"""The source line is derived from the plans drawn, in the order of the register."""

from __future__ import annotations

from types import SimpleNamespace

from compare.figures.content.plans_shown import plan_notes, source_line, when
from compare.tables.words.labels import Labels


def test_source_line_names_the_plans_drawn_and_no_others(figure: SimpleNamespace, labels: Labels) -> None:
    """A plan that was filtered away is no source."""
    plans = figure.plans(6)
    line = source_line(plan_notes(plans, ["p3", "p0"], labels, "zh"), labels, "zh")
    assert "政办发〔2018〕1号" in line
    assert "政办发〔2021〕4号" in line
    assert 2 == line.count("政办发")


def test_what_a_document_lacks_is_said(figure: SimpleNamespace, labels: Labels) -> None:
    """No number, no date and a fragment are facts about the source."""
    plans = figure.plans(1).assign(document_number=None, issued_on=None, complete=False)
    line = source_line(plan_notes(plans, ["p0"], labels, "en"), labels, "en")
    assert "no document number" in line
    assert "undated" in line
    assert "incomplete" in line


def test_year_stands_once(figure: SimpleNamespace, labels: Labels) -> None:
    """A number that holds its year needs no second one; one that does not gets it."""
    plans = figure.plans(1)
    assert 1 == source_line(plan_notes(plans, ["p0"], labels, "zh"), labels, "zh").count("2018")
    other = plans.assign(document_number="第3号令")
    assert "第3号令，2018" in source_line(plan_notes(other, ["p0"], labels, "zh"), labels, "zh")


def test_plans_stand_by_level_then_by_period(figure: SimpleNamespace, labels: Labels) -> None:
    """Prefectures before counties, the earlier horizon first; level and period are in the source line."""
    plans = figure.plans(4).assign(
        region_level=["county", "prefecture", "prefecture", None],
        horizon_start=[None, "2021", None, None],
        horizon_end=["2022", "2025", "2022", None],
    )
    notes = plan_notes(plans, plans["plan_id"], labels, "en")
    assert ["p2", "p1", "p0", "p3"] == [note.plan_id for note in notes]
    line = source_line(notes, labels, "en")
    assert "Prefecture, 2021–2025, " in line
    assert "County, to 2022, " in line


def test_plans_of_one_level_and_period_stand_in_the_order_of_the_division_codes(
    figure: SimpleNamespace, labels: Labels
) -> None:
    """The order of rows in the table does not matter, nor does any value."""
    plans = figure.plans(5).sample(frac=1, random_state=1)
    assert ["p0", "p1", "p2", "p3", "p4"] == [
        n.plan_id for n in plan_notes(plans, plans["plan_id"], labels, "zh")
    ]


def test_publication_dates_a_plan_without_date_of_issue(figure: SimpleNamespace, labels: Labels) -> None:
    """The year is that of issue, else of publication."""
    plans = figure.plans(1).assign(issued_on=None, published_on="2019-01-02")
    assert "2019" == plan_notes(plans, ["p0"], labels, "zh")[0].year


def test_many_plans_stand_by_province(figure: SimpleNamespace, labels: Labels) -> None:
    """In the order of the codes of provinces, each province beside its plans and once in the source line;
    who names no province comes last. Few plans stand by level, whatever their provinces."""
    plans = figure.plans(14).assign(
        province_zh=["新疆维吾尔自治区", "甘肃省"] * 6 + ["北京市", None],
        region_code=["654300", "620105"] * 6 + ["110000", None],
        region_level=["county", "prefecture"] * 7,
    )
    notes = plan_notes(plans, plans["plan_id"], labels, "zh")
    assert ["北京"] + ["甘肃"] * 6 + ["新疆"] * 6 + [""] == [note.group for note in notes]
    assert when(notes[0], labels, "zh").startswith("北京")
    line = source_line(notes, labels, "zh")
    assert (1, 1) == (line.count("甘肃："), line.count("新疆："))
    english = plan_notes(plans, plans["plan_id"], labels, "en")
    assert ["Beijing", "Gansu", "Xinjiang", ""] == list(dict.fromkeys(note.group for note in english))
    few = plan_notes(plans.head(12), plans["plan_id"], labels, "zh")
    assert {""} == {note.group for note in few}
    assert ["prefecture"] * 6 + ["county"] * 6 == [note.level for note in few]
