"""`make bench`: what reading costs, as ratios measured in one process.

The yardstick is one pass of ``re.finditer(r"\\d+(?:\\.\\d+)?")`` over the same text (DESIGN: reading and
coding a plan at most 60 times that). Peers are measured in the same run where they are installed.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from benchmarks import bench_terms
from benchmarks.timing import best, ratio
from compare.coding import Codebook, code
from compare.model import Document
from compare.reading import read
from compare.sources import read_file
from compare.study.codebook.files import load_codebook

ROOT = Path(__file__).resolve().parent.parent
Tool = Callable[[str], object]
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def peers() -> dict[str, Tool]:
    """Tools that people use for part of the job, as far as they are installed."""
    found: dict[str, Tool] = {}
    with tempfile.TemporaryDirectory() as folder:
        try:
            import jieba
            import jieba.posseg

            jieba.setLogLevel("ERROR")
            jieba.dt.tmp_dir = folder
            jieba.initialize()
            found["jieba.lcut"] = jieba.lcut
            found["jieba.posseg"] = jieba.posseg.lcut
        except ImportError:
            pass
    try:
        from recognizers_number import recognize_number

        found["recognizers-text number"] = lambda text: recognize_number(text, "zh-cn")
    except ImportError:
        pass
    try:
        import jionlp

        found["JioNLP money"] = jionlp.ner.extract_money
        found["JioNLP time"] = jionlp.ner.extract_time
    except ImportError:
        pass
    try:
        from LAC import LAC

        found["LAC"] = LAC(mode="lac").run
    except ImportError:
        pass
    return found


def main() -> int:
    codebook = load_codebook(ROOT / "data" / "codebook")
    others = peers()
    print("ratio to one pass over the digits (the limit for reading and coding is 60)")
    print(
        f"{'plan':12} {'characters':>10} {'digits ms':>10} {'read':>6} {'read+code':>10}  {'  '.join(others)}"
    )
    for path in sorted((ROOT / "data" / "raw").glob("*.txt")):
        print(_speed_of_one(read_file(path), path.stem, codebook, others))
    print()
    print("growth: time for the same plan written n times over, as a ratio to n = 1 (linear is n)")
    sample = read_file(ROOT / "data" / "raw" / "altay.txt").text
    for times in (2, 4, 8):
        print(f"n = {times}: {_growth(sample, times, codebook):.1f}")
    print()
    return bench_terms.main()


def _speed_of_one(document: Document, name: str, codebook: Codebook, others: Mapping[str, Tool]) -> str:
    text = document.text

    def digits() -> object:
        return sum(1 for _ in _DIGITS.finditer(text))

    reading = ratio(lambda: read(document, codebook.lexicon), digits, 15)
    both = ratio(lambda: code("plan", read(document, codebook.lexicon), codebook), digits, 15)
    rest = "  ".join(
        f"{ratio(partial(tool, text), digits, 3):>{len(label)}.0f}" for label, tool in others.items()
    )
    line = f"{name:12} {len(text):10} {best(digits, 60) * 1e3:10.3f} {reading:6.0f} {both:10.0f}  {rest}"
    return line.rstrip()


def _growth(sample: str, times: int, codebook: Codebook) -> float:
    one, many = Document(sample, "txt"), Document(sample * times, "txt")
    return ratio(lambda: read(many, codebook.lexicon), lambda: read(one, codebook.lexicon), 5)


if __name__ == "__main__":
    sys.exit(main())
