"""Bases of a value: 每百户20平方米, 人均0.1平方米, 每人每月100元.

The base belongs to the unit (gold/GUIDE: 平方米/百户, 平方米/人, 名/千人, 元/人·月); a period is a
column of its own (:mod:`compare.reading.quantities.bases.periods`), and joins the unit only for flows that
have no meaning without it (人次/年, 次/年).
"""

from __future__ import annotations

import re

from compare.reading.cues import CARES_FOR, COUNTERS, MEASURES, PERIODS
from compare.reading.numerals import CHINESE
from compare.reading.quantities.bases.payments import (
    MONEY_BASE,
    per_each,
    per_last_of_list,
    per_marginal,
    per_one,
    per_place,
    per_recipient,
    per_year_served,
    period_then_base,
)
from compare.reading.quantities.bases.wordings import (
    AMOUNT,
    BASE_OF_WORD,
    EACH_TIME_OF,
    EVERY_SEVERAL,
    NO_NUMBER_BETWEEN,
    OF_ITS_OWN,
    ONCE_IN,
    PAID_EACH,
    POWER_NAMES,
    SLASH_BASE,
    Based,
    Place,
    base_number,
    base_of,
    day,
    number_of,
)
from compare.reading.quantities.lexicon import Unit
from compare.reading.rules import ByKind, Rule, first, last_match

_LENGTH = re.compile("公里|千米|米")
_ROUND = frozenset(POWER_NAMES.values())
_PER_MANY = re.compile(
    rf"每满?(?P<number>{AMOUNT}(?:(?:-{{1,2}}|至|到|~){AMOUNT})?|[{CHINESE}]*[十百千万](?!米)|[两二三四五六七八九](?={COUNTERS}))"
    rf"(?:余|多)?(?P<measure>{COUNTERS}|{MEASURES}|字|元)?(?P<noun>[^,。;每0-9]{{0,12}})"
)
# Bases that are no round number need a word for what is counted; 每3个月 is a period.
_COUNTED_NOUN = re.compile(r"(?:常住|户籍|服务)?(?:人口|居民|老年?人|户)")
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
# 每万人拥有站点4个、新建食堂20个: what is built beside a rate is no rate
_MADE = "新建|改建|扩建|改造|新增|建成|完成|培训|培育|打造|举办|开展"
_MADES = re.compile(_MADE)
_MADE_BESIDE = re.compile(rf"[0-9][^、和及与并]*[、和及与并](?:[^、和及与])*?(?:{_MADE})")
# 2025年, 去年, 当月, 老年, 成年: no period in which each gets what follows
_OF_A_DATE = "0-9零〇一二三四五六七八九十百千几数两今去前后明当本上下同该次翌近往中老青成少壮暮晚周"
_PER_HEAD = re.compile(
    rf"(?P<period>(?<![{_OF_A_DATE}])[年月])?(?P<base>人|户|床|生|村|班)均(?P<later>每?[年月])?(?![等衡])"
)
# Periods that have no code of their own: 每旬一次, 每小时2次.
_OTHER_PERIOD = re.compile(r"每个?(?P<unit>半个?月|旬|学期|学年|小时)")
_FLOWS = frozenset({"money", "count", "people", "duration"})
#: Before the one of a ratio (1名社工服务200名老年人) stands nothing but a list mark, or a word of norms.
BEFORE_ONE = (
    r"(?:^(?:\(?[0-9一二三四五六七八九十]{1,3}[.、)]|[-*●•·■◆☆★○◎▲※])?"
    r"|按照?|每|至少|不少于|配备|比例为|标准为)"
)
_ONE_OF = re.compile(rf"{BEFORE_ONE}$")
SERVES_MANY = re.compile(
    rf"[一-龥]{{1,8}}?(?:{CARES_FOR})(?:不超过|不多于|约)?(?P<number>{AMOUNT}(?:(?:-{{1,2}}|至|到|~){AMOUNT})?)(?P<measure>[名位户人张])"
)
_BODIES = frozenset("个家所处座")
_PERIOD_WORDS = frozenset({"月", "年", "日", "次", "餐"})
_WITHOUT_BASE = frozenset({"share", "age", "ratio", "multiple", "change"})


def unit_with_base(unit: Unit, before: str, after: str, period_word: str) -> tuple[str, int]:
    """Normalised unit of a value with its base, and how many characters of ``after`` belong to it.

    ``before`` is the clause up to the number, ``after`` the text behind the unit.
    """
    found, _ = based(unit, before, after, period_word)
    return found.unit, found.used


def based(unit: Unit, before: str, after: str, period_word: str) -> tuple[Based, str]:
    """The same with the words that name the base, and the rule that found it, "" where there is none."""
    rules = BASE_RULES(unit.sort, before, "base behind" if after.startswith(("/", "每")) else "")
    return first(rules, Place(unit, before, after, period_word)) or (Based(unit.unit), "")


def _paid_behind(p: Place) -> bool:
    """Whether a base behind a sum is its own: nothing before it says another (每人1200元每月的补贴)."""
    return "每" not in p.before or bool(p.period_word and PAID_EACH.match(p.after))


def _written_behind(p: Place) -> Based | None:
    slash = SLASH_BASE.match(p.after)
    if not slash or (p.after[0] != "/" and (p.unit.sort != "money" or not _paid_behind(p))):
        return None
    if p.unit.unit in _BODIES and slash["first"] in _BODIES:
        return None  # 12家/所 is counted in either
    first_part, second = slash["first"], slash["second"]
    base = base_of(first_part, p.before)
    if not second and base in _PERIOD_WORDS:
        each = per_each(p) or per_marginal(p) or _per_head(p)  # 每人补助300元/年, 人均30元/年
        whom = each.unit.partition("/")[2].split("·")[0] if each else ""
        return Based(p.per(whom, base), slash.end())
    if not second:
        return Based(p.per(base), slash.end())
    parts = sorted((base, day(second)), key=lambda part: part in _PERIOD_WORDS)
    return Based(p.per(*parts), slash.end())


def _serves(p: Place) -> Based | None:
    many = SERVES_MANY.match(p.after) if _ONE_OF.search(p.before) else None
    if many is None:
        return None
    return Based(p.per(base_number(many["number"]) + BASE_OF_WORD.get(many["measure"], many["measure"])))


def _none(p: Place) -> Based | None:
    return Based(p.unit.unit) if p.unit.sort in _WITHOUT_BASE else None


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


def _per_many(p: Place) -> Based | None:
    many = _many_before(p.before)
    number = base_number(many["number"]) if many else ""
    if many is None or not number or _of_another(p.before, many.end("number")):
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
    base = BASE_OF_WORD.get(measure, measure) or ("户" if noun.startswith("户") else "人")
    return Based(p.per(f"{number}{base}"), 0, many.span())


def _rate_of_many(p: Place) -> Based | None:
    rate = None if _many_before(p.before) else last_match(_RATE_OF_MANY, p.before)
    if rate is None or _of_another(p.before, rate.end()):
        return None
    base = "户" if rate["measure"].startswith("户") else "人"
    return Based(p.per(f"{rate['number']}{base}"), 0, rate.span())


def _per_head(p: Place) -> Based | None:
    head = last_match(_PER_HEAD, p.before) if p.unit.sort in ("area", "money", "mass", "energy") else None
    if head is None or _NOUN_OF_ITS_OWN.search(p.before, head.end()):
        return None
    if MONEY_BASE.search(p.before, head.end()):
        return None  # 人均财政补助标准提高到每人每年89元
    later = head["later"] or next((word for word in ("每年", "每月") if word in p.before[head.end() :]), "")
    period = head["period"] or later.removeprefix("每")
    return Based(p.per(head["base"], period), 0, head.span())


def _per_time(p: Place) -> Based | None:
    time = EACH_TIME_OF.search(p.before) if p.unit.sort in ("duration", "people") else None
    if time is None or p.unit.per_period or p.after.startswith(("内", "以内", "之内")):
        return None
    return Based(p.per(time["time"]), 0, time.span())


def _per_several_periods(p: Place) -> Based | None:
    once = ONCE_IN.search(p.before) if p.unit.sort == "frequency" else None
    if once and once["n"] not in "一半":
        return Based(p.per(f"{number_of(once['n'])}{day(once['unit'])}"), 0, once.span())
    several = last_match(EVERY_SEVERAL, p.before) if p.unit.per_period or p.unit.sort in _FLOWS else None
    if several is None or (several["n"] in ("一", "1") and not (several["full"] or several["to"])):
        return None
    if "每" in p.before[several.end() :]:
        return None  # 每五年修订1次、每年评估1次
    if not p.unit.per_period and not NO_NUMBER_BETWEEN.match(p.before.replace("的,", ""), several.end()):
        return None
    if several["to"]:
        span = f"{number_of(several['n'])}-{number_of(several['to'])}{day(several['unit'])}"
        return Based(p.per(span), 0, several.span())
    if several["n"] in ("一", "1"):
        return Based(p.per(day(several["unit"])), 0, several.span())
    return Based(p.per(f"{number_of(several['n'])}{day(several['unit'])}"), 0, several.span())


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
        state="base behind",
    ),
    Rule(
        "one serves so many",
        _serves,
        "按照«1名»社工服务200名老年人的标准配备。",
        "培训«1名»社工服务200名老年人。",
        "GUIDE: ratios are coded with the base in the unit",
        only=("people",),
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
    Rule(
        "rate without 每",
        _rate_of_many,
        "万人拥有站点«4个»。",
        "数万人拥有站点«4个»。",
        "GUIDE: 每百户20平方米 is 平方米/百户",
        only=("count", "people", "area"),
        needs="百千万",
    ),
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
        per_year_served,
        "每满1年每月增加«100元»。",
        "满1年每月增加«100元»。",
        "GUIDE: 每满两年: the two belongs to the base of what follows",
        only=("money",),
        needs="满",
    ),
    Rule("period before base", period_then_base, "每月每人补助«100元»。", "每月补助«100元»。", needs="每"),
    Rule("per place", per_place, "每个村补助«100元»。", "全村补助«100元»。", only=("money",), needs="每"),
    Rule("per person, bed, facility", per_each, "每人每月补助«100元»。", "本人本月补助«100元»。", needs="每"),
    Rule(
        "per one more",
        per_marginal,
        "每招用1名护理员补贴«500元»。",
        "招用2名护理员补贴«500元»。",
        "GUIDE: 每增加1张: the 1 belongs to the base of what follows",
        only=("money", "count", "people"),
    ),
    Rule(
        "per time",
        _per_time,
        "每次服务不少于«40分钟»。",
        "每次服务后«40分钟»内反馈。",
        only=("duration", "people"),
        needs="每",
    ),
    Rule(
        "base behind a list of sums",
        per_last_of_list,
        "分别补助«10000元»、6000元/张。",
        "分别补助«10000元»、6000元。",
        "GUIDE: per-person-per-month in the unit (元/人·月)",
        only=("money",),
    ),
    Rule(
        "per one, without 每",
        per_one,
        "参保资金一户«50元»。",
        "参保资金统一«50元»。",
        "GUIDE: per-person-per-month in the unit (元/人·月)",
        only=("money",),
        needs=("一", "人年", "人月"),
    ),
    Rule(
        "per recipient",
        per_recipient,
        "高龄老年人每月补贴«100元»。",
        "高龄老年人补贴«100元»。",
        "GUIDE: per-person-per-month in the unit (元/人·月)",
        only=("money",),
    ),
    Rule(
        "per several years",
        _per_several_periods,
        "每两年开展«1次»评估。",
        "每年开展«1次»评估。",
        "GUIDE: 每两年一次 is 1 次/2年",
        needs="每年月周天日季",
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
