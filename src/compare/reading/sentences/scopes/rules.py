"""The words that restrict a value to a part of the field (每个县市, 新建小区, 60岁以上, 行政村).

Where a facility is what is counted (8个服务中心), the noun names the thing and restricts nothing; where
its beds, area or coverage are measured, it does. :data:`SCOPE_RULES` hold what is looked for, in order.
"""

from __future__ import annotations

import re

from compare.reading.cues import ONE_OF_EACH, SETTLEMENTS
from compare.reading.rules import ByKind, Rule, first, last_match
from compare.reading.sentences.scopes.holders import HOLDER_ALONE, MEASURED_OF_A_KIND, PLACES
from compare.reading.sentences.scopes.paid import PAID_SCOPES
from compare.reading.sentences.scopes.setting import Setting, ages_in

_LONG_TERM = re.compile(r"中长期|远期")
_EACH = re.compile(
    r"(?:每(?:一)?个?|各(?!类|级|项|种|界|[建设配有]|新[建增]|打造|完成|安排|培|[^,。;]{0,6}(?:应|要|须|可)))(?P<noun>(?!(?:家|所|处|座|间|站)(?:给予|予以|补|奖|一次性|按|发放)|个?(?:面积|床位|建筑|投资|给予|予以|发放|补[助贴]|奖|资助|不超过)|[一二两三四五六七八九]?[十百千万]|[二两三四五六七八九](?:张|名|位|户|人|床)|[一二两三四五六七八九十]{1,2}个?[年月周天日季]|[一-龥]{2,6}?[一1](?:份|餐|单|次|名|张|个)(?=[一-龥]{0,6}[补奖])|年|月|半|季|周|日|天|次|人|餐|张|名|位|户|床|平方|小时|份|台|部|单|生(?![活产])|托位|班(?!组)|学[期年]|聘|件|例|期|新增|增加|超[过出]|满[0-9一]|减少|[0-9])[一-龥()、]{1,16}?)"
    r"(?=均|至少|都|每[年月季]|力争|应|要|建|设|有|拥有|安排|配|完成|不(?!能)|(?<!下)达|规划|培育|打造|可|(?<![失功技智])能(?!力)|生活不能|(?:[重中轻]度)?失[能智]|特困|(?:护理型|养老)?床位|(?:建筑|使用)?面积|(?:护理|工作)人员|社会工作者|护理员|管理员|助老员|[0-9一])"
)
# 新建城镇住宅区, 已建成城镇住宅区, 老旧居住小区: the place with what stands in the middle of its noun.
_BUILT_PLACE = r"的?[^,。;0-9]{0,8}?(?:\(小\)区|小区|区|机构|敬老院)"
_NEW = re.compile(
    r"新(?:建|设|开发|出让|供应|改扩建|改、扩建)[^,。;0-9]{0,14}?(?:机构|敬老院|小区|\(小\)区|居住区|住宅区|城区|住区|(?<!社)区|居住用地|住宅用地|地块|(?:街道|场所|设施|项目|社区)(?![食养日老服卫综照助]))"
    rf"|已经?建成?(?:居住|居民)?{_BUILT_PLACE}|建(?<![^,和及、]建)成{_BUILT_PLACE}|老旧[^,。;0-9]{{0,6}}?小区"
    r"|既有[^,。;0-9]{0,6}?区|老城区|旧城区|既有"
)
_DIGITS = re.compile("[0-9]")
_ABOUT = re.compile("(?:对于?|凡是?)?(?:其他|其它)?")
_NEW_PLACE = re.compile(
    r"新(?:建|设)[^,。;]{0,8}?(?:街道|小区|居住区|住宅区|城区)(?=至少|均|都|应|要|每|按|建有|设有)"
)
# 村至少设置1个站点: who has it stands at the head of the clause.
_PLACE_ACTS = re.compile(
    r"(?:^|年底?前?|,)(?P<place>(?:行政|建制|中心)?村级?|(?:城市|城镇|农村)?社区|街道|乡镇(?:\(街道\))?|乡镇、?街道|镇|县(?:\(市、区\)|市区|区)?|县级|设区的?市|市州)"
    r"(?:原则上|至少|均|都|应当?|要|力争)*(?:建|设|配|培育|打造)"
)
_WHOLE = re.compile(
    r"我国|全(?<![比较于出过达]全)(?:市|省|区|县|州|地区|域|国)|^本(?:[市省县州]|区(?!域))(?!级|行政|户籍)|地区(?<![^,、年末底前内]地区)(?!生产总值)|全盟"
)
_PLACES = re.compile(
    r"(?:农村|城市|城镇|城乡)社区|行政村|中心村|县\(?(?:市|区|、)*\)?级[^,。;的]{0,12}?机构|街道|(?<!新)农村|社区|村级"
    r"|乡(?:镇|\(镇\))"
)
_BEHIND_MEASURE = re.compile(
    r"(?<=[率例])(?:城镇|城市|城区|农村|乡镇)(?=(?:地区|社区)?(?:均|要|将)?(?:达到?|为|不[低高]于|$))"
)
# 40%的城镇社区: a share of places; 50%以上的彩票公益金 restricts nothing.
_TAIL_SCOPE = re.compile(
    rf"(?:及?以上|左右)?(?:的|(?={SETTLEMENTS}))"
    r"(?P<noun>(?:(?!和[全所0-9]|、[全所0-9])[^,。;|\n建设有完成开展达接签0-9(]){0,10}(?:社区(?:\(村\))?|村(?:\(社区\)|\(居\))?|街道|乡镇(?:\(街道\))?|乡\(镇\)|镇(?:\(街道\))?|县(?:\([市区、]+\))?|县市"
    r"|区(?!域)|机构|家庭|医院|中心|卫生院|幼儿园|学校|企业|小区|老年?人)(?!内))"
)
# 城镇新增护理员300人, 其中城市8个: where what is counted is
_AT_HEAD = re.compile(
    r"(?:^|其中:?|(?<=[,、和]))(?P<place>城镇(?!职工|居民(?![一-龥]{0,10}标准)|登记|调查|化|基本|老旧|住)|城市(?!居民(?![一-龥]{0,10}标准)|更新|规划|建设|管理|化|基础|书|运营)|市区|城区|县城|农村(?!居民|部|人居))"
    r"(?=新增|[一-龥]{0,16}(?:率|比例|人口|人数|床位|老年?人|护理员|标准|补贴|津贴|特困人员)|特困人员|低保|(?:约|有|为|达到?)*$)"
)
_FACILITY_NAME = re.compile(
    "机构|敬老院|养老院|福利院|幸福院|服务中心|综合体|服务站|日间照料中心|医院|小区|居住区|住宅区|城区"
)
_FACILITY = re.compile(rf"[^,。;0-9]{{0,20}}(?:{_FACILITY_NAME.pattern})")
_ANY_FACILITY = re.compile(r"(?:所有|各类)?(?:养老)?(?:服务)?机构")  # restricts nothing
_ATTRIBUTE = re.compile(
    r"(?:其中|且|每[间个所处家]|每百户|平均|单(?:个|处|体|间))?(?:养老|护理型?|医养结合|认知障碍|失能)?"
    r"(?:床位|托位|餐位|建筑面积|建设面积|使用面积|用房面积|占地面积|面积|房间|入住率|护理人员|工作人员|管理人员|持证|层高|服务半径)"
)


_ONE_OF_EACH = re.compile(ONE_OF_EACH)


def _found(match: re.Match[str] | None) -> str | None:
    return match.group() if match else None


def _part(s: Setting) -> str | None:
    return s.part or None


def _each(s: Setting) -> str | None:
    nearest = last_match(_EACH, s.lead)
    if nearest and ")" in s.lead[nearest.end() :] and "(" in s.lead[: nearest.start()].rpartition(")")[2]:
        return None  # 社区食堂(每个不少于20个餐位)新增6家
    return _found(nearest)


def _one_of_each(s: Setting) -> str | None:
    return _found(_ONE_OF_EACH.search(s.lead))


def _long_term(s: Setting) -> str | None:
    return _found(_LONG_TERM.search(s.lead))


def _share_of_places(s: Setting) -> str | None:
    match = _TAIL_SCOPE.match(s.tail) if s.unit == "%" else None
    return match["noun"] if match else None


def _new_places(s: Setting) -> str | None:
    return _found(_NEW_PLACE.search(s.before)) if s.counts_facilities else None


def _new_or_existing(s: Setting) -> str | None:
    if s.counts_facilities:
        return None
    return _found(_NEW.search(s.before) or _NEW.search(s.subject))


def _of_the_topic(s: Setting) -> str | None:
    if not s.opening.endswith(","):
        return None
    about = s.opening[_topic(s.opening) :]
    return None if _DIGITS.search(about) else _found(_NEW.match(about))


def _topic(opening: str) -> int:
    """Where the clause before begins whose place is what this one is about (对已建成居住区,各地要…)."""
    start = max(opening.rfind(mark, 0, -1) for mark in ",。;:\n") + 1
    return start + len(_ABOUT.match(opening, start).group())  # type: ignore[union-attr]


def _place_before_verb(s: Setting) -> str | None:
    match = _PLACE_ACTS.search(s.lead) if s.counts_facilities else None
    return match["place"] if match else None


def _age(s: Setting) -> str | None:
    return next(iter(ages_in(s.before)), None)


def _kind_of_place(s: Setting) -> str | None:
    if s.counts_facilities:
        return None
    if own := _BEHIND_MEASURE.search(s.before):
        return own.group()
    carried = s.subject not in s.before  # 城市…到95%, 农村地区到70%: the noun is of the clause before
    first, second = (s.before, s.subject) if carried else (s.subject, s.before)
    return _found(_PLACES.search(first) or _PLACES.search(second))


def _place_at_head(s: Setting) -> str | None:
    match = _AT_HEAD.search(s.before) or _AT_HEAD.match(s.subject)
    named = match and s.counts_facilities and "新增" not in s.before and "其中" not in s.lead
    return match["place"] if match and not named else None


def _whole(s: Setting) -> str | None:
    return _found(_WHOLE.search(s.clause))


def _facility(s: Setting) -> str | None:
    if not is_attribute(s.subject) or facility_words("", s.subject):
        return None
    return s.facility() or None


def _holder(s: Setting) -> str | None:
    if s.counts_facilities:
        return None
    alone = HOLDER_ALONE.fullmatch(s.before)
    if alone:
        return None if alone["mark"] in PLACES else alone["who"]
    measured = MEASURED_OF_A_KIND.match(s.subject)
    return measured["who"] if measured else None


SCOPE_RULES: ByKind[Setting, str] = ByKind(
    (
        Rule(
            "place of a part",
            _part,
            "建成敬老院60所,其中商水县«5所»。",
            "建成敬老院«60所»。",
            "GUIDE: scope 商水县",
        ),
        *PAID_SCOPES,
        Rule(
            "each of them",
            _each,
            "每个乡镇建有敬老院«1所»。",
            "乡镇建有敬老院«1所»。",
            "GUIDE: short qualifier that distinguishes it",
            needs="每各",
        ),
        Rule(
            "one of each",
            _one_of_each,
            "按照1个乡镇建设«1所»敬老院的标准布局。",
            "到2025年,1个乡镇的敬老院达到«60张»床位。",
            "GUIDE: short qualifier that distinguishes it",
            needs=("1个", "一个"),
        ),
        Rule(
            "long term",
            _long_term,
            "中长期护理型床位占比达到«60%»。",
            "护理型床位占比达到«60%»。",
            "GUIDE: short qualifier that distinguishes it",
            needs="期",
        ),
        Rule(
            "share of places",
            _share_of_places,
            "居家养老服务覆盖«40%»的城镇社区。",
            "«55%»以上的福利彩票公益金用于养老。",
            "GUIDE: scope of a share of places is those places",
            only=("share",),
        ),
        Rule(
            "kind that has its own value",
            _holder,
            "公办机构护理型床位占比达到60%,民办机构达到«50%»。",
            "民办机构占比达到«50%»。",
            "GUIDE: short qualifier that distinguishes it",
            only=("share", "area", "duration", "length", "count"),
        ),
        Rule(
            "new places of facilities",
            _new_places,
            "新设街道至少建有养老服务中心«1所»。",
            "新建养老服务中心«12所»。",
            "GUIDE: scope 新建, 已建成",
            needs="新",
        ),
        Rule(
            "new or existing",
            _new_or_existing,
            "新建住宅小区配建用房不少于«200平方米»。",
            "新建住宅小区«2个»。",
            "GUIDE: scope 新建, 已建成",
            needs="新建老既旧",
        ),
        Rule(
            "place that the clause before is about",
            _of_the_topic,
            "对已建成居住区,应当按照每百户不低于«20平方米»的标准配置。",
            "已建成居住区3个,应当按照每百户不低于«20平方米»的标准配置。",
            "GUIDE: scope 新建, 已建成",
            only=("area",),
        ),
        Rule(
            "place before the verb",
            _place_before_verb,
            "村至少设置互助养老服务站点«1个»。",
            "在村设置互助养老服务站点«1个»。",
            "GUIDE: scope 城镇社区, 行政村",
            needs="建设配培打",
        ),
        Rule(
            "age",
            _age,
            "65岁以上老年人健康管理率达到«70%»。",
            "老年人健康管理率达到«70%»。",
            "GUIDE: an age that only qualifies the population of a rate goes in scope",
            needs="岁",
        ),
        Rule(
            "kind of place",
            _kind_of_place,
            "农村社区覆盖率达到«60%»。",
            "覆盖率达到«60%»。",
            "GUIDE: scope 城镇社区, 行政村",
            needs="村社县街乡城",
        ),
        Rule(
            "place at the head",
            _place_at_head,
            "城镇新增护理员«300人»。",
            "城镇居民参保«300人»。",
            "GUIDE: scope 城镇社区, 行政村",
            needs="城市县农",
        ),
        Rule(
            "whole area",
            _whole,
            "全市护理型床位占比达到«60%»。",
            "护理型床位占比达到«60%»。",
            "GUIDE: short qualifier that distinguishes it",
            needs="全地本我",
        ),
        Rule(
            "facility spoken of",
            _facility,
            "建设日间照料中心1所,床位不少于«20张»。",
            "建设日间照料中心12所,床位«200张»。",
            "GUIDE: scope 县级特困供养机构",
        ),
    )
)


#: Rules whose words do not say of which facility the following attributes are.
SETS_NO_TOPIC = frozenset({"place of a part", "facility spoken of", *(rule.name for rule in PAID_SCOPES)})


def scope_of(setting: Setting) -> tuple[str, str]:
    """The restricting words of a statement and the rule that found them, "" if there are none."""
    rules = SCOPE_RULES(setting.sort, f"{setting.clause}{setting.subject}")
    return first(rules, setting) or ("", "")


def facility_words(scope: str, subject: str) -> str:
    """The facility or area a statement speaks of, which the attributes after it may belong to."""
    for words in (scope, subject):
        match = _FACILITY.search(words) if _FACILITY_NAME.search(words) else None
        if match and not _ANY_FACILITY.fullmatch(match.group()):
            return match.group()
    return ""


def is_attribute(subject: str) -> bool:
    """Whether a noun is an attribute (beds, area, staff) that needs a facility to belong to."""
    return bool(_ATTRIBUTE.match(subject))
