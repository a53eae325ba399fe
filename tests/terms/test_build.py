"""The tables of the room: they keep their schemas and depend on nothing but the plans."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from tests.support.language import ReadText
from tests.support.tables import compare_plans, files

from compare.coding import Codebook
from compare.tables.making.build import COUNTED, build
from compare.tables.making.build import plan_tables as other_tables
from compare.tables.making.result import PlanResult
from compare.tables.storage.frames import gather
from compare.terms.build import plan_tables
from compare.terms.counting.segment import Segmenter
from compare.terms.language import Language

SHARED = "将符合条件的养老机构内设医疗卫生机构纳入医保定点管理范围"
TEXTS = {
    "jia": f"一、重点任务\n(一)推进医养结合。{SHARED}。鼓励医养结合,医养结合达到5家。(责任单位:市民政局)\n",
    "yi": f"一、主要任务\n1.{SHARED},加强监管。到2025年,养老床位达到300张。\n",
    "bing": "1.发展托育服务,托育机构达到3个。\n",
}


@pytest.fixture
def results(make: SimpleNamespace, read_text: ReadText) -> dict[str, PlanResult]:
    return {
        plan_id: PlanResult(
            make.changed(make.plan, plan_id=plan_id, source_file=f"{plan_id}.txt"),
            read_text(text),
            (),
            "0" * 64,
            "txt",
        )
        for plan_id, text in TEXTS.items()
    }


def content(
    results: list[PlanResult], codebook: Codebook, language: Language, segmenter: Segmenter
) -> dict[str, bytes]:
    """The files of a study of these plans, checked against their schemas."""
    parts = [{**other_tables(one, codebook), **plan_tables(one, language, segmenter)} for one in results]
    tables = build([gather(parts)], None, [one.plan for one in results], codebook)
    return files(compare_plans(tables))


def test_the_tables_keep_their_schemas_and_hold_something(
    results: dict[str, PlanResult], codebook: Codebook, language: Language, segmenter: Segmenter
) -> None:
    """pandera checks every column; the shared passage is in reuse, with its offsets."""
    made = content(list(results.values()), codebook, language, segmenter)
    for name in (*COUNTED, "reuse"):
        assert made[f"{name}.csv"].count(b"\n") > 1
    (row,) = made["reuse.csv"].decode("utf-8").splitlines()[1:]
    assert row.startswith("jia,yi,")
    assert SHARED in row


def test_the_order_of_files_changes_no_byte(
    results: dict[str, PlanResult], codebook: Codebook, language: Language, segmenter: Segmenter
) -> None:
    """Whatever process read a plan first."""
    plans = list(results.values())
    first = content(plans, codebook, language, segmenter)
    assert first == content(plans[::-1], codebook, language, segmenter)
    assert first == content(plans, codebook, language, segmenter)


def test_counts_of_a_plan_do_not_depend_on_the_others(
    results: dict[str, PlanResult], language: Language, segmenter: Segmenter
) -> None:
    """So the rows of a plan that is not stale can stay; only what compares plans is made anew."""
    alone, again = (gather([plan_tables(results["jia"], language, segmenter)]) for _ in range(2))
    assert set(COUNTED) == set(alone)
    for name in COUNTED:
        assert alone[name].equals(again[name])
    assert alone["terms"]["q_value"].isna().all()
