"""A pytest plugin for mutants.py: plants faults in the code while it runs, and says which the tests notice.

``--plant FILE`` runs the tests once, with a trace of which test runs which line of the files to be changed.
Then every :class:`Planted` of FILE meets, in a fork of this process, the tests that run its statement: the
code of the functions concerned is exchanged, and nothing is imported or collected again. FILE becomes the
list of results: whether a fault was noticed, or None where it cannot be planted so (it takes effect on
import). What a test runs in another process or thread is not seen by the trace.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import _lru_cache_wrapper, cached_property
from inspect import CO_OPTIMIZED
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any

import pytest
from hypothesis import settings

#: A fault is noticed too where the tests take so many times longer than traced, and these seconds more.
_SLOWER, _STARTING = 5, 20
_NOT_PLANTED = 3  # a fork ends with it where no function is there to be changed
_ALONE = 1  # bit 0 of a line's tests: fixtures of several tests, answers that are kept


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
        """The tests that run the statement; all, where that is no test's own or is never seen. None where it
        runs on import."""
        span = range(fault.lines[0], fault.lines[1] + 1)
        where = str(fault.file.resolve())
        if any(code.co_filename == where and lines & set(span) for code, lines in self.imported.items()):
            return None
        bits = 0
        for line in span:
            bits |= self.lines[fault.file].get(line, 0)
        every = range(1, len(self.seconds))
        return list(every) if bits & _ALONE or not bits else [n for n in every if bits >> n & 1]


class Planter:
    """Runs the tests once under the trace, then those that each fault meets."""

    def __init__(self, listed: Path) -> None:
        self.listed = listed
        self.faults: list[Planted] = pickle.loads(listed.read_bytes())
        self.recorder = Recorder(self.faults)
        self.functions: list[FunctionType] = []
        self.child = False

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = session.items
        for item, behind in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=behind)
        sys.settrace(None)
        self.recorder.note(self.recorder.shared, _ALONE)
        if not session.testsfailed:
            changing = self.recorder.files
            self.functions = [
                one
                for one in gc.get_objects()
                if isinstance(one, FunctionType) and one.__code__.co_filename in changing
            ]
            gc.freeze()  # what the forks share is not walked by each of them
            self.listed.write_bytes(pickle.dumps([self.noticed(fault, session) for fault in self.faults]))
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if self.child and report.failed:
            os._exit(1)

    def noticed(self, fault: Planted, session: pytest.Session) -> bool | None:
        """Whether a test that runs the statement fails, in a fork that has the fault."""
        met = self.recorder.meeting(fault)
        try:
            exchanged = exchanges(fault)
        except SyntaxError:  # Python warns of it (is "floor"), and warnings are errors
            return True
        if met is None or not exchanged:
            return None
        # The quickest files first; a file stays together, as its tests share what their fixtures make.
        costs: dict[str, float] = defaultdict(float)
        for test in met:
            costs[str(session.items[test - 1].path)] += self.recorder.seconds[test]
        files = sorted(costs, key=costs.__getitem__)
        met.sort(key=lambda test: (files.index(str(session.items[test - 1].path)), test))
        if child := os.fork():
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            return None if status == _NOT_PLANTED else status != 0
        self.child = True
        try:
            limit = _STARTING + _SLOWER * sum(self.recorder.seconds[test] for test in met)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.alarm(int(limit))
            self.run_with(exchanged, [session.items[test - 1] for test in met], session)
            os._exit(0)
        finally:
            os._exit(1)

    def run_with(
        self, exchanged: dict[CodeType, CodeType], items: Sequence[pytest.Item], session: pytest.Session
    ) -> None:
        # Whatever was made without the fault is made again.
        session._setupstate.teardown_exact(None)
        for cache in self.recorder.caches:
            cache.cache_clear()
        changing = [one for one in self.functions if one.__code__ in exchanged]
        if not changing:
            os._exit(_NOT_PLANTED)
        for function in changing:
            function.__code__ = exchanged[function.__code__]
        for item, behind in zip(items, [*items[1:], None], strict=True):
            item._initrequest()  # type: ignore[attr-defined]  # it ran once already
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=behind)


def exchanges(fault: Planted) -> dict[CodeType, CodeType]:
    """The functions that a fault changes: code without it to code with it; {} where it changes more."""
    name = str(fault.file.resolve())
    before, after = (
        list(_functions(compile(source, name, "exec", dont_inherit=True)))
        for source in (fault.file.read_text(encoding="utf-8"), fault.source)
    )
    if [(code.co_qualname, code.co_freevars) for code in before] != [
        (code.co_qualname, code.co_freevars) for code in after
    ]:
        return {}
    return {old: new for old, new in zip(before, after, strict=True) if old != new}


def _functions(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            if constant.co_flags & CO_OPTIMIZED:
                yield constant
            yield from _functions(constant)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--plant", metavar="FILE", type=Path)


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    if listed := early_config.known_args_namespace.plant:
        settings.register_profile("planting", deadline=None)  # the trace is slow
        settings.load_profile("planting")
        planter = Planter(listed)
        early_config.pluginmanager.register(planter.recorder)
        early_config.pluginmanager.register(planter)
