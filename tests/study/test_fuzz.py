"""A few hundred mutated plans; ``python -m benchmarks.fuzz --count N`` takes as many as you like."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks import fuzz
from benchmarks.fuzz import Fault, document, faults, run

from compare.coding import Codebook
from compare.study.codebook.files import load_codebook

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook(ROOT / "data" / "codebook")


def test_mutated_plans_are_read_or_refused(codebook: Codebook, tmp_path: Path) -> None:
    """No crash, no hang, every value in its place, every digit in the ledger of numerals."""
    found = [(name, fault) for name, _, fault in run(range(250), 11, tmp_path, codebook)]
    assert [] == [one for one in found if one[1].kind != "role"]


def test_a_document_is_the_same_for_its_number_and_seed() -> None:
    """So that a fault can be looked at again."""
    assert [document(n, 4) for n in range(9)] == [document(n, 4) for n in range(9)]
    assert document(1, 4) != document(1, 5)


def test_faults_are_noticed(codebook: Codebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that fails, and one that does not end."""
    path = tmp_path / "a.txt"
    path.write_text("养老服务床位达到300张。", encoding="utf-8")
    assert [] == faults(path, codebook)
    monkeypatch.setattr(fuzz, "read", lambda *_: 1 / 0)
    assert [Fault("crash", "ZeroDivisionError: division by zero")] == faults(path, codebook)

    def endless(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr(fuzz, "read", endless)
    monkeypatch.setattr(fuzz, "PATIENCE", 0.2)
    if hasattr(fuzz.signal, "setitimer"):
        assert ["hang"] == [fault.kind for fault in faults(path, codebook)]
