"""The noun phrase between a clause's start and its value: what is cut off at either end.

:data:`END_RULES` cut words between noun and number (占比|不低于, 床位|达到), :data:`START_RULES` words that
open a clause (到2025年,|, 确保|, 全市|). Each table is asked again until none of its rules applies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.reading.quantities.lexicon import Lexicon
from compare.reading.rules import Rule

Span = tuple[int, int]

_LONGEST = 100  # no noun phrase is longer
_ROUNDS = 4
_BOUND_REACH = 14  # a comparator farther from the number bounds something else

_DOES = re.compile(r"(?:新增|新建|建成|建设|改造|培训|培养|增加|打造|创建|设置|配备|安排|扶持)[^0-9到至]{3,}")
# Verbs, with modals and adverbs among them; the last word is a verb. No word is another one and a third put
# together (达到 is 达 and 到), so that a text is cut into words in one way only and no search tries a second.
_VERBS = (
    "达|提高|提升|增加|扩充|扩大到|下降|降低|控制在|保持在|稳定在|维持在|实现|做到|形成|增长|新增|减少|完成|建成|建设|建有|建立|设立"
    "|设置|安排|配备|配置|拥有|培养|培训|覆盖|为|是|至|到|有|超过|不足|约|近|的"
)
_MODALS = "应当|应|须|要|可以|可|能够|总体|基本|平均|均|都|已|分别|力争|争取|逐步|全部"
_VERB_TAIL = re.compile(rf"(?:{_VERBS}|{_MODALS})*(?:{_VERBS})$")
_ADVERB_TAIL = re.compile(r"(?:(?<![人户年月床日生班])均|都|已|分别|应当?|须|由|较|从|在|原则上|一般)+$")
_DATE_TAIL = re.compile(
    r"(?:[到至在于由从]?(?:19|20)[0-9]{2}年?[底末]?(?:之?前|以前)?"
    r"|[由从]?“?十[一二三四五六七八九]?五”?期?[末初]?的?)$"
)

#: How such words end: most nouns need not be searched for them.
_VERB_ENDS = frozenset(word[-1] for word in _VERBS.split("|"))
_ADVERB_ENDS = frozenset("均都已别应当须由较从在上般")
_DATE_ENDS = frozenset("0123456789年底末前五”期初的")

_YARDSTICK = re.compile(r"(?<![一-龥]{2}服务)按照?[^,。;按]{2,14}的$")
_EACH = re.compile(
    r"每(?:(?:新?增加?|超过|满)[0-9一两]{0,4})?(?:个|张|家|所|处|名|位|户|间|人)(?!县|市|区|旗|乡|镇|街道|社区|村|行政村|建制村)(?=[一-龥]{2})"
)
_SECTION = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}")
_OPENING_DATE = re.compile(
    r"^[^,。;]{0,6}?(?:(?:19|20)[0-9]{2}年?(?:底|末|初)?(?:之?前|以前)?|“?十[一二三四五六七八九]五”?(?:期间|末|期末)?|今年(?:年?底)?(?:之?前|内)?|年[底内](?:之?前)?|中长期|远期)[,、]?"
)
_LEAD_IN = re.compile(
    r"^(?:[0-9]{1,3}[.、]|第[一二三四五六七八九十百零]+条|[一二三四五六七八九十]是|每(?:[一两二三四五六2-9]个?)?(?:半年|年|季度|月|周|天|日)|\([一二三四五六七八九十0-9]{1,3}\)|(?:并|且|还|也|仍|给予|全面落实|落实|其中|同时|此外|力争|争取|确保|保证|预计|计划|实现|做到|达到|推动|推进|全面|基本(?!养老|公共|医疗|生活|服务|民生)|总体(?!满意)|逐步|进一步|要求|要|应当|应(?!急)|须|将|使(?!用)|让|把|对(?!象)|按照|按|以(?!上|下|内)|为(?!老)|在(?!校|岗|册|院|编)|到(?!位)|至|于|由|是|所有|各(?!地|类|级|项|[区市县乡镇街道]{1,3}[应要须按])|凡)++)"
)
_AREA = re.compile(
    r"^(?:(?:全|我|本)(?:市|省|区|县|州|地区|域)|各县[市、区()]*|各[区市县乡镇街道]{1,3}(?=[应要须按])|各地|地区)(?=[^,。;]{3,})"
)
_ONLY_AREA = re.compile(
    r"保留|预留|打造|拿出|提供|安排|给予|救助|推出|完成|至少配备|至少建有|(?:全|我|本)[市省区县州域国]|全?地区|各地|全盟|各县[市、区()]*|可?在|自|其中|利用|(?:[一二三四五六七八九十0-9]+年)?(?:累计|合计|共计|总计|共)(?:新增|完成|建成)?"
    r"|[每各]个?(?:县|市|区|旗|乡|镇|乡镇|街道|社区|村|行政村)(?:\([市区县旗镇、]*\)级?)?"
)
_START_MARKS = frozenset('、的,“"()- —*·•●■◆#>')
_END_MARKS = frozenset('、的,“"(每-')


@dataclass(slots=True)
class Stretch:
    """What is left of the words before a value: ``text[start:end]``, also as ``piece``."""

    text: str
    start: int
    end: int
    piece: str
    lexicon: Lexicon


_Cut = Rule[Stretch, Span]


def _bound(s: Stretch) -> Span | None:
    distant = None
    for distant in s.lexicon.distant.finditer(s.piece):  # noqa: B007 - the last one
        pass
    if distant is None or len(s.piece) - distant.end() > _BOUND_REACH:
        return None
    if _DOES.match(s.piece, distant.end()):
        return s.start + distant.end(), s.end
    return s.start, s.start + distant.start()


def _near_bound(s: Stretch) -> Span | None:
    adjacent = s.lexicon.adjacent.search(s.piece)
    return (s.start, s.start + adjacent.start()) if adjacent and adjacent.start() > 0 else None


def _tail(pattern: re.Pattern[str], ends: frozenset[str], s: Stretch) -> Span | None:
    tail = pattern.search(s.piece) if s.piece and s.piece[-1] in ends else None
    return (s.start, s.start + tail.start()) if tail else None


def _head(pattern: re.Pattern[str], s: Stretch) -> Span | None:
    head = pattern.match(s.piece)
    return (s.start + head.end(), s.end) if head and head.end() else None


def _section_number(s: Stretch) -> Span | None:
    opens_line = not s.start or s.text[s.start - 1] == "\n"
    return _head(_SECTION, s) if opens_line else None


def _yardstick(s: Stretch) -> Span | None:
    yardstick = _YARDSTICK.search(s.piece) if s.piece[-1:] == "的" else None
    return (s.start, s.start + yardstick.start()) if yardstick and yardstick.start() > 1 else None


END_RULES: tuple[_Cut, ...] = (
    Rule("bound", _bound, "护理型床位占比不低于«50%»。", "护理型床位占比«50%»。"),
    Rule("bound next to the number", _near_bound, "护理型床位占比超过«50%»。", "超过«50%»。"),
    Rule(
        "yardstick",
        _yardstick,
        "租金按照评估价的«70%»收取。",
        "老年人评估价的«70%»。",
    ),
    Rule(
        "verb",
        lambda s: _tail(_VERB_TAIL, _VERB_ENDS, s),
        "护理型床位占比达到«50%»。",
        "护理型床位占比«50%»。",
    ),
    Rule(
        "date",
        lambda s: _tail(_DATE_TAIL, _DATE_ENDS, s),
        "护理型床位占比2025年«50%»。",
        "护理型床位占比«50%»。",
    ),
    Rule(
        "adverb",
        lambda s: _tail(_ADVERB_TAIL, _ADVERB_ENDS, s),
        "护理型床位占比均«50%»。",
        "床位人均«50元»。",
    ),
)

START_RULES: tuple[_Cut, ...] = (
    Rule(
        "number of a section",
        _section_number,
        "2.1每千名老年人口床位数达到«50张»。",
        "每千名老年人口2.1床位数达到«50张»。",
    ),
    Rule(
        "opening date",
        lambda s: _head(_OPENING_DATE, s),
        "2025年护理型床位占比达到«50%»。",
        "护理型床位占比达到«50%»。",
    ),
    Rule(
        "lead-in",
        lambda s: _head(_LEAD_IN, s),
        "确保护理型床位占比达到«50%»。",
        "护理型床位占比确保达到«50%»。",
    ),
    Rule(
        "each",
        lambda s: _head(_EACH, s),
        "每张床位补助«5000元»。",
        "每个乡镇敬老院补助«5000元»。",
    ),
    Rule(
        "area",
        lambda s: _head(_AREA, s),
        "全市护理型床位占比达到«50%»。",
        "护理型床位全市占比达到«50%»。",
    ),
)


def noun_before(text: str, start: int, value_start: int, lexicon: Lexicon) -> Span:
    """Span of the noun phrase between a clause's start and its value; empty if none is left."""
    return noun_and_cuts(text, start, value_start, lexicon)[0]


def noun_and_cuts(text: str, start: int, value_start: int, lexicon: Lexicon) -> tuple[Span, tuple[str, ...]]:
    """The same, with the names of the rules that cut, in order."""
    start = max(start, value_start - _LONGEST)
    cuts: list[str] = []
    start, end = _cut(END_RULES, text, start, value_start, lexicon, cuts)
    begin, end = _cut(START_RULES, text, start, end, lexicon, cuts)
    opened = text.rfind("(", begin, end)
    if opened >= 0 and text.find(")", opened, end) < 0:
        begin = opened + 1  # 服务站(面积不少于200平方米): what is in the bracket has its own noun
    while begin < end and text[begin] in _START_MARKS:
        begin += 1
    while end > begin and text[end - 1] in _END_MARKS:
        end -= 1
    if _ONLY_AREA.fullmatch(text, begin, end):
        begin = end
    return (begin, end), tuple(cuts)


def _cut(rules: Sequence[_Cut], text: str, start: int, end: int, lexicon: Lexicon, cuts: list[str]) -> Span:
    for _ in range(_ROUNDS):
        stretch = Stretch(text, start, end, text[start:end], lexicon)
        for rule in rules:
            if span := rule.apply(stretch):
                start, end = span
                cuts.append(rule.name)
                break
        else:
            break
    return start, end
