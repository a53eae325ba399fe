"""Where words stop to count: ends of clauses, and how far from a value its words may stand."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.table_text import ReadDocument

from compare.model import Comparator, Document, Kind, Role, Statement
from compare.reading import Lexicon, read
from compare.reading.page.clauses import CLAUSE_REACH, clauses_of
from compare.reading.sentences.times.dates.governed import DATES_BACK

ReadText = Callable[[str], tuple[Statement, ...]]


@pytest.fixture(scope="module")
def read_text(lexicon: Lexicon) -> ReadText:
    return lambda text: read(Document(text, "txt"), lexicon).statements


# --- clauses --------------------------------------------------------------------------------------

_texts = st.text("甲乙1,:;。|\n", max_size=30)


def _held(text: str, position: int, separators: str) -> str:
    """What stands between the separators around a position, found the plain way."""
    start = max((text.rfind(one, 0, position) for one in separators), default=-1) + 1
    ends = [at for one in separators if (at := text.find(one, position)) >= 0]
    return text[start : min(ends, default=len(text))]


@given(_texts, st.data())
def test_a_sentence_holds_what_stands_between_its_stops(text: str, data: st.DataObject) -> None:
    """Up to the stop before a position, and to the one behind it; a stop belongs to what it ends."""
    position = data.draw(st.integers(0, len(text)))
    assert _held(text, position, "。|\n") == text[slice(*clauses_of(text).sentence(position))]


@given(_texts.filter(lambda text: "1" not in text), st.data())
def test_a_clause_holds_what_stands_between_its_separators(text: str, data: st.DataObject) -> None:
    """Commas, colons and semicolons divide as full stops do."""
    position = data.draw(st.integers(0, len(text)))
    assert _held(text, position, ",:;。|\n") == text[slice(*clauses_of(text).clause(position))]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("甲1,234乙", "甲1,234乙"),
        ("甲1:2乙", "甲1:2乙"),
        ("甲1,乙", "甲1"),
        ("甲,1乙", "甲"),
        ("甲1;2乙", "甲1"),
        ("甲1,2,3乙", "甲1,2,3乙"),
    ],
)
def test_a_separator_between_digits_is_of_the_number(text: str, expected: str) -> None:
    """8,890 and 100:1 are one clause; a comma beside one digit divides."""
    assert expected == text[slice(*clauses_of(text).clause(0))]


def test_words_of_a_clause_bind_up_to_its_reach_and_no_further(read_text: ReadText) -> None:
    """A line without commas is no clause: what stands farther off is said of something else."""
    for distance, expected in ((CLAUSE_REACH, Comparator.GE), (CLAUSE_REACH + 1, Comparator.EQ)):
        text = "不低于" + "的" * (distance - 3) + "60%。"
        assert [expected] == [s.comparator for s in read_text(text)]


# --- dates ----------------------------------------------------------------------------------------


def test_a_lead_in_is_looked_for_over_so_many_dates_and_no_more(read_text: ReadText) -> None:
    """Dates that set no deadline (自2020年起) do not hide the lead-in before them, in any plan's number."""
    for between, expected in ((DATES_BACK - 1, "2025"), (DATES_BACK, "")):
        text = "到2025年," + "自2020年起," * between + "床位达到100张。"
        assert [expected] == [s.deadline for s in read_text(text)]


@pytest.mark.parametrize(
    "text, deadline",
    [
        ("建成5所养老院，2025年底前全面完成。", "2025"),
        ("建成5所养老院，2025年底前。", "2025"),
        ("建成5所养老院；2025年底前。", ""),
        ("建成5所养老院，各项任务有序推进，2025年底前完成。", "2025"),
        ("建成5所养老院，各项任务有序推进，2025年底前完成；培训护理员。", ""),
        ("建成5所养老院。2025年底前完成。", ""),
        ("建成5所养老院，2025年底前完成乡村道路的硬化亮化绿化。", ""),
        ("建成5所养老院（完成时限：2025年12月底前）。", "2025-12"),
        ("建成5所养老院（牵头单位：民政局；2025年12月底前完成）。", "2025-12"),
        ("建成5所养老院（牵头单位：民政局；2025年12月底前汇报）。", ""),
        ("建成5所养老院。（完成时限：2025年12月底前）", "2025-12"),
        ("建成5所养老院。市政府负责。（完成时限：2025年12月底前）", ""),
    ],
)
def test_a_date_behind_a_value_governs_it_from_near_by_only(
    text: str, deadline: str, read_text: ReadText
) -> None:
    """In its clause, in the next that says nothing else, at the end or in the bracket of its sentence."""
    assert [deadline] == [s.deadline for s in read_text(text)]


def test_a_bracket_behind_a_value_is_read_to_its_reach(read_text: ReadText) -> None:
    """A time limit stands in the bracket of its sentence, however much of it comes between."""
    for more, expected in ((0, "2025-12"), (CLAUSE_REACH, "")):
        text = "建成5所养老院" + "的" * more + "（完成时限：2025年12月底前）。"
        assert [expected] == [s.deadline for s in read_text(text)]


# --- numbers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, low",
    [
        ("安排1万2千元。", 12_000),
        ("安排3万4000元。", 34_000),
        ("安排2千999元。", 2_999),
        ("安排1亿2千元。", 100_002_000),
    ],
)
def test_the_rest_of_a_mixed_number_is_added(text: str, low: int, read_text: ReadText) -> None:
    """1万2千 is one number, with whatever stands below its scale."""
    assert [Decimal(low)] == [s.value_low for s in read_text(text)]


@pytest.mark.parametrize(
    "text", ["补贴标准为60%-60%。", "补贴标准为60-60%。", "补贴标准为60%至40%。", "温度为-5℃至-5℃。"]
)
def test_equal_or_falling_ends_are_no_range(text: str, read_text: ReadText) -> None:
    """A range has a lower and a higher end; anything else is not guessed to be one."""
    made = read_text(text)
    assert made
    assert all(s.comparator is not Comparator.RANGE and s.value_low == s.value_high for s in made)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("每1.5万人设置1处养老服务站。", "1处"),
        ("每3至10万居民设置1处养老服务站。", "1处"),
        ("每增加15人配备1名护理员。", "1名"),
        ("每满25张床位配备1名护理员。", "1名"),
        ("每1000名老年人配备4名护理员。", "4名"),
    ],
)
def test_a_base_is_no_value_of_its_own(text: str, expected: str, read_text: ReadText) -> None:
    """Whatever number follows 每 says per how many."""
    assert [expected] == [s.value_text for s in read_text(text)]


# --- what words around a value make of it ---------------------------------------------------------


@pytest.mark.parametrize(
    "text, comparator",
    [
        ("服务半径500米内。", Comparator.LE),
        ("30日内办结。", Comparator.LE),
        ("步行15分钟内到达。", Comparator.LE),
        ("改造10个内设机构。", Comparator.EQ),
        ("培训300人内训师。", Comparator.EQ),
        ("覆盖率达到90%内。", Comparator.EQ),
    ],
)
def test_inside_binds_lengths_and_times_alone(text: str, comparator: Comparator, read_text: ReadText) -> None:
    """内 behind a count belongs to the next word (内设机构)."""
    assert [comparator] == [s.comparator for s in read_text(text)]


@pytest.mark.parametrize(
    "text, kind",
    [
        ("床位数30张以上的，每张补助600元。", Kind.PARAMETER),
        ("床位数在30张以上的；给予补助。", Kind.PARAMETER),
        ("床位数达到300张。", Kind.TARGET),
        ("床位达到30张以上的目标。", Kind.TARGET),
    ],
)
def test_a_number_of_beds_may_be_a_condition(text: str, kind: Kind, read_text: ReadText) -> None:
    """床位数30张以上的, is whom a rule is for, and no bed that is promised."""
    assert kind is read_text(text)[0].kind


@pytest.mark.parametrize(
    "text, scope",
    [
        ("建成县级敬老院一所，床位500张。", ""),
        ("建成县级敬老院1所，床位500张。", "县级敬老院"),
        ("建成县级敬老院十二所，床位500张。", ""),
        ("建成县级敬老院12所，床位500张。", ""),
        ("建成县级敬老院12所，床位不少于50张。", "县级敬老院"),
    ],
)
def test_beds_behind_several_homes_are_those_of_all_together(
    text: str, scope: str, read_text: ReadText
) -> None:
    """Behind one home they are its own; a norm behind twelve is one for each of them."""
    assert scope == read_text(text)[-1].scope_text


# --- years ------------------------------------------------------------------------------------------

_HEAD = "甲市人民政府关于印发2023年养老服务工作要点的通知\n甲政发〔2023〕1号\n"


def test_a_year_with_its_own_end_hides_no_relative_year_behind_it(read_text: ReadText) -> None:
    """2024年底 is one date; 今年 farther on is another."""
    made = read_text(f"{_HEAD}到2024年底，建成养老院5所。今年，建成驿站3个。\n2023年5月1日\n")
    assert [("5所", "2024"), ("3个", "2023")] == [(s.value_text, s.deadline) for s in made]


@pytest.mark.parametrize(
    "heading, deadline",
    [
        ("二、2024年主要任务", "2024"),
        ("二、主要任务", "2023"),
        ("（二）2024年主要任务", ""),
    ],
)
def test_all_year_means_the_year_that_the_chapter_is_about(
    heading: str, deadline: str, read_text: ReadText
) -> None:
    """A numbered heading of the first level that names a year; else the one year that the plan is for, and
    none where a lower heading names another."""
    text = f"{_HEAD}一、工作回顾\n开展服务。\n{heading}\n全年，建成驿站3个。\n2023年5月1日\n"
    (made,) = (s for s in read_text(text) if s.value_text == "3个")
    assert deadline == made.deadline


@pytest.mark.parametrize(
    "text, told",
    [
        (
            "关于养老工作的报告\n一、2023 年工作回顾\n建成驿站３个。\n二、2024年计划\n新建驿站5个。",
            [("一、2023 年工作回顾\n建成驿站３个。\n", 2023)],
        ),
        (
            "养老工作动态\n服务能力不断提升。建成 驿站3个。\n新建驿站5个。\n",
            [("服务能力不断提升。建成 驿站3个。", 0)],
        ),
        ("养老服务工作方案\n服务能力不断提升。建成驿站3个。\n新建驿站5个。\n", []),
    ],
)
def test_parts_that_look_back_are_told_where_the_original_has_them(
    text: str, told: list[tuple[str, int]], read_document: ReadDocument
) -> None:
    """Sections under such a heading with their year; what has come about, in a document that is no plan."""
    past = read_document(Document(text, "txt")).past
    assert told == [(text[part.start : part.end], part.year) for part in past]


@pytest.mark.parametrize(
    "text, numeral, of_the_plan",
    [
        ("规划前三年建成20所养老院。", "三", True),
        ("到前三年末建成20所养老院。", "三", True),
        ("规划后两年建成20所养老院。", "两", True),
        ("工程提前三年完成。", "三", False),
        ("受理后一年内发放补贴。", "一", False),
    ],
)
def test_part_of_the_years_of_a_plan_is_told_by_前_or_后_beside_the_number(
    text: str, numeral: str, of_the_plan: bool, lexicon: Lexicon
) -> None:
    """Its number counts nothing and is a deadline in words; 提前三年 and 后一年内 are spans of time."""
    roles = [
        one.role for one in read(Document(text, "txt"), lexicon).numerals if one.text.startswith(numeral)
    ]
    assert [Role.DEADLINE if of_the_plan else Role.STATEMENT] == roles


@pytest.mark.parametrize("between, roles", [(26, {Role.NAME}), (27, {Role.STATEMENT})])
@pytest.mark.parametrize("unit", "类期批")
def test_numbers_of_classes_tell_them_apart_within_thirty_characters(
    unit: str, between: int, roles: set[Role], lexicon: Lexicon
) -> None:
    """按1类…、2类: beside each other they are names, to either side; farther off each is a count."""
    reading = read(Document(f"按1{unit}、{'某' * between}、2{unit}实施。", "txt"), lexicon)
    assert roles == {one.role for one in reading.numerals}
