"""The rows of a table about some regions, groups of indicators or scopes."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from compare.tables.words.labels import LANGUAGES, Labels, Names

#: One name or several: a code, or what it is called in Chinese or English.
Named = str | Sequence[str] | None


class UnknownId(LookupError):
    """A plan, indicator, statement … that is not there; says which ones come near."""

    def __init__(self, what: str, code: str, known: Iterable[str]) -> None:
        near = difflib.get_close_matches(code, list(known), n=3, cutoff=0.5)
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        super().__init__(f"no {what} {code!r}{hint}")


def select(
    frame: pd.DataFrame, labels: Labels, region: Named = None, group: Named = None, scope: Named = None
) -> pd.DataFrame:
    """The rows of ``frame`` that are of a ``region``, a ``group`` of indicators and a ``scope``.

    What is None is not looked at. A region is a plan's id or name, so that of two editions each
    can be named. Rows without an indicator are of no group, rows without a scope of none. Raises
    :class:`UnknownId` for a name that no plan, group or scope has, ``ValueError`` for a table without the
    column that is asked for.
    """
    if region is None and group is None and scope is None:
        return frame
    chosen = pd.Series(True, index=frame.index)
    for what, column, named, names, code_of in (
        ("region", "plan_id", region, labels.plans, None),
        ("group", "indicator", group, labels.groups, labels.group_of),
        ("scope", "scope", scope, labels.scopes, None),
    ):
        if named is not None:
            if column not in frame:
                raise ValueError(f"this table has no column {column!r}, so no {what} can be selected")
            values = frame[column] if code_of is None else frame[column].map(dict(code_of))
            chosen &= values.isin(codes(what, named, names))
    return frame[chosen]


def codes(what: str, named: str | Sequence[str], names: Names) -> set[str]:
    """The codes of what is named; several may share a name. Raises :class:`UnknownId`."""
    return {
        code for one in ([named] if isinstance(named, str) else named) for code in _codes_of(what, one, names)
    }


def _codes_of(what: str, name: str, names: Names) -> list[str]:
    found = [code for code, label in names.items() if name in (code, *_labels(label))]
    if not found:
        raise UnknownId(what, name, [one for code, label in names.items() for one in (code, *_labels(label))])
    return found


def _labels(label: Mapping[str, str]) -> list[str]:
    return [label[lang] for lang in LANGUAGES if lang in label]
