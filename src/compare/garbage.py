"""Steps during which cycles are collected never or seldom: what reading makes lasts, and what is imported for
exports is looked through again each time."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")

#: So many more values than are freed, and cycles are looked for among them; Python's own number is 700 up
#: to 3.12, and this one from 3.13 on.
_SELDOM = 2000


@contextmanager
def seldom() -> Iterator[None]:
    """Within it cycles are looked for no oftener than that, and not among what was there before (modules,
    tables), which most of the search would be; who has a larger number keeps it."""
    before = gc.get_threshold()
    gc.set_threshold(max(_SELDOM, before[0]), *before[1:])
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


def uncollected(step: Callable[Given, Made]) -> Callable[Given, Made]:
    """The same step while cycles are not looked for; what makes none has nothing to free but by its counts.

    Where collection is off already (by a step around it, or by a user), it stays off.
    """

    @wraps(step)
    def call(*given: Given.args, **named: Given.kwargs) -> Made:
        if not gc.isenabled():
            return step(*given, **named)
        gc.disable()
        try:
            return step(*given, **named)
        finally:
            gc.enable()

    return call
