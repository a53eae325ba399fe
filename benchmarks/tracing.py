"""Which test runs which line of the files that mutants.py changes."""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import _lru_cache_wrapper, cached_property
from inspect import CO_OPTIMIZED
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

ALONE = 1  # bit 0 of a line's tests: fixtures of several tests, answers that are kept


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault: a file, its source with the fault, and the first and last line of the statement."""

    file: Path
    source: str
    lines: tuple[int, int]


class Recorder:
    """Traces the lines of some faults: bit n of ``lines[file][line]`` is the nth test, from 1 on.

    Only functions that hold one of these lines are followed line by line: that is what takes time.
    """

    def __init__(self, faults: Sequence[Planted]) -> None:
        self.files = {str(fault.file.resolve()): fault.file for fault in faults}
        self.lines: dict[Path, dict[int, int]] = {file: {} for file in self.files.values()}
        self.planted: dict[str, set[int]] = defaultdict(set)
        for fault in faults:
            self.planted[str(fault.file.resolve())] |= set(range(fault.lines[0], fault.lines[1] + 1))
        self.seconds: list[float] = [0.0]
        self.imported: dict[CodeType, set[int]] = defaultdict(set)
        self.shared: dict[CodeType, set[int]] = defaultdict(set)
        self.own: dict[CodeType, set[int]] = defaultdict(set)
        self.seen = self.imported
        self.depth = 0
        self.wanted: dict[CodeType, frozenset[int]] = {}
        self.keeping: set[CodeType] = set()
        self.caches: list[Any] = []
        self.caches_of_tests: list[Any] = []
        sys.settrace(self.called)

    def lines_of(self, code: CodeType) -> frozenset[int]:
        """The lines of faults in a function; none in the body of a module or a class."""
        if code not in self.wanted:
            lines = {line for *_, line in code.co_lines() if line is not None} | {code.co_firstlineno}
            planted = self.planted[code.co_filename] if code.co_flags & CO_OPTIMIZED else set()
            self.wanted[code] = frozenset(lines & planted)
        return self.wanted[code]

    def called(self, frame: FrameType, _event: str, _argument: Any) -> Callable[..., Any] | None:
        code = frame.f_code
        if code.co_filename not in self.files:
            return None
        if code in self.keeping:
            self.share()
            return self.kept
        wanted = self.lines_of(code)
        if not wanted:
            return None
        seen = self.seen[code]
        if code.co_firstlineno in wanted:
            seen.add(code.co_firstlineno)
        return self.ran if len(seen) < len(wanted) else None

    def ran(self, frame: FrameType, _event: str, _argument: Any) -> Callable[..., Any]:
        if frame.f_lineno in self.wanted[frame.f_code]:
            seen = self.seen[frame.f_code]
            seen.add(frame.f_lineno)
            frame.f_trace_lines = len(seen) < len(self.wanted[frame.f_code])
        return self.ran

    def kept(self, frame: FrameType, event: str, _argument: Any) -> Callable[..., Any]:
        """In a function whose answer is kept: other tests rest on what this one makes it run."""
        self.shared[frame.f_code].add(frame.f_lineno)
        if event == "return":
            self.unshare()
        return self.kept

    def share(self) -> None:
        self.depth += 1
        self.seen = self.shared

    def unshare(self) -> None:
        self.depth -= 1
        self.seen = self.shared if self.depth else self.own

    def note(self, seen: dict[CodeType, set[int]], bits: int) -> None:
        for code, lines in seen.items():
            known = self.lines[self.files[code.co_filename]]
            for line in lines:
                known[line] = known.get(line, 0) | bits
        seen.clear()

    def pytest_collection_finish(self) -> None:
        modules = [m for m in sys.modules.values() if str(getattr(m, "__name__", "")).startswith("compare.")]
        values = [value for module in modules for value in vars(module).values()]
        values += [value for owner in values if isinstance(owner, type) for value in vars(owner).values()]
        for value in values:
            if isinstance(value, _lru_cache_wrapper):
                self.caches.append(value)
                self.keeping.add(value.__wrapped__.__code__)
            elif isinstance(value, cached_property):
                self.keeping.add(value.func.__code__)
        self.seen = self.own

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Generator[None, object, object]:
        if fixturedef.scope == "function":
            return (yield)
        self.share()
        try:
            made = yield
        finally:
            self.unshare()
        if isinstance(made, _lru_cache_wrapper):
            self.caches_of_tests.append(made)
        return made

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self) -> Iterator[None]:
        # What one test kept for another: each runs all that it rests on, here and in the forks.
        for cache in self.caches_of_tests:
            cache.cache_clear()
        start = time.perf_counter()
        try:
            return (yield)
        finally:
            self.note(self.own, 1 << len(self.seconds))
            self.seconds.append(time.perf_counter() - start)

    def meeting(self, fault: Planted) -> list[int] | None:
        """The tests that run the statement; all, where that is no test's own. None where it runs on import or
        is not seen to run."""
        span = range(fault.lines[0], fault.lines[1] + 1)
        where = str(fault.file.resolve())
        if any(code.co_filename == where and lines & set(span) for code, lines in self.imported.items()):
            return None
        bits = 0
        for line in span:
            bits |= self.lines[fault.file].get(line, 0)
        if not bits:
            return None
        return [n for n in range(1, len(self.seconds)) if bits & ALONE or bits >> n & 1]
