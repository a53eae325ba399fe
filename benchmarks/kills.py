"""SIGKILL at any moment: the old tables or the new ones stand, whole, and nothing else stays.

Usage: kills.py [--count N] [--seed S] [--what steps|publish|run]

``steps`` ends a process that replaces five tables before the first, second, … count-th time it changes
the disk; ``publish`` kills one that replaces them over and over; ``run`` kills ``compare-plans run`` on a
small study whose plan says one thing, then the other.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from compare.study.loading import open_tables
from compare.study.place import Study
from compare.study.runs.publish import prepared, publish, settle, take_over

Tables = dict[str, bytes]
_NAMES = tuple(f"table{number}.csv" for number in range(5))
_LOOP = """
import sys
from pathlib import Path
from benchmarks.kills import the_set
from compare.study.runs.publish import publish
turn = 0
while True:
    files, obsolete = the_set(turn % 2)
    publish(Path(sys.argv[1]), files, obsolete)
    print(flush=True)
    turn += 1
"""
_PLAN = (
    "甲市养老服务实施方案\n一、总体目标\n到2025年,养老机构护理型床位占比不低于{}%,养老服务床位达到{}张。\n"
)
_PLANS = (_PLAN.format(55, 3000), _PLAN.format(60, 4000))


def the_set(turn: int) -> tuple[Tables, tuple[str, ...]]:
    """One of two sets of tables, with what of the other it does without."""
    names = _NAMES if turn else _NAMES[:-2]
    return {name: f"{turn} {name}\n".encode() * 2000 for name in names}, tuple(set(_NAMES) - set(names))


def contents(folder: Path) -> Tables:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def written_beside(tables: Path, files: Tables, obsolete: tuple[str, ...]) -> None:
    """As a run does it: the files are written one after the other, then take the place of the old ones."""
    with prepared(tables) as beside:
        for name, data in files.items():
            (beside / name).write_bytes(data)
        take_over(tables, beside, files, obsolete)


def end_at_steps(count: int, _: random.Random, folder: Path) -> Counter[str]:
    """A process each that ends, with nothing tidied up, before its nth change of the disk; needs fork."""
    seen: Counter[str] = Counter()
    for turn, replace in itertools.product((0, 1), (publish, written_beside)):
        for step in range(count):
            tables = folder / f"{turn}-{step}" / "processed"
            publish(tables, the_set(turn)[0])
            child = os.fork()
            if not child:
                _end_at(step)
                replace(tables, *the_set(1 - turn))
                os._exit(0)
            ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            settle(tables)
            now = contents(tables)
            assert now in (the_set(0)[0], the_set(1)[0]), f"step {step}: neither the old set nor the new one"
            assert [tables] == list(tables.parent.iterdir()), f"step {step}: something was left behind"
            seen.update(["new set" if now == the_set(1 - turn)[0] else "old set"])
            seen.update(["done"] if ended == 0 else [])
            shutil.rmtree(tables.parent)
    return seen


def _end_at(step: int) -> None:
    """From now on the process ends at the change of the disk with this number."""
    left = [step]

    def counted(function: Callable[..., object]) -> Callable[..., object]:
        def counting(*arguments: object, **options: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                os._exit(9)
            return function(*arguments, **options)

        return counting

    for module, name in ((os, "replace"), (os, "link"), (os, "fsync"), (shutil, "rmtree"), (Path, "unlink")):
        setattr(module, name, counted(getattr(module, name)))


def kill_publishing(count: int, chance: random.Random, folder: Path) -> Counter[str]:
    """How often the old set stood and how often the new one; raises AssertionError for anything else."""
    folder.mkdir()
    tables = folder / "processed"
    sets = [the_set(turn)[0] for turn in (0, 1)]
    publish(tables, sets[0])
    seen: Counter[str] = Counter()
    for _ in range(count):
        command = [sys.executable, "-c", _LOOP, str(tables)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(chance.uniform(0, 0.05))
            child.kill()
        half = contents(tables) not in sets
        left = [str(what) for what in settle(tables)]
        now = contents(tables)
        assert now in sets, "neither the old set nor the new one"
        assert [tables] == list(folder.iterdir()), "something was left behind"
        seen.update([f"set {sets.index(now)}", *left, *(["half replaced when killed"] if half else [])])
    return seen


def kill_runs(count: int, chance: random.Random, folder: Path) -> Counter[str]:
    study = Study(folder)
    study.raw.mkdir(parents=True)
    plan = study.raw / "jia.txt"
    command = [sys.executable, "-m", "compare", "run", "--no-notebooks", "--study", str(folder)]
    sets, seconds = [], 0.0
    for text in (*_PLANS, _PLANS[0]):
        plan.write_text(text, encoding="utf-8")
        seconds = _run_until_tables(command, study)
        sets.append(contents(study.processed))
    assert sets[0] == sets[2] != sets[1]
    seen: Counter[str] = Counter()
    for turn in range(count):
        plan.write_text(_PLANS[(turn + 1) % 2], encoding="utf-8")
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
            time.sleep(chance.uniform(0, 1.3 * seconds))
            child.kill()
        assert len(open_tables(study).plans)  # whoever reads the tables finds a whole set
        now = contents(study.processed)
        assert now in sets, "neither the old set nor the new one"
        assert {"raw", "processed"} == {path.name for path in study.processed.parent.iterdir()}
        seen.update([f"set {sets.index(now)}"])
    return seen


def _run_until_tables(command: list[str], study: Study) -> float:
    """Seconds until the tables of a run stand; what comes after them is not waited for."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        before = _stamp(study)
        while _stamp(study) == before and child.poll() is None:
            time.sleep(0.02)
        seconds = time.perf_counter() - began
        child.kill()
    return seconds


def _stamp(study: Study) -> int:
    return study.state.stat().st_mtime_ns if study.state.exists() else 0


KILLS: dict[str, Callable[[int, random.Random, Path], Counter[str]]] = {
    "steps": end_at_steps,
    "publish": kill_publishing,
    "run": kill_runs,
}


def main() -> int:
    """Print how often which set stood; an AssertionError ends it where neither did."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--what", choices=KILLS, default="publish")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        seen = KILLS[options.what](options.count, random.Random(options.seed), Path(folder) / "study")
    print(f"{options.count} kills of {options.what}: {dict(sorted(seen.items()))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
