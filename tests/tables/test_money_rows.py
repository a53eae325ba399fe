"""Sums of money in the comparison: each step of a scale in a row of its own, and nothing lost."""

from __future__ import annotations

import pytest

from compare.coding import Codebook, code
from compare.model import Document
from compare.reading import read
from compare.study.register.plans_file import blank_plan
from compare.tables.making.build import build, plan_tables
from compare.tables.making.result import PlanResult
from compare.tables.storage.frames import gather

PLANS = {
    "a": """甲市养老服务实施方案
一、财政支持
新建床位每张补助12000元,改建床位每张补助6000元。
收住轻度失能、中度失能、重度失能老年人的养老机构,分别按每人每月100元、200元、300元给予运营补贴。
评定为三星级、四星级、五星级的养老机构,分别给予5万元、10万元、20万元一次性奖励。
80—89周岁老年人每人每月发放高龄津贴50元,90—99周岁每人每月100元,100周岁以上每人每月500元。
特困人员集中供养标准提高到每人每月1300元,分散供养标准每人每月900元。
二、保障措施
加强领导。
""",
    "b": """乙市养老服务实施方案
一、财政支持
新建床位每张补助1万元。护理型床位按每床每月150元、非护理型床位按每床每月80元给予运营补贴。
对80周岁以上老年人每月发放高龄津贴60元。
二、保障措施
加强领导。
""",
    "c": """丙市养老服务实施方案
一、财政支持
对80周岁以上老年人每年发放高龄津贴600元。
二、保障措施
加强领导。
""",
}


@pytest.fixture(scope="module")
def rows(real_codebook: Codebook) -> dict[str, dict[str, float]]:
    """Row -> plan -> value, of sums that plans state."""
    parts, plans = [], []
    for plan_id, text in PLANS.items():
        plan = blank_plan(plan_id, f"{plan_id}.txt")
        reading = read(Document(text, "txt"), real_codebook.lexicon)
        coded = code(plan_id, reading, real_codebook)
        parts.append(plan_tables(PlanResult(plan, reading, coded, "0" * 64, "txt"), real_codebook))
        plans.append(plan)
    tables = build([gather(parts)], None, plans, real_codebook)
    sums = tables["statements"][tables["statements"]["unit"].str.startswith("元")]
    found: dict[str, dict[str, float]] = {}
    cells = tables["comparison"]
    for cell in cells[cells["unit"].str.startswith("元", na=False)].to_dict("records"):
        assert cell["value_low"] == cell["value_high"], f"{cell['row_id']}: several sums in one cell"
        found.setdefault(str(cell["row_id"]), {})[str(cell["plan_id"])] = float(cell["value_low"])
    assert len(sums) == sum(map(len, found.values())), "a sum stands in no row, or in two"
    return found


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("construction_subsidy_per_bed@premises_new_built", {"a": 12000, "b": 10000}),
        ("construction_subsidy_per_bed@premises_converted", {"a": 6000}),
        ("operating_subsidy_per_bed@mildly_disabled_elderly[元/人·月]", {"a": 100}),
        ("operating_subsidy_per_bed@severely_disabled_elderly[元/人·月]", {"a": 300}),
        ("operating_subsidy_per_bed@nursing_type_beds", {"b": 150}),
        ("operating_subsidy_per_bed@ordinary_beds", {"b": 80}),
        ("rating_award@rated_3", {"a": 50000}),
        ("rating_award@rated_5", {"a": 200000}),
        ("old_age_allowance@age_80_89", {"a": 50}),
        ("old_age_allowance@age_100_up", {"a": 500}),
        ("old_age_allowance@age_band_80_up", {"b": 60}),
        ("old_age_allowance@age_band_80_up[元/人·年]", {"c": 600}),
        ("hardship_support_standard@concentrated_support", {"a": 1300}),
        ("hardship_support_standard@dispersed_support", {"a": 900}),
    ],
)
def test_a_step_has_a_row_of_its_own(
    rows: dict[str, dict[str, float]], row: str, expected: dict[str, float]
) -> None:
    """By premises, care level, kind of bed, stars, age and form of support; per month is not per year."""
    assert expected == rows.get(row)
