"""Bases of a value: 每百户20平方米, 人均0.1平方米, 每人每月100元.

The base belongs to the unit (gold/GUIDE: 平方米/百户, 平方米/人, 名/千人, 元/人·月); a period is a
column of its own (:mod:`compare.reading.quantities.bases.periods`), and joins the unit only for flows that
have no meaning without it (人次/年, 次/年).
"""

from __future__ import annotations

from compare.reading.quantities.bases.intervals import (
    per_other_period,
    per_period,
    per_several_periods,
    per_time,
)
from compare.reading.quantities.bases.payments import (
    area_for_each,
    cap_of_a_year,
    often_for_each,
    per_each,
    per_last_of_list,
    per_marginal,
    per_meal,
    per_one,
    per_place,
    per_portion,
    per_recipient,
    per_single,
    per_year_served,
    period_then_base,
)
from compare.reading.quantities.bases.populations import by_many, per_head, per_many, rate_of_many, serves
from compare.reading.quantities.bases.wordings import (
    ONE_BEHIND,
    PAID_EACH,
    SLASH_BASE,
    Based,
    ValueInClause,
    base_of,
    day,
)
from compare.reading.quantities.lexicon import Unit
from compare.reading.rules import ByKind, Rule, first

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
    rules = BASE_RULES(unit.sort, before, "base behind" if after.startswith(("/", "每", "一")) else "")
    return first(rules, ValueInClause(unit, before, after, period_word)) or (Based(unit.unit), "")


def _paid_behind(p: ValueInClause) -> bool:
    """Whether a base behind a sum is its own: nothing before it says another (每人1200元每月的补贴)."""
    return "每" not in p.before or bool(p.period_word and PAID_EACH.match(p.after))


def _written_behind(p: ValueInClause) -> Based | None:
    slash = SLASH_BASE.match(p.after)
    if not slash or (p.after[0] != "/" and (p.unit.sort != "money" or not _paid_behind(p))):
        return None
    if p.unit.unit in _BODIES and slash["first"] in _BODIES:
        return None  # 12家/所 is counted in either
    first_part, second = slash["first"], slash["second"]
    base = base_of(first_part)
    if not second and base in _PERIOD_WORDS:
        each = per_each(p) or per_marginal(p) or per_head(p)  # 每人补助300元/年, 人均30元/年
        whom = each.unit.partition("/")[2].split("·")[0] if each else ""
        return Based(p.per(whom, base), slash.end())
    if not second:
        return Based(p.per(base), slash.end())
    parts = sorted((base, day(second)), key=lambda part: part in _PERIOD_WORDS)
    return Based(p.per(*parts), slash.end())


def _one_behind(p: ValueInClause) -> Based | None:
    one = ONE_BEHIND.match(p.after)
    if one is None:
        return None
    base = "餐" if one["one"] == "顿" else base_of(one["one"])
    each = (per_each(p) or per_head(p)) if base in _PERIOD_WORDS else None
    whom = each.unit.partition("/")[2].split("·")[0] if each else ""
    return Based(p.per("" if whom == base else whom, base), one.end())


def _none(p: ValueInClause) -> Based | None:
    return Based(p.unit.unit) if p.unit.sort in _WITHOUT_BASE else None


#: In this order; a unit for which none applies stands alone.
_BASE_RULES: tuple[Rule[ValueInClause, Based], ...] = (
    Rule(
        "base behind the unit",
        _written_behind,
        "补贴标准为«100元/人·月»。",
        "补贴标准为«100元»。",
        "GUIDE: per-person-per-month in the unit (元/人·月)",
        state="base behind",
    ),
    Rule(
        "price of one",
        _one_behind,
        "上门助浴«38元»一次。",
        "给予«38元»一次性补贴。",
        "GUIDE: per-person-per-month in the unit (元/人·月)",
        only=("money",),
        state="base behind",
    ),
    Rule(
        "one serves so many",
        serves,
        "按照«1名»社工服务200名老年人的标准配备。",
        "培训«1名»社工服务200名老年人。",
        "GUIDE: ratios are coded with the base in the unit",
        only=("people",),
    ),
    Rule(
        "unit as it stands",
        _none,
        "每千名老年人护理型床位占比«55%»。",
        "每千名老年人床位«40张»。",
        only=tuple(_WITHOUT_BASE),
    ),
    Rule(
        "per ten, hundred, thousand",
        per_many,
        "每百户配建养老用房«20平方米»。",
        "每百户配建,且每处不少于«350平方米»。",
        "GUIDE: 每百户20平方米 is 平方米/百户",
        needs=("每", "按"),
    ),
    Rule(
        "rate without 每",
        rate_of_many,
        "万人拥有站点«4个»。",
        "数万人拥有站点«4个»。",
        "GUIDE: 每百户20平方米 is 平方米/百户",
        only=("count", "people", "area"),
        needs="百千万",
    ),
    Rule(
        "by so many",
        by_many,
        "按100户不小于«20平方米»配建。",
        "按100户计算,配建«20平方米»。",
        "GUIDE: 每百户20平方米 is 平方米/百户",
        only=("count", "people", "area"),
        needs="按",
    ),
    Rule(
        "per head",
        per_head,
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
    Rule(
        "period before base",
        period_then_base,
        "每月每人补助«100元»。",
        "每月补助«100元»。",
        "GUIDE: per-person-per-month in the unit (元/人·月)",
        needs="每",
    ),
    Rule(
        "per place",
        per_place,
        "每个村补助«100元»。",
        "全村补助«100元»。",
        "GUIDE: per-person-per-month in the unit (元/人·月)",
        only=("money",),
        needs="每",
    ),
    Rule(
        "per person, bed, facility",
        per_each,
        "每人每月补助«100元»。",
        "本人本月补助«100元»。",
        "GUIDE: per-person-per-month in the unit (元/人·月)",
        only=("money",),
        needs="每",
    ),
    Rule(
        "how often for each",
        often_for_each,
        "每人每月巡访«2次»。",
        "每人巡访«2次»。",
        "GUIDE: 每年 and the like are the period",
        only=("frequency",),
        needs="每",
    ),
    Rule(
        "area for each",
        area_for_each,
        "每张床位不低于«30平方米»。",
        "每个站点不低于«300平方米»。",
        "GUIDE: 人均0.1平方米 is 平方米/人",
        only=("area",),
        needs="每",
    ),
    Rule(
        "per one more",
        per_marginal,
        "每招用1名护理员补贴«500元»。",
        "招用2名护理员补贴«500元»。",
        "GUIDE: 每增加1张: the 1 belongs to the base of what follows",
        only=("money", "count", "people"),
        needs="每1一",
    ),
    Rule(
        "per time",
        per_time,
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
        "per single one",
        per_single,
        "单张床位年保费不超过«170元»。",
        "简单改造补助不超过«170元»。",
        "GUIDE: per-person-per-month in the unit (元/人·月)",
        only=("money", "area"),
        needs="单",
    ),
    Rule(
        "per meal",
        per_meal,
        "早餐补«1元»、午餐补3元。",
        "早餐店补«1元»。",
        "GUIDE: per-person-per-month in the unit (元/人·月)",
        only=("money",),
        needs="餐",
    ),
    Rule(
        "price of a portion",
        per_portion,
        "一荤、两素、一汤(«9元»)。",
        "一荤、两素、一汤的套餐补助«9元»。",
        "GUIDE: per-person-per-month in the unit (元/人·月)",
        only=("money",),
        needs="荤素汤饭",
    ),
    Rule(
        "cap of a year",
        cap_of_a_year,
        "辅助器具租赁年度限额«3000元»。",
        "辅助器具租赁限额«3000元»。",
        "GUIDE: per-person-per-month in the unit (元/人·月)",
        only=("money",),
        needs=("年度",),
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
        per_several_periods,
        "每两年开展«1次»评估。",
        "每年开展«1次»评估。",
        "GUIDE: 每两年一次 is 1 次/2年",
        needs="每年月周天日季",
    ),
    Rule(
        "per period without a code",
        per_other_period,
        "每旬巡查«1次»。",
        "每月巡查«1次»。",
        "GUIDE: 次/2年",
        needs="每",
    ),
    Rule("per period", per_period, "每年培训«100人次»。", "每年培训«100人»。", "units.yaml: per_period"),
)
BASE_RULES = ByKind(_BASE_RULES)
