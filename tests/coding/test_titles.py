"""What a document says it is about: its first line that ends as a title does."""

from __future__ import annotations

import pytest

from compare.coding.indicators.context.titles import title_of

_LONG = "某" * 56


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("某市养老服务实施方案\n第一条 为此。", "某市养老服务实施方案"),
        ("某市人民政府\n养老服务实施方案", "养老服务实施方案"),
        (
            "某市人民政府关于印发某市\n养老服务实施方案的通知",
            "某市人民政府关于印发某市养老服务实施方案的通知",
        ),
        ("某市关于加强某些工作\n关于印发养老服务方案的通知", "关于印发养老服务方案的通知"),
        ("一、养老服务实施方案\n某市养老服务办法", "某市养老服务办法"),
        ("落实。养老服务实施方案\n某市养老服务办法", "某市养老服务办法"),
        (f"{_LONG}实施方案\n某市养老服务办法", f"{_LONG}实施方案"),
        (f"{_LONG}某实施方案\n某市养老服务办法", "某市养老服务办法"),
        ("甲\n" * 7 + "某市养老服务办法", "某市养老服务办法"),
        ("甲\n" * 8 + "某市养老服务办法", ""),
        ("某市养老服务", ""),
    ],
)
def test_the_title_is_the_first_line_that_ends_as_one(text: str, title: str) -> None:
    """With the line before where that breaks off; no heading, no sentence, none too long, none far down."""
    assert title == title_of(text)
