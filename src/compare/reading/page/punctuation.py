"""Other marks for the same, one for one: quotation marks, brackets in a sentence, and what marks an item of a
list.

Only the view is written so; quotations are cut from the original.
"""

from __future__ import annotations

import re
from collections.abc import Set

_QUOTES = str.maketrans("「」『』〝〞〟«»＂", '“”“”“””“”"')
_STRAIGHT = re.compile(r"\"([^\"\n]{1,200})\"")
_SINGLE = re.compile("‘([^‘’\n]{1,200})’")
# 县〔市、区〕, 60%【含】以上: behind a word or value; what brackets number or date (〔2020〕, [3]) stays.
_BRACKET = re.compile(r"(?<=[一-龥0-9%])\[(?![0-9]{4}年[修版])(?=[^\[\]\n]*[一-龥])([^\[\]\n]{1,120})\]")
_BRACKETS = str.maketrans("〔〕｛｝{}〈〉", "[][][][]")
_HAN = "[一二三四五六七八九十]{1,3}"
_NUMBERED = re.compile(rf"^\[({_HAN})\]", re.MULTILINE)
_IN_SHELL = r"[^〔〕｛｝{}〈〉\n]"
_SHELL = re.compile(
    rf"(?:^(?=.{_HAN}[〕｝}}〉])|(?<=[一-龥0-9%]))[〔｛{{〈](?![0-9]{{4}}年[修版])(?={_IN_SHELL}*[一-龥])"
    rf"{_IN_SHELL}{{1,120}}[〕｝}}〉]",
    re.MULTILINE,
)
_SIGNS = "•·∙◦‣■◆▪★☆▲△►➢➤√✓✔※◇□→»▶○◎❖✦✧●"
_ITEM = re.compile(rf"^[{_SIGNS}](?=[ \u3000]*[一-龥“(0-9])", re.MULTILINE)
_ROUND = "".join(map(chr, range(ord("①"), ord("⑳") + 1)))
_OTHER = "".join(
    "".join(map(chr, range(ord(first), ord(last) + 1))) for first, last in ("⑴⒇", "⒈⒛", "㈠㈩", "❶❿")
)
_NUMBERS = str.maketrans(_OTHER, _ROUND * 2 + _ROUND[:10] * 2)

#: A text without any of these has its marks written in one way already.
OTHER_MARKS = f'「『〝«＂"‘〔｛{{〈{_OTHER}{_SIGNS.replace("·", "")}\\['
_ANY_QUOTE, _ANY_SIGN, _ANY_NUMBER = frozenset('「『〝«＂"‘'), frozenset(_SIGNS), frozenset(_OTHER)
_ANY_SHELL = frozenset("〔｛{〈")


def one_mark(text: str, characters: Set[str]) -> str:
    """``text`` with marks written in one way; no character is added or lost.

    ``characters`` are those of OTHER_MARKS that stand in it.

    >>> one_mark('到"十四五"末,县〔市、区〕', {'"', "〔"})
    '到“十四五”末,县(市、区)'
    """
    if not characters.isdisjoint(_ANY_QUOTE):
        text = _STRAIGHT.sub(r"“\1”", text.translate(_QUOTES))
        if "“" not in text:
            text = _SINGLE.sub(r"“\1”", text)
    if not characters.isdisjoint(_ANY_SHELL):
        text = _SHELL.sub(lambda found: found.group().translate(_BRACKETS), text)
    if "[" in text:
        text = _NUMBERED.sub(r"(\1)", _BRACKET.sub(r"(\1)", text))
    if not characters.isdisjoint(_ANY_SIGN):
        text = _ITEM.sub("●", text)
    if not characters.isdisjoint(_ANY_NUMBER):
        text = text.translate(_NUMBERS)
    return text
