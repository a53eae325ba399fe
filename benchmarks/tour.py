"""A tour in ten screenshots: docs/tour.md and its pictures, by ``python -m benchmarks.tour``.

Pages are made of the plans in this repository as a run makes them, and photographed in a browser. Few
colours and no larger than a laptop's window, so that the pictures can be tracked.
"""

from __future__ import annotations

import argparse
import contextlib
import html
import io
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from PIL import Image
from playwright.sync_api import Page, sync_playwright
from tests.support.chromium import MISSING, browser_arguments, find_browser

import compare
from compare.cli import main as command
from compare.exports.codebook_page import export_codebook
from compare.exports.explorer.html_page import export_explorer
from compare.exports.figure_files import charts
from compare.exports.notebooks.execute import execute
from compare.figures.drawing.chart import render
from compare.study.people.explaining import reasons
from compare.study.place import find_study
from compare.tables.dataset import Dataset

ROOT = Path(__file__).parents[1]
FOLDER = "tour"
SIZE = {"width": 1100, "height": 640}
COLOURS = 128
NOTEBOOK = "03_topic"
TOPIC = "coverage"

HEAD = """# Tour · 图览

Ten screens, drawn from the plans in this repository by `python -m benchmarks.tour`. The pages are those that
`make analysis` makes.

十个画面,由 `python -m benchmarks.tour` 根据本仓库中的方案绘制;页面即 `make analysis` 所生成。
"""


@dataclass(frozen=True, slots=True)
class Stop:
    """A picture of the tour: the page it shows (a place of the explorer, if it begins with ``#``), what is
    done there before it is taken, and what is said of it."""

    name: str
    page: str
    lang: str
    zh: str
    en: str
    act: Callable[[Page, Dataset], None] = lambda page, study: None


def _open_cell(page: Page, study: Dataset) -> None:
    page.locator("#screen .chip.stated").first.click()


def _scroll_to_figure(page: Page, study: Dataset) -> None:
    page.locator("h2", has_text="Figure").evaluate("heading => heading.scrollIntoView()")


STOPS = (
    Stop(
        "findings",
        "#findings",
        "en",
        "`reports/explorer.html`：打开先看到由数据表得出的结论，每句下面是它所依据的单元格。",
        "`reports/explorer.html` opens on what the tables tell, each sentence with its cells.",
    ),
    Stop(
        "evidence",
        "#findings",
        "zh",
        "点开一格：原句在方案全文中的位置、所在标题、为什么这样读，引用可按 GB/T 7714 或 APA 复制。",
        "A cell opens its sentence, marked in the whole plan, with headings, reasons and citations to copy.",
        _open_cell,
    ),
    Stop(
        "comparison",
        "#grid",
        "en",
        "对比：每行一项指标的一个口径，每列一份方案；没有数值的，说明为什么没有。",
        "The comparison: an indicator at a scope down, plans across; where no value stands, the reason.",
    ),
    Stop(
        "search",
        "#search?q=" + quote("政府购买"),
        "zh",
        "在方案全文中查找；英文词按编码簿的译名查找。",
        "Search looks through the whole text of the plans; English words through the codebook's glossary.",
    ),
    Stop(
        "means",
        "#means",
        "en",
        "政策工具：各方案用不用、多大力度；点数字看原文。",
        "Policy instruments: who uses which, how strictly; a number opens its clause.",
    ),
    Stop(
        "two",
        "#two?by=task",
        "zh",
        "两份方案并列：逐个主题（数值、任务、政策工具），或逐项任务。",
        "Two plans side by side: topic by topic (numbers, tasks, instruments), or task by task.",
    ),
    Stop(
        "figure",
        "figure",
        "en",
        "`reports/figures/`：中英文的图，附数据；标题就是结论。",
        "`reports/figures/`: figures in two languages with the rows behind them; the title is the finding.",
    ),
    Stop(
        "notebook",
        "notebook",
        "zh",
        "`reports/notebooks/`：每个 notebook 一个问题，几行 pandas 和 seaborn 即得到图，可照抄。",
        "`reports/notebooks/`: one question each; a few lines of pandas and seaborn make the figure.",
        _scroll_to_figure,
    ),
    Stop(
        "explain",
        "explain",
        "en",
        "`compare-plans explain`：每个数字为什么这样读、这样编码。",
        "`compare-plans explain` says why a number was read and coded as it was.",
    ),
    Stop(
        "codebook",
        "codebook",
        "zh",
        "`reports/codebook.html`：每项指标的定义、识别规则、例子和裁定。",
        "`reports/codebook.html`: every indicator with its definition, patterns, examples and rulings.",
    ),
)


def tour_page() -> str:
    """The text of ``tour.md``."""
    lines = [HEAD]
    for number, stop in enumerate(STOPS, start=1):
        lines += [f"## {number}. {stop.name}", "", stop.zh, "", stop.en, ""]
        lines += [f"![{stop.en.replace('`', '')}]({FOLDER}/{_file(stop)})", ""]
    return "\n".join(lines)


def _file(stop: Stop) -> str:
    return f"{STOPS.index(stop) + 1:02d}-{stop.name}.png"


def pages(study: Dataset, folder: Path) -> dict[str, Path]:
    """The pages of the tour by name, made in ``folder``."""
    root = find_study(study.folder)
    made = {
        "explorer": export_explorer(study, folder / "explorer.html", reasons(root)),
        "codebook": export_codebook(study, folder / "codebook.html"),
        "figure": folder / "figure.html",
        "explain": folder / "explain.html",
    }
    (made["notebook"],) = execute(root.notebooks, folder, root.root, only=(f"{NOTEBOOK}.ipynb",))
    chart = next(iter(charts(study, "en", "matrix", [TOPIC])))
    (folder / "figure.svg").write_bytes(render(chart, "svg"))
    made["figure"].write_text('<img src="figure.svg" style="height: 620px">', encoding="utf-8")
    made["explain"].write_text(_explained(study), encoding="utf-8")
    return made


def _explained(study: Dataset) -> str:
    """What ``compare-plans explain`` prints of the first value on funding, as a page."""
    statement = study.long("funding")["statement_id"].iloc[0]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        command(["explain", statement, "--study", str(find_study(study.folder).root)])
    text = html.escape(f"$ compare-plans explain {statement}\n\n{printed.getvalue()}")
    return (
        '<meta charset="utf-8"><pre style="font: 15px/1.55 monospace; white-space: pre-wrap; padding: 1rem">'
        f"{text}</pre>"
    )


def small(shot: bytes) -> bytes:
    """A screenshot in few colours."""
    image = Image.open(io.BytesIO(shot)).convert("RGB")
    buffer = io.BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def screenshots(study: Dataset, folder: Path) -> Iterator[tuple[str, bytes]]:
    """File name and picture of each stop."""
    program = find_browser()
    if program is None:
        raise SystemExit(MISSING)
    made = pages(study, folder)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=browser_arguments())
        for stop in STOPS:
            page = browser.new_context(viewport=SIZE, locale=stop.lang).new_page()
            name, place = ("explorer", stop.page) if stop.page.startswith("#") else (stop.page, "")
            page.goto(made[name].as_uri() + place)
            stop.act(page, study)
            yield _file(stop), small(page.screenshot())
        browser.close()


def tour(study: Dataset, docs: Path) -> list[Path]:
    """Write ``tour.md`` and ``tour/*.png`` into ``docs`` and return the paths."""
    (docs / FOLDER).mkdir(parents=True, exist_ok=True)
    written = [docs / "tour.md"]
    written[0].write_text(tour_page(), encoding="utf-8", newline="\n")
    with tempfile.TemporaryDirectory(prefix="tour-") as folder:
        for name, picture in screenshots(study, Path(folder)):
            written.append(docs / FOLDER / name)
            written[-1].write_bytes(picture)
    return written


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("study", nargs="?", type=Path, default=ROOT)
    written = tour(compare.load(parser.parse_args().study), ROOT / "docs")
    print(f"{len(written)} files, {sum(path.stat().st_size for path in written) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
