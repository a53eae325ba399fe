"""A pattern of the codebook as a person reads it: 养老〔服务〕…床位 in place of 养老(?:服务)?[^,]{0,6}床位.

What must not stand beside the words is left out: it narrows them and is no word that was looked for.
"""

from __future__ import annotations

import re

_INNER = r"(?:[^()\[\]]|\[[^\]]*+\])"
_LOOKAROUND = re.compile(rf"\(\?<?[!=](?:{_INNER}|\((?:{_INNER}|\({_INNER}*+\))*+\))*+\)")
_GAP = re.compile(r"\[\^[^\]]*\](?:\{[0-9,]*+\}|[*+?])*+")
_CLASS = re.compile(r"\[([^\]]+)\](\??)")
_GROUP = re.compile(r"\(\?:([^()]*)\)(\??)")
_CHARACTER = re.compile(r"([一-龥])\?")
_RANGE = re.compile(r"(.)-(.)")
_SIGNS = re.compile(r"[\\^$?+*]|\{[0-9,]*\}")
_BRACKETS = str.maketrans("", "", "()（）")


def readable(pattern: str) -> str:
    """The words of a pattern: … for a few other characters, 〔…〕 for what may be missing, / for or.

    >>> readable("(?:养老|机构)[^,，。;；]{0,6}(?<!护理)床位(?:总数|总量)?")
    '（养老/机构）…床位〔总数/总量〕'
    """
    text = _GAP.sub("…", _LOOKAROUND.sub("", pattern))
    text = _CLASS.sub(lambda found: _one_of(found[1], found[2]), text)
    text = _CHARACTER.sub(r"〔\1〕", text)
    while (shorter := _GROUP.sub(lambda found: _set(found[1], found[2]), text)) != text:
        text = shorter
    return _SIGNS.sub("", text.replace("|", "/"))


def _one_of(characters: str, maybe: str) -> str:
    """A class: its characters, without brackets, which stand for nothing that was looked for."""
    if ranges := _RANGE.findall(characters):
        return _set("/".join(f"{low}–{high}" for low, high in ranges), maybe)
    return _set("/".join(characters.translate(_BRACKETS)), maybe)


def _set(words: str, maybe: str) -> str:
    if not words:
        return ""
    if maybe:
        return f"〔{words}〕"
    return f"（{words}）" if "|" in words or "/" in words else words
