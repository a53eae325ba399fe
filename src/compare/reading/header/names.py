"""Names in a document's head: organisations and annexes."""

from __future__ import annotations

import re

from compare.model import TextView

_ORGANISATION = re.compile(
    r"[^。,;:!?《》|0-9]{2,40}(?:人民政府|行政公署|政府|办公室|办公厅|委员会|公署|委|局|厅|部|院|署|党组|联合会|总会|协会|中心|支队|银行|人大|人民代表大会|领导小组|工作组|指挥部|管委会)"
    r"(?:等[0-9一二三四五六七八九十]+个?(?:部门|单位|机关))?"
)
_BLANKS = re.compile(r"[\s\u3000]+")

_ANNEX = re.compile(
    r"\n#*附(?:件|表|录)(?P<number>[0-9一二三四五六七八九十]{0,2})(?P<mark>[:.、]?)(?P<name>[^\n]*)"
)
_ENTRY = re.compile(r"(?<![0-9.])[1-9][0-9]?[.、](?![0-9])")
_LISTED = re.compile(r"\n+(?P<number>[1-9][0-9]?)[.、](?![0-9])(?P<name>[^\n。]{2,90})(?=\n|$)")
_FOLLOWING = re.compile(r"\n*(?P<name>[^\n]+)")
_FILE = re.compile(r"\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|ofd|jpe?g|png)$", re.IGNORECASE)
_UNLIKE = re.compile(r"[^一-鿿0-9A-Za-z]")
_NO_NAME = re.compile(r"[。;|]")


def verbatim(view: TextView, raw: str, start: int, end: int) -> str:
    """The original characters of a span of the view, without line ends and meaningless blanks."""
    kept = "".join(map(raw.__getitem__, view.offsets[start:end]))
    return kept.replace("\n", "").replace("\r", "").strip()


def is_organisation(text: str) -> bool:
    """Whether a line is the name of a public body."""
    return _ORGANISATION.fullmatch(text) is not None


def organisations(view: TextView, raw: str, start: int, end: int) -> str:
    """Bodies named in a span of the view, joined by 、 where blanks part them; "" if it is no such line."""
    if not is_organisation(view.text[start:end].replace("\n", "")):
        return ""
    parts = [p for p in _BLANKS.split(raw[view.raw_start(start) : view.raw_end(end)]) if p]
    if all(is_organisation(part) for part in parts):
        return "、".join(parts)
    return "".join(parts)


def annexes(view: TextView, raw: str) -> tuple[str, ...]:
    """Names of the annexes a document announces (附件:…) or carries (附件 above a title), each once."""
    text = view.text
    names: dict[str, str] = {}

    def add(start: int, end: int) -> None:
        name = _FILE.sub("", verbatim(view, raw, start, end).strip("《》 "))
        if key := _UNLIKE.sub("", name):
            names.setdefault(key, name)

    for match in _ANNEX.finditer(text):
        start, end = match.span("name")
        name = match["name"]
        if not name:
            following = _FOLLOWING.match(text, end)
            if following and len(following["name"]) <= 80 and not _NO_NAME.search(following["name"]):
                add(*following.span("name"))
        elif _NO_NAME.search(name) or len(name) > 160 or not (match["mark"] or match["number"]):
            continue
        elif entries := list(_ENTRY.finditer(name)) if match["mark"] == ":" else []:
            bounds = [start + e.start() for e in entries[1:]] + [end]
            for entry, bound in zip(entries, bounds, strict=True):
                add(start + entry.end(), bound)
            while listed := _LISTED.match(text, end):
                add(*listed.span("name"))
                end = listed.end()
        else:
            add(start, end)
    return tuple(names.values())
