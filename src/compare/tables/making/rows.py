"""One plan's rows of each table as plain dictionaries (no pandas: ``extract`` needs none).

"" is missing text, None a missing number. Values leave ``Decimal`` here and become floats.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from compare.coding.departments import department_finder
from compare.coding.indicators.nouns import mentions
from compare.coding.places.regions import codes_inside
from compare.coding.remits import remit_of
from compare.model import Coded, Finding, Kind, Passage, Statement, Status
from compare.tables.making.means_rows import item_ids, means_rows
from compare.tables.making.reference_rows import parent_columns, reference_rows
from compare.tables.making.result import PlanResult
from compare.tables.words.labels import UNLABELLED, Labels
from compare.tables.words.messages import identity, messages

if TYPE_CHECKING:
    from compare.coding import Codebook

Row = dict[str, Any]

# A row of an allocation table that adds up the others: named so, or named as the whole area.
_TOTAL = re.compile(r"(?:合|总|共|小)计|总数|总量|全[省市州盟县区旗]|全地区")
# How much of a passage without a heading its id is derived from: enough to tell passages
# apart, little enough that a correction further on does not change the id.
_ID_CHARACTERS = 80


def plan_rows(
    result: PlanResult,
    codebook: Codebook,
    findings: Sequence[Finding] = (),
    labels: Labels = UNLABELLED,
) -> dict[str, list[Row]]:
    """Every table's rows of one plan, but for the comparison, which needs all plans.

    ``labels`` word the ``findings``. Raises
    :class:`compare.tables.words.labels.WordingError` where they cannot.
    """
    passages = passage_ids(result.plan.plan_id, result.text, result.reading.passages)
    return {
        "plans": [plan_row(result, codebook)],
        "references": reference_rows(result),
        "passages": passage_rows(result, passages),
        "statements": statement_rows(result, passages),
        "allocations": allocation_rows(result),
        "responsibilities": responsibility_rows(result, passages, codebook),
        "mentions": mention_rows(result, codebook),
        "wholes": whole_rows(result, codebook),
        **means_rows(result, passages, codebook),
        "findings": finding_rows(result, findings, labels),
        "numerals": [
            {"plan_id": result.plan.plan_id, **asdict(numeral), "role": str(numeral.role)}
            for numeral in result.reading.numerals
        ],
    }


def mention_rows(result: PlanResult, codebook: Codebook) -> list[Row]:
    """Where the plan speaks of an indicator without giving its value."""
    return [
        {
            "plan_id": result.plan.plan_id,
            "indicator": one.indicator,
            "scope": one.scope,
            "clauses": one.clauses,
            "other_value": one.other_value,
            "start": one.start,
            "end": one.end,
            "quote": result.text[one.start : one.end],
        }
        for one in mentions(result.reading, result.coded, codebook)
    ]


def whole_rows(result: PlanResult, codebook: Codebook) -> list[Row]:
    """The clauses that say of all of them that they do, by the rules of ``equivalences.yaml``."""
    text, rows = result.text, []
    for rule in codebook.equivalences.rules:
        for found in rule.pattern.finditer(text) if rule.pattern else ():
            end = found.end()
            start = end - len(found[0].lstrip())
            deadline = found.groupdict().get("year") or ""
            place = {"start": start, "end": end, "quote": text[start:end]}
            rows.append({"plan_id": result.plan.plan_id, "rule": rule.id, "deadline": deadline, **place})
    return rows


def plan_row(result: PlanResult, codebook: Codebook) -> Row:
    plan = result.plan
    return {
        "plan_id": plan.plan_id,
        "region_zh": plan.region_zh,
        "region_en": plan.region_en,
        "region_code": plan.region_code,
        "region_level": plan.region_level,
        "province_zh": plan.province_zh,
        "title": plan.title,
        "document_number": plan.document_number,
        "issuer": plan.issuer,
        "issued_on": plan.issued_on,
        "published_on": plan.published_on,
        "effective_on": plan.effective_on,
        "horizon_start": plan.horizon_start,
        "horizon_end": plan.horizon_end,
        "source_file": plan.source_file,
        "source_format": result.source_format,
        "source_sha256": result.source_sha256,
        "complete": plan.complete,
        "incomplete_note": plan.incomplete_note,
        "incomplete_note_zh": plan.incomplete_note_zh,
        "reviewed": plan.reviewed,
        "notes": " ".join(plan.notes),
        "supersedes": plan.supersedes,
        "remit": " ".join(plan.remit or remit_of(result.reading, plan.title, codebook.remits)),
        **parent_columns(result),
    }


def passage_ids(plan_id: str, text: str, passages: Sequence[Passage]) -> tuple[str, ...]:
    """An id per passage: the plan's and a digest of what opens it, numbered where two open alike."""
    seen: Counter[str] = Counter()
    ids = []
    for passage in passages:
        opening = passage.heading or text[passage.start : passage.end][:_ID_CHARACTERS]
        identity = f"{passage.kind}|{passage.level}|{passage.number}|{opening}"
        ids.append(_unique(f"{plan_id}-p{digest(identity)}", seen))
    return tuple(ids)


def passage_rows(result: PlanResult, ids: Sequence[str]) -> list[Row]:
    item_of = item_ids(result, ids)
    return [
        {
            "plan_id": result.plan.plan_id,
            "passage_id": passage_id,
            "parent_id": "" if passage.parent is None else ids[passage.parent],
            "level": passage.level,
            "number": passage.number,
            "kind": passage.kind,
            "heading": passage.heading,
            "start": passage.start,
            "end": passage.end,
            "item_id": item_id,
        }
        for passage_id, item_id, passage in zip(ids, item_of, result.reading.passages, strict=True)
    ]


def statement_rows(result: PlanResult, passages: Sequence[str]) -> list[Row]:
    return [
        {
            "statement_id": coded.statement_id,
            "plan_id": result.plan.plan_id,
            "passage_id": passages[statement.passage],
            "indicator": coded.indicator,
            "kind": str(statement.kind),
            "subject": statement.subject,
            "value_text": statement.value_text,
            "value_low": number(statement.value_low),
            "value_high": number(statement.value_high),
            "unit": statement.unit,
            "comparator": str(statement.comparator),
            "deadline": statement.deadline,
            "period": statement.period,
            "scope": coded.scope,
            "scope_text": statement.scope_text,
            "implied": statement.implied,
            "start": statement.start,
            "end": statement.end,
            "quote": result.text[statement.start : statement.end],
            "rule": statement.rule,
            "review": coded.review,
            "value_start": statement.value_start,
            "value_end": statement.value_end,
            "area": statement.area,
            "binding": statement.binding,
        }
        for coded, statement in _pairs(result.coded)
    ]


def allocation_rows(result: PlanResult) -> list[Row]:
    """The cells of area-by-area tables. A quotation is the cell itself."""
    plan = result.plan
    areas = codes_inside(plan.region_code, int((plan.issued_on or plan.published_on)[:4] or 0))
    return [
        {
            "plan_id": plan.plan_id,
            "area": statement.area,
            "indicator": coded.indicator,
            "value": number(statement.value_low),
            "unit": statement.unit,
            "deadline": statement.deadline,
            "status": str(cell_status(statement)),
            "start": statement.value_start,
            "end": statement.value_end,
            "quote": result.text[statement.value_start : statement.value_end],
            "statement_id": coded.statement_id,
            "is_total": is_total(statement.area),
            "region_code": plan.region_code
            if is_total(statement.area)
            else areas.get(_unspaced(statement.area), ""),
        }
        for coded, statement in _pairs(result.coded)
        if statement.kind is Kind.ALLOCATION
    ]


def cell_status(statement: Statement) -> Status:
    """A number (0 is one) is stated, a blank cell not stated, any other sign not applicable."""
    if statement.value_low is not None:
        return Status.STATED
    return Status.NOT_APPLICABLE if statement.value_text.strip() else Status.NOT_STATED


def is_total(area: str) -> bool:
    """Whether a row of an allocation table adds up the others, by its name."""
    return _TOTAL.fullmatch(_unspaced(area)) is not None


def _unspaced(text: str) -> str:
    return "".join(text.split())


def responsibility_rows(result: PlanResult, passages: Sequence[str], codebook: Codebook) -> list[Row]:
    function_of = department_finder(codebook.departments)
    return [
        {
            "plan_id": result.plan.plan_id,
            "passage_id": passages[item.passage],
            "department": function_of(item.department_text),
            "department_text": item.department_text,
            "role": item.role,
            "start": item.start,
            "end": item.end,
        }
        for item in result.reading.responsibilities
    ]


def finding_rows(result: PlanResult, findings: Iterable[Finding], labels: Labels) -> list[Row]:
    """An id derives from what was found, not from the words for it."""
    seen: Counter[str] = Counter()
    rows = []
    for finding in findings:
        quote = result.text[finding.start : finding.end]
        ids = " ".join(finding.statement_ids)
        texts = messages(finding.message, labels)
        found = f"{finding.check}|{identity(finding.message)}|{quote}|{ids}"
        rows.append(
            {
                "finding_id": _unique(f"{result.plan.plan_id}-f{digest(found)}", seen),
                "plan_id": result.plan.plan_id,
                "check": finding.check,
                "severity": str(finding.severity),
                "message": texts["message"],
                "start": finding.start,
                "end": finding.end,
                "statement_ids": ids,
                "message_zh": texts["message_zh"],
            }
        )
    return rows


def number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def digest(text: str) -> str:
    """Eight hexadecimal digits of the text's SHA-1: an id, not a safeguard."""
    return hashlib.sha1(text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()[:8]


def _unique(stem: str, seen: Counter[str]) -> str:
    seen[stem] += 1
    return stem if seen[stem] == 1 else f"{stem}-{seen[stem]}"


def _pairs(coded: Iterable[Coded]) -> Iterable[tuple[Coded, Statement]]:
    return ((item, item.statement) for item in coded)
