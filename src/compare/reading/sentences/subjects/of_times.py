"""The noun of a time or of how often: what is done so often, within so long, around the clock, what is agreed
for so long: :data:`TIME_SUBJECTS`."""

from __future__ import annotations

import re

from compare.reading.cues import EVERY_OTHER, GROUPS, PERIODS, PERSONS, UNITS_OF_PLACES
from compare.reading.rules import Rule, last_match
from compare.reading.sentences.nouns.before import noun_before
from compare.reading.sentences.nouns.no_nouns import NO_NOUN
from compare.reading.sentences.subjects.sought import Found, Sought, noun

_BODIES = (
    "部门|机构|组织|政府|委员会|单位|企业|公司|中心|医院|站点?|院|所|团队|小组|平台|[民财]政局|[民审]政科"
    "|督查室|控制室"
)
#: Who does something, at the end of the words that name them.
_WHO = re.compile(
    rf"(?:{PERSONS}|{GROUPS}|{_BODIES}|{UNITS_OF_PLACES}|医生|[一-龥][员师者方车]|[高中低]风险|期间)$"
)
_EACH = re.compile(rf"每(?:[0-9]{{0,3}}个?半?|个)(?:{PERIODS}|星期)|[一-龥]?年度|{EVERY_OTHER}")
# 每月|至少|对老年人|上门探访|一次
_HOW = re.compile("(?:应当?|须|都|要|可|至少|最少|最多|最低|原则上|集中|定期|免费|累计|分别|再)+")
_TO_WHOM = re.compile(
    rf"(?:对(?!象)|为|给|向)[一-龥()、“”]{{1,24}}?(?:{PERSONS}|{GROUPS}|{_BODIES}|社会)(?:家庭)?(?=[一-龥]{{2}})"
)
_DOES_FOR = ("对", "为", "给", "向")

# 收到申请后|5个工作日内|由街道|完成初审
_WITHIN = re.compile(
    r"(?:之|以)?[内后],?(?:应当?|必须|须|要|可以|可|不得|不再?|再|未(?:发生|出现|受到?过?|被)|无(?!偿|障碍)"
    rf"|由[一-龥()、]{{0,12}}?(?:{_BODIES}|乡镇|街道|社区)(?:组织)?"
    r"|向[一-龥()、]{1,30}?(?:部门|机关|机构|政府|委员会|社会)(?!的|[一-龥]{0,4}部门))*+"
    r"(?:完成|作出|做出|进行|予以|给予|办理(?=[一-龥]))?"
    r"(?P<noun>(?:(?![的并]|到(?!位))[一-龥“”()、]){2,24})的?(?=[,。;:|\n并到]|$)"
)
_SINCE = ("后", "起", "前", "时")

_CLOCK = re.compile(
    r"(?:全天候?|不间断|双人|专人|有人|实时|在线|的)*"
    r"(?P<noun>[一-龥“”]{0,6}?(?:值班|值守|响应|服务|热线|照护|监护|救援|监测|守护|应答|待命|看护)(?:热线|电话)?)(?=[,。;:、|\n并和及]|制度|$)"
)
_AGREED = re.compile(
    r"(?:及?以上)?的?(?P<noun>[一-龥]{0,4}(?:合同|协议)|(?:等待|观察|整改|免责|保护)期)(?=[,。;、|\n并的及和]|$)"
)


def _so_often(s: Sought) -> Found | None:
    """What is done so often, where who does it or for whom stands before the period."""
    each = last_match(_EACH, s.text[s.floor : s.value.start])
    if not each:
        return None
    start, text = s.floor + each.end(), s.text
    if how := _HOW.match(text, start, s.value.start):
        start = how.end()
    if start == s.value.start:
        return None
    who = noun_before(text, s.floor, s.floor + each.start(), s.finder.lexicon)
    named = who[1] - who[0] >= 2
    told_whom = text.startswith(_DOES_FOR, s.floor)
    if named and not told_whom and not _WHO.search(text, *who):
        return (who,) if NO_NOUN.fullmatch(text, start, s.value.start) is None else None
    if whom := _TO_WHOM.match(text, start, s.value.start):
        start = whom.end()
    act = noun_before(text, start, s.value.start, s.finder.lexicon)
    return noun(act) or noun(s.behind)


def _within(s: Sought) -> Found | None:
    if s.words.endswith(("限期", "责令")):
        return noun(s.behind)  # 限期3个月整改
    before = s.text[slice(*s.before)]
    if len(before) >= 2 and not before.endswith(_SINCE) and not _WHO.search(before):
        return None
    done = _WITHIN.match(s.text, s.value.end, s.value.clause_end + 1)
    return (done.span("noun"),) if done else None


def _around_the_clock(s: Sought) -> Found | None:
    if not s.text.startswith("24小时", s.value.start):
        return None
    kept_up = _CLOCK.match(s.text, s.value.end, s.value.clause_end + 1)
    return (kept_up.span("noun"),) if kept_up else None


def _agreed(s: Sought) -> Found | None:
    agreed = _AGREED.match(s.text, s.value.bound_end, s.value.clause_end + 1)
    return (agreed.span("noun"),) if agreed else None


TIME_SUBJECTS: tuple[Rule[Sought, Found], ...] = (
    Rule(
        "what is done so often",
        _so_often,
        "网格员每月至少入户«1次»。",
        "消防演练每年至少«1次»。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=("frequency",),
    ),
    Rule(
        "what is kept up around the clock",
        _around_the_clock,
        "养老机构应当实行«24小时»值班。",
        "食品留样«24小时»以上。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=("duration",),
    ),
    Rule(
        "what is agreed for the time",
        _agreed,
        "毕业生与养老机构签订«3年»以上劳动合同。",
        "劳动合同期限«3年»以上。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=("duration",),
    ),
    Rule(
        "what is done within the time",
        _within,
        "设施竣工验收后«60日»内无偿移交民政部门。",
        "产权登记在«60日»内办结。",
        "gold: the noun of 九十日内将设施以及有关建设资料移交 is what is handed over",
        only=("duration",),
    ),
)
