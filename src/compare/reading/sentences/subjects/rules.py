"""Where the noun of a value stands, in order of evidence: :data:`SUBJECT_RULES`.

Positions are offsets in the view. :mod:`compare.reading.sentences.subjects.finder` asks them.
"""

from __future__ import annotations

import re

from compare.reading.cues import FITS_WITH, SETTLEMENTS
from compare.reading.quantities.unwritten import GOVERNED_BEFORE, GOVERNED_PLACES
from compare.reading.rules import ByKind, Rule
from compare.reading.sentences.nouns import following
from compare.reading.sentences.nouns.compound_nouns import rate_parts
from compare.reading.sentences.scopes.rules import is_attribute
from compare.reading.sentences.subjects.carried_nouns import CARRIED_SUBJECTS, indicator_of_the_line
from compare.reading.sentences.subjects.of_parts import PART_SUBJECTS
from compare.reading.sentences.subjects.of_payments import PAYMENT_SUBJECTS
from compare.reading.sentences.subjects.of_shares import SHARE_SUBJECTS
from compare.reading.sentences.subjects.of_times import TIME_SUBJECTS
from compare.reading.sentences.subjects.sought import Found, Sought, noun

_PER_WHAT = re.compile(
    r"(?:每一?[0-9]{0,4}[百千万]{0,2}(?:户|人|户家庭)(?:建筑面积)?|且?[每单][处个座]|按照?[人户]均)"
    r"(?:应当?|要|须)?(?:按|(?:配套建设|配建|配置)(?:建筑面积)?)?$"
)

_PLACES_WITHOUT_UNIT = re.compile("[0-9][市县区旗乡镇街村]")
# 每个中心服务3个乡镇, 连锁运营8个社区: places are served, not homes counted
_SERVES = re.compile("(?:服务|运营|管理|托管|辐射|涵盖|联系|包联)(?:了|周边|附近|辖区内?)?$")
_SERVED = re.compile(f"(?:{SETTLEMENTS}|小区|乡|县|[市街]区)(?![级域])")
# 护理型床位1200张,占总数的60%; …,占比60%; 占年度任务的105% says how much was done
_OF_A_WHOLE = re.compile(
    r"约?占(?!比|地|[一-龥]{0,8}(?:任务|目标|计划|指标)[的数总量]{0,2}$)|所?占比(?:重|例|率)?$"
)

# 每百户30平方米|且每处不少于500平方米|的标准配建养老用房: another area by the same standard
_ALSO = re.compile(
    r"(?:(?:以上)?的?标准|的?(?:建筑|使用)?面积)?[、,且和]{1,2}[^,。;、0-9]{1,24}[0-9.]{1,8}平方米(?:建筑面积)?(?:及?以上)?"
    rf"(?=的?(?:标准|要求|比例)|{FITS_WITH})"
)
_FITTED_WITH = ("配建", "配置", "建设", "建筑面积")
_BY_THE_STANDARD = ("的标准", "标准", "的要求")


def _part_of_a_whole(s: Sought) -> Found | None:
    previous = s.previous
    return (previous,) if previous and s.finder.part(s.value, s.floor, previous) else None


def _service_circle(s: Sought) -> Found | None:
    circle = following.circle(s.text, s.value.end)
    return (circle,) if circle else None


def _governed(s: Sought) -> Found | None:
    places = GOVERNED_PLACES.match(s.text, s.value.end)
    ahead = (s.text, s.value.clause_start, s.value.start)
    beside = places and (s.value.unit_rule or _PLACES_WITHOUT_UNIT.search(*ahead))
    governed = beside and GOVERNED_BEFORE.search(*ahead)
    return (places.span("noun"),) if places and governed else None


def _size_in_a_description(s: Sought) -> Found | None:
    described = s.text.startswith("的", s.value.bound_end) and is_attribute(s.text[slice(*s.before)])
    return noun(s.before) if described else None


def _fitted(s: Sought) -> Found | None:
    if not _PER_WHAT.search(s.words):
        return None
    start, end = s.value.bound_end, s.value.clause_end
    if also := _ALSO.match(s.text, start):
        start, end = also.end(), s.finder.clauses.clause(also.end())[1]
    if s.text[start:end] in _BY_THE_STANDARD:  # 按照每百户20平方米的标准,配建养老用房
        start, end = end + 1, s.finder.clauses.clause(end + 1)[1]
    if s.text.startswith("的", start) and s.words.endswith(_FITTED_WITH):
        return noun(s.behind)  # 每百户应当配建30平方米的养老服务用房
    fitted = following.fitted(s.text, start, end)
    return noun(fitted) if fitted else None


def _money_behind(s: Sought) -> Found | None:
    paid = following.paid(s.text, s.value.bound_end, s.value.clause_end)
    return noun(paid) if paid else None


def _acted_on(s: Sought) -> Found | None:
    acted_on = following.acted_on(s.text, s.value.end, s.value.clause_end)
    return noun(acted_on) if acted_on else None


def _lasting(s: Sought) -> Found | None:
    lasts = following.lasting(s.text, s.value.bound_end, s.value.clause_end)
    return (lasts,) if lasts else None


def _notice(s: Sought) -> Found | None:
    ahead = s.words.endswith(("提前", "至少提前"))
    told = following.told_before(s.text, s.value.bound_end, s.value.clause_end) if ahead else None
    return (told,) if told else None


def _of_a_whole(s: Sought) -> Found | None:
    previous = s.previous
    if not previous or previous[0] < s.finder.clauses.sentence(s.value.start)[0]:
        return None
    return (previous,) if _OF_A_WHOLE.match(s.text, *s.before) else None


def _with_an_age(s: Sought) -> Found | None:
    if "寿命" in s.words:
        return noun(s.before)
    people = following.people(s.text, s.value.end, s.value.clause_end)
    if not people and s.text.startswith("标准", s.behind[0]):
        return None  # 80-89周岁标准由每人每月50元提高到100元
    return noun(people or s.behind)


def _counted(s: Sought) -> Found | None:
    counts = following.counts_something(s.text, s.floor, s.value.start)
    if not counts and _SERVES.search(s.words) and _SERVED.match(s.text, *s.behind):
        counts = True
    return noun(s.behind) if counts else None


def _paid_for(s: Sought) -> Found | None:
    return _counted(s) if s.text.startswith("的", s.value.bound_end) else None


def _before(s: Sought) -> Found | None:
    return rate_parts(s.text, *s.before) if noun(s.before) else None


def _behind(s: Sought) -> Found | None:
    return noun(s.behind)


#: «so» is the value; the subject of each example is told by the rule's name.
SUBJECT_RULES: ByKind[Sought, Found] = ByKind(
    (
        Rule(
            "indicator of the line",
            indicator_of_the_line,
            "6.护理型床位占比(%):2020年45,2025年«55»,约束性。",
            "6.护理型床位占比:到2025年底达到«55%»,约束性。",
            "GUIDE: the noun phrase that the value measures, verbatim",
        ),
        Rule(
            "whole of a part",
            _part_of_a_whole,
            "建成敬老院60所,其中商水县«5所»。",
            "建成敬老院60所,改造幸福院«5所»。",
            "GUIDE: the noun phrase that the value measures, verbatim",
        ),
        Rule(
            "service circle",
            _service_circle,
            "打造“«15分钟»”养老服务圈。",
            "救护车«15分钟»到达。",
            "GUIDE: the noun phrase that the value measures, verbatim",
            only=("duration",),
        ),
        Rule(
            "places that belong to one",
            _governed,
            "全州辖1市9县、«103个»村。",
            "全州有1市9县、«103个»村。",
            "GUIDE: the noun phrase that the value measures, verbatim",
            only=("count",),
        ),
        *PART_SUBJECTS,
        *SHARE_SUBJECTS,
        Rule(
            "who is of an age",
            _with_an_age,
            "«80周岁»以上老年人优先入住。",
            "老年人年满«80周岁»。",
            "GUIDE: the noun phrase that the value measures, verbatim",
            only=("age",),
        ),
        Rule(
            "size in a description",
            _size_in_a_description,
            "建有1所床位不少于«200张»的护理院。",
            "建有«1所»床位不少于200张的护理院。",
            "GUIDE: minimum site area is a standard",
            only=("count", "area", "people"),
        ),
        Rule(
            "fitted per households",
            _fitted,
            "新建住宅区按照每百户«20平方米»配建养老用房。",
            "新建住宅区养老用房按照每百户«20平方米»配建。",
            "gold: the noun of 每百户不低于30平方米配建养老服务设施 is 养老服务设施",
            only=("area",),
        ),
        Rule(
            "behind a count",
            _counted,
            "建成«8所»敬老院。",
            "敬老院建成«8所»。",
            "GUIDE: the noun phrase that the value measures, verbatim",
            only=("count", "people", "frequency"),
        ),
        Rule(
            "name of the money",
            _money_behind,
            "按每户«3000元»的标准给予改造补助。",
            "改造补助每户«3000元»。",
            "GUIDE: the noun phrase that the value measures, verbatim",
            only=("money",),
        ),
        Rule(
            "what money is for",
            _paid_for,
            "安排«5000元»的采购预算。",
            "采购预算«5000元»。",
            "GUIDE: the noun phrase that the value measures, verbatim",
            only=("money",),
        ),
        Rule(
            "what is acted on in the time",
            _acted_on,
            "自验收之日起«三个月»内将设施移交民政部门。",
            "设施«三个月»内移交民政部门。",
            "gold: the noun of 九十日内将设施以及有关建设资料移交 is what is handed over",
            only=("duration",),
        ),
        Rule(
            "what lasts so long",
            _lasting,
            "独生子女每年享受«20日»的护理假。",
            "独生子女的护理假每年«20日»。",
            "GUIDE: the noun phrase that the value measures, verbatim",
            only=("duration",),
        ),
        Rule(
            "notice given before",
            _notice,
            "暂停服务的,应当提前«60日»书面告知老年人。",
            "暂停服务的,应当在«60日»内书面告知老年人。",
            "GUIDE: the noun phrase that the value measures, verbatim",
            only=("duration",),
        ),
        *TIME_SUBJECTS,
        Rule(
            "share of a whole",
            _of_a_whole,
            "老年人口35万人,占总人口的«21%»。",
            "老年人口占总人口的«21%»。",
            "GUIDE: the noun phrase that the value measures, verbatim",
            only=("share",),
        ),
        *PAYMENT_SUBJECTS,
        Rule(
            "before the value",
            _before,
            "护理型床位占比不低于«50%»。",
            "建成«8所»敬老院。",
            "GUIDE: the noun phrase that the value measures, verbatim",
        ),
        Rule(
            "behind the value",
            _behind,
            "达到«50%»护理型床位占比。",
            "护理型床位占比达到«50%»。",
            "GUIDE: the noun phrase that the value measures, verbatim",
        ),
        *CARRIED_SUBJECTS,
    )
)
