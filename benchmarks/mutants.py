"""`make mutants`: plant small faults in the code, one at a time, and name those that the tests do not notice.

Usage: mutants.py [PATH ...] [--sample N] [--seed N] [--tests-of REVISION]
Without paths: the files of src/compare that differ from the branch main. cosmic-ray makes the faults; they
are drawn by place in the code, so that a line on which many are possible counts no more than another. The
faults are planted in a copy of the repository and meet those tests of their own room that run the statement:
the tests run once under a trace of the files to be changed (reach.py). A fault in what runs on import, in a
fixture of several tests or in no test meets every test of the room.
"""

from __future__ import annotations

import argparse
import ast
import os
import pickle
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import mutate_code, use_mutation
from cosmic_ray.plugins import get_operator, operator_names
from cosmic_ray.testing import run_tests
from cosmic_ray.work_item import TestOutcome

from benchmarks.reach import Reach

ROOT = Path(__file__).resolve().parent.parent
CODE = Path("src", "compare")
#: Faults that people make: a bound off by one, a condition turned round, a loop left too late. What
#: changes type annotations (``X | None``) or decorators (``frozen=False``) says nothing of the tests.
KINDS = (
    "core/AddNot",
    "core/NumberReplacer",
    "core/ReplaceAndWithOr",
    "core/ReplaceOrWithAnd",
    "core/ReplaceTrueWithFalse",
    "core/ReplaceFalseWithTrue",
    "core/ReplaceBreakWithContinue",
    "core/ReplaceContinueWithBreak",
    "core/ReplaceBinaryOperator_Add_Sub",
    "core/ReplaceBinaryOperator_Sub_Add",
    "core/ReplaceBinaryOperator_Mul_Add",
    "core/ReplaceComparisonOperator_",
    "core/ZeroIterationForLoop",
)
_PYTEST = "-m pytest -x -q --no-header -p no:cacheprovider -p benchmarks.reach --hypothesis-seed=0"
#: A fault is noticed too where the tests take so many times longer, and these seconds to start.
_SLOWER, _STARTING = 5, 60
_NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", "reports", "__pycache__", ".*_cache", ".hypothesis", ".cache"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """The change that an operator of cosmic-ray makes at one place of a file."""

    file: Path
    operator: str
    occurrence: int
    place: tuple[int, int]


def changed(root: Path) -> list[Path]:
    """The files of the package that differ from the branch main, committed or not."""
    command = ["git", "diff", "--name-only", "--diff-filter=d", "--merge-base", "main", "--", str(CODE)]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if listed.returncode:
        sys.exit(
            f"mutants: {listed.stderr.strip()}; name the files: make mutants MUTANTS=src/compare/reading"
        )
    return modules(root, [Path(name) for name in listed.stdout.split()])


def modules(root: Path, paths: Sequence[Path]) -> list[Path]:
    """The Python files of paths, relative to the repository."""
    found: set[Path] = set()
    for path in paths:
        whole = root / path
        if not whole.exists() or not whole.resolve().is_relative_to(root / CODE):
            sys.exit(f"mutants: {path}: no file or folder of {CODE}; name one")
        found.update(whole.rglob("*.py") if whole.is_dir() else [whole])
    return sorted(file.relative_to(root) for file in found if file.suffix == ".py")


def faults(root: Path, file: Path) -> Iterator[Fault]:
    """Every fault that can be planted in a file."""
    nodes = list(ast_nodes(get_ast_from_path(root / file)))
    decorated = _decorators((root / file).read_text(encoding="utf-8"))
    for name in sorted(operator_names()):
        if not name.startswith(KINDS):
            continue
        operator = get_operator(name)()
        places = (start for node in nodes for start, _ in operator.mutation_positions(node))
        for occurrence, place in enumerate(places):
            if place[0] not in decorated:
                yield Fault(file, name, occurrence, place)


def _decorators(source: str) -> set[int]:
    """The lines on which decorators stand."""
    found = [one for node in ast.walk(ast.parse(source)) for one in getattr(node, "decorator_list", ())]
    return {line for one in found for line in range(one.lineno, (one.end_lineno or one.lineno) + 1)}


def sample(every: Sequence[Fault], size: int, seed: int) -> list[Fault]:
    """One fault at each of so many places, drawn by the seed alone, in the order of the code."""
    places: dict[tuple[Path, tuple[int, int]], list[Fault]] = {}
    for fault in every:
        places.setdefault((fault.file, fault.place), []).append(fault)
    draw = random.Random(seed)
    chosen = draw.sample(sorted(places), min(size, len(places)))
    return [draw.choice(places[place]) for place in sorted(chosen)]


def tests_of(file: Path) -> str:
    """The tests of the room that a file belongs to; a command's are those of the study."""
    room = file.relative_to(CODE).parts[0].removesuffix(".py")
    return f"tests/{room}" if (ROOT / "tests" / room).is_dir() else "tests/study"


def changed_lines(before: str, after: str) -> str:
    """The first line that a fault changed, as it was and as it became."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    number, (old, new) = next((n, pair) for n, pair in enumerate(pairs, start=1) if pair[0] != pair[1])
    return f"{number}\n    - {old.strip()}\n    + {new.strip()}"


def statement_lines(source: str, place: tuple[int, int]) -> tuple[int, int] | None:
    """First and last line of the statement of a function that holds a place: of a compound one its head, of a
    lambda the whole, of a definition all of it. None outside functions."""
    found: tuple[int, int] | None = None

    def visit(node: ast.AST, inside: bool) -> None:
        nonlocal found
        for child in ast.iter_child_nodes(node):
            start = getattr(child, "lineno", 0), getattr(child, "col_offset", 0)
            end = getattr(child, "end_lineno", 0), getattr(child, "end_col_offset", 0)
            if hasattr(child, "lineno") and not start <= place < end:
                continue
            makes = isinstance(child, ast.FunctionDef | ast.Lambda)
            if makes or (inside and isinstance(child, ast.stmt)):
                body = getattr(child, "body", None)
                head = isinstance(body, list) and not makes and place[0] < body[0].lineno
                found = start[0], body[0].lineno - 1 if head and isinstance(body, list) else end[0]
            visit(child, inside or makes)

    visit(ast.parse(source), False)
    return found


def record(tests: str, files: Sequence[Path]) -> Reach:
    """Run the tests of a room once, and say which of them run which lines of the files."""
    with tempfile.NamedTemporaryFile() as written:
        told = ["--record", written.name, "--lines-of", ",".join(map(str, files))]
        # Bytecode is kept of this run alone: a file with a fault is newer than its bytecode.
        if subprocess.run(
            [sys.executable, *_PYTEST.split(), tests, *told], stdout=subprocess.DEVNULL
        ).returncode:
            sys.exit(f"mutants: {tests} fails without any fault; mend it first")
        reach = pickle.load(written)
    assert isinstance(reach, Reach)
    return reach


def met_by(fault: Fault, reach: Reach) -> list[int]:
    """The tests that a fault meets, as indices of those recorded."""
    lines = statement_lines(fault.file.read_text(encoding="utf-8"), fault.place)
    return reach.running(fault.file, *lines) if lines else list(range(1, len(reach.tests)))


def survives(fault: Fault, reach: Reach) -> bool:
    """Plant a fault in the folder at hand, and say whether the tests that run it pass all the same."""
    met = met_by(fault, reach)
    seconds: dict[str, float] = {}
    for test in met:
        file = reach.tests[test].split("::")[0]
        seconds[file] = seconds.get(file, 0) + reach.seconds[test]
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as chosen:
        chosen.write("\n".join(reach.tests[test] for test in met))
        chosen.flush()
        quickest_first = " ".join(sorted(seconds, key=lambda file: seconds[file]))
        command = f"{sys.executable} {_PYTEST} --choose {chosen.name} {quickest_first}"
        with use_mutation(fault.file, get_operator(fault.operator)(), fault.occurrence):
            outcome, _ = run_tests(command, _STARTING + _SLOWER * sum(seconds.values()))
    return outcome == TestOutcome.SURVIVED


def measure(chosen: Sequence[Fault]) -> list[Fault]:
    """The faults that no test notices, printed as they are found; in the folder at hand."""
    reaches = {}
    for tests in sorted({tests_of(fault.file) for fault in chosen}):
        reaches[tests] = record(tests, sorted({f.file for f in chosen if tests_of(f.file) == tests}))
    alive = []
    for fault in chosen:
        if survives(fault, reaches[tests_of(fault.file)]):
            alive.append(fault)
            source = fault.file.read_text(encoding="utf-8")
            mutated = mutate_code(source, get_operator(fault.operator)(), fault.occurrence)
            print(f"not noticed: {fault.file}:{changed_lines(source, mutated)}", flush=True)
    return alive


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, help="files or folders of src/compare")
    parser.add_argument("--sample", type=int, default=40, help="how many faults (40)")
    parser.add_argument("--seed", type=int, default=0, help="which ones (0)")
    parser.add_argument("--tests-of", metavar="REVISION", help="the tests of an earlier commit, to compare")
    options = parser.parse_args()
    files = modules(ROOT, options.paths) if options.paths else changed(ROOT)
    chosen = sample([f for file in files for f in faults(ROOT, file)], options.sample, options.seed)
    if not chosen:
        print("mutants: nothing differs from main; name files: make mutants MUTANTS=src/compare/reading")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy")
        shutil.copytree(ROOT, copy, ignore=_NOT_COPIED)
        if options.tests_of:
            shutil.rmtree(copy / "tests")
            archive = subprocess.run(
                ["git", "archive", options.tests_of, "tests"], cwd=ROOT, capture_output=True, check=True
            )
            subprocess.run(["tar", "-x", "-C", copy], input=archive.stdout, check=True)
        os.environ["PYTHONPATH"] = str(copy / "src")
        with chdir(copy):
            alive = measure(chosen)
    print(f"{len(alive)} of {len(chosen)} planted faults were not noticed ({len(alive) / len(chosen):.0%})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
