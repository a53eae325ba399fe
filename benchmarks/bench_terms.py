"""What counting words costs, as a ratio to ``jieba.lcut`` over the same text in the same process.

The limit is 3 for all of it: clauses, themes, commitment, shares with intervals, words, key words and
shared wording of every plan, with their tables. Compiling jieba's dictionary, once per process, is
left out on both sides.
"""

from __future__ import annotations

import random
import sys
import tempfile
from functools import partial
from pathlib import Path

import pandas as pd

from benchmarks.timing import best, ratio
from compare.coding import code
from compare.model import Plan
from compare.reading import read
from compare.sources import read_file
from compare.study.codebook.files import load_codebook, load_language
from compare.study.register.plans_file import load_register
from compare.tables.making.result import PlanResult
from compare.tables.storage.frames import gather
from compare.terms.build import keyed, plan_tables
from compare.terms.counting.keyness import Pool
from compare.terms.counting.segment import Segmenter
from compare.terms.counting.similarity import similarity
from compare.terms.language import Language
from compare.terms.wording.reuse import reuse

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 3.0


def results() -> list[PlanResult]:
    """The plans of the register, read and coded."""
    codebook = load_codebook(ROOT / "data" / "codebook")
    raw = ROOT / "data" / "raw"
    plans: list[Plan] = list(load_register(raw / "plans.yaml", "plans.yaml").plans)
    made = []
    for plan in plans:
        reading = read(read_file(raw / plan.source_file), codebook.lexicon)
        made.append(PlanResult(plan, reading, code(plan.plan_id, reading, codebook), "0" * 64, "txt"))
    return made


def whole(plans: list[PlanResult], language: Language, segmenter: Segmenter) -> dict[str, pd.DataFrame]:
    """Every table and measure of the room."""
    parts = [plan_tables(plan, language, segmenter) for plan in plans]
    tables = gather(parts)
    tables["terms"] = keyed(tables["terms"], Pool.of([tables["terms"]]))
    tables["reuse"] = shared(tables["clauses"])
    similarity(tables["terms"], tables["reuse"], tables["clauses"])
    return tables


def shared(clauses: pd.DataFrame) -> pd.DataFrame:
    """The table ``reuse``."""
    return pd.concat(reuse([clauses]), ignore_index=True)


def growth(clauses: pd.DataFrame) -> list[tuple[int, float]]:
    """Time to find shared wording in n times as many plans, as a ratio to n = 1 (linear is n).

    The further plans have the letters of the real ones in random order, so that they are as long and
    have as many terms, and share nothing.
    """
    shuffler = random.Random(1)

    def mixed(quote: str) -> str:
        return "".join(shuffler.sample(quote, len(quote)))

    def times(n: int) -> pd.DataFrame:
        more = [
            clauses.assign(plan_id=clauses["plan_id"] + f"-{i}", quote=clauses["quote"].map(mixed))
            for i in range(1, n)
        ]
        return pd.concat([clauses, *more], ignore_index=True)

    frames = {n: times(n) for n in (1, 2, 4, 8)}
    return [
        (n, ratio(partial(shared, frame), partial(shared, frames[1]), 3))
        for n, frame in frames.items()
        if n > 1
    ]


def main() -> int:
    """Print the ratios; 1 if the whole is over the limit."""
    codebook = load_codebook(ROOT / "data" / "codebook")
    language = load_language(ROOT / "data" / "codebook", codebook)
    plans = results()
    with tempfile.TemporaryDirectory() as folder:
        segmenter = Segmenter(language.words, Path(folder) / "ours")
        import jieba

        jieba.setLogLevel("CRITICAL")
        jieba.dt.tmp_dir = folder
        jieba.initialize()
        tables = whole(plans, language, segmenter)

    def words() -> object:
        return [jieba.lcut(plan.text) for plan in plans]

    parts = {
        "clauses, themes, words and shares": lambda: [
            plan_tables(plan, language, segmenter) for plan in plans
        ],
        "shared wording": lambda: shared(tables["clauses"]),
        "nearness of plans": lambda: similarity(tables["terms"], tables["reuse"], tables["clauses"]),
    }
    characters = sum(len(plan.text) for plan in plans)
    print(f"counting words in {len(plans)} plans, {characters} characters, as a ratio to jieba.lcut")
    print(f"{'jieba.lcut':36} {best(words, 7) * 1e3:8.1f} ms")
    for name, action in parts.items():
        print(f"{name:36} {ratio(action, words, 7):8.2f}")
    everything = ratio(lambda: whole(plans, language, segmenter), words, 7)
    print(f"{'all of it (the limit is 3)':36} {everything:8.2f}")
    print()
    print("growth: time to find shared wording among n times the plans, as a ratio to n = 1 (linear is n)")
    for n, longer in growth(tables["clauses"]):
        print(f"n = {n}: {longer:.1f}")
    return int(everything > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
