"""What a statement measures that leaves its noun to the statements before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.coding.book.codebook import Codebook, Indicator
from compare.coding.indicators.candidates import Matcher
from compare.coding.indicators.context.blanking import without_asides
from compare.coding.indicators.context.breaks import REACH, STOPS, goes_on, last
from compare.coding.indicators.context.ellipsis import OTHER_NOUNS, SHORT_NOUNS, THIS
from compare.coding.indicators.context.sums import HOUSES, NAMED_SUM, is_paid_in_part
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.parts_of_counts import (
    OWNERS,
    PARTS_FOLLOW,
    is_of_places,
    is_part,
    is_told_below,
    rate_of,
)
from compare.model import Coded, Statement
from compare.reading.cues import GIVES, PAYMENTS
from compare.reading.sentences.scopes.setting import FACILITY_UNITS

_SENTENCE_ENDS = STOPS - {"|"}
_LINE_ENDS = frozenset("\n|")
# 综合养老服务中心每年给予运营补助15万元,日间照料中心每年5万元: the same for another house;
# 每人次补贴1.5元,每个食堂每年最高不超过5万元: what it comes to for a house
_OTHER_HOUSE = re.compile(
    f"(?:{HOUSES}(?:每[个所家处站点])?|(?:全年|年度)每[个所家处])(?:每[年月]|全年|年度)?"
    "(?:给予|补[助贴]|奖补|总额|最高|不超过|不低于|为){0,4}"
)
_COVERS_TOWNS = re.compile("(?P<things>.+?)(?:分别|已|均)*覆盖(?:全[市县区])?城[市镇]社区")
_COUNTRY = re.compile("农村社区|(?:行政|建制)村")
_NEXT_TO = 16
_PAID = re.compile(
    f"{GIVES}|{PAYMENTS}|安排|投入|预算|筹集|支出|下达|每|一次性|限额|封顶|累计|总额|赔[付偿]|保额"
)
#: So many statements back what places have may have been counted.
_BACK = 3
# 新增机构床位600张,其中|护理型|不少于400张, 其中400张|为护理型: a sort of the beds said before
_SORT_OF_BEDS = re.compile(
    "(?:其中)?(?:[均都全]?[为是系]|属于?)?(?P<sort>护理[型性]?(?=床位|占|比|$)|普惠[型性]?|认知障碍(?:照护)?|失智(?:照护)?|公办(?:养老)?(?:机构)?|"
    "政府(?:直接)?运营|社会(?:力量)?(?:投资)?(?:和|或)?(?:运营|办))"
    "(?:(?:(?<=护理)|(?<=护理[型性]))床位)?的?(?P<share>占比?|比例|比重)?"
)
_BEDS_ADDED = re.compile("新增|增加|净增|新建|改建|建成|建设|改造")
# 养老机构203个,比上年减少5个。|其中:公办82个
_PARTS_OPEN = re.compile("[。;；][ ]?其中[:：]?")
# 年末全市共有登记的|养老机构
_HAVING = re.compile("^.*(?:[共现拥]有|登记|注册|备案)的?")
_CHANGED = re.compile("(?:比|较)(?:上年|去年|上一年|年初|同期)[一-龥]{0,4}(?:增加|减少|新增|增长)(?:了)?$")
_OF_A_MEASURE = re.compile("率|占|比例|比重|水平|程度|[数量]")


def said_before(previous: Coded, statement: Statement, text: str, codebook: Codebook) -> Indicator | None:
    """The indicator of the statement before, where one sentence goes on in the same unit, or in the same
    money with base and verb left out (自理的每人每月补贴100元;失能的为200元)."""
    before = previous.statement
    if not goes_on(text, before.value_end, statement.value_start):
        return None
    between = text[before.value_end : statement.value_start]
    indicator = codebook.indicators.get(previous.indicator)
    if before.unit == statement.unit:
        return indicator
    if indicator is None or not before.unit.startswith("元/"):
        return None
    left_out = "/" not in statement.unit and not _PAID.search(between)
    # 每县补助100万元;乡镇养老服务中心每个补助60万元
    is_of_house = _OTHER_HOUSE.fullmatch(between.lstrip(",，;；、"))
    goes_with = left_out or (is_of_house and not _is_beyond(indicator, statement))
    return indicator if goes_with and indicator.measured_in(statement.unit) else None


def _is_beyond(indicator: Indicator, statement: Statement) -> bool:
    """Whether a sum is more than an indicator can be (每餐补助2元,每个食堂最高|4万元)."""
    value = statement.value_high
    return value is not None and indicator.plausible is not None and value > indicator.plausible[1]


def in_the_country(previous: Coded, statement: Statement, text: str, matcher: Matcher) -> Indicator | None:
    """The indicator of what covers villages, behind the towns it covers (覆盖城市社区的88%和农村社区的|51%);
    None where it is that of the towns as well."""
    before = previous.statement
    things = _COVERS_TOWNS.fullmatch(before.subject)
    if not things or statement.unit != "%" or not _COUNTRY.fullmatch(statement.subject):
        return None
    if len(text[before.value_end : statement.value_start]) > _NEXT_TO:
        return None
    noun = f"{statement.subject}{things['things']}覆盖率"
    kinds = [one for one in matcher.indicators("%", noun) if _first_of((one,), noun)]
    return None if any(one.id == previous.indicator for one in kinds) else next(iter(kinds), None)


def part_paid(previous: Coded, context: Surroundings, codebook: Codebook) -> Indicator | None:
    """The indicator of the sum before, of which a sum is the part that somebody pays (其中财政补贴80元)."""
    whole, statement = previous.statement, context.statement
    if not whole.unit.startswith("元"):
        return None
    in_one_sentence = goes_on(context.text, whole.value_end, statement.value_start)
    if not in_one_sentence or not is_paid_in_part(context.before()):
        return None
    indicator = codebook.indicators.get(previous.indicator)
    return indicator if indicator and indicator.measured_in(statement.unit) else None


def is_next_step(before: Statement, context: Surroundings, codebook: Codebook) -> bool:
    """Whether a sum is the same money as that before it, named there only, or names only another house that
    gets it, one of no other field."""
    statement = context.statement
    if statement.subject == before.subject and not context.names_its_subject():
        return not NAMED_SUM.search(context.clause())
    if not _OTHER_HOUSE.fullmatch(without_asides(context.before())):
        return False
    return not codebook.heads.fields(context.own(), context.text)


def part_of(coded: Sequence[Coded], statement: Statement, text: str, matcher: Matcher) -> Indicator | None:
    """The indicator of a part that names only its place or owner: that of the whole counted before it in
    the same unit (新增助餐点15个,其中北山街道1个; 养老机构63家,其中公办29家)."""
    counted = [one for one in coded if not _is_change(one.statement, text)]
    of_unit = (one for one in reversed(counted) if one.statement.unit == statement.unit)
    before = next(of_unit, None)
    if before is None:
        return None
    whole = next((one for one in (before, *of_unit) if not is_part(one.statement)), None)
    between = text[before.statement.value_end : statement.value_start]
    stops = _SENTENCE_ENDS if PARTS_FOLLOW.search(between) else STOPS
    if statement.subject.endswith("任务") or _PARTS_OPEN.search(between):
        stops = _LINE_ENDS  # 新增中心18家。目前已完成7家|建设任务
    reaches = goes_on(text, before.statement.value_end, statement.value_start, stops)
    if not reaches and not is_told_below(between):
        return None
    said = matcher.codebook.indicators.get(before.indicator)
    if not said or statement.subject not in OWNERS:
        return said
    if whole is None:
        return None  # 现有公办3家、民办8家
    said = matcher.codebook.indicators.get(whole.indicator)
    noun = f"{statement.subject}{_HAVING.sub('', whole.statement.subject)}"
    kinds = matcher.indicators(statement.unit, noun)
    return next((one for one in kinds if not any(words.search(noun) for words in one.excludes)), said)


def _is_change(statement: Statement, text: str) -> bool:
    """Whether a count says by how much another changed (比上年|减少5个)."""
    return _CHANGED.search(text, max(statement.value_start - _NEXT_TO, 0), statement.value_start) is not None


def rate_of_what_was_counted(
    coded: Sequence[Coded], context: Surroundings, matcher: Matcher
) -> Indicator | None:
    """The indicator of a rate that names only its places, of what was coded before it in the sentence
    (建成居家养老服务中心260个,农村社区建成率达72%; 建成颐养之家40家,实现建制村全覆盖)."""
    statement = context.statement
    covers = statement.implied or "覆盖" in context.before()
    if not is_of_places(statement, context.acted_on(), covers) or not (
        previous := _counted_before(coded, context)
    ):
        return None
    if not statement.implied and matcher.codebook.heads.of(context.before(), "%"):
        return None
    noun, at = rate_of(context.acted_on(), previous.statement.subject)
    for one in matcher.indicators("%", noun):
        asked = all(words.search(noun) for words in one.clause)
        if asked and _speaks_of_both(one, noun, at) and not any(words.search(noun) for words in one.excludes):
            return one
    return None


def _counted_before(coded: Sequence[Coded], context: Surroundings) -> Coded | None:
    """What was counted last in the sentence; a rate of places alone is of that as well."""
    for one in _in_the_sentence(coded, context):
        if not one.indicator:
            return None
        if not is_of_places(one.statement, one.statement.subject, one.statement.implied):
            return one if one.statement.unit in (*FACILITY_UNITS, "%") else None
    return None


def _in_the_sentence(coded: Sequence[Coded], context: Surroundings) -> Iterator[Coded]:
    for one in reversed(coded[-_BACK:]):
        if not goes_on(context.text, one.statement.value_end, context.statement.value_start):
            return
        yield one


def _speaks_of_both(indicator: Indicator, noun: str, at: int) -> bool:
    """Whether a wording of an indicator holds words on both sides of a place in a noun."""
    matches = (wording.pattern.search(noun) for wording in indicator.match)
    return any(match is not None and match.start() < at < match.end() for match in matches)


def this_measure(previous: Coded | None, context: Surroundings, matcher: Matcher) -> Indicator | None:
    """What 这一比例 points back to: the measure of the statement before it in the sentence, else the last one
    that the words before it name."""
    statement, text = context.statement, context.text
    if not THIS.search(context.before()):
        return None
    if previous and goes_on(text, previous.statement.value_end, statement.value_start):
        found = matcher.codebook.indicators.get(previous.indicator)
        return found if found and found.measured_in(statement.unit) else None
    for words in _words_before_this(context):
        for one in matcher.indicators(statement.unit, words):
            asked = all(pattern.search(words) for pattern in (*one.clause, *one.near))
            if asked and not any(pattern.search(words) for pattern in one.excludes):
                return one
    return None


def _words_before_this(context: Surroundings) -> Iterator[str]:
    """The last clause and all of the sentence up to the clause of a value, or of the one before it where that
    says nothing of a measure."""
    at = context.statement.value_start - len(context.before())
    start = last(context.marks.stops, at)
    if not _OF_A_MEASURE.search(context.text, start, at):
        if not context.text.endswith("。", 0, start):
            return
        start, at = last(context.marks.stops, start - 1), start
    yield context.text[max(last(context.marks.breaks, at - 1), start) : at]
    yield context.text[start:at]


def short_for(context: Surroundings, matcher: Matcher) -> Indicator | None:
    """The indicator of a noun cut short that stood in full before it in its line (北京养老床位9.8万张;
    天津有3.8万张床位; 适老化改造260户 … 已完成改造346户)."""
    statement = context.statement
    words = SHORT_NOUNS.get(statement.unit)
    if words is None or not words.short.fullmatch(context.before() + _behind(context)):
        return None
    at = statement.start
    *_, line = context.text[max(at - REACH, 0) : at].split("\n")
    beside = context.sentence() if statement.unit == "张" else context.clause()
    if not words.full.search(line) or OTHER_NOUNS.search(beside):
        return None
    return _first_of(matcher.indicators(statement.unit, words.noun), words.noun)


def _is_owner(sort: str) -> bool:
    return sort.startswith(("公办", "政府", "社会"))


def sort_of_beds(coded: Sequence[Coded], context: Surroundings, matcher: Matcher) -> Indicator | None:
    """The indicator of beds, or their share, that are named by their sort alone behind other beds
    (养老床位4860张,护理型占61%)."""
    statement = context.statement
    sort = _SORT_OF_BEDS.fullmatch(statement.subject) if statement.unit in ("张", "%") else None
    if sort is None or (statement.unit == "张" and _is_owner(sort["sort"])):
        return None  # beds of some owners are a part of all
    for one in _in_the_sentence(coded, context):
        if not one.indicator or "床位" not in one.statement.subject:
            continue
        at = one.statement.value_start
        act = _BEDS_ADDED.search(context.text, last(context.marks.breaks, at), at)
        share = "占比" if statement.unit == "%" else ""
        said = "护理型" if sort["sort"] == "护理" else sort["sort"]
        noun = f"{act.group() if act else ''}{said}养老床位{share}"
        return _first_of(matcher.indicators(statement.unit, noun), noun)
    return None


def _first_of(indicators: Sequence[Indicator], noun: str) -> Indicator | None:
    """The first indicator that a noun names and does not exclude."""
    for one in indicators:
        if not any(pattern.search(noun) for pattern in one.excludes):
            return one
    return None


def _behind(context: Surroundings) -> str:
    """The subject where it stands behind its number."""
    return f"#{context.statement.subject}" if context.counts() else "#"
