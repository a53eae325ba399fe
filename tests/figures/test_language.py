"""Figures of words, themes and responsibilities: nothing overlaps, nothing missing looks like zero."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest
from matplotlib.axes import Axes
from tests.support import language

from compare.figures.charts import commitment, duties, keyness, similarity, themes
from compare.figures.drawing.chart import Chart
from compare.figures.drawing.style import ACCENT, ALERT, MAX_HEIGHT_CM, MUTED
from compare.figures.registry import CATALOGUE
from compare.tables.labels import Labels, Lang
from compare.tables.storage.frames import make_frame
from compare.tables.storage.schemas import schemas
from compare.terms.clauses.named_functions import by_theme, tasks
from compare.terms.counting.keyness import key_terms
from compare.terms.counting.similarity import similarity as of_pairs

Draw = Callable[[dict[str, pd.DataFrame], pd.DataFrame, Labels, Lang], tuple[Chart, ...]]


def _duties(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    return by_theme(tasks(tables["responsibilities"], tables["clauses"], tables["passages"]))


PAGES: dict[str, Draw] = {
    "themes": lambda made, plans, labels, lang: themes.pages(made["themes"], plans, labels, lang),
    "commitment": lambda made, plans, labels, lang: commitment.pages(made["themes"], plans, labels, lang),
    "keyness": lambda made, plans, labels, lang: keyness.pages(key_terms(made["terms"]), plans, labels, lang),
    "duties": lambda made, plans, labels, lang: duties.pages(_duties(made), plans, labels, lang),
    "similarity": lambda made, plans, labels, lang: similarity.pages(
        of_pairs(made["terms"], made["reuse"], made["clauses"]), plans, labels, lang
    ),
}


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
        if chart.name == "duties":
            drawn = chart.data["department"].nunique()
            assert f"Departments left out: {40 - drawn}." in "".join(chart.caption.notes)


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
        assert worded.word(f"figures.{name}_note", "en") in " ".join(chart.caption.notes)


def marks(axes: Axes, color: str) -> list[float]:
    """Every x at which a mark of a colour is drawn."""
    lines = [
        line for line in axes.lines if line.get_markeredgecolor() == color and line.get_marker() in "osD"
    ]
    return [round(float(x), 6) for line in lines for x in line.get_xdata()]


def test_a_share_of_nothing_has_no_mark(figure: SimpleNamespace, worded: Labels) -> None:
    """A plan without targets has no mark at zero; a plan with targets, none of them on a theme, has one."""
    chart = themes.draw(language.themes_table(2), figure.plans(2), worded)
    first, second = chart.axes[1:]
    assert [20.0, 1.5, 6.0] == marks(first, MUTED)
    assert [40.0, 0.0, 60.0] == marks(first, ACCENT)
    assert [20.0, 1.5, 6.0] == marks(second, MUTED)
    assert [] == marks(second, ACCENT)


def test_themes_nobody_speaks_of_are_left_out(figure: SimpleNamespace, worded: Labels) -> None:
    """An empty row would only take room."""
    said = figure.texts(themes.draw(language.themes_table(3), figure.plans(3), worded, "en"))
    assert language.THEMES["home_care"]["en"] in said
    assert not any(text.startswith("Supervision") for text in said)


def test_strictness_of_few_clauses_is_not_drawn(figure: SimpleNamespace, worded: Labels) -> None:
    """A share of three clauses would say nothing; that of the whole plan stands first."""
    chart = commitment.draw(language.themes_table(1), figure.plans(1), worded)
    (axes,) = chart.axes[1:]
    assert [25.0, 25.0, 25.0] == marks(axes, ACCENT)
    assert [0.0, 0.0, 0.0] == marks(axes, ALERT)


def test_key_words_beyond_chance_are_filled(figure: SimpleNamespace, worded: Labels) -> None:
    """Chance is drawn hollow; a word used less than elsewhere is not drawn."""
    key = key_terms(language.terms_table(2))
    chart = keyness.draw(key[key["plan_id"] == "p0"], figure.plans(2), worded)
    (axes,) = chart.axes[1:]
    dots = [line for line in axes.lines if line.get_marker() == "o"]
    assert list(key[key["plan_id"] == "p0"]["sure"]) == [
        line.get_markerfacecolor() == ACCENT for line in dots
    ]
    assert "特征词语2" not in figure.texts(chart)


def test_an_interval_without_an_end_leaves_with_an_arrow(figure: SimpleNamespace, worded: Labels) -> None:
    """A word that no other plan uses has no upper limit, and none is drawn."""
    key = key_terms(language.terms_table(2))
    mine = key[key["plan_id"] == "p0"]
    (axes,) = keyness.draw(mine, figure.plans(2), worded).axes[1:]
    arrows = [line for line in axes.lines if line.get_marker() == ">"]
    beyond = mine["log_ratio_high"].isna() | (mine["log_ratio_high"] > keyness.MOST)
    assert beyond.sum() == len(arrows)


def test_only_few_plans_have_a_chart_of_duties_each(figure: SimpleNamespace, worded: Labels) -> None:
    """Forty charts of one kind would be read by no one."""
    for count, expected in ((1, 1), (3, 4), (duties.ALONE + 1, 1)):
        made = PAGES["duties"](language.tables(count), figure.plans(count), worded, "zh")
        assert expected == len(made)
        assert len({chart.name for chart in made}) == len(made)
