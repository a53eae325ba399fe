"""How a line tells that it, or what stands below it, looks back: :data:`PAST_RULES`, in order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from compare.model import Passage
from compare.reading.cues import NOT_OF_WHICH
from compare.reading.page.outline import years_named
from compare.reading.quantities.dates import five_year_end
from compare.reading.rules import Rule
from compare.reading.sentences.times.accounts import last_of_five_years
from compare.reading.sentences.times.announced import line_at, section_end
from compare.reading.sentences.times.carry import Reach
from compare.reading.sentences.times.past_headings import (
    LACK,
    is_heading,
    looks_back,
    says_results,
)
from compare.reading.sentences.times.results_told import counts_roughly, opens_with_progress, tells_results
from compare.reading.sentences.times.work_of_a_year import sets_out, work_of_a_year

#: Start, end, and the last year told of, 0 where none is.
Told = tuple[int, int, int]

_SENTENCE = re.compile("[。!;]")
_STOPS = frozenset("。;,!?|")
_LOOKS_AHEAD = re.compile(
    r"目标|任务|计划|打算|安排|下一?步|今后|未来|思路|要求|措施|建议|重点工作|展望|20[0-9]{2}年(?![0-9]{1,2}月[0-9]{1,2}日)"
)
_LOOKS_AHEAD_ALONE = re.compile("计划|打算|安排|要点|思路|方案|任务分工")
# The first words of a paragraph that tells what was done in that time.
_SINCE = re.compile(
    r"[\s(一二三四五六七八九十0-9.)、是①-⑳●-]*(?:各位(?:代表|委员|同志)[!,:]|同志们[!,:])?(?:回顾|总结)?(?:过去的?(?:[一两三四五几]|[0-9]{1,2})年|这[一两三四五几]年(?:间|来)?(?=,)|[一两三四五]年来|近[一两三四五几]?年来?(?=,)|去年(?:以来)?(?=[,全])"
    rf"|上一?年度?(?=,)|本届政府(?:任期)?(?:以来|[一三五]年来)|(?:“?十[一二三四五]五”?(?:时期)?|(?:19|20)[0-9]{{2}}年|[^,。;:\n]{{2,16}}(?:实施|启动|开展))以来{NOT_OF_WHICH})"
)
# One of these is in every match of it.
_SINCE_HINTS = re.compile("过去|这[一两三四五几]年|年来|近[一两三四五几]?年|去年|上一?年|本届政府|以来")
# 现将2023年养老服务工作情况汇报如下: what follows is told, up to a heading that looks ahead.
_REPORTS = re.compile(
    r"现[就将把](?P<what>[^。;:\n]{2,40}?)(?:作?如下(?:总结|汇报|报告|通报)"
    r"|(?:进行|予以|作)?(?:全面|简要)?(?:总结|汇报|报告|通报)(?:如下)?)[:。]"
)
_WHAT_WAS_DONE = re.compile(
    r"(?:完成|进展|落实|办理|实施|推进|执行|发放|补贴|补助|资助|救助|使用|收支|建设|具体)情况(?:公[布示告]|通报|报告)?如下[:。]$"
)
# 2012年实事项目完成情况进度表(五月份), over tasks and what has been done of each
_PROGRESS_TABLE = re.compile(
    r"[^,。;:]{4,40}(?:(?:完成|进展|推进|落实|实施)情况|进展)[一-龥]{0,4}表(?:\([一-龥0-9-]{1,9}\))?"
)
_WHAT_WAS = re.compile(r"情况|来的?工作|进展|成效|(?:19|20)[0-9]{2}年(?:度|上半年)?的?[^要点计安]{0,8}工作$")
# “十三五”期间,…: a paragraph on years that are over.
_FIVE_YEARS = re.compile(r"“?(?P<n>十[一二三四五])五”?(?:规划)?(?:期间|时期),")
_AHEAD_OPENS = re.compile(
    "下一步|下一阶段|下阶段|今后|接下来|未来|20[0-9]{2}年[一-龥]{0,8}(?:安排|打算|计划|思路|要点|重点工作|任务|目标):"
)
_AHEAD_IN_LINE = re.compile(r"(?<=[。;])(?:但|同时,?)?(?:今年(?!以?来|已)|下一步|今后|未来|明年|接下来)")


# ——保障水平稳步提升。…: what opens each result of a list that no colon announces
_MARK = re.compile("[—■●◆▲★※•-]|“(?=[^“”]{2,10}”更)")
# 同时也要看到,…; 突出问题是…: what a plan says is still wanting
_WANTING = re.compile(
    r"[\s(一二三四五六七八九十0-9.)、]*(?:(?:(?:但是?|然而|同时|与此同时|当前|目前|虽然如此),?)?(?:我[们市县区省州旗])?"
    r"(?:也|还|更)?(?:要|应当?|必须|需要?)?(?:(?:清醒|深刻|充分|客观)地?)?(?:看到|认识到|意识到),"
    rf"|{LACK}(?:是|有|在于|表现))"
)


class Line(NamedTuple):
    """A line of a text, which is passage ``at`` of its outline, and what is known of the document.

    ``titled``: a title without a number that looks back stands above it. ``begins`` is the first year of the
    five-year plan that the text is or cites, ``tells`` whether the document is no plan.
    """

    text: str
    passages: Sequence[Passage]
    starts: Sequence[int]
    at: int
    start: int
    words: str
    titled: bool
    begins: int
    tells: bool
    carry: Reach

    @property
    def passage(self) -> Passage:
        return self.passages[self.at]

    @property
    def end(self) -> int:
        return self.start + len(self.words)

    @property
    def name(self) -> str:
        """The heading of a numbered line, any other line as it is."""
        return self.passage.heading if self.passage.number else self.words

    @property
    def body(self) -> int:
        """Where the text begins behind a heading that runs in with it, 0 where none does."""
        runs_in = self.passage.number and self.passage.heading and self.passage.kind == "item"
        return self.words.find("。") + 1 if runs_in else 0


class Past(NamedTuple):
    """What looks back; ``done`` is how far lines need no look of their own, ``titled`` how far a title
    without a number reaches that looks back."""

    told: tuple[Told, ...] = ()
    done: int = 0
    titled: int = 0


def _heading(line: Line) -> Past | None:
    if not looks_back(line.name) or _is_ahead(line):
        return None
    return Past() if line.titled and not line.passage.number else _section_told(line)


def _is_ahead(line: Line) -> bool:
    return bool(work_of_a_year(line.name)) and sets_out(line.text, line.passages, line.starts, line.at)


def _results(line: Line) -> Past | None:
    said = line.passage.number and says_results(line.name) and not line.carry.carries(line.start)
    return _section_told(line) if said else None


def _section_told(line: Line) -> Past:
    end = _section(line)
    told = ((line.start, end, _last_year(line.name)),)
    # A title that looks back has sections of its own below it.
    return Past(told, done=end) if line.passage.number else Past(told, titled=end)


def _report(line: Line) -> Past | None:
    if line.titled or line.passage.number or not reports(line.words) or _sets_tasks(line):
        return None
    end = _section(line)
    return Past(((line.end, end, _last_year(line.words)),), titled=end)


def _below_tasks(line: Line) -> Past | None:
    if line.titled or line.passage.number or not _sets_tasks(line):
        return None
    if not (reports(line.words) or _PROGRESS_TABLE.fullmatch(line.words)):
        return None
    below = range(line.at + 1, bisect_left(line.starts, _section(line)))
    year = _last_year(line.words)
    return Past(
        tuple(
            (line.starts[at], line.starts[at] + len(line_at(line.text, line.starts, at)), year)
            for at in below
            if not line.passages[at].number and line.passages[at].kind != "cell"
        )
    )


def _since_then(line: Line) -> Past | None:
    since = _since(line.words, 0) or _since(line.words, line.body)
    if not since:
        return None
    end = line.end
    if line.words.endswith(":"):
        end = section_end(line.text, line.passages, line.starts, line.at, items_only=True)
    return _up_to_what_is_ahead(line, line.start + since, max(end, _results_below(line)), 0)


def _plan_that_is_over(line: Line) -> Past | None:
    last = _years_over(line, 0)
    return _up_to_what_is_ahead(line, line.start, _results_below(line), last) if last else None


def _years_over(line: Line, at: int) -> int:
    """The last of the five years that a line names at a place and that are over; 0 for none."""
    named = _FIVE_YEARS.match(line.words, at)
    last = (five_year_end(named["n"]) or 0) if named else 0
    return last if last < line.begins else 0


def _results_below(line: Line) -> int:
    """Where the lines end that go on with what a paragraph tells, each with the same mark before it; its own
    end where none does."""
    mark, end = "", line.end
    for at in range(line.at + 1, len(line.passages)):
        words = line_at(line.text, line.starts, at)
        opened = _MARK.match(words)
        if not opened or line.passages[at].number or (mark and opened.group() != mark):
            break
        mark, end = opened.group(), line.starts[at] + len(words)
    return end


def _list_below(line: Line) -> Past | None:
    """What a later sentence of a paragraph opens (我旗牧民多。“十四五”期间,…), told in a list below it."""
    end = _results_below(line)
    if end == line.end:
        return None
    for stop in _SENTENCE.finditer(line.words):
        last = _years_over(line, stop.end())
        if last or _since(line.words, stop.end()):
            return Past(((line.start + stop.end(), end, last),))
    return None


def _wanting(line: Line) -> Past | None:
    return _line_told(line) if _WANTING.match(line.words) else None


def _up_to_what_is_ahead(line: Line, since: int, end: int, year: int) -> Past:
    ahead = _AHEAD_IN_LINE.search(line.text, since, line.end)
    return Past(((line.start, ahead.start() if ahead else end, year),))


def _progress(line: Line) -> Past | None:
    opens = line.tells and any(opens_with_progress(line.words, at) for at in (0, line.body))
    return _line_told(line) if opens else None


def _many_results(line: Line) -> Past | None:
    return _line_told(line) if line.tells and tells_results(line.words) else None


def _rough_counts(line: Line) -> Past | None:
    return _line_told(line) if line.tells and counts_roughly(line.words) else None


def _line_told(line: Line) -> Past | None:
    return None if line.carry.carries(line.start) else Past(((line.start, line.end, 0),))


def _sets_tasks(line: Line) -> bool:
    """Whether a heading sets a task in numbers ((二)新增养老床位250张): what was done stands below it."""
    return any(
        heading.number and not below.number and any(char.isdigit() for char in heading.heading)
        for heading, below in pairwise(line.passages[line.at + 1 : line.at + 3])
    )


def reports(line: str) -> bool:
    """Whether a paragraph announces a report on what was done (现将…工作情况汇报如下)."""
    if line.endswith(("如下:", "如下。")) and _WHAT_WAS_DONE.search(line):
        return not _LOOKS_AHEAD_ALONE.search(line[-14:])
    said = _REPORTS.search(line)
    return bool(said and _WHAT_WAS.search(said["what"]) and not _LOOKS_AHEAD_ALONE.search(said["what"]))


def _since(line: str, start: int) -> int:
    """Where the words end by which a paragraph begins to look back at ``start``, 0 if it does not."""
    opening = line[start : start + 30]
    if "年" not in opening and "来" not in opening and "届" not in opening:
        return 0
    match = _SINCE.match(opening) if _SINCE_HINTS.search(opening) else None
    return start + match.end() if match else 0


def _section(line: Line) -> int:
    """Where a section ends: a numbered one at the next of its level, any other at a heading that looks
    ahead."""
    text, passages, starts, index = line.text, line.passages, line.starts, line.at
    level = passages[index].level if passages[index].number else 0
    for later in range(index + 1, len(passages)):
        passage = passages[later]
        if not level and not passage.number and _AHEAD_OPENS.match(text, starts[later]):
            return starts[later]
        if passage.number:
            ahead = _STOPS.isdisjoint(passage.heading) and _LOOKS_AHEAD.search(passage.heading)
            if passage.level <= level if level else ahead:
                return starts[later]
        elif not level and is_heading(below := line_at(text, starts, later)) and _LOOKS_AHEAD.search(below):
            return starts[later]
    return len(text)


def _last_year(name: str) -> int:
    return max([*years_named(name), *last_of_five_years(name)], default=0)


_SOURCE = "GUIDE: facts are parameters without deadline"
PAST_RULES: tuple[Rule[Line, Past], ...] = (
    Rule(
        "heading that looks back",
        _heading,
        "一、2023年工作回顾\n«新建»站点12个。",
        "一、夯实发展基础\n«新建»站点12个。",
        _SOURCE,
    ),
    Rule(
        "heading of results",
        _results,
        "(一)发展成效显著\n«新建»站点12个。",
        "(一)主要目标\n发展成效显著,«新建»站点12个。",
        _SOURCE,
    ),
    Rule(
        "report announced",
        _report,
        "现将2023年养老服务工作情况汇报如下:\n«新建»站点12个。",
        "现将2024年养老服务工作计划汇报如下:\n«新建»站点12个。",
        _SOURCE,
    ),
    Rule(
        "done below the tasks",
        _below_tasks,
        "2012年实事项目完成情况进度表\n(二)新增养老床位250张\n«新增»378张,超额完成年度任务。",
        "2012年实事项目完成情况进度表\n(二)«新增»养老床位250张\n新增378张,超额完成年度任务。",
        _SOURCE,
    ),
    Rule("time since", _since_then, "五年来,«新建»站点12个。", "五年内,«新建»站点12个。", _SOURCE),
    Rule(
        "five years that are over",
        _plan_that_is_over,
        "某市“十四五”养老服务规划\n“十三五”期间,«新建»站点12个。",
        "某市“十四五”养老服务规划\n“十四五”期间,«新建»站点12个。",
        _SOURCE,
    ),
    Rule(
        "results listed below",
        _list_below,
        "我县山多。五年来,养老服务成效明显。\n——设施更全。«新建»站点12个。",
        "我县山多。五年内,养老服务成效明显。\n——设施更全。«新建»站点12个。",
        _SOURCE,
    ),
    Rule(
        "what is wanting",
        _wanting,
        "同时也要看到,«持证»护理员不足200人。",
        "同时也要«确保»持证护理员达到200人。",
        _SOURCE,
    ),
    Rule(
        "progress at the head",
        _progress,
        "养老服务设施持续完善。«新建»站点12个。",
        "到2027年养老服务设施持续完善,«新建»站点12个。",
        _SOURCE,
    ),
    Rule(
        "many results",
        _many_results,
        "筹资渠道不断拓宽,制度改革深入推进,服务质量明显提升,«新建»站点12个。",
        "筹资渠道不断拓宽,制度改革深入推进,服务质量明显提升,力争«新建»站点12个。",
        _SOURCE,
    ),
    Rule(
        "more than so many, again and again",
        _rough_counts,
        "检查机构330余家次,走访老人420余名,«新建»站点12个。",
        "检查机构330余家次,走访老人420名,«新建»站点12个。",
        _SOURCE,
    ),
)
