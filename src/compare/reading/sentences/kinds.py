"""What kind of statement a value makes: target, standard or parameter (GUIDE, column kind).

:data:`KIND_RULES` decide by the words around the value; what time makes of it is said in ``timing``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.model import Comparator, Kind
from compare.reading.cues import DOES, MAKES, NOT_BEYOND, NOT_LESS
from compare.reading.quantities.amounts import Value
from compare.reading.rules import ByKind, Rule, first

_NORM = re.compile(
    r"标准(?!化)|规范(?!化|健康|管理)|每个?(?:机构|站点|中心|床|处)|单(?:处|个|床)|单项|规模|配比|面积|用地|配建|床位数"
)
# 1000平方米以下的独栋建筑: a threshold; 40%以上的社区 is a share of places.
_THRESHOLD = re.compile(
    r"的(?!社区|行政村|村|街道|乡镇|县|机构|城镇|农村|标准|资金|比例|彩票|要求|目标|规定)"
)
_PLACES_WITH = re.compile(r"[^,。;0-9]{0,24}的(?:街|镇|乡|村|社区|行政村|自然村|小区|县|区)")
# 床位设置60张的, 达到40张床位以上的: the clause ends in 的 and says when something holds.
_CONDITION = re.compile(
    r"(?:[一-龥]{1,4}(?:以上|以下)?)?(?:[且或][^,。;]{2,24}?)?的(?=[,。;:]|$|至少|应|须|可|按|给予|奖|补|每|由|不)"
)
# 达到10人以上的场所即可设立
_MAY = re.compile(r"(?:以上|以下)?的[一-龥]{2,10}(?:即可|方可|均可|才能|可申请)")
_WHERE = re.compile(r"(?:[或且、][^,。;]{2,24}?)?的|,(?:不予|暂停|取消|停止|不得)")
# 达到3000人次的助餐点,给予…: who gets what the next clause gives.
_RECIPIENT = re.compile(r"[一-龥]{0,4}(?:以上|以下)?(?:[且或][^,。;]{2,24}?)?的[一-龥()、“”]{1,16}$")
_GIVES = re.compile(
    r",(?:政府|财政|由|可|再|按|每|一次性|分别|优先|[一-龥]{0,4}(?=给予|奖|补|减|免|发放|享受|安排))[^,。;]{0,16}?(?:给予|奖励?|补助|补贴|减免|免|发放|享受|元)"
)
_SINGLED_OUT = re.compile(
    r"[一-龥]{0,4}(?:以上|以下)?(?:[、且或][^,。;]{2,24}?)?的[一-龥]{2,12}(?:列为|纳入|作为|可以?|应当|须|不得|实行|参照|按照|优先|给予|享受)"
)
# 100张以上床位的养老机构: which of them, at the head of its clause.
_WHICH = re.compile(
    r"(?:及?以上|及?以下)?[一-龥]{0,6}的(?:公办|民办|养老|医疗|服务|护理|特困|大型|各类)*(?:机构|服务站|中心|企业|单位|敬老院|食堂|场所|院)"
)
_MAKES = re.compile(rf"建(?!筑)|设(?!施)|{MAKES}|{DOES}|服务|达到?$")
# 建设1处…800平方米的助浴中心: what stands before a size has been counted in the same clause.
_COUNTED = re.compile(
    r"(?:建|设|打造|有|培育|改造|开办|新增|配)[^,。;0-9]{0,8}(?:[0-9]+|[一二两三])(?:个|处|所|家|座|间)(?![点月])[^,。;]*$"
)
_BUILDS = re.compile(MAKES)
_COUNTED_BEHIND = re.compile(r"的[一-龥()]{2,12}[0-9]+(?:个|处|所|家|座|间)")
_DESCRIBES = re.compile(r"[^,。;]{0,24}?的[一-龥]{2}")
_GRADED = re.compile(r"等次|等级|星级|[一二三四五六ABCDE1-6]级|档次|优秀|合格|重度|中度|轻度")
_CASE_BEFORE = re.compile(r"[0-9一二三四五六七八九十][^,。;]{1,12}的[一-龥]{1,10},$")
_GIVES_AT_ONCE = re.compile(r"(?:再|分别|一次性|每[一-龥])*(?:给予|奖|补助|补贴)")
_GIVEN = re.compile(r"给予|奖|补助|补贴|发放|增加")
_PER_CASE = re.compile(r"的,?(?:再|分别|一次性|每[一-龥]{1,2}|政府)*(?:给予|奖|补|发放|按|安排)")
# 其中区级承担70%, 基金支付比例为居家70%、机构60%: who pays how much of it.
_BORNE = re.compile(
    r"(?:承担|负担|分担|分摊|自付|自负|自筹|报销|支付|(?<=[省市县区级央方政])配套|垫付|补助|补贴|资助|报账)(?:比例|部分|标准)?(?:的|为|约|占|各|分别)*(?:不超过|不高于|不低于|不少于)?$"
    r"|(?:支付|报销|补助|补贴|补偿|救助|分担|承担|负担|资助|返还|减免|缴费)比例(?![^。;]{0,20}(?:达到|提高|平均))[^。;]{0,30}$"
)
_BORNE_HINTS = frozenset("担付摊筹销套助贴比例")
_CAP = re.compile(r"(?:最高|上限|封顶|顶格)(?:为|不超过|不高于|给予|补助|补贴|奖励|支付|限额)*$")
_SO_LONG = re.compile(
    r"[年月上下级人的]的?,?(?:再)?(?:每人)?每(?:人)?[月年天日次床户](?:给予|发放|补助|补贴|增加|按)*$"
)
_IS = re.compile(r"(?:是?指|所称)[^。;]{0,60}$")
_ALLOTTED = re.compile(r"(?:配置|配建|配备|设置|规划|布局|预留|建设|安排)")
_BUDGET = re.compile(r"经费|预算")
_CHARGED = re.compile(
    r"(?:、[^,。;、0-9]{0,8}[0-9.]+%){0,4}(?:[一-龥]{0,4})?(?:收取|征收|收费|计收|执行|计算|缴纳|支付|结算|报销|发放|给付|享受)"
)
_OF_A_YEAR = re.compile(r"(?:达到?|提高到|增加到|扩大到|增长到|为)(?:19|20)[0-9]{2}年?底?末?的$")
_PAYS_MORE_OR_LESS = re.compile(
    r"(?:补贴|补助|津贴|奖励|租金|[电水气租]价|价格|费用?|税)(?:标准)?[^,。;0-9到至]{0,6}"
    r"(?:提高|上浮|上调|增加|增发|优惠|减免|减征|下浮|下调|降低|减少)(?:了|约)?$"
)
_CHANGES = frozenset("高浮调加发惠免征低少了约")  # how such words end
_BY_A_STANDARD = re.compile(r"的标准(?:足额)?(?:安排|落实|列支|拨付|核定|保障|配套)")
_KEPT = re.compile(r"(?:保留|预留)[^,。;]{0,8}$")
_ENTITLEMENT = re.compile(
    r"罚款|处罚|违法所得|骗取|补贴|津贴|补助|奖励|资助|救助|增发|收费|费用|免征|减免|减半|罚"
)
_CIRCLE = re.compile(r"[一-龥]{0,8}圈")
_RULE = re.compile(r"标准|每|罚|免征|减免|减半|一次性|分别给予")
# 建筑面积不少于1500平方米,床位不少于30张: what each place must have, listed after the size it must have.
_SIZE_AHEAD = re.compile(
    rf"面积[^,。;0-9]{{0,8}}(?:{NOT_LESS}|≥)[0-9.]+平方米,[^。;0-9]{{0,16}}$"
    r"|面积[^,。;0-9]{0,8}[0-9.]+平方米以上,[^。;0-9]{0,16}$"
)
# 护理人员不少于3名, 餐位不少于20个: what a place must have, unless an area is spoken of.
_MUST_HAVE = re.compile(
    r"(?:床位|餐位|座位|席位|铺位|房间|居室|护理员|护士|厨师|社工|助老员|管理员|消防员|(?:护理|工作|管理|值班|服务|专职|专业|照护|保安|医务)人员|(?:供餐|服务|接待|收住)能力)"
    rf"(?:数量?|总数|配备|配置|应当?|须|要|原则上|一般|均|都|同时|在)*(?:{NOT_BEYOND}|至少|在)?$"
)
_FITS = re.compile(rf"(?:配备|配置|配有|设置|设有|设)(?:专职|兼职)?(?:{NOT_BEYOND}|至少)$")
_FITTED = re.compile(r"(?:以上)?的?[一-龥]{0,8}(?:人员|护理员|护士|社工|助老员|管理员|厨师|床位|餐位|座位)")
# 每名助老员联系老人不超过50人; what is built in each place is counted.
_EACH_BOUND = re.compile(
    rf"每(?:名|位|所|家|处|间|站|组|班|支|层|个(?![县市区乡镇村]|街道|社区|行政村|建制村))[^,。;0-9建新培]{{0,20}}(?:{NOT_BEYOND}|至少)$"
)
_AREA_WIDE = re.compile(
    r"全[市省县区州国]|新增|累计|总[数量计]|培训|培养|每年|年均|力争|引进|家庭养老床位|[到至]20"
)
_OF_ONE_PLACE = 300
_LIMITS = (Comparator.GE, Comparator.LE)
_OF_INHABITANTS = frozenset({"平方米/千人", "平方米/万人"})
_MEASURES = frozenset({"规模", "面积", "用地", "床位数"})
_PLACES_BUILT = frozenset("个处所家座")
_OF_EACH_PERSON = ("元/人·", "元/床·", "元/户", "元/人次", "元/餐", "元/次", "元/小时", "元/张")
_NORM_BASES = frozenset({"平方米", "名", "个"})


@dataclass(slots=True)
class Wording:
    """A value with its normalised unit, the clause ``before`` it, and the text behind it (``tail``).

    ``opening`` are the last words before the clause, ``following`` what stands behind it.
    """

    value: Value
    unit: str
    before: str
    tail: str
    opening: str = ""
    following: str = ""

    @property
    def bounded(self) -> bool:
        """Whether the value is a bound, not a plain number."""
        return self.value.comparator is not Comparator.EQ


# -- by the words ------------------------------------------------------------------------


def _life_expectancy(w: Wording) -> Kind | None:
    return Kind.TARGET if "寿命" in w.before else None


def _multiple_of_a_year(w: Wording) -> Kind | None:
    return Kind.TARGET if _OF_A_YEAR.search(w.before) else None


def _by_sort(w: Wording) -> Kind | None:
    return Kind.PARAMETER


def _condition(w: Wording) -> Kind | None:
    applies = "/" not in w.unit or w.unit.endswith(("/年", "/日", "/月"))
    return Kind.PARAMETER if applies and (_CONDITION.match(w.tail) or _MAY.match(w.tail)) else None


def _falls_short(w: Wording) -> Kind | None:
    short = w.value.comparator is Comparator.LT and _WHERE.match(w.tail)
    return Kind.PARAMETER if short or w.before.endswith("满") else None


def _whom_it_is_for(w: Wording) -> Kind | None:
    applies = _RECIPIENT.match(w.tail) and _GIVES.match(w.following)
    return Kind.PARAMETER if applies else None


def _singled_out(w: Wording) -> Kind | None:
    applies = w.bounded and _SINGLED_OUT.match(w.tail) and not _MAKES.search(w.before)
    return Kind.PARAMETER if applies else None


def _which_of_them(w: Wording) -> Kind | None:
    heads = len(w.before) <= 1 and w.bounded
    return Kind.PARAMETER if heads and _WHICH.match(w.tail) else None


def _size_of_what_is_made(w: Wording) -> Kind | None:
    counted = _COUNTED.search(w.before) and _DESCRIBES.match(w.tail)
    then_counted = _BUILDS.search(w.before) and _COUNTED_BEHIND.match(w.tail)
    applies = w.bounded and (counted or then_counted)
    return Kind.STANDARD if applies else None


def _budget(w: Wording) -> Kind | None:
    applies = w.bounded and _BUDGET.search(w.before) and ("/" in w.unit or w.opening.endswith("的,"))
    return Kind.STANDARD if applies else None


def _is_for_a_case(w: Wording) -> bool:
    return bool(_CASE_BEFORE.search(w.opening) and _GIVES_AT_ONCE.match(w.before))


def _award(w: Wording) -> Kind | None:
    given = _GIVEN.search(w.before) or _ENTITLEMENT.search(w.tail)
    if not given:
        return None
    cases = (
        w.opening.endswith("的,")
        or _PER_CASE.search(w.before)
        or _GRADED.search(w.before)
        or _is_for_a_case(w)
    )
    return Kind.PARAMETER if cases else None


def _price_that_remains(w: Wording) -> Kind | None:
    return Kind.PARAMETER if "按" in w.before and _CHARGED.match(w.tail) else None


def _share_borne(w: Wording) -> Kind | None:
    if _BORNE_HINTS.isdisjoint(w.before) and "比例" not in w.opening:
        return None
    return Kind.PARAMETER if _BORNE.search(w.opening + w.before) else None


def _cap(w: Wording) -> Kind | None:
    capped = w.value.comparator is Comparator.LE and "每" in w.before and _GIVEN.search(w.opening)
    return Kind.PARAMETER if capped or _CAP.search(w.before) else None


def _for_so_long(w: Wording) -> Kind | None:
    return Kind.PARAMETER if "每" in w.before and _SO_LONG.search(w.opening[-2:] + w.before) else None


def _definition(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.bounded and _IS.search(w.opening + w.before) else None


def _allotted(w: Wording) -> Kind | None:
    allots = "按" in w.before and w.before.endswith("的") and _ALLOTTED.match(w.tail)
    return Kind.STANDARD if allots else None


def _kept_back(w: Wording) -> Kind | None:
    return Kind.STANDARD if w.bounded and _KEPT.search(w.before) else None


def _sum_of_each_person(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.unit.startswith(_OF_EACH_PERSON) else None


def _entitlement_rate(w: Wording) -> Kind | None:
    words = w.before + w.tail
    if not _ENTITLEMENT.search(words):
        return None
    return Kind.PARAMETER if "/" in w.unit or w.bounded or _RULE.search(words) else None


def _entitlement_sum(w: Wording) -> Kind | None:
    return Kind.TARGET if _ENTITLEMENT.search(w.before + w.tail) else None


def _change_of_what_is_paid(w: Wording) -> Kind | None:
    changes = w.before[-1:] in _CHANGES and _PAYS_MORE_OR_LESS.search(w.before)
    return Kind.PARAMETER if changes else None


def _budget_by_a_standard(w: Wording) -> Kind | None:
    return Kind.STANDARD if _BY_A_STANDARD.match(w.tail) else None


def _share_paid(w: Wording) -> Kind | None:
    paid = _ENTITLEMENT.search(w.tail[:10]) or w.tail.startswith(("优惠", "购票", "购买"))
    return Kind.PARAMETER if paid else None


def _service_circle(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _CIRCLE.match(w.tail) else None


def _size_threshold(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.bounded and "/" not in w.unit and _THRESHOLD.match(w.tail) else None


def _places_of_a_size(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.bounded and _PLACES_WITH.match(w.tail) else None


def _called_standard(w: Wording) -> Kind | None:
    return Kind.STANDARD if w.tail.startswith("的标准") else None


def _per_base(w: Wording) -> Kind | None:
    if w.unit in _OF_INHABITANTS and w.before.endswith("达到"):
        return None  # what an area reaches, not what each must have
    return Kind.STANDARD if "/" in w.unit and w.unit.split("/")[0] in _NORM_BASES else None


def _ratio(w: Wording) -> Kind | None:
    return Kind.STANDARD


def _area_bound(w: Wording) -> Kind | None:
    return Kind.STANDARD if w.bounded else None


def _norm_word(w: Wording) -> Kind | None:
    norm = _NORM.search(w.before) if w.value.comparator in _LIMITS else None
    # 每个社区至少配建1处: places that are built are counted; 占床位数的比例 is a share of them
    counted = norm and norm.group() == "配建" and w.unit in _PLACES_BUILT
    of_them = norm and norm.group() in _MEASURES and w.unit == "%"
    return Kind.STANDARD if norm and not (counted or of_them) else None


def _beside_a_size(w: Wording) -> Kind | None:
    listed = w.value.comparator in _LIMITS and _SIZE_AHEAD.search(w.opening + w.before)
    return Kind.STANDARD if listed else None


def _each_must_have(w: Wording) -> Kind | None:
    if w.value.comparator not in _LIMITS or w.value.high > _OF_ONE_PLACE:
        return None
    if "每" in w.before and _EACH_BOUND.search(w.before):
        return Kind.STANDARD
    must = _MUST_HAVE.search(w.before) or (_FITS.search(w.before) and _FITTED.match(w.tail))
    return Kind.STANDARD if must and not _AREA_WIDE.search(w.opening + w.before) else None


def _otherwise(w: Wording) -> Kind | None:
    return Kind.TARGET


KIND_RULES: ByKind[Wording, Kind] = ByKind(
    (
        Rule(
            "life expectancy",
            _life_expectancy,
            "人均预期寿命达到«80岁»。",
            "年满«80岁»的老年人免费乘车。",
            only=("age",),
        ),
        Rule(
            "multiple of a year",
            _multiple_of_a_year,
            "到2027年,养老床位达到2022年的«1.5倍»。",
            "补贴标准为低保标准的«1.5倍»。",
            only=("multiple",),
        ),
        Rule(
            "ages, frequencies, durations and multiples",
            _by_sort,
            "«80周岁»以上老年人优先入住。",
            "新增护理型床位«80张»。",
            "GUIDE: eligibility thresholds, frequency and time limits are parameters",
            only=("age", "frequency", "duration", "multiple"),
        ),
        Rule(
            "size of what is made",
            _size_of_what_is_made,
            "每个乡镇建设1处建筑面积不小于«800平方米»的助浴中心。",
            "建筑面积不小于«800平方米»的助浴中心可以申报。",
            "GUIDE: minimum site area is a standard",
            only=("area", "length", "count", "people"),
            needs="的",
        ),
        Rule(
            "definition",
            _definition,
            "本办法所称养老机构,是指床位数在«10张»以上的服务机构。",
            "养老机构床位数在«10张»以上。",
            "GUIDE: conditions are parameters",
            only=("count", "people", "area"),
        ),
        Rule(
            "condition",
            _condition,
            "床位设置«60张»的,给予一次性补助。",
            "新增床位«30张»以上,优先支持。",
            "GUIDE: conditions (…的, 达到…的,) are parameters",
            needs="的",
        ),
        Rule(
            "falls short of",
            _falls_short,
            "入住率低于«30%»的机构不予补助。",
            "将空置率控制在«30%»以下。",
            "GUIDE: conditions are parameters",
            only=("share", "count", "people", "area", "money"),
        ),
        Rule(
            "whom something is given",
            _whom_it_is_for,
            "年服务量达到«3000人次»的助餐点,给予一次性奖励。",
            "建成服务«3000人次»的助餐点,方便老年人就餐。",
            "GUIDE: conditions are parameters",
            needs="的",
        ),
        Rule(
            "what is singled out",
            _singled_out,
            "将«40张»以上床位的托养机构列为重点单位。",
            "新增«40张»以上床位的托养机构应当备案。",
            "GUIDE: conditions are parameters",
            only=("count", "people", "share", "money"),
            needs="的",
        ),
        Rule(
            "which of them",
            _which_of_them,
            "«100张»以上床位的养老机构内设医疗机构。",
            "新增«100张»以上床位的养老机构。",
            "GUIDE: conditions are parameters",
            only=("count", "people"),
        ),
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
            needs="的",
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
            "allotted by a share",
            _allotted,
            "养老床位数按照户籍老年人口的«2.5%»配置。",
            "养老床位数达到户籍老年人口的«2.5%»。",
            "GUIDE: a requirement for facilities is a standard",
            only=("share",),
        ),
        Rule(
            "places kept back",
            _kept_back,
            "保留不低于«15%»的床位用于接收特困人员。",
            "不低于«15%»的床位用于接收特困人员。",
            "GUIDE: a requirement for facilities is a standard",
            only=("share",),
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
            "sum of each person",
            _sum_of_each_person,
            "90周岁以上的老年人每人每月不低于«100元»。",
            "农民人均收入不低于«100元»。",
            "GUIDE: what each person gets is a parameter",
            only=("money",),
        ),
        Rule(
            "money by rule",
            _entitlement_rate,
            "每张床位给予一次性补助«5000元»。",
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
        Rule(
            "change of what is paid",
            _change_of_what_is_paid,
            "养老机构电价优惠«20%»。",
            "护理型床位占比提高«20%»。",
            "GUIDE: fee reductions are parameters",
            only=("share",),
        ),
        Rule(
            "share of what is paid",
            _share_paid,
            "对老年人«50%»的费用给予补助。",
            "占比达到«50%»。",
            "GUIDE: fee reductions are parameters",
            only=("share",),
        ),
        Rule(
            "service circle",
            _service_circle,
            "打造«2公里»助餐圈。",
            "服务半径为«2公里»。",
            "GUIDE: the service circle (15分钟) is a parameter",
            only=("length",),
        ),
        Rule(
            "threshold of a size",
            _size_threshold,
            "«1000平方米»以下的独栋建筑可以改造。",
            "建筑面积«1000平方米»以上,可以改造。",
            "GUIDE: 1000平方米以下 is a threshold",
            only=("area", "length"),
            needs="的",
        ),
        Rule(
            "places of a size",
            _places_of_a_size,
            "老年人«1万名»以上的街道重点建设。",
            "服务老年人«1万名»以上。",
            "GUIDE: which places is a threshold, not how many people",
            only=("people",),
            needs="的",
        ),
        Rule(
            "called a standard",
            _called_standard,
            "按照每处«300平方米»的标准建设。",
            "建设«300平方米»用房。",
            only=("count", "people", "area"),
            needs="的",
        ),
        Rule(
            "ratio",
            _ratio,
            "护理员与失能老年人配比不低于«1:4»。",
            "护理员不少于«4名»。",
            "GUIDE: ratio of staff is a standard",
            only=("ratio",),
        ),
        Rule(
            "so many per base",
            _per_base,
            "每千名老年人配备社会工作者«1名»。",
            "配备社会工作者«1名»。",
            "GUIDE: per 100 households, per capita land",
        ),
        Rule(
            "bound on an area",
            _area_bound,
            "服务站不少于«200平方米»。",
            "新增用房«200平方米»。",
            "GUIDE: minimum site area is a standard",
            only=("area",),
        ),
        Rule(
            "word for a norm",
            _norm_word,
            "单个机构床位不少于«30张»。",
            "新增床位不少于«30张»。",
            "GUIDE: a per-unit norm is a standard",
        ),
        Rule(
            "beside a size",
            _beside_a_size,
            "每个乡镇建成1所养老服务中心,建筑面积不少于1500平方米,床位不少于«30张»。",
            "新建中心2个,建筑面积1500平方米,新增床位不少于«30张»。",
            "GUIDE: a per-unit norm is a standard",
        ),
        Rule(
            "what each must have",
            _each_must_have,
            "服务中心护理人员不少于«3名»。",
            "全市新增护理人员不少于«3名»。",
            "GUIDE: a requirement for facilities is a standard",
            only=("count", "people"),
        ),
        Rule(
            "otherwise a target",
            _otherwise,
            "新增护理型床位«80张»。",
            "按照«50%»收费。",
        ),
    )
)

#: Rules by which a value says when something holds: what it bounds is no level that is aimed at.
CONDITIONS = frozenset(
    {
        "condition",
        "definition",
        "whom something is given",
        "what is singled out",
        "which of them",
        "places of a size",
        "threshold of a size",
    }
)


def kind_of(wording: Wording) -> tuple[Kind, str]:
    """Kind of a value from the words around it, and the name of the rule that decided."""
    decided = first(KIND_RULES(wording.value.unit.sort, wording.tail), wording)
    assert decided is not None  # the last rule always applies
    return decided
