"""Figures of words, themes and responsibilities: nothing overlaps, nothing missing looks like zero."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest
from matplotlib.collections import QuadMesh
from matplotlib.text import Text
from tests.support import language

from compare.figures.charts import commitment, departments, keyness, similarity, themes
from compare.figures.drawing.chart import Chart
from compare.figures.drawing.style import ACCENT, MAX_HEIGHT_CM
from compare.figures.registry import CATALOGUE
from compare.tables.storage.frames import make_frame
from compare.tables.storage.schemas import schemas
from compare.tables.words.labels import Labels, Lang
from compare.terms.counting.keyness import key_terms

Draw = Callable[[dict[str, pd.DataFrame], pd.DataFrame, Labels, Lang], tuple[Chart, ...]]


CHARTS = {
    "themes": themes,
    "commitment": commitment,
    "keyness": keyness,
    "departments": departments,
    "similarity": similarity,
}


def _draw(name: str) -> Draw:
    return lambda made, plans, labels, lang: CHARTS[name].draw(made | {"plans": plans}, labels, lang)


PAGES: dict[str, Draw] = {name: _draw(name) for name in CHARTS}


@pytest.fixture(scope="session")
def worded(labels: Labels) -> Labels:
    """The labels with those of themes and words."""
    named = {"themes": language.THEMES, "commitment": language.COMMITMENT, "terms": language.TERMS}
    return replace(labels, sections={**labels.sections, **named})


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("count", [1, 2, 5, 12, 40])
@pytest.mark.parametrize("name", PAGES)
def test_no_text_overlaps_or_leaves_the_page(
    figure: SimpleNamespace, worded: Labels, name: str, count: int, lang: Lang
) -> None:
    """One plan or forty, Chinese or English, long names and short: every text stands free."""
    for chart in PAGES[name](language.tables(count), figure.plans(count), worded, lang):
        assert [] == figure.overlaps(chart)
        assert MAX_HEIGHT_CM + 0.5 > chart.get_size_inches()[1] * 2.54
        said = [*figure.texts(chart), chart.caption.alt]
        assert [] == [text for text in said if "figures." in text or "{" in text or " nan" in text]


@pytest.mark.parametrize("name", PAGES)
def test_many_departments_fit(figure: SimpleNamespace, worded: Labels, name: str) -> None:
    """More departments than fit are left out, and the figure says how many."""
    tables = language.tables(3) | {"responsibilities": language.responsibilities_table(3, 40)}
    for chart in PAGES[name](tables, figure.plans(3), worded, "en"):
        assert [] == figure.overlaps(chart)
        if chart.name == "departments":
            drawn = chart.data["department"].nunique()
            assert f"others left out: {40 - drawn}." in "".join(chart.caption.notes)


@pytest.mark.parametrize("name", PAGES)
def test_order_of_the_tables_does_not_matter(figure: SimpleNamespace, worded: Labels, name: str) -> None:
    """Shuffled rows give the same texts in the same places."""
    made = language.tables(5)
    mixed = {key: frame.sample(frac=1, random_state=3) for key, frame in made.items()}
    first = PAGES[name](made, figure.plans(5), worded, "zh")
    again = PAGES[name](mixed, figure.plans(5).sample(frac=1, random_state=4), worded, "zh")
    assert [figure.texts(chart) for chart in first] == [figure.texts(chart) for chart in again]


@pytest.mark.parametrize("name", PAGES)
def test_without_words_there_is_no_figure(figure: SimpleNamespace, worded: Labels, name: str) -> None:
    """A study whose words were not counted still has its other figures."""
    empty = {table: make_frame(schemas()[table], ()) for table in language.tables(1)}
    assert () == PAGES[name](empty, figure.plans(2), worded, "zh")


@pytest.mark.parametrize("name", PAGES)
def test_the_catalogue_has_them_all(name: str) -> None:
    """What is not in the catalogue is in no report and no notebook."""
    assert name in {entry.name for entry in CATALOGUE}


@pytest.mark.parametrize("name", PAGES)
def test_every_figure_says_what_it_does_not_show(figure: SimpleNamespace, worded: Labels, name: str) -> None:
    """Each measure carries its line of caution, the wording's ``…_note``."""
    for chart in PAGES[name](language.tables(3), figure.plans(3), worded, "en"):
        caution = worded.word(f"figures.{name}_note", "en", count=8)
        assert caution in " ".join(chart.caption.notes)


def shades(chart: Chart) -> list[list[float]]:
    """The tints of a heat map, row by row; nan where the paper is bare."""
    (mesh,) = [part for axes in chart.axes for part in axes.collections if isinstance(part, QuadMesh)]
    return mesh.get_array().filled(float("nan")).tolist()


def test_themes_are_tinted_by_clauses_and_numbered_by_targets(
    figure: SimpleNamespace, worded: Labels
) -> None:
    """The theme with most clauses is darkest; a plan without targets has no numbers."""
    (chart,) = themes.draw({"themes": language.themes_table(2), "plans": figure.plans(2)}, worded, "en")
    columns = [[row[plan] for row in shades(chart)] for plan in (0, 1)]
    assert columns[0] == columns[1]
    assert 1.0 == max(columns[0])
    drawn = [text.get_text() for axes in chart.axes[1:] for text in axes.texts]
    assert ["4", "6"] == sorted(text for text in drawn if text)


def test_themes_nobody_speaks_of_are_left_out(figure: SimpleNamespace, worded: Labels) -> None:
    """An empty row would only take room."""
    (chart,) = themes.draw({"themes": language.themes_table(3), "plans": figure.plans(3)}, worded, "en")
    said = figure.texts(chart)
    assert language.THEMES["home_care"]["en"] in said
    assert not any(text.startswith("Supervision") for text in said)


def test_strictness_is_that_of_the_whole_plan(figure: SimpleNamespace, worded: Labels) -> None:
    """A mark for hard and one for soft wording, at their shares."""
    (chart,) = commitment.draw({"themes": language.themes_table(1), "plans": figure.plans(1)}, worded)
    marks = [
        [float(x) for line in axes.lines if line.get_marker() == "o" for x in line.get_xdata()]
        for axes in chart.axes[1:]
    ]
    assert [[25.0], [0.0]] == marks


def test_a_share_without_an_interval_hides_no_other(figure: SimpleNamespace, worded: Labels) -> None:
    """The axis reaches the others: what could not be computed sets no scale."""
    themes_of = language.themes_table(2)
    unknown = themes_of["plan_id"].eq("p0")
    themes_of.loc[unknown, ["hard_share_low", "hard_share_high"]] = None
    (chart,) = commitment.draw({"themes": themes_of, "plans": figure.plans(2)}, worded)
    assert all(axes.get_xlim()[1] >= 25 for axes in chart.axes[1:])


def test_no_clause_of_so_many_is_no_certain_share(figure: SimpleNamespace, worded: Labels) -> None:
    """Where nothing was seen the number of clauses stands, and the title claims nothing about the plans."""
    themes_of = language.themes_table(2)
    never = themes_of["plan_id"].eq("p0")
    themes_of.loc[never, "hard_share"] = 0.0
    themes_of.loc[never, ["hard_share_low", "hard_share_high"]] = None
    clauses = themes_of.loc[never & themes_of["theme"].eq("all"), "clauses"].item()
    (chart,) = commitment.draw({"themes": themes_of, "plans": figure.plans(2)}, worded, "en")
    assert f"0/{clauses}" in figure.texts(chart)
    assert worded.word("figures.commitment_title", "en") == chart.caption.title
    assert worded.word("figures.commitment_no_interval", "en") in chart.caption.notes[0]


@pytest.mark.parametrize(("plans", "across"), [(20, 20), (21, 0)])
def test_many_plans_stand_one_below_the_other(
    figure: SimpleNamespace, worded: Labels, plans: int, across: int
) -> None:
    """Names that would stand closer than they can be read as columns become rows."""
    drawn = themes.draw({"themes": language.themes_table(plans), "plans": figure.plans(plans)}, worded)
    names = {note for chart in drawn for note in chart.data["region"]}
    turned = [t for chart in drawn for t in chart.findobj(Text) if t.get_rotation() == 90]
    assert across == len([text for text in turned if text.get_text() in names])


def test_key_words_beyond_chance_are_filled(figure: SimpleNamespace, worded: Labels) -> None:
    """Chance is drawn hollow; a word used less than elsewhere is not drawn."""
    terms = language.terms_table(2)
    key = key_terms(terms, keyness.WORDS)
    (chart,) = keyness.draw({"terms": terms, "plans": figure.plans(2)}, worded)
    dots = [line for line in chart.axes[1].lines if line.get_marker() == "o"]
    assert list(key[key["plan_id"] == "p0"]["sure"]) == [
        line.get_markerfacecolor() == ACCENT for line in dots
    ]
    assert "特征词语2" not in figure.texts(chart)


def test_an_interval_without_an_end_leaves_with_an_arrow(figure: SimpleNamespace, worded: Labels) -> None:
    """A word that no other plan uses has no upper limit, and none is drawn."""
    terms = language.terms_table(2)
    key = key_terms(terms, keyness.WORDS)
    mine = key[key["plan_id"] == "p0"]
    axes = keyness.draw({"terms": terms, "plans": figure.plans(2)}, worded)[0].axes[1]
    arrows = [line for line in axes.lines if line.get_marker() == ">"]
    beyond = mine["log_ratio_high"].isna() | (mine["log_ratio_high"] > keyness.MOST)
    assert beyond.sum() == len(arrows)
