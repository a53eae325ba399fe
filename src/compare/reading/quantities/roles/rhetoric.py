"""Which numbers in words are real values and which only speak (一批, 三项, 两个方面, 三年行动方案).

gold/GUIDE: a purely rhetorical 一 is no statement; a real count is (建成一所, 每个…安排一个, 每年至少一次).
:data:`COUNT_RULES` decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from compare.reading.cues import ASPECTS, DOES, EVERY_OTHER, HAS, MAKES
from compare.reading.quantities.bases.populations import SERVES_MANY
from compare.reading.quantities.bases.wordings import ONCE_IN
from compare.reading.quantities.dates import OF_A_PLAN
from compare.reading.quantities.sizes.number import Number
from compare.reading.rules import ByKind, Rule

_MEASURED = ("share", "age", "money", "change", "level")
_SIZES = ("multiple", "length", "mass", "area", "energy")
TIME = ("duration",)
TIMES = ("frequency",)
# 三年行动方案, 五年规划, 一年来: spans of time that name something and bind nothing.
DURATION_NAME = re.compile(r"(?:行动|规划|计划|攻坚|方案|倍增|提升|改革|工程|来|以来|一度|期间|制)")
_DURATION_BEFORE = re.compile(
    r"(?:分|满|满[0-9一二两三四五六七八九十]{1,2}年[、和及或]|为期|期限为?|(?:试点|协议|服务|合同|租赁|聘任|聘用|建设|运营|培育|保修|质保|试用|试行|履约|过渡|有效|追溯|禁入)期|有效期为?|公示|公告|公布|张贴|连续|提前|经过|用|近|每|限期|保存|保留|延长[至到]?|缩短[至到]?|试行|试用|超过|不超过|不[^,。]{0,4}于"
    r"|期限[^,。]{0,4}|期[^,。]{0,2}为|在|至少|于|自[^,。]{1,20}(?:起|后)|后|间隔|可|由|全年|累计|享受|给予)$"
)
_DURATION_AFTER = re.compile(r"(?:以?内|之内|以上|以下|及以上|以前|前|时间|过渡期|有效|期满|为限)")
_BUILD = "建成|新建|增设|配备|开办|引进|各建|各有|均有|至少|不少于|" + HAS
_STRONG_VERB = re.compile(rf"(?:{_BUILD})(?:了|好|起)?$")
_COUNT_VERB = re.compile(
    rf"(?:{_BUILD}|{MAKES}|{DOES}|办好|有|认定|评选|选派|建|设|达到|达|到|为)(?:了|好|起)?$"
)
# 三个阶段, 两个方面: parts of an argument, not things counted.
_ABSTRACT = re.compile(
    rf"大?(?:{ASPECTS}|层级|等级|类别|类型|原则|问题|条件|特点|要素|确保"
    r"|维护|意识|自信|文明|梯次|级别|档次|档|关键|重点)|一"
)
_LAST_WORD = re.compile(r"[。,;、\n)]|$")  # 建设示范性中心十个。
_RECURS = re.compile(
    r"每(?:半|[一二两三四五六七八九十]{1,2}|[0-9]{1,2}(?:[-~至][0-9]{1,2})?)?个?(?:年|季|月|周|日|天|星期|小时|人|批|班|次|旬|学[期年])|(?:不少于|至少)[^,。;]{0,4}$|(?:连续|累计|超过)$"
    rf"|(?:检查|抽查|督查|巡查|走访|慰问|演练|调研|宣讲|活动)$|{EVERY_OTHER}"
)
_DISTRIBUTIVE = re.compile(
    r"每|各(?=[^种类项级]{0,8}(?:建|设|有|配|成))|均(?=[^衡等]{0,6}[有建设配])|都(?=应?当?要?[有建设配])"
)
# 一公里以内, 一个以上: a bound behind the unit makes a size or a count of it.
_BOUNDED = re.compile(r"(?:\(含\))?及?以[上下内]|左右|之内")
# A list of norms that opens with a bounded one: 一片以上健身场地、一个康复室.
_NORMS = re.compile(r"[一二两三][一-龥]{1,2}以上[一-龥]{1,12}(?:、[一-龥]{1,14})?[、和及与]$")
# 六个月大: the age of a child
_OLD = re.compile(r"大(?![部幅力多量约大检型概体规])")
# 六大类三十项: classes and items of a list that is set up
_CLASSES = re.compile(r"(?:大类|类|个方面|大项)$")
_ITEMS = re.compile(r"[一二两三四五六七八九十百]{1,5}(?:小?项|小类|种|条)")
_LISTED_UP = re.compile(
    r"(?:提供|推行|建立|制定|形成|实施|涵盖|包括|包含|明确|设立|确定|推出|细化|列出|梳理|完善|分为|共)"
)
# 同时符合两类以上补贴条件的, 有五项及以上指标异常的: how many of a set must hold
_HOLDS = re.compile(r"(?:符合|满足|具备|有(?<![没设建共])|存在|出现|发现|享受)$")
_OF_A_SET = re.compile(r"[及或]?以上(?:[一-龥]{0,6}(?:条件|情形|情况|指标|标准|要求|问题|补[贴助])|不)")
# 覆盖四个中心城区: places that something reaches
_REACHES = re.compile(r"(?:覆盖|惠及)(?:了|到)?(?:全部|所有)?$")
_PLACES = re.compile("[一-龥]{0,4}(?:街道|社区|镇街|乡镇|城区|片区|[县区市旗州镇乡村])(?![级域一-龥]{0,2}网)")
# 五年内前三年
_OF_A_TERM = re.compile("年内的?[前后]$")
Condition = Callable[[Number], object]


def _always(n: Number) -> bool:
    return True


# 今后五年, 后五年; 服务终止后五年 counts from an event
_OPENS_HORIZON = re.compile(f"(?<!提)前$|[今以之此往]后$|后{OF_A_PLAN}$")


def _horizon_part(n: Number) -> bool:
    lead = n.before[-1:] in ("前", "后") and _OPENS_HORIZON.search(n.before)
    return bool(lead) and n.known.unit == "年" and not n.text.startswith(("内", "以内", "之内"), n.end)


def _bounded_time(n: Number) -> object:
    if n.low != n.high and n.text.find("以上", n.start, n.end) > 0:
        return True  # 两年以上三年以下
    return _DURATION_AFTER.match(n.text, n.end) or _DURATION_BEFORE.search(n.before)


def _recurring(n: Number) -> object:
    return (_RECURS.search(n.before) or ONCE_IN.search(n.before)) and not n.text.startswith("性", n.end)


def _several(n: Number) -> object:
    return n.low != n.high or n.low >= 11 or (n.low > 1 and n.before and _LAST_WORD.match(n.text, n.end))


def _in_norm(n: Number) -> object:
    return n.lexicon.distant.search(n.before) or _DISTRIBUTIVE.search(n.before) or _NORMS.search(n.before)


def _bounded(n: Number) -> object:
    return _BOUNDED.match(n.text, n.end)


def _one_of_a_size(n: Number) -> bool:
    if n.low != 1 or n.high != 1:
        return False
    return not (_bounded(n) or n.lexicon.adjacent.search(n.before) or n.lexicon.distant.search(n.before))


def _classes_and_items(n: Number) -> object:
    pair = (_CLASSES.search(n.before) and not n.unit_text.endswith("类")) or (
        n.unit_text.endswith("类") and _ITEMS.match(n.text, n.end)
    )
    return n.known.enumerates and pair and _LISTED_UP.search(n.before)


def _so_many_hold(n: Number) -> object:
    return n.known.enumerates and _HOLDS.search(n.before) and _OF_A_SET.match(n.text, n.end)


def _places_reached(n: Number) -> object:
    return n.low > 1 and n.known.unit == "个" and _REACHES.search(n.before) and _PLACES.match(n.text, n.end)


def _one_built(n: Number) -> object:
    return n.low == 1 and n.known.countable_one and n.known.unit != "个" and _STRONG_VERB.search(n.before)


# What a rule says of the number: it counts something, or it only speaks.
def _counts(condition: Condition = _always) -> Callable[[Number], bool | None]:
    return lambda n: True if condition(n) else None


def _speaks(condition: Condition = _always) -> Callable[[Number], bool | None]:
    return lambda n: False if condition(n) else None


_COUNT_RULES: tuple[Rule[Number, bool], ...] = (
    Rule(
        "measured in words",
        _counts(lambda n: n.known.unit != "度"),
        "年满«五十五岁»。",
        "覆盖«五十五»个村。",
        only=_MEASURED,
    ),
    Rule(
        "one of a size",
        _speaks(_one_of_a_size),
        "打通最后«一»公里。",
        "打通最后«两公里»。",
        "GUIDE: a purely rhetorical 一",
        only=_SIZES,
    ),
    Rule("size in words", _counts(), "服务半径«一公里»以内。", "服务半径«一»公里。", only=_SIZES),
    Rule(
        "hours and minutes",
        _counts(lambda n: n.known.unit in ("分钟", "小时")),
        "«十五分钟»养老服务圈。",
        "«十五»年养老服务规划。",
        only=TIME,
    ),
    Rule(
        "first years of a term",
        _counts(lambda n: n.known.unit == "年" and _OF_A_TERM.search(n.before)),
        "五年内前«三年»免收租金。",
        "前«三»年免收租金。",
        only=TIME,
    ),
    Rule(
        "years of the horizon",
        _speaks(_horizon_part),
        "工程分前«五»年推进。",
        "提前«五年»完成。",
        only=TIME,
    ),
    Rule(
        "span of time in a name",
        _speaks(lambda n: DURATION_NAME.match(n.text, n.end)),
        "实施养老服务«三»年行动计划。",
        "过渡期不超过«三年»。",
        "GUIDE: names that contain numerals",
        only=TIME,
    ),
    Rule(
        "age of a child",
        _counts(lambda n: n.known.unit in ("个月", "周", "日") and _OLD.match(n.text, n.end)),
        "«六个月»大的婴儿。",
        "用了«六个月»的时间。",
        only=TIME,
    ),
    Rule(
        "months looked back on",
        _counts(lambda n: n.known.unit == "个月" and n.before.endswith(("前", "最近"))),
        "申请前«六个月»的收入。",
        "用了«六个月»的时间。",
        only=TIME,
    ),
    Rule(
        "bounded span of time",
        _counts(_bounded_time),
        "应在«三十日»内答复。",
        "«三十»日上午开会。",
        only=TIME,
    ),
    Rule("span of time", _speaks(), "«三十»日上午开会。", "应在«三十日»内答复。", only=TIME),
    Rule("recurring", _counts(_recurring), "每年至少开展«一次»评估。", "给予«一»次性补贴。", only=TIMES),
    Rule(
        "times that only speak",
        _speaks(),
        "给予«一»次性补贴。",
        "每年至少开展«一次»评估。",
        "GUIDE: a purely rhetorical 一",
        only=TIMES,
    ),
    Rule(
        "classes and items of a list",
        _counts(_classes_and_items),
        "推行«六大类»三十项服务。",
        "推行«六»类服务。",
        "GUIDE: N大类M项 states two counts, when something is set up or provided",
        only=("count",),
    ),
    Rule(
        "so many of a set that hold",
        _counts(_so_many_hold),
        "同时符合«两类»以上补贴条件的,就高享受。",
        "落实«两类»以上补贴政策。",
        "GUIDE: conditions are parameters",
        only=("count",),
    ),
    Rule("parts of a list", _speaks(lambda n: n.known.enumerates), "落实«三»项制度。", "建成«三所»敬老院。"),
    Rule(
        "parts of an argument",
        _speaks(lambda n: _ABSTRACT.match(n.text, n.end)),
        "分«三»个阶段实施。",
        "建成«三个»中心。",
    ),
    Rule(
        "bounded count",
        _counts(_bounded),
        "建立«一个»以上幸福院。",
        "建立«一»个幸福院。",
        only=("count", "people"),
    ),
    Rule("several", _counts(_several), "培育«十二个»品牌。", "有«两»个特色。"),
    Rule(
        "norm of more than one",
        _counts(lambda n: _in_norm(n) and n.low > 1),
        "每个县有«两个»中心。",
        "全县有«一»个中心。",
    ),
    Rule(
        "norm of one",
        _counts(lambda n: _in_norm(n) and n.known.countable_one),
        "每个县有«一个»中心。",
        "全县有«一»个中心。",
        "GUIDE: a real count (每个…安排一个)",
    ),
    Rule(
        "one that only speaks",
        _speaks(_in_norm),
        "每个村都有«一»份台账。",
        "每个县有«一个»中心。",
        "GUIDE: a purely rhetorical 一",
    ),
    Rule(
        "one who serves so many",
        _counts(lambda n: SERVES_MANY.match(n.text, n.end)),
        "«一名»网格员负责300户居民。",
        "«一»名网格员负责走访居民。",
        "GUIDE: ratios are coded with the base in the unit",
        only=("people",),
    ),
    Rule(
        "places that something reaches",
        _counts(_places_reached),
        "助餐网络覆盖«四个»街道。",
        "助餐网络覆盖«四个»方面。",
        only=("count",),
    ),
    Rule("one built", _counts(_one_built), "建成«一所»敬老院。", "成为«一»所好学校。"),
    Rule(
        "rhetorical one",
        _speaks(lambda n: n.low == 1),
        "成为«一»所好学校。",
        "建成«一所»敬老院。",
        "GUIDE: a purely rhetorical 一",
    ),
    Rule(
        "counted by its verb",
        _counts(lambda n: _COUNT_VERB.search(n.before)),
        "打造«三个»品牌。",
        "这«三»个品牌很好。",
    ),
    Rule("number in passing", _speaks(), "这«三»个品牌很好。", "打造«三个»品牌。"),
)
#: Of numbers in words with a unit; the last rule leaves none undecided.
COUNT_RULES = ByKind(_COUNT_RULES)


def half_counts(n: Number) -> bool:
    """Whether 半 is a real half: 半小时内, 期限为半年; not 上半年, 半年总结."""
    if n.known.unit == "小时":
        return True
    timed = _DURATION_AFTER.match(n.text, n.end) or _DURATION_BEFORE.search(n.before)
    return (
        n.known.unit in ("年", "个月")
        and bool(timed)
        and not n.before.endswith(("上", "下", "前", "后", "每"))
    )
