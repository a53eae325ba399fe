"""Conditions: a value that says when something holds, or for whom, is a parameter."""

from __future__ import annotations

import re

from compare.model import Comparator, Kind
from compare.reading.cues import DOES, FACILITY_COUNTERS, GIVES, KEEPS_BACK, MAKES, NOT_BEYOND, PAYMENTS
from compare.reading.rules import Rule, last_match
from compare.reading.sentences.kinds.named_counts import NAMED_COUNT_RULES
from compare.reading.sentences.kinds.thresholds import THOSE_RULES
from compare.reading.sentences.kinds.wording import KindRule, Wording

# 床位设置60张的, 达到40张床位以上的: the clause ends in 的 and says when something holds.
_CONDITION = re.compile(
    r"(?:[一-龥]{1,4}(?:以上|以下)?)?(?:\([及含][^()]{0,8}\))?(?:[且或、][^,。;]{2,24}?)?的(?=[,。;:(]|$|至少|应|须|可|单独|独立|统一|按|给予|签订|奖|补|每|由|不"
    r"|[全足减]额|减半|免|暂停|评(?:定?为|选为)|与[^,。;]{0,12}(?:签约|合作|联合)|认定|视[为同]|列[为入]|纳入|定为|设(?![施备计置立有])|成立|实行|优先|取消|责令|[增加]配|增设|扣|退出|享受|停[止发]|[收追]回"
    r"|(?:配备|配置|设置|设立|设有?|建设|建成|建有|建|增配|有)(?:不少于)?[0-9])"
)
# 自付超过1万元的部分再报销
_PART_BEYOND = re.compile(r"(?:以?上|床位)?的部分")
# 床位50张以下的机构配备1名, 床位不少于40张、开办8年以上的机构,每床补助: a class, and what goes for it.
_THEN = (
    rf"(?:至少|应当?|须|必须|要|可以?|均|按|统一|优先)*(?:{GIVES}|{MAKES}|设|配|建(?!筑)"
    r"|有|补|奖|减|免|不得|不予|纳入|列为|每[张床人年月户]|一次性|占|覆盖率|的?比例)"
)
_CLASS = re.compile(
    r"(?:\([及含][^()]{0,8}\))?(?:[一-龥]{0,6}?[、且或和](?:[^,。;的]|的(?![一-龥]{0,8}(?:机构|中心|站|院|区|街道|乡|镇|村))){2,40}?)?[一-龥]{0,6}?的"
    r"[一-龥“”]{0,8}?(?:机构|中心|站点?|助餐点|服务点|互助点|[院园]|食堂|驿站|企业|单位|组织|场所|项目|小?区|社区|街道|[乡镇村县市]|家庭|老年?人|人员|对象|床位)"
    rf"(?:{_THEN}|,(?:由[一-龥]{{2,10}}?|政府|财政|(?:19|20)[0-9]{{2}}年[一-龥]{{0,4}})?{_THEN})"
)
# 配备1名、50张以上的: behind a number that is done with
_LIST_MARK = re.compile(r"[0-9][^,。;、]{0,12}、(?=[^0-9]*$)")
_WITHOUT_NAME = re.compile("的(?:至少)?(?:配备|配置|设置|设立|设|建设|建成|建)(?:不少于)?[0-9]")
_SHARE_OF_THEIRS = re.compile("[率比占]")
_GIVEN_NOW = re.compile(
    rf"(?:{MAKES}|{GIVES}|{PAYMENTS}|设|有|奖|补|减|每[张床人年月户个])(?:{NOT_BEYOND}|至少)?$"
)
_MADE_OR_EACH = re.compile(rf"建(?!筑)|{MAKES}|{DOES}|每|[要须应]有|应当")
# 21—50人补贴2万元, 80%以上8万元: a step and its sum, without a word between them
_ITS_SUM = re.compile(
    r"(?:床位)?(?:的|者)?(?:每[年月人]|一次性|最高|分别|再|可){0,3}(?:给予|补[贴助]?|奖[励补]?)?(?:一次性)?(?:[一-龥]{0,4}(?:补[贴助]|奖励)金?)?(?:最高|不超过)?[0-9.]++[万千]?元(?!以上的|以下的)"
)
# 按服务人数20人以下、21至40人、41人以上三个档次
_STEPS = re.compile(
    r"(?:及?以[上下])?(?:、[^,。;、]{1,14}){0,4}?(?:[两二三四五六2-6]个?)?(?:档次|等次|档(?![案次])|类别|区间)(?=,|分|给|予|按|的?标准|$)"
    r"|(?:及?以[上下])?(?:、[^,。;、]{1,14}){1,4}?,?分别(?:给予|补|奖)"
)
# 住宅总规模完成50%前
_DONE_BEFORE = re.compile("(?:完成|达到?|建成|售出|销售|交付)$")
# 对床位不少于20张、符合资质条件的民办养老机构,按…: a clause that only says whom it is for
_TOPIC = re.compile(
    r"(?:及?以上)?[、,](?:[^。;0-9]|[0-9](?!万?元)){2,60}?的[一-龥、]{0,12}?(?:机构|中心|站点?|助餐点|服务点|[院园]|食堂|驿站|企业|单位|组织|项目|小?区|人员|家庭|老年?人),"
)
# 达到10人以上的场所即可设立
_MAY = re.compile(r"(?:以上|以下)?的[一-龥]{2,10}(?:即可|方可|均可|才能|可申请)")
_WHERE = re.compile(r"(?:[或且、][^,。;]{2,24}?)?的|,(?:不予|暂停|取消|停止|不得)")
_OR_ELSE = re.compile(r",(?:或者?|且|并)[^。;]{2,30}的,")
# 对用水量超过100吨的养老机构,…; 新建100户以上的居住区
_OF_WHOM = re.compile(r"(?:对于?|凡)[^,。;]{0,16}(?:超过|达到|高于|低于|满|不足)?$")
_THOSE = re.compile(r"(?:以上|以下)?的[一-龥]{2,12}(?=,|$)")
_QUARTERS = re.compile(r"(?:以上|以下)?的[一-龥]{0,8}(?:居住区|住宅区|小区|安置区|住宅项目)")
# 达到3000人次的助餐点,给予…: who gets what the next clause gives.
_RECIPIENT = re.compile(r"[一-龥]{0,4}(?:以上|以下)?(?:[且或、][^,。;]{2,24}?)?的[一-龥()、“”]{1,16}$")
# 对服务老年人100人以上的站点给予奖补
_TO_WHOM = re.compile(r"(?:对于?|凡|给|为|向)(?!象|口|应)[^,。;]{2,24}$")
_IS_GIVEN = re.compile(
    r"(?:以上|以下)?(?:[且或、][^,。;]{2,24}?|[一-龥]{2,8})?的[一-龥]{1,12}?(?:再|分别|按|每[一-龥]{1,2}|一次性|发放)*(?:给予|奖励|奖补|补助|补贴)"
)
# 对连锁设施达到10个以上,且稳定运营的,给予奖励: who it is, before what they get.
_THOSE_THAT = re.compile(r"对(?!象|应|口)[^,。;]{2,40}$")
_THEN_GIVEN = re.compile(r"[^。;]{0,60}?,[^,。;]{0,16}(?:给予|予以)")
_GIVES = re.compile(
    r",(?:政府|财政|由|可|再|按|每|一次性|分别|优先|[一-龥]{0,4}(?=给予|奖|补|减|免|发放|享受|安排))[^,。;]{0,16}?(?:给予|奖励?|补助|补贴|减免|免|发放|享受|元)"
)
# 按日均就餐人数50人以下、50—100人,分别给予2万元、3万元: the steps that sums go by
_GOES_BY = re.compile(r"(?:按照?|根据|依据)(?!期|时|[月年季](?!均)|每)[^,。;]{2,48}$")
_GIVEN_IN_TURN = re.compile(r"[^,。;]{0,60},[^,。;0-9]{0,10}分别(?:给予|予以|奖励|奖补|补助|补贴|资助|发放)")
_RATE = re.compile("[率比重]")
_SINGLED_OUT = re.compile(
    r"[一-龥]{0,4}(?:以上|以下)?(?:[、且或][^,。;]{2,24}?)?的[一-龥]{2,12}(?P<gets>列为|纳入|作为|可以?|应(?!急|用)|须|不得|实行|参照|按照|优先|给予|享受)"
)
_GETS = ("可", "可以", "优先", "给予", "享受", "不得")
# 100张以上床位的养老机构: which of them, at the head of its clause.
_WHICH = re.compile(
    r"(?:及?以上|及?以下)?[一-龥]{0,6}的(?:公办|民办|养老|医疗|服务|护理|特困|大型|各类)*(?:机构|服务站|中心|企业|单位|敬老院|食堂|场所|院)"
)
# 培育年营业收入超过500万元的企业5家
_SO_MANY_OF_THEM = re.compile(
    rf"(?:以上|以下)?的[一-龥()、]{{2,14}}(?:[0-9]+(?:{FACILITY_COUNTERS}|户|名)|(?:达到?|不少于|超过|增加到)[0-9]+(?:{FACILITY_COUNTERS}))"
)
_MAKES = re.compile(rf"建(?!筑)|设(?!施)|{MAKES}|{DOES}|{KEEPS_BACK}|服务|达到?$")
_IS = re.compile(
    r"(?:是指|(?<=,)指(?=[一-龥]{2})(?![导标出数定挥引示明派])|所称[^。;]{2,20},指)[^。;]{0,60}$"
)


def _condition(w: Wording) -> Kind | None:
    applies = "/" not in w.unit or w.unit.endswith(("/年", "/日", "/月"))
    if not applies or _is_given(w):
        return None
    return Kind.PARAMETER if _CONDITION.match(w.tail) or _MAY.match(w.tail) else None


def _is_given(w: Wording) -> bool:
    """Whether a value is what goes for a class, and the condition of the next class follows it."""
    if not w.tail.startswith("、"):
        return False
    another = w.tail[1:2].isdigit() and _MADE_OR_EACH.search(w.before)  # 设置服务点2个、5000人以上的设置3个
    return bool(another or _GIVEN_NOW.search(w.before))


def says_for_whom(w: Wording) -> bool:
    """Whether a bound tells one class from others, and its clause, or the next, says what that class gets or
    must have."""
    after_a_list = last_match(_LIST_MARK, w.before)
    own = w.before[after_a_list.end() :] if after_a_list else w.before
    if not w.bounded or _is_given(w):
        return False
    if w.value.unit.sort == "share" and not _SHARE_OF_THEIRS.search(own):
        return False  # 50%以上的社区建有食堂
    if after_a_list and not own and _WITHOUT_NAME.match(w.tail):
        return True  # 设置2个、1万人以上的设置1个
    return bool(not _MADE_OR_EACH.search(own) and _CLASS.match(w.tail + w.following))


def _class_of(w: Wording) -> Kind | None:
    return Kind.PARAMETER if says_for_whom(w) else None


def _part_beyond(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.bounded and _PART_BEYOND.match(w.tail) else None


def _with_its_sum(w: Wording) -> Kind | None:
    applies = w.bounded and (_ITS_SUM.match(w.tail) or _STEPS.match(w.tail))
    return Kind.PARAMETER if applies else None


def _before_so_much(w: Wording) -> Kind | None:
    before = w.value.comparator is Comparator.LT and w.value.comparator_rule == "bound behind the unit"
    # 不得迟于总建筑面积完成50%时移交
    before = before or (w.value.comparator is Comparator.LE and w.tail.startswith(("时", "前", "之前")))
    return Kind.PARAMETER if before and _DONE_BEFORE.search(w.before) else None


def _falls_short(w: Wording) -> Kind | None:
    short = w.value.comparator is Comparator.LT and (
        _WHERE.match(w.tail) or _OR_ELSE.match(w.tail + w.following)
    )
    return Kind.PARAMETER if short or w.before.endswith("满") else None


def _qualifies(w: Wording) -> Kind | None:
    return Kind.PARAMETER if "注册" in w.before and w.bounded else None


def _whom_it_is_for(w: Wording) -> Kind | None:
    applies = _GIVES.match(w.following) and _RECIPIENT.match(w.tail)
    if not applies and w.bounded:
        at_once = _TO_WHOM.search(w.before) and _IS_GIVEN.match(w.tail)
        applies = at_once or (
            _THOSE_THAT.match(w.before)
            and (_THEN_GIVEN.match(w.following) or _TOPIC.match(w.tail + w.following))
        )
    return Kind.PARAMETER if applies else None


def _step_of_sums(w: Wording) -> Kind | None:
    words = w.tail + w.following
    if "分别" not in words or not _GIVEN_IN_TURN.match(words):
        return None
    return Kind.PARAMETER if _GOES_BY.search(w.opening + w.before) else None


def _singled_out(w: Wording) -> Kind | None:
    if not w.bounded or not (singled_out := _SINGLED_OUT.match(w.tail)):
        return None
    if w.value.unit.sort == "share":
        if not _RATE.search(w.before):
            return None  # 70%以上的行政村应当设置站点: so many of them shall
        if singled_out["gets"] in _GETS:
            return Kind.PARAMETER  # 占比达到60%以上的机构可优先评级
    return None if _MAKES.search(w.before) else Kind.PARAMETER


def _which_of_them(w: Wording) -> Kind | None:
    if not w.bounded:
        return None
    those = (
        (w.value.unit.sort != "share" and len(w.before) <= 1 and _WHICH.match(w.tail))
        or (w.value.unit.sort == "money" and _SO_MANY_OF_THEM.match(w.tail))
        or (w.before.endswith("新建") and _QUARTERS.match(w.tail))
        or (w.before[:1] in ("对", "凡") and _OF_WHOM.match(w.before) and _THOSE.match(w.tail))
    )
    return Kind.PARAMETER if those else None


def _definition(w: Wording) -> Kind | None:
    words = w.opening + w.before if w.bounded else ""
    return Kind.PARAMETER if ("指" in words or "所称" in words) and _IS.search(words) else None


CONDITION_RULES: tuple[KindRule, ...] = (
    Rule(
        "definition",
        _definition,
        "本办法所称养老机构,是指床位数在«10张»以上的服务机构。",
        "养老机构床位数在«10张»以上。",
        "GUIDE: conditions are parameters",
        only=("count", "people", "area"),
        state="bound",
    ),
    *NAMED_COUNT_RULES,
    *THOSE_RULES,
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
        "step and its sum",
        _with_its_sum,
        "日均助餐«51人»以上补贴3万元。",
        "日均助餐达到«51人»以上,补贴标准3万元。",
        "GUIDE: conditions are parameters",
        only=("count", "people", "share", "area"),
        needs="元档等类区别",
        state="bound",
    ),
    Rule(
        "before so much is done",
        _before_so_much,
        "住宅总规模完成«50%»前,养老服务设施应当建成。",
        "住宅总规模完成«50%»,养老服务设施应当建成。",
        "GUIDE: conditions are parameters",
        only=("share",),
        state="bound",
    ),
    Rule(
        "capital that qualifies",
        _qualifies,
        "运营方注册资金不低于«100万元»。",
        "运营方注册后投入资金«100万元»。",
        "GUIDE: conditions are parameters",
        only=("money",),
    ),
    Rule(
        "whom something is given",
        _whom_it_is_for,
        "年服务量达到«3000人次»的助餐点,给予一次性奖励。",
        "建成服务«3000人次»的助餐点,方便老年人就餐。",
        "GUIDE: conditions are parameters",
    ),
    Rule(
        "steps that sums go by",
        _step_of_sums,
        "按日均就餐人数«50人»以下、50—100人,分别给予2万元、3万元补贴。",
        "新建助餐点«8个»、日间照料中心3家,分别给予2万元、3万元补贴。",
        "GUIDE: conditions are parameters",
    ),
    Rule(
        "what is singled out",
        _singled_out,
        "将«40张»以上床位的托养机构列为重点单位。",
        "新增«40张»以上床位的托养机构应当备案。",
        "GUIDE: conditions are parameters",
        only=("count", "people", "share", "money"),
        needs="的",
        state="bound",
    ),
    Rule(
        "which of them",
        _which_of_them,
        "«100张»以上床位的养老机构内设医疗机构。",
        "新增«100张»以上床位的养老机构。",
        "GUIDE: conditions are parameters",
        state="bound",
    ),
    Rule(
        "class that something is said of",
        _class_of,
        "床位«50张»以下的机构配备1名安全员。",
        "每个机构配备床位«50张»以下的房间1个。",
        "GUIDE: conditions are parameters",
        only=("count", "people", "share", "area", "length", "money"),
        needs="的",
        state="bound",
    ),
    Rule(
        "threshold of the part above it",
        _part_beyond,
        "自付超过«1万元»的部分再报销60%。",
        "自付超过«1万元»的老年人较多。",
        "GUIDE: conditions are parameters",
        only=("count", "people", "money", "area", "mass", "energy"),
        needs="的",
        state="bound",
    ),
)
