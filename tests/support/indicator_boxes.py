"""Boxes of main indicators as five-year plans print them, with what is planted in each.

A box has a shape (which columns, how many rows of heads, what is merged), a way of writing years, units
and bounds, and rows of invented indicators. The same seed gives the same box.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.support.merged_tables import Content

TITLE = "甲市养老服务发展“十四五”规划"
#: name, unit as written, unit and scale as read
INDICATORS = (
    ("养老服务床位总数", "万张", "张", 10_000, (2, 9)),
    ("护理型床位占养老机构床位比例", "%", "%", 1, (30, 70)),
    ("新增家庭养老床位", "张", "张", 1, (200, 5000)),
    ("社区日间照料机构覆盖率", "%", "%", 1, (50, 100)),
    ("经济困难老年人家庭适老化改造", "户", "户", 1, (300, 9000)),
    ("街道综合养老服务中心", "个", "个", 1, (3, 60)),
    ("养老护理员培训", "万人次", "人次", 10_000, (1, 8)),
    ("养老服务财政投入", "亿元", "元", 100_000_000, (1, 9)),
    ("特困人员集中供养率", "%", "%", 1, (40, 95)),
    ("老年大学", "所", "所", 1, (1, 40)),
)
#: Values in words, which give no statement.
WORDS = ("标准健全", "基本建立", "持续提升")
NATURES = ("约束性", "预期性")
BOUNDS: tuple[tuple[str, str], ...] = (
    ("{}", "eq"), ("≥{}", "ge"), ("{}以上", "ge"), ("≤{}", "le"), ("[{}]", "eq"), ("不低于{}", "ge"),
    (">{}", "gt"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Planted:
    """A value as it must be read."""

    subject: str
    value: str
    unit: str
    comparator: str
    deadline: str
    kind: str
    binding: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A table with the lines above and below it, and what it says."""

    shape: str
    above: tuple[str, ...]
    rows: tuple[tuple[Content, ...], ...]
    below: tuple[str, ...]
    planted: tuple[Planted, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """An indicator with its values of the base year and the target year, as written."""

    name: str
    unit: str
    measure: str
    scale: int
    base: str
    goal: str
    base_number: float | None
    goal_number: float | None
    bound: str
    nature: str

    def planted(
        self, goal_year: str = "2025", *, nature: bool = False, base: bool = True
    ) -> Iterator[Planted]:
        binding = {"约束性": "binding", "预期性": "expected"}[self.nature] if nature else ""
        for number, bound, deadline, kind in (
            (self.base_number if base else None, "eq", "", "parameter"),
            (self.goal_number, self.bound, goal_year, "target"),
        ):
            if number is not None:
                value = f"{number * self.scale:.6f}".rstrip("0").rstrip(".")
                yield Planted(self.name, value, self.measure, bound, deadline, kind, binding)


def _entry(chance: random.Random, indicator: Sequence[object], *, plain: bool) -> _Entry:
    name, unit, measure, scale, (least, most) = indicator  # type: ignore[misc]
    low = chance.randint(least, most)  # type: ignore[has-type]
    base: float = low + chance.choice((0, 0, 0.5)) if unit != "张" else low  # type: ignore[has-type]
    goal: float = base + chance.randint(1, max(2, most // 3))  # type: ignore[has-type]
    if unit == "%":  # type: ignore[has-type]
        goal = min(goal, 100)
    words, bound = BOUNDS[0] if plain or chance.random() < 0.5 else chance.choice(BOUNDS[1:])
    written = f"{goal:g}"
    base_written: str = f"{base:g}"
    kind = 1.0 if plain else chance.random()
    if kind < 0.12:
        return _Entry(
            name, unit, measure, scale, "—", words.format(written), None, goal, bound, chance.choice(NATURES)
        )  # type: ignore[has-type]
    if kind < 0.18:
        return _Entry(
            name, unit, measure, scale, base_written, chance.choice(WORDS), base, None, bound,
            chance.choice(NATURES),
        )  # type: ignore[has-type]  # fmt: skip
    return _Entry(
        name, unit, measure, scale, base_written, words.format(written), base, goal, bound,
        chance.choice(NATURES),
    )  # type: ignore[has-type]  # fmt: skip


def _entries(chance: random.Random, *, plain: bool = False, units: Sequence[str] = ()) -> list[_Entry]:
    pool = [i for i in INDICATORS if not units or i[1] in units]
    chosen = chance.sample(pool, min(len(pool), chance.randint(3, 6)))
    return [_entry(chance, one, plain=plain) for one in chosen]


Rows = list[tuple[Content, ...]]


def _years(chance: random.Random) -> tuple[str, str]:
    """Heads of the base year and of the target year."""
    return chance.choice(
        (
            ("2020年", "2025年"), ("2020", "2025"), ("2020实际", "2025目标"),
            ("2020年基期值", "2025年目标值"),
            ("2020年（实际）", "2025年（目标）"), ("“十三五”末", "“十四五”末"), ("2020年现状", "2025年"),
        )
    )  # fmt: skip


def numbered(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """序号|指标|单位|base|goal|属性."""
    base, goal = _years(chance)
    entries = _entries(chance)
    rows: Rows = [("序号", "指标", "单位", base, goal, "属性")]
    rows += [(str(n), e.name, e.unit, e.base, e.goal, e.nature) for n, e in enumerate(entries, 1)]
    return rows, [p for e in entries for p in e.planted(nature=True)]


def unit_in_name(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """指标(unit)|base|goal|指标性质."""
    base, goal = _years(chance)
    entries = _entries(chance)
    rows: Rows = [("主要指标", base, goal, "指标性质")]
    rows += [(f"{e.name}（{e.unit}）", e.base, e.goal, e.nature) for e in entries]
    return rows, [p for e in entries for p in e.planted(nature=True)]


def grouped(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """类别 merged over its rows."""
    base, goal = _years(chance)
    entries = _entries(chance)
    cut = chance.randint(1, len(entries) - 1)
    rows: Rows = [("类别", "指标名称", "单位", base, goal, "属性")]
    for at, e in enumerate(entries):
        group: tuple[Content, ...] = ()
        if at in (0, cut):
            group = (("居家社区", cut, 1) if at == 0 else ("机构养老", len(entries) - cut, 1),)
        rows.append((*group, e.name, e.unit, e.base, e.goal, e.nature))
    return rows, [p for e in entries for p in e.planted(nature=True)]


def two_heads(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """A head of two rows: 指标值 over the years."""
    base, goal = chance.choice((("2020年", "2025年"), ("2020", "2025"), ("2020年实际值", "2025年目标值")))
    entries = _entries(chance)
    rows: Rows = [
        (("序号", 2, 1), ("指标", 2, 1), ("单位", 2, 1), ("指标值", 1, 2), ("属性", 2, 1)),
        (base, goal),
    ]
    rows += [(str(n), e.name, e.unit, e.base, e.goal, e.nature) for n, e in enumerate(entries, 1)]
    return rows, [p for e in entries for p in e.planted(nature=True)]


def three_heads(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """A head of three rows: 规划指标 over 指标值 over the years."""
    entries = _entries(chance)
    rows: Rows = [
        (("指标", 3, 1), ("单位", 3, 1), ("规划指标", 1, 2)),
        (("指标值", 1, 2),),
        ("2020年", "2025年"),
    ]
    rows += [(e.name, e.unit, e.base, e.goal) for e in entries]
    return rows, [p for e in entries for p in e.planted()]


def growth(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """With a column 年均增长(%), or the goal alone."""
    entries = _entries(chance, plain=True)
    rates = [chance.randint(1, 9) + 0.5 for _ in entries]
    rows: Rows = [("指标", "单位", "2020年", "2025年", "年均增长（%）")]
    rows += [(e.name, e.unit, e.base, e.goal, f"{r:g}") for e, r in zip(entries, rates, strict=True)]
    planted = [p for e in entries for p in e.planted()]
    planted += [Planted("年均增长", f"{r:g}", "%", "eq", "", "target") for r in rates]
    return rows, planted


def goals_alone(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """指标|单位|2025年目标."""
    head = chance.choice(("2025年目标", "2025年目标值", "2025目标", "2025年", "到2025年", "2025年规划目标"))
    entries = _entries(chance)
    rows: Rows = [("指标", "单位", head)]
    rows += [(e.name, e.unit, e.goal) for e in entries]
    return rows, [p for e in entries for p in e.planted(base=False)]


def unit_in_cell(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """指标名称|2025年目标值, each value with its unit."""
    entries = _entries(chance, plain=True)
    rows: Rows = [("序号", "指标名称", "2025年目标值")]
    planted: list[Planted] = []
    for n, e in enumerate(entries, 1):
        words, bound = chance.choice(
            (("{}", "eq"), ("≥{}", "ge"), ("{}以上", "ge"), ("不低于{}", "ge"), ("达到{}", "eq"))
        )
        rows.append((str(n), e.name, words.format(e.goal + e.unit)))
        planted += [
            Planted(p.subject, p.value, p.unit, bound, p.deadline, p.kind) for p in e.planted(base=False)
        ]
    return rows, planted


def transposed(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """Indicators as columns, years as rows."""
    entries = _entries(chance, plain=True)[:4]
    rows: Rows = [
        ("年份", *(f"{e.name}（{e.unit}）" for e in entries)),
        (chance.choice(("2020年", "2020年（实际）")), *(e.base for e in entries)),
        (chance.choice(("2025年", "2025年（目标）")), *(e.goal for e in entries)),
    ]
    return rows, [p for e in entries for p in e.planted()]


def single(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """A head and one row."""
    entry = _entry(chance, chance.choice(INDICATORS), plain=True)
    base, goal = _years(chance)
    rows: Rows = [("指标", "单位", base, goal), (entry.name, entry.unit, entry.base, entry.goal)]
    return rows, list(entry.planted())


def unit_above(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """单位:个 above the table."""
    entries = _entries(chance, plain=True, units=("张", "户", "个", "所"))
    entries = [
        _Entry(e.name, "个", "个", 1, e.base, e.goal, e.base_number, e.goal_number, e.bound, e.nature)
        for e in entries
    ]
    base, goal = _years(chance)
    rows: Rows = [("项目", base, goal)]
    rows += [(e.name, e.base, e.goal) for e in entries]
    return rows, [p for e in entries for p in e.planted()]


SHAPES: dict[str, Callable[[random.Random], tuple[Rows, list[Planted]]]] = {
    shape.__name__: shape
    for shape in (
        numbered, unit_in_name, grouped, two_heads, three_heads, growth, goals_alone, unit_in_cell,
        transposed, single, unit_above,
    )
}  # fmt: skip


def box(shape: str, seed: int) -> Box:
    """The box of this shape and seed."""
    chance = random.Random(f"box {shape} {seed}")
    rows, planted = SHAPES[shape](chance)
    title = chance.choice(
        (
            "专栏1 “十四五”养老服务发展主要指标", "专栏2：养老服务主要发展指标", "表1 主要指标", "主要指标表",
            "养老服务发展主要指标一览表",
        )
    )  # fmt: skip
    above = [TITLE, "（2021—2025年）", "按照下列指标推进。", title]
    if shape == "unit_above":
        above.append(chance.choice(("单位：个", "（单位：个）", "计量单位：个")))
    below = chance.choice(((), ("注：[ ]内为五年累计数。",), ("各级各部门抓好落实。",)))
    return Box(shape, tuple(above), tuple(rows), below, tuple(sorted(planted)))
