"""Lines that an editor, a mail program or a typist ended by width, in the middle of a sentence.

A line end is soft where the line does not end a sentence, the next one begins nothing new, and either
the end cuts a number or a word in two, or the line is as wide as the others that end so. Cells and
headings, which also end without a stop, are neither cut nor of one width.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

_STOP = re.compile("[。；：！？;:!?…|】》]\\s*$")
# What begins a line of its own: a number of the outline, an indent, a date, an address, a mark of Markdown.
_OPENS = re.compile(
    r"[ \t]{2,}|[\u3000\u2003]|\s*(?:第[一二三四五六七八九十百零〇\d]{1,5}[章节条编]"
    r"|[一二三四五六七八九十百]{1,4}[、．.]"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}(?:[．.](?!\d)|[、)）])|[①-⑳⑴-⒇]|附件|附表|[#>|*+-]|表\s*\d"
    r"|\d{4}年\d{1,2}月\d{1,2}日\s*$|[一-龥]{2,12}[:：]|$)"
)
_HAN_OR_SIGN = "[一-龥%％‰]"
_DIGIT_END = re.compile(r"[一-龥，,、].*?[0-9０-９]+[.．,，]?$")
_DIGIT_START = re.compile(rf"[0-9０-９]++(?:[.．,，][0-9０-９]++)*+{_HAN_OR_SIGN}")
_QUANTITY = re.compile(rf"[0-9０-９]+(?:[.．][0-9０-９]+)?\s*{_HAN_OR_SIGN}.{{4}}")
# What typesetting never lets begin a line.
_NEVER_FIRST = re.compile("[，。、；）》”’％%]")
_LABEL_END = re.compile(r"(?:专栏|附件|附表|附录|表|图|第)\s*[0-9]+$")
_YEAR_START = re.compile(r"(?:19|20)\d{2}年")
_UNIT_START = re.compile("[%％‰张个名户所人元万亿平户家项次岁年]")
_ALL_DIGITS = re.compile(r"[\d\s０-９.,，．%％—–~～-]*$")
# Words of such plans that no line begins or ends with half of.
_WORDS = """
    不低于 不少于 不小于 不超过 不高于 不大于 不得低于 以上 以下 以内 达到 占比 比例 覆盖率 平方米 公里 分钟
    老年人 护理型 床位 床位数 养老 机构 服务 社区 居家 民政 政府 建设 设施 完成 比重 左右 万元 亿元 每年
    每月 家庭 改造 中心 全市 全县 全省 全区 基本 培训 至少 至多 超过 低于 高于 新增 累计 总数 年底 年末 期间
    """.split()  # noqa: SIM905 (reads better than 60 strings)
_CUTS = frozenset((word[:at], word[at:]) for word in _WORDS for at in range(1, len(word)))
_CUT_SIZES = sorted({(len(head), len(tail)) for head, tail in _CUTS})
_TEXT = re.compile("[，。；,]")
_RUNS = re.compile("[，；、].{2}")
#: Columns a full line may fall short by: a mark that must not begin a line, or half a character.
_SLACK = 4
#: So many lines at least show a ragged edge, the shortest no shorter than this part of the widest.
_RAGGED_LINES = 5
_RAGGED = 0.7
#: Columns below which no width tells anything.
_NARROW = 24
#: Columns of a line that may end in the midst of a number: shorter ones are cells and labels.
_SHORT = 14


def soft_ends(lines: Sequence[str]) -> list[bool]:
    """For each line whether its end is soft, so that the next line goes on with its sentence."""
    open_ends = [_may_go_on(one, two) for one, two in pairwise(lines)]
    cut = [
        is_open and is_cut(one, two) for is_open, (one, two) in zip(open_ends, pairwise(lines), strict=True)
    ]
    slack = 2 * _SLACK if sum(cut) > 1 else _SLACK
    full = [False] * len(lines)
    wrapped = False
    for sizes, room in (
        ([_width(line) for line in lines], slack),
        ([2 * len(line) for line in lines], _SLACK),
    ):
        limit = _full_width(lines, sizes, open_ends)
        wrapped = wrapped or limit > 0
        full = [
            is_full or (limit > 0 and limit - room <= size <= limit)
            for is_full, size in zip(full, sizes, strict=True)
        ]
    ragged = _is_ragged(lines, open_ends)
    ends = [
        is_cut_here
        or (ragged and is_open and bool(_TEXT.search(one + two)))
        or (is_open and (is_full or (wrapped and _is_quantity_next(two))))
        for is_cut_here, is_open, is_full, one, two in zip(
            cut, open_ends, full, lines, lines[1:], strict=False
        )
    ]
    return [*ends, False]


def _is_ragged(lines: Sequence[str], open_ends: Sequence[bool]) -> bool:
    """Whether lines end in mid-sentence at about one width, as typed by hand: paragraphs end with a stop and
    all lines that do not are nearly as wide as the widest."""
    texts = [line for line in lines if _TEXT.search(line)]
    ended = [
        _width(line)
        for line, is_open in zip(lines, open_ends, strict=False)
        if is_open and _TEXT.search(line)
    ]
    if len(ended) < _RAGGED_LINES or 8 * sum(line.rstrip().endswith("。") for line in texts) < len(ended):
        return False
    return min(ended) >= _RAGGED * max(map(_width, texts))


def joined_lines(lines: Sequence[str]) -> list[str]:
    """The lines with soft ends undone."""
    if len(lines) < 2:
        return list(lines)
    joined: list[str] = []
    goes_on = False
    for line, soft in zip(lines, soft_ends(lines), strict=True):
        if goes_on:
            joined[-1] += line.lstrip()
        else:
            joined.append(line)
        if soft:
            joined[-1] = joined[-1].rstrip()
        goes_on = soft
    return joined


def is_cut(one: str, two: str) -> bool:
    """Whether the end of a line cuts a number or a word in two."""
    one, two = one.rstrip(), two.lstrip()
    if cuts_number(one, two) or _NEVER_FIRST.match(two):
        return True
    if _RUNS.search(one) is None or _width(one) < _NARROW:
        return False  # 8.6万名老年人 above 民政局牵头: two cells
    return any(
        (one[-head:], two[:tail]) in _CUTS for head, tail in _CUT_SIZES if len(one) > head and len(two) > tail
    )


def cuts_number(one: str, two: str) -> bool:
    """Whether the end of a line parts a number from its other digits, or from its unit."""
    one, two = one.rstrip(), two.lstrip()
    if not _DIGIT_END.search(one[-40:]) or _width(one) < _SHORT or _LABEL_END.search(one):
        return False
    return bool(_DIGIT_START.match(two) or _UNIT_START.match(two)) and not _YEAR_START.match(two)


def _may_go_on(one: str, two: str) -> bool:
    if not one.strip() or _STOP.search(one[-8:]) or _OPENS.match(two) or _ALL_DIGITS.match(two):
        return False
    return not (_is_row(one) or _is_row(two))


def _is_row(line: str) -> bool:
    """Whether tabs divide a line, other than one behind its number (1.→建设…)."""
    if "\t" not in line:
        return False
    opens = _OPENS.match(line)
    return "\t" in line[opens.end() if opens else 0 :].strip()


def _is_quantity_next(two: str) -> bool:
    return bool(_QUANTITY.match(two))


def _width(line: str) -> int:
    """Columns on a screen: two for a Chinese character."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line.rstrip())


def _full_width(lines: Sequence[str], widths: Sequence[int], open_ends: Iterable[bool]) -> int:
    """The width at which lines end in mid-sentence; 0 where they do not.

    At least two such lines, of one width within the slack, that read as running text: and nearly all
    running text of the file is no wider.
    """
    candidates = [
        width
        for line, following, width, is_open in zip(lines, lines[1:], widths, open_ends, strict=False)
        if is_open and width >= _NARROW and _TEXT.search(line + following)
    ]
    if len(candidates) < 2:
        return 0
    full = sorted(candidates)[-1 - len(candidates) // 10]
    near = sum(1 for width in candidates if full - _SLACK <= width <= full)
    wider = sum(1 for line, width in zip(lines, widths, strict=True) if width > full and _TEXT.search(line))
    return full if near >= 2 and near >= 0.5 * len(candidates) and wider <= near else 0
