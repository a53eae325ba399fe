"""What must hold for every text: offsets, ledger, and that form alone changes no value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.support.language import ReadText
from tests.support.table_text import ReadDocument

from compare.model import Cell, Document, Reading, Role, Statement, Table

# No test here measures time: the first reading on a cold machine is slow.
untimed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
many = settings(untimed, max_examples=400)

HALF = "0123456789%,.;:()-~/"
FULL = "０１２３４５６７８９％，．；：（）－～／"
TO_FULL = str.maketrans(HALF, FULL)
BLANKS = (" ", "\u3000", "\xa0", "  ")


# --- texts --------------------------------------------------------------------------------------

# What plans are made of and what breaks readers. At random it makes no sense, which is the point.
PIECES = (
    *"0123456789０１２３４５６７８９零〇一二三四五六七八九十百千万亿两半廿壹贰佰",
    *"张个家所处名人户次岁年月日元米%％‰",
    *"，。、；：！？,.;:（）()“”《》〔〕[]【】|/-—~～·•+=*#>≥≤<…",
    *" \t\n\u3000\xa0\u200b\ufeff\r",
    *"第每均约近超达为至到以上以下内余多",
    *("不低于", "不少于", "不超过", "低于", "超过", "至少", "最高"),
    *("以上", "及以上", "以下", "以内", "左右", "（含）"),
    *("百分之", "千分之", "分之", "个百分点", "平方米", "万元", "人次", "分钟", "工作日", "学时"),
    *("到2025年", "2025年底前", "2024年5月31日前", "“十四五”末", "十三五"),
    *("今年", "前两年", "全年", "每年", "每半年"),
    *("每百户", "每千名老年人", "人均", "每人每月", "1:100", "100：1", "9:30", "7×24小时"),
    *("护理型床位占比", "养老服务设施覆盖率", "新增床位", "建成", "提高", "提高到"),
    *("分别", "均", "全覆盖", "减半", "翻一番"),
    *("一、", "（一）", "1.", "（1）", "第十条", "附件1", "工作目标", "主要任务"),
    *("单位：个", "合计", "某县", "序号"),
    *("牵头单位：市民政局", "责任单位：", "某政发〔2023〕8号", "发布日期：2023-05-06", "来源：", "博彩"),
)
any_text = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))

SUBJECTS = (
    *("护理型床位占比", "养老服务设施覆盖率", "老年人健康管理率"),
    *("医养签约率", "护理员持证上岗率", "社会力量运营的床位占比"),
)
COUNTED = (
    *(("新增养老床位", "张"), ("建成社区食堂", "个"), ("改造敬老院", "所")),
    *(("培训护理员", "人次"), ("完成适老化改造", "户")),
)
LEADS = ("", "到2025年，", "2023年底前，", "到“十四五”末，", "2024年5月31日前，", "每年", "截至2030年底，")
BEFORE = ("达到", "不低于", "不少于", "不超过", "超过", "为", "提高到", "约", "至少达到", "")
AFTER = ("", "以上", "左右", "以内")

numbers = st.one_of(
    st.integers(1, 99_999).map(str),
    st.decimals(1, 9999, places=1).map(str),
    st.integers(1000, 10**7).map("{:,}".format),
)
percentages = st.integers(1, 100).map(str) | st.decimals(1, 99, places=1).map(str)
rates = st.builds(
    "{}{}{}{}%{}".format,
    st.sampled_from(LEADS),
    st.sampled_from(SUBJECTS),
    st.sampled_from(BEFORE),
    percentages,
    st.sampled_from(AFTER),
)
counts = st.builds(
    lambda lead, counted, number, after: f"{lead}{counted[0]}{number}{counted[1]}{after}",
    st.sampled_from(LEADS),
    st.sampled_from(COUNTED),
    numbers,
    st.sampled_from(AFTER),
)
ranges = st.builds(
    lambda lead, low, dash, more: f"{lead}补贴标准上浮{low}{dash}{low + more}%",
    st.sampled_from(LEADS),
    st.integers(1, 40),
    st.sampled_from(("-", "—", "～", "%—", "%至")),
    st.integers(1, 40),
)
clauses = rates | counts | ranges
#: Sentences that need nothing outside of themselves.
sentences = st.lists(clauses, min_size=1, max_size=3).map(lambda parts: "，".join(parts) + "。")
paragraphs = st.lists(sentences, min_size=1, max_size=4).map("".join)


# --- what is compared -----------------------------------------------------------------------------

Meaning = tuple[object, ...]


def meaning(statement: Statement) -> Meaning:
    """A statement without its place."""
    s = statement
    return (s.value_low, s.value_high, s.unit, s.comparator, s.deadline, s.period, s.kind, s.implied)


def placed(statements: Sequence[Statement], shift: int = 0) -> list[tuple[int, int, Meaning]]:
    return [(s.value_start + shift, s.value_end + shift, meaning(s)) for s in statements]


# --- form changes no value --------------------------------------------------------------------------


@untimed
@given(text=paragraphs)
def test_full_width_reads_as_half_width(text: str, read_text: ReadText) -> None:
    """Full-width digits, percent signs and punctuation change neither values nor places."""
    half = read_text(text.translate(str.maketrans(FULL, HALF))).statements
    full = read_text(text.translate(TO_FULL)).statements
    assert half
    assert placed(half) == placed(full)


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


@untimed
@given(text=paragraphs, data=st.data())
def test_added_blanks_move_spans_and_change_no_value(
    text: str, data: st.DataObject, read_text: ReadText
) -> None:
    """A blank between Han characters, or between one and a number, carries no meaning in Chinese."""
    seams = [
        i
        for i, (a, b) in enumerate(pairwise(text), start=1)
        if (_is_han(a) and (_is_han(b) or b.isdigit())) or (a.isdigit() and (_is_han(b) or b == "%"))
    ]
    chosen = set(data.draw(st.lists(st.sampled_from(seams), max_size=8)))
    blank = data.draw(st.sampled_from(BLANKS))
    spaced = ""
    moved = []
    for i, char in enumerate(text):
        spaced += blank if i in chosen else ""
        moved.append(len(spaced))
        spaced += char

    plain = placed(read_text(text).statements)
    expected = [(moved[start], moved[end - 1] + 1, means) for start, end, means in plain]
    assert expected == placed(read_text(spaced).statements)


@untimed
@given(parts=st.lists(sentences, min_size=2, max_size=5), data=st.data())
def test_the_order_of_sentences_changes_none_of_their_statements(
    parts: list[str], data: st.DataObject, read_text: ReadText
) -> None:
    """Outside of a goals passage each sentence stands alone: neither subject nor deadline wanders."""
    shuffled = data.draw(st.permutations(parts))
    first, second = (
        Counter((meaning(s), s.subject, s.value_text) for s in read_text("".join(order)).statements)
        for order in (parts, shuffled)
    )
    assert first == second


@untimed
@given(first=paragraphs, second=paragraphs)
def test_two_documents_one_behind_the_other_read_as_each_alone(
    first: str, second: str, read_text: ReadText
) -> None:
    """What stands before or behind a text changes nothing in it."""
    alone = placed(read_text(first).statements)
    alone += placed(read_text(second).statements, len(first) + 1)
    assert alone == placed(read_text(f"{first}\n{second}").statements)


@untimed
@given(first=paragraphs, second=paragraphs)
def test_a_goals_passage_reaches_to_the_next_heading_and_no_further(
    first: str, second: str, read_text: ReadText
) -> None:
    """What stands under the next heading reads as if the goals were not there."""
    goals = f"一、工作目标\n到2025年，实现以下目标。{first}\n"
    tasks = f"二、主要任务\n{second}"
    alone = placed(read_text(tasks).statements, len(goals))
    together = placed(read_text(goals + tasks).statements)
    assert alone == [s for s in together if s[0] >= len(goals)]


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize(
    "lead",
    [
        *("", "到2025年，", "到2025年", "2025年底前", "2025年6月底前，", "2025年12月底前", "2024年5月31日前"),
        *("“十四五”期间，", "“十四五”时期", "到“十四五”末，", "2025年内", "2025年上半年", "今年底前", "每年"),
        *(
            "力争到2025年，",
            "确保",
            "力争",
            "实现",
            "并",
            "其中，",
            "1.",
            "（2）",
            "三是",
            "2025年，全市",
            "全省",
        ),
    ],
)
def test_what_leads_in_is_no_part_of_the_subject(lead: str, subject: str, read_text: ReadText) -> None:
    """By when, how sure and for which whole: the subject begins behind it."""
    assert [subject] == [s.subject for s in read_text(f"{lead}{subject}达到60%。").statements]


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize(
    "verb",
    [
        *("达到", "不低于", "要达到", "应当不低于", "均达到", "均须达到", "总体达到", "原则上不低于", "已达"),
        *(
            "提高到",
            "由50%提高到",
            "为",
            "保持在",
            "至少达到",
            "超过",
            "约",
            "力争达到",
            "应不低于",
            "稳定在",
        ),
    ],
)
def test_what_binds_is_no_part_of_the_subject(verb: str, subject: str, read_text: ReadText) -> None:
    """Verb, hedge and comparator are not measured: the subject ends before them."""
    statements = read_text(f"到2025年，{subject}{verb}60%。").statements
    assert {subject} == {s.subject for s in statements}


# --- every text ---------------------------------------------------------------------------------------


def check_spans(reading: Reading) -> None:
    text = reading.document.text
    for s in reading.statements:
        assert 0 <= s.start <= s.value_start < s.value_end <= s.end <= len(text), s
        assert s.value_text == text[s.value_start : s.value_end]
        assert s.subject in text
        assert 0 <= s.passage < len(reading.passages)
        if s.value_low is None or s.value_high is None:
            assert s.value_low is s.value_high is None
        else:
            assert s.value_low.is_finite()
            assert s.value_low <= s.value_high, s
    assert list(reading.statements) == sorted(reading.statements, key=lambda s: s.value_start)
    for index, p in enumerate(reading.passages):
        assert 0 <= p.start < p.end <= len(text)
        assert p.parent is None or 0 <= p.parent < index
    for f in reading.furniture:
        assert 0 <= f.start <= f.end <= len(text)
    for r in reading.responsibilities:
        assert r.department_text == text[r.start : r.end]
        assert 0 <= r.passage < len(reading.passages)
    for t in reading.tables:
        assert all(0 <= c.start <= c.end <= len(text) for c in t.cells)


def check_ledger(reading: Reading) -> None:
    text = reading.document.text
    numerals = reading.numerals
    for n in numerals:
        assert 0 <= n.start < n.end <= len(text)
        assert n.text == text[n.start : n.end]
        assert isinstance(n.role, Role)
    overlaps = [(a, b) for a, b in pairwise(numerals) if a.end > b.start]
    assert [] == overlaps
    covered = {i for n in numerals for i in range(n.start, n.end)}
    digits = {i for i, char in enumerate(text) if char in "0123456789０１２３４５６７８９"}
    assert set() == digits - covered
    valued = (Role.STATEMENT, Role.TABLE_CELL)
    stated = {i for n in numerals if n.role in valued for i in range(n.start, n.end)}
    for s in reading.statements:
        if not s.implied and s.value_low is not None:
            assert stated.intersection(range(s.value_start, s.value_end)), s


@many
@given(text=any_text)
def test_any_text_is_read_and_every_span_fits(text: str, read_text: ReadText) -> None:
    """No text is refused; quotations are slices; each numeral has one role and each digit a numeral."""
    reading = read_text(text)
    assert text == reading.document.text
    check_spans(reading)
    check_ledger(reading)


@untimed
@given(text=paragraphs)
def test_no_numeral_of_a_plain_plan_is_without_a_role(text: str, read_text: ReadText) -> None:
    """Where the grammar knows every phrase, the ledger has no open entry."""
    reading = read_text(text)
    check_spans(reading)
    check_ledger(reading)
    assert [] == [n for n in reading.numerals if n.role is Role.NONE]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("室内噪声不大于45分贝。", "45"),
        ("室内温度不低于18℃。", "18"),
        ("评估得分达到80分以上。", "80"),
        ("照度不低于300勒克斯。", "300"),
        ("血氧饱和度低于90毫米汞柱。", "90"),
        ("新增床位500余。", "500"),
        ("群众满意度不低于95，持续改进。", "95"),
        ("按不低于5：3：2的比例分担。", "5"),
    ],
)
def test_a_bound_number_of_unknown_unit_is_no_name(text: str, number: str, read_text: ReadText) -> None:
    """What a comparator binds is a quantity: read, or left without a role and so shown to the user."""
    (numeral,) = (n for n in read_text(text).numerals if n.text.startswith(number))
    assert numeral.role in (Role.STATEMENT, Role.NONE)


CELLS = (
    *("", "某县", "合计", "120", "/", "-", "85%", "≥60%", "1,200", "2025年", "单位", "序号"),
    *("养老床位（张）", "达到90%以上"),
)


@st.composite
def documents_with_tables(draw: st.DrawFn) -> Document:
    """A document whose format told of a table, cells of any content and some of them merged."""
    width, height = draw(st.integers(1, 5)), draw(st.integers(1, 6))
    text = draw(st.sampled_from(("", "任务分解表\n", "单位：个\n", "到2025年，床位达到500张。\n")))
    cells = []
    start = len(text)
    taken = set()
    for row in range(height):
        for column in range(width):
            if (row, column) in taken:
                continue
            spans = draw(st.sampled_from(((1, 1), (1, 1), (1, 1), (1, 2), (2, 1))))
            down, across = min(spans[0], height - row), min(spans[1], width - column)
            if any((row, column + k) in taken for k in range(across)):
                across = 1
            taken.update((row + i, column + k) for i in range(down) for k in range(across))
            content = draw(st.sampled_from(CELLS))
            cells.append(Cell(row, column, len(text), len(text) + len(content), down, across))
            text += content + "\n"
    assume(cells)
    return Document(text, "docx", (Table(start, len(text), tuple(cells)),))


@untimed
@given(document=documents_with_tables())
def test_any_table_is_read_and_every_span_fits(document: Document, read_document: ReadDocument) -> None:
    """Empty, merged and odd cells: nothing is refused and nothing is quoted that is not there."""
    reading = read_document(document)
    check_spans(reading)
    check_ledger(reading)
