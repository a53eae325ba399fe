"""Tables of any number of made-up regions, and the labels they are drawn with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
import yaml
from matplotlib.text import Text

from compare.figures.drawing.chart import Chart
from compare.figures.drawing.style import output_settings
from compare.tables.comparing.same_units import measure
from compare.tables.words.labels import SECTIONS, Labels

CODEBOOK = Path(__file__).parents[2] / "data" / "codebook"

NAMES = ("双江拉祜族佤族布朗族傣族自治县", "甲市", "西双版纳傣族自治州", "呼和浩特市")
NAMES_EN = ("Shuangjiang Lahu, Va, Blang and Dai", "Jia", "Xishuangbanna", "Hohhot")

# Indicator -> group, unit, label zh, label en: short and very long names, units of all lengths.
INDICATORS: dict[str, tuple[str, str, str, str]] = {
    "share": (
        "beds",
        "%",
        "护理型床位占养老机构床位总数的比例",
        "Share of nursing beds in all institutional beds",
    ),
    "total": ("beds", "张", "床位", "Beds"),
    "area": (
        "facilities",
        "平方米/百户",
        "新建住宅小区每百户配建社区居家养老服务用房面积",
        "Floor area for community and home care services in newly built residential quarters",
    ),
    "posts": ("people", "名/千人", "社会工作者", "Social workers"),
    "rare": ("people", "人次/年", "培训", "Trainings"),
    "nobody": ("people", "%", "无人提及", "Stated by none"),
}

CELLS = (
    # status, low, high, comparator, deadline, scope, path
    ("stated", 55.0, 55.0, "ge", "2025", "general", ""),
    ("not_stated", None, None, "", "", "", ""),
    ("stated", 60.0, 60.0, "le", "2024-12", "general", ""),
    ("source_incomplete", None, None, "", "", "", ""),
    ("conflicting", 60.0, 90.0, "eq", "2024-05-31", "general", ""),
    ("stated", 20.0, 40.0, "range", "", "general", ""),
    ("not_applicable", None, None, "", "", "", ""),
    ("stated", 80.0, 80.0, "eq", "2025", "general", "2022:40;2023:60"),
    ("stated", 70.0, 70.0, "about", "2026", "general", ""),
    ("stated", 30.0, 30.0, "gt", "2023", "general", ""),
    ("stated", 35.0, 35.0, "lt", "2023", "general", ""),
)

CELL_COLUMNS = ("status", "value_low", "value_high", "comparator", "deadline", "scope", "path")


@pytest.fixture(scope="session")
def words() -> dict[str, dict[str, str]]:
    """The words that the figures use; names of rules are no phrases."""
    return {
        entry["id"]: {"zh": entry["zh"], "en": entry["en"]}
        for path in sorted((CODEBOOK / "wording").glob("*.yaml"))
        if path.stem != "rules"
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
    }


@pytest.fixture(scope="session")
def labels(words: dict[str, dict[str, str]]) -> Labels:
    """Labels for the made-up tables: real wording, made-up indicators, scopes and regions."""
    wording = yaml.safe_load((CODEBOOK / "wording.yaml").read_text(encoding="utf-8"))
    return Labels(
        sections={section: wording[section] for section in SECTIONS},
        words=words,
        groups={
            "beds": {"zh": "床位", "en": "Beds"},
            "facilities": {"zh": "设施", "en": "Facilities"},
            "people": {"zh": "人员", "en": "Workforce"},
        },
        indicators={code: {"zh": zh, "en": en} for code, (_, _, zh, en) in INDICATORS.items()},
        scopes={
            "general": {"zh": "总体", "en": "overall"},
            "newly_built": {"zh": "新建居住区和新建住宅小区", "en": "newly built residential areas"},
        },
        plans={
            f"p{i}": {
                "zh": f"{NAMES[i % len(NAMES)]}{i // len(NAMES) or ''}",
                "en": f"{NAMES_EN[i % len(NAMES_EN)]} {i // len(NAMES_EN) or ''}".strip(),
            }
            for i in range(60)
        },
        departments={
            f"d{i}": {
                "zh": f"人力资源和社会保障第{i}处",
                "en": f"Human resources and social security, office {i}",
            }
            for i in range(40)
        },
        group_of={code: group for code, (group, *_) in INDICATORS.items()},
    )


PROVINCES = (("11", "北京市"), ("53", "云南省"), ("65", "新疆维吾尔自治区"))


def plans_table(count: int) -> pd.DataFrame:
    """``count`` plans, fourteen to a province; every fifth is undated and without a number, every seventh a
    fragment."""
    rows = [
        {
            "plan_id": f"p{i}",
            "region_code": f"{PROVINCES[i // 14 % 3][0]}{i:02}00",
            "province_zh": PROVINCES[i // 14 % 3][1],
            "title": f"第{i}号方案",
            "document_number": None if i % 5 == 4 else f"政办发〔{2018 + i % 6}〕{i + 1}号",
            "issued_on": None if i % 5 == 4 else f"{2018 + i % 6}-12-08",
            "published_on": None,
            "region_level": "prefecture",
            "horizon_start": None,
            "horizon_end": None,
            "complete": i % 7 != 6,
        }
        for i in range(count)
    ]
    return pd.DataFrame(rows).astype({"document_number": "str", "issued_on": "str", "published_on": "str"})


def comparison_row(
    plan_id: str, indicator: str, cell: Sequence[Any] = CELLS[1], **changes: Any
) -> dict[str, Any]:
    row = {"plan_id": plan_id, "indicator": indicator, "unit": INDICATORS[indicator][1]}
    row |= dict(zip(CELL_COLUMNS, cell, strict=True)) | {"statement_ids": "", "elsewhere_ids": ""}
    if row["value_low"] is None:
        row["unit"] = ""
    row |= changes
    scope = row["scope"] or "general"
    same = measure(row["unit"] or INDICATORS.get(indicator, ("", ""))[1])
    row_id = f"{indicator}@{scope}[{same}]"
    kept = {
        "scope": scope,
        "row_id": row_id,
        "measure": same,
        "axis": row_id,
        "aspect": "asked",
        "headline": True,
    }
    return {"scope_text": "", "kind": "target"} | row | kept | changes


def comparison_table(rows: Sequence[dict[str, Any]]) -> pd.DataFrame:
    """Rows as the table ``comparison`` has them in memory: text is NaN where there is none."""
    frame = pd.DataFrame(rows).astype({"value_low": "float64", "value_high": "float64"})
    text = [name for name in frame if name not in ("value_low", "value_high", "headline")]
    return frame.astype(dict.fromkeys(text, "str")).replace({name: {"": None} for name in text})


def made_up(count: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """``comparison`` and ``plans`` of ``count`` regions in which every kind of cell occurs.

    ``rare`` is stated by the first plan only, ``nobody`` by none; ``total`` spans four decades.
    """
    rows: list[dict[str, Any]] = []
    for i in range(count):
        for place, code in enumerate(INDICATORS):
            cell = CELLS[(i * 3 + place * 2) % len(CELLS)]
            if code == "nobody" or (code == "rare" and i):
                cell = CELLS[1]
            elif code == "rare" or (code == "total" and cell[1] is None and i < 2):
                cell = CELLS[0]
            row = comparison_row(f"p{i}", code, cell)
            if code == "total" and row["status"] == "stated":
                scale = 10.0 ** (i % 4)
                row |= {
                    "value_low": row["value_low"] * scale,
                    "value_high": row["value_high"] * scale,
                    "path": "",
                }
            rows.append(row)
    return comparison_table(rows), plans_table(count)


def allocations_table(areas: int = 12) -> pd.DataFrame:
    """Two quantities by area; one cell each of not applicable, not stated and zero; one false total."""
    rows: list[dict[str, Any]] = []
    for code, unit in (("total", "张"), ("posts", "名/千人")):
        values: list[float | None] = [float(10 * (i + 1)) for i in range(areas)]
        values[0], values[1], values[2] = 0.0, None, None
        total = sum(value or 0.0 for value in values) + (5 if code == "posts" else 0)
        for i, value in enumerate([*values, total]):
            missing = "not_applicable" if i == 1 else "not_stated"
            rows.append(
                {
                    "plan_id": "p0",
                    "area": "总计" if i == areas else f"第{i}县",
                    "indicator": code,
                    "value": value,
                    "unit": unit,
                    "deadline": "2024",
                    "status": "stated" if value is not None else missing,
                    "start": i * 10 + (0 if code == "total" else 5),
                    "is_total": i == areas,
                }
            )
    return pd.DataFrame(rows).astype({"value": "float64", "is_total": "boolean"})


def responsibilities_table(plans: int, departments: int = 6) -> pd.DataFrame:
    """Each plan has four tasks; department d0 is in all of them and leads the first, dN in ever fewer."""
    rows = [
        {
            "plan_id": f"p{plan}",
            "passage_id": f"p{plan}-{task}",
            "department": f"d{place}",
            "role": "lead" if place == task == 0 else "responsible",
        }
        for plan in range(plans)
        for task in range(4)
        for place in range(departments)
        if place == 0 or (plan + task + place) % (place + 1) == 0
    ]
    return pd.DataFrame(rows).astype("str")


def statements_table() -> pd.DataFrame:
    """The columns of ``statements`` that figures read, without rows."""
    text = ("statement_id", "comparator", "deadline")
    columns = {name: pd.Series(dtype="str") for name in text}
    return pd.DataFrame(columns | {name: pd.Series(dtype="float64") for name in ("value_low", "value_high")})


def tables_of(count: int) -> dict[str, pd.DataFrame]:
    """What the figures of the comparison need, of ``count`` regions."""
    comparison, plans = made_up(count)
    return {"comparison": comparison, "plans": plans, "statements": statements_table()}


def overlaps(chart: Chart) -> list[tuple[str, str]]:
    """Pairs of texts that touch by more than a point, and texts that leave the figure."""
    with mpl.rc_context(output_settings()):
        chart.draw_without_rendering()
        renderer = chart.canvas.get_renderer()  # type: ignore[attr-defined]
        found = [text for text in chart.findobj(Text) if isinstance(text, Text) and text.get_text().strip()]
        found = [text for text in found if text.get_visible()]
        boxes = np.array([text.get_window_extent(renderer).extents for text in found])
    said = [text.get_text() for text in found]
    point = chart.dpi / 72
    page = np.array([0, 0, chart.bbox.x1, chart.bbox.y1])
    inside = np.all((boxes - page) * [1, 1, -1, -1] >= -point, axis=1)
    wide = np.minimum.outer(boxes[:, 2], boxes[:, 2]) - np.maximum.outer(boxes[:, 0], boxes[:, 0])
    high = np.minimum.outer(boxes[:, 3], boxes[:, 3]) - np.maximum.outer(boxes[:, 1], boxes[:, 1])
    # Lines of one paragraph share the leading between them, never more.
    touching = np.triu((wide > point) & (high > 2 * point), k=1)
    bad = [(said[a], said[b]) for a, b in np.argwhere(touching)]
    return bad + [(text, "outside the figure") for text, fits in zip(said, inside, strict=True) if not fits]


def texts(chart: Chart) -> list[str]:
    return [text.get_text() for text in chart.findobj(Text) if isinstance(text, Text)]


@pytest.fixture(scope="session")
def figure() -> SimpleNamespace:
    """The builders above."""
    made: Callable[[int], tuple[pd.DataFrame, pd.DataFrame]] = made_up
    return SimpleNamespace(
        made_up=made,
        tables=tables_of,
        plans=plans_table,
        row=comparison_row,
        comparison=comparison_table,
        allocations=allocations_table,
        statements=statements_table,
        responsibilities=responsibilities_table,
        overlaps=overlaps,
        texts=texts,
        cells=CELLS,
        cell_columns=CELL_COLUMNS,
        indicators=INDICATORS,
    )
