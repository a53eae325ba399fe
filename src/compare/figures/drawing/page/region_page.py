"""What is written around a chart of values beside a figure of their regions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from compare.figures.content.plans_shown import source_line
from compare.figures.content.region_sets import RegionSet, region_notes, region_subtitle
from compare.figures.drawing.chart import Caption
from compare.figures.drawing.page.frame import NO_KEY, Surround, surround
from compare.tables.words.labels import Labels, Lang


@dataclass(frozen=True, slots=True)
class Words:
    """The keys of a chart's own words: its title, how to read it, and its alternative text."""

    title: str
    note: str
    alt: str


def region_surround(
    one: RegionSet, words: Words, sentences: Iterable[str], labels: Labels, lang: Lang
) -> Surround:
    """Title, note and source of a set; ``sentences`` are its points as the alternative text tells them."""
    indicator = labels.indicator(one.indicator, lang)
    title = labels.word(words.title, lang, indicator=indicator, variable=one.variable)
    listed = labels.word("figures.list_separator", lang).join(sentences)
    caption = Caption(
        title=title,
        subtitle=region_subtitle(one, labels, lang),
        notes=(labels.word(words.note, lang), *region_notes(one, labels, lang)),
        source=source_line(one.plans, labels, lang),
        alt=labels.word(words.alt, lang, title=title, values=listed),
    )
    return surround(caption, NO_KEY, labels, lang)
