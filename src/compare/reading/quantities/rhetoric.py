"""Which numbers in words are real values and which only speak (一批, 三项, 两个方面, 三年行动方案).

gold/GUIDE: names that contain numerals and a purely rhetorical 一 are no statements; a real count is
(建成一所, 每个…安排一个, 每年至少一次).
"""

from __future__ import annotations

import re
from decimal import Decimal

from compare.reading.quantities.lexicon import Lexicon, Unit

_MEASURED = frozenset({"share", "age", "money", "change"})
_SIZES = frozenset({"multiple", "length", "mass", "area", "energy"})

# 三年行动方案, 五年规划, 一年来: spans of time that name something and bind nothing.
_DURATION_NAME = re.compile(r"(?:行动|规划|计划|攻坚|方案|倍增|提升|改革|工程|来|以来|一度|期间|制)")
_DURATION_BEFORE = re.compile(
    r"(?:分|满|为期|期限为?|有效期为?|公示|公告|公布|张贴|连续|提前|经过|用|近|每|限期|保存|保留|延长|缩短|超过|不超过|不[^,。]{0,4}于"
    r"|期限[^,。]{0,4}|期[^,。]{0,2}为|在|至少|于|自[^,。]{1,20}(?:起|后)|后|间隔|可|累计|享受|给予)$"
)
_DURATION_AFTER = re.compile(r"(?:以?内|之内|以上|以下|及以上|以前|前|时间|过渡期|有效|期满|为限)")

_BUILD = "建成|新建|建有|设有|增设|配备|拥有|开办|引进|至少|不少于|各有|均有|各建"
_STRONG_VERB = re.compile(rf"(?:{_BUILD})(?:了|好|起)?$")
_COUNT_VERB = re.compile(
    rf"(?:{_BUILD}|建设|改建|扩建|改造|建立|设立|设置|安排|配置|配建|培育|打造|创建|成立|组建|开设|办好|完成|新增|增加"
    r"|培训|培养|扶持|发展|举办|组织|开展|有|推出|启动|实施|认定|评选|选派|建|设|达到|达|到|为)(?:了|好|起)?$"
)
_DAY_OF_MONTH = re.compile(r"每月(?:[0-9]{1,2}日[、和及])*$")
# 三个阶段, 两个方面: parts of an argument, not things counted.
_ABSTRACT = re.compile(
    r"大?(?:阶段|方面|层次|层级|层面|环节|步骤|等级|类别|类型|维度|原则|问题|条件|特点|要素|结合|转变|统一|确保"
    r"|坚持|维护|意识|自信|文明|梯次|级别|档次|档|关键|重点)|一"
)
_LAST_WORD = re.compile(r"[。,;、\n)]|$")  # 建设示范性中心十个。
_RECURS = re.compile(
    r"每(?:半|[一二两三四五六])?(?:个)?(?:年|季|月|周|日|天|星期|人|批|班|次)|(?:不少于|至少)[^,。;]{0,4}$|(?:连续|累计|超过)$"
)
_DISTRIBUTIVE = re.compile(r"每|各(?=[^种类项级]{0,8}(?:建|设|有|配|成))|均(?=[^衡等]{0,6}[有建设配])")


def really_counts(
    text: str, end: int, before: str, low: Decimal, high: Decimal, unit: Unit, lexicon: Lexicon
) -> bool:
    """Whether a number in Chinese numerals, ending at ``end`` with its unit, is a real value.

    ``before`` is the clause up to the number.
    """
    if unit.sort in _MEASURED:
        return True
    if unit.sort in _SIZES:
        return low != 1 or low != high
    if unit.unit in ("分钟", "小时"):
        return True
    if unit.sort == "duration":
        # 前两年, 后三年 are parts of the plan's horizon; 提前两年 is a lead time.
        part = unit.unit == "年" and before.endswith(("前", "后")) and not before.endswith("提前")
        if part or _DURATION_NAME.match(text, end):
            return False
        # 申请前一个月的收入: a window that is looked back on
        window = unit.unit == "个月" and before.endswith(("前", "最近"))
        return window or bool(_DURATION_AFTER.match(text, end) or _DURATION_BEFORE.search(before))
    if unit.sort == "frequency":
        return bool(_RECURS.search(before)) and not text.startswith("性", end)
    if unit.enumerates:
        return False
    if _ABSTRACT.match(text, end):
        return False
    if low != high or low >= 11 or (low > 1 and before and _LAST_WORD.match(text, end)):
        return True
    if lexicon.distant.search(before) or _DISTRIBUTIVE.search(before):
        return low > 1 or unit.countable_one
    if low == 1:
        return unit.countable_one and unit.unit != "个" and bool(_STRONG_VERB.search(before))
    return bool(_COUNT_VERB.search(before))


_TIMES_SIGN = tuple(f"{char}*" for char in "0123456789)人数量率%")


def half_counts(text: str, end: int, before: str, unit: Unit) -> bool:
    """Whether 半 is a real half: 半小时内, 期限为半年; not 上半年, 半年总结."""
    if unit.unit == "小时":
        return True
    timed = _DURATION_AFTER.match(text, end) or _DURATION_BEFORE.search(before)
    return unit.unit in ("年", "个月") and bool(timed) and not before.endswith(("上", "下", "前", "后", "每"))


def is_name(text: str, start: int, end: int, unit: Unit, unit_text: str) -> bool:
    """Whether a number with a unit is part of a name or formula (1+1张, X100%, 5年规划, 2次会议)."""
    before = text[start - 1] if start else "\n"
    if (
        text.endswith(("日产", "共印", "印数"), 0, start)
        or before in "+×/="
        or text.endswith(_TIMES_SIGN, 0, start)
        or (before.isascii() and before.isalpha())
    ):
        return True
    if unit.unit == "日" and _DAY_OF_MONTH.search(text, max(0, start - 24), start):
        return True
    if unit.unit == "年" and text.startswith("代", end):
        return True  # 20世纪50年代
    if unit.unit == "年" and (unit_text == "周年" or _DURATION_NAME.match(text, end)):
        return True
    return unit.sort == "frequency" and text.startswith(("全会", "会议", "党代会"), end)
