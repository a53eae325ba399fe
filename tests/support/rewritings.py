"""Other ways to write a text that say the same: rewritings by name, and texts to try them on."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from random import Random
from zlib import crc32

from benchmarks.marked import plain
from tests.support.cases import load

from compare.reading.page.scripts import SIMPLIFIED, TRADITIONAL

Rewriting = Callable[[str], str]

_CODES = Path(__file__).parents[1] / "coding" / "codes.csv"
_BRACKET = re.compile(r"(?<=[一-龥0-9%])（((?![0-9]{4}年[修版])[^（）]*[一-龥][^（）]*)）")
_SEAM = re.compile("(?<=[一-龥])(?=[0-9])|(?<=[0-9])(?=[一-龥%])")
_NUMBER = re.compile(r"(?<![0-9.,])([1-9][0-9]{3,6})(?=[张名户家所个处元次平])")
_SHARE = re.compile(r"(?<![0-9.,~—–\-－至到:≤<])([1-9])([0-9])%(?![~—–\-－至到0-9≤<分为立])")
_DIGITS = "零一二三四五六七八九"
_VALUE = re.compile(r"(?<![0-9.,~—–-])([0-9]+(?:\.[0-9]+)?(?:%|张|个|名|人|户|家|所|处|万元|元))(?![0-9])")
#: What stands around a paragraph: its lines are as wide as those of the others.
BEFORE = (
    "为深入贯彻落实党中央、国务院关于实施积极应对人口老龄化国家战略的决策部署，加快建设与经济社会发展水平相适应的"
    "基本养老服务体系，结合我市实际，制定本方案。"
)
BEHIND = (
    "各地各部门要把思想和行动统一到决策部署上来，健全工作机制，压实工作责任，强化要素保障，加强宣传引导，及时总结"
    "推广好的经验做法，营造全社会关心支持养老服务的良好氛围。"
)


@cache
def texts() -> tuple[str, ...]:
    """The texts of the case tables and of the table of codes, of one line and without cells."""
    with _CODES.open(encoding="utf-8", newline="") as lines:
        coded = [plain(row["sentence"])[0] for row in csv.DictReader(lines)]
    every = dict.fromkeys([*(case.text for case in load()), *coded])
    return tuple(text for text in every if not {"\n", "|", "\t"} & {*text})


def changed_by(rewrite: Rewriting, size: int, only: Callable[[str], bool] = bool) -> list[tuple[str, str]]:
    """So many texts that a rewriting changes, each with what becomes of it."""
    new = {text: rewrite(text) for text in texts() if only(text)}
    return [(text, new[text]) for text in drawn((text for text in new if new[text] != text), size)]


def drawn(pool: Iterable[str], size: int) -> list[str]:
    """So many of the texts at most, drawn by themselves: a new one takes one place and leaves the others."""
    return sorted(pool, key=lambda text: crc32(text.encode()))[:size]


def quoted(opening: str, closing: str) -> Rewriting:
    """“十四五” in other quotation marks."""
    return lambda text: re.sub("“([^“”]*)”", rf"{opening}\1{closing}", text)


def bracketed(opening: str, closing: str) -> Rewriting:
    """县（市、区） in other brackets."""
    return lambda text: _BRACKET.sub(rf"{opening}\1{closing}", text)


def spread(text: str) -> str:
    """Blanks between characters at random, as badly copied pages have them."""
    random = Random(len(text))
    return "".join(f"{one} " if "一" <= one <= "龥" and random.random() < 0.2 else one for one in text)


def set_off(blank: str) -> Rewriting:
    """Blanks between words and numbers."""
    return lambda text: _SEAM.sub(blank, text)


def full_width(text: str) -> str:
    return text.translate(str.maketrans("0123456789%", "０１２３４５６７８９％"))


def traditional(text: str) -> str:
    return text.translate(str.maketrans(SIMPLIFIED, TRADITIONAL))


def grouped(comma: str) -> Rewriting:
    """1,200张 or 1 200张 for 1200张."""
    return lambda text: _NUMBER.sub(lambda found: f"{int(found[1]):,}".replace(",", comma), text)


def in_tenths(text: str) -> str:
    """六成五 for 65%."""
    return _SHARE.sub(lambda share: f"{_DIGITS[int(share[1])]}成{_DIGITS[int(share[2])].strip('零')}", text)


def bold(text: str) -> str:
    """**300张**, as Markdown marks what matters."""
    return _VALUE.sub(r"**\1**", text)


def wrapped(width: int, indent: str = "") -> Rewriting:
    """The text between two others as lines of one width; no line begins with a comma or stop."""

    def lines(paragraph: str) -> str:
        rest, made = indent + paragraph, []
        while rest:
            hangs = len(rest) > width and rest[width] in "，。、；：）》”’,;:)%"
            end = width + (hangs and rest[width - 1] not in "，。、；：）》”’,;:)%")
            made.append(rest[:end])
            rest = rest[end:]
        return "\n".join(made)

    return lambda text: "\n".join(map(lines, (BEFORE, text, BEHIND)))
