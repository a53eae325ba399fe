"""What runs cost, each in a process of its own: seconds of processor and of wall time, peak memory.

Usage: runs.py [--plans 5,40,1000] [--whole]

The study of this repository is copied and run cold, with nothing to do, with a plan edited and with one
added; ``--whole`` with notebooks and every export (minutes), else tables alone. Then generated plans are run
cold, tables alone, to show how the cost grows with their number. The start of the command is held against
that of Python. Processor time says more than wall time where other work is on the machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from benchmarks import corpus

ROOT = Path(__file__).resolve().parent.parent
_TABLES_ALONE = """
import sys
from pathlib import Path
from compare.study.place import Study
from compare.study.runs import outputs, progress, run

if __name__ == "__main__":
    outputs.EXPORTS = {}
    options = run.Options(workers=1, notebooks=False)
    sys.exit(run.run(Study(Path(sys.argv[1])), options, progress.bar).exit_code)
"""
_STARTS = 5


@dataclass(frozen=True, slots=True)
class Cost:
    """Of a process and those it started: seconds, and the megabytes of the largest."""

    processor: float
    wall: float
    megabytes: float


def cost(command: Sequence[str]) -> Cost:
    """Raises CalledProcessError where it is not done; that a run reports a problem (1) is. Needs wait4, so
    not on Windows; a process has at least the memory of the one that starts it."""
    began = perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    _, status, used = os.wait4(child.pid, 0)
    wall = perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        raise subprocess.CalledProcessError(child.returncode, list(command))
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def _row(name: str, one: Cost, of: Cost, per: int = 0) -> str:
    each = f"{1000 * one.processor / per:.1f}" if per else ""
    ratio = f"{one.processor / of.processor:.2f}"
    return f"| {name} | {one.processor:.1f} | {one.wall:.1f} | {ratio} | {one.megabytes:.0f} | {each} |"


def starts() -> Iterator[str]:
    """Medians of a few starts: of Python, of the help, of a run with nothing to do, of importing pandas."""
    python = [sys.executable, "-c"]
    compare = [sys.executable, "-m", "compare"]
    commands = {
        "python -c pass": [*python, "pass"],
        "compare-plans --help": [*compare, "--help"],
        "python -c 'import pandas'": [*python, "import pandas"],
    }
    for name, command in commands.items():
        taken = statistics.median(cost(command).processor for _ in range(_STARTS))
        yield f"| {name} | {1000 * taken:.0f} ms |"


def of_this_study(whole: bool) -> Iterator[str]:
    """Cold, nothing to do, one plan edited, one added; ratios to the cold run."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "study"
        for part in ("data", "notebooks"):
            shutil.copytree(ROOT / part, root / part)
        shutil.rmtree(root / "data" / "processed")
        command = (
            [sys.executable, "-m", "compare", "run", "--study", str(root)]
            if whole
            else [sys.executable, "-c", _TABLES_ALONE, str(root)]
        )
        cold = cost(command)
        yield _row("cold", cold, cold)
        yield _row("nothing to do", cost(command), cold)
        plan = sorted((root / "data" / "raw").glob("*.txt"))[0]
        text = plan.read_text(encoding="utf-8")
        plan.write_text(text.replace("90%", "92%", 1), encoding="utf-8")
        yield _row("one plan edited", cost(command), cold)
        made = corpus.plan(0)
        (root / "data" / "raw" / "added.txt").write_bytes(corpus.as_txt(made.paragraphs))
        yield _row("one plan added", cost(command), cold)


def of_generated_plans(numbers: Sequence[int]) -> Iterator[str]:
    """Cold runs of so many plans, tables alone; ratios to the first, milliseconds for each plan; last what a
    plan of the most costs beside one of the fewest."""
    costs: list[tuple[int, Cost]] = []
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "study"
            corpus.write(root, number)
            shutil.copytree(ROOT / "data" / "codebook", root / "data" / "codebook")
            (root / "data" / "codebook" / "corrections.yaml").unlink()
            one = cost([sys.executable, "-c", _TABLES_ALONE, str(root)])
        costs.append((number, one))
        yield _row(f"{number} plans", one, costs[0][1], number)
    (few, least), (many, most) = costs[0], costs[-1]
    each = (most.processor / many) / (least.processor / few)
    peak = most.megabytes / least.megabytes
    yield f"\na plan of {many} costs {each:.2f} of one of {few}; peak memory is {peak:.2f} of theirs"


def main() -> int:
    """Print the three tables as Markdown."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--plans", default="5,40", help="numbers of generated plans")
    parser.add_argument("--whole", action="store_true", help="with notebooks and every export")
    options = parser.parse_args()
    head = "| run | processor s | wall s | ratio | peak MB | ms a plan |\n|---|---|---|---|---|---|"
    print("| start | processor |\n|---|---|")
    for line in starts():
        print(line, flush=True)
    print(f"\n{head}")
    for line in of_this_study(options.whole):
        print(line, flush=True)
    print(f"\n{head}")
    for line in of_generated_plans([int(number) for number in options.plans.split(",")]):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
