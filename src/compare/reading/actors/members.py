"""Lists of departments: their members, and the role the words behind them give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.reading.page.view import TextView

#: A name at ``start:end`` of the view, its role, and whether its line holds nothing but names.
Entry = tuple[int, int, str, bool]

#: Words that say what a department has to do; before 单位 or 部门 they make a label.
_LEAD = frozenset(("牵头", "主办", "主责", "承办", "主管"))
_RESPONSIBLE = frozenset(("责任", "负责", "落实", "实施", "承担"))
_SUPPORT = frozenset(("配合", "协办", "协同", "协助", "参与", "参加", "支持"))
WORDS = _LEAD | _RESPONSIBLE | _SUPPORT

_DUTY_WORDS = ("牵头", "主办", "负责", "配合", "参与", "协助", "协同", "协办", "落实", "实施", "承担")
_DUTY = re.compile(
    r"(?:等(?:有关|相关|各有关)?(?:部门|单位|职能部门)?)?(?:按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?|分别|共同|具体|联合|组织)*"
    rf"(?P<word>{'|'.join(_DUTY_WORDS)})(?:负责|落实|实施|抓落实)*$"
)

# A plain member is taken as it stands; others are looked at: brackets stay whole (各县(市、区)人民政府).
_MEMBER = re.compile(
    r"(?P<plain>[^、,;/|。\n()0-9:《等及与同限期续完进]++(?=[、,;]|$))|(?:[^、,;/|。\n()]|\([^()\n]*+\))++"
)
# A list in which nothing has to be looked at but where its members end, and what a member may not end with or
# hold for that: a duty, 和 behind a complete name.
_PLAIN = r"[^/|。\n()0-9:《等及与同限期续完进]"
_PLAIN_LIST = re.compile(rf"(?:{_PLAIN}|\({_PLAIN}*+\))*+")
_NOT_PLAIN = re.compile(
    "|".join([*(f"{word}(?:[、,;]|$)" for word in _DUTY_WORDS), "和(?<=[局委厅部府会院办行队署]和)"])
)
_PLAIN_MEMBER = re.compile(r"(?:[^、,;()]|\([^()]*+\))++")
_CONJUNCTION = re.compile(r"(?<=[局委厅部府会院办])(?:以及|和|及|与|会同)(?=[^等])")
_AND_OTHERS = re.compile(r"等(?:有关|相关|各有关)?(?:部门|单位|职能部门|市直部门)?$")
_FOREIGN = re.compile(r"[0-9:《]|完成|时限|长期|持续|期限|进度|推进$")
# How names of public bodies end, and how names end that may stand beside them in a list.
_PUBLIC = frozenset("局委厅办部署府")
_PUBLIC_WORDS = (
    *("党组", "员会", "管会", "联合会", "公室", "法院", "检察院", "残联", "妇联", "工会", "人大"),
    *("支队", "总队", "大队", "分行", "支行", "银行"),
)
_OTHER = _PUBLIC | frozenset("处科室所院会队站台社行联省市县区州")
_OTHER_WORDS = (
    "中心",
    "大学",
    "学校",
    "公司",
    "集团",
    "机构",
    "单位",
    "部门",
    "企业",
    "街道",
    "乡镇",
    "人大",
)
_LONGEST = 40
_NEXT_NAME = re.compile(r"(?<=[局委厅部府会院办行队署])(?=[省市区县州旗盟地各国中全团])")
_NAME_ENDS = frozenset("局委厅部府会院办行队署")
_LIST_ENDS = _NAME_ENDS | {word[-1] for word in _DUTY_WORDS} | frozenset("联大")
#: How a line ends that may be nothing but names.
LINE_ENDS = _LIST_ENDS | frozenset("处科室所站台心司团构位门业道镇区社学校县市州省")


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
    name = _without_note(name)
    return name[-1:] in _PUBLIC or name.endswith(_PUBLIC_WORDS)


def _may_stand(name: str) -> bool:
    name = _without_note(name)
    return name[-1:] in _OTHER or name.endswith(_OTHER_WORDS)


def _without_note(name: str) -> str:
    """A name without the bracket behind it: 市发展改革委(市粮食和储备局)."""
    return name[: name.rfind("(")] if name.endswith(")") and "(" in name else name


def names_only(view: TextView, start: int, end: int, *, offices: bool = False) -> list[Entry]:
    """Entries of a line or cell that is nothing but names; [] otherwise.

    One of them must be a public body, unless ``offices`` (基层处) may stand alone.
    """
    text = view.text
    if not 2 < end - start <= 240 or text[end - 1] not in LINE_ENDS:
        return []
    entries = split(view, start, end, "responsible", alone=True, strict=True)
    return entries if offices or any(is_public_body(text[e[0] : e[1]]) for e in entries) else []


def split(
    view: TextView, start: int, end: int, role: str, *, alone: bool, strict: bool = False
) -> list[Entry]:
    """Members of a list, with the role the words behind them give (A牵头,B、C配合), else ``role``.

    A ``strict`` list is given up where a member is no body; else a member that says something
    different (完成时限:2024年) ends it.
    """
    text, offsets = view.text, view.offsets
    solid = end > start and offsets[end - 1] - offsets[start] == end - 1 - start  # no blank was left out
    if solid and _PLAIN_LIST.fullmatch(text, start, end) and not _NOT_PLAIN.search(text, start, end):
        return _plain_members(text, start, end, role, alone=alone, strict=strict)
    entries: list[Entry] = []
    open_from = 0
    for member in _MEMBER.finditer(text, start, end):
        at, stop = member.span()
        duty = _DUTY.search(text, at, stop) if text.endswith(_DUTY_WORDS, at, stop) else None
        if duty:
            stop = duty.start()
        if solid and not duty and member.lastgroup and _stands_whole(text, at, stop, strict=strict):
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
            if strict and not _may_stand(name):
                return []
            entries.append((left, right, role, alone))
        if duty:
            given = role_of(duty["word"])
            if role and given == "responsible":
                given = role  # 负责 under 配合单位 adds nothing
            entries[open_from:] = [(s, e, given, a) for s, e, _, a in entries[open_from:]]
            open_from = len(entries)
    return entries


def _stands_whole(text: str, start: int, end: int, *, strict: bool) -> bool:
    """Whether a member without brackets and marks is one name: no 和 stands in it behind a complete one."""
    joined = text.find("和", start, end)
    one = 2 <= end - start <= _LONGEST and (joined < 0 or text[joined - 1] not in _NAME_ENDS)
    return one and (not strict or _may_stand(text[start:end]))


def _plain_members(text: str, start: int, end: int, role: str, *, alone: bool, strict: bool) -> list[Entry]:
    """Members of a list of which nothing has to be looked at but where each ends."""
    entries: list[Entry] = []
    for at, stop in _plain_spans(text, start, end):
        if stop - at < 2:
            continue
        if stop - at > _LONGEST:
            return [] if strict else entries
        if strict and not _may_stand(text[at:stop]):
            return []
        entries.append((at, stop, role, alone))
    return entries


def _plain_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    if "(" in words:
        yield from (match.span() for match in _PLAIN_MEMBER.finditer(text, start, end))
        return
    for name in words.replace(",", "、").replace(";", "、").split("、"):
        yield start, start + len(name)
        start += len(name) + 1


def _parts(text: str, offsets: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """A member split at 和/及 behind a complete name, and where only a blank parts two names."""
    cuts = [m.span() for m in _CONJUNCTION.finditer(text, start, end)]
    if end > start and offsets[end - 1] - offsets[start] != end - 1 - start:
        for match in _NEXT_NAME.finditer(text, start + 3, end - 2):
            at = match.start()
            if offsets[at] - offsets[at - 1] > 1:
                cuts.append((at, at))
        cuts.sort()
    position = start
    for left, right in cuts:
        if left > position:
            yield position, left
        position = right
    yield position, end
