"""When a value is stated for, by the date that governs it and the words of its sentence.

What that makes of its kind is decided in :mod:`compare.reading.sentences.times.facts.rules`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.frozen import maker, quickly
from compare.model import Comparator, Kind
from compare.reading.cues import NOT_BEYOND, NOT_OF_WHICH
from compare.reading.quantities.amounts import Value
from compare.reading.quantities.dates import Date

# 推动中心正式启用, 支持企业先后建设: a sentence that opens with what is to be done
_TASK = re.compile(
    r"(?:[一二三四五六七八九十]是|\(?[一二三四五六七八九十0-9]{1,2}[)、.]|[●•·■◆*-])?\s*+"
    r"(?:推[动进]|做[好实优]|支持|打造|健全|加[快强大]|完善|强化|深[化入]|优化|提[升高]|落实|鼓励|引导|扩大|培育|建[立设]|构建|实施|全面|大力"
    r"|积极|着力|进一步|统筹|压实|拓展|规范|争创|促进|发挥|坚持|开展|组织)"
)
_OF_NEWS = ("揭牌", "剪彩", "开业", "正式", "随着")
#: Of a value with such a bound nobody tells.
BOUNDS = (Comparator.GE, Comparator.LE, Comparator.LT)
Span = tuple[int, int]
Timed = tuple[Kind, str]

# What a sentence that looks back says of what is meant to be; 实现 and 将 it says of what was done.
_INTENDS = re.compile(
    r"力争|确保|争取(?=[在用年达实完建新将使]|到20)|努力(?!下)|拟(?!定|订)|计划(?=[到在于新建完投安用实再今明全]|年内|[一两三五]年内|通过|组织|改造|培训|筹|购|引进)|规划(?=[到在于新])|下一步|今后|未来|明年"
    rf"|要(?<!按要)(?<!配比要)(?<!标准要)(?<!政策要)求(?![,。;、)])|应(?=[当于在按由不达有设建配])|须|不得|要(?<![主重需]要)(?!素|点|求|看到|认识|(?:清醒|深刻|充分)地?(?:看|认))|将(?=[于在新再建达实完提扩继增投开打推突覆启陆]|进一步|超过|改造(?![后的])|培[训养育]|惠及|全面|逐步|重点|优先)|{NOT_BEYOND}|至少|再(?=[新建增])"
)
_BOUNDED = ("至少", *NOT_BEYOND.split("|"))
_PLANNED: tuple[str, ...] = ("计划", "规划", "拟")
_NOW = re.compile(
    rf"(?:截[至止])?(?:(?<![项较比由从与同在])目前|现阶段已)(?!标|的?水平)|(?:过去的?|近)[一二三四五几两0-9]+年(?!内)|[一两二三四五几0-9]年来|近年来|以来{NOT_OF_WHICH}|回顾|[与和同](?:(?:19|20)[0-9]{{2}}年[底末初]?|上年|去年|前一?年)(?:同期)?相比|情况(?:公[示布告])?如下(?=:)|存在的?(?:主要|突出)?(?:问题|困难|不足|短板)[:是有]|已(?:全部|基本|如期|提前|超额)(?:实现|完成)|实施范围(?:包括|为|涵盖)"
    r"|(?<![较比于及同与和是占达的])(?:去年|上一?年度|前年)(?=[,全底初]|[一-龥]{0,8}(?:完成|新增|新建|建成|实现|培训|投入|发放))"
    r"|(?:(?<=[,。;:、\n(])|^)去年(?!的|同期|同比|水平|末?的|以来)|截[至止]到?(?:今年)?(?:1[0-2]|[1-9])月(?:底|末|份|[0-9]{1,2}日)?(?!底?[前之])"
    r"|(?:揭牌|剪彩|开业)(?=[,。;])|正式(?:挂牌|授牌|启用|投用|投入使用|投入运营|上线)(?=[,。;])|随着[^,。;]{2,30}的?(?:启用|建成|投用|落成|开业|投入使用)(?=,)"
)
# One of these is in every match.
_NOW_WORDS = re.compile(
    "情况|目前|现阶段已|过去|近|年来|以来|回顾|去年|年度|前年|相比|存在|已全部|已基本|已如期|已提前|已超额|实施范围|截[至止]|揭牌|剪彩|开业|正式|随着"
)


@quickly
@dataclass(frozen=True, slots=True)
class Timing:
    """When a value is stated for: the date that governs it, whether that is ``past``, and its own words.

    ``text[floor:value.start]`` are the words before the value that belong to it alone, ``dated`` is
    the span of the governing date, no length where there is none.
    ``now`` is what :func:`now_in` finds in the sentence, ``issue_year`` the document's own, 0 if none;
    ``after_fact`` is the last value before it in the sentence (in the paragraph of a report) that is so
    already: its sentence, its end, -1 without any, and the year it was said for, 0 if none was.
    ``sentence`` is the span of its sentence; ``told_of`` the last year that a part of the text which looks
    back tells of, 0 where that part names none, None in any other part; ``begins`` the first year of the
    five-year plan that the text is or cites, 0 if none; ``tells`` whether the document is no plan; ``ahead``
    the first year of which it says what will be, 0 if none; ``aims`` whether the value stands among goals or
    in a list with a lead-in; ``counted`` the last year at whose end the text says what there was, 0 without;
    ``reported`` whether the text is a report that has not turned to what is ahead yet.
    """

    text: str
    value: Value
    floor: int
    before: str
    kind: Kind
    kind_rule: str
    deadline: str
    past: bool
    dated: Span
    now: int = -1
    issue_year: int = 0
    after_fact: tuple[int, int, int] = (-1, -1, 0)
    sentence: Span = (0, 0)
    told_of: int | None = None
    begins: int = 0
    tells: bool = False
    ahead: int = 0
    aims: bool = False
    counted: int = 0
    reported: bool = False

    @property
    def by_then(self) -> bool:
        """Whether the governing date says until when (到2025年, 2025年底前), not of when (2025年)."""
        return bool(self.deadline) and until(self.text, self.dated)


def until(text: str, date: Span, *, opening: bool = False) -> bool:
    """Whether a date is one until when (到2025年, 到“十五五”末, 2025年底前), not of when (2025年); with
    ``opening`` 2025年底前 must open what it governs (2025年底前建成的机构 says of which)."""
    start, end = date
    ahead = text[max(start - 2, 0) : start].rstrip('“"')[-1:] if start else ""
    return ahead in ("到", "至", "前") or (
        text.startswith("前", end - 1) and (not opening or text.startswith((",", "将"), end))
    )


def year_counted(text: str, date: Date) -> int:
    """The year at whose end a text counts what there is (截至2022年底), 0 for any other date."""
    counts = text.endswith(("截至", "截止", "截至到", "截止到"), 0, date.start)
    of_the_year = date.value[4:7] in ("", "-12")  # 截至8月底 counts in the midst of it
    at_its_end = counts and of_the_year and text[date.start : date.end].endswith(("底", "末", "12月31日"))
    return int(date.value[:4]) if at_its_end and date.value else 0


timing_of = maker(Timing)


def intends(text: str, start: int, end: int, *, planned: bool = True, bounds: bool = True) -> bool:
    """Whether words say what is meant to be, where the text tells what has been; without ``planned`` what was
    planned may have been done (计划建设的12个站点已全部建成), without ``bounds`` a norm may have been kept
    (落实每月至少1次探访)."""
    passed = (_PLANNED if not planned else ()) + (_BOUNDED if not bounds else ())
    meant = _INTENDS.search(text, start, end)
    while meant and passed and meant.group().startswith(passed):
        meant = _INTENDS.search(text, meant.end(), end)
    return meant is not None


def now_in(text: str, start: int, end: int) -> int:
    """Where the words end by which a sentence says that it is about what is so already, -1 without any."""
    if not _NOW_WORDS.search(text, start, end):
        return -1
    now = _NOW.search(text, start, end)
    told = now and not (now.group().startswith(_OF_NEWS) and sets_a_task(text, start))
    return now.end() if now and told else -1


def as_fact(t: Timing, *, whole: bool = False) -> Timed | None:
    """A fact, unless a date governs the value, or what stands before it, or the ``whole`` sentence, says what
    is meant to be."""
    meant = intends(t.text, t.sentence[0], t.sentence[1] if whole else t.value.start)
    return None if meant or t.deadline else (Kind.PARAMETER, "")


def sets_a_task(text: str, start: int) -> bool:
    """Whether a sentence opens with a verb of what is to be done, without anybody who does it."""
    return _TASK.match(text, start) is not None
