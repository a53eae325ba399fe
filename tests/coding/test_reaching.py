"""Scopes that a clause before a value or the heading gives it (``reaches`` of scopes.yaml)."""

from __future__ import annotations

import pytest
from tests.support.rules_alone import rules_alone

from compare.coding import Codebook, code
from compare.model import Document
from compare.reading import read

CODEBOOK: Codebook = rules_alone()

SENTENCES = {
    "新建居住区配套养老服务设施同步规划、同步建设,每百户配建面积不低于20平方米。": ["new_development"],
    "老城区补建养老服务设施,单处用房建筑面积不少于200平方米。": ["existing_development"],
    "5.新建城区和新建居住区。\n按照每百户不低于30平方米标准配建养老服务设施。": ["new_development"],
    "新建住宅区每百户不少于30平方米,已建成住宅区每百户不少于20平方米,单处用房面积不少于200平方米。": [
        "new_development",
        "existing_development",
        "existing_development",
    ],
    "养老服务用房单处建筑面积不少于200平方米。": ["general"],
    "地方各级政府彩票公益金要加大倾斜力度,将不低于55%的资金用于发展养老服务。": ["all_levels"],
    "改造老旧小区23个,建设养老机构12家。": ["general"],
}


@pytest.mark.parametrize(("sentence", "scopes"), SENTENCES.items())
def test_a_scope_reaches_the_values_of_its_indicators(sentence: str, scopes: list[str]) -> None:
    """The words before or above restrict a norm for an area or the share of a fund, and nothing else; where
    they name two scopes neither does."""
    found = code("plan", read(Document(sentence, "txt"), CODEBOOK.lexicon), CODEBOOK)
    assert scopes == [one.scope for one in found if one.indicator]


def test_a_time_alone_is_no_other_scope() -> None:
    """What is so by a date (截至目前) is the whole; how far something is (正在施工) is a part."""
    text = "全市老年食堂数量持续增长,截至目前已累计建成2300家。"
    (only,) = code("plan", read(Document(text, "txt"), CODEBOOK.lexicon), CODEBOOK)
    assert ("meal_sites", "general") == (only.indicator, only.scope)
