"""Values that statistics or a comparison give: how it is, beside others or beside the year before."""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.cues import SURVEYS
from compare.reading.rules import Rule
from compare.reading.sentences.times.timing import Timed, Timing, intends

_THAN_BEFORE = re.compile(
    r",?(?:同比|(?:比|较)(?:(?:全[国省市]|世界)(?:平均(?:水平)?)?|上一?年度?|去年|前一?年|上年同期|[一-龥]{0,2}20[0-9]{2}年))[^,。;0-9]{0,4}(?:增长|增加|提高|上升|下降|减少|提升|高出|降低|多|少)了?(?:约|近)?"
)
# 高出全省平均水平2.1个百分点: how far one is from the others.
_APART = re.compile(
    r"(?:(?:高出|高于|低于|超出|超过|比|较)(?:全[国省市区县州]|世界|国际|国内)(?:平均|通行)?(?:水平|比例|标准|均值)?(?:的|高出?|低|多|超出)*)$"
)
# 养老床位数最多的是甲市,达到12.8万张; 高达1376家; 仅有15名: how it is.
_MOST = re.compile(
    r"最[多高大少低小长]的(?:是[^。;]{1,20},?(?:达到?|有|为|高达)?|[^。;,是0-9]{0,8}(?:达到?|有|为|高达))约?$"
)
_SO_IT_IS = re.compile(
    r"^[^补填]*缺口(?:仍|还|约|达到?|为|有|近|超过?)*$|(?:高达|多达|[仅只][为占]|仅)约?$|(?:仅有|只有)(?![^。;]{0,40}才)[^,。;0-9]{0,12}$"
)
# 护理型床位占比偏低,为42%
_COMMENTED = re.compile(
    r"(?:偏[低高少大小]|[较过][低高少]|不高),(?:目前|平均|总体)?[仅只]?(?:占|有|为|不足|不到)?$"
)
# 根据《公报》, 据统计, 数据显示: what statistics say, also of a year.
_COUNTED = re.compile(
    rf"(?:根据|据|按照)[^。;,]{{0,16}}(?:{SURVEYS})[^。;,]{{0,6}},|据统计|(?:{SURVEYS})》?[^。,;]{{0,4}}(?:显示|表明)"
)
# 据了解,到“十二五”末,全县公路达7031公里,较2010年底增加…: a reporter's word for what there is
_LEARNT = re.compile("据了解|据悉|据介绍|获悉")
_COUNTED_WORDS = re.compile(SURVEYS)


def _so_it_is(t: Timing) -> Timed | None:
    so = not t.deadline and ("最" in t.before or "是" in t.text[t.sentence[0] : t.value.start])
    most = so and _MOST.search(t.text, t.sentence[0], t.value.start)
    told = _SO_IT_IS.search(t.before) and not t.by_then
    if not (most or told or _COMMENTED.search(t.text, t.sentence[0], t.value.start)):
        return None
    return None if intends(t.text, t.sentence[0], t.value.start) else (Kind.PARAMETER, "")


def _apart(t: Timing) -> Timed | None:
    if t.by_then or not _APART.search(t.before):
        return None
    # 2027年,占比达70%,高于全省5个百分点: it is aimed at, as what stands before it
    meant = t.deadline and "末" not in t.text[slice(*t.dated)] and t.after_fact[1] < 0
    return None if meant or intends(t.text, t.sentence[0], t.value.start) else (Kind.PARAMETER, "")


def _counted(t: Timing) -> Timed | None:
    start, here = t.sentence[0], t.value.start
    if t.by_then or not _COUNTED_WORDS.search(t.text, start, here):
        return None
    counted = _COUNTED.search(t.text, start, here)
    return (Kind.PARAMETER, "") if counted and not intends(t.text, counted.end(), here) else None


def _compared(t: Timing) -> Timed | None:
    behind = t.text[t.value.bound_end : t.value.bound_end + 4]
    if not ("比" in t.before or "较" in t.before or "比" in behind or "较" in behind):
        return None
    counted = "末" in t.text[slice(*t.dated)] or "同比" in t.text[t.value.start - 8 : t.value.start]
    learnt = counted and t.tells and _LEARNT.search(t.text, t.sentence[0], t.dated[0])
    if t.deadline and not (learnt or (counted and not t.by_then)):
        return None  # 2023年末 is when statistics are counted
    start = t.value.start
    compared = _THAN_BEFORE.search(t.before) or _THAN_BEFORE.match(t.text, t.value.bound_end)
    return (Kind.PARAMETER, "") if compared and not intends(t.text, t.sentence[0], start) else None


COMPARED_RULES: tuple[Rule[Timing, Timed], ...] = (
    Rule(
        "how it is",
        _so_it_is,
        "养老床位数最多的是甲市,达到«12.8万张»。",
        "养老床位数力争最多的是甲市,达到«12.8万张»。",
        "GUIDE: facts are parameters without deadline",
        needs=("最", "达", "仅", "只", "缺口", "偏", "较", "过", "不高"),
    ),
    Rule(
        "how far from the others",
        _apart,
        "全县老龄化率高出全省平均水平«2.1个百分点»。",
        "到2027年,全县护理型床位占比高出全省平均水平«2.1个百分点»。",
        "GUIDE: facts are parameters without deadline",
        needs="比较高低超",
    ),
    Rule(
        "what statistics say",
        _counted,
        "据统计,全市共发放津贴«300万元»。",
        "到2027年建立统计制度,发放津贴«300万元»。",
        "GUIDE: facts are parameters without deadline",
        needs=tuple(SURVEYS.split("|")),
    ),
    Rule(
        "compared with the year before",
        _compared,
        "养老床位«672万张»,比上年增长16%。",
        "养老床位«672万张»,比上年更方便。",
        "GUIDE: facts are parameters without deadline",
        needs="比较",
    ),
)
