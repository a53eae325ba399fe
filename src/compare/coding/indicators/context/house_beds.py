"""Beds that name no kind: of all the homes counted before them, of one home that is built, of a unit."""

from __future__ import annotations

import re

from compare.model import Comparator, Kind, Statement

#: Words for beds of no kind.
BARE = frozenset(("床位", "总床位", "床位数", "设床位", "设置床位", "规划床位", "核定床位"))
_STATED = frozenset((Comparator.EQ, Comparator.ABOUT))
_HOMES_ALL = "养老(?:服务)?机构(?:[和与、及](?:养老)?(?:服务)?设施)?"
_COUNTED = "(?!1[家所个处])[0-9.,，万余多]+[家所个处]"
# 养老机构126家,床位1.9万张: the beds of all of them together
_HOMES = re.compile(
    rf"(?<![兴举公民]办)(?<!民营)(?<!社会办)(?:{_HOMES_ALL}|敬老院|福利院|养老院|(?:老年|养老)公寓)"
    rf"(?:共|总数)?(?:达到?|增加?[至到]|发展到)?{_COUNTED}"
    r"(?:[,，、](?:其中)?(?:公办|民办|公建民营|民营|社会(?:力量[兴举])?办)[0-9]+[家所个]){0,3}[,，、;；](?:共有|拥有|有|共)?$"
    r"|公办养老(?:服务)?机构[0-9]+[家所个][,，、](?:和|与)?(?:民办|民营|社会办)养老(?:服务)?机构[0-9]+[家所个][,，、]共?$"
    r"|[0-9][处所家](?:乡镇|农村|镇|县级)?(?:敬老院|养老院|福利院|养老机构)(?:进行|实施|开展)(?:改扩建|改造|扩建|提升改造)[,，]到[0-9]{4}年底?前?$"
    rf"|{_HOMES_ALL}(?:总数|数量|数)?[由从][^。;；,，]{{0,40}}[,，;；](?:增长[^。;；,，]{{1,8}}[,，;；])?$"
)
# 敬老院按照占地不少于二亩、床位不少于二十张的标准建设: the beds of each such home
_LISTED = re.compile(
    r"(?:养老(?:服务)?(?:机构|中心|公寓)|敬老院|福利院|养老院|幸福院|老年公寓|供养机构)[^。;；]{0,60}?[,，]"
    r"(?:总?共|合计|共计|总计)(?:有|拥有|设有?|设置)?$"
)
# 先后建成敬老院1处、幸福院17处,设置床位1150张: what stands, none that is newly built
_FITTED_OUT = re.compile(
    rf"^(?!.*(?:新建|新增|扩建|改建|改造|每))[^。;；]*(?:机构|敬老院|福利院|养老院|幸福院|公寓|供养中心){_COUNTED}"
    "[,，](?:共|现)?设(?:置|有)?$"
)
# 新建县养老服务中心1所,设置|床位200张
_BUILT = re.compile(
    "(?:新建|建设|建成|扩建|改扩建|迁建)(?:了)?(?:1[家所个处座])?[^,，。;；0-9]{0,20}(?:养老|敬老|福利|养护|照护|颐养|托养|护理|康养)"
    "[^,，。;；0-9]{0,8}(?P<house>中心|院|机构|公寓)(?:1[家所个处座])?[,，、]"
    "(?:(?:(?:规划|项目)?(?:占地|用地|建筑|总?投资)[^。;；、,，]{1,16}|[^。;；、,，]{1,10}(?:投入使用|投用|建成|竣工|启用|完工))[,，、])?(?:总?共|计划|拟|可)?(?:设(?:置|有)?|新增|提供|配置)?$"
)
# 失智照护专区5个、床位120张
_UNITS = re.compile(
    "(?:认知障碍|认知症|失智)[^,，。;；0-9]{0,8}(?:专区|单元)(?:[0-9]+[个处家])?[,，、](?:共)?(?:设(?:置|有)?)?$"
)
# 新增学位1800个,养老床位500张: what is said to be new is all of the list
_ADDED_WITH_OTHERS = re.compile(
    "(?:新增|新建|增加|增设)[^,，。;；、]{1,20}[0-9][0-9.万余]{0,7}[个所家处名][,，、]$"
)
_ANY_BUILT = re.compile(
    "(?:新建|建设|建成|扩建|改扩建)[^,，。;；0-9]{0,16}(?:养老|敬老|福利|养护|照护|颐养|托养|护理型|康养)[^,，。;；0-9]{0,8}"
    "(?:院|中心|机构|公寓)(?:[0-9]{1,3}[所家个处座])?[,，]"
    "(?:[^。;；、,，]{1,10}(?:投入使用|投用|建成|竣工|启用|完工)[,，])?(?:设置?|配置|提供)?$"
)
_NEW = re.compile("(?:新增|新建|增加)[各类等]{0,3}$")
_OF_CARE = frozenset(("养老床位", "养老机构床位"))
_NURSING = frozenset(("护理型床位", "设护理型床位", "设置护理型床位", "护理型养老床位"))


def noun_of(said: Statement, before: str) -> str:
    """What a number of beds measures by the homes in the words before it; "" where they do not tell."""
    if said.subject not in BARE:
        added = said.subject in _OF_CARE and _ADDED_WITH_OTHERS.search(before)
        nursing = said.subject in _NURSING and said.kind is Kind.TARGET and _ANY_BUILT.search(before)
        return f"新增{said.subject}" if added or nursing else ""
    homes = _HOMES.search(before) or _LISTED.search(before)
    if homes and said.comparator in _STATED:
        new = _NEW.search(before, 0, homes.start()) and said.kind is Kind.TARGET
        return f"新增养老机构{said.subject}" if new else f"养老机构{said.subject}总数"
    if _UNITS.search(before):
        return "认知障碍照护床位"
    if said.comparator in _STATED and _FITTED_OUT.search(before):
        return "养老机构床位总数"
    if (built := _BUILT.search(before)) and "医院" not in built.group():
        if said.comparator not in _STATED:
            return f"每个养老{built['house']}床位"
        return "新建养老机构床位" if said.kind is Kind.TARGET else ""
    return ""
