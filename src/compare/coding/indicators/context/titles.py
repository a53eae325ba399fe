"""What a document says it is about: the line it opens with, behind what a page puts before it."""

from __future__ import annotations

import re
from functools import lru_cache

#: How the title of a measure ends.
TITLE = re.compile(
    "(?:通知|办法|方案|细则|意见|公告|标准|措施|规定|政策|条例|规程|指南|解读|问答|规划|计划|要点|纲要|清单)[》”]?(?:的通知)?(?:[(（][^()（）]{1,12}[)）])?$"
)
_OF_AN_ACCOUNT = re.compile("(?:通报|报告|总结|情况|公报|答复|打算)(?:[(（][^()（）]{1,6}[)）])?$")
#: A heading is none, and a line may begin a title that ends on the next.
_NUMBERED = re.compile(
    "[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十0-9]{1,3}[章条]|[(（][一二三四五六七八九十]"
)
_GOES_ON = re.compile("^[^。:：]{0,30}关于[^。:：]{4,50}$")
#: A title is one of so many lines at the beginning, and no longer than so many characters.
_LINES, _LONGEST, _WITHIN = 8, 60, 800


@lru_cache(maxsize=2)
def title_of(text: str) -> str:
    """The title of a document, the first line that ends as one; "" where there is none.

    >>> title_of("索引号:1234\\n某市长期护理保险实施办法(试行)\\n第一条 为建立制度,制定本办法。")
    '某市长期护理保险实施办法(试行)'
    """
    lines = [line for line in map(str.strip, text[:_WITHIN].split("\n")) if line]
    for number, line in enumerate(lines[:_LINES]):
        if len(line) > _LONGEST or "。" in line or _NUMBERED.match(line):
            continue
        if TITLE.search(line) or _OF_AN_ACCOUNT.search(line):
            before = lines[number - 1] if number else ""
            return before + line if _GOES_ON.search(before) and "关于" not in line else line
    return ""
