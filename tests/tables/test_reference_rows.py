"""The table ``references`` of a plan made up for it."""

from __future__ import annotations

from dataclasses import replace

from compare.coding import Codebook
from compare.model import Document
from compare.reading import read
from compare.study.register.plans_file import blank_plan
from compare.tables.making.reference_rows import parent_columns, reference_rows
from compare.tables.making.result import PlanResult

TEXT = """周口市养老服务实施方案
    为落实《河南省养老服务条例》,制定本方案。
    一、任务
    宣传《河南省养老服务条例》。根据《河南省养老服务条例》和民发〔2022〕3号文件,出台《周口市助餐办法》。
    二、措施
    加强领导。
"""


def result(codebook: Codebook) -> PlanResult:
    plan = replace(
        blank_plan("zhoukou", "z.txt"), region_zh="周口市", region_level="prefecture", province_zh="河南省"
    )
    return PlanResult(plan, read(Document(TEXT, "txt"), codebook.lexicon), (), "0" * 64, "txt")


def test_a_document_is_one_row_with_the_mention_that_says_most(codebook: Codebook) -> None:
    """The preamble before the body; all mentions are counted, and the quotation is the text's."""
    rows = reference_rows(result(codebook))
    keys = ("title", "number", "level", "relation", "mentions")
    assert [
        ("河南省养老服务条例", "", "province", "implement", 3),
        ("", "民发〔2022〕3号", "national", "basis", 1),
        ("周口市助餐办法", "", "prefecture", "draw_up", 1),
    ] == [tuple(row[key] for key in keys) for row in rows]
    assert [row["quote"] for row in rows] == [TEXT[row["start"] : row["end"]] for row in rows]


def test_the_parent_stands_in_plans(codebook: Codebook) -> None:
    """Title, number and level of the document that the plan carries out."""
    expected = {"parent_title": "河南省养老服务条例", "parent_number": "", "parent_level": "province"}
    assert expected == parent_columns(result(codebook))
