"""Ratios of staff to the people they care for: 1:15 is one for 15 people, the base in the unit (gold/GUIDE),
as in 每15名老年人配备1名."""

from __future__ import annotations

import re
from decimal import Decimal

from compare.reading.quantities.bases.wordings import base_number

#: How far the noun of a ratio may stand before it, in its sentence.
_REACH = 60
_BEHIND = 14
_BOUNDED = 40
_SHORT = 14
_HAN = re.compile("[一-龥]{2}")
_RUNNING = re.compile("[一-龥]{6}")
_POSTS = re.compile("岗位")
_STAFF = re.compile(
    "护理员|照护员|保育员|辅导员|协管员|护工|护士|医[生师]|[教老]师|师生比|生师比|师资|社工|工作者|志愿者|从业者"
    "|(?:护理|照护|照料|看护|保育|保教|服务|工作|管理|医务|医护|专业|技术|后勤|陪护|辅助|从业|专职)(?:人员|人数)"
)
# Slopes and areas, money and time, and two kinds of staff are proportions of one and the same.
# 表1 护理员与老年人配备比例, above rows that name the people alone
_CAPTION = re.compile(rf"(?:{_STAFF.pattern})[^\n。;|]{{0,12}}(?:配备|配比|比例|之比)[^\n。;|]{{0,8}}[\n|]")
_TABLE = 400
_LIST = 300
# (一)护理自理老年人的,不低于|1:20
_ITEM = re.compile(r"\([一二三四五六七八九十0-9]{1,2}\)|[0-9]{1,2}[.、)]|[①-⑳]")
_OTHER = re.compile(
    "坡|窗|面积|容积|高度|宽|配套|分担|匹配|资金|财政|经费|出资|兑换|时间|医护比|护医比|床护比|医床比|男女|性别"
)
_BEDS = re.compile("(?:与|和|同|对|、)[^,]{0,8}床位?")
# 全失能1:3、半失能1:6、能自理1:15配足护理人员
_LISTED = re.compile(r"(?:[、和][^,。;、0-9\n]{1,8}[0-9]+:[0-9]+){1,4}+")
# 不高于|6:1, 分别不高于15:1、|6:1
_BOUND = re.compile("[高大多少低小超过于逾](?:[0-9]{1,4}[:比]1[、和及与]){0,8}$")


def staff_per_people(text: str, start: int, end: int, first: Decimal, second: Decimal, most: str = "") -> str:
    """The unit of one member of staff to so many people (1:15 as 名/15人, 100:1 of posts as 个/百人).

    ``most`` is the larger number of people where it is one to between so many (1:15至1:20 as 名/15-20人).
    The unit is empty where neither the sentence around it nor the line over its list names staff.

    >>> text = "护理员与自理老人的比例不低于1:15。"
    >>> staff_per_people(text, 14, 18, Decimal(1), Decimal(15))
    '名/15人'
    """
    many = max(first, second)
    if many <= 1 or many != int(many):
        return ""
    near = text[max(start - _REACH, 0) : start]
    before = near[near.rfind("。") + 1 :]
    last = before[before.rfind(";") + 1 :]
    if len(last) > _SHORT:  # 自理老人1:15;失能老人1:3 go on with the staff named before
        before = last
    above, _, before = before.rpartition("\n")
    in_row = not _RUNNING.search(before)
    if in_row:  # in a table the line of the row's name, above cells without words
        before = next((line for line in reversed(above.split("\n")) if _HAN.search(line)), "") + before
    listed = _LISTED.match(text, end)
    after = listed.end() if listed else end
    behind = re.split("[,。;\n]", text[after : after + _BEHIND], maxsplit=1)[0]
    if second == 1 and _BOUND.search(before[-_BOUNDED:]):
        return ""  # at most three people to one of staff is no cap on staff
    if _OTHER.search(before.rpartition(",")[2] + behind):
        return ""
    beside = before + behind
    post = _POSTS.search(beside)
    led = (in_row and _below_caption(text, start)) or _under_staff(text, start)
    if not post and not _STAFF.search(beside) and not led:
        return ""
    counted = "床" if _BEDS.search(before) else "人"
    base = f"{int(many)}-{most}" if most else base_number(str(int(many)))
    return f"{'个' if post else '名'}/{base}{counted}"


def _under_staff(text: str, start: int) -> bool:
    """Whether a ratio stands in a list under a line that names staff (按照下列比例配备护理人员:)."""
    lines = text[max(start - _LIST, 0) : start].split("\n")
    if not _ITEM.match(lines[-1]):
        return False
    lead = next((line for line in reversed(lines[:-1]) if not _ITEM.match(line)), "")
    return lead.endswith(":") and _STAFF.search(lead) is not None


def _below_caption(text: str, start: int) -> bool:
    """Whether a table's caption says that its ratios are of staff."""
    return _CAPTION.search(text, max(start - _TABLE, 0), start) is not None
