"""Segmentation: the words of the codebook stay whole, and jieba leaves no trace elsewhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.terms.counting.segment import Segmenter, segmenter

# A fresh process with a temporary folder of its own: what jieba prints or leaves behind is seen there.
SCRIPT = """
import logging, sys
from pathlib import Path
from compare.terms.counting.segment import Segmenter
words = Segmenter(["家庭照护床位"], Path(sys.argv[1])).cut("探索建立家庭照护床位机制")
assert "家庭照护床位" in words, words
import jieba
assert not jieba.dt.initialized
assert not jieba.default_logger.disabled
"""


@pytest.mark.parametrize("term", ["医养结合", "家庭照护床位", "农村互助幸福院", "以奖代补"])
def test_reviewed_terms_stay_whole(segmenter: Segmenter, term: str) -> None:
    """jieba's own dictionary would cut them up."""
    assert term in segmenter.cut(f"加快推进{term}工作")


def test_unknown_words_are_not_guessed(segmenter: Segmenter) -> None:
    """供其 is no word, though jieba would make one of it."""
    assert "供其" not in segmenter.cut("可提供给社会力量,供其开展日间照料")


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_pieces_joined_are_the_text(segmenter: Segmenter, text: str) -> None:
    """Nothing is lost or added, whatever the text."""
    assert text == "".join(segmenter.cut(text))


def test_the_order_of_the_words_does_not_matter(tmp_path: Path) -> None:
    """A codebook sorted in another way gives the same pieces."""
    words = ["养老服务设施", "养老服务", "社区居家", "居家养老服务"]
    text = "社区居家养老服务设施和养老服务中心"
    assert Segmenter(words, tmp_path).cut(text) == Segmenter(words[::-1], tmp_path).cut(text)


def test_jieba_is_silent_and_keeps_to_its_folder(tmp_path: Path) -> None:
    """No line on the screen, nothing in the temporary folder that all users share, its cache in ours."""
    shared, cache = tmp_path / "shared", tmp_path / "study" / "cache"
    shared.mkdir()
    command = [sys.executable, "-W", "default", "-c", SCRIPT, str(cache)]
    environment = {"TMPDIR": str(shared), "TEMP": str(shared), "TMP": str(shared), "PYTHONUTF8": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env={**_needed(), **environment})
    assert ("", "", 0) == (done.stdout, done.stderr, done.returncode)
    assert [] == list(shared.iterdir())
    assert ["jieba.cache"] == [path.name for path in cache.iterdir()]


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    """The dictionary is then compiled each time."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert ["养老"] == Segmenter([], tmp_path / "file" / "cache").cut("养老")


def test_a_segmenter_is_made_once(tmp_path: Path) -> None:
    """Reading forty plans compiles the dictionary once; other words make another."""
    first = segmenter(("甲乙",), tmp_path)
    assert first is segmenter(("甲乙",), tmp_path / "elsewhere")
    assert first is not segmenter(("丙丁",), tmp_path)


def _needed() -> dict[str, str]:
    import os

    return {name: value for name, value in os.environ.items() if name not in ("TMPDIR", "TEMP", "TMP")}
