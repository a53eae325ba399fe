"""README and docs say what is: commands, tables, codes, printed lines, the recipe for a new plan."""

from __future__ import annotations

import argparse
import io
import re
import shlex
from collections.abc import Callable, Iterator, Sequence
from contextlib import chdir, redirect_stdout
from importlib.util import find_spec
from pathlib import Path

import pandas as pd
import pytest
from benchmarks.evaluate import evaluate
from tests.support.bad_inputs.page import SECTIONS, file_lines, tables
from tests.support.bad_inputs.studies import small_study
from tests.support.documents import Block, as_docx, as_html, as_pdf, as_txt
from tests.support.pages import PAGES, ROOT, WRITTEN, table

import compare
from compare import cli
from compare.exports.archive import write_atomically
from compare.exports.figure_files import charts
from compare.figures.drawing.chart import render
from compare.model import Comparator, Status
from compare.prose import of_study, sentence
from compare.study.place import Study
from compare.study.runs.exporting import AVAILABLE
from compare.study.runs.run import OBSERVED
from compare.study.runs.targets import TARGETS, target
from compare.tables.dataset import Dataset
from compare.tables.storage.schemas import schemas

README = PAGES["README.md"]
ENGLISH, CHINESE = README.split("\n## 中文说明\n")


def blocks(text: str, language: str = "") -> list[str]:
    """The code blocks of a page, in any depth of list."""
    found = re.findall(r"^( *)```(\w*)\n(.*?)^\1```$", text, flags=re.MULTILINE | re.DOTALL)
    return [
        re.sub(rf"^{indent}", "", body, flags=re.MULTILINE)
        for indent, name, body in found
        if name == language
    ]


def printed_commands() -> list[tuple[str, str]]:
    """Every line of a code block of the pages people write, with its page."""
    return [
        (name, line)
        for name, text in WRITTEN.items()
        for block in blocks(text)
        for line in block.splitlines()
        if line.strip()
    ]


# --- commands -------------------------------------------------------------------


def commands(parser: argparse.ArgumentParser, words: str = "compare-plans") -> Iterator[str]:
    """``compare-plans run``, ``compare-plans codebook show`` …: every command, with its subcommands."""
    below = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not below:
        yield words
    for action in below:
        for name, command in action.choices.items():
            yield from commands(command, f"{words} {name}")


@pytest.mark.parametrize("command", sorted(commands(cli._parser())))
def test_every_command_is_explained(command: str) -> None:
    """What a user can type is in README or docs."""
    assert any(command in text for text in WRITTEN.values())


def test_every_table_is_explained() -> None:
    """Each has its row in English and in Chinese; a table that was renamed leaves README too."""
    assert set(schemas()) == set(table(ENGLISH, "table"))
    assert set(schemas()) == set(table(CHINESE, "表"))


def test_every_export_is_explained() -> None:
    """Where each export is put is in README, in both languages."""
    study = Study(ROOT)
    assert list(TARGETS) == list(AVAILABLE)
    for name in TARGETS:
        where = f"`{study.show(target(study, name))}"
        assert where in ENGLISH
        assert where in CHINESE


def test_printed_commands_exist() -> None:
    """Every line of a code block can be typed: a target of make, a command with its arguments, a module."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))
    checked = set()
    for name, line in printed_commands():
        program, *arguments = shlex.split(line, posix=False)
        checked.add(program)
        match program:
            case "make":
                assert arguments[0] in targets, f"{name}: {line}"
            case "compare-plans":
                cli._parser().parse_args(arguments)
            case "python" | "py":
                assert arguments[0] == "-m", f"{name}: {line}"
                assert find_spec(arguments[1]), f"{name}: {line}"
            case _:
                assert program in ("git", "conda", r".venv\Scripts\activate"), f"{name}: {line}"
    assert {"make", "compare-plans", "python"} <= checked


def test_commands_in_running_text_exist() -> None:
    """Also those in backquotes, where placeholders stand for names."""
    known = set(commands(cli._parser()))
    for name, text in WRITTEN.items():
        for found in re.findall(r"`(compare-plans(?: [a-z]+)*)", text):
            near = [command for command in known if command.startswith(found) or found.startswith(command)]
            assert near or found == "compare-plans", f"{name}: {found}"


def test_installing_by_hand_is_what_make_does() -> None:
    """The Windows way has the arguments of the Makefile, so that both end with the same packages."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = re.findall(r"\$\(PIP\) (install .*)", makefile)
    assert len(installs) == 2
    for arguments in installs:
        assert f"python -m pip {arguments}" in ENGLISH


def test_the_python_of_readme_prints_what_readme_shows() -> None:
    """The first lines a researcher copies work on the tables of this repository, word for word as shown, and
    in a terminal of 80 columns no column is hidden."""
    first, *further = blocks(ENGLISH, "python")
    expected = blocks(ENGLISH, "text")[0]
    names: dict[str, object] = {}
    with chdir(ROOT), pd.option_context("display.width", 80, "display.max_columns", 0):
        printed = [_printed(example, names) for example in (first, *further)]
    assert expected == printed[0]
    assert "。" in printed[1]
    assert [] == [
        line for text in printed for line in text.splitlines() if re.search(r"  \.\.\.(?:  |$)", line)
    ]


def test_the_finding_that_readme_quotes_is_printed_by_a_run() -> None:
    """Word for word one of the last lines of ``compare-plans run`` on the plans of this repository."""
    quoted = " ".join(re.findall(r"^> (.*)$", ENGLISH, re.MULTILINE))
    study = compare.load(ROOT)
    assert quoted in [sentence(one, study.labels, "en") for one in of_study(study)[:OBSERVED]]


def _printed(example: str, names: dict[str, object]) -> str:
    shown = io.StringIO()
    with redirect_stdout(shown):
        exec(compile(example, "README.md", "exec"), names)
    return shown.getvalue()


# --- codes, numbers --------------------------------------------------------


@pytest.mark.parametrize("codes, head, zh", [(Status, "status", "状态"), (Comparator, "comparator", "")])
def test_every_code_is_explained(codes: type[Status] | type[Comparator], head: str, zh: str) -> None:
    """A reader of the comparison finds each status and comparator in both languages."""
    assert {str(code) for code in codes} == set(table(ENGLISH, head))
    assert all(f"`{code}`" in CHINESE for code in codes)
    assert not zh or {str(code) for code in codes} == set(table(CHINESE, zh))


def test_what_readme_shows_of_explain_is_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Word for word, so that no reader looks for a rule that has another name now."""
    (command,) = (line for _, line in printed_commands() if line.startswith("compare-plans explain"))
    shown = blocks(ENGLISH, "text")[-1]
    monkeypatch.chdir(ROOT)
    assert 0 == cli.main(shlex.split(command)[1:])
    assert shown == capsys.readouterr().out


def test_the_agreement_that_readme_states_is_measured() -> None:
    """207 of 207 is what `make evaluate` prints, or README is wrong."""
    scores = evaluate(ROOT / "tests" / "gold" / "statements.csv", ROOT / "data" / "raw")
    full, facts = sum(len(one.full) for one in scores), sum(one.facts for one in scores)
    assert f"{full} of {facts} statements" in ENGLISH
    assert f"{facts} 条陈述" in CHINESE


# --- what is printed when something is wrong ---------------------------------------


@pytest.mark.parametrize("heading", SECTIONS)
def test_the_page_of_bad_input_is_what_is_printed(tmp_path: Path, heading: str) -> None:
    """What a researcher reads on the screen is on the page, word for word, and the page has no other case.

    `python -m tests.support.bad_inputs` writes its tables anew.
    """
    shown = tables(PAGES["docs/bad-input.md"])
    assert SECTIONS[heading](tmp_path) == shown[heading]


def test_bad_files_cost_a_good_plan_nothing(tmp_path: Path) -> None:
    """It is read in the same run, and nothing else is in the tables."""
    file_lines(tmp_path)
    assert ["good"] == list(compare.load(tmp_path).plans["plan_id"])


# --- the recipe for a new plan -----------------------------------------------------

MORE: tuple[Block, ...] = (
    "昆明市人民政府办公室关于印发昆明市推进养老服务发展实施方案的通知",
    "昆政办发〔2023〕19号",
    "昆明市推进养老服务发展实施方案",
    "一、总体目标",
    "为加快建设居家社区机构相协调、医养康养相结合的养老服务体系，结合本市实际，制定本方案。",
    "到2025年底，全市养老机构护理型床位占比不低于58%，每个街道至少建成1个综合养老服务中心，探访率达到100%。",
    "二、任务分解",
    [["县（市、区）", "护理型床位（张）"], ["甲县", "120"], ["乙县", "80"], ["合计", "200"]],
    "三、保障措施",
    "每年安排不低于55%的福利彩票公益金用于养老服务，由市民政局会同市财政局负责落实，并于每年年底前报告使用情况。",
    "昆明市人民政府办公室",
    "2023年5月16日",
)


def _beds(dataset: Dataset, target: Path) -> list[Path]:
    """The figure of beds alone: drawing all of them has tests of its own."""
    return [
        write_atomically(target / f"{chart.name}.png", render(chart, "png"))
        for chart in charts(dataset, "zh", "values", ["beds"])
    ]


@pytest.mark.parametrize(
    "ending, make", [("txt", as_txt), ("html", as_html), ("docx", as_docx), ("pdf", as_pdf)]
)
def test_the_recipe_leads_from_file_to_figure(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    ending: str,
    make: Callable[[Sequence[Block]], bytes],
) -> None:
    """One more plan through the commands of docs/new-plan.md as they are printed, in each format.

    That every format gives the same is held by tests/study/test_new_plan.py.
    """
    study = tmp_path / "study"
    small_study(study)
    monkeypatch.chdir(study)
    monkeypatch.setattr("compare.study.runs.outputs.EXPORTS", {"figures": _beds})
    assert 0 == cli.main(["run"])
    Path(f"plan.{ending}").write_bytes(make(MORE))

    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    capsys.readouterr()
    printed = {}
    for line in (line for block in blocks(PAGES["docs/new-plan.md"]) for line in block.splitlines()):
        program, *arguments = shlex.split(line.replace("plan.html", f"plan.{ending}"))
        if program == "compare-plans":
            assert 0 == cli.main(arguments), line
            printed[arguments[0]] = capsys.readouterr().out
    assert {"extract", "add", "run", "check", "diff", "codebook"} <= set(printed)

    assert "58" in printed["extract"]
    assert "registered kunming-2023" in printed["add"]
    assert "read 1 of 1 stale plans" in printed["run"]
    assert "numerals without a role: 0 of" in printed["check"]
    assert "kunming-2023" in printed["diff"]
    dataset = compare.load(study)
    (entry,) = dataset.plans.query("plan_id == 'kunming-2023'").to_dict("records")
    assert ("昆明市", "530100", "昆政办发〔2023〕19号", "2023-05-16") == tuple(
        entry[key] for key in ("region_zh", "region_code", "document_number", "issued_on")
    )
    cell = dataset.matrix("nursing_bed_share").set_index("plan_id").loc["kunming-2023"]
    assert ("stated", "ge", 58, "2025") == tuple(cell[["status", "comparator", "value_low", "deadline"]])
    assert list(Path("reports", "figures").glob("values*.png"))
