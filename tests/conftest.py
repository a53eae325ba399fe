"""What tests of several rooms share: a small codebook and plans made by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from hypothesis import settings
from tests.support.language import ReadText
from tests.support.rules_alone import rules_alone

from compare.coding import Codebook, parse_codebook
from compare.model import (
    Coded,
    Comparator,
    Document,
    Furniture,
    Header,
    Kind,
    Numeral,
    Passage,
    Plan,
    Reading,
    Responsibility,
    Statement,
    Table,
    TextView,
)
from compare.reading import read
from compare.tables.making.result import PlanResult
from compare.tables.words.labels import Labels, make_labels

ROOT = Path(__file__).parents[1]

# Speed is measured in benchmarks/: a busy machine fails no test.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def indicator(code: str, **entry: Any) -> dict[str, Any]:
    """A codebook entry with what it must have."""
    return {
        "id": code,
        "label": {"zh": f"{code} 中文", "en": f"{code} English"},
        "definition": {"zh": "定义", "en": "definition"},
        "unit": "%",
        "match": [code],
        **entry,
    }


@pytest.fixture(scope="session")
def codebook_files() -> Mapping[str, Any]:
    """A codebook of a few indicators, with the real units and comparators."""
    real = {
        name: yaml.safe_load((ROOT / "data" / "codebook" / f"{name}.yaml").read_text(encoding="utf-8"))
        for name in ("units", "comparators", "wording")
    }
    return real | {
        "groups": [
            {"id": "beds", "label": {"zh": "床位", "en": "Beds"}},
            {"id": "parameters", "label": {"zh": "参数", "en": "Parameters"}},
            {"id": "context", "label": {"zh": "背景", "en": "Context"}},
        ],
        "scopes": [
            {"id": "general", "label": {"zh": "总体", "en": "overall"}, "match": ["^全市$"]},
            {"id": "rural", "label": {"zh": "农村", "en": "rural"}, "match": ["农村"]},
        ],
        "departments": [
            {
                "id": "civil_affairs",
                "label": {"zh": "民政", "en": "Civil affairs"},
                "match": ["民政(?:局|厅)?"],
            },
            {"id": "finance", "label": {"zh": "财政", "en": "Finance"}, "match": ["财政局?"]},
        ],
        "indicators/beds": [
            indicator("bed_share", plausible=[0, 100], benchmark="bed_share", match=["护理型床位占比"]),
            indicator("beds", unit="张", headline_scopes=["general", "rural"], match=["养老床位"]),
            indicator("never_stated", match=["无此"]),
            indicator("no_headline", headline_scopes=[], match=["某"]),
        ],
        "indicators/parameters": [indicator("age", unit="岁", match=["年龄"])],
        "indicators/context": [indicator("towns", unit="个", match=["乡镇"])],
    }


@pytest.fixture(scope="session")
def codebook(codebook_files: Mapping[str, Any]) -> Codebook:
    return parse_codebook(codebook_files)


@pytest.fixture(scope="session")
def labels(codebook: Codebook, codebook_files: Mapping[str, Any]) -> Labels:
    """What the small codebook's codes are called, with the real words of the findings."""
    words = ROOT / "data" / "codebook" / "wording" / "findings.yaml"
    files = {**codebook_files, "wording/findings": yaml.safe_load(words.read_text(encoding="utf-8"))}
    return make_labels(codebook, files)


@dataclass(frozen=True)
class Fact:
    """A coded statement in short: where ``quote`` and, in it, ``value`` are written."""

    quote: str
    value: str
    low: float | None
    high: float | None = None
    unit: str = "%"
    comparator: str = "ge"
    deadline: str = ""
    indicator: str = "bed_share"
    scope: str = "general"
    kind: str = "target"
    area: str = ""
    subject: str = ""


PLAN = Plan(
    plan_id="p-2020",
    region_zh="甲市",
    region_en="Jia",
    region_code="110000",
    region_level="prefecture",
    province_zh="某省",
    title="甲市方案",
    document_number="甲政〔2020〕1号",
    issuer="甲市人民政府",
    issued_on="2020-05-01",
    published_on="",
    effective_on="",
    horizon_start="",
    horizon_end="2025",
    source_file="jia.txt",
    complete=True,
)


def coded(text: str, fact: Fact, number: int, after: int, plan_id: str) -> Coded:
    """The first statement at or after ``after`` that reads as the fact says."""
    start = text.index(fact.quote, after)
    value_start = text.index(fact.value, start)
    low = None if fact.low is None else Decimal(str(fact.low))
    high = low if fact.high is None else Decimal(str(fact.high))
    statement = Statement(
        kind=Kind(fact.kind),
        subject=fact.subject or fact.quote,
        value_text=fact.value,
        value_low=low,
        value_high=high,
        unit=fact.unit,
        comparator=Comparator(fact.comparator),
        deadline=fact.deadline,
        period="",
        scope_text="",
        implied=False,
        start=start,
        end=start + len(fact.quote),
        value_start=value_start,
        value_end=value_start + len(fact.value),
        passage=0,
        rule="hand",
        area=fact.area,
    )
    return Coded(f"{plan_id}-{number}", statement, fact.indicator, fact.scope)


def make_result(text: str, *facts: Fact, plan: Plan = PLAN, **parts: Any) -> PlanResult:
    """A plan with these facts, found one after the other in ``text``; ``parts`` are of its reading."""
    found: list[Coded] = []
    for number, fact in enumerate(facts, start=1):
        after = found[-1].statement.value_end if found else 0
        found.append(coded(text, fact, number, after, plan.plan_id))
    reading: dict[str, Any] = {
        "document": Document(text, "txt"),
        "view": TextView(text, range(len(text) + 1)),
        "header": Header(),
        "passages": (Passage(1, "", "paragraph", "", 0, len(text), None),),
        "statements": tuple(one.statement for one in found),
        "numerals": (),
    }
    return PlanResult(plan, Reading(**{**reading, **parts}), tuple(found), "0" * 64, "txt")


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    """The builders above and the nouns they take."""
    return SimpleNamespace(
        plan=PLAN,
        fact=Fact,
        passage=Passage,
        numeral=Numeral,
        table=Table,
        responsibility=Responsibility,
        result=make_result,
        changed=replace,
    )


@pytest.fixture(scope="session")
def real_codebook() -> Codebook:
    return rules_alone()


@pytest.fixture(scope="session")
def read_text(real_codebook: Codebook) -> ReadText:
    """Read a text as a plan; ``furniture`` are spans that its format marks as such."""

    def reader(text: str, *furniture: tuple[int, int]) -> Reading:
        marked = tuple(Furniture(start, end, "menu") for start, end in furniture)
        return read(Document(text, "txt", furniture=marked), real_codebook.lexicon)

    return reader
