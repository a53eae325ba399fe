"""Words by which a sum is known to be paid to somebody, and sums that no one person or place is given."""

from __future__ import annotations

import re

from compare.reading.cues import PAYMENTS, SUMS
from compare.reading.sentences.kinds.wording import Wording

GIVEN = re.compile(rf"{PAYMENTS}|给予|奖|发放|[增另]加|[追再加]加|每[人床户张名][再另]?加$|[增加]发")
ENTITLEMENT = re.compile(
    rf"{SUMS}|罚款|处罚|违法所得|骗取|低保|供养标准|保障标准|养老金|餐费|定价|救助|增发|免征|减免|减半|罚"
    r"|保费|保险费|参保费|筹资标准|限额|保额|赔付"
)
_GRADES = ("级", "等次", "档次")
OF_ALL = 1_000_000  # yuan; no person or place is given so much
OF_ONE = 20_000  # yuan; no person is


def is_given(w: Wording) -> bool:
    """Whether the words around a sum say that it is given to somebody."""
    return bool(
        GIVEN.search(w.before)
        or "配套" in w.before
        or w.before.endswith(("的补", "的奖"))
        or (w.before.endswith(_GRADES) and GIVEN.search(w.opening))
        or ENTITLEMENT.search(w.tail)
    )
