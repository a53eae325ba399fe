"""Nouns behind a value of a certain kind: what places have, what is paid, the circle that a time names."""

from __future__ import annotations

import re

from compare.reading.cues import (
    BOUNDS_BEHIND,
    DOES,
    FITS_WITH,
    GIVES,
    HAS,
    MAKES,
    MODALS,
    NOT_BEYOND,
    PAYMENTS,
    PERSONS,
)

_EACH_PERIOD = ("每月", "每年", "每日", "每天")  # 1200元每月的补贴
_VERB_BEFORE = re.compile(
    rf"(?:建成并运营|{MAKES}|{HAS}|{DOES}|(?<![内附])设|建|配|进行|组成|培养输出|推动|规划|推进|用于|辖|[省市区县]属|[所下]属|辖内|惠及|覆盖|帮助|资助|救助|招聘|安置|选聘|选派|慰问|涉及|淘汰|处置|办结|整治|带动|吸纳|招募|解决|抓好|搞好|办好|建好|选择|选取|选定|完善|保障|守护|关爱|达到|{NOT_BEYOND}|至少|超过|约|近|有|(?<![一二三优上中下同])等|(?<=[一-龥])了"
    r"|的|每|按照|按|到|在|对|为|即|全地区|全市|全区|全州|全县|全省|和|与|、|\(|^)$"
)
_LONGEST_VERB = 8  # all of these words are shorter
_CIRCLE = re.compile(r"[”\"]?的?(?P<noun>[一-龥]{2,12}?圈)")
_PREDICATE = re.compile(
    rf"(?:{BOUNDS_BEHIND})?的(?P<place>[一-龥()、]{{2,16}}?)(?:均|都|{MODALS})?(?:{MAKES}|{HAS}|完成|开展|提供|实现|接受(?=[一-龥]{{4}})|签订)(?:了|有)?"
    r"(?P<noun>(?:(?!或者|并(?=[开提建])|以及)[一-龥()、“”]){2,24})"
)

_ACTED_REACH = 60  # characters behind 内,将 within which it is said what is acted on


def circle(text: str, end: int) -> tuple[int, int] | None:
    """Span of the service circle a time names (“15分钟”养老服务圈)."""
    match = _CIRCLE.match(text, end)
    return match.span("noun") if match else None


def possessed(text: str, end: int, clause_end: int) -> tuple[int, int] | None:
    """Span of what a share of places has (90%以上的社区建有日间照料机构); None if nothing is said of it."""
    match = _PREDICATE.match(text, end, clause_end)
    return match.span("noun") if match else None


def counts_something(text: str, clause_start: int, value_start: int) -> bool:
    """Whether a verb or nothing stands before a counted value, so that its noun follows it."""
    words = text[clause_start:value_start]
    return bool(_VERB_BEFORE.search(words, max(len(words) - _LONGEST_VERB, 0)))


# 80周岁以上老年人高龄津贴: who is of the age, not what they are given.
_PEOPLE = re.compile(
    rf"(?:\([不含][^()]{{0,6}}\))?(?:{BOUNDS_BEHIND})?+(?:\(含[^()]{{1,8}}\))?"
    r"(?:(?:、|以?及|和)(?:[0-9]+周?岁?(?:-{1,2}|至|到))?[0-9]+周?岁(?:及?以上)?)*+"
    rf"的?(?P<noun>(?!、)[一-龥、()]{{0,16}}?(?:{PERSONS}|市民|对象|人群|者)(?:家庭)?)"
)
# 每百户20平方米配建养老用房: what is fitted at that rate.
_FITTED = re.compile(
    rf"[^,。;:0-9]{{0,12}}?(?:{FITS_WITH}|落实|调剂解决|解决|提供|建立)(?!标准|要求)(?:了|相应的?)?(?P<noun>[一-龥()“”]{{2,20}}?(?:设施|用房|场所|服务站|服务中心|用地|中心|站点|场地|房屋))"
)
_MONEY_NOUN = re.compile(
    rf"(?:{BOUNDS_BEHIND}|不等)?(?:的?(?:标准|额度|比例)|的)?(?:{GIVES}|安排|落实|列支|处以)?"
    rf"(?P<noun>(?![和及与并(])[一-龥“”()]{{0,16}}?(?:{PAYMENTS}|补偿金|经费|资金|奖金|救助金|保险费|服务费|罚款)(?:资金|经费|金)?)(?=$|[^一-龥]|用于|支持|给|的|[和及与并][^,。;0-9]{{2,14}}[0-9])"
)
# 一次性5000元安家费
_FEE = re.compile(
    rf"的?(?P<noun>(?!{GIVES}|用于|作为|支持|购买|缴|收|由|[和及与])[一-龥]{{2,6}}费)(?=$|[,。;、)和及])"
)
_OF_MONEY = frozenset("补津奖资偿费金罚")
_PAID_FOR = re.compile(rf"的标准(?:{GIVES})?(?:{PAYMENTS})(?:用于)?(?P<noun>[一-龥“”()]{{2,16}})")
# 三个月内将设施移交: what is to be acted on in that time.
_ACTED_ON = re.compile(
    r"(?:内|之内|以内|前|之前)?,?(?:按照?[^,。;将把对]{2,16}|[^,。;将把对]{0,6})(?:将|把|对(?!象|应|口))(?P<noun>[^,。;]{2,40}?)(?:进行|予以|作出|做出|移交|无偿|全部|一并|报送|送达|告知|审核|确认|给予|开展|实施|公示|办理|分解|下达|拨付|兑付|归还|退还|返还|上报|报)"
)

# 10个工作日内完成初审
_DONE_WITHIN = re.compile(
    r"(?:之|以)?内(?:完成|作出|做出|办理|办结|提出|组织|进行|开展|予以|给予)(?:了|对)?(?P<noun>[一-龥“”]{2,16})(?=[,。;|\n]|$)"
)

# 提前30日书面通知老年人: of what one is told so long before
_TOLD_BEFORE = re.compile(
    r"(?:以)?(?:向[一-龥、()]{2,14}?)?(?:进行|予以|作出)?(?P<noun>(?:书面|公开)?(?:公告|通知|告知|公示|通报|报告|预告|预约|申请|备案))"
)
# 20日的护理假: what lasts so long.
_LASTING = re.compile(r"的(?P<noun>[一-龥]{1,8}(?:假期?|试用期|试住期|缓冲期|过渡期))(?=[,。;]|$)")


def lasting(text: str, end: int, clause_end: int) -> tuple[int, int] | None:
    """Span of what has a duration (20日的护理假)."""
    match = _LASTING.match(text, end, clause_end)
    return match.span("noun") if match else None


def told_before(text: str, end: int, clause_end: int) -> tuple[int, int] | None:
    """Span of the notice that is given so long before."""
    match = _TOLD_BEFORE.match(text, end, clause_end)
    return match.span("noun") if match else None


def people(text: str, end: int, clause_end: int) -> tuple[int, int] | None:
    """Span of the people that an age is of."""
    match = _PEOPLE.match(text, end, clause_end)
    return match.span("noun") if match else None


def fitted(text: str, end: int, clause_end: int) -> tuple[int, int] | None:
    """Span of what is built at a rate per households or heads."""
    match = _FITTED.match(text, end, clause_end)
    return match.span("noun") if match else None


def paid(text: str, end: int, clause_end: int) -> tuple[int, int] | None:
    """Span of the name of the money behind a sum (5000元的建设补贴, 3000元的标准给予改造补助)."""
    if _OF_MONEY.isdisjoint(text[end:clause_end]):
        return None
    if text.startswith(_EACH_PERIOD, end):
        end += len(_EACH_PERIOD[0])
    match = (
        _MONEY_NOUN.match(text, end, clause_end)
        or _PAID_FOR.match(text, end, clause_end)
        or _FEE.match(text, end, clause_end)
    )
    return match.span("noun") if match else None


def acted_on(text: str, end: int, clause_end: int) -> tuple[int, int] | None:
    """Span of what something is done to, or of what is done, within a time."""
    if text.startswith(("内,将", "内,把"), end):
        clause_end = min(end + _ACTED_REACH, len(text))  # 三个月内,将园舍移交
    match = _ACTED_ON.match(text, end, clause_end) or _DONE_WITHIN.match(text, end, clause_end)
    return match.span("noun") if match else None
