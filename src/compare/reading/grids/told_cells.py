"""Statements of the words in cells, as their rows and columns tell of them: :data:`TOLD_KINDS`,
:data:`TOLD_DATES`, :data:`TOLD_SUBJECTS` and :data:`TOLD_SCOPES`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from compare.model import Kind, Reason, Statement, TextView
from compare.reading.grids.cell_values import KEEPS
from compare.reading.grids.columns.labelling import EXPLAINING_HEAD, MARKS_IN_NAME
from compare.reading.grids.columns.sorts import Sort
from compare.reading.grids.grid import Place, is_blank
from compare.reading.grids.sheet import Sheet
from compare.reading.quantities.bases.rules import unit_with_base
from compare.reading.quantities.lexicon import Lexicon
from compare.reading.rules import Rule, first

# 每万常住人口达到4名: a base counts nothing.
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")  # ≥40张(2025年)
_NO_NOUN = re.compile(f"(?:继续|力争|基本)?{KEEPS}")  # 保持1人以上,队伍稳定
_BASE = re.compile(r"每[^,。、]{1,12}(?<![数率量位])")


@dataclass(frozen=True, slots=True)
class CellTerms:
    """What a row and a column tell of the words in a cell ``start:end`` of the original.

    No target can stand where the column ``explains`` how things are counted, nor in a cell that ``is_class``:
    one that the row is for (50张以下).
    """

    start: int
    end: int
    deadline: str
    binding: str
    explains: bool
    is_class: bool
    name: Place | None
    area: str = ""


class Told(NamedTuple):
    """A statement of the words in a cell, as it was read without its table, and what the table tells."""

    said: Statement
    terms: CellTerms


def _explained(t: Told) -> Kind | None:
    return None if t.said.kind is Kind.ALLOCATION else Kind.PARAMETER


def _due(t: Told) -> str | None:
    """Deadline of a target that has none, or one that the table tells more exactly."""
    own, told = t.said.deadline, t.terms.deadline
    wanting = t.said.kind is Kind.TARGET and told and (not own or told.startswith(f"{own}-"))
    return told if wanting else None


def _named(t: Told) -> Place | None:
    """The name of the row, of what has no noun of its own: a base or what stands in brackets is none."""
    own = t.said.subject
    nameless = (
        not own
        or _NO_NOUN.fullmatch(own)
        or _ASIDE.fullmatch(own)
        or ("/" in t.said.unit and _BASE.fullmatch(own))
    )
    return t.terms.name if nameless else None


TOLD_KINDS: tuple[Rule[Told, Kind], ...] = (
    Rule(
        "class that names the row",
        lambda t: _explained(t) if t.terms.is_class else None,
        "|年龄|标准(元)|\n|«80-89周岁»|60|\n|90-99周岁|100|\n|100周岁以上|300|\n",
        "|指标|2025年|指标解释|\n|护理型床位占比|55%|占全部床位的«55%»以上|\n|助餐覆盖率|80%|达到80%的社区|\n",
    ),
    Rule(
        "column that explains",
        lambda t: _explained(t) if t.terms.explains else None,
        "|指标|2025年|指标解释|\n|护理型床位占比|55%|占全部床位的«55%»以上|\n|助餐覆盖率|80%|达到80%的社区|\n",
        "|年龄|标准(元)|\n|«80-89周岁»|60|\n|90-99周岁|100|\n|100周岁以上|300|\n",
    ),
)
TOLD_DATES: tuple[Rule[Told, str], ...] = (
    Rule(
        "year of the column or time limit of the row",
        _due,
        "|指标|2025年|备注|\n|床位|新增床位«400张»并投用|市级|\n|站点|建成站点60个|区级|\n",
        "|指标|内容|备注|\n|床位|新增床位«400张»并投用|市级|\n|站点|建成站点60个|区级|\n",
    ),
)
TOLD_SUBJECTS: tuple[Rule[Told, Place], ...] = (
    Rule(
        "name of the row",
        _named,
        "|指标|2025年|备注|\n|护理员|每万人达到«4名»,队伍稳定|市级|\n|站点|建成站点60个|区级|\n",
        "|指标|2025年|备注|\n|护理员|护理员达到«4名»,队伍稳定|市级|\n|站点|建成站点60个|区级|\n",
        "GUIDE: the noun phrase that the value measures, verbatim",
    ),
)
TOLD_SCOPES: tuple[Rule[Told, str], ...] = (
    Rule(
        "area of the table",
        lambda t: None if t.said.scope_text else t.terms.area or None,
        "|县区|2025年任务|\n|甲县|新增床位«400张»,改造站点5个|\n|乙县|新增床位600张,改造站点6个|\n",
        "|指标|2025年任务|\n|床位|新增床位«400张»,改造站点5个|\n|站点|建成站点600个,改造站点6个|\n",
        "GUIDE: short qualifier that distinguishes it",
    ),
)


def as_rows_say(
    made: Sequence[Statement], view: TextView, raw: str, sheets: Sequence[Sheet]
) -> tuple[Statement, ...]:
    """Statements of the words in cells, as their rows and columns tell of them.

    Targets without a deadline of their own have the year of their column or the time limit of their row,
    what has no noun of its own (全覆盖, 每万人达到4名) the name of the row; what explains an indicator is a
    parameter.
    """
    told = sorted(
        {one for sheet in sheets for one in _told(view, sheet)}, key=lambda one: (one.start, one.end)
    )
    starts = [one.start for one in told]
    said: list[Statement] = []
    for statement in made:
        at = bisect_right(starts, statement.value_start) - 1
        if at >= 0 and statement.value_start < told[at].end:
            statement = _as_told(statement, told[at], raw, sheets[0].lexicon)
        said.append(statement)
    return tuple(said)


def _as_told(said: Statement, terms: CellTerms, raw: str, lexicon: Lexicon) -> Statement:
    told = Told(said, terms)
    reasons = list(said.reasons)
    made: dict[str, Any] = {"binding": terms.binding}
    if kind := first(TOLD_KINDS, told):
        made |= {"kind": kind[0], "deadline": ""}
        reasons = [r for r in reasons if r.about not in ("kind", "deadline")]
        reasons.append(Reason("kind", kind[1]))
    elif due := first(TOLD_DATES, told):
        made["deadline"] = due[0]
        reasons.append(Reason("deadline", due[1]))
    if name := first(TOLD_SUBJECTS, told):
        made["subject"] = raw[slice(*name[0])]
        if measure := lexicon.units.get(said.unit):  # 每千名老年人床位|≥40张
            made["unit"], _ = unit_with_base(measure, made["subject"], "", "")
        reasons.append(Reason("subject", name[1], *name[0]))
    if area := first(TOLD_SCOPES, told):
        made["scope_text"] = area[0]
        reasons.append(Reason("scope", area[1]))
    return replace(said, reasons=tuple(reasons), **made)


def _told(view: TextView, sheet: Sheet) -> Iterator[CellTerms]:
    """What is told of the cells with words of a table."""
    for r in sheet.body:
        term, binding = sheet.deadline(view.text, r), sheet.binding(view.text, r)
        row = sheet.grid.rows[r]
        name = _name_of(view, row[sheet.name]) if sheet.name is not None and sheet.area is None else None
        place = view.text[slice(*row[sheet.area])] if sheet.area is not None else ""
        for c, cell in enumerate(row):
            if is_blank(cell):
                continue
            deadline = (sheet.labels[c].year or term) if sheet.sorts[c] is not Sort.NOTHING else ""
            area = place if c != sheet.area else ""
            yield CellTerms(
                view.raw_start(cell[0]),
                view.raw_end(cell[1]),
                deadline,
                binding,
                EXPLAINING_HEAD.search(sheet.labels[c].text) is not None,
                c == sheet.name and sheet.values[r][c] is not None,
                name if c != sheet.name else None,
                area,
            )


def _name_of(view: TextView, cell: Place) -> Place | None:
    """Where a name without its marks stands in the original; None where it is blank."""
    mark = MARKS_IN_NAME.match(view.text, *cell)
    name = (mark.end(), cell[1]) if mark else cell
    return None if is_blank(name) else (view.raw_start(name[0]), view.raw_end(name[1]))
