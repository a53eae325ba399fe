"""Topics (``topics.yaml``): what a document, a section or a table can be about, so that its values leave
their noun out (参保率 in a measure on long-term care insurance)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

from compare.coding.book.errors import CodebookError

_One = TypeVar("_One", bound="_Topical")
_KEYS = frozenset(("id", "label", "named", "excludes", "words", "part_of", "of_care", "title_suffices"))


@dataclass(frozen=True, slots=True, eq=False)
class Topic:
    """A topic: ``named`` finds it in a title, heading, lead-in or caption that has none of ``excludes``.

    ``words`` are those that name nothing of their own beside a value below it, an alternation; ``part_of`` is
    the wider topic that it belongs to, "" if none. ``of_care`` is "named" of one that counts only in a text
    that speaks of care all through, "all" where all of such a text is about it, whatever its title.
    ``title_suffices``: where the title names it, its indicators are not asked for what must stand ``within``.
    """

    id: str
    label_zh: str
    label_en: str
    named: re.Pattern[str]
    excludes: tuple[re.Pattern[str], ...] = ()
    words: str = ""
    part_of: str = ""
    of_care: str = ""
    title_suffices: bool = False


def parse_topics(entries: Sequence[Mapping[str, Any]]) -> dict[str, Topic]:
    """Topics from the entries of ``topics.yaml``, in their order: of two that a heading names the first.

    Raises :class:`CodebookError` for an unknown key, a pattern that is none, a wider topic that is not there.
    """
    topics: dict[str, Topic] = {}
    for entry in entries:
        name = f"topics.yaml: {entry['id']}"
        if unknown := sorted(set(entry) - _KEYS):
            raise CodebookError(f"{name}: unknown key {unknown[0]!r}; known are {', '.join(sorted(_KEYS))}")
        if entry["id"] in topics:
            raise CodebookError(f"{name}: this id is used twice; rename one")
        topics[entry["id"]] = _topic(entry, name)
    for topic in topics.values():
        if topic.part_of and topic.part_of not in topics:
            raise CodebookError(f"topics.yaml: {topic.id}: part_of: there is no topic {topic.part_of!r}")
    return {name: replace(topic, words=_words_of(topic, topics)) for name, topic in topics.items()}


def _words_of(topic: Topic, topics: Mapping[str, Topic]) -> str:
    """The words of a topic, then those of the wider ones that it belongs to."""
    words, seen = [topic.words], {topic.id}
    while (wider := topics.get(topic.part_of)) and wider.id not in seen:
        words.append(wider.words)
        seen.add(wider.id)
        topic = wider
    return "|".join(filter(None, words))


def _topic(entry: Mapping[str, Any], name: str) -> Topic:
    label = entry.get("label") or {}
    if not isinstance(label, dict) or not (label.get("zh") and label.get("en")):
        raise CodebookError(f"{name}: label needs zh and en")
    named = _compiled(entry.get("named"), f"{name}: named")
    if not named:
        raise CodebookError(f"{name}: named is no list of patterns; give at least one")
    words = _compiled(entry.get("words", ()), f"{name}: words")
    return Topic(
        entry["id"],
        str(label["zh"]),
        str(label["en"]),
        named=re.compile("|".join(one.pattern for one in named)),
        excludes=_compiled(entry.get("excludes", ()), f"{name}: excludes"),
        words="|".join(one.pattern for one in words),
        part_of=str(entry.get("part_of", "")),
        of_care=_of_care(entry, name),
        title_suffices=bool(entry.get("title_suffices")),
    )


def _of_care(entry: Mapping[str, Any], name: str) -> str:
    found = str(entry.get("of_care", ""))
    if found not in ("", "named", "all"):
        raise CodebookError(f"{name}: of_care is {found!r}; use named or all, or leave it out")
    return found


def _compiled(patterns: Any, name: str) -> tuple[re.Pattern[str], ...]:
    if not isinstance(patterns, Iterable) or isinstance(patterns, str):
        return ()
    try:
        return tuple(map(re.compile, patterns))
    except (re.error, TypeError) as error:
        raise CodebookError(f"{name}: {error}; correct the pattern") from None


def parse_topical(
    entry: Any, topics: Mapping[str, Topic], name: str
) -> dict[Topic, tuple[re.Pattern[str], ...]]:
    """What an indicator asks of a clause under each of its topics; an empty pattern asks for nothing more
    than a number in its unit.

    Raises :class:`CodebookError` for an unknown topic and for what is no pattern.
    """
    if not isinstance(entry, Mapping):
        raise CodebookError(f"{name}: topics: write one 'topic: [patterns]' a line")
    for topic in entry:
        if topic not in topics:
            raise CodebookError(f"{name}: topics: {topic} is not in topics.yaml; correct or add it")
    return {topics[one]: _compiled(asked, f"{name}: topics: {one}") for one, asked in entry.items()}


class _Topical(Protocol):
    @property
    def topics(self) -> Mapping[Topic, object]: ...


def by_topic(indicators: Iterable[_One]) -> dict[str, tuple[_One, ...]]:
    """Indicators by each of the topics they have."""
    found: dict[str, tuple[_One, ...]] = {}
    for indicator in indicators:
        for topic in indicator.topics:
            found[topic.id] = (*found.get(topic.id, ()), indicator)
    return found
