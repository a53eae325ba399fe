"""Bases and periods of a value: 每百户20平方米, 人均0.1平方米, 每人每月100元, 每年40名.

The base belongs to the unit (gold/GUIDE: 平方米/百户, 平方米/人, 名/千人, 元/人·月); a period is a
column of its own, and joins the unit only for flows that have no meaning without it (人次/年, 次/年).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from compare.reading.cues import BOUNDS_BEFORE, HAS, MAKES, PAYMENTS
from compare.reading.numerals import (
    CHINESE,
    arabic_to_decimal,
    chinese_to_decimal,
    multiplier_to_decimal,
    plain,
)
from compare.reading.quantities.lexicon import Unit
from compare.reading.rules import ByKind, Rule, first, last_match

_POWER_NAMES = {10: "十", 100: "百", 1000: "千", 10000: "万", 100000: "十万"}
_ROUND = frozenset(_POWER_NAMES.values())

_SCALES = "万千百"
_AMOUNT = r"[0-9]+(?:\.[0-9]+)?[万千百]?"
_PER_MANY = re.compile(
    rf"每(?P<number>{_AMOUNT}(?:(?:-{{1,2}}|至|到|~){_AMOUNT})?|[{CHINESE}]*[十百千万](?!米)|[两二三四五六七八九](?=[名位人户张床个家所处]))"
    r"(?:余|多)?(?P<measure>名|位|个|人|户|张|床|家|所|处|平方米|平方公里|公里)?(?P<noun>[^,。;0-9]{0,12})"
)
_SPAN_OF_BASE = re.compile(rf"({_AMOUNT})(?:-{{1,2}}|至|到|~)({_AMOUNT})")
# Bases that are no round number need a word for what is counted; 每3个月 is a period.
_COUNTED_NOUN = re.compile(r"(?:常住|户籍|服务)?(?:人口|居民|老年?人|户)")
_PERIOD_NOUN = re.compile(r"月|工作日|自然日|季度|小时|分钟|星期|学年|年|天|日|周|岁")
#: What is done to one more of what is paid for.
MARGINAL_VERBS = (
    "(?:超过|超出|多|满|新?增加?|净增|增设|新?建成?|完成|培训|培养|引进|招用|吸纳|录用|收住|收治|接收|服务|减少"
    "|改造|配备|创建|达到|托养|照料|照护|护理|供养|安置|代养|寄养|招录|招聘|聘用|聘请|签约|转介|评估|评定|认定)"
)
#: Between one of a thing and the sum paid for it stands the thing and the word for paying.
PAID_NOUN = (
    rf"[一-龥]{{0,12}}?(?:每[年月日天][一-龥]{{0,8}}?|(?:{PAYMENTS}|给予)(?:标准)?)"
    rf"(?:为|{BOUNDS_BEFORE})?"
)
_PAID_EACH = re.compile("每([年月日天])")
# 每培训1名…补贴500元, 每新增1张: what is paid for one more; 新增1张床位补助8000元 is the same.
_MARGINAL = re.compile(
    rf"每{MARGINAL_VERBS}+"
    r"(?P<number>[0-9]+|[一两二三四五六七八九])(?P<measure>个|名|位|张|户|人次|人|床|所|家|处|平方米|餐|次|小时)(?!月)"
    r"(?P<noun>[^,。;0-9]{0,16})"
)
_FOR_ONE = re.compile(
    rf"{MARGINAL_VERBS}(?P<number>[1一])(?P<measure>个|名|位|张|户|人次|人|床|所|家|处|间){PAID_NOUN}$"
)
#: The same, where it opens a sentence and what is paid follows the comma.
_MARGINAL_CLAUSE = re.compile(
    rf"(?:{_MARGINAL.pattern}|每再?满[0-9一二两三四五六七八九十]{{1,2}}年)(?:的)?,$"
)
# Behind a value and a joint, a measure of one thing alone or of all together has not the base before it.
_OF_ITS_OWN = re.compile(
    r"[0-9][^、和及与并且]*[、和及与并且](?:[^、和及与])*?"
    r"(?:单(?:处|个|体|座|所|间|张|栋|项|次)|每(?:处|个|所|家|间|座)|总(?:额|量|数|面积|投资|投入|规模)|一次性|合计|共计|累计)"
)
# 人均 stands with its own noun only: 人均用地0.1平方米、建筑面积750平方米.
_NOUN_OF_ITS_OWN = re.compile(
    r"[0-9][^、和及与]*[、和及与](?!(?:不(?:得|应)?(?:少|低|小|高|超)|至少|最[高低多少]|约|达|为))[一-龥]{2,}"
)
_THOUSAND_RATE = re.compile(
    r"(?:(?<=全[市区县省州])|(?<![0-9每余多\u4e00-\u9fff]))千人(?=[^,。;]{0,6}(?:床位|托位))"
)
_PER_HEAD = re.compile(r"(?P<period>年|月)?(?P<base>人|户|床|生|村|班)均(?P<later>每?[年月])?(?![等衡])")
_MONEY_BASE = re.compile(
    r"每(?:一)?(?P<measure>个|名|位|张|户|人次|人|床|套|所|家|处|生|班次|班|平方米|餐|次|小时|台|部|辆|间|栋|座|期|场次|场|份|例|单|课时|学时|公里|亩|吨|件|趟)(?P<noun>[^,。;每0-9]{0,12}?)(?:每(?P<period>年|月|日|天|季度?|次|餐|学期|学年|期)(?!均))?(?=[^每]{0,24}$)"
)
# 每个村2万元, 每县(市、区)安排100万元: what each place gets
_MONEY_PLACE = re.compile(
    r"每一?个?(?P<place>(?:行政|自然|建制)?村|县|市|区|旗|州|乡镇|乡|镇|街道|社区|园区|站|院|点|校|店|馆)(?:\([一-龥、]{1,8}\))?"
    r"(?:每(?P<period>年|月|季度?))?(?=[0-9不至最给补奖安可按投拨约分一原]|配套|预算|筹|落实|列支|统筹|运[行营]|经费|工作)(?=[^每]{0,24}$)"
)
_PLACE_THAT_ACTS = re.compile(
    rf"(?:行政|自然|建制)?(?:村|县|市|区|旗|州|乡镇|乡|镇|街道|社区|园区)(?:\([一-龥、]{{1,8}}\))?(?:{MAKES}|{HAS}|有|应|要|均|都|$)"
)
_PERIOD_FIRST = re.compile(r"每(?P<period>年|月|日|天|次|餐)每(?P<measure>人|床|户|名|张)")
_SLASH_BASE = re.compile(
    r"(?:/|每)(?P<first>人次|人|床|户|张|名|个|月|年|天|日|小时|次|餐|平方米|㎡|立方米|亩|公顷|升|百户|千人|万人)(?:(?:[/·.]|每)?(?P<second>人|床|月|年|天|日|次|餐))?"
)
# 年募集, 周巡访率, 日服务能力: a period before what is done in it; 今年, 6月, 工作日 are none.
_DONE = (
    "募集|筹集|接待|(?:服务|培训|体检|检测|探访)(?!费|机构|组织|单位)|组织(?!机构)|开展|举办|巡访|巡查|查巡|探访|走访|巡视|访视|上门"
    "|接诊|配送|供餐|就餐|助餐|人?均|产值|产能|更新|补[贴助]|津贴"
)
_NO_PERIOD = (
    "0-9零〇○一二三四五六七八九十百千万半两几数今去前后明当本上下全多每周初底末内中成青少老暮工作生节假往近"
)
# A character that stands in each of the wordings, the pattern, its code, its word.
_PERIODS = (
    ("半", re.compile(r"每半年"), "per_half_year", "半年"),
    (
        "年",
        re.compile(
            r"每(?:一)?年|(?<![0-9上本去前当下该一二三四五两])年度(?!目标|计划|考核)|逐年|年均|每(?:一)?年度"
            rf"|^年(?=[一-龥])(?![度初底末内满均龄收人终产薪])|(?<![{_NO_PERIOD}])年(?={_DONE})"
        ),
        "per_year",
        "年",
    ),
    ("季", re.compile(r"每(?:一)?季度?|每个季度|按季"), "per_quarter", "季度"),
    ("月", re.compile(rf"每(?:个)?月|(?<![{_NO_PERIOD}个])月(?={_DONE})|按月"), "per_month", "月"),
    ("周", re.compile(rf"每(?:一)?周|(?<![{_NO_PERIOD}个])周(?={_DONE})"), "per_week", "周"),
    ("星", re.compile("每(?:一)?星期"), "per_week", "周"),
    ("日", re.compile(rf"每(?:一)?日|(?<![{_NO_PERIOD}月])日(?={_DONE})"), "per_day", "日"),
    ("天", re.compile("每(?:一)?天"), "per_day", "日"),
)
# 全年不超过90天, 一年内最多4次: how long or how often within a year
_IN_A_YEAR = re.compile(r"(?:全年|[一1]年(?:之|以)?内|(?:自然|一个)年度内?)[^0-9,。;]{0,14}$")
_COUNTED_IN_A_YEAR = frozenset({"duration", "frequency"})
# Areas for each person or place to live in; 每处, 每个县 are scopes.
_AREA_FOR = frozenset({"名", "位", "人", "床", "张", "户", "套"})
_CODES = {"年": "per_year", "月": "per_month", "日": "per_day", "天": "per_day", "季度": "per_quarter"}
_ONCE = re.compile(r"[0-9][^、和及与]*[、和及与](?:[^、和及与])*?(?:一次性|总额|合计|共计|累计)")
_EVERY_SEVERAL = re.compile(
    r"每(?:再?(?P<full>满))?(?P<n>[一两二三四五六七八九十]|[1-9][0-9]?)"
    r"(?:(?:-{1,2}|~|至|到)(?P<to>[二两三四五六七八九十]|[1-9][0-9]?))?个?(?P<unit>年|季度|月|周|天|日|小时)"
)
_YEARS_SERVED = re.compile(r"每再?满(?P<n>[一两二三四五六七八九十]|[1-9][0-9]?)(?:周)?年")
# 每次不少于40分钟, 每场不少于30人
_EACH_TIME_OF = re.compile(
    rf"每(?P<time>次|场|节|期|班)(?:服务|上门|活动|培训|助浴|时长|时间|参加|参与|人数|课|巡访|探访){{0,3}}(?:为|{BOUNDS_BEFORE}|约)*$"
)
_EACH_TIME = re.compile(
    r"(?:每个?|(?<![0-9一-龥])(?=[年月日](?:补[贴助]|津贴)))(?P<period>年|月|日|天|季度?)(?![^,。;]{0,10}(?:资金|经费))[^每,。;]{0,24}$"
)
_RECIPIENTS = re.compile(
    r"(?:老年?人|人员|对象|护理员|职工|员工|毕业生|儿童|学生|学员|居民|老党员|家属)(?:的|,)?(?:,|可|由|将|按|发放)?$"
)
#: The clause ahead of one that begins with 每月, where it ends with who gets it.
_RECIPIENT_CLAUSE = re.compile(
    r"(?:老年?人|人员|对象|护理员|职工|员工|毕业生|儿童|学生|学员|居民|老党员|家属)的?,$"
)
# Periods that have no code of their own: 每旬一次, 每小时2次.
_OTHER_PERIOD = re.compile(r"每个?(?P<unit>半个?月|旬|学期|学年|小时)")
_NO_NUMBER_BETWEEN = re.compile(r"[^0-9一两二三四五六七八九十,。;]*$")
_FLOWS = frozenset({"money", "count", "people", "duration"})
_MEASURE_BASE = {"个": "人", "名": "人", "位": "人", "张": "床"}
#: Before the one of a ratio (1名社工服务200名老年人) stands nothing but a list mark, or a word of norms.
BEFORE_ONE = (
    r"(?:^(?:\(?[0-9一二三四五六七八九十]{1,3}[.、)]|[-*●•·■◆☆★○◎▲※])?"
    r"|按照?|每|至少|不少于|配备|比例为|标准为)"
)
_ONE_OF = re.compile(rf"{BEFORE_ONE}$")
SERVES_MANY = re.compile(
    rf"[一-龥]{{1,8}}?(?:服务|照护|照料|护理|负责)(?:不超过|不多于|约)?(?P<number>{_AMOUNT}(?:(?:-{{1,2}}|至|到|~){_AMOUNT})?)(?P<measure>[名位户人张])"
)
# 每个老年人, 每个床位: no body that is counted by its own measure (每个站点, 每家机构)
_SOMEBODY = re.compile(
    "[一-龥]{0,8}?(?:人|护理员|对象|儿童|学生|学员|(?P<bed>床位?))(?=[每0-9补给发奖不最,]|$)"
)
_CODE_WORDS = {"per_year": "年", "per_month": "月", "per_day": "日", "per_quarter": "季度"}
_BASE_OF_WORD = {"名": "人", "位": "人", "张": "床", "㎡": "平方米", "天": "日"}
_PERIOD_WORDS = frozenset({"月", "年", "日", "次", "餐"})
_WITHOUT_BASE = frozenset({"share", "age", "ratio", "multiple", "change"})
_PER_EACH = frozenset({"money", "frequency", "area"})


def period_of(before: str, after: str = "", sort: str = "") -> tuple[str, str]:
    """(period code, its word in a unit) stated in the clause before (or directly behind) a value."""
    # 300元每人每月; 每人每年300元每月发放 goes on to say something else
    follows = after.startswith("/") or (sort == "money" and after.startswith("每") and "每" not in before)
    slash = _SLASH_BASE.match(after) if follows else None
    if slash and (behind := _CODES.get(slash["second"] or slash["first"]) or _CODES.get(slash["first"])):
        return behind, _CODE_WORDS[behind]
    if sort in ("duration", "people") and "每" in before and _EACH_TIME_OF.search(before):
        return "", ""
    best = ("", "")
    best_at = -1
    for char, pattern, code, word in _PERIODS:
        for match in pattern.finditer(before) if char in before else ():
            if match.start() > best_at:
                best, best_at = (code, word), match.start()
    if best_at >= 0 and (_ONCE.search(before, best_at) or _EVERY_SEVERAL.search(before, best_at + 1)):
        return "", ""
    if best_at < 0 and sort in _COUNTED_IN_A_YEAR and "年" in before and _IN_A_YEAR.search(before):
        return "per_year", "年"
    return best


def _number(text: str) -> Decimal | None:
    """6000, 1.5万, 百, 五 as a number."""
    scale = Decimal(1)
    while text[-1] in _SCALES and text[0].isdigit():
        scale *= multiplier_to_decimal(text[-1])
        text = text[:-1]
    if text[0].isdigit():
        return arabic_to_decimal(text) * scale
    return chinese_to_decimal(text if text[0] not in _SCALES else "一" + text)


def _base_number(text: str) -> str:
    """A base as units write it: 百, 6000, 40000-60000; "" where it is no number."""
    if span := _SPAN_OF_BASE.fullmatch(text):
        low, high = span.groups()
        ends = (_number(low if low[-1] in _SCALES else low + high[-1].strip("0123456789")), _number(high))
        return "-".join(f"{plain(end):f}" for end in ends if end is not None)
    value = _number(text)
    return "" if value is None else _POWER_NAMES.get(int(value)) or f"{plain(value):f}"


class Place(NamedTuple):
    """A unit with the words around its value: ``before`` the number in its clause, ``after`` the unit."""

    unit: Unit
    before: str
    after: str
    period_word: str

    def per(self, *parts: str) -> str:
        """The unit with its base and period: 元/人·月."""
        return f"{self.unit.unit}/{'·'.join(part for part in parts if part)}"


class Based(NamedTuple):
    """A unit with its base, how many characters behind the unit belong to it, and where the words before the
    number stand that name the base (of no length where they do not)."""

    unit: str
    used: int = 0
    words: tuple[int, int] = (0, 0)


def unit_with_base(unit: Unit, before: str, after: str, period_word: str) -> tuple[str, int]:
    """Normalised unit of a value with its base, and how many characters of ``after`` belong to it.

    ``before`` is the clause up to the number, ``after`` the text behind the unit.
    """
    found, _ = based(unit, before, after, period_word)
    return found.unit, found.used


def based(unit: Unit, before: str, after: str, period_word: str) -> tuple[Based, str]:
    """The same with the words that name the base, and the rule that found it, "" where there is none."""
    rules = BASE_RULES(unit.sort, before)
    return first(rules, Place(unit, before, after, period_word)) or (Based(unit.unit), "")


def with_marginal(text: str, clause_start: int, before: str) -> str:
    """``before`` with the clause ahead of it where that says what or who is paid for (每增加1名学员,…)."""
    marginal = _MARGINAL_CLAUSE.search(text, max(0, clause_start - 32), clause_start)
    if marginal is None and before.startswith("每"):
        marginal = _RECIPIENT_CLAUSE.search(text, max(0, clause_start - 8), clause_start)
    return marginal.group() + before if marginal else before


def _written_behind(p: Place) -> Based | None:
    slash = _SLASH_BASE.match(p.after) if p.after.startswith(("/", "每")) else None
    if not slash or (p.after[0] != "/" and (p.unit.sort != "money" or "每" in p.before)):
        return None
    first_part, second = slash["first"], slash["second"]
    base = _BASE_OF_WORD.get(first_part, first_part)
    if not second and base in _PERIOD_WORDS:
        each = _per_each(p) or _per_marginal(p) or _per_head(p)  # 每人补助300元/年, 人均30元/年
        whom = each.unit.partition("/")[2].split("·")[0] if each else ""
        return Based(p.per(whom, base), slash.end())
    if not second:
        return Based(p.per(base), slash.end())
    parts = sorted((base, _day(second)), key=lambda part: part in _PERIOD_WORDS)
    return Based(p.per(*parts), slash.end())


def _serves(p: Place) -> Based | None:
    many = SERVES_MANY.match(p.after) if p.unit.sort == "people" and _ONE_OF.search(p.before) else None
    if many is None:
        return None
    return Based(p.per(_base_number(many["number"]) + _BASE_OF_WORD.get(many["measure"], many["measure"])))


def _none(p: Place) -> Based | None:
    return Based(p.unit.unit) if p.unit.sort in _WITHOUT_BASE else None


def _many_before(before: str) -> re.Match[str] | None:
    many = last_match(_PER_MANY, before)
    # 每百户…且每处不少于350平方米: another 每 stands between
    return None if many and "每" in before[many.end("number") :] else many


def _per_many(p: Place) -> Based | None:
    many = _many_before(p.before)
    number = _base_number(many["number"]) if many else ""
    if many is None or not number or _OF_ITS_OWN.search(p.before, many.end("number")):
        return None
    noun, measure = many["noun"], many["measure"] or ""
    if number not in _ROUND and not (measure or _COUNTED_NOUN.match(noun)):
        return None
    if measure in ("个", "") and _PERIOD_NOUN.match(noun):
        return None
    if number in _ROUND and measure == "个":
        measure = "人"
    base = _BASE_OF_WORD.get(measure, measure) or ("户" if noun.startswith("户") else "人")
    return Based(p.per(f"{number}{base}"), 0, many.span())


def _per_thousand(p: Place) -> Based | None:
    rate = _THOUSAND_RATE.search(p.before)
    return Based(p.per("千人"), 0, rate.span()) if rate and not _many_before(p.before) else None


def _per_head(p: Place) -> Based | None:
    head = _PER_HEAD.search(p.before) if p.unit.sort in ("area", "money", "mass", "energy") else None
    if head is None or _NOUN_OF_ITS_OWN.search(p.before, head.end()):
        return None
    if _MONEY_BASE.search(p.before, head.end()):
        return None  # 人均财政补助标准提高到每人每年89元
    later = head["later"] or next((word for word in ("每年", "每月") if word in p.before[head.end() :]), "")
    period = head["period"] or later.removeprefix("每")
    return Based(p.per(head["base"], period), 0, head.span())


def _period_then_base(p: Place) -> Based | None:
    each = _PERIOD_FIRST.search(p.before) if p.unit.sort in _PER_EACH else None
    if each is None:
        return None
    return Based(
        p.per(_MEASURE_BASE.get(each["measure"], each["measure"]), _day(each["period"])), 0, each.span()
    )


def _per_place(p: Place) -> Based | None:
    each = last_match(_MONEY_PLACE, p.before + "0") if p.unit.sort == "money" and "每" in p.before else None
    if each is None or _OF_ITS_OWN.search(p.before, each.start()):
        return None
    place = "村" if each["place"].endswith("村") else each["place"]
    return Based(p.per(place, each["period"] or ""), 0, each.span())


def _per_each(p: Place) -> Based | None:
    each = last_match(_MONEY_BASE, p.before) if p.unit.sort in _PER_EACH else None
    if each is None or not (p.unit.sort == "money" or each["period"] or _area_for(p, each)):
        return None
    measure, noun = each["measure"], p.before[each.end("measure") :]
    if _OF_ITS_OWN.search(p.before, each.start()):
        return None
    if _PLACE_THAT_ACTS.match(noun):
        return None
    somebody = _SOMEBODY.match(noun)
    if measure in "个所家处" and not somebody:
        return Based(p.per(measure, _day(each["period"] or "")), 0, each.span())
    bed = somebody and somebody["bed"] and measure in "张个"
    base = "床" if bed else _MEASURE_BASE.get(measure, measure)
    return Based(p.per(base, _day(each["period"] or "")), 0, each.span())


def _area_for(p: Place, each: re.Match[str]) -> bool:
    """Whether an area is for each person, bed or home (每张床位不低于30平方米)."""
    near = _NO_NUMBER_BETWEEN.match(p.before, each.end("measure"))
    return p.unit.sort == "area" and each["measure"] in _AREA_FOR and bool(near)


def _per_time(p: Place) -> Based | None:
    time = _EACH_TIME_OF.search(p.before) if p.unit.sort in ("duration", "people") else None
    return Based(p.per(time["time"]), 0, time.span()) if time and not p.unit.per_period else None


def _per_recipient(p: Place) -> Based | None:
    """老年人每月补贴500元: what each of them gets; 每天100元 without a word on whom."""
    if p.unit.sort != "money":
        return None
    paid = _EACH_TIME.search(p.before)
    if paid is None or _OF_ITS_OWN.search(p.before, paid.start()):
        return None
    somebody = _RECIPIENTS.search(p.before, 0, paid.start())
    if somebody is None and paid["period"] in ("年", "季度", "季"):
        return None  # 每年安排资金200万元
    return Based(p.per("人" if somebody else "", _day(paid["period"])), 0, paid.span())


def _per_marginal(p: Place) -> Based | None:
    marginal = last_match(_MARGINAL, p.before) if p.unit.sort in ("money", "count", "people") else None
    if marginal is None and p.unit.sort == "money":
        marginal = _FOR_ONE.search(p.before)
    if marginal is None or _OF_ITS_OWN.search(p.before, marginal.end()):
        return None
    measure, one = marginal["measure"], marginal["number"] in ("1", "一")
    if p.unit.sort == "money":
        number = "" if one else f"{_number(marginal['number'])}"
        base = measure if measure == "个" or number else _MEASURE_BASE.get(measure, measure)
    elif one:
        return None
    else:  # 每增加10张床位增加1名护士
        number, base = _base_number(marginal["number"]), _BASE_OF_WORD.get(measure, measure)
    paid_each = _PAID_EACH.search(p.before, marginal.end("measure"))
    period = _day(paid_each[1]) if paid_each and p.unit.sort == "money" else ""
    return Based(p.per(f"{number}{base}", period), 0, marginal.span())


def _per_year_served(p: Place) -> Based | None:
    """每满1年每月增加100元: for each year served, and each month."""
    full = _YEARS_SERVED.search(p.before) if p.unit.sort == "money" and "满" in p.before else None
    if full is None:
        return None
    rest = Place(p.unit, p.before[full.end() :], "", "")
    each = _period_then_base(rest) or _per_each(rest)
    whom, _, period = each.unit.partition("/")[2].partition("·") if each else ("", "", "")
    monthly = period or next((word for word in "年月日" if f"每{word}" in rest.before), "")
    years = "年" if full["n"] in ("一", "1") else f"{_number(full['n'])}年"
    return Based(p.per(whom, years, monthly), 0, full.span())


def _per_several_periods(p: Place) -> Based | None:
    several = last_match(_EVERY_SEVERAL, p.before) if p.unit.per_period or p.unit.sort in _FLOWS else None
    if several is None or (several["n"] in ("一", "1") and not (several["full"] or several["to"])):
        return None
    if "每" in p.before[several.end() :]:
        return None  # 每五年修订1次、每年评估1次
    if not p.unit.per_period and not _NO_NUMBER_BETWEEN.match(p.before.replace("的,", ""), several.end()):
        return None
    if several["to"]:
        span = f"{_number(several['n'])}-{_number(several['to'])}{_day(several['unit'])}"
        return Based(p.per(span), 0, several.span())
    if several["n"] in ("一", "1"):
        return Based(p.per(_day(several["unit"])), 0, several.span())
    return Based(p.per(f"{_number(several['n'])}{_day(several['unit'])}"), 0, several.span())


def _per_other_period(p: Place) -> Based | None:
    other = last_match(_OTHER_PERIOD, p.before) if p.unit.per_period else None
    return Based(p.per(other["unit"].replace("个", "")), 0, other.span()) if other else None


def _per_period(p: Place) -> Based | None:
    return Based(p.per(p.period_word)) if p.unit.per_period and p.period_word else None


#: In this order; a unit for which none applies stands alone.
_BASE_RULES: tuple[Rule[Place, Based], ...] = (
    Rule(
        "base behind the unit",
        _written_behind,
        "补贴标准为«100元/人·月»。",
        "补贴标准为«100元»。",
        "GUIDE: per-person-per-month in the unit (元/人·月)",
    ),
    Rule(
        "one serves so many",
        _serves,
        "按照«1名»社工服务200名老年人的标准配备。",
        "培训«1名»社工服务200名老年人。",
        "GUIDE: ratios are coded with the base in the unit",
    ),
    Rule(
        "unit without base",
        _none,
        "每千名老年人护理型床位占比«55%»。",
        "每千名老年人床位«40张»。",
        only=tuple(_WITHOUT_BASE),
    ),
    Rule(
        "per ten, hundred, thousand",
        _per_many,
        "每百户配建养老用房«20平方米»。",
        "每百户配建,且每处不少于«350平方米»。",
        "GUIDE: 每百户20平方米 is 平方米/百户",
        needs="每",
    ),
    Rule("rate per thousand", _per_thousand, "千人口床位数«4张»。", "数千人口增加床位«4张»。", needs="千"),
    Rule(
        "per head",
        _per_head,
        "人均用地不少于«0.1平方米»。",
        "用地不少于«0.1平方米»。",
        "GUIDE: 人均0.1平方米 is 平方米/人",
        only=("area", "money", "mass", "energy"),
        needs="均",
    ),
    Rule(
        "per year served",
        _per_year_served,
        "每满1年每月增加«100元»。",
        "满1年每月增加«100元»。",
        "GUIDE: 每满两年: the two belongs to the base of what follows",
    ),
    Rule("period before base", _period_then_base, "每月每人补助«100元»。", "每月补助«100元»。", needs="每"),
    Rule("per place", _per_place, "每个村补助«100元»。", "全村补助«100元»。"),
    Rule(
        "per person, bed, facility", _per_each, "每人每月补助«100元»。", "本人本月补助«100元»。", needs="每"
    ),
    Rule(
        "per one more",
        _per_marginal,
        "每招用1名护理员补贴«500元»。",
        "招用2名护理员补贴«500元»。",
        "GUIDE: 每增加1张: the 1 belongs to the base of what follows",
    ),
    Rule("per time", _per_time, "每次服务不少于«40分钟»。", "每次服务后«40分钟»内反馈。"),
    Rule(
        "per recipient",
        _per_recipient,
        "高龄老年人每月补贴«100元»。",
        "高龄老年人补贴«100元»。",
        "GUIDE: per-person-per-month in the unit (元/人·月)",
    ),
    Rule(
        "per several years",
        _per_several_periods,
        "每两年开展«1次»评估。",
        "每年开展«1次»评估。",
        "GUIDE: 每两年一次 is 1 次/2年",
        needs="每",
    ),
    Rule(
        "per period without a code",
        _per_other_period,
        "每旬巡查«1次»。",
        "每月巡查«1次»。",
        "GUIDE: 次/2年",
        needs="每",
    ),
    Rule("per period", _per_period, "每年培训«100人次»。", "每年培训«100人»。", "units.yaml: per_period"),
)
BASE_RULES = ByKind(_BASE_RULES)


def _day(period: str) -> str:
    return "日" if period == "天" else period
