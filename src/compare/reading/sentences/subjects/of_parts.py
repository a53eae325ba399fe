"""The noun of a value that stands in a pattern with others: some of a whole, the total of a list, the classes
of a ladder, the instalments of a grant: :data:`PART_SUBJECTS`."""

from __future__ import annotations

import re

from compare.reading.cues import (
    COUNTRY_OR_TOWN,
    FACILITY_COUNTERS,
    HAS,
    HAVING,
    MAKES,
    SOME_DO,
    SOME_HAVE,
    WHOLE,
)
from compare.reading.rules import Rule
from compare.reading.sentences.scopes.holders import HOLDER, HOLDER_ALONE
from compare.reading.sentences.subjects.sought import Found, Sought, noun

# 全市130个社区中已有96个建成老年食堂: the places, and what some of them have
_OF_WHICH = re.compile(
    rf"(?P<noun>{WHOLE}){SOME_HAVE}[0-9]+(?:{FACILITY_COUNTERS})(?:{HAVING})?(?={SOME_DO})"
)
_WHOLE_BEFORE = re.compile(rf"[0-9](?:{FACILITY_COUNTERS}){WHOLE}(?:{SOME_HAVE}|,?)$")
_NEAR = 48  # so far before some of them stands how many there are in all
_THEY_HAVE = re.compile(
    rf"(?:已经?)?(?:{MAKES}|{HAS}|通过|完成)了?(?P<noun>[一-龥“”()]{{2,20}})(?=[,。;\n]|$)"
)
# 1条干道、3条支路共52公里
_TOTAL = re.compile(r"(?P<list>[0-9]+[一-龥]{3,10}、(?:[0-9]+[一-龥]{3,10}、)*+[0-9]+[一-龥]{3,10}?)共计?$")
_PLACE = re.compile(f"在?(?:{COUNTRY_OR_TOWN})")
# 机构配备1名、50张以上的配备2名专职安全员: the next class has the noun of both
_NEXT_CLASS = re.compile(
    r"、[^,。;、]{1,16}?的[一-龥]{0,8}?[0-9]+[个名处所家人间张](?:以上)?(?P<noun>[一-龥]{2,16})(?=[,。;\n]|$)"
)
_NEXT_CLASS_OF = re.compile(r"的(?:至少)?(?:配备|配置|设置|设立|建设|建成|配|建)(?:不少于)?[0-9]")
# 按50%、25%、25%分三年拨付
_PAID_IN_PARTS = re.compile(
    r"(?:的?比例)?(?:分[两二三四五2-5]个?[年期批次笔][一-龥]{0,2}|分[期批年])?(?:拨付|兑[付现]|下[达拨]|划拨|发放|支付)"
)
# 建设补贴分两年拨付,首年拨付60%,次年经考核合格后拨付剩余的40%
_INSTALMENT = re.compile(
    "(?:^|,)(?:(?:首|次|当|第[一二三四])年[一-龥]{0,10}|[一-龥]{2,12}[后时])(?:再)?(?:拨付|兑付|发放)(?:剩余的?)?$"
)
_PARTED = re.compile(r"(?:^|[^积部得评学满])分$")


# 拟建132个中心,已验收合格4个,正在施工建设52个,尚未开工的有51个: some of what was counted, by their state
_STATE = re.compile(
    r"(?:目前|现|其中)?(?:已经?|正在|尚未|未|完成|初步|基本|全部|仍|还|准备|在建)[一-龥]{0,14}?"
    r"(?:验收|合格|施工|开工|建设|建成|规划|选址|确定|投用|使用|运营|竣工|完工|封顶|装修|招标|在建)(?:建设|合格|运营|使用)?的?(?:项目)?(?:有)?"
)


def _of_another(s: Sought) -> Found | None:
    """The measure of a kind of place before another kind has its own value of it (公办机构护理型床位占比
    60%,民办机构50%)."""
    text, previous = s.text, s.previous
    if not previous or s.finder.stated.get(previous) is not s.value.unit:
        return None
    if previous[0] < s.finder.clauses.sentence(s.value.start)[0]:
        return None
    if s.value.unit.sort == "count" and "每" not in text[slice(*previous)]:
        return None  # 市区每千人床位45张,县40张; how many there are is no measure
    who = HOLDER_ALONE.fullmatch(text, s.floor, s.value.start)
    if who and (who.group().startswith("其中") or _PLACE.match(text, previous[1])):
        return (previous,)  # 覆盖率城市达到100%,乡镇达到60%
    first = HOLDER.match(text, *previous) if who else None
    if not who or not first or who["mark"] == first["mark"] or previous[1] - first.end() < 2:
        return None
    return ((first.end(), previous[1]),)


def _by_state(s: Sought) -> Found | None:
    if s.floor < s.value.clause_start or not _STATE.fullmatch(s.text, s.value.clause_start, s.value.start):
        return None
    start = s.finder.clauses.sentence(s.value.start)[0]
    alike = (span for span, unit in reversed(s.finder.stated.items()) if unit is s.value.unit)
    before = next(alike, None)
    return (before,) if before and before[0] >= start else None


def _some(s: Sought) -> Found | None:
    value, text = s.value, s.text
    whole = _OF_WHICH.match(text, value.end)
    if whole:
        return (whole.span("noun"),)
    start = max(s.finder.clauses.sentence(value.start)[0], value.start - _NEAR)
    some = _THEY_HAVE.match(text, value.bound_end, value.clause_end + 1)
    return (some.span("noun"),) if some and _WHOLE_BEFORE.search(text, start, value.start) else None


def _total(s: Sought) -> Found | None:
    total = _TOTAL.search(s.text, s.value.clause_start, s.value.start)
    return (total.span("list"),) if total else None


def _class(s: Sought) -> Found | None:
    value, text = s.value, s.text
    following = _NEXT_CLASS.match(text, value.bound_end, value.clause_end + 1)
    if following:
        return (following.span("noun"),)
    if s.words or not _NEXT_CLASS_OF.match(text, value.bound_end):
        return None
    start = s.finder.clauses.sentence(value.start)[0]
    alike = (span for span, unit in reversed(s.finder.stated.items()) if unit is value.unit)
    before = next(alike, None)
    return (before if before and before[0] >= start else (value.start, value.start),)


def _in_parts(s: Sought) -> Found | None:
    value, text = s.value, s.text
    share = value.unit.sort == "share" and _PAID_IN_PARTS.match(text, value.bound_end)
    years = value.unit.sort == "duration" and _PARTED.search(text[s.floor : value.start])
    instalment = value.unit.sort == "share" and _INSTALMENT.search(s.words)
    near = s.previous and s.previous[0] >= s.finder.clauses.sentence(value.start)[0]
    if not s.previous or not (instalment or ((share or years) and not noun(s.before))):
        return None
    return (s.previous,) if near else None


PART_SUBJECTS: tuple[Rule[Sought, Found], ...] = (
    Rule(
        "some of a whole",
        _some,
        "全区18个街道有«15个»建成综合养老服务中心。",
        "全区建成«15个»综合养老服务中心。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=("count",),
    ),
    Rule(
        "measure of another kind of place",
        _of_another,
        "公办机构护理型床位占比达到60%,民办机构达到«50%»。",
        "护理型床位占比达到60%,民办机构达到«50%»。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=("share", "area", "duration", "length", "count"),
    ),
    Rule(
        "some by their state",
        _by_state,
        "拟建服务中心132个,正在施工建设«52个»。",
        "拟建服务中心132个,护理站正在施工建设«52个»。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=("count",),
    ),
    Rule(
        "total of a list",
        _total,
        "新建2条干道、5条支路共«38公里»。",
        "新建支路共«38公里»。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=("length", "area", "money"),
    ),
    Rule(
        "noun of both classes",
        _class,
        "床位50张以下的机构配备«1名»、50张以上的配备2名专职安全员。",
        "床位50张以下的机构配备«1名»专职安全员。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=("count", "people"),
    ),
    Rule(
        "paid in parts",
        _in_parts,
        "建设补助按60%、«40%»分两年拨付。",
        "建设补助按60%、机构自筹«40%»解决。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=("share", "duration"),
    ),
)
