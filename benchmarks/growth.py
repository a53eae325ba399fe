"""How the time to read a text grows with its length: time for four times the text / time for the text.

Usage: growth.py [--characters N] [NAME …]

A reading that is linear gives about 4, one that is quadratic 16. The texts are what breaks patterns:
one long line of digits, of brackets, of one numeral, of separators, of comparators, and the same in
many lines; below them plans and tables of ordinary wording.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from compare.coding import Codebook, code  # noqa: E402
from compare.model import Document  # noqa: E402
from compare.reading import read  # noqa: E402
from compare.study.codebook.files import load_codebook  # noqa: E402

#: A ratio above this is not linear, whatever the noise of the machine.
LIMIT = 6.0
_ROUNDS = 3
_CLOCK = 0.002  # below this many seconds a ratio measures the clock

#: What a text is made of, repeated to the length asked for.
UNITS: dict[str, str] = {
    "digits": "7",
    "digits in groups": "1,234",
    "digits with points": "1.",
    "full-width digits": "７",
    "numeral 一": "一",
    "numeral 十": "十",
    "numeral 万": "万",
    "numeral 二十五": "二十五",
    "half 半": "半",
    "points 点": "一点",
    "fractions": "百分之",
    "fractions 分之": "十分之",
    "opening brackets": "（",
    "closing brackets": "）",
    "bracket pairs": "（）",
    "document brackets": "〔2020〕",
    "titles opened": "《",
    "title pairs": "《办法》",
    "quotes": "“",
    "list separators": "、",
    "commas": "，",
    "full stops": "。",
    "colons": "：",
    "dashes": "—",
    "slashes": "/",
    "bars": "|",
    "blanks": " ",
    "ideographic blanks": "\u3000",
    "blank between": "张 ",
    "tabs": "a\t",
    "line ends": "\n",
    "不低于": "不低于",
    "不": "不",
    "超过": "超过",
    "以上": "以上",
    "分别": "分别",
    "每": "每",
    "每百户": "每百户",
    "第": "第",
    "全覆盖": "全覆盖",
    "和": "和",
    "率": "率",
    "plain words": "养老服务机构",
    "departments": "市民政局、",
    "responsible units": "责任单位：市民政局、市财政局",
    "years": "2025年",
    "lead-ins": "到2025年，",
    "months": "12月",
    "five-year plans": "十四五",
    "five-year plans quoted": "“十四五”末",
    "relative years": "今年",
    "dates": "2023-05-06 ",
    "document numbers": "〔2023〕15号",
    "percentages": "60%",
    "percentages in a list": "60%、",
    "分别 and a list": "分别达到60%、",
    "ranges": "5—",
    "ranges of %": "5%—20%",
    "ratios": "1:100 ",
    "ratio chain": "1:",
    "counts without a stop": "新增床位500张",
    "counts with commas": "新增床位500张，",
    "rates without a stop": "覆盖率达到60%和",
    "sentences": "到2025年，护理型床位占比不低于60%。",
    "sentences in lines": "到2025年，护理型床位占比不低于60%。\n",
    "goals": "一、工作目标\n到2025年，护理型床位占比不低于60%。新增床位500张。\n",
    "numbered lines": "1.加强领导。\n",
    "headings": "（一）加强领导\n",
    "nested headings": "一、甲\n（一）乙\n1.丙\n（1）丁\n",
    "numbers on lines": "120\n",
    "names and numbers on lines": "甲县\n120\n80\n",
    "pipe rows": "|甲县|120|80|\n",
    "spam words": "足球比分直播",
    "navigation lines": "首页\n",
    "annexes": "附件1\n",
}  # fmt: skip

#: Lists, headings, tables and chains of words: what opens the text, what is repeated, what closes it.
FRAMED: dict[str, tuple[str, str, str]] = {
    "的 before a value": ("床位", "的", "5张。"),
    "达到 before a value": ("占比", "达到", "5%。"),
    "rates before 分别": ("", "甲类率、", "分别达到60%、70%。"),
    "numbers behind 分别": ("甲、乙、丙分别达到", "60、", "70个。"),
    "clauses with 分别": ("", "甲率、乙率分别达到60%、70%，", ""),
    "years and 分别": ("", "2023年、2024年分别新增5张、6张，", ""),
    "paragraphs with 分别": ("", "到2025年，甲率、乙率分别达到60%、70%。\n", ""),
    "parts of a total": ("新增床位60张，其中", "甲县5张，", ""),
    "headings of goals": ("", "一、工作目标\n床位5张。\n", ""),
    "nested headings of goals": ("一、工作目标\n", "（一）目标\n床位达到5张。\n", ""),
    "headings with a year": ("", "一、2020年\n全年5张。\n", ""),
    "items that end in a colon": ("到2025年：\n", "1.床位5张：\n", ""),
    "lists of a year": ("", "2024年实事项目\n", ""),
    "dates behind a value": ("床位5张（", "2025年底前，", ""),
    "dates and values": ("", "到2025年，5张，", ""),
    "changes": ("", "至2025年底，由5%提高至6%，", ""),
    "attributes of a facility": ("敬老院", "床位5张，", ""),
    "places": ("", "每县建有5个站", ""),
    "implied values": ("", "站全覆盖、", ""),
    "rows between bars": ("|指标|2025年|\n", "|床位（张）|5|\n", ""),
    "cells of one row": ("|指标", "|2025年", "|\n|床位" + "|5" * 200 + "|\n"),
    "rows between tabs": ("指标\t2025年\n", "床位（张）\t5\n", ""),
    "rows of lines": ("指标\n2025年\n", "床位（张）\n5\n", ""),
    "marks and values on lines": ("", "无\n5\n", ""),
}


def texts(characters: int) -> dict[str, str]:
    """The texts, each of about ``characters`` characters."""
    framed = {name: ("", unit, "") for name, unit in UNITS.items()} | FRAMED
    return {
        name: opening + unit * max(1, characters // len(unit)) + closing
        for name, (opening, unit, closing) in framed.items()
    }


def seconds(run: Callable[[], object]) -> float:
    """The best of a few runs, the least disturbed by what else the machine does; one run if it is slow."""
    best = float("inf")
    for _ in range(_ROUNDS):
        start = perf_counter()
        run()
        best = min(best, perf_counter() - start)
        if best > 1:
            break
    return best


def measure(text: str, codebook: Codebook) -> tuple[float, float]:
    """Seconds to read a text, and to code its reading."""
    document = Document(text, "txt")
    reading = read(document, codebook.lexicon)
    return (
        seconds(lambda: read(document, codebook.lexicon)),
        seconds(lambda: code("plan", reading, codebook)),
    )


def row(name: str, short: str, long: str, codebook: Codebook) -> tuple[str, bool]:
    """A line of the table, and whether the text is read and grows linearly."""
    try:
        before, after = measure(short, codebook), measure(long, codebook)
    except Exception as error:
        return f"{name:28} is not read: {type(error).__name__}: {str(error)[:60]}", False
    pairs = [(a, b, b / a) for a, b in zip(before, after, strict=True)]
    linear = all(ratio <= LIMIT or b < _CLOCK for _, b, ratio in pairs)
    columns = "   ".join(f"{a * 1e3:9.1f} {b * 1e3:9.1f} {ratio:6.1f}" for a, b, ratio in pairs)
    return f"{name:28} {columns}{'' if linear else '   not linear'}", linear


def main() -> int:
    """Print one line per text; the exit code is 1 if any of them is not read or does not grow linearly."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--characters", type=int, default=25_000, help="length of the shorter text")
    parser.add_argument("names", nargs="*", help="only these texts")
    arguments = parser.parse_args()
    codebook = load_codebook(ROOT / "data" / "codebook")
    short, long = texts(arguments.characters), texts(4 * arguments.characters)
    names = arguments.names or list(short)
    print(f"{'text':28} {'read ms':>9} {'×4 ms':>9} {'ratio':>6}   {'code ms':>9} {'×4 ms':>9} {'ratio':>6}")
    failed = 0
    for name in names:
        line, linear = row(name, short[name], long[name], codebook)
        failed += not linear
        print(line, flush=True)
    print(f"{failed} of {len(names)} texts are not read, or not in linear time (ratio above {LIMIT:g})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
