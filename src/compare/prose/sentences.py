"""An observation in words. Numbers, bounds, units and dates are those of its values and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from compare.prose.observation import Observation, ObservationKind, Value
from compare.tables.words.labels import Labels, Lang, format_number

_UNSPACED = ("%", "‰", "")
_GAP = {"zh": "", "en": " "}
#: A sum is what is paid, and nothing that is reached.
_MONEY = "元"
#: The scope of a value that the plan does not restrict: not named in a sentence.
_GENERAL = "general"
#: Of more values or plans than this a sentence names the ends, and counts the others.
MANY = 8
_HIGHEST, _LOWEST = 3, 2


def sentence(one: Observation, labels: Labels, lang: Lang) -> str:
    """The sentence or sentences of an observation, ending in a full stop."""
    return _GAP[lang].join([_OF[one.kind](one, labels, lang), *_left_out(one, labels, lang)])


def in_words(value: Value, labels: Labels, lang: Lang) -> str:
    """``at least 60% by 2026``, ``到2026年不低于60%``: the value with its bound, unit and deadline."""
    text = amount(value, labels, lang)
    if value.low == value.high:
        bound = value.comparator or "eq"
        kind = "_sum" if bound == "eq" and value.unit.startswith(_MONEY) else ""
        text = labels.word(f"prose.bound_{bound}{kind}", lang, amount=text)
    if not value.deadline:
        return text
    return labels.word("prose.due", lang, amount=text, by=labels.deadline(value.deadline, lang))


def amount(value: Value, labels: Labels, lang: Lang) -> str:
    """``60%``, ``20% to 50%``, ``1—2所``: the number or both ends of a range, with the unit."""
    unit = labels.unit(value.unit, lang, value.high)
    space = "" if unit in _UNSPACED or lang == "zh" else " "
    low, high = (f"{format_number(end)}{space}{unit}" for end in (value.low, value.high))
    if value.low == value.high:
        return high
    bare = format_number(value.low) if unit not in _UNSPACED else low
    return labels.word("prose.range", lang, low=bare, high=high)


def shared_value(one: Observation) -> Value:
    """What several plans state alike: without its deadline where the years differ."""
    first, *_ = one.values
    return replace(first, deadline="") if one.reason else first


def row_in_words(value: Value, labels: Labels, lang: Lang) -> str:
    """What a row compares: the indicator, and its scope where it is restricted."""
    indicator = labels.indicator(value.indicator, lang)
    if value.scope == _GENERAL:
        return indicator
    return labels.word("prose.row", lang, indicator=indicator, scope=labels.scope(value.scope, lang))


def _scope(value: Value, labels: Labels, lang: Lang) -> str:
    return labels.word("prose.whole", lang) if value.scope == _GENERAL else labels.scope(value.scope, lang)


def named(plans: Iterable[str], labels: Labels, lang: Lang) -> str:
    """``Altay, Anning and Chuxiong``; many of them by number."""
    *first, last = (labels.plan(plan, lang) for plan in plans)
    if len(first) >= MANY:
        return labels.word("prose.title_plans", lang, count=len(first) + 1)
    if not first:
        return last
    return labels.word("prose.and", lang, first=labels.word("prose.comma", lang).join(first), last=last)


def _listed(values: Iterable[Value], labels: Labels, lang: Lang) -> str:
    texts = [
        labels.word(
            "prose.item", lang, plan=labels.plan(value.plan_id, lang), value=in_words(value, labels, lang)
        )
        for value in values
    ]
    return labels.word("prose.semicolon", lang).join(texts)


def _ends(values: Sequence[Value], labels: Labels, lang: Lang) -> str:
    """Every value; of many the highest and the lowest, and how many lie between."""
    if len(values) <= MANY:
        return _listed(values, labels, lang)
    falling = sorted(values, key=lambda value: (-value.high, value.order))
    shown = sorted(falling[:_HIGHEST] + falling[-_LOWEST:], key=lambda value: value.order)
    between = labels.word("prose.between", lang, count=len(values) - len(shown))
    return labels.word("prose.semicolon", lang).join((_listed(shown, labels, lang), between))


def _all_alike(one: Observation, labels: Labels, lang: Lang) -> str:
    """Of many plans with the same value their number and the value; "" of few, or where values differ."""
    if one.kind is not ObservationKind.SAME or len(one.values) <= MANY:
        return ""
    value = shared_value(one)
    plans = named((value.plan_id for value in one.values), labels, lang)
    return labels.word("prose.item", lang, plan=plans, value=in_words(value, labels, lang))


def _first_of(texts: Sequence[str], labels: Labels, lang: Lang) -> str:
    """What is said of each plan; of many the first, and how many there are besides."""
    shown = list(texts)
    if len(texts) > MANY:
        shown = [*texts[:_HIGHEST], labels.word("prose.further", lang, count=len(texts) - _HIGHEST)]
    return labels.word("prose.semicolon", lang).join(shown)


def _side_by_side(one: Observation, labels: Labels, lang: Lang) -> str:
    """Values of one row, and what may be said of their order."""
    key = f"prose.{one.kind}_{one.reason}" if one.reason else f"prose.{one.kind}"
    if one.kind is ObservationKind.RANKED and len(one.values) == 2:
        key = "prose.ranked_two"
    return labels.word(
        key,
        lang,
        row=row_in_words(one.values[0], labels, lang),
        items=_all_alike(one, labels, lang) or _ends(one.values, labels, lang),
        top=named(_at(one, max(value.high for value in one.values)), labels, lang),
        bottom=named(_at(one, min(value.high for value in one.values)), labels, lang),
    )


def _at(one: Observation, amount: float) -> list[str]:
    return [value.plan_id for value in one.values if value.high == amount]


def _conflict(one: Observation, labels: Labels, lang: Lang) -> str:
    return labels.word(
        "prose.conflict",
        lang,
        plan=labels.plan(one.values[0].plan_id, lang),
        row=row_in_words(one.values[0], labels, lang),
        values=labels.word("prose.semicolon", lang).join(in_words(v, labels, lang) for v in one.values),
    )


def _national(one: Observation, labels: Labels, lang: Lang) -> str:
    counts = dict(one.counts)
    text = labels.word("prose.national_later" if counts["later"] else "prose.national", lang, **counts)
    parts = [text]
    bounds = (("above", one.values[: counts["above"]]), ("below", one.values[counts["above"] :]))
    for side, values in bounds:
        if values:
            said_of = [
                labels.word(
                    "prose.national_item",
                    lang,
                    plan=labels.plan(value.plan_id, lang),
                    row=row_in_words(value, labels, lang),
                    value=in_words(value, labels, lang),
                )
                for value in values
            ]
            items = _first_of(said_of, labels, lang)
            parts.append(labels.word(f"prose.national_{side}", lang, items=items))
    return _GAP[lang].join(parts)


def _later(one: Observation, labels: Labels, lang: Lang) -> str:
    (value,) = one.values
    return labels.word(
        "prose.later",
        lang,
        plan=labels.plan(value.plan_id, lang),
        row=row_in_words(value, labels, lang),
        value=in_words(value, labels, lang),
        year=dict(one.names)["national_deadline"],
    )


def _single(one: Observation, labels: Labels, lang: Lang) -> str:
    """How many rows one plan alone states; which plan has most of them only where one has."""
    group, counts = labels.group(one.group, lang), dict(one.counts)
    if not one.names:
        return labels.word("prose.single_tied", lang, group=group, rows=counts["rows"], alone=counts["alone"])
    return labels.word(
        "prose.single", lang, group=group, plan=labels.plan(dict(one.names)["plan"], lang), **counts
    )


def _leads(one: Observation, labels: Labels, lang: Lang) -> str:
    names = dict(one.names)
    return labels.word(
        "prose.leads",
        lang,
        plan=labels.plan(names["plan"], lang),
        department=labels.department(names["department"], lang),
        **dict(one.counts),
    )


def _left_out(one: Observation, labels: Labels, lang: Lang) -> list[str]:
    """For whom it follows from other statements, who states it at another scope, as a fact or in words only,
    and who not at all; a fragment proves nothing."""
    texts = []
    if one.derived:
        texts.append(labels.word("prose.derived", lang, items=_ends(one.derived, labels, lang)))
    if one.elsewhere:
        elsewhere = [
            labels.word(
                "prose.elsewhere_item",
                lang,
                plan=labels.plan(value.plan_id, lang),
                scope=_scope(value, labels, lang),
                value=in_words(value, labels, lang),
            )
            for value in one.elsewhere
        ]
        texts.append(labels.word("prose.elsewhere", lang, items=_first_of(elsewhere, labels, lang)))
    if one.named:
        texts.append(labels.word("prose.named", lang, plans=named(one.named, labels, lang)))
    if one.worded:
        texts.append(labels.word("prose.worded", lang, plans=named(one.worded, labels, lang)))
    if one.silent:
        texts.append(labels.word("prose.silent", lang, plans=named(one.silent, labels, lang)))
    if one.fragments:
        texts.append(labels.word("prose.fragments", lang, plans=named(one.fragments, labels, lang)))
    return texts


_OF = {
    ObservationKind.SAME: _side_by_side,
    ObservationKind.RANKED: _side_by_side,
    ObservationKind.APART: _side_by_side,
    ObservationKind.CONFLICT: _conflict,
    ObservationKind.NATIONAL: _national,
    ObservationKind.LATER: _later,
    ObservationKind.SINGLE: _single,
    ObservationKind.LEADS: _leads,
}
