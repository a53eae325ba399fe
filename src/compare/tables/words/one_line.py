"""How words of a plan are printed on one line: a line that ends within a sentence leaves no blank in it."""

from __future__ import annotations

import re

# A file with hard line ends breaks words and numbers (以失能照护为↵主): where Chinese characters, their marks
# and digits meet at a line end, nothing stood between them. Two digits may also be two cells of a table, one
# to a line: they are one number only where a line of running text breaks off in it (达到6↵0%以上).
_CHINESE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201d\u2014\u2026"
_BREAK = r"[ \t\u3000]*\r?\n[ \t\u3000]*"
_BROKEN = re.compile(
    rf"(?<=[{_CHINESE}]){_BREAK}(?=[{_CHINESE}0-9])"
    rf"|(?<=[0-9%]){_BREAK}(?=[{_CHINESE}%])"
    rf"|(?<=[{_CHINESE}]{{10}}[0-9]){_BREAK}(?=[0-9])"
)


def one_line(text: str) -> str:
    """``text`` without line ends; blanks between words of Latin letters stay, one each."""
    return " ".join(_BROKEN.sub("", text).split())
