"""Which numbers with a unit are part of a name, a formula or a phrase (提出15项任务, 培育1个、成熟1个).

gold/GUIDE: names that contain numerals are no statements. :data:`NAME_RULES` decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_letters

from compare.model import Role
from compare.reading.cues import ASPECTS, ONE_OF_EACH
from compare.reading.quantities.roles.rhetoric import TIMES, Condition
from compare.reading.quantities.sizes.number import Number
from compare.reading.rules import Rule

# 成熟1个、推出1个: each of a list of verbs with one; a noun before or behind makes counts of them.
_SAID = "成熟|推广|推出|推进|达标|见效|销号|验收|巩固|提升|发展|带动|查处|储备|总结|复制|挂牌|打造"
_DONE_ONCE = f"(?:{_SAID}|培育|培植|建成|建设|实施|整改|发现|完成|运营|启动|谋划|开工|投用|创建|申报)"
_VERBS_OF_SLOGANS = tuple(_DONE_ONCE[3:-1].split("|"))
_SPEAKING = re.compile(_SAID)
_SLOGAN = re.compile(
    rf"(?:{_DONE_ONCE}[1一](?P<unit>[个家所处项批件起户例])[、,]?)"
    rf"(?:{_DONE_ONCE}[1一](?P=unit)[、,]?){{1,4}}(?=[,。;\n”\"」的]|$)"
)
_ONE_OF_EACH = re.compile(rf"{ONE_OF_EACH}[^0-9,。;]{{1,14}}[0-9一二两三四五](?!%)")
# 实现3个100%
_WHOLE = re.compile("100%")
_SO_MANY = re.compile(r"[0-9一两二三四五六七八九十]个[“\"]?$")
# What stands before a number in a formula, or in 日产, 共印, 印数.
_FORMULA_ENDS = frozenset(f"产印数+×/=*{ascii_letters}")
# 及时率=100%, 床位>=100张
_SAYS_HOW_MUCH = re.compile(r"(?:率|比例|占比|比重|度|[<>])=$")
_TIMES_SIGN = tuple(f"{char}*" for char in "0123456789)人数量率%")
# 5千瓦发电机2台: what is counted is the device
_RATED = re.compile(r"的?[一-龥]{1,10}(?:[0-9]{1,4}|[一二两三四五六七八九十]{1,3})[台套部辆组座个盏]")
# 1类1600平方米、2类1085平方米: each of them at the head of its part
_NUMBERED_CLASS = re.compile(r"(?<![^、,;:(为照按对和及\n])([0-9]{1,2})[类期批]")
_SIZE_OF_CLASS = re.compile(r"[0-9][0-9.,]*+万?(?:平方|㎡|亩|元|张|%)")
_ASPECTS = re.compile(ASPECTS)
_SETS_OUT = re.compile(
    r"(?:提出|部署|明确|确定|围绕|聚焦|推出|细化|出台|分解|列出|安排)了?(?:[0-9]{1,2}个方面|[0-9]{1,2}[个项][^,。;0-9]{2,8}[和、及])?(?:共|的)?$"
)
_TASKS = re.compile(
    r"(?:主要|重点|具体|工作|改革|创新|政策|支持|关键|核心|重大)*(?:任务|举措|措施|要求|意见|政策|工作|工程|行动)"
)
# 规划共6章35节, 部分、25条: how long a document is
_CHAPTERS = re.compile(r"(?:[章节篇]|部分)[、,]?$")
_CHAPTERS_AHEAD = re.compile("[0-9]{1,3}[章节]")
# 提出12项发展指标, 其中4项目标值为100%: what a document counts of itself; 发展指标12项, 指标共12项
_SORTS = "主要|重点|核心|具体|量化|发展|约束性|预期性|考核|监测|评价"
_INDICATORS = re.compile(
    rf"(?:为|是|属于)(?:约束性|预期性)|(?:为|是|属于?)?(?:{_SORTS})*(?:[一-龥]{{2,8}}(?:主要|发展))?(?:发展)?指标(?![值体率])"
    "|(?:的)?(?:目标|指标)值|[^,。;0-9]{0,6}专栏"
)
_OF_INDICATORS = re.compile(rf"(?:{_SORTS}|目标|规划)指标(?:共|有|共有|共计|为|计|分别为)?$")
# 前述3类, 下列3项条件之一: back to what was named, or ahead to what is
_NAMED_ELSEWHERE = ("前述", "上述", "下列", "以下", "上列", "前款", "所列", "如下")
# 1类2000平方米、2类1500平方米: the first class
_LABEL = re.compile(r"[0-9.]++(?:平方|㎡|万?元|%|张|人)")


def named(condition: Condition) -> Callable[[Number], tuple[int, Role] | None]:
    return lambda n: (n.end, Role.NAME) if condition(n) else None


def _in_formula(n: Number) -> bool:
    before = n.text[n.start - 1] if n.start else "\n"
    if before == "=" and _SAYS_HOW_MUCH.search(n.before, max(0, len(n.before) - 4)):
        return False
    if n.known.sort == "length" and n.text.endswith(("米×", "米*", "m×", "m*"), 0, n.start):
        return False  # 1.6米×1.5米
    if n.known.unit == "小时" and n.text.endswith(("7×", "7*", "7x", "7X"), 0, n.start):
        return False  # 实行7×24小时值守
    return before in _FORMULA_ENDS and (
        n.text.endswith(("日产", "共印", "印数"), 0, n.start)
        or before in "+×/="
        or n.text.endswith(_TIMES_SIGN, 0, n.start)
        or (before.isascii() and before.isalpha())
    )


def _label_of_a_class(n: Number) -> bool:
    """Whether it is one of classes told apart by their numbers (1类1600平方米、2类1085平方米), or one told of
    before (前述3类)."""
    if n.known.unit not in ("类", "期", "批") or n.low != n.high or not n.group("arab"):
        return False
    if n.before.endswith(("前述", "上述", "所述")):
        return True
    if n.before[-1:] not in ("", *"、,;:(为照按对"):
        return False  # 举办护理员培训3期、志愿者培训4期
    beside = {int(other[1]) for other in _NUMBERED_CLASS.finditer(n.text, max(0, n.start - 30), n.end + 30)}
    return bool(_SIZE_OF_CLASS.match(n.text, n.end)) or not beside.isdisjoint({n.low - 1, n.low + 1})


def _once_each(n: Number) -> bool:
    """Whether it is a link of 培育1个、成熟1个、推广1个, which says how to proceed."""
    if n.low != 1 or n.high != 1 or not n.before.endswith(_VERBS_OF_SLOGANS):
        return False
    at = n.start - max(0, n.start - 24)
    window = n.text[n.start - at : n.end + 24]
    return any(m.start() <= at < m.end() and _SPEAKING.search(m.group()) for m in _SLOGAN.finditer(window))


def _one_of_each(n: Number) -> bool:
    """Whether it is the one place of a rule (按照1个街道建设1个中心), as one would say 每个街道."""
    if n.low != 1 or n.high != 1 or n.known.unit != "个":
        return False
    return _ONE_OF_EACH.match(n.text, n.start) is not None


NAME_RULES: tuple[Rule[Number, tuple[int, Role]], ...] = (
    Rule(
        "label of a class",
        named(_label_of_a_class),
        "1类站点1600平方米,«2类»站点1085平方米。",
        "建立1项制度,提供«2类»服务。",
        "GUIDE: names that contain numerals",
        only=("count",),
    ),
    Rule(
        "once each",
        named(_once_each),
        "培育1个、成熟«1个»、推广1个。",
        "新建1个、改建«1个»。",
        "GUIDE: a purely rhetorical 一",
        only=("count", "people"),
    ),
    Rule(
        "one of each",
        named(_one_of_each),
        "按照«1个»街道建设1个中心的标准布局。",
        "到2025年,在«1个»街道建设2个中心。",
        "GUIDE: a purely rhetorical 一",
        only=("count",),
    ),
    Rule("formula", named(_in_formula), "补贴=床位数×«100元»。", "补贴床位«100张»。"),
    Rule(
        "rating of a device",
        named(lambda n: _RATED.match(n.text, n.end)),
        "配备«5千瓦»发电机2台。",
        "装机达到«5千瓦»。",
        "GUIDE: names that contain numerals",
        only=("energy",),
    ),
    Rule(
        "tasks of a document",
        named(lambda n: n.known.enumerates and _SETS_OUT.search(n.before) and _TASKS.match(n.text, n.end)),
        "提出«15项»主要任务。",
        "提供«15项»服务。",
        "GUIDE: in a title or name none",
        only=("count",),
    ),
    Rule(
        "length of a document",
        named(
            lambda n: (
                (n.known.unit == "条" and _CHAPTERS.search(n.before))
                or (n.known.unit == "篇" and _CHAPTERS_AHEAD.match(n.text, n.end))
            )
        ),
        "规划共8章«32条»。",
        "公布投诉«32条»。",
        "GUIDE: in a title or name none",
        only=("count",),
    ),
    Rule(
        "indicators of a document",
        named(
            lambda n: (
                n.known.unit in ("项", "个")
                and (_INDICATORS.match(n.text, n.end) or _OF_INDICATORS.search(n.before))
            )
        ),
        "明确«12项»主要指标。",
        "明确«12项»服务。",
        "GUIDE: in a title or name none",
        only=("count",),
    ),
    Rule(
        "named elsewhere",
        named(lambda n: n.known.enumerates and n.before.endswith(_NAMED_ELSEWHERE)),
        "符合下列«3项»条件之一的予以补贴。",
        "新增«3项»服务。",
        "GUIDE: a closed list that only closes itself has no row",
        only=("count",),
        needs=_NAMED_ELSEWHERE,
    ),
    Rule(
        "class by its number",
        named(lambda n: n.unit_text == "类" and n.low < 10 and _LABEL.match(n.text, n.end)),
        "新建中心«1类»2000平方米、2类1500平方米。",
        "提供«3类»20项服务。",
        "GUIDE: names that contain numerals",
        only=("count",),
    ),
    Rule(
        "aspects",
        named(lambda n: n.known.unit == "个" and _ASPECTS.match(n.text, n.end)),
        "部署«5个»方面20件实事。",
        "部署«5个»站点20件实事。",
        "GUIDE: names that contain numerals",
        only=("count",),
    ),
    Rule(
        "number of goals of 100%",
        named(
            lambda n: (
                _SO_MANY.search(n.before)
                if n.known.sort == "share"
                else n.known.unit == "个" and _WHOLE.match(n.text, n.end)
            )
        ),
        "实现«3个»100%。",
        "建成«3个»,占100%。",
        only=("count", "share"),
    ),
    Rule(
        "named meeting",
        named(lambda n: n.text.startswith(("全会", "会议", "党代会"), n.end)),
        "贯彻第六届«3次»会议精神。",
        "每年召开«3次»大会。",
        "GUIDE: names that contain numerals",
        only=TIMES,
    ),
)
