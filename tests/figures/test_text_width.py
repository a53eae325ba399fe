"""Text is measured as it is drawn and broken without losing anything."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.figures.drawing.chart import Caption, Chart
from compare.figures.drawing.style import style
from compare.figures.drawing.text import measuring
from compare.figures.drawing.text.small_text import write_down

SAMPLES = (
    "护理型床位占养老机构床位总数的比例",
    "Facility area per 100 households, newly built",
    "资料来源：周口市（周政办〔2024〕13号）；楚雄彝族自治州。",
    "≥ 20 平方米/百户",
)


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("dpi", [72, 150, 300])
def test_width_is_what_is_drawn(sample: str, dpi: int) -> None:
    """The layout is right at every resolution only if the measure is that of the drawing."""
    with style():
        chart = Chart(
            name="x",
            caption=Caption(title="", subtitle="", source="", alt=""),
            data=pd.DataFrame(),
            figsize=(8, 1),
            dpi=dpi,
        )
        drawn = chart.text(0, 0, sample, fontsize=8)
        box = drawn.get_window_extent(chart.canvas.get_renderer())  # type: ignore[attr-defined]
    assert pytest.approx(measuring.width(sample, 8), rel=0.03) == box.width * 72 / dpi


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="养老床位，。（）〔〕 abc-/0123%", max_size=60), st.floats(20, 200))
def test_wrapping_loses_nothing_and_keeps_the_width(source: str, limit: float) -> None:
    """All characters but the spaces at breaks are kept in order, and no line is too wide."""
    lines = measuring.wrap(source, 8, limit)
    assert "".join(source.split()) == "".join("".join(lines).split())
    assert all(measuring.width(line, 8) <= limit + 1e-6 for line in lines)


def test_lines_do_not_begin_with_closing_punctuation() -> None:
    """GB/T 15834: a comma or closing bracket stays with the line it ends."""
    lines = measuring.wrap("周口市（周政办〔2024〕13号），楚雄州（楚政办通〔2024〕38号）。" * 4, 8, 90)
    assert len(lines) > 4
    assert not [line for line in lines if line[0] in "，。）〕" or line[-1] in "（〔"]


def test_words_break_at_spaces() -> None:
    """An English label breaks between words as long as they fit."""
    assert ["Minimum area", "of a facility"] == measuring.wrap("Minimum area of a facility", 8, 60)


def test_unit_goes_below_a_number_it_does_not_fit_behind() -> None:
    """A number is not torn from its own sign to make room for its unit."""
    assert ("≥ 20 平方米/百户",) == write_down(200, "≥ 20", "平方米/百户").body
    assert ("≥ 20", "平方米/百户") == write_down(50, "≥ 20", "平方米/百户").body
    assert ("55%",) == write_down(50, "55", "%").body


def test_aside_stands_behind_or_below() -> None:
    """A deadline stands behind its value where there is room, else in the note; it is never dropped."""
    assert ("到2025年", ()) == (
        write_down(200, "55", "%", "到2025年").aside,
        write_down(200, "55", "%", "到2025年").note,
    )
    narrow = write_down(40, "55", "%", "到2025年", "新建")
    assert ("", ("到2025年", "新建")) == (narrow.aside, narrow.note)
