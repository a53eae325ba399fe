"""A study whose texts try to break out of the page, and what the explorer makes of it."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml
from tests.support.tables import files

from compare.checks import check
from compare.coding import Codebook
from compare.model import Item, Means, MeansOfPlan
from compare.tables.dataset import Dataset
from compare.tables.making.build import build, plan_tables
from compare.tables.storage.frames import gather
from compare.tables.words.labels import make_labels

WORDING = Path(__file__).parents[2] / "data" / "codebook" / "wording"

# Were any of it taken for markup, the page would have a property `hacked`, or ask for an address.
SCRIPT = "<script>window.hacked = 1</script>"
IMAGE = '"><img src="https://example.invalid/x.png" onerror="window.hacked = 1">'
CLOSING = "</script><script>window.hacked = 1</script><!--"


def explorer_study(folder: Path, make: Any, codebook: Codebook, codebook_files: Mapping[str, Any]) -> Dataset:
    """Three plans in ``folder``: a whole one, a fragment, and one that contradicts itself.

    The first opens with a character outside the basic plane, so that its offsets in characters
    are not those in UTF-16 units.
    """
    results = _results(make)
    results[0] = replace(results[0], means=_means(results[0].text))
    wording = {
        f"wording/{path.stem}": yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted(WORDING.glob("*.yaml"))
    }
    labels = make_labels(codebook, {**codebook_files, **wording})
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
    parts = {f"processed/{name}": data for name, data in files(tables).items()}
    parts |= {f"raw/{result.plan.source_file}": result.text.encode("utf-8") for result in results}
    for name, data in parts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return Dataset(folder / "processed", folder / "raw", lambda: (codebook, labels))


def _means(text: str) -> MeansOfPlan:
    """One instrument that the first plan carries and one that it does not."""
    clause = "养老床位达到2700张"
    start = text.index(clause)
    said = Means("facility_construction", 3, "", start, start + len(clause), item=0, passage=0)
    searched = (("facility_construction", "supply"), ("charity", "demand"))
    return MeansOfPlan((Item((0,), "paragraph", 0, len(text)),), (said,), (), searched)


def _results(make: Any) -> list[Any]:
    fact, plan = make.fact, make.plan
    filler = "".join(f"第{number}段没有数值,只是把原文拉长。\n" for number in range(80))
    return [
        make.result(
            f"𠮷祥市方案{CLOSING}\n{filler}"
            f"到2025年,护理型床位占比{SCRIPT}不低于55%。到2022年,养老床位达到2700张,到2025年,养老床位达到3000张。\n"
            f"{IMAGE}见 https://example.invalid/plan 。农村养老床位达到40张。\n"
            "无人知晓的7件事。年龄80周岁以上。\n",
            fact(f"护理型床位占比{SCRIPT}不低于55%", "55%", 55, deadline="2025"),
            fact("养老床位达到2700张", "2700张", 2700, None, "张", "eq", "2022", "beds"),
            fact("养老床位达到3000张", "3000张", 3000, None, "张", "eq", "2025", "beds"),
            fact("农村养老床位达到40张", "40张", 40, None, "张", "eq", "", "beds", "rural"),
            fact("无人知晓的7件事", "7件", 7, None, "件", "eq", indicator="", kind="parameter"),
            fact("年龄80周岁以上", "80周岁", 80, None, "岁", indicator="age", kind="parameter"),
            plan=make.changed(
                plan,
                title=f"甲市方案{CLOSING}",
                document_number=IMAGE,
                issuer=SCRIPT,
                region_en=f"Jia {SCRIPT}",
            ),
        ),
        make.result(
            "农村养老床位达到100—200张。",
            fact("农村养老床位达到100—200张", "100—200张", 100, 200, "张", "range", "2024", "beds", "rural"),
            plan=make.changed(
                plan,
                plan_id="yi-2021",
                region_zh="乙县",
                region_en="Yi",
                region_code="120000",
                source_file="yi.txt",
                complete=False,
                incomplete_note="缺第二部分",
            ),
        ),
        make.result(
            "护理型床位占比达到30%。护理型床位占比达到50%。",
            fact("护理型床位占比达到30%", "30%", 30, comparator="eq"),
            fact("护理型床位占比达到50%", "50%", 50, comparator="eq"),
            plan=make.changed(
                plan,
                plan_id="bing-2022",
                region_zh="丙州",
                region_en="Bing",
                region_code="130000",
                source_file="bing.txt",
                not_applicable=("beds",),
            ),
        ),
    ]


def many(data: dict[str, Any], plans: int, indicators: int) -> dict[str, Any]:
    """The page's data with their plans and rows repeated under other ids."""
    grown = copy.deepcopy(data)
    sources, rows = data["plans"], data["rows"]
    cells = {(one["plan"], one["row"]): one for one in data["cells"]}
    grown["plans"] = [
        {
            **sources[n % len(sources)],
            "id": f"plan{n}",
            "name": {"zh": f"某自治州第{n}号地区", "en": f"Area {n}"},
        }
        for n in range(plans)
    ]
    grown["rows"] = [
        {**rows[n % len(rows)], "id": f"indicator{n}", "indicator": f"indicator{n}", "folded": False}
        for n in range(indicators)
    ]
    grown["cells"] = [
        {
            **cells[sources[p % len(sources)]["id"], rows[i % len(rows)]["id"]],
            "plan": f"plan{p}",
            "row": f"indicator{i}",
            "statements": [],
            "elsewhere": [],
        }
        for p in range(plans)
        for i in range(indicators)
    ]
    grown |= {name: [] for name in ("observations", "topics", "measures", "milestones")} | {"tasks": {}}
    names = grown["names"]["indicators"]
    names |= {
        f"indicator{n}": {"zh": f"指标{n}的较长名称占比", "en": f"Share of something {n}"}
        for n in range(indicators)
    }
    return grown
