"""How the words before a number bind it: in its clause (不低于总量的55%), directly before it (超过300人), or
by a sign."""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.model import Comparator
from compare.reading.quantities.comparators.symbols import SYMBOLS
from compare.reading.quantities.lexicon import Lexicon
from compare.reading.rules import Rule, last_match

# 最高的床位达500张: the highest there is, no bound
_HIGHEST = re.compile(
    r"最[高多长]的(?!不|[^,。;]{0,8}(?:不得|不超|不高))[^,。;0-9]{0,8}?(?:达到?|有|为)(?:了|约)?$"
)
# 低于低保标准2倍: a yardstick stands between comparator and number.
_AGAINST = re.compile(
    r"(?P<bound>低于|高于|超过)[^,。;0-9不]{2,12}(?:标准|水平|价格|均价|平均数?|线)的?$"
    r"|(?P<part>不足|不到|未达到?|低于|少于|超过(?=[^,。;0-9]{0,8}(?:总|全[市县区省国])))[^,。;0-9不的]{2,16}的$"
)
_YARDSTICKS = frozenset("准平格价均数线的")  # how these end
# 低于每百户15平方米: the base stands between comparator and number.
_BEFORE_BASE = re.compile(
    r"(低于|少于|小于|不足|不到|未达到?|高于|超过|大于|多于)(?:每[0-9十百千万]{1,5}[一-龥]{0,6}|每[人户床张]每?[年月日天]?|人均|户均)$"
)
# 每日限补两餐, 应当提前60日书面告知
_LIMIT = re.compile(
    r"(?<![期时权界极有无上下局])限(?:补[助贴]?|领取?|享受?|报销?|使用|用|申[请领]|乘坐|购买?|免费?)$"
    r"|(?<![年期时权界极有无上下局])限$|(?<!赔偿)(?<!责任)(?<!保险)限额(?:标准)?(?:为|是)?$"
    r"|不(?:得|应|能)?[迟晚]于[^,。;0-9]{1,16}(?:完成|达到?|建成)$"
)
_SO_FAR = ("完成", "达到", "达", "建成")
_NOTICE = re.compile(r"(?:应当?|须|需|必须|至少)提前$")
# 全县约有失能老人3200人: who they are stands between comparator and number
_ABOUT_SO_MANY = re.compile(
    r"(?:(?:^|[省市县区州旗镇乡村国前里中])(?=大?约有|大概有)|(?<![预签节制条])(?=约占))"
    r"(?P<about>大?约|大概)(?:有[^,。;0-9的]{2,12}|占[^,。;0-9]{2,14}的)$"
)
_SHORT_OF = frozenset({"低于", "少于", "小于", "不足", "不到", "未达到", "未达"})
_VAGUE = frozenset({"约", "大约", "近"})


# 不低于以下标准:乳儿班1:3,托小班1:5
_LED_IN = re.compile(
    r"(?P<bound>不得?低于|不得?少于|不应低于|不得?超过|不得?高于)(?:以下|下列|如下)[一-龥]{0,6}:"
    r"(?:[^。;,:0-9]{1,14}[0-9][0-9:.]{0,6}[^。,;:0-9]{0,10}[,、;]){0,8}+[^。;,:0-9]{1,14}$"
)


class Ahead(NamedTuple):
    """The words before a value, and the comparator directly before the number, if one stands there.
    ``more`` is 余 or 多 beside the number, else ""; ``ahead`` what stands before the words.
    """

    words: str
    lexicon: Lexicon
    more: str
    adjacent: re.Match[str] | None
    ahead: str = ""


#: The comparator that words before a number give, and where among them it stands.
Bound = tuple[Comparator, int, int]


def _highest(a: Ahead) -> Bound | None:
    highest = "最" in a.words and _HIGHEST.search(a.words)
    return (Comparator.EQ, len(a.words), len(a.words)) if highest else None


def _symbol(a: Ahead) -> Bound | None:
    for length in (1, 2):
        if code := SYMBOLS.get(a.words[-length:]):
            return code, len(a.words) - length, len(a.words)
    return None


def _vague(a: Ahead) -> Bound | None:
    return _before_number(a) if a.adjacent and a.adjacent[1] in _VAGUE else None


def _in_clause(a: Ahead) -> Bound | None:
    distant = last_match(a.lexicon.distant, a.words)  # the last one governs
    if distant is None or "基础上" in a.words[distant.end() :]:
        return None  # 在不低于现行标准的基础上增加50元
    return a.lexicon.comparators[distant.group()], *distant.span()


def _before_number(a: Ahead) -> Bound | None:
    if a.adjacent is None:
        return None
    return a.lexicon.comparators[a.adjacent[1]], *a.adjacent.span(1)


def _against(a: Ahead) -> Bound | None:
    yardstick = _AGAINST.search(a.words) if a.words[-1:] in _YARDSTICKS else None
    if yardstick is None:
        return None
    word = "bound" if yardstick["bound"] else "part"
    return (Comparator.LT if yardstick[word] in _SHORT_OF else Comparator.GT), *yardstick.span(word)


def _before_base(a: Ahead) -> Bound | None:
    said = _BEFORE_BASE.search(a.words) if "每" in a.words or a.words.endswith("均") else None
    if said is None:
        return None
    return (Comparator.LT if said[1] in _SHORT_OF else Comparator.GT), *said.span(1)


def _limit(a: Ahead) -> Bound | None:
    limit = _LIMIT.search(a.words) if "限" in a.words[-4:] or a.words.endswith(_SO_FAR) else None
    return (Comparator.LE, *limit.span()) if limit else None


def _notice(a: Ahead) -> Bound | None:
    notice = _NOTICE.search(a.words) if a.words.endswith("提前") else None
    return (Comparator.GE, *notice.span()) if notice else None


def _about_so_many(a: Ahead) -> Bound | None:
    about = _ABOUT_SO_MANY.search(a.words) if "有" in a.words or "约占" in a.words else None
    return (Comparator.ABOUT, *about.span("about")) if about else None


def _led_in(a: Ahead) -> Bound | None:
    lead = _LED_IN.search(a.ahead + a.words) if ":" in a.ahead else None
    if lead is None:
        return None
    code = Comparator.GE if lead["bound"].endswith(("低于", "少于")) else Comparator.LE
    start, end = lead.span("bound")
    return code, start - len(a.ahead), end - len(a.ahead)


def _more(a: Ahead) -> Bound | None:
    return (a.lexicon.comparators[a.more], len(a.words), len(a.words)) if a.more else None


AHEAD_RULES: tuple[Rule[Ahead, Bound], ...] = (
    Rule(
        "highest there is",
        _highest,
        "不低于往年,最高的床位达«500张»。",
        "最高的不得超过«500张»。",
        "GUIDE: 达到, 为 and plain counts are eq",
    ),
    Rule(
        "symbol before the number",
        _symbol,
        "护理型床位占比≥«55%»。",
        "护理型床位占比«55%»。",
        "GUIDE: column comparator",
    ),
    Rule("about", _vague, "至少服务约«300人»。", "至少服务«300人»。", "GUIDE: 左右, 约, 近 and 余 are about"),
    Rule(
        "bound in the clause",
        _in_clause,
        "不低于总量的«55%»。",
        "在不低于现行标准的基础上增加«50元»。",
        "GUIDE: 不低于, 至少 are ge, 不超过, 不高于 le",
    ),
    Rule(
        "bound before the number",
        _before_number,
        "收治老年人超过«300人»。",
        "收治老年人«300人»。",
        "GUIDE: column comparator",
    ),
    Rule(
        "bound against a yardstick",
        _against,
        "收入低于低保标准«2倍»的家庭。",
        "收入为低保标准«2倍»的家庭。",
        "GUIDE: column comparator",
    ),
    Rule(
        "bound before the base",
        _before_base,
        "配建低于每百户«15平方米»的应当补足。",
        "配建不低于每百户«15平方米»。",
        "GUIDE: column comparator",
    ),
    Rule("limit", _limit, "每人每年限享受«1次»。", "有效期限«1年»。"),
    Rule("so long before", _notice, "暂停服务的,应当提前«60日»告知。", "提前«60日»完成任务。"),
    Rule(
        "about so many of them",
        _about_so_many,
        "全县约有失能老人«3200人»。",
        "全县预约有服务的老人«3200人»。",
        "GUIDE: 左右, 约, 近 and 余 are about",
    ),
    Rule("more than written", _more, "建成«500多家»。", "建成«500家»。", "GUIDE: 余 is about"),
    Rule(
        "bound of the lead-in",
        _led_in,
        "配比应当不低于以下标准:乳儿班1:3,托小班«1:5»。",
        "配比按照以下标准:乳儿班1:3,托小班«1:5»。",
        "GUIDE: 不低于, 至少 are ge, 不超过, 不高于 le",
    ),
)
