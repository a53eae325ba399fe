"""By how much what is paid or charged changes: raised, taken off, waived, with interest."""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.cues import SUMS
from compare.reading.rules import Rule
from compare.reading.sentences.kinds.wording import KindRule, Wording

_PAYS_MORE_OR_LESS = re.compile(
    rf"(?:{SUMS}|(?:低保|供养|保障|救助|护理)标准|养老金|租金|[电水气租]价|费|税)(?:标准)?[^,。;0-9到至]{{0,6}}"
    r"(?:提高|上浮|上调|增加|增发|优惠|减免|减征|下浮|下调|降低|减少)(?:了|约)?$"
)
_CHANGES = frozenset("高浮调加发惠免征低少了约")  # how such words end
# 在前条标准基础上分别增发10%、20%
_ON_A_STANDARD = re.compile(
    r"(?:标准|补[助贴]|奖[励补]|此)(?:的)?基础之?上[^,。;0-9]{0,10}(?:[上下]浮|增发|提高|增加|上调|下调)(?:[0-9.]++%[、和及])*$"
    r"|(?:低|高)于[一-龥]{0,4}(?:市场|同类|周边)[一-龥]{0,6}价格?$|[较比][一-龥]{0,4}(?:市场|同类|周边)[一-龥]{0,6}价格?[低高]$"
    r"|(?:[上下]浮|浮动|(?:调剂|调整|增减|变动|变更)(?=幅度|比例))(?:幅度|比例)?(?:不得?超过|不高于|最高|最多|控制在|为|约)*$"
    r"|(?:再|另|均|分别)(?:[上下]浮|增发)(?:[0-9.]++%[、和及])*$"
)
_MORE_OR_LESS = re.compile("基础|浮|增发|价|幅度|比例")
_INTEREST = re.compile("贴息[^,。;0-9]{0,6}$")
# 满意率低于80%的扣减5%服务费
_TAKEN_OFF = re.compile("(?:扣减|扣除|核减|扣发|扣拨|扣缴|加收|扣)[^,。;0-9]{0,8}$")
# 减免30%租金
_OFF = re.compile("(?:减免|减征|减收|免收|免除|返还|优惠)$")
_OF_A_CHARGE = re.compile("的?[一-龥]{0,6}(?:费用?|租金|税款?|价格?|押金|票款)")
# 减免行政事业性收费50%
_WAIVED = re.compile(
    r"(?:减免|减征|减收|减半|免征|免收|优惠|下浮|缓缴)[^,。;0-9]{0,20}(?:费|费用|税|租|租金|价格?|金|基金|票款|门票|票价)(?:的|标准)?$"
    r"|(?:费|费用|税|租金|价格?)(?:给予|予以|享受)(?:减免|减征|减收|优惠)$"
)


def _pays_more_or_less(w: Wording) -> Kind | None:
    changes = w.before[-1:] in _CHANGES and _PAYS_MORE_OR_LESS.search(w.before)
    return Kind.PARAMETER if changes else None


def _on_a_standard(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _MORE_OR_LESS.search(w.before) and _ON_A_STANDARD.search(w.before) else None


def _interest(w: Wording) -> Kind | None:
    return Kind.PARAMETER if "贴息" in w.tail[:8] or _INTEREST.search(w.before) else None


def _taken_off(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _TAKEN_OFF.search(w.before) else None


def _off_a_charge(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _OFF.search(w.before) and _OF_A_CHARGE.match(w.tail) else None


def _waived(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _WAIVED.search(w.before) else None


_SHARES = ("share", "change")
_REDUCED = "GUIDE: fee reductions are parameters"
_RAISED = "GUIDE: increments are parameters"

PRICE_CHANGE_RULES: tuple[KindRule, ...] = (
    Rule(
        "change of what is paid",
        _pays_more_or_less,
        "养老机构电价优惠«20%»。",
        "护理型床位占比提高«20%»。",
        _REDUCED,
        only=_SHARES,
    ),
    Rule(
        "change on a standard",
        _on_a_standard,
        "在前条标准基础上分别增发«10%»。",
        "在现有床位基础上增加«10%»。",
        _RAISED,
        only=_SHARES,
    ),
    Rule(
        "interest that is paid",
        _interest,
        "对养老企业贷款按«50%»贴息。",
        "对养老企业贷款占«50%»。",
        "GUIDE: what is paid by rule is a parameter",
        only=_SHARES,
    ),
    Rule(
        "taken off or put on",
        _taken_off,
        "满意率低的扣减«5%»服务费。",
        "满意率低于«5%»服务费。",
        _REDUCED,
        only=_SHARES,
    ),
    Rule(
        "off a charge",
        _off_a_charge,
        "对养老机构减免«30%»租金。",
        "对«30%»养老机构减免租金。",
        _REDUCED,
        only=_SHARES,
    ),
    Rule(
        "waived share",
        _waived,
        "对养老机构减免行政事业性收费«50%»。",
        "行政事业性收费占«50%»。",
        _REDUCED,
        only=_SHARES,
    ),
)
