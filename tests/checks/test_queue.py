"""The review queue: everything a person should look at, once, and nothing that is decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from compare.checks.review.queue import QUEUE, review_queue
from compare.coding import Codebook
from compare.tables.dataset import DISAGREEMENTS
from compare.tables.making.build import build, plan_tables
from compare.tables.storage.frames import gather
from compare.tables.words.labels import Labels

TEXT = "占比50%。床位600张。床位60张。梯9台。\n甲县\n4\n乙县\n5\n"


@pytest.fixture
def queue(make: SimpleNamespace, codebook: Codebook, labels: Labels) -> Callable[..., list[list[str]]]:
    """The queue of one plan with these findings, as lists."""

    def of(
        findings: Iterable[Any] = (),
        reviewed: bool = True,
        reviews: dict[str, str] | None = None,
        disagreements: Iterable[dict[str, str]] = (),
    ) -> list[list[str]]:
        cell = {"unit": "台", "kind": "allocation", "indicator": "", "subject": "电梯"}
        facts = (
            make.fact("占比50%", "50%", 50),
            make.fact("床位600张", "600张", 600, unit="张", indicator="beds"),
            make.fact("床位60张", "60张", 60, unit="张", indicator="beds"),
            make.fact("梯9台", "9台", 9, unit="台", indicator=""),
            make.fact("4", "4", 4, area="甲县", **cell),
            make.fact("5", "5", 5, area="乙县", **cell),
        )
        plan = make.changed(make.plan, reviewed=reviewed)
        result = make.result(TEXT, *facts, plan=plan)
        coded = tuple(
            make.changed(one, review=(reviews or {}).get(one.statement_id, "")) for one in result.coded
        )
        result = make.changed(result, coded=coded)
        tables: Any = build(
            [gather([plan_tables(result, codebook, tuple(findings), labels)])], None, [plan], codebook
        )
        listed = pd.DataFrame(list(disagreements), columns=DISAGREEMENTS, dtype="str")
        study: Any = SimpleNamespace(**tables, disagreements=listed, labels=labels)
        found = review_queue(study)
        assert QUEUE == list(found.columns)
        return found.to_numpy().tolist()

    return of


@pytest.fixture
def finding() -> Callable[..., Any]:
    from compare.model import Finding, Phrase, Severity

    def of(check: str, *numbers: int) -> Finding:
        """What it says is its key alone: no wording knows it."""
        ids = tuple(f"p-2020-{number}" for number in numbers)
        return Finding(check, Severity.WARNING, Phrase(f"{check}!"), 0, 0, ids)

    return of


def test_nothing_to_look_at_is_an_empty_queue(queue: Any) -> None:
    assert [] == queue()


def test_the_most_pressing_comes_first_and_each_statement_once(queue: Any, finding: Any) -> None:
    """Reasons and what they say are gathered; both sides of a contradiction are shown."""
    found = queue([finding("uncoded", 4), finding("conflict", 2, 3), finding("implausible", 3)])
    assert [
        ["p-2020-2", "p-2020", "conflict", "conflict!", "conflict!"],
        ["p-2020-3", "p-2020", "conflict implausible", "conflict!; implausible!", "conflict!；implausible!"],
        ["p-2020-4", "p-2020", "uncoded", "uncoded!", "uncoded!"],
    ] == found


def test_a_column_of_a_table_is_looked_at_once(queue: Any, finding: Any) -> None:
    """Its first cell stands for all: what is lacking is an indicator."""
    assert [["p-2020-5", "p-2020", "uncoded", "uncoded!", "uncoded!"]] == queue([finding("uncoded", 5, 6)])


@pytest.mark.parametrize(
    "field, first, second, en, zh",
    [
        ("deadline", "2025", "", "deadline: 2025 here, empty there", "期限：此处为2025，另一人编为空"),
        (
            "comparator",
            "ge",
            "eq",
            "comparator: at least here, equals there",
            "约束方式：此处为不低于，另一人编为达到",
        ),
        (
            "indicator",
            "beds",
            "new_code",
            "indicator: beds English [beds] here, new_code there",
            "指标：此处为beds 中文（beds），另一人编为new_code",
        ),
        ("value", "20-50", "50", "value: 20-50 here, 50 there", "数值：此处为20-50，另一人编为50"),
        ("found", "yes", "no", "the second person has no such statement", "另一人未编入这条陈述"),
    ],
)
def test_what_a_second_person_coded_otherwise_is_queued(
    queue: Any, field: str, first: str, second: str, en: str, zh: str
) -> None:
    """Also statements without any finding; what the study does not hold (any more) is passed over."""
    other = {"plan_id": "p-2020", "field": field, "first": first, "second": second}
    found = queue(disagreements=[{**other, "statement_id": "p-2020-1"}, {**other, "statement_id": "gone"}])
    assert [["p-2020-1", "p-2020", "disagreement", en, zh]] == found


def test_all_statements_of_a_plan_that_nobody_reviewed_come_last(queue: Any, finding: Any) -> None:
    found = queue([finding("uncoded", 4)], reviewed=False)
    assert [4, 1, 2, 3, 5, 6] == [int(row[0].rsplit("-", 1)[1]) for row in found]
    assert ["uncoded unreviewed", *["unreviewed"] * 5] == [row[2] for row in found]


@pytest.mark.parametrize("review", ["corrected", "confirmed"])
def test_what_is_decided_leaves_the_queue_until_it_is_stale(queue: Any, finding: Any, review: str) -> None:
    """The check goes on finding it; the person has answered. A stale correction asks again."""
    reviews = {"p-2020-4": review}
    assert [] == queue([finding("uncoded", 4)], reviews=reviews)
    (row,) = queue([finding("uncoded", 4), finding("stale_correction", 4)], reviews=reviews)
    assert ("stale_correction", "stale_correction!") == (row[2], row[3])


def test_every_reason_has_its_name_in_both_languages() -> None:
    """The notebook shows names, not codes."""
    from compare.checks.review.queue import REASONS
    from compare.study.codebook.files import default_codebook, load_labels

    _, labels = load_labels(default_codebook())
    assert [] == [code for code in REASONS if code == labels.of("checks", code, "en")]


def test_of_one_place_the_text_decides_the_order(queue: Any, finding: Any) -> None:
    """Equally pressing statements come as the plan has them, whatever order the findings have."""
    found = queue([finding("conflict", 3), finding("implausible", 1), finding("conflict", 2)])
    assert ["p-2020-2", "p-2020-3", "p-2020-1"] == [row[0] for row in found]


def test_a_finding_about_running_text_names_all_its_statements(queue: Any, finding: Any) -> None:
    """Only where the first is a cell does one stand for all; ids that no table holds are passed over."""
    assert ["p-2020-4", "p-2020-5"] == [row[0] for row in queue([finding("uncoded", 9, 4, 5)])]
    assert ["p-2020-5"] == [row[0] for row in queue([finding("uncoded", 9, 5, 4)])]


def test_what_is_said_twice_of_a_statement_is_printed_once(queue: Any, finding: Any) -> None:
    """The same words of two findings; of two checks each has its own."""
    (row,) = queue([finding("conflict", 2), finding("conflict", 2)])
    assert ("conflict", "conflict!", "conflict!") == tuple(row[2:])
