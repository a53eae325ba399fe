"""The words that restrict a value to a part of the field (每个县市, 新建小区, 60岁以上, 行政村)."""

from __future__ import annotations

import re

_EACH = re.compile(
    r"(?:每(?:一)?个?|各)(?P<noun>(?!百|千|万|年|月|半|季|周|日|人每|餐|[0-9])[一-龥()、]{1,16}?)(?=均|至少|都|应|要|建|设|有|拥有|安排|配|完成|不|达|规划|培育|[0-9一])"
)
_NEW = re.compile(
    r"新(?:建|设|改扩建|改、扩建)[^,。;]{0,14}?(?:机构|小?区\)?|街道|场所|设施|项目|社区)|已建成?[^,。;]{0,8}?(?:小?区)|老旧小区[^,。;]{0,10}?(?=按|每)|(?:既有|老城区|旧城区)[^,。;]{0,8}?区?"
)
_AGE = re.compile(r"[0-9一二三四五六七八九十]+周?岁(?:及)?以[上下]|[0-9]+-[0-9]+岁")
_WHOLE = re.compile(r"全(?:市|省|区|县|州|地区|域|国)|(?:地区|全盟)")
_PLACES = re.compile(
    r"(?:农村|城市|城镇|城乡)社区|行政村|中心村|乡(?:镇|\(镇\))|县级[^,。;的]{0,12}?机构|街道|农村|社区|村级"
)
_TAIL_SCOPE = re.compile(
    r"^(?:以上|及以上|左右)?的(?P<noun>[一-龥()]{2,12}?)(?=[,。;、和建设设完成开展|\n]|$)"
)


def scope_words(clause: str, before: str, subject: str, tail: str) -> str:
    """The restricting words of a statement, "" if there are none.

    ``clause`` is the clause with the value, ``before`` its part before the value, ``subject`` the
    measured noun and ``tail`` the text behind the value and its comparator.
    """
    if match := _EACH.search(before):
        return match.group()
    if match := _TAIL_SCOPE.match(tail):
        return match["noun"]
    if match := _NEW.search(before) or _NEW.search(subject):
        return match.group()
    if match := _AGE.search(before):
        return match.group()
    for text in (subject, before):
        if match := _PLACES.search(text):
            return match.group()
    if match := _WHOLE.search(clause):
        return match.group()
    return ""
