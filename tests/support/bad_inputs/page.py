"""The tables of ``docs/bad-input.md``: what is printed of each case."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.support.bad_inputs.entries import CODEBOOKS, ENTRIES, FAULTS, REGISTERS, own_codebook
from tests.support.bad_inputs.files import FILES
from tests.support.bad_inputs.situations import SITUATIONS
from tests.support.bad_inputs.studies import PREFIX, command, run, small_study

from compare.sources import LIMITS, REFUSED
from compare.sources.errors import one_line
from compare.sources.formats import MB

ROOT = Path(__file__).parents[3]


PAGE = ROOT / "docs" / "bad-input.md"


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
        if line.startswith(f"{PREFIX}data/raw/{one_line(name)}: ")
    }


def format_lines(folder: Path) -> dict[str, str]:
    """One run over a file of each ending that is known and not read."""
    raw = small_study(folder)
    for suffix in REFUSED:
        (raw / f"plan{suffix}").write_bytes(b"x")
    lines = _problems(run(folder))
    return {line.removeprefix(f"{PREFIX}data/raw/plan").partition(":")[0]: line for line in lines}


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
    return [line for line in lines if line.startswith(PREFIX)]


def tables(page: str) -> dict[str, dict[str, str]]:
    """The tables of the page by the heading above them: first cell -> second, without backticks."""
    found: dict[str, dict[str, str]] = {}
    for section in re.split(r"^## ", page, flags=re.MULTILINE)[1:]:
        rows = re.findall(r"^\| (.+?) \| (.+?) \|$", section, flags=re.MULTILINE)
        found[section.splitlines()[0]] = {what: line.strip("`") for what, line in rows[1:]}
    return found


def rewrite() -> None:
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
