"""A font cut for a PDF draws each of its glyphs as the whole font does."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pypdfium2
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font, LoadFlags

from compare.figures.drawing.style import output_settings
from compare.figures.drawing.text.embedded_font import quick_embedding, subset
from compare.figures.drawing.text.fonts import register

_AS_DRAWN = LoadFlags.NO_SCALE | LoadFlags.NO_HINTING
_DEJAVU = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"


def _shape(font: FT2Font, glyph: int) -> tuple[list[list[float]], list[int], int]:
    loaded = font.load_glyph(glyph, flags=_AS_DRAWN)
    vertices, codes = font.get_path()
    return vertices.tolist(), codes.tolist(), loaded.horiAdvance


@pytest.mark.parametrize("path", [register().path, _DEJAVU], ids=lambda path: path.stem)
def test_outlines_and_widths_are_those_of_the_whole_font(path: Path) -> None:
    """Every glyph asked for has its outline and width, those put together from others too (é, Å)."""
    whole = FT2Font(str(path))
    known = whole.get_charmap()
    glyphs = {known[ord(char)] for char in "护理型床位％≥90%éÅñüſﬁ" if ord(char) in known}
    made = subset(path, glyphs)
    assert made is not None
    cut = FT2Font(BytesIO(made.data))
    expected = {glyph: _shape(whole, glyph) for glyph in glyphs}
    assert expected == {glyph: _shape(cut, at) for glyph, at in made.glyph_index_map.items()}


def test_what_is_no_truetype_font_is_left_to_matplotlib(tmp_path: Path) -> None:
    """A collection or a font with outlines of PostScript is not cut."""
    other = tmp_path / "other.otf"
    other.write_bytes(b"OTTO" + bytes(100))
    assert subset(other, {1}) is None


def test_a_pdf_looks_and_reads_as_with_the_whole_font() -> None:
    """Pixels and text of the page are the same as with the font that matplotlib embeds."""

    def drawn() -> tuple[np.ndarray, str]:
        file = BytesIO()
        with mpl.rc_context({**output_settings(), "font.family": [register().name, "DejaVu Sans"]}):
            figure = Figure((4, 1))
            FigureCanvasAgg(figure)
            figure.text(0.1, 0.4, "护理型床位占比 ≥ 55%，é Åﬁ ✓")
            figure.savefig(file, format="pdf")
        page = pypdfium2.PdfDocument(file.getvalue())[0]
        return page.render(scale=3).to_numpy(), page.get_textpage().get_text_range()

    pixels, text = drawn()
    with quick_embedding():
        ours, said = drawn()
    assert text == said
    np.testing.assert_array_equal(pixels, ours)
