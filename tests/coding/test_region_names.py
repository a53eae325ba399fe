"""What divisions are called: in English, in short, and beside others of their name."""

from __future__ import annotations

import pytest

from compare.coding.places.english import official_name
from compare.coding.places.regions import codes_inside, region_by_code, short_province


def test_a_code_gives_the_name_of_the_year() -> None:
    """420600 was 襄樊市 and is 襄阳市; an unknown code is None."""
    names = [region.name_zh for year in (2005, 2015, 0) if (region := region_by_code("420600", year))]
    assert ["襄樊市", "襄阳市", "襄阳市"] == names
    assert region_by_code("999999") is None


@pytest.mark.parametrize(
    ("name", "short", "peoples", "official"),
    [
        ("阿勒泰地区", "Altay", "", "Altay Prefecture"),
        ("锡林郭勒盟", "Xilingol", "", "Xilingol League"),
        ("周口市", "Zhoukou", "", "Zhoukou"),
        ("安宁区", "Anning", "", "Anning District"),
        ("清新区", "Qingxin", "", "Qingxin District"),
        ("浦东新区", "Pudong", "", "Pudong New Area"),
        ("神农架林区", "Shennongjia", "", "Shennongjia Forestry District"),
        ("西林区", "Xilin", "", "Xilin District"),
        ("六枝特区", "Liuzhi", "", "Liuzhi Special District"),
        ("苏尼特左旗", "Sonid Left", "", "Sonid Left Banner"),
        ("东乡族自治县", "Dongxiang", "", "Dongxiang Autonomous County"),
        ("新疆维吾尔自治区", "Xinjiang", "维吾尔", "Xinjiang Uygur Autonomous Region"),
        ("黔南布依族苗族自治州", "Qiannan", "布依族苗族", "Qiannan Buyei and Miao Autonomous Prefecture"),
        (
            "积石山保安族东乡族撒拉族自治县",
            "Jishishan",
            "保安族东乡族撒拉族",
            "Jishishan Bonan, Dongxiang and Salar Autonomous County",
        ),
        (
            "恩施土家族苗族自治州",
            "Enshi",
            "土家族苗族",
            "Enshi Tujia and Miao Autonomous Prefecture",
        ),
        ("某地", "", "", ""),
    ],
)
def test_official_english_names(name: str, short: str, peoples: str, official: str) -> None:
    """What stands behind the short name is a rule of the Chinese suffix."""
    assert official == official_name(name, short, peoples)


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("甘肃省", "甘肃"),
        ("北京市", "北京"),
        ("新疆维吾尔自治区", "新疆"),
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("香港特别行政区", "香港"),
    ],
)
def test_the_short_name_of_a_province(whole: str, short: str) -> None:
    """As it stands in lists of provinces."""
    assert short == short_province(whole)


@pytest.mark.parametrize("year, code", [(2000, "110224"), (2001, "110115"), (0, "110115")])
def test_a_division_has_its_short_name_from_its_first_year_on(year: int, code: str) -> None:
    """大兴县 became 大兴区 in 2001; 大兴 is the one of that year, and without a year the one of today."""
    assert code == codes_inside("110000", year)["大兴"]


@pytest.mark.parametrize(
    ("code", "year", "label_zh", "label_en", "parent"),
    [
        ("370000", 0, "山东省", "Shandong Province", ""),
        ("411623", 0, "商水县", "Shangshui County", "周口市"),
        ("620105", 0, "兰州市安宁区", "Anning District (Lanzhou)", "兰州市"),
        ("110101", 0, "北京市东城区", "Dongcheng District (Beijing)", "北京市"),
        ("340181", 0, "巢湖市", "Chaohu", "合肥市"),
        ("420600", 2005, "襄樊市", "Xiangfan", "湖北省"),
    ],
)
def test_a_division_is_labelled_with_its_parent_where_its_name_would_not_do(
    code: str, year: int, label_zh: str, label_en: str, parent: str
) -> None:
    """Districts always, counties where another one in force has their name."""
    region = region_by_code(code, year)
    assert region is not None
    assert (label_zh, label_en, parent) == (region.label_zh, region.label_en, region.parent_zh)
