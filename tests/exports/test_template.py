"""A notebook of one's own: written once, at home with any study, other parameters too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from tests.support.notebooks import run_cells

from compare.exports.notebooks.template import file_name, notebook
from compare.study import StudyError, commands
from compare.tables.select import UnknownId


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many beds, and where?", "20_how_many_beds_and_where.ipynb"),
        ("床位要多少?", "20_床位要多少.ipynb"),
        ("???", "20_question.ipynb"),
        ("../../etc/passwd", "20_etc_passwd.ipynb"),
    ],
)
def test_a_question_gives_a_file_name(question: str, expected: str) -> None:
    """Words only: no sign that a file system or a path would take for its own."""
    assert expected == file_name(question, 20)


def test_the_command_writes_a_notebook_and_overwrites_none(study: Path) -> None:
    """The second one has the next number; the first is as it was."""
    first, second = (study / commands.notebook("床位?", "beds", study) for _ in range(2))
    assert ("20_床位.ipynb", "21_床位.ipynb") == (first.name, second.name)
    nbformat.validate(nbformat.read(first, as_version=4))
    assert first.read_bytes() == second.read_bytes()
    for path in (first, second):
        path.unlink()
    first.parent.rmdir()


def test_an_unknown_topic_names_those_that_come_near(study: Path) -> None:
    """Nothing is written for a group that is not there."""
    with pytest.raises(UnknownId, match="no group of indicators 'bed'; did you mean beds"):
        commands.notebook("?", "bed", study)


def test_where_no_number_is_free_it_says_so(study: Path) -> None:
    """One line with the remedy."""
    folder = study / "notebooks"
    folder.mkdir()
    paths = [folder / f"{number}_x.ipynb" for number in range(20, 90)]
    for path in paths:
        path.touch()
    with pytest.raises(StudyError, match="no free number"):
        commands.notebook("?", "beds", study)
    for path in paths:
        path.unlink()
    folder.rmdir()


@pytest.mark.parametrize("plans", [1, 2])
@pytest.mark.parametrize(
    "change",
    [
        {'language = "zh"': 'language = "en"', "year = 2035": "year = 2024"},
        {'topic = "beds"': 'topic = "parameters"'},
    ],
)
def test_it_runs_on_any_study_and_with_other_parameters(
    make_study: Callable[[Path, int], Path], tmp_path: Path, plans: int, change: dict[str, str]
) -> None:
    """Also where a topic has few values or one unit only."""
    shown = run_cells(notebook("床位要多少?", "beds"), make_study(tmp_path / "study", plans), change)
    assert shown.figures
