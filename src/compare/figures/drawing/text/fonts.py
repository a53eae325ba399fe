"""The font of all figures: a file that has every Chinese character, registered by its path.

The PyPI package ``zhplot`` carries a static Noto Sans SC under the SIL Open Font Licence. The
package is found, never imported: its import changes matplotlib's global settings. A variable
font would be drawn in its thinnest weight, so only a static file is taken.
"""

from __future__ import annotations

import importlib.util
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

PACKAGE = "zhplot"
PACKAGED_FILE = "NotoSansSC-Regular.ttf"

# Taken in this order where the packaged file is missing.
INSTALLED = (
    "Noto Sans SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "PingFang SC",
    "Microsoft YaHei",
)

# Comes with matplotlib; has the few Latin letters and signs (š, ⅓) that Chinese fonts lack.
LATIN_FALLBACK = "DejaVu Sans"


class FontError(RuntimeError):
    """No font with Chinese characters is at hand."""


class MissingGlyphError(ValueError):
    """A figure holds a character that no registered font can draw."""


@dataclass(frozen=True, slots=True)
class Font:
    """The font in use. ``families`` is what goes into ``font.family``, best first."""

    name: str
    path: Path
    packaged: bool

    @property
    def families(self) -> list[str]:
        return [self.name, LATIN_FALLBACK]

    def __str__(self) -> str:
        origin = f"from the package {PACKAGE}" if self.packaged else "installed on this computer"
        return f"{self.name} ({origin}: {self.path.name})"


def packaged_file(package: str = PACKAGE) -> Path | None:
    """The font file inside an installed ``package``, found without importing it; None if absent."""
    spec = importlib.util.find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / "fonts" / PACKAGED_FILE
        if path.is_file():
            return path
    return None


def choose(packaged: Path | None, installed: dict[str, Path]) -> Font:
    """The packaged font, else the first of ``INSTALLED`` that is there (family name -> file)."""
    if packaged is not None:
        return Font(FT2Font(str(packaged)).family_name, packaged, packaged=True)
    for name in INSTALLED:
        if name in installed:
            return Font(name, installed[name], packaged=False)
    raise FontError(
        f"no font with Chinese characters: neither the package {PACKAGE} nor one of {', '.join(INSTALLED)}"
        f" is installed; remedy: pip install {PACKAGE}"
    )


@cache
def register() -> Font:
    """Make the font known to matplotlib, once per process, and say which it is.

    A font other than the packaged one draws the same text in other widths, so figures are no
    longer byte-identical between computers: that is said as a warning.
    """
    packaged = packaged_file()
    font = choose(packaged, {entry.name: Path(entry.fname) for entry in font_manager.fontManager.ttflist})
    if font.packaged:
        font_manager.fontManager.addfont(font.path)
    else:
        warnings.warn(f"figures use {font}; for the usual font: pip install {PACKAGE}", stacklevel=2)
    return font


@cache
def _characters() -> frozenset[int]:
    """Code points that the families in use can draw."""
    files = (register().path, Path(font_manager.findfont(LATIN_FALLBACK)))
    return frozenset(point for file in files for point in FT2Font(str(file)).get_charmap())


def check_glyphs(texts: Iterable[str]) -> None:
    """Raise ``MissingGlyphError`` if one of ``texts`` holds a character that cannot be drawn.

    For output whose text is written without being drawn, as in an SVG with editable text.
    """
    drawable = _characters()
    for text in texts:
        for character in text:
            if character != "\n" and ord(character) not in drawable:
                raise MissingGlyphError(
                    _missing(f"no font in use has {character!r} (U+{ord(character):04X}) in: {text}")
                )


@contextmanager
def missing_glyphs_are_errors() -> Iterator[None]:
    """Within this block, drawing a character that no font has raises ``MissingGlyphError``.

    matplotlib only warns and draws a box, which then stands in someone's report.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("error", message=r"Glyph \d+ ", category=UserWarning)
        try:
            yield
        except UserWarning as warning:
            raise MissingGlyphError(_missing(str(warning))) from None


def _missing(what: str) -> str:
    return f"{what.rstrip('.')}; remedy: another character, or a font that has it"
