"""Shared wording: found exactly and nearly, quoted exactly, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

import pytest
from benchmarks.corpus import Generated
from benchmarks.corpus import plan as generate
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.language import ReadText

from compare.tables.storage.frames import make_frame, records, text_of
from compare.tables.storage.schemas import schemas
from compare.terms.clauses.tagging import clause_rows, clauses
from compare.terms.language import Language
from compare.terms.wording import passages, same_letters
from compare.terms.wording.align import aligned
from compare.terms.wording.passages import SHORTEST
from compare.terms.wording.reuse import reuse

Row = dict[str, Any]
SHARED = "利用建筑面积一千平方米以下的独栋建筑改造为养老服务设施"


def reuse_rows(clauses: Iterable[Row]) -> list[Row]:
    """The rows of the table, "" where no document is named."""
    frames = list(reuse([make_frame(schemas()["clauses"], clauses)]))
    return [row | {"basis": text_of(row["basis"])} for frame in frames for row in records(frame)]


@pytest.fixture
def shared(read_text: ReadText, language: Language) -> Any:
    """The rows of ``reuse`` of plans given as texts, each checked against both texts."""

    def find(texts: Mapping[str, str]) -> list[dict[str, Any]]:
        rows: list[Any] = []
        for plan_id, text in texts.items():
            reading = read_text(text)
            ids = [plan_id] * len(reading.passages)
            rows += clause_rows(plan_id, text, ids, clauses(reading, language))
        found = reuse_rows(rows)
        for row in found:
            assert row["plan_a"] < row["plan_b"]
            assert row["text"] == texts[row["plan_a"]][row["start_a"] : row["end_a"]]
            assert row["text_b"] == texts[row["plan_b"]][row["start_b"] : row["end_b"]]
        return found

    return find


def test_what_two_plans_both_say_is_found(shared: Any) -> None:
    """Quoted from both, with its place in both."""
    (row,) = shared({"a": f"1.凡是{SHARED}的,不再审批。\n", "b": f"二、其他\n(一)对于{SHARED},简化手续。\n"})
    assert (SHARED, SHARED, 1.0, len(SHARED), 2) == tuple(
        row[name] for name in ("text", "text_b", "similarity", "characters", "plans")
    )


def test_changed_words_and_punctuation_do_not_hide_it(shared: Any) -> None:
    """A near copy is one passage from its first to its last common letter."""
    (row,) = shared(
        {
            "a": "1.养老机构所用存量房屋在不改变用地主体的条件下,在五年内继续按土地原用途使用。\n",
            "b": "1.民办机构所用存量房屋,在不改变用地主体的条件下可在5年内继续按照土地原用途使用。\n",
        }
    )
    assert row["text"].startswith("机构所用存量房屋在不改变")
    assert row["text"].endswith("继续按土地原用途使用")
    assert 0.85 < row["similarity"] < 1


def test_full_width_digits_and_blanks_make_no_difference(shared: Any) -> None:
    """The letters are compared, the text is quoted as it is."""
    (row,) = shared(
        {
            "a": "1.人均用地不少于0.15平方米的标准配套建设养老服务设施。\n",
            "b": "1.人均用地不少于０.１５平方米的标准配套建 设养老服务设施。\n",
        }
    )
    assert 1.0 == row["similarity"]
    assert "０.１５平方米的标准配套建 设" in row["text_b"]


@pytest.mark.parametrize("text", ["完善养老服务设施和养老服务机构", "居家社区机构相协调的养老"])
def test_set_phrases_alone_are_not_shared_wording(shared: Any, text: str) -> None:
    """Fewer than sixteen letters are what all plans say."""
    assert len(text) < SHORTEST
    assert [] == shared({"a": f"1.加快{text}。\n", "b": f"1.着力{text}。\n"})


def test_paragraphs_are_not_joined(shared: Any) -> None:
    """Two halves that stand apart in one plan are no passage of the other."""
    half = len(SHARED) // 2
    texts = {"a": f"1.凡是{SHARED}。\n", "b": f"1.将要{SHARED[:half]}的。\n2.已经{SHARED[half:]}。\n"}
    assert [] == shared(texts)


def test_clauses_of_a_sentence_are_joined(shared: Any) -> None:
    """A passage may run over commas and stops."""
    (row,) = shared(
        {
            "a": "1.首先违法线索互联,监管标准互通。处理结果互认工作甲。\n",
            "b": "1.其次违法线索互联、监管标准互通;处理结果互认工作乙。\n",
        }
    )
    assert "违法线索互联,监管标准互通。处理结果互认工作" == row["text"]


def test_what_a_plan_says_twice_is_one_passage(shared: Any) -> None:
    """Repeated clauses are left out, as everywhere."""
    assert 1 == len(shared({"a": f"1.{SHARED}。\n2.{SHARED}。\n", "b": f"1.{SHARED}。\n"}))


def test_a_plan_shares_nothing_with_itself(shared: Any) -> None:
    """Nor does a study of one plan have any rows."""
    assert [] == shared({"a": f"1.加快{SHARED}。\n2.着力{SHARED}的工作。\n"})
    assert [] == shared({})


def test_the_superior_document_is_named(shared: Any) -> None:
    """In whichever plan names it; how many plans share the wording is counted."""
    found = shared(
        {
            "a": f"1.凡是{SHARED}的,简化手续。\n",
            "b": f"1.根据《甲省养老服务条例》,对{SHARED}的给予补助。\n",
            "c": f"1.将要{SHARED}。\n",
        }
    )
    assert ["《甲省养老服务条例》", "", "《甲省养老服务条例》"] == [row["basis"] for row in found]
    assert [3, 3, 3] == [row["plans"] for row in found]


def test_the_order_of_the_plans_does_not_matter(shared: Any) -> None:
    """Files read in another order give the same rows."""
    texts = {"a": f"1.凡是{SHARED}的。\n", "b": f"1.将要{SHARED}。\n", "c": f"1.{SHARED}工作。\n"}
    assert shared(texts) == shared(dict(reversed(texts.items())))


def rows_of(plans: Iterable[Generated]) -> list[dict[str, Any]]:
    """The rows of ``reuse`` of generated plans, their paragraphs cut at punctuation."""
    rows: list[Any] = []
    for plan in plans:
        text = "\n".join(plan.paragraphs)
        for found in re.finditer(r"([^,。、\n]+)([,。、]?)", text):
            rows.append(
                {
                    "plan_id": plan.plan_id,
                    "start": found.start(),
                    "end": found.end(1),
                    "quote": found[1],
                    "mark": found[2],
                    "sentence": 0,
                    "repeats": False,
                }
            )
    return reuse_rows(rows)


def test_what_many_plans_share_is_still_found_in_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wording of more plans than COMMON is held against one of them alone, in fewer rows: a sentence
    that few plans share is found between them as before, its place in each plan wherever many do."""
    plans = [generate(at) for at in range(0, 96, 8)]  # of one province
    exact = rows_of(plans)
    monkeypatch.setattr(same_letters, "COMMON", 5)
    monkeypatch.setattr(same_letters, "_BLOCK", 1000)
    fewer = rows_of(plans)
    assert len(fewer) < len(exact)
    pairs: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in fewer:
        pairs.setdefault((row["plan_a"], row["plan_b"]), []).append(row)
    few = [row for row in exact if row["plans"] <= 5]
    for some in (
        [row for row in few if row["characters"] >= 24],
        [row for row in few if row["similarity"] == 1],
    ):
        assert len(some) > 100
        assert 0.98 <= recall(
            any(
                overlap(row, one, "a") and overlap(row, one, "b")
                for one in pairs[row["plan_a"], row["plan_b"]]
            )
            for row in some
        )
    places: dict[str, list[tuple[int, int]]] = {}
    for row in fewer:
        places.setdefault(row["plan_a"], []).append((row["start_a"], row["end_a"]))
        places.setdefault(row["plan_b"], []).append((row["start_b"], row["end_b"]))
    sides = [
        (row[f"plan_{side}"], row[f"start_{side}"], row[f"end_{side}"])
        for row in exact
        for side in "ab"
        if row["characters"] >= 24
    ]
    covered = (
        any(min(end, to) - max(start, at) >= (end - start) / 2 for at, to in places.get(plan, ()))
        for plan, start, end in sides
    )
    assert 0.98 <= recall(covered)


def test_pairs_taken_in_blocks_are_the_pairs_taken_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The blocks bound the memory and decide nothing."""
    plans = [generate(at) for at in range(6)]
    at_once = rows_of(plans)
    monkeypatch.setattr(same_letters, "_BLOCK", 50)
    assert len(at_once) > 50
    assert at_once == rows_of(plans)


@pytest.mark.parametrize("common", [2, 50])
def test_parts_of_a_corpus_give_the_rows_of_the_whole(monkeypatch: pytest.MonkeyPatch, common: int) -> None:
    """Fingerprints sorted in many parts, in chunks and in files, are those sorted at once."""
    monkeypatch.setattr(same_letters, "COMMON", common)
    plans = [generate(at) for at in range(0, 40, 8)]
    at_once = rows_of(plans)
    for name, few in (("_PART", 3000), ("_CHUNK", 700)):
        monkeypatch.setattr(same_letters, name, few)
    monkeypatch.setattr(same_letters, "_BLOCK", 200)
    assert len(at_once) > 50
    assert at_once == rows_of(plans)


def test_passages_counted_in_pieces_are_those_counted_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """In how many plans a wording is found does not depend on how many are looked at together."""
    plans = [generate(at) for at in range(0, 32, 8)]
    at_once = rows_of(plans)
    monkeypatch.setattr(passages, "_TOGETHER", 7)
    assert at_once == rows_of(plans)
    by_place: dict[tuple[str, int, int], set[str]] = {}
    for row in at_once:
        for one, other in (("a", "b"), ("b", "a")):
            place = (row[f"plan_{one}"], row[f"start_{one}"], row[f"end_{one}"])
            by_place.setdefault(place, {place[0]}).add(row[f"plan_{other}"])
    for row in at_once:
        assert len(by_place[row["plan_a"], row["start_a"], row["end_a"]]) <= row["plans"] <= len(plans)


def test_characters_beyond_sixteen_bits_are_letters_too(shared: Any) -> None:
    """Rare characters of place names are compared as the others are."""
    (row,) = shared({"a": f"1.凡是𠮷{SHARED}的。\n", "b": f"1.将要𠮷{SHARED}。\n"})
    assert f"𠮷{SHARED}" == row["text"] == row["text_b"]


def overlap(row: Mapping[str, Any], other: Mapping[str, Any], side: str) -> bool:
    """Whether at least half of a passage of this side is in the other."""
    start, end = row[f"start_{side}"], row[f"end_{side}"]
    return min(end, other[f"end_{side}"]) - max(start, other[f"start_{side}"]) >= (end - start) / 2


def recall(found: Iterable[bool]) -> float:
    each = list(found)
    return sum(each) / len(each)


LETTERS = st.text(alphabet="东南西北春夏秋冬金木水火土日月星", min_size=0, max_size=40)


@settings(max_examples=60, deadline=None)
@given(LETTERS, LETTERS, LETTERS, LETTERS, st.text(alphabet="甲乙丙丁戊己庚辛壬癸", min_size=20, max_size=40))
def test_a_planted_passage_is_always_found(a: str, b: str, c: str, d: str, planted: str) -> None:
    """However it is surrounded: some passage covers it in both plans, if the plan does not say it over
    and over itself."""
    grams = [planted[at : at + 6] for at in range(len(planted) - 5)]
    if len(set(grams)) < len(grams):
        return
    texts = {"a": a + planted + b, "b": c + planted + d}
    rows = [
        {"plan_id": plan, "start": 0, "end": len(text), "quote": text, "sentence": 0, "repeats": False}
        for plan, text in texts.items()
    ]
    found = reuse_rows(rows)
    assert any(
        row["start_a"] <= len(a)
        and row["end_a"] >= len(a) + len(planted)
        and row["start_b"] <= len(c)
        and row["end_b"] >= len(c) + len(planted)
        for row in found
    )
    for row in found:
        assert row["text"] == texts["a"][row["start_a"] : row["end_a"]]
        assert row["text_b"] == texts["b"][row["start_b"] : row["end_b"]]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_aligned_parts_are_the_texts(a: str, b: str) -> None:
    """Joined they are the two texts again; the same parts are the same, differing parts alternate."""
    parts = aligned(a, b)
    assert (a, b) == ("".join(part.a for part in parts), "".join(part.b for part in parts))
    assert all(part.a == part.b for part in parts if part.same)
    assert all(one.same != other.same for one, other in pairwise(parts))


def test_alignment_marks_what_was_changed() -> None:
    """One word of a sentence."""
    assert [(True, "用暖"), (False, "实行"), (True, "享受")] == [
        (part.same, part.a) for part in aligned("用暖实行享受", "用暖享受")
    ]


def test_the_table_of_no_clauses_is_empty() -> None:
    """A study whose words were not counted has no shared wording."""
    assert [] == reuse_rows(())
