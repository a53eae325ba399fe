"""Does the codebook hold what it promises? Its examples are read and coded like a plan; its version is in
its list of changes; what no plan states says why it is there."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from string import Formatter

from compare.coding import Codebook, Indicator, code
from compare.coding.book.codebook import Example
from compare.coding.instruments.examples import means_faults
from compare.model import Coded, Document
from compare.reading import read
from compare.study.codebook.files import BENCHMARKS, load_labels, load_language, load_means
from compare.tables.words.labels import LANGUAGES, Names
from compare.terms.examples import language_faults

_EXAMPLES, _NEGATIVES = 2, 1
#: What changed in the codebook, beside its files, the newest version first.
CHANGES = "CHANGELOG.md"


def lint(folder: Path, stated: frozenset[str] | None = None) -> list[str]:
    """One line for each fault; ``stated`` are the indicators that plans of the study state, if it has any.

    Raises StudyError, CodebookError or WordingError where the codebook cannot be read at all.
    """
    codebook, labels = load_labels(folder)
    faults = [
        fault for indicator in codebook.indicators.values() for fault in indicator_faults(indicator, codebook)
    ]
    faults += language_faults(load_language(folder, codebook))
    faults += means_faults(load_means(folder))
    units = labels.sections["units"]
    for indicator in codebook.indicators.values():
        top = indicator.unit.split("/")[0]
        if indicator.unit not in units and top not in units:
            faults.append(f"wording.yaml: units has no {top} (unit of {indicator.id}); add it")
    faults += unit_faults((unit.unit for unit in codebook.lexicon.units.values()), units)
    faults += (f"wording: {key}: {fault}" for key, fault in wording_faults(labels.words))
    faults += version_faults(codebook.version, folder / CHANGES)
    if stated is not None:
        faults += reason_faults(codebook, stated)
    return faults + _benchmark_faults(folder, codebook)


def unit_faults(units: Iterable[str], named: Container[str]) -> Iterator[str]:
    """Units that nothing says how to call; those in Latin letters (Mbps) are called what they are."""
    for unit in dict.fromkeys(units):
        parts = unit.split("/")
        if unit not in named and not unit.isascii() and not all(part in named for part in parts):
            yield f"wording.yaml: units has no {unit} (a unit of units.yaml); add it"


def version_faults(version: str, changes: Path) -> Iterator[str]:
    """Whether the codebook has a version, and its list of changes begins with it."""
    if not version:
        yield 'codebook.yaml: version is missing; write one, as in version: "2.0"'
        return
    text = changes.read_text(encoding="utf-8") if changes.is_file() else ""
    latest = next((line[3:] for line in text.splitlines() if line.startswith("## ")), "")
    if latest.split(" ")[0] != version:
        yield f"{changes.name}: the first section is not of version {version}; add one and say what changed"


def reason_faults(codebook: Codebook, stated: frozenset[str]) -> Iterator[str]:
    """Indicators that no plan states and that do not say why they stay."""
    for indicator in codebook.indicators.values():
        if not indicator.reason and indicator.id not in stated:
            name = f"indicators/{indicator.group}.yaml: {indicator.id}"
            yield f"{name}: no plan states it; give a reason why it stays, or take it out"


def wording_faults(words: Names) -> Iterator[tuple[str, str]]:
    """Each phrase whose braces cannot be filled in, or not alike in both languages, and what to do."""
    for key, entry in words.items():
        try:
            zh, en = (_braces(entry[lang]) for lang in LANGUAGES)
        except ValueError as error:
            yield key, f"{error}; write a field as {{name}}, and a brace that is to be printed twice"
        else:
            if uneven := sorted(zh ^ en):
                yield key, f"{{{uneven[0]}}} is in one language alone; write it in both"


def _braces(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _benchmark_faults(folder: Path, codebook: Codebook) -> list[str]:
    from compare.tables.comparing.benchmarks import read_benchmarks
    from compare.tables.storage.validation import TableError

    try:
        read_benchmarks(folder / BENCHMARKS, codebook)
    except TableError as error:
        return str(error).splitlines()
    return []


def indicator_faults(indicator: Indicator, codebook: Codebook) -> Iterator[str]:
    """What an indicator lacks, and each example or negative that is not coded as it should be."""
    name = f"indicators/{indicator.group}.yaml: {indicator.id}"
    if len(indicator.examples) < _EXAMPLES:
        yield f"{name}: {len(indicator.examples)} examples; give at least {_EXAMPLES}"
    if len(indicator.negatives) < _NEGATIVES:
        yield f"{name}: no negatives; give at least {_NEGATIVES}"
    for example in indicator.examples:
        if not any(_is(coded, indicator, example) for coded in _coded(example.text, codebook)):
            yield f"{name}: the example is not coded so: {example.text}; mend its pattern or the example"
    for text in indicator.negatives:
        if any(coded.indicator == indicator.id for coded in _coded(text, codebook)):
            yield f"{name}: the negative is coded so: {text}; narrow the pattern or add an exclude"


def _coded(text: str, codebook: Codebook) -> tuple[Coded, ...]:
    return code("example", read(Document(text, "txt"), codebook.lexicon), codebook)


def _is(coded: Coded, indicator: Indicator, example: Example) -> bool:
    """Whether a coded statement is what the example promises, as far as it promises anything."""
    statement = coded.statement
    promised = (
        (
            example.value is None,
            statement.value_low is not None and float(statement.value_low) == example.value,
        ),
        (example.comparator is None, statement.comparator == example.comparator),
        (not example.unit, statement.unit == example.unit),
        (not example.scope, coded.scope == example.scope),
    )
    return coded.indicator == indicator.id and all(free or kept for free, kept in promised)
