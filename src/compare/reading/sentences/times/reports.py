"""News and reports, by their first lines: what they tell without a word of what is ahead has been done."""

from __future__ import annotations

import re

from compare.reading.cues import BYLINE, DOCUMENTS

_LINES = 5  # so many lines, blank ones apart, hold the title and the line with the source
_TITLE = 60
_HEAD = 1600  # and no more characters than this
#: A title that names a document, or what one lays down, tells what is to be.
_LAID_DOWN = re.compile(
    rf"(?:{DOCUMENTS}|批复|建议|任务|目标|倡议)(?:[(《》”、,;: ]|及|和|$)"
    "|印发|出台|下发|发布|公布|新政|政策|招标|采购|将|拟|明年"
)
_REPORT_TITLE = re.compile("工作总结|工作汇报|工作情况|工作成效|情况(?:报告|通报|汇报)|综述|纪实|公报")
_SOURCE_LINE = re.compile(
    rf"(?:(?:{BYLINE})(?:量|次数)?|记者|发布(?:时间|日期|机构)):"
    r"|20[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}[ T][0-9]{1,2}:[0-9]{2}"
)
# 三、明年工作打算, 下一步: a report goes on with what is ahead
_TURNS_AHEAD = re.compile(
    r"(?:^|[\n。;])[^\n。;,]{0,16}(?:下一?步|下一?阶段|今后|明年|打算|工作(?:计划|思路|安排|重点)|发展(?:目标|思路))",
)
#: Words by which a line says what will, shall or may be.
_AHEAD = re.compile(
    r"将|拟|力争|确保|争取|计划|规划|打算|明年|今后|下一?步|目标|[到至]20[0-9]{2}年|要求|提出|规定|明确|有望|预计|应当?|须|建议|可(?:申请|享受|获|领)"
)


def is_report(text: str) -> bool:
    """Whether a text is news or a report, by its title or one of the lines below it."""
    lines = [line for line in text[:_HEAD].split("\n") if line.strip()][:_LINES]
    if not lines or _LAID_DOWN.search(lines[0][:_TITLE]):
        return False
    sourced = any(_SOURCE_LINE.search(line) for line in lines[1:])
    return sourced or _REPORT_TITLE.search(lines[0][:_TITLE]) is not None


def turns_ahead(text: str) -> int:
    """Where a report goes on with what is ahead; its end where it does not."""
    turn = _TURNS_AHEAD.search(text)
    return turn.start() if turn else len(text)


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether words of a report say what will or shall be."""
    return _AHEAD.search(text, start, end) is not None
