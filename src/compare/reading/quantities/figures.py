"""Numbers in words written in figures, so that the grammar meets one writing of a number: 三百张 and 300张.

Only what counts or measures is rewritten, never an ordinal, a date, a name or a figure of speech. Regulations
write all their numbers in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.model import Role, TextView
from compare.reading.numerals import CHINESE, NOT_TENTHS, ONE_TO_NINE, chinese_to_decimal
from compare.reading.page.clauses import CLAUSE_REACH, Clauses
from compare.reading.quantities.amounts import amount_at
from compare.reading.quantities.dates import Anchor
from compare.reading.quantities.lexicon import Lexicon
from compare.reading.quantities.roles.numerals_in_text import NumeralInText
from compare.reading.quantities.roles.rules import COVERS, rules_at
from compare.reading.rules import first

_DECIMALS = "(?:点[零〇一二三四五六七八九]++)?+"
# A run of characters that numbers are written with; the 一 of 统一五十元 is none of its number.
_OPENS = f"(?:(?<=[统唯]一)|(?<![{CHINESE}统唯]))"
# 六成五, 八五折 are shares of their own
_HAN = f"{_OPENS}(?<![{CHINESE}0-9][成折])[{CHINESE}]++{_DECIMALS}(?![成折])"
_SHARES = {"百": "%", "千": "‰"}
# 百分之二十至三十 says its unit once, ahead
_WRITTEN = re.compile(
    f"(?<![{CHINESE}])(?P<of>[百千])分之(?P<share>{_HAN})(?!分之)(?:(?P<to>至|到|-{{1,2}}|~)(?P<end>{_HAN})(?!分之|[个倍]))?"
    f"|(?<!分之)(?P<number>{_HAN})(?!分之)"
)
# 六成五, but 三至五成 says its unit once
_TENTHS = re.compile(
    f"(?<![{CHINESE}0-9.至到~-])(?P<tenths>{ONE_TO_NINE})成(?P<hundredths>[一二三四五六七八九]?)"
    f"(?![{CHINESE}半至到~{NOT_TENTHS}]|-)"
)
_COVER = 140  # no title or slogan is longer
# Ranks (前百分之十) too: no share only speaks.
_SHARE_OPENS = ("百分之", "千分之")
# 3万四千, 1千零二十: what follows the power of a number that begins in figures
_TAIL = re.compile(
    f"[万亿千](?<=[0-9].)(?=零?{ONE_TO_NINE}?[千百十])(?P<tail>(?:零?{ONE_TO_NINE}[千百]){{0,2}}"
    f"(?:零?{ONE_TO_NINE}?十)?{ONE_TO_NINE}?)(?=[万亿]?[一-龥])"
)
_TAIL_PART = re.compile(
    f"(?P<digit>{ONE_TO_NINE})(?P<power>[千百])|(?P<ones>{ONE_TO_NINE}?十?{ONE_TO_NINE}?$)"
)
# 净宽≥1.8米: the words that rules go by
_IN_WORDS = {"≥": "不低于", "≧": "不低于", ">=": "不低于", "≤": "不超过", "≦": "不超过", "<=": "不超过"}
_BOUND = re.compile(rf"[≥≧≤≦><](?<=[一-龥):].)(?<![{CHINESE}].)(?:(?<![><])|(?<=[><])=)(?=[0-9一-龥])")
_POWERS = re.compile("(?P<head>.*[^万亿])(?P<power>万亿|[万亿])")

#: A span of a text and the words that it is to have.
Rewritten = tuple[int, int, str]


def figures(text: str, start: int, end: int) -> Iterator[Rewritten]:
    """The numbers in words of a stretch of text, each with its place, in figures; 万 and 亿 at the end of one
    stay, and what is no single number is left out.

    >>> [*figures("占百分之六十五,二百三十万元", 0, 14)]
    [(1, 7, '65%'), (8, 12, '230万')]
    """
    for match in _WRITTEN.finditer(text, start, end):
        new = _in_figures(match)
        if new != match.group() and len(new) >= min(len(match.group()), 2):
            yield *match.span(), new
    yield from _tenths(text, start, end)


def _in_figures(match: re.Match[str]) -> str:
    if match["of"]:
        sign, share = _SHARES[match["of"]], _number(match["share"])
        if not match["end"]:
            return f"{share}{sign}" if share else match.group()
        end = _number(match["end"])
        return f"{share}{sign}{match['to']}{end}{sign}" if share and end else match.group()
    return _number(match["number"]) or match.group()


def _number(han: str) -> str:
    """A number in figures; "" where the words are none, or a power that nothing counts (百, 千万)."""
    if han.strip("百千万亿") == "":
        return ""
    parts = _POWERS.fullmatch(han)
    head, power = (parts["head"], parts["power"]) if parts else (han, "")
    value = None if {"万", "亿"} & {*head} and power else chinese_to_decimal(head)
    if value is None and power:
        head, power = han, ""
        value = chinese_to_decimal(han)
    return "" if value is None else f"{value}{power}"


def _bounds(text: str) -> Iterator[Rewritten]:
    """The signs of bounds in running text (净宽≥1.8米) in words; a cell may be a sign and a number alone."""
    for sign in _BOUND.finditer(text):
        yield *sign.span(), _IN_WORDS[sign.group()]


def _tenths(text: str, start: int, end: int) -> Iterator[Rewritten]:
    """Tens of % in words, which no unit begins with (六成五)."""
    if text.find("成", start, end) >= 0:
        for share in _TENTHS.finditer(text, start, end):
            if not _is_covered(text, share.start()):
                ones = share["hundredths"]
                yield *share.span(), f"{_number(share['tenths'])}{_number(ones) if ones else 0}%"


def _tail(han: str) -> str:
    """The rest of a mixed number, part by part: 四千五百 as 4千5百, 零二十 as 零20."""
    return _TAIL_PART.sub(lambda part: _number(part["digit"] or part["ones"]) + (part["power"] or ""), han)


def in_figures(view: TextView, clauses: Clauses, lexicon: Lexicon) -> TextView:
    """The view with every number in words that counts or measures in figures; itself where there is none."""
    text = view.text
    spans: list[Rewritten] = [*_bounds(text), *_tenths(text, 0, len(text))]
    spans += [
        (*tail.span("tail"), _tail(tail["tail"]))
        for tail in _TAIL.finditer(text)
        if tail["tail"]  # 1300万千瓦 goes on with its unit
    ]
    for since, until in _counted(text, clauses, lexicon):
        for start, end, new in figures(text, since, until):
            if text[start - 1 : start] == "," and text[start - 2 : start - 1].isdecimal():
                # 助餐点20,三百名: in figures the comma would group digits
                spans.append((start - 1, start, ";"))
            spans.append((start, end, new))
    return rewritten(view, sorted({*spans}))


def rewritten(view: TextView, spans: Sequence[Rewritten]) -> TextView:
    """The view with other words for these spans, whose first and last characters stay where they stood;
    itself without any."""
    if not spans:
        return view
    pieces: list[str] = []
    offsets: list[int] = []
    kept = 0
    for start, end, new in spans:
        pieces += (view.text[kept:start], new)
        offsets += view.offsets[kept:start]
        if new:
            offsets += [view.offsets[start]] * (len(new) - 1)
            offsets.append(view.offsets[end - 1])
        kept = end
    pieces.append(view.text[kept:])
    offsets += view.offsets[kept:]
    return TextView("".join(pieces), offsets)


def _counted(text: str, clauses: Clauses, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The spans of amounts that begin in words."""
    place = NumeralInText(text, lexicon, clauses, Anchor(), [])
    done = 0
    for run in lexicon.in_words.finditer(text):
        start, end = run.span()
        if start < done:
            continue
        place.start, place.run_end, place.before = start, end, text[start - 1] if start else "\n"
        if first(rules_at(place.before, text[start], text[end]), place):
            continue
        since = max(clauses.clause(start)[0], start - CLAUSE_REACH)
        amount = amount_at(text, start, end, since, lexicon)
        done = amount.end
        is_one = amount.unit is None and text[start:done] == "一"  # of 每培训一名
        counts = amount.role is Role.STATEMENT and not amount.unit_rule and not is_one
        if (counts or text.startswith(_SHARE_OPENS, start)) and not _is_covered(text, start):
            yield start, done


def _is_covered(text: str, start: int) -> bool:
    """Whether a title or a slogan holds the place."""
    around = max(start - _COVER, 0), start + _COVER
    return any(
        match.start() <= start < match.end()
        for cover in COVERS
        for match in cover.pattern.finditer(text, *around)
    )
