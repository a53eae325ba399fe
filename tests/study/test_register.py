"""The register: what a researcher may write, and what is said of a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Plan
from compare.study.errors import StudyError
from compare.study.register.plans_file import append_plans, blank_plan, entry_text, load_register

ROOT = Path(__file__).parents[2]
NAME = "data/raw/plans.yaml"


def register(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "plans.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_codes_and_dates_stay_the_text_they_are(tmp_path: Path) -> None:
    """YAML would make a number of 110000, of 2021-03-05 a date and of 2021 an integer."""
    text = "- {plan_id: a, source_file: a.txt, region_code: 011000, issued_on: 2021-03-05, horizon_end: 2025}"
    (plan,) = load_register(register(tmp_path, text), NAME).plans
    assert ("011000", "2021-03-05", "2025") == (plan.region_code, plan.issued_on, plan.horizon_end)


def test_what_is_not_written_is_empty_and_complete(tmp_path: Path) -> None:
    """Nothing is invented; a plan is whole unless the register says otherwise."""
    (plan,) = load_register(register(tmp_path, "- plan_id: a\n  source_file: a.txt\n"), NAME).plans
    assert blank_plan("a", "a.txt") == plan
    assert (True, True, "", ()) == (plan.complete, plan.reviewed, plan.issued_on, plan.notes)


@pytest.mark.parametrize("text", ["", "# only a remark\n", "[]\n"])
def test_an_empty_register_has_no_plans(tmp_path: Path, text: str) -> None:
    """So has one that is not there."""
    assert () == load_register(register(tmp_path, text), NAME).plans
    assert () == load_register(tmp_path / "none.yaml", NAME).plans


_A = "- plan_id: a\n  source_file: a.txt\n"
_B = "- plan_id: b\n  source_file:"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("- source_file: a.txt\n", "line 1: plan_id is missing; add it"),
        (_A + "- plan_id: b\n", "line 3: source_file is missing; add it"),
        (_A + "  regoin_zh: 甲\n", "line 3: unknown key 'regoin_zh'; did you mean region_zh?"),
        (_A + "  colour: red\n", "line 3: unknown key 'colour'; known are plan_id, region_zh"),
        (_A + "  title: x\n  title: y\n", "line 4: title is given twice; keep one"),
        (_A + "  issued_on: 2021/3/5\n", "line 3: issued_on is '2021/3/5'; write a date as 2020-12-08"),
        (_A + "  issued_on: 2021-13-01\n", "line 3: issued_on is '2021-13-01'; write a date as"),
        (_A + "  region_code: 6543\n", "line 3: region_code is '6543'; write the six digits of GB/T 2260"),
        (_A + "  region_level: city\n", "line 3: region_level is 'city'; write one of province, prefecture"),
        (_A + "  complete: nearly\n", "line 3: complete is 'nearly'; write true or false"),
        (_A + "  notes: one\n", "line 3: notes is a list; write [one, another]"),
        (_A + "  title: [x]\n", "line 3: title is one text; put it in quotes"),
        ("- plan_id: a b\n  source_file: a.txt\n", "line 1: plan_id is 'a b'; write letters, digits"),
        (_B + " ../a.txt\n", "line 2: source_file is '../a.txt'; name a file in data/raw"),
        (_B + " C:\\a.txt\n", "line 2: source_file is 'C:\\\\a.txt'; name a file in data/raw"),
        (_B + ' "a\\x1b.txt"\n', "line 2: source_file 'a\\x1b.txt' holds control characters; rename"),
        (_A + "  supersedes: okay\n", "line 1: supersedes is 'okay'; did you mean ok?"),
        (_A + "  supersedes: a\n", "line 1: supersedes is 'a'; name another plan of this register"),
        (_A + "- plan_id: a\n  source_file: b.txt\n", "line 3: a second plan with the id a; give one"),
        (_A + _B + " a.txt\n", "line 3: a.txt is already the file of a; remove one"),
        ("- a.txt\n", "line 1: a plan is expected; write its keys below one another"),
    ],
)
def test_a_faulty_entry_is_named_with_line_and_remedy(tmp_path: Path, text: str, expected: str) -> None:
    """One line, and the entries without fault are used."""
    found = load_register(register(tmp_path, "- {plan_id: ok, source_file: ok.txt}\n" + text), NAME)
    line = int(expected.split(":")[0].removeprefix("line ")) + 1
    (problem,) = found.problems
    assert problem.startswith(f"{NAME}: line {line}:{expected.split(':', 1)[1]}")
    assert "ok" == found.plans[0].plan_id


@pytest.mark.parametrize(
    "data, expected",
    [
        (b"- a: [\n", "line 2: not valid YAML"),
        (b"a: 1\n", "line 1: a list of plans is expected"),
        (b"\xff\xfe\x00", "byte 0: not UTF-8; save the file as UTF-8"),
        (b"- a: \x00\n", "not valid YAML"),
    ],
)
def test_a_file_that_is_no_register_is_named(tmp_path: Path, data: bytes, expected: str) -> None:
    """Nothing can be done without it; the message says where to look."""
    path = tmp_path / "plans.yaml"
    path.write_bytes(data)
    with pytest.raises(StudyError) as error:
        load_register(path, NAME)
    assert str(error.value).startswith(f"{NAME}: ")
    assert expected in str(error.value)


def test_appending_leaves_what_is_there_alone(tmp_path: Path) -> None:
    """Comments and order belong to the researcher, also where the last line has no end."""
    before = "# mine\n- plan_id: a   # the first\n  source_file: a.txt"
    path = register(tmp_path, before)
    append_plans(path, [blank_plan("b", "b.txt", reviewed=False)])
    append_plans(path, [blank_plan("c", "c.txt")])
    assert path.read_text(encoding="utf-8").startswith(before)
    assert ["a", "b", "c"] == [plan.plan_id for plan in load_register(path, NAME).plans]
    assert [True, False, True] == [plan.reviewed for plan in load_register(path, NAME).plans]


_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=20).map(
    str.strip
)


@given(title=_TEXTS, notes=st.lists(_TEXTS, max_size=3), complete=st.booleans())
def test_an_entry_written_is_the_entry_read(
    tmp_path_factory: pytest.TempPathFactory, title: str, notes: list[str], complete: bool
) -> None:
    """Whatever a document's header holds: quotes, colons, 〔2020〕, a leading '-' or '#'."""
    blank = blank_plan("a", "a.txt", complete=complete)
    plan = Plan(
        **{**{name: getattr(blank, name) for name in Plan.__slots__}, "title": title, "notes": tuple(notes)}
    )
    path = tmp_path_factory.mktemp("register") / "plans.yaml"
    path.write_text(entry_text(plan), encoding="utf-8")
    assert (plan,) == load_register(path, NAME).plans


def test_the_register_of_this_repository_is_without_fault() -> None:
    """Five plans, the codes of GB/T 2260, and what marks the two odd ones."""
    found = load_register(ROOT / "data" / "raw" / "plans.yaml", NAME)
    assert () == found.problems
    plans = {plan.region_code: plan for plan in found.plans}
    assert {"654300", "610400", "620105", "411600", "532300"} == set(plans)
    assert [False] == [plan.complete for plan in plans.values() if not plan.complete]
    assert "足球比分直播" in "".join(plans["620105"].notes)
    assert "80州岁" in "".join(plans["532300"].notes)
    for plan in plans.values():
        text = "".join((ROOT / "data" / "raw" / plan.source_file).read_text(encoding="utf-8").split())
        assert plan.document_number in text
        assert plan.title in text
