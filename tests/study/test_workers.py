"""Work that is done beside other work."""

from __future__ import annotations

from threading import Event

import pytest

from compare.study.runs.workers import meanwhile


def test_both_are_done_and_the_result_is_waited_for() -> None:
    """Each goes on while the other waits for it."""
    here, there = Event(), Event()

    def work() -> str:
        there.set()
        assert here.wait(10)
        return "done"

    with meanwhile(work) as result:
        assert there.wait(10)
        here.set()
    assert "done" == result()


def test_an_error_of_the_other_work_is_raised_where_its_result_is_asked_for() -> None:
    def work() -> None:
        raise ValueError("no")

    with meanwhile(work) as result:
        pass
    with pytest.raises(ValueError, match="no"):
        result()


def test_an_interrupt_does_not_wait() -> None:
    """Whoever stops a run gets the prompt back at once."""
    never = Event()
    with pytest.raises(KeyboardInterrupt), meanwhile(never.wait):
        raise KeyboardInterrupt
    assert not never.is_set()
    never.set()
