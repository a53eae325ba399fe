"""What is paid: by rule to each (parameters), as a budget of each (standards), or to be spent (targets)."""

from __future__ import annotations

import re

from compare.model import Comparator, Kind
from compare.reading.cues import PAYMENTS
from compare.reading.quantities.bases.wordings import ONE_BEHIND
from compare.reading.rules import Rule
from compare.reading.sentences.kinds.paid.awards import AWARD_RULES
from compare.reading.sentences.kinds.paid.entitlements import ENTITLEMENT_RULES
from compare.reading.sentences.kinds.paid.payment_words import ENTITLEMENT, GIVEN, OF_ALL, OF_ONE
from compare.reading.sentences.kinds.wording import KindRule, Wording

# 一等奖奖励5万元,二等奖3万元: the name of the next step, of which nothing else is said
_STEP = re.compile(
    r"(?:/每?[一-龥]{1,2}|的?(?:奖励|奖补|补助|补贴|奖金|资助)金?)?[,;、](?!.*(?:投|安排|落实|筹|完成|新增|达|到|总|共|合计|累计|其中|财政|预算|支出|收入|收益|产值|销售|资产|价值|造价|标的|资金))"
    r"(?:(?:每[年月日]|每人每[年月日])[一-龥]{2,8}|(?!.*[每年月日])[一-龥()“”]{2,14}"
    r"|满[0-9一二两三四五六七八九十]{1,2}(?:周?年|个?月)|[一-龥]{2,10}为每[人户床张]"
    # 50人以下的2万元,50至100人4万元,100人以上8万元
    r"|[0-9]++(?:(?:-{1,2}|至|到|~)[0-9]++)?\s?(?:人|名|张|户|家|平方米|餐|人次|%|分)(?:床位)?(?:及?以[上下])?)(?:的|为)?(?:每[年月])?"
    r"(?:给予|补[贴助]?|奖[励补]?)?(?:最高)?"
)
# 开办补贴15万元, with no word of giving it
_NAME_OF_A_GRANT = re.compile(
    rf"(?!.*(?:发|放|安排|投入|落实|争取|付|拨|兑|下达|筹|完成|共|计|年|月|申|获|收|追加))(?:一次性)?[一-龥]{{2,6}}(?:{PAYMENTS})(?:标准)?为?"
)
# 建设补贴30万元,其中装修补贴10万元、设备5万元: what a grant is made up of
_PART_OF_GRANT = re.compile(
    r"[,;、(]其中:?(?!.*(?:财政|资金|公益金|预算|累计|合计|市级|县级|省级|中央))[一-龥]{2,10}(?:为)?"
)
_CAP = re.compile(
    r"(?:示范|达标|获评|评定)[^,。;0-9]{0,8}奖补$|(?:最高|上限|封顶|顶格)(?:为|不超过|不高于|给予|补助|补贴|奖励|支付|限额|可|获|赔付?|给付|理赔|报销)*$"
)
_EACH_THEN_CAP = re.compile(
    r"每[^,。;0-9]{1,8}[0-9.]++[万千百]?元[、,]且?(?:总额|最高|累计|合计|全年|年度)[^0-9]{0,8}$"
)
_ALTOGETHER = re.compile("每|总额|总计|合计|累计|全年|年度")
# 中央厨房一次性补30万元
_TOPPED_UP = re.compile("(?<![弥填增预候递贴筹替])补$|(?:另|再|各|一次性|每[人名个家所户])奖$")
# 由个人账户和统筹基金各承担45元, 每人缴纳30元: so little is what one person pays
_CONTRIBUTED = re.compile("(?:缴纳|缴费|自缴|各缴|承担|负担|分担|自付)(?:[0-9.]{1,8}元[、和及]){0,6}$")
_SO_LONG = re.compile(
    r"[年月上下级人的岁]的?,?(?:再)?(?:每人)?每(?:人)?[月年天日次床户](?:给予|发放|补助|补贴|增加|按)*$"
)
_BUDGET = re.compile(r"经费|预算")
_BY_A_STANDARD = re.compile(r"的?标准(?:足额)?(?:安排|落实|列支|拨付|核定|保障|配套)")
_OF_EACH_PERSON = (
    "元/人·",
    "元/床",
    "元/户",
    "元/人次",
    "元/餐",
    "元/次",
    "元/生",
    "元/小时",
    "元/张",
    "元/份",
    "元/单",
    "元/件",
)


def _budget(w: Wording) -> Kind | None:
    each = "/" in w.unit and not w.unit.endswith("/年") and (w.bounded or "标准" in w.before)
    applies = each or (w.bounded and ("/" in w.unit or w.opening.endswith("的,")))
    return Kind.STANDARD if applies and _BUDGET.search(w.opening + w.before) else None


def _cap(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _CAP.search(w.before) else None


def _cap_of_each(w: Wording) -> Kind | None:
    capped = w.value.comparator is Comparator.LE and _EACH_THEN_CAP.search(w.opening + w.before)
    return Kind.PARAMETER if capped else None


def _cap_altogether(w: Wording) -> Kind | None:
    capped = w.value.comparator is Comparator.LE and _ALTOGETHER.search(w.before) and GIVEN.search(w.opening)
    return Kind.PARAMETER if capped else None


def _for_so_long(w: Wording) -> Kind | None:
    return Kind.PARAMETER if "每" in w.before and _SO_LONG.search(w.opening[-2:] + w.before) else None


def _next_step(w: Wording) -> Kind | None:
    step = w.since_paid and (
        w.since_paid in ("、", "和", "及", "与")
        or _STEP.fullmatch(w.since_paid)
        or _PART_OF_GRANT.fullmatch(w.since_paid)
    )
    return Kind.PARAMETER if step else None


def _sum_of_each_person(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.unit.startswith(_OF_EACH_PERSON) or ONE_BEHIND.match(w.tail) else None


def _topped_up(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.value.high < OF_ALL and _TOPPED_UP.search(w.before) else None


def _contributed(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.value.high < OF_ONE and _CONTRIBUTED.search(w.before) else None


def _reckoned(w: Wording) -> Kind | None:
    counts_as = w.before.endswith(("按", "按照")) and w.tail.startswith(("计算", "计发", "核算", "计收"))
    return Kind.PARAMETER if counts_as else None


def _named_grant(w: Wording) -> Kind | None:
    named = w.value.high < OF_ALL and not w.bounded and not w.tail and _NAME_OF_A_GRANT.fullmatch(w.before)
    return Kind.PARAMETER if named else None


def _to_be_spent(w: Wording) -> Kind | None:
    return Kind.TARGET if ENTITLEMENT.search(w.before + w.tail) else None


def _budget_by_a_standard(w: Wording) -> Kind | None:
    return Kind.STANDARD if _BY_A_STANDARD.match(w.tail) else None


MONEY_RULES: tuple[KindRule, ...] = (
    Rule(
        "budget of each",
        _budget,
        "接收老人25人以下的,安排运转经费不少于«3万元»。",
        "安排运转经费不少于«3万元»。",
        "GUIDE: a per-unit norm for budgets is a standard",
        only=("money",),
    ),
    Rule(
        "budget by a standard",
        _budget_by_a_standard,
        "县财政按每所«3万元»的标准安排工作经费。",
        "县财政按每所«3万元»的标准给予奖励。",
        "GUIDE: a per-unit norm for budgets is a standard",
        only=("money",),
        needs=("标准",),
    ),
    *AWARD_RULES,
    Rule(
        "cap",
        _cap,
        "按每人次3元补助,年度最高«8万元»。",
        "按每人次3元补助,年度投入«8万元»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("money",),
    ),
    Rule(
        "cap behind so much for each",
        _cap_of_each,
        "每餐补助2元,总额不超过«300元»。",
        "每餐补助2元,投入不超过«300元»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("money",),
        state="bound",
    ),
    Rule(
        "cap of what is given",
        _cap_altogether,
        "对改造家庭给予补贴,每户累计不超过«3000元»。",
        "对改造家庭投入资金,造价不超过«3000元»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("money",),
        state="bound",
    ),
    Rule(
        "paid for so long",
        _for_so_long,
        "满3年的每月«200元»。",
        "全区每月投入«200万元»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("money",),
    ),
    Rule(
        "next step of an award",
        _next_step,
        "省级示范点每个奖补30万元,市级«20万元»。",
        "省级示范点每个奖补30万元,市财政投入«20万元»。",
        "GUIDE: awards per grade are parameters, one row a value",
        only=("money",),
    ),
    Rule(
        "sum of each person",
        _sum_of_each_person,
        "90周岁以上的老年人每人每月不低于«100元»。",
        "农民人均收入不低于«100元»。",
        "GUIDE: what each person gets is a parameter",
        only=("money",),
    ),
    Rule(
        "sum that tops up",
        _topped_up,
        "验收合格的,中央厨房一次性补«30万元»。",
        "财政弥补缺口«30万元»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("money",),
    ),
    Rule(
        "what one person contributes",
        _contributed,
        "每年由个人缴纳«30元»。",
        "每年由企业缴纳«30万元»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("money",),
    ),
    Rule(
        "sum that less counts as",
        _reckoned,
        "违法所得不足1万元的,按«1万元»计算。",
        "安排资金«1万元»计算机购置费。",
        "GUIDE: conditions are parameters",
        only=("money",),
    ),
    *ENTITLEMENT_RULES,
    Rule(
        "name of a grant",
        _named_grant,
        "开办补贴«15万元»",
        "安排开办补贴«15万元»",
        "GUIDE: what is paid by rule is a parameter",
        only=("money",),
    ),
    Rule(
        "money to be spent",
        _to_be_spent,
        "安排补助资金«300万元»。",
        "投入资金«300万元»。",
        "GUIDE: something to be achieved is a target",
        only=("money",),
    ),
)
