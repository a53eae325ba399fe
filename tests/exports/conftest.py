"""A small study on disk: plans made by hand, their tables, sources and codebook."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.tables import files

import compare
from compare.checks import check
from compare.coding import Codebook
from compare.tables.dataset import Dataset
from compare.tables.making.build import build, plan_tables
from compare.tables.making.result import PlanResult
from compare.tables.storage.frames import gather
from compare.tables.words.labels import Labels

# Begins with a sign that Excel takes for a formula: such text must reach every export as text.
FORMULA_TITLE = "=HYPERLINK(1)甲市方案"


def _results(make: Any, copy: int = 0) -> list[PlanResult]:
    """Three plans; a ``copy`` of them has other ids, regions and files."""
    fact = make.fact

    def plan(plan_id: str, region_zh: str, region_en: str, region_code: str, **more: Any) -> Any:
        own = {"plan_id": plan_id, "region_zh": region_zh, "region_en": region_en, "region_code": region_code}
        if copy:
            own |= {
                "plan_id": f"{plan_id}-{copy}",
                "region_zh": f"{region_zh}{copy}",
                "region_en": f"{region_en} {copy}",
            }
        return make.changed(make.plan, **own, source_file=f"{region_en.lower()}{copy or ''}.txt", **more)

    jia = plan(
        "p-2020",
        "甲市",
        "Jia",
        "110000",
        title=FORMULA_TITLE,
        document_number="@甲政〔2020〕1号",
        issuer="+甲市人民政府",
    )
    yi = plan("yi-2021", "乙县", "Yi", "120000", complete=False)
    bing = plan("bing-2022", "丙州", "Bing", "130000", not_applicable=("beds",))
    return [
        make.result(
            "到2025年,护理型床位占比不低于55%。到2022年,养老床位达到2700张,到2025年,养老床位达到3000张。\n"
            "年龄80周岁以上。\n东乡\n0\n西乡\n/\n合计\n0\n",
            fact("护理型床位占比不低于55%", "55%", 55, deadline="2025"),
            fact("养老床位达到2700张", "2700张", 2700, None, "张", "eq", "2022", "beds"),
            fact("养老床位达到3000张", "3000张", 3000, None, "张", "eq", "2025", "beds"),
            fact("年龄80周岁以上", "80周岁", 80, None, "岁", indicator="age", kind="parameter"),
            fact(
                "0",
                "0",
                0,
                None,
                "个",
                "eq",
                indicator="towns",
                kind="allocation",
                area="东乡",
                subject="乡镇",
            ),
            fact(
                "/",
                "/",
                None,
                None,
                "个",
                "eq",
                indicator="towns",
                kind="allocation",
                area="西乡",
                subject="乡镇",
            ),
            plan=jia,
        ),
        make.result(
            "农村养老床位达到100—200张。护理型床位占比不低于60%。",
            fact("农村养老床位达到100—200张", "100—200张", 100, 200, "张", "range", "", "beds", "rural"),
            fact("护理型床位占比不低于60%", "60%", 60),
            plan=yi,
        ),
        make.result(
            "护理型床位占比达到30%。护理型床位占比达到50%。",
            fact("护理型床位占比达到30%", "30%", 30, comparator="eq"),
            fact("护理型床位占比达到50%", "50%", 50, comparator="eq"),
            plan=bing,
        ),
    ]


def write_study(
    root: Path, results: Sequence[PlanResult], codebook: Codebook, book: Mapping[str, Any], labels: Labels
) -> Path:
    """A study folder with everything ``compare.load`` needs."""
    findings = check(results, codebook)
    tables = build(
        [
            gather(
                [plan_tables(result, codebook, findings[result.plan.plan_id], labels) for result in results]
            )
        ],
        None,
        [result.plan for result in results],
        codebook,
    )
    parts: dict[str, bytes] = {f"data/processed/{name}": data for name, data in files(tables).items()}
    for result in results:
        parts[f"data/raw/{result.plan.source_file}"] = result.text.encode("utf-8")
    for stem, entries in book.items():
        parts[f"data/codebook/{stem}.yaml"] = yaml.safe_dump(entries, allow_unicode=True).encode("utf-8")
    for name, data in parts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


@pytest.fixture(scope="session")
def make_study(
    make: Any, codebook: Codebook, codebook_files: Mapping[str, Any], labels: Labels
) -> Callable[[Path, int], Path]:
    """``make_study(folder, plans)``: a study of so many plans, three and their copies."""

    def build_in(root: Path, plans: int) -> Path:
        copies = (one for copy in range((plans + 2) // 3) for one in _results(make, copy))
        return write_study(root, list(copies)[:plans], codebook, codebook_files, labels)

    return build_in


@pytest.fixture(scope="session")
def study(make_study: Callable[[Path, int], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study of three plans: a whole one, a fragment, and one that contradicts itself."""
    return make_study(tmp_path_factory.mktemp("study"), 3)


@pytest.fixture(scope="session")
def dataset(study: Path) -> Dataset:
    return compare.load(study)
