"""Tables whose columns stand apart by blanks alone are read as those divided by tabs."""

from __future__ import annotations

import re

import pytest
from tests.support.table_text import ReadDocument

from compare.sources import read_bytes

_INDICATORS = (
    "指标名称                单位    2025年   2030年   属性\n"
    "护理型床位占比           %       52.4     70      约束性\n"
    "每千名老年人护理员数     人      2.1      —       预期性\n"
    "乡镇养老服务中心覆盖率   %       61       100     预期性\n"
)
_COUNTIES = (
    "县区      新增床位（张）  改造敬老院（所）\n"
    "甲县      300             2\n"
    "乙县      260             3\n"
    "合计      560             5\n"
)
_FULL_WIDTH = "序号　　项目　　数量\n1　　新建助餐点　　12个\n2　　改造敬老院　　3所\n"


def said(read_document: ReadDocument, text: str) -> list[tuple[object, ...]]:
    statements = read_document(read_bytes(text.encode(), "plan.txt")).statements
    return [
        (one.value_text, one.value_low, one.unit, one.comparator, one.kind, one.deadline, one.subject)
        for one in statements
    ]


@pytest.mark.parametrize("text", [_INDICATORS, _COUNTIES, _FULL_WIDTH])
@pytest.mark.parametrize("indent", ["", " ", "　　"])
def test_blanks_divide_as_tabs_do(text: str, indent: str, read_document: ReadDocument) -> None:
    """The same statements, however far the lines are set in."""
    spaced = "".join(f"{indent}{line}\n" for line in text.splitlines())
    tabbed = re.sub("[ 　]{2,}", "\t", text)
    expected = said(read_document, tabbed)
    assert expected
    assert expected == said(read_document, spaced)
