"""What a plan is about, by the words of its title and headings: its remit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from compare.coding.book.errors import CodebookError

if TYPE_CHECKING:
    from compare.model import Reading

_HEADINGS = ("title", "heading", "annex")


@dataclass(frozen=True, slots=True)
class Remit:
    """A field of policy; ``groups`` of indicators apply to plans whose remit includes it."""

    id: str
    label_zh: str
    label_en: str
    match: tuple[re.Pattern[str], ...]
    groups: frozenset[str]


def parse_remits(entries: Sequence[Any]) -> tuple[Remit, ...]:
    """Raises :class:`CodebookError` for an entry without id, label and patterns."""
    try:
        return tuple(
            Remit(
                id=str(entry["id"]),
                label_zh=str(entry["label"]["zh"]),
                label_en=str(entry["label"]["en"]),
                match=tuple(map(re.compile, entry["match"])),
                groups=frozenset(entry.get("groups", ())),
            )
            for entry in entries
        )
    except (KeyError, TypeError, AttributeError, re.error) as error:
        raise CodebookError(f"remits.yaml: {error!r}: an entry needs id, label (zh, en) and match") from None


def remit_of(reading: Reading, title: str, remits: Iterable[Remit]) -> tuple[str, ...]:
    """The remits that title and headings name; none where the document at hand has no title."""
    if not title:
        return ()
    headings = [passage.heading for passage in reading.passages if passage.kind in _HEADINGS]
    words = "\n".join((title, *headings))
    return tuple(one.id for one in remits if any(pattern.search(words) for pattern in one.match))
