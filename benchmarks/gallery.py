"""A contact sheet of the figures: docs/gallery.md and its pictures, and the picture of README, by
``python -m benchmarks.gallery``.

Small pictures in few colours, so that they can be tracked; the real ones are those of
``compare-plans export figures``.
"""

from __future__ import annotations

import argparse
import io
from pathlib import Path

from PIL import Image

import compare
from compare.exports.figure_files import LANGUAGES, charts
from compare.figures.drawing.chart import Chart, render
from compare.figures.registry import CATALOGUE
from compare.tables.dataset import Dataset

ROOT = Path(__file__).parents[1]
WIDTH = 300
HEIGHT = 396
COLOURS = 9
FOLDER = "gallery"
#: The figure of README, whose first page is drawn larger.
SHOWN, SHOWN_WIDTH, SHOWN_COLOURS = "matrix", 1000, 64

HEAD = """# Gallery · 图样

Every figure of the catalogue (its first page, where it has several) in both languages, drawn from the
plans in this repository by `python -m benchmarks.gallery`. `compare-plans export figures` writes all pages
as PNG at 300 dpi, SVG, PDF and the CSV behind each. The title of a figure is what it shows, derived from
the rows drawn; where no finding holds, what it is about.
"""

#: The question each figure answers.
QUESTIONS = {
    "topics": "On which topics does each plan give numbers, and on how many rows?",
    "values": "Where two or more plans state the same thing: how high, how strictly, by when?",
    "shares": "Which share does each plan ask for, and of whom?",
    "matrix": "Topic by topic, on one page each: what does each plan ask for, and what does it not say?",
    "deadlines": "When do the values of each plan fall due, and how many have no deadline?",
    "national": "Which values exceed, meet or miss the national ones?",
    "allocations": "What does a plan ask of each area inside its region?",
    "responsibilities": "Which departments does each plan name, and which of them lead?",
    "departments": "Which departments are named for which themes?",
    "instruments": "Which policy instruments does each plan use, and how strictly?",
    "families": "How does each plan divide its means between families of instruments?",
    "milestones": "What is to be done by when, and who leads?",
    "themes": "Where does each plan talk, and where does it commit to a number?",
    "commitment": "How strictly does each plan speak, and do the plans differ beyond chance?",
    "keyness": "Which words set each plan apart from the others?",
    "rates": "How much for each thousand of a figure of the region? (with `data/context`)",
    "scatter": "Do plans ask for more where a figure of their region is higher? (with `data/context`)",
    "similarity": "Which plans share wording and vocabulary?",
}


def picture(chart: Chart, width: int = WIDTH, height: int = HEIGHT, colours: int = COLOURS) -> bytes:
    """A PNG of a chart, ``width`` pixels wide, in few colours; what is taller than ``height`` is cut at its
    foot."""
    image = Image.open(io.BytesIO(render(chart, "png", max(140, round(width / 4))))).convert("RGB")
    image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
    image = image.crop((0, 0, width, min(image.height, height)))
    buffer = io.BytesIO()
    image.quantize(colours, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def gallery(dataset: Dataset, docs: Path) -> list[Path]:
    """Write ``gallery.md``, ``gallery/<figure>.<lang>.png`` and the picture of README into ``docs``; return
    the paths."""
    (docs / FOLDER).mkdir(parents=True, exist_ok=True)
    lines = [HEAD, *_contents(dataset), ""]
    written: list[Path] = []
    for figure in CATALOGUE:
        found = {lang: list(charts(dataset, lang, figure.name)) for lang in LANGUAGES}
        if not all(found.values()):
            continue
        zh, en = (found[lang] for lang in LANGUAGES)
        lines += [
            f"## `{figure.name}`",
            "",
            QUESTIONS[figure.name],
            "",
            f"{zh[0].caption.title} · {en[0].caption.title}",
            "",
        ]
        cells = []
        for lang, made in found.items():
            path = docs / FOLDER / f"{figure.name}.{lang}.png"
            path.write_bytes(picture(made[0]))
            written.append(path)
            if figure.name == SHOWN:
                shown = docs / "figures" / path.name
                shown.write_bytes(picture(made[0], SHOWN_WIDTH, 2 * SHOWN_WIDTH, SHOWN_COLOURS))
                written.append(shown)
            alt = made[0].caption.title.replace("|", " ")
            cells.append(f"![{alt}]({FOLDER}/{path.name})")
        lines += ["| 中文 | English |", "|---|---|", f"| {' | '.join(cells)} |", ""]
        pages = [f"{lang} {len(made)}" for lang, made in found.items() if len(made) > 1]
        lines += [f"Pages: {', '.join(pages)}.", ""] if pages else []
    sheet = docs / "gallery.md"
    sheet.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    return [sheet, *written]


def _contents(dataset: Dataset) -> list[str]:
    """The figures with their number of pages and the question each answers."""
    counts = {figure.name: len(list(charts(dataset, "en", figure.name))) for figure in CATALOGUE}
    rows = [f"| `{name}` | {count} | {QUESTIONS[name]} |" for name, count in counts.items()]
    total = f"{sum(counts.values())} pages for these plans:"
    return [total, "", "| figure | pages | question |", "|---|---|---|", *rows]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("study", nargs="?", type=Path, default=ROOT)
    written = gallery(compare.load(parser.parse_args().study), ROOT / "docs")
    print(f"{len(written)} files, {sum(path.stat().st_size for path in written) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
