"""Three made-up plans full of money, from their sentences to the cells of the comparison."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from tests.support.notebooks import run_cells

from compare.study.place import Study

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "10_money.ipynb"

PLANS = {
    "songhe": """松河市养老服务发展实施方案
一、建设支持
新建民办养老机构每张床位给予一次性建设补贴10000元,利用既有房屋改建的每张床位给予一次性建设补贴5000元。
城市社区日间照料中心建成后给予一次性建设补助20万元。
农村互助幸福院每年给予运营补助2万元。
二、运营支持
民办养老机构收住重度失能老年人的,运营补贴每人每月300元。
养老机构首次评定为五级的一次性奖励20万元,评定为四级的一次性奖励10万元。
三、津贴补贴
80至89周岁老年人每人每月发放高龄津贴50元,100周岁以上老年人每人每月发放高龄津贴300元。
经济困难的重度失能老年人每人每月发放护理补贴200元。
特殊困难老年人家庭适老化改造每户补助不超过3000元。
老年人就餐每人每餐补贴3元。
""",
    "linjiang": """临江县养老服务体系建设行动方案
一、建设支持
新建民办养老机构每张床位给予一次性建设补贴8000元。
社区日间照料中心建成后给予一次性建设补助15万元,年运营补助不低于3万元。
二、运营支持
民办养老机构按照收住人数给予运营补贴,重度失能老年人每人每月260元。
养老机构等级评定为五级的奖励15万元。
三、津贴补贴
80至89周岁老年人高龄津贴每人每月60元,100周岁以上老年人高龄津贴每人每月500元。
经济困难的重度失能老年人护理补贴每人每月180元。
养老护理员满5年的岗位津贴每人每月200元。
大专以上毕业生入职养老机构给予一次性入职补贴2万元。
特殊困难老年人家庭适老化改造每户补助4000元。
""",
    "baisha": """白沙区基本养老服务工作方案
一、扶持政策
对家庭养老床位给予每张2500元的建设补贴。
村级互助养老点每个给予建设补助3万元,每年给予运行经费5000元。
养老机构责任保险每床每年补贴60元。
取得高级工证书的养老护理员一次性奖励3000元。
政府为经济困难老年人发放养老服务补贴,每人每月120元。
老年人就餐每人每餐补贴2元,助餐点按每餐1元给予运营补贴。
""",
}
#: plan, indicator, scope -> value_low, unit, comparator, period: all that the plans say of money.
CELLS = {
    ("songhe", "construction_subsidy_per_bed", "premises_new_built"): ("10000", "元/张", "eq", ""),
    ("songhe", "construction_subsidy_per_bed", "premises_converted"): ("5000", "元/张", "eq", ""),
    ("songhe", "facility_construction_grant", "urban_communities"): ("200000", "元", "eq", ""),
    ("songhe", "facility_operating_grant", "rural"): ("20000", "元", "eq", "per_year"),
    ("songhe", "operating_subsidy_per_bed", "severely_disabled_elderly"): (
        "300",
        "元/人·月",
        "eq",
        "per_month",
    ),
    ("songhe", "rating_award", "rated_5"): ("200000", "元", "eq", ""),
    ("songhe", "rating_award", "rated_4"): ("100000", "元", "eq", ""),
    ("songhe", "old_age_allowance", "age_80_89"): ("50", "元/人·月", "eq", "per_month"),
    ("songhe", "old_age_allowance", "age_100_up"): ("300", "元/人·月", "eq", "per_month"),
    ("songhe", "nursing_subsidy", "severely_disabled_elderly"): ("200", "元/人·月", "eq", "per_month"),
    ("songhe", "home_adaptation_subsidy", "hardship_elderly"): ("3000", "元/户", "le", ""),
    ("songhe", "meal_subsidy_per_meal", "general"): ("3", "元/人·餐", "eq", ""),
    ("linjiang", "construction_subsidy_per_bed", "premises_new_built"): ("8000", "元/张", "eq", ""),
    ("linjiang", "facility_construction_grant", "communities"): ("150000", "元", "eq", ""),
    ("linjiang", "facility_operating_grant", "general"): ("30000", "元", "ge", "per_year"),
    ("linjiang", "operating_subsidy_per_bed", "severely_disabled_elderly"): (
        "260",
        "元/人·月",
        "eq",
        "per_month",
    ),
    ("linjiang", "rating_award", "rated_5"): ("150000", "元", "eq", ""),
    ("linjiang", "old_age_allowance", "age_80_89"): ("60", "元/人·月", "eq", "per_month"),
    ("linjiang", "old_age_allowance", "age_100_up"): ("500", "元/人·月", "eq", "per_month"),
    ("linjiang", "nursing_subsidy", "severely_disabled_elderly"): ("180", "元/人·月", "eq", "per_month"),
    ("linjiang", "post_allowance", "general"): ("200", "元/人·月", "eq", "per_month"),
    ("linjiang", "entry_subsidy", "education_college"): ("20000", "元", "eq", ""),
    ("linjiang", "home_adaptation_subsidy", "hardship_elderly"): ("4000", "元/户", "eq", ""),
    ("baisha", "family_bed_subsidy", "general"): ("2500", "元/张", "eq", ""),
    ("baisha", "facility_construction_grant", "villages"): ("30000", "元/个", "eq", ""),
    ("baisha", "facility_operating_grant", "general"): ("5000", "元", "eq", "per_year"),
    ("baisha", "insurance_premium", "general"): ("60", "元/床·年", "eq", "per_year"),
    ("baisha", "skill_award", "skill_senior"): ("3000", "元", "eq", ""),
    ("baisha", "care_service_subsidy", "hardship_elderly"): ("120", "元/人·月", "eq", "per_month"),
    ("baisha", "meal_subsidy_per_meal", "general"): ("2", "元/人·餐", "eq", ""),
    ("baisha", "meal_operating_subsidy", "general"): ("1", "元/餐", "eq", ""),
}
_REGISTER = (
    "- plan_id: {id}\n  region_zh: {region}\n  region_en: {id}\n  title: {title}\n  source_file: {id}.txt\n"
)


@pytest.fixture
def money(study: Study) -> Study:
    """The study of the three plans alone."""
    for file in study.raw.iterdir():
        file.unlink()
    entries = []
    for plan_id, text in PLANS.items():
        (study.raw / f"{plan_id}.txt").write_text(text, encoding="utf-8", newline="\n")
        title = text.splitlines()[0]
        entries.append(_REGISTER.format(id=plan_id, region=title[:3], title=title))
    (study.raw / "plans.yaml").write_text("\n".join(entries), encoding="utf-8", newline="\n")
    return study


def _read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_cells_hold_exactly_the_money_the_plans_state(money: Study, run: Any) -> None:
    """Subsidies per bed, grants, awards and allowances, per month, year or once, each at its own scope."""
    report = run(money)
    assert [] == report.problems
    found = {
        (row["plan_id"], row["indicator"], row["scope"]): (
            row["value_low"].removesuffix(".0"),
            row["unit"],
            row["comparator"],
            row["period"],
        )
        for row in _read(money.processed / "comparison.csv")
        if row["status"] == "stated" and row["unit"].startswith("元")
    }
    assert CELLS == found


def test_no_sum_of_money_stays_without_a_code(money: Study, run: Any) -> None:
    """Every amount of the three plans is coded, and none of them twice at one scope with another value."""
    run(money)
    said = [row for row in _read(money.processed / "statements.csv") if row["unit"].startswith("元")]
    assert [] == [row["quote"] for row in said if not row["indicator"]]
    assert len(CELLS) == len(said)


def test_the_money_notebook_sets_side_by_side_what_is_alike(money: Study, run: Any) -> None:
    """Sums for each bed and sums a month have charts of their own; what differs in scope, measure or bound
    is not put beside each other, and every finding rests on money."""
    run(money)
    shown = run_cells(NOTEBOOK.read_text(encoding="utf-8"), money.root)
    sums, evidence, beside, counts = (value for value in shown.values if isinstance(value, pd.DataFrame))
    measures = {tuple(row) for row in sums[["per", "every"]].to_numpy()}
    assert len(measures) == shown.figures == len(counts)
    assert len(sums) == len(evidence)
    assert ["scope_label", "per", "every", "comparator"] == list(beside.index.names)[1:]
    assert ("适老化改造补贴", "特殊困难老年人", "户", "", "le") not in beside.index
    assert [60.0, 50.0] == beside.loc[("高龄津贴", "80至89岁", "人", "per_month", "eq")].dropna().to_list()
    told = shown.printed.splitlines()
    assert len(told) > 5
    assert all("元" in line for line in told)


def test_the_money_notebook_narrows_to_the_regions_named(money: Study, run: Any) -> None:
    """What is told of two plans does not name the third."""
    run(money)
    change = {"regions = None": 'regions = ["songhe", "linjiang"]', 'language = "zh"': 'language = "en"'}
    shown = run_cells(NOTEBOOK.read_text(encoding="utf-8"), money.root, change)
    assert "songhe" in shown.printed
    assert "baisha" not in shown.printed
