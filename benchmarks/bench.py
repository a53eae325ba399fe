"""`make bench`: what reading costs, as ratios measured in one process.

The yardstick is one pass of ``re.finditer(r"\\d+(?:\\.\\d+)?")`` over the same text (DESIGN: reading and
coding a plan at most 30 times that, a dense work report 60 times). ``bench.py FILE …`` measures other texts.
Peers are measured in the same run where they are installed: jieba is; the others are no part of the
environment (pip install --target FOLDER recognizers-text-suite jionlp, and the folder behind the others in
PYTHONPATH).
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from benchmarks import bench_terms
from benchmarks.timing import best, ratio
from compare.coding import Codebook, code
from compare.model import Document
from compare.reading import read, reader
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
        from recognizers_number_with_unit import recognize_currency, recognize_dimension

        found["recognizers-text units"] = lambda text: (
            recognize_currency(text, "zh-cn"),
            recognize_dimension(text, "zh-cn"),
        )
    except ImportError:
        pass
    try:
        from recognizers_date_time import recognize_datetime

        found["recognizers-text dates"] = lambda text: recognize_datetime(text, "zh-cn")
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
    print("ratio to one pass over the digits (the limit for reading and coding is 30, of dense reports 60)")
    print(
        f"{'plan':12} {'characters':>10} {'digits ms':>10} {'read':>6} {'read+code':>10}  {'  '.join(others)}"
    )
    given = [Path(name) for name in sys.argv[1:]]
    for path in given or sorted((ROOT / "data" / "raw").glob("*.txt")):
        print(_speed_of_one(read_file(path), path.stem, codebook, others))
    if given:
        return 0
    print()
    print("stages of reading and coding the plans, medians in ms")
    for name, seconds in _stages(codebook).items():
        print(f"{name:20} {seconds * 1e3:6.2f}")
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


#: The steps of ``reader.read``, as it names them.
_STAGES = (
    *("text_view", "clauses_of", "_noise", "find_tables", "outline", "header", "scan", "statements"),
    *("responsibilities", "_numerals"),
)


def _stages(codebook: Codebook, rounds: int = 15) -> dict[str, float]:
    """Median seconds of each step over the plans, and of coding; each step is timed where it is called."""
    documents = [read_file(path) for path in sorted((ROOT / "data" / "raw").glob("*.txt"))]
    spent: dict[str, list[float]] = {name: [] for name in (*_STAGES, "code")}

    def timed(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            began = time.process_time()
            made = step(*given, **named)
            spent[name][-1] += time.process_time() - began
            return made

        return call

    with ExitStack() as stack:
        for name in _STAGES:
            if step := getattr(reader, name, None):
                stack.enter_context(mock.patch.object(reader, name, timed(name, step)))
        coding = timed("code", code)
        for _ in range(rounds):
            for times in spent.values():
                times.append(0.0)
            for document in documents:
                coding("plan", read(document, codebook.lexicon), codebook)
    return {name: statistics.median(times) for name, times in spent.items() if any(times)}


def _growth(sample: str, times: int, codebook: Codebook) -> float:
    one, many = Document(sample, "txt"), Document(sample * times, "txt")
    return ratio(lambda: read(many, codebook.lexicon), lambda: read(one, codebook.lexicon), 5)


if __name__ == "__main__":
    sys.exit(main())
