"""Which parts of a text look back: sections of a report under such a heading (2023年工作回顾, 发展基础), and
paragraphs that begin with the time they look back on (五年来,…)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.model import Passage, PastPart
from compare.reading.cues import DOCUMENTS, NOT_OF_WHICH, PAYMENTS, PROGRESS
from compare.reading.page.lines import lines_of
from compare.reading.page.outline import years_named
from compare.reading.quantities.dates import five_year_end
from compare.reading.sentences.times.announced import line_at, section_end
from compare.reading.sentences.times.carry import FAR, Reach

_Span = tuple[int, int, int]  # start, end, last year told of

_LONGEST_HEADING = 40
_STOPS = frozenset("。;,!?|")
_TIME = (
    r"(?:(?:[到至]?(?:19|20)[0-9]{2}(?:-{1,2}(?:19|20)?[0-9]{2})?年?度?(?:上半年)?|过去的?[一两三四五几0-9]年|[一两三四五]年|近[一两三四五几]?年"
    r"|“?十[一二三四五]五”?(?:规划)?(?:时期|期间)?|上年度?|上一年度?|去年|今年|上半年|本届政府|前期|前一阶段)(?:以?来)?)"
)
_TIME = rf"(?:{_TIME}(?:[、和及与]{_TIME})?)"
_WHOSE = r"(?:[一-龥A-Z]{1,8}[省市县区州旗](?:民政局|人民政府)?|[我全本][省市县区州国])"
_OF_WHAT = (
    r"(?:养老(?:服务)?|人口|老龄(?:化)?|设施|民政|政府|业务|社会|经济|事业|体系|建设|规划|计划|目标|任务|项目|试点|重点|主要|各项|政策"
    r"|工作|发展|执行|实施|落实|贯彻|开展|推进|完成|进展|指标|取得|基本|的|和|与|及其?|、)"
)
_BACKWARD = (
    r"(?:回顾|总结|成效|成就|成绩|成果|情况|现状|概况|进展|做法"
    r"|(?:编制)?背景|(?:发展|工作|现实|规划|现有|已有)基础|(?:发展|规划)环境)"
)
_LACK = (
    r"(?:存在|面临)?的?(?:主要|突出)?的?(?:问题|困难|不足|短板|挑战)(?:[和与及、](?:困难|不足|短板|挑战))?"
)
#: 一、2023年工作回顾, “十三五”时期发展成就, 取得的主要成效, 存在的问题: such words alone, which leaves out
#: 夯实发展基础 and 总结推广经验.
_LOOKS_BACK = re.compile(
    rf"[\s\"]*(?:[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}}\s*)?(?:关于)?{_WHOSE}?{_TIME}?{_WHOSE}?(?:{_OF_WHAT})*{_BACKWARD}"
    rf"(?:[和与及、](?:(?:{_OF_WHAT})*{_BACKWARD}|{_LACK}|(?:面临的?|发展)?形势|(?:主要|基本)?(?:经验|做法)))?(?:的?(?:报告|汇报|通报))?(?:范文|材料)?"
    r"|(?!加强|强化|开展|做好|通报|公布|评估)[一-龥]{2,16}\"?“?十[一二三四五]五”?(?:规划|计划|时期|期间)?[一-龥]{0,10}(?:(?:执行|完成|实施|落实|发展|进展|建设)情况|回顾|总结|成效|成就|成绩)"
    r"|(?!关于做好|关于开展)[^,。;:]{4,40}(?:情况|成效|进展)的?(?:报告|汇报|通报|公[告示布]|通告)|(?:回眸|回望|回首|盘点)[^。;]{2,36}"
    r"|[^,。;:]{4,40}(?:回眸|回望|综述|纪实|侧记|巡礼|掠影)"
    rf"|(?:当前|目前|工作中)?{_LACK}|{_TIME}的?(?:主要|政府)?工作"
    r"|(?!关于|做好|开展|认真|[^,。;:]{0,28}(?:提交|报送|上报|形成|撰写|起草|完成|做好))[^,。;:]{2,32}(?:工作|年度|年终|试点|行动|项目)(?:总结|小结)(?:报告)?"
    r"|(?:已|前期|近年来?|目前)(?:经)?(?:开展|做|完成|采取|推进)的(?:主要|重点|有关|相关)?(?:工作|举措|措施)(?:及成效|情况)?"
    r"|(?!关于|做好|开展|公布|通报)[一-龥“”]{2,24}(?:19|20)[0-9]{2}年度?[一-龥]{0,12}(?:执行|完成|实施|落实|发展|进展|建设|推进)情况"
    r"|[^,。;:]{2,30}(?:统计公报|发展公报|统计年报)(?:\([^()]{2,12}\))?"
)
# (一)发展成效显著: a heading that says so, where it stands among no goals
_SAYS_SO = re.compile(r"[^,。;:]{0,16}(?:成效|成果|成绩|成就)(?:显著|明显|突出|丰硕|斐然)。?")
#: How some of them begin.
_LOOKS = ("回眸", "回望", "回首", "盘点")
#: How the others end.
_BACK_ENDS = frozenset('眸望述实记礼影顾施措结效就绩果况状展法景础境题难足板战势验作告报通文料示布"”#)* \t')
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
# 渠道不断拓宽, 改革深入推进: so many clauses in a paragraph that end so, and nothing ahead, tell of what was.
_RESULTS = re.compile(rf"(?:{_RESULT}|培育壮大|投入运[行营]|广受好评)[,。;]")
_MANY_RESULTS = 3
_MEANT = re.compile(
    "力争|争取|确保|将(?=[新建达进继推实])|计划(?=[在于新建完投用到])|目标[是为:]|预计|全年|今年|明年|(?<![主需重必])要(?![闻素件点求])|(?<![年以])到20[0-9]{2}年"
)
_OPENING = 48  # characters of a paragraph in which its first sentence ends, where that tells of progress
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
_ACCOUNT = re.compile("(?P<year>20[0-9]{2})年度?[一-龥]{0,24}(?:公报|年报|年鉴|总结|回顾|情况)")
_PLAN = re.compile(rf"(?:{DOCUMENTS}|行动|任务)(?:\(|$)")
# 关于下达2024年养老服务补助资金的通知
_PAYS_OUT = re.compile(
    rf"(?:下达|拨付|划拨|兑付)[^,。;]{{0,40}}?(?:资金|经费|公益金|{PAYMENTS})(?:\([^()]{{1,12}}\))?(?:预算|指标)?的(?:通知|公告)"
    "|公益金[^,。;]{0,16}公告"
)
# “十三五”期间,…: a paragraph on years that are over.
_FIVE_YEARS = re.compile(r"“?(?P<n>十[一二三四五])五”?(?:规划)?(?:期间|时期),")
_AHEAD_OPENS = re.compile(
    "下一步|下一阶段|下阶段|今后|接下来|未来|20[0-9]{2}年[一-龥]{0,8}(?:安排|打算|计划|思路|要点|重点工作|任务|目标):"
)
_AHEAD_IN_LINE = re.compile(r"(?<=[。;])(?:但|同时,?)?(?:今年(?!以?来|已)|下一步|今后|未来|明年|接下来)")
_AHEAD = re.compile(
    r"(?P<year>20(?<![到至]20)[0-9]{2})年,?[^,。;:\n0-9]{0,12}(?:将|拟(?!定)|计划(?=[新建完])|力争)"
)
_NAMED_PLAN = re.compile(r"《[^《》\n]{0,24}?“(?P<n>十[一二三四五]?)五”[^《》\n]{0,24}(?:规划|纲要)")
_FIVE_YEAR = re.compile(r"十[一二三四五]?(?=五)")


@dataclass(frozen=True, slots=True)
class Hindsight:
    """The parts of a text that look back, sorted; their offsets are of whatever the positions are of.

    ``begins`` is the first year of the latest five-year plan that the text is or cites, 0 if none.
    """

    parts: tuple[PastPart, ...]
    begins: int = 0

    def year(self, position: int) -> int | None:
        """The last year told of around a position, None where the text does not look back."""
        if not self.parts:
            return None
        at = bisect_right(self.parts, position, key=_start) - 1
        return self.parts[at].year if at >= 0 and position < self.parts[at].end else None


def _start(part: PastPart) -> int:
    return part.start


def hindsight(
    text: str, passages: Sequence[Passage], starts: Sequence[int], title: str, carry: Reach
) -> Hindsight:
    """What looks back, from the outline; ``starts`` are where the passages begin in the view.

    In a document whose ``title`` is that of no plan a paragraph that opens with what has come about looks
    back too, except among the goals that ``carry`` knows.
    """
    found: list[_Span] = []
    tells = not is_plan(title)
    first, _, _ = text.partition("\n")
    begins = named_plan(text, title or (first if _is_heading(first) else ""))
    done = titled = 0
    for index, (start, _, line) in enumerate(lines_of(text)):  # each line that is not empty is a passage
        passage = passages[index]
        if start < done or passage.kind == "cell":
            continue
        name = passage.heading if passage.number else line
        past = (name[-1:] in _BACK_ENDS or name.startswith(_LOOKS)) and heading_of_the_past(name)
        if past or (passage.number and _SAYS_SO.fullmatch(name) and not carry.carries(start)):
            if not passage.number and start < titled:
                continue
            end = _section(text, passages, starts, index)
            found.append((start, end, _last_year(name)))
            # A title that looks back has sections of its own below it.
            done, titled = (end, titled) if passage.number else (done, end)
        elif start >= titled and not passage.number and (reports(line) or _PROGRESS_TABLE.fullmatch(line)):
            end = _section(text, passages, starts, index)
            if not _sets_tasks(passages, index + 1):
                if not reports(line):
                    continue
                titled = end
                found.append((start + len(line), titled, _last_year(line)))
                continue
            # 新增378张,超额完成年度任务。 below (二)新增养老床位250张
            below = range(index + 1, bisect_left(starts, end))
            found += [
                (starts[at], starts[at] + len(line_at(text, starts, at)), _last_year(line))
                for at in below
                if not passages[at].number and passages[at].kind != "cell"
            ]
        elif since := _since(line, 0) or _since(line, opens := _behind_heading(passage, line)):
            line_end = start + len(line)
            end = (
                section_end(text, passages, starts, index, items_only=True)
                if line.endswith(":")
                else line_end
            )
            ahead = _AHEAD_IN_LINE.search(text, start + since, line_end)
            found.append((start, ahead.start() if ahead else end, 0))
        elif (over := _FIVE_YEARS.match(line)) and (last := five_year_end(over["n"])) and last < begins:
            line_end = start + len(line)
            ahead = _AHEAD_IN_LINE.search(text, start, line_end)
            found.append((start, ahead.start() if ahead else line_end, last))
        elif (
            tells
            and (_opens_with_progress(line, 0) or _opens_with_progress(line, opens) or _tells_results(line))
            and not carry.carries(start)
        ):
            found.append((start, start + len(line), 0))
    return Hindsight(tuple(PastPart(*span) for span in _flat(found) if span[1] > span[0]), begins)


def _opens_with_progress(line: str, start: int) -> bool:
    stop = line.find("。", start, start + _OPENING)
    return _ACHIEVED.match(line, start, stop + 1) is not None


def _tells_results(line: str) -> bool:
    results = _RESULTS.finditer(line)
    return all(next(results, None) for _ in range(_MANY_RESULTS)) and not _MEANT.search(line)


def _sets_tasks(passages: Sequence[Passage], index: int) -> bool:
    """Whether a heading sets a task in numbers ((二)新增养老床位250张): what was done stands below it."""
    return any(
        heading.number and not below.number and any(char.isdigit() for char in heading.heading)
        for heading, below in pairwise(passages[index : index + 2])
    )


def reports(line: str) -> bool:
    """Whether a paragraph announces a report on what was done (现将…工作情况汇报如下)."""
    if line.endswith(("如下:", "如下。")) and _WHAT_WAS_DONE.search(line):
        return not _LOOKS_AHEAD_ALONE.search(line[-14:])
    said = _REPORTS.search(line)
    return bool(said and _WHAT_WAS.search(said["what"]) and not _LOOKS_AHEAD_ALONE.search(said["what"]))


def named_plan(text: str, title: str) -> int:
    """First year of the latest five-year plan that a text cites or is, 0 if none."""
    numbers = _FIVE_YEAR.findall(title)
    if "五" in text:
        numbers += [m["n"] for m in _NAMED_PLAN.finditer(text)]
    ends = [end for number in numbers if (end := five_year_end(number))]
    return max(ends) - 4 if ends else 0


def first_year_ahead(text: str) -> int:
    """The first year of which a text says what will be (2013年,全市将新建), 0 without any."""
    return min((int(m["year"]) for m in _AHEAD.finditer(text)), default=0)


def is_plan(title: str) -> bool:
    """Whether a title is that of a document which says what is to be, not what has been or is paid out."""
    return _PLAN.search(title) is not None and not _PAYS_OUT.search(title)


def year_of_account(title: str) -> int:
    """The year that a document gives an account of (2023年民政事业发展统计公报), 0 where it gives none."""
    account = None if is_plan(title) else _ACCOUNT.search(title)
    return int(account["year"]) if account else 0


def heading_of_the_past(name: str) -> bool:
    """Whether a heading says that what stands below it has been (2023年工作回顾)."""
    if not 2 <= len(name) <= _LONGEST_HEADING:
        return False
    name = name.strip('"“”#* \t')
    # “家门口”的幸福晚年——浦汇区2023年养老服务工作回眸: what stands behind the dash says what it is
    below = name.rpartition("--")[2] if "--" in name else name
    return _LOOKS_BACK.fullmatch(name) is not None or _LOOKS_BACK.fullmatch(below) is not None


def _behind_heading(passage: Passage, line: str) -> int:
    """Where the text of a numbered line begins behind a heading that runs in with it, 0 where none does."""
    return line.find("。") + 1 if passage.number and passage.heading and passage.kind == "item" else 0


def _since(line: str, start: int) -> int:
    """Where the words end by which a paragraph begins to look back at ``start``, 0 if it does not."""
    opening = line[start : start + 30]
    if "年" not in opening and "来" not in opening and "届" not in opening:
        return 0
    match = _SINCE.match(opening) if _SINCE_HINTS.search(opening) else None
    return start + match.end() if match else 0


def _section(text: str, passages: Sequence[Passage], starts: Sequence[int], index: int) -> int:
    """Where a section ends: a numbered one at the next of its level, any other at a heading that looks
    ahead."""
    level = passages[index].level if passages[index].number else 0
    for later in range(index + 1, len(passages)):
        passage = passages[later]
        if not level and not passage.number and _AHEAD_OPENS.match(text, starts[later]):
            return starts[later]
        if passage.number:
            ahead = _STOPS.isdisjoint(passage.heading) and _LOOKS_AHEAD.search(passage.heading)
            if passage.level <= level if level else ahead:
                return starts[later]
        elif not level and _is_heading(line := line_at(text, starts, later)) and _LOOKS_AHEAD.search(line):
            return starts[later]
    return len(text)


def _is_heading(line: str) -> bool:
    return len(line) <= _LONGEST_HEADING and _STOPS.isdisjoint(line)


def _last_year(name: str) -> int:
    ends = [end for number in _FIVE_YEAR.findall(name) if (end := five_year_end(number))]
    return max([*years_named(name), *ends], default=0)


def _flat(spans: Sequence[_Span]) -> Iterator[_Span]:
    """The spans without overlap, the inner before the outer; one that says no year has that of the outer."""
    around: list[_Span] = []
    at = 0
    for start, end, year in [*sorted(spans), (FAR, FAR, 0)]:
        while around and around[-1][1] <= start:
            yield at, around[-1][1], around[-1][2]
            at = around.pop()[1]
        if around:
            yield at, start, around[-1][2]
            end, year = min(end, around[-1][1]), year or around[-1][2]
        around.append((start, end, year))
        at = start
