"""Parts of a total of money by who pays them have the code of the total."""

from __future__ import annotations

import pytest
from tests.support.rules_alone import rules_alone

from compare.coding import Codebook, code
from compare.model import Document
from compare.reading import read

CODEBOOK: Codebook = rules_alone()


def last_code(text: str) -> str:
    return code("p", read(Document(text, "txt"), CODEBOOK.lexicon), CODEBOOK)[-1].indicator


@pytest.mark.parametrize(
    "part",
    [
        "其中省级资金800万元",
        "其中中央补助500万元、市级福利彩票公益金300万元",
        "其中申请中央、省级资金800万元",
        "其中今年已下拨600万元",
        "由县级财政配套800万元",
    ],
)
def test_who_pays_a_part_leaves_its_code(part: str) -> None:
    """A payer, where the money comes from, or that it is spent names no other thing."""
    assert "elderly_care_funding" == last_code(f"全市安排养老服务补助资金1600万元，{part}。")


@pytest.mark.parametrize(
    "text",
    [
        "全市安排养老服务补助资金1600万元。省级资金800万元。",  # another sentence
        "全市安排养老服务补助资金1600万元，其中设备采购800万元。",  # what it buys
        "每张床位一次性建设补贴5000元，由省级承担2000元，其中道路建设资金800万元。",  # of another thing
        "建成养老服务站12个，省级资金800万元。",  # no total of money before it
    ],
)
def test_what_names_more_keeps_its_own(text: str) -> None:
    """What is bought, another sentence and sums behind none have not the code of a total."""
    assert "" == last_code(text)
