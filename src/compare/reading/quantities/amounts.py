"""One value at a number: its size, unit and range, or why it is none.

Tables of rules decide, each in its order: :data:`DENOMINATOR_RULES` what only belongs to the unit of
the value that follows, ``UNIT_RULES`` which unit a number has that is written without one,
:data:`UNITLESS_RULES` what a number without unit is, ``COUNT_RULES`` which numbers in words count
something, and ``PART_RULES`` which quantities only qualify another one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from compare.frozen import maker, quickly
from compare.model import Comparator, Role
from compare.reading.numerals import plain
from compare.reading.quantities.bases.payments import MARGINAL_VERBS
from compare.reading.quantities.bases.wordings import NORM_BASE, NORM_BOUND, NORM_BY, NORM_OF, NORM_SETS
from compare.reading.quantities.lexicon import Lexicon, Unit
from compare.reading.quantities.roles.qualifiers import PART_RULES
from compare.reading.quantities.roles.rhetoric import COUNT_RULES, half_counts
from compare.reading.quantities.signs import SIGNED, below_zero
from compare.reading.quantities.sizes.composed import measure
from compare.reading.quantities.sizes.number import Number, Part, number_at
from compare.reading.quantities.unwritten import UNIT_RULES
from compare.reading.rules import ByKind, Rule, first

_POWER = re.compile(r"[十百千万]{1,2}(?![0-9])|半(?=年|月)")
_BASE_SPAN = re.compile(r"[0-9.]+万?(?:-{1,2}|至|到|~)[0-9.]+万")
_BASE_OF_NORM = re.compile(
    rf"(?P<base>{NORM_BASE}){NORM_SETS}[^,。;0-9每]{{0,7}}[1-9]?(?:-?[1-9])?[处所个座家]"
)
# 每增加1张, 每培训1名: what follows is for one more
_BASE_BEFORE = re.compile(rf"每(?P<more>{MARGINAL_VERBS}{{1,2}})?$")
_BASES = frozenset(Decimal(10) ** n for n in range(1, 6))
_LONGEST_BY = 4
_BY = re.compile(f"{NORM_BY}$")
_VALUE_BEHIND = re.compile(f"(?P<of>{NORM_OF}){NORM_BOUND}[0-9]")
# A bare number is a name where it stands against a noun or letter, or in quotation marks (12345热线, “9073”).
_NAMED = re.compile(r"(?:[-~至][0-9]+)?[一-龥A-Za-z”\"』」>+*/=]")
_NAMED_BEFORE = re.compile(
    r"(?:电话|传真|热线|邮编|QQ|[A-Za-z“\"『「<+*×/=_-]):?$|(?:电话|传真|热线)[^0-9,。;\n]{0,4}(?:[0-9-]++[、,/或和])+$"
)


@quickly
@dataclass(frozen=True, slots=True)
class Value:
    """A value in the view: number(s), unit and comparator with their spans.

    ``bound_end`` is the end with the comparator behind the unit (90%以上). The clause is the
    one around the value. ``rule`` made the number a value, ``unit_rule`` gave it a unit that is not
    written at it, ``comparator_rule`` bound it by the words at ``comparator_words``,
    ``size_rule`` read its size if ``rule`` did not.
    """

    start: int
    end: int
    bound_end: int
    low: Decimal
    high: Decimal
    unit: Unit
    comparator: Comparator
    clause_start: int
    clause_end: int
    rule: str = ""
    unit_rule: str = ""
    comparator_rule: str = ""
    comparator_words: tuple[int, int] = (0, 0)
    size_rule: str = ""


@quickly
@dataclass(frozen=True, slots=True)
class Amount:
    """What a number turned out to be: with ``unit`` an amount, without one only a role up to ``end``.

    ``more`` is 余, 来 or 多 beside the number. ``rule`` decided it; ``unit_rule`` gave a unit that is not
    written at the number. ``signed`` is how many characters before the number make it negative.
    """

    end: int
    role: Role
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    unit: Unit | None = None
    more: str = ""
    rule: str = ""
    unit_rule: str = ""
    signed: int = 0
    size_rule: str = ""


_amount = maker(Amount)
_PartRule = Rule[Number, Part]


def amount_at(text: str, start: int, run_end: int, clause_start: int, lexicon: Lexicon) -> Amount:
    """Read the number at ``start`` with multiplier, unit and range."""
    number = number_at(text, start, run_end, clause_start, lexicon)
    rules = _denominator_rules(number)
    if rules and (base := first(rules, number)):
        return _amount(*base[0], rule=base[1])
    measure(number)
    match = number.match
    assert match is not None  # else it is no number
    unit_rule = ""
    if not number.unit_text and (
        unwritten := first(UNIT_RULES("scaled" if _in_thousands(number) else "bare"), number)
    ):
        (number.unit_text, number.end), unit_rule = unwritten
    number.find_unit()
    without_unit = number.unit is None or (match["half"] and not half_counts(number))
    if without_unit and (bare := first(UNITLESS_RULES(_writing(number)), number)):
        return _amount(*bare[0], rule=bare[1])
    counted = first(COUNT_RULES(number.known.sort), number) if match["han"] else None
    if counted and not counted[0]:
        return _amount(number.number_end, Role.NAME, rule=counted[1])
    if part := first(PART_RULES(number.known.sort, number.before), number):
        return _amount(*part[0], rule=part[1])
    signed = number.sign if number.known.sort in SIGNED else 0
    low = plain(number.low)
    high = low if number.high is number.low else plain(number.high)
    if signed:
        low, high = below_zero(low, high, both=not number.only_low)
    return _amount(
        number.end,
        Role.STATEMENT,
        low,
        high,
        number.unit,
        match["more"] or match["more2"] or "",
        counted[1] if counted else number.rule,
        unit_rule,
        signed,
        number.rule if counted else "",
    )


def _denominator_rules(n: Number) -> Sequence[_PartRule]:
    around = "±" if n.before.endswith("±") or n.text.startswith("±", n.number_end) else ""
    whole = n.written is not None and n.match is not None and not n.match["tail"]
    base = "each" if "每" in n.before else "norm" if "按" in n.before[-_LONGEST_BY:] else ""
    if whole and not base and not around:
        return ()
    return DENOMINATOR_RULES(base, around, "" if whole else "in parts")


def _in_thousands(n: Number) -> bool:
    """Whether the number is written with 万 or 千, in digits or in words (投入资金两万三)."""
    return n.scale > 1 or (n.low >= 1000 and bool(n.group("han")))


# -- what only belongs to the unit of the value that follows ---------------------------


# 每 stands close before the number
_EACH = ("each",)


def _power_of_base(n: Number) -> Part | None:
    each = n.before.endswith(("每", "每一"))
    word = _POWER.match(n.text, n.start) if each else None
    return (word.end(), Role.STATEMENT) if word else None


def _no_number(n: Number) -> Part | None:
    return (n.run_end, Role.NAME) if n.written is None else None


def _run_together(n: Number) -> Part | None:
    return (n.match.end("tail"), Role.NONE) if n.match and n.match["tail"] and n.mixed is None else None


def _tolerance(n: Number) -> Part | None:
    near = n.text.endswith("±", 0, n.start) or n.text.startswith("±", n.number_end)
    return (n.number_end, Role.NONE) if near else None


def _each_one(n: Number) -> Part | None:
    each = n.group("han") == "一" and n.before.endswith("每")
    return (n.number_end, Role.NAME) if each else None


def _span_of_base(n: Number) -> Part | None:
    span = _BASE_SPAN.match(n.text, n.start) if n.before.endswith("每") else None
    return (span.end(), Role.STATEMENT) if span else None


def _base_of_norm(n: Number) -> Part | None:
    each = _BASE_OF_NORM.match(n.text, n.start) if n.before.endswith(("按", "按照")) else None
    return (each.end("base"), Role.STATEMENT) if each else None


def _base(n: Number) -> Part | None:
    base = _BASE_BEFORE.search(n.before)
    return (n.number_end, Role.STATEMENT) if base and (base["more"] or n.low in _BASES) else None


def _base_by(n: Number) -> Part | None:
    behind = _VALUE_BEHIND.match(n.text, n.number_end) if _BY.search(n.before) else None
    if behind is None or not (n.low in _BASES or (behind["of"] == "户" and n.low >= min(_BASES))):
        return None
    return n.number_end, Role.STATEMENT


_DENOMINATOR_RULES: tuple[_PartRule, ...] = (
    Rule(
        "base written as a power",
        _power_of_base,
        "每«百»户配建养老用房20平方米。",
        "培育«百»户示范家庭。",
        "GUIDE: 每百户20平方米 is 平方米/百户",
        only=_EACH,
    ),
    Rule("no number", _no_number, "建设«三五»个站点。", "建设«三十五»个站点。", state="in parts"),
    Rule(
        "two numbers run together",
        _run_together,
        "补助«2千3千»元。",
        "补助«2千3百元»。",
        state="in parts",
    ),
    Rule("tolerance", _tolerance, "室温«20»±2℃。", "室温«20℃»。", needs="±"),
    Rule(
        "each single one",
        _each_one,
        "每«一»名老年人都有档案。",
        "每个乡镇有«一»名专员。",
        "GUIDE: a purely rhetorical 一",
        only=_EACH,
    ),
    Rule(
        "span as base", _span_of_base, "每«3»至10万居民设置1处。", "设置«3»至10万平方米的园区。", only=_EACH
    ),
    Rule(
        "base of a norm",
        _base_of_norm,
        "区级养老院按«20-30万人»设1处。",
        "养老院按«20-30万元»投入。",
        "GUIDE: 每千名…1名 is 名/千人",
        only=("norm",),
    ),
    Rule(
        "base",
        _base,
        "每«1000»名老年人配备1名社会工作者。",
        "配备«1000»名社会工作者。",
        "GUIDE: 每千名…1名 is 名/千人; 每增加1张: the 1 belongs to the base",
        only=_EACH,
    ),
    Rule(
        "base with its value behind",
        _base_by,
        "按«100»户20平方米控制。",
        "按«100»户计算,配建20平方米。",
        "GUIDE: 每百户20平方米 is 平方米/百户",
        only=("norm",),
    ),
)
DENOMINATOR_RULES = ByKind(_DENOMINATOR_RULES)


# -- numbers without a unit --------------------------------------------------------------


def _writing(n: Number) -> str:
    return "digits" if n.group("arab") else "half" if n.group("half") else "words"


def _bound_in_unknown_unit(n: Number) -> Part | None:
    bound = n.group("more") or n.lexicon.distant.search(n.before) or n.lexicon.adjacent.search(n.before)
    return (n.number_end, Role.NONE) if bound else None


def _in_a_word(n: Number) -> Part | None:
    return n.number_end, Role.NAME


def _name_ahead(n: Number) -> Part | None:
    return (n.number_end, Role.NAME) if _NAMED.match(n.text, n.number_end) else None


def _name_before(n: Number) -> Part | None:
    named = _NAMED_BEFORE.search(n.text, max(0, n.start - 40), n.start)
    return (n.number_end, Role.NAME) if named else None


def _bare(n: Number) -> Part | None:
    return n.number_end, Role.NONE


_UNITLESS_RULES: tuple[_PartRule, ...] = (
    Rule(
        "bound in an unknown unit",
        _bound_in_unknown_unit,
        "光照度不低于«300»坎德拉。",
        "拨打«12345»热线。",
        only=("digits",),
    ),
    Rule(
        "half in a word",
        _in_a_word,
        "开展«半»失能老年人评估。",
        "«半»小时内送达。",
        "GUIDE: names that contain numerals",
        only=("half",),
    ),
    Rule(
        "numeral in a word",
        _in_a_word,
        "推进医养«一»体化。",
        "建成«一»所敬老院。",
        "GUIDE: names that contain numerals",
        only=("words",),
    ),
    Rule(
        "name before a noun",
        _name_ahead,
        "拨打«12345»热线。",
        "拨打«12345»。",
        "GUIDE: names that contain numerals",
    ),
    Rule(
        "name behind its word",
        _name_before,
        "咨询电话:«5678901»。",
        "合计:«5678901»。",
    ),
    Rule("bare number", _bare, "合计:«5678901»。", "合计:«56»个。"),
)
UNITLESS_RULES = ByKind(_UNITLESS_RULES)
