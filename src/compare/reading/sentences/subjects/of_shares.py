"""The noun of a share of places, people or money (90%以上的社区建有日间照料机构): :data:`SHARE_SUBJECTS`."""

from __future__ import annotations

import re

from compare.reading.cues import BOUNDS_BEHIND, NOT_BEYOND
from compare.reading.rules import Rule
from compare.reading.sentences.nouns import following
from compare.reading.sentences.nouns.before import noun_before
from compare.reading.sentences.subjects.sought import Found, Sought, noun

_SAME_VERB = re.compile(r"%(?:以上|左右)?的[^,。;0-9]{1,14}[和、及与]$")

# 助餐服务覆盖全部街道、85%以上乡镇和: the places before share the verb and its noun.
_COVERS = re.compile(
    r"(?:(?:已|将|要|应|均|基本|力争|有效)*(?:覆盖|惠及|延伸到))"
    rf"(?:(?:全部|所有|[0-9.]++%(?:{BOUNDS_BEHIND})?)的?[^,。;0-9]{{1,12}}[、和及与])*(?:{NOT_BEYOND}|超过|达到?|至少|到)?$"
)
# 将60%的公益金, 预留30%的号源: the share is one of what is acted on.
_ACTS_ON = re.compile(
    r"(?:将|把|用|拿出|预留|保留|留出|提取|筹集|列支|腾出|划出|安排|加强|改造|提升|培训|免除?|减免)$"
)


def _covering(s: Sought) -> Found | None:
    value, text = s.value, s.text
    covers = _COVERS.search(text, value.clause_start, value.start) if s.of_places else None
    if not covers:
        return None
    start, end = noun_before(text, value.clause_start, covers.start(), s.finder.lexicon)
    if end - start >= 2:
        return ((start, end),)
    # 健全结算服务机制,覆盖95%以上的地区
    if not s.previous and text[value.clause_start - 1 : value.clause_start] == ",":
        clause = s.finder.clauses.clause(value.clause_start - 2)[0]
        start, end = noun_before(text, clause, value.clause_start - 1, s.finder.lexicon)
        return ((start, end),) if end - start >= 2 else None
    # 建设100个服务点,覆盖80%以上的行政村
    near = s.previous and s.previous[0] >= s.finder.clauses.sentence(value.start)[0]
    return (s.previous,) if near and s.previous else None


def _acting_on(s: Sought) -> Found | None:
    return noun(s.behind) if s.of_places and _ACTS_ON.search(s.words) else None


def _shared_verb(s: Sought) -> Found | None:
    value, previous = s.value, s.previous
    if not (s.of_places and previous and s.floor > value.clause_start):
        return None
    return (previous,) if _SAME_VERB.search(s.text[value.clause_start : value.start]) else None


def _before_a_share(s: Sought) -> Found | None:
    return noun(s.before) if s.of_places else None


def _possessed(s: Sought) -> Found | None:
    has = following.possessed(s.text, s.value.end, s.value.clause_end) if s.of_places else None
    return (has,) if has else None


def _behind_a_share(s: Sought) -> Found | None:
    return noun(s.behind) if s.of_places else None


SHARE_SUBJECTS: tuple[Rule[Sought, Found], ...] = (
    Rule(
        "what covers places",
        _covering,
        "助餐服务覆盖全部街道、«85%»以上乡镇。",
        "«85%»以上的乡镇建有服务中心。",
        "GUIDE: scope of a share of places is those places; the noun is what they have",
        only=("share",),
        state="of places",
    ),
    Rule(
        "what is acted on",
        _acting_on,
        "各级政府将«55%»的福利彩票公益金用于养老。",
        "助餐服务覆盖«55%»的社区。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=("share",),
        state="of places",
    ),
    Rule(
        "verb shared by two shares",
        _shared_verb,
        "居家养老服务进入40%的城镇社区和«10%»的行政村。",
        "居家养老服务进入«40%»的城镇社区。",
        "GUIDE: scope of a share of places is those places; the noun is what they have",
        only=("share",),
        state="of places",
    ),
    Rule(
        "before a share of places",
        _before_a_share,
        "居家养老服务进入«40%»的城镇社区。",
        "«90%»以上的社区建有日间照料机构。",
        "GUIDE: scope of a share of places is those places; the noun is what they have",
        only=("share",),
        state="of places",
    ),
    Rule(
        "what places have",
        _possessed,
        "«90%»以上的社区建有日间照料机构。",
        "居家养老服务覆盖«40%»的城镇社区。",
        "GUIDE: scope of a share of places is those places; the noun is what they have",
        only=("share",),
        state="of places",
    ),
    Rule(
        "behind a share",
        _behind_a_share,
        "«55%»以上的福利彩票公益金用于养老。",
        "福利彩票公益金«55%»以上用于养老。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=("share",),
        state="of places",
    ),
)
