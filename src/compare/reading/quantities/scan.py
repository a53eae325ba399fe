"""One pass over the numerals of a text: each becomes a value, a date, or a named role.

Nothing is dropped: every numeral met is reported with its role, so that the ledger can show
which ones the grammar has no reading for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from compare.model import Role
from compare.reading.numerals import CHINESE, chinese_to_decimal
from compare.reading.page.clauses import CLAUSE_REACH, Clauses
from compare.reading.quantities import dates as dt
from compare.reading.quantities.amounts import Amount, Value, amount_at
from compare.reading.quantities.comparators import comparator
from compare.reading.quantities.lexicon import Lexicon, Unit

#: A run of digits or of Chinese numerals: what the ledger counts.
NUMERAL = re.compile(rf"[0-9{CHINESE}半]+")
_DOCUMENT = re.compile(r"[〔\[(〈【](?:19|20)[0-9]{2}[〕\])〉】][^,。;\n]{0,4}?[0-9]+号?")
_NUMBERED = re.compile(r"[0-9]{1,4}号(?:令|文|公告|文件)?|建标[0-9]{2,4}-(?:19|20)[0-9]{2}")
_TITLE = re.compile(r"《[^《》\n]{1,120}》")
_LIST_MARK = re.compile(
    rf"[0-9]{{1,3}}(?:[、)]|\.(?![0-9])|\.(?=(?:19|20)[0-9]{{2}}年))|[{CHINESE}]{{1,3}}[、.]"
)
# 1.1, 2.3.1 at the head of a line: the number of a section, where no unit follows and no date is part of it.
_SECTION = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=[^0-9.,:%/~\-])")
_SECTION_OPENS = re.compile("(?:[到至]|截至|以)(?=[0-9二])")
_BRACKETED = re.compile(rf"(?:[0-9]{{1,2}}|[{CHINESE}]{{1,3}})\)")
_ENUMERATION = re.compile(rf"[{CHINESE}]{{1,2}}(?:是|要|来|曰)")
_RATIO = re.compile(r"(?P<a>[0-9]+(?:\.[0-9]+)?):(?P<b>[0-9]+(?:\.[0-9]+)?)(?![0-9:])")
_RATIO_BASES = {Decimal(10): "十", Decimal(100): "百", Decimal(1000): "千", Decimal(10000): "万"}
_CLOCK = re.compile(
    r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9])"
    r"|[0-2]?[0-9](?:时(?:[0-5]?[0-9]分)?|点(?:[0-5]?[0-9]分)?)(?![0-9一-龥]*[比率])"
)
_NUMBERED_PARTS = ("附件", "附表", "附录", "专栏", "表", "图")
_SPAN_JOINTS = frozenset({"至", "到", "-", "--", "~"})
_BOUND = ("以上", "以下", "左右", "的")
_HAN_RATIO = re.compile(r"(?P<a>[一二三四五六七八九十百]{1,3})比(?P<b>[一二三四五六七八九十百]{1,3})")
_SIMPLE_FRACTION = re.compile(r"(?P<a>[1-9])/(?P<b>[2-9]|10)(?![0-9/月日])")
_HORIZON_PART = re.compile(r"(?<![提之此以])[前后][一二两三四]年")
_QUARTER = re.compile(r"一刻钟")


@dataclass(frozen=True, slots=True)
class Scan:
    """All numerals of a text in order, and what they are."""

    values: tuple[Value, ...]
    dates: tuple[dt.Date, ...]
    roles: tuple[tuple[int, int, Role], ...]


#: A span of the view whose numerals have a role known beforehand (furniture, table cell).
Known = tuple[int, int, Role]


def scan(
    text: str, lexicon: Lexicon, clauses: Clauses, anchor: dt.Anchor, known: Sequence[Known] = ()
) -> Scan:
    """Read every numeral of ``text`` once, left to right."""
    return _Scanner(text, lexicon, clauses, anchor, known).run()


class _Scanner:
    """State of one pass; kept private so that the module's face is the pure function."""

    __slots__ = ("anchor", "clauses", "covered", "dates", "lexicon", "position", "roles", "text", "values")

    def __init__(
        self, text: str, lexicon: Lexicon, clauses: Clauses, anchor: dt.Anchor, known: Sequence[Known]
    ) -> None:
        self.text, self.lexicon, self.clauses, self.anchor = text, lexicon, clauses, anchor
        self.values: list[Value] = []
        self.dates: list[dt.Date] = []
        self.roles: list[tuple[int, int, Role]] = []
        self.covered: list[Known] = sorted(
            [
                *known,
                *((m.start(), m.end(), Role.DOCUMENT) for m in _DOCUMENT.finditer(text)),
                *((m.start(), m.end(), Role.DOCUMENT) for m in _NUMBERED.finditer(text)),
                *((m.start(), m.end(), Role.NAME) for m in _TITLE.finditer(text)),
            ]
        )
        self.position = 0

    def run(self) -> Scan:
        covered = iter([*self.covered, (len(self.text) + 1, len(self.text) + 2, Role.NONE)])
        cover = next(covered)
        for match in NUMERAL.finditer(self.text):
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
            full = dt.FIVE_YEAR_IN_FULL.match(text, start - 1)
            if full and full["when"]:
                return self._five_year(start - 1, full.end(), full["n"])
            return self._role(start, run_end, Role.ORDINAL)
        if first.isdigit():
            if self._row_number(start, run_end, before):
                return self._role(start, run_end, Role.ORDINAL)
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
            spans = span and (not match or span.end() > match.end() or match["y0"])
            if (
                span
                and spans
                and (text.startswith("年", span.end()) or span.group().endswith(("年", "年度")))
            ):
                return self._add_date(span, span["y"], "")
            if match:
                return self._add_date(match, dt.absolute(match), match["tail"])
            if numeric := dt.NUMERIC.match(text, start):
                self.dates.append(dt.Date(start, numeric.end(), dt.absolute(numeric), dt.Force.DATE))
                return self._role(start, numeric.end(), Role.DATE)
        month = dt.MONTH_DAY.match(text, start)
        if month and not (start and text[start - 1] in ".-"):
            year = self.anchor.issue_year
            for date in reversed(self.dates):
                if date.value and date.start >= self.clauses.sentence(start)[0]:
                    year = int(date.value[:4])
                break
            value = f"{year}-{int(month['m']):02d}" if year else ""
            if value and month["d"]:
                value += f"-{int(month['d']):02d}"
            if value and (month["tail"] or month["part"]):
                force = dt.force_of(text, start, month.end(), month["tail"])
                self.dates.append(dt.dated(start, month.end(), value, force, self.anchor))
            return self._role(start, month.end(), Role.DEADLINE if month["tail"] else Role.DATE)
        return 0

    def _add_date(self, match: re.Match[str], value: str, tail: str) -> int:
        start, end = match.span()
        force = dt.force_of(self.text, start, end, tail)
        if self.dates and self.text[self.dates[-1].end : start] in _SPAN_JOINTS:
            # 2023年10月至2024年3月: the span acts as one date, its end the deadline.
            first = self.dates.pop()
            force = first.force
            self.dates.append(replace(first, force=dt.Force.DATE))
        date = dt.dated(start, end, value, force, self.anchor)
        if dt.counts_stock(self.text, start, end):
            date = replace(date, past=True)
        self.dates.append(date)
        return self._role(start, end, Role.DATE if force is dt.Force.DATE else Role.DEADLINE)

    # -- ordinals, names ------------------------------------------------------------

    def _mark(self, start: int, before: str) -> int:
        text = self.text
        if before in "\n。;:#|" and (mark := _LIST_MARK.match(text, start)):
            # 1、2、3 in running text is a list of numbers; at the head of a line it is a mark.
            return self._role(start, mark.end(), Role.ORDINAL)
        if before == "(" and (mark := _BRACKETED.match(text, start)):
            return self._role(start, mark.end(), Role.ORDINAL)
        if before == "\n" and (mark := _SECTION.match(text, start)) and self._is_section(start, mark):
            return self._role(start, mark.end(), Role.ORDINAL)
        return 0

    def _is_section(self, start: int, mark: re.Match[str]) -> bool:
        if mark.group().count(".") > 1 or _SECTION_OPENS.match(self.text, mark.end()):
            return True
        return amount_at(self.text, start, mark.end(), start, self.lexicon).unit is None

    def _ratio(self, start: int, before: str) -> int:
        match = _RATIO.match(self.text, start)
        if match and before not in ":.-0123456789":
            a, b = Decimal(match["a"]), Decimal(match["b"])
            if 1 in (a, b) and 0 not in (a, b) and not (match["b"].startswith("0") and len(match["b"]) == 2):
                return self._accept_ratio(start, match.end(), a, b)
        part = _SIMPLE_FRACTION.match(self.text, start)
        shared = part and (before in "的达过于为约占到至近" or self.text.startswith(_BOUND, part.end()))
        if part and shared and int(part["a"]) < int(part["b"]):
            share = (Decimal(part["a"]) / Decimal(part["b"]) * 100).quantize(Decimal("0.0001")).normalize()
            unit = self.lexicon.units["%"]
            return self._accept(start, Amount(part.end(), Role.STATEMENT, share, share, unit))
        clock = _CLOCK.match(self.text, start)
        return self._role(start, clock.end(), Role.NAME) if clock else 0

    def _five_year(self, start: int, end: int, number: str) -> int:
        force = dt.force_of(self.text, start, end, "")
        self.dates.append(dt.dated(start, end, str(dt.five_year_end(number)), force, self.anchor))
        return self._role(start, end, Role.DEADLINE)

    def _row_number(self, start: int, run_end: int, before: str) -> bool:
        """A short number alone in its cell or line, or behind 附件: the number of a row, annex or box."""
        alone = before in "\n|" and self.text[run_end : run_end + 1] in ("|", "\n", "")
        return run_end - start <= 3 and (alone or self.text.endswith(_NUMBERED_PARTS, 0, start))

    def _accept_ratio(self, start: int, end: int, a: Decimal, b: Decimal) -> int:
        """N:1 is one per N, the base in the unit (gold/GUIDE); other proportions are a plain ratio."""
        base = _RATIO_BASES.get(max(a, b))
        value = Decimal(1) if base else (a / b).quantize(Decimal("0.0001")).normalize()
        unit = Unit(f"个/{base}人" if base else "ratio", (), "ratio")
        return self._accept(start, Amount(end, Role.STATEMENT, value, value, unit))

    def _han_name(self, start: int, before: str, run_end: int) -> int:
        text = self.text
        if _QUARTER.match(text, start):
            quarter = Decimal(15)
            unit = self.lexicon.units["分钟"]
            return self._accept(start, Amount(start + 3, Role.STATEMENT, quarter, quarter, unit))
        if ratio := _HAN_RATIO.match(text, start):
            a, b = chinese_to_decimal(ratio["a"]), chinese_to_decimal(ratio["b"])
            if a and b and 1 in (a, b):
                return self._accept_ratio(start, ratio.end(), a, b)
        five = dt.FIVE_YEAR.match(text, start)
        if five and (five["n"].startswith("十") or before in "“\"'‘「"):
            end = five.end()
            if five["when"]:
                return self._five_year(start, end, five["n"])
            return self._role(start, start + len(five["n"]) + 1, Role.NAME)
        if before in "前后" and _HORIZON_PART.match(text, start - 1):
            # 前两年, 后三年: a part of the plan's own horizon
            return self._role(start, start + 1, Role.DEADLINE)
        if text[start] in "二一" and (year_match := dt.ABSOLUTE.match(text, start)):
            return self._add_date(year_match, dt.absolute(year_match), year_match["tail"])
        if before in "\n#|。;:" and (mark := _LIST_MARK.match(text, start)):
            return self._role(start, mark.end(), Role.ORDINAL)
        if before == "(" and (mark := _BRACKETED.match(text, start)):
            return self._role(start, mark.end(), Role.ORDINAL)
        if before in "\n。;:,、|(" and (mark := _ENUMERATION.match(text, start)):
            return self._role(start, mark.end(), Role.ORDINAL)
        return 0

    # -- values ---------------------------------------------------------------------

    def _value(self, start: int, run_end: int) -> int:
        clause_start = max(self.clauses.clause(start)[0], start - CLAUSE_REACH)
        amount = amount_at(self.text, start, run_end, clause_start, self.lexicon)
        return self._accept(start, amount) if amount.unit else self._role(start, amount.end, amount.role)

    def _accept(self, start: int, amount: Amount) -> int:
        end, unit = amount.end, amount.unit
        assert unit is not None
        clause_start, clause_end = self.clauses.clause(start)
        clause_start = max(clause_start, start - CLAUSE_REACH)
        clause_end = max(min(clause_end, end + CLAUSE_REACH), end)
        floor = max(clause_start, self.values[-1].bound_end if self.values else 0)
        code, bound_end = comparator(
            self.text,
            floor,
            start,
            end,
            unit,
            self.lexicon,
            is_range=amount.low != amount.high,
            more=amount.more,
        )
        self.values.append(
            Value(start, end, bound_end, amount.low, amount.high, unit, code, clause_start, clause_end)
        )
        return self._role(start, end, Role.STATEMENT)
