"""The dialogue of ``review``: a decision, why, skip or quit, the same for statements and for instruments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

Ask = Callable[[str], str]

_WHY = ("why", "why?", "?", "？", "为什么")
_QUIT = ("q", "quit", "exit")


def decision(
    ask: Ask,
    show: Callable[[str], None],
    why: Callable[[], Iterator[str]],
    parse: Callable[[str], dict[str, Any]],
) -> dict[str, Any] | None:
    """A decision to be written, {} to skip, None to end; asks again where ``parse`` raises ValueError."""
    while True:
        answer = ask("> ").strip()
        if answer.lower() in _QUIT:
            return None
        if not answer:
            return {}
        if answer.lower() in _WHY:
            for line in why():
                show(line)
            continue
        try:
            return parse(answer)
        except ValueError as error:
            show(str(error))


def needed(prompt: str, ask: Ask) -> str:
    """An answer that is not empty."""
    while not (answer := ask(prompt).strip()):
        pass
    return answer
