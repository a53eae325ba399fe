"""Headings of what has been (2023年工作回顾, 发展基础, 存在的问题)."""

from __future__ import annotations

import re

_LONGEST_HEADING = 40
_STOPS = frozenset("。;,!?|")
_TIME = (
    r"(?:(?:[到至]?(?:19|20)[0-9]{2}(?:-{1,2}(?:19|20)?[0-9]{2})?年?度?(?:上半年)?|过去的?[一两三四五几0-9]年|[一两三四五]年|近[一两三四五几]?年"
    r"|“?十[一二三四五]五”?(?:规划)?(?:时期|期间)?|上年度?|上一年度?|去年|今年|上半年|本届政府|前期|前一阶段)(?:以?来)?)"
)
_TIME = rf"(?:{_TIME}(?:[、和及与]{_TIME})?)"
_WHOSE = r"(?:[一-龥A-Z]{1,8}[省市县区州旗](?:民政局|人民政府)?|[我全本][省市县区州国])"
_OF_WHAT = (
    r"(?:养老(?:服务)?|人口|老龄(?:化)?|设施|民政|政府|业务|社会|经济|事业|体系|建设|规划|计划|目标|任务|项目|试点|重点|主要|各项|政策"
    r"|工作|发展|执行|实施|落实|贯彻|开展|推进|完成|进展|指标|取得|基本|的|和|与|及其?|、)"
)
_BACKWARD = (
    r"(?:回顾|总结|成效|成就|成绩|成果|情况|现状|概况|进展|做法"
    r"|(?:编制)?背景|(?:发展|工作|现实|规划|现有|已有)基础|(?:发展|规划)环境)"
)
#: What is wanting, as headings and openings of sentences name it.
LACK = r"(?:存在|面临)?的?(?:主要|突出)?的?(?:问题|困难|不足|短板|挑战)(?:[和与及、](?:困难|不足|短板|挑战))?"
# 一、2023年工作回顾, 取得的主要成效: such words alone, which leaves out 夯实发展基础 and 总结推广经验.
_RETROSPECT = (
    rf"[\s\"]*(?:[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}}\s*)?(?:关于)?{_WHOSE}?{_TIME}?{_WHOSE}?(?:{_OF_WHAT})*{_BACKWARD}"
    rf"(?:[和与及、](?:(?:{_OF_WHAT})*{_BACKWARD}|{LACK}|(?:面临的?|发展)?形势|(?:主要|基本)?(?:经验|做法)))?(?:的?(?:报告|汇报|通报))?(?:范文|材料)?"
)
# “十三五”时期发展成就, and of whom
_OF_A_FIVE_YEAR_PLAN = (
    r"(?!加强|强化|开展|做好|通报|公布|评估)[一-龥]{2,16}\"?“?十[一二三四五]五”?(?:规划|计划|时期|期间)?"
    r"[一-龥]{0,10}(?:(?:执行|完成|实施|落实|发展|进展|建设)情况|回顾|总结|成效|成就|成绩)"
)
_REPORT = r"(?!关于做好|关于开展)[^,。;:]{4,40}(?:情况|成效|进展)的?(?:报告|汇报|通报|公[告示布]|通告)"
_REVIEW = r"(?:回眸|回望|回首|盘点)[^。;]{2,36}|[^,。;:]{4,40}(?:回眸|回望|综述|纪实|侧记|巡礼|掠影)"
_WHAT_IS_LACKING = rf"(?:当前|目前|工作中)?{LACK}"
_WORK_OF_A_TIME = rf"{_TIME}的?(?:主要|政府)?工作"
_SUMMARY = (
    r"(?!关于|做好|开展|认真|[^,。;:]{0,28}(?:提交|报送|上报|形成|撰写|起草|完成|做好))"
    r"[^,。;:]{2,32}(?:工作|年度|年终|试点|行动|项目)(?:总结|小结)(?:报告)?"
)
_STEPS_TAKEN = (
    r"(?:已|前期|近年来?|目前)(?:经)?(?:开展|做|完成|采取|推进)的"
    r"(?:主要|重点|有关|相关)?(?:工作|举措|措施)(?:及成效|情况)?"
)
_HOW_A_YEAR_WENT = (
    r"(?!关于|做好|开展|公布|通报)[一-龥“”]{2,24}(?:19|20)[0-9]{2}年度?"
    r"[一-龥]{0,12}(?:执行|完成|实施|落实|发展|进展|建设|推进)情况"
)
_STATISTICS = r"[^,。;:]{2,30}(?:统计公报|发展公报|统计年报)(?:\([^()]{2,12}\))?"
_LOOKS_BACK = re.compile(
    "|".join(
        (
            _RETROSPECT,
            _OF_A_FIVE_YEAR_PLAN,
            _REPORT,
            _REVIEW,
            _WHAT_IS_LACKING,
            _WORK_OF_A_TIME,
            _SUMMARY,
            _STEPS_TAKEN,
            _HOW_A_YEAR_WENT,
            _STATISTICS,
        )
    )
)
# (一)发展成效显著: a heading that says so, where it stands among no goals
_SAYS_SO = re.compile(r"[^,。;:]{0,16}(?:成效|成果|成绩|成就)(?:显著|明显|突出|丰硕|斐然)。?")
#: How some of them begin.
_LOOKS = ("回眸", "回望", "回首", "盘点")
#: How the others end.
_BACK_ENDS = frozenset('眸望述实记礼影顾施措结效就绩果况状展法景础境题难足板战势验作告报通文料示布"”#)* \t')


def is_heading(line: str) -> bool:
    """Whether a line is short and has no stops."""
    return len(line) <= _LONGEST_HEADING and _STOPS.isdisjoint(line)


def looks_back(name: str) -> bool:
    """Whether a heading says that what stands below it has been; most end otherwise."""
    return (name[-1:] in _BACK_ENDS or name.startswith(_LOOKS)) and heading_of_the_past(name)


def says_results(name: str) -> bool:
    """Whether a heading says that there were results (发展成效显著)."""
    return _SAYS_SO.fullmatch(name) is not None


def heading_of_the_past(name: str) -> bool:
    """Whether a heading says that what stands below it has been (2023年工作回顾)."""
    if not 2 <= len(name) <= _LONGEST_HEADING:
        return False
    name = name.strip('"“”#* \t')
    # “家门口”的幸福晚年——浦汇区2023年养老服务工作回眸: what stands behind the dash says what it is
    below = name.rpartition("--")[2] if "--" in name else name
    return _LOOKS_BACK.fullmatch(name) is not None or _LOOKS_BACK.fullmatch(below) is not None
