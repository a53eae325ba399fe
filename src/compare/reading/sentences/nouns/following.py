"""The noun phrase behind a value: what is counted, what places have, the circle that a time names."""

from __future__ import annotations

import re

from compare.reading.cues import (
    BOUNDS_BEFORE,
    BOUNDS_BEHIND,
    COMES_TO,
    DOES,
    FITS_WITH,
    GIVES,
    HAS,
    MAKES,
    MERGES,
    MODALS,
    NOT_BEYOND,
    PAYMENTS,
    PERSONS,
)
from compare.reading.quantities.bases.wordings import ONE_BEHIND, SLASH_BASE
from compare.reading.sentences.nouns.no_nouns import NOTHING_BEHIND

# Marks, but for the 、 of a list of attributes.
_MARKS_THAT_END = (
    r"[,。;():|\n0-9]|\+(?![^“”,。]{0,10}”)"
    "|(?<![式型化性能])(?<!高龄|独居|空巢|留守|失独|孤寡|残疾|特困|低保|困难|困境|重度|中度|失智|失能)、(?![^,。;、|0-9]{0,24}的)"
    "|、(?=[0-9])"
)
# Joints before another number, and what goes on.
_JOINTS_THAT_END = "和(?=[0-9])|共(?=[0-9])|并(?!发)|且|中?(?:尚|仍|还)(?=有|无|没|未|需)|中(?=仅|只)"
# That there is none.
_VERBS_OF_NOTHING = "没有"
# What each is paid, and that it is.
_PAYMENT_BEHIND = (
    "(?<=[一-龥]{2})每(?=[个家人所处户张床名位](?:每[年月日天]|[,按补给奖发]|一次|[0-9]))"
    "|(?<=[人庭])(?:建设|购买|办理|配备)(?=[一-龥]{3})"
    "|(?<=[一-龥]{2})(?<!不予)(?:发放|拨付|兑现|兑付)(?!标准|对象|情况)"
)
# What is done with it.
_ACTS_BEHIND = (
    "实施(?!的)|的(?=标准|要求|规定|比例|部分)|用于|投入|作为|达到|开展|进行|实现|完成|建有|全?覆盖"
    "|给予|可以|应当|建立"
)
# What each of the places does.
_ACTS_OF_PLACES = "(?<=[县区市镇乡村道])(?:分别|各|均|都)(?=建|设|配|新|改|打|培|安排|完成|有)"
# 200个助餐点|等项目
_AMONG_OTHERS = "等(?:[一-龥]{2})?(?:项目|工程|任务|工作)(?![一-龥]{0,2}(?:经费|资金|计划))"
# That it comes about.
_COMES_ABOUT = "签订|签署|落户|(?<=[一-龥]{2})(?:基本)?形成|基本(?=实现|达到|完成|建成)"
# What somebody is entitled to.
_RIGHTS_BEHIND = (
    "同时|优先|享受|予以|可申|列为|纳入|参照|提供|得到|获得|结对(?=$|[帮服关])|接受(?=[一-龥])"
    "|(?<=[区村镇乡道])(?:补建|补齐|制定)|(?<=[一-龥])免费(?=适配|提供|安装|配备|体检|发放)"
)
# How far it has got.
_PROGRESS_BEHIND = (
    "开工|竣工|完工|投产|挂牌|建成(?![区的])"
    "|(?<=[一-龥]{2})(?:分别|陆续|先后|相继|正在|即可|参加|组织(?=开展|实施)|负责(?!人)|代[缴办领]|安装(?=[一-龥])|均(?=[获取完达已实持享有])|已经?(?=有|完成|开工|动工|投|竣工|交付|达|实现|全部)|年底|今年|明年|全部|(?<!稳定)(?:出列|脱贫)|(?<!结构)调整(?!项目|方案)|在(?=[一-龥]{2,8}[上中内下]))"
)
_HEAD_STOP = re.compile(
    "|".join(
        (
            _MARKS_THAT_END,
            _JOINTS_THAT_END,
            _VERBS_OF_NOTHING,
            _PAYMENT_BEHIND,
            _ACTS_BEHIND,
            _ACTS_OF_PLACES,
            _AMONG_OTHERS,
            _COMES_ABOUT,
            _RIGHTS_BEHIND,
            _PROGRESS_BEHIND,
            BOUNDS_BEHIND,
            NOT_BEYOND,
        )
    )
)
# 300张以上(含300张)的床位
_INCLUSIVE = re.compile(r"\(不?含[^()]{0,10}\)")
_EACH_PERIOD = ("每月", "每年", "每日", "每天")  # 1200元每月的补贴
_COUNT_HEAD = re.compile(
    rf"^(?:{BOUNDS_BEHIND}|内(?![容设部涵科]))?+[”\"]?(?:的(?:比例(?:随机)?(?:抽查|抽取|抽检|检查|提取|预留)?|标准(?:{FITS_WITH}|建立)(?=[一-龥]{{2}}))?)?+(?:购买(?!服务|力)|乘坐|游览|参观)?+(?P<noun>(?!(?:{PAYMENTS})(?:标准)?[0-9]|半价|再(?:奖|补|给)|[两二三四五六2-6]个?(?:档|等次)|、|至少|给予|每|不满|未满|为(?=[宜主准优良合轻中重副]|不合)|不予|之间|不等|{COMES_TO}|增至|(?:{MERGES})[为至到成])[^,。;|\n:]{{2,40}})"
)
# 1000名达到国际标准的家庭医生: what is counted follows its relative clause.
_RELATIVE = re.compile(
    r"(?:能够?|可以?|已|正在)?(?:(?:达到|实现|完成|开展|进行|建立|提供|得到|获得|接受|享受)[^,。;的0-9]{1,14}"
    r"|(?:具备|具有)[^,。;的0-9]{1,40})的"
)
# 3200名80周岁以上老年人: what is counted is of an age.
_OF_AN_AGE = re.compile(
    r"[0-9]{1,3}(?:周?岁)?(?:(?:-{1,2}|至|到)[0-9]{1,3})?周?岁(?:及?以[上下])?(?:\(含[^()]{1,6}\))?的?(?=[一-龥])"
)
# 1家三级以上养老机构
_OF_A_GRADE = re.compile(r"[一二三四五甲1-5](?:星?级|A级|等)(?:及?以上)?的?(?=[一-龥]{2})")
_VERB_BEFORE = re.compile(
    rf"(?:建成并运营|{MAKES}|{HAS}|{DOES}|(?<![内附])设|建|配|进行|组成|培养输出|推动|规划|推进|用于|辖|[省市区县]属|[所下]属|辖内|惠及|覆盖|帮助|资助|救助|招聘|安置|选聘|选派|慰问|涉及|淘汰|处置|办结|整治|带动|吸纳|招募|解决|抓好|搞好|办好|建好|选择|选取|选定|完善|保障|守护|关爱|达到|{NOT_BEYOND}|至少|超过|约|近|有|(?<![一二三优上中下同])等|(?<=[一-龥])了"
    r"|的|每|按照|按|到|在|对|为|即|全地区|全市|全区|全州|全县|全省|和|与|、|\(|^)$"
)
_LONGEST_VERB = 8  # all of these words are shorter
# 1处建筑面积不小于800平方米的助浴中心: the noun follows what describes it with a number.
_DESCRIPTION = re.compile(
    rf"(?:[一-龥]{{0,8}}?(?:{BOUNDS_BEFORE}|达到|超过|约|在|为)?[0-9]+(?:\.[0-9]+)?[一-龥%]{{1,5}}?"
    rf"(?:{BOUNDS_BEHIND})?[、和且]?){{1,3}}"
    r"(?:床位)?(?:(?:且|并)?(?:具备|具有|设有)[^,。;0-9]{1,18})?的(?P<noun>[一-龥“”()]{2,20})"
)
_CIRCLE = re.compile(r"[”\"]?的?(?P<noun>[一-龥]{2,12}?圈)")
_PREDICATE = re.compile(
    rf"(?:{BOUNDS_BEHIND})?的(?P<place>[一-龥()、]{{2,16}}?)(?:均|都|{MODALS})?(?:{MAKES}|{HAS}|完成|开展|提供|实现|接受(?=[一-龥]{{4}})|签订)(?:了|有)?"
    r"(?P<noun>(?:(?!或者|并(?=[开提建])|以及)[一-龥()、“”]){2,24})"
)

_BRACKET = re.compile(r"\([^)]{0,7}\)")
# “家庭养老床位达到600张”两项指标: its noun is in the quotation; “15分钟”养老服务圈
_SAID_IN_QUOTES = re.compile("“[一-龥][^“”]*$")
_QUOTED = 40  # characters
_DESCRIBED = 60  # characters that a description with its noun has at most


def noun_behind(text: str, end: int, clause_end: int, *, counts: bool = False) -> tuple[int, int]:
    """Span of the noun phrase behind a unit, empty if there is none; what is counted may be described."""
    if text.startswith("”", end) and _SAID_IN_QUOTES.search(text, max(end - _QUOTED, 0), end):
        return end, end
    if base := SLASH_BASE.match(text, end, clause_end) if text.startswith("/", end) else None:
        end = base.end()
    if one := ONE_BEHIND.match(text, end, clause_end) if text.startswith("一", end) else None:
        end = one.end()
    if (
        inclusive := _INCLUSIVE.match(text, end, clause_end)
        if text.startswith(("(含", "(不含"), end)
        else None
    ):
        end = inclusive.end()
    described = counts and _DESCRIPTION.match(text, end, min(clause_end, end + _DESCRIBED))
    if described:
        return described.span("noun")
    match = _COUNT_HEAD.match(text[end:clause_end])
    if not match:
        return end, end
    start = end + match.start("noun")
    noun = match["noun"]
    if noun.startswith("且") and not noun.startswith("且末"):
        start, noun = start + 1, noun[1:]
    described = _RELATIVE.match(noun) or _OF_AN_AGE.match(noun) or _OF_A_GRADE.match(noun)
    stop = _HEAD_STOP.search(noun, described.end() if described else 0)
    length = stop.start() if stop else len(noun)
    finish = start + length
    # a parenthesis that belongs to the noun: 乡(镇)敬老院
    if bracket := _BRACKET.match(text, finish, clause_end):
        rest = text[bracket.end() : clause_end]
        tail_stop = _HEAD_STOP.search(rest)
        finish = bracket.end() + (tail_stop.start() if tail_stop else len(rest))
    if finish - start > 2 and text[finish - 1] in "等的":
        finish -= 1
    if NOTHING_BEHIND.fullmatch(text, start, finish):
        return end, end
    return start, finish


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
        clause_end = min(end + _DESCRIBED, len(text))  # 三个月内,将园舍移交
    match = _ACTED_ON.match(text, end, clause_end) or _DONE_WITHIN.match(text, end, clause_end)
    return match.span("noun") if match else None
