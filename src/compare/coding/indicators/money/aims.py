"""What a sum is spent on, where that is said behind it or before it: 投入9.24亿元,资助建设日间照料中心."""

from __future__ import annotations

import re

from compare.coding.indicators.context.breaks import following, last
from compare.model import Statement

_SPENT = re.compile(
    "(?:安排|投入|投资|投放|筹集|筹措|统筹|列支|下达|下拨|拨付|落实|争取|整合)(?:[一-龥]{0,10}(?:资金|经费|补助|资本|款))?"
    "(?:共|约|近|超过|达到?|不少于|不低于|总计|累计|合计){0,2}$"
)
_AIM = re.compile(
    "[,，](?P<aim>(?:专项|主要|全部|重点|协同|共同|统筹)?(?:用于|支持|资助|扶持|开展|推进|推动|实施|建[设成]|新建|改建|扩建|改扩建|改造|购买|购置|打造|完成|搭建|建立|为|对)(?:[0-9]{1,5}余?[家所个处])?[一-龥][^,，:：;；。!?！？\n|]*)"
)
# 建成农村幸福院85个,|总投资约4200万元
_IN_ALL = re.compile(
    "(?:项目|计划|累计|估算|概算)?(?:(?:总|共|完成)投[资入]|投资)(?:额)?(?:约|近|达到?|为|超过)*"
)
# 投资960万元|的山口、石桥等4所乡镇敬老院改造
_OF = re.compile("(?:总|概算|估算|计划|完成)?投资(?:额)?(?:约|近|达到?)?$")
_MADE = re.compile("建成|建设|新建|改建|扩建|改造|完善|提升|实施")


def aim_of(text: str, statement: Statement, breaks: str) -> str:
    """The clause of a sum that is spent with the clause that says on what; "" where none does."""
    start, end = last(breaks, statement.start), following(breaks, statement.value_end)
    before = text[start : statement.value_start]
    if _IN_ALL.fullmatch(before) and text[start - 1 : start] in {",", "，"}:
        made = text[last(breaks, start - 1) : start - 1]
        return f"投资{made}" if _MADE.search(made) else ""
    if _OF.search(before) and text.startswith("的", end_of := statement.value_end):
        return f"投资{text[end_of:end]}"
    if _SPENT.search(before) and (spent := _AIM.match(text, end)):
        return f"{text[start:end]}{spent['aim']}"
    return ""
