"""Every figure of the catalogue becomes files that a report can use, the same on every rerun."""

from __future__ import annotations

import csv
import io
import os
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

import compare
from compare.exports import pictures
from compare.exports.figure_files import charts, csv_bytes, export_figures
from compare.exports.pictures import Pictures
from compare.figures.drawing.chart import Chart, Format, render
from compare.figures.registry import CATALOGUE
from compare.tables.dataset import Dataset
from compare.tables.words.labels import LANGUAGES, Lang

SIGNATURES = {".png": b"\x89PNG", ".svg": b"<?xml", ".pdf": b"%PDF", ".csv": b"\xef\xbb\xbf"}


@pytest.fixture(scope="module")
def written(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return export_figures(dataset, tmp_path_factory.mktemp("a") / "figures")


def test_each_chart_is_written_in_both_languages_and_all_formats(
    dataset: Dataset, written: list[Path]
) -> None:
    """Names tell chart, language and format; the paths returned are the files that are there."""
    names = {chart.name for chart in charts(dataset, "zh")}
    assert names
    expected = {f"{name}.{lang}{ending}" for name in names for lang in LANGUAGES for ending in SIGNATURES}
    assert expected == {path.name for path in written}
    assert expected == {path.name for path in written[0].parent.iterdir()}
    for path in written:
        assert path.read_bytes().startswith(SIGNATURES[path.suffix])


def test_a_rerun_gives_the_same_bytes(study: Path, written: list[Path], tmp_path: Path) -> None:
    """A second run over the same tables, read anew, writes the same files."""
    again = export_figures(compare.load(study), tmp_path)
    assert [path.name for path in written] == [path.name for path in again]
    assert [path.read_bytes() for path in written] == [path.read_bytes() for path in again]


def test_what_was_drawn_before_is_not_drawn_again(
    dataset: Dataset, written: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same bytes, and only the quick SVG of each chart was drawn; another font or code draws anew."""
    drawn: list[str] = []
    render = pictures.render

    def noted(chart: Chart, fmt: Format, dpi: int = 300) -> bytes:
        drawn.append(fmt)
        return render(chart, fmt, dpi)

    monkeypatch.setattr(pictures, "render", noted)
    kept = Pictures(tmp_path / "kept", "this code")
    for out in ("a", "b"):
        files = export_figures(dataset, tmp_path / out, kept, "matrix", ["zh"])
    charts_drawn = len(files) // 4
    assert {"svg": 2 * charts_drawn, "png": charts_drawn, "pdf": charts_drawn} == Counter(drawn)
    known = {path.name: path.read_bytes() for path in written}
    assert [known[path.name] for path in files] == [path.read_bytes() for path in files]
    export_figures(dataset, tmp_path / "c", Pictures(kept.folder, "other code"), "matrix", ["zh"])
    assert 2 * charts_drawn == Counter(drawn)["pdf"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_of_one_group_are_those_among_all(dataset: Dataset, lang: Lang) -> None:
    """A figure drawn group by group is, line for line, the one drawn from all rows at once."""
    for figure in CATALOGUE:
        if figure.by_group:
            tables = {name: getattr(dataset, name) for name in figure.tables}
            at_once = {
                chart.name: render(chart, "svg") for chart in figure.draw(tables, dataset.labels, lang)
            }
            by_group = {chart.name: render(chart, "svg") for chart in charts(dataset, lang, figure.name)}
            assert at_once
            assert at_once == by_group


def test_pictures_not_used_for_long_are_forgotten(tmp_path: Path) -> None:
    """The last used stay; a folder that is not there is no error."""
    Pictures(tmp_path / "none").forget(but=1)
    for age, name in enumerate(("new.png", "old.png", "older.png")):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (1000 - age, 1000 - age))
    Pictures(tmp_path).forget(but=2)
    assert {"new.png", "old.png"} == {path.name for path in tmp_path.iterdir()}


def test_a_chart_of_some_groups_shows_their_indicators_only(dataset: Dataset) -> None:
    """Restricting to groups keeps out every other indicator."""
    (chart,) = charts(dataset, "en", "matrix", ["beds"])
    assert {"beds"} == {dataset.labels.group_of[code] for code in chart.data["indicator"]}


def test_an_unknown_figure_is_named_with_those_there_are(dataset: Dataset) -> None:
    """The error tells what could have been meant."""
    with pytest.raises(LookupError, match=r"no figure 'matrx'; there are .*matrix"):
        list(charts(dataset, "zh", "matrx"))


def test_a_csv_keeps_its_text_from_being_calculated() -> None:
    """Chinese survives Excel, missing stays empty, signs that open a formula are guarded, numbers are not."""
    frame = pd.DataFrame({"地区": ["=1+1", "@a", "甲", None], "value": [-1.5, 0.0, None, 2.0]})
    rows = list(csv.reader(io.StringIO(csv_bytes(frame).decode("utf-8-sig"))))
    assert [["地区", "value"], ["'=1+1", "-1.5"], ["'@a", "0.0"], ["甲", ""], ["", "2.0"]] == rows
