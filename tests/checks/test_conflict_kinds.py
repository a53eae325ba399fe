"""The kinds of contradiction that plans were found to hold, each on a text made up for it.

Read and coded with the shipped codebook; what is printed names the values, and what settles the matter."""

from __future__ import annotations

import pytest

from compare.checks import check
from compare.coding import code
from compare.reading import read
from compare.sources.load import read_bytes
from compare.study.codebook.files import default_codebook, load_labels
from compare.study.register.plans_file import blank_plan
from compare.tables.making.result import PlanResult
from compare.tables.words.messages import messages

TABLE = """<p>附件</p><p>2027年任务分解表</p><table>
<tr><td>县(市、区)</td><td>村级养老服务站点(个)</td></tr>
<tr><td>甲县</td><td>30</td></tr><tr><td>乙县</td><td>20</td></tr><tr><td>合计</td><td>50</td></tr></table>"""


def said(text: str) -> list[tuple[str, str]]:
    """Which checks of contradictions speak of a plan, and in which words."""
    book, labels = load_labels(default_codebook())
    document = read_bytes(f"<html><body>{text}</body></html>".encode(), "plan.html")
    reading = read(document, book.lexicon)
    coded = code("made-up", reading, book)
    result = PlanResult(blank_plan("made-up", "plan.html"), reading, coded, "0" * 64, "html")
    found = check([result], book)["made-up"]
    of_values = [one for one in found if one.check in ("conflict", "repeats", "later_lower")]
    return [
        (one.message.key.removeprefix("findings."), messages(one.message, labels)["message"])
        for one in of_values
    ]


@pytest.mark.parametrize(
    ("text", "key", "named"),
    [
        (
            "<p>到2027年,丁山医院扩充医养结合床位200张。丁山医院扩充医养结合床位至200张。</p>",
            "increase_or_total",
            ("200 beds", "Beds added"),
        ),
        (
            "<p>到2024年,社区日间照料机构覆盖率达到80%以上。到2027年,社区日间照料机构覆盖率达到80%。</p>",
            "later_same",
            ("≥ 80% by 2024", "80% by 2027"),
        ),
        (
            "<p>到2025年,街道综合养老服务中心覆盖率达到100%。到2027年,街道综合养老服务中心覆盖率达到100%。</p>",
            "later_same",
            ("100% by 2025", "100% by 2027"),
        ),
        (
            "<p>2025年完成培训养老护理员1000人次,2026年完成培训养老护理员2000人次,2027年完成培训养老护理员3500人次。</p>",
            "maybe_cumulative",
            ("by 2025", "by 2026", "by 2027"),
        ),
        (
            f"<p>到2027年,全市建成500个村级养老服务站点。</p>{TABLE}",
            "conflict",
            ("500 units by 2027", "50 units by 2027 (the total of the table)"),
        ),
    ],
)
def test_a_contradiction_is_found_and_its_values_named(text: str, key: str, named: tuple[str, ...]) -> None:
    """An increase that is a total; a floor that later is only met; full coverage promised twice; figures that
    may be running totals; and a number in the text that the annex's total contradicts."""
    found = said(text)
    assert [key] == [kind for kind, _ in found]
    assert [] == [words for words in named if words not in found[0][1]]


@pytest.mark.parametrize(
    "text",
    [
        "<p>到2027年,丁山医院扩充医养结合床位200张。丁山医院扩充医养结合床位至500张。</p>",
        "<p>到2024年,社区日间照料机构覆盖率达到80%以上。到2027年,社区日间照料机构覆盖率达到90%。</p>",
        "<p>到2027年,街道综合养老服务中心覆盖率达到100%。确保街道综合养老服务中心覆盖率达到100%。</p>",
        f"<p>到2027年,全市建成50个村级养老服务站点。</p>{TABLE}",
    ],
)
def test_what_can_be_true_together_is_no_contradiction(text: str) -> None:
    """Other totals, rising floors, one promise said twice, a text that agrees with its table."""
    assert [] == said(text)
