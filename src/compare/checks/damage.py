"""Text that is not as it was written: lost characters, scars of find-and-replace, injected words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.model import Code, Fact, Finding, Phrase, Severity
from compare.reading.page.view import text_view
from compare.reading.quantities.lexicon import Lexicon
from compare.tables.making.result import PlanResult

if TYPE_CHECKING:
    from compare.coding import Codebook

# U+FFFD stands for bytes that could not be decoded; 锟斤拷 is what GBK makes of it, 烫烫烫 and 屯屯屯 of
# memory never written; private use characters are glyphs of a font that is not at hand; C0 controls.
_LOST = re.compile("[�\ue000-\uf8ff]+|(?:锟斤拷)+|烫烫烫+|屯屯屯+|[\x00-\x08\x0e-\x1b\x7f]+")
_HAN = re.compile("[一-鿿]")
#: The reason that reading gives for the furniture it takes for spam.
_SPAM = "injected spam"


def damaged_text(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """Characters that were lost (once per line), and values whose unit has a foreign character in it.

    The value itself is read all the same: 80州岁, a scar of 周 replaced by 州, is an age of 80.
    """
    text = result.text
    first_of_line: dict[int, re.Match[str]] = {}
    for match in _LOST.finditer(text):
        first_of_line.setdefault(text.rfind("\n", 0, match.start()), match)
    for match in first_of_line.values():
        yield _finding(Phrase("findings.lost_characters"), match.start(), match.end())
    for coded in result.coded:
        statement = coded.statement
        if scar := _scar(statement.value_text, codebook.lexicon):
            facts: dict[str, Fact] = {
                "value": statement.value_text,
                "unit": Code("units", statement.unit),
                "character": scar,
            }
            message = Phrase("findings.scar", facts)
            yield _finding(message, statement.value_start, statement.value_end, (coded.statement_id,))


def injected_text(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """Spam in the page: whoever put it there may have changed more. Once per wording, at its first place."""
    places = defaultdict(list)
    for span in result.reading.furniture:
        if span.reason == _SPAM:
            places[result.text[span.start : span.end].rstrip(":：")].append(span)
    for words, spans in places.items():
        facts = {"words": words, "times": str(len(spans))}
        yield Finding(
            "injected_text",
            Severity.WARNING,
            Phrase("findings.injected_often" if len(spans) > 1 else "findings.injected_once", facts),
            spans[0].start,
            spans[0].end,
        )


def _finding(message: Phrase, start: int, end: int, ids: tuple[str, ...] = ()) -> Finding:
    return Finding("damaged_text", Severity.WARNING, message, start, end, ids)


def _scar(value_text: str, lexicon: Lexicon) -> str:
    """The one character between a number and its unit that belongs to neither; "" where there is none."""
    view = text_view(value_text).text
    numbers = [match for match in lexicon.value.finditer(view) if match.end() > match.start()]
    if not numbers or numbers[-1]["unit"]:
        return ""
    rest = view[numbers[-1].end() :]
    return rest[0] if rest[1:] in lexicon.units and _HAN.match(rest) else ""
