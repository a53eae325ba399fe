"""Who issued a document, under which number, and when: the heading, the signature, the labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.model import TextView
from compare.reading.cues import DOCUMENTS
from compare.reading.header.document_dates import DATE, DATE_LINE, iso
from compare.reading.header.names import is_organisation, organisations, verbatim
from compare.reading.page.lines import line_start

_COUNT = r"[0-9零〇一二三四五六七八九十百]{1,5}"
_NUMBER = r"[一-鿿()]{2,20}[〔\[(][12][0-9]{3}[〕\])]第?[0-9]{1,4}(?:-[0-9]{1,3})?号"
OWN_NUMBER = re.compile(
    rf"[(-]?(?:{_NUMBER}|[一-鿿]{{4,40}}(?:令|公告)\(?第?{_COUNT}号\)?|第{_COUNT}号)[)-]?"
)
_LABELLED_NUMBER = re.compile(rf"(?:文号|字号|文件编号)\]?:?\n?({_NUMBER})")

# …的通知(沪民养老发〔2021〕19号): behind the heading, on its line.
_BEHIND_TITLE = re.compile(rf"[^,。:]*(?:{DOCUMENTS})\(({_NUMBER})\)")

_LABELLED_ISSUER = re.compile(
    r"(?:制定机关|发文机关|发文机构|发文单位|发布机关|发布机构|发布单位|公布机关|颁布单位|印发机关)\]?:?\n?([^\n\[\]:]{4,60})"
)
_NEXT_LABEL = re.compile(r"(?:主题词|主题|成文|发文|发布|公布|文|索引|名称|标题|有效|日期|时间)[一-鿿]{0,2}$")
_ADOPTED = re.compile(
    rf"(?P<date>{DATE})[经由]?(?P<body>[^\n,。;()]{{4,60}}?)(?:第{_COUNT}次)?(?:常务|全体)?会议(?:审议|表决)?通过"
)
_SESSION = re.compile(rf"第{_COUNT}[届次]")
_SPOKEN = re.compile(rf"^(?:[-—]+(?P<date>{DATE})在|\((?P<note>{DATE})\)$)")
_MANY = re.compile(r"等[0-9一二三四五六七八九十]+个?(?:部门|单位|机关)$")
# 区政府办公室 in a heading: the signature says of which district.
_OF_NO_PLACE = re.compile(
    r"(?:中共)?本?[省市区县州旗盟镇乡](?:(?:人民)?政府|委)?(?:办公[室厅]|民政[局厅]|卫生健康委(?:员会)?|财政[局厅])?"
)
_DECREE = re.compile(r"(?P<by>[一-鿿]{4,40}?)(?:令|公告)")
_DECREES = ("令", "公告")

Lines = Sequence[tuple[int, int]]


def document_number(view: TextView, raw: str, head: str, shown: str, lines: Lines) -> str:
    """The document's own number: behind its label or on a line of its own, never a cited one."""
    if match := _LABELLED_NUMBER.search(head):
        return verbatim(view, raw, *match.span(1))
    for index, (start, end) in enumerate(lines):
        if behind := _BEHIND_TITLE.fullmatch(shown, start, end):
            return verbatim(view, raw, *behind.span(1))
        if not OWN_NUMBER.fullmatch(shown, start, end):
            continue
        number = verbatim(view, raw, start, end)
        bare = number.strip("()（）-—")
        if not bare.startswith("第"):
            return bare
        # 某市人民政府令 stands on the line above 第58号.
        above = verbatim(view, raw, *lines[index - 1]) if index else ""
        return above + number if above.endswith(_DECREES) else bare
    return ""


def signature(view: TextView, raw: str, text: str, lines: Lines) -> tuple[str, str]:
    """Date and names of the signature: a line that is a date, and the organisations above it."""
    found = ("", "")
    for index, (start, end) in enumerate(lines):
        match = DATE_LINE.fullmatch(text, start, end)
        if not match or not (date := iso(match["date"])):
            continue
        names = [match["by"]] if match["by"] and is_organisation(match["by"]) else []
        for above, below in reversed(lines[:index]):
            signer = organisations(view, raw, above, below)
            if not signer:
                break
            names.insert(0, signer)
        if names:
            return date, "、".join(names)
        found = found if found[0] else (date, "")
    return found


def adoption(shown: str) -> tuple[str, str]:
    """Date and body of a regulation's adoption (…第十八次会议通过); the body only of a people's congress."""
    match = _ADOPTED.search(shown)
    if not match:
        return "", ""
    body = _SESSION.sub("", match["body"]) if "人民代表大会" in match["body"] else ""
    return iso(match["date"]), body


def spoken_on(shown: str, lines: Lines) -> str:
    """Date given under a title: of a report (——2007年3月2日在…会议上), or alone in brackets."""
    for start, end in lines:
        if match := _SPOKEN.match(shown[start:end]):
            return iso(match["date"] or match["note"])
    return ""


def _with_those_above(view: TextView, raw: str, lines: Lines) -> str:
    """The bodies on the lines that end the heading before 关于, one below the other."""
    names: list[str] = []
    for start, end in reversed(lines):
        name = organisations(view, raw, start, end)
        if not name:
            break
        names.insert(0, name)
    return "、".join(names)


def issuer(
    view: TextView,
    raw: str,
    head: str,
    shown: str,
    lines: Lines,
    about: int,
    number: str,
    others: Sequence[str],
) -> str:
    """Who issues: named before 关于 in the heading or in a decree's number, else the others, else the label.

    ``about`` is where the heading says 关于 or 印发, -1 where it does not; ``others`` are the signers,
    the adopting body and whom a report names, "" where there is none.
    """
    signers = others[0]
    if about >= 0:
        line = line_start(shown, about)
        above = [(s, e) for s, e in lines if e <= line]
        for start, end in [(line, about), *above[-1:]]:
            start += shown[start:end].rfind(":") + 1
            if names := organisations(view, raw, start, end):
                if signers and (_MANY.search(names) or _OF_NO_PLACE.fullmatch(names)):
                    return signers
                return names if end == about else _with_those_above(view, raw, above)
    if (decree := _DECREE.match(number)) and is_organisation(decree["by"]):
        return decree["by"]
    if any(others):
        return next(filter(None, others))
    if match := _LABELLED_ISSUER.search(head):
        start, end = match.span(1)
        if head.startswith(":", end) and (label := _NEXT_LABEL.search(head, start, end)):
            end = label.start()
        return organisations(view, raw, start, end)
    return ""
