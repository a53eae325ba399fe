"""What a sum is paid for: each person, bed, place or recipient, one more of a thing, a year served.

The base stands in the unit (gold/GUIDE: 元/人·月). The rules stand in their order in
:data:`compare.reading.quantities.bases.rules.BASE_RULES`.
"""

from __future__ import annotations

import re

from compare.reading.cues import (
    BOUNDS_BEFORE,
    COUNTERS,
    HAS,
    MAKES,
    MEASURES,
    PAYMENTS,
    PERIODS,
    RECIPIENTS,
    UNITS_OF_PLACES,
)
from compare.reading.quantities.bases.wordings import (
    BASE_OF_MANY,
    NO_NUMBER_BETWEEN,
    OF_ITS_OWN,
    PAID_IN,
    SLASH_BASE,
    Based,
    ValueInClause,
    base_number,
    base_of,
    day,
    number_of,
)
from compare.reading.rules import last_match

#: What is done to one more of what is paid for.
MARGINAL_VERBS = (
    "(?:超过|超出|多|满|新?增加?|净增|增设|新?建成?|完成|培训|培养|引进|招用|吸纳|录用|收住|收治|接收|服务|减少"
    "|改造|配备|创建|达到|托养|照料|照护|护理|供养|安置|代养|寄养|招录|招聘|聘用|聘请|签约|转介|评估|评定|认定|举办|开展|组织)"
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
    r"(?P<number>[0-9]+|[一两二三四五六七八九])(?:个(?=百分点))?"
    rf"(?P<measure>百分点|{COUNTERS}|{MEASURES}|餐|次|小时|周?岁)(?!月)"
    r"(?P<noun>[^,。;0-9]{0,16})"
)
_FOR_ONE = re.compile(rf"{MARGINAL_VERBS}(?P<number>[1一])(?P<measure>{COUNTERS}){PAID_NOUN}$")
#: The same of whatever is done to it: 每加工配制一份补贴1元; 每年, 每个村 and 每户 do nothing.
EACH_DONE = rf"每(?!{UNITS_OF_PLACES}|{COUNTERS}|{PERIODS}|[季半0-9一两十百千万])[一-龥]{{2,6}}?"
_ONE_DONE = re.compile(rf"{EACH_DONE}(?P<number>[1一])(?P<measure>{COUNTERS}|餐|次){PAID_NOUN}$")
#: The same, where it opens a sentence and what is paid follows the comma.
_MARGINAL_CLAUSE = re.compile(
    rf"(?:{_MARGINAL.pattern}|每再?满[0-9一二两三四五六七八九十]{{1,2}}年)(?:的)?,$"
)
MONEY_BASE = re.compile(
    rf"每(?:一)?(?!个(?:月|季|工作日|学[期年]))(?P<measure>床位|托位|学位|{COUNTERS}|{MEASURES}|餐|客(?!户)|次|小时|课时|学时)(?P<noun>(?:[^,。;每0-9]|[0-9]A){{0,12}}?)"
    r"(?:(?:每个?|(?<=每[床人])(?=日)|(?<=每床位)(?=日))(?P<period>年|月|日|天|季度?|次|餐|学期|学年|期)(?!均))?(?=[^每]{0,24}$|[^每,;]{0,60}[0-9]元、[^每,;投]{0,12}?[岁级度类档][^每,;投]{0,12}$)"
)
# 每个村2万元, 每县(市、区)安排100万元: what each place gets
_MONEY_PLACE = re.compile(
    rf"每一?个?(?P<place>{UNITS_OF_PLACES}|站|院|点|校|店|馆)(?:\([一-龥、]{{1,8}}\))?"
    r"(?:每(?P<period>年|月|季度?))?(?=[0-9不至最给补奖安可按投拨约分一原]|配套|预算|筹|落实|列支|统筹|运[行营]|经费|工作)(?=[^每]{0,24}$)"
)
_PLACE_THAT_ACTS = re.compile(
    rf"(?:{UNITS_OF_PLACES})(?:\([一-龥、]{{1,8}}\))?(?:{MAKES}|{HAS}|有|应|要|均|都|$)"
)
_EACH_YEAR = re.compile("每([年月])(?:对)?$")
_PERIOD_FIRST = re.compile(
    r"每个?(?P<period>年|月|日|天|次|餐)每(?P<measure>人|床|户|名|张|平方米|㎡|[个家所处站台院](?=[0-9不给补奖最至约]|$))"
)
# 每年每床1000元、每人每月100元: behind another sum another base
_EACH_OF_ANOTHER = re.compile("[0-9][^每]*[、和及与][^每]*每")
# Areas for each person or place to live in; 每处, 每个县 are scopes.
_AREA_FOR = frozenset({"名", "位", "人", "床", "张", "户", "套"})
_YEARS_SERVED = re.compile(r"每再?满(?P<n>[一两二三四五六七八九十]|[1-9][0-9]?)(?:周)?年")
_EACH_TIME = re.compile(
    r"每个?(?P<period>年|月|日|天|季度?)(?![^,。;]{0,10}(?:资金|经费|拨付|安排|投入|运营费|购买|组织|开展))[^每,。;]{0,24}$"
)
# 月补贴200元, 月基础养老金标准123元, 为月1800元; the whole sum of a year has no base.
_PAID_IN = re.compile(rf"{PAID_IN}[^,。;0-9]{{0,24}}$|(?<=为)([月日])$")
# 供养标准为人年6240元, 一户补助500元: one of them, said without 每
_OF_ONE = re.compile(
    r"(?:(?<=[为准按助贴金费])(?P<person>人)(?P<period>年|月)均?|(?<![第十二三百统唯同之每])一(?P<one>人|户|份|床|餐|客|亩|间)(?:一(?P<each>年|月))?[一-龥]{0,4}?)"
    rf"(?:为|发放|{PAYMENTS}|给予)?$"
)
# 单张床位年保费170元, 单人最高5000元: for a single one, said without 每
_OF_A_SINGLE = re.compile(
    r"(?<![简名订菜账清])单(?:张|个)?(?P<one>床|人|户|餐|次|件)(?![间独项价程向标]|住|体)(?:[^,。;0-9每]|每[年月日天]){0,14}$"
)
_OF_A_MEAL = re.compile(
    r"[早中午晚正]餐(?:标准)?(?:政府|财政|个人|老人|自付)?"
    r"(?:补[贴助]?|收费?|收取|交|付|自付|缴|优惠|减免)(?:标准)?(?:为|不超过|不高于)?$"
)
_PORTION = re.compile(
    r"(?:[一两二三四1-4]个?[大小]?(?:荤|素|饭|汤|主食|水果|点心)菜?[、+,和]?){2,6}(?:套餐)?(?:\(|:|每份|为)$"
)
_CAP_OF_A_YEAR = re.compile(
    r"年度(?:[一-龥]{0,8}?(?:限额|封顶线|封顶额)|最高(?!的))[一-龥]{0,2}?(?:标准)?(?:为|达到?|不超过|不高于)?$"
)
_SUMS_AHEAD = re.compile(r"(?:[、和及与][0-9.]{1,8}万?元){1,3}(?=/)")
_RECIPIENTS = re.compile(rf"(?:{RECIPIENTS})(?:的|,)?(?:,|可|由|将|按|发放)?$")
# 失能特困老年人护理标准由每月596元调整为每月668元, 护理员岗位津贴每月增加50元
_RATE_OF_THEIRS = re.compile(
    rf"(?:{RECIPIENTS})(?:的)?[一-龥()]{{0,6}}?(?:补[贴助]|津贴|护理|供养|生活|救助|保障|待遇|工资)(?:补[贴助]|津贴|金)?(?:标准)?"
    r"(?:[由从](?:原来的|原)?每[月年][0-9.]{1,8}万?元)?(?:为|是|提高到?|提高至|调整[为到]|增加到?|上调[到至]?|达到?|统一为)*"
    r"(?:[由从](?:原来的|原)?)?$"
)
_RATE = re.compile(
    r"每[年月日天](?:增加|[不最]?[高低多少]于?|不超过|提高到?|提高至|调整为|上调|补[助贴]|发放|达到?|约|为)*"
    r"(?:[0-9.]{1,8}万?元(?:提高[到至]|调整[为到]|增加到|上调[到至]))?"
)
#: The clause ahead of one that begins with 每月, where it ends with who gets it.
_RECIPIENT_CLAUSE = re.compile(rf"(?:{RECIPIENTS})的?,$")
# 每千名老年人拥有的床位数居全省前列,达到32.5张: the rate is named in the clause ahead
_RATE_CLAUSE = re.compile(r"每[十百千万]{1,2}[名位人户张][一-龥]{2,24},$")
_ELIDED = re.compile(r"(?:已|将|要|应|平均)?(?:高?达到?|为|提高到|增加到|提升到)$")
_MEASURE_BASE = {"个": "人", "名": "人", "位": "人", "床位": "床"}
# 每个老年人, 每个床位: no body that is counted by its own measure (每个站点, 每家机构)
_SOMEBODY = re.compile(
    "[一-龥]{0,8}?(?:人|护理员|对象|儿童|学生|学员|(?P<bed>床位?))(?=[每0-9补给发奖不最,]|$)"
)
# 每平方米500元、最高不超过50万元: the cap is one of the whole sum
_REACH = 32  # of the clause ahead
_SMALL = frozenset({"平方米", "㎡", "立方米", "公里", "亩", "人次", "餐", "客", "次", "小时", "课时", "学时"})
_CAP_OF_ALL = re.compile(r"[0-9]元[^0-9]{0,6}?(?:最高|最多|总额|上限|封顶|累计)[^0-9]*$")
_PER_EACH = frozenset({"money", "frequency", "area"})


def with_marginal(text: str, clause_start: int, before: str) -> str:
    """``before`` with the clause ahead of it where that says what or who is paid for (每增加1名学员,…)."""
    ahead = text[max(0, clause_start - _REACH) : clause_start]
    if "," not in ahead[-2:]:
        return before
    marginal = _MARGINAL_CLAUSE.search(ahead)
    if marginal is None and before.startswith("每"):
        marginal = _RECIPIENT_CLAUSE.search(ahead)
    if marginal is None and _ELIDED.match(before):
        marginal = _RATE_CLAUSE.search(ahead)
    return marginal.group() + before if marginal else before


def period_then_base(p: ValueInClause) -> Based | None:
    each = last_match(_PERIOD_FIRST, p.before) if p.unit.sort in _PER_EACH else None
    if each is None or _EACH_OF_ANOTHER.search(p.before, each.end()):
        return None
    measure = each["measure"]
    base = measure if measure == "个" else _MEASURE_BASE.get(measure, measure)
    if p.unit.sort == "frequency":
        base = ""  # 每月每人2次: how often has its period alone
    return Based(p.per(base, day(each["period"])), 0, each.span())


def per_place(p: ValueInClause) -> Based | None:
    each = last_match(_MONEY_PLACE, p.before + "0") if p.unit.sort == "money" and "每" in p.before else None
    if each is None or OF_ITS_OWN.search(p.before, each.start()):
        return None
    place = "村" if each["place"].endswith("村") else each["place"]
    ahead = _EACH_YEAR.search(p.before, 0, each.start())
    return Based(p.per(place, each["period"] or (ahead[1] if ahead else "")), 0, each.span())


def per_each(p: ValueInClause) -> Based | None:
    """每张床每年补助1000元, 每人每月100元: a sum for each of a thing."""
    each = _each_before(p) if p.unit.sort == "money" else None
    return Based(p.per(_base_of(p, each), _period_of(p, each)), 0, each.span()) if each else None


def often_for_each(p: ValueInClause) -> Based | None:
    """每人每月2次: how often has its period alone."""
    each = _each_before(p) if p.unit.sort == "frequency" else None
    period = _period_of(p, each) if each and each["period"] else ""
    return Based(p.per(period), 0, each.span()) if each and period else None


def area_for_each(p: ValueInClause) -> Based | None:
    """每张床位不低于30平方米: an area for each person, bed or home."""
    each = _each_before(p) if p.unit.sort == "area" else None
    near = each and each["measure"] in _AREA_FOR and NO_NUMBER_BETWEEN.match(p.before, each.end("measure"))
    if each is None or not (each["period"] or near):
        return None
    return Based(p.per(_base_of(p, each), _period_of(p, each)), 0, each.span())


def _each_before(p: ValueInClause) -> re.Match[str] | None:
    """The words that say for each of what a value is, where they are not of another value or place."""
    each = last_match(MONEY_BASE, p.before)
    if each is None or OF_ITS_OWN.search(p.before, each.start()):
        return None
    if each["measure"] in _SMALL and _CAP_OF_ALL.search(p.before, each.end()):
        return None
    return None if _PLACE_THAT_ACTS.match(p.before, each.end("measure")) else each


def _base_of(p: ValueInClause, each: re.Match[str]) -> str:
    """The base as units write it: 人, 床; 个 of what is not named."""
    measure = each["measure"]
    somebody = _SOMEBODY.match(p.before, each.end("measure"))
    if measure in "个所家处" and not somebody:
        return measure
    beds = measure == "个" and somebody and somebody["bed"]
    return "床" if beds else _MEASURE_BASE.get(measure, measure)


def _period_of(p: ValueInClause, each: re.Match[str]) -> str:
    """The period that stands at the base or behind it."""
    paid_in = None if each["period"] else _PAID_IN.search(p.before, each.end("measure"))
    period = day(each["period"] or (paid_in[1] if paid_in else "") or "")
    return "" if period == each["measure"] else period  # 每餐早餐2元、每餐午餐4元


def per_recipient(p: ValueInClause) -> Based | None:
    """老年人每月补贴500元: what each of them gets; 每天100元 without a word on whom."""
    if p.unit.sort != "money":
        return None
    paid = _EACH_TIME.search(p.before)
    if paid is None and (in_each := _PAID_IN.search(p.before)):
        period = in_each[1] or in_each[2]
        return Based(p.per(period), 0, in_each.span()) if period != "年" else None
    if paid is None or OF_ITS_OWN.search(p.before, paid.start()):
        return None
    somebody = _RECIPIENTS.search(p.before, 0, paid.start())
    if somebody is None and _RATE.fullmatch(p.before, paid.start()):
        somebody = _RATE_OF_THEIRS.search(p.before, 0, paid.start())
    if somebody is None and paid["period"] in ("年", "季度", "季"):
        return None  # 每年安排资金200万元
    return Based(p.per("人" if somebody else "", day(paid["period"])), 0, paid.span())


def per_last_of_list(p: ValueInClause) -> Based | None:
    """分别补助10000元、6000元/张: the base stands behind the last of a list of sums."""
    rest = _SUMS_AHEAD.match(p.after) if p.unit.sort == "money" else None
    slash = SLASH_BASE.match(p.after, rest.end()) if rest else None
    if slash is None:
        return None
    return Based(p.per(base_of(slash["first"]), day(slash["second"] or "")))


def per_one(p: ValueInClause) -> Based | None:
    """供养标准为人年6240元, 参保资金一份50元: for one of them, without 每."""
    one = _OF_ONE.search(p.before) if p.unit.sort == "money" else None
    if one is None:
        return None
    return Based(p.per(one["person"] or one["one"], one["period"] or one["each"] or ""), 0, one.span())


def per_single(p: ValueInClause) -> Based | None:
    """单张床位年保费不超过170元: what a single one costs or gets."""
    single = _OF_A_SINGLE.search(p.before) if "单" in p.before else None
    if single and p.unit.sort == "area" and single["one"] != "床":
        return None
    return Based(p.per(single["one"], p.period_word), 0, single.span()) if single else None


def per_meal(p: ValueInClause) -> Based | None:
    """早餐补1元、午餐补3元: what is paid for a meal that is named."""
    meal = _OF_A_MEAL.search(p.before) if p.unit.sort == "money" else None
    return Based(p.per("餐"), 0, meal.span()) if meal else None


def per_portion(p: ValueInClause) -> Based | None:
    """一荤、两素、一汤(9元): the price of one portion, where it is said what is in it."""
    portion = _PORTION.search(p.before)
    return Based(p.per("份"), 0, portion.span()) if portion else None


def cap_of_a_year(p: ValueInClause) -> Based | None:
    """年度限额3000元: what may be paid in a year."""
    cap = _CAP_OF_A_YEAR.search(p.before) if p.unit.sort == "money" else None
    return Based(p.per("年"), 0, cap.span()) if cap and "每" not in p.before else None


def per_marginal(p: ValueInClause) -> Based | None:
    marginal = last_match(_MARGINAL, p.before) if p.unit.sort in ("money", "count", "people") else None
    if marginal is None and p.unit.sort == "money":
        marginal = _FOR_ONE.search(p.before) or ("每" in p.before and _ONE_DONE.search(p.before)) or None
    if marginal is None or OF_ITS_OWN.search(p.before, marginal.end()):
        return None
    measure, one = marginal["measure"], marginal["number"] in ("1", "一")
    if p.unit.sort == "money":
        number = "" if one else f"{number_of(marginal['number'])}"
        base = measure if measure == "个" or number else _MEASURE_BASE.get(measure, measure)
    elif one:
        return None
    else:  # 每增加10张床位增加1名护士
        number, base = base_number(marginal["number"]), BASE_OF_MANY.get(measure, measure)
    paid_each = _PAID_EACH.search(p.before, marginal.end("measure"))
    period = day(paid_each[1]) if paid_each and p.unit.sort == "money" else ""
    return Based(p.per(f"{number}{base}", period), 0, marginal.span())


def per_year_served(p: ValueInClause) -> Based | None:
    """每满1年每月增加100元: for each year served, and each month."""
    full = _YEARS_SERVED.search(p.before) if p.unit.sort == "money" and "满" in p.before else None
    if full is None:
        return None
    rest = ValueInClause(p.unit, p.before[full.end() :], "", "")
    each = period_then_base(rest) or per_each(rest)
    whom, _, period = each.unit.partition("/")[2].partition("·") if each else ("", "", "")
    monthly = period or next((word for word in "年月日" if f"每{word}" in rest.before), "")
    years = "年" if full["n"] in ("一", "1") else f"{number_of(full['n'])}年"
    return Based(p.per(whom, years, monthly), 0, full.span())
