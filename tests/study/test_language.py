"""Words in a run: counted with the rest, kept for plans that stand, silent, and idle for free."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from compare.coding import CodebookError
from compare.study.codebook.files import default_codebook, load_codebook, load_language
from compare.study.codebook.lint import lint
from compare.study.loading import open_tables
from compare.study.place import Study

SHARED = "将符合条件的养老机构内设医疗卫生机构纳入医保定点管理范围"

IDLE = """
import sys
from contextlib import contextmanager
from pathlib import Path
from compare.study.runs import outputs
from compare.study.place import Study
from compare.study.runs.run import Options, run

outputs.EXPORTS = {}

@contextmanager
def silent(label, total):
    yield lambda: None

run(Study(Path(sys.argv[1])), Options(notebooks=False), silent)
found = {"jieba", "pandas", "numpy", "rapidfuzz"} & set(sys.modules)
sys.exit(", ".join(sorted(found)) or 0)
"""


def say(study: Study, file: str, words: str) -> None:
    """Add a paragraph to a plan."""
    path = study.raw / file
    path.write_text(
        f"{path.read_text(encoding='utf-8')}三、其他\n1.{words}。\n", encoding="utf-8", newline="\n"
    )


def test_a_run_counts_words_and_finds_shared_wording(study: Study, run: Any) -> None:
    """Offsets lead into the sources; the tables are there for every plan."""
    for file in ("jia.txt", "yi.txt"):
        say(study, file, SHARED)
    assert 0 == run(study).exit_code
    data = open_tables(study)
    assert {"jia-2021", "yi"} == set(data.clauses["plan_id"]) == set(data.terms["plan_id"])
    for row in data.clauses.to_dict("records"):
        assert row["quote"] == data.text(row["plan_id"])[row["start"] : row["end"]]
    (row,) = data.reuse.to_dict("records")
    assert SHARED == row["text"] == data.text("jia-2021")[row["start_a"] : row["end_a"]]
    assert SHARED == row["text_b"] == data.text("yi")[row["start_b"] : row["end_b"]]


def test_a_plan_that_is_not_read_again_keeps_its_words(study: Study, run: Any, reads: list[str]) -> None:
    """What compares plans is made anew from the rows that stay: as if all had been read."""
    run(study)
    say(study, "yi.txt", f"{SHARED},养老服务床位达到200张")
    reads.clear()
    run(study)
    assert ["yi"] == reads
    kept = open_tables(study)
    tables = {name: getattr(kept, name) for name in ("clauses", "themes", "terms", "reuse")}
    for path in study.processed.iterdir():
        path.unlink()
    run(study)
    again = open_tables(study)
    for name, frame in tables.items():
        pd.testing.assert_frame_equal(frame, getattr(again, name))


def test_jieba_s_cache_is_the_study_s(study: Study, run: Any) -> None:
    """Beside the state of the last run, which git ignores."""
    run(study)
    caches = [path for path in study.root.rglob("*") if "jieba" in path.name]
    # Another test of this process may have compiled the dictionary already.
    assert all(path.is_relative_to(study.state.parent) for path in caches)


def test_a_first_run_prints_nothing_of_its_libraries(study: Study, tmp_path: Path) -> None:
    """A process of its own: no log line, no warning, nothing in the folder all users share."""
    shared = tmp_path / "shared"
    shared.mkdir()
    environment = {**os.environ, "TMPDIR": str(shared), "TEMP": str(shared), "TMP": str(shared)}
    script = IDLE.partition("\nfound")[0]
    done = subprocess.run(
        [sys.executable, "-c", script, str(study.root)], capture_output=True, text=True, env=environment
    )
    assert ("", "", 0) == (done.stdout, done.stderr, done.returncode)
    assert [] == [path for path in shared.iterdir() if "jieba" in path.name]
    assert ["jieba.cache"] == [path.name for path in study.cache.iterdir()]


def test_a_run_with_nothing_to_do_imports_no_word_counting(study: Study, run: Any) -> None:
    """Nobody waits for a dictionary to learn that there is nothing to do."""
    run(study)
    done = subprocess.run([sys.executable, "-c", IDLE, str(study.root)], capture_output=True, text=True)
    assert ("", 0) == (done.stderr, done.returncode)


def test_a_broken_theme_stops_the_run_with_one_line(study: Study, run: Any) -> None:
    """Said once, with file and remedy, and not as a fault of every plan."""
    own = study.own_codebook
    own.mkdir(parents=True)
    for path in default_codebook().rglob("*.y*ml"):
        copy = own / path.relative_to(default_codebook())
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (own / "themes.yaml").write_text("- {id: x, label: {zh: 甲, en: A}, match: ['(']}\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"themes.yaml: x: match: '\(' is no valid pattern") as error:
        run(study)
    assert 1 == len(str(error.value).splitlines())


def test_a_codebook_without_themes_borrows_them(study: Study) -> None:
    """A study that keeps its own indicators need not copy what words are counted by."""
    own = study.own_codebook
    for path in default_codebook().rglob("*.y*ml"):
        name = path.relative_to(default_codebook())
        if name.stem not in ("themes", "commitment", "terms") and "wording" not in name.parts[0]:
            (own / name).parent.mkdir(parents=True, exist_ok=True)
            (own / name).write_bytes(path.read_bytes())
    borrowed = load_language(own, load_codebook(own))
    assert load_language(default_codebook(), load_codebook(default_codebook())) == borrowed


def test_lint_reads_the_examples_of_themes() -> None:
    """``codebook lint`` is silent on the codebook that comes with the project."""
    assert [] == [fault for fault in lint(default_codebook()) if "themes" in fault or "commitment" in fault]
