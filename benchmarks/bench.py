"""`make bench`: what reading costs, as ratios measured in one process.

The yardstick is one pass of ``re.finditer(r"\\d+(?:\\.\\d+)?")`` over the same text (DESIGN: reading and
coding a plan at most 60 times that). Peers are measured in the same run where they are installed.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import bench_terms
from compare.coding import code
from compare.reading import read
from compare.sources import read_file
from compare.study.codebook_files import load_codebook

ROOT = Path(__file__).resolve().parent.parent
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def best(action: Callable[[], object], rounds: int = 15) -> float:
    """Shortest of several rounds, in seconds: the least disturbed by other work on the machine."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def peers() -> dict[str, Callable[[str], object]]:
    """Tools that people use for part of the job, as far as they are installed."""
    found: dict[str, Callable[[str], object]] = {}
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
        document = read_file(path)
        text = document.text
        yardstick = best(lambda: sum(1 for _ in _DIGITS.finditer(text)), 60)  # noqa: B023
        reading = best(lambda: read(document, codebook.lexicon))  # noqa: B023
        both = best(lambda: code("plan", read(document, codebook.lexicon), codebook))  # noqa: B023
        rest = "  ".join(
            f"{best(lambda: tool(text), 3) / yardstick:>{len(name)}.0f}"  # noqa: B023
            for name, tool in others.items()
        )
        print(
            f"{path.stem:12} {len(text):10} {yardstick * 1e3:10.3f} "
            f"{reading / yardstick:6.0f} {both / yardstick:10.0f}  {rest}"
        )
    print()
    print("growth: time for the same plan written n times over, as a ratio to n = 1 (linear is n)")
    sample = read_file(ROOT / "data" / "raw" / "altay.txt").text
    from compare.model import Document

    single = best(lambda: read(Document(sample, "txt"), codebook.lexicon), 5)
    for times in (2, 4, 8):
        many = Document(sample * times, "txt")
        print(f"n = {times}: {best(lambda: read(many, codebook.lexicon), 5) / single:.1f}")  # noqa: B023
    print()
    print("a run with nothing to do, as a ratio to importing pandas (the limit is 3)")
    pandas = best(lambda: subprocess.run([sys.executable, "-c", "import pandas"], check=True), 5)
    idle = [sys.executable, "-m", "compare", "run"]
    subprocess.run(idle, check=True, capture_output=True, cwd=ROOT)
    print(f"{best(lambda: subprocess.run(idle, check=True, capture_output=True, cwd=ROOT), 5) / pandas:.2f}")
    print()
    return bench_terms.main()


if __name__ == "__main__":
    sys.exit(main())
