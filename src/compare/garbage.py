"""Steps during which no cycles are collected: reading makes thousands of small values that last."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")


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
