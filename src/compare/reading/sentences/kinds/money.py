"""What is paid: by rule to each (parameters), as a budget of each (standards), or to be spent (targets)."""

from __future__ import annotations

import re

from compare.model import Comparator, Kind
from compare.reading.cues import COMES_TO, PAYMENTS, SUMS
from compare.reading.quantities.bases.wordings import ONE_BEHIND
from compare.reading.rules import Rule
from compare.reading.sentences.kinds.wording import KindRule, Wording

_GRADED = re.compile(
    r"(?:[特一二三]等|[金银铜]|优[秀胜])奖(?![^,。;]*[投建造])|[甲乙丙丁][等级类](?!传染)|(?:初级|中级|高级)(?:工|技工|技师)?(?:、|分别)|技师|等次|等级|星级|[一二三四五六ABCDE1-6]级|[1-5]A级|档次|优秀|合格|重度|中度|轻度"
)
# 国家级示范社区奖励50万元
_OF_A_LEVEL = re.compile(r"(?:国家|省|市|县|区)级(?!财政|政府)[一-龥]{0,8}(?:奖励|奖补)$")
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
_CASE_BEFORE = re.compile(r"(?:[0-9一二三四五六七八九十][^,。;]{1,12}|优秀|良好|达标)的[一-龥]{1,10},$")
# 对服务老年人100人以上的站点给予奖补
_EACH_SUCH = re.compile(
    r"对[^,。;]{0,24}(?:[0-9]|获评|评为|认定|达标|通过|取得|获得|荣获|入选)[^,。;]{0,12}的[一-龥]{1,12}(?:再|分别|一次性|每[一-龥]{1,2})*(?:给予|奖|补)"
)
# 对获评国家级的社区奖励10万元,市级奖励5万元
_OTHER_GRADE = re.compile(r"^(?:国家|[省市县区])级的?[一-龥]{0,4}?(?:给予|一次性)*(?:奖励|奖补|补助|补贴)$")
_GRADE_GIVEN = re.compile(r"(?:国家|[省市])级[^,。;]{0,14}[0-9.]++万?元[一-龥]{0,4},$")
# 排名前三的社区给予奖励
_FOR_A_PLACE = re.compile(
    r"(?:排名|获评|评为|评定|考核|竞赛|大赛)[^,。;]{0,20}的[^,。;]{0,10}(?:给予|奖励|奖补)[^,。;]{0,4}$"
)
# 省级按每张床位1万元给予补助,市级配套3000元
_ADDED_BY = re.compile(
    r"^(?:[省市县区州][级本]?[、和])*(?:[省市县区州][级本]?|镇街|乡镇)(?:财政)?(?:再|另|分别|各|按)*(?:配套|补助|补贴|给予|承担|负担|追加)(?:资金)?$"
)
# 对本科生、大专生,分别奖励4万元、3万元
_AWARDED_EACH = re.compile(
    rf"^分别(?:再|给予|一次性|每人)*(?:{PAYMENTS})?(?:[0-9.]{{1,8}}万?元[、和及]){{0,5}}$"
)
# 80—89周岁、90周岁以上分别发放50元、100元
_GIVEN_IN_TURN = re.compile(
    r"(?:岁(?:及?以[上下])?|[级等档]|[的者]|分以上)(?:,|每[人月年])*分别(?:发放|给予|补助|补贴|奖励|享受|领取){1,2}(?:[0-9.]{1,8}[万千]?元?[、和及]){0,6}$"
)
_EACH_GIVEN = re.compile(r"每[张床个户人所家处座名][^。;]{0,24}元[^。;]{0,16},$")
_GIVES_AT_ONCE = re.compile(r"(?:再|分别|一次性|每[一-龥])*(?:给予|奖|补助|补贴)")
_GIVEN = re.compile(rf"{PAYMENTS}|给予|奖|发放|[增另]加|[追再加]加|每[人床户张名][再另]?加$|[增加]发")
_PER_CASE = re.compile(
    r"满[0-9一二两三四五]{1,2}(?:周?年|个?月)后?(?:再|分别|一次性)*(?:奖|补|给予)"
    r"|(?:[-~至到][0-9]+(?:人次|餐次|[人张户分%餐])|及?以[上下])的?(?:每[年月])?(?:再|分别|一次性|最高)*(?:给予|奖励?|补[贴助]?)$|的,?(?:再|分别|一次性|每[一-龥]{1,2}|政府)*(?:给予|奖|补|发放|按|安排|追加)"
)
_CAP = re.compile(
    r"(?:示范|达标|获评|评定)[^,。;0-9]{0,8}奖补$|(?:最高|上限|封顶|顶格)(?:为|不超过|不高于|给予|补助|补贴|奖励|支付|限额|可|获|赔付?|给付|理赔|报销)*$"
)
_EACH_THEN_CAP = re.compile(
    r"每[^,。;0-9]{1,8}[0-9.]++[万千百]?元[、,]且?(?:总额|最高|累计|合计|全年|年度)[^0-9]{0,8}$"
)
_ALTOGETHER = re.compile("每|总额|总计|合计|累计|全年|年度")
# 对新建的食堂给予一次性开办经费10万元
_GRANTED = re.compile(r"(?:给予|予以)(?:一次性)?[一-龥]{2,6}经费(?:最高|不超过)?$")
# 给予3万元装修补助: so little is what each of them gets
_GIVEN_SUM = re.compile(r"(?:给予|奖励)(?:一次性)?$")
# 分别发放50元、100元高龄津贴: so little is given out to each
_GIVEN_OUT = re.compile(r"(?:发放|发给)(?:[0-9.]{1,8}元[、和及]){0,6}$")
# 入职奖补:研究生5万元,本科4万元; 岗位津贴按等级分为:初级工100元/月; 护理费标准:自理1200元/月
_LED_IN = re.compile(
    rf"(?:(?:{PAYMENTS})(?:标准)?(?:(?:按照?|根据)[^,。;:]{{2,14}})?|(?:收费|(?<!经)费用?|价格|工资)标准)"
    r"(?:如下|分别|分|划分|确定|[一二两三四五2-5]?[档类级]){0,3}为?:(?!.*(?:资金|投入|安排|总))[^。;:]*$"
)
# 给予一次性补贴,其中3A级3万元/个
_OF_WHICH = re.compile(rf"(?:{PAYMENTS}),其中[^。;:]*$")
_AWARDED = re.compile(r"(?:奖励|补[助贴])(?:[0-9.]{1,8}元[、和及]){0,6}$")
# 中央厨房一次性补30万元
_TOPPED_UP = re.compile("(?<![弥填增预候递贴筹替])补$|(?:另|再|各|一次性|每[人名个家所户])奖$")
# 由个人账户和统筹基金各承担45元, 每人缴纳30元: so little is what one person pays
_CONTRIBUTED = re.compile("(?:缴纳|缴费|自缴|各缴|承担|负担|分担|自付)(?:[0-9.]{1,8}元[、和及]){0,6}$")
_OF_ONE = 20_000  # yuan
_NAMED_BEHIND = re.compile(
    rf"(?:[、和及][0-9.]{{1,8}}元){{0,6}}的?(?:一次性)?[一-龥]{{0,8}}?(?:{PAYMENTS}|奖金|费)(?:[,。;]|$)"
)
_SO_LONG = re.compile(
    r"[年月上下级人的岁]的?,?(?:再)?(?:每人)?每(?:人)?[月年天日次床户](?:给予|发放|补助|补贴|增加|按)*$"
)
# 床位补贴由6000元提高到1万元: a rate, raised
_RATE_RAISED = re.compile(
    rf"(?:{PAYMENTS}|标准)[^,。;0-9]{{0,6}}[由从][^,。;]{{0,8}}[0-9.]+[万千百]?元[^,。;0-9]{{0,6}}(?:{COMES_TO})$"
)
_BUDGET = re.compile(r"经费|预算")
_BY_A_STANDARD = re.compile(r"的?标准(?:足额)?(?:安排|落实|列支|拨付|核定|保障|配套)")
ENTITLEMENT = re.compile(
    rf"{SUMS}|罚款|处罚|违法所得|骗取|低保|供养标准|保障标准|养老金|餐费|定价|救助|增发|免征|减免|减半|罚"
    r"|保费|保险费|参保费|筹资标准|限额|保额|赔付"
)
_RULE = re.compile(r"标准|每|限额|保额|罚|免征|减免|减半|一次性|分别给予")
_OF_ALL = 1_000_000  # yuan; no person or place is given so much
_GIVES_ALL = re.compile("发放|投入|安排|筹集|落实|拨付")
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


def _is_for_a_case(w: Wording) -> bool:
    return bool(_CASE_BEFORE.search(w.opening) and _GIVES_AT_ONCE.match(w.before))


def _award(w: Wording) -> Kind | None:
    given = (
        _GIVEN.search(w.before)
        or "配套" in w.before
        or w.before.endswith(("的补", "的奖"))
        or (w.before.endswith(("级", "等次", "档次")) and _GIVEN.search(w.opening))
        or ENTITLEMENT.search(w.tail)
    )
    if not given:
        return None
    cases = (
        w.opening.endswith(("的,", "档,", "档次,", "等次,", "区间,"))
        or _PER_CASE.search(w.before)
        or _EACH_SUCH.search(w.before)
        or (_OTHER_GRADE.match(w.before) and _GRADE_GIVEN.search(w.opening))
        or (_ADDED_BY.match(w.before) and _EACH_GIVEN.search(w.opening))
        or _GRADED.search(w.before)
        or (w.value.high < _OF_ALL and (_OF_A_LEVEL.search(w.before) or _FOR_A_PLACE.search(w.before)))
        or (w.value.high < _OF_ALL and _AWARDED_EACH.search(w.before))
        or (w.value.high < _OF_ALL and _GIVEN_IN_TURN.search(w.opening[-12:] + w.before))
        or _is_for_a_case(w)
    )
    return Kind.PARAMETER if cases else None


def _cap(w: Wording) -> Kind | None:
    capped = w.value.comparator is Comparator.LE and _ALTOGETHER.search(w.before) and _GIVEN.search(w.opening)
    if w.value.comparator is Comparator.LE and _EACH_THEN_CAP.search(w.opening + w.before):
        return Kind.PARAMETER
    return Kind.PARAMETER if capped or _CAP.search(w.before) else None


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


def _led_in(w: Wording) -> bool:
    """Whether the words ahead name an award of which this is one step."""
    if ":" in w.opening and _LED_IN.search(w.opening):
        return True
    return "其中" in w.opening + w.before and bool(
        _GRADED.search(w.before) and _OF_WHICH.search(w.opening + w.before)
    )


def _topped_up(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.value.high < _OF_ALL and _TOPPED_UP.search(w.before) else None


def _contributed(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.value.high < _OF_ONE and _CONTRIBUTED.search(w.before) else None


def _reckoned(w: Wording) -> Kind | None:
    counts_as = w.before.endswith(("按", "按照")) and w.tail.startswith(("计算", "计发", "核算", "计收"))
    return Kind.PARAMETER if counts_as else None


def _entitlement_rate(w: Wording) -> Kind | None:
    words = w.before + w.tail
    given = w.value.high < _OF_ALL and _GIVEN_SUM.search(w.before)
    given = given or (w.value.high < _OF_ONE and _GIVEN_OUT.search(w.before))
    if given and _NAMED_BEHIND.match(w.tail):
        return Kind.PARAMETER
    if w.value.high < _OF_ONE and _AWARDED.search(w.before):
        return Kind.PARAMETER
    if w.value.high < _OF_ALL and (_led_in(w) or _RATE_RAISED.search(w.before) or _GRANTED.search(w.before)):
        return Kind.PARAMETER
    if not ENTITLEMENT.search(words):
        return None
    if _RULE.search(words):
        return Kind.PARAMETER
    # 全年发放高龄津贴不低于500万元: what is given to all together
    together = w.value.comparator is Comparator.GE and w.value.low >= _OF_ALL and _GIVES_ALL.search(w.before)
    return Kind.PARAMETER if "/" in w.unit or (w.bounded and not together) else None


def _entitlement_sum(w: Wording) -> Kind | None:
    named = w.value.high < _OF_ALL and not w.bounded and _NAME_OF_A_GRANT.fullmatch(w.before)
    if named and not w.tail:
        return Kind.PARAMETER
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
    Rule(
        "award for a case",
        _award,
        "被评定为五级的给予«15万元»。",
        "安排补助资金«300万元»。",
        "GUIDE: awards per grade (五级15万元) are parameters",
        only=("money",),
    ),
    Rule(
        "cap",
        _cap,
        "按每人次3元补助,年度最高«8万元»。",
        "按每人次3元补助,年度投入«8万元»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("money",),
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
    Rule(
        "money by rule",
        _entitlement_rate,
        "新建的机构给予一次性补助«5000元»。",
        "安排补助资金«300万元»。",
        "GUIDE: what each person or offence gets is a parameter",
        only=("money",),
    ),
    Rule(
        "money to be spent",
        _entitlement_sum,
        "安排补助资金«300万元»。",
        "投入资金«300万元»。",
        only=("money",),
    ),
)
