"""The dates before a value that may govern it: lead-ins, dates inside its clause, what announces its list."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from compare.reading.cues import COMES_TO, NOT_BEYOND, NOT_OF_WHICH, PAYMENTS
from compare.reading.page.lines import line_start
from compare.reading.quantities.dates import Date, Force
from compare.reading.sentences.times.dates.governed import LONGEST_DONE, Governed, says_it_is_done, within

_OWN = frozenset({"的", "的约", "的近"})
_TIMES = re.compile(r"[0-9.一二两三四五六七八九十]+倍")  # 达到2022年的1.5倍: that year is the yardstick
# 2025年起,比例提高到60%; 自2020年起施行 is the document's own.
_FROM_THEN = re.compile(
    r"(?:[0-9]{1,2}日)?(?:之后|以后|起|开始)(?!施行|实施|执行|生效|试行|[^,。;0-9]{0,10}的,)"
)
_TO_A_LEVEL = re.compile(rf"(?:{COMES_TO}|每[人名户床张][^,。;0-9]{{0,14}})(?:每[人名户床张]|每?[年月日])*$")
# 自2022年起,将不低于55%的公益金用于养老: a share that holds from then on
_SHARE = re.compile(r"[0-9.]++%")
_FROM_NOW_ON = re.compile(rf"(?:起|开始){NOT_OF_WHICH}(?![^。;]*[)每])")
# 2026年起,每年提供不少于4次上门巡诊
_OFTEN = re.compile("[0-9]{1,3}次(?!性)")
_EVERY_SO_OFTEN = re.compile(r"起,?[^,。;0-9]{0,16}每(?:半?年|季度?|个?月|周|日|天)[^。;0-9每]{0,30}")
# 自2022年2月1日起,奖补标准为:本科5万元,专科4万元
_SUM = re.compile("[0-9.]++[万千百]?元")
_SETS_SUMS = re.compile(rf"(?:起|开始),?[^。;:0-9]{{0,24}}(?:标准|{PAYMENTS})[^。;:0-9]{{0,16}}:[^。]*")
_AT_A_LEVEL = re.compile(rf"(?:{NOT_BEYOND}|至少|达到?|(?:保持|稳定|控制)在)$")
# 持证率达到70%、80%、90%, behind as many years
_VALUES = re.compile(
    r",?[^,。;0-9]{0,28}(?P<listed>[0-9.]++[%一-龥]{1,4}?(?:[、和及][0-9.]++[%一-龥]{1,4}?)++)(?:以上|以内|左右)?(?=[,。;\n]|$)"
)
_EACH_VALUE = re.compile("[0-9.]++")
_JOINTS = frozenset("、和及与")
# 2024年不低于55%,2025年起不低于60%: behind another year it opens what goes from then on
_NEXT_YEAR = re.compile(
    rf"(?:[0-9]{{1,2}}日)?(?:之后|以后|起|开始),?(?:统一|调整)?(?:将|应当?)?(?:{NOT_BEYOND}|[为达按]|达到|{COMES_TO}|保持在|每[年人月餐床户张次名位])"
)
# 增长至2024年13.93万人,截至目前累计达20.82万人
_AS_OF_NOW = re.compile("截[至止]到?目前|到目前为止")
# 2024年底前达到60%;到2026年达到70%。三年累计新建180家: by the last of them
_SUMS_UP = re.compile(
    "(?:[一两二三四五]年(?:内|间)?|规划期内?|期内)(?:,|全[市县区省州])*(?:累计|共计?|合计|总共)"
)
# 彩票公益金要将55%以上用于养老: a standing rule
_STANDING = re.compile(
    r"[^%]{1,7}%(?:以上|以内|左右)?(?:的(?:部分|[一-龥]{2,12}))?(?:应当|应|要|须)?(?:用于|用来|支持)"
)
_FROM_A_LEVEL = re.compile(r"[由从][^,。;0-9]{0,16}$")
# In the view a comma between two numbers is one too (1:12;30%).
_SEMICOLON = re.compile("(?<![0-9]);|;(?![0-9])")
_WITHIN = frozenset(",;")
_BUILT_ON = re.compile("[^,。;]{0,40}?基础之?上,")
_BY = ("到", "至", "在", "力争", "争取", "计划", "确保", "预测", "预计", "测算")
_BY_THE_END = ("底", "末", "前")
_NEAR = 32  # characters before a date, or before a value, in which what belongs to it stands
_NUMBER = re.compile("[0-9]")
# 改造后单所床位不少于50张, 每个站点不少于300平方米
_OF_EACH = re.compile("(?:[一-龥]{1,4}后)?[单每各]")
# 指导中心1个(2026年6月前投用),街道中心8个: the date of what stands before the bracket
# 30年后(2050年前后): the date of what a span of time ends with
_OF_A_NUMBER = re.compile(r"[0-9](?!年之?以?后)[^,。;、()0-9]{1,6}\($")
_CLAUSES = re.compile("[,;:]")
_PART_OF_THE_YEAR = re.compile(r"[,;、](?:到|至|在|力争)?(?:[上下]半年|第?[一二三四1-4]季度)末?(?:之?前)?")


def own_year(g: Governed) -> Date | None:
    date = g.ahead[-1] if g.ahead else None
    own = date and g.text[date.end : g.position] in _OWN and not _TIMES.match(g.text, g.position)
    return date if own else None


def one_of_as_many(g: Governed) -> Date | None:
    """The year, of several that lead in, of one of as many values (到2026年、2028年,达到60%、70%)."""
    last = g.ahead[-1] if g.ahead[1:] else None
    values = (
        _VALUES.match(g.text, last.end, g.clause[1] + 1) if last and last.force is not Force.DATE else None
    )
    if values is None or not values.start("listed") <= g.position < values.end():
        return None
    starts = [number.start() for number in _EACH_VALUE.finditer(g.text, *values.span("listed"))]
    years = g.ahead[-len(starts) :]
    joined = all(g.text[a.end : b.start] in _JOINTS for a, b in pairwise(years))
    if len(years) != len(starts) or not joined or g.position not in starts:
        return None
    before = g.ahead[-len(starts) - 1] if len(g.ahead) > len(starts) else None
    if before and g.text[before.end : years[0].start] in _JOINTS:
        return None  # three years and two values
    return years[starts.index(g.position)]


def next_from_then(g: Governed) -> Date | None:
    date = g.ahead[-1] if g.ahead[1:] else None
    if date is None or date.start < g.clause[0] or date.force is Force.LEAD:
        return None
    opens = _NEXT_YEAR.match(g.text, date.end) and not _FROM_A_LEVEL.search(g.text, date.end, g.position)
    return date if opens else None


def led_in(g: Governed) -> Date | None:
    standing = _STANDING.match(g.text, g.position)
    for date in reversed(g.ahead):
        if _BUILT_ON.match(g.text, date.end, g.clause[0]):
            continue  # 在2024年建成80个的基础上,再新增40个
        if standing and _SEMICOLON.search(g.text, date.end, g.position + 1):
            return None
        if date.force is Force.LOCAL and date.start >= g.clause[0]:
            return date
        if date.force is Force.LEAD and not _over_before(g, date):
            return None if _one_of_several(g, date) else date
    return None


def _over_before(g: Governed, date: Date) -> bool:
    """Whether what a date leads in is over before the value."""
    if g.text.startswith("(", date.start - 1) and _closed_behind_a_number(g, date):
        return True
    if _in_an_aside(g, date):
        return True
    if date.start >= g.clause[0]:
        return False
    by_then = g.text.endswith(("到", "至"), 0, date.start)
    if g.text[date.end : date.end + 1].isdigit() and not by_then and ";" in g.text[date.end : g.position]:
        return True  # 2026年100张,2027年200张;覆盖率达到80%
    return _in_a_part(g, date) or _of_what_was_before(g, date) or _parted(g, date)


def _in_an_aside(g: Governed, date: Date) -> bool:
    """Whether a date stands in a bracket, behind other words (其中2026年300张), that is over before it."""
    opens = g.text.rfind("(", max(g.sentence[0], date.start - _NEAR), date.start)
    words = g.text[opens + 1 : date.start]
    return opens >= 0 and ")" not in words and len(words) > 1 and ")" in g.text[date.end : g.position]


def _closed_behind_a_number(g: Governed, date: Date) -> bool:
    """Whether a date stands in a bracket of its own number (1个(2026年6月前投用)) that is over."""
    close = g.text.find(")", date.end, min(g.position, date.end + LONGEST_DONE + 2))
    opens = max(g.sentence[0], date.start - _NEAR)
    # 300张(2025年),改造站点20个: a year alone goes on
    by_then = close > date.end or g.text.endswith(_BY_THE_END, 0, date.end)
    return close >= 0 and by_then and _OF_A_NUMBER.search(g.text, opens, date.start) is not None


def _one_of_several(g: Governed, date: Date) -> bool:
    """Whether a date is the last of a list of them, each with its own number (2024年新建10个、2025年15个),
    behind which a norm for each place follows."""
    if date.start >= g.clause[0] or not _OF_EACH.match(g.text, g.clause[0], g.position):
        return False
    at = bisect_left(g.starts, date.start)
    before = g.dates[at - 1] if at else None
    if before is None or before.end < g.sentence[0] or not g.text.endswith("、", 0, date.start):
        return False
    return _NUMBER.search(g.text, before.end, date.start) is not None


def _of_what_was_before(g: Governed, date: Date) -> bool:
    """Whether a date only says by when what stands before it is done (新建站点8个,2025年底前投用;…)."""
    start, end = g.clauses.clause(date.start)
    ahead = g.text[max(g.sentence[0], start - _NEAR) : start]
    counted = g.text.startswith(";", end) and _NUMBER.search(_CLAUSES.split(ahead.rstrip(",;"))[-1])
    return bool(counted) and end > date.end and says_it_is_done(g, date)


def _parted(g: Governed, date: Date) -> bool:
    """Whether a day or month is over where a clause opens with a part of the year (3月15日前…,三季度末…)."""
    if "目前" in g.text[date.end : g.position] and _AS_OF_NOW.search(g.text, date.end, g.position):
        return True
    opens = max(date.end, g.position - 2 * _NEAR)
    return "-" in date.value and _PART_OF_THE_YEAR.search(g.text, opens, g.position) is not None


def _in_a_part(g: Governed, date: Date) -> bool:
    """Whether a date is that of a part (其中2024年200万元) which is over before the value."""
    part = g.text.endswith(("其中", "其中:", "其中,"), 0, date.start)
    return part and ";" in g.text[date.end : g.position]


def clause_before(g: Governed) -> Date | None:
    """The date inside a clause whose measure the clauses behind it, set off by commas alone, go on with."""
    date = g.ahead[-1] if g.ahead else None
    if date is None or date.force is not Force.LOCAL or date.start >= g.clause[0]:
        return None
    if g.text.startswith(("每年", "每月", "每季"), g.clause[0]):
        return None  # 2026年前新增600张,每年安排200万元
    ahead = g.text[max(date.start - 3, 0) : date.start].rstrip("“‘\"'")  # 力争在“十五五”期间
    by = ahead.endswith(_BY) or g.text.endswith(_BY_THE_END, 0, date.end)
    return date if by and ";" not in g.text[date.end : g.clause[0]] and not _parted(g, date) else None


def from_then(g: Governed) -> Date | None:
    date = g.ahead[-1] if g.ahead else None
    if date is None or date.force is not Force.DATE or not _FROM_THEN.match(g.text, date.end):
        return None
    before = (g.text, max(g.clause[0], date.end), g.position)
    share = _SHARE.match(g.text, g.position) and _AT_A_LEVEL.search(*before)
    held = share and _FROM_NOW_ON.match(g.text, date.end, g.position)
    often = _OFTEN.match(g.text, g.position) and _EVERY_SO_OFTEN.fullmatch(g.text, date.end, g.position)
    sums = _SUM.match(g.text, g.position) and _SETS_SUMS.fullmatch(g.text, date.end, g.position)
    level = _TO_A_LEVEL.search(*before) or held or often or sums
    return date if level and not _FROM_A_LEVEL.search(*before) else None


def carried(g: Governed) -> Date | None:
    """The date of what announces the list of the value, or the last among its goals."""
    announced, goals = g.carry.announced(g.position), g.carry.among_goals(g.position)
    if not announced and goals is None:
        return None
    sentence, _ = g.sentence
    spans = list(announced)
    if spans:
        spans = [(max(line_start(g.text, sentence), spans[0][1]), sentence), *spans]
    if goals:
        spans.append((goals[0], sentence))
    led = [
        date
        for span in spans
        for date in reversed(within(g.dates, g.starts, *span))
        if date.force is Force.LEAD
    ]
    if led and _SUMS_UP.match(g.text, sentence):
        return max(led, key=lambda date: date.value)
    return next((date for date in led if _opens_sentence(g, date)), led[0] if led else None)


def _opens_sentence(g: Governed, date: Date) -> bool:
    """Whether a date leads its whole sentence: 到2025年达到500张,到2035年达到900张 goes on with the first.

    到2025年达到500张;到2030年,建成体系。 goes on with the last, which counts nothing yet.
    """
    start, end = g.clauses.sentence(date.start)
    if _WITHIN.isdisjoint(g.text[start : date.start]):
        return True
    apart = g.text[max(start, date.start - 3) : date.start].rpartition(";")[1]
    return bool(apart) and not _NUMBER.search(g.text, date.end, end)
