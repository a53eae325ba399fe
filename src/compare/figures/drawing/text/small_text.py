"""Small pieces of text set in a given width: a value with its unit, deadline and scope."""

from __future__ import annotations

from dataclasses import dataclass

from compare.figures.content.cell_text import joined
from compare.figures.drawing.page.frame import Page
from compare.figures.drawing.style import INK, MUTED, SIZE_BODY, SIZE_NOTE
from compare.figures.drawing.text import measuring

ASIDE_GAP = 4.0


@dataclass(frozen=True, slots=True)
class Writing:
    """Text as it is set: body lines, an aside in small type behind the last of them, note lines below."""

    body: tuple[str, ...] = ()
    aside: str = ""
    note: tuple[str, ...] = ()
    size: float = SIZE_BODY

    @property
    def height(self) -> float:
        return measuring.height(len(self.body), self.size) + measuring.height(len(self.note), SIZE_NOTE)

    def put(self, page: Page, x: float, y: float, color: str = INK) -> float:
        """Write it downwards from the top ``y``; returns the y below."""
        below = page.write(x, y, self.body, self.size, color)
        if self.aside:
            after = x + measuring.width(self.body[-1], self.size) + ASIDE_GAP
            line = below - measuring.height(1, self.size)
            page.write(after, line, [self.aside], SIZE_NOTE, MUTED, on=self.size)
        return page.write(x, below, self.note, SIZE_NOTE, MUTED)


def write_down(
    width: float, head: str, unit: str = "", aside: str = "", note: str = "", size: float = SIZE_BODY
) -> Writing:
    """Break text to ``width`` points: head and unit on one line if they fit, else one below the
    other; the aside behind them or, for want of room, in the note below.
    """
    whole = joined(head, unit)
    if not unit or measuring.width(whole, size) <= width:
        body = measuring.wrap(whole, size, width)
    else:
        body = [*measuring.wrap(head, size, width), *measuring.wrap(unit, size, width)]
    if aside and measuring.width(body[-1], size) + ASIDE_GAP + measuring.width(aside, SIZE_NOTE) > width:
        note, aside = "\n".join(filter(None, (aside, note))), ""
    return Writing(tuple(body), aside, tuple(measuring.wrap(note, SIZE_NOTE, width)) if note else (), size)
