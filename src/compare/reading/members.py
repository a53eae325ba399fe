"""Lists of departments: their members, and the role the words behind them give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.reading.shadow import Shadow

#: A name at ``start:end`` of the view, its role, and whether its line holds nothing but names.
Entry = tuple[int, int, str, bool]

#: Words that say what a department has to do; before 单位 or 部门 they make a label.
_LEAD = frozenset(("牵头", "主办", "主责", "承办", "主管"))
_RESPONSIBLE = frozenset(("责任", "负责", "落实", "实施", "承担"))
_SUPPORT = frozenset(("配合", "协办", "协同", "协助", "参与", "参加", "支持"))
WORDS = _LEAD | _RESPONSIBLE | _SUPPORT

_DUTY = re.compile(
    r"(?:等(?:有关|相关|各有关)?(?:部门|单位|职能部门)?)?(?:按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?|分别|共同|具体|联合|组织)*"
    r"(?P<word>牵头|主办|负责|配合|参与|协助|协同|协办|落实|实施|承担)(?:负责|落实|实施|抓落实)*$"
)
_DUTY_ENDS = frozenset("头责合与助同办实担")

# A plain member is taken as it stands; others are looked at: brackets stay whole (各县(市、区)人民政府).
_MEMBER = re.compile(
    r"(?P<plain>[^、,;/|。\n()0-9:《等及与同限期续完进]++(?=[、,;]|$))|(?:[^、,;/|。\n()]|\([^()\n]*\))+"
)
_CONJUNCTION = re.compile(r"(?<=[局委厅部府会院办])(?:以及|和|及|与|会同)(?=[^等])")
_AND_OTHERS = re.compile(r"等(?:有关|相关|各有关)?(?:部门|单位|职能部门|市直部门)?$")
_FOREIGN = re.compile(r"[0-9:《]|完成|时限|长期|持续|期限|进度|推进$")
_PUBLIC = re.compile(
    r"(?:局|委|厅|办|部|署|府|党组|[员管]会|联合会|公室|法院|检察院|残联|妇联|工会|支队|总队|大队|[分支]行|银行|人大)(?:\([^()]*\))?$"
)
_OTHER = re.compile(
    r"(?:处|科|室|所|院|会|队|站|台|中心|学院|大学|学校|医院|公司|集团|机构|单位|部门|企业|街道|乡镇|社区|社|行|省|市|县|区|州)(?:\([^()]*\))?$"
)
_LONGEST = 40
_LEVELS = frozenset("省市区县州旗盟地各国中全团")
_NAME_ENDS = frozenset("局委厅部府会院办行队署")
_LIST_ENDS = _NAME_ENDS | _DUTY_ENDS | frozenset("联大")
_LINE_ENDS = _LIST_ENDS | frozenset("处科室所站台心司团构位门业道镇区社学校县市州省")


def role_of(word: str) -> str:
    """Role of a word such as 牵头, 责任, 配合: lead, responsible or support."""
    if word in _LEAD:
        return "lead"
    return "responsible" if word in _RESPONSIBLE else "support"


def is_list(last: str) -> bool:
    """Whether a bracket whose last character is ``last`` may end in a department or its duty."""
    return last in _LIST_ENDS


def is_public_body(name: str) -> bool:
    """Whether a name ends as those of departments and governments do."""
    return _PUBLIC.search(name) is not None


def names_only(view: Shadow, start: int, end: int, *, offices: bool = False) -> list[Entry]:
    """Entries of a line or cell that is nothing but names; [] otherwise.

    One of them must be a public body, unless ``offices`` (基层处) may stand alone.
    """
    text = view.text
    if not 2 < end - start <= 240 or text[end - 1] not in _LINE_ENDS:
        return []
    entries = split(view, start, end, "responsible", alone=True, strict=True)
    return entries if offices or any(is_public_body(text[e[0] : e[1]]) for e in entries) else []


def split(view: Shadow, start: int, end: int, role: str, *, alone: bool, strict: bool = False) -> list[Entry]:
    """Members of a list, with the role the words behind them give (A牵头,B、C配合), else ``role``.

    A ``strict`` list is given up where a member is no body; else a member that says something
    different (完成时限:2024年) ends it.
    """
    text, offsets = view.text, view.offsets
    entries: list[Entry] = []
    open_from = 0
    solid = end > start and offsets[end - 1] - offsets[start] == end - 1 - start  # no blank was left out
    for member in _MEMBER.finditer(text, start, end):
        at, stop = member.span()
        duty = _DUTY.search(text, at, stop) if text[stop - 1] in _DUTY_ENDS else None
        if duty:
            stop = duty.start()
        if solid and not (strict or duty) and member.lastgroup and 2 <= stop - at <= _LONGEST:
            joined = text.find("和", at, stop)
            if joined < 0 or text[joined - 1] not in _NAME_ENDS:
                entries.append((at, stop, role, alone))
                continue
        for left, right in _parts(text, offsets, at, stop):
            name = text[left:right]
            if "等" in name and (others := _AND_OTHERS.search(name)):
                right = left + others.start()
                name = name[: others.start()]
            if len(name) < 2:
                continue
            if len(name) > _LONGEST or _FOREIGN.search(name):
                return [] if strict else entries
            if strict and not (_PUBLIC.search(name) or _OTHER.search(name)):
                return []
            entries.append((left, right, role, alone))
        if duty:
            given = role_of(duty["word"])
            if role and given == "responsible":
                given = role  # 负责 under 配合单位 adds nothing
            entries[open_from:] = [(s, e, given, a) for s, e, _, a in entries[open_from:]]
            open_from = len(entries)
    return entries


def _parts(text: str, offsets: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """A member split at 和/及 behind a complete name, and where only a blank parts two names."""
    cuts = [m.span() for m in _CONJUNCTION.finditer(text, start, end)]
    if end > start and offsets[end - 1] - offsets[start] != end - 1 - start:
        for at in range(start + 3, end - 2):
            if text[at - 1] in _NAME_ENDS and text[at] in _LEVELS and offsets[at] - offsets[at - 1] > 1:
                cuts.append((at, at))
        cuts.sort()
    position = start
    for left, right in cuts:
        if left > position:
            yield position, left
        position = right
    yield position, end
