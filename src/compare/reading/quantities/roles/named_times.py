"""Which years, days and durations are part of a name or a phrase (20世纪80年代, 三年行动计划, 5日发布).

gold/GUIDE: names that contain numerals are no statements. :data:`NAMED_TIMES` decides.
"""

from __future__ import annotations

import re

from compare.model import Role
from compare.reading.quantities.roles.named_numbers import named
from compare.reading.quantities.roles.rhetoric import DURATION_NAME, TIME
from compare.reading.quantities.sizes.number import Number
from compare.reading.rules import Rule

_DAY_OF_MONTH = re.compile(
    r"每(?:月|季度?的?(?:首|末|第[一二三]个?)月|年[0-9]{1,2}月)的?(?:[0-9]{1,2}日[、和及])*$"
)
_FROM_NOW = re.compile(r"(?:预计|预测|估计|再过|未来|今后|^)$")
# 连续五年实现目标: praise; 连续五年合格的 is a condition
_RUNNING = re.compile(
    r"(?:实现|保持|开展|推进|实施|举办|组织|增加|上涨|下降|获|荣|被评|入选|位[居列]|蝉联|增长|提高|上调|提标|列入|成为)(?![^,。;]*的[,。;]?(?:给予|予以|可|,))"
)
# 国家卫生健康委5日发布, 28日揭牌: a day of the month it was told in
_HAPPENED = re.compile(
    r"(?:上?午|下午|晚|凌晨|傍晚|清晨)(?![休餐饭])|(?:起草)?(?:发布|消息|讯|电(?=[,:(]))|,(?:记者|市民政局|[一-龥]{2,10}(?:召开|举行|获悉))|(?:发布|印发|公布|揭牌|召开|举行|举办|启用|表示|介绍|通报|获悉|从|起(?![计算])|表决|审议|通过|宣布|在(?=[一-龥]{1,8}(?:召开|举行|举办|表示|说)))"
)


NAMED_TIMES: tuple[Rule[Number, tuple[int, Role]], ...] = (
    Rule(
        "day of the month",
        named(
            lambda n: n.known.unit == "日" and _DAY_OF_MONTH.search(n.before),
        ),
        "于每月«10日»发放。",
        "于每月前«10日»内发放。",
        only=TIME,
        needs="每",
    ),
    Rule(
        "day of what happened",
        named(
            lambda n: (
                n.unit_text == "日"
                and n.low <= 31
                and not (n.before[-1:].isascii() and n.before[-1:].isalnum())
                and n.before[-1:] not in tuple("前后满为期达过限共近约续超隔")
                and _HAPPENED.match(n.text, n.end)
            )
        ),
        "市民政局«5日»发布消息。",
        "应当在«5日»内发布消息。",
        "GUIDE: a date goes in the column of deadlines",
        only=TIME,
    ),
    Rule(
        "decade",
        named(lambda n: n.known.unit == "年" and n.text.startswith("代", n.end)),
        "20世纪«80年»代建成。",
        "满«80年»的建筑。",
        only=TIME,
    ),
    Rule(
        "year of long ago",
        named(lambda n: n.known.unit == "年" and 1000 <= n.low <= 2100),
        "从«1820年»的39岁提高到78岁。",
        "保存«100年»以上。",
        only=TIME,
    ),
    Rule(
        "anniversary",
        named(lambda n: n.known.unit == "年" and n.unit_text == "周年"),
        "建院«30周年»庆典。",
        "建院满«30年»。",
        only=TIME,
    ),
    Rule(
        "named span of time",
        named(lambda n: n.known.unit == "年" and DURATION_NAME.match(n.text, n.end)),
        "实施养老服务«3年»行动计划。",
        "过渡期«3年»。",
        "GUIDE: names that contain numerals",
        only=TIME,
    ),
    Rule(
        "years from now",
        named(
            lambda n: (
                n.known.unit == "年"
                and (
                    (n.text.startswith("年后", n.end - 1) and _FROM_NOW.search(n.before))
                    or (n.before.endswith(("未来", "今后")) and not n.text.startswith("内", n.end))
                )
            )
        ),
        "预计«30年»后达到峰值。",
        "满«30年»后拆除。",
        "GUIDE: a date goes in the column of deadlines",
        only=TIME,
    ),
    Rule(
        "years running",
        named(lambda n: n.before.endswith("连续") and _RUNNING.match(n.text, n.end)),
        "连续«5年»被评为先进。",
        "连续«5年»考核合格的予以奖励。",
        only=TIME,
        needs="续",
    ),
    Rule(
        "working hours",
        named(lambda n: n.text.startswith("工作制", n.end)),
        "实行每天«8小时»工作制。",
        "每天工作«8小时»。",
        only=TIME,
    ),
)
