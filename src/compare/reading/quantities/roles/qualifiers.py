"""Quantities that only qualify another one or name something: bases, ages of a rate, ranks, ends of lists."""

from __future__ import annotations

import re

from compare.model import Role
from compare.reading.cues import CARES_FOR, GIVES, PAYMENTS
from compare.reading.quantities.bases.payments import EACH_DONE, MARGINAL_VERBS, PAID_NOUN
from compare.reading.quantities.bases.populations import BEFORE_ONE
from compare.reading.quantities.roles.mentions import MENTION_RULES
from compare.reading.quantities.roles.named_numbers import NAME_RULES
from compare.reading.quantities.roles.named_times import NAMED_TIMES
from compare.reading.quantities.sizes.number import Number, Part
from compare.reading.rules import ByKind, Rule

_BASE_AHEAD = re.compile(r"每[十百千万]+(?:名|位|个)?$")
_RATE = r"(?:率|比例|占比|比重|百分比|托位数|床位数|人数|人口)"
_RATE_AHEAD = re.compile(
    rf"(?:及?以[上下])?[^,。;0-9]{{0,24}}?(?:{_RATE}[^,。;]{{0,10}}?[0-9百]"
    r"|(?:率|比例|占比|比重|水平)[一-龥]{0,4}(?:提高|提升|上升|增长|下降|降低|改善|好转|扩大)"
    r"|(?:(?!免费|享受|发放|津贴|[补给])[^,。;0-9]){0,24}?全覆盖"
    # 50岁以上护理员占七成多
    r"|(?:(?!免费|享受|发放|津贴|[补给])[^,。;()0-9]){1,16}?占(?![用地])[^,。;0-9]{0,14}(?:[0-9.]{1,6}(?:%|成)|[0-9一二三四五六七八九十]{1,2}分之))"
)
# 70周岁以上老年人1.8万余人: how many there are of that age
_POPULATION_AHEAD = re.compile(
    r"(?:及?以[上下])?(?:的?(?:户籍|常住|失能|高龄|独居|农村|城镇)){0,3}的?(?:(?:老年?人口?|人口)(?:数量?|总[数量])?)?"
    r"的?(?:平均每年以|(?:预计|有望)?(?:已经?|将|仍)?(?:达到?|接近|超过?|突破|逾|增至|增加到)|已有|共有|共计|总数为|为|约|有|共)?(?:约|近)?[0-9][0-9.,]*+[余多]?(?:万?[余多]?(?:名|人(?!次)|位)|[万千亿][余多]?(?=[,。;、(]))"
)
# 6个月内婴儿纯母乳喂养率: months of age qualify a rate as years do
_INFANTS = re.compile(r"(?:龄|大)?(?:以?内|以[上下]|之内)?的?婴幼?儿的?[^,。;0-9]{0,16}?(?:率|比例|占比)")
# 3岁以下婴幼儿照护服务, 0-6岁儿童家长: what the small ones are called
_SMALL_CHILDREN = re.compile(
    r"(?:以[下内])?的?(?:(?:婴幼儿|幼儿|儿童)[^,。;补免津实招开提进给享]{0,8}?|早期)(?:教育|照护|照料|托育|早教|养育|保育|发展)"
    r"(?:服务|体系|体制|机构|工作|事业|指导|支持|模式|水平|行业|设施|能力)*(?:建设)?(?=[,。;、和与]|$)|(?:以[下内])?的?(?:婴幼儿|幼儿|儿童)(?:家长|看护)"
)
_TIMES = re.compile(r"[^,。;\n]*?[0-9一二两三四五六七八九十百]")
_PRICE = re.compile(
    r"(?:^|折扣|打|享受?|按照?|优惠|价格?|费用?|票|的|至|到|为|以|予|不[高低]于|[岁人](?:及?以上)?|折[、和及至])$"
)
_PRICE_AHEAD = re.compile(r"优惠|收|价|以[上下]|购|乘|票|入|计|减")
# 1名护理员照护3-5名老人: the second number is the base of the first
_SERVES = re.compile(rf"{BEFORE_ONE}[1-5一二两三四五]名[一-龥]{{1,8}}(?:{CARES_FOR})(?:不超过|不多于|约)?$")
_PAID = re.compile(rf"(?:{GIVES})?(?:一次性)?(?:{PAYMENTS})")
# 新增1张床位补助8000元: what is paid for one, said without 每; behind a comma it may be a sum for all
_FOR_ONE = re.compile(rf"{MARGINAL_VERBS}$")
_EACH_DONE = re.compile(rf"{EACH_DONE}$")
_PAID_FOR_ONE = re.compile(rf"{PAID_NOUN}[0-9.,]++万?元")
# 进入全省前5%, 位居全市前10名: a place in a ranking
_RANK = re.compile(r"(?:进入|位居|排名|位列|名列|跻身|[列居]|处于|达到)[^,。;0-9]{0,10}前$")
_RANK_OF_SHARE = re.compile(
    r"[排名绩分核评省市县区国列位居入取第在靠价果次序为对于的]前$|(?:末位?|倒数|最后)$"
    r"|(?:排名|名次|排序|位次|位[列居次于]|列|居|处于|评价|考核|得分|评分|结果为?)(?:最|靠|在|于|为)?[后末]$"
)
# 获得前3名, 排名后3位
_RANK_OF_COUNT = re.compile(
    r"(?<![目之以年月日此当从先提餐事岗生产会超空])前$|(?:排名|考核|评比|靠|排|倒数?|全[省市县区国州])(?:后|第|倒数)$|倒数$"
)
# 3年前,该镇引入团队; 两年前建成的食堂
_AGO_BEFORE = re.compile(r"(?:^|[,。;:\n(])(?:早在|还在)?$")
_AGO_BEHIND = re.compile("前[,建该我全老村这那创成起就还]")
# 过去5年,…; 近3年来
_PAST_SPAN = re.compile(r"(?:过去的?|(?<![将接临邻附])近)$")
_PAST_SPAN_ENDS = re.compile("(?:间|以?来)?,|以?来(?!自)")
_RANKED = ("名", "位", "人", "家", "个", "所")
# 等7大类34项: a second count follows, so the first does not close its list
_SECOND_COUNT = re.compile(r"[0-9]{1,4}(?:小?项|小类|种|条|款)")
# 低保、特困等3类对象: the number closes its own list
_CLOSES = re.compile(r"、[^,。;0-9]{1,24}等$|[一-龥]{2,}等$")
_CLOSED = re.compile(
    r"(?:部门|单位|方面|环节|领域|街道|乡镇|镇|乡|县|区|市|省|地区|对象|群体|人群|城市|国家|(?:惠民|民生)?实事|工作|任务|事项)"
    r"(?!(?![建设开办新改配])(?:综合)?(?:养老)?(?:服务)?[一-龥]{0,4}(?:院|站|中心|机构|学校|设施))"
)

# 以百分之百的努力
_OF_ZEAL = re.compile("的?(?:努力|热情|决心|诚意|用心|爱心|耐心|真心|状态|信心|付出)")

_SMALL = 6  # years

_PartRule = Rule[Number, Part]


def _base_with_unit(n: Number) -> Part | None:
    return (n.end, Role.STATEMENT) if n.before.endswith("每") else None


def _said_again(n: Number) -> Part | None:
    text, start = n.text, n.start
    if text.endswith("(含", 0, start):
        return n.end, Role.STATEMENT
    again = n.known.sort == "age" and text.startswith(f"及{text[start : n.end]}", n.end)
    return (n.end, Role.STATEMENT) if again else None


def _age_of_base(n: Number) -> Part | None:
    aged = _BASE_AHEAD.search(n.before)
    return (n.end, Role.STATEMENT) if aged else None


def _age_of_rate(n: Number) -> Part | None:
    rate = _RATE_AHEAD.match(n.text, n.end)
    return (n.end, Role.STATEMENT) if rate else None


def _small_children(n: Number) -> Part | None:
    named = n.high <= _SMALL and _SMALL_CHILDREN.match(n.text, n.end)
    return (n.end, Role.STATEMENT) if named else None


def _months_of_rate(n: Number) -> Part | None:
    infants = n.known.unit in ("个月", "周", "日") and _INFANTS.match(n.text, n.end)
    return (n.end, Role.STATEMENT) if infants else None


def _age_of_population(n: Number) -> Part | None:
    counted = _POPULATION_AHEAD.match(n.text, n.end)
    return (n.end, Role.STATEMENT) if counted else None


def _zeal(n: Number) -> Part | None:
    if n.high == 100 and _OF_ZEAL.match(n.text, n.end):
        return n.end, Role.NAME
    stated = n.group("frac") != "百分百" or n.before.endswith(("达到", "达", "为", "到", "实现", "率", "至"))
    return None if stated else (n.end, Role.NAME)


def _folded(n: Number) -> Part | None:
    if not n.group("frac").endswith("折"):
        return None
    price = _PRICE.search(n.before) or _PRICE_AHEAD.match(n.text, n.end)
    return None if price else (n.end, Role.NAME)


def _served(n: Number) -> Part | None:
    return (n.end, Role.STATEMENT) if _SERVES.search(n.before) else None


def _paid_for(n: Number) -> Part | None:
    if n.low != 1 or n.high != 1:
        return None
    each = "每" in n.before and _PAID.match(n.text, n.end)
    done = _FOR_ONE.search(n.before) or ("每" in n.before and _EACH_DONE.search(n.before))
    one = each or (done and _PAID_FOR_ONE.match(n.text, n.end))
    return (n.end, Role.STATEMENT) if one else None


def _rank(n: Number) -> Part | None:
    rank = _RANK.search(n.before) or (n.known.sort == "share" and _RANK_OF_SHARE.search(n.before))
    if n.known.unit in _RANKED:
        rank = rank or _RANK_OF_COUNT.search(n.before)
    return (n.end, Role.NAME) if rank else None


def _long_ago(n: Number) -> Part | None:
    if n.known.unit != "年":
        return None
    ago = _AGO_BEFORE.search(n.before) and _AGO_BEHIND.match(n.text, n.end)
    since = _PAST_SPAN.search(n.before) and _PAST_SPAN_ENDS.match(n.text, n.end)
    return (n.end, Role.NAME) if ago or since else None


def _closer(n: Number) -> Part | None:
    if n.low > 50 or not _CLOSES.search(n.before) or _SECOND_COUNT.match(n.text, n.end):
        return None
    closes = n.known.enumerates or _CLOSED.match(n.text, n.end)
    return (n.end, Role.NAME) if closes else None


def _interval(n: Number) -> Part | None:
    each = n.before.endswith("每")
    return (n.end, Role.STATEMENT) if each and _TIMES.match(n.text, n.end) else None


_PART_RULES: tuple[_PartRule, ...] = (
    Rule(
        "base with its unit",
        _base_with_unit,
        "每«1.5万人»设置1处。",
        "为«1.5万人»建档。",
        only=("count", "people", "area", "length"),
        needs="每",
    ),
    Rule(
        "the same number again",
        _said_again,
        "80周岁(含«80»周岁)以上老年人。",
        "80周岁(«90»周岁)以上老年人。",
    ),
    Rule(
        "age of a base",
        _age_of_base,
        "每千名«60»岁以上老年人拥有床位40张。",
        "«60»岁以上老年人拥有床位40张。",
        only=("age",),
        needs="每",
    ),
    *NAME_RULES,
    *NAMED_TIMES,
    *MENTION_RULES,
    Rule(
        "age of a rate",
        _age_of_rate,
        "«65»岁以上老年人健康管理率达到70%。",
        "«65»岁以上老年人享受津贴。",
        "GUIDE: an age that only qualifies the population of a rate goes in scope",
        only=("age",),
    ),
    Rule(
        "age of small children",
        _small_children,
        "发展«3岁»以下婴幼儿照护服务。",
        "«3岁»以下婴幼儿免费体检。",
        "GUIDE: an age that states eligibility gets a row",
        only=("age",),
    ),
    Rule(
        "months of a rate",
        _months_of_rate,
        "«6个月»内婴儿纯母乳喂养率达到50%。",
        "«6个月»内婴儿享受补贴。",
        "GUIDE: an age that only qualifies the population of a rate goes in scope",
        only=("duration",),
    ),
    Rule(
        "age of a population",
        _age_of_population,
        "全市有«60岁»以上老年人1.8万人。",
        "«60岁»以上老年人满10人的村。",
        "GUIDE: an age that only qualifies a population goes in scope",
        only=("age",),
    ),
    Rule(
        "hundred per cent as a word",
        _zeal,
        "以«百分百»的热情投入。",
        "参保率达到«百分百»。",
        only=("share",),
    ),
    Rule("folded", _folded, "宣传册共«3折»。", "购票享受«3折»优惠。", only=("share",)),
    Rule(
        "those one person serves",
        _served,
        "按照1名社工服务«200名»老年人的标准配备。",
        "培训100名社工服务«200名»老年人。",
        "GUIDE: ratios are coded with the base in the unit",
        only=("count", "people"),
        needs="名",
    ),
    Rule(
        "one that is paid for",
        _paid_for,
        "每新建一个食堂补助10万元、改造«一个»补助5万元。",
        "每个县新建«一个»食堂。",
        "GUIDE: 每增加1张: the 1 belongs to the base",
        only=("count", "people"),
    ),
    Rule(
        "place in a ranking",
        _rank,
        "综合评价进入全省前«5%»。",
        "综合评价达到全省的«95%»。",
        only=("share", "count", "people"),
        needs="前后末倒最",
    ),
    Rule(
        "so long ago",
        _long_ago,
        "«3年»前,该镇敬老院引入专业团队。",
        "合同期满«3年»前,可以续签。",
        "GUIDE: a time that only dates what is told has no row",
        only=("duration",),
    ),
    Rule(
        "end of a list",
        _closer,
        "低保、特困、高龄等«3类»对象优先。",
        "服务低保、特困等«5000名»老年人。",
        "GUIDE: a closed list that only closes itself has no row",
        only=("count", "people"),
        needs="等",
    ),
    Rule(
        "interval of a frequency",
        _interval,
        "每«2»年开展1次评估。",
        "满«2»年开展1次评估。",
        "GUIDE: 每两年一次 is 1 次/2年",
        only=("duration",),
        needs="每",
    ),
)
#: By the sort of the unit and the 24 characters before the number, from which on they look back.
PART_RULES = ByKind(_PART_RULES)
