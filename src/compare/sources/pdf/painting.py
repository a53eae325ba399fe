"""A page as it is painted: every character with the order and the way it was drawn, and form fields.

pdfplumber tells neither whether text is drawn invisibly (render mode 3) nor what was painted over it.
"""

from __future__ import annotations

from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent
from pdfplumber.utils.exceptions import PdfminerException

Char = dict[str, Any]

#: Text that is neither filled nor stroked (ISO 32000-1, 9.3.6).
INVISIBLE = 3
#: The attribute of pdfplumber's objects that carries the order.
_ORDER = "mcid"
_LAST = 10**9
_FIELD_SIZE = 12.0


class _Device(PDFPageAggregatorWithMarkedContent):
    """Notes for each object, in place of its id, the order it was painted in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.painted = 0
        self.mode = 0
        self.invisible: set[int] = set()

    def render_string(self, textstate: Any, *args: Any, **kwargs: Any) -> None:
        self.mode = textstate.render
        super().render_string(textstate, *args, **kwargs)

    def tag_cur_item(self) -> None:
        super().tag_cur_item()
        self.painted += 1
        if self.cur_item._objs:
            setattr(self.cur_item._objs[-1], _ORDER, self.painted)
        if self.mode == INVISIBLE:
            self.invisible.add(self.painted)


class PaintedPage(Page):
    """A page of pdfplumber whose objects carry their order of painting as ``mcid``."""

    @property
    def layout(self) -> Any:
        if not hasattr(self, "_layout"):
            device = _Device(self.pdf.rsrcmgr, pageno=self.page_number, laparams=self.pdf.laparams)
            try:
                PDFPageInterpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
            except Exception as error:  # as pdfplumber wraps it: pdfminer raises errors of all kinds
                raise PdfminerException(error) from error
            self._layout = device.get_result()
            self.invisible = device.invisible
        return self._layout


def painted(page: Any) -> PaintedPage:
    return PaintedPage(page.pdf, page.page_obj, page.page_number)


def field_chars(page: Any) -> list[Char]:
    """What is typed into the fields of a form, as characters at the places of the fields."""
    chars: list[Char] = []
    for annotation in page.annots:
        data = annotation["data"]
        parent = data.get("Parent")
        parent = parent if isinstance(parent, dict) else {}
        kind = getattr(data.get("FT") or parent.get("FT"), "name", "")
        text = _decoded(data.get("V") or parent.get("V"))
        if kind not in ("Tx", "Ch") or not text:
            continue
        size = min(_FIELD_SIZE, 0.8 * annotation["height"])
        top = (annotation["top"] + annotation["bottom"] - size) / 2
        x = annotation["x0"] + 1
        for letter in text.replace("\r", " ").replace("\n", " "):
            width = size / 2 if letter.isascii() else size
            chars.append(
                {
                    "text": letter, "x0": x, "x1": x + width, "top": top, "bottom": top + size, "size": size,
                    "matrix": (1, 0, 0, 1, x, top), "non_stroking_color": (0,), "fontname": "",
                    "mcid": _LAST, "field": (annotation["x0"], annotation["x1"]), "height": size,
                }
            )  # fmt: skip
            x += width
    return chars


def struck_out(page: Any) -> list[tuple[float, float, float, float]]:
    """The boxes that a reviewer struck out (x0, top, x1, bottom)."""
    boxes: list[tuple[float, float, float, float]] = []
    for annotation in page.annots:
        data = annotation["data"]
        if getattr(data.get("Subtype"), "name", "") != "StrikeOut":
            continue
        points = [float(number) for number in data.get("QuadPoints") or ()]
        quads = [points[at : at + 8] for at in range(0, len(points) - 7, 8)]
        if page.rotation or not quads:
            boxes.append((annotation["x0"], annotation["top"], annotation["x1"], annotation["bottom"]))
            continue
        for quad in quads:
            x, y = quad[0::2], [page.height - value for value in quad[1::2]]
            boxes.append((min(x), min(y), max(x), max(y)))
    return boxes


def _decoded(value: Any) -> str:
    if isinstance(value, str):
        return value
    if not isinstance(value, bytes):
        return ""
    if value.startswith((b"\xfe\xff", b"\xff\xfe")):
        return value.decode("utf-16", "replace")
    return value.decode("utf-8" if not value.isascii() else "ascii", "replace")
