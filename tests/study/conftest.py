"""A small study on disk: two plans, the codebook of the repository."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from compare.study.place import Study
from compare.study.runs import run as running
from compare.study.runs.processes import reading
from compare.study.runs.run import Options, Report

JIA = """甲市人民政府办公室关于印发甲市养老服务实施方案的通知
甲政办发〔2021〕5号
甲市养老服务实施方案
一、总体目标
到2025年,全市养老机构护理型床位占比不低于55%,养老服务床位达到3000张。
二、重点任务
(一)资金保障。每年将不低于60%的福利彩票公益金用于养老服务。
甲市人民政府办公室
2021年3月5日
"""
YI = """乙县养老服务行动方案
一、总体目标
到2024年,养老机构护理型床位占比达到50%以上。
"""
REGISTER = """# kept as it is
- plan_id: jia-2021
  region_zh: 甲市
  region_en: Jia
  title: 甲市养老服务实施方案
  document_number: 甲政办发〔2021〕5号
  issued_on: 2021-03-05
  source_file: jia.txt

- plan_id: yi
  region_zh: 乙县
  region_en: Yi
  title: 乙县养老服务行动方案
  source_file: yi.txt
"""


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """Two plans and their register; no tables yet."""
    raw = tmp_path / "study" / "data" / "raw"
    raw.mkdir(parents=True)
    (raw / "jia.txt").write_text(JIA, encoding="utf-8", newline="\n")
    (raw / "yi.txt").write_text(YI, encoding="utf-8", newline="\n")
    (raw / "plans.yaml").write_text(REGISTER, encoding="utf-8", newline="\n")
    return Study(tmp_path / "study")


@contextmanager
def silent(label: str, total: int) -> Iterator[Any]:
    yield lambda: None


class Runner:
    """Runs a study without notebooks and without the exports, which have tests of their own."""

    def __call__(self, study: Study, **options: Any) -> Report:
        return running.run(study, Options(**{"notebooks": False, **options}), silent)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Runner:
    monkeypatch.setattr("compare.study.runs.outputs.EXPORTS", {})
    return Runner()


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the plans that are read, as they are read."""
    read: list[str] = []
    original = reading.read_plan

    def noted(task: Any) -> Any:
        read.append(task.plan.plan_id)
        return original(task)

    monkeypatch.setattr(reading, "read_plan", noted)
    return read


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(name="contents")
def _contents() -> Any:
    return contents
