"""The noun phrase a value measures, found in the words around it.

Three places, in this order of evidence: the noun behind a counted unit (建成8所敬老院), the noun
phrase before the verb or comparator (护理型床位占比不低于50%), and, where the clause has neither
(2021年完成300张), the subject of the clause or sentence before it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from compare.reading.quantities.lexicon import Lexicon

_LEAD_IN = re.compile(
    r"^(?:[0-9]{1,3}[.、]|第[一二三四五六七八九十百零]+条|[一二三四五六七八九十]是|每(?:[一两二三四五六2-9]个?)?(?:半年|年|季度|月|周|天|日)|\([一二三四五六七八九十0-9]{1,3}\)|(?:并|全面落实|落实|其中|同时|此外|力争|争取|确保|保证|预计|计划|实现|做到|达到|推动|推进|全面|基本|总体|逐步|进一步|要求|要|应当|应(?!急)|须|将|使|让|把|对|按照|按|以|为|在|到|至|于|由|是|所有|各(?!地|[区市县乡镇街道]{1,3}[应要须按])|凡)++)"
)
_DATE = re.compile(
    r"^[^,。;]{0,6}?(?:(?:19|20)[0-9]{2}年?(?:底|末|初)?(?:之?前|以前)?|“?十[一二三四五六七八九]五”?(?:期间|末|期末)?|今年(?:年?底)?(?:之?前|内)?|年[底内](?:之?前)?|中长期|远期)[,、]?"
)
_AREA = re.compile(
    r"^(?:(?:全|我|本)(?:市|省|区|县|州|地区|域)|各县[市、区()]*|各[区市县乡镇街道]{1,3}(?=[应要须按])|各地|地区)(?=[^,。;]{3,})"
)
_LONGEST = 100  # no noun phrase is longer
_ADVERB_TAIL = re.compile(r"(?:(?<![人户年月床日生班])均|都|已|分别|应当?|须|由|较|从|原则上|一般)+$")
_DATE_TAIL = re.compile(
    r"(?:[到至在于由从]?(?:19|20)[0-9]{2}年?[底末]?(?:之?前|以前)?"
    r"|[由从]?“?十[一二三四五六七八九]?五”?期?[末初]?的?)$"
)
_ONLY_AREA = re.compile(
    r"(?:全|我|本)[市省区县州域国]|全?地区|各地|全盟|各县[市、区()]*|可?在|自|其中|利用|(?:[一二三四五六七八九十0-9]+年)?(?:累计|合计|共计|总计|共)(?:新增|完成|建成)?"
    r"|[每各]个?(?:县|市|区|旗|乡|镇|乡镇|街道|社区|村|行政村)(?:\([市区县旗镇、]*\)级?)?"
)
# Verbs, with modals and adverbs among them; the last word is a verb. No word is another one and a third put
# together (达到 is 达 and 到), so that a text is cut into words in one way only and no search tries a second.
_VERBS = (
    "达|提高|提升|增加|扩充|扩大到|下降|降低|控制在|保持在|稳定在|维持在|实现|做到|形成|增长|新增|减少|完成|建成|建设|建有|建立|设立"
    "|设置|安排|配备|配置|拥有|培养|培训|覆盖|为|是|至|到|有|超过|不足|约|近|的"
)
_MODALS = "应当|应|须|要|可以|可|能够|总体|基本|均|都|已|分别|力争|争取|逐步|全部"
_VERB_TAIL = re.compile(rf"(?:{_VERBS}|{_MODALS})*(?:{_VERBS})$")
_HEAD_STOP = re.compile(
    r"(?:[,。;(:|\n0-9]|\+(?![^“”,。]{0,10}”)|(?<![式型化性能])、(?![^,。;、|0-9]{0,24}的)|和(?=[0-9])|并(?!发)|且|的(?=标准|要求|规定|比例)|用于|作为|以上|以下|以内|左右|达到|不低于|不少于|不超过|开展|进行|实现|完成|建有|全?覆盖|给予|可以|应当|建立)"
)
_COUNT_HEAD = re.compile(
    r"^(?:及以上|以上|以下|以内|左右|内)?[”\"]?(?:的)?(?P<noun>(?!为[宜主准]|之间|不等|(?:增加|提高|上升|扩大|减少|下降|降低|提升|发展|扩充)[到至为]|增至)[^,。;|\n:]{2,40})"
)
# 1000名达到国际标准的家庭医生: what is counted follows its relative clause.
_RELATIVE = re.compile(r"(?:达到|实现|完成|开展|进行|建立)[^,。;的0-9]{1,14}的")
_DOES = re.compile(r"(?:新增|新建|建成|建设|改造|培训|培养|增加|打造|创建|设置|配备|安排|扶持)[^0-9到至]{3,}")
_VERB_BEFORE = re.compile(
    r"(?:建成并运营|建成|建设|新建|改建|扩建|建有|建立|设立|设置|安排|配备|配置|拥有|完成|开展|进行|提供|组成|新增|增加|引进|打造|培育|培养输出|培养|培训|组织|推动|提升改造|改造|规划建设|规划|扶持|发展|实施|启动|新设|开设|创建|达到|至少|不少于|不低于|不超过|超过|约|近|有|均有|的|每|按照|按|到|在|对|为|即|全地区|全市|全区|全州|全县|全省|和|与|、|\(|^)$"
)
_CIRCLE = re.compile(r"[”\"]?(?P<noun>[一-龥]{2,12}?圈)")
_PREDICATE = re.compile(
    r"(?:以上|左右)?的(?P<place>[一-龥()、]{2,16}?)(?:均|都|应|要)?(?:建有|设有|建成|拥有|配备|配有|设置|完成|开展|实现|建立|设立|开设|提供)(?:了|有)?(?P<noun>[一-龥()、“”]{2,24})"
)
_JOINED_RATE = re.compile(r"[和及与、]?(?P<rate>[一-龥()“”]{2,30}?(?:率|比例|占比|比重))(?=[和及与、]|$)")


# The number of a section before its text: 2.1每千名老年人口床位数.
_SECTION = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}")


def before_value(text: str, start: int, value_start: int, lexicon: Lexicon) -> tuple[int, int]:
    """Span of the noun phrase between a clause's start and its value; empty if none is left."""
    end = value_start
    start = max(start, end - _LONGEST)
    for _ in range(4):
        piece = text[start:end]
        distant = None
        for distant in lexicon.distant.finditer(piece):  # noqa: B007 - the last one
            pass
        if distant and len(piece) - distant.end() <= 14:
            if _DOES.match(piece, distant.end()):
                start += distant.end()  # 至少新增普惠型床位100张: the noun follows the comparator
            else:
                end = start + distant.start()
            continue
        adjacent = lexicon.adjacent.search(piece)
        if adjacent and adjacent.start() > 0:
            end = start + adjacent.start()
            continue
        tail = _VERB_TAIL.search(piece) or _DATE_TAIL.search(piece) or _ADVERB_TAIL.search(piece)
        if tail and tail.start() >= 0 and tail.group():
            end = start + tail.start()
            continue
        break
    begin = start
    if (not begin or text[begin - 1] == "\n") and (mark := _SECTION.match(text, begin, end)):
        begin = mark.end()
    for _ in range(4):
        piece = text[begin:end]
        for pattern in (_DATE, _LEAD_IN, _AREA):
            match = pattern.match(piece)
            if match and match.end() and begin + match.end() <= end:
                begin += match.end()
                break
        else:
            break
    opened = text.rfind("(", begin, end)
    if opened >= 0 and text.find(")", opened, end) < 0:
        begin = opened + 1  # 服务站(面积不少于200平方米): what is in the bracket has its own noun
    while begin < end and text[begin] in '、的,“"()- —*·•●■◆#>':
        begin += 1
    while end > begin and text[end - 1] in '、的,“"(每-':
        end -= 1
    if _ONLY_AREA.fullmatch(text, begin, end):
        return end, end
    return begin, end


def after_value(text: str, end: int, clause_end: int) -> tuple[int, int]:
    """Span of the noun phrase behind a counted unit; empty if there is none."""
    match = _COUNT_HEAD.match(text[end:clause_end])
    if not match:
        return end, end
    start = end + match.start("noun")
    noun = match["noun"]
    relative = _RELATIVE.match(noun)
    stop = _HEAD_STOP.search(noun, relative.end() if relative else 0)
    length = stop.start() if stop else len(noun)
    finish = start + length
    # a parenthesis that belongs to the noun: 乡(镇)敬老院
    if finish < clause_end and text[finish] == "(":
        close = text.find(")", finish, min(clause_end + 1, finish + 12))
        if close > 0 and close - finish <= 8:
            rest = text[close + 1 : clause_end]
            tail_stop = _HEAD_STOP.search(rest)
            finish = close + 1 + (tail_stop.start() if tail_stop else len(rest))
    return start, finish


def circle(text: str, end: int) -> tuple[int, int] | None:
    """Span of the service circle a time names (“15分钟”养老服务圈)."""
    match = _CIRCLE.match(text, end)
    return match.span("noun") if match else None


def possessed(text: str, end: int, clause_end: int) -> tuple[int, int] | None:
    """Span of what a share of places has (90%以上的社区建有日间照料机构); None if nothing is said of it."""
    match = _PREDICATE.match(text, end, clause_end)
    return match.span("noun") if match else None


def counts_something(text: str, clause_start: int, value_start: int) -> bool:
    """Whether a verb or nothing stands before a counted value, so that its noun follows it."""
    return bool(_VERB_BEFORE.search(text[clause_start:value_start]))


def rate_parts(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Split "A覆盖率、B配备率和C率" into its rates; one span if it is a single rate."""
    parts = list(_JOINED_RATE.finditer(text, start, end))
    joined = parts and parts[0].start() == start and parts[-1].end() == end
    if len(parts) < 2 or not joined or any(a.end() != b.start() for a, b in pairwise(parts)):
        return ((start, end),)
    return tuple(part.span("rate") for part in parts)


def listed_nouns(text: str, start: int, end: int, count: int) -> tuple[tuple[int, int], ...] | None:
    """The ``count`` nouns joined by 、和 in a span, for values given 分别; None if they do not add up."""
    cuts = [start]
    depth = 0
    for position in range(start, end):
        char = text[position]
        if char in "(“":
            depth += 1
        elif char in ")”":
            depth -= 1
        elif depth == 0 and (char == "、" or (char in "和及与" and start < position < end - 1)):
            cuts.append(position + 1)
    if len(cuts) < count:
        return None
    if len(cuts) > count:
        # more joints than values: keep the 、 ones if they fit
        marks = [start, *(p + 1 for p in range(start, end) if text[p] == "、")]
        last = [c for c in cuts if c not in marks]
        if len(marks) == count:
            cuts = marks
        elif len(marks) + 1 == count and last:
            cuts = sorted([*marks, last[-1]])
        else:
            return None
    ends = [c - 1 for c in cuts[1:]] + [end]
    return tuple(zip(cuts, ends, strict=True))
