"""Which level of government made a document that a plan names, and which of them the plan carries out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from compare.coding.places.regions import find_region
from compare.model import Cited, Plan, Relation

#: Levels of government from the top, as ``region_level`` names them.
LEVELS = ("national", "province", "prefecture", "county", "township")
#: Relations that bind, the one that says most first.
BINDING = (Relation.BASIS, Relation.IMPLEMENT, Relation.ACCORDANCE)

_NATION = re.compile(
    r"中华人民共和国|中国共产党|党中央|中共中央|中央|国务院|国家|全国|“十[一-九]五”国家"
    r"|(?:民政|财政|住房城乡建设|住房和城乡建设|自然资源|人力资源社会保障|人力资源和社会保障|教育|公安|商务|应急管理|工业和信息化|文化和旅游|农业农村)部"
)
_NATIONAL_NUMBER = re.compile(
    r"国(?!土资?字)|中(?:发|办)|厅字|民(?:发|函|办)|财(?:社|综|税|办)|发改|人社部|建(?:标|房|办|科)|自然资|工信部|市监|医保"
)
_PROVINCE = re.compile(r"全省|本省|省|自治区|全区(?=.*自治区)")
_PREFECTURE = re.compile(r"全市|本市|市|全州|本州|州|地区|地委|行署|盟")
_COUNTY = re.compile(r"全[县区旗]|本[县区旗]|[县区旗](?:委|政府|人民政府)")
# Rules of law that name no region are the nation's: those of a region carry its name.
_LAW = re.compile(r"(?:法|条例|规定|办法|细则|规程|规范|标准)(?:\([^()]*+\))*$")
_NATIONAL_STANDARD = re.compile(r"GB|JGJ|CJJ|MZ|WS|建标")
# What the number of a document of a province begins with: 豫政办〔2021〕9号.
_ABBREVIATIONS = {
    "北京": "京",
    "天津": "津",
    "河北": "冀",
    "山西": "晋",
    "内蒙古": "蒙内",
    "辽宁": "辽",
    "吉林": "吉",
    "黑龙江": "黑",
    "上海": "沪",
    "江苏": "苏",
    "浙江": "浙",
    "安徽": "皖",
    "福建": "闽",
    "江西": "赣",
    "山东": "鲁",
    "河南": "豫",
    "湖北": "鄂",
    "湖南": "湘",
    "广东": "粤",
    "广西": "桂",
    "海南": "琼",
    "重庆": "渝",
    "四川": "川",
    "贵州": "黔贵",
    "云南": "滇云",
    "西藏": "藏",
    "陕西": "陕",
    "甘肃": "甘",
    "青海": "青",
    "宁夏": "宁",
    "新疆": "新",
}
_ASKED = re.compile("(?:部署|要求|精神|指示)$")
_MANY = re.compile("[、和]")
_FULL_BRACKETS = str.maketrans("（）", "()")


def level_of(one: Cited, plan: Plan) -> str:
    """The level that made a document, one of :data:`LEVELS`; "" where neither its name nor its number tells.

    Where several made it together (国务院、自治区人民政府关于…) the one nearest to the plan.
    """
    title = one.title.translate(_FULL_BRACKETS)
    makers, about, _ = title.partition("关于")
    named = _MANY.split(makers) if about and makers else [title]
    levels = [found for name in named if (found := _named(one.issuer_text + name, plan))]
    if levels:
        return max(levels, key=LEVELS.index)
    if found := _by_number(one.number, plan):
        return found
    if one.relation in BINDING and _LAW.search(title):
        return "national"
    return plan.region_level if one.relation is Relation.DRAW_UP else ""


def _named(words: str, plan: Plan) -> str:
    if _NATION.match(words):
        return "national"
    region = find_region(words)
    if region:
        return region.level
    if _NATION.search(words) and not _PROVINCE.match(words):
        return "national"
    if _PROVINCE.match(words):
        return "province"
    if _PREFECTURE.match(words):
        own_city = plan.region_level == "county" and plan.region_zh.endswith("市")
        is_own = own_city and words.startswith(("市", "全市", "本市"))
        return plan.region_level if is_own else "prefecture"
    return plan.region_level if _COUNTY.match(words) else ""


def _by_number(number: str, plan: Plan) -> str:
    if not number:
        return ""
    if number.startswith("DB"):
        return "province"
    if _NATIONAL_NUMBER.match(number) or _NATIONAL_STANDARD.match(number):
        return "national"
    own = next((short for name, short in _ABBREVIATIONS.items() if plan.province_zh.startswith(name)), "")
    return "province" if number[0] in own else ""


def parent_of(cited: Iterable[Cited], plan: Plan) -> Cited | None:
    """The document that a plan carries out: of those it names as what it rests on, before its first heading,
    the first of the level nearest above its own, one with a title before what is only asked for (…的要求).
    None where it names none of a level above."""
    if plan.region_level not in LEVELS:
        return None
    above: Sequence[str] = LEVELS[: LEVELS.index(plan.region_level)]
    found = [one for one in cited if one.preamble and one.relation in BINDING]
    known = [(one, level) for one in found if (level := level_of(one, plan)) in above]
    if not known:
        return None
    return max(known, key=lambda pair: (LEVELS.index(pair[1]), not _ASKED.search(pair[0].title)))[0]
