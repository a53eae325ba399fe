"""What the time a value is stated for makes of its kind: what is so already is no target.

:data:`TIME_RULES` decide after the words have, in order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.model import Kind
from compare.reading.cues import DOES, HAS, MAKES, NOT_BEYOND
from compare.reading.quantities.amounts import Value
from compare.reading.rules import ByKind, Rule, first

Span = tuple[int, int]

_ALREADY = re.compile(
    rf"占(?:全年|年度|当年)[^,。;0-9]{{0,8}}任务|现?辖有?$|目前|[现共原]有|在建(?!成|设)|下辖|实施范围|[全我本][市国省县区州]有|(?:现|业)已|已经?(?:累计|{MAKES}|{HAS}|{DOES}|达到?|有|覆盖|投入)(?!的|区|小区|住宅|居住|登记)"
)
_FROM = re.compile(r"[由从][^,。;由从]{0,24}$")
_RISES = re.compile(
    r"[^,。;0-9]{0,4}(?:提高|增加|上升|提升|扩大|扩充|增长|下降|降低|减少|压缩|缩短|延长|发展|调整)[到至为]"
)
_AS_OF = ("截至", "截止", "截至到", "截止到")
_GOAL = re.compile(
    rf"力争|确保|争取|将|(?<!主|重|需)要|应(?!急)|须|计划|目标|实现|{NOT_BEYOND}|不得|至少|每年|到20|再|新的|下一步|今后"
)
# What a sentence that looks back says of what is meant to be; 实现 and 将 it says of what was done.
_INTENDS = re.compile(
    r"力争|确保|争取(?=[在用年达实完建新将使]|到20)|努力|拟(?!定|订)|计划(?=[到在于新建完投安用实再])|规划(?=[到在于新])|下一步|今后|未来|明年"
    rf"|要求|应(?=[当于在按由不达有设建配])|须|不得|(?<![主重需])要(?!素|点)|将(?=[于在新再建达实完提扩继]|进一步)|{NOT_BEYOND}|至少|再(?=[新建增])"
)
_DAY = re.compile(r"[底末月日]")  # 截至2020年底 counts; 截至2025年 may be a term
_DONE = re.compile(rf"{MAKES}|{HAS}|{DOES}|共|累计|现有|投入|投用|(?:县|市|区|省|州|地)有")
_NOW = re.compile(
    r"(?:截[至止])?(?:(?<!项)目前|现阶段已)(?!标)|(?:过去的?|近)[一二三四五几两0-9]+年(?!内)|[一两二三四五几0-9]年来|近年来|以来|回顾|[与和同](?:(?:19|20)[0-9]{2}年[底末初]?|上年|去年|前一?年)(?:同期)?相比|存在的?(?:主要|突出)?(?:问题|困难|不足|短板)[:是有]|已(?:全部|基本|如期|提前|超额)(?:实现|完成)|实施范围(?:包括|为|涵盖)"
    r"|(?<![较比于及同与和是占达的])(?:去年|上一?年度|前年)(?=[,全底初]|[一-龥]{0,8}(?:完成|新增|新建|建成|实现|培训|投入|发放))"
)
# One of these is in every match.
_NOW_WORDS = re.compile(
    "目前|现阶段已|过去|近|年来|以来|回顾|去年|年度|前年|相比|存在|已全部|已基本|已如期|已提前|已超额|实施范围"
)
# 建设80处…全部完成: a clause that says so without saying by when.
_ALL_DONE = re.compile(
    r"(?<=[一-龥])(?:全部|均已|已全部|已)(?:按期|如期|超额)?(?:完成|建成|竣工|投入使用|投用|交付)(?:整改|验收)?(?=[,。;\n]|$)"
)
_BY_WHEN = re.compile(r"前|[年月]底|[年月]内|[0-9]月")
_THAN_BEFORE = re.compile(
    r",?(?:同比|(?:比|较)(?:(?:全[国省市]|世界)(?:平均(?:水平)?)?|上一?年度?|去年|前一?年|上年同期|[一-龥]{0,2}20[0-9]{2}年))[^,。;0-9]{0,4}(?:增长|增加|提高|上升|下降|减少|提升|高出|降低|多|少)了?(?:约|近)?"
)
# 得到了康复, 改善了生活; 为了 and 了解 tell nothing.
_BROUGHT_WORDS = re.compile("[了获]|率先|圆满|入选|被[评列授命]")
_BROUGHT_ABOUT = re.compile(
    r"圆满(?:完成|收官)|我[市区县省州][^。;\n]{0,24}?(?:获评|荣获|被(?:评为|列为|授予|命名)|入选|率先(?=建成|实现|完成|建立))"
    r"|(?<![为除])(?:(?<!到)|(?<=[达得]到))(?<!明确)(?<!规定)(?<!提出)了(?!解|如指|然)"
)
# 老年人口达14386万人, 占总人口的10.5%: how many there are is a fact, or a forecast.
_POPULATION = re.compile(
    r"(?:老年|老龄|高龄|户籍|常住|失能|总|老人|岁|以上)人口(?:总数|总量|数量?|规模)?(?:已|将|共|约|为|有|近|超过?|突破|达到?|峰值|增加到?|增长到?)*$"
    r"|占[^,。;占]{0,12}人口(?:总数|总量|数)?的?(?:比例|比重)?(?:约|近|已|将|为|达到?)*$"
)
# 上半年,全区完成…: a report's, where nothing is said of the other half.
_PART_OF_YEAR = re.compile(r"(?:今年)?(?:上半年|前三季度|第?一季度|1-{1,2}[0-9]{1,2}月份?),")
# 根据《公报》, 据统计, 数据显示: what statistics say, also of a year.
_COUNTED = re.compile(
    r"(?:根据|据|按照)[^。;,]{0,16}(?:统计|数据|公报|普查|调查|监测)[^。;,]{0,6},|据统计|(?:统计|数据|公报|普查|调查)》?[^。,;]{0,4}(?:显示|表明)"
)
_COUNTED_WORDS = re.compile("统计|数据|公报|普查|调查|监测")
_SUMS_UP = re.compile(r"累计|共计|共(?=建|新|完|改|培|投|为|有|实)|先后|已")
_NORM = re.compile(
    r"(?:不得|不应|不宜)?不?(?:低于|少于|小于)|至少"
)  # 已建成机构不低于45%: what they must have
_LOOKS_BACK = re.compile(
    r"取得[^,。;]{0,12}(?:进步|进展|成效|成就|成绩|突破)|成效(?:显著|明显)|(?:稳步|显著|明显|不断)(?:增长|提升|改善)[:,]"
)


@dataclass(slots=True)
class Timing:
    """When a value is stated for: the date that governs it, whether that is ``past``, and its own words.

    ``text[floor:value.start]`` are the words before the value that belong to it alone, ``dated`` is
    the span of the governing date, no length where there is none.
    ``now`` is what :func:`now_in` finds in the sentence, ``issue_year`` the document's own, 0 if none;
    ``after_fact`` is the last value before it in the sentence (in the paragraph of a report) that is so
    already: its sentence, its end, -1 without any, and the year it was said for, 0 if none was.
    ``sentence`` is the span of its sentence; ``told_of`` the last year that a part of the text which looks
    back tells of, 0 where that part names none, None in any other part; ``begins`` the first year of the
    five-year plan that the text is or cites, 0 if none; ``tells`` whether the document is no plan.
    """

    text: str
    value: Value
    floor: int
    before: str
    kind: Kind
    kind_rule: str
    deadline: str
    past: bool
    dated: Span
    now: int = -1
    issue_year: int = 0
    after_fact: tuple[int, int, int] = (-1, -1, 0)
    sentence: Span = (0, 0)
    told_of: int | None = None
    begins: int = 0
    tells: bool = False

    @property
    def by_then(self) -> bool:
        """Whether the governing date says until when (到2025年), not of when (2025年)."""
        return bool(self.deadline) and self.text[self.dated[0] - 1 : self.dated[0]] in ("到", "至", "前")


Timed = tuple[Kind, str]
# 每千人设施面积达到50平方米 by a year is what the area reaches; 配备 and bounds say what each must have.
_REACHED = re.compile(r"(?:达到?|拥有|提高到|增加到|提升至|提高至|增至|为|有)(?:约)?(?:[0-9.]++平方米、)*+$")


def _start_of_a_change(t: Timing) -> Timed | None:
    changes = _FROM.search(t.text, t.floor, t.value.start) and _RISES.match(t.text, t.value.bound_end)
    return (Kind.PARAMETER, "") if changes else None


def _population(t: Timing) -> Timed | None:
    if "人口" not in t.before or t.value.unit.sort not in ("people", "share"):
        return None
    if not _POPULATION.search(t.before):
        return None
    forecast = "预" in t.text[t.sentence[0] : t.value.start] or "将" in t.before
    return (Kind.PARAMETER, t.deadline if forecast else "")


def _past(t: Timing) -> Timed | None:
    return (Kind.PARAMETER, t.deadline) if t.past else None


def _as_of(t: Timing) -> Timed | None:
    start, end = t.dated
    if end <= start or not t.text.endswith(_AS_OF, max(0, start - 4), start):
        return None
    words = (t.text, end, t.value.start)
    if t.issue_year and t.deadline and int(t.deadline[:4]) > t.issue_year:
        return None
    counted = _DAY.search(t.text, start, end) or _DONE.search(*words)
    return (Kind.PARAMETER, "") if counted and not _GOAL.search(*words) else None


def _summed_up(t: Timing) -> Timed | None:
    start, end = t.dated
    if t.issue_year or end <= start or "五" not in t.text[start:end]:
        return None  # a plan that says its own year says what is past
    if t.begins and t.deadline:
        return (Kind.PARAMETER, "") if int(t.deadline[:4]) < t.begins else None
    words = (t.text, end, t.value.start)
    return (Kind.PARAMETER, "") if _SUMS_UP.search(*words) and not _GOAL.search(*words) else None


def _up_to_now(t: Timing) -> Timed | None:
    up_to_now = 0 <= t.now <= t.value.start and not t.deadline
    return (Kind.PARAMETER, "") if up_to_now and not intends(t.text, t.now, t.value.start) else None


def intends(text: str, start: int, end: int) -> bool:
    """Whether words say what is meant to be, where the text tells what has been."""
    return _INTENDS.search(text, start, end) is not None


def _told(t: Timing) -> Timed | None:
    if t.told_of is None or intends(t.text, t.sentence[0], t.value.start):
        return None
    # 到2025年 in a part that names no year may be a forecast
    over = not t.deadline or int(t.deadline[:4]) <= max(t.told_of, t.issue_year - 1, t.begins - 1)
    return (Kind.PARAMETER, "") if over else None


def now_in(text: str, start: int, end: int) -> int:
    """Where the words end by which a sentence says that it is about what is so already, -1 without any."""
    if not _NOW_WORDS.search(text, start, end):
        return -1
    now = _NOW.search(text, start, end)
    return now.end() if now else -1


def _goes_on(t: Timing) -> Timed | None:
    _, end, year = t.after_fact
    goes_on = end >= 0 and t.kind is Kind.TARGET and (not t.deadline or int(t.deadline[:4]) <= year)
    if not goes_on or intends(t.text, end, t.value.start):
        return None
    opened, closed = (t.text.find(mark, end, t.value.start) for mark in "()")
    # 新建12家(现有8家),改造6家: what a bracket says stays in it
    return None if closed >= 0 and not 0 <= opened < closed else (Kind.PARAMETER, "")


def _looks_back(t: Timing) -> Timed | None:
    start, end = t.dated
    back = end > start and _LOOKS_BACK.search(t.text, end, t.value.start)
    return (Kind.PARAMETER, "") if back else None


def _done(t: Timing) -> Timed | None:
    start, end = t.sentence
    if t.text.find("全部", t.value.end, end) < 0 and t.text.find("已", t.value.end, end) < 0:
        return None
    done = _ALL_DONE.search(t.text, t.value.end, end)
    if not done or intends(t.text, start, done.end()):
        return None
    clause = max(t.text.rfind(mark, t.value.end, done.start()) for mark in ",;")
    dated = _BY_WHEN.search(t.text, max(clause, t.value.end), done.start())
    return None if dated else (Kind.PARAMETER, "")


def _part_of_a_year(t: Timing) -> Timed | None:
    start, end = t.sentence
    part = _PART_OF_YEAR.match(t.text, start, end) if t.tells and not t.deadline else None
    ahead = part and (t.text.find("下半年", start, end) >= 0 or intends(t.text, start, t.value.start))
    return (Kind.PARAMETER, "") if part and not ahead else None


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
    if t.deadline and not (counted and not t.by_then):
        return None  # 2023年末 is when statistics are counted
    start = t.value.start
    compared = _THAN_BEFORE.search(t.before) or _THAN_BEFORE.match(t.text, t.value.bound_end)
    return (Kind.PARAMETER, "") if compared and not intends(t.text, t.sentence[0], start) else None


def _perfective(t: Timing) -> Timed | None:
    start, end = t.sentence
    if t.by_then or not _BROUGHT_WORDS.search(t.text, start, end):
        return None
    told = _BROUGHT_ABOUT.search(t.text, start, end)
    return (Kind.PARAMETER, "") if told and not intends(t.text, start, end) else None


def _already(t: Timing) -> Timed | None:
    # 2023年末,全国共有: when statistics are counted
    timely = not t.deadline or ("末" in t.text[slice(*t.dated)] and not t.by_then)
    already = timely and _ALREADY.search(t.before) and not _NORM.search(t.before)
    return (Kind.PARAMETER, "") if already else None


def _dated_rate(t: Timing) -> Timed | None:
    if not t.deadline:
        return None
    of_the_area = t.kind_rule == "what each must have" and "每" not in t.text[t.sentence[0] : t.value.start]
    rate = t.kind_rule == "so many per base" and _REACHED.search(t.before)
    return (Kind.TARGET, t.deadline) if rate or of_the_area else None


_TIME_RULES: tuple[Rule[Timing, Timed], ...] = (
    Rule(
        "start of a change",
        _start_of_a_change,
        "护理型床位占比由«45%»提高至65%。",
        "护理型床位占比由45%提高至«65%»。",
        "GUIDE: facts are parameters",
        needs="由从",
    ),
    Rule(
        "population",
        _population,
        "60岁以上老年人口达«22万人»。",
        "参保人口达«22万人»。",
        "GUIDE: population facts are parameters",
        needs="口",
    ),
    Rule(
        "date in the past",
        _past,
        "截至2018年底,全市共有床位«300张»。",
        "到2018年底,全市建成床位«300张»。",
        "GUIDE: facts are parameters without deadline",
    ),
    Rule(
        "as of a date",
        _as_of,
        "截至2020年底,全市建成养老机构«40家»。",
        "截至2025年底,力争建成养老机构«40家»。",
        "GUIDE: facts (截至…) are parameters without deadline",
    ),
    Rule(
        "summed up",
        _summed_up,
        "“十三五”期间,全市累计新建养老机构«30家»。",
        "“十五五”期间,全市力争累计新建养老机构«30家»。",
        "GUIDE: facts (十三五时期…达到) are parameters without deadline",
    ),
    Rule(
        "looks back",
        _looks_back,
        "“十三五”时期养老服务取得长足进步:护理型床位占比达«47.5%»。",
        "“十五五”时期养老服务加快发展:护理型床位占比达«47.5%»。",
        "GUIDE: facts (十三五时期…达到) are parameters without deadline",
    ),
    Rule(
        "part that looks back",
        _told,
        "一、2023年工作回顾\n新增床位«300张»。\n二、2024年工作计划\n新增床位400张。",
        "一、2023年工作回顾\n新增床位300张。\n二、2024年工作计划\n新增床位«400张»。",
        "GUIDE: facts are parameters without deadline",
    ),
    Rule(
        "all done",
        _done,
        "2023年,我区承担的建设80处服务站、改造«30户»等项目全部完成。",
        "2023年,我区建设80处服务站、改造«30户»等项目年底前全部完成。",
        "GUIDE: facts are parameters without deadline",
    ),
    Rule(
        "part of a year",
        _part_of_a_year,
        "上半年,全区完成适老化改造«420户»。",
        "上半年,全区要完成适老化改造«420户»。",
        "GUIDE: facts are parameters without deadline",
    ),
    Rule(
        "what statistics say",
        _counted,
        "据统计,全市共发放津贴«300万元»。",
        "到2027年建立统计制度,发放津贴«300万元»。",
        "GUIDE: facts are parameters without deadline",
    ),
    Rule(
        "compared with the year before",
        _compared,
        "养老床位«672万张»,比上年增长16%。",
        "养老床位«672万张»,比上年更方便。",
        "GUIDE: facts are parameters without deadline",
    ),
    Rule(
        "so already",
        _already,
        "目前已建成养老机构«12家»。",
        "已建成的住宅区新增养老机构«12家»。",
        "GUIDE: facts (现有, 已建成) are parameters",
    ),
    Rule(
        "up to now",
        _up_to_now,
        "截止目前,全市建有养老机构«12家»。",
        "目前尚有不足,要建成养老机构«12家»。",
        "GUIDE: facts (现有, 已建成) are parameters",
    ),
    Rule(
        "told as done",
        _perfective,
        "招聘教师«206人»,丰富了群众生活。",
        "招聘教师«206人»,为了丰富群众生活。",
        "GUIDE: facts are parameters without deadline",
    ),
    Rule(
        "fact goes on",
        _goes_on,
        "现有养老机构12家,护理型床位«700张»。",
        "现有养老机构12家,力争护理型床位«700张»。",
        "GUIDE: facts (现有, 已建成) are parameters",
    ),
    Rule(
        "rate reached by a year",
        _dated_rate,
        "到2025年,每万人口社会工作者达到«5名»。",
        "到2025年,单个机构床位不少于«30张»。",
    ),
)

TIME_RULES = ByKind(_TIME_RULES)

#: Rules that say that a value is so already, and those behind it in the sentence with it.
FACTS = frozenset(
    {
        "population",
        "all done",
        "part of a year",
        "what statistics say",
        "compared with the year before",
        "told as done",
        "part that looks back",
        "so already",
        "up to now",
        "summed up",
        "fact goes on",
    }
)


#: All rules of the kind that a value has because its time is over.
OVER = FACTS | {"date in the past", "as of a date", "looks back"}


def timed_kind(timing: Timing) -> tuple[Timed, str]:
    """Kind and deadline of a value by its time, and the rule that decided, "" if time changes nothing."""
    return first(TIME_RULES("", timing.before), timing) or ((timing.kind, timing.deadline), "")
