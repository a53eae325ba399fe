"""The noun phrase right behind a value: where it begins and how far it goes.

:data:`PASSED_RULES` pass what still belongs to the number, each in its turn; :data:`DESCRIBED_RULES` say what
describes the noun, so that no verb in it ends the phrase.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.reading.cues import (
    BOUNDS_BEFORE,
    BOUNDS_BEHIND,
    COMES_TO,
    FITS_WITH,
    MERGES,
    NOT_BEYOND,
    PAYMENTS,
)
from compare.reading.quantities.bases.wordings import ONE_BEHIND, SLASH_BASE
from compare.reading.rules import Rule, first
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
# How the number goes on: 以上的, 的比例抽查, 的标准配置.
_REST_OF_BOUND = f'(?:{BOUNDS_BEHIND}|内(?![容设部涵科]))?+[”"]?'
_AT_WHICH_RATE = (
    f"(?:的(?:比例(?:随机)?(?:抽查|抽取|抽检|检查|提取|预留)?|标准(?:{FITS_WITH}|建立)(?=[一-龥]{{2}}))?)?+"
)
# 300元购买意外险, 2次乘坐公交车
_BOUGHT = "(?:购买(?!服务|力)|乘坐|游览|参观)?+"
# What names nothing that is counted: a payment with its sum, the next bound, what the number becomes or is.
_NOTHING_COUNTED = (
    f"(?:{PAYMENTS})(?:标准)?[0-9]|半价|再(?:奖|补|给)|[两二三四五六2-6]个?(?:档|等次)|、|至少|给予|每|不满|未满"
    "|为(?=[宜主准优良合轻中重副]|不合)|不予|之间|不等"
    f"|{COMES_TO}|增至|(?:{MERGES})[为至到成]"
)
_COUNT_HEAD = re.compile(
    rf"^{_REST_OF_BOUND}{_AT_WHICH_RATE}{_BOUGHT}(?P<noun>(?!{_NOTHING_COUNTED})[^,。;|\n:]{{2,40}})"
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
# 1处建筑面积不小于800平方米的助浴中心: the noun follows what describes it with a number.
_DESCRIPTION = re.compile(
    rf"(?:[一-龥]{{0,8}}?(?:{BOUNDS_BEFORE}|达到|超过|约|在|为)?[0-9]+(?:\.[0-9]+)?[一-龥%]{{1,5}}?"
    rf"(?:{BOUNDS_BEHIND})?[、和且]?){{1,3}}"
    r"(?:床位)?(?:(?:且|并)?(?:具备|具有|设有)[^,。;0-9]{1,18})?的(?P<noun>[一-龥“”()]{2,20})"
)
_BRACKET = re.compile(r"\([^)]{0,7}\)")
# “家庭养老床位达到600张”两项指标: its noun is in the quotation; “15分钟”养老服务圈
_SAID_IN_QUOTES = re.compile("“[一-龥][^“”]*$")
_QUOTED = 40  # characters
_DESCRIBED = 60  # characters that a description with its noun has at most
Span = tuple[int, int]


class Place(NamedTuple):
    """Where a noun is looked for: from ``at`` to the end of the clause."""

    text: str
    at: int
    clause_end: int


def _base(p: Place) -> int | None:
    base = SLASH_BASE.match(*p) if p.text.startswith("/", p.at) else None
    return base.end() if base else None


def _for_one(p: Place) -> int | None:
    one = ONE_BEHIND.match(*p) if p.text.startswith("一", p.at) else None
    return one.end() if one else None


def _inclusive(p: Place) -> int | None:
    inclusive = _INCLUSIVE.match(*p) if p.text.startswith(("(含", "(不含"), p.at) else None
    return inclusive.end() if inclusive else None


#: What still belongs to the number. «so» is the value.
PASSED_RULES: tuple[Rule[Place, int], ...] = (
    Rule("base behind the unit", _base, "发放«300元»/人运营补贴。", "发放«300元»运营补贴。"),
    Rule("for one of them", _for_one, "助浴«38元»一次,自愿参加。", "助浴«38元»一次性用品。"),
    Rule("bound that holds the number", _inclusive, "«300张»(含300张)床位。", "«300张»(护理型)床位。"),
)


def _ends(pattern: re.Pattern[str], noun: str) -> int | None:
    described = pattern.match(noun)
    return described.end() if described else None


#: What describes a noun before it. «so» is the value.
DESCRIBED_RULES: tuple[Rule[str, int], ...] = (
    Rule(
        "relative clause",
        lambda noun: _ends(_RELATIVE, noun),
        "培养«1000名»达到国际标准的家庭医生。",
        "培养«1000名»家庭医生。",
    ),
    Rule(
        "of an age",
        lambda noun: _ends(_OF_AN_AGE, noun),
        "服务«3200名»80周岁以上老年人。",
        "服务«3200名»高龄老年人。",
    ),
    Rule(
        "of a grade",
        lambda noun: _ends(_OF_A_GRADE, noun),
        "建成«1家»三级以上养老机构。",
        "建成«1家»高等级养老机构。",
    ),
)


def noun_behind(text: str, end: int, clause_end: int, *, counts: bool = False) -> Span:
    """Span of the noun phrase behind a unit, empty if there is none; what is counted may be described."""
    return noun_and_rules(text, end, clause_end, counts=counts)[0]


def noun_and_rules(
    text: str, end: int, clause_end: int, *, counts: bool = False
) -> tuple[Span, tuple[str, ...]]:
    """The same, with the names of the rules that applied."""
    if text.startswith("”", end) and _SAID_IN_QUOTES.search(text, max(end - _QUOTED, 0), end):
        return (end, end), ()
    passed: tuple[str, ...] = ()
    for rule in PASSED_RULES:
        if found := rule.apply(Place(text, end, clause_end)):
            end, passed = found, (*passed, rule.name)
    measured = _DESCRIPTION.match(text, end, min(clause_end, end + _DESCRIBED)) if counts else None
    if measured:
        return measured.span("noun"), passed
    match = _COUNT_HEAD.match(text[end:clause_end])
    if not match:
        return (end, end), passed
    start, noun = end + match.start("noun"), match["noun"]
    if noun.startswith("且") and not noun.startswith("且末"):
        start, noun = start + 1, noun[1:]
    described = first(DESCRIBED_RULES, noun)
    stop = _HEAD_STOP.search(noun, described[0] if described else 0)
    finish = _with_bracket(text, start + (stop.start() if stop else len(noun)), clause_end)
    if finish - start > 2 and text[finish - 1] in "等的":
        finish -= 1
    rules = (*passed, described[1]) if described else passed
    return ((end, end) if NOTHING_BEHIND.fullmatch(text, start, finish) else (start, finish)), rules


def _with_bracket(text: str, finish: int, clause_end: int) -> int:
    """The end of a noun with the parenthesis that belongs to it and what follows that: 乡(镇)敬老院."""
    bracket = _BRACKET.match(text, finish, clause_end)
    if bracket is None:
        return finish
    rest = text[bracket.end() : clause_end]
    stop = _HEAD_STOP.search(rest)
    return bracket.end() + (stop.start() if stop else len(rest))
