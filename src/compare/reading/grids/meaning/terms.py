"""What the values of a row and a column measure, whose they are, and in which unit.

:data:`CELL_SUBJECTS` and :data:`CELL_SCOPES` say where a table tells it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from compare.model import TextView
from compare.reading.cues import SUMS
from compare.reading.grids.columns.labelling import NAME_HEAD, PART_HEAD, TOTAL, Label
from compare.reading.grids.grid import Place, words_at
from compare.reading.grids.measures import Measure
from compare.reading.grids.rows_and_columns import Row
from compare.reading.grids.sheet import Sheet
from compare.reading.quantities.bases.rules import unit_with_base
from compare.reading.rules import Rule, first
from compare.reading.sentences.scopes.rules import scope_of
from compare.reading.sentences.scopes.setting import Setting

#: What is measured of something that a row names: 建筑面积 of a centre.
ATTRIBUTES = re.compile("面积|床位数?$|床位规模|服务半径|服务人口|层高|宽度")
#: Sums of money, where a row names who gets them.
SUMS_OF_A_TABLE = re.compile(f"{SUMS}|金额|标准|费$")
_NUMBERED = re.compile(r"(?:附[件表]|表|专栏)?[0-9一二三四五六七八九十]{0,3}[:.、]?")
_OPENING = re.compile(r"[(\[〔【/或]")
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a value measures and in what: words of the original, normalised unit, the unit's scale; and the
    rules that found subject and scope."""

    subject: str
    place: Place | None
    scope: str
    scope_at: Place | None
    unit: str
    measure: Measure | None
    scale: Decimal
    rules: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Crossing:
    """Where a row and a column meet. ``grows``: its values say how fast; ``heads_apart``: several heads of
    the table say of what part."""

    text: str
    sheet: Sheet
    label: Label
    row: Row
    measure: Measure | None
    grows: bool
    heads_apart: bool

    @property
    def own(self) -> bool:
        """Whether the head names something that is no area."""
        return self.label.subject is not None and not self.sheet.across

    @property
    def of_a_part(self) -> bool:
        """Whether the head says whose, not what (城镇, 农村 below 2025年(%))."""
        subject = self.label.subject
        return bool(self.row.name and subject and PART_HEAD.fullmatch(self.text, *subject))


#: The place of what is measured; (None,) where nothing names it.
At = tuple[Place | None]


def _head(c: Crossing) -> At | None:
    subject = c.label.subject
    said = c.label.measure or c.grows or c.row.name is None or _is_measured_by_head(c)
    if not (subject and c.own and said) or c.of_a_part:
        return None
    bracket = _OPENING.search(c.text, *subject) if c.grows else None
    return ((subject[0], bracket.start()) if bracket else subject,)


def _is_measured_by_head(c: Crossing) -> bool:
    """Whether the head names what is measured and the row whose it is (建筑面积 of a centre, 补贴 of the
    mildly disabled)."""
    if c.measure is None or c.measure.unit is None:
        return False
    heads = SUMS_OF_A_TABLE if c.measure.unit.sort == "money" else ATTRIBUTES
    return heads.search(words_at(c.text, c.label.subject)) is not None


def _title(c: Crossing) -> At | None:
    if c.row.name is None:
        return (c.sheet.title,) if c.sheet.by_area else None
    # 城区, 农村: what of them, the title says
    return (_matter(c.text, c.sheet.title),) if PART_HEAD.fullmatch(c.text, *c.row.name) else None


def _matter(text: str, title: Place | None) -> Place | None:
    """A title that says what is counted, None where it only says that something is (表1 主要指标)."""
    number = _NUMBERED.match(text, *title) if title else None
    return None if number is None or NAME_HEAD.fullmatch(text, number.end(), number.endpos) else title


CELL_SUBJECTS: tuple[Rule[Crossing, At], ...] = (
    Rule(
        "head of the column",
        _head,
        "设施\t建筑面积(平方米)\n甲中心\t«1600»\n乙中心\t1085\n",
        "指标\t单位\t2025年\n床位\t张\t«120»\n站点\t个\t60\n",
        "GUIDE: the noun phrase that the value measures, verbatim",
    ),
    Rule(
        "title of the table",
        _title,
        "养老床位建设计划(张)\n县区\t2025年\t2026年\n甲县\t«120»\t30\n乙县\t60\t20\n",
        "县区\t床位(张)\t站点(个)\n甲县\t«120»\t30\n乙县\t60\t20\n",
        "GUIDE: the noun phrase that the value measures, verbatim",
    ),
    Rule(
        "name of the row",
        lambda c: (c.row.name,),
        "指标\t单位\t2025年\n床位\t张\t«120»\n站点\t个\t60\n",
        "设施\t建筑面积(平方米)\n甲中心\t«1600»\n乙中心\t1085\n",
        "GUIDE: the noun phrase that the value measures, verbatim",
    ),
)

#: A crossing, and where its subject stands.
Named = tuple[Crossing, Place | None]


def _part(named: Named) -> At | None:
    c, _ = named
    return (c.row.part,) if c.row.part else None


def _head_apart(named: Named) -> At | None:
    c, _ = named
    return (c.label.apart,) if c.own and (c.heads_apart or c.of_a_part) else None


CELL_SCOPES: tuple[Rule[Named, At], ...] = (
    Rule(
        "area of the table",
        lambda named: (named[0].label.part,) if named[0].sheet.by_area else None,
        "县区\t床位(张)\t站点(个)\n甲县\t«120»\t30\n乙县\t60\t20\n",
        "设施\t建筑面积(平方米)\n甲中心\t«1600»\n乙中心\t1085\n",
        "GUIDE: short qualifier that distinguishes it",
    ),
    Rule(
        "name of the row",
        lambda named: (named[0].row.name,) if named[1] != named[0].row.name else None,
        "设施\t建筑面积(平方米)\n甲中心\t«1600»\n乙中心\t1085\n",
        "指标\t单位\t2025年\n床位(公办)\t张\t«120»\n站点\t个\t60\n",
        "GUIDE: short qualifier that distinguishes it",
    ),
    Rule(
        "part of the name",
        _part,
        "指标\t2025年\n床位(张)(公办)\t«120»\n站点(个)\t60\n",
        "指标\t2025年\n床位(张)\t«120»\n站点(个)\t60\n",
        "GUIDE: short qualifier that distinguishes it",
    ),
    Rule(
        "head of the column",
        _head_apart,
        "指标\t单位\t城镇社区\t农村社区\n站点\t个\t«120»\t80\n食堂\t个\t60\t40\n",
        "指标\t单位\t2024年\t2025年\n站点\t个\t«120»\t180\n食堂\t个\t60\t90\n",
        "GUIDE: short qualifier that distinguishes it",
    ),
)


def terms_of(view: TextView, raw: str, c: Crossing) -> Terms | None:
    """What the values of a row and a column measure; None where nothing names it, or but a total."""
    found = first(CELL_SUBJECTS, c)
    (place,), by = found if found else ((None,), "")
    words = words_at(c.text, place)
    if not (words or c.sheet.by_area) or (place == c.row.name and TOTAL.match(words)):
        return None
    measure = c.measure
    unit = measure.name if measure else ""
    if measure and measure.unit and "/" not in unit:
        unit = unit_with_base(measure.unit, words, "", "")[0]
    scope_at: Place | None = None
    if restricted := first(CELL_SCOPES, (c, place)):
        (scope_at,), restricts = restricted
        scope = words_at(c.text, scope_at)
    else:
        scope, restricts = scope_of(Setting(words, words, words, words, "", unit))
    subject = raw[view.raw_start(place[0]) : view.raw_end(place[1])] if place else ""
    return Terms(
        subject, place, scope, scope_at, unit, measure, measure.scale if measure else _ONE, (by, restricts)
    )
