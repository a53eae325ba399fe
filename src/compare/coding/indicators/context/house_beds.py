"""Beds that name no kind: of all the homes counted before them, of one home that is built, of a unit; and the
other figures of what is built.

:data:`HOUSE_BED_RULES` go by the words of the sentence before them, in order.
"""

from __future__ import annotations

import re

from compare.coding.indicators.context.own.statement_words import OwnWords
from compare.model import Comparator, Kind
from compare.reading.rules import Rule

#: Words for beds of no kind.
BARE = frozenset(("床位", "总床位", "床位数", "设床位", "设置床位", "规划床位", "核定床位"))
_STATED = frozenset((Comparator.EQ, Comparator.ABOUT))
_HOMES_ALL = "养老(?:服务)?机构(?:[和与、及](?:养老)?(?:服务)?设施)?"
_COUNTED = "(?!1[家所个处])[0-9.,，万余多]+[家所个处]"
# 养老机构126家,床位1.9万张: the beds of all of them together
_HOMES = re.compile(
    rf"(?<![兴举公民]办)(?<!民营)(?<!社会办)(?:{_HOMES_ALL}|敬老院|福利院|养老院|(?:老年|养老)公寓)"
    rf"(?:共|总数)?(?:达到?|增加?[至到]|发展到)?{_COUNTED}"
    r"(?:[,，、](?:其中)?(?:公办|民办|公建民营|民营|社会(?:力量[兴举])?办)[0-9]+[家所个]){0,3}"
    r"(?:[,，](?:同比|[比较](?:上年|上一?年度?|去年|年初)(?:同期)?)[^,，。;；]{2,10})?[,，、;；](?:共有|拥有|有|共)?$"
    r"|公办养老(?:服务)?机构[0-9]+[家所个][,，、](?:和|与)?(?:民办|民营|社会办)养老(?:服务)?机构[0-9]+[家所个][,，、]共?$"
    r"|[0-9][处所家](?:乡镇|农村|镇|县级)?(?:敬老院|养老院|福利院|养老机构)(?:进行|实施|开展)(?:改扩建|改造|扩建|提升改造)[,，]到[0-9]{4}年底?前?$"
    rf"|{_HOMES_ALL}(?:总数|数量|数)?[由从][^。;；,，]{{0,40}}[,，;；](?:增长[^。;；,，]{{1,8}}[,，;；])?$"
)
# 社区养老服务设施865处,床位7700张: the beds of communities
_OF_COMMUNITIES = re.compile(
    rf"(?:社区(?:居家)?养老(?:服务)?(?:机构(?:和|与|及)(?:养老)?设施|设施|机构|中心|站点?)|日间照料(?:中心|站|机构)|托老所){_COUNTED}"
    "[,，、](?:共|现)?(?:设(?:置|有)?|有|拥有)?$"
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
# 县养老服务中心:总投资4500万元,占地25亩,|设床位260张: what is built, with its figures
_PROJECT = re.compile(
    r"^(?!.*(?:医院|学校|小学|幼儿|托育|残疾|儿童|救助|殡|改造|每|单个|各个))"
    "(?P<built>[^,，。;；:：]{0,12}(?:新建|建设|扩建|迁建))?"
    "[^,，。;；:：]{0,20}(?:养老|敬老|福利|养护|照护|颐养|托养|护理|康养|供养|老年)"
    "[^,，。;；:：0-9]{0,8}(?:中心|院|机构|公寓|综合体|基地)"
    "(?:1[家所个处座])?(?P<named>(?:建设|扩建|迁建)?(?:项目|工程)|(?=[:：]))?[:：,，]"
    "(?:[^,，。;；、0-9]{0,6}(?:占地|用地|面积|投资|床位)[^,，。;；、0-9]{0,4}[0-9][0-9.]{0,7}[万亿]?(?:亩|公顷|平方米|元|张)[,，、]){0,4}"
    "[^,，。;；、0-9]{0,4}$"
)
#: What each figure of a project measures, by its name.
_FIGURES = (
    (re.compile("(?:项目|计划|预计|概算|估算|总){0,2}投资(?:额|规模)?"), "养老设施建设总投资额"),
    (re.compile("(?:规划|项目|总)?(?:占地|用地)(?:总?面积)?"), "养老设施占地面积"),
    (re.compile("(?:规划)?总?建筑(?:总?面积|规模)"), "新增养老设施建筑面积"),
)
_OF_CARE = frozenset(("养老床位", "养老机构床位"))
_NURSING = frozenset(("护理型床位", "设护理型床位", "设置护理型床位", "护理型养老床位"))


def _with_others(c: OwnWords) -> str | None:
    subject = c.statement.subject
    added = subject in _OF_CARE and _ADDED_WITH_OTHERS.search(c.sentence_before())
    return f"新增{subject}" if added else None


def _nursing_beds_built(c: OwnWords) -> str | None:
    said = c.statement
    nursing = said.subject in _NURSING and said.kind is Kind.TARGET
    return f"新增{said.subject}" if nursing and _ANY_BUILT.search(c.sentence_before()) else None


def _of_homes_newly_added(c: OwnWords) -> str | None:
    said = c.statement
    homes = _homes_before(c) if said.kind is Kind.TARGET else None
    new = homes and _NEW.search(c.sentence_before()[: homes.start()])
    return f"新增养老机构{said.subject}" if new else None


def _of_communities(c: OwnWords) -> str | None:
    stated = c.statement.subject in BARE and c.statement.comparator in _STATED
    return "社区养老床位" if stated and _OF_COMMUNITIES.search(c.sentence_before()) else None


def _of_all_homes(c: OwnWords) -> str | None:
    return f"养老机构{c.statement.subject}总数" if _homes_before(c) else None


def _homes_before(c: OwnWords) -> re.Match[str] | None:
    """The homes that are counted or listed before a plain number of beds."""
    if c.statement.subject not in BARE or c.statement.comparator not in _STATED:
        return None
    before = c.sentence_before()
    return _HOMES.search(before) or _LISTED.search(before)


def _of_units(c: OwnWords) -> str | None:
    of_units = c.statement.subject in BARE and _UNITS.search(c.sentence_before())
    return "认知障碍照护床位" if of_units else None


def _set_up_in_homes(c: OwnWords) -> str | None:
    stated = c.statement.subject in BARE and c.statement.comparator in _STATED
    return "养老机构床位总数" if stated and _FITTED_OUT.search(c.sentence_before()) else None


def _bound_of_what_is_built(c: OwnWords) -> str | None:
    built = None if c.statement.comparator in _STATED else _built_before(c)
    return f"每个养老{built['house']}床位" if built else None


def _of_what_is_built(c: OwnWords) -> str | None:
    stated = c.statement.comparator in _STATED and c.statement.kind is Kind.TARGET
    return "新建养老机构床位" if stated and _built_before(c) else None


def _built_before(c: OwnWords) -> re.Match[str] | None:
    """The home, and no hospital, that is built before its beds are told."""
    built = _BUILT.search(c.sentence_before()) if c.statement.subject in BARE else None
    return built if built and "医院" not in built.group() else None


def _figure_of_a_project(c: OwnWords) -> str | None:
    said = c.statement
    noun = "新建养老机构床位" if said.subject in BARE else _name_of_figure(said.subject)
    if not noun or said.kind is Kind.PARAMETER or said.comparator not in _STATED:
        return None
    before = c.sentence_before()
    project = _PROJECT.search(before)
    if project is None and c.passages and "投资" in c.sentence():
        project = _PROJECT.search(f"{c.passages[said.passage].heading}:{before}")
    return noun if project and (project["built"] or project["named"] is not None) else None


def _name_of_figure(subject: str) -> str:
    return next((noun for name, noun in _FIGURES if name.fullmatch(subject)), "")


#: What a number of beds measures by the homes in the words before it. «so» are the beds.
HOUSE_BED_RULES: tuple[Rule[OwnWords, str], ...] = (
    Rule(
        "beds added among others",
        _with_others,
        "新增学位1800个,养老床位«500张»。",
        "学位1800个,养老床位«500张»。",
    ),
    Rule(
        "nursing beds of what is built",
        _nursing_beds_built,
        "新建县养老服务中心1所,设置护理型床位«200张»。",
        "新建县人民医院1所,设置护理型床位«200张»。",
    ),
    Rule(
        "beds of homes newly added",
        _of_homes_newly_added,
        "新增养老机构3家,床位«200张»。",
        "全市有养老机构126家,床位«1.9万张»。",
    ),
    Rule(
        "community facilities before their beds",
        _of_communities,
        "社区养老服务设施86处,床位«1900张»。",
        "社区养老服务设施86处,养老机构12家,床位«1900张»。",
    ),
    Rule(
        "homes before their beds",
        _of_all_homes,
        "全市有养老机构126家,床位«1.9万张»。",
        "全市有卫生院126家,床位«1.9万张»。",
    ),
    Rule(
        "units before their beds",
        _of_units,
        "设置失智照护专区5个,床位«120张»。",
        "设置康复专区5个,床位«120张»。",
    ),
    Rule(
        "beds that homes are set up with",
        _set_up_in_homes,
        "先后建成敬老院1处、幸福院17处,设置床位«1150张»。",
        "先后新建敬老院1处、幸福院17处,设置床位«1150张»。",
    ),
    Rule(
        "bound of the beds of what is built",
        _bound_of_what_is_built,
        "新建县养老服务中心,床位不少于«200张»。",
        "新建县人民医院,床位不少于«200张»。",
    ),
    Rule(
        "beds of what is built",
        _of_what_is_built,
        "新建县养老服务中心,床位«200张»。",
        "新建县人民医院,床位«200张»。",
    ),
    Rule(
        "figure of what is built",
        _figure_of_a_project,
        "县社会福利中心项目:总投资4500万元,占地«25亩»。",
        "县社会福利中心总投资4500万元,占地«25亩»。",
    ),
)
