"""Do the instruments hold what they promise? Their examples are clauses, shown like those of a plan."""

from __future__ import annotations

from collections.abc import Iterator

from compare.coding.instruments.clause_instruments import shown
from compare.coding.instruments.codebook import Instrument, MeansBook

_EXAMPLES, _NEGATIVES = 2, 1


def means_faults(book: MeansBook) -> Iterator[str]:
    """One line for each instrument that lacks examples, and for each example that is not shown so."""
    for instrument in book.instruments.values():
        name = f"instruments.yaml: {instrument.id}"
        if len(instrument.examples) < _EXAMPLES:
            yield f"{name}: {len(instrument.examples)} examples; give at least {_EXAMPLES}"
        if len(instrument.negatives) < _NEGATIVES:
            yield f"{name}: no negatives; give at least {_NEGATIVES}"
        for text in instrument.examples:
            if not _is_shown(instrument, text, book):
                yield f"{name}: the example does not show it: {text}; mend a pattern or the example"
        for text in instrument.negatives:
            if _is_shown(instrument, text, book):
                yield f"{name}: the negative shows it: {text}; narrow the pattern or add an exclude"


def _is_shown(instrument: Instrument, text: str, book: MeansBook) -> bool:
    return any(hit.instrument is instrument for hit in shown(text, book))
