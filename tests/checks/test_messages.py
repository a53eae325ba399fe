"""Each message of each check, in both languages: its fields filled, no language in the other's place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from compare.checks import CHECKS, check
from compare.coding import Codebook, Correction, Stale, apply, code, parse_codebook
from compare.coding.instruments.corrections import MeansCorrection, parse_means_correction
from compare.model import Document, Fact, Finding, Furniture, Phrase, Recognised, Remark, Role
from compare.reading import read
from compare.tables.words.labels import Labels
from compare.tables.words.messages import message

TEXT = "占比101%。床位600张。床位60张。七11。\n比例60%。比例50%。占比至多40%。年龄至少70岁。梯9台。12\n"
TABLE = "甲县\n4\n合计\n5\n"
SIGNED = {"reason": "读错", "reviewer": "李", "date": "2026-01-31"}
#: Said by the queue alone, of what is no finding.
QUEUED = {"disagreement", "disagreement_found", "unreviewed_plan"}


@pytest.fixture(scope="module")
def directed(codebook_files: Mapping[str, Any]) -> Codebook:
    """The codebook with ``bed_share`` a floor, ``age`` a cap, and ``beds`` a total of ``never_stated``."""
    directions = {"bed_share": "floor", "age": "cap"}
    files = {**codebook_files, "equivalences": {"stocks": {"beds": "never_stated"}}}
    return parse_codebook(
        {
            stem: [{**entry, "direction": directions.get(entry["id"], "level")} for entry in content]
            if stem.startswith("indicators/")
            else content
            for stem, content in files.items()
        }
    )


@pytest.fixture(scope="module")
def findings(make: SimpleNamespace, directed: Codebook) -> Sequence[Finding]:
    """What the checks say of plans in which everything is wrong that can be."""
    bed = {"unit": "张", "indicator": "beds", "comparator": "eq"}
    cell = {"unit": "台", "kind": "allocation", "indicator": "", "subject": "电梯", "comparator": "eq"}
    facts = (
        make.fact("占比101%", "101%", 101, deadline="2019"),
        make.fact("床位600张", "600张", 600, deadline="2024", **bed),
        make.fact("床位60张", "60张", 60, **bed),
        make.fact("七11", "11", 11, indicator=""),
        make.fact("比例60%", "60%", 60, deadline="2022"),
        make.fact("比例50%", "50%", 50, deadline="2025"),
        make.fact("占比至多40%", "40%", 40, comparator="le"),
        make.fact("年龄至少70岁", "70岁", 70, unit="岁", indicator="age"),
        make.fact("梯9台", "9台", 9, unit="台", indicator="", subject="梯"),
        make.fact("甲县\n4", "4", 4, area="甲县", **cell),
        make.fact("合计\n5", "5", 5, area="合计", **cell),
    )
    plan = make.changed(
        make.plan,
        reviewed=False,
        region_zh="",
        region_code="999999",
        not_applicable=("bed_share", "no_such"),
    )
    numeral = make.numeral(TEXT.index("12"), TEXT.index("12") + 2, "12", Role.NONE)
    result = make.result(TEXT + TABLE, *facts, plan=plan, numerals=(numeral,))
    nameless = make.changed(result.coded[3], statement=make.changed(result.coded[3].statement, subject=""))
    learned = make.changed(result.coded[6], review="learned")
    coded = (*result.coded[:3], nameless, *result.coded[4:6], learned, *result.coded[7:])
    _, stale = apply(coded, corrections("expect"), directed)
    decided = (*corrections("change"), *of_means())
    result = make.changed(result, coded=coded, corrected=decided, stale=(*stale, *stale_of_means()))
    spam = (
        "足球比分直播\n养老服务实施方案\n足球比分直播:优先为80州岁以上老年人服务。葡京优惠。养老\ufffd服务\n"
    )
    reading = read(Document(spam, "txt"), directed.lexicon)
    damaged = make.result(spam, plan=make.changed(make.plan, plan_id="q-2020"))
    pictured = replace(reading.document, format="pdf", recognised=(Recognised(0, len(spam), 0.9),))
    damaged = make.changed(
        damaged, reading=replace(reading, document=pictured), coded=code("q-2020", reading, directed)
    )
    found = check([result, damaged, unread(make, directed), _repeated(make)], directed)
    return [one for of_plan in found.values() for one in of_plan]


def unread(make: Any, codebook: Codebook) -> Any:
    """A plan of which everything was left unread that can be: numerals, and not one statement."""
    text = "甲市养老服务编码\n90001\n来源:300万元\n"
    reasons = (
        "hidden text",
        "struck-through text",
        "deleted text",
        "watermark",
        "turned text",
        "text of a picture",
    )
    keys_of_remarks = ("attachment", "embedded_elsewhere", "embedded_file", "sheet")
    document = Document(text, "html", remarks=tuple(Remark(key, "a.docx") for key in keys_of_remarks))
    reading = read(document, codebook.lexicon)
    around = Furniture(15, 23, "page furniture")
    furniture = (*(Furniture(0, 2, reason) for reason in reasons), around)
    numerals = (make.numeral(9, 14, "90001", Role.NONE), make.numeral(18, 21, "300", Role.FURNITURE))
    reading = replace(reading, furniture=furniture, numerals=numerals)
    silent = make.result(text, plan=make.changed(make.plan, plan_id="r-2020"))
    return make.changed(silent, reading=reading, coded=())


def _repeated(make: SimpleNamespace) -> Any:
    """A plan that promises again, by the year or in all, an increase or a total, and has a table's total."""
    beds = {"unit": "张", "comparator": "eq", "indicator": "beds"}
    text = "占比60%。占比到后60%。床位100张。床位300张。床位400张。增床100张。合计\n500\n"
    facts = (
        make.fact("占比60%", "60%", 60, deadline="2022"),
        make.fact("占比到后60%", "60%", 60, deadline="2025"),
        make.fact("床位100张", "100张", 100, deadline="2020", **beds),
        make.fact("床位300张", "300张", 300, deadline="2021", **beds),
        make.fact("床位400张", "400张", 400, deadline="2022", **beds),
        make.fact("增床100张", "100张", 100, deadline="2020", **{**beds, "indicator": "never_stated"}),
        make.fact("合计\n500", "500", 500, deadline="2022", kind="allocation", area="合计", **beds),
    )
    return make.result(text, *facts, plan=make.changed(make.plan, plan_id="s-2020"))


def corrections(wanted: str) -> tuple[Correction, ...]:
    """Decisions of each kind; of those that do not fit each reason."""

    def decision(
        number: int, change: Mapping[str, Any], expect: Mapping[str, Any], **parts: Any
    ) -> Correction:
        return Correction(f"p-2020-{number}", "p-2020", change, parts.get("drop", False), expect, **SIGNED)

    if wanted == "change":
        return (
            decision(2, {"indicator": "beds", "unit": "张", "deadline": ""}, {}),
            decision(3, {}, {}, drop=True),
            decision(5, {}, {}),
        )
    return (
        decision(2, {"scope": "rural"}, {"scope": "rural", "comparator": "ge", "deadline": ""}),
        decision(3, {"scope": "moon"}, {"scope": "general"}),
        decision(99, {}, {}, drop=True),
    )


def of_means() -> Iterator[MeansCorrection]:
    """Decisions about instruments: a level, a row dropped and one added."""
    signed = {**SIGNED, "plan": "p-2020"}
    yield parse_means_correction({"means_id": "a", "change": {"level": 2}, "expect": {"level": 1}, **signed})
    yield parse_means_correction({"means_id": "b", "drop": True, "expect": {"level": 1}, **signed})
    added = {"instrument": "land_supply", "level": 2, "quote": "保障用地需求"}
    yield parse_means_correction({"add": added, **signed})


def stale_of_means() -> Iterator[Stale]:
    """Each reason why one cannot be applied."""
    level, drop, add = of_means()
    yield Stale(level, (Phrase("findings.why_gone_means"),))
    yield Stale(drop, (Phrase("findings.why_no_item"),))
    yield Stale(add, (Phrase("findings.why_there"),))


def test_every_check_and_every_message_is_looked_at_here(findings: Sequence[Finding], labels: Labels) -> None:
    """A new message must come with words in both languages, and words that nothing says are dead."""
    wanted = {key.removeprefix("findings.") for key in labels.words} - QUEUED
    wanted -= {"coded", "semicolon"} | {key for key in wanted if key.startswith("field_")}
    said = {key.removeprefix("findings.") for one in findings for key in keys(one.message)}
    assert wanted == said
    assert len(CHECKS) == len({one.check for one in findings} - {"stale_correction", "unreviewed"})


def keys(fact: Fact) -> Iterator[str]:
    if isinstance(fact, Phrase):
        yield fact.key
        for one in fact.facts.values():
            yield from keys(one)
    elif isinstance(fact, tuple):
        for one in fact:
            yield from keys(one)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_field_is_filled(findings: Sequence[Finding], labels: Labels, lang: Any) -> None:
    """No brace is left, nothing is empty, no key stands for words that are missing."""
    said = [message(one.message, labels, lang) for one in findings]
    faulty = r"[{}]|findings\.|field_|^\s*$|“\s*”|（\s*）|\(\s*\)|\[\s*\]|\s,|: *$|： *$|None|Decimal"
    assert [] == [text for text in said if re.search(faulty, text)]


def test_a_chinese_message_holds_no_english_sentence(findings: Sequence[Finding], labels: Labels) -> None:
    """Codes and keys that are to be typed stay as they are; three English words in a row are a sentence."""
    said = [message(one.message, labels, "zh") for one in findings]
    assert [] == [text for text in said if re.search(r"[A-Za-z]+ [A-Za-z]+ [A-Za-z]+", text)]
    assert [] == [text for text in said if not re.search(r"[\u4e00-\u9fff]{3}", text)]


def test_an_english_message_holds_chinese_only_from_the_plan(labels: Labels) -> None:
    """What the codebook says in English needs no Chinese."""
    words = {key: entry["en"] for key, entry in labels.words.items() if key.startswith("findings.")}
    assert {} == {
        key: text for key, text in words.items() if re.search(r"[\u3000-\u9fff\uff00-\uffef]", text)
    }


def test_every_field_that_can_be_corrected_or_coded_has_a_name(labels: Labels) -> None:
    """The queue, the corrections and what explains a reading name fields of a statement."""
    from compare.checks.agreement.statements_agreed import FIELDS
    from compare.coding.corrections import EXPECTED
    from compare.coding.instruments.corrections import ADDED

    explained = ("scope_text", "period", "base", *ADDED)
    asked = {
        f"findings.field_{name}" for name in (*FIELDS, *EXPECTED, *explained, "title", "document_number")
    }
    assert asked == {key for key in labels.words if key.startswith("findings.field_")}
