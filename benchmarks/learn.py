"""Learn weights that code what no rule codes, from texts that people have coded.

Usage: learn.py [--measure]
Needs scikit-learn beside the development set-up (CONTRIBUTING.md).
The texts are the sentences of ``tests/coding/codes.csv``, the measures beside it, the five plans with their
gold and ``benchmarks/coded_texts``. ``--measure`` codes each document of the last by weights that did not see
it and prints how many of the statements that the rules left without a code get the right one, by the
probability from which on a guess is taken. Without it weights are learned from all and written to
``data/codebook/learned.tsv.gz``.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.marked import plain  # noqa: E402
from benchmarks.scoring import paired, read_facts  # noqa: E402
from compare.coding import Codebook, code  # noqa: E402
from compare.coding.indicators.context.surroundings import Surroundings  # noqa: E402
from compare.coding.learned.codes import LearnedCoder  # noqa: E402
from compare.coding.learned.features import features  # noqa: E402
from compare.coding.learned.weights import NONE, SCALE, Weights, written  # noqa: E402
from compare.coding.normalized_reading import normalized  # noqa: E402
from compare.model import Coded, Document, Reading  # noqa: E402
from compare.reading import read  # noqa: E402
from compare.sources import read_file  # noqa: E402
from compare.study.codebook.files import LEARNED, default_codebook, load_codebook  # noqa: E402

CODES = ROOT / "tests" / "coding" / "codes.csv"
MEASURES = ROOT / "tests" / "coding" / "measures"
GOLD = (ROOT / "tests" / "gold" / "statements.csv", ROOT / "data" / "raw")
CODED = (
    ROOT / "benchmarks" / "coded_texts" / "statements.csv",
    ROOT / "benchmarks" / "coded_texts" / "texts",
)
#: From this probability on a guess is a code (docs/method.md).
THRESHOLD = 0.7
#: Documents are parted into so many; those of one are coded by weights learned from the others.
FOLDS = 5
#: A feature counts that stands in so many statements.
_SEEN = 3
#: A weight counts from this size on.
_SMALLEST = 0.3
_NEAR_MISS = 3.0
_STRENGTH = 30.0
_STEPS = 60


@dataclass(frozen=True, slots=True)
class Example:
    """A statement in its surroundings, with the right code and that of the rules ("" for none)."""

    document: str
    context: Surroundings
    right: str
    by_rules: str


def examples(codebook: Codebook) -> Iterator[Example]:
    """Every coded statement there is; ``codebook`` is one without weights."""
    with CODES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield from _marked(row["sentence"], codebook)
    for path in sorted(MEASURES.glob("*.txt")):
        yield from _marked(path.read_text(encoding="utf-8"), codebook)
    for facts, texts in (GOLD, CODED):
        for plan, rows in read_facts(facts).items():
            document = read_file(next(p for p in sorted(texts.glob(f"{plan}.*"))))
            reading = read(document, codebook.lexicon)
            coded = code(plan, reading, codebook)
            number = {one.statement_id: at for at, one in enumerate(coded)}
            right = {
                number[one.statement_id]: fact.indicator
                for fact, one, _, _ in paired(rows, coded, document)
                if one is not None
            }
            yield from _examples(plan if facts is CODED[0] else "", reading, coded, right, codebook)


def _marked(marked: str, codebook: Codebook) -> Iterator[Example]:
    text, marks = plain(marked)
    reading = read(Document(text, "txt"), codebook.lexicon)
    at = {mark.start: mark.indicator for mark in marks}
    right = {
        number: at[one.value_start] for number, one in enumerate(reading.statements) if one.value_start in at
    }
    yield from _examples("", reading, code("marked", reading, codebook), right, codebook)


def _examples(
    document: str, reading: Reading, coded: Sequence[Coded], right: Mapping[int, str], codebook: Codebook
) -> Iterator[Example]:
    """Statements whose number has a code in ``right``; one that the codebook lacks is none."""
    made = normalized(reading, codebook.short_names)
    for number, indicator in right.items():
        context = Surroundings(made.text, made.statements[number], made.passages)
        known = indicator if indicator in codebook.indicators else NONE
        yield Example(document, context, known, coded[number].indicator)


def fit(chosen: Sequence[Example], threshold: float) -> Weights:
    """Weights learned from examples. Needs scikit-learn."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    found = [features(one.context) for one in chosen]
    seen = Counter(feature for one in found for feature in one)
    kept = [{name: size for name, size in one.items() if seen[name] >= _SEEN} for one in found]
    vectors = DictVectorizer(dtype=np.float32)
    matrix = vectors.fit_transform(kept)
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    model = LogisticRegression(C=_STRENGTH, max_iter=_STEPS, tol=1e-3)
    model.fit(matrix, [one.right for one in chosen], sample_weight=[_counts(one) for one in chosen])
    classes = tuple(str(one) for one in model.classes_)
    of_feature = {
        str(name): said
        for name, column in zip(vectors.get_feature_names_out(), model.coef_.T, strict=True)
        if (said := _weights(column))
    }
    return Weights(threshold, classes, tuple(float(one) for one in model.intercept_), of_feature)


def _counts(one: Example) -> float:
    """How much an example counts: a near miss of ``codes.csv`` that must stay without a code counts more."""
    return _NEAR_MISS if one.right == NONE and not one.document else 1.0


def _weights(column: Iterable[float]) -> str:
    """The weights of a feature as the file has them, the small ones left out."""
    return ",".join(f"{at}:{round(one * SCALE)}" for at, one in enumerate(column) if abs(one) >= _SMALLEST)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What weights say of a statement that no rule codes and that they did not see."""

    probability: float
    said: str
    right: str


def held_out(chosen: Sequence[Example], codebook: Codebook) -> list[Outcome]:
    """Each document coded by weights learned from all others, statements that the rules left without."""
    names = sorted({one.document for one in chosen if one.document})
    outcomes = []
    for fold in range(FOLDS):
        out = {*names[fold::FOLDS]}
        weights = fit([one for one in chosen if one.document not in out], 0.0)
        outcomes += list(_outcomes(chosen, out, replace(codebook, learned=weights)))
        print(f"{fold + 1} of {FOLDS}", file=sys.stderr)
    return outcomes


def _outcomes(chosen: Sequence[Example], out: Collection[str], codebook: Codebook) -> Iterator[Outcome]:
    coder = LearnedCoder(codebook)
    for one in chosen:
        if one.document in out and not one.by_rules:
            found = coder.code(one.context)
            if found:
                yield Outcome(found.probability, found.indicator.id, one.right)


def table(outcomes: Sequence[Outcome]) -> dict[float, tuple[int, int, int]]:
    """Threshold -> codes that are right, those that are another's, and those of what the codebook lacks."""
    made = {}
    for step in range(50, 100, 5):
        sure = [one for one in outcomes if one.probability >= step / 100]
        right = sum(one.said == one.right for one in sure)
        lacking = sum(one.right == NONE for one in sure)
        made[step / 100] = (right, len(sure) - right - lacking, lacking)
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--measure", action="store_true", help="print what is right on texts held out")
    options = parser.parse_args()
    folder = default_codebook()
    codebook = replace(load_codebook(folder), learned=None)
    chosen = list(examples(codebook))
    if options.measure:
        print(f"{len(chosen)} statements; of those that the rules left, in documents that were held out:")
        for threshold, (right, wrong, lacking) in table(held_out(chosen, codebook)).items():
            print(f"  from {threshold:.2f} on: {right} right, {wrong} wrong, {lacking} of no indicator")
        return
    text = written(fit(chosen, THRESHOLD))
    (folder / LEARNED).write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))


if __name__ == "__main__":
    main()
