"""Bases that count people, households or beds: 每百户20平方米, 人均0.1平方米, 1名社工服务200名老年人."""

from __future__ import annotations

import re

from compare.reading.cues import CARES_FOR, COUNTERS, MEASURES, PERIODS
from compare.reading.numerals import CHINESE
from compare.reading.quantities.bases.payments import MONEY_BASE
from compare.reading.quantities.bases.wordings import (
    AMOUNT,
    BASE_OF_MANY,
    NORM_BASE,
    NORM_BOUND,
    NORM_BY,
    NORM_OF,
    NORM_SETS,
    OF_ITS_OWN,
    POWER_NAMES,
    Based,
    ValueInClause,
    base_number,
)
from compare.reading.rules import last_match

_LENGTH = re.compile("公里|千米|米")
_ROUND = frozenset((*POWER_NAMES.values(), "10"))
_PER_MANY = re.compile(
    rf"(?:每满?|按照?(?={NORM_BASE}{NORM_SETS}))(?P<number>{AMOUNT}(?:(?:-{{1,2}}|至|到|~){AMOUNT})?|[{CHINESE}]*[十百千万](?!米)|[两二三四五六七八九](?={COUNTERS}))"
    rf"(?:余|多)?(?P<measure>{COUNTERS}|{MEASURES}|字|元)?(?P<noun>[^,。;每0-9]{{0,12}})"
)
# Bases that are no round number need a word for what is counted; 每3个月 is a period.
_COUNTED_NOUN = re.compile(r"(?:常住|户籍|服务)?(?:人口|居民|老年?人|户)")
# 每200名老年人(不足|200名的按|200名计算)配备1名: the base said once more
_OF_THE_BASE = re.compile(r"\((?:不足|不满|未满|不到|少于|超过)[^()]*$")
_PERIOD_NOUN = re.compile(rf"{PERIODS}|工作日|自然日|分钟|星期|学年|岁")
# 人均 stands with its own noun only: 人均用地0.1平方米、建筑面积750平方米.
_NOUN_OF_ITS_OWN = re.compile(
    r"[0-9][^、和及与]*[、和及与](?!(?:不(?:得|应)?(?:少|低|小|高|超)|至少|最[高低多少]|约|达|为))[一-龥]{2,}"
)
# 千人口床位数4张, 万人拥有站点4个: a rate without 每; 数千人, 近万人 and 3万户 count people
_RATE_OF_MANY = re.compile(
    r"(?:(?<=[市区县省州国镇乡村城])|(?<=实现|达到|确保|按照)|(?<=按)|(?<=人口|居民|地区)|(?<![0-9每余多\u4e00-\u9fff]))"
    r"(?P<number>[百千万])(?P<measure>人口?|户(?:居民|家庭)?|名(?:老年?人|居民|儿童|幼儿|学生|职工))"
    r"(?![一-龥]{0,5}(?:项目|工程|计划|行动|集团|小区|村|镇))"
    r"(?=均|平均|拥有|享有|占有|配|[^,。;0-9]{0,6}[床托]位|[^,。;、0-9]{1,8}(?:数|拥有量|面积)|[^,。;、0-9]{1,12}率)"
)
_BY_MANY = re.compile(rf"{NORM_BY}每?(?P<number>{AMOUNT}|[百千万])(?P<measure>{NORM_OF}){NORM_BOUND}$")
# 每万人拥有站点4个、新建食堂20个: what is built beside a rate is no rate
_MADE = "新建|改建|扩建|改造|新增|建成|完成|培训|培育|打造|举办|开展"
_MADES = re.compile(_MADE)
_MADE_BESIDE = re.compile(rf"[0-9][^、和及与并]*[、和及与并](?:[^、和及与])*?(?:{_MADE})")
# 2025年, 去年, 当月, 老年, 成年: no period in which each gets what follows
_OF_A_DATE = "0-9零〇一二三四五六七八九十百千几数两今去前后明当本上下同该次翌近往中老青成少壮暮晚周"
_PER_HEAD = re.compile(
    rf"(?P<period>(?<![{_OF_A_DATE}])[年月])?(?P<base>人|户|床|生|村|班)均(?P<later>每?[年月])?(?![等衡])"
)
#: Before the one of a ratio (1名社工服务200名老年人) stands nothing but a list mark, or a word of norms.
BEFORE_ONE = (
    r"(?:^(?:\(?[0-9一二三四五六七八九十]{1,3}[.、)]|[-*●•·■◆☆★○◎▲※])?"
    r"|按照?|每|至少|不少于|配备|比例为|标准为)"
)
_ONE_OF = re.compile(rf"{BEFORE_ONE}$")
SERVES_MANY = re.compile(
    rf"[一-龥]{{1,8}}?(?:{CARES_FOR})(?:不超过|不多于|约)?(?P<number>{AMOUNT}(?:(?:-{{1,2}}|至|到|~){AMOUNT})?)(?P<measure>[名位户人张])"
)


def serves(p: ValueInClause) -> Based | None:
    many = SERVES_MANY.match(p.after) if _ONE_OF.search(p.before) else None
    if many is None:
        return None
    return Based(p.per(base_number(many["number"]) + BASE_OF_MANY.get(many["measure"], many["measure"])))


def _many_before(before: str) -> re.Match[str] | None:
    many = last_match(_PER_MANY, before)
    # 每百户…且每处不少于350平方米: another 每 stands between
    return None if many and "每" in before[many.end("number") :] else many


def _of_another(before: str, base_end: int) -> bool:
    """Whether what stands before a number is another measure than the one whose base ends there."""
    if OF_ITS_OWN.search(before, base_end):
        return True
    beside = _MADE_BESIDE.search(before, base_end)
    return beside is not None and not _MADES.search(before, base_end, beside.start())


def per_many(p: ValueInClause) -> Based | None:
    many = _many_before(p.before)
    number = base_number(many["number"]) if many else ""
    if many is None or not number or _of_another(p.before, many.end("number")):
        return None
    if _OF_THE_BASE.search(p.before, many.end("number")):
        return None
    noun, measure = many["noun"], many["measure"] or ""
    if length := _LENGTH.match(noun):
        measure = length.group()  # 每10米设置1处
    if number not in _ROUND and not (measure or _COUNTED_NOUN.match(noun)):
        return None
    if measure in ("个", "") and _PERIOD_NOUN.match(noun):
        return None
    if number in _ROUND and measure == "个":
        measure = "人"
    base = BASE_OF_MANY.get(measure, measure) or ("户" if noun.startswith("户") else "人")
    return Based(p.per(f"{number}{base}"), 0, many.span())


def rate_of_many(p: ValueInClause) -> Based | None:
    rate = None if _many_before(p.before) else last_match(_RATE_OF_MANY, p.before)
    if rate is None or _of_another(p.before, rate.end()):
        return None
    base = "户" if rate["measure"].startswith("户") else "人"
    return Based(p.per(f"{rate['number']}{base}"), 0, rate.span())


def by_many(p: ValueInClause) -> Based | None:
    many = _BY_MANY.search(p.before)
    number = base_number(many["number"]) if many else ""
    if many is None or not (number in _ROUND or (many["measure"] == "户" and len(number) > 1)):
        return None
    return Based(p.per(f"{number}{many['measure']}"), 0, many.span())


def per_head(p: ValueInClause) -> Based | None:
    head = last_match(_PER_HEAD, p.before) if p.unit.sort in ("area", "money", "mass", "energy") else None
    if head is None or _NOUN_OF_ITS_OWN.search(p.before, head.end()):
        return None
    if MONEY_BASE.search(p.before, head.end()):
        return None  # 人均财政补助标准提高到每人每年89元
    later = head["later"] or next((word for word in ("每年", "每月") if word in p.before[head.end() :]), "")
    period = head["period"] or later.removeprefix("每")
    return Based(p.per(head["base"], period), 0, head.span())
