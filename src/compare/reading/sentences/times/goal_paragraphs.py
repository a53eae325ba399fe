"""Paragraphs of goals without a heading: those in which a sentence announces goals (到2025年,实现以下目标:…),
and stages of one way, paragraph by paragraph (到2023年,… and in the next one 到2025年,…)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LEAD = re.compile(
    r"(?:(?:以下|如下|下列|下述)[^,。;:\n]{0,6}目标(?:任务)?|目标(?:任务)?(?:如下|是|为|包括)):(?=[^\n:])"
)
_SENTENCE_ENDS = "\n。;"
_MARK = (
    r"[ \t]*(?:\([一二三四五六七八九十0-9]{1,3}\)|[一二三四五六七八九十0-9]{1,3}[、.]|[-—●•·■◆]{1,2})?[ \t]*"
)
_STAGE = re.compile(
    rf"^{_MARK}(?:力争|争取)?[到至](?P<year>20[0-9]{{2}})年[底末]?[,:][^\n]{{8,}}$",
    re.MULTILINE,
)
_APART = re.compile(r"\s*")

Span = tuple[int, int]


def paragraphs_of_goals(text: str) -> Iterator[Span]:
    """Spans of such paragraphs in a view, from the sentence that dates them."""
    yield from _announced(text)
    if "年" in text:
        yield from _stages(text)


def _announced(text: str) -> Iterator[Span]:
    at = text.find("目标")
    while at >= 0:
        lead = _LEAD.search(text, max(at - 12, 0), at + 12)
        if lead:
            begins = max(text.rfind(mark, 0, lead.start()) for mark in _SENTENCE_ENDS) + 1
            yield begins, _line_end(text, lead.end())
        at = text.find("目标", max(at + 2, lead.end() if lead else 0))


def _stages(text: str) -> Iterator[Span]:
    """Neighbouring paragraphs that open with a later year each."""
    before: re.Match[str] | None = None
    told = False
    for stage in _STAGE.finditer(text):
        neighbour = before is not None and _APART.fullmatch(text, before.end(), stage.start())
        if before and neighbour and before["year"] < stage["year"]:
            if not told:
                yield before.span()
            yield stage.span()
            told = True
        else:
            told = False
        before = stage


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
