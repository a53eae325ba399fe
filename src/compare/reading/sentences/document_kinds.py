"""What kind an undated value has by what its whole document is, where its own words say nothing of it:
:data:`DOCUMENT_KIND_RULES`.

A standard sets norms, and a measure on payments rules of sums and shares: they have no goals without a date.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.model import Kind
from compare.reading.cues import PAYMENTS
from compare.reading.rules import Rule, first

_ASIDE = "(?:[(（][^()（）]{1,12}[)）])?"
_BEHIND = f"{_ASIDE}[》”]?{_ASIDE}(?:的(?:通知|公告|决定))?$"
_PAID = rf"{PAYMENTS}|奖补|资助|奖励|扶持|保险|资金|福利金|待遇|服务券|消费券"
# 养老服务设施规划设计导则, 关于印发《养老机构等级评定标准》的通知; 补贴标准 is one of payments
_NORMS = re.compile(
    rf"(?<!收费)(?<!支付)(?<!救助)(?<!供养)(?<!保障)(?:标准|规范|导则|规程|技术要求|设置要求|配建要求){_BEHIND}"
)
_PAYMENTS = re.compile(rf"(?:{_PAID})[^,。;、]{{0,12}}(?:办法|细则|标准|措施|规定|政策){_BEHIND}")

#: What a measure on payments sets rules of; what it counts (新增40家) may well be a goal.
_OF_PAYMENTS = frozenset({"money", "share", "change"})


class Undecided(NamedTuple):
    """A value of a ``sort`` that would otherwise be a goal, in a document with a ``title``."""

    title: str
    sort: str


def _of_payments(value: Undecided) -> Kind | None:
    of_payments = value.sort in _OF_PAYMENTS and _PAYMENTS.search(value.title)
    return Kind.PARAMETER if of_payments else None


def _of_norms(value: Undecided) -> Kind | None:
    of_norms = _NORMS.search(value.title) and not _PAYMENTS.search(value.title)
    return Kind.STANDARD if of_norms else None


DOCUMENT_KIND_RULES: tuple[Rule[Undecided, Kind], ...] = (
    Rule(
        "of a measure on payments",
        _of_payments,
        "某市养老服务补贴办法\n区级安排«300万元»。",
        "某市养老服务补贴工作方案\n区级安排«300万元»。",
        "GUIDE: what is paid by rule is a parameter",
    ),
    Rule(
        "of a document of norms",
        _of_norms,
        "某市社区养老服务设施设置标准\n出入口«2个»。",
        "某市社区养老服务设施三年行动方案\n出入口«2个»。",
        "GUIDE: a requirement for facilities is a standard",
    ),
)


def kind_by_document(title: str, sort: str) -> tuple[Kind, str] | None:
    """Kind and name of the rule for a value of a ``sort`` that would otherwise be a goal; None where the
    title decides nothing.

    >>> kind_by_document("某市社区养老服务设施设置标准", "count")
    (<Kind.STANDARD: 'standard'>, 'of a document of norms')
    >>> kind_by_document("某市养老服务补贴三年行动方案", "share")
    """
    return first(DOCUMENT_KIND_RULES, Undecided(title, sort)) if title else None
