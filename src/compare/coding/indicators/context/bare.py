"""Words that name nothing: when, how much, how often, where, for whom, that it is given or done.

Only such may stand between a heading and a value, or beside the words that say what a value measures.
"""

from __future__ import annotations

import re

from compare.reading.cues import BOUNDS_BEFORE, BOUNDS_BEHIND, GIVES, IN_ALL, PAYMENTS
from compare.reading.sentences.scopes.setting import FACILITY_UNITS

_PUNCTUATION = r"[\s,，、:：;；。()（）—~“”-]"
_UNIT = (
    "%|‰|个百分点|平方米|平方公里|公里|公顷|分钟|小时|工作日|学时|课时|户次|人次|"
    "[户个家所处张部台套人名元亿万餐份单次间支床岁倍亩米折成]"
)
_VALUES = (
    f"[0-9][0-9.,万千百亿余多]*(?:{_UNIT})?"
    "|[一二两三四五六七八九十百千万]{1,4}(?=[户个家所处张部台套人名年])[户个家所处张部台套人名]?"
)
_RATE = "覆盖[率面]|参保率|投保率|达标率|配建率|设置率|比例|占比|比重|率"
_HOW_MUCH = (
    f"{BOUNDS_BEFORE}|{BOUNDS_BEHIND}|不得|大约|约|近|超过|控制在|"
    "(?:提高|提升|增加|扩大|增长|调整|上调)(?:到|至|为)|达到?|到|至|为|上限|额度|金额|原则|一般"
)
_DONE = (
    "完成|实施|推进|再建|开展|实现|建设|建成|新[建增设]|增[设加]|改造|改建|改扩建|扩建|提升|组织|确保|力争|"
    "计划|规划|任务|目标|指标|竣工|完工|开工|在建|正在施工|剩余|设立|[设配]置|配备|发展|布局|打造|培训|轮训"
)
_PAID = f"{GIVES}|{PAYMENTS}|按照?|缴[费纳]|筹资|一次性|标准|可以|可|分别|依次|的"
WHERE = (
    "[全每各本]个?(?:市|县|区|省|州|旗)(?:[(（][、市县区旗]{1,5}[)）])?|[每各]个?(?:街道|乡镇|镇|村|社区)(?:[(（][、村居街道社区镇]{1,5}[)）])?|主城区|中心城区|城区|县城|市区|"
    "城[镇乡市]|农村"
)
_BASE = "[户人名位个家所处张台部套餐单份次床年月日天]"
_EACH = f"户均|人均|平均|每张?床(?:位)?|每千名?老年?人口?|每{_BASE}?|/(?:人次|{_BASE})?"
_WHICH = (
    "[一二三四五1-5]{1,2}星?级(?:养老)?机构|[一二三四五1-5]星级?|(?:[一二三四五1-5]{1,2}星?|[1-5]?A{1,5}|[A-E甲乙丙特])[级类等档]|[一二三四五1-5][类档]|优秀|良好|合格|等级|被?评定?为|获评|其中|"
    "[各均都再另则对以及和与或]"
)
_WHEN = (
    "截[至止]|目前|已经?|现有|共有|年度|年[底末内中]|年|月[底份]|月|半年|季度|周|天|日|[底末]|期间|十[四五]五|"
    f"[当全今去本]|{IN_ALL}"
)
SAID = "|".join((_VALUES, _RATE, _HOW_MUCH, _DONE, _PAID, WHERE, _EACH, _WHICH, _WHEN, _PUNCTUATION))
# 享受低保待遇的|老年人: who they are; words of staff, houses and trades are not looked over
_NOT_OF_PEOPLE = (
    "从事|护理员|助老员|职工|员工|机构|企业|组织|就业|毕业|床位|建[设成]|运[营行]|评[定为估]|培训|服务|补[贴助]|津贴|奖|"
    "保险|设[施备]|改造|采购|房|证|车|[0-9]"
)
_STATES = "享受|领取|低保|低收入|困难|户籍|居住|生活|家庭|无子女|无人|丧失|残疾|失独|独居|空巢"
_PEOPLE = "(?:困难)?(?:老年?人|长者|对象|居民|优抚)(?:家庭)?"
# Looked for where 的 stands near enough: a plain look ahead is quick, the words that bar it are many.
_LIVING = (
    r"(?=[一-龥、“”]{2,24}的)(?:"
    f"(?:(?!{_NOT_OF_PEOPLE})[一-龥、“”]){{2,24}}?的{_PEOPLE}"
    f"|(?=[^,，:：]{{0,20}}(?:{_STATES}))(?:(?!{_NOT_OF_PEOPLE})[一-龥、“”]){{2,24}}?的(?=[,，:：]))"
)
WHOM = (
    f"{_LIVING}|"
    "[重中轻]度|半失能|失能|失智|(?:完全|部分|不能|全)?自理|[全半]护理|介[助护]|老年人|老人|人员|对象|周岁|百岁|高龄|经济困难|特殊困难|困难|"
    "独居|空巢|留守|孤寡|失独|(?:特困|低保)(?:人员|对象|家庭|户|老年?人|(?![标金补供救]))|散居|(?:集中|分散)(?:供养)?|部分|完全|家庭|[公民]办|"
    "自[建有]|租[用赁]|工作|从业|在岗|连续|每?满|研究生|本科|大专|[专中]科|中[专职]|高职|学历|[初中高]级工?|(?:高级)?技师|"
    "[单双三四多]人[间房]|单位|职工|城乡居民|居民|个人|用于[^,，。;；]{0,4}养老(?:服务)?(?:体系|事业|产业|业)?"
)
BARE = re.compile(f"(?:{SAID})*+")
BARE_FOR_WHOM = re.compile(f"(?:{WHOM}|{SAID})*+")
#: A statement may say that it is a rate of what the heading names; in a heading it names that rate.
BARE_RATE = re.compile(
    f"(?:(?:参与|参训|签约|建档|评估|体检|筛查|探访|巡访|持证|管理|入住)率|{WHOM}|{SAID})*+"
)
_UPGRADED = re.compile("(?:计划|完成)?(?:改造|提升|提[质档]|升级|改扩?建|修缮){1,3}(?:数量?|个数)?")


def is_upgraded(words: str, unit: str) -> bool:
    """Whether the words before a count of facilities say that they are upgraded and not what they are: these
    are none of those that are new beside them (新建30个,改造提升|12个)."""
    return unit in FACILITY_UNITS and _UPGRADED.fullmatch(words) is not None
