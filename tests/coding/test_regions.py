"""Regions by name: the codes of GB/T 2260, names of other times, names that several share."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.coding.places.regions import Region, codes_inside, find_region, region_by_code

TABLE = list(
    csv.DictReader(
        files("compare.coding.places").joinpath("divisions.csv").read_text(encoding="utf-8").splitlines()
    )
)


def found(*texts: str, year: int = 0) -> Region:
    region = find_region(*texts, year=year)
    assert region is not None
    return region


@pytest.mark.parametrize(
    ("text", "code", "label_zh", "label_en", "level", "province"),
    [
        (
            "阿勒泰地区行政公署办公室",
            "654300",
            "阿勒泰地区",
            "Altay Prefecture",
            "prefecture",
            "新疆维吾尔自治区",
        ),
        ("咸阳市加快推进养老服务体系建设", "610400", "咸阳市", "Xianyang", "prefecture", "陕西省"),
        (
            "兰州市安宁区人民政府办公室",
            "620105",
            "兰州市安宁区",
            "Anning District (Lanzhou)",
            "county",
            "甘肃省",
        ),
        ("周口市人民政府办公室", "411600", "周口市", "Zhoukou", "prefecture", "河南省"),
        (
            "楚雄州推进养老服务高质量发展",
            "532300",
            "楚雄彝族自治州",
            "Chuxiong Yi Autonomous Prefecture",
            "prefecture",
            "云南省",
        ),
        ("山东省养老服务条例", "370000", "山东省", "Shandong Province", "province", "山东省"),
        ("2010年铜川市人民政府工作报告", "610200", "铜川市", "Tongchuan", "prefecture", "陕西省"),
        (
            "上海市浦东新区人民政府",
            "310115",
            "上海市浦东新区",
            "Pudong New Area (Shanghai)",
            "county",
            "上海市",
        ),
        ("湖北省仙桃市人民政府", "429004", "仙桃市", "Xiantao", "county", "湖北省"),
        ("新疆石河子市", "659001", "石河子市", "Shihezi", "county", "新疆维吾尔自治区"),
        (
            "黔东南州人民政府",
            "522600",
            "黔东南苗族侗族自治州",
            "Qiandongnan Miao and Dong Autonomous Prefecture",
            "prefecture",
            "贵州省",
        ),
        (
            "前郭县民政局",
            "220721",
            "前郭尔罗斯蒙古族自治县",
            "Qian Gorlos Mongol Autonomous County",
            "county",
            "吉林省",
        ),
        ("鄂温克旗", "150724", "鄂温克族自治旗", "Ewenki Autonomous Banner", "county", "内蒙古自治区"),
        ("深圳经济特区养老服务条例", "440300", "深圳市", "Shenzhen", "prefecture", "广东省"),
        (
            "内蒙古养老服务条例",
            "150000",
            "内蒙古自治区",
            "Inner Mongolia Autonomous Region",
            "province",
            "内蒙古自治区",
        ),
        ("和县人民政府", "340523", "和县", "Hexian County", "county", "安徽省"),
        ("六安市人民政府", "341500", "六安市", "Lu'an", "prefecture", "安徽省"),
    ],
)
def test_regions_by_the_names_plans_use(
    text: str, code: str, label_zh: str, label_en: str, level: str, province: str
) -> None:
    """Provinces, prefectures and counties; short names of autonomous ones; districts with their city."""
    region = found(text)
    assert (code, label_zh, label_en) == (region.code, region.label_zh, region.label_en)
    assert (level, province) == (region.level, region.province_zh)


@pytest.mark.parametrize(
    "text",
    [
        "推动乡镇敬老院高质量发展十条措施",
        "市民政局关于印发养老服务方案的通知",
        "鼓楼区人民政府",  # four cities have one
        "加强城市新城区养老设施建设",
        "兰州新区管委会",
        "周口市城乡一体化示范区管理委员会",
        "规范龙口市场秩序",
        "",
    ],
)
def test_nothing_where_nothing_is_certain(text: str) -> None:
    """No name, a shared name without its parent, a zone that is no division: None, not a guess."""
    assert find_region(text) is None


def test_a_shared_name_counts_with_its_parent() -> None:
    """鼓楼区 is certain where its city is named, in the same text or behind it."""
    assert "320106" == found("南京市鼓楼区人民政府").code
    assert "320106" == found("鼓楼区人民政府转发南京市方案").code


@pytest.mark.parametrize(
    ("name", "year", "code", "level"),
    [
        ("巢湖市", 2010, "341400", "prefecture"),
        ("巢湖市", 2015, "340181", "county"),
        ("巢湖市", 0, "340181", "county"),
        ("南通市崇川区", 2010, "320602", "county"),
        ("南通市崇川区", 2022, "320613", "county"),
        ("莱芜市人民政府", 2015, "371200", "prefecture"),
        ("襄樊市人民政府", 2008, "420600", "prefecture"),
        ("射洪县人民政府", 0, "510922", "county"),
        ("四川省射洪市", 2020, "510981", "county"),
    ],
)
def test_names_of_other_times(name: str, year: int, code: str, level: str) -> None:
    """Abolished and renamed divisions are found; the year chooses between two of one name."""
    region = found(name, year=year)
    assert (code, level) == (region.code, region.level)


def test_a_later_text_makes_more_precise_and_does_not_change() -> None:
    """The issuer comes first; the title may name a part of it, not another place."""
    assert "620105" == found("甘肃省民政厅", "兰州市安宁区养老服务方案").code
    assert "620100" == found("兰州市民政局", "周口市养老服务经验").code
    assert "411600" == found("市政府办公室", "周口市养老服务方案").code


def test_a_township_has_no_code_of_its_own() -> None:
    """A sub-district's plan is not its county's: level township, no code, the county as parent."""
    region = found("兰州市安宁区孔家崖街道办事处")
    assert ("", "township", "安宁区孔家崖街道") == (region.code, region.level, region.label_zh)
    assert "甘肃省" == region.province_zh


def test_every_division_in_force_is_found_by_its_full_name() -> None:
    """Province and all names above it, then its own: each row of the table leads back to itself."""
    names = {row["code"]: row["name_zh"] for row in TABLE if not row["until"]}
    lost = []
    for row in TABLE:
        if row["until"]:
            continue
        above = [row["parent"]]
        while above[-1] and above[-1][2:] != "0000":
            above.append(above[-1][:2] + "0000")
        full = "".join(names[code] for code in reversed(above) if code) + row["name_zh"]
        region = find_region(full)
        if region is None or region.code != row["code"]:
            lost.append(full)
    assert [] == lost


def test_table_is_well_formed() -> None:
    """Six digits, known levels, parents in the table, one name in force for each code, sorted by code."""
    codes = {row["code"] for row in TABLE}
    in_force = [row["code"] for row in TABLE if not row["until"]]
    assert len(in_force) == len(set(in_force))
    assert [row["code"] for row in TABLE] == sorted(row["code"] for row in TABLE)
    assert {"province", "prefecture", "county"} == {row["level"] for row in TABLE}
    for row in TABLE:
        assert len(row["code"]) == 6
        assert row["code"].isdigit()
        assert row["parent"] in codes or (row["level"] == "province" and not row["parent"])
        assert row["name_en"][0].isupper()
        assert not (row["since"] and row["until"]) or row["since"] <= row["until"]


@given(st.text(max_size=60), st.integers(min_value=0, max_value=2100))
def test_any_text_is_answered(text: str, year: int) -> None:
    """No text breaks the search; what it finds is in the table."""
    region = find_region(text, year=year)
    assert region is None or region.level == "township" or region_by_code(region.code) is not None


def test_every_division_has_an_official_name() -> None:
    """It begins with the short name and says of what kind the division is, but for cities."""
    regions = [region_by_code(row["code"]) for row in TABLE]
    bare = [
        region.name_zh
        for region in regions
        if region
        and not (
            region.label_en.startswith(region.name_en)
            and (region.name_zh.endswith("市") or region.label_en != region.name_en)
        )
    ]
    assert [] == bare


def test_areas_of_a_plan_have_their_own_codes() -> None:
    """By full or short name; what is no division has none, and one abolished keeps its full name only."""
    areas = codes_inside("411600", 2024)
    assert ("411623", "411623", "411681") == (areas["商水县"], areas["商水"], areas["项城市"])
    assert ("411603", "411603") == (areas["淮阳区"], areas["淮阳"])
    assert set() == {"黄泛区农场", "市城乡一体化示范区", "周口市"} & set(areas)


def test_areas_of_another_time() -> None:
    """淮阳 was a county before it was a district."""
    assert "411626" == codes_inside("411600", 2015)["淮阳"]


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [
        ("巢湖市", 2010, "341400"),
        ("巢湖市", 2011, "340181"),
        ("南通市崇川区", 2019, "320602"),
        ("南通市崇川区", 2020, "320613"),
        ("河北省定州市", 2014, "130682"),
        ("河北省定州市", 2015, "130682"),
        ("定州市", 2015, "130682"),
        ("河北省定州市", 2017, "130682"),
        ("河北省定州市", 0, "130682"),
        ("寿县人民政府", 2014, "341521"),
        ("儋州市人民政府", 2015, "460400"),
        ("无为县人民政府", 0, "340225"),
        ("无为县人民政府", 2010, "341422"),
        ("江东区人民政府", 0, "330204"),
        ("寿县人民政府", 2015, "340422"),
        ("安徽省寿县", 2015, "340422"),
    ],
)
def test_a_name_changes_its_division_with_the_year(name: str, year: int, code: str) -> None:
    """The first and the last year of a division belong to it."""
    assert code == found(name, year=year).code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("和县人民政府", "340523"),
        ("关于和县养老", "340523"),
        ("印发和县方案", "340523"),
        ("转发和县方案", "340523"),
        ("批转和县方案", "340523"),
        ("(和县)", "340523"),
        ("省和县级财政", None),
        ("各市和县人民政府", None),
        ("马鞍山市和县人民政府", "340523"),
        ("马鞍山市养老,各区和县人民政府", "340500"),
        ("和县域医疗", None),
        ("龙口市区养老", "370681"),
        ("龙口市场", None),
        ("安宁区域", None),
        ("兰州市安宁区域养老", "620100"),
        ("兰州市安宁区划", "620100"),
        ("兰 州 市\n安宁区", "620105"),
        ("兰州市人民政府、周口市人民政府", "620100"),
        ("兰州市周口市", "620100"),
        ("甘肃省安宁区", "620105"),
        ("鼓楼区、玄武区、南京市", None),
        ("鼓楼区转发江苏省方案", None),
        ("鼓楼区,周口市", None),
        ("鼓楼区鼓楼区", None),
        ("城区人民政府", None),
        ("山西省城区", None),
        ("河北省桥西区", None),
        ("石家庄市桥西区", "130104"),
        ("河北省张家口市桥西区", "130703"),
        ("深圳前海自贸区养老", None),
        ("深圳银行", None),
        ("深圳市养老", "440300"),
        ("深圳养老", "440300"),
        ("养老深圳", "440300"),
        ("黑龙江养老", "230000"),
        ("吉林养老", None),
        ("广东路养老", None),
        ("广东养老", "440000"),
        ("长江养老", None),
        ("周口市管理示范区管委会", None),
        ("周口市示范区养老", "411600"),
        ("周口市开发区、工业园", "411600"),
    ],
)
def test_what_stands_around_a_name_decides_whether_it_is_one(text: str, code: str | None) -> None:
    """Short names need something that introduces them; a word that goes on, a zone or a second place that
    does not hold the first leaves nothing certain."""
    region = find_region(text)
    assert code == (region.code if region else None)


@pytest.mark.parametrize(
    ("text", "name", "parent"),
    [
        ("兰州市安宁区孔家崖街道办事处", "孔家崖街道", "安宁区"),
        ("兰州市安宁区孔家崖街道党工委", "孔家崖街道", "安宁区"),
        ("周口市商水县练集镇人民政府", "练集镇", "商水县"),
        ("商水县人民政府", "商水县", "周口市"),
        ("商水县练集镇养老服务中心", "商水县", "周口市"),
        ("周口市练集镇人民政府", "周口市", "河南省"),
    ],
)
def test_a_township_is_named_with_its_office(text: str, name: str, parent: str) -> None:
    """Behind a county only, and only where its own authority stands behind it."""
    region = found(text)
    assert (name, parent) == (region.name_zh, region.parent_zh)


def test_a_township_of_a_later_text_goes_with_its_county() -> None:
    """A later text within the first makes it more precise; one without a township takes none away, nor does
    the same county named again."""
    assert "孔家崖街道" == found("兰州市", "兰州市安宁区孔家崖街道办事处").name_zh
    assert "孔家崖街道" == found("兰州市安宁区孔家崖街道办事处", "兰州市安宁区方案").name_zh
    assert "安宁区" == found("兰州市安宁区", "兰州市安宁区孔家崖街道办事处").name_zh


def test_areas_lie_in_their_division_by_their_codes() -> None:
    """Those of a province are all below it, its prefectures too; a county holds none, nor does what is no
    code. A short name that two areas share is left out, and so is one of a single character."""
    henan, zhoukou = codes_inside("410000", 2024), codes_inside("411600", 2024)
    assert ("411600", "411600", "411623") == (henan["周口"], henan["周口市"], henan["商水"])
    assert set(zhoukou) <= set(henan) | {"太康", "太康县"}
    assert ("周口市" in zhoukou, {}, {}) == (
        False,
        codes_inside("411623", 2024),
        codes_inside("999999", 2024),
    )
    assert [] == [name for name in henan if len(name) < 2]
    songyuan = codes_inside("220700", 2024)
    assert {"220721"} == {songyuan[name] for name in ("前郭尔罗斯蒙古族自治县", "前郭尔罗斯县", "前郭尔罗斯")}
