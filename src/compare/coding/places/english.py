"""English names of regions as official publications give them, from the short name and the Chinese suffix.

The short names (``name_en`` of divisions.csv) follow the place's own reading; what is added is a rule of
the suffix: 阿勒泰地区 is Altay Prefecture, 楚雄彝族自治州 Chuxiong Yi Autonomous Prefecture, 安宁区 Anning
District. Cities and municipalities carry their bare name.
"""

from __future__ import annotations

import re

#: Peoples in the names of autonomous regions, as GB/T 3304 and official English publications call them.
PEOPLES = {
    "蒙古": "Mongol",
    "回": "Hui",
    "藏": "Tibetan",
    "维吾尔": "Uygur",
    "苗": "Miao",
    "彝": "Yi",
    "壮": "Zhuang",
    "布依": "Buyei",
    "朝鲜": "Korean",
    "满": "Manchu",
    "侗": "Dong",
    "瑶": "Yao",
    "白": "Bai",
    "土家": "Tujia",
    "哈尼": "Hani",
    "哈萨克": "Kazakh",
    "傣": "Dai",
    "黎": "Li",
    "傈僳": "Lisu",
    "佤": "Va",
    "畲": "She",
    "拉祜": "Lahu",
    "水": "Shui",
    "纳西": "Naxi",
    "景颇": "Jingpo",
    "柯尔克孜": "Kirgiz",
    "土": "Tu",
    "达斡尔": "Daur",
    "仫佬": "Mulao",
    "羌": "Qiang",
    "布朗": "Blang",
    "撒拉": "Salar",
    "毛南": "Maonan",
    "仡佬": "Gelao",
    "锡伯": "Xibe",
    "阿昌": "Achang",
    "普米": "Pumi",
    "塔吉克": "Tajik",
    "怒": "Nu",
    "鄂温克": "Ewenki",
    "德昂": "De'ang",
    "保安": "Bonan",
    "裕固": "Yugur",
    "独龙": "Derung",
    "鄂伦春": "Oroqen",
    "基诺": "Jino",
    "东乡": "Dongxiang",
    "各": "Various Nationalities",
}
_PEOPLE = re.compile("|".join(sorted(PEOPLES, key=len, reverse=True)))

#: Suffix -> what stands behind the short name; the first that fits. "" where the bare name is the usual one.
_KINDS = (
    ("特别行政区", "Special Administrative Region"),
    ("自治区", "Autonomous Region"),
    ("自治州", "Autonomous Prefecture"),
    ("自治县", "Autonomous County"),
    ("自治旗", "Autonomous Banner"),
    ("地区", "Prefecture"),
    ("盟", "League"),
    ("省", "Province"),
    ("市", ""),
    ("旗", "Banner"),
    ("县", "County"),
    ("林区", "Forestry District"),
    ("特区", "Special District"),
    ("新区", "New Area"),
    ("区", "District"),
)
# 清新区 is the district Qingxin, 浦东新区 the new area Pudong: the short name holds the syllable or not.
_SYLLABLE = {"林区": "lin", "特区": "te", "新区": "xin"}
#: Names that no rule gives.
_EXCEPTIONS = {
    "沈北新区": "Shenbei New District",
    "新区": "Xinqu District",
}


def official_name(name_zh: str, short: str, peoples: str = "") -> str:
    """The official English name of a division.

    ``short`` is its short English name, ``peoples`` what of ``name_zh`` names the peoples of an autonomous
    division (苗族侗族); a people that the short name is already is not repeated (Ewenki Autonomous Banner).
    """
    if name_zh in _EXCEPTIONS or not short:
        return _EXCEPTIONS.get(name_zh, "")
    kind = next((kind for suffix, kind in _KINDS if _fits(name_zh, short, suffix)), "")
    named = [PEOPLES[one] for one in _PEOPLE.findall(peoples)]
    words = [short, _joined([one for one in named if one != short]), kind]
    return " ".join(filter(None, words))


def _fits(name_zh: str, short: str, suffix: str) -> bool:
    syllable = _SYLLABLE.get(suffix)
    return name_zh.endswith(suffix) and not (syllable and short.lower().endswith(syllable))


def _joined(names: list[str]) -> str:
    """Yi; Miao and Dong; Bonan, Dongxiang and Salar."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
