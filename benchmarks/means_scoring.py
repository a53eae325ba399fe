"""How instruments and milestones are scored against plans coded by hand (tests/gold/instruments.csv).

A cell is a plan and an instrument; its level is the highest of the items that carry it, 0 where none does. A
milestone is found when one with its deadline and action overlaps the coded words.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from compare.coding import Codebook
from compare.coding.instruments.codebook import MeansBook
from compare.coding.instruments.coder import code_means
from compare.model import Document, Means, MeansOfPlan
from compare.reading import read

_LEVELS = 4


@dataclass(frozen=True, slots=True)
class CodedMeans:
    """A row coded by hand, its words as a span of the text."""

    instrument: str
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CodedMilestone:
    """A milestone coded by hand, its words as a span of the text."""

    action: str
    deadline: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MeansScore:
    """A plan's cells as (instrument, level coded, level read), the evidence that overlaps, the milestones.

    ``evidence`` are cells that both have; of ``overlapping`` the clause read is one that was coded.
    """

    plan: str
    cells: tuple[tuple[str, int, int], ...]
    evidence: int
    overlapping: int
    milestones_coded: int
    milestones_read: int
    milestones_found: int
    unlike: tuple[str, ...]


def read_rows(path: Path) -> dict[str, list[dict[str, str]]]:
    """The rows of a hand-coded table by plan."""
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[row["doc"]].append(row)
    return dict(rows)


def score_means(
    plan: str,
    document: Document,
    rows: Sequence[Mapping[str, str]],
    milestones: Sequence[Mapping[str, str]],
    codebook: Codebook,
    book: MeansBook,
) -> MeansScore:
    """Read and code a document and compare its means with the coded ones."""
    found = code_means(read(document, codebook.lexicon), book)
    starts = [0, *(at + 1 for at, sign in enumerate(document.text) if sign == "\n")]
    coded: dict[str, list[CodedMeans]] = defaultdict(list)
    for row in rows:
        start = _at(document.text, row, starts)
        end = start + len(row["quote"])
        coded[row["instrument"]].append(CodedMeans(row["instrument"], int(row["level"]), start, end))
    seen: dict[str, list[Means]] = defaultdict(list)
    for means in found.means:
        seen[means.instrument].append(means)
    cells = tuple(
        (name, _level(coded.get(name, ())), _level(seen.get(name, ()))) for name in book.instruments
    )
    both = [name for name, first, second in cells if first and second]
    overlapping = [name for name in both if _overlap(min(seen[name], key=Means.rank), coded[name])]
    wanted = [
        CodedMilestone(row["action"], row["deadline"], start, start + len(row["quote"]))
        for row in milestones
        for start in (_at(document.text, row, starts),)
    ]
    hits = _matched(wanted, found)
    unlike = [f"{name}: coded {first}, read {second}" for name, first, second in cells if first != second]
    unlike += [
        f"milestone not found: {w.deadline} {w.action} {document.text[w.start : w.end]}" for w in hits.missed
    ]
    unlike += [f"milestone not coded: {document.text[start:end]}" for start, end in hits.extra]
    return MeansScore(
        plan,
        cells,
        len(both),
        len(overlapping),
        len(wanted),
        len(found.milestones),
        len(wanted) - len(hits.missed),
        tuple(unlike),
    )


@dataclass(frozen=True, slots=True)
class _Hits:
    missed: tuple[CodedMilestone, ...]
    extra: tuple[tuple[int, int], ...]


def _matched(wanted: Sequence[CodedMilestone], found: MeansOfPlan) -> _Hits:
    """Each milestone read answers one coded at most."""
    free = list(found.milestones)
    missed = []
    for one in wanted:
        same = [
            other
            for other in free
            if (other.action, other.deadline) == (one.action, one.deadline)
            and other.start < one.end
            and one.start < other.end
        ]
        if same:
            free.remove(same[0])
        else:
            missed.append(one)
    return _Hits(tuple(missed), tuple((other.start, other.end) for other in free))


def _at(text: str, row: Mapping[str, str], starts: Sequence[int]) -> int:
    start = text.find(row["quote"], starts[int(row["line"]) - 1])
    if start < 0:
        raise ValueError(f"line {row['line']}: the quotation is not in the text: {row['quote']}")
    return start


def _level(rows: Iterable[CodedMeans | Means]) -> int:
    return max((row.level for row in rows), default=0)


def _overlap(one: Means, coded: Sequence[CodedMeans]) -> bool:
    return any(other.start < one.end and one.start < other.end for other in coded)


def presence_f1(cells: Sequence[tuple[str, int, int]]) -> float:
    """Of what both find against what either does, by F1."""
    both = sum(first > 0 and second > 0 for _, first, second in cells)
    either = sum((first > 0) + (second > 0) for _, first, second in cells)
    return 2 * both / either if either else 0.0


def exact(cells: Sequence[tuple[str, int, int]]) -> float:
    """Share of the cells with the same level, absent ones among them."""
    return sum(first == second for _, first, second in cells) / len(cells) if cells else 0.0


def weighted_kappa(cells: Sequence[tuple[str, int, int]]) -> float:
    """Cohen's kappa with linear weights over the levels 0 to 3."""
    first = [sum(one == level for _, one, _ in cells) for level in range(_LEVELS)]
    second = [sum(two == level for _, _, two in cells) for level in range(_LEVELS)]
    apart = sum(abs(one - two) for _, one, two in cells)
    chance = sum(first[i] * second[j] * abs(i - j) for i in range(_LEVELS) for j in range(_LEVELS))
    return 1 - apart * len(cells) / chance if chance else 1.0


def means_table(scores: Sequence[MeansScore]) -> str:
    """The scores as a table for the terminal."""
    lines = [
        f"{'means':32} {'cells':>5}  presence F1  exact  kappa  evidence   milestones P    R     F1",
        *(_row(score.plan, [score]) for score in scores),
    ]
    return "\n".join([*lines, _row("all", scores)])


def _row(name: str, scores: Sequence[MeansScore]) -> str:
    cells = [cell for score in scores for cell in score.cells]
    shown = sum(score.evidence for score in scores)
    evidence = sum(score.overlapping for score in scores) / shown if shown else 0.0
    hits = sum(score.milestones_found for score in scores)
    read_, coded = sum(s.milestones_read for s in scores), sum(s.milestones_coded for s in scores)
    precision, recall = (hits / read_ if read_ else 0.0), (hits / coded if coded else 0.0)
    f1 = 2 * hits / (read_ + coded) if read_ + coded else 0.0
    kappa = weighted_kappa(cells)
    return (
        f"{name:32} {len(cells):5}  {presence_f1(cells):11.3f}  {exact(cells):5.3f}  {kappa:5.3f}"
        f"  {evidence:8.3f}   {precision:12.3f} {recall:5.3f} {f1:6.3f}"
    )
