"""Headings that leave open whether the work of a year has been done or is to be done (二、2026年主要工作)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.model import Passage
from compare.reading.page.outline import years_named
from compare.reading.sentences.times.announced import line_at
from compare.reading.sentences.times.past_headings import looks_back

_WORK = re.compile(
    r"(?:[一二三四五六七八九十0-9]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\))?"
    r"(?P<year>(?:19|20)[0-9]{2})年度?的?(?:主要|政府)?工作"
)
# 今年经济社会发展的主要预期目标是:…, 做好今年工作,要…, 重点抓好以下工作:
_SETS_OUT = re.compile(
    r"(?:目标|(?:总体|工作)(?:要求|思路))(?:任务)?(?:建议)?[是为:]|(?:重点|着力|突出|切实)(?:要)?(?:抓好|做好|推进|办好)"
    r"|做好(?:今年|全年)[一-龥]{0,6}工作,|今年[一-龥]{0,12}(?<!主)要|(?:将|要)(?:重点|着力|全面)"
)
_TELLS = re.compile(r"今年以来|(?:过去|刚刚过去)的?一?年|取得|全年完成|完成了")
_FIRST_LINES = 2  # of the section, in which a year's work is announced


def work_of_a_year(heading: str) -> int:
    """The year of such a heading, 0 for any other heading."""
    found = _WORK.fullmatch(heading)
    return int(found["year"]) if found else 0


def sets_out(text: str, passages: Sequence[Passage], starts: Sequence[int], index: int) -> bool:
    """Whether what stands below such a heading is to be done: its first lines say so, or a heading of the
    same level has looked back on a year before it (一、2025年工作回顾)."""
    for below in range(index + 1, min(index + 1 + _FIRST_LINES, len(passages))):
        line = line_at(text, starts, below)
        if _TELLS.search(line):
            return False
        if _SETS_OUT.search(line):
            return True
    passage = passages[index]
    year = work_of_a_year(passage.heading)
    return any(
        earlier.number
        and earlier.level == passage.level
        and looks_back(earlier.heading)
        and max(years_named(earlier.heading), default=year) < year
        for earlier in passages[:index]
    )
