"""What a numeral is before it is read as a quantity: a date, an ordinal, a ratio, a name.

:data:`COVERS` are spans whose numerals all have one role, :data:`NUMERAL_RULES` the rules for a numeral
outside them. Where none applies, the numeral is an amount or a bare number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from unicodedata import numeric

from compare.model import Role
from compare.reading.numerals import CHINESE, ENCLOSED, ROMAN, chinese_to_decimal, plain
from compare.reading.quantities import dates as dt
from compare.reading.quantities.amounts import Amount, amount_at
from compare.reading.quantities.date_rules import (
    five_year,
    horizon_part,
    month_of_year,
    numeric_date,
    plan_period,
    year,
    year_in_words,
    year_span,
)
from compare.reading.quantities.lexicon import Unit
from compare.reading.quantities.place import Found, NumeralRule, Place, role_only


@dataclass(frozen=True, slots=True)
class Cover:
    """Spans whose numerals all have one role, with an example and a near miss as a rule has them."""

    name: str
    pattern: re.Pattern[str]
    role: Role
    example: str
    near: str


COVERS = (
    Cover(
        "document number",
        re.compile(r"[〔\[(〈【](?:19|20)[0-9]{2}[〕\])〉】][^,。;\n]{0,4}?[0-9]+号?"),
        Role.DOCUMENT,
        "根据国办发〔2019〕«5»号文件。",
        "根据文件〔2019〕,新增«5»个。",
    ),
    Cover(
        "number of a standard",
        re.compile(r"建标[0-9]{2,4}-(?:19|20)[0-9]{2}"),
        Role.DOCUMENT,
        "按照建标«143»-2010建设。",
        "按照标准«143»建设。",
    ),
    Cover(
        "slogan",
        re.compile(
            r"[“\"‘「][^“”\"’」每各\n]{0,24}?[1一](?P<unit>[个户例家人处名项批件所片村])"
            r"(?:[^“”\"’」每各\n]{0,12}?[1一](?P=unit))+[^“”\"’」每各\n]{0,6}[”\"’」]"
        ),
        Role.NAME,
        "坚持“成熟«1»个、推出1个”的原则。",
        "建成敬老院«1个»、幸福院1个。",
    ),
    Cover(
        "title of a document",
        re.compile(r"《[^《》\n]{1,120}》"),
        Role.NAME,
        "《养老服务«三»年行动方案》印发。",
        "印发养老服务«三»年行动方案。",
    ),
)

_LIST_MARK = re.compile(
    rf"[0-9]{{1,3}}(?:[、)]|\.(?![0-9])|\.(?=(?:19|20)[0-9]{{2}}[年~至到-]))|[{CHINESE}]{{1,3}}[、.]"
)
# 1.1, 2.3.1 at the head of a line: the number of a section, where no unit follows and no date is part of it.
_SECTION = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=[^0-9.,:%/~\-])")
_SECTION_OPENS = re.compile("(?:[到至]|截至|以)(?=[0-9二])")
# 【重点任务26】: the number of what is labelled
_LABEL = re.compile(r"\[[^\[\]\n。,;]{1,16}$")
# 1.65周岁, (二)2.75周岁: nobody is of such an age, and there is no 2.80户; an item has that number.
_GLUED = re.compile(r"(?:[1-9]|[12][0-9])\.(?=[0-9]{1,3}(?:周岁|岁))")
_GLUED_COUNT = re.compile(r"[0-9]{1,2}\.(?=[0-9]{1,5}(?:[张名户家所处座位]|人(?!次)))")
_BRACKETED = re.compile(rf"(?:[0-9]{{1,2}}|[{CHINESE}]{{1,3}})\)")
_ENUMERATION = re.compile(rf"[{CHINESE}]{{1,2}}(?:是|要|来(?![名个家张处所户人位])|曰)")
_NUMBERED_PARTS = ("附件", "附表", "附录", "专栏", "表", "图")
_RATIO = re.compile(r"(?P<a>[0-9]+(?:\.[0-9]+)?):(?P<b>[0-9]+(?:\.[0-9]+)?)(?![0-9:])")
_RATIO_BASES = {Decimal(10): "十", Decimal(100): "百", Decimal(1000): "千", Decimal(10000): "万"}
_HAN_RATIO = re.compile(r"(?P<a>[一二三四五六七八九十百]{1,3})比(?P<b>[一二三四五六七八九十百]{1,3})")
_PER_100000 = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,3})?)/10万")
_SIMPLE_FRACTION = re.compile(r"(?P<a>[1-9])/(?P<b>[2-9]|10)(?![0-9/月日])")
_BOUND = ("以上", "以下", "左右", "的")
_CLOCK = re.compile(
    r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9])"
    r"|[0-2]?[0-9](?:时(?:[0-5]?[0-9]分)?|点(?:[0-5]?[0-9]分)?)(?![0-9一-龥]*[比率])"
)
_QUARTERS = {"一": 1, "1": 1, "二": 2, "两": 2, "2": 2, "三": 3, "3": 3}
_QUARTER = re.compile(r"(?P<n>[一二两三1-3])刻钟")


# -- ordinals --------------------------------------------------------------------------


def _numbered(p: Place) -> Found | None:
    numbered = p.run_end - p.start <= 4 and p.text.startswith("号", p.run_end)
    return role_only(p.run_end, Role.DOCUMENT) if numbered else None


def _plan_in_full(p: Place) -> Found | None:
    full = dt.FIVE_YEAR_IN_FULL.match(p.text, p.start - 1)
    return five_year(p, full, p.start - 1) if full and full["when"] else None


def _ordinal(p: Place) -> Found | None:
    return role_only(p.run_end, Role.ORDINAL)


def _mark(p: Place) -> Found | None:
    return role_only(p.start + 1, Role.ORDINAL)


def _enclosed_count(p: Place) -> Found | None:
    """②⓪个, ⑫户, Ⅲ万元: numbers set in signs, where a unit ends the clause behind them and a noun or verb
    stands before; what lists items is followed by what it lists."""
    signs = p.start
    while signs < p.run_end and p.text[signs] in _SIGNS:
        signs += 1
    if not "一" <= p.before <= "龥" or signs - p.start > 6:
        return None
    digits = "".join(f"{numeric(char):.0f}" for char in p.text[p.start : signs])
    amount = amount_at(digits + p.text[signs : signs + 8], 0, len(digits), 0, p.lexicon)
    end = signs + amount.end - len(digits)
    if amount.unit is None or amount.unit.enumerates or p.text[end : end + 1] not in _CLAUSE_ENDS:
        return None
    return _amount(end, amount.low, amount.unit)


def _roman(p: Place) -> Found | None:
    end = p.start
    while end < p.run_end and p.text[end] in _ROMAN:
        end += 1
    return role_only(end, Role.NAME)


def _row_number(p: Place) -> Found | None:
    """A short number alone in its cell or line, or behind 附件: the number of a row, annex or box."""
    alone = p.before in "\n|" and p.text[p.run_end : p.run_end + 1] in ("|", "\n", "")
    if p.run_end - p.start > 3 or not (alone or p.text.endswith(_NUMBERED_PARTS, 0, p.start)):
        return None
    return role_only(p.run_end, Role.ORDINAL)


def _list_mark(p: Place) -> Found | None:
    # 1、2、3 in running text is a list of numbers; at the head of a line it is a mark.
    mark = _LIST_MARK.match(p.text, p.start)
    return role_only(mark.end(), Role.ORDINAL) if mark else None


def _glued(p: Place) -> Found | None:
    mark = _GLUED.match(p.text, p.start)
    return role_only(mark.end(), Role.ORDINAL) if mark else None


def _glued_count(p: Place) -> Found | None:
    mark = _GLUED_COUNT.match(p.text, p.start)
    return role_only(mark.end(), Role.ORDINAL) if mark else None


def _bracketed(p: Place) -> Found | None:
    mark = _BRACKETED.match(p.text, p.start)
    return role_only(mark.end(), Role.ORDINAL) if mark else None


def _label(p: Place) -> Found | None:
    labels = p.text.startswith("]", p.run_end) and _LABEL.search(p.text, max(0, p.start - 18), p.start)
    return role_only(p.run_end, Role.ORDINAL) if labels else None


def _section(p: Place) -> Found | None:
    mark = _SECTION.match(p.text, p.start)
    if not mark:
        return None
    sure = mark.group().count(".") > 1 or _SECTION_OPENS.match(p.text, mark.end())
    if not sure and amount_at(p.text, p.start, mark.end(), p.start, p.lexicon).unit:
        return None
    return role_only(mark.end(), Role.ORDINAL)


def _enumeration(p: Place) -> Found | None:
    mark = _ENUMERATION.match(p.text, p.start)
    return role_only(mark.end(), Role.ORDINAL) if mark else None


# -- ratios and times of day -----------------------------------------------------------------


def _ratio(p: Place) -> Found | None:
    match = _RATIO.match(p.text, p.start)
    if not match or p.before in ":.-0123456789":
        return None
    a, b = Decimal(match["a"]), Decimal(match["b"])
    clock = match["b"].startswith("0") and len(match["b"]) == 2
    return _proportion(match.end(), a, b) if 1 in (a, b) and 0 not in (a, b) and not clock else None


def _ratio_in_words(p: Place) -> Found | None:
    match = _HAN_RATIO.match(p.text, p.start)
    a, b = (chinese_to_decimal(match["a"]), chinese_to_decimal(match["b"])) if match else (None, None)
    return _proportion(match.end(), a, b) if match and a and b and 1 in (a, b) else None


def _proportion(end: int, a: Decimal, b: Decimal) -> Found:
    """N:1 is one per N, the base in the unit (gold/GUIDE); other proportions are a plain ratio."""
    base = _RATIO_BASES.get(max(a, b))
    value = Decimal(1) if base else plain((a / b).quantize(Decimal("0.0001")))
    return _amount(end, value, Unit(f"个/{base}人" if base else "ratio", (), "ratio"))


def _per_100000(p: Place) -> Found | None:
    rate = _PER_100000.match(p.text, p.start)
    return _amount(rate.end(), Decimal(rate[1]), Unit("1/10万", (), "level")) if rate else None


def _simple_fraction(p: Place) -> Found | None:
    part = _SIMPLE_FRACTION.match(p.text, p.start)
    if not part or int(part["a"]) >= int(part["b"]):
        return None
    if p.before not in "的达过于为约占到至近" and not p.text.startswith(_BOUND, part.end()):
        return None
    share = plain((Decimal(part["a"]) / Decimal(part["b"]) * 100).quantize(Decimal("0.0001")))
    return _amount(part.end(), share, p.lexicon.units["%"])


def _quarter_hour(p: Place) -> Found | None:
    quarter = _QUARTER.match(p.text, p.start)
    if quarter is None:
        return None
    return _amount(quarter.end(), Decimal(15 * _QUARTERS[quarter["n"]]), p.lexicon.units["分钟"])


def _clock(p: Place) -> Found | None:
    clock = _CLOCK.match(p.text, p.start)
    return role_only(clock.end(), Role.NAME) if clock else None


def _amount(end: int, value: Decimal, unit: Unit) -> Found:
    return Found(end, Role.STATEMENT, amount=Amount(end, Role.STATEMENT, value, value, unit))


_DIGITS = "0123456789"
_ENCLOSED, _ROMAN = (
    "".join(
        chr(code)
        for low, high in zip(spans[::3], spans[2::3], strict=True)
        for code in range(ord(low), ord(high) + 1)
    )
    for spans in (ENCLOSED, ROMAN)
)
_SIGNS = frozenset(_ENCLOSED + _ROMAN)
_CLAUSE_ENDS = ",。;、|\n)"
_ITEM_OPENS = "\n。;:#|()"
_MARKED = "\n。;:#|"
NUMERAL_RULES: tuple[NumeralRule, ...] = (
    NumeralRule(
        "numbered document",
        _numbered,
        "民政部令第«66»号公布。",
        "民政部令第«66»条。",
        opens="0123456789",
        ahead="号",
    ),
    NumeralRule(
        "five-year plan in full",
        _plan_in_full,
        "第«十四»个五年规划期末达到55%。",
        "第«十四»个五年规划纲要。",
        "DESIGN: any 五年规划 is its last year",
        opens=CHINESE,
        behind="第",
    ),
    NumeralRule("ordinal behind 第", _ordinal, "第«3»条规定。", "共«3条»。", behind="第"),
    NumeralRule(
        "enclosed number",
        _enclosed_count,
        "改造«⑫户»,培训50名。",
        "包括«⑫»家庭养老床位。",
        opens=_ENCLOSED + _ROMAN,
    ),
    NumeralRule("enclosed mark", _mark, "«③»新建床位。", "«3»个站点。", opens=_ENCLOSED),
    NumeralRule("Roman numeral", _roman, "护理«Ⅲ»级的老年人。", "护理«3»级的老年人。", opens=_ROMAN),
    NumeralRule(
        "number of a row or annex",
        _row_number,
        "见附件«2»:",
        "见文件«2»:",
        opens=_DIGITS,
        behind="\n|" + "".join(word[-1] for word in _NUMBERED_PARTS),
    ),
    NumeralRule(
        "span of years",
        year_span,
        "«2021-2025年»新增床位300张。",
        "«2021-2025»号楼。",
        opens="12",
        ahead="年-~至到",
    ),
    NumeralRule(
        "year, month or day",
        year,
        "到«2025年6月底前»完成。",
        "到«1800»个点位。",
        opens="12",
        ahead="年-~至到",
    ),
    NumeralRule(
        "numeric date", numeric_date, "发布于«2021-03-15»。", "编号«2021-93-15»。", opens="12", ahead="-./"
    ),
    NumeralRule(
        "month or day without year", month_of_year, "«6月底前»完成。", "«16»月饼。", opens=_DIGITS, ahead="月"
    ),
    NumeralRule(
        "list mark",
        _list_mark,
        "«1、»新建床位。",
        "电话分机«1、»2。",
        opens=_DIGITS,
        behind=_MARKED,
        ahead="、).",
    ),
    NumeralRule(
        "list mark glued to an age",
        _glued,
        "(«1.»65周岁以上的;",
        "平均预期寿命达到«76.3岁»。",
        opens=_DIGITS,
        behind=_ITEM_OPENS + _ENCLOSED,
        ahead=".",
    ),
    NumeralRule(
        "list mark glued to a count",
        _glued_count,
        "对象。\n«2.»60张以上的机构。",
        "对象为«2.60»张。",
        opens=_DIGITS,
        behind="\n;)",
        ahead=".",
    ),
    NumeralRule(
        "bracketed list mark",
        _bracketed,
        "(«1)»新建床位。",
        "(«1张)»床位。",
        opens=_DIGITS,
        behind="(",
        ahead=")",
    ),
    NumeralRule(
        "number of a label", _label, "[重点任务«26»]建设20个养老中心。", "[建设养老中心«20个»]。", ahead="]"
    ),
    NumeralRule(
        "number of a section",
        _section,
        "说明。\n«1.2»总体目标。",
        "说明。\n«1.2万人»参加。",
        opens=_DIGITS,
        behind="\n",
        ahead=".",
    ),
    NumeralRule(
        "ratio",
        _ratio,
        "护理员与老人比例为«1:10»。",
        "上午«8:30»开放。",
        "GUIDE: N:1 is 1 with the base in the unit",
        opens=_DIGITS,
        ahead=".:",
    ),
    NumeralRule(
        "rate per hundred thousand",
        _per_100000,
        "死亡率下降到«15.1/10万»。",
        "编号«15/10»。",
        opens=_DIGITS,
        ahead="./",
    ),
    NumeralRule(
        "fraction with a stroke",
        _simple_fraction,
        "超过总数的«2/3»。",
        "编号«2/3»。",
        opens="123456789",
        ahead="/",
    ),
    NumeralRule("time of day", _clock, "上午«8:30»开放。", "比例为«1:10»。", opens=_DIGITS, ahead=":时点"),
    NumeralRule(
        "quarter of an hour",
        _quarter_hour,
        "步行«一刻钟»生活圈。",
        "步行«一»刻不停。",
        opens="一二两三123",
        ahead="刻",
    ),
    NumeralRule(
        "ratio in words",
        _ratio_in_words,
        "按«一比五»配备护理员。",
        "按«一»比较法计算。",
        opens="一二三四五六七八九十百",
        ahead="比",
    ),
    NumeralRule(
        "five-year plan",
        plan_period,
        "«十四五期间»新增床位300张。",
        "共«五»五开。",
        opens="十五六七八九",
    ),
    NumeralRule(
        "part of the horizon",
        horizon_part,
        "前«两»年打基础。",
        "提前«两年»完成。",
        opens="一二两三四",
        behind="前后",
        ahead="年",
    ),
    NumeralRule(
        "year in words",
        year_in_words,
        "到«二〇二五年»达到55%。",
        "到«二十五»个村。",
        opens="二一",
        ahead="年○OoＯ",
    ),
    NumeralRule(
        "list mark in words",
        _list_mark,
        "«一、»总体要求。",
        "共«一»、二类。",
        opens=CHINESE,
        behind=_MARKED,
        ahead="、.",
    ),
    NumeralRule(
        "bracketed list mark in words",
        _bracketed,
        "(«一)»总体要求。",
        "(«一»批)。",
        opens=CHINESE,
        behind="(",
        ahead=")",
    ),
    NumeralRule(
        "enumeration",
        _enumeration,
        "«一是»新建床位。",
        "共有«一»是非。",
        opens=CHINESE,
        behind="\n。;:,、|(",
        ahead="是要来曰",
    ),
)


_BEHIND = frozenset("".join(rule.behind for rule in NUMERAL_RULES))
_AHEAD = frozenset("".join(rule.ahead for rule in NUMERAL_RULES))
_ANY_OTHER = "\0"  # character: one that no rule asks for


def rules_at(before: str, opening: str, after: str) -> tuple[NumeralRule, ...]:
    """The rules that may apply to a numeral that begins with ``opening`` behind ``before``, and whose run of
    digits ends at ``after``, in order."""
    return _rules(
        before if before in _BEHIND else _ANY_OTHER, opening, after if after in _AHEAD else _ANY_OTHER
    )


@cache
def _rules(before: str, opening: str, after: str) -> tuple[NumeralRule, ...]:
    return tuple(rule for rule in NUMERAL_RULES if rule.can_apply(before, opening, after))
