"""Pictures at the size they are printed: fewer dots and few colours, so that a report can be mailed."""

from __future__ import annotations

import io

from PIL import Image

DPI = 200
COLOURS = 128


def at_printed_size(png: bytes, dpi: int = DPI) -> bytes:
    """A PNG of 300 dots per inch at ``dpi``, with a palette; the same bytes for the same picture."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    scale = dpi / 300
    size = round(image.width * scale), round(image.height * scale)
    small = image.resize(size, Image.Resampling.LANCZOS)
    # Coverage keeps the few coloured marks as they are; the median cut gives its palette to the greys.
    small = small.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    buffer = io.BytesIO()
    small.save(buffer, "PNG", optimize=True, dpi=(dpi, dpi))
    return buffer.getvalue()
