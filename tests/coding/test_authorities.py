"""Which level of government made a document that a plan names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.coding.authorities import level_of, parent_of
from compare.model import Cited, Plan, Relation
from compare.study.register.plans_file import blank_plan


def plan(region: str, level: str, province: str) -> Plan:
    return replace(
        blank_plan("made-up", "made-up.txt"), region_zh=region, region_level=level, province_zh=province
    )


def named(
    title: str, number: str = "", words: str = "", relation: Relation = Relation.BASIS, preamble: bool = True
) -> Cited:
    return Cited(title, number, relation, preamble, words, 0, 1, 0)


ZHOUKOU = plan("周口市", "prefecture", "河南省")


@pytest.mark.parametrize(
    ("document", "level"),
    [
        (named("中华人民共和国老年人权益保障法"), "national"),
        (named("国务院办公厅关于推进养老服务发展的意见", "国办发〔2019〕5号"), "national"),
        (named("", "民发〔2022〕3号"), "national"),
        (named("“十四五”国家老龄事业发展规划"), "national"),
        (named("养老机构管理办法"), "national"),
        (named("民政部等十部门关于老年助餐的通知"), "national"),
        (named("河南省养老服务条例"), "province"),
        (named("全省住区配建专项治理工作方案", words="省住建厅等5部门印发的"), "province"),
        (named("关于加强养老服务的意见", "豫政办〔2021〕9号"), "province"),
        (named("居家养老服务规范", "DB41/T 461-2018"), "province"),
        (named("周口市养老服务设施专项规划"), "prefecture"),
        (named("关于推进城市化的决定", words="市委、市政府"), "prefecture"),
        (named("国务院、省政府关于加快发展养老服务的部署要求"), "province"),
        (named("护理补贴制度", relation=Relation.DRAW_UP), "prefecture"),
        (named("省贯彻国务院意见的实施方案"), "province"),
        (named("贯彻国务院意见的实施方案"), "national"),
        (named("全国养老服务规划"), "national"),
        (named("养老设施建筑设计标准", "GB 50867-2013"), "national"),
        (named("养老服务标准(试行)"), "national"),
        (named("养老服务标准（试行）"), "national"),
        (named("养老服务标准", relation=Relation.NAMED), ""),
        (named("养老服务方案"), ""),
        (named("公民道德建设纲要"), ""),
        (named("关于加强养老服务的意见", "甲办〔2021〕9号"), ""),
    ],
)
def test_levels(document: Cited, level: str) -> None:
    """By name, words before it and number; a rule of law without a region is the nation's; else unknown."""
    assert level == level_of(document, ZHOUKOU)


def test_the_own_city_of_a_county_level_city_is_a_county() -> None:
    """市 is the city that a district lies in, but the county-level city itself in its own plan."""
    document = named("关于养老服务的决定", words="市政府")
    assert "prefecture" == level_of(document, plan("兰州市安宁区", "county", "甘肃省"))
    assert "county" == level_of(document, plan("项城市", "county", "河南省"))


def test_in_the_plan_of_a_county_level_city_other_documents_have_their_own_level() -> None:
    """By their number, or none; what its prefecture or another county made is not its own."""
    city = plan("项城市", "county", "河南省")
    assert "province" == level_of(named("关于加强养老服务的意见", "豫政办〔2021〕9号"), city)
    assert "" == level_of(named("公民道德建设纲要"), city)
    assert "prefecture" == level_of(named("全州养老服务方案"), city)
    assert ["county"] * 3 == [
        level_of(named(f"{all_of}养老服务方案"), city) for all_of in ("全市", "本市", "市")
    ]
    county = plan("商水县", "county", "河南省")
    assert ["county", "prefecture"] == [
        level_of(named(f"全{all_of}养老服务方案"), county) for all_of in "县市"
    ]
    assert "prefecture" == level_of(named("全市养老服务方案"), ZHOUKOU)


def test_a_plan_of_no_known_region_has_no_parent() -> None:
    """What lies above it is not known."""
    law = named("中华人民共和国老年人权益保障法")
    assert law == parent_of([law], plan("某镇", "township", "河南省"))
    assert None is parent_of([law], plan("", "", ""))


def test_the_parent_is_the_nearest_above_with_a_title() -> None:
    """Not the nation's where the province's is named, nor what is only asked for, nor what the body cites."""
    law, province = named("中华人民共和国老年人权益保障法"), named("河南省养老服务条例")
    asked = named("省政府关于加快发展养老服务的部署要求")
    own, body = named("周口市人大方案"), named("河南省助餐办法", preamble=False)
    assert province == parent_of([law, asked, province, own, body], ZHOUKOU)


def test_no_parent_where_none_above_is_named() -> None:
    """Documents of the own level, and those to be drawn up, stand above nothing."""
    own = named("周口市人大方案")
    coming = named("河南省助餐办法", relation=Relation.DRAW_UP)
    assert None is parent_of([own, coming], ZHOUKOU)
