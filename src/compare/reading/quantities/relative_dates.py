"""Dates said by a word (今年, 前两年, 近期, 国庆节前): read against what the document says of its own time,
never against today's clock."""

from __future__ import annotations

import re
from collections.abc import Callable

from compare.reading.quantities.dates import OF_A_PLAN, Anchor, Date, dated

# 2022年底, 每年内: 年 belongs to what stands before it.
_OF_AN_OWN_YEAR = r"(?<![0-9年当每半〇零一二三四五六七八九十两上下前后数多]年)"
_PART_OF_HORIZON = r"[一二两三四]年(?!以?内|之内|[起后])"
#: Holidays with the month in which they fall, 0 where that changes or the year is the next.
_HOLIDAYS = {
    "国庆": 10, "劳动节": 5, "五一": 5, "儿童节": 6, "建党节": 7, "建军节": 8, "教师节": 9,
    "元旦": 0, "春节": 0, "端午": 0, "中秋": 0, "重阳": 0,
}  # fmt: skip
_RELATIVE = re.compile(
    rf"(?:今明两年|今年年?[底末]?|本年度?年?[底末]?|明年年?[底末]?|年{_OF_AN_OWN_YEAR}(?:内|底(?!前?的))"
    rf"|前(?<![提之此以学五”\"’」]前){_PART_OF_HORIZON}|后{OF_A_PLAN}{_PART_OF_HORIZON}"
    rf"|(?P<holiday>{'|'.join(_HOLIDAYS)})节?(?=之?前|以前)"
    r"|近期(?!已|来|以来|内?曾|目标|,[^,。;]{0,8}已)|全年|中长期|远期(?!目标)|长远|长期看|规划期?末|规划期内)(?P<tail>之?前|以前)?"
)
_OPEN = ("中长期", "远期", "长远", "长期看")
#: Of the year that the sentence has named, else of its section.
_OF_A_YEAR = ("全年", "年内", "年底")
_ASKED = ("任务", "目标", "计划", "指标", "总任务")  # 完成全年任务的103%
# 近期至2027年,远期至2035年; 近期为2024-2027年: the terms of a plan, said in one sentence or line
_TERM = re.compile(
    r"(?:规划)?(?:期限?|年限)?(?:为|至|到|:|\(|是)?(?:(?:19|20)[0-9]{2}年?(?:-{1,2}|~|至|到))?(?P<year>20[0-9]{2})年?"
    r"(?![0-9.年-])(?!1?[0-9]月)"
)
_NEAR, _FAR = "近期", "远期"
_WITHIN = 60  # characters between the two terms


def terms(text: str) -> tuple[int, int]:
    """The last years of the near and the far term that a plan sets itself, 0 where it sets none."""
    at = text.find(_NEAR)
    while at >= 0:
        near = _TERM.match(text, at + len(_NEAR))
        then = text.find(_FAR, near.end(), near.end() + _WITHIN) if near else -1
        far = _TERM.match(text, then + len(_FAR)) if then >= 0 else None
        if near and far and int(near["year"]) < int(far["year"]):
            return int(near["year"]), int(far["year"])
        at = text.find(_NEAR, at + len(_NEAR))
    return 0, 0


def relative_dates(text: str, anchor: Anchor, said: Callable[[int], int] = lambda _: 0) -> list[Date]:
    """Relative years (今年, 前两年, 中长期 …) in text order; without an anchor they are open.

    ``said`` is the year that a sentence has named before a position (2026年6月底前…,年底前…), 0 without any.
    """
    found: list[Date] = []
    value: str | None
    for match in _RELATIVE.finditer(text):
        year_said = said(match.start())
        if match["holiday"]:
            value = _before_holiday(text, match, anchor, year_said)
        else:
            value = _year_of(text, match, anchor, year_said)
        if value is not None:
            found.append(dated(text, *match.span(), value, match["tail"] or "", anchor))
    return found


def _before_holiday(text: str, match: re.Match[str], anchor: Anchor, year_said: int) -> str:
    """The month of a holiday, or the year that stands before its name; "" where neither is known."""
    month = _HOLIDAYS[match["holiday"]]
    of_its_own = year_said if text.startswith("年", match.start() - 1) else 0
    year = year_said or anchor.year(match.start())
    if month and year:
        return f"{year}-{month:02d}"
    return str(of_its_own or "")


def _year_of(text: str, match: re.Match[str], anchor: Anchor, year_said: int) -> str | None:
    """The year that a word means, "" for an open horizon, None where the document gives nothing to count
    from."""
    word = match.group()
    if word.startswith(_OPEN):
        return str(anchor.far or "") if word.startswith(_FAR) else ""
    year = 0
    if word.startswith(_OF_A_YEAR):
        year = 0 if text.startswith(_ASKED, match.end()) else year_said
        year = year or anchor.section_year(match.start())
    if not year and not word.startswith("全年"):
        year = _relative_year(word, anchor, match.start())
    if not year and word.startswith("后"):
        return ""  # of a plan, and no more of what stands before
    return str(year) if year else None


def _relative_year(word: str, anchor: Anchor, at: int) -> int:
    """The year a relative word means, 0 where the document gives nothing to count from."""
    if word.startswith(_NEAR):
        return anchor.near
    this_year = anchor.this_year(at)
    if word.startswith(("明年", "今明")):
        return this_year + 1 if this_year else 0
    if word[0] == "前":
        first = "一二三四".index(word[1].replace("两", "二"))
        return anchor.horizon_start + first if anchor.horizon_start else 0
    if word[0] in "后规":
        return anchor.horizon_end
    return this_year
