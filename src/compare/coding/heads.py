"""The heads of rates: a satisfaction rate of day-care centres is no coverage rate (``heads.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compare.coding.errors import CodebookError

_BEHIND = (
    "(?:率|度|比例|幅度|比率)?"
    "(?:平均|均|都|分别|约|近|达到?|为|在|不低于|不少于|不高于|不超过|超过|控制在|保持|稳定|至少|了)*$"
)


@dataclass(frozen=True, slots=True)
class Heads:
    """Families of head words, and which of them the patterns of each indicator name."""

    pattern: re.Pattern[str] | None
    family: Mapping[str, str]
    named: Mapping[str, frozenset[str]]

    def foreign(self, indicator: str, before: str) -> bool:
        """Whether the words before a percentage end in a head that the indicator does not name."""
        found = self.pattern.search(before) if self.pattern else None
        return found is not None and self.family[found["head"]] not in self.named.get(indicator, frozenset())


def parse_heads(entries: Sequence[Mapping[str, Any]], patterns: Mapping[str, Iterable[str]]) -> Heads:
    """Heads from the entries of ``heads.yaml`` and the patterns of each indicator, as written.

    Raises :class:`compare.coding.errors.CodebookError` for an entry without words.
    """
    family: dict[str, str] = {}
    for entry in entries:
        words = entry.get("words")
        if not isinstance(words, list) or not words or not all(isinstance(word, str) for word in words):
            raise CodebookError(f"heads.yaml: {entry['id']}: words is no list of words; give at least one")
        family |= dict.fromkeys(words, entry["id"])
    named = {
        indicator: frozenset(family[word] for source in sources for word in family if word in source)
        for indicator, sources in patterns.items()
    }
    longest_first = sorted(family, key=len, reverse=True)
    joined = "|".join(map(re.escape, longest_first))
    return Heads(re.compile(f"(?P<head>{joined}){_BEHIND}") if family else None, family, named)
