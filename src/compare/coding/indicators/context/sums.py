"""Sums of money that stand beside others, and who gets them."""

from __future__ import annotations

import re

from compare.reading.cues import PAYMENTS

# 每床一次性4500元、每床每年1000元: sums of one list, each with its own base
_SUM = re.compile("(?:(?:每[一-龥]{1,2}){1,3}(?:一次性)?|一次性)[0-9][0-9.,]*[万亿]?元")
#: A sum by a name of its own: 租金补贴, 运营补助, none of 给予补贴 and 不等的补贴.
NAMED_SUM = re.compile(
    "[一-龥]{2}(?<!给予|予以|一次|次性|财政|配套|相应|分别|每年|每月|可以|全额|定额|适当|[一-龥][类的])"
    f"(?:{PAYMENTS}|经费)"
)
#: Houses that sums are given to.
HOUSES = "[一-龥]{0,12}(?:中心|站点?|机构|[老利养福]院|[助饭餐老务]点|[食饭]堂|厨房)"
_PAID = re.compile(PAYMENTS)
_PAID_IN_PART = re.compile(
    "(?:其中)?由?(?:[中省市县区镇]央?级?财政|各级财政|财政|政府|个人|参保人员?|本人|机构|院方|(?:用人)?单位|集体|家庭"
    "|(?:(?:职工|居民|基本)*(?:医疗保险|医保)(?:统筹)?|统筹|福彩公益金|彩票公益)基?金)"
    "(?:补[贴助]|承担|缴[费纳]|自付|自担|负担|出资|配套|划转|划拨|拨付|筹集|支付)(?:为|的?部分)?"
)
# 其中财政补贴80元、|个人承担
_PARTS_BEFORE = re.compile("^.*[0-9]万?元(?:/[^、0-9]{1,6})?[、和]")
#: Who or what a sum may be given to.
_RECEIVER = re.compile(
    "中心|[站院点床人员户者生餐村乡镇县区]|机构|食堂|饭堂|设施|公寓|之家|厨房|场所|基地|对象|家庭|企业|组织|单位|公司|街道"
)


def is_paid_in_part(before: str) -> bool:
    """Whether the words before a sum say who pays it as a part of another (其中财政补贴|80元)."""
    return _PAID_IN_PART.fullmatch(_PARTS_BEFORE.sub("", before)) is not None


def is_for_nobody(part: str) -> bool:
    """Whether a part of a sentence gives something and names nobody to give it to."""
    return _PAID.search(part) is not None and not _RECEIVER.search(part)


def alone(clause: str, at: int) -> str:
    """The clause without the other sums of a list, where the one at a place in it has a base of its own."""
    sums = list(_SUM.finditer(clause))
    if len(sums) < 2 or not any(one.start() <= at < one.end() for one in sums):
        return clause
    for one in reversed(sums):
        if not one.start() <= at < one.end():
            clause = clause[: one.start()] + clause[one.end() :]
    return clause
