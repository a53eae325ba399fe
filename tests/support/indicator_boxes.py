"""Boxes of main indicators as five-year plans print them, with what is planted in each.

A box has a shape (which columns, how many rows of heads, what is merged), a way of writing years, units
and bounds, and rows of invented indicators. The same seed gives the same box.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.support.indicator_entries import (
    INDICATORS,
    Entry,
    Planted,
    draw_entries,
    draw_entry,
    draw_years,
    plainly,
)
from tests.support.merged_tables import Content

TITLE = "甲市养老服务发展“十四五”规划"

Rows = list[tuple[Content, ...]]


@dataclass(frozen=True, slots=True)
class Box:
    """A table with the lines above and below it, and what it says."""

    shape: str
    above: tuple[str, ...]
    rows: tuple[tuple[Content, ...], ...]
    below: tuple[str, ...]
    planted: tuple[Planted, ...]


def numbered(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """序号|指标|单位|base|goal|属性."""
    base, goal = draw_years(chance)
    entries = draw_entries(chance)
    rows: Rows = [("序号", "指标", "单位", base, goal, "属性")]
    rows += [(str(n), e.name, e.unit, e.base, e.goal, e.nature) for n, e in enumerate(entries, 1)]
    return rows, [p for e in entries for p in e.planted(nature=True)]


def unit_in_name(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """指标(unit)|base|goal|指标性质."""
    base, goal = draw_years(chance)
    entries = draw_entries(chance)
    rows: Rows = [("主要指标", base, goal, "指标性质")]
    rows += [(f"{e.name}（{e.unit}）", e.base, e.goal, e.nature) for e in entries]
    return rows, [p for e in entries for p in e.planted(nature=True)]


def grouped(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """类别 merged over its rows."""
    base, goal = draw_years(chance)
    entries = draw_entries(chance)
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
    entries = draw_entries(chance)
    rows: Rows = [
        (("序号", 2, 1), ("指标", 2, 1), ("单位", 2, 1), ("指标值", 1, 2), ("属性", 2, 1)),
        (base, goal),
    ]
    rows += [(str(n), e.name, e.unit, e.base, e.goal, e.nature) for n, e in enumerate(entries, 1)]
    return rows, [p for e in entries for p in e.planted(nature=True)]


def three_heads(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """A head of three rows: 规划指标 over 指标值 over the years."""
    entries = draw_entries(chance)
    rows: Rows = [
        (("指标", 3, 1), ("单位", 3, 1), ("规划指标", 1, 2)),
        (("指标值", 1, 2),),
        ("2020年", "2025年"),
    ]
    rows += [(e.name, e.unit, e.base, e.goal) for e in entries]
    return rows, [p for e in entries for p in e.planted()]


def growth(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """With a column 年均增长(%), or the goal alone."""
    entries = draw_entries(chance, plain=True)
    rates = [chance.randint(1, 9) + 0.5 for _ in entries]
    rows: Rows = [("指标", "单位", "2020年", "2025年", "年均增长（%）")]
    rows += [(e.name, e.unit, e.base, e.goal, f"{r:g}") for e, r in zip(entries, rates, strict=True)]
    planted = [p for e in entries for p in e.planted()]
    planted += [Planted("年均增长", f"{r:g}", "%", "eq", "", "target") for r in rates]
    return rows, planted


def goals_alone(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """指标|单位|2025年目标."""
    head = chance.choice(("2025年目标", "2025年目标值", "2025目标", "2025年", "到2025年", "2025年规划目标"))
    entries = draw_entries(chance)
    rows: Rows = [("指标", "单位", head)]
    rows += [(e.name, e.unit, e.goal) for e in entries]
    return rows, [p for e in entries for p in e.planted(base=False)]


def unit_in_cell(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """指标名称|2025年目标值, each value with its unit."""
    entries = draw_entries(chance, plain=True)
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
    entries = draw_entries(chance, plain=True)[:4]
    rows: Rows = [
        ("年份", *(f"{e.name}（{e.unit}）" for e in entries)),
        (chance.choice(("2020年", "2020年（实际）")), *(e.base for e in entries)),
        (chance.choice(("2025年", "2025年（目标）")), *(e.goal for e in entries)),
    ]
    return rows, [p for e in entries for p in e.planted()]


def single(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """A head and one row."""
    entry = draw_entry(chance, chance.choice(INDICATORS), plain=True)
    base, goal = draw_years(chance)
    rows: Rows = [("指标", "单位", base, goal), (entry.name, entry.unit, entry.base, entry.goal)]
    return rows, list(entry.planted())


def unit_above(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """单位:个 above the table."""
    entries = draw_entries(chance, plain=True, units=("张", "户", "个", "所"))
    entries = [
        Entry(e.name, "个", "个", 1, e.base, e.goal, e.base_number, e.goal_number, e.bound, e.nature)
        for e in entries
    ]
    base, goal = draw_years(chance)
    rows: Rows = [("项目", base, goal)]
    rows += [(e.name, e.base, e.goal) for e in entries]
    return rows, [p for e in entries for p in e.planted()]


def wrapped(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """Names and heads broken by hand."""
    entries = draw_entries(chance)
    rows: Rows = [("序号", "指标\n名称", "单位", "2020年\n实际值", "2025年\n目标值", "指标\n属性")]
    for n, e in enumerate(entries, 1):
        cut = len(e.name) // 2
        rows.append((str(n), f"{e.name[:cut]}\n{e.name[cut:]}", e.unit, e.base, e.goal, e.nature))
    return rows, [p for e in entries for p in e.planted(nature=True)]


def name_over_unit(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """One head 指标 over the names and their units."""
    entries = draw_entries(chance)
    rows: Rows = [(("指标", 1, 2), "2020年", "2025年")]
    rows += [(e.name, e.unit, e.base, e.goal) for e in entries]
    return rows, [p for e in entries for p in e.planted()]


def many_years(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """A column for each year, growing to the goal, and who is responsible."""
    entries = draw_entries(chance, plain=True)
    years = ("2023", "2024", "2025")
    rows: Rows = [("序号", "指标", "单位", *(f"{year}年" for year in years), "牵头单位")]
    planted: list[Planted] = []
    for n, e in enumerate(entries, 1):
        steps = [(e.base_number or 0) + step for step in range(3)]
        rows.append(
            (str(n), e.name, e.unit, *(f"{x:g}" for x in steps), chance.choice(("民政局", "卫生健康局")))
        )
        planted += [
            Planted(e.name, plainly(x * e.scale), e.measure, "eq", year, "target")
            for x, year in zip(steps, years, strict=True)
        ]
    return rows, planted


def total_over_years(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """累计 beside the goal of the last year, each with its own number."""
    entries = draw_entries(chance, plain=True, units=("张", "户", "个", "所"))
    rows: Rows = [(("指标", 2, 1), ("单位", 2, 1), ("目标值", 1, 2)), ("2025年", "五年累计")]
    rows += [(e.name, e.unit, e.goal, e.base) for e in entries]
    planted = [p for e in entries for p in e.planted(base=False)]
    planted += [
        Planted(e.name, plainly((e.base_number or 0) * e.scale), e.measure, "eq", "", "target")
        for e in entries
    ]
    return rows, planted


def side_by_side(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """The same head twice, half of the indicators under each."""
    entries = draw_entries(chance, plain=True)
    entries = entries[: len(entries) // 2 * 2]
    head = ("指标", "单位", "2025年")
    rows: Rows = [(*head, *head)]
    for left, right in zip(entries[::2], entries[1::2], strict=True):
        rows.append((left.name, left.unit, left.goal, right.name, right.unit, right.goal))
    return rows, [p for e in entries for p in e.planted(base=False)]


def spanning_label(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """The unit stands in a label over several rows."""
    rows: Rows = [(("指标", 1, 2), "2020年", "2025年")]
    planted: list[Planted] = []
    for label, unit, measure, scale in (
        ("养老服务财政投入", "万元", "元", 10_000),
        ("养老床位", "张", "张", 1),
    ):
        for at, part in enumerate(("养老机构", "社区设施")):
            low = chance.randint(20, 900)
            base, goal = low, low + chance.randint(1, 50)
            group: tuple[Content, ...] = ((f"{label}（{unit}）", 2, 1),) if at == 0 else ()
            rows.append((*group, part, str(base), str(goal)))
            planted.append(Planted(label, str(base * scale), measure, "eq", "", "parameter"))
            planted.append(Planted(label, str(goal * scale), measure, "eq", "2025", "target"))
    return rows, planted


def second_bracket(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """财政支出（万元）（全县）: the unit stands before a second bracket."""
    entries = draw_entries(chance, plain=True)
    base, goal = draw_years(chance)
    rows: Rows = [("指标", base, goal)]
    rows += [
        (f"{e.name}（{e.unit}）（{chance.choice(('全县', '不含民办', '五年累计'))}）", e.base, e.goal)
        for e in entries
    ]
    return rows, [p for e in entries for p in e.planted()]


def two_in_one(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """老年食堂数/护理员数（个/名）: two measures in one cell."""
    pairs = (
        ("老年食堂数", "个", "护理员数", "名"),
        ("养老机构数", "所", "养老床位数", "张"),
        ("示范社区", "个", "改造家庭", "户"),
    )
    rows: Rows = [("指标", "2020年", "2025年")]
    planted: list[Planted] = []
    for one, one_unit, two, two_unit in chance.sample(pairs, 2):
        a, b = chance.randint(2, 40), chance.randint(50, 900)
        rows.append((f"{one}/{two}（{one_unit}/{two_unit}）", f"{a}/{b}", f"{a + 3}/{b + 20}"))
        for name, unit, x, more in ((one, one_unit, a, 3), (two, two_unit, b, 20)):
            planted.append(Planted(name, str(x), unit, "eq", "", "parameter"))
            planted.append(Planted(name, str(x + more), unit, "eq", "2025", "target"))
    entry = draw_entry(chance, INDICATORS[1], plain=True)
    rows.append((f"{entry.name}（%）", entry.base, entry.goal))
    return rows, [*planted, *entry.planted()]


def titled_inside(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """Title above and note below are rows of the table, and groups are rows over all columns."""
    entries = draw_entries(chance)
    cut = chance.randint(1, len(entries) - 1)
    rows: Rows = [(("养老服务主要指标", 1, 4),), ("指标", "单位", "2020年", "2025年")]
    for at, e in enumerate(entries):
        if at in (0, cut):
            rows.append((("一、居家社区" if at == 0 else "二、机构养老", 1, 4),))
        rows.append((e.name, e.unit, e.base, e.goal))
    rows.append((("注：指标由市民政局负责解释。", 1, 4),))
    return rows, [p for e in entries for p in e.planted()]


def other_numbers(chance: random.Random) -> tuple[Rows, list[Planted]]:
    """Ranges, separators, signs and bounds of other kinds."""
    ways = (
        ("12,300", "12300", "eq"), ("≧55", "55", "ge"), ("约60", "60", "about"), ("70左右", "70", "about"),
        ("≤15", "15", "le"), ("〔300〕", "300", "eq"), ("【25】", "25", "eq"), ("80以内", "80", "le"),
        ("＞90", "90", "gt"),
        ("至少40", "40", "ge"), ("达到65", "65", "eq"), ("（50）", "50", "eq"), ("0", "0", "eq"),
    )  # fmt: skip
    rows: Rows = [("序号", "指标", "单位", "2025年目标值")]
    planted: list[Planted] = []
    for n, (written, value, bound) in enumerate(chance.sample(ways, 5), 1):
        name, unit, measure, *_ = chance.choice([i for i in INDICATORS if i[3] == 1])
        name = f"{name}{'甲乙丙丁戊'[n - 1]}"
        rows.append((str(n), name, unit, written))
        planted.append(Planted(name, value, measure, bound, "2025", "target"))
    return rows, planted


SHAPES: dict[str, Callable[[random.Random], tuple[Rows, list[Planted]]]] = {
    shape.__name__: shape
    for shape in (
        numbered, unit_in_name, grouped, two_heads, three_heads, growth, goals_alone, unit_in_cell,
        transposed, single, unit_above, wrapped, name_over_unit, many_years, total_over_years, side_by_side,
        spanning_label, second_bracket, two_in_one, titled_inside, other_numbers,
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
    if "十四五" in title:  # what the plan is to come to by its end
        planted = [replace(p, deadline=p.deadline or "2025") if p.kind == "target" else p for p in planted]
    above = [TITLE, "（2021—2025年）", "按照下列指标推进。", title]
    if shape == "unit_above":
        above.append(chance.choice(("单位：个", "（单位：个）", "计量单位：个")))
    below = chance.choice(((), ("注：[ ]内为五年累计数。",), ("各级各部门抓好落实。",)))
    return Box(shape, tuple(above), tuple(rows), below, tuple(sorted(planted)))
