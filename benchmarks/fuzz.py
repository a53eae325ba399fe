"""Mutated plans: no crash, no hang, every value where it is said to be, every digit in the ledger.

Usage: fuzz.py [--count N] [--first N] [--seed S] [--keep FOLDER]

Documents are generated plans, broken in their letters, structure, markup and bytes. Document ``n`` of a
seed is always the same; what is wrong with one is printed, and ``--keep`` writes it to a file. Numerals
without a role are counted: in a text cut to pieces there are some, and a run reports them.
"""

from __future__ import annotations

import argparse
import html
import random
import re
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import plan
from benchmarks.growth import UNITS
from compare.coding import Codebook, code
from compare.reading import read
from compare.sources import SourceError, read_file
from compare.study.codebook.files import load_codebook

ROOT = Path(__file__).resolve().parent.parent
#: Seconds for one document of some thousand characters: a hundred times what the slowest needs.
PATIENCE = 10.0
_ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "big5", "latin-1")
_ODD = "\0\x0b\x1b\x85\xa0\u200b\u200d\u2028\u202e\u3000\ufeff\ufffd｜│─①㈠⑴Ⅳ½㎡％‰〇零两半𠮷0٣۴०"

_DIGIT = re.compile(r"[0-9０-９]")

Mutation = Callable[[random.Random, str], str]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a document: ``kind`` crash, hang, slice, lost (a digit) or role (there is none)."""

    kind: str
    what: str


def _deleted(chance: random.Random, text: str) -> str:
    start, end = _span(chance, text, 200)
    return text[:start] + text[end:]


def _doubled(chance: random.Random, text: str) -> str:
    start, end = _span(chance, text, 200)
    return text[:end] + text[start:end] * chance.randint(1, 20) + text[end:]


def _moved(chance: random.Random, text: str) -> str:
    start, end = _span(chance, text, 300)
    rest = text[:start] + text[end:]
    at = chance.randrange(len(rest) + 1)
    return rest[:at] + text[start:end] + rest[at:]


def _stuffed(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(list(UNITS.values())) * chance.randint(1, 300) + text[at:]


def _sprinkled(chance: random.Random, text: str) -> str:
    letters = list(text)
    for _ in range(chance.randint(1, 40)):
        letters.insert(chance.randrange(len(letters) + 1), chance.choice(_ODD))
    return "".join(letters)


def _broken_lines(chance: random.Random, text: str) -> str:
    every = chance.randint(1, 40)
    return "\n".join(text[at : at + every] for at in range(0, len(text), every))


def _one_line(chance: random.Random, text: str) -> str:
    return text.replace("\n", chance.choice(("", " ", "、", "|", "\t")))


def _wide(chance: random.Random, text: str) -> str:
    start, end = _span(chance, text, 2000)
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text[start:end])
    return text[:start] + wide + text[end:]


def _as_page(chance: random.Random, text: str) -> str:
    tags = (
        "<p>",
        "</p>",
        "<td>",
        "<table>",
        "</tr>",
        "<br>",
        "<!--",
        "-->",
        "<script>",
        "<ol><li>",
        "<![CDATA[",
    )
    lines = [chance.choice(tags) + html.escape(line) for line in text.split("\n")]
    return "<html><body>" + chance.choice(("\n", "", chance.choice(tags))).join(lines)


MUTATIONS: tuple[Mutation, ...] = (
    _deleted,
    _doubled,
    _moved,
    _stuffed,
    _sprinkled,
    _broken_lines,
    _one_line,
    _wide,
)


def _span(chance: random.Random, text: str, longest: int) -> tuple[int, int]:
    start = chance.randrange(len(text) + 1)
    return start, min(len(text), start + chance.randint(0, longest))


def document(number: int, seed: int) -> tuple[str, bytes]:
    """Name and bytes of a mutated document."""
    chance = random.Random(f"fuzz {seed} {number}")
    text = "\n".join(plan(number % 997, seed).paragraphs)
    start, end = _span(chance, text, 3000)
    text = text[start:end]
    for mutation in chance.choices(MUTATIONS, k=chance.randint(1, 6)):
        text = mutation(chance, text)[:20_000]
    ending = chance.choice(("txt", "txt", "md", "html"))
    if ending == "html":
        text = _as_page(chance, text)
    data = text.encode(chance.choice(_ENCODINGS), errors="replace")
    if chance.random() < 0.2:
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.randbytes(chance.randint(1, 30)) + data[at + chance.randint(0, 9) :]
    return f"{number}.{ending}", data


def faults(path: Path, codebook: Codebook) -> list[Fault]:
    """What is wrong with a file; nothing where it is read, or refused with one line."""
    try:
        with _patience():
            source = read_file(path)
            reading = read(source, codebook.lexicon)
            coded = code("plan", reading, codebook)
    except SourceError as error:
        return [] if "\n" not in str(error) else [Fault("crash", "a refusal of several lines")]
    except TimeoutError:
        return [Fault("hang", f"not done after {PATIENCE:g} seconds")]
    except Exception as error:
        return [Fault("crash", f"{type(error).__name__}: {error}"[:200])]
    found = []
    for one in coded:
        said = one.statement
        if not 0 <= said.start <= said.value_start < said.value_end <= said.end <= len(source.text):
            found.append(Fault("slice", f"{said.value_text[:60]} is not where it is said to be"))
    covered: set[int] = set()
    for numeral in reading.numerals:
        covered.update(range(numeral.start, numeral.end))
        if source.text[numeral.start : numeral.end] != numeral.text:
            found.append(Fault("slice", numeral.text[:60]))
        if numeral.role == "none":
            found.append(Fault("role", numeral.text[:30]))
    lost = [one.start() for one in _DIGIT.finditer(source.text) if one.start() not in covered]
    found += [Fault("lost", repr(source.text[max(0, at - 15) : at + 15])) for at in lost]
    return found


@contextmanager
def _patience() -> Iterator[None]:
    """A TimeoutError after PATIENCE; patterns too can be interrupted. Without signals (Windows) no limit."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def ring(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def run(numbers: range, seed: int, folder: Path, codebook: Codebook) -> Iterator[tuple[str, bytes, Fault]]:
    """The faults of these documents, each with the document's name and bytes."""
    for number in numbers:
        name, data = document(number, seed)
        path = folder / name
        path.write_bytes(data)
        for fault in faults(path, codebook):
            yield name, data, fault
        path.unlink()


def main() -> int:
    """Print each fault, then how many of each kind; 1 if there is any."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0, help="number of the first document")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="write documents with faults into this folder")
    options = parser.parse_args()
    codebook = load_codebook(ROOT / "data" / "codebook")
    kinds: Counter[str] = Counter()
    numbers = range(options.first, options.first + options.count)
    with tempfile.TemporaryDirectory() as folder:
        for name, data, fault in run(numbers, options.seed, Path(folder), codebook):
            kinds[fault.kind] += 1
            if fault.kind == "role":
                continue
            print(f"{name}: {fault.kind}: {fault.what}", flush=True)
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / name).write_bytes(data)
    roleless = kinds.pop("role", 0)
    each = ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items())) or "no faults"
    print(f"{options.count} documents: {each}; numerals without a role: {roleless}")
    return 1 if kinds else 0


if __name__ == "__main__":
    sys.exit(main())
