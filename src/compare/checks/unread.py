"""What a file holds that was not read, or read by recognition only: hidden text, annexes, page furniture."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.model import Finding, Furniture, Phrase, Role, Severity
from compare.tables.making.result import PlanResult

if TYPE_CHECKING:
    from compare.coding import Codebook

#: Reasons for which text that stands in the plan itself is not read, by the message that says so.
_REASONS = {
    "hidden text": "findings.unread_hidden",
    "struck-through text": "findings.unread_struck",
    "deleted text": "findings.unread_deleted",
    "watermark": "findings.unread_watermark",
    "turned text": "findings.unread_turned",
    "text of a picture": "findings.unread_picture",
}
#: Furniture whose numbers are told elsewhere, or are page numbers and addresses by their form.
_PLAIN = frozenset(
    {
        *_REASONS,
        "page number",
        "table of contents",
        "repeated table head",
        "address",
        "injected spam",
        "markup",
    }
)
#: What a page counts of itself: views, and days of publication.
_OF_THE_PAGE = frozenset({"次", "人次", "年", "日", "页", "个月"})
_SHOWN = 3
_WIDTH = 24
_REMARKS = {
    "attachment": "findings.elsewhere_attachment",
    "embedded_elsewhere": "findings.elsewhere_embedded",
    "embedded_file": "findings.elsewhere_packed",
    "sheet": "findings.elsewhere_sheet",
}


def unread_text(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """Text that was not read, and text that was only recognised: how much of each, at its first place."""
    kinds: dict[str, list[Furniture]] = defaultdict(list)
    for span in result.reading.furniture:
        if span.reason in _REASONS:
            kinds[span.reason].append(span)
    for reason, spans in kinds.items():
        size = sum(span.end - span.start for span in spans)
        facts = {"places": str(len(spans)), "characters": str(size)}
        message = Phrase(_REASONS[reason], facts)
        yield Finding("unread_text", Severity.NOTE, message, spans[0].start, spans[0].end)
    if recognised := result.reading.document.recognised:
        size = sum(span.end - span.start for span in recognised)
        lowest = min(span.confidence for span in recognised)
        message = Phrase("findings.pictures", {"characters": str(size), "confidence": f"{lowest:.2f}"})
        yield Finding("unread_text", Severity.NOTE, message, recognised[0].start, recognised[0].end)


def numerals_in_furniture(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """Amounts (300万元, 55%) in what was taken for page furniture, with the lines, so that a person can look.

    Dates, document numbers and views of a page are no amounts; the table ``numerals`` has all of them.
    """
    units = codebook.lexicon.units
    at = [
        numeral.start
        for numeral in result.reading.numerals
        if numeral.role is Role.FURNITURE
        and (found := codebook.lexicon.value.match(result.text, numeral.start))
        and (found["frac"] or (found["unit"] and units[found["unit"]].unit not in _OF_THE_PAGE))
    ]
    lines, counted = [], 0
    for span in result.reading.furniture:
        held = bisect_left(at, span.end) - bisect_left(at, span.start)
        if held and not span.inside and span.reason not in _PLAIN:
            lines.append(span)
            counted += held
    if not lines:
        return
    shown = [" ".join(result.text[line.start : line.end].split())[:_WIDTH] for line in lines[:_SHOWN]]
    more = " …" if len(lines) > _SHOWN else ""
    facts = {"numerals": str(counted), "lines": str(len(lines)), "shown": " | ".join(shown) + more}
    message = Phrase("findings.numerals_in_furniture", facts)
    yield Finding("furniture", Severity.NOTE, message, lines[0].start, lines[0].end)


def not_in_file(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """Annexes and sheets that the file names or packs, whose numbers are missing here."""
    for remark in result.reading.document.remarks:
        message = Phrase(_REMARKS[remark.key], {"name": remark.name})
        yield Finding("not_in_file", Severity.WARNING, message, 0, 0)


def recognised_text(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """Text read from pictures by recognition: each stretch of it, with the statements that stand in it."""
    for span in result.reading.document.recognised:
        inside = tuple(
            coded.statement_id
            for coded in result.coded
            if span.start <= coded.statement.value_start and coded.statement.value_end <= span.end
        )
        if inside:
            facts = {"confidence": f"{span.confidence:.2f}"}
            message = Phrase("findings.recognised_text", facts)
            yield Finding("recognised_text", Severity.WARNING, message, span.start, span.end, inside)


def nothing_read(result: PlanResult, codebook: Codebook) -> Iterator[Finding]:
    """No statement though the text has numerals: a table may have been missed, or this is no plan."""
    if result.reading.statements:
        return
    other = (Role.FURNITURE, Role.ORDINAL, Role.DOCUMENT)
    numerals = sum(1 for numeral in result.reading.numerals if numeral.role not in other)
    if numerals:
        message = Phrase("findings.nothing_read", {"numerals": str(numerals)})
        yield Finding("nothing_read", Severity.WARNING, message, 0, 0)
