"""What a value says of its noun: a satisfaction rate of day-care centres is no coverage, homes that are
inspected are no stock of homes, townships that have homes are no number of homes, and what is said of schools
or roads is none of care (``heads.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from compare.coding.book.errors import CodebookError
from compare.coding.indicators.context.sums import NAMED_SUM
from compare.reading.cues import PAYMENTS

_BEHIND = (
    "(?:率|度|比例|幅度|比率)?"
    "(?:平均|均|都|分别|约|近|达到?|为|在|不低于|不少于|不高于|不超过|超过|控制在|保持|稳定|至少|了)*$"
)
# No verb of building may stand between the act and its number: 整改后新建12家 is about the new ones.
_ACTED_ON = "[^,，。;；、建设增添]{0,20}$"
# 由住房和城乡建设部门处罚款 names an office, not its field.
_NO_OFFICE = "(?!(?:和?城乡)?建设(?:主管|行政)?部门|(?:主管|行政)?部门|局)"
# 撤并床位不足30张、入住率低于20%的乡镇敬老院4所: what opens a clause is done to all of it.
_OPENS = "(?:(?!新建|建成|建设|改造|转型|保留|新增)[^,，。;；]){0,60}$"

#: A text of some length with fewer words of care in a thousand characters is about something else: plans and
#: measures for older people have twenty and more, reports on other work at most five.
_LEAST_CARE, _LENGTH = 10, 250

# 连锁化经营的,给予一次性奖励: what a sum is paid for stands before its name
_PAID_FOR = f"[^,，。;；0-9的每对给]{{0,6}}?(?:{PAYMENTS}|经费)"
# Between the parts of a list of places: 乡镇(街道), 村和社区
_LISTED = "[()（）、和及与]*"

#: What a family can be of.
KINDS = ("rate", "change", "act", "noun", "purpose", "sum", "field", "care", "tending", "kin")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one kind by family, and the pattern that finds one where it counts."""

    pattern: re.Pattern[str]
    family: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Heads:
    """Families of words; an indicator says (``heads``) which of them its values may be of.

    ``rate`` are the heads of percentages, ``change`` those of percentages and sums, ``act`` what was done to
    things counted, ``opening`` the same where it begins a clause; ``noun`` are nouns that are counted for
    themselves, ``purpose`` what sums are paid for, ``sum`` the sorts of them that indicators are about;
    ``field`` are words of other fields than care, which count where none of ``care`` stands beside them.
    ``tended`` are those whom some of its words (``tending``) may be said of too, with these: 儿童福利院.
    ``kin`` are words of a field (preschool) in whose texts what names no field is coded too (an age, an
    inspection); the families that are ``its_own`` are not foreign there.
    """

    rate: Words
    change: Words
    act: Words
    opening: Words
    noun: Words
    purpose: Words
    sum: Words
    field: Words
    care: Words
    tended: Words
    kin: Words
    its_own: frozenset[str]

    def of(self, before: str, unit: str) -> str:
        """The family of what the words before a value say of its noun, "" if they say nothing of the kind."""
        for words in self._said_of(unit):
            if found := words.pattern.search(before):
                return words.family[found["head"]]
        return ""

    def _said_of(self, unit: str) -> tuple[Words, ...]:
        if unit == "%":
            return self.rate, self.change
        done = (self.act, self.opening)
        return (self.change, *done) if unit.startswith("元") else done

    def counted(self, noun: str) -> str:
        """The family of a noun that is counted for itself (34个乡镇), "" for any other."""
        found = self.noun.pattern.fullmatch(noun)
        return self.noun.family[found["head"]] if found else ""

    def paid_for(self, words: str) -> Iterator[str]:
        """The families of what the last sum that the words name is paid for, and of what sort it is."""
        for kind in (self.purpose, self.sum):
            *_, last = (None, *kind.pattern.finditer(words))
            if last and not NAMED_SUM.search(words, last.end()):
                yield kind.family[last["head"]]

    def fields(self, own: str, text: str) -> frozenset[str]:
        """The families of other fields that words of a text speak of, none where they speak of care."""
        if self.speaks_of_care(own):
            return frozenset()
        found = frozenset(self.field.family[found["head"]] for found in self.field.pattern.finditer(own))
        return found - self.its_own if found and self._is_kin(text) else found

    def names_a_field(self, words: str) -> bool:
        """Whether words name anything of another field, be it beside care (改造校舍和敬老院)."""
        return self.field.pattern.search(words) is not None

    def speaks_of_care(self, own: str) -> bool:
        """Whether a word of care stands there that is not said of people of other fields as well."""
        return self.care.pattern.search(self.tended.pattern.sub("", own)) is not None

    def is_in_care(self, words: str) -> bool:
        """Whether a word of care stands there, one that is said of other people as well too."""
        return self.care.pattern is not None and self.care.pattern.search(words) is not None

    def _is_kin(self, text: str) -> bool:
        return len(text) >= _LENGTH and is_about(text, self.kin.pattern)

    def is_at_home(self, text: str, around: Callable[[], str]) -> bool:
        """Whether what names nothing of care (an inspection, a time limit) may be of care: in a text about
        care, or with a word of care in the sentence or a heading around it."""
        care = self.care.pattern
        if not self.care.family or is_about(text, care) or self._is_kin(text):
            return True
        return care.search(around()) is not None

    def is_of_care(self, text: str) -> bool:
        """Whether a text of some length speaks of care all through."""
        return len(text) >= _LENGTH and is_about(text, self.care.pattern)

    def families(self) -> frozenset[str]:
        """The families that an indicator can be asked to name."""
        return frozenset(
            family
            for words in (self.rate, self.change, self.act, self.noun, self.purpose, self.sum, self.field)
            for family in words.family.values()
        )


@lru_cache(maxsize=4)
def is_about(text: str, words: re.Pattern[str]) -> bool:
    """Whether a text speaks of something throughout; one too short to tell is taken to do so."""
    least = -(-_LEAST_CARE * len(text) // 1000)  # rounded up
    return len(text) < _LENGTH or next(islice(words.finditer(text), least - 1, None), None) is not None


def parse_heads(entries: Sequence[Mapping[str, Any]]) -> Heads:
    """Heads from the entries of ``heads.yaml``.

    Raises :class:`compare.coding.book.errors.CodebookError` for an entry without words, of no known kind, or
    with a word of another entry of its kind.
    """
    families: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    for entry in entries:
        words, what = entry.get("words"), entry.get("of", "rate")
        if not isinstance(words, list) or not words or not all(isinstance(word, str) for word in words):
            raise CodebookError(f"heads.yaml: {entry['id']}: words is no list of words; give at least one")
        if what not in families:
            raise CodebookError(f"heads.yaml: {entry['id']}: of is {what!r}; use one of {', '.join(KINDS)}")
        if twice := sorted(families[what].keys() & set(words)):
            raise CodebookError(f"heads.yaml: {entry['id']}: {twice[0]} stands in two families; keep one")
        families[what] |= dict.fromkeys(words, entry["id"])
    # 提高为, 提高到 lead to a level
    rate, change = _words(families["rate"], _BEHIND), _words(families["change"], f"(?!为){_BEHIND}")
    act = _words(families["act"], _ACTED_ON)
    noun = _words(families["noun"], f"){{1,4}}{_LISTED}", f"(?:{_LISTED}")
    purpose = _words(families["purpose"], _PAID_FOR)
    # of 建设和运营补贴 and 连锁运营补贴 the last word
    sorts = _words(families["sum"], f"(?!.{{0,4}}(?:{_any(families['sum'])})){_PAID_FOR}")
    field, care, kin = (
        _words(families["field"], _NO_OFFICE),
        _words(families["care"]),
        _words(families["kin"]),
    )
    its_own = frozenset(family for entry in entries for family in entry.get("its_own", ()))
    opening = _words(families["act"], _OPENS, "^")
    # 儿童福利院, 重度残疾人照护
    tended = _words(families["tending"], before=f"(?:{_any(families['field'])})[一-龥]{{0,3}}")
    return Heads(rate, change, act, opening, noun, purpose, sorts, field, care, tended, kin, its_own)


def _words(family: Mapping[str, str], behind: str = "", before: str = "") -> Words:
    return Words(re.compile(f"{before}(?P<head>{_any(family)}){behind}"), family)


def _any(words: Iterable[str]) -> str:
    """An alternation of the words, the longest first; of none what is found nowhere."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"
