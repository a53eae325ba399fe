"""Headers of forty kinds of documents: what each says of itself is read, and what it does not say is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from compare.coding.places.regions import find_region
from compare.reading.header.header import header, issue_year
from compare.reading.page.furniture import furniture
from compare.reading.page.view import text_view

BODY = """　　一、总体目标
　　到2025年，养老机构护理型床位占比不低于55%，新增养老床位2000张。
　　二、主要任务
　　（一）加强居家养老服务。民政部门牵头，到2024年完成适老化改造1200户。
　　三、保障措施
　　各级各部门要加强组织领导，确保各项任务落到实处。"""
CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "headers.yaml").read_text(encoding="utf-8")
)


def fields(text: str) -> dict[str, str]:
    """The header with the region that its names lead to."""
    view = text_view(text)
    head = header(view, text, [(f.start, f.end) for f in furniture(view.text)])
    region = find_region(head.issuer, head.title, year=issue_year(head))
    names = ("title", "document_number", "issuer", "issued_on", "published_on", "effective_on")
    read = {name: getattr(head, name) for name in (*names, "horizon_start", "horizon_end")}
    return {
        **read,
        "region": region.code if region else "",
        "level": region.level if region else "",
    }


@pytest.mark.parametrize("case", [c for c in CASES if not c.get("held_out")], ids=lambda c: str(c["kind"]))
def test_header_of_this_kind(case: dict[str, Any]) -> None:
    """Every field that the document states comes out as it stands."""
    read = fields(case["text"].replace("BODY", BODY))
    assert case["expected"] == {name: read[name] for name in case["expected"]}


def test_headers_no_rule_was_written_for() -> None:
    """Of the fields of headers that were held out while the rules were written 95 % are right."""
    right = [
        read[name] == value
        for case in CASES
        if case.get("held_out")
        for read in [fields(case["text"].replace("BODY", BODY))]
        for name, value in case["expected"].items()
    ]
    assert sum(right) >= 0.95 * len(right)
    assert len(CASES) >= 40
