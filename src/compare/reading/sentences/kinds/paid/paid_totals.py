"""A rate paid to each, how many get it, what it comes to; sums that a heading names or a contract asks for:
what is paid by rule."""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.cues import DOES, MAKES, PAYMENTS
from compare.reading.rules import Rule
from compare.reading.sentences.kinds.wording import KindRule, Wording

# 每个每年0.8万元,小计32万元: what the rates before it come to
_COMES_TO = re.compile(
    r"(?:小计|合计|总计|共计|共需(?:要)?|需(?:要)?(?:补助|补贴)?资金|(?:补贴|补助|奖补|奖励|资金)总额|共(?:补贴|补助|奖补|发放|支付))"
    r"(?:为|达|约)?$"
)
_RATE_BEFORE = re.compile(r"每[^。;0-9]{1,10}[0-9.]++[万千百]?元[^。;]{0,24}$")
# 40个村级幸福院每个每年0.8万元; 3个街道养老服务中心,每个每年5万元
_RATE_BEHIND = re.compile(
    r"[一-龥()、“”]{2,16},?(?:按照?)?每[个家所处人户名张床位座](?:[一-龥]?每[年月日天])?(?:[一-龥]{0,6})?[0-9.]++[万千百]?元"
)
_MADE = re.compile(rf"{MAKES}|{DOES}|建|设|增|培训|招|选|评|引|扩|改造|完成|达|实现|力争")
# 二、扶持资金742.3万元: a heading of nouns alone; 二、投入扶持资金742.3万元 says what to do.
_HEADING_OF_A_SUM = re.compile(rf"[一-龥()“”、]{{2,40}}(?:资金|经费|公益金|{PAYMENTS})")
_TO_DO = re.compile(
    r"投入|投资|安排|落实|列支|筹|拨|争取|下达|发放|支出|设立|申[请报]|整合|统筹|给予|提高|增加|达到?$"
)
# 每个每年0.8万元: what a place gets each year; 投入 and 安排 say what is spent on it.
_EACH_PLACE = re.compile(r"元/[个家所处座间点站]·[年月]")
_SPENT = re.compile(r"投入|投资|安排|落实|列支|预算|经费|筹|拨")

# 每增加1人,增加经费0.2万元
_FOR_EACH_MORE = re.compile(
    "每(?:增加|新增|增|多|超过?)[^,。;]{1,12},(?:再|另|相应|可){0,2}(?:增加|增设|增|加)[^,。;]{0,16}$"
)
# 保证金20万元, 贴息不超过100万元: what a contract or a rule asks for; 安排贴息200万元 is spent
_BY_CONTRACT = re.compile(
    r"^(?!.*(?:安排|投入|落实|筹|拨|发放|兑现|下达|收取总|累计|共|全[年市县区])).*(?:保证金|押金|违约金|滞纳金|赔偿金?|补偿金|贴息|入会费|注册资[本金])(?:金?额)?(?:不?(?:超过|高于|低于|少于)|最[高低]|上限|为|约)*$"
)


def is_total(opening: str, before: str) -> bool:
    """Whether the words before a sum say that it is what the rate before it comes to: it has no base."""
    return _COMES_TO.search(before) is not None and _RATE_BEFORE.search(opening + before) is not None


def _total_of_rates(w: Wording) -> Kind | None:
    return Kind.PARAMETER if is_total(w.opening, w.before) else None


def _counted_for_a_rate(w: Wording) -> Kind | None:
    if "每" not in w.tail and "每" not in w.following:
        return None
    if _MADE.search(w.before) or not _RATE_BEHIND.match(w.tail + w.following):
        return None
    return Kind.PARAMETER


def _rate_of_a_place(w: Wording) -> Kind | None:
    rate = not w.bounded and _EACH_PLACE.match(w.unit) and not _SPENT.search(w.before + w.tail[:12])
    return Kind.PARAMETER if rate else None


def _named_by_a_heading(w: Wording) -> Kind | None:
    words = w.opening.removesuffix(":") + w.before  # 3.运营补贴:1526万元
    heading = w.numbered and not w.bounded and not w.tail and _HEADING_OF_A_SUM.fullmatch(words)
    return Kind.PARAMETER if heading and not _TO_DO.search(words) else None


def _by_contract(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _BY_CONTRACT.match(w.before) else None


def _for_each_more(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _FOR_EACH_MORE.search(w.opening + w.before) else None


TOTAL_RULES: tuple[KindRule, ...] = (
    Rule(
        "total of a rate",
        _total_of_rates,
        "助餐点每个每年补助3万元,共计«27万元»。",
        "助餐点全年投入资金共计«27万元»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("money",),
    ),
    Rule(
        "counted for a rate",
        _counted_for_a_rate,
        "«40个»村级幸福院每个每年补助0.8万元。",
        "新建«40个»村级幸福院,每个补助0.8万元。",
        "GUIDE: what is paid by rule is a parameter",
        only=("count", "people"),
    ),
    Rule(
        "rate of a place",
        _rate_of_a_place,
        "农村互助点每个每年«0.4万元»。",
        "农村互助点投入«0.4万元»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("money",),
    ),
    Rule(
        "sum that a heading names",
        _named_by_a_heading,
        "二、民办养老机构扶持资金«742.3万元»。",
        "二、投入民办养老机构扶持资金«742.3万元»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("money",),
    ),
    Rule(
        "sum of a contract",
        _by_contract,
        "运营方缴纳履约保证金«20万元»。",
        "运营方投入改造资金«20万元»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("money",),
    ),
    Rule(
        "so much for each more",
        _for_each_more,
        "每增加1人,增加运行经费不少于«0.2万元»。",
        "每增加1人,安排运行经费不少于«0.2万元»。",
        "GUIDE: increments are parameters",
        only=("money",),
    ),
)
