"""Which base a value shares with words before it, in order of evidence: :data:`SHARED_BASE_RULES`.

Where the words of its own begin that may name its base is decided by :data:`OWN_WORDS_RULES`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.reading.cues import COMES_TO
from compare.reading.page.clauses import CLAUSE_REACH, Clauses
from compare.reading.quantities.amounts import Value
from compare.reading.quantities.indicator_lines import label_of
from compare.reading.quantities.lexicon import Unit
from compare.reading.rules import ByKind, Rule, first
from compare.reading.sentences.scopes.setting import FACILITY_UNITS
from compare.reading.sentences.sharing.parallel_values import (
    NEXT_WHOSE,
    announced,
    measured_of_each,
    sum_ahead_of_a_base,
    sum_beside,
    sum_with_slash,
)
from compare.reading.sentences.sharing.parts_of_wholes import (
    fraction_of_one,
    part_of_a_count,
    part_of_a_sum,
    part_of_how_often,
)
from compare.reading.sentences.sharing.sharer import SharedBase, Sharer, Span, exceeds_by_far

_ADDED = re.compile(r"(?:新增|净增|增设|增加)(?:约|近|不少于|不低于|至少)?$")
_CAPS = re.compile("最高|最多|总额|上限|封顶|累计|合计")
# 每人每月提高37元,达到998元: what a rise comes to is of each as well
_COMES_TO = re.compile(f"(?:{COMES_TO}|达到?|增[至到])")
_ONE_MORE = re.compile(r"每(?:超过|超出|增加|新增|多|满)")
_DIGIT = re.compile("[0-9]+")
# 1所6个班以上的幼儿园, 1处建筑面积500平方米以上的中心: how large one of them is
_SIZE = re.compile(
    "(?:总?(?:建筑|占地|使用|用地|经营|服务)?面积|占地|床位数?|规模|容纳|拥有|设有?)?"
    "(?:达到?|约|为|在|不少于|不低于|不小于|不超过|超过)*"
)
_SIZED = re.compile("(?:及?以[上下]|左右|床位|座位|餐位|规模|班额?|班级|[(]含[^()]{0,6}[)]){0,3}的")

_NONE = SharedBase((0, 0))
_BASE_IN_UNIT = "GUIDE: ratios are coded with the base in the unit"
_PAID_EACH = "GUIDE: per-person-per-month in the unit (元/人·月)"


class SharedBases:
    """Finds the words whose base a value shares; ``stated`` are the subjects found so far with the unit each
    had first, ``places`` the index of the first value that begins at a position."""

    __slots__ = ("clauses", "places", "stated", "text", "values")

    def __init__(
        self, text: str, clauses: Clauses, values: Sequence[Value], stated: dict[Span, Unit]
    ) -> None:
        self.text, self.clauses, self.values, self.stated = text, clauses, values, stated
        self.places = {value.start: at for at, value in reversed([*enumerate(values)])}

    def sharer(self, value: Value, subject: Span, clause_before: str) -> Sharer:
        """A value with what the rules ask about it."""
        stated = self._stated(subject) if subject[1] <= value.clause_start else None
        at = self.places[value.start]
        return Sharer(self.text, self.clauses, self.values, at, value, subject, clause_before, stated)

    def _stated(self, subject: Span) -> Unit | None:
        """The unit that a subject had first; the last of them may be cut at its beginning (市区|床位)."""
        stated = self.stated.get(subject)
        if stated is None and self.stated and (last := next(reversed(self.stated)))[1] == subject[1]:
            return self.stated[last]
        return stated


def shared_base(sharer: Sharer) -> tuple[SharedBase, str]:
    """The words whose base a value shares, and the rule; of no length and "" where it shares none."""
    return first(SHARED_BASE_RULES(sharer.value.unit.sort), sharer) or (_NONE, "")


def own_words(sharer: Sharer) -> tuple[int, str]:
    """Where the words begin that may name the base of a value itself, and the rule."""
    found = first(OWN_WORDS_RULES(sharer.value.unit.sort), sharer)
    return found or (sharer.value.clause_start, "")


# -- which base is shared ----------------------------------------------------------------


def _of_its_subject(s: Sharer) -> bool:
    """Whether its subject was stated before, with a unit whose base is that of the value too."""
    unit = s.value.unit
    if s.stated is None:
        return False
    if s.stated is unit:  # 每千名老年人…35张,新增5000张: what is added is counted, not a rate
        return unit.sort != "count" or not _ADDED.search(s.clause_before)
    # 补贴标准为每人每次费用的四分之一,最高不超过3元: a share and its cap in money have one base
    return (s.stated.sort, unit.sort) == ("share", "money")


def _cap_on_all(s: Sharer) -> SharedBase | None:
    before = s.before if _of_its_subject(s) else None
    if before is None or _COMES_TO.fullmatch(s.clause_before):
        return None
    adds_up = _ONE_MORE.search(s.text, before.clause_start, before.start)
    capped = adds_up and _CAPS.match(s.text, s.value.clause_start)
    return _NONE if capped or exceeds_by_far(s.value, before) else None


def _each_of_the_subject(s: Sharer) -> SharedBase | None:
    words = _around_the_subject(s) if _of_its_subject(s) else (0, 0)
    # The period of a count is said of each value anew.
    with_period = s.value.unit.sort == "money" or s.text.startswith("其中", s.value.clause_start)
    return SharedBase(words, with_period) if "每" in s.text[slice(*words)] else None


def _base_of_the_line(s: Sharer) -> SharedBase | None:
    label = label_of(s.text, s.value.start) if "每" in s.text[slice(*s.subject)] else None
    return SharedBase(s.subject) if label and label[0].span("noun") == s.subject else None


def _rate_of_the_subject(s: Sharer) -> SharedBase | None:
    return SharedBase(_around_the_subject(s)) if _of_its_subject(s) else None


def _around_the_subject(s: Sharer) -> Span:
    """The subject with the words of its clause beside it, up to the numbers on either side."""
    text, (first_at, last) = s.text, s.subject
    start, end = s.clauses.clause(first_at)
    start = max(start, first_at - CLAUSE_REACH)
    while start < first_at and (digit := _DIGIT.search(text, start, first_at)):
        start = digit.end()
    behind = _DIGIT.search(text, last, end)
    return start, behind.start() if behind else end


#: In this order; a value for which none applies has no base but its own.
_SHARED_BASE_RULES: tuple[Rule[Sharer, SharedBase], ...] = (
    Rule(
        "cap on all of them",
        _cap_on_all,
        "养老机构改造每平方米补助500元,最高不超过«50万元»。",
        "养老机构改造每平方米补助500元,最高不超过«800元»。",
        only=("money",),
    ),
    Rule(
        "base of the indicator of its line",
        _base_of_the_line,
        "每千人口托位数(个):2020年1.8,2025年«4.5»。",
        "托位总数(个):2020年1.8,2025年«4.5»。",
        _BASE_IN_UNIT,
    ),
    Rule(
        "base of its subject",
        _each_of_the_subject,
        "每万名老年人拥有社工4人,到2025年达到«4.66人»。",
        "每千名老年人拥有养老床位35张,到2025年新增«5000张»。",
        _BASE_IN_UNIT,
    ),
    Rule(
        "base of the whole count",
        part_of_a_count,
        "每千名老年人拥有床位40张,其中护理型床位«20张»。",
        "全市拥有床位4000张,其中护理型床位«2000张»。",
        _BASE_IN_UNIT,
        only=("count",),
    ),
    Rule(
        "rate of the list, by its fraction",
        fraction_of_one,
        "每千人口执业医师达到3.8人,注册护士达到«4.2人»。",
        "每千人口执业医师达到3.8人,注册护士达到«42人»。",
        _BASE_IN_UNIT,
    ),
    Rule(
        "base of the whole sum",
        part_of_a_sum,
        "筹资标准为每人每年90元,其中个人缴纳«30元»。",
        "筹资总额90万元,其中个人缴纳«30万元»。",
        _PAID_EACH,
        only=("money",),
    ),
    Rule(
        "period of the whole",
        part_of_how_often,
        "每年巡查4次,其中夜间巡查«2次»。",
        "共巡查4次,其中夜间巡查«2次»。",
        only=("frequency",),
    ),
    Rule(
        "measured of the next",
        measured_of_each,
        "人均用地城市不低于30平方米、农村不低于«40平方米»。",
        "新增用地城市不低于30平方米、农村不低于«40平方米»。",
        "GUIDE: 人均0.1平方米 is 平方米/人",
    ),
    Rule(
        "sum beside it",
        sum_beside,
        "集中供养每人每年12000元,分散供养«9600元»。",
        "集中供养投入12000元,分散供养«9600元»。",
        _PAID_EACH,
        only=("money",),
    ),
    Rule(
        "base behind the sum beside it",
        sum_with_slash,
        "补贴标准为自理100元/人·月、半失能«200元»。",
        "补贴标准为自理100元/人·月、半失能«200元»/床·月。",
        _PAID_EACH,
        only=("money",),
    ),
    Rule(
        "base behind the last of the list",
        sum_ahead_of_a_base,
        "补贴标准为重度«600元»、中度400元/人·月。",
        "建设补贴«6000元»、运营补贴2000元/人·年。",
        _PAID_EACH,
        only=("money",),
    ),
    Rule(
        "base ahead of the colon",
        announced,
        "每人每月补贴标准为:轻度失能«100元»。",
        "全年补贴资金为:轻度失能«100元»。",
        _PAID_EACH,
    ),
    Rule(
        "rate of its subject",
        _rate_of_the_subject,
        "人均体育场地面积2平方米,到2025年达到«2.5平方米»。",
        "新增体育场地面积2平方米,到2025年达到«2.5平方米»。",
        "GUIDE: 人均0.1平方米 is 平方米/人",
    ),
)
SHARED_BASE_RULES = ByKind(_SHARED_BASE_RULES)


# -- where a value's own words begin -----------------------------------------------------


def _behind_a_sum_for_each(s: Sharer) -> int | None:
    before = s.before
    if before is None or before.end <= s.value.clause_start or not exceeds_by_far(s.value, before):
        return None
    return before.end if _CAPS.search(s.text, before.end, s.value.start) else None


def _value_in_its_clause(s: Sharer) -> Value | None:
    before = s.values[s.at - 1] if s.at else None
    return before if before and before.end > s.value.clause_start else None


def _behind_another_part(s: Sharer) -> int | None:
    before = _value_in_its_clause(s)
    another = before is not None and before.unit is s.value.unit and part_of_a_sum(s) is not None
    return before.bound_end + 1 if before and another else None


def _behind_another_owner(s: Sharer) -> int | None:
    before = _value_in_its_clause(s)
    if before is None or before.unit is not s.value.unit:
        return None
    beside = NEXT_WHOSE.fullmatch(s.text, before.bound_end, s.value.start)
    return before.bound_end + 1 if beside else None  # behind the 、


def _behind_another_rate(s: Sharer) -> int | None:
    before = _value_in_its_clause(s)
    return before.bound_end if before and fraction_of_one(s) else None


def _behind_how_many(s: Sharer) -> int | None:
    before = _value_in_its_clause(s)
    if before is None or before.unit.unit not in FACILITY_UNITS:
        return None
    sized = _SIZE.fullmatch(s.text, before.end, s.value.start) and _SIZED.match(s.text, s.value.end)
    return before.end if sized else None


#: In this order; the words of any other value begin with its clause.
_OWN_WORDS_RULES: tuple[Rule[Sharer, int], ...] = (
    Rule(
        "cap behind a sum for each",
        _behind_a_sum_for_each,
        "每床补助1.2万元、最高不超过«240万元»。",
        "每床补助1.2万元、最高不超过«2.4万元»。",
        only=("money",),
    ),
    Rule(
        "part behind another part",
        _behind_another_part,
        "每人每年筹资90元,其中个人缴纳30元、财政补助«60元»。",
        "每人每年筹资90元,另有个人缴纳30元、财政补助«60元»。",
        only=("money",),
    ),
    Rule(
        "words of another owner before it",
        _behind_another_owner,
        "千人床位数城区不低于40张、农村不低于«30张»。",
        "千人床位数城区不低于40张,农村不低于«30张»。",
        state="no money",
    ),
    Rule(
        "rate behind another of the list",
        _behind_another_rate,
        "每千人口执业医师3.8人、注册护士4.2人、药师«0.7人»。",
        "每千人口执业医师3.8人、注册护士4.2人、药师«7人»。",
        state="no money",
    ),
    Rule(
        "size of what is counted",
        _behind_how_many,
        "每个乡镇建成1所«6个»班以上的幼儿园。",
        "每个乡镇建成1所养老院和«6个»站点。",
        state="no money",
    ),
)
OWN_WORDS_RULES = ByKind(_OWN_WORDS_RULES)
