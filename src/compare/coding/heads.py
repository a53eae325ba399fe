"""What a value says of its noun: a satisfaction rate of day-care centres is no coverage, and homes that
are inspected are no stock of homes (``heads.yaml``)."""

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


# No verb of building may stand between the act and its number: 整改后新建12家 is about the new ones.
_ACTED_ON = "[^,，。;；、建设增添]{0,20}$"


@dataclass(frozen=True, slots=True)
class Heads:
    """Families of words, and which of them the patterns of each indicator name.

    ``rate`` finds the head of a percentage, ``act`` what was done to things counted.
    """

    rate: re.Pattern[str] | None
    act: re.Pattern[str] | None
    family: Mapping[str, str]
    named: Mapping[str, frozenset[str]]

    def foreign(self, indicator: str, before: str, is_rate: bool) -> bool:
        """Whether the words before a value say something of its noun that the indicator does not name."""
        pattern = self.rate if is_rate else self.act
        found = pattern.search(before) if pattern else None
        return found is not None and self.family[found["head"]] not in self.named.get(indicator, frozenset())


def parse_heads(entries: Sequence[Mapping[str, Any]], patterns: Mapping[str, Iterable[str]]) -> Heads:
    """Heads from the entries of ``heads.yaml`` and the patterns of each indicator, as written.

    Raises :class:`compare.coding.errors.CodebookError` for an entry without words or of no known kind.
    """
    family: dict[str, str] = {}
    listed: dict[str, list[str]] = {"rate": [], "act": []}
    for entry in entries:
        words, what = entry.get("words"), entry.get("of", "rate")
        if not isinstance(words, list) or not words or not all(isinstance(word, str) for word in words):
            raise CodebookError(f"heads.yaml: {entry['id']}: words is no list of words; give at least one")
        if what not in listed:
            raise CodebookError(f"heads.yaml: {entry['id']}: of is {what!r}; write rate or act")
        family |= dict.fromkeys(words, entry["id"])
        listed[what] += words
    named = {
        indicator: frozenset(family[word] for source in sources for word in family if word in source)
        for indicator, sources in patterns.items()
    }
    return Heads(_one_of(listed["rate"], _BEHIND), _one_of(listed["act"], _ACTED_ON), family, named)


def _one_of(words: Sequence[str], behind: str) -> re.Pattern[str] | None:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(f"(?P<head>{'|'.join(map(re.escape, longest_first))}){behind}") if words else None
