"""Where the money of a sum is named, from the nearest place to the farthest: the sentences before it, the
line over its list, the headings above, the title. The nearest words that name any money end the search, known
to the codebook or not."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from itertools import dropwhile

from compare.coding.indicators.context.bare import BARE_FOR_WHOM
from compare.coding.indicators.context.blanking import without_asides
from compare.coding.indicators.context.breaks import last
from compare.coding.indicators.context.sums import NAMED_SUM
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.context.titles import TITLE
from compare.coding.indicators.headings_above import MARK, before, is_listed, names_nothing, nearest_before
from compare.model import Passage
from compare.reading.cues import BOUNDS_BEFORE, PAYERS, PAYMENTS

_MONEY = re.compile(
    f"{PAYMENTS}|经费|保健金|慰问金|[尊敬]老金|保费|供养(?:标准|金)|筹资|[投参]保|保险|长护险"
)
#: Money of other kinds, which carries nothing on and is carried from nothing.
ALIEN = re.compile(
    "罚款|工资|薪酬|价格|收费|售价|租金|贷款|贴息|利息|押金|收入|产值|投资|注册资|保额|赔[付偿]|低保(?:标准|金|补助)|最低生活保障(?:标准|金)|"
    "学费|补偿|税|营业额|资产|捐|报销|保障金|救助"
)
_PRICES = frozenset(("价格", "收费"))
_SUM = re.compile("[0-9一二两三四五六七八九十百千][0-9.,一二两三四五六七八九十百千]{0,12}[元万亿]")
#: What may stand between the words that give a sum and the sum.
HOW_MUCH = re.compile(
    f"(?:{BOUNDS_BEFORE}|不得|每[人户名位个家所处张台部套餐份单次床年月日天站村院时]|每小时|床位|最高|一般|原则上|按照?|为|约|标准|[户人]均|一次性|可|年|月)+$"
)
#: Who pays a part (政府补贴20元): no name of money.
PAYER = re.compile(f"(?:{PAYERS})(?:补[贴助]|资助|承担|缴[纳费]|出资)")
#: A name, and no word that says only that something is given.
_PROPER = re.compile(f"{NAMED_SUM.pattern}|保健金|慰问金|[尊敬]老金|保费|保险|供养(?:标准|金)|[投参]保")
_CAP, _OF_EACH = re.compile("最高|不超过|封顶|限额|上限"), re.compile("每[张床人户名平]|按床位")
# 居家养老服务补贴标准, 居家养老补贴(某市)
_NAME_ALONE = re.compile(
    rf"(?P<name>(?!.*(?:申请|发放|关于|[和与及、]))[一-龥]{{2,16}}(?:{PAYMENTS})(?:标准)?)(?:[(（][^()（）]{{2,8}}[)）])?"
)
_LINES = 8
#: A clause that points at another rule (参照残疾人托养补助标准执行) names no money of its own.
_BY_ANOTHER = re.compile("(?:参照|比照|按照?|依照)[^,，]*(?:执行|办理|发放|实施)")
_OF_TITLE = re.compile("^.*?关于(?:印发|转发|提高|调整|发放|做好|开展|实施|落实|公布|进一步)*")
_COMMAS, _STOPS = re.compile("[,，:：]"), re.compile("[。;；!！?？\n]")
_FARTHEST, LONGEST = 200, 60


def names_of_money(context: Surroundings, has_name: bool) -> Iterator[str]:
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
        words = PAYER.sub("", without_asides(sentence))
        if not _MONEY.search(words) and not ALIEN.search(words):
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
    return bool(name)


#: Where the money of a sum may be named, from the nearest place to the farthest.
_PLACES = (_in_sentences, _in_lead_in, _in_headings, _in_line_or_title)


def _line_above(passages: Sequence[Passage], at: int, text: str) -> str:
    """The nearest line above that names some money and no more (居家养老服务补贴标准), "" without any."""
    for one in before(passages, at, _LINES):
        line = text[one.start : one.end].strip()
        if one.kind != "heading" and (name := _NAME_ALONE.fullmatch(line)):
            return name["name"]
        if not names_nothing(one.heading if one.kind == "heading" else line):
            return ""  # what stands below it is about something else
    return ""


def _carries_nothing(words: str, is_same_sentence: bool, context: Surroundings) -> bool:
    """Whether words that name money carry it no further: that of another kind, or that they give as a sum
    themselves, but for sums that take the place of such a sum (运营补贴每年5万元;300平方米以上的8万元)."""
    if alien := ALIEN.search(words):
        # 午餐收费标准。70周岁以上每餐6元
        return alien.group() not in _PRICES or is_same_sentence or _SUM.search(words) is not None
    value = _SUM.search(words)
    if value is None or NAMED_SUM.search(words, value.end()):
        return False
    return is_same_sentence or not _level(words) or _is_cap(words, context)


def _level(words: str) -> str:
    """The name of money in words that go on to give it as a sum (运营补贴|每年5万元); "" in any other."""
    value = _SUM.search(words)
    given = words[: value.start()] if value else ""
    *_, name = (None, *_PROPER.finditer(given))
    return HOW_MUCH.sub("", given) if name and BARE_FOR_WHOM.fullmatch(given, name.end()) else ""


def _is_cap(words: str, context: Surroundings) -> bool:
    """Whether a sum limits what sums by bed or person come to (每张床位补助1万元。最高不超过200万元)."""
    has_base = "/" in context.statement.unit
    return not has_base and _CAP.search(context.before()) is not None and _OF_EACH.search(words) is not None


def _name_of(sentence: str) -> str:
    """The clause of a sentence that names money last, with those before it where it only gives (给予补助)."""
    sentence = _level(sentence) or sentence
    clauses = _COMMAS.split(MARK.sub("", sentence.strip()))
    backwards = dropwhile(_names_none, reversed(clauses))
    words = next(backwards, clauses[0])
    for clause in backwards:
        names_its_own = NAMED_SUM.search(words) and not clause.endswith("的")
        if names_its_own or len(clause) + len(words) > LONGEST:
            break
        words = clause + words
    return words


def _names_none(clause: str) -> bool:
    """Whether a clause names no money of its own."""
    return not _MONEY.search(clause) or _BY_ANOTHER.fullmatch(clause) is not None


def _over_list(passages: Sequence[Passage], at: int, text: str) -> str:
    """The heading of a numbered list that the outline does not put under it (第四条 运营补贴), or the
    last sentence of the paragraph over it, if it gives money."""
    here = passages[at]
    if not here.number:
        return ""
    above = nearest_before(passages, at, lambda one: is_listed(one, here, text) and not _is_article(one))
    if above is None or above.parent != here.parent:
        return ""
    *_, last_words = _STOPS.split(text[above.start : above.end].rstrip(" \n。:："))
    words = without_asides(above.heading if above.kind == "heading" else last_words)
    return _name_of(words) if _MONEY.search(words) and not _SUM.search(words) else ""


def _is_article(passage: Passage) -> bool:
    return passage.number.startswith("第")


def _of_headings(passages: Sequence[Passage], at: int) -> Iterator[str]:
    """The headings above that are not form alone, the nearest first."""
    above: int | None = at if passages[at].kind != "item" else passages[at].parent
    while above is not None:
        heading = without_asides(passages[above].heading)
        if not names_nothing(heading):
            yield heading
        above = passages[above].parent


def _of_title(passages: Sequence[Passage], text: str, has_name: bool) -> str:
    """What the line that a document opens with says it is about; "" where that is no money."""
    title = text[passages[0].start : passages[0].end].strip()
    if not TITLE.search(title) or not (has_name or _MONEY.search(title)):
        return ""
    return _OF_TITLE.sub("", title)
