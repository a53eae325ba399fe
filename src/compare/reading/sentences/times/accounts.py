"""What a document is, by its title and the plans it names: a plan or an account, and of which years."""

from __future__ import annotations

import re

from compare.reading.cues import DOCUMENTS, PAYMENTS
from compare.reading.quantities.dates import five_year_end

_FIVE_YEAR = re.compile(r"十[一二三四五]?(?=五)")
_ACCOUNT = re.compile("(?P<year>20[0-9]{2})年度?[一-龥]{0,24}(?:公报|年报|年鉴|总结|回顾|情况)")
_PLAN = re.compile(rf"(?:{DOCUMENTS}|行动|任务)(?:\(|$)")
# 关于下达2024年养老服务补助资金的通知
_PAYS_OUT = re.compile(
    rf"(?:下达|拨付|划拨|兑付)[^,。;]{{0,40}}?(?:资金|经费|公益金|{PAYMENTS})(?:\([^()]{{1,12}}\))?(?:预算|指标)?的(?:通知|公告)"
    "|公益金[^,。;]{0,16}公告"
)
_AHEAD = re.compile(
    r"(?P<year>20(?<![到至]20)[0-9]{2})年,?[^,。;:\n0-9]{0,12}(?:将|拟(?!定)|计划(?=[新建完])|力争)"
)
_NAMED_PLAN = re.compile(r"《[^《》\n]{0,24}?“(?P<n>十[一二三四五]?)五”[^《》\n]{0,24}(?:规划|纲要)")


def last_of_five_years(name: str) -> list[int]:
    """The last years of the five-year plans that words name (“十三五”)."""
    return [end for number in _FIVE_YEAR.findall(name) if (end := five_year_end(number))]


def is_plan(title: str) -> bool:
    """Whether a title is that of a document which says what is to be, not what has been or is paid out."""
    return _PLAN.search(title) is not None and not _PAYS_OUT.search(title)


def year_of_account(title: str) -> int:
    """The year that a document gives an account of (2023年民政事业发展统计公报), 0 where it gives none."""
    account = None if is_plan(title) else _ACCOUNT.search(title)
    return int(account["year"]) if account else 0


def named_plan(text: str, title: str) -> int:
    """First year of the latest five-year plan that a text cites or is, 0 if none."""
    numbers = _FIVE_YEAR.findall(title)
    if "五" in text:
        numbers += [m["n"] for m in _NAMED_PLAN.finditer(text)]
    return max((end - 4 for number in numbers if (end := five_year_end(number))), default=0)


def first_year_ahead(text: str) -> int:
    """The first year of which a text says what will be (2013年,全市将新建), 0 without any."""
    return min((int(m["year"]) for m in _AHEAD.finditer(text)), default=0)
