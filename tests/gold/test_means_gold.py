"""The five plans against the instruments and milestones coded by hand (one coder, sample checked)."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.means_scoring import (
    MeansScore,
    exact,
    means_table,
    presence_f1,
    read_rows,
    score_means,
    weighted_kappa,
)

from compare.coding.commitment.levels import UNBOUND
from compare.reading import read
from compare.sources import read_file
from compare.study.codebook.files import load_codebook, load_language, load_means
from compare.terms.clauses.tagging import clauses

ROOT = Path(__file__).resolve().parents[2]
ROWS = read_rows(Path(__file__).with_name("instruments.csv"))
MILESTONES = read_rows(Path(__file__).with_name("milestones.csv"))


@pytest.fixture(scope="module")
def scores() -> dict[str, MeansScore]:
    codebook, book = load_codebook(ROOT / "data" / "codebook"), load_means(ROOT / "data" / "codebook")
    return {
        plan: score_means(
            plan,
            read_file(ROOT / "data" / "raw" / f"{plan}.txt"),
            rows,
            MILESTONES.get(plan, []),
            codebook,
            book,
        )
        for plan, rows in ROWS.items()
    }


def test_the_cells_agree(scores: dict[str, MeansScore]) -> None:
    """Presence, level and evidence over plan and instrument, as promised to those who cite them."""
    cells = [cell for score in scores.values() for cell in score.cells]
    assert 0.95 <= presence_f1(cells)
    assert 0.85 <= exact(cells)
    assert 0.85 <= weighted_kappa(cells)
    shown = sum(score.evidence for score in scores.values())
    assert 0.85 <= sum(score.overlapping for score in scores.values()) / shown


def test_the_milestones_are_found(scores: dict[str, MeansScore]) -> None:
    """With action and deadline."""
    hits = sum(score.milestones_found for score in scores.values())
    either = sum(score.milestones_read + score.milestones_coded for score in scores.values())
    assert 0.90 <= 2 * hits / either


def test_a_wrong_row_is_counted_against_the_reader() -> None:
    """The score falls when a row is altered, so that the tests above can fail."""
    codebook, book = load_codebook(ROOT / "data" / "codebook"), load_means(ROOT / "data" / "codebook")
    document = read_file(ROOT / "data" / "raw" / "chuxiong.txt")
    rows = [{**row, "instrument": "lottery_fund", "level": "1"} for row in ROWS["chuxiong"]]
    score = score_means("chuxiong", document, rows, [], codebook, book)
    assert presence_f1(score.cells) < 0.1
    assert weighted_kappa(score.cells) < 0.1
    assert "lottery_fund: coded 1, read 3" in score.unlike
    assert "milestone not coded: 对发现的问题于2026年底前全面完成整改" in score.unlike
    assert "chuxiong" in means_table([score])


def test_clauses_bind_as_the_rows_coded_by_hand() -> None:
    """One reading of commitment: of a row that is encouraged the clauses are soft or permit, of any other
    at least one is neither. The figure of commitment stands on this."""
    codebook = load_codebook(ROOT / "data" / "codebook")
    language = load_language(ROOT / "data" / "codebook", codebook)
    right = total = 0
    for plan, rows in ROWS.items():
        document = read_file(ROOT / "data" / "raw" / f"{plan}.txt")
        found = clauses(read(document, codebook.lexicon), language)
        lines = document.text.split("\n")
        for row in rows:
            floor = sum(len(line) + 1 for line in lines[: int(row["line"]) - 1])
            start = document.text.find(row["quote"], floor)
            end = start + len(row["quote"])
            bound = [c.level.strength for c in found if c.piece.start < end and start < c.piece.end]
            total += bool(bound)
            right += bool(bound) and (row["level"] == "1") == UNBOUND.issuperset(bound)
    assert 0.97 <= right / total
