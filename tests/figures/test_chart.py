"""Rendering: the same bytes on every rerun, editable text, nothing of the day or the version."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from types import SimpleNamespace

import pandas as pd
import pytest
from lxml import etree
from PIL import Image
from tests.support import language

from compare.figures.charts import matrix
from compare.figures.drawing.chart import FORMATS, Caption, Chart, Format, render
from compare.figures.drawing.page.frame import Key, open_page, surround
from compare.figures.drawing.style import style
from compare.figures.registry import CATALOGUE
from compare.tables.comparing.benchmarks import benchmark_schema
from compare.tables.comparing.national import national
from compare.tables.storage.frames import make_frame
from compare.tables.words.labels import Labels

# A national value that what the made-up plans state may be held against.
TARGET = {
    "benchmark_id": "share-2020",
    "indicator": "share",
    "comparator": "ge",
    "value": 50.0,
    "unit": "%",
    "deadline": "2020",
    "document": "某规划",
    "year": "2017",
    "grade": "A",
    "evidence": "某页",
    "wording": "不低于50%",
    "compare_scopes": "general",
    "compare_units": "%",
}


@pytest.fixture
def chart(figure: SimpleNamespace, labels: Labels) -> Chart:
    return matrix.draw(figure.tables(3), labels)[0]


@pytest.mark.parametrize("fmt", FORMATS)
def test_rerun_gives_the_same_bytes(
    figure: SimpleNamespace, labels: Labels, chart: Chart, fmt: Format
) -> None:
    """Drawn anew and rendered again, a figure is the same file."""
    again = matrix.draw(figure.tables(3), labels)[0]
    assert render(chart, fmt) == render(again, fmt)
    assert render(chart, fmt) == render(chart, fmt)


SCRIPT = """
import hashlib, pandas as pd
from compare.figures.drawing.chart import Caption, Chart, FORMATS, render
from compare.figures.drawing.page.frame import Key, open_page, surround
from compare.figures.drawing.marks import draw_status
from compare.figures.drawing.style import style
from compare.model import Comparator, Status
from compare.tables.words.labels import Labels
with style():
    labels = Labels(sections={})
    around = surround(Caption("养老床位", "s", "q", "a"), Key(tuple(Comparator), tuple(Status)), labels, "zh")
    page = open_page("x", around, 40, pd.DataFrame())
print(*(hashlib.sha256(render(page.chart, fmt)).hexdigest() for fmt in FORMATS))
"""


def test_other_process_gives_the_same_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing depends on the order of sets or on addresses in memory."""
    exec(SCRIPT, {})
    here = capsys.readouterr().out
    elsewhere = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "PYTHONHASHSEED": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(FORMATS) == len(here.split())
    assert here == elsewhere.stdout


def test_png_is_300_dots_per_inch_at_true_size(chart: Chart) -> None:
    """Placed in a document, the picture is 16 cm wide and sharp; it carries its description."""
    image = Image.open(io.BytesIO(render(chart, "png")))
    assert round(16 / 2.54 * 300) == pytest.approx(image.width, abs=1)
    assert pytest.approx(300, abs=0.1) == image.info["dpi"][0]
    assert chart.caption.alt == image.info["Description"]
    assert "Software" not in image.info


def test_svg_text_stays_text(chart: Chart) -> None:
    """A researcher can edit the words and search them; fonts of other computers are named."""
    content = render(chart, "svg")
    root = etree.fromstring(content)
    said = "".join(root.itertext("{*}text"))
    assert "床位" in said
    assert b"Microsoft YaHei" in content
    assert chart.caption.alt in "".join(root.itertext())


def test_pdf_embeds_its_font_once() -> None:
    """One font file, however many Chinese characters there are, ligatures and digits among them."""
    characters = "".join(chr(point) for point in range(0x4E00, 0x4E00 + 600))
    said = f"office {characters[:300]} 2026 {characters[300:]} 到2026年 fi"
    with style():
        around = surround(Caption("养老床位", said, "by 2026", "a"), Key((), ()), Labels(sections={}), "zh")
        page = open_page("x", around, 40, pd.DataFrame())
    assert 1 == render(page.chart, "pdf").count(b"/FontFile2")


@pytest.mark.parametrize("fmt", FORMATS)
def test_no_date_and_no_version(chart: Chart, fmt: Format) -> None:
    """A file that names the day or the library differs on every rerun or upgrade."""
    content = render(chart, fmt)
    assert not re.search(rb"CreationDate|dc:date|Matplotlib v|matplotlib\.org", content)


def test_session_settings_do_not_change_the_figure(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a notebook sets for its own charts leaves ours as they are."""
    import matplotlib as mpl

    before = render(chart, "svg")
    for name, value in {"svg.fonttype": "path", "text.hinting": "force_autohint", "savefig.dpi": 50}.items():
        monkeypatch.setitem(mpl.rcParams, name, value)
    assert before == render(chart, "svg")


def test_notebook_shows_the_picture_with_its_text(chart: Chart) -> None:
    """JupyterLab and the HTML pages get the picture at its true width and the alternative text."""
    data, about = chart._repr_mimebundle_()
    assert b"\x89PNG" == data["image/png"][:4]
    assert chart.caption.alt == about["image/png"]["alt"]
    assert pytest.approx(16 / 2.54 * 96, abs=1) == about["image/png"]["width"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_catalogue_draws_everything(figure: SimpleNamespace, labels: Labels, lang: str) -> None:
    """Every figure of the catalogue is drawn from its tables; no two charts have the same name."""
    comparison, plans = figure.made_up(3)
    stated = dict(zip(figure.cell_columns, figure.cells[0], strict=True)) | {"unit": "%"}
    share = comparison[comparison["indicator"] == "share"].assign(**stated)
    scopes = [share.assign(scope=scope, row_id=scope, axis=scope) for scope in ("general", "newly_built")]
    comparison = pd.concat([comparison[comparison["indicator"] != "share"], *scopes], ignore_index=True)
    tables = {
        "comparison": comparison,
        "plans": plans,
        "allocations": figure.allocations(),
        "statements": language.targets_table(3),
        "national": national(
            comparison.assign(statement_id="s"), plans, make_frame(benchmark_schema(), [TARGET])
        ),
    } | language.tables(3)
    # Figures of regions have tables and tests of their own.
    figures = [one for one in CATALOGUE if set(one.tables) <= set(tables)]
    names = [chart.name for one in figures for chart in one.draw(tables, labels, lang)]
    assert len(set(names)) == len(names)
    for entry in figures:
        assert any(name.startswith(entry.name) for name in names)
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in names)
