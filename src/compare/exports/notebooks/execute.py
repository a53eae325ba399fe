"""Run the notebooks of a study and write each as one HTML page that needs no network.

The ``.ipynb`` files hold no outputs and are never changed: they are read, executed in memory
by the interpreter that runs this code, and rendered to ``<out_dir>/<name>.html``.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

from compare.exports.notebooks.quick import nbformat  # isort: split

from ipykernel.kernelspec import get_kernel_dict
from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from nbclient import NotebookClient
from nbclient.exceptions import CellControlSignal, CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert import HTMLExporter
from traitlets import default

from compare.exports.archive import write_atomically
from compare.exports.notebooks import fresh
from compare.exports.notebooks.branches import Branch
from compare.tables.noting import reads

# Nothing is loaded from elsewhere: RequireJS, MathJax and Mermaid are left out, not merely blanked.
_PAGE = """{%- extends 'lab/index.html.j2' -%}
{%- block html_head_js -%}{%- endblock -%}
{%- block html_head_js_mathjax -%}{%- endblock -%}
{%- block html_head_js_mermaidjs -%}{%- endblock -%}
{%- block html_head_css -%}
<style type="text/css">
main { max-width: 72rem; margin: 0 auto; }
.jp-OutputArea-output img { max-width: 100%; height: auto; }
.jp-RenderedHTMLCommon { overflow-x: auto; }
@media print { .jp-RenderedHTMLCommon { overflow-x: visible; } }
</style>
{%- endblock -%}
"""

# Run in a kernel before each notebook, leaving no name behind.
_BEGIN = f"__import__('importlib').import_module({fresh.__name__!r}).begin"

# A kernel would warn on the user's screen that it talks over loopback unencrypted, and keep what was run.
_QUIET = ["--log-level=ERROR", "--HistoryManager.enabled=False"]

CELL_TIMEOUT_SECONDS = 600
# Kernels at a time, each for several notebooks. Each takes some 300 MB, so more than four would hurt a small
# computer.
WORKERS = max(1, min(4, (os.cpu_count() or 1) - 1))
# Starting a kernel takes as long as some notebooks: it is not done for fewer.
_WORTH = 4


class NotebookError(ValueError):
    """One or more notebooks could not be run; ``str()`` is one line for each.

    ``messages`` are those lines, ``written`` the pages of the notebooks that did run.
    """

    def __init__(self, messages: tuple[str, ...], written: tuple[Path, ...]) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages
        self.written = written


class _ThisInterpreter(KernelSpecManager):
    """Answers every kernel name with the running interpreter.

    An installed kernelspec called ``python3`` may belong to another environment, in which
    this package is missing or is another version.
    """

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return KernelSpec(**get_kernel_dict())


class _Manager(AsyncKernelManager):
    @default("kernel_spec_manager")
    def _this_interpreter(self) -> KernelSpecManager:
        return _ThisInterpreter()


class _Branching(LocalProvisioner):
    """Lets a branch of this process become the kernel."""

    branch: Branch

    async def launch_kernel(self, cmd: list[str], **started: Any) -> Any:
        self.branch.become(cmd, started["cwd"], started["env"])
        became = cast(Any, self.branch)
        self.process, self.pid, self.pgid, self.cwd = became, became.pid, became.pid, started["cwd"]
        return self.connection_info


def lanes(notebooks: int, workers: int = WORKERS) -> int:
    """How many kernels run so many notebooks."""
    return max(1, min(workers, notebooks // _WORTH))


def execute(
    notebooks_dir: Path,
    out_dir: Path,
    study_dir: Path,
    done: Callable[[str, tuple[str, ...] | None], None] | None = None,
    workers: int = WORKERS,
    only: tuple[str, ...] = (),
    branches: Sequence[Branch] = (),
) -> list[Path]:
    """Execute every ``notebooks_dir/*.ipynb`` in ``study_dir`` and write its page to ``out_dir``.

    ``done`` is called with the file name of each notebook when it is done, and with the parts of the
    study that it read (:mod:`compare.tables.noting.reads`), or None where it did not run to its end;
    ``only`` restricts the run to these file names; at most ``workers`` run at a time. ``branches`` become the
    first kernels. Returns the pages in the order of the file names. A page is written only when its notebook
    ran to the end; the others still run, then :class:`NotebookError` is raised.
    """
    sources = sorted(path for path in notebooks_dir.glob("*.ipynb") if not only or path.name in only)
    out_dir.mkdir(parents=True, exist_ok=True)
    pages: dict[Path, Path] = {}
    failures: dict[Path, str] = {}
    waiting, unused = iter(sources), list(branches)

    async def run_lane(environment: Mapping[str, str]) -> None:
        """Notebooks one after the other in one kernel; after a failure, in a new one."""
        async with _Lane(study_dir, environment, unused.pop() if unused else None) as lane:
            for source in waiting:
                log = Path(environment["IPYTHONDIR"], f"{source.stem}.reads")
                parts = None
                try:
                    html = await lane.page(source, log)
                except _Failure as failure:
                    failures[source] = str(failure)
                else:
                    page = out_dir / f"{source.stem}.html"
                    pages[source] = write_atomically(page, html.encode("utf-8"))
                    parts = _read_by(log)
                if done is not None:
                    done(source.name, parts)

    async def run_all(environment: Mapping[str, str]) -> None:
        await asyncio.gather(*(run_lane(environment) for _ in range(lanes(len(sources), workers))))

    with tempfile.TemporaryDirectory(prefix="compare-plans-") as profile:
        # A profile of its own: the user's start-up files are no part of a study.
        environment = {**os.environ, "IPYTHONDIR": profile, "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
        try:
            _run_to_end(lambda: run_all(environment))
        finally:
            for one in unused:
                one.dismiss()
    written = [pages[source] for source in sources if source in pages]
    if failures:
        raise NotebookError(tuple(failures[source] for source in sorted(failures)), tuple(written))
    return written


def _run_to_end(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run ``work()`` in a loop of its own, also where a loop runs already, as in a Jupyter cell."""

    def run() -> None:
        # ZeroMQ needs a selector loop, which is not the default on Windows.
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            runner.run(work())

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        run()
    else:
        with ThreadPoolExecutor(max_workers=1) as thread:
            thread.submit(run).result()


class _Failure(Exception):
    """One notebook's failure as one line."""


class _Lane:
    """A kernel in which notebooks run one after the other; started when first needed."""

    def __init__(self, study_dir: Path, environment: Mapping[str, str], branch: Branch | None) -> None:
        self._folder = str(study_dir)
        self._environment = dict(environment)
        self._branch = branch
        self._kernel: AsyncKernelManager | None = None

    async def __aenter__(self) -> _Lane:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stop()
        if self._branch is not None:
            self._branch.dismiss()

    async def page(self, source: Path, log: Path) -> str:
        """The notebook as HTML; what it read is noted in ``log``. Raises :class:`_Failure`."""
        notebook = _read(source)
        try:
            await self._run(notebook, log)
        except (CellControlSignal, DeadKernelError, RuntimeError, OSError) as error:
            await self._stop()
            raise _Failure(_line(source, notebook, error)) from error
        exporter = _exporter(notebook.metadata.get("language", "zh"))
        html, _ = exporter.from_notebook_node(notebook, resources={"metadata": {"name": source.stem}})
        return str(html)

    async def _run(self, notebook: Any, log: Path) -> None:
        if self._kernel is None:
            self._kernel = self._manager()
            await self._kernel.start_kernel(extra_arguments=_QUIET, cwd=self._folder, env=self._environment)
        client = NotebookClient(
            notebook,
            km=self._kernel,
            timeout=CELL_TIMEOUT_SECONDS,
            record_timing=False,
            resources={"metadata": {"path": self._folder}},
        )
        async with client.async_setup_kernel(cleanup_kc=False):
            channels = cast(AsyncKernelClient, client.kc)
            try:
                await channels.execute_interactive(f"{_BEGIN}({str(log)!r})", silent=True, allow_stdin=False)
                await client.async_execute()
            finally:
                channels.stop_channels()

    def _manager(self) -> AsyncKernelManager:
        """Of a new kernel; the first one is the branch, if there is one."""
        manager = _Manager(kernel_name="python3", kernel_id=str(uuid4()))
        if self._branch is not None:
            spec = manager.kernel_spec
            manager.provisioner = _Branching(kernel_id=manager.kernel_id, kernel_spec=spec, parent=manager)
            manager.provisioner.branch, self._branch = self._branch, None
        return manager

    async def _stop(self) -> None:
        if self._kernel is not None:
            await self._kernel.shutdown_kernel(now=True)
            self._kernel = None


@cache
def _exporter(language: str) -> HTMLExporter:
    """Writes notebooks as pages in a language; its templates are compiled once."""
    return HTMLExporter(
        raw_template=_PAGE, exclude_input_prompt=True, exclude_output_prompt=True, language_code=language
    )


def _read(source: Path) -> Any:
    try:
        return nbformat.read(source, as_version=4)
    except (OSError, UnicodeDecodeError, nbformat.reader.NotJSONError, nbformat.ValidationError) as error:
        reason = str(error).splitlines()[0][:120]
        raise _Failure(f"{source.name}: not a notebook ({reason}); restore the file") from error


def _line(source: Path, notebook: Any, error: Exception) -> str:
    """``file, cell N: error; remedy``. Cells count from 1 in the order shown, text cells included."""
    if isinstance(error, CellExecutionError):
        what = f"{error.ename}: {' '.join(str(error.evalue).split())}"
    elif isinstance(error, CellTimeoutError):
        what = f"no answer within {CELL_TIMEOUT_SECONDS} seconds"
    else:
        what = " ".join(str(error).split()) or type(error).__name__
    return f"{source.name}, cell {_failed_cell(notebook)}: {what}; open it with 'compare-plans lab'"


def _failed_cell(notebook: Any) -> int:
    """The cell with an error output, or the first code cell that has not been run to its end."""
    cells = list(enumerate(notebook.cells, start=1))
    for number, cell in cells:
        if any(output.output_type == "error" for output in cell.get("outputs", ())):
            return number
    waiting = (n for n, cell in cells if cell.cell_type == "code" and cell.execution_count is None)
    return next(waiting, len(cells))


def _read_by(log: Path) -> tuple[str, ...]:
    """The parts of the study that a notebook read; everything, if it did not open one."""
    return (
        tuple(sorted(log.read_text(encoding="utf-8").splitlines())) if log.exists() else (reads.EVERYTHING,)
    )
