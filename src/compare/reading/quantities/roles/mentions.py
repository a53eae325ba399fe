"""Which numbers only tell of somebody, or of what was counted before (82岁的陈阿婆, 上述12个村).

gold/GUIDE annotates statements of policy: :data:`MENTION_RULES` finds numbers that mention.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from compare.model import Role
from compare.reading.quantities.sizes.number import Number
from compare.reading.rules import Rule

# 以上9件设备, 上述12个村: so many as were told of before
_TOLD_BEFORE = re.compile(r"(?:^|[,。;:、\n(])(?:对|在|由|将|为|该|和|与)?(?:以上|前述|上述|上列|前款)$")
# 10件民生实事: what the list of the year is called
_GOOD_DEEDS = re.compile(
    "(?:全?[省市县区]级?)?(?:重点|重大)?(?:民生|惠民|为民|便民|利民|暖心|政府|为老){0,2}(?:办?实事|大事|好事)"
)
_TITLES = (
    "阿婆|婆婆|阿公|公公|大爷|大妈|大娘|大叔|大伯|大姐|奶奶|爷爷|阿姨|老伯|老汉|老爹|师傅|先生|女士|叔叔|伯伯"
)
_FAMILY_NAMES = (
    "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹苏潘葛范彭鲁韦马方袁柳史唐薛雷贺"
    "倪汤罗郝毕康傅齐余顾孟黄萧尹姚邵汪毛米戴宋庞熊董梁杜阮蓝季贾江郭梅林钟徐邱高夏蔡田樊胡霍万"
    "卢莫房丁邓洪左石崔龚程陆刘叶黎白赖乔曾廖肖龙段侯谭易"
)
# 82岁的陈阿婆, 85岁老人王奶奶, 91岁的张桂兰老人
_SOMEBODY = re.compile(
    rf"(?:高龄)?的?(?:[一-龥]{{0,6}}?[{_FAMILY_NAMES}][一-龥]{{0,2}}?(?:{_TITLES})"
    rf"|(?:[一-龥]{{0,2}}(?:老人|居民|村民|党员|志愿者))?[{_FAMILY_NAMES}][一-龥]{{1,2}}(?:老人|说|,|正|告诉|开心|高兴|激动|笑|感慨))"
)
# 护工小赵今年36岁, 最年长的老人102岁
_HIS_AGE = re.compile(
    r"(?:(?:[一-龥]{2}|[,:“\"]|^)今年(?:已经?)?|(?:最年长|最高龄|年龄最[大小])的?[^,。;0-9]{0,6})$"
)
_ENDS = re.compile(r"[,。;!”\"\n]|$")
_BOUNDED = re.compile(r"\(?含?\)?及?以[上下]|左右")


def _mentioned(condition: Callable[[Number], object]) -> Callable[[Number], tuple[int, Role] | None]:
    return lambda n: (n.end, Role.NAME) if condition(n) else None


def _of_somebody(n: Number) -> object:
    if n.low != n.high or _BOUNDED.match(n.text, n.end):
        return None
    return _SOMEBODY.match(n.text, n.end) or (_ENDS.match(n.text, n.end) and _HIS_AGE.search(n.before))


MENTION_RULES: tuple[Rule[Number, tuple[int, Role]], ...] = (
    Rule(
        "told of before",
        _mentioned(lambda n: _TOLD_BEFORE.search(n.before)),
        "上述«9件»设备总投资1亿元。",
        "新建«9件»设备。",
        "GUIDE: a closed list that only closes itself has no row",
        only=("count", "people"),
        needs=("以上", "前述", "上述", "上列", "前款"),
    ),
    Rule(
        "things to be done for the people",
        _mentioned(lambda n: n.known.unit == "件" and _GOOD_DEEDS.match(n.text, n.end)),
        "办好«十件»民生实事。",
        "办结«十件»群众来信。",
        "GUIDE: named figures have no row",
        only=("count",),
    ),
    Rule(
        "age of somebody",
        _mentioned(_of_somebody),
        "«82岁»的陈阿婆在此用餐。",
        "«82岁»的老人免费用餐。",
        "GUIDE: an age that states eligibility gets a row",
        only=("age",),
    ),
)
