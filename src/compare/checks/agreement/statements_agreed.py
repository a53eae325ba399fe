"""How far two codings of the same plans agree: per cent agreement and Krippendorff's alpha.

Two statements are the same unit where their quotations overlap on one line; how they were coded only
decides between several that do. A unit that one coder has and the other has not is a disagreement.

Alpha: K. Krippendorff, Content Analysis (2004), ch. 11; nominal for codes, interval for values.
"""

from __future__ import annotations

import importlib.util
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Level = Literal["nominal", "ordinal", "interval"]
Value = str | tuple[float | None, float | None] | None

INDICATOR, VALUE, FOUND = "indicator", "value", "found"
#: What is compared. None as a value is "cannot be told" and left out.
FIELDS = (INDICATOR, VALUE, "unit", "comparator", "deadline", "kind", "scope")
AGREEMENT = ("indicator", "field", "units", "agreed", "percent", "alpha")
LIBRARY = "krippendorff"
_ABSENT = "(not coded)"


@dataclass(frozen=True, slots=True)
class Item:
    """A statement in one coding. ``spans`` is where its quotation stands (once, or wherever the line
    repeats it), ``value_starts`` where its value does; ``coded`` has the FIELDS."""

    plan_id: str
    line: int
    spans: tuple[tuple[int, int], ...]
    value_starts: tuple[int, ...]
    coded: Mapping[str, Value]
    quote: str
    statement_id: str = ""
    note: str = ""


Pair = tuple[Item | None, Item | None]


def pair(first: Sequence[Item], second: Sequence[Item]) -> list[Pair]:
    """Each unit once, in the order of the text; nearest and most alike first, each item used once."""
    by_line: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, item in enumerate(first):
        by_line[item.plan_id, item.line].append(number)
    candidates = sorted(
        (*_distance(first[a], item), a, b)
        for b, item in enumerate(second)
        for a in by_line[item.plan_id, item.line]
        if _overlap(first[a], item)
    )
    used_first: dict[int, int] = {}
    used_second: set[int] = set()
    for *_, a, b in candidates:
        if a not in used_first and b not in used_second:
            used_first[a] = b
            used_second.add(b)
    pairs: list[Pair] = [
        (item, second[used_first[a]] if a in used_first else None) for a, item in enumerate(first)
    ]
    pairs += [(None, item) for b, item in enumerate(second) if b not in used_second]
    return sorted(pairs, key=_place)


def agreement(pairs: Sequence[Pair]) -> list[dict[str, Any]]:
    """AGREEMENT rows: of all statements (``indicator`` "") and of each indicator, by field.

    ``units`` of the field ``indicator`` are those that either coder gave the code, ``agreed`` those that
    both gave it; its alpha takes every other unit as one that neither gave it. Other fields are compared
    where both coders have the statement under that indicator. ``alpha`` is None where :func:`alpha` is,
    and where it has no meaning (values of unlike indicators together).
    """
    codes = [(_code(a), _code(b)) for a, b in pairs]
    rows = [_row("", INDICATOR, codes, "nominal")]
    shared = [(a, b) for a, b in pairs if a and b]
    rows += _fields("", shared)
    for code in sorted({code for both in codes for code in both} - {_ABSENT, ""}):
        given = [(a == code, b == code) for a, b in codes]
        either = [both for both in given if any(both)]
        row = _row(code, INDICATOR, either, None)
        row["alpha"] = alpha(given, "nominal")
        rows.append(row)
        mine = [(a, b) for a, b in shared if a.coded[INDICATOR] == code == b.coded[INDICATOR]]
        rows += _fields(code, mine)
    return rows


def disagreements(pairs: Iterable[Pair]) -> Iterator[dict[str, Any]]:
    """Rows of ``Dataset.disagreements``, one for each field of each unit; the field is ``found`` where
    one coder has no such unit."""
    for a, b in pairs:
        if a is None or b is None:
            yield _disagreement(a, b, FOUND, "yes" if a else "no", "yes" if b else "no")
            continue
        for field in FIELDS:
            one, other = a.coded[field], b.coded[field]
            if one is not None and other is not None and one != other:
                yield _disagreement(a, b, field, _shown(one), _shown(other))


def alpha(values: Sequence[tuple[Any, Any]], level: Level) -> float | None:
    """Krippendorff's alpha of two coders; None where all values are the same, there are none, or the
    library, which is an extra, is not installed.

    ``level`` is nominal (any values), ordinal (values in their order) or interval (numbers).
    """
    distinct = sorted({value for both in values for value in both})
    if len(distinct) < 2 or not library_is_there():
        return None
    import krippendorff

    place = {value: number for number, value in enumerate(distinct)}
    coders = [
        [both[coder] if level == "interval" else place[both[coder]] for both in values] for coder in (0, 1)
    ]
    found = krippendorff.alpha(reliability_data=coders, level_of_measurement=level)
    return round(float(found), 6)  # the rest is noise of floating point


def _code(one: Item | None) -> str:
    return str(one.coded[INDICATOR]) if one else _ABSENT


def library_is_there() -> bool:
    return importlib.util.find_spec(LIBRARY) is not None


def _fields(code: str, pairs: Sequence[tuple[Item, Item]]) -> Iterator[dict[str, Any]]:
    for field in FIELDS[1:]:
        values: list[tuple[Any, Any]] = [(a.coded[field], b.coded[field]) for a, b in pairs]
        known = [both for both in values if None not in both]
        if not known:
            continue
        if field == VALUE:
            row = _row(code, field, known, None)
            lows = [(a[0], b[0]) for a, b in known]
            numbers = [(a, b) for a, b in lows if a is not None and b is not None]
            row["alpha"] = alpha(numbers, "interval") if code else None
            yield row
        else:
            yield _row(code, field, known, "nominal")


def _row(code: str, field: str, values: Sequence[tuple[Any, Any]], level: Level | None) -> dict[str, Any]:
    agreed = sum(a == b for a, b in values)
    return {
        "indicator": code,
        "field": field,
        "units": len(values),
        "agreed": agreed,
        "percent": round(100 * agreed / len(values), 1) if values else None,
        "alpha": alpha(values, level) if level else None,
    }


def _overlap(a: Item, b: Item) -> bool:
    return any(start < end_b and start_b < end for start, end in a.spans for start_b, end_b in b.spans)


def _distance(a: Item, b: Item) -> tuple[bool, int, int]:
    """Whether the values stand apart, in how many fields the codings differ, and how far they stand apart."""
    apart = min(abs(x - y) for x in a.value_starts for y in b.value_starts)
    differ = sum(
        a.coded[field] != b.coded[field] for field in FIELDS if None not in (a.coded[field], b.coded[field])
    )
    return apart > 0, differ, apart


def _place(both: Pair) -> tuple[str, int, int]:
    one = both[0] or both[1]
    assert one is not None
    return one.plan_id, one.line, one.value_starts[0]


def _disagreement(a: Item | None, b: Item | None, field: str, first: str, second: str) -> dict[str, Any]:
    one = a or b
    assert one is not None
    return {
        "plan_id": one.plan_id,
        "line": one.line,
        "statement_id": a.statement_id if a else "",
        "indicator": one.coded[INDICATOR],
        "field": field,
        "first": first,
        "second": second,
        "quote": one.quote,
        "note": b.note if b else "",
    }


def _shown(value: Value) -> str:
    if not isinstance(value, tuple):
        return value or ""
    low, high = ("" if number is None else f"{number:.15g}" for number in value)
    return low if low == high else f"{low}-{high}"
