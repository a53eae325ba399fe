"""Tables of indicators in the shapes that plans print, in every format."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.support.features.feature import BEDS, SHARE, TITLE, Feature
from tests.support.merged_tables import WRITERS, Rows

_FACTS = ("eq 800 张", "eq 45 %")
_HEADS: Rows = [(("指标", 2, 1), ("单位", 2, 1), ("指标值", 1, 2)), ("2020年实际", "2025年目标")]
_BEDS, _SHARE = ("新增养老床位", "张", "800", "2000"), ("护理型床位占比", "%", "45", "≥55")
_SHAPES: dict[str, tuple[Rows, tuple[str, ...]]] = {
    "a table with a head of two rows": ([*_HEADS, _BEDS, _SHARE], (*_FACTS, BEDS, SHARE)),
    "a table with one row": ([("指标", "单位", "2025年"), ("新增养老床位", "张", "2000")], (BEDS,)),
    "a table on its side": (
        [
            ("年份", "新增养老床位（张）", "护理型床位占比（%）"),
            ("2020年实际", "800", "45"),
            ("2025年目标", "2000", "≥55"),
        ],
        (*_FACTS, BEDS, SHARE),
    ),
    "a table beside another": (
        [
            ("指标", "单位", "2025年", "指标", "单位", "2025年"),
            ("新增养老床位", "张", "2000", "护理型床位占比", "%", "≥55"),
        ],
        (BEDS, SHARE),
    ),
    "two measures in a cell": (
        [
            ("指标", "2020年实际", "2025年目标"),
            ("食堂数/护理员数（个/名）", "12/80", "30/150"),
            ("覆盖率（%）", "50", "60"),
        ],
        ("eq 12 个", "eq 80 名", "eq 30 个 2025", "eq 150 名 2025", "eq 50 %", "eq 60 % 2025"),
    ),
}
#: Forms whose shape of text makes no format of its own.
_BY_TABS = ("tabs", "markdown", "html", "docx", "pdf", "xlsx")
_TEXTS = {"lines": "cells as lines", "pipes": "cells between bars", "blanks": "columns set by blanks"}


def boxes() -> Iterator[Feature]:
    for name, (rows, values) in _SHAPES.items():
        for form in _BY_TABS:
            ending, write = WRITERS[form]
            yield Feature(name, ending, "read", partial(write, (TITLE, "主要指标表"), rows, ()), values)
    rows, values = _SHAPES["a table with a head of two rows"]
    for form, name in _TEXTS.items():
        write = WRITERS[form][1]
        yield Feature(
            f"a table: {name}", "txt", "read", partial(write, (TITLE, "主要指标表"), rows, ()), values
        )
