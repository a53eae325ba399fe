"""Lists of departments: their members, and the role the words behind them give."""

from __future__ import annotations

import re
from itertools import pairwise

from compare.model import TextView

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

# Brackets stay whole (各县(市、区)人民政府); 和 behind a complete name parts two.
_AND = r"(?<=[局委厅部府会院办])(?:以及|和|及|与|会同)(?=[^等])"
_MEMBER = re.compile(rf"(?:[^、,;/|。\n()以和及与会]++|\([^()\n]*+\)|(?!{_AND})[以和及与会])++")
_AND_OTHERS = re.compile(r"等(?:有关|相关|各有关)?(?:部门|单位|职能部门|市直部门)?$")
_FOREIGN = re.compile(
    r"[0-9:《完时长持期进推](?:(?<=[0-9:《])|(?<=完)成|(?<=时)限|(?<=长)期|(?<=持)续|(?<=期)限|(?<=进)度"
    r"|(?<=推)进(?=[、,;/|。\n]|$))"
)
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
_NEXT_NAME = re.compile(r"[局委厅部府会院办行队署](?=[省市区县州旗盟地各国中全团])")
_NAME_ENDS = frozenset("局委厅部府会院办行队署")
_DUTY_ENDS = frozenset(word[-1] for word in _DUTY_WORDS)
_LIST_ENDS = _NAME_ENDS | _DUTY_ENDS | frozenset("联大")
#: How a line ends that may be nothing but names.
LINE_ENDS = _LIST_ENDS | frozenset("处科室所站台心司团构位门业道镇区社学校县市州省")


def role_of(word: str) -> str:
    """Role of a word such as 牵头, 责任, 配合: lead, responsible or support."""
    if word in _LEAD:
        return "lead"
    return "responsible" if word in _RESPONSIBLE else "support"


def is_list(words: str) -> bool:
    """Whether the words of a bracket may end in a department or its duty."""
    return words[-1:] in _LIST_ENDS


def is_public_body(name: str) -> bool:
    """Whether a name ends as those of departments and governments do."""
    name = _without_note(name)
    return name[-1:] in _PUBLIC or name.endswith(_PUBLIC_WORDS)


def _may_stand(name: str) -> bool:
    name = _without_note(name)
    return name[-1:] in _OTHER or name.endswith(_OTHER_WORDS)


def _without_note(name: str) -> str:
    """A name without the bracket behind it: 市发展改革委(市粮食和储备局)."""
    return name.rpartition("(")[0] if name.endswith(")") else name


def split(
    view: TextView, start: int, end: int, role: str, *, alone: bool, strict: bool = False
) -> list[Entry]:
    """Members of a list, with the role the words behind them give (A牵头,B、C配合), else ``role``.

    A ``strict`` list is given up where a member is no body; else a member that says something
    different (完成时限:2024年) ends it.
    """
    text = view.text
    foreign = _FOREIGN.search(text, start, end)
    known = foreign.start() if foreign else end
    beside = _beside(view, start, end)
    entries: list[Entry] = []
    open_from = 0
    for member in _MEMBER.finditer(text, start, end):
        at, stop = member.span()
        duty = _DUTY.search(text, at, stop) if text[stop - 1] in _DUTY_ENDS else None
        if duty:
            stop = duty.start()
        names = pairwise((at, *(p for p in beside if at < p < stop), stop)) if beside else ((at, stop),)
        for left, right in names:
            name = text[left:right]
            if "等" in name:
                name = _AND_OTHERS.sub("", name)
            if len(name) < 2:
                continue
            if len(name) > _LONGEST or right > known:
                return [] if strict else entries
            if strict and not _may_stand(name):
                return []
            entries.append((left, left + len(name), role, alone))
        if duty:
            given = role_of(duty["word"])
            if role and given == "responsible":
                given = role  # 负责 under 配合单位 adds nothing
            entries[open_from:] = [(s, e, given, a) for s, e, _, a in entries[open_from:]]
            open_from = len(entries)
    return entries


def _beside(view: TextView, start: int, end: int) -> list[int]:
    """Where only a blank, which the view leaves out, parts two names."""
    offsets = view.offsets
    if end <= start or offsets[end - 1] - offsets[start] == end - 1 - start:
        return []
    ends = (match.end() for match in _NEXT_NAME.finditer(view.text, start, end))
    return [at for at in ends if offsets[at] - offsets[at - 1] > 1]
