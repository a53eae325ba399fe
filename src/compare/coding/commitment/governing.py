"""The word that governs a clause, or a thing named in it.

A word that encourages, permits or explores governs what stands behind it in its clause, unless a verb
that commits stands before it (制定鼓励社会资本…的政策 commits to the policy). A verb inside a phrase of
place, means or condition in front (在改造中鼓励…) governs nothing. A condition (有条件的) holds wherever it
stands.
Where nothing weakens it a clause is as strict as its strictest word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.coding.commitment.levels import UNBOUND, Commitment, Level
from compare.coding.indicators.context.blanking import blanked
from compare.frozen import maker, quickly

# Titles hold modal words (…试行) that bind nobody, quoted names verbs that are none (“应保尽保”).
_NAMES = re.compile(r"《[^《》]*》|“[^“”]{0,30}”")
#: Words of discretion hold for the whole clause, whatever verb stands before them.
_CONDITION = "conditional"
_FRAME_OPENS = re.compile(
    r"(?:各级?(?:地|县|市)[^,]{0,6}?)?(?:在|通过|采取|以|按照|根据|结合|对|对于|围绕|依托|利用|凡|符合|为)"
)
_FRAME_ENDS = re.compile(
    r"(?:中|下|上|时|后|内|的|方式|形式|途径|办法|前提|基础|要求|规定|条件|情况|原则|等|者|地区|机构|企业|单位|村|老年人)$"
)
# What a clause begins with that says of itself what is to be done, so that none before it governs it.
_OWN = re.compile(
    r"(?:[0-9一二三四五六七八九十]++是|并|同时|还|也|要|应当?|须|逐步|积极|大力|进一步|加快|全面|切实|着力|持续|不断|深入|统筹|重点|优先|主动|及时|依法|依规"
    r"|严格|继续|充分|扎实|广泛|有效|科学|合理|稳步|有序|认真|定期|共同|分类|分级|集中|统一|足额|按照?(?:有关|相关)?(?:规定|要求|程序))*"
)
_OWN_OPENS = re.compile(
    r"将|把|由|各[级地县市区乡镇部有]|[市县区州省]级|相关|有关|民政|财政|[^,]{0,14}(?:部门|单位|政府|委员会|局)[要应须负]?|到?(?:20|19)[0-9]{2}|自|从|每|力争|确保|新建|符合|所有|严禁|不得|对"
)


@quickly
@dataclass(frozen=True, slots=True)
class Governed:
    """A level and the word that decided it ("" where none did). ``carried``: it stands in an earlier
    clause of the sentence."""

    level: Level
    mark: str
    carried: bool = False


_governed = maker(Governed)


def governing(text: str, scale: Commitment, at: int | None = None) -> Governed:
    """The level of a clause, or of the thing that ends at ``at`` in it."""
    if "《" in text or "“" in text:
        text = blanked(_NAMES, text)
    if at is not None:
        # A short clause may stand before it with a comma (完善制度,支持…).
        start = text.rfind(",", 0, at - 1) + 1
        text, at = text[start:], at - start
    for match in scale.unbound.finditer(text):
        level = scale.by_id[match.lastgroup or ""]
        if level.id == _CONDITION or (
            (at is None or match.start() < at) and not _taken_back(text, match.start(), scale)
        ):
            return _governed(level, match.group())
    for level, pattern in scale.hard:
        if hard := pattern.search(text):
            return _governed(level, hard.group())
    return _governed(scale.plain, _verb_before(text, scale, at))


def in_sentence(clauses: Sequence[str], scale: Commitment) -> list[Governed]:
    """The level of each clause of a sentence: one that says of itself what is to be done is governed by
    its own words, any other by the modal word before it."""
    made: list[Governed] = []
    last: Governed | None = None
    for text in clauses:
        own = governing(text, scale)
        if own.level is not scale.plain:
            last = own
        elif last is not None and not stands_alone(text, scale):
            own = Governed(last.level, last.mark, carried=True)
        else:
            last = None
        made.append(own)
    return made


def stands_alone(text: str, scale: Commitment) -> bool:
    """Whether a clause opens with a verb that commits, a date, or who is to do it."""
    opening = _OWN.match(text)
    at = opening.end() if opening else 0
    return bool(scale.verbs.match(text, at) or _OWN_OPENS.match(text, at))


def binds(governed: Governed) -> bool:
    """Whether somebody has to do it."""
    return governed.level.strength not in UNBOUND


def _taken_back(text: str, weak: int, scale: Commitment) -> bool:
    """Whether a verb that commits stands before a weak word and governs it."""
    return bool(scale.verbs.search(text, text.rfind(",", 0, weak) + 1, weak)) and not _framed(text, weak)


def _framed(text: str, weak: int) -> bool:
    """Whether what stands before a weak word is a phrase of place, means or condition."""
    *_, before = text[:weak].split(",")
    return bool(_FRAME_OPENS.match(before) and _FRAME_ENDS.search(before))


def _verb_before(text: str, scale: Commitment, at: int | None) -> str:
    """The verb that governs what ends at ``at``: the last before it; for a whole clause none is named."""
    if at is None:
        return ""
    mark = ""
    for match in scale.verbs.finditer(text[:at]):
        mark = match.group()
    return mark
