"""What a sum is for, where its own clause does not say: the words that name money around it.

Money is named once and then given by grade, age or person (助餐点建设补贴。一级5万元,二级3万元). Looked
for, the nearest first: a name that a list of sums shares behind them; the words before it and above
(``places.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.coding.book.codebook import Indicator
from compare.coding.indicators.context.bare import BARE_FOR_WHOM
from compare.coding.indicators.context.blanking import without_asides
from compare.coding.indicators.context.sums import HOUSES, NAMED_SUM
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.headings import Headed
from compare.coding.indicators.money.places import ALIEN, HOW_MUCH, LONGEST, PAYER, names_of_money
from compare.model import Kind
from compare.reading.cues import GIVES, PAYMENTS

#: What people pay in, and the names of what it is paid for.
_PAID_IN, _INSURED = re.compile("缴[费纳]|自付|投保|参保"), re.compile("保险|保费|[投参]保|筹资|银龄")
_OWN_NAME = re.compile(f"{NAMED_SUM.pattern}|(?:[投参]保|筹资|缴费|供养)(?:标准|费用|资金)")
_SORT = re.compile(
    f"(?:其中)?(?:一次性)?(?:建设|开办|改造|运营|运行|服务)(?:{PAYMENTS})(?:标准)?(?:为|按)?(?:每[人张床户月年])*(?:最高|不超过|不低于)?"
)
#: What a sum of a list may be for: a house, a service, a kind of care.
_FOR_WHAT = re.compile(
    f"{HOUSES}|(?:居家|机构|社区|上门|[一二三四五特]级)(?:护理|照护)|助[浴洁医行餐]|理发|陪诊|(?:基本)?生活|[中省市县区镇]央?级?财政"
)
_GIVEN = re.compile(f"(?:{GIVES}|{PAYMENTS}|[的补])$")
#: A name that sums of one list share behind the last of them.
_SHARED = re.compile(
    rf"[万亿]?元?(?:[、和及与][^,，。;；:：]{{0,24}}?[0-9.]+[万亿]?元){{1,6}}(?:不等)?的?(?P<name>[一-龥]{{2,12}}?(?:{PAYMENTS}))"
)
#: What may stand behind a name of money in a sentence or title.
_TAIL = re.compile(
    "(?:对象(?:[为是]|包括)[^,，。;；]*+|标准|如下|对象|政策|资金|制度|工作|项目|发放|执行|实行|统一|落实|实施|管理|暂行|试行|办法|方案|细则|通知|公告|规定|意见|"
    "按照?(?:以?下列?)?|年龄|等级|类别|分[一二两三四五]?[档类级]?|[档类级]|由[省市县区镇]?级?财政|财政|承担|负担|为|的|:|：|给予|一次性|情况|水平|"
    "能力|失能|程度|学历|层次|评估|结果|不同|确定|核定|核发|划分)*+"
)
_TWO_NAMES = re.compile(
    f"(?:{PAYMENTS})(?:标准|政策|资金)?[、和及与/].*(?:{PAYMENTS})|(?:建设|开办|改造)[、和及与/](?:运营|运行|运转)"
)


class NamedMoney(Headed):
    """The surroundings of a sum read as if the words that name its money stood before its clause.

    ``has_name``: the sum names itself (运行经费), and the words may only complete it (for whose).
    """

    __slots__ = ("has_name",)
    tier = "named"

    def __init__(self, context: Surroundings, words: str, has_name: bool) -> None:
        super().__init__(context, words)
        self.has_name = has_name

    def own(self) -> str:
        """With a name of its own a sum speaks for itself; the words around may have what excludes it."""
        return Surroundings.own(self._alone()) if self.has_name else super().own()

    def whose(self) -> str:
        return f"{self.heading}\n{super().whose()}"

    def _alone(self) -> Surroundings:
        return Surroundings(self.text, self.statement, self.passages)

    def completes(self, indicator: Indicator) -> str:
        """As of a heading; what must stand ``within`` the sentence may be in the words as well."""
        if indicator.near or not (self.has_name and indicator.within):
            return super().completes(indicator)
        words = self.stretch()
        found = any(wording.pattern.search(words, len(self.heading)) for wording in indicator.match)
        return words if found else ""

    def names(self, indicator: Indicator) -> str:
        """The words in which the heading names the money of an indicator, and no other."""
        if self.has_name or _TWO_NAMES.search(self.heading):
            return ""
        for wording in indicator.match:
            for match in wording.pattern.finditer(self.heading):
                if _TAIL.fullmatch(self.heading, match.end()):
                    return match.string
        return ""


def named(context: Surroundings) -> Iterator[NamedMoney]:
    """The surroundings of a sum with the words that say what it is for, the nearest first."""
    said = context.statement
    if said.kind is Kind.ALLOCATION or not context.is_sum or not context.passages:
        return
    clause = PAYER.sub("", without_asides(context.clause()))
    if context.passages[said.passage].kind == "cell" or ALIEN.search(clause):
        return
    shared = _SHARED.match(context.text, said.value_end)
    name = shared["name"] if shared else ""
    if name:
        yield NamedMoney(context, name, has_name=False)
    has_name = not name and _OWN_NAME.search(clause) is not None
    if not name and not has_name and not _is_given(without_asides(context.before())):
        return
    for words in names_of_money(context, has_name or bool(name)):
        if len(words) > LONGEST or (_PAID_IN.search(clause) and not _INSURED.search(words)):
            return
        yield NamedMoney(context, f"{words}{name}", has_name)


def is_of_sort(context: Surroundings) -> bool:
    """Whether a sum names no more than its sort (建设补贴每张3000元): whose it is stands before it."""
    return _SORT.fullmatch(context.before()) is not None


def _is_given(before: str) -> bool:
    """Whether the words before a sum in its clause give it to somebody or say no more than to whom."""
    words = HOW_MUCH.sub("", before)
    is_whom = BARE_FOR_WHOM.fullmatch(words) or _FOR_WHAT.fullmatch(words)
    return not words or is_whom is not None or _GIVEN.search(words) is not None
