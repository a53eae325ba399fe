"""A pytest plugin for mutants.py: which tests run which lines, and a run of chosen tests alone.

``--record FILE`` runs the tests under a trace of the modules given by ``--lines-of`` (joined by commas) and
pickles a :class:`Reach` to FILE; ``--choose FILE`` leaves out every test whose id is not a line of FILE. What
a test runs in another process or thread is not seen.
"""

from __future__ import annotations

import pickle
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import _lru_cache_wrapper, cached_property
from inspect import CO_OPTIMIZED
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest


@dataclass(slots=True)
class Reach:
    """What a recorded run knows: ``lines[file][line]`` are the tests that run a line, bit n is ``tests[n]``.

    Bit 0 stands for what belongs to no test alone: imports, fixtures of several tests, answers that are kept.
    ``seconds`` is how long each test took under the trace.
    """

    tests: list[str] = field(default_factory=lambda: [""])
    seconds: list[float] = field(default_factory=lambda: [0.0])
    lines: dict[str, dict[int, int]] = field(default_factory=dict)

    def running(self, file: Path, first: int, last: int) -> list[int]:
        """The tests that run any of these lines; all, where a line is no test's own or is never seen."""
        known = self.lines.get(str(file), {})
        bits = 0
        for line in range(first, last + 1):
            bits |= known.get(line, 0)
        every = range(1, len(self.tests))
        return list(every) if bits & 1 or not bits else [n for n in every if bits >> n & 1]


class Recorder:
    """Traces the lines of some files, for the test at hand or, while ``shared`` is not 0, for none alone."""

    def __init__(self, files: Sequence[str], written: Path) -> None:
        self.files, self.written = {str(Path(file).resolve()): file for file in files}, written
        self.reach = Reach()
        self.shared = 1
        self.keeping: set[CodeType] = set()
        self.seen: dict[CodeType, set[int]] = defaultdict(set)
        self.seen_shared: dict[CodeType, set[int]] = defaultdict(set)
        self.sizes: dict[CodeType, int] = {}
        sys.settrace(self.called)

    def size(self, code: CodeType) -> int:
        """How many lines a function has; 0 for the body of a module or a class, and for other files."""
        if code not in self.sizes:
            traced = code.co_filename in self.files and code.co_flags & CO_OPTIMIZED
            lines = {line for *_, line in code.co_lines() if line is not None} | {code.co_firstlineno}
            self.sizes[code] = len(lines) if traced else 0
        return self.sizes[code]

    def called(self, frame: FrameType, _event: str, _argument: Any) -> Callable[..., Any] | None:
        code = frame.f_code
        size = self.size(code)
        if not size:
            return None
        if code in self.keeping and not self.shared:
            self.shared += 1
            return self.kept
        seen = (self.seen_shared if self.shared else self.seen)[code]
        seen.add(code.co_firstlineno)
        return self.ran if len(seen) < size else None

    def ran(self, frame: FrameType, _event: str, _argument: Any) -> Callable[..., Any]:
        seen = (self.seen_shared if self.shared else self.seen)[frame.f_code]
        seen.add(frame.f_lineno)
        frame.f_trace_lines = len(seen) < self.sizes[frame.f_code]
        return self.ran

    def kept(self, frame: FrameType, event: str, _argument: Any) -> Callable[..., Any]:
        """In a function whose answer is kept: other tests rest on what this one makes it run."""
        self.seen_shared[frame.f_code].add(frame.f_lineno)
        if event == "return":
            self.shared -= 1
        return self.kept

    def note(self, seen: dict[CodeType, set[int]], test: int) -> None:
        for code, lines in seen.items():
            known = self.reach.lines.setdefault(self.files[code.co_filename], {})
            for line in lines:
                known[line] = known.get(line, 0) | 1 << test
        seen.clear()

    def pytest_collection_finish(self) -> None:
        modules = [m for m in sys.modules.values() if getattr(m, "__file__", None) in self.files]
        values = [value for module in modules for value in vars(module).values()]
        for value in values + [
            v for owner in values if isinstance(owner, type) for v in vars(owner).values()
        ]:
            if isinstance(value, _lru_cache_wrapper):
                self.keeping.add(value.__wrapped__.__code__)
            elif isinstance(value, cached_property):
                self.keeping.add(value.func.__code__)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
        several = fixturedef.scope != "function"
        self.shared += several
        try:
            return (yield)
        finally:
            self.shared -= several

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        start, self.shared = time.perf_counter(), 0
        try:
            return (yield)
        finally:
            self.shared = 1
            self.reach.tests.append(item.nodeid)
            self.reach.seconds.append(time.perf_counter() - start)
            self.note(self.seen, len(self.reach.tests) - 1)

    def pytest_sessionfinish(self) -> None:
        sys.settrace(None)
        self.note(self.seen_shared, 0)
        self.written.write_bytes(pickle.dumps(self.reach))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record", metavar="FILE", type=Path)
    parser.addoption("--lines-of", metavar="FILES", default="")
    parser.addoption("--choose", metavar="FILE", type=Path)


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    options = early_config.known_args_namespace
    if options.record:
        early_config.pluginmanager.register(Recorder(options.lines_of.split(","), options.record))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if path := config.getoption("--choose"):
        chosen = set(path.read_text(encoding="utf-8").splitlines())
        items[:] = [item for item in items if item.nodeid in chosen]
