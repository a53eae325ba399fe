"""Sentences that say what has come about (民生福祉全面提升), its noun before its verb."""

from __future__ import annotations

import re

from compare.reading.cues import PROGRESS

_HOW = (
    "日趋|日渐|逐年|全面|持续|明显|显著|不断|进一步|稳步|有效|大力|深入|扎实|加快|日益|更加|有序|顺利"
    "|得到(?:有效|明显|显著|进一步|切实|较大)?"
)
_CAME_ABOUT = (
    "增加|扩大|扩面|充实|丰富|壮大|扩容|升级|向好|提升|推进|发展|改善|加强|增强|提高|完善|优化|好转|巩固|显现|增进|健全|规范|增长|开展"
    "|夯实|有力|保障|落实|缓解|解决|美好|完成|拓宽|拓展|实施|深化"
)
_RESULT = (
    rf"(?<=[一-龥]{{2}})(?:{_HOW})(?:{_CAME_ABOUT})|取得[^,。;]{{0,8}}(?:{PROGRESS})|成效(?:显著|明显|突出)"
    "|增量提质|提质(?:增效|扩面)|扩面(?:增效|提质)|(?:落地|落实|推进)见效"
    "|(?:迈上|再上|迈出|实现)[^,。;]{0,6}(?:台阶|步伐|突破|跨越|提升)|(?:平安|和谐|保持)稳定"
)
# 民生福祉全面提升。 at the head of a paragraph: what has come about, its noun before its verb.
_ACHIEVED = re.compile(
    rf"(?:[^。;:0-9]{{0,14}}(?<![到至在])(?:19|20)[0-9]{{2}}年(?!底?末?前))?[^。;:0-9]{{2,36}}?(?:{_RESULT})。"
)
_OPENING = 48  # characters of a paragraph in which its first sentence ends, where that tells of progress
# 渠道不断拓宽, 改革深入推进: so many clauses in a paragraph that end so, and nothing ahead, tell of what was.
_RESULTS = re.compile(rf"(?:{_RESULT}|培育壮大|投入运[行营]|广受好评)[,。;]")
_MANY_RESULTS = 3
# What is ahead, whatever a line tells of.
_INTENDED = (
    "力争|争取|确保|将(?=[新建达进继推实])|计划(?=[在于新建完投用到])|目标[是为:]|预计|明年|(?<![主需重必])要(?![闻素件点求])"
    "|(?<![年以])到20[0-9]{2}年"
)
_MEANT = re.compile(f"{_INTENDED}|全年|今年")
# 检查330余家次,420余名老人…: nobody aims at more than so many
_MORE_THAN = re.compile("[0-9万千百][余多](?=[一-龥])")
_ROUGHLY = 2
_AHEAD = re.compile(f"{_INTENDED}|下一步|拟(?=[新建])|不(?:低|少)于|至少")


def opens_with_progress(line: str, start: int) -> bool:
    """Whether the first sentence of a line, from ``start`` on, tells of progress."""
    stop = line.find("。", start, start + _OPENING)
    return _ACHIEVED.match(line, start, stop + 1) is not None


def tells_results(line: str) -> bool:
    """Whether clauses of a line tell of results again and again, and nothing in it is ahead."""
    return _stands(_RESULTS, line, _MANY_RESULTS) and not _MEANT.search(line)


def counts_roughly(line: str) -> bool:
    """Whether a line tells again and again of more than so many, and nothing in it is ahead."""
    return _stands(_MORE_THAN, line, _ROUGHLY) and not _AHEAD.search(line)


def _stands(words: re.Pattern[str], line: str, times: int) -> bool:
    """Whether words stand in a line at least so many times."""
    found = words.finditer(line)
    return all(next(found, None) for _ in range(times))
