"""What a column of a table is by its head and its cells: numbers of something, units, dates, names, areas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from compare.model import Comparator
from compare.reading.grids.grid import Place
from compare.reading.grids.measures import Measure, measure_of
from compare.reading.quantities.comparators.symbols import SYMBOLS
from compare.reading.quantities.dates import five_year_end
from compare.reading.quantities.lexicon import Lexicon

INDEX_HEAD = re.compile(r"(?:序号|编号|序|NO\.?)$", re.IGNORECASE)
#: Heads of the column that names what the rows are about.
NAME_HEAD = re.compile(
    r"(?:(?:主要|具体|核心|监测|评价|考核|重点|工作|目标|任务|发展|建设|服务|项目|设施|场所|一级|二级|三级|约束性?|预期性?)*"
    r"(?:指标|项目|任务|内容|事项|类别|分类|类型|名称|措施)(?:名称|内容|类别)?|机构(?:名称)?|单位名称)"
)
AREA_HEAD = re.compile(
    r"(?:各|所辖|所在)?(?:(?:省|地?市|县|区|州|旗|盟|镇|乡|街道|街|村|社区)(?:名称)?[、,及和/()]*+)+(?:名称)?"
    r"|(?:所在)?(?:地区|区域|辖区|行政区划?|地方)(?:名称)?"
)
#: Heads of columns beside the matter: who, how to reach them, why, where from.
SIDE_HEAD = re.compile(
    r"责任|牵头|配合|联系|负责|部门|主管|实施单位|承办|依据|来源|说明|解释|含义|定义|口径|方法|公式|属性|性质|备注"
)
TERM_HEAD = re.compile(r"时限|时间|日期|期限|年份|年度$|进度|节点")
UNIT_HEAD = re.compile(r"(?:计量|计算)?单位")
#: Heads of a column of years beside what is counted in them.
TIME_HEAD = re.compile(r"年份|年度|时间|时点")
NATURE_HEAD = re.compile(r"(?:指标)?(?:属性|性质|类型)")
#: Heads of columns that say how an indicator is counted.
EXPLAINING_HEAD = re.compile(
    r"指标(?:含义|说明|解释|定义)|含义|释义|定义|口径|计算(?:方法|公式)|公式|数据来源|评分(?:标准|方法)"
)
#: Heads of columns whose cells span several rows.
GROUP_HEAD = re.compile(
    r"(?:指标|项目|任务|工作)?(?:类别|分类|类型|种类|领域|方面|维度|板块|大类)|类|一级指标|重点领域"
)
#: Heads of columns that hold words and nothing else.
WORDS_HEAD = re.compile(
    r"[^()0-9]{0,6}(?:指标|项目|名称|类别|事项|属性|性质)|(?:责任|牵头|配合|实施|主管|计量|计算)?单位"
)
#: Words that stand in heads and in no row.
HEAD_ONLY = re.compile(
    r"[^()0-9]{0,4}(?:指标|属性|性质|类别|名称|备注|时限|时间|进度|单位|部门|负责人|责任人|联系人|电话|来源|依据)"
)
#: What may stand before the name of a row: its number, 其中.
MARKS_IN_NAME = re.compile(
    r"(?:[0-9]{1,3}[.、]|\([一二三四五六七八九十0-9]{1,3}\)|[一二三四五六七八九十]{1,3}、|其中:|[*★#])+"
)
TOTAL = re.compile(r"(?:合计|总计|小计|共计|总数|全[市省区县州](?:合计|总计)?)$")
# 社区, 小区, 城镇 are kinds of places, not places.
_AREA = re.compile(
    r"[^,。;:、]{0,20}(?:省|(?<!城)市|县|(?<![社小住宅厂灾校])区|州|旗|盟|(?<![城乡])镇|(?<!城)乡|街道|办事处|农场|牧场|林场|本级|[市县区州省]直"
    r"|兵团|[0-9一二三四五六七八九十]师|[0-9一二三四五六七八九十]团)(?:\([^()]*\))?$"
)
_BRACKET = re.compile(r"[(\[](?:(?:计量)?单位:)?(?P<unit>[^()\[\]]{1,10})[)\]]$")
_SECOND_BRACKET = re.compile(r"[(\[](?:单位:)?(?P<unit>[^()\[\]]{1,10})[)\]](?=\([^()]{1,20}\)$)")
_BEHIND_SLASH = re.compile(r"/(?P<unit>[^/]{1,4})$")
# 2025年(不低于): how the values below bind
_BOUND = re.compile(
    r"[(\[](?P<bound>[≥≤>]|不[低少小高多大]于|不超过|以[上下内]|及以[上下]|至少|左右)[)\]]$"
    r"|(?P<bare>[≥≤]|不[低少小高多大]于|不超过)$"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?=年|$|目标|规划|计划|预期)")
_FIVE_YEARS = re.compile(r"(?P<n>十[一二三四五六七八九])五”?(?:规划)?(?:期?末|目标|期间)")
_FIVE_YEARS_ALONE = re.compile(r"[“\"]?(?P<n>十[一二三四五六七八九])五[”\"]?(?:时期|规划|期)?")
#: Heads of columns that say how fast something grows, not how much of it there is.
GROWTH_HEAD = re.compile(r"年均|增长|增速|增幅|增减|增量|净增|[较比][^,]{1,8}(?:提高|提升|变化|增加)")
#: Heads of columns of sums over the years of a plan (〔累计〕).
SUM_HEAD = re.compile(r"[〔\[【(]?(?:五年)?累计(?:数|值|数值)?[〕\]】)]?[0-9*]?")
#: Heads of columns that state what is.
BASELINE = re.compile(r"现状|基期|基数|基准|完成情况|完成值|实绩|实际|现有|已有|已建")
# What a head says beyond the matter itself: when, and that it is a goal.
_FRAME = re.compile(
    r"(?:到|至|截至)?(?:19|20)[0-9]{2}(?![0-9.,]|[^年底末目规计预现基实完情(-])(?:-{1,2}(?:19|20)[0-9]{2})?(?:年度?)?(?:年?[底末])?(?:之?前|以前)?"
)
_FRAME_WORDS = re.compile(
    r"(?:目标|指标|规划|计划|任务|预期|数量|数值|数|值|量|底|末|期末|累计|达到|合计|总计|小计|总数|现状|基期|基数|基准|实际|完成|情况"
    r"|现有|[近中远]期|“?十[一二三四五六七八九]五”?|[二三四五]年|期间|(?:19|20)[0-9]{2}年?|年|期|[()、,/-])*+"
)


#: Lower heads, and names of rows, that say whose or where alone.
PART_HEAD = re.compile("(?:其中:?)?(?:公办|民办|公建民营|民营|社会办|城市|城镇|城区|农村|乡村|男性?|女性?)")


_OF_WHICH = re.compile("其中:?(?=[一-龥]{2})")


@dataclass(frozen=True, slots=True)
class Label:
    """The head of a column. ``subject`` is None where the head only says when, or that it is a goal.

    ``part`` is a lower head that only says whose or where (公办 below 养老机构数).
    ``bound`` is how the values bind that say nothing of it (不低于).
    """

    text: str
    subject: Place | None
    measure: Measure | None = None
    year: str = ""
    part: Place | None = None
    bound: Comparator | None = None

    @property
    def apart(self) -> Place | None:
        """What tells the column from others of the same noun."""
        return self.part or self.subject


def with_their_wholes(text: str, labels: Sequence[Label]) -> tuple[Label, ...]:
    """Labels of parts (其中:中央资金) that name no unit with that of the column before (总投资(万元))."""
    found: list[Label] = []
    for label in labels:
        opens = _OF_WHICH.match(text, *label.subject) if label.subject else None
        if opens and label.subject and label.measure is None and found and found[-1].measure:
            named = (opens.end(), label.subject[1])
            label = replace(label, subject=named, measure=found[-1].measure)
        found.append(label)
    return tuple(found)


def label_of(text: str, levels: Sequence[Place], lexicon: Lexicon) -> Label:
    """What the cells of a head, top to bottom, say of their column; the lowest that says it counts."""
    measure: Measure | None = None
    bound: Comparator | None = None
    year = ""
    names: list[Place] = []
    for level in reversed(levels):
        year = year or last_year(text[slice(*level)])
        place, binds = without_bound(text, level, lexicon)
        bound = bound or binds
        if frame := _FRAME.match(text, *place):
            place = frame.end(), place[1]
        name, found = without_unit(text, place, lexicon)
        measure = measure or found
        if not _FRAME_WORDS.fullmatch(text, *name):
            names.append(name)
    subject: Place | None = None
    part: Place | None = None
    for name in names:
        subject, part = name, subject
        if not PART_HEAD.fullmatch(text, *name):
            break
    return Label("".join(text[slice(*level)] for level in levels), subject, measure, year, part, bound)


def without_bound(text: str, place: Place, lexicon: Lexicon) -> tuple[Place, Comparator | None]:
    """A name or head without a bound in brackets at its end, and that bound."""
    found = _BOUND.search(text, *place)
    if not found:
        return place, None
    word = found["bound"] or found["bare"]
    return (place[0], found.start()), SYMBOLS.get(word) or lexicon.comparators.get(word)


def only_binds(words: str) -> bool:
    """Whether a head says nothing but how the values below bind (不低于)."""
    found = _BOUND.fullmatch(words)
    return found is not None and bool(found["bare"])


def dated(text: str, place: Place) -> tuple[Place, str]:
    """A name without the year it opens with (到2025年床位占比), and that year."""
    frame = _FRAME.match(text, *place)
    if not frame or frame.end() == place[1]:
        return place, ""
    return (frame.end(), place[1]), last_year(frame.group())


def without_unit(text: str, place: Place, lexicon: Lexicon) -> tuple[Place, Measure | None]:
    """A name or head without the unit it ends with, 床位(张), 床位/张, or is; and that unit.

    What a second bracket says (支出(万元)(全县)) is no part of the name.
    """
    start, end = place
    if whole := measure_of(text[start:end], lexicon):
        return (start, start), whole
    for pattern in (_BRACKET, _SECOND_BRACKET, _BEHIND_SLASH):
        match = pattern.search(text, start, end)
        if match and (measure := measure_of(match["unit"], lexicon)):
            return (start, match.start()), measure
    return place, None


def last_year(words: str) -> str:
    """The year that a head names: 2021-2025年 and 十四五末 are 2025; "" if it names none."""
    years = _YEAR.findall(words)
    if years:
        return str(years[-1])
    five = _FIVE_YEARS.search(words) or _FIVE_YEARS_ALONE.fullmatch(words)
    return str(five_year_end(five["n"]) or "") if five else ""


def frames(words: str) -> bool:
    """Whether a head says nothing but when, or that it is a goal or a fact (2025年目标, 指标值, 现状)."""
    frame = _FRAME.match(words)
    return bool(last_year(words) or (words and _FRAME_WORDS.fullmatch(words, frame.end() if frame else 0)))


def names_areas(text: str, label: str, cells: Sequence[Place]) -> bool:
    """Whether the cells of a column are areas, by its head or by most of them."""
    if AREA_HEAD.fullmatch(label):
        return True
    areas = sum(is_area(text[start:end]) for start, end in cells)
    totals = sum(bool(TOTAL.match(text, start, end)) for start, end in cells)
    return areas > 0 and (areas + totals) * 2 > len(cells)


def is_area(words: str) -> bool:
    """Whether a name is that of a county, town, farm or other place."""
    return bool(_AREA.match(words))
