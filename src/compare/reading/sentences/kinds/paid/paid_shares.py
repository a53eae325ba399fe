"""Shares that are paid, charged or borne, or by which what is paid changes: by rule, so none is aimed at."""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.cues import NOT_BEYOND, PAYERS, PAYMENTS
from compare.reading.rules import Rule
from compare.reading.sentences.kinds.paid.payment_words import ENTITLEMENT
from compare.reading.sentences.kinds.paid.price_changes import PRICE_CHANGE_RULES
from compare.reading.sentences.kinds.wording import KindRule, Wording

# 其中区级承担70%, 基金支付比例为居家70%、机构60%: who pays how much of it.
_BORNE = re.compile(
    r"(?:(?<!交)付|兑[付现]|下达|承担|负担|分担|分摊|自付|自负|自筹|报销|支付|拨付|预拨|兑付|返还|(?<=[省市县区乡镇级央方政])配套|垫付|补助|补贴|资助|报账|发放)(?:比例|部分|标准)?(?:剩余|余下|其余|尾款|首款)?(?:的|为|约|占|各|分别)*(?:不超过|不高于|不低于|不少于)?(?:[0-9.]++%[、和])*+$"
    r"|(?:发放|拨付|兑付|支付)(?:完毕|到位)?,(?:发放|拨付|兑付|支付)?比例(?:依次|分别)(?:为|是)?(?:[0-9.]++%[、和])*+$"
    r"|(?:支付|报销|补助|补贴|补偿|救助|分担|承担|负担|资助|返还|减免|缴费)比例(?![^。;]{0,20}(?:达到|提高|平均))[^。;]{0,30}$"
)
# 提高到645元|/人月,增幅5.74%
_ITS_RISE = re.compile(
    r"(?:/[一-龥/·]{1,4})?[,、;(](?:同比|较上年|比上年|分别|平均)*(?:增幅|涨幅|升幅|提[高标升]幅度|提高|增长|增加|上涨|上调|提升)了?(?:分别)?(?:为|达到?|约)*"
)
# 市财政出70%, 村集体出三成
_PAYER = re.compile(f"(?:{PAYERS})(?:各|再|分别)*出(?:资)?(?:约)?$")
# 经济薄弱区市级承担比例提高至70%
_BORNE_CHANGED = re.compile(
    r"(?:[省市县区州级政]|个人|单位|基金)(?:承担|负担|分担)比例(?:可|相应)?(?:提高|降低|上浮|调整|调减|提升)[到至为]?$"
)
# 余下50%在验收后拨付
_THE_REST = ("剩余", "余下", "其余", "剩余的", "余下的", "其余的")
_IS_PAID = re.compile(
    r"(?:分[0-9一二两三四五]{1,2}[年次期批])?[^,。;0-9]{0,14}?(?:拨付|兑[付现]|支付|发放|付清|结清)"
)
_BORNE_HINTS = re.compile(
    "[付兑下承负分自报拨预返配补资发救减缴](?:(?<=付)|[现达担摊负筹销拨还套助贴账放偿免费])"
)
# 按建设投入给予40%、不超过30万元的补助; 按投资额的30%给予补助: the share of costs that is paid.
_GIVEN_SHARE = re.compile("(?:给予|予以)(?:最高|不超过|不高于)?$")
_AS_A_GRANT = re.compile(
    rf"(?:、(?:最高)?(?:不超过|不高于)?[0-9.]++万?元)?(?:以内|以下)?的?(?:一次性)?[一-龥]{{0,6}}?(?:{PAYMENTS}|补偿|贴息)"
)
_SHARE_OF_COSTS = re.compile(r"按(?!期|时)[^,。;]{0,20}(?:投入|投资|造价|费用|成本|租金|金额|总额|额|价)的?$")
_IS_GRANTED = re.compile(rf"(?:的(?:比例|标准))?(?:给予|予以)[^,。;0-9]{{0,10}}?(?:{PAYMENTS}|补偿|贴息)")
_OF_A_SUM = re.compile(
    r"(?:工资|低保|生活保障|供养|养老金|可支配收入|消费性?支出|收费|费用|保费|造价|(?:补助|补贴|奖补|奖励|奖金|津贴)(?:资金|款)?(?:总额|金额|总量|标准)|(?:上述|前述|前款|以上|该|规定|基准|同等)标准)(?:标准)?的(?:[0-9.]++%[、和])*+$"
    rf"|(?:{PAYMENTS}|资金|费|费用|押金)(?:\([^()]{{1,8}}\))?[^,。;]{{0,12}}(?:{NOT_BEYOND}|最高)[^,。;]{{0,12}}(?:投资|决算|造价|投入|费用|额|成本|价款)的$"
    r"|(?:LPR|利率|贷款利息)(?:\([^()]{1,20}\))?的?$"
)
# 租金不高于市场价的60%; 力争达到普惠价格不高于市场价格的80% is aimed at.
_OF_A_PRICE = re.compile(r"(?<![评代])(?:价格?|租金)的$")
_AIMS = re.compile("力争|达到|实现")
_CHARGED = re.compile(
    r"(?:、[^,。;、0-9]{0,8}[0-9.]+%){0,4}(?:[一-龥]{0,4}|的比例,(?:按[年月季]度?)?)?(?:收取|征收|收费|计收|执行|计算|缴纳|缴费|缴存|支付|结算|报销|发放|给付|享受|扣减|扣除|核减|扣回|扣缴)"
)
# 按50%、25%、25%的比例分三年拨付
_IN_PARTS = re.compile(
    r"(?:[、和][0-9.]++%)*+(?:的?比例)?(?:分[两二三四五2-5]个?[年期批次笔][一-龥]{0,2}|分[期批年]|逐[年期]|予以|进行)?"
    r"(?:拨付|兑[付现]|下[达拨]|划拨|发放|支付|到位|拨给)"
)
# 就餐打7折, 80周岁以上7折
_FOLDED = re.compile(r"打$|享受?$|[岁人](?:及?以上)?[的者]?$|[0-9]折[、和]$")
# 费率为0.3%; 参保缴费率达到95% is aimed at
_CONTRIBUTED = re.compile(
    r"(?:(?<!缴)费率|(?:缴费|筹资|缴存|计提)比例)(?:统一|暂|均|各|暂定)*(?:定?为|按|执行|是)?$"
)
# 预留5%作为质量保证金
_HELD_BACK = re.compile(r"(?:预留|扣留|留存|暂扣|预扣)[^,。;0-9]{0,10}$")
_AS_A_DEPOSIT = re.compile(
    r"(?:的[一-龥]{0,8}?)?(?:作为|用作|做为|做|为)?[一-龥]{0,8}?(?:保证金|考核|质保金|押金|风险金|预留金|待)"
)
# 补贴资金用于改善设施,其中用于护理人员的部分不少于30%
_PART_USED = re.compile(
    r"其中:?用于[^,。;0-9]{2,20}(?:部分|比例|资金|支出|经费|费用)?(?:占比|比例)?(?:不低于|不少于|至少为|占|为|不超过)$"
)
_GRANT_AHEAD = re.compile("(?:补[助贴]|奖励|奖补|津贴|服务费|收费|收入)(?:资金|款|金)?[^。;]{0,40},$")
# 单个项目投资比例不超过30%
_ONE_INVESTMENT = re.compile(
    r"(?:单个|单一|每个|同一)(?:项目|企业|机构|主体)[^,。;0-9]{0,8}(?:投资|出资|持股|支持|资助)(?:比例|占比|额度)?(?:原则上)?[^,。;0-9]{2,4}$"
)
# 验收后先拨70%,运行满3个月再拨30%; 首付补助资金的50%
_INSTALMENT = re.compile(
    r"(?:先|再|另|预|首|首次|首期|其余|余款|尾款)(?:行|期)?(?:拨|付|拨付|支付|发放|兑付|下达)"
    r"(?:(?:补[助贴]|奖补|项目|建设)?(?:资金|款|总额))?的?(?:[0-9.]++%[、和])*+$"
)
# 按5%的权重计入考核, 占年终绩效的20%
_WEIGHED = re.compile("的?(?:权重|分值)")
_OF_AN_ASSESSMENT = re.compile(
    "(?:占|计入)[^,。;0-9]{0,8}(?:考核|考评|绩效|评价|总分|总成绩|总评)(?:总分|得分|成绩|分值)?的$"
)
_ADDED = re.compile(r"(?:再|另|加|各)(?:行|外)?补[助贴]?(?:剩余)?$")


def _rate_of_contribution(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _CONTRIBUTED.search(w.before) else None


def _held_back(w: Wording) -> Kind | None:
    held = _HELD_BACK.search(w.before) and _AS_A_DEPOSIT.match(w.tail)
    return Kind.PARAMETER if held else None


def _part_of_a_grant(w: Wording) -> Kind | None:
    words = w.opening + w.before
    if "公益金" in words or "预算" in words:
        return None  # what is set apart of funds is aimed at
    of_grant = _PART_USED.search(w.before) and _GRANT_AHEAD.search(w.opening)
    return Kind.PARAMETER if of_grant else None


def _of_one_investment(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.bounded and _ONE_INVESTMENT.search(w.before) else None


def _share_given(w: Wording) -> Kind | None:
    given = _GIVEN_SHARE.search(w.before) and _AS_A_GRANT.match(w.tail)
    granted = _SHARE_OF_COSTS.search(w.before) and _IS_GRANTED.match(w.tail)
    return Kind.PARAMETER if given or granted else None


def _price_that_remains(w: Wording) -> Kind | None:
    charged = "按" in w.before and (_CHARGED.match(w.tail + w.following) or _IN_PARTS.match(w.tail))
    return Kind.PARAMETER if charged else None


def _share_borne(w: Wording) -> Kind | None:
    words = w.opening + w.before
    return Kind.PARAMETER if _BORNE_HINTS.search(words) and _BORNE.search(words) else None


def _instalment(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _INSTALMENT.search(w.before) else None


def _weight(w: Wording) -> Kind | None:
    weighed = _WEIGHED.match(w.tail) or _OF_AN_ASSESSMENT.search(w.before)
    return Kind.PARAMETER if weighed else None


def _share_added(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _ADDED.search(w.before) else None


def _share_borne_changes(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _BORNE_CHANGED.search(w.before) else None


def _share_of_a_payer(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _PAYER.search(w.before) else None


def _rest_paid(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.before.endswith(_THE_REST) and _IS_PAID.match(w.tail) else None


def _of_a_sum(w: Wording) -> Kind | None:
    if not w.before.endswith(("的", "、", "和", "率", "R", "息")):
        return None
    price = _OF_A_PRICE.search(w.before) and not _AIMS.search(w.before)
    return Kind.PARAMETER if price or _OF_A_SUM.search(w.before) else None


def _share_paid(w: Wording) -> Kind | None:
    paid = ENTITLEMENT.search(w.tail[:10]) or w.tail.startswith(("优惠", "购票", "购买"))
    folded = w.tail[:1] not in ("以", "的") and _FOLDED.search(w.before)
    return Kind.PARAMETER if paid or folded else None


def _rise_of_a_sum(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.since_paid and _ITS_RISE.fullmatch(w.since_paid) else None


_BY_RULE = "GUIDE: what is paid by rule is a parameter"

PAID_SHARE_RULES: tuple[KindRule, ...] = (
    Rule(
        "how much a sum rises",
        _rise_of_a_sum,
        "高龄津贴由每人每月100元提高到120元,增幅«20%»。",
        "高龄津贴提高到每人每月120元,惠及老年人增长«20%»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("share",),
    ),
    Rule(
        "rate of contribution",
        _rate_of_contribution,
        "以缴费基数为基数,费率为«0.3%»。",
        "参保缴费率达到«95%»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("share",),
    ),
    Rule(
        "held back as a deposit",
        _held_back,
        "按月结算,预留«5%»作为质量保证金。",
        "预留«5%»的床位作为应急床位。",
        "GUIDE: what is paid by rule is a parameter",
        only=("share",),
    ),
    Rule(
        "part of a grant",
        _part_of_a_grant,
        "补贴资金用于改善设施,其中用于护理人员的部分不少于«30%»。",
        "彩票公益金用于社会福利,其中用于养老的部分不少于«30%»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("share",),
    ),
    Rule(
        "share of one investment",
        _of_one_investment,
        "单个项目投资比例不超过«30%»。",
        "单个项目绿地比例不低于«30%»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("share",),
        state="bound",
    ),
    Rule(
        "price that remains",
        _price_that_remains,
        "租金按照评估价的«70%»收取。",
        "租金占评估价的«70%»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("share",),
    ),
    Rule(
        "share that somebody bears",
        _share_borne,
        "运营补助由两级分担,其中区级承担«70%»。",
        "其中区级机构占比达到«70%»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("share",),
    ),
    Rule(
        "instalment",
        _instalment,
        "验收后先拨«70%»,运行满3个月再拨30%。",
        "验收后先建成«70%»,运行满3个月再建30%。",
        _BY_RULE,
        only=("share",),
    ),
    Rule(
        "weight in an assessment",
        _weight,
        "抽查结果按«5%»的权重计入考核。",
        "抽查结果«5%»的机构不合格。",
        _BY_RULE,
        only=("share",),
    ),
    Rule(
        "share that is added",
        _share_added,
        "省级补助一半,市级再补«30%»。",
        "省级补助一半,市级占«30%»。",
        _BY_RULE,
        only=("share",),
    ),
    Rule(
        "share borne that changes",
        _share_borne_changes,
        "经济薄弱区市级承担比例提高至«70%»。",
        "经济薄弱区护理型床位比例提高至«70%»。",
        _BY_RULE,
        only=("share",),
    ),
    Rule(
        "share of a payer",
        _share_of_a_payer,
        "建设资金由市财政出«70%»。",
        "建设资金由市财政筹«70%»。",
        _BY_RULE,
        only=("share",),
    ),
    Rule(
        "rest that is paid",
        _rest_paid,
        "余下«50%»在验收后拨付。",
        "余下«50%»在明年建成。",
        _BY_RULE,
        only=("share",),
    ),
    Rule(
        "share of costs that is given",
        _share_given,
        "对照料中心按建设成本予以«40%»、不超过30万元的补助。",
        "给予补助的服务中心达到«40%»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("share",),
    ),
    Rule(
        "share of a sum",
        _of_a_sum,
        "护理标准不低于当地最低工资标准的«10%»。",
        "护理型床位不低于总数的«10%»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("share",),
    ),
    *PRICE_CHANGE_RULES,
    Rule(
        "share of what is paid",
        _share_paid,
        "对老年人«50%»的费用给予补助。",
        "占比达到«50%»。",
        "GUIDE: fee reductions are parameters",
        only=("share",),
    ),
)
