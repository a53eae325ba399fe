"""One pass over the numerals of a text: each becomes a value, a date, or a named role.

Nothing is dropped: every numeral met is reported with its role, so that the ledger can show
which ones the grammar has no reading for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from compare.model import Comparator, Role
from compare.reading import dates as dt
from compare.reading.frame import Frame
from compare.reading.lexicon import Lexicon, Unit
from compare.reading.numbers import (
    CHINESE,
    arabic_to_decimal,
    chinese_to_decimal,
    fraction_to_percent,
    multiplier_to_decimal,
)

_RUN = re.compile(rf"[0-9{CHINESE}半]+")
_DOCUMENT = re.compile(r"[〔\[(〈【](?:19|20)[0-9]{2}[〕\])〉】][^,。;\n]{0,4}?[0-9]+号?|(?<![0-9])[0-9]{1,4}号(?:令|文|公告|文件)?")
_TITLE = re.compile(r"《[^《》\n]{1,120}》")
_LIST_MARK = re.compile(rf"[0-9]{{1,3}}(?:[、)]|\.(?![0-9])|\.(?=(?:19|20)[0-9]{{2}}年))|[{CHINESE}]{{1,3}}[、.]")
_BRACKETED = re.compile(rf"(?:[0-9]{{1,2}}|[{CHINESE}]{{1,3}})\)")
_ENUMERATION = re.compile(rf"[{CHINESE}]{{1,2}}(?:是|要|来|曰)")
_RATIO = re.compile(r"(?P<a>[0-9]+(?:\.[0-9]+)?):(?P<b>[0-9]+(?:\.[0-9]+)?)(?![0-9:])")
_CLOCK = re.compile(r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9])|[0-2]?[0-9](?:时(?:[0-5]?[0-9]分)?|点(?:[0-5]?[0-9]分)?)(?![0-9一-龥]*[比率])")
_QUARTER = re.compile(r"一刻钟")
_NOUN_THEN_BOUND = re.compile(r"[一-龥]{1,5}?(?=(?:及以上|以上|以内|以下|左右)(?:[,。;、|\n):的]|$))")
_SYMBOL = {"≥": Comparator.GE, "≧": Comparator.GE, "≤": Comparator.LE, "≦": Comparator.LE, ">": Comparator.GT, "<": Comparator.LT}

# 三年行动方案, 五年规划, 一年来: spans of time that name something and bind nothing.
_DURATION_NAME = re.compile(r"(?:行动|规划|计划|攻坚|方案|倍增|提升|改革|工程|来|以来|一度|期间|制)")
_DURATION_BEFORE = re.compile(
    r"(?:分|满|为期|期限为?|有效期为?|连续|提前|经过|用|近|每|限期|保存|保留|延长|缩短|超过|不[^,。]{0,4}于|不超过|期限[^,。]{0,4}|期[^,。]{0,2}为|在|至少|于|自[^,。]{1,20}(?:起|后)|后|间隔|可)$"
)
_DURATION_AFTER = re.compile(r"(?:以?内|之内|以上|以下|及以上|以前|前|时间|过渡期|有效|期满|为限)")
_COUNT_VERB = re.compile(
    r"(?:建成|建设|新建|改建|扩建|改造|建立|设立|设置|安排|配备|配置|配建|培育|打造|创建|成立|组建|引进|拥有|建有|设有|开设|开办|办好|完成|新增|增加|增设|培训|培养|扶持|发展|举办|组织|开展|至少|不少于|有|均有|各有|各建|推出|启动|实施|认定|评选|选派|建|设|达到|达|到|为)(?:了|好|起)?$"
)
_STRONG_VERB = re.compile(r"(?:建成|新建|建有|设有|增设|配备|拥有|开办|引进|至少|不少于|各有|均有|各建)(?:了|好|起)?$")
_RECURS = re.compile(r"每(?:半|一)?(?:个)?(?:年|季|月|周|日|天|星期|人|批|班|次)|(?:不少于|至少)[^,。;]{0,4}$")
_DISTRIBUTIVE = re.compile(r"每|各(?=[^种类项级]{0,8}(?:建|设|有|配|成))|均(?=[^衡等]{0,6}[有建设配])")
_PEOPLE = re.compile(r"(?:名|位)?(?:[一-龥]{0,4}?(?:老年?人|人口|职工|群众|居民|农民|儿童|学生|贫困户))")
# 80州岁: a find-and-replace scar inside 周岁; the age itself is sound.
_DAMAGED_AGE = re.compile(r"[一-龥]岁(?=及?以[上下]|的?老)")
_PEOPLE_BEFORE = re.compile(r"(?:人口|人数)[^,。;]{0,8}$")
_RATE_AHEAD = re.compile(r"(?:及)?以[上下][^,。;0-9]{0,24}?(?:率|比例|占比|比重|百分比)[^,。;]{0,10}?[0-9百]")
_RATIO_BASES = {Decimal(10): "十", Decimal(100): "百", Decimal(1000): "千", Decimal(10000): "万"}
_BASE_BEFORE = re.compile(r"每(?P<more>增加|超过?|多|满)?$")
_BASES = frozenset(Decimal(10) ** n for n in range(1, 6))


@dataclass(frozen=True, slots=True)
class Value:
    """A value in the view: number(s), unit and comparator with their spans.

    ``bound_end`` is the end with the comparator behind the unit (90%以上), ``han`` whether the
    number is written in Chinese numerals, ``factor_noun`` the noun between unit and 以上.
    """

    start: int
    end: int
    bound_end: int
    low: Decimal
    high: Decimal
    unit: Unit
    unit_text: str
    comparator: Comparator
    clause_start: int
    clause_end: int


@dataclass(frozen=True, slots=True)
class Scan:
    """All numerals of a text in order, and what they are."""

    values: tuple[Value, ...]
    dates: tuple[dt.Date, ...]
    roles: tuple[tuple[int, int, Role], ...]


#: A span of the view whose numerals have a role known beforehand (furniture, table cell).
Known = tuple[int, int, Role]


def scan(text: str, lexicon: Lexicon, frame: Frame, anchor: dt.Anchor, known: Sequence[Known] = ()) -> Scan:
    """Read every numeral of ``text`` once, left to right."""
    return _Scanner(text, lexicon, frame, anchor, known).run()


class _Scanner:
    """State of one pass; kept private so that the module's face is the pure function."""

    __slots__ = ("anchor", "covered", "dates", "frame", "lexicon", "position", "roles", "text", "values")

    def __init__(
        self, text: str, lexicon: Lexicon, frame: Frame, anchor: dt.Anchor, known: Sequence[Known]
    ) -> None:
        self.text, self.lexicon, self.frame, self.anchor = text, lexicon, frame, anchor
        self.values: list[Value] = []
        self.dates: list[dt.Date] = []
        self.roles: list[tuple[int, int, Role]] = []
        self.covered: list[Known] = sorted(
            [
                *known,
                *((m.start(), m.end(), Role.DOCUMENT) for m in _DOCUMENT.finditer(text)),
                *((m.start(), m.end(), Role.NAME) for m in _TITLE.finditer(text)),
            ]
        )
        self.position = 0

    def run(self) -> Scan:
        covered = iter([*self.covered, (len(self.text) + 1, len(self.text) + 2, Role.NONE)])
        cover = next(covered)
        for match in _RUN.finditer(self.text):
            start, end = match.span()
            if start < self.position:
                if end <= self.position:
                    continue
                start = self.position
            while cover[1] <= start:
                cover = next(covered)
            if cover[0] <= start:
                self._role(start, end, cover[2])
                continue
            while start < end:
                start = max(self._read(start, end), start + 1)
        self.dates.extend(dt.relative_dates(self.text, self.anchor))
        self.dates.sort(key=lambda d: d.start)
        return Scan(tuple(self.values), tuple(self.dates), tuple(self.roles))

    def _role(self, start: int, end: int, role: Role) -> int:
        self.roles.append((start, end, role))
        self.position = max(self.position, end)
        return end

    def _read(self, start: int, run_end: int) -> int:
        text = self.text
        first = text[start]
        before = text[start - 1] if start else "\n"
        if before == "第":
            return self._role(start, run_end, Role.ORDINAL)
        if first.isdigit():
            end = self._date(start) or self._mark(start, before) or self._ratio(start, before)
        else:
            end = self._han_name(start, before, run_end)
        if end:
            return end
        return self._value(start, run_end)

    # -- dates ------------------------------------------------------------------

    def _date(self, start: int) -> int:
        text = self.text
        if text.startswith(("20", "19"), start):
            span = dt.YEAR_SPAN.match(text, start)
            match = dt.ABSOLUTE.match(text, start)
            if span and (not match or span.end() > match.end() or match["y0"]):
                if text.startswith("年", span.end()) or span.group().endswith(("年", "年度")):
                    return self._add_date(span, span["y"], "", None)
            if match:
                return self._add_date(match, dt.absolute(match), match["tail"], match["part"])
            if numeric := dt.NUMERIC.match(text, start):
                self.dates.append(dt.Date(start, numeric.end(), dt.absolute(numeric), dt.Force.DATE))
                return self._role(start, numeric.end(), Role.DATE)
        month = dt.MONTH_DAY.match(text, start)
        if month and not (start and text[start - 1] in ".-"):
            year = self.anchor.issue_year
            for date in reversed(self.dates):
                if date.value and date.start >= self.frame.sentence(start)[0]:
                    year = int(date.value[:4])
                break
            value = f"{year}-{int(month['m']):02d}" if year else ""
            if value and month["d"]:
                value += f"-{int(month['d']):02d}"
            if value and (month["tail"] or month["part"]):
                force = dt.force_of(text, start, month.end(), month["tail"], month["part"])
                self.dates.append(dt.dated(start, month.end(), value, force, self.anchor))
            return self._role(start, month.end(), Role.DEADLINE if month["tail"] else Role.DATE)
        return 0

    def _add_date(self, match: re.Match[str], value: str, tail: str, part: str | None) -> int:
        start, end = match.span()
        force = dt.force_of(self.text, start, end, tail, part)
        self.dates.append(dt.dated(start, end, value, force, self.anchor))
        return self._role(start, end, Role.DATE if force is dt.Force.DATE else Role.DEADLINE)

    # -- ordinals, names ------------------------------------------------------------

    def _mark(self, start: int, before: str) -> int:
        text = self.text
        if before in "\n。;:#|" and (mark := _LIST_MARK.match(text, start)):
            # 1、2、3 in running text is a list of numbers; at the head of a line it is a mark.
            return self._role(start, mark.end(), Role.ORDINAL)
        if before == "(" and (mark := _BRACKETED.match(text, start)):
            return self._role(start, mark.end(), Role.ORDINAL)
        return 0

    def _ratio(self, start: int, before: str) -> int:
        match = _RATIO.match(self.text, start)
        if match and before not in ":.-0123456789":
            a, b = Decimal(match["a"]), Decimal(match["b"])
            if 1 in (a, b) and not (match["b"].startswith("0") and len(match["b"]) == 2):
                # N:1 is one per N, the base in the unit (gold/GUIDE); other proportions are a plain ratio.
                base = _RATIO_BASES.get(max(a, b))
                value = Decimal(1) if base else (a / b).quantize(Decimal("0.0001")).normalize()
                unit = Unit(f"个/{base}人" if base else "ratio", (), "ratio")
                return self._accept(start, match.end(), value, value, unit, "")
        clock = _CLOCK.match(self.text, start)
        return self._role(start, clock.end(), Role.NAME) if clock else 0

    def _han_name(self, start: int, before: str, run_end: int) -> int:
        text = self.text
        if _QUARTER.match(text, start):
            unit = self.lexicon.units.get("分钟")
            if unit:
                return self._accept(start, start + 3, Decimal(15), Decimal(15), unit, "分钟")
        five = dt.FIVE_YEAR.match(text, start)
        if five and (five["n"].startswith(("十", "二十")) or before in "“\"'‘「"):
            end = five.end()
            if five["when"]:
                year = dt.five_year_end(five["n"])
                force = dt.force_of(text, start, end, "", "期")
                self.dates.append(dt.dated(start, end, str(year), force, self.anchor))
                return self._role(start, end, Role.DEADLINE)
            return self._role(start, start + len(five["n"]) + 1, Role.NAME)
        if text[start] in "二一" and (year_match := dt.ABSOLUTE.match(text, start)):
            return self._add_date(year_match, dt.absolute(year_match), year_match["tail"], year_match["part"])
        if before in "\n#|。;:" and (mark := _LIST_MARK.match(text, start)):
            return self._role(start, mark.end(), Role.ORDINAL)
        if before == "(" and (mark := _BRACKETED.match(text, start)):
            return self._role(start, mark.end(), Role.ORDINAL)
        if before in "\n。;:,、|(" and (mark := _ENUMERATION.match(text, start)):
            return self._role(start, mark.end(), Role.ORDINAL)
        return 0

    # -- values ---------------------------------------------------------------------

    def _value(self, start: int, run_end: int) -> int:
        match = self.lexicon.value.match(self.text, start)
        if not match:
            return self._role(start, run_end, Role.NAME)
        number = _number(match)
        if number is None:
            return self._role(start, min(run_end, max(match.end("han"), start + 1)), Role.NAME)
        low, percent = number
        if (base := _BASE_BEFORE.search(self.text, max(0, start - 3), start)) and (base["more"] or low in _BASES):
            # 每百户, 每1000名, 每增加1人: the base belongs to the unit of the value that follows.
            return self._role(start, max(match.end("arab"), match.end("han")), Role.STATEMENT)
        scale = multiplier_to_decimal(match["mult"]) if match["mult"] else Decimal(1)
        unit_text = percent or match["unit"] or ""
        end = match.end()
        if percent and match["unit"]:
            end = match.start("unit")
        low *= scale
        high = low
        second = self.lexicon.second.match(self.text, end)
        if second and (extended := self._extend(low, scale, unit_text, match, second)):
            low, high, unit_text, end = extended
        if not unit_text and scale > 1 and self._counts_people(start, end):
            unit_text = "人"
        if not unit_text and (damaged := _DAMAGED_AGE.match(self.text, end)):
            unit_text, end = "岁", damaged.end()
        unit = self.lexicon.units.get(unit_text)
        if unit is None:
            return self._role(start, max(match.end("arab"), match.end("han"), start + 1), Role.NAME)
        if match["half"] or (match["han"] and not self._han_counts(start, end, low, high, unit)):
            return self._role(start, max(match.end("han"), match.end("half"), start + 1), Role.NAME)
        if self._names(start, end, unit, match):
            return self._role(start, end, Role.NAME)
        if unit.sort == "age" and _RATE_AHEAD.match(self.text, end):
            # 60岁以上老年人健康管理率达到70%: the age only says of whom (gold/GUIDE), no row of its own.
            return self._role(start, end, Role.STATEMENT)
        more = bool(match["more"] or match["more2"])
        return self._accept(start, end, _plain(low), _plain(high), unit, unit_text, more=more)

    def _extend(
        self, low: Decimal, scale: Decimal, unit_text: str, match: re.Match[str], second: re.Match[str]
    ) -> tuple[Decimal, Decimal, str, int] | None:
        """Read a range whose first number is ``match``: 20%—50%, 1—2个, 5-6亿元, 一千元以上三千元以下."""
        other = _number(second, "second_")
        if other is None:
            return None
        high, percent = other
        second_unit = percent or second["second_unit"] or ""
        second_scale = multiplier_to_decimal(second["second_mult"]) if second["second_mult"] else Decimal(1)
        opened = second["low_open"] is not None
        if opened:
            if not (second["high_close"] or unit_text == second_unit):
                return None
            end = second.end("high_close") if second["high_close"] else second.end("second_unit")
        else:
            separator = second["sep"]
            if separator in ("", ",", "或") or (unit_text and separator in ("至", "到") and not second_unit):
                return None
            end = second.end("second_unit") if second["second_unit"] else second.end()
            if second["high_close"]:
                end = second.start("high_close")
        if second_unit and unit_text and second_unit != unit_text:
            return None
        if not (second_unit or unit_text):
            return None
        if not unit_text and scale == 1:
            low *= second_scale
        high *= second_scale
        if high <= low:
            return None
        return low, high, second_unit or unit_text, end

    def _han_counts(self, start: int, end: int, low: Decimal, high: Decimal, unit: Unit) -> bool:
        """Whether a number in Chinese numerals is a real value and not rhetoric (一批, 三项, 两个方面)."""
        text = self.text
        clause_start = self.frame.clause(start)[0]
        before = text[clause_start:start]
        if unit.sort in ("share", "age", "money", "area", "change", "multiple", "length", "mass"):
            return not (low == 1 and unit.sort in ("multiple", "length", "mass", "area"))
        if unit.unit in ("分钟", "小时"):
            return True
        if unit.sort == "duration":
            if _DURATION_NAME.match(text, end) or (before.endswith(("前", "后")) and unit.unit == "年" and not before.endswith("提前")):
                return False
            return bool(_DURATION_AFTER.match(text, end) or _DURATION_BEFORE.search(before))
        if unit.sort == "frequency":
            return bool(_RECURS.search(before)) and not text.startswith("性", end)
        if unit.enumerates:
            return False
        if low != high or low >= 11:
            return True
        if self.lexicon.distant.search(before) or _DISTRIBUTIVE.search(before):
            return low > 1 or unit.countable_one
        if low == 1:
            return unit.countable_one and unit.unit != "个" and bool(_STRONG_VERB.search(before))
        return bool(_COUNT_VERB.search(before))

    def _counts_people(self, start: int, end: int) -> bool:
        """8.6万老人, 人口达到55万: a large number may stand on people without a measure word."""
        clause_start = self.frame.clause(start)[0]
        return bool(_PEOPLE.match(self.text, end) or _PEOPLE_BEFORE.search(self.text[clause_start:start]))

    def _names(self, start: int, end: int, unit: Unit, match: re.Match[str]) -> bool:
        text = self.text
        before = text[start - 1] if start else "\n"
        if before in "+*×/=" or (before.isascii() and before.isalpha()):
            return True
        if unit.unit == "年" and (_DURATION_NAME.match(text, end) or match["unit"] == "周年"):
            return True
        return unit.sort == "frequency" and text.startswith(("全会", "会议", "党代会"), end)

    def _accept(
        self, start: int, end: int, low: Decimal, high: Decimal, unit: Unit, unit_text: str, *, more: bool = False
    ) -> int:
        clause_start, clause_end = self.frame.clause(start)
        clause_end = max(clause_end, end)
        floor = max(clause_start, self.values[-1].bound_end if self.values else 0)
        comparator, bound_end = self._comparator(floor, start, end, low, high, unit, more)
        self.values.append(
            Value(start, end, bound_end, low, high, unit, unit_text, comparator, clause_start, clause_end)
        )
        return self._role(start, end, Role.STATEMENT)

    def _comparator(
        self, floor: int, start: int, end: int, low: Decimal, high: Decimal, unit: Unit, more: bool
    ) -> tuple[Comparator, int]:
        """Comparator of a value and the end of the words that carry it."""
        text, lexicon = self.text, self.lexicon
        after = lexicon.after.match(text, end)
        noun = None if after else (_NOUN_THEN_BOUND.match(text, end) if unit.sort in ("count", "people") else None)
        if noun:
            after = lexicon.after.match(text, noun.end())
        bound_end = end
        code: Comparator | None = None
        if after:
            word = after[1]
            time_like = unit.sort in ("duration", "length")
            if word in ("内",) and not time_like:
                after = None
            elif word in ("前", "以前", "之前"):
                if unit.sort == "share":
                    code, bound_end = Comparator.LT, after.end()
                elif unit.sort == "duration":
                    # 六十日前提交: at least sixty days before.
                    code, bound_end = Comparator.GE, after.end()
                else:
                    after = None
            else:
                code, bound_end = lexicon.comparators[word], after.end()
        if low != high:
            return Comparator.RANGE, bound_end
        if code is None:
            before = text[floor:start]
            if before and before[-1] in _SYMBOL:
                return _SYMBOL[before[-1]], bound_end
            distant = None
            for distant in lexicon.distant.finditer(before):  # noqa: B007 - the last one governs
                pass
            adjacent = lexicon.adjacent.search(before[-12:])
            if distant is not None and not (adjacent and adjacent[1] in ("约", "大约", "近")):
                code = lexicon.comparators[distant.group()]
            elif adjacent:
                code = lexicon.comparators[adjacent[1]]
            elif more:
                code = Comparator.GT
        return code or Comparator.EQ, bound_end


def _plain(value: Decimal) -> Decimal:
    """The same number without trailing zeros or an exponent (2000, not 2000.0 or 2E+3)."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _number(match: re.Match[str], prefix: str = "") -> tuple[Decimal, str] | None:
    """The number of a match as (value, "%" or "‰" or "")."""
    if fraction := match[f"{prefix}frac"]:
        return fraction_to_percent(fraction)
    if arabic := match[f"{prefix}arab"]:
        return arabic_to_decimal(arabic), ""
    if han := match[f"{prefix}han"]:
        value = chinese_to_decimal(han)
        if value is None and len(han) > 1 and not han.strip("百千万亿") and match["unit"] == "元" and not prefix:
            value = multiplier_to_decimal(han)  # 过百亿元
        return None if value is None else (value, "")
    return None
