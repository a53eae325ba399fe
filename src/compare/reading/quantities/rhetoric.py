"""Which numbers are real values and which only speak (一批, 三项, 两个方面, 三年行动方案).

gold/GUIDE: names that contain numerals and a purely rhetorical 一 are no statements; a real count is
(建成一所, 每个…安排一个, 每年至少一次). :data:`COUNT_RULES` decides of numbers in words,
:data:`NAME_RULES` of any number with a unit that is part of a name or a formula.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_letters

from compare.model import Role
from compare.reading.cues import DOES, HAS, MAKES
from compare.reading.quantities.bases import SERVES_MANY
from compare.reading.quantities.sizes import Number
from compare.reading.rules import ByKind, Rule

_MEASURED = ("share", "age", "money", "change", "level")
_SIZES = ("multiple", "length", "mass", "area", "energy")
_TIME = ("duration",)
_TIMES = ("frequency",)

# 三年行动方案, 五年规划, 一年来: spans of time that name something and bind nothing.
_DURATION_NAME = re.compile(r"(?:行动|规划|计划|攻坚|方案|倍增|提升|改革|工程|来|以来|一度|期间|制)")
_DURATION_BEFORE = re.compile(
    r"(?:分|满|为期|期限为?|有效期为?|公示|公告|公布|张贴|连续|提前|经过|用|近|每|限期|保存|保留|延长|缩短|超过|不超过|不[^,。]{0,4}于"
    r"|期限[^,。]{0,4}|期[^,。]{0,2}为|在|至少|于|自[^,。]{1,20}(?:起|后)|后|间隔|可|累计|享受|给予)$"
)
_DURATION_AFTER = re.compile(r"(?:以?内|之内|以上|以下|及以上|以前|前|时间|过渡期|有效|期满|为限)")

_BUILD = "建成|新建|增设|配备|开办|引进|各建|各有|均有|至少|不少于|" + HAS
_STRONG_VERB = re.compile(rf"(?:{_BUILD})(?:了|好|起)?$")
_COUNT_VERB = re.compile(
    rf"(?:{_BUILD}|{MAKES}|{DOES}|办好|有|认定|评选|选派|建|设|达到|达|到|为)(?:了|好|起)?$"
)
_DAY_OF_MONTH = re.compile(r"每月(?:[0-9]{1,2}日[、和及])*$")
# 三个阶段, 两个方面: parts of an argument, not things counted.
_ABSTRACT = re.compile(
    r"大?(?:阶段|方面|层次|层级|层面|环节|步骤|等级|类别|类型|维度|原则|问题|条件|特点|要素|结合|转变|统一|确保"
    r"|坚持|维护|意识|自信|文明|梯次|级别|档次|档|关键|重点)|一"
)
_LAST_WORD = re.compile(r"[。,;、\n)]|$")  # 建设示范性中心十个。
_RECURS = re.compile(
    r"每(?:半|[一二两三四五六七八九十]{1,2}|[0-9]{1,2}(?:[-~至][0-9]{1,2})?)?个?(?:年|季|月|周|日|天|星期|小时|人|批|班|次|旬|学[期年])|(?:不少于|至少)[^,。;]{0,4}$|(?:连续|累计|超过)$"
)
_DISTRIBUTIVE = re.compile(r"每|各(?=[^种类项级]{0,8}(?:建|设|有|配|成))|均(?=[^衡等]{0,6}[有建设配])")
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
# 成熟1个、推出1个: each of a list of verbs with one; a noun before or behind makes counts of them.
_SAID = "成熟|推广|推出|推进|达标|见效|销号|验收|巩固|提升|发展|带动|查处|储备|总结|复制|挂牌|打造"
_DONE_ONCE = f"(?:{_SAID}|培育|培植|建成|建设|实施|整改|发现|完成|运营|启动|谋划|开工|投用|创建|申报)"
_VERBS_OF_SLOGANS = tuple(_DONE_ONCE[3:-1].split("|"))
_SPEAKING = re.compile(_SAID)
_SLOGAN = re.compile(
    rf"(?:{_DONE_ONCE}[1一](?P<unit>[个家所处项批件起户例])[、,]?)"
    rf"(?:{_DONE_ONCE}[1一](?P=unit)[、,]?){{1,4}}(?=[,。;\n”\"」的]|$)"
)
# 实现3个100%
_WHOLE = re.compile("100%")
_SO_MANY = re.compile(r"[0-9一两二三四五六七八九十]个[“\"]?$")
# What stands before a number in a formula, or in 日产, 共印, 印数.
_FORMULA_ENDS = frozenset(f"产印数+×/=*{ascii_letters}")
_TIMES_SIGN = tuple(f"{char}*" for char in "0123456789)人数量率%")

# 5千瓦发电机2台: what is counted is the device
_RATED = re.compile(r"的?[一-龥]{1,10}(?:[0-9]{1,4}|[一二两三四五六七八九十]{1,3})[台套部辆组座个盏]")

_FROM_NOW = re.compile(r"(?:预计|预测|估计|再过|未来|今后|^)$")
# 连续五年实现目标: praise; 连续五年合格的 is a condition
_RUNNING = re.compile(
    r"(?:实现|保持|获|荣|被评|入选|位[居列]|蝉联|增长|提高|上调|提标|列入|成为)(?![^,。;]*的[,。;]?(?:给予|予以|可|,))"
)
_ASPECTS = re.compile("方面|阶段|层次|层面|环节|步骤|维度|转变|坚持|结合|统一|板块|篇章|体系")
_SETS_OUT = re.compile(
    r"(?:提出|部署|明确|确定|围绕|聚焦|推出|细化|出台|分解|列出|安排)了?(?:[0-9]{1,2}个方面)?(?:共|的)?$"
)
_TASKS = re.compile(
    r"(?:主要|重点|具体|工作|改革|创新|政策|支持|关键|核心)*(?:任务|举措|措施|要求|意见|政策|工作)"
)

Condition = Callable[[Number], object]


def _always(n: Number) -> bool:
    return True


def _horizon_part(n: Number) -> bool:
    lead = n.before.endswith(("前", "后")) and not n.before.endswith("提前")
    return n.known.unit == "年" and lead and not n.text.startswith(("内", "以内", "之内"), n.end)


def _bounded_time(n: Number) -> object:
    return _DURATION_AFTER.match(n.text, n.end) or _DURATION_BEFORE.search(n.before)


def _recurring(n: Number) -> object:
    return _RECURS.search(n.before) and not n.text.startswith("性", n.end)


def _several(n: Number) -> object:
    return n.low != n.high or n.low >= 11 or (n.low > 1 and n.before and _LAST_WORD.match(n.text, n.end))


def _in_norm(n: Number) -> object:
    return n.lexicon.distant.search(n.before) or _DISTRIBUTIVE.search(n.before) or _NORMS.search(n.before)


def _bounded(n: Number) -> object:
    return _BOUNDED.match(n.text, n.end)


def _one_of_a_size(n: Number) -> bool:
    if n.low != 1 or n.high != 1:
        return False
    return not (_bounded(n) or n.lexicon.adjacent.search(n.before[-8:]) or n.lexicon.distant.search(n.before))


def _classes_and_items(n: Number) -> object:
    pair = (_CLASSES.search(n.before) and not n.unit_text.endswith("类")) or (
        n.unit_text.endswith("类") and _ITEMS.match(n.text, n.end)
    )
    return n.known.enumerates and pair and _LISTED_UP.search(n.before)


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
        only=_SIZES,
    ),
    Rule("size in words", _counts(), "服务半径«一公里»以内。", "服务半径«一»公里。", only=_SIZES),
    Rule(
        "hours and minutes",
        _counts(lambda n: n.known.unit in ("分钟", "小时")),
        "«十五分钟»养老服务圈。",
        "«十五»年养老服务规划。",
        only=_TIME,
    ),
    Rule(
        "years of the horizon",
        _speaks(_horizon_part),
        "工程分前«五»年推进。",
        "提前«五年»完成。",
        only=_TIME,
    ),
    Rule(
        "span of time in a name",
        _speaks(lambda n: _DURATION_NAME.match(n.text, n.end)),
        "实施养老服务«三»年行动计划。",
        "过渡期不超过«三年»。",
        "GUIDE: names that contain numerals",
        only=_TIME,
    ),
    Rule(
        "age of a child",
        _counts(lambda n: n.known.unit in ("个月", "周", "日") and _OLD.match(n.text, n.end)),
        "«六个月»大的婴儿。",
        "用了«六个月»的时间。",
        only=_TIME,
    ),
    Rule(
        "months looked back on",
        _counts(lambda n: n.known.unit == "个月" and n.before.endswith(("前", "最近"))),
        "申请前«六个月»的收入。",
        "用了«六个月»的时间。",
        only=_TIME,
    ),
    Rule(
        "bounded span of time",
        _counts(_bounded_time),
        "应在«三十日»内答复。",
        "«三十»日上午开会。",
        only=_TIME,
    ),
    Rule("span of time", _speaks(), "«三十»日上午开会。", "应在«三十日»内答复。", only=_TIME),
    Rule("recurring", _counts(_recurring), "每年至少开展«一次»评估。", "给予«一»次性补贴。", only=_TIMES),
    Rule(
        "times that only speak",
        _speaks(),
        "给予«一»次性补贴。",
        "每年至少开展«一次»评估。",
        "GUIDE: a purely rhetorical 一",
        only=_TIMES,
    ),
    Rule(
        "classes and items of a list",
        _counts(_classes_and_items),
        "推行«六大类»三十项服务。",
        "推行«六»类服务。",
        "GUIDE: N大类M项 states two counts, when something is set up or provided",
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
    Rule("one that only speaks", _speaks(_in_norm), "每个村都有«一»份台账。", "每个县有«一个»中心。"),
    Rule(
        "one who serves so many",
        _counts(lambda n: SERVES_MANY.match(n.text, n.end)),
        "«一名»网格员负责300户居民。",
        "«一»名网格员负责走访居民。",
        "GUIDE: ratios are coded with the base in the unit",
        only=("people",),
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


def _named(condition: Condition) -> Callable[[Number], tuple[int, Role] | None]:
    return lambda n: (n.end, Role.NAME) if condition(n) else None


def _in_formula(n: Number) -> bool:
    before = n.text[n.start - 1] if n.start else "\n"
    return before in _FORMULA_ENDS and (
        n.text.endswith(("日产", "共印", "印数"), 0, n.start)
        or before in "+×/="
        or n.text.endswith(_TIMES_SIGN, 0, n.start)
        or (before.isascii() and before.isalpha())
    )


def _once_each(n: Number) -> bool:
    """Whether it is a link of 培育1个、成熟1个、推广1个, which says how to proceed."""
    if n.low != 1 or n.high != 1 or not n.before.endswith(_VERBS_OF_SLOGANS):
        return False
    at = n.start - max(0, n.start - 24)
    window = n.text[n.start - at : n.end + 24]
    return any(m.start() <= at < m.end() and _SPEAKING.search(m.group()) for m in _SLOGAN.finditer(window))


NAME_RULES: tuple[Rule[Number, tuple[int, Role]], ...] = (
    Rule(
        "once each",
        _named(_once_each),
        "培育1个、成熟«1个»、推广1个。",
        "新建1个、改建«1个»。",
        "GUIDE: a purely rhetorical 一",
        only=("count", "people"),
    ),
    Rule("formula", _named(_in_formula), "补贴=床位数×«100元»。", "补贴床位«100张»。"),
    Rule(
        "rating of a device",
        _named(lambda n: _RATED.match(n.text, n.end)),
        "配备«5千瓦»发电机2台。",
        "装机达到«5千瓦»。",
        "GUIDE: names that contain numerals",
        only=("energy",),
    ),
    Rule(
        "day of the month",
        _named(
            lambda n: n.known.unit == "日" and _DAY_OF_MONTH.search(n.text, max(0, n.start - 24), n.start),
        ),
        "于每月«10日»发放。",
        "于每月前«10日»内发放。",
        only=_TIME,
        needs="每",
    ),
    Rule(
        "decade",
        _named(lambda n: n.known.unit == "年" and n.text.startswith("代", n.end)),
        "20世纪«80年»代建成。",
        "满«80年»的建筑。",
        only=_TIME,
    ),
    Rule(
        "year of long ago",
        _named(lambda n: n.known.unit == "年" and 1000 <= n.low <= 2100),
        "从«1820年»的39岁提高到78岁。",
        "保存«100年»以上。",
        only=_TIME,
    ),
    Rule(
        "anniversary",
        _named(lambda n: n.known.unit == "年" and n.unit_text == "周年"),
        "建院«30周年»庆典。",
        "建院满«30年»。",
        only=_TIME,
    ),
    Rule(
        "named span of time",
        _named(lambda n: n.known.unit == "年" and _DURATION_NAME.match(n.text, n.end)),
        "实施养老服务«3年»行动计划。",
        "过渡期«3年»。",
        "GUIDE: names that contain numerals",
        only=_TIME,
    ),
    Rule(
        "years from now",
        _named(
            lambda n: (
                n.known.unit == "年" and n.text.startswith("年后", n.end - 1) and _FROM_NOW.search(n.before)
            )
        ),
        "预计«30年»后达到峰值。",
        "满«30年»后拆除。",
        "GUIDE: a date goes in the column of deadlines",
        only=_TIME,
    ),
    Rule(
        "years running",
        _named(lambda n: n.before.endswith("连续") and _RUNNING.match(n.text, n.end)),
        "连续«5年»被评为先进。",
        "连续«5年»考核合格的予以奖励。",
        only=_TIME,
        needs="续",
    ),
    Rule(
        "tasks of a document",
        _named(lambda n: n.known.enumerates and _SETS_OUT.search(n.before) and _TASKS.match(n.text, n.end)),
        "提出«15项»主要任务。",
        "提供«15项»服务。",
        "GUIDE: in a title or name none",
        only=("count",),
    ),
    Rule(
        "aspects",
        _named(lambda n: n.known.unit == "个" and _ASPECTS.match(n.text, n.end)),
        "部署«5个»方面20件实事。",
        "部署«5个»站点20件实事。",
        "GUIDE: names that contain numerals",
        only=("count",),
    ),
    Rule(
        "working hours",
        _named(lambda n: n.text.startswith("工作制", n.end)),
        "实行每天«8小时»工作制。",
        "每天工作«8小时»。",
        only=_TIME,
    ),
    Rule(
        "so many wholes",
        _named(
            lambda n: _WHOLE.match(n.text, n.end) if n.known.unit == "个" else _SO_MANY.search(n.before[-3:])
        ),
        "实现«3个»100%。",
        "建成«3个»,占100%。",
        only=("count", "share"),
    ),
    Rule(
        "named meeting",
        _named(lambda n: n.text.startswith(("全会", "会议", "党代会"), n.end)),
        "贯彻第六届«3次»会议精神。",
        "每年召开«3次»大会。",
        only=_TIMES,
    ),
)
