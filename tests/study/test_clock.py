"""A run says how long its steps took."""

from __future__ import annotations

import re

import pytest

from compare.study.runs.clock import Clock


def test_each_step_is_named_in_the_order_it_began() -> None:
    """One line, whole seconds; a step that is still running when another begins is named first."""
    clock = Clock()
    with clock.step("notebooks"), clock.step("figures"):
        pass
    (line,) = clock.lines()
    assert re.fullmatch(r"seconds: \d+ in all; notebooks \d+, figures \d+", line)


def test_without_a_step_nothing_is_said() -> None:
    assert [] == Clock().lines()


def test_a_step_that_fails_is_timed_too() -> None:
    clock = Clock()
    with pytest.raises(OSError, match="full"), clock.step("word"):
        raise OSError("full")
    assert clock.steps["word"] > 0
