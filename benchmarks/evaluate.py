"""`make evaluate`: found and full F1 per plan against the coded facts, with gains and losses since HEAD.

Usage: evaluate.py [--facts FILE.csv --texts DIR] [--codes] [--quiet]
By default the five plans of data/raw against tests/gold/statements.csv.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.scoring import FIELDS, Score, read_facts, score  # noqa: E402
from compare.sources import read_file  # noqa: E402
from compare.study.codebook.files import load_codebook  # noqa: E402


def evaluate(facts_file: Path, texts: Path) -> list[Score]:
    """Score every plan of a facts file whose text is in ``texts``."""
    codebook = load_codebook(ROOT / "data" / "codebook")
    scores = []
    for plan, facts in read_facts(facts_file).items():
        source = next((p for p in sorted(texts.glob(f"{plan}.*")) if p.suffix in (".txt", ".md")), None)
        if source is None:
            print(f"{plan}: no text in {texts}", file=sys.stderr)
            continue
        scores.append(score(plan, read_file(source), facts, codebook))
    return scores


def table(scores: list[Score]) -> str:
    """The scores as a table for the terminal."""
    lines = [f"{'plan':32} {'facts':>5} {'read':>5}  found P     R    F1    full P     R    F1"]
    total = Score("all", 0, 0, (), (), (), (), (), dict.fromkeys(FIELDS, 0))
    found = full = 0
    for one in scores:
        lines.append(_row(one.plan, one, len(one.found), len(one.full)))
        found, full = found + len(one.found), full + len(one.full)
        total = Score(
            "all",
            total.facts + one.facts,
            total.statements + one.statements,
            (),
            (),
            (),
            (),
            (),
            {f: total.fields[f] + one.fields[f] for f in FIELDS},
        )
    lines.append(_row("all", total, found, full))
    lines.append("")
    lines.append(
        "field agreement (P R F1): " + "; ".join(f"{f} " + _three(total, total.fields[f]) for f in FIELDS)
    )
    return "\n".join(lines)


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


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--facts", type=Path, default=ROOT / "tests" / "gold" / "statements.csv")
    parser.add_argument("--texts", type=Path, default=ROOT / "data" / "raw")
    parser.add_argument(
        "--codes", action="store_true", help="print the hits as JSON, for comparing two versions"
    )
    parser.add_argument("--quiet", action="store_true", help="the table only, without misses and extras")
    options = parser.parse_args()
    if not options.facts.is_file():
        parser.error(f"--facts: {options.facts}: no such file; name the CSV file of coded facts")
    if not options.texts.is_dir():
        parser.error(f"--texts: {options.texts}: no such folder; name the one with the plans")
    scores = evaluate(options.facts, options.texts)
    if options.codes:
        print(json.dumps(_hits(scores)))
        return 0
    print(table(scores))
    if not options.quiet:
        for one in scores:
            for fact in one.missed:
                print(f"missed  {fact}  ({fact.low} {fact.high} {fact.unit} {fact.comparator})")
            for item in one.extra:
                s = item.statement
                print(
                    f"extra   {one.plan} {s.subject}: {s.value_text} ({s.value_low} {s.unit} {s.comparator})"
                )
            for fact, item, fields in one.unlike:
                s = item.statement
                print(
                    f"unlike  {fact}  {fields}: {fact.deadline or '-'} {fact.indicator}"
                    f" <> {s.deadline or '-'} {item.indicator or '-'}"
                )
        before = _before(
            []
            if options.facts.is_relative_to(ROOT)
            else ["--facts", str(options.facts), "--texts", str(options.texts)]
        )
        if before is not None:
            now = _hits(scores)
            for kind in ("found", "full"):
                for fact_text in sorted(set(now[kind]) - set(before[kind])):
                    print(f"gain in {kind} since HEAD: {fact_text}")
                for fact_text in sorted(set(before[kind]) - set(now[kind])):
                    print(f"LOSS in {kind} since HEAD: {fact_text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
