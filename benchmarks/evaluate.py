"""`make evaluate`: found and full F1 per plan against the coded facts, the share of wrong and of missing
codes, and gains and losses since HEAD; presence, level and evidence of the instruments, and the
milestones, against those coded by hand.

Usage: evaluate.py [--facts FILE.csv --texts DIR] [--means FOLDER] [--codes] [--rules-alone] [--quiet]
By default the five plans of data/raw against tests/gold/statements.csv, and against instruments.csv and
milestones.csv of the same folder.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FACTS = ROOT / "tests" / "gold" / "statements.csv"
#: Made-up measures with many amounts of money, the codes written into the text.
MEASURES = ROOT / "tests" / "coding" / "measures"
sys.path.insert(0, str(ROOT))

from benchmarks.marked import OUTCOMES, outcomes  # noqa: E402
from benchmarks.means_scoring import MeansScore, means_table, read_rows, score_means  # noqa: E402
from benchmarks.scoring import CODES, FIELDS, OFFERS, Score, read_facts, score  # noqa: E402
from compare.sources import read_file  # noqa: E402
from compare.study.codebook.files import load_codebook, load_means  # noqa: E402


def evaluate(facts_file: Path, texts: Path, *, rules_alone: bool = False) -> list[Score]:
    """Score every plan of a facts file whose text is in ``texts``; with ``rules_alone`` without what was
    learned."""
    codebook = load_codebook(ROOT / "data" / "codebook")
    if rules_alone:
        codebook = replace(codebook, learned=None)
    scores = []
    for plan, facts in read_facts(facts_file).items():
        source = next((p for p in sorted(texts.glob(f"{plan}.*")) if p.suffix in (".txt", ".md")), None)
        if source is None:
            print(f"{plan}: no text in {texts}", file=sys.stderr)
            continue
        scores.append(score(plan, read_file(source), facts, codebook))
    return scores


def evaluate_means(folder: Path, texts: Path) -> list[MeansScore]:
    """Score the means of every plan of ``instruments.csv`` whose text is in ``texts``."""
    codebook, book = load_codebook(ROOT / "data" / "codebook"), load_means(ROOT / "data" / "codebook")
    milestones = read_rows(folder / "milestones.csv")
    return [
        score_means(plan, read_file(source), rows, milestones.get(plan, []), codebook, book)
        for plan, rows in read_rows(folder / "instruments.csv").items()
        for source in sorted(texts.glob(f"{plan}.*"))
        if source.suffix in (".txt", ".md")
    ]


def table(scores: list[Score]) -> str:
    """The scores as a table for the terminal, with the agreement of fields and of codes below."""
    lines = [f"{'plan':32} {'facts':>5} {'read':>5}  found P     R    F1    full P     R    F1"]
    lines += [_row(one.plan, one, len(one.found), len(one.full)) for one in scores]
    facts, statements = (sum(one.facts for one in scores), sum(one.statements for one in scores))
    fields = {f: sum(one.fields[f] for one in scores) for f in FIELDS}
    codes = {c: sum(one.codes[c] for one in scores) for c in CODES}
    offers = {o: sum(one.offers[o] for one in scores) for o in OFFERS}
    total = Score("all", facts, statements, (), (), (), (), (), fields, codes, offers)
    found, full = (sum(len(one.found) for one in scores), sum(len(one.full) for one in scores))
    agreement = "; ".join(f"{f} {_three(total, fields[f])}" for f in FIELDS)
    lines += [
        _row("all", total, found, full),
        "",
        f"field agreement (P R F1): {agreement}",
        codes_line(codes),
    ]
    if codes["uncoded"]:
        lines.append(
            f"of {codes['uncoded']} uncoded, review offers the right indicator first for {offers['first']}, "
            f"among others for {offers['offered']}"
        )
    return "\n".join(lines)


def codes_line(codes: dict[str, int]) -> str:
    """How many facts that were found have a wrong code, and how many none though the codebook has theirs."""
    known = codes["right"] + codes["wrong"] + codes["uncoded"]
    foreign = codes["foreign_coded"] + codes["foreign_uncoded"]
    shares = ", ".join(
        f"{codes[name]} {name} ({codes[name] / known if known else 0:.1%})"
        for name in ("right", "wrong", "uncoded")
    )
    line = f"codes of {known} facts found: {shares}"
    if foreign:
        line += (
            f"; {foreign} more have a code that the codebook lacks, {codes['foreign_coded']} of them coded"
        )
    return line


def measure_line(measure: Path) -> str:
    """The outcome of the codes of one made-up measure."""
    found = outcomes(measure.read_text(encoding="utf-8"), load_codebook(ROOT / "data" / "codebook"))
    shares = ", ".join(f"{found[name]} {name} ({found[name] / found.total():.1%})" for name in OUTCOMES)
    return f"codes of {found.total()} values in {measure.name} (made up): {shares}"


def _three(one: Score, hits: int) -> str:
    return " ".join(f"{r:.3f}" for r in one.rates(hits))


def _row(name: str, one: Score, found: int, full: int) -> str:
    return f"{name:32} {one.facts:5} {one.statements:5}  {_three(one, found)}   {_three(one, full)}"


def _hits(scores: list[Score]) -> dict[str, list[str]]:
    return {
        "found": sorted(str(f) for s in scores for f in s.found),
        "full": sorted(str(f) for s in scores for f in s.full),
    }


def _before(arguments: list[str]) -> dict[str, list[str]] | None:
    """Hits of the code at HEAD, run in a checkout of its own; None where HEAD has no evaluation."""
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, capture_output=True, check=False)
        if archive.returncode:
            return None
        subprocess.run(["tar", "-x", "-C", folder], input=archive.stdout, check=True)
        run = subprocess.run(
            [sys.executable, str(Path(folder) / "benchmarks" / "evaluate.py"), "--codes", *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={"PYTHONPATH": str(Path(folder) / "src"), "PATH": ""},
        )
        return json.loads(run.stdout) if run.returncode == 0 else None


def _print_differences(scores: list[Score]) -> None:
    for one in scores:
        for fact in one.missed:
            print(f"missed  {fact}  ({fact.low} {fact.high} {fact.unit} {fact.comparator})")
        for item in one.extra:
            s = item.statement
            print(f"extra   {one.plan} {s.subject}: {s.value_text} ({s.value_low} {s.unit} {s.comparator})")
        for fact, item, fields in one.unlike:
            s = item.statement
            print(
                f"unlike  {fact}  {fields}: {fact.deadline or '-'} {fact.indicator}"
                f" <> {s.deadline or '-'} {item.indicator or '-'}"
            )


def _print_gains(arguments: list[str], scores: list[Score]) -> None:
    before = _before(arguments)
    if before is None:
        return
    now = _hits(scores)
    for kind in ("found", "full"):
        for fact in sorted(set(now[kind]) - set(before[kind])):
            print(f"gain in {kind} since HEAD: {fact}")
        for fact in sorted(set(before[kind]) - set(now[kind])):
            print(f"LOSS in {kind} since HEAD: {fact}")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--facts", type=Path, default=FACTS)
    parser.add_argument("--texts", type=Path, default=ROOT / "data" / "raw")
    parser.add_argument(
        "--means", type=Path, help="the folder with instruments.csv and milestones.csv (that of --facts)"
    )
    parser.add_argument(
        "--codes", action="store_true", help="print the hits as JSON, for comparing two versions"
    )
    parser.add_argument(
        "--rules-alone", action="store_true", help="without the weights that were learned from coded texts"
    )
    parser.add_argument("--quiet", action="store_true", help="the table only, without misses and extras")
    options = parser.parse_args()
    if not options.facts.is_file():
        parser.error(f"--facts: {options.facts}: no such file; name the CSV file of coded facts")
    if not options.texts.is_dir():
        parser.error(f"--texts: {options.texts}: no such folder; name the one with the plans")
    scores = evaluate(options.facts, options.texts, rules_alone=options.rules_alone)
    if options.codes:
        print(json.dumps(_hits(scores)))
        return 0
    print(table(scores))
    for measure in sorted(MEASURES.glob("*.txt")):
        print(measure_line(measure))
    folder = options.means or options.facts.parent
    means = evaluate_means(folder, options.texts) if (folder / "instruments.csv").is_file() else []
    if means:
        print(f"\n{means_table(means)}")
    if not options.quiet:
        for line in (f"means   {one.plan}: {line}" for one in means for line in one.unlike):
            print(line)
        _print_differences(scores)
        named = ["--facts", str(options.facts.resolve()), "--texts", str(options.texts.resolve())]
        alone = ["--rules-alone"] if options.rules_alone else []
        _print_gains(alone if options.facts == FACTS else named + alone, scores)
    return 0


if __name__ == "__main__":
    sys.exit(main())
