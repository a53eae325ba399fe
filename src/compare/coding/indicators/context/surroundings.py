"""The words that a statement may be coded by, from the nearest to the farthest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.coding.indicators.context.blanking import blanked, without_asides
from compare.coding.indicators.context.facilities import with_facility
from compare.coding.indicators.context.own.statement_words import OwnWords
from compare.coding.indicators.context.sums import NAMED_SUM, alone, is_for_nobody
from compare.model import Kind

# 具备全托、日托、家庭养老床位等综合功能的服务中心: what is listed describes what is counted.
_FUNCTIONS = re.compile(
    r"(?:具备|具有|提供|开展|运营)[^,，。;；的]{2,40}等(?=[一-龥]{0,6}(?:功能|服务|项目|能力)的)"
)
_PAID_FOR = re.compile("(?:建设|开办|改造|运营|运行)(?:扶持|支持|资助|补贴|补助|奖补)(?:政策|标准|资金)?")
_FITTED = re.compile("配[备有置]|每(?:[站所处家个]|街道|乡镇|社区)")
_PERSONS = frozenset(("名", "人"))
# 日间照料机构、老年活动中心等|养老服务设施: the kind decides, not its examples.
_EXAMPLES = re.compile(
    r"(?<=[一-龥])[^,，。;；、0-9的]{2,14}(?:、[^,，。;；、0-9]{2,14}){1,4}等(?=(?:各类|多种)?(?:养老|为老|助老)(?:服务)?(?:设施|机构|场所)|[“\"]?[微小]设施)"
)


def _named(words: str) -> str:
    """The words without the functions that only describe what is named, and without examples of it."""
    return blanked(_EXAMPLES, blanked(_FUNCTIONS, words)) if "等" in words else words


class Surroundings(OwnWords):
    """The texts a statement may be coded by."""

    __slots__ = ()

    def tiers(self) -> Iterator[tuple[str, str]]:
        """The texts to try, best evidence first, each with its name."""
        yield "subject", _named(without_asides(self.acted_on()) if self.is_sum else self.acted_on())
        if of_facility := with_facility(self):
            yield "facility", of_facility[0]
        if self.statement.kind is not Kind.ALLOCATION:
            yield "clause", _named(without_asides(self.stretch()) if self.is_sum else self.stretch())
            if self._given_in_turn():
                return  # 护理型床位占比、签约率分别达到60%、90%: around it the other is named
            if self.is_elliptic() or self.is_rate_alone():
                yield "part", self.part()
            if not self.names_its_subject():
                yield "sentence", self.sentence()
            elif self.is_elliptic():
                yield "lead", self.lead()

    def beside(self) -> str:
        """The part, of what is given to somebody said before (完成残疾人家庭改造800户,每户3500元) and of a
        rate alone; "" of anything else."""
        fitted = self.statement.unit in _PERSONS and _FITTED.search(self.own())
        return self.part() if self.is_sum or fitted or self.is_rate_alone() else ""

    def near(self) -> str:
        """Part, subject, the words before the colon that the part stands under, and a heading that says what
        sums below it are paid for (建设扶持)."""
        return f"{self.statement.subject}\n{self.lead()}\n{self._of_the_sum()}{self._paid_for()}"

    def _of_the_sum(self) -> str:
        """The part; of a sum that stands beside others with bases of their own, without those; of one whose
        part names nobody to give it to, the sentence."""
        part = self.part()
        if not self.is_sum:
            return part
        if is_for_nobody(part):
            return self.sentence()
        clause = self.clause()
        at = self.statement.value_start - self.clause_at()
        return part.removesuffix(clause) + alone(clause, at) if part.endswith(clause) else part

    def paid(self) -> str:
        """The words that name a sum: its stretch of the clause, else the part and those before the colon that
        it stands under."""
        stretch = self.stretch()
        return stretch if NAMED_SUM.search(stretch) else f"{self.lead()}\n{self.part()}"

    def _paid_for(self) -> str:
        if not self.is_sum:
            return ""
        return "".join(f"\n{name}" for name in self.headings().split("\n") if _PAID_FOR.fullmatch(name))

    def around(self) -> str:
        """Subject, sentence and headings: the farthest words that may be asked for."""
        return f"{self.statement.subject}\n{self.sentence()}\n{self.headings()}"
