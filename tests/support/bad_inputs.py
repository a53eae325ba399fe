"""What goes wrong in a study, made by hand: each case is what a row of ``docs/bad-input.md`` describes.

``python -m tests.support.bad_inputs`` writes the tables of that page anew.
"""

from __future__ import annotations

import errno
import io
import os
import re
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any
from unittest import mock

import docx
from docx.oxml.ns import nsdecls
from tests.support.documents import HEIGHT, LEFT, WIDTH, as_pdf, pdf_of, text_at

from compare import cli
from compare.sources import LIMITS, REFUSED
from compare.sources.errors import one_line
from compare.sources.formats import MB
from compare.study.codebook.files import codebook_paths, default_codebook

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "bad-input.md"
_PREFIX = "compare-plans: "

GOOD = "good.txt"
TEXT = "甲市养老服务实施方案\n到2025年,养老机构护理型床位占比不低于55%,养老服务床位达到3000张。\n"
ENTRY = "- plan_id: good\n  region_zh: 甲市\n  region_en: Jia\n  source_file: good.txt\n"
LONG = "到2025年,全市养老机构护理型床位占比不低于55%,养老服务床位达到3000张。" * 20

Make = Callable[[Path], object]


# --- files that are no plans --------------------------------------------------


def _bytes(data: bytes) -> Make:
    return lambda path: path.write_bytes(data)


def _of_size(size: int) -> Make:
    """A file of that size that takes no room on the disk."""

    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    return make


def _word(text: str = "床位80张") -> bytes:
    word = docx.Document()
    if text:
        word.add_paragraph(text)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _repacked(changed: Mapping[str, bytes]) -> bytes:
    """A Word file with these parts put in, or in the place of its own."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_word())) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        parts = {name: old.read(name) for name in old.namelist()} | dict(changed)
        for name, content in parts.items():
            new.writestr(name, content)
    return file.getvalue()


def _bomb(path: Path) -> None:
    path.write_bytes(_repacked({"word/bomb.xml": b" " * (101 * MB)}))


def _entities() -> bytes:
    body = "<w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body>"
    text = (
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
        f"<w:document {nsdecls('w')}>{body}</w:document>"
    )
    return _repacked({"word/document.xml": text.encode()})


def _scan() -> bytes:
    image = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        b" /Length 1 >>\nstream\n\0\nendstream"
    )
    picture = f"q {WIDTH:g} 0 0 {HEIGHT:g} 0 0 cm /I Do Q\n".encode()
    return pdf_of([picture, picture], resources="/XObject << /I 6 0 R >>", objects=[image])


def _without_font() -> bytes:
    """Every character is the font's sign for one that it lacks, and has the name of the first."""
    return pdf_of([b"".join(text_at(LEFT, 150 + 30 * n, "内" * 18 + "2025") for n in range(10))])


def _locked() -> bytes:
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'00' * 32}> /U <{'11' * 32}> /P -4 >>"
    return pdf_of([text_at(LEFT, 200, LONG[:20])], trailer=f"{lock} /ID [<00> <00>]")


def _broken_page() -> bytes:
    data = bytearray(pdf_of([b"".join(text_at(LEFT, 150 + 30 * n, LONG[n : n + 20]) for n in range(15))]))
    data[data.rindex(b"stream\n", 0, data.rindex(b"endstream")) + 60] ^= 0xFF
    return bytes(data)


def _link(path: Path) -> None:
    outside = path.parents[2] / "elsewhere.txt"
    outside.write_text(LONG, encoding="utf-8")
    path.symlink_to(outside)


_WEB_ARCHIVE = b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related\n"

#: What it is -> (name of the file in data/raw, what writes it).
FILES: Mapping[str, tuple[str, Make]] = {
    "an empty file": ("empty.txt", _bytes(b"")),
    "a file of blanks": ("blank.txt", _bytes(b" \n\n")),
    "a web page without text": ("frame.html", _bytes(b"<html><body><iframe src='x'></iframe></body></html>")),
    "a program or other binary file": ("binary.txt", _bytes(bytes(range(256)) * 4)),
    "text with many damaged characters": ("damaged.txt", _bytes(("床位\ufffd张\n" * 20).encode())),
    "a PDF that is named .txt": ("renamed.txt", _bytes(as_pdf([LONG]))),
    "a web page that is named .pdf": ("page.pdf", _bytes(b"<html><body>404</body></html>")),
    "a web page that is named .docx": ("page.docx", _bytes(b"<html><body>404</body></html>")),
    "a picture that is named .pdf": ("photo.pdf", _bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))),
    "an old Word file, or one with a password, named .docx": (
        "old.docx",
        _bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)),
    ),
    "a web archive that is named .txt": ("saved.txt", _bytes(_WEB_ARCHIVE)),
    "a PDF that was not downloaded to its end": ("half.pdf", _bytes(as_pdf([LONG * 4])[:2000])),
    "a PDF with a password": ("locked.pdf", _bytes(_locked())),
    "a PDF of scanned pages": ("scan.pdf", _bytes(_scan())),
    "a PDF made without a Chinese font": ("glyphs.pdf", _bytes(_without_font())),
    "a PDF that is damaged inside": ("broken.pdf", _bytes(_broken_page())),
    "a PDF without pages that can be found": (
        "noise.pdf",
        _bytes(b"%PDF-1.4\n" + b"noise " * 100 + b"\n%%EOF"),
    ),
    "a Word file that was not downloaded to its end": ("half.docx", _bytes(_word(LONG)[:5000])),
    "a Word file without text": ("pictures.docx", _bytes(_word(""))),
    "a spreadsheet that is named .docx": ("sheet.docx", _bytes(_repacked({"xl/workbook.xml": b"<x/>"}))),
    "a Word file that unpacks to an enormous size (zip bomb)": ("bomb.docx", _bomb),
    "a Word file that would read other files (external entities)": ("entities.docx", _bytes(_entities())),
    "a text of 200 MB": ("large.txt", _of_size(200 * MB)),
    "a name without an ending": ("plan", _bytes(TEXT.encode())),
    "an ending nobody knows": ("plan.bin", _bytes(TEXT.encode())),
    "a name with control characters": ("plan\x1b[2J.txt", _bytes(TEXT.encode())),
    "a link that leads out of the folder": ("link.txt", _link),
    "the same file under another name": ("copy.txt", _bytes(TEXT.encode())),
}


# --- a study ------------------------------------------------------------------


def small_study(root: Path) -> Path:
    """A study of one good plan; returns its data/raw."""
    raw = root / "data" / "raw"
    raw.mkdir(parents=True)
    (raw / GOOD).write_text(TEXT, encoding="utf-8", newline="\n")
    (raw / "plans.yaml").write_text(ENTRY, encoding="utf-8", newline="\n")
    return raw


def command(study: Path, *arguments: str) -> tuple[int, list[str]]:
    """Exit code of a command in ``study`` and the lines it printed: results, then problems.

    Without LibreOffice and text recognition, whatever is installed here.
    """
    results, problems = io.StringIO(), io.StringIO()
    with (
        chdir(study),
        redirect_stdout(results),
        redirect_stderr(problems),
        mock.patch("compare.sources.conversion.office", return_value=""),
        mock.patch("compare.sources.load.recogniser", return_value=None),
    ):
        code = cli.main(list(arguments))
    return code, [*results.getvalue().splitlines(), *problems.getvalue().splitlines()]


def run(study: Path) -> tuple[int, list[str]]:
    """``compare-plans run`` without exports, which have tests of their own."""
    with mock.patch("compare.study.runs.outputs.EXPORTS", {}):
        return command(study, "run", "--no-notebooks")


# --- the register -------------------------------------------------------------

_B = "- plan_id: b\n  source_file:"

#: What is wrong -> the register, data/raw/plans.yaml.
REGISTERS: Mapping[str, str] = {
    "a file that is not there": ENTRY + f"{_B} gone.txt\n",
    "a file outside data/raw": ENTRY + f"{_B} ../b.txt\n",
    "two plans with one id": ENTRY + "- plan_id: good\n  source_file: b.txt\n",
    "one file in two entries": ENTRY + f"{_B} good.txt\n",
    "a key that does not exist": ENTRY.replace("region_en", "region_em"),
    "a key given twice": ENTRY + "  region_zh: 乙市\n",
    "a key that is missing": "- region_zh: 甲市\n  source_file: good.txt\n",
    "a date in another form": ENTRY + "  issued_on: 2021/3/5\n",
    "a region code that is none": ENTRY + "  region_code: 6543\n",
    "a level that is none": ENTRY + "  region_level: city\n",
    "neither true nor false": ENTRY + "  complete: nearly\n",
    "a text where a list belongs": ENTRY + "  notes: one\n",
    "a list where a text belongs": ENTRY + "  title: [one]\n",
    "no list of plans": "plan_id: good\n",
    "a bracket or quote left open": ENTRY + "  title: [one\n",
}


#: What does not fit -> the register; the run goes on and ``check`` says it.
ENTRIES: Mapping[str, str] = {
    "nobody has checked it": ENTRY + "  reviewed: false\n",
    "a title that the document does not have": ENTRY + "  title: 乙市养老服务实施方案\n",
    "an indicator that does not exist": ENTRY + "  not_applicable: [bed_totals]\n",
    "an indicator that the plan states": ENTRY + "  not_applicable: [nursing_bed_share]\n",
}


# --- the codebook -------------------------------------------------------------

_INDICATOR = """- id: share
  label: {zh: 占比, en: Share}
  definition: {zh: 定义, en: definition}
  unit: "%"
  match: ['占比']
  examples:
    - {text: "占比不低于55%。", value: 55}
    - {text: "占比达到60%。", value: 60}
  negatives: ["床位达到300张。"]
"""

#: What is wrong -> (file of the codebook, its text). An indicator's group is the name of its file.
CODEBOOKS: Mapping[str, tuple[str, str]] = {
    "a bracket or quote left open": ("indicators/beds.yaml", _INDICATOR.replace("en: Share}", "en: Share")),
    "a key that does not exist": ("indicators/beds.yaml", _INDICATOR.replace("match:", "matches:")),
    "a pattern that is no regular expression": (
        "indicators/beds.yaml",
        _INDICATOR.replace("占比']", "(占比']"),
    ),
    "no unit": ("indicators/beds.yaml", _INDICATOR.replace('  unit: "%"\n', "")),
    "a label in one language": ("indicators/beds.yaml", _INDICATOR.replace(", en: Share", "")),
    "an id used twice": ("indicators/beds.yaml", _INDICATOR * 2),
    "a group that is none": ("indicators/bed.yaml", _INDICATOR),
    "a scope that is none": ("indicators/beds.yaml", _INDICATOR + "  headline_scopes: [everywhere]\n"),
    "a direction that is none": ("indicators/beds.yaml", _INDICATOR + "  direction: up\n"),
    "a list that is none": ("scopes.yaml", "general\n"),
}

#: As CODEBOOKS, for what only ``compare-plans codebook lint`` looks at.
FAULTS: Mapping[str, tuple[str, str]] = {
    "an example that is not coded so": ("indicators/beds.yaml", _INDICATOR.replace("value: 55", "value: 56")),
    "a negative that is coded so": (
        "indicators/beds.yaml",
        _INDICATOR.replace("床位达到300张", "占比达到30%"),
    ),
    "too few examples": (
        "indicators/beds.yaml",
        _INDICATOR.replace('    - {text: "占比达到60%。", value: 60}\n', ""),
    ),
    "no negatives": ("indicators/beds.yaml", _INDICATOR.replace('  negatives: ["床位达到300张。"]\n', "")),
}


def own_codebook(study: Path, name: str, text: str) -> Path:
    """Give a study a codebook of one indicator, with ``text`` for its file ``name``; returns the study."""
    folder = study / "data" / "codebook"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "indicators").mkdir(parents=True)
    paths = codebook_paths(default_codebook())
    for stem in ("units", "comparators", "groups", "scopes", "departments"):
        shutil.copyfile(paths[stem], folder / f"{stem}.yaml")
    if not name.startswith("indicators/"):
        (folder / "indicators" / "beds.yaml").write_text(_INDICATOR, encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8")
    return study


# --- folder, disk, other programs ---------------------------------------------


@contextmanager
def _refusing(reason: int) -> Iterator[None]:
    """Nothing can be put in the place of a table: it is open elsewhere, read-only, or the disk is full."""
    replace = os.replace

    def refuse(new: Any, old: Any) -> None:
        if Path(old).name == "statements.csv":
            raise OSError(reason, os.strerror(reason), str(old))
        replace(new, old)

    with mock.patch("compare.study.runs.publish.os.replace", refuse):
        yield


def _locked_workbook(study: Path) -> tuple[int, list[str]]:
    def locked(_: object, path: Path) -> list[Path]:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    with mock.patch("compare.study.runs.outputs.EXPORTS", {"workbook": locked}):
        return command(study, "run", "--no-notebooks")


def _locked_table(study: Path) -> tuple[int, list[str]]:
    with _refusing(errno.EACCES):
        return run(study)


def _full_disk(study: Path) -> tuple[int, list[str]]:
    with _refusing(errno.ENOSPC):
        return run(study)


def _no_plans(study: Path) -> tuple[int, list[str]]:
    for path in (study / "data" / "raw").iterdir():
        path.unlink()
    return run(study)


def _no_study(study: Path) -> tuple[int, list[str]]:
    shutil.rmtree(study / "data")
    return command(study, "run")


def _no_dask(study: Path) -> tuple[int, list[str]]:
    with mock.patch.dict(sys.modules, {"distributed": None}):
        return command(study, "run", "--scheduler", "tcp://127.0.0.1:8786")


def _other_of_that_name(study: Path) -> tuple[int, list[str]]:
    (study / GOOD).write_text(LONG, encoding="utf-8")
    return command(study, "add", "--yes", GOOD)


def _unconfirmed(study: Path) -> tuple[int, list[str]]:
    (study / "new.txt").write_text(LONG, encoding="utf-8")
    with mock.patch("sys.stdin", io.StringIO()):
        return command(study, "add", "new.txt")


#: What is wrong -> the command that meets it, in a small study.
SITUATIONS: Mapping[str, Callable[[Path], tuple[int, list[str]]]] = {
    "`run` while a table is open in Excel, or where the folder is read-only": _locked_table,
    "`run` on a full disk": _full_disk,
    "`run` while the workbook is open in Excel": _locked_workbook,
    "`run` in a study without plans": _no_plans,
    "`run` where there is no study": _no_study,
    "`run --study` with a wrong path": lambda study: command(study, "run", "--study", "no/such/folder"),
    "`run --scheduler` without dask": _no_dask,
    "`check` or `export` before the first `run`": lambda study: command(study, "check"),
    "`extract` or `text` with a wrong path": lambda study: command(study, "text", "gone.txt"),
    "`extract` or `text` of a folder": lambda study: command(study, "text", "data"),
    "`add` of a plan that is registered": lambda study: command(study, "add", "--yes", f"data/raw/{GOOD}"),
    "`add` of another file of the same name": _other_of_that_name,
    "`add` where nobody can answer": _unconfirmed,
    "`codebook show` with a typing error": lambda study: command(
        study, "codebook", "show", "nursing_bed_shares"
    ),
}


# --- the page -----------------------------------------------------------------


def file_lines(folder: Path) -> dict[str, str]:
    """One run over all of FILES and a good plan: the line printed of each."""
    raw = small_study(folder)
    for name, make in FILES.values():
        make(raw / name)
    lines = _problems(run(folder))
    assert len(lines) == len(FILES), lines
    return {
        what: line
        for what, (name, _) in FILES.items()
        for line in lines
        if line.startswith(f"{_PREFIX}data/raw/{one_line(name)}: ")
    }


def format_lines(folder: Path) -> dict[str, str]:
    """One run over a file of each ending that is known and not read."""
    raw = small_study(folder)
    for suffix in REFUSED:
        (raw / f"plan{suffix}").write_bytes(b"x")
    lines = _problems(run(folder))
    return {line.removeprefix(f"{_PREFIX}data/raw/plan").partition(":")[0]: line for line in lines}


def limits(_: Path) -> dict[str, str]:
    """Largest size of a file by format."""
    return {f".{kind}": f"{size // MB} MB" for kind, size in LIMITS.items()}


def register_lines(folder: Path) -> dict[str, str]:
    """A run with each faulty register."""
    register = small_study(folder) / "plans.yaml"
    lines = {}
    for what, text in REGISTERS.items():
        register.write_text(text, encoding="utf-8")
        lines[what] = _problems(run(folder))[0]
    return lines


def entry_lines(folder: Path) -> dict[str, str]:
    """What ``check`` says of each entry that does not fit, once the plan is read."""
    register = small_study(folder) / "plans.yaml"
    lines = {}
    for what, text in ENTRIES.items():
        register.write_text(text, encoding="utf-8")
        assert run(folder)[0] == 0
        lines[what] = command(folder, "check")[1][0]
    return lines


def codebook_lines(folder: Path) -> dict[str, str]:
    """A run with each faulty codebook."""
    small_study(folder)
    return {what: _problems(run(own_codebook(folder, *CODEBOOKS[what])))[0] for what in CODEBOOKS}


def fault_lines(folder: Path) -> dict[str, str]:
    """What ``codebook lint`` says of each codebook with a faulty example."""
    small_study(folder)
    return {
        what: _problems(command(own_codebook(folder, *FAULTS[what]), "codebook", "lint"))[0]
        for what in FAULTS
    }


def situation_lines(folder: Path) -> dict[str, str]:
    """What each command says, in a study of its own."""
    lines = {}
    for number, (what, meet) in enumerate(SITUATIONS.items()):
        study = folder / str(number)
        small_study(study)
        line = _problems(meet(study))[0]
        lines[what] = line.replace("\\", "/").replace(study.as_posix(), "STUDY")
    return lines


#: Heading of the page -> what makes the rows of its table, in an empty folder.
SECTIONS: Mapping[str, Callable[[Path], dict[str, str]]] = {
    "Files in data/raw": file_lines,
    "Formats that are not read": format_lines,
    "How large a file may be": limits,
    "The register": register_lines,
    "Entries that do not fit": entry_lines,
    "The codebook": codebook_lines,
    "Examples in the codebook": fault_lines,
    "Folders, disks and the command line": situation_lines,
}


def _problems(done: tuple[int, list[str]]) -> list[str]:
    code, lines = done
    assert code == 1, lines
    return [line for line in lines if line.startswith(_PREFIX)]


def tables(page: str) -> dict[str, dict[str, str]]:
    """The tables of the page by the heading above them: first cell -> second, without backticks."""
    found: dict[str, dict[str, str]] = {}
    for section in re.split(r"^## ", page, flags=re.MULTILINE)[1:]:
        rows = re.findall(r"^\| (.+?) \| (.+?) \|$", section, flags=re.MULTILINE)
        found[section.splitlines()[0]] = {what: line.strip("`") for what, line in rows[1:]}
    return found


def _rewrite() -> None:
    """Put what is printed now into the tables of the page; its other words stay."""
    with tempfile.TemporaryDirectory() as folder:
        current = {name: rows(Path(folder) / str(at)) for at, (name, rows) in enumerate(SECTIONS.items())}
    sections = re.split(r"^(?=## )", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for number, section in enumerate(sections):
        rows = current.get(section.splitlines()[0].removeprefix("## "))
        if rows is None:
            continue
        code = "`" if "MB" not in next(iter(rows.values())) else ""
        body = "\n".join(f"| {what} | {code}{line}{code} |" for what, line in rows.items())
        head, rule, _ = re.split(r"(\|---\|---\|\n)", section)
        sections[number] = f"{head}{rule}{body}\n\n"
    PAGE.write_text("".join(sections).rstrip("\n") + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _rewrite()
