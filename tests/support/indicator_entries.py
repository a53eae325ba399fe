"""What boxes of indicators are made of: invented indicators, their values, and the years they are of."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
class Entry:
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


def draw_entry(chance: random.Random, indicator: Sequence[object], *, plain: bool) -> Entry:
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
        return Entry(
            name, unit, measure, scale, "—", words.format(written), None, goal, bound, chance.choice(NATURES)
        )  # type: ignore[has-type]
    if kind < 0.18:
        return Entry(
            name, unit, measure, scale, base_written, chance.choice(WORDS), base, None, bound,
            chance.choice(NATURES),
        )  # type: ignore[has-type]  # fmt: skip
    return Entry(
        name, unit, measure, scale, base_written, words.format(written), base, goal, bound,
        chance.choice(NATURES),
    )  # type: ignore[has-type]  # fmt: skip


def draw_entries(chance: random.Random, *, plain: bool = False, units: Sequence[str] = ()) -> list[Entry]:
    pool = [i for i in INDICATORS if not units or i[1] in units]
    chosen = chance.sample(pool, min(len(pool), chance.randint(3, 6)))
    return [draw_entry(chance, one, plain=plain) for one in chosen]


def draw_years(chance: random.Random) -> tuple[str, str]:
    """Heads of the base year and of the target year."""
    return chance.choice(
        (
            ("2020年", "2025年"), ("2020", "2025"), ("2020实际", "2025目标"),
            ("2020年基期值", "2025年目标值"),
            ("2020年（实际）", "2025年（目标）"), ("“十三五”末", "“十四五”末"), ("2020年现状", "2025年"),
        )
    )  # fmt: skip


def plainly(number: float) -> str:
    return f"{number:.6f}".rstrip("0").rstrip(".")
