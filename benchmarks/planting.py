"""A pytest plugin for mutants.py: plants faults in the code while it runs, and says which the tests notice.

``--plant FILE`` runs the tests once, with a trace of which test runs which line of the files to be changed.
Then every :class:`Planted` of FILE meets, in a fork of this process, the tests that run its statement: the
code of the functions concerned is exchanged, and nothing is imported or collected again. FILE becomes the
seconds that this one run took and a list of results: whether a fault was noticed, or what has still to be
run in a process that imports it. That is all the tests for a fault that takes effect on import, or where no
test was seen to run it, as it runs in another process or thread; and it is the tests that do not pass in a
fork even where nothing is planted, as what they need cannot be copied (threads of a cluster, say).
"""

from __future__ import annotations

import gc
import pickle
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from inspect import CO_OPTIMIZED
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
from hypothesis import settings

from benchmarks.forks import Say, heard
from benchmarks.tracing import ALONE, Planted, Recorder

#: A fault is noticed too where a test takes so many times longer than traced, and these seconds more.
_SLOWER, _STARTING = 5, 20
#: What a fork says beside the number of the test that begins, or (negative) has failed.
_DONE, _NOT_PLANTED = 0, "not planted"


class Planter:
    """Runs the tests once under the trace, then those that each fault meets."""

    def __init__(self, listed: Path) -> None:
        self.listed = listed
        self.faults: list[Planted] = pickle.loads(listed.read_bytes())
        self.recorder = Recorder(self.faults)
        self.functions: list[FunctionType] = []
        self.fit: set[int] = set()
        self.unfit: set[int] = set()
        self.noticing: dict[Path, list[Path]] = defaultdict(list)
        self.running = 0
        self.say: Say | None = None
        self.started = time.perf_counter()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = session.items
        for item, behind in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=behind)
        sys.settrace(None)
        self.recorder.note(self.recorder.shared, ALONE)
        seconds = time.perf_counter() - self.started
        if not session.testsfailed:
            changing = self.recorder.files
            self.functions = [
                one
                for one in gc.get_objects()
                if isinstance(one, FunctionType) and one.__code__.co_filename in changing
            ]
            gc.freeze()  # what the forks share is not walked by each of them
            met = [self.recorder.meeting(fault) for fault in self.faults]
            results = [self.noticed(*pair, session) for pair in zip(self.faults, met, strict=True)]
            self.listed.write_bytes(pickle.dumps((seconds, results)))
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if self.say and report.failed:
            self.say(-self.running)

    def patience(self, said: Any) -> float:
        """How many seconds a test may take, by its number."""
        return _STARTING + _SLOWER * (self.recorder.seconds[said] if said else 0)

    def noticed(
        self, fault: Planted, met: list[int] | None, session: pytest.Session
    ) -> bool | tuple[str, ...]:
        """Whether a test that runs the statement fails in a fork with the fault; or what to run alone."""
        everything = tuple(session.config.args)
        try:
            exchanged = exchanges(fault)
        except SyntaxError:  # Python warns of it (is "floor"), and warnings are errors
            return True
        if met is None or not exchanged:
            return everything
        while True:
            tests = self.in_order(set(met) - self.unfit, session, fault.file)
            failed = self.failing(tests, session, exchanged)
            if failed == _NOT_PLANTED:
                return everything
            if not failed:
                return tuple(session.items[test - 1].nodeid for test in met if test in self.unfit) or False
            if self.is_fit(failed, session):
                self.noticing[fault.file].insert(0, session.items[failed - 1].path)
                return True

    def is_fit(self, test: int, session: pytest.Session) -> bool:
        """Whether a test passes in a fork where nothing is planted."""
        if test not in self.fit | self.unfit:
            (self.unfit if self.failing([test], session) else self.fit).add(test)
        return test in self.fit

    def failing(
        self, tests: Sequence[int], session: pytest.Session, exchanged: dict[CodeType, CodeType] | None = None
    ) -> Any:
        """The first of some tests that fails, hangs or ends its process in a fork; _DONE; or _NOT_PLANTED."""
        said: Any = tests[0] if tests else _DONE
        for said in heard(partial(self.run, tests, session, exchanged), self.patience):
            if said in (_DONE, _NOT_PLANTED) or said < 0:
                break
        return said if said in (_DONE, _NOT_PLANTED) else abs(said)

    def in_order(self, tests: set[int], session: pytest.Session, changed: Path) -> list[int]:
        """Files of tests that noticed the last faults of the ``changed`` file come first, and the one named
        after it, then the quickest; a file stays together, as its tests share what their fixtures make."""
        costs: dict[Path, float] = defaultdict(float)
        for test in tests:
            costs[session.items[test - 1].path] += self.recorder.seconds[test]
        last, named = self.noticing[changed], f"test_{changed.stem}.py"
        files = sorted(
            costs,
            key=lambda file: (
                last.index(file) if file in last else len(last),
                file.name != named,
                costs[file],
                file,
            ),
        )
        return sorted(tests, key=lambda test: (files.index(session.items[test - 1].path), test))

    def run(
        self,
        tests: Sequence[int],
        session: pytest.Session,
        exchanged: dict[CodeType, CodeType] | None,
        say: Say,
    ) -> None:
        """In a fork: run some tests with changed functions, and say which begins and which fails."""
        # Whatever was made without the fault is made again.
        session._setupstate.teardown_exact(None)
        for cache in self.recorder.caches:
            cache.cache_clear()
        if exchanged:
            changing = [one for one in self.functions if one.__code__ in exchanged]
            if not changing:
                say(_NOT_PLANTED)
                return
            for function in changing:
                function.__code__ = exchanged[function.__code__]
        self.say = say
        items = [session.items[test - 1] for test in tests]
        for test, item, behind in zip(tests, items, [*items[1:], None], strict=True):
            self.running = test
            say(test)
            item._initrequest()  # type: ignore[attr-defined]  # it ran once already
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=behind)
        say(_DONE)


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
