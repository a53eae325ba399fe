"""Sums that somebody is entitled to: what is given to each by name, rates that are raised, what rules set."""

from __future__ import annotations

import re

from compare.model import Comparator, Kind
from compare.reading.cues import COMES_TO, PAYMENTS
from compare.reading.rules import Rule
from compare.reading.sentences.kinds.paid.awards import GRADED
from compare.reading.sentences.kinds.paid.payment_words import ENTITLEMENT, OF_ALL, OF_ONE
from compare.reading.sentences.kinds.wording import KindRule, Wording

# 给予3万元装修补助: so little is what each of them gets
_GIVEN_SUM = re.compile(r"(?:给予|奖励)(?:一次性)?$")
# 分别发放50元、100元高龄津贴: so little is given out to each
_GIVEN_OUT = re.compile(r"(?:发放|发给)(?:[0-9.]{1,8}元[、和及]){0,6}$")
_NAMED_BEHIND = re.compile(
    rf"(?:[、和及][0-9.]{{1,8}}元){{0,6}}的?(?:一次性)?[一-龥]{{0,8}}?(?:{PAYMENTS}|奖金|费)(?:[,。;]|$)"
)
_AWARDED = re.compile(r"(?:奖励|补[助贴])(?:[0-9.]{1,8}元[、和及]){0,6}$")
# 入职奖补:研究生5万元,本科4万元; 岗位津贴按等级分为:初级工100元/月; 护理费标准:自理1200元/月
_LED_IN = re.compile(
    rf"(?:(?:{PAYMENTS})(?:标准)?(?:(?:按照?|根据)[^,。;:]{{2,14}})?|(?:收费|(?<!经)费用?|价格|工资)标准)"
    r"(?:如下|分别|分|划分|确定|[一二两三四五2-5]?[档类级]){0,3}为?:(?!.*(?:资金|投入|安排|总))[^。;:]*$"
)
# 给予一次性补贴,其中3A级3万元/个
_OF_WHICH = re.compile(rf"(?:{PAYMENTS}),其中[^。;:]*$")
# 床位补贴由6000元提高到1万元: a rate, raised
_RATE_RAISED = re.compile(
    rf"(?:{PAYMENTS}|标准)[^,。;0-9]{{0,6}}[由从][^,。;]{{0,8}}[0-9.]+[万千百]?元[^,。;0-9]{{0,6}}(?:{COMES_TO})$"
)
# 对新建的食堂给予一次性开办经费10万元
_GRANTED = re.compile(r"(?:给予|予以)(?:一次性)?[一-龥]{2,6}经费(?:最高|不超过)?$")
_RULE = re.compile(r"标准|每|限额|保额|罚|免征|减免|减半|一次性|分别给予")
_GIVES_ALL = re.compile("发放|投入|安排|筹集|落实|拨付")


def _given_by_name(w: Wording) -> Kind | None:
    given = w.value.high < OF_ALL and _GIVEN_SUM.search(w.before)
    return Kind.PARAMETER if given and _NAMED_BEHIND.match(w.tail) else None


def _given_out_to_each(w: Wording) -> Kind | None:
    given = w.value.high < OF_ONE and _GIVEN_OUT.search(w.before)
    return Kind.PARAMETER if given and _NAMED_BEHIND.match(w.tail) else None


def _small_award(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.value.high < OF_ONE and _AWARDED.search(w.before) else None


def _led_in(w: Wording) -> Kind | None:
    led_in = w.value.high < OF_ALL and ":" in w.opening and _LED_IN.search(w.opening)
    return Kind.PARAMETER if led_in else None


def _grade_among_them(w: Wording) -> Kind | None:
    words = w.opening + w.before
    of_which = (
        w.value.high < OF_ALL and "其中" in words and GRADED.search(w.before) and _OF_WHICH.search(words)
    )
    return Kind.PARAMETER if of_which else None


def _rate_raised(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.value.high < OF_ALL and _RATE_RAISED.search(w.before) else None


def _granted(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.value.high < OF_ALL and _GRANTED.search(w.before) else None


def _by_rule(w: Wording) -> Kind | None:
    words = w.before + w.tail
    return Kind.PARAMETER if ENTITLEMENT.search(words) and _RULE.search(words) else None


def _rate(w: Wording) -> Kind | None:
    return Kind.PARAMETER if "/" in w.unit and ENTITLEMENT.search(w.before + w.tail) else None


def _bounded(w: Wording) -> Kind | None:
    if not w.bounded or not ENTITLEMENT.search(w.before + w.tail):
        return None
    # 全年发放高龄津贴不低于500万元: what is given to all together
    together = w.value.comparator is Comparator.GE and w.value.low >= OF_ALL and _GIVES_ALL.search(w.before)
    return None if together else Kind.PARAMETER


_BY_RULE = "GUIDE: what is paid by rule is a parameter"
_EACH = "GUIDE: what each person or offence gets is a parameter"

ENTITLEMENT_RULES: tuple[KindRule, ...] = (
    Rule(
        "sum given by name",
        _given_by_name,
        "为困难家庭给予«3万元»装修补助。",
        "为困难家庭安排«3万元»装修资金。",
        _BY_RULE,
        only=("money",),
    ),
    Rule(
        "sum given out to each",
        _given_out_to_each,
        "为老年人发放«50元»高龄津贴。",
        "为老年人发放«50万元»高龄津贴。",
        _EACH,
        only=("money",),
    ),
    Rule(
        "small award",
        _small_award,
        "新建的机构给予一次性补助«5000元»。",
        "安排补助资金«300万元»。",
        _EACH,
        only=("money",),
    ),
    Rule(
        "step behind the name of a payment",
        _led_in,
        "入职奖补:研究生«5万元»。",
        "资金安排:研究生«5万元»。",
        _BY_RULE,
        only=("money",),
    ),
    Rule(
        "grade among those paid",
        _grade_among_them,
        "对机构发放补贴,其中甲级的为«3万元»。",
        "对机构安排资金,其中甲级的为«3万元»。",
        _BY_RULE,
        only=("money",),
    ),
    Rule(
        "rate that is raised",
        _rate_raised,
        "床位补贴由6000元提高到«1万元»。",
        "床位投入由6000元提高到«1万元»。",
        "GUIDE: increments are parameters",
        only=("money",),
    ),
    Rule(
        "opening expenses that are granted",
        _granted,
        "对新建的食堂给予一次性开办经费«10万元»。",
        "对新建的食堂投入一次性开办经费«10万元»。",
        _BY_RULE,
        only=("money",),
    ),
    Rule(
        "money by rule",
        _by_rule,
        "对骗取资金的处罚一次性«3万元»。",
        "安排补助资金«300万元»。",
        _EACH,
        only=("money",),
    ),
    Rule(
        "entitlement per base",
        _rate,
        "安排救助资金«300元/人»。",
        "安排救助资金«300万元»。",
        _EACH,
        only=("money",),
    ),
    Rule(
        "entitlement with a bound",
        _bounded,
        "救助金额不低于«3000元»。",
        "全年发放救助金额不低于«500万元»。",
        _EACH,
        only=("money",),
        state="bound",
    ),
)
