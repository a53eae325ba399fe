"""Documents a plan names: 《…》 with their numbers, numbers alone, and what an authority asks for, each with
the relation in which the plan puts itself to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from compare.model import Cited, Relation, TextView
from compare.reading.cues import DOCUMENTS
from compare.reading.header.names import verbatim

_NAMED = re.compile(
    r"《(?P<name>(?:[^《》\n]|《[^《》\n]*+》)++)》(?:\((?P<note>(?:[^()\n]|\([^()\n]*+\))*+)\))?"
)
_AGENCY_LENGTH = 14
_CUE_LENGTH = 4
_AGENCY = re.compile("[一-鿿]++$")
_YEAR_AND_NUMBER = re.compile(r"[〔\[(][12][0-9]{3}[〕\])]第?[0-9]{1,4}号")
_NUMBER = re.compile(rf"[一-鿿]{{1,{_AGENCY_LENGTH}}}{_YEAR_AND_NUMBER.pattern}")
_STANDARD = re.compile(r"(?:GB|JGJ|CJJ|MZ|WS|DB[0-9]{2}|建标)(?:/[A-Z])?[ -]?[0-9][0-9.]*(?:-[0-9]{4})?")
_SHORT = re.compile(r"(?:简称|称):?为?《(?P<short>[^《》\n]+)》")
# What a document is called; a book, a paper or a brand between the marks is none (《人民日报》).
_DOCUMENT = re.compile(
    rf"(?:{DOCUMENTS}|法|法典|准则|导则|决议|建议|公报|名录|指引|批复|政策|公约|任务书|大纲|[0-9一二三四五六七八九十]条)"
    r"(?:\((?:[^()\n]|\([^()\n]*+\))*+\)|(?:[0-9]{4}年?)?版)*$"
)
_UNLIKE = re.compile(r"的|关于|[^一-鿿0-9A-Za-z]")

# How far a cue reaches to its document, and from one document of a list to the next.
_REACH = 45
_CUES: tuple[tuple[Relation, str], ...] = (
    (Relation.BASIS, "根据|依据|依照|依$"),
    (Relation.IMPLEMENT, "(?:宣传|学习|贯彻|落实|执行|实施|遵守)+(?:好|了)?"),
    (Relation.ACCORDANCE, "按照|遵照|对照|参照|符合|[按照]$"),
    (
        Relation.DRAW_UP,
        "(?:制定|制订|出台|印发|修订|修改|修编|编制|起草|完善|优化|调整|颁布|发布|建立|拟订|拟定|健全)+了?(?!的|有)",
    ),
)
_CUE = re.compile("|".join(f"(?P<{relation.name}>{words})" for relation, words in _CUES))
_STOP = re.compile(r"[。;!?\n|]")
_JOIN = re.compile(r"(?:[、,]|和|及|以及|与|暨)[^。;!?\n|]{0,28}")
# 国务院、自治区人民政府关于加快推进养老服务发展的部署要求: who asks, and about what.
_DEMAND = re.compile(
    r"(?P<who>(?:党中央|国务院|国家|中央|自治区|全?省|[市州地盟]委|[一-鿿]{2,8}(?:省|自治区|市|州|盟|县))[^,。;:《》\n]{0,24}?)"
    r"关于[^,。;:《》\n]{2,40}?(?:决策部署|部署要求|部署|精神|要求|意见|决定|指示)"
)
_WHO = 35  # characters at most before 关于
# 和民发〔2022〕3号, 见民发〔2022〕3号: what stands before a number and is no part of it.
_NO_AGENCY = re.compile("[见及和与由的并在以按对、]")
# Of the words before a title those that may say whose it is: 落实…责任制,抓好省政府《…》.
_ISSUER_FROM = re.compile("[,，和]")
# 第一条 of a regulation, with the lines of its chapter before it.
_FIRST_ARTICLE = re.compile(r"(?:\n(?!第一条)[^\n。]*+)*+\n第一条(?:(?!\n第)[\s\S])*+")


@dataclass(frozen=True, slots=True)
class _Found:
    """A document at a place of the view with the note behind it; ``bare`` ones need a word of relation."""

    start: int
    end: int
    title: str
    number: str
    note: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class _RelationWord:
    relation: Relation
    start: int
    end: int


def cited(
    view: TextView, raw: str, hidden: Sequence[tuple[int, int]], head: int, own: Sequence[str]
) -> tuple[Cited, ...]:
    """Every document the text names, mention by mention, in text order.

    ``hidden`` are spans of the view that are no part of the plan, ``head`` ends what stands before its first
    heading, ``own`` are its own title and number. A short name (以下简称《…》) is given as the full one.
    """
    text, preambles = view.text, _preambles(view.text, head)
    found = sorted(
        [*_titled(view, raw), *_numbered(view, raw), *_demands(view, raw, preambles)],
        key=lambda one: (one.start, -one.end),
    )
    full, mine = _short_names(found), {same_title(name) for name in own if name}
    made: list[Cited] = []
    said: _RelationWord | None = None
    last = 0
    for one in found:
        if one.start < last or _within(one.start, hidden) or _is_own(one, mine):
            continue
        if last == 0 or not _goes_on(text, last, one.start):
            said = _relation(text, last, one.start)
        if said is None and one.bare:
            continue
        issuer_from = max(said.end if said else one.start, last)
        last = one.end
        meant = full.get(same_title(one.title), one)
        made.append(
            Cited(
                title=meant.title,
                number=meant.number,
                relation=said.relation if said else Relation.NAMED,
                preamble=_within(one.start, preambles),
                issuer_text=_ISSUER_FROM.split(verbatim(view, raw, issuer_from, one.start))[-1],
                start=view.raw_start(one.start),
                end=view.raw_end(one.end),
                quote_start=view.raw_start(said.start if said else one.start),
            )
        )
    return tuple(made)


def same_title(title: str) -> str:
    """A title without what differs between two mentions of a document."""
    return _UNLIKE.sub("", title)


def _titled(view: TextView, raw: str) -> Iterator[_Found]:
    for match in _NAMED.finditer(view.text):
        note = match["note"] or ""
        number = _NUMBER.search(note) or _STANDARD.search(note)
        if number or _DOCUMENT.search(match["name"]):
            at = match.start("note")
            shown = verbatim(view, raw, at + number.start(), at + number.end()) if number else ""
            end = match.end() if number or _SHORT.search(note) else match.end("name") + 1
            yield _Found(match.start(), end, verbatim(view, raw, *match.span("name")), shown, note)


def _numbered(view: TextView, raw: str) -> Iterator[_Found]:
    """Numbers outside 《…》(…), alone (落实国办发〔2019〕5号文件) or behind a title without marks."""
    text = view.text
    for start, end in _numbers(text):
        if cue := _last_cue(text[start:end]):
            start += cue.end()
        for other in _NO_AGENCY.finditer(text, start, end):
            start = other.end()
        if max(text.rfind(bracket, start, end) for bracket in "〔[(") - start > _AGENCY_LENGTH:
            continue  # words run on into the number: whose it is cannot be told
        if not text.endswith("(", 0, start):
            yield _Found(start, end, "", verbatim(view, raw, start, end), bare=True)
            continue
        opens = start - 1
        clause = max(text.rfind(stop, 0, opens) for stop in "。;!?\n,》") + 1
        cue = _last_cue(text[clause:opens])
        if cue and _DOCUMENT.search(text, begins := clause + cue.end(), opens):
            title = verbatim(view, raw, begins, opens)
            yield _Found(begins, end + 1, title, verbatim(view, raw, start, end), bare=True)


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where :data:`_NUMBER` is found, with the cue before it: from the bracket back, since brackets are few
    and words are many."""
    last = 0
    for match in _YEAR_AND_NUMBER.finditer(text):
        begin = max(match.start() - _AGENCY_LENGTH - _CUE_LENGTH, last)
        if agency := _AGENCY.search(text, begin, match.start()):
            last = match.end()
            yield agency.start(), last


def _demands(view: TextView, raw: str, preambles: Iterable[tuple[int, int]]) -> Iterator[_Found]:
    for start, end in preambles:
        about = view.text.find("关于", start, end)
        for match in _DEMAND.finditer(view.text, max(about - _WHO, start), end) if about >= 0 else ():
            cue = _last_cue(match.group())
            begins = match.start() + (cue.end() if cue else 0)
            yield _Found(begins, match.end(), verbatim(view, raw, begins, match.end()), "", bare=True)


def _last_cue(text: str) -> re.Match[str] | None:
    return max(_CUE.finditer(text), key=lambda cue: cue.start(), default=None)


def _relation(text: str, last: int, start: int) -> _RelationWord | None:
    """What the nearest cue of the sentence before a document says."""
    low = max(last, start - _REACH)
    low = max((stop.end() for stop in _STOP.finditer(text, low, start)), default=low)
    cue = _last_cue(text[low:start])
    return _RelationWord(Relation[str(cue.lastgroup)], low + cue.start(), low + cue.end()) if cue else None


def _goes_on(text: str, last: int, start: int) -> bool:
    """Whether a document is the next of a list."""
    between = text[last:start]
    return not between or (_JOIN.fullmatch(between) is not None and not _CUE.search(between))


def _short_names(found: Iterable[_Found]) -> Mapping[str, _Found]:
    """Short name -> the document that it stands for."""
    return {same_title(short["short"]): one for one in found if (short := _SHORT.search(one.note))}


def _is_own(one: _Found, mine: Iterable[str]) -> bool:
    """The plan itself, the notice that issues it, or its title without the years behind it."""
    if not one.title:
        return same_title(one.number) in mine
    name = same_title(one.title)
    return any(own in name or (len(name) > 8 and own.startswith(name)) for own in mine)


def _within(position: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _preambles(text: str, head: int) -> list[tuple[int, int]]:
    """Where a plan says what it rests on: before its first heading, and in 第一条 of a regulation."""
    article = _FIRST_ARTICLE.match(text, head)
    return [(0, head), article.span()] if article else [(0, head)]
