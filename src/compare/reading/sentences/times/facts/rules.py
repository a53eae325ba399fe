"""What the time a value is stated for makes of its kind: what is so already is no target.

:data:`TIME_RULES` decide after the words have, in order.
"""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.cues import AT_PRESENT, CHANGES, COMES_TO, MERGES
from compare.reading.rules import ByKind, Rule, first
from compare.reading.sentences.times.facts.against_goals import AGAINST_RULES, ASKED_RULES
from compare.reading.sentences.times.facts.beside_plans import BESIDE_RULES
from compare.reading.sentences.times.facts.compared import COMPARED_RULES
from compare.reading.sentences.times.facts.narrated import NARRATED_RULES
from compare.reading.sentences.times.facts.past_dates import DATE_RULES
from compare.reading.sentences.times.facts.stock import STOCK_RULES
from compare.reading.sentences.times.facts.told_as_done import RESULT_RULES, TASK_RULES
from compare.reading.sentences.times.facts.verb_phrases import VERB_RULES
from compare.reading.sentences.times.timing import Timed, Timing, intends

_FROM = re.compile(r"[由从][^,。;由从]{0,24}$")

_RISES = re.compile(
    rf"[^,。;0-9]{{0,4}}(?:{COMES_TO}|达到?(?=约?[0-9])|(?:{MERGES}|调减)[为成至到]|[增升降减][至到]"
    rf"|(?:{CHANGES})了?[0-9.]++个?(?:百分点|%))"  # 由45%提高10个百分点
)
# 较目前的76.34岁继续增长: where a change begins.
_OF_NOW = re.compile(rf"[较比由从与同在](?:{AT_PRESENT}|现行)(?:水平)?(?:平均)?的?约?$")
# 老年人口达14386万人, 占总人口的10.5%: how many there are is a fact, or a forecast.
_POPULATION = re.compile(
    r"(?:老年|老龄|高龄|户籍|常住|失能|总|老人|岁|以上)人口(?:总数|总量|数量?|规模)?(?:已|将|共|约|为|有|近|超过?|突破|达到?|峰值|增加到?|增长到?)*$"
    r"|(?:人口(?:占比|比[重例])|老龄化(?:率|程度|水平|系数))(?:已|将|共|约|为|近|高|超过?|突破|达到?|[升增]至|上升[到至])*$"
    r"|^(?:20[0-9]{2}年[底末]?)?(?:[一-龥]{0,6}[市县区省州镇乡国]|其中)?(?:常住|户籍)?[0-9]{2,3}周?岁(?:及?以上)?的?(?:户籍|常住|高龄|独居|空巢|失能)?(?:老年人|老人)(?:人?数|总[数量])?(?:已|将|共|约|为|有|近|接近|超过?|突破|达到?)*$"
    r"|占[^,。;占]{0,12}人口(?:总数|总量|数)?的?(?:比例|比重)?(?:约|近|已|将|为|达到?)*$"
)
# 我市失能老年人约3.6万人: how many there are, where nothing is done for them
_OLD_ONES = re.compile(
    r"^(?:目前|当前|现|其中:?)?(?:[一-龥]{0,4}[市县区省州镇乡国])?(?:现有|共有|有)?"
    r"(?:(?:半|部分|完全|重度|中度)?(?:失能|失智)|高龄|独居|空巢|留守|孤寡)(?:老年人|老人)(?:人?数|总[数量])?"
    r"(?:已|共|约|为|有|近|接近|超过?|突破|达到?)*$"
)
_NOTHING_DONE = re.compile("[,。;、)(\n]|$")
# 老年人口已达1.94亿,2020年将达到2.43亿
_WILL_BE = re.compile(
    r"(?:预计)?[到至]?20[0-9]{2}年[底末]?(?:预计)?(?:将|有望)(?:达到?|突破|超过|增至|增加到|接近)?(?:约)?"
)
_FORESEEN = re.compile("预|测算|推算|估算|有望")
# 经常参与教育活动的老年人占老年人口的比例达到20%: what they shall do is aimed at
_DOING = re.compile("参与|参加|接受|享受|享有|从事|注册|人才|志愿|工作者|签约|锻炼|活动")
# 每千人设施面积达到50平方米 by a year is what the area reaches; 配备 and bounds say what each must have.
_REACHED = re.compile(r"(?:达到?|拥有|提高到|增加到|提升至|提高至|增至|为|有)(?:约)?(?:[0-9.]++平方米、)*+$")
# 到2025年,每万名老年人拥有护理员不少于30名、社工不少于5名
_HAVE_BY_THEN = re.compile(r"^(?!.*(?:配[备置建]|标准|按|设置)).*(?:拥有|达到?|(?<![含没])有)[^,。;]*$")

# 每千名老人拥有床位数达到35张以上, 人均经费达到89元以上
_PER_BASE = re.compile(r"每[百千万]")
_REACHED_PER_HEAD = re.compile(rf"人均[^,。;每]{{0,20}}(?:达到?|{COMES_TO})$")

#: What the sentence tells of itself, in the order of the table.
_TOLD_RULES = (*TASK_RULES, *COMPARED_RULES, *STOCK_RULES, *RESULT_RULES)

