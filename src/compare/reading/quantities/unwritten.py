"""The unit of a number that is written without one, from the noun beside it or the list it stands in."""

from __future__ import annotations

import re

from compare.reading.cues import BOUNDS_BEFORE, PAYMENTS, PERSONS
from compare.reading.numerals import multiplier_to_decimal
from compare.reading.quantities.indicator_lines import label_of
from compare.reading.quantities.lexicon import Lexicon
from compare.reading.quantities.sizes.number import Number
from compare.reading.rules import ByKind, Rule

_PEOPLE = re.compile(
    rf"(?:名|位)?(?:[1-9][0-9]{{1,2}}周?岁(?:及?以上)?的?)?(?!用|帮|给|扶(?!贫)|救|改|建设|培|支|奖|补|资|为)(?:[一-龥]{{0,8}}?(?:{PERSONS})(?!次|均))"
)
# 惠及2000老年人, 为五百老人提供服务: those who are served stand at the number itself
_SERVED = re.compile(
    r"(?:惠及|服务|覆盖|培训|帮助|资助|慰问|救助|补贴|受益|为|向|给)(?:了|全[市县区省]|辖区|超过?|近|约|逾){0,3}$"
)
_SERVED_PEOPLE = re.compile(
    rf"余?(?:失能|困难|高龄|独居|留守|特困|农村|城镇){{0,2}}(?:{PERSONS})(?![次均服热专网大协学体用公综口])"
)
_HOUSEHOLDS = re.compile(r"(?:[一-龥]{0,6}?)家庭(?![照养病医护床])")
_PEOPLE_BEFORE = re.compile(
    r"(?:人员|残疾人|护理员|学员|患者|从业者|岁(?:及?以上)?)的?(?:有望|将)?(?:达到?|约|共|有|为|近|已|超过?|突破)*$|(?:人口|人数)[^,。;、0-9]{0,8}(?:[0-9.]{1,8}[万千]?[、和及与]){0,8}$|(?:老年?人|群众|职工|居民|儿童|学生)(?:总数|总量|数量)?[^,。;]{0,3}$"
)
# 老年人口1.94亿,2020年将达到2.43亿
_BY_THEN = re.compile(r"20[0-9]{2}年[底末]?(?:预计)?(?:将|有望)(?:达到?|突破|超过|增至|增加到|接近)约?$")
_BY_THEN_ENDS = re.compile("[,。;、)\n]|左右|以上|$")
_OF_PEOPLE = re.compile("人口[^,。;0-9%]{0,6}[0-9.]+[万亿]")
_SENTENCE, _STOPS = 64, re.compile("[。;\n]")
_NOUN_UNITS = {"人次": "人次", "户数": "户", "床位": "张", "床位数": "张", "床位总数": "张"}
_UNIT_NOUN = re.compile(
    r"(?P<noun>人次|户数|床位总数|床位数?)(?:达到?|为|超过?|突破|不少于|不低于|约|近|增加到|提高到)*$"
)
_IN_TURN = re.compile("分别|依次")
_OF_THE_MULTIPLE = 1000  # 5000、1万元: a number so large is written out
_LISTED = re.compile(r"(?:[、和及与][0-9.]++){0,24}[、和及与](?P<last>[0-9.]+)")
# 80州岁: a find-and-replace scar inside 周岁; the age itself is sound.
_DAMAGED_AGE = re.compile(r"[一-龥]岁(?=及?以[上下]|的?老)")

# 投资5000万以上: 元 is left out behind a noun of money
_MONEY_NOUN = re.compile(
    rf"(?:投资|资金|经费|投入|注册资本|产值|产业规模|营业收入|{PAYMENTS})(?:额|总额)?"
    rf"(?:达到?|为|超过?|约|近|突破|[大小多少低高]于|不足|{BOUNDS_BEFORE})*$"
)
_SUM_ENDS = re.compile(r"及?以[上下]|左右|以内|[,。;、|\n)]|的|$|用于|帮[助扶]|支持|资助|救助")
# 岗位津贴:初级工100/月、中级工|200/月
_PAID_BY = re.compile(r"/(?:人[/·])?(?:月|年|天|日)(?![0-9底末初中])|/月[/·]人")
_SPAN = re.compile("[-~至到]$")
_PAID = re.compile(f"{PAYMENTS}|工资|薪酬|[费价]")
# 满意度指数达到88以上: an index or a score (gold/GUIDE: unit 分)
_SCORE = re.compile(r"(?:指数|评分|得分|分值|分数)[^0-9,。;]{0,8}$")
_SCORE_ENDS = re.compile(r"及?以[上下]|左右|[,。;、|\n]|的|$")
#: 辖1市9县, 下辖3区5县: places of each sort that belong to one, counted without 个.
GOVERNED_BEFORE = re.compile(
    r"辖(?:有|了|共)?(?:[0-9]{1,4}(?:个[一-龥]{1,5}[、和及]?|[市县区旗乡镇街村][、和及]?|街道[、和及]?)){0,6}$"
)
#: The same: what they are, behind the number.
GOVERNED_PLACES = re.compile(
    r"(?P<noun>县级市|自治[县旗]|苏木|嘎查|社区|街道|[市县区旗乡镇街村])(?=[0-9、和及与,。;]|$)"
)
# 护理型床位占比(%):2020年45,2025年|55以上: the unit stands in the label of the line
_LABEL_ENDS = re.compile(
    r"(?:及?以[上下]|左右|以内)?(?:\((?:(?:19|20)[0-9]{2}年|约束性|预期性)\))?(?:[,、;。→\n]|(?:提高|增加|上升|扩大|下降|降低|减少)[到至]|$)"
)
_CURRENCY = {"¥": "元", "￥": "元", "$": "美元", "＄": "美元", "€": "欧元", "£": "英镑"}

#: The unit's word, and where the number ends with it.
Unwritten = tuple[str, int]
_UnitRule = Rule[Number, Unwritten]


def _people_behind(n: Number) -> Unwritten | None:
    return ("人", n.end) if _PEOPLE.match(n.text, n.end) else None


def _people_served(n: Number) -> Unwritten | None:
    people = n.low >= 10 and n.low == n.low.to_integral_value() and _SERVED_PEOPLE.match(n.text, n.end)
    return ("人", n.end) if people and _SERVED.search(n.before) else None


def _households(n: Number) -> Unwritten | None:
    return ("户", n.end) if _HOUSEHOLDS.match(n.text, n.end) else None


def _people_before(n: Number) -> Unwritten | None:
    return ("人", n.end) if _PEOPLE_BEFORE.search(n.before) else None


def _people_by_then(n: Number) -> Unwritten | None:
    if not _BY_THEN.search(n.before) or not _BY_THEN_ENDS.match(n.text, n.end):
        return None
    said = n.text[max(n.start - _SENTENCE, 0) : n.start].rpartition("。")[2]
    return ("人", n.end) if _OF_PEOPLE.search(said) else None


def _noun_before(n: Number) -> Unwritten | None:
    noun = _UNIT_NOUN.search(n.before)
    if noun and "每" in n.before:
        return None  # 每张床位1万5
    return (_NOUN_UNITS[noun["noun"]], n.end) if noun else None


def _sum(n: Number) -> Unwritten | None:
    money = _MONEY_NOUN.search(n.before) and _SUM_ENDS.match(n.text, n.end)
    return ("元", n.end) if money else None


def _sum_by_the_month(n: Number) -> Unwritten | None:
    if n.low < 10 or not n.group("arab") or not _PAID_BY.match(n.text, n.end) or _SPAN.search(n.before):
        return None
    said = _STOPS.split(n.text[max(n.start - _SENTENCE, 0) : n.start])[-1]
    return ("元", n.end) if _PAID.search(said) else None


def _listed(n: Number) -> Unwritten | None:
    last = _last_listed(n.text, n.end, n.lexicon) if _IN_TURN.search(n.before) else None
    if last is None or not last["unit"]:
        return None
    if last["mult"] and n.low < _OF_THE_MULTIPLE:  # 分别补助10、8、5万元
        n.low = n.high = n.low * multiplier_to_decimal(last["mult"])
    return last["unit"], n.end


def _last_listed(text: str, position: int, lexicon: Lexicon) -> re.Match[str] | None:
    """The last number of a list given 分别, which alone says the unit (1、8、80个)."""
    listed = _LISTED.match(text, position)
    return lexicon.value.match(text, listed.start("last")) if listed else None


def _damaged_age(n: Number) -> Unwritten | None:
    damaged = _DAMAGED_AGE.match(n.text, n.end)
    return ("岁", damaged.end()) if damaged else None


def _score(n: Number) -> Unwritten | None:
    score = n.group("arab") and n.low <= 1000 and _SCORE.search(n.before)
    return ("分", n.end) if score and _SCORE_ENDS.match(n.text, n.end) else None


def _governed(n: Number) -> Unwritten | None:
    places = n.group("arab") and n.low < 1000 and GOVERNED_PLACES.match(n.text, n.end)
    return ("个", n.end) if places and GOVERNED_BEFORE.search(n.before) else None


def _currency(n: Number) -> Unwritten | None:
    unit = _CURRENCY.get(n.text[n.start - 1]) if n.start else None
    return (unit, n.end) if unit else None


def _of_the_label(n: Number) -> Unwritten | None:
    found = label_of(n.text, n.start) if _LABEL_ENDS.match(n.text, n.end) else None
    word = found[0]["unit"] if found else None
    if not found or not word or word not in n.lexicon.units:
        return None
    scale = multiplier_to_decimal(found[0]["mult"] or "")
    n.low, n.high = n.low * scale, n.high * scale
    return word, n.end


# 万, 亿 … stands with the number
_SCALED = ("scaled",)
_UNIT_RULES: tuple[_UnitRule, ...] = (
    Rule(
        "people behind the number",
        _people_behind,
        "全市有«8.6万»老年人。",
        "全市有«8.6»老年人。",
        only=_SCALED,
    ),
    Rule(
        "households behind the number",
        _households,
        "惠及«1.5万»困难家庭。",
        "惠及«1.5万»家庭床位。",
        only=_SCALED,
    ),
    Rule(
        "people before the number",
        _people_before,
        "常住人口达到«55万»。",
        "常住人口比重达到«55»。",
        only=_SCALED,
    ),
    Rule(
        "people by a later year",
        _people_by_then,
        "老年人口1.94亿,2020年将达到«2.43亿»。",
        "产值1.94亿,2020年将达到«2.43亿»。",
        only=_SCALED,
    ),
    Rule(
        "unit in the noun before",
        _noun_before,
        "服务人次达«200万»以上。",
        "点击量达«200万»以上。",
        only=_SCALED,
    ),
    Rule(
        "people who are served",
        _people_served,
        "惠及«九百九十九»老年人。",
        "拨打«九百九十九»老年人热线。",
        only=("bare",),
    ),
    Rule("sum of money", _sum, "投资«5000万»以上的项目。", "点击«5000万»以上。", only=_SCALED),
    Rule(
        "sum by the month",
        _sum_by_the_month,
        "岗位津贴:初级工«100»/月。",
        "岗位编号:初级工«100»/月。",
        needs="/",
    ),
    Rule("unit at the end of the list", _listed, "分别建成«1»、8、80个。", "建成«1»、8、80。"),
    Rule(
        "score",
        _score,
        "满意度指数达到«88»以上。",
        "满意度指数发布«88»次以上。",
        "GUIDE: an index or score without unit has unit 分",
    ),
    Rule(
        "places that belong to one",
        _governed,
        "全州辖«1»市9县。",
        "全州有«1»市9县。",
        "GUIDE: population/stock facts",
        only=("bare",),
    ),
    Rule(
        "unit of the label",
        _of_the_label,
        "护理型床位占比(%):2020年45,2025年«55»,约束性。",
        "护理型床位占比(%):见表«55»,约束性。",
        only=("bare",),
    ),
    Rule("currency sign", _currency, "奖金￥«500»。", "奖金«500»。"),
    Rule("damaged 周岁", _damaged_age, "«80»州岁以上老年人享受津贴。", "«80»号楼以上住户。"),
)
UNIT_RULES = ByKind(_UNIT_RULES)
