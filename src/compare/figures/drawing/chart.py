"""A figure with what belongs to it: caption, source, alternative text and the data plotted."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any, Literal

import matplotlib as mpl
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from compare.figures.drawing.style import WIDTH_CM, output_settings
from compare.figures.drawing.text.fonts import INSTALLED, check_glyphs, missing_glyphs_are_errors, register

Format = Literal["png", "svg", "pdf"]
FORMATS: tuple[Format, ...] = ("png", "svg", "pdf")
SCREEN_DPI = 160

# No ligatures and no alternate digits: what is drawn is as wide as what was measured, and the PDF
# backend, which embeds a font once for each way a character is drawn, embeds it once.
_FONT_FEATURES = ("-liga", "-locl", "-ccmp")


@dataclass(frozen=True, slots=True)
class Caption:
    """What is written around a figure.

    ``title`` names the subject, ``subtitle`` the scope, ``notes`` what the figure leaves out or
    how to read it, ``source`` the plans behind it, ``alt`` says in words what is to be seen.
    """

    title: str
    subtitle: str
    source: str
    alt: str
    notes: tuple[str, ...] = field(default=())


class Chart(Figure):
    """A matplotlib figure that carries its ``name``, ``caption`` and the rows behind it (``data``).

    Where all that it shows is known beforehand, ``content`` tells it from any other chart, and it is drawn by
    ``later`` when somebody looks at it: one whose picture is kept is not drawn at all.
    """

    def __init__(
        self,
        *,
        name: str,
        caption: Caption,
        data: pd.DataFrame,
        content: str = "",
        later: Callable[[Chart], object] | None = None,
        **figure: Any,
    ) -> None:
        self._later: Callable[[Chart], object] | None = None
        super().__init__(**figure)
        FigureCanvasAgg(self)
        self.name = name
        self.caption = caption
        self.data = data
        self.content = content
        self._later = later

    def _drawn(self) -> None:
        if self._later is not None:
            later, self._later = self._later, None
            later(self)

    @property  # type: ignore[misc]
    def axes(self) -> list[Axes]:  # type: ignore[override]
        self._drawn()
        return super().axes

    def get_children(self) -> list[Artist]:
        self._drawn()
        return super().get_children()

    def draw(self, renderer: RendererBase) -> None:
        """Draw with the settings the layout was measured for, whatever the session's are."""
        for text in self.findobj(Text):
            if isinstance(text, Text):
                text.set_fontfeatures(_FONT_FEATURES)
        with mpl.rc_context(output_settings()):
            super().draw(renderer)

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Shown in a notebook at its true width, with its alternative text."""
        bundle = {"image/png": render(self, "png", dpi=SCREEN_DPI), "text/plain": self.caption.alt}
        about = {"alt": self.caption.alt, "width": round(WIDTH_CM / 2.54 * 96)}
        return bundle, {"image/png": about}


def render(chart: Chart, fmt: Format, dpi: int = 300) -> bytes:
    """The file of ``chart`` as bytes, the same on every rerun.

    ``png`` at 300 dots per inch, ``svg`` with text that stays text, ``pdf`` with embedded fonts;
    each carries title and alternative text. Raises ``MissingGlyphError`` rather than drawing a box.
    """
    caption = chart.caption
    metadata: dict[str, dict[str, str | None]] = {
        "png": {"Software": None, "Title": caption.title, "Description": caption.alt},
        "svg": {"Creator": None, "Date": None, "Title": caption.title, "Description": caption.alt},
        "pdf": {
            "Creator": None,
            "Producer": None,
            "CreationDate": None,
            "Title": caption.title,
            "Subject": caption.alt,
        },
    }
    buffer = io.BytesIO()
    with mpl.rc_context(output_settings()), missing_glyphs_are_errors(), _embedding(fmt):
        check_glyphs(text.get_text() for text in chart.findobj(Text) if isinstance(text, Text))
        # Of compression 3 the files are as small as with the usual 6, in two thirds of the time.
        more: dict[str, Any] = {"pil_kwargs": {"compress_level": 3}} if fmt == "png" else {}
        chart.savefig(buffer, format=fmt, dpi=dpi, metadata=metadata[fmt], **more)
    content = buffer.getvalue()
    return _with_font_alternatives(content) if fmt == "svg" else content


def _embedding(fmt: Format) -> AbstractContextManager[None]:
    """How a font is embedded; what takes fonts apart is loaded for the one format that embeds them."""
    if fmt != "pdf":
        return nullcontext()
    from compare.figures.drawing.text.embedded_font import quick_embedding

    return quick_embedding()


def _with_font_alternatives(svg: bytes) -> bytes:
    """Name the fonts a reader's computer may have instead, since an SVG carries none."""
    name = register().name
    others = ", ".join(f"'{family}'" for family in INSTALLED if family != name)
    return svg.replace(f"'{name}'".encode(), f"'{name}', {others}".encode())
