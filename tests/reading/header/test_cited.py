"""Documents that a plan names: title, number and relation, on texts made up for it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Cited, Document, Relation
from compare.reading import Lexicon, read

BASIS, IMPLEMENT, ACCORDANCE, DRAW_UP, NAMED = Relation

Expected = list[tuple[Relation, str, str]]

PLAN = """甲市养老服务高质量发展实施方案
甲政办发〔2023〕8号
　　为贯彻落实《国务院办公厅关于推进养老服务发展的意见》（国办发〔2019〕5号）和《乙省养老服务三年行动方案（2023—2025年）》（以下简称《省行动方案》），根据《乙省养老服务条例》、民发〔2022〕3号文件，结合实际，制定本方案。
　　一、主要任务
　　（一）按照《省行动方案》要求，新建机构2所。执行《养老机构服务安全基本规范》（GB 38600-2019）。
　　（二）出台《甲市养老机构等级评定办法（试行）》，修订《甲市养老服务设施专项规划》。
　　（三）对《甲市家政服务条例》执行情况开展检查，《人民日报》予以报道。落实《甲市养老服务高质量发展实施方案》。
　　二、保障措施
　　加强领导。
"""


def found(text: str, lexicon: Lexicon) -> tuple[Cited, ...]:
    return read(Document(text, "txt"), lexicon).cited


def test_a_plan_with_every_relation(lexicon: Lexicon) -> None:
    """Lists go on under one word, a short name is its document, a paper and the plan itself are none."""
    expected: Expected = [
        (IMPLEMENT, "国务院办公厅关于推进养老服务发展的意见", "国办发〔2019〕5号"),
        (IMPLEMENT, "乙省养老服务三年行动方案（2023—2025年）", ""),
        (BASIS, "乙省养老服务条例", ""),
        (BASIS, "", "民发〔2022〕3号"),
        (ACCORDANCE, "乙省养老服务三年行动方案（2023—2025年）", ""),
        (IMPLEMENT, "养老机构服务安全基本规范", "GB 38600-2019"),
        (DRAW_UP, "甲市养老机构等级评定办法（试行）", ""),
        (DRAW_UP, "甲市养老服务设施专项规划", ""),
        (NAMED, "甲市家政服务条例", ""),
    ]
    assert expected == [(one.relation, one.title, one.number) for one in found(PLAN, lexicon)]


def test_what_stands_before_the_first_heading_is_the_preamble(lexicon: Lexicon) -> None:
    """Only there does a plan say what it rests on as a whole."""
    assert [True] * 4 + [False] * 5 == [one.preamble for one in found(PLAN, lexicon)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("依据《中华人民共和国民法典》执行。", [(BASIS, "中华人民共和国民法典", "")]),
        (
            "严格执行省住建厅等5部门印发的《全省住区配建专项治理方案》。",
            [(IMPLEMENT, "全省住区配建专项治理方案", "")],
        ),
        ("参照《居家养老服务规范》(DB31/T 461-2018)提供服务。",
         [(ACCORDANCE, "居家养老服务规范", "DB31/T 461-2018")]),
        ("贯彻落实国办发〔2020〕27号文件精神。", [(IMPLEMENT, "", "国办发〔2020〕27号")]),
        (
            "按照省政府关于加强养老服务的意见(乙政发〔2020〕7号)要求,扩大供给。",
            [(ACCORDANCE, "省政府关于加强养老服务的意见", "乙政发〔2020〕7号")],
        ),
        ("根据《甲法》第十条,制定《乙办法》。", [(BASIS, "甲法", ""), (DRAW_UP, "乙办法", "")]),
        ("制定的《乙办法》已经实施三年。", [(NAMED, "乙办法", "")]),
        ("全面落实责任。《甲条例》另有规定的除外。", [(NAMED, "甲条例", "")]),
        ("办理依据见甲民发〔2021〕19号。", [(BASIS, "", "甲民发〔2021〕19号")]),
        ("开展《弟子规》诵读,举办《养老》杂志展览。", []),
        ("甲民发〔2021〕19号", []),
        *(
            (f"根据{agency}〔2023〕12号要求推进。", [(BASIS, "", f"{agency}〔2023〕12号")])
            for agency in ("甲市乙区民政局办公室文字"[:n] + "发文"[: n - 12] for n in (12, 13, 14))
        ),
        ("根据甲市乙区丙镇民政所办公室文字发〔2023〕12号推进。", []),  # words run on into the number
        # looked at after the rules were written
        ("遵照《宪法》和《老年人权益保障法》。",
         [(ACCORDANCE, "宪法", ""), (ACCORDANCE, "老年人权益保障法", "")]),
        ("学习宣传《反家庭暴力法》,严格落实《养老机构管理办法》(民政部令第66号)。",
         [(IMPLEMENT, "反家庭暴力法", ""), (IMPLEMENT, "养老机构管理办法", "")]),
        ("各县要依《丙省信用条例》归集信息。", [(BASIS, "丙省信用条例", "")]),
        ("研究制定《丙市助餐补贴办法》并印发《补贴目录》。",
         [(DRAW_UP, "丙市助餐补贴办法", ""), (DRAW_UP, "补贴目录", "")]),
        ("符合《老年人照料设施建筑设计标准》（JGJ 450-2018）的,予以补助。",
         [(ACCORDANCE, "老年人照料设施建筑设计标准", "JGJ 450-2018")]),
        ("与老年人签订《服务协议》,发放《服务手册》。", []),
        ("实施《健康甲市2030规划纲要(2020年版)》。", [(IMPLEMENT, "健康甲市2030规划纲要(2020年版)", "")]),
        ("对照《关于印发〈等级划分与评定〉标准的通知》自查。",
         [(ACCORDANCE, "关于印发〈等级划分与评定〉标准的通知", "")]),
        ("根据《养老条例》(简称《条例》,甲政发〔2019〕5号)执行。",
         [(BASIS, "养老条例", "甲政发〔2019〕5号")]),
        ("服务方案,按照省政府关于养老的意见(乙政发〔2020〕7号)执行。",
         [(ACCORDANCE, "省政府关于养老的意见", "乙政发〔2020〕7号")]),
        ("省政府关于养老的意见(乙政发〔2020〕7号)很好。", []),
        ("落实有关补贴(乙政发〔2020〕7号)。", []),
        ("落实《甲条例》,和乙政发〔2020〕7号。",
         [(IMPLEMENT, "甲条例", ""), (IMPLEMENT, "", "乙政发〔2020〕7号")]),
    ],
)  # fmt: skip
def test_documents_of_a_sentence(sentence: str, expected: Expected, lexicon: Lexicon) -> None:
    """The nearest word of relation decides; what is no document is left alone, as is a number without one."""
    text = f"丁市方案\n一、任务\n{sentence}\n二、措施\n加强领导。\n"
    assert expected == [(one.relation, one.title, one.number) for one in found(text, lexicon)]


@given(st.lists(st.sampled_from(re.findall(r"《[^》]*》|[^《》]{1,6}", PLAN)), max_size=30).map("".join))
def test_a_mention_is_a_span_of_the_text(lexicon: Lexicon, text: str) -> None:
    """Whatever is put together: mentions do not overlap, the word of relation stands before the name."""
    mentions = found(text, lexicon)
    assert [] == [one for one in mentions if not one.quote_start <= one.start < one.end <= len(text)]
    assert sorted(mentions, key=lambda one: one.start) == list(mentions)
    assert all(before.end <= after.start for before, after in pairwise(mentions))
