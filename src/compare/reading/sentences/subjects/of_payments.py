"""The noun of a sum or share that leaves its payment to the words around it: what each group is given, what
each payer bears: :data:`PAYMENT_SUBJECTS`."""

from __future__ import annotations

import re

from compare.reading.cues import BEARS, COSTS, GIVES, GROUPS, PAYMENTS
from compare.reading.rules import Rule
from compare.reading.sentences.subjects.sought import Found, Sought, Span

# 运营补贴按照实际入住人数计算:自理老年人每人每月100元
_GRADE = (
    "本科|大专|专科|中专|高职|中职|硕士|博士|[初中高]级工|高级技师|技师|[一二三四五]级(?:残疾)?|优秀|良好"
    "|残疾人|失能|失智|自理|师|护士"
)
_GROUP = re.compile(
    rf"(?:\([^()]{{1,16}}\))?(?:其中:?)?(?P<who>[一-龥()、]{{0,16}}?(?:{GROUPS}|机构|床位|{_GRADE})(?:\([^()]{{1,8}}\))?(?:及?以上)?)?"
    r"(?:按照?|为|给予|发放|可?享受|每[人月年床户张餐次日]|不低于|不少于|不超过|最高)*"
)
_OF_AN_AGE = ("岁", "岁以上", "岁及以上")
_NAME = f"(?:{PAYMENTS}|养老金|救助金|低保金)"
_PAYMENT_LED_IN = re.compile(
    rf"(?:第?[一二三四五六七八九十百0-9]{{1,4}}[条、.])?\s*(?P<noun>[一-龥]{{0,10}}?{_NAME}(?:发放)?(?:标准)?)(?=[按为发如分执:每的实根]|$)"
)
# 按照能力等级给予运营补贴:, 从当月起享受高龄津贴,其中
_GIVEN_AHEAD = re.compile(rf"[^,。;:]{{0,60}}(?:{GIVES}|领取)(?P<noun>[一-龥“”]{{0,12}}?{_NAME})$")
_PAYMENT = re.compile(f"(?:{PAYMENTS})(?:标准|资金|金)?$")
# 本科6万元、|专科5万元、中专3万元的标准给予入职奖励
_GIVEN_BEHIND = re.compile(
    rf"(?:[、和][^,。;:、0-9]{{1,12}}[0-9.]{{1,8}}万?元){{1,6}}的?标准(?:分别)?(?:{GIVES})(?P<noun>[一-龥“”]{{0,12}}?{_NAME})"
)
# 保费由财政补贴80%,|养老机构承担|20%
_PAYER = re.compile(rf"(?:其中:?)?(?:由|从)?[一-龥()]{{2,10}}?(?:{BEARS}){{1,2}}")
_BORNE = re.compile(f"(?:{COSTS}|{_NAME})$")


def _clause_ahead(s: Sought, at: int) -> Span:
    """The clause that ends right before a place."""
    return max(s.finder.clauses.clause(max(at - 2, 0))[0], at - 80), at - 1


def _paid_as_led_in(s: Sought) -> Found | None:
    """The payment that a lead-in names for each of the groups behind its colon or comma."""
    text, start = s.text, s.finder.clauses.sentence(s.value.start)[0]
    group = _GROUP.fullmatch(text, s.floor, s.value.start)
    if not group or not (group["who"] or text.endswith(_OF_AN_AGE, 0, s.floor)):
        return None
    colon = text.rfind(":", start, s.value.clause_start)
    lead = (s.finder.clauses.clause(colon)[0], colon) if colon >= 0 else (0, 0)
    payment = _GIVEN_AHEAD.match(text, *lead) or _PAYMENT_LED_IN.match(text, *lead)
    if not payment and s.value.clause_start > start:
        payment = _GIVEN_AHEAD.match(text, *_clause_ahead(s, s.value.clause_start))
    return (payment.span("noun"),) if payment else None


def _paid_to_the_next(s: Sought) -> Found | None:
    """The payment said of the group before (补贴标准为中级工每年4000元、高级工6000元)."""
    previous, text = s.previous, s.text
    if not previous or previous[0] < s.finder.clauses.sentence(s.value.start)[0]:
        return None
    group = _GROUP.fullmatch(text, s.floor, s.value.start)
    of_group = group and (group["who"] or text.endswith(_OF_AN_AGE, 0, s.floor))
    paid = _PAYMENT.search(text[slice(*previous)]) if of_group else None
    return (previous,) if paid and not _PAYMENT.search(text[s.floor : s.value.start]) else None


def _paid_by_the_list(s: Sought) -> Found | None:
    group = _GROUP.fullmatch(s.text, s.floor, s.value.start)
    behind = _GIVEN_BEHIND.match(s.text, s.value.bound_end) if group and group["who"] else None
    return (behind.span("noun"),) if behind else None


def _borne(s: Sought) -> Found | None:
    previous, text = s.previous, s.text
    if not previous or previous[0] < s.finder.clauses.sentence(s.value.start)[0]:
        return None
    payer = _PAYER.fullmatch(s.words)
    return (previous,) if payer and _BORNE.search(text[slice(*previous)]) else None


PAYMENT_SUBJECTS: tuple[Rule[Sought, Found], ...] = (
    Rule(
        "payment of the lead-in",
        _paid_as_led_in,
        "运营补贴按照入住人数计算:自理老年人每人每月«100元»。",
        "运营补贴按照入住人数计算:自理老年人护理费每人每月«100元»。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=("money",),
    ),
    Rule(
        "payment of the group before",
        _paid_to_the_next,
        "护理补贴标准为自理老人每月100元、失能老人每月«300元»。",
        "护理补贴标准为自理老人每月100元、失能老人餐费每月«300元»。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=("money",),
    ),
    Rule(
        "payment behind the list of groups",
        _paid_by_the_list,
        "按照本科«6万元»、专科5万元的标准给予入职奖励。",
        "按照本科学费«6万元»、专科5万元的标准给予入职奖励。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=("money",),
    ),
    Rule(
        "borne by another payer",
        _borne,
        "保费由财政补贴80%,养老机构承担«20%»。",
        "护理型床位占比80%,养老机构承担«20%»。",
        "GUIDE: the noun phrase that the value measures, verbatim",
        only=("share",),
    ),
)
