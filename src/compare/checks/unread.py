"""What a file holds that was not read, or read by recognition only: hidden text, annexes, pictures, all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.model import Finding, Furniture, Phrase, Role, Severity
from compare.tables.result import PlanResult

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
