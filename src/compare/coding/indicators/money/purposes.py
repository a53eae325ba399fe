"""What a sum is for, where its own clause does not say: the words that name money around it.

Money is named once and then given by grade, age or person (助餐点建设补贴。一级5万元,二级3万元). Looked
for, the nearest first: a name that a list of sums shares behind them; the clauses and sentences before it
in its paragraph; the line over its list, the headings above, the title. The nearest words that name any
money end the search, whether the codebook knows that money or not.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence

from compare.coding.book.codebook import Indicator
from compare.coding.indicators.context.bare import BARE_FOR_WHOM
from compare.coding.indicators.context.blanking import without_asides
from compare.coding.indicators.context.breaks import last
from compare.coding.indicators.context.sums import HOUSES, NAMED_SUM
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.context.titles import TITLE
from compare.coding.indicators.headings import (
    MARK,
    Headed,
    is_listed,
    names_nothing,
    nearest_before,
)
from compare.model import Kind, Passage
from compare.reading.cues import BOUNDS_BEFORE, GIVES, PAYERS, PAYMENTS

_MONEY = re.compile(
    f"{PAYMENTS}|经费|保健金|慰问金|[尊敬]老金|保费|供养(?:标准|金)|筹资|[投参]保|保险|长护险"
)
#: Money of other kinds, which carries nothing on and is carried from nothing.
_ALIEN = re.compile(
    "罚款|工资|薪酬|价格|收费|售价|租金|贷款|贴息|利息|押金|收入|产值|投资|注册资|保额|赔[付偿]|低保(?:标准|金|补助)|最低生活保障(?:标准|金)|"
    "学费|补偿|税|营业额|资产|捐|报销|保障金|救助"
)
_PRICES = frozenset(("价格", "收费"))
_SUM = re.compile("[0-9一二两三四五六七八九十百千][0-9.,一二两三四五六七八九十百千]{0,12}[元万亿]")
#: What may stand between the words that give a sum and the sum.
_HOW_MUCH = re.compile(
    f"(?:{BOUNDS_BEFORE}|不得|每[人户名位个家所处张台部套餐份单次床年月日天站村院时]|每小时|床位|最高|一般|原则上|按照?|为|约|标准|[户人]均|一次性|可|年|月)+$"
)
#: Who pays a part (政府补贴20元): no name of money.
_PAYER = re.compile(f"(?:{PAYERS})(?:补[贴助]|资助|承担|缴[纳费]|出资)")
#: A name, and no word that says only that something is given.
_PROPER = re.compile(f"{NAMED_SUM.pattern}|保健金|慰问金|[尊敬]老金|保费|保险|供养(?:标准|金)|[投参]保")
#: What people pay in, and the names of what it is paid for.
_PAID_IN, _INSURED = re.compile("缴[费纳]|自付|投保|参保"), re.compile("保险|保费|[投参]保|筹资|银龄")
_OWN_NAME = re.compile(f"{NAMED_SUM.pattern}|(?:[投参]保|筹资|缴费|供养)(?:标准|费用|资金)")
_SORT = re.compile(
    f"(?:其中)?(?:一次性)?(?:建设|开办|改造|运营|运行|服务)(?:{PAYMENTS})(?:标准)?(?:为|按)?(?:每[人张床户月年])*(?:最高|不超过|不低于)?"
)
_CAP, _OF_EACH = re.compile("最高|不超过|封顶|限额|上限"), re.compile("每[张床人户名平]|按床位")
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
# 居家养老服务补贴标准, 居家养老补贴(某市)
_NAME_ALONE = re.compile(
    rf"(?P<name>(?!.*(?:申请|发放|关于|[和与及、]))[一-龥]{{2,16}}(?:{PAYMENTS})(?:标准)?)(?:[(（][^()（）]{{2,8}}[)）])?"
)
_LINE_ALONE = re.compile("[一-龥()（）“”]{2,24}")
_LINES = 8
#: A clause that points at another rule (参照残疾人托养补助标准执行) names no money of its own.
_BY_ANOTHER = re.compile("(?:参照|比照|按照?|依照)[^,，]*(?:执行|办理|发放|实施)")
_OF_TITLE = re.compile("^.*?关于(?:印发|转发|提高|调整|发放|做好|开展|实施|落实|公布|进一步)*")
_COMMAS, _STOPS = re.compile("[,，:：]"), re.compile("[。;；!！?？\n]")
_FARTHEST, _LONGEST = 200, 60


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
    clause = _PAYER.sub("", without_asides(context.clause()))
    if context.passages[said.passage].kind == "cell" or _ALIEN.search(clause):
        return
    shared = _SHARED.match(context.text, said.value_end)
    name = shared["name"] if shared else ""
    if name:
        yield NamedMoney(context, name, has_name=False)
    has_name = not name and _OWN_NAME.search(clause) is not None
    if not name and not has_name and not _is_given(without_asides(context.before())):
        return
    for words in _names(context, has_name or bool(name)):
        if len(words) > _LONGEST or (_PAID_IN.search(clause) and not _INSURED.search(words)):
            return
        yield NamedMoney(context, f"{words}{name}", has_name)


def is_of_sort(context: Surroundings) -> bool:
    """Whether a sum names no more than its sort (建设补贴每张3000元): whose it is stands before it."""
    return _SORT.fullmatch(context.before()) is not None


def _is_given(before: str) -> bool:
    """Whether the words before a sum in its clause give it to somebody or say no more than to whom."""
    words = _HOW_MUCH.sub("", before)
    is_whom = BARE_FOR_WHOM.fullmatch(words) or _FOR_WHAT.fullmatch(words)
    return not words or is_whom is not None or _GIVEN.search(words) is not None


def _names(context: Surroundings, has_name: bool) -> Iterator[str]:
    """The words that give money, the nearest first, up to those that name it."""
    for place in _PLACES:
        ends = yield from place(context, has_name)
        if ends:
            return


#: Words of one place, and whether no place farther away is asked.
_Found = Generator[str, None, bool]


def _in_sentences(context: Surroundings, has_name: bool) -> _Found:
    """The sentences before the sum in its passage, the nearest first."""
    start = context.passages[context.statement.passage].start
    clause_at = last(context.marks.breaks, context.statement.start)
    start = max(start, clause_at - _FARTHEST)
    for place, sentence in enumerate(reversed(_STOPS.split(context.text[start:clause_at]))):
        words = _PAYER.sub("", without_asides(sentence))
        if not _MONEY.search(words) and not _ALIEN.search(words):
            continue
        if _carries_nothing(words, place == 0, context):
            if has_name and place == 0:
                continue
            return True
        yield _name_of(words)
        if _PROPER.search(words):
            return True
    return False


def _in_lead_in(context: Surroundings, has_name: bool) -> _Found:
    """The words over the list that the sum stands in."""
    listed = _over_list(context.passages, context.statement.passage, context.text)
    if not listed:
        return False
    yield listed
    return _PROPER.search(listed) is not None


def _in_headings(context: Surroundings, has_name: bool) -> _Found:
    """The nearest heading that names money, of a sum with a name of its own the nearest of all."""
    for heading in _of_headings(context.passages, context.statement.passage):
        if has_name or _MONEY.search(heading):
            yield heading
            return True
    return False


def _in_line_or_title(context: Surroundings, has_name: bool) -> _Found:
    """The line above that names some money, else the title of the document."""
    passages, at, text = context.passages, context.statement.passage, context.text
    name = _line_above(passages, at, text) or _of_title(passages, text, has_name)
    if name:
        yield name
    return True


#: Where the money of a sum may be named, from the nearest place to the farthest.
_PLACES = (_in_sentences, _in_lead_in, _in_headings, _in_line_or_title)


def _line_above(passages: Sequence[Passage], at: int, text: str) -> str:
    """The nearest line above that names some money and no more (居家养老服务补贴标准), "" without any."""
    for one in passages[max(at - _LINES, 0) : at][::-1]:
        line = text[one.start : one.end].strip()
        if one.kind == "heading":
            if not names_nothing(one.heading):
                return ""
        elif name := _NAME_ALONE.fullmatch(line):
            return name["name"]
        elif _LINE_ALONE.fullmatch(line) and not names_nothing(line):
            return ""  # what stands below it is about something else
    return ""


def _carries_nothing(words: str, is_same_sentence: bool, context: Surroundings) -> bool:
    """Whether words that name money carry it no further: that of another kind, or that they give as a sum
    themselves, but for sums that take the place of such a sum (运营补贴每年5万元;300平方米以上的8万元)."""
    if alien := _ALIEN.search(words):
        # 午餐收费标准。70周岁以上每餐6元
        return alien.group() not in _PRICES or is_same_sentence or _SUM.search(words) is not None
    value = _SUM.search(words)
    if value is None or NAMED_SUM.search(words, value.end()):
        return False
    is_level = _level(words) != ""
    return is_same_sentence or not is_level or _is_cap(words, context)


def _level(words: str) -> str:
    """The name of money in words that go on to give it as a sum (运营补贴|每年5万元); "" in any other."""
    value = _SUM.search(words)
    if value is None:
        return ""
    *_, name = (None, *_PROPER.finditer(words, 0, value.start()))
    if name is None or BARE_FOR_WHOM.fullmatch(words, name.end(), value.start()) is None:
        return ""
    return _HOW_MUCH.sub("", words[: value.start()])


def _is_cap(words: str, context: Surroundings) -> bool:
    """Whether a sum limits what sums by bed or person come to (每张床位补助1万元。最高不超过200万元)."""
    has_base = "/" in context.statement.unit
    return not has_base and _CAP.search(context.before()) is not None and _OF_EACH.search(words) is not None


def _name_of(sentence: str) -> str:
    """The clause of a sentence that names money last, with those before it where it only gives (给予补助)."""
    sentence = _level(sentence) or sentence
    clauses = _COMMAS.split(MARK.sub("", sentence.strip()))
    while len(clauses) > 1 and (not _MONEY.search(clauses[-1]) or _BY_ANOTHER.fullmatch(clauses[-1])):
        clauses.pop()
    words = clauses.pop()
    while clauses and len(words) + len(clauses[-1]) <= _LONGEST:
        if NAMED_SUM.search(words) and not clauses[-1].endswith("的"):
            break
        words = clauses.pop() + words
    return words


def _over_list(passages: Sequence[Passage], at: int, text: str) -> str:
    """The heading of a numbered list that the outline does not put under it (第四条 运营补贴), or the
    last sentence of the paragraph over it, if it gives money."""
    here = passages[at]
    if not here.number:
        return ""
    above = nearest_before(passages, at, lambda one: is_listed(one, here, text) and not _is_article(one))
    if above is None:
        return ""
    if above.kind == "heading" and here.parent is None:
        words = without_asides(above.heading)
    elif above.kind == "paragraph" and above.parent == here.parent:
        words = without_asides(_STOPS.split(text[above.start : above.end].rstrip(" \n。:："))[-1])
    else:
        return ""
    return _name_of(words) if _MONEY.search(words) and not _SUM.search(words) else ""


def _is_article(passage: Passage) -> bool:
    return passage.kind == "heading" and passage.number.startswith("第")


def _of_headings(passages: Sequence[Passage], at: int) -> Iterator[str]:
    """The headings above that are not form alone, the nearest first."""
    above: int | None = at if passages[at].kind != "item" else passages[at].parent
    while above is not None:
        heading = without_asides(passages[above].heading)
        if heading and not names_nothing(heading):
            yield heading
        above = passages[above].parent


def _of_title(passages: Sequence[Passage], text: str, has_name: bool) -> str:
    """What the line that a document opens with says it is about; "" where that is no money."""
    title = text[passages[0].start : passages[0].end].strip()
    if not TITLE.search(title) or not (has_name or _MONEY.search(title)):
        return ""
    return _OF_TITLE.sub("", title)
