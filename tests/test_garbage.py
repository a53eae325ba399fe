"""Steps during which cycles are collected never or seldom."""

from __future__ import annotations

import gc
from contextlib import suppress

import pytest

from compare.garbage import seldom, uncollected


@uncollected
def _enabled(*, fail: bool = False) -> bool:
    if fail:
        raise ValueError("no reason")
    return gc.isenabled()


def test_nothing_is_collected_within_the_step() -> None:
    """Collection is off while the step runs and on again behind it."""
    assert (False, True) == (_enabled(), gc.isenabled())


def test_collection_is_on_again_after_a_failure() -> None:
    """A step that fails leaves collection as it was."""
    with pytest.raises(ValueError, match="no reason"):
        _enabled(fail=True)
    assert gc.isenabled()


def test_collection_that_was_off_stays_off() -> None:
    """Who turned collection off finds it off behind the step."""
    gc.disable()
    try:
        assert (False, False) == (_enabled(), gc.isenabled())
    finally:
        gc.enable()


@pytest.mark.parametrize(("own", "expected"), [(700, 2000), (2000, 2000), (50_000, 50_000)])
def test_cycles_are_looked_for_seldom_within(own: int, expected: int) -> None:
    """Python's own numbers hold again behind it, also after a failure; a larger one is kept."""
    before = gc.get_threshold()
    gc.set_threshold(own, *before[1:])
    within, behind = (0, 0, 0), (0, 0, 0)
    try:
        with suppress(ValueError), seldom():
            within = gc.get_threshold()
            raise ValueError
        behind = gc.get_threshold()
    finally:
        gc.set_threshold(*before)
    assert (expected, *before[1:]) == within
    assert (own, *before[1:]) == behind


def test_what_was_there_before_is_not_looked_through_within() -> None:
    """Behind it everything is looked through again."""
    with seldom():
        within = gc.get_freeze_count()
    assert (True, 0) == (within > 1000, gc.get_freeze_count())
