"""The page: outline, furniture, clauses, and the way from the view back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.language import ReadText

from compare.reading.page.clauses import clauses_of
from compare.reading.page.outline import outline, section_years, trail
from compare.reading.page.view import text_view

# --- outline ----------------------------------------------------------------------------------------


def outlined(text: str) -> list[str]:
    """Each passage: level, kind, number, heading, the passage above, its first words."""
    return [
        f"{p.level} {p.kind} {p.number}|{p.heading}|{p.parent}|{text[p.start : p.end][:6]}"
        for p in outline(text_view(text))[0]
    ]


@pytest.mark.parametrize(
    ("between", "kind"),
    [("", "annex"), ("单位：张\n", "annex"), ("某市人民政府\n2024年1月8日\n", "paragraph")],
)
def test_an_annex_is_headed_by_its_name_where_its_table_follows(between: str, kind: str) -> None:
    """附件：任务分解表 above a table is no part of the last section; a list of annexes behind a notice heads
    nothing."""
    text = f"三、组织保障\n各县要落实责任。\n附件：各县任务分解表\n{between}县区\n床位\n"
    view = text_view(text)
    cells = [(at, at + 2) for at in (view.text.index("县区"), view.text.index("床位"))]
    passages, _ = outline(view, cells)
    assert kind == passages[2].kind
    last = trail(passages, len(passages) - 1)
    assert last == (("附件:各县任务分解表",) if kind == "annex" else ("组织保障",))


def test_numbers_nest_by_their_kind() -> None:
    """章 over 一、 over (一) over 1. over (1); an annex stands apart, lines belong to the last number."""
    text = (
        "第一章 总则\n第一条 为了养老。\n一、总体要求\n（一）目标。到2025年。\n1.床位。新增。\n"
        "说明\n（1）其他\n第二条 略。\n附件1\n任务表\n附件：清单\n"
    )
    assert [
        "0 heading 第一章|总则|None|第一章 总则",
        "1 item 第一条|为了养老|0|第一条 为了",
        "1 heading 一|总体要求|0|一、总体要求",
        "2 item 一|目标|2|（一）目标。",
        "3 item 1|床位|3|1.床位。新",
        "4 paragraph ||4|说明",
        "4 heading 1|其他|4|（1）其他",
        "5 item 第二条|略|6|第二条 略。",
        "0 annex |附件1|None|附件1",
        "1 paragraph ||8|任务表",
        "1 paragraph ||8|附件：清单",
    ] == outlined(text)


@pytest.mark.parametrize(
    ("text", "above"),
    [
        ("第一条 甲。\n（一）乙。\n1.丙。\n（二）丁。\n第二条 戊。\n", [None, 0, 1, 0, None]),
        ("第一章 甲\n第一条 乙。\n（一）丙。\n第二条 丁。\n第二章 戊\n", [None, 0, 1, 0, None]),
        ("一、甲\n第一条 乙。\n（一）丙。\n二、丁\n第二条 戊。\n", [None, 0, 0, None, 3]),
        ("（一）甲\n第一条 乙。\n（二）丙\n第二条 丁。\n", [None, 0, None, 2]),
    ],
)
def test_articles_hold_their_items(text: str, above: list[int | None]) -> None:
    """(一) and 1. stand under the article before them, unless sections so numbered hold the articles."""
    assert above == [p.parent for p in outline(text_view(text))[0]]


def test_lines_above_any_number_are_of_the_first_level() -> None:
    """As the paragraphs of a text without sections are."""
    assert ["1 paragraph ||None|说明", "1 heading 一|总则|None|一、总则"] == outlined("说明\n一、总则\n")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("一、2024年任务\n二、其他\n", [2024, 0]),
        ("（一）2024年任务\n2024年说明\n", []),
        ("2024年说明\n一、2023年和2024年\n", [2023]),
    ],
)
def test_sections_of_the_first_level_are_about_a_year(text: str, years: list[int]) -> None:
    """The first that their heading names, 0 for one that names none; other lines are no sections."""
    assert years == [year for _, year in section_years(*outline(text_view(text)))]


def test_what_is_no_number_opens_no_section() -> None:
    """2.5万张 and a bullet are lines of the section above; full-width numbers and marks of Markdown count."""
    assert [
        "3 heading 1|床位|None|1、床位",
        "4 paragraph ||0|2.5万张",
        "3 heading 1|站点|None|１．站点",
        "1 heading 二|保障|None|# 二、保障",
        "2 heading 三|加强|3|(三)加强",
        "3 paragraph ||4|①其他",
        "3 paragraph ||4|- 要点",
    ] == outlined("1、床位\n2.5万张\n１．站点\n# 二、保障\n(三)加强\n①其他\n- 要点\n")


@pytest.mark.parametrize(("length", "kind", "named"), [(40, "heading", True), (41, "item", False)])
def test_a_heading_has_forty_characters(length: int, kind: str, named: bool) -> None:
    """A longer line goes on as text, and has no name to be told by."""
    (alone, _), _ = outline(text_view(f"一、{'养' * length}\n二、其他\n"))
    assert (kind, named) == (alone.kind, bool(alone.heading))
    (opening, _), _ = outline(text_view(f"一、{'养' * length}。其余。\n二、其他\n"))
    assert ("item", named) == (opening.kind, bool(opening.heading))


def test_a_passage_is_told_by_the_headings_above_it() -> None:
    """Outermost first; what has no heading is left out."""
    passages = outline(text_view(f"一、总体要求\n（一）{'养' * 41}\n1.床位。新增。\n说明\n"))[0]
    assert [("总体要求",), ("总体要求",), ("总体要求", "床位"), ("总体要求", "床位")] == [
        trail(passages, at) for at in range(4)
    ]
    assert () == trail(outline(text_view("说明\n"))[0], 0)


# --- furniture --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "您当前的位置：首页 > 政策\n甲市方案\n到2025年，新增床位300张。\n- 1 -\n第2页\n3/12\n"
            "浏览次数：1234次\n发布日期：2023-05-06\n无障碍改造2000户。\n无障碍浏览\n打印本页\n分享到：微信\n"
            "相关链接：到2025年建成站点9个。\n",
            [
                "page furniture: 您当前的位置：首页 > 政策",
                "page number: - 1 -",
                "page number: 第2页",
                "page number: 3/12",
                "page furniture: 浏览次数：1234次",
                "page furniture: 发布日期：2023-05-06",
                "page furniture: 无障碍浏览",
                "page foot: 打印本页",
                "page foot: 分享到：微信",
            ],
            id="a web page",
        ),
        pytest.param(
            "甲市方案\n目录\n一、总体要求 1\n二、任务 3\n到2025年，新增床位300张。\n",
            ["table of contents: 目录", "table of contents: 一、总体要求 1", "table of contents: 二、任务 3"],
            id="contents below their name",
        ),
        pytest.param(
            "甲市方案\n一、总体要求……1\n二、任务.......3\n三、保障·····12\n到2025年，新增床位300张....\n",
            [
                "table of contents: 一、总体要求……1",
                "table of contents: 二、任务.......3",
                "table of contents: 三、保障·····12",
            ],
            id="contents with leaders",
        ),
        pytest.param(
            "甲市方案\n3/12\n4/12\n到2025年。\n", ["page number: 3/12", "page number: 4/12"], id="pages"
        ),
        pytest.param("甲市方案\n3/12\n4/13\n到2025年。\n", [], id="pairs"),
        pytest.param(
            "甲市方案\n见http://a.gov.cn/1.html。详见%E5%85%BB%E8%80%81%E6%9C%8D。\n",
            ["address: http://a.gov.cn/1.html", "address: %E5%85%BB%E8%80%81%E6%9C%8D"],
            id="addresses",
        ),
        pytest.param(
            "甲市方案\n足球比分直播：新增床位。在线棋牌游戏9个\n",
            ["injected spam: 足球比分直播：", "injected spam: 在线棋牌游戏"],
            id="spam",
        ),
        pytest.param(
            "甲市方案\n新增足球足球足球足球足球比分直播\n",
            ["injected spam: 足球足球足球足球比分直播"],
            id="so many words before spam",
        ),
        pytest.param("比分直播网\n甲市方案\n", ["injected spam: 比分直播"], id="spam at the beginning"),
        pytest.param(
            "[打印][关闭]\n[3000]\n[大]\n甲市方案\n",
            ["page furniture: [打印][关闭]", "page furniture: [大]"],
            id="buttons",
        ),
    ],
)
def test_what_stands_around_a_text_is_furniture(text: str, expected: list[str], read_text: ReadText) -> None:
    """Whole lines, and spam inside lines; what says something of its own is none."""
    assert expected == [f"{f.reason}: {text[f.start : f.end]}" for f in read_text(text).furniture]


BODY = "到2025年，新增床位300张。\n"


@pytest.mark.parametrize(
    ("text", "longer"),
    [
        (f"甲市方案\n第{'1' * 14}页\n", f"甲市方案\n第{'1' * 15}页\n"),
        (f"来源：{'养' * 157}\n甲市方案\n", f"来源：{'养' * 158}\n甲市方案\n"),
        (f"{'甲' * 2997}。\n来源：甲市\n{'略' * 9000}\n", f"{'甲' * 2998}。\n来源：甲市\n{'略' * 9000}\n"),
        (f"甲市方案\n{'养' * 80}……1\n{BODY}", f"甲市方案\n{'养' * 81}……1\n{BODY}"),
        (f"甲市方案\n{'养' * 2}……1\n{BODY}", f"甲市方案\n{'养' * 1}……1\n{BODY}"),
    ],
    ids=["page number", "label", "top of the page", "longest of contents", "shortest of contents"],
)
def test_furniture_has_its_length_and_its_place(text: str, longer: str, read_text: ReadText) -> None:
    """One character on either side of the border."""
    assert [1, 0] == [len(read_text(one).furniture) for one in (text, longer)]


@pytest.mark.parametrize(("length", "count"), [(154, 1), (155, 2)])
def test_a_foot_begins_in_the_lower_part(length: int, count: int, read_text: ReadText) -> None:
    """Behind six tenths of the text what follows belongs to the page; before them the line alone."""
    text = f"甲市方案\n{'略' * length}\n上一篇：甲\n{'略' * 100}\n"
    assert count == len(read_text(text).furniture)


@pytest.mark.parametrize(("length", "reason"), [(55, "page foot"), (56, "page furniture")])
def test_a_foot_begins_with_a_short_line(length: int, reason: str, read_text: ReadText) -> None:
    """Of fewer than sixty characters."""
    text = f"甲市方案\n{BODY * 10}相关链接{'养' * length}\n"
    assert [reason] == [f.reason for f in read_text(text).furniture]


# --- clauses and the view ---------------------------------------------------------------------------


@given(st.text("甲乙1,:;。|\n", max_size=30), st.lists(st.integers(0, 30), max_size=8))
def test_clauses_are_the_same_in_whatever_order_they_are_asked_for(text: str, places: list[int]) -> None:
    """What is kept of the last question changes no answer."""
    kept = clauses_of(text)
    for place in places:
        at = min(place, len(text))
        assert clauses_of(text).clause(at) == kept.clause(at)
        assert clauses_of(text).sentence(at) == kept.sentence(at)


@given(
    st.text("甲乙丙1。\n", max_size=20),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 6)), max_size=4),
)
def test_what_is_left_out_of_a_view_leaves_the_rest_in_its_place(
    text: str, parts: list[tuple[int, int]]
) -> None:
    """The characters of the view are those of the text outside the spans, each with its offset; the end has
    one too."""
    spans = sorted((min(at, len(text)), min(at + length, len(text))) for at, length in parts)
    gone = {place for start, end in spans for place in range(start, end)}
    view = text_view(text, spans)
    left = [place for place in range(len(text)) if place not in gone]
    assert "".join(text[place] for place in left) == view.text
    assert [*left, len(text)] == list(view.offsets)


@given(st.text("甲乙1 \u3000\t，（〇ＡＢ", max_size=20))
def test_every_character_of_a_view_has_its_offset(text: str) -> None:
    """One more than it has characters, rising, and the last is the end of the text."""
    view = text_view(text)
    assert len(view.text) + 1 == len(view.offsets)
    assert sorted(set(view.offsets)) == list(view.offsets)
    assert len(text) == view.offsets[len(view.text)]
