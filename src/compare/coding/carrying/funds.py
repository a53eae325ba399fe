"""Who pays a total of money in part, or what of it is spent: 安排资金328万元,其中上级补助210万元."""

from __future__ import annotations

import re

from compare.coding.book.codebook import Codebook, Indicator
from compare.coding.indicators.context.breaks import goes_on
from compare.coding.indicators.context.surroundings import Surroundings
from compare.model import Coded, Kind
from compare.reading.cues import PAYERS

_LEVELS = "(?:中央|上级|本级|各级|地方|省|自治区|市|州|地区|县|区|旗|乡|镇|街道)"
#: Money by who pays it, or by where it comes from.
_PAYER = (
    f"{_LEVELS}(?:[、和及与]?{_LEVELS}){{0,3}}[级本]{{0,2}}(?:财政)?"
    f"|(?:中央)?预算内(?:投资)?|社会(?:资本|力量)?|自筹|{PAYERS}"
)
_SOURCE = "(?:(?:福利)?彩票|福彩|体彩)?公益金|(?:专项|补[贴助]|配套|预算|自筹|奖补|专项补助)?(?:资金|经费)"
_DONE = "申请|争取|安排|配套|补[贴助]|支持|投入|承担|负担|出资|自筹|列支|下拨|拨付|下达|支出|到位|使用|拨款"
_WHEN = "今年|本年|去年|当年|年内|目前|已|实际|由|从"
_PART = re.compile(
    f"(?:其中[:：,，]?)?(?:(?:{_WHEN}|{_DONE})[为了]?){{0,3}}(?:(?:{_PAYER}){{0,2}}(?:{_SOURCE})?)"
    f"(?:{_DONE}|共计?|约|近|达到?|为|占){{0,3}}"
)
# 其中省级资金1200万元、|市级福利彩票公益金660万元
_LISTED = re.compile("^.*[0-9]余?[万亿]?元[、和及与]")
#: The part says who pays it or that it is spent; a number alone says neither.
_SAYS = re.compile(f"{_LEVELS}|公益金|预算|财政|社会|自筹|{_DONE}")


def part_of_fund(previous: Coded, context: Surroundings, codebook: Codebook) -> Indicator | None:
    """The indicator of the total before a sum that names no more than its payer or that it is spent."""
    whole, before = previous.statement, _LISTED.sub("", context.before())
    if context.statement.unit != "元" or whole.unit != "元" or not _SAYS.search(before):
        return None
    if not _PART.fullmatch(before) or not goes_on(
        context.text, whole.value_end, context.statement.value_start
    ):
        return None
    indicator = codebook.indicators.get(previous.indicator)
    # what a rule gives to each is no total
    return None if indicator is None or indicator.kind is Kind.PARAMETER else indicator
