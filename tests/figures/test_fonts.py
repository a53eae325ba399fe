"""The font: found by its path, said when it is another, and never a box for a character."""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd
import pytest
from matplotlib import font_manager
from matplotlib.font_manager import FontEntry

from compare.figures.drawing.chart import FORMATS, Caption, Chart, Format, render
from compare.figures.drawing.style import style
from compare.figures.drawing.text import fonts


def chart_saying(text: str) -> Chart:
    caption = Caption(title="t", subtitle="s", source="q", alt="a")
    with style():
        chart = Chart(name="x", caption=caption, data=pd.DataFrame(), figsize=(2, 1))
        chart.text(0.1, 0.5, text)
    return chart


def test_packaged_font_is_found_without_importing_its_package() -> None:
    """Importing zhplot changes matplotlib's settings: its font is taken, the package is not run."""
    font = fonts.register()
    assert "Noto Sans SC" == font.name
    assert font.packaged
    assert "zhplot" not in sys.modules
    assert font.name in {entry.name for entry in font_manager.fontManager.ttflist}


def test_packaged_font_is_static() -> None:
    """A variable font would be drawn in its thinnest weight."""
    path = fonts.packaged_file()
    assert path is not None
    assert b"fvar" not in path.read_bytes()[:1024]


def test_package_that_is_not_there_has_no_font() -> None:
    """An installation without the package is no crash but a reason to look further."""
    assert None is fonts.packaged_file("no_such_package_anywhere")


def test_fallback_takes_the_best_installed_font() -> None:
    """Of several installed fonts the first of the list is taken, whatever the order they are found in."""
    installed = {
        "Microsoft YaHei": Path("msyh.ttc"),
        "Arial": Path("a.ttf"),
        "Source Han Sans SC": Path("s.otf"),
    }
    font = fonts.choose(None, installed)
    assert ("Source Han Sans SC", Path("s.otf"), False) == (font.name, font.path, font.packaged)
    assert "Source Han Sans SC" == font.families[0]


def test_no_font_names_the_remedy() -> None:
    """A computer without any Chinese font learns in one line what to install."""
    with pytest.raises(fonts.FontError, match="pip install zhplot") as caught:
        fonts.choose(None, {"Arial": Path("a.ttf")})
    assert "\n" not in str(caught.value)


def test_other_font_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Falling back to an installed font says which one it is."""
    entry = FontEntry(fname="wqy.ttc", name="WenQuanYi Micro Hei")
    monkeypatch.setattr(fonts, "packaged_file", lambda: None)
    monkeypatch.setattr(font_manager.fontManager, "ttflist", [entry])
    with pytest.warns(UserWarning, match="WenQuanYi Micro Hei"):
        fonts.register.__wrapped__()


@pytest.mark.parametrize("fmt", FORMATS)
def test_missing_glyph_is_an_error_in_every_format(fmt: Format) -> None:
    """A character no font has must not become a box in someone's report; the error names it."""
    with pytest.raises(fonts.MissingGlyphError, match=r"U\+13080|77952"):
        render(chart_saying("床位 \U00013080"), fmt)


def test_missing_glyph_is_an_error_while_drawing() -> None:
    """matplotlib's own warning is an error too, for charts that are drawn and not rendered."""
    with fonts.missing_glyphs_are_errors(), pytest.raises(UserWarning, match="Glyph"):
        chart_saying("\U00013080").canvas.draw()


@pytest.mark.parametrize("text", ["〔2020〕阿行办发", "㎡ ≥ ≤ ≈ ≠ → – … Ürümqi š ⅓", "鿏䶮"])
def test_what_plans_hold_can_be_drawn(text: str) -> None:
    """Document numbers, signs, names with diacritics and rare characters are drawn."""
    assert render(chart_saying(text), "svg").decode().count(text) == 1
