"""What the time a value is stated for makes of its kind: what is so already is no target.

:data:`TIME_RULES` decide after the words have, in order.
"""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.cues import AT_PRESENT, CHANGES, COMES_TO, MERGES
from compare.reading.quantities.indicator_lines import label_of
from compare.reading.rules import ByKind, Rule, first
from compare.reading.sentences.times.facts.against_goals import AGAINST_RULES, ASKED_RULES
from compare.reading.sentences.times.facts.beside_plans import BESIDE_RULES
from compare.reading.sentences.times.facts.compared import COMPARED_RULES
from compare.reading.sentences.times.facts.narrated import NARRATED_RULES
from compare.reading.sentences.times.facts.past_dates import PAST_DATE_RULES
from compare.reading.sentences.times.facts.reported import REPORTED_RULES
from compare.reading.sentences.times.facts.stock import STOCK_RULES
from compare.reading.sentences.times.facts.told_as_done import RESULT_RULES, TASK_RULES
from compare.reading.sentences.times.facts.verb_phrases import VERB_RULES
from compare.reading.sentences.times.timing import Timed, Timing, intends

_FROM = re.compile(r"[由从][^,。;由从]{0,24}$")

_RISES = re.compile(
    rf"[^,。;0-9]{{0,4}}(?:{COMES_TO}|达到?(?=约?[0-9])|(?:{MERGES}|调减)[为成至到]|[增升降减][至到]"
    rf"|(?:{CHANGES})了?[0-9.]++个?(?:百分点|%))"  # 由45%提高10个百分点
)
# 较目前的76.34岁继续增长: where a change begins.
_OF_NOW = re.compile(rf"[较比由从与同在](?:{AT_PRESENT}|现行)(?:水平)?(?:平均)?的?约?$")
# 老年人口达14386万人, 占总人口的10.5%: how many there are is a fact, or a forecast.
_POPULATION = re.compile(
    r"(?:老年|老龄|高龄|户籍|常住|失能|总|老人|岁|以上)人口(?:总数|总量|数量?|规模)?(?:已|将|共|约|为|有|近|超过?|突破|达到?|峰值|增加到?|增长到?)*$"
    r"|(?:人口(?:占比|比[重例])|老龄化(?:率|程度|水平|系数))(?:已|将|共|约|为|近|高|超过?|突破|达到?|[升增]至|上升[到至])*$"
    r"|^(?:20[0-9]{2}年[底末]?)?(?:[一-龥]{0,6}[市县区省州镇乡国]|其中)?(?:常住|户籍)?[0-9]{2,3}周?岁(?:及?以上)?的?(?:户籍|常住|高龄|独居|空巢|失能)?(?:老年人|老人)(?:人?数|总[数量])?(?:已|将|共|约|为|有|近|接近|超过?|突破|达到?)*$"
    r"|占[^,。;占]{0,12}人口(?:总数|总量|数)?的?(?:比例|比重)?(?:约|近|已|将|为|达到?)*$"
)
# 我市失能老年人约3.6万人: how many there are, where nothing is done for them
_OLD_ONES = re.compile(
    r"^(?:目前|当前|现|其中:?)?(?:[一-龥]{0,4}[市县区省州镇乡国])?(?:现有|共有|有)?"
    r"(?:(?:半|部分|完全|重度|中度)?(?:失能|失智)|高龄|独居|空巢|留守|孤寡)(?:老年人|老人)(?:人?数|总[数量])?"
    r"(?:已|共|约|为|有|近|接近|超过?|突破|达到?)*$"
)
_NOTHING_DONE = re.compile("[,。;、)(\n]|$")
# 老年人口已达1.94亿,2020年将达到2.43亿
_WILL_BE = re.compile(
    r"(?:预计)?[到至]?20[0-9]{2}年[底末]?(?:预计)?(?:将|有望)(?:达到?|突破|超过|增至|增加到|接近)?(?:约)?"
)
_FORESEEN = re.compile("预|测算|推算|估算|有望")
# 经常参与教育活动的老年人占老年人口的比例达到20%: what they shall do is aimed at
_DOING = re.compile("参与|参加|接受|享受|享有|从事|注册|人才|志愿|工作者|签约|锻炼|活动|床位|设施")
# 每千人设施面积达到50平方米 by a year is what the area reaches; 配备 and bounds say what each must have.
_REACHED = re.compile(r"(?:达到?|拥有|提高到|增加到|提升至|提高至|增至|为|有)(?:约)?(?:[0-9.]++平方米、)*+$")
# 到2025年,每万名老年人拥有护理员不少于30名、社工不少于5名
_HAVE_BY_THEN = re.compile(r"^(?!.*(?:配[备置建]|标准|按|设置)).*(?:拥有|达到?|(?<![含没])有)[^,。;]*$")

# 每千名老人拥有床位数达到35张以上, 人均经费达到89元以上
_PER_BASE = re.compile(r"每[百千万]")
_REACHED_PER_HEAD = re.compile(rf"人均[^,。;每]{{0,20}}(?:达到?|{COMES_TO})$")

# “十四五”时期, 近期
_TERMS = ("五", "近期", "远期")
#: What the sentence tells of itself, in the order of the table.
_TOLD_RULES = (*TASK_RULES, *COMPARED_RULES, *STOCK_RULES, *RESULT_RULES)

# 到2027年,人均养老设施用地不低于0.18平方米
_LAND_PER_HEAD = re.compile(
    "(?:[一-龥]{2,6}[市县区])?人均(?!预期)[^,。;每0-9单]{2,14}(?:用地|面积)(?:不低于|不少于|达到?|提高到)$"
)
_PEOPLE = ("人口", "老龄化", "岁")
_OLD = ("人口", "老年人", "老人", "岁")


def _start_of_a_change(t: Timing) -> Timed | None:
    changes = _FROM.search(t.text, t.floor, t.value.start) and _RISES.match(t.text, t.value.bound_end)
    return (Kind.PARAMETER, "") if changes else None


def _level_of_now(t: Timing) -> Timed | None:
    return (Kind.PARAMETER, "") if _OF_NOW.search(t.before) else None


def _population(t: Timing) -> Timed | None:
    if not t.deadline and _OLD_ONES.match(t.before) and _NOTHING_DONE.match(t.text, t.value.bound_end):
        return (Kind.PARAMETER, "")
    goes_on = _WILL_BE.fullmatch(t.before)
    if not (goes_on or any(word in t.before for word in _PEOPLE)) or t.value.unit.sort not in (
        "people",
        "share",
    ):
        return None
    named = (
        "人口" in t.text[t.sentence[0] : t.value.clause_start] if goes_on else _POPULATION.search(t.before)
    )
    if not named:
        return None
    if _DOING.search(t.before) or _share_of_what_is_aimed_at(t):
        return None
    forecast = _FORESEEN.search(t.text, t.sentence[0], t.value.start) or "将" in t.before
    return (Kind.PARAMETER, t.deadline if forecast else "")


def _share_of_what_is_aimed_at(t: Timing) -> bool:
    """Whether a share of the population (占老年人口的3%) is that of beds or staff which are aimed at."""
    named = t.text[t.sentence[0] : t.value.clause_start]
    if not t.before.startswith("占") or any(word in named for word in _OLD):
        return False
    return bool(t.deadline) or intends(t.text, t.sentence[0], t.value.clause_start)


def _dated_rate(t: Timing) -> Timed | None:
    if not t.deadline:
        return None
    of_the_area = t.kind_rule == "what each must have" and "每" not in t.text[t.sentence[0] : t.value.start]
    plan = any(word in t.text[slice(*t.dated)] for word in _TERMS)
    aimed_at = (t.by_then or plan) and _HAVE_BY_THEN.search(t.before)
    of_all = t.by_then and t.kind_rule == "so many per base" and _LAND_PER_HEAD.match(t.before)
    reached = of_all or (t.kind_rule == "budget of each" and _REACHED_PER_HEAD.search(t.before))
    per_base = t.kind_rule == "so many per base" or (
        t.kind_rule == "word for a norm" and _PER_BASE.search(t.before)
    )
    rate = reached or (per_base and (_REACHED.search(t.before) or aimed_at))
    by_then = t.kind_rule == "what places of a size must have"
    return (Kind.TARGET, t.deadline) if rate or of_the_area or by_then else None


def _of_an_indicator(t: Timing) -> Timed | None:
    line = label_of(t.text, t.value.start) if t.kind is Kind.STANDARD and t.deadline else None
    return (Kind.TARGET, t.deadline) if line and line[1] else None


TIME_RULES: ByKind[Timing, Timed] = ByKind(
    (
        *ASKED_RULES,
        Rule(
            "start of a change",
            _start_of_a_change,
            "护理型床位占比由«45%»提高至65%。",
            "护理型床位占比由45%提高至«65%»。",
            "GUIDE: facts are parameters",
            needs="由从",
        ),
        Rule(
            "before an arrow",
            lambda t: (Kind.PARAMETER, "") if t.text.startswith("→", t.value.bound_end) else None,
            "护理型床位占比:«45%»→65%。",
            "护理型床位占比:45%→«65%»。",
            "GUIDE: facts are parameters",
            needs="→",
        ),
        Rule(
            "level of now",
            _level_of_now,
            "到2027年,护理型床位占比较目前的«45%»进一步提高。",
            "到2027年,护理型床位占比较目前提高«45%»。",
            "GUIDE: facts are parameters without deadline",
            needs="前在有行",
        ),
        Rule(
            "population",
            _population,
            "60岁以上老年人口达«22万人»。",
            "参保人口达«22万人»。",
            "GUIDE: population facts are parameters",
            needs=("口", "龄", "岁", "失能", "失智", "独居", "空巢", "留守", "孤寡"),
        ),
        *BESIDE_RULES,
        *PAST_DATE_RULES,
        *_TOLD_RULES,
        *AGAINST_RULES,
        *NARRATED_RULES,
        *VERB_RULES,
        Rule(
            "indicator given year by year",
            _of_an_indicator,
            "每千人口托位数(个):2025年«4.5»,预期性。",
            "每千人口托位数(个):不少于«4.5»。",
            "GUIDE: something to be achieved is a target",
        ),
        Rule(
            "rate reached by a year",
            _dated_rate,
            "到2025年,每万人口社会工作者有«5名»。",
            "到2025年,单个机构床位不少于«30张»。",
        ),
        *REPORTED_RULES,
    )
)


#: Rules that say that a value is so already, and those behind it in the sentence with it.
FACTS = frozenset(
    {
        "population",
        "part that looks back",
        "summed up",
        "change that came about",
        *(rule.name for rule in _TOLD_RULES),
        *(rule.name for rule in AGAINST_RULES),
        *(rule.name for rule in NARRATED_RULES),
        *(rule.name for rule in VERB_RULES),
    }
) - {"all there are", "nearly so many"}
#: All rules of the kind that a value has because its time is over.
OVER = FACTS | {
    "level of now",
    "all there are",
    "nearly so many",
    *(rule.name for rule in BESIDE_RULES),
    *(rule.name for rule in PAST_DATE_RULES),
    *(rule.name for rule in REPORTED_RULES),
}


TimeRules = tuple[Rule[Timing, Timed], ...]


def rules_for(sentence: str, *, dated: bool, tells: bool) -> TimeRules:
    """The rules that can apply to the values of a sentence which a date governs, or none, in a text that is
    a plan or one that ``tells``."""
    return TIME_RULES("", sentence, "dated" if dated else "told" if tells else "")


def timed_kind(timing: Timing, rules: TimeRules) -> tuple[Timed, str]:
    """Kind and deadline of a value by its time, and the rule that decided, "" if time changes nothing."""
    return first(rules, timing) or ((timing.kind, timing.deadline), "")
