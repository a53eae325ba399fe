"""`make mutants`: plant small faults in the code, one at a time, and name those that the tests do not notice.

Usage: mutants.py [PATH ...] [--sample N] [--seed N] [--tests-of REVISION]
Without paths: the files of src/compare that differ from the branch main. cosmic-ray makes the faults; they
are drawn by place in the code, so that a line on which many are possible counts no more than another. The
faults are planted in a copy of the repository and meet the tests of their own room, as far as these run the
statement: the tests run once under a trace, each fault is planted in a fork of that process (planting.py). A
fault in what runs on import or in other processes meets every test of the room in a process of its own.

Left out, as no test can tell them from the code as it is: what changes type annotations (``X | None``),
decorators (``frozen=False``) or what stands below ``if TYPE_CHECKING``; ``strict=True`` of ``zip``, which
only says what the author knows of the lengths; and ``==`` for ``is`` or the other way round, which are the
same for members of an enumeration and None, and for numbers and words as the interpreter keeps them. Left
out too is what is no Python, as ``not name := …``. How many were left out is printed with the score.
"""

from __future__ import annotations

import argparse
import ast
import os
import pickle
import random
import shlex
import shutil
import signal
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

from benchmarks.tracing import Planted

ROOT = Path(__file__).resolve().parent.parent
CODE = Path("src", "compare")
#: Faults that people make: a bound off by one, a condition turned round, a loop left too late.
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
_SAME = ("_Eq_Is", "_Is_Eq", "_NotEq_IsNot", "_IsNot_NotEq")
_PYTEST = "-m pytest -x -q --no-header -p no:cacheprovider -p benchmarks.planting --hypothesis-seed=0"
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
    """Every fault that can be planted in a file and means something."""
    source = (root / file).read_text(encoding="utf-8")
    meaningless, named = _meaningless(source), _named_there(source)
    for fault in _every_fault(root, file):
        line = fault.place[0], -1
        is_python = fault.operator != "core/AddNot" or fault.place not in named
        if is_python and not (
            fault.operator.endswith(_SAME) or fault.place in meaningless or line in meaningless
        ):
            yield fault


def left_out(root: Path, files: Sequence[Path]) -> int:
    """How many faults of some files mean nothing by construction."""
    return sum(len(list(_every_fault(root, file))) - len(list(faults(root, file))) for file in files)


def _every_fault(root: Path, file: Path) -> Iterator[Fault]:
    nodes = list(ast_nodes(get_ast_from_path(root / file)))
    for name in sorted(operator_names()):
        if not name.startswith(KINDS):
            continue
        operator = get_operator(name)()
        places = (start for node in nodes for start, _ in operator.mutation_positions(node))
        for occurrence, place in enumerate(places):
            yield Fault(file, name, occurrence, place)


def _meaningless(source: str) -> set[tuple[int, int]]:
    """Where no fault means anything: places, and whole lines as (line, -1)."""
    found: set[tuple[int, int]] = set()
    for node in ast.walk(ast.parse(source)):
        for one in getattr(node, "decorator_list", ()):
            found |= {(line, -1) for line in range(one.lineno, (one.end_lineno or one.lineno) + 1)}
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            end = node.body[-1].end_lineno or node.lineno
            found |= {(line, -1) for line in range(node.lineno, end + 1)}
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "zip":
            found |= {(k.value.lineno, k.value.col_offset) for k in node.keywords if k.arg == "strict"}
    return found


def _named_there(source: str) -> set[tuple[int, int]]:
    """Where a condition begins as ``name := …``: a ``not`` before it is no Python."""
    found = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.NamedExpr))
    return {(node.lineno, node.col_offset) for node in found}


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


def noticed(chosen: Sequence[Fault], tests: str) -> list[bool]:
    """Whether the tests of a room notice each of its faults."""
    sources = [file_with(fault) for fault in chosen]
    lines = [statement_lines(fault.file.read_text(encoding="utf-8"), fault.place) for fault in chosen]
    forked = [n for n, span in enumerate(lines) if span]
    with tempfile.NamedTemporaryFile() as listed:
        pickle.dump([Planted(chosen[n].file, sources[n], lines[n] or (0, 0)) for n in forked], listed)
        listed.flush()
        # Bytecode is kept of this run alone: a file with a fault is newer than its bytecode.
        run = subprocess.run(
            [sys.executable, *_PYTEST.split(), tests, "--plant", listed.name], stdout=subprocess.DEVNULL
        )
        if run.returncode:
            sys.exit(f"mutants: {tests} fails without any fault; mend it first")
        listed.seek(0)
        seconds, results = pickle.load(listed)
    found: dict[int, bool | tuple[str, ...]] = dict.fromkeys(range(len(chosen)), (tests,))
    found |= zip(forked, results, strict=True)
    return [
        known if isinstance(known, bool) else not survives(chosen[n], known, seconds)
        for n, known in found.items()
    ]


def file_with(fault: Fault) -> str:
    """The source of a file with a fault."""
    source = fault.file.read_text(encoding="utf-8")
    return mutate_code(source, get_operator(fault.operator)(), fault.occurrence)


def survives(fault: Fault, tests: Sequence[str], seconds: float) -> bool:
    """Plant a fault in the folder at hand, and say whether some tests pass in a process of their own: first
    those named after the file.

    It is stopped where it takes twice the ``seconds`` that all tests take under the trace.
    """
    named = [str(path) for room in tests for path in Path(room).glob(f"**/test_{fault.file.stem}.py")]
    with use_mutation(fault.file, get_operator(fault.operator)(), fault.occurrence):
        for chosen in filter(None, (named, tests)):
            outcome, _ = run_tests(f"{sys.executable} {_PYTEST} {shlex.join(chosen)}", 20 + 2 * seconds)
            if outcome != TestOutcome.SURVIVED:
                return False
    return True


def measure(chosen: Sequence[Fault]) -> list[Fault]:
    """The faults that no test notices, printed room by room; in the folder at hand."""
    alive = []
    for tests in sorted({tests_of(fault.file) for fault in chosen}):
        here = [fault for fault in chosen if tests_of(fault.file) == tests]
        for fault, seen in zip(here, noticed(here, tests), strict=True):
            if not seen:
                alive.append(fault)
                source = fault.file.read_text(encoding="utf-8")
                print(f"not noticed: {fault.file}:{changed_lines(source, file_with(fault))}", flush=True)
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
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # what it started ends with it
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
    print(f"{left_out(ROOT, files)} of the faults possible in these files mean nothing and were left out")
    return 0


if __name__ == "__main__":
    sys.exit(main())
