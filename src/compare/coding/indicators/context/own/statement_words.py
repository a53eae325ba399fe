"""What a statement says of itself, and whether it counts a part of what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.coding.indicators.context.breaks import last
from compare.coding.indicators.context.ellipsis import (
    PLACE_ALONE,
    RATE_ALONE,
)
from compare.coding.indicators.context.own.acts import ActedOn
from compare.coding.indicators.parts_of_counts import is_part
from compare.reading.cues import ENDS_OF_PLACES
from compare.reading.sentences.scopes.rules import is_attribute
from compare.reading.sentences.scopes.setting import FACILITY_UNITS

_DURATIONS = frozenset(("日", "工作日", "小时"))
_TAKEN = re.compile("罚款|押金|保证金|预[收付]")
_COUNTED = re.compile(
    "(?!以[上下内外]|左右|[和及与已均都]|正在|在建|建成|投入|完成|正式|对外|营业|开业|启用|装修|建设任务)[一-龥]"
)
# 日间照料中心60个,其中20个|具备全托功能
_DOES = re.compile(
    "(?:点位|网点)?(?:已|均|正|全部)?(?:具[备有]|位于|建在|设在|配[备有]|实[现行]|开展|提供|能够?|可|采[取用]|由|投入|启用|入选|纳入|完成)"
)
_THINGS = FACILITY_UNITS | {"户", "张"}
_OF_PLACES = FACILITY_UNITS | {"户", "张", "人", "名", "人次"}
_SOME = frozenset(("其中", "其中有", "其中已有"))
# 完成5000户,其中城区|2000户: under a heading that names what they are
_PART_OF_ALL = re.compile(
    rf"其中(?:[一-龥]{{0,10}}(?:{ENDS_OF_PLACES})|城[区镇市乡]|农村|乡村)(?:有|共|约|近|达|完成)*"
)
# 改造1500户,其中2024年、2025年分别完成450户、|600户; 其中低保家庭不少于|200户
_DONE = "先行|率先|首批|计划|安排|完成|改造|实施|建成|建设|新建|新增|开展"
_PART_OF_YEARS = re.compile(
    f"其中(?:(?:[0-9]{{4}}年(?:度|底前)?|今年|[、和及与]){{1,7}}(?:分别|各|先)?(?:{_DONE}){{1,2}}"
    "(?:[0-9]+[所家个户张名人处][、和及与]){0,4})"
)
_PART_OF_HOMES = re.compile(
    "其中[一-龥、]{2,18}(?:家庭|低保户|困难户|对象)(?:不少于|不低于|至少|约|共|有|达到?)*"
)
_DESCRIBED = re.compile("其中[^0-9,，。;；:：]{2,16}的(?:已?有|达到?|共|约){0,2}")


class OwnWords(ActedOn):
    """The words that are a statement's own."""

    __slots__ = ()

    def of_the_statement(self) -> Iterator[str]:
        """What the statement says of itself, the surest first: subject, quotation, who acts."""
        yield self.statement.subject
        yield self.text[self.statement.start : self.statement.end]
        yield self.actor()

    def sentence_before(self) -> str:
        """The sentence up to the quotation."""
        return self.text[last(self.marks.stops, self.statement.start) : self.statement.start]

    def own(self) -> str:
        """Subject and stretch of the clause: what the statement says of itself."""
        clause, subject = self.stretch(), self.acted_on()
        return clause if subject in clause else f"{subject}\n{clause}"

    def whose(self) -> str:
        """What the statement says of itself; of what belongs to something (新增床位), is taken of somebody (a
        fine) or says how often and how long (检查), its part too."""
        subject, own, unit = self.statement.subject, self.own(), self.statement.unit
        of_acts = unit.startswith("次/") or unit in _DURATIONS
        belongs = of_acts or is_attribute(subject) or subject.endswith("床位") or _TAKEN.search(own)
        return f"{own}\n{self.part()}" if belongs else own

    def is_rate_alone(self) -> bool:
        """Whether a share names no more than that it is one (补足养老设施,到2022年配建率达到100%)."""
        return self.is_share and RATE_ALONE.fullmatch(self.statement.subject) is not None

    def is_share_of_a_place(self) -> bool:
        """Whether a share names no more than where it holds (城市实现全覆盖,|农村达到68%)."""
        if not self.is_share or self.names_its_subject():
            return False
        return PLACE_ALONE.fullmatch(self.before()) is not None

    def is_described_part(self) -> bool:
        """Whether the statement counts those of the things before that something is said of
        (其中实现社会化运营的|96个)."""
        unit = self.statement.unit
        if "/" in unit or unit == "%" or self.is_sum:
            return False
        return _DESCRIBED.fullmatch(self.before()) is not None and not self.counts()

    def _does_something(self) -> bool:
        """Whether of the things before some are counted that do or have something (其中20个|具备全托功能)."""
        counts = self.statement.unit in _THINGS and self.before() in _SOME and self.counts()
        return counts and _DOES.match(self.text, self.statement.value_end) is not None

    def _is_part_of_all(self) -> bool:
        """Whether a number that names no noun is that of a place in a whole (其中城区|2000户)."""
        said = self.statement
        of_places = not said.subject and said.unit in _OF_PLACES
        return of_places and _PART_OF_ALL.fullmatch(self.before()) is not None

    def _is_part_of_years_or_homes(self) -> bool:
        """Whether what the clause says before a number is in which years of all, or in whose homes."""
        unit, before = self.statement.unit, self.before()
        if unit not in _OF_PLACES:
            return False
        of_homes = unit == "户" and _PART_OF_HOMES.fullmatch(before) is not None
        return of_homes or _PART_OF_YEARS.fullmatch(before) is not None

    def is_part(self) -> bool:
        """Whether the statement counts a part (北山街道1个), not another noun (北山街道1个|社区)."""
        if self._does_something():
            return True
        if self.is_described_part() or self._is_part_of_all() or self._is_part_of_years_or_homes():
            return not _COUNTED.match(self.text, self.statement.value_end)
        return is_part(self.statement) and not _COUNTED.match(self.text, self.statement.value_end)
