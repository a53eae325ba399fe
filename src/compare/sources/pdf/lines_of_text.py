"""Characters of a PDF page -> lines of text.

A PDF holds characters at places. A line is made of those whose heights overlap, so that a
raised ² stays in its line. A blank is put in only where the gap is half a character wide or
more: justified Chinese text is spread out without blanks.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from compare.sources.layout import is_note_mark

Char = dict[str, Any]  # a character of pdfplumber: text, x0, x1, top, bottom, size, …

STOPS = tuple("。；：！？;:!?")
_BLANK = 0.5  # of the height of the characters


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line: its text and box, the size of its letters, and the column of text it stands in.

    ``opening`` is the width of what cannot be parted from its first character; ``confidence`` that of text
    recognition, None where the file holds the text.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    opening: float
    left: float
    right: float
    confidence: float | None = None


def clean(char: Char) -> Char:
    """Characters as meant: radicals that fonts report in place of ideographs, unknown glyphs.

    Kangxi and CJK radicals (⽼, ⻓) look like the ideographs (老, 长) and are what many fonts map
    their glyphs back to; a glyph without any meaning, "(cid:7)", becomes U+FFFD.
    """
    text = char["text"]
    if text.startswith("(cid:"):
        text = "\ufffd"
    elif len(text) == 1 and ("\u2e80" <= text <= "\u2fd5" or "\ufb00" <= text <= "\ufb06"):
        text = _RADICALS.get(text) or unicodedata.normalize("NFKC", text)
    elif "\ua1a1" <= text <= "\ua3fe":
        text = _YI.get(text, text)
    return char if text is char["text"] else {**char, "text": text}


# Fonts of Founder map punctuation to the letters of Yi whose code is that of GBK: ꎬ (A3AC) is ，.
_YI = {
    chr(row << 8 | cell): bytes((row, cell)).decode("gbk")
    for row, cells in ((0xA1, (*range(0xA2, 0xA5), *range(0xAA, 0xC0))), (0xA3, range(0xA1, 0xC0)))
    for cell in cells
} | {chr(0xA3AE): "。"}
# Radicals without a compatibility decomposition (Unicode, EquivalentUnifiedIdeograph.txt).
_RADICALS = dict(
    zip(
        "⺠⻄⻅⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻥⻦⻧⻨⻩⻪⻬⻮⻰",
        "民西见贝车長长门青韦页风飞食马鱼鸟卤麦黄黾齐齿龙",
        strict=True,
    )
)


def lines_of(chars: Iterable[Char]) -> list[list[Char]]:
    """Characters of one height together, from left to right, lines from top to bottom."""
    lines: list[list[Char]] = []
    middle = height = 0.0
    for char in sorted(chars, key=lambda c: c["top"] + c["bottom"]):
        own_middle, own_height = (char["top"] + char["bottom"]) / 2, char["bottom"] - char["top"]
        if lines and abs(own_middle - middle) < 0.5 * max(height, own_height):
            lines[-1].append(char)
            if own_height > height and not char["text"].isspace():
                middle, height = own_middle, own_height
        else:
            lines.append([char])
            middle, height = own_middle, own_height
    return [sorted(line, key=lambda c: c["x0"]) for line in lines]


def _text(chars: list[Char]) -> str:
    parts: list[str] = []
    end = None
    raised = _raised(chars)
    for char in chars:
        if id(char) in raised and is_note_mark("".join(parts[-3:]), char["text"]):
            end = max(char["x1"], end or char["x1"])
            continue
        gap = 0.0 if end is None else char["x0"] - end
        if gap > _BLANK * char["size"] and parts and not parts[-1].isspace() and not char["text"].isspace():
            parts.append(" ")
        parts.append(char["text"])
        end = max(char["x1"], end or char["x1"])
    return "".join(parts).strip()


def _raised(chars: list[Char]) -> set[int]:
    """Ids of characters set small and high, as the marks of notes are, and the 2 of m²."""
    seen = [char for char in chars if not char["text"].isspace()]
    if len(seen) < 2:
        return set()
    size = sorted(char["size"] for char in seen)[len(seen) // 2]
    foot = sorted(char["bottom"] for char in seen)[len(seen) // 2]
    return {id(char) for char in seen if char["size"] < 0.8 * size and foot - char["bottom"] > 0.2 * size}


def text_line(chars: list[Char], left: float = 0.0, right: float = 0.0) -> TextLine | None:
    seen = [char for char in chars if not char["text"].isspace()]
    if not seen:
        return None
    return TextLine(
        text=_text(chars),
        x0=seen[0]["x0"],
        x1=max(char["x1"] for char in seen),
        top=min(char["top"] for char in seen),
        bottom=max(char["bottom"] for char in seen),
        size=sorted(char["size"] for char in seen)[len(seen) // 2],
        opening=_opening(seen),
        left=left,
        right=right,
        confidence=confidence_of(seen),
    )


def confidence_of(chars: Iterable[Char]) -> float | None:
    """The lowest confidence with which one of the characters was recognised; None where none was."""
    return min((char["confidence"] for char in chars if "confidence" in char), default=None)


def _opening(chars: list[Char]) -> float:
    """Width of the first character and of those a line break cannot part from it."""
    end = 1
    while end < len(chars) and not _may_break(chars[end - 1]["text"], chars[end]["text"]):
        end += 1
    return float(chars[end - 1]["x1"] - chars[0]["x0"])


def _may_break(before: str, after: str) -> bool:
    if after[:1] in "，。、；：！？）》」』】〕”’％%,.;:!?)" or before[-1:] in "（《「『【〔“‘(":
        return False
    return is_wide(before[-1:]) or is_wide(after[:1])


def is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF" if character else False


def joined(one: str, two: str) -> str:
    """Two pieces of a broken line; a blank only between words of letters."""
    apart = one[-1:].isascii() and one[-1:].isalpha() and two[:1].isascii() and two[:1].isalpha()
    return f"{one} {two}" if apart else one + two
