"""Dates of a document: labelled ones, its horizon, and when it takes effect."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.reading.cues import BYLINE, DOCUMENTS
from compare.reading.numerals import chinese_to_decimal
from compare.reading.quantities.dates import FIVE_YEAR, five_year_end

_HAN = "零〇○一二三四五六七八九十"
DATE = (
    r"(?:(?:19|20)[0-9]{2}(?:年|[-./])[01]?[0-9](?:月|[-./])[0-3]?[0-9]日?"
    rf"|[一二][零〇○九][{_HAN}]{{2}}年[{_HAN}]{{1,2}}月[{_HAN}]{{1,3}}日)"
)
_PARTS = re.compile(rf"([0-9{_HAN}]{{4}})[年./-]([0-9{_HAN}]{{1,2}})[月./-]([0-9{_HAN}]{{1,3}})")
#: A line that is a date in full (年月日), perhaps with the signer before it on the same line.
DATE_LINE = re.compile(
    rf"(?P<by>[一-鿿]{{4,40}}?)?(?P<date>(?:19|20)[0-9]{{2}}年[01]?[0-9]月[0-3]?[0-9]日|[一二][零〇○九][{_HAN}]{{2}}年[{_HAN}]{{1,2}}月[{_HAN}]{{1,3}}日)"
)
_LABELLED = re.compile(rf"(?:日期|时间|发布于)\]?:?\n?(?P<date>{DATE})")
# 2008年09月05日 09:43 来源:解放日报; 来源:新华社 2019-06-13: the line under the title of a piece of news
_BYLINE = re.compile(
    rf"(?m)^[^\n。]{{0,24}}?(?P<date>{DATE})[ \t]*"
    rf"(?:[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?[ \t]*(?:{BYLINE}|$)|{BYLINE})"
    rf"|^来源:?[ \t]*[^\s。:]{{2,20}}[ \t]+(?P<behind>{DATE})"
)
#: What such a label says before its noun; without any of it the date is that of publication.
_KIND = re.compile(
    r"(?P<ends>(?<=失效|废止|有效|截止|截至|终止))|(?P<issued>(?<=成文|发文|签发|印发|生成|制定|制发))"
    r"|(?P<effective>(?<=施行|实施|生效|执行))|(?P<announced>(?<=公布))"
)

_IN_FORCE = ("起施行", "起实施", "起执行", "起生效", "起正式施行", "起正式实施")
_IN_FORCE_ANY = re.compile("起(?:正式)?(?:施行|实施|执行|生效)")
_THIS = re.compile(
    rf"现予(?:公布|发布)|现将《[^》]{{4,80}}》[^。《]{{0,20}}?(?:印发|公布|发布)|本(?:{DOCUMENTS}|文件)"
)

_YEARS = re.compile(r"(?P<y0>(?:19|20)[0-9]{2})年?(?:[-~～－—–―─−]{1,2}|至|到)(?P<y>(?:19|20)[0-9]{2})年?")
_YEAR = re.compile(r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})年")
_OUTLINE = re.compile(r"第(?P<n>十[一二三四五六七八九])个五年(?:规划|计划)")
_ACTION = re.compile(r"(?P<n>[二两三四五])年(?:行动|计划|攻坚|提升|规划)")
_GOALS = re.compile(r"(?:^|\n)[^\n。]{0,20}目标[^\n。]{0,12}[\n。]")
_NEXT_PART = re.compile(r"\n[一二三四五六七八九]、")
_BY_YEAR = re.compile(r"(?<!展望)(?:到|至|截至)(?P<y>20[0-9]{2})年")
_GOALS_WITHIN = 6000
_GOALS_LENGTH = 2500


@dataclass(frozen=True, slots=True)
class Dates:
    """Labelled dates in ISO 8601, "" where there is none."""

    issued: str = ""
    published: str = ""
    announced: str = ""  # 公布日期: of legal texts, both published and issued
    effective: str = ""


def iso(text: str) -> str:
    """ISO 8601 of a full date (2020年12月8日, 2020.12.08, 二〇二〇年十二月八日); "" if it is none."""
    match = _PARTS.match(text)
    if not match:
        return ""
    year, month, day = (int(part) if part.isdigit() else _han(part) for part in match.groups())
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _han(text: str) -> int:
    return int(chinese_to_decimal(text.replace("○", "〇")) or 0)


def labelled(*texts: str) -> Dates:
    """Dates behind labels (成文日期:…, 发布日期:…, 施行日期:…); the first of each kind stands."""
    found: dict[str, str] = {}
    for text in texts:
        for match in _LABELLED.finditer(text):
            kind = _KIND.match(text, match.start())
            found.setdefault((kind and kind.lastgroup) or "published", iso(match["date"]))
    found.pop("ends", None)
    return Dates(**found)


def _published(text: str) -> list[tuple[int, str]]:
    """Where bylines and labels stand that say when what is around them was published, and the dates."""
    lines = [(match.start(), iso(match["date"] or match["behind"])) for match in _BYLINE.finditer(text)]
    labels = [
        (match.start(), iso(match["date"]))
        for match in _LABELLED.finditer(text)
        if not _KIND.match(text, match.start())
    ]
    return sorted((at, date) for at, date in (*lines, *labels) if date)


def published_first(text: str) -> str:
    """The date of the first byline or label that says when the text was published, "" without any."""
    return next((date for _, date in _published(text)), "")


def articles(text: str) -> tuple[tuple[int, int], ...]:
    """(offset of its title, year) of each piece of news on a page that holds several of different years."""
    dated = [(_title_before(text, at), int(date[:4])) for at, date in _published(text)]
    return tuple(dated) if len({year for _, year in dated}) > 1 else ()


def _title_before(text: str, at: int) -> int:
    """Where the line before the one at a place begins."""
    line = text.rfind("\n", 0, at) + 1
    return text.rfind("\n", 0, max(len(text[:line].rstrip()), 0)) + 1


def effective_on(text: str, issued: str, published: str) -> str:
    """When the document says it takes effect (本办法自…起施行); 自印发之日起 is its date of issue."""
    places: dict[str, list[int]] = {}
    for match in _IN_FORCE_ANY.finditer(text):
        places.setdefault(match.group(), []).append(match.start())
    for phrase in _IN_FORCE:
        found = places.get(phrase, [])
        for at in reversed(found):
            when = _since(text, at)
            if date := iso(when):
                return date
            if when.startswith(("印发", "下发", "发文", "成文")):
                return issued
            if when.startswith(("发布", "公布", "颁布")):
                return published or issued
    return ""


def _since(text: str, end: int) -> str:
    """What stands between 自 and 起施行 in a sentence about this document; "" in one about another."""
    sentence = text.rfind("。", 0, end) + 1
    since = text.rfind("自", sentence, end)
    return text[since + 1 : end] if _THIS.search(text, sentence, since) else ""


def span_of_years(title: str, text: str) -> tuple[str, str]:
    """First and last year of the horizon, "" where not stated.

    From the title: (2024—2026年), 十四五, 2024年…. A title without years leaves the end to the
    goals (到2022年), and 三年行动 then gives the beginning.
    """
    if match := _YEARS.search(title):
        return match["y0"], match["y"]
    if (outline := _OUTLINE.search(title)) and (end := five_year_end(outline["n"])):
        return str(end - 4), str(end)
    for match in FIVE_YEAR.finditer(title):
        if (end := five_year_end(match["n"])) and (end > 2000 or match.group()[0] in '“"‘「'):
            return str(end - 4), str(end)
    if match := _YEAR.search(title):
        return match["y"], match["y"]
    goal = _goal_year(text)
    if not goal:
        return "", ""
    action = _ACTION.search(title)
    years = chinese_to_decimal(action["n"]) if action else None
    return (str(goal + 1 - int(years)) if years else ""), str(goal)


def _goal_year(text: str) -> int:
    """The last year named as a deadline in the part that states overall goals; 0 if none."""
    goals = _GOALS.search(text, 0, _GOALS_WITHIN)
    if not goals:
        return 0
    limit = min(len(text), goals.end() + _GOALS_LENGTH)
    following = _NEXT_PART.search(text, goals.end(), limit)
    years = _BY_YEAR.findall(text, goals.start(), following.start() if following else limit)
    return max(map(int, years), default=0)
