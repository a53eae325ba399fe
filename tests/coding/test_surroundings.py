"""The words around a statement: where each of them begins and ends, and which are asked for."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support.surroundings import around, statement

from compare.coding.indicators.context.breaks import REACH, STOPS, goes_on, marks_of
from compare.coding.indicators.parts_of_counts import is_part
from compare.model import Comparator, Kind, Passage

MARKS_OF_SENTENCES = "。!?！？\n|"
MARKS_OF_PARTS = ";；"
MARKS_OF_CLAUSES = ",，:："


@pytest.mark.parametrize("mark", MARKS_OF_SENTENCES + MARKS_OF_PARTS + MARKS_OF_CLAUSES)
def test_where_clause_part_and_sentence_end(mark: str) -> None:
    """Commas and colons end a clause, semicolons a part, full stops and cells of tables a sentence; what
    follows is cut at the first mark of any kind."""
    found = around(f"甲{mark}乙<床位[5张]>丙{mark}丁")
    whole = f"甲{mark}乙床位5张丙"
    ends_part = mark in MARKS_OF_SENTENCES + MARKS_OF_PARTS
    assert "乙床位5张丙" == found.clause()
    assert ("乙床位5张丙" if ends_part else whole) == found.part()
    assert ("乙床位5张丙" if mark in MARKS_OF_SENTENCES else whole) == found.sentence()
    assert "乙床位" == found.before()
    assert ("乙床位" if ends_part else f"甲{mark}乙床位") == found.part_before()
    assert "丙" == found.clause_behind()


def test_brackets_around_a_part_of_what_was_counted_end_a_clause() -> None:
    """Both of them, and none around anything else."""
    marked = marks_of("床位500张(其中护理型400张)和站点(含驿站)30个。").breaks
    assert "床位500张\n其中护理型400张\n和站点(含驿站)30个\n" == marked


@pytest.mark.parametrize("far, near", [(REACH - 1, True), (REACH, False)])
def test_marks_are_looked_for_within_reach(far: int, near: bool) -> None:
    """Of a text without marks the words farther off are left out; a mark counts if it stands within."""
    found = around(f"甲。{'乙' * far}<[5张]>{'丙' * far}。丁")
    assert ("乙" * far, "丙" * far) == (found.before(), found.clause_behind())
    assert (400, far) == (REACH, len(found.sentence()) - len("5张") - far)
    longer = around(f"甲。{'乙' * far}子<[5张]>{'丙' * far}寅。丁")
    behind = "丙" * far + ("寅" if near else "")
    assert (REACH, behind) == (len(longer.before()), longer.clause_behind())
    assert ("乙" * far if near else "乙" * (REACH - 1)) + "子" == longer.before()


@pytest.mark.parametrize(
    "between, goes",
    [("", True), ("甲,乙;丙", True), ("甲。乙", False), ("甲" * REACH, True), ("甲" * (REACH + 1), False)],
)
def test_a_sentence_goes_on_within_reach(between: str, goes: bool) -> None:
    """Over commas and semicolons, up to a mark that ends it, wherever it stands."""
    assert goes is goes_on(f"。{between}。", 1, 1 + len(between))


def test_another_mark_may_end_what_goes_on() -> None:
    """Where a part is said in the next sentence."""
    assert goes_on("甲。乙", 0, 3, STOPS - {"。"})


def test_a_clause_holds_the_whole_quotation() -> None:
    """From before its start to behind its end, even in two clauses; the value has its own."""
    found = around("甲,乙<床位,不少于[5张]>丙,丁")
    assert ("乙床位,不少于5张丙", "不少于", "丙") == (found.clause(), found.before(), found.clause_behind())
    later = around("甲,<乙>丙,丁[5张],戊".replace("<乙>丙", "<乙丙").replace("]", "]戊>"))
    assert "乙丙,丁5张戊" == later.clause()


@pytest.mark.parametrize(
    "marked, subject, stretch",
    [
        ("新增日间服务中心83家和<助餐场所[217个]>", "助餐场所", "助餐场所217个"),
        ("<新增日间服务中心[83家]>和助餐场所217个", "日间服务中心", "新增日间服务中心83家"),
        ("新增日间服务中心83家和助餐场所<[217个]>", "", "新增日间服务中心83家和助餐场所217个"),
        ("16个区域中心和<[120个]村级站点>,", "村级站点", "120个村级站点"),
        ("建成床位80张和<[5张]床位>", "床位", "5张床位"),
        ("每人<补助[5元]>、9元", "补助", "每人补助5元"),
        ("每人<补助[5元]>、床位9张", "补助", "每人补助5元"),
        ("建三所学校和<床位[5张]>", "床位", "床位5张"),
        ("建第三学校和<床位[5张]>", "床位", "建第三学校和床位5张"),
        ("80周岁以上老人<床位[5张]>", "床位", "80周岁以上老人床位5张"),
    ],
)
def test_a_statement_has_its_own_stretch_of_the_clause(marked: str, subject: str, stretch: str) -> None:
    """From the number before it to the joint before the next; without a subject the whole clause."""
    unit = "元" if "元]" in marked else "个"
    assert stretch == around(marked, subject=subject, unit=unit).stretch()


@pytest.mark.parametrize(
    "unit, marked, subject, stretch",
    [
        ("元", "补助1元、<[2元]金额>", "金额", "补助1元、2元金额"),
        ("元/人", "补助1元、<[2元]金额>", "金额", "补助1元、2元金额"),
        ("个", "中心1个、<[2个]站点>", "站点", "2个站点"),
        ("个", "中心1个、<[2个]以上站点>", "站点", "中心1个、2个以上站点"),
        ("个", "中心1个、<站[2个]>站点", "站", "站2个站点"),
        ("个", "中心1个、<站[2个]>", "站", "中心1个、站2个"),
    ],
)
def test_a_value_without_a_noun_before_it_belongs_to_the_one_before(
    unit: str, marked: str, subject: str, stretch: str
) -> None:
    """Unless it counts the noun behind it; a sum never does."""
    assert stretch == around(marked, subject=subject, unit=unit).stretch()


@pytest.mark.parametrize(
    "marked, subject, words",
    [
        ("甲,万里医院扩充<床位[5张]>", "床位", "万里医院扩充"),
        ("甲,二院扩充<床位[5张]>", "床位", "二院扩充"),
        ("甲,2院扩充<床位[5张]>", "床位", ""),
        ("甲;为老人发放补贴,每月<[5张]>", "补贴", "为老人发放"),
        ("补贴。为老人,每月<[5张]>", "补贴", ""),
        ("甲,乙<[5张]>", "", "乙"),
        ("补贴。<[5张]>", "补贴", ""),
    ],
)
def test_who_acts_stands_before_the_subject(marked: str, subject: str, words: str) -> None:
    """In the clause of the quotation, or of the subject said before it; a value is no actor."""
    assert words == around(marked, subject=subject).actor()


@pytest.mark.parametrize(
    "marked, subject, words",
    [
        ("接待<老年人[5张]>", "老年人", "接待老年人"),
        ("接待了<老年人[5张]>", "老年人", "老年人"),
        ("待<老年人[5张]>", "老年人", "老年人"),
        ("接待<[5张]>", "老年人", "老年人"),
        ("建设<老年人[5张]>", "老年人", "老年人"),
    ],
)
def test_what_is_done_to_a_subject_goes_with_it(marked: str, subject: str, words: str) -> None:
    """Two characters right before the quotation that says the subject itself."""
    assert words == around(marked, subject=subject).acted_on()
    assert ("subject", words) == next(around(marked, subject=subject).tiers())


@pytest.mark.parametrize(
    "marked, lead",
    [
        ("运营补贴:老人<[5张]>", "运营补贴"),
        ("运营:补贴：老人<[5张]>", "运营:补贴"),
        ("运营：补贴:老人<[5张]>", "运营：补贴"),
        ("甲:乙。老人<[5张]>", ""),
        ("老人<[5张]>:丙", ""),
    ],
)
def test_the_lead_is_what_the_last_colon_of_the_sentence_ends(marked: str, lead: str) -> None:
    """Of either width; without a colon before the statement there is none."""
    assert lead == around(marked).lead()


def passages(*headings: tuple[str, int | None]) -> tuple[Passage, ...]:
    return tuple(Passage(1, "", "paragraph", heading, 0, 9, parent) for heading, parent in headings)


def test_headings_are_the_nearest_first() -> None:
    """Up to one without a parent; the first passage of all is a heading like any other."""
    above = passages(("章", None), ("节", 0), ("别", None), ("目", 1))
    assert "目\n节\n章" == around("<[5张]>", above, passage=3).headings()
    assert "章" == around("<[5张]>", above).headings()
    assert "" == around("<[5张]>").headings()
    assert (
        "床\n甲。<[5张]>".replace("甲。", "").replace("<[", "").replace("]>", "") + "\n章"
        == around("甲。<[5张]>", above, subject="床").around()
    )


def tiers(marked: str, **fields: Any) -> list[tuple[str, str]]:
    """What is tried behind the subject."""
    return list(around(marked, **fields).tiers())[1:]


def test_which_words_are_tried_and_in_which_order() -> None:
    """The clause, and the sentence where the quotation has no subject. Cells of tables are coded by their
    subject alone."""
    assert [("clause", "乙床5张")] == tiers("甲,乙<床[5张]>", subject="床")
    assert [("clause", "乙5张"), ("sentence", "甲,乙5张")] == tiers("甲,乙<[5张]>", subject="床")
    assert [] == tiers("甲,乙<[5张]>", kind=Kind.ALLOCATION)


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("元", ["高龄老人津贴", "高龄老人津贴5元"]),
        ("张", ["高龄(80周岁)老人津贴", "高龄(80周岁)老人津贴5元"]),
    ],
)
def test_what_stands_in_brackets_names_no_sum(unit: str, words: list[str]) -> None:
    """It says for whom or on what terms; of what is counted it may be the noun."""
    found = around("<高龄(80周岁)老人津贴[5元]>", subject="高龄(80周岁)老人津贴", unit=unit)
    assert words == [tried for name, tried in found.tiers() if name in ("subject", "clause")]


def test_shares_and_sums_that_name_only_whom_they_are_for_look_farther() -> None:
    """To their part of the sentence, and to the words before its colon where they have a subject."""
    elliptic = {"subject": "老年人", "unit": "元"}
    assert [("clause", "丁老年人5元"), ("part", "乙:丁老年人5元"), ("lead", "甲;乙")] == tiers(
        "甲;乙:丁<老年人[5元]>", **elliptic
    )
    assert ["clause", "part", "sentence"] == [name for name, _ in tiers("甲;乙:丁<[5元]>", **elliptic)]
    assert ["clause"] == [name for name, _ in tiers("甲;乙:丁<老年人[5个]>", subject="老年人", unit="个")]


@pytest.mark.parametrize(
    "subject, unit, elliptic",
    [
        ("老年人", "%", True),
        ("农村", "%", True),
        ("农村床位", "%", False),
        ("给予", "%", False),
        ("", "%", False),
        ("老年人", "元", True),
        ("给予", "元/人", True),
        ("", "元", True),
        ("床位费", "元", False),
        ("老年人", "个", False),
        ("老年人", "万元", False),
    ],
)
def test_which_subjects_say_only_for_whom(subject: str, unit: str, elliptic: bool) -> None:
    """Of shares people and places; of sums also that they are given, or nothing at all."""
    assert elliptic == around("<[5张]>", subject=subject, unit=unit).is_elliptic()


@pytest.mark.parametrize(
    "marked, subject, fields, words",
    [
        ("甲<床位[5张]>", "床位", {"scope_text": "县级供养机构"}, "每个县级供养机构床位"),
        ("养老机构26家,<床位[5张]>", "床位", {}, "养老机构床位总数"),
        ("养老机构26家,<床位[5张]>", "床位", {"comparator": Comparator.ABOUT}, "养老机构床位总数"),
        ("养老机构26家,<床位[5张]>", "床位", {"comparator": Comparator.GE}, ""),
        ("养老机构26家,<护理床位[5张]>", "护理床位", {}, ""),
        ("养老机构1家,<床位[5张]>", "床位", {}, ""),
        ("养老机构26家,新建<床位[5张]>", "床位", {}, ""),
        ("甲,<站点[5张]>", "站点", {"scope_text": "县级供养机构"}, ""),
    ],
)
def test_whose_beds_they_are(marked: str, subject: str, fields: dict[str, Any], words: str) -> None:
    """Of each home that the scope names, or of all homes that were counted right before."""
    found = dict(tiers(marked, subject=subject, **fields))
    assert words == found.get("facility", "")


@pytest.mark.parametrize("between, found", [(",共", True), ("。共", False), (",其中公办2家,民办3家,", True)])
def test_homes_are_counted_right_before_their_beds(between: str, found: bool) -> None:
    """In the same sentence, with their owners between them or not."""
    assert found == ("facility" in dict(tiers(f"甲。养老机构26家{between}<床位[5张]>", subject="床位")))


@pytest.mark.parametrize(
    "subject, unit, kind, part",
    [
        ("公办", "家", Kind.TARGET, True),
        ("北山街道", "个", Kind.TARGET, True),
        ("北山", "个", Kind.TARGET, False),
        ("街道", "个", Kind.TARGET, False),
        ("北山街道", "个", Kind.ALLOCATION, False),
        ("北山街道", "个/万人", Kind.TARGET, False),
        ("北山街道", "%", Kind.TARGET, False),
        ("北山街道", "元", Kind.TARGET, False),
        ("北山街道", "张", Kind.TARGET, True),
        ("康宁护理院", "张", Kind.TARGET, True),
        ("康宁医院", "张", Kind.TARGET, False),
        ("康宁护理院", "家", Kind.TARGET, False),
        ("公办", "张", Kind.TARGET, False),
    ],
)
def test_what_counts_a_part(subject: str, unit: str, kind: Kind, part: bool) -> None:
    """A place or an owner, or a named home of whose beds it speaks; no share, no sum, no cell of a table."""
    assert part == is_part(statement((0, 1), (0, 1), subject=subject, unit=unit, kind=kind))


@pytest.mark.parametrize(
    "behind, part",
    [("、", True), ("社区", False), ("以上", True), ("左右", True), ("和", True), ("建成", True), ("", True)],
)
def test_a_noun_behind_a_part_is_what_is_counted(behind: str, part: bool) -> None:
    """北山街道1个社区 counts communities; words for more, joints and verbs are no nouns."""
    assert part == around(f"<北山街道[1个]>{behind}", subject="北山街道", unit="个").is_part()


@pytest.mark.parametrize(
    "marked, subject, whose",
    [
        ("甲,乙<床位[5张]>", "床位", "乙床位5张\n甲,乙床位5张"),
        ("甲,乙<新增床位[5张]>", "新增床位", "乙新增床位5张\n甲,乙新增床位5张"),
        ("甲,乙<站点[5个]>", "站点", "乙站点5个"),
        ("甲,乙<[5个]>", "站点", "站点\n乙5个"),
    ],
)
def test_what_belongs_to_something_is_told_with_its_part(marked: str, subject: str, whose: str) -> None:
    """Beds are of something that may be named before them; the subject is said once."""
    assert whose == around(marked, subject=subject).whose()


def test_the_nearest_words_are_subject_lead_and_part() -> None:
    """Each on a line of its own, so that no pattern runs from one into the other."""
    found = around("丙。甲:子;乙,丁<[5张]>", subject="床")
    assert ("床\n甲\n乙,丁5张", "床\n丁5张") == (found.near(), found.own())
    assert ["床", "床5张", "丁"] == list(around("丙,丁<床[5张]>", subject="床").of_the_statement())


@pytest.mark.parametrize(
    "marked, subject, counted",
    [
        ("全县<[34个]乡镇仅有敬老院>8所。", "乡镇仅有敬老院", "乡镇"),
        ("建成<[30个]服务站>。", "服务站", "服务站"),
        ("<服务站[30个]>。", "服务站", ""),
        ("18个乡镇建有敬老院,<[212个]>村建有互助点。", "乡镇", "村"),
        ("18个乡镇建有敬老院,<[212个]>村级互助点。", "乡镇", ""),
    ],
)
def test_what_is_counted_stands_behind_its_number(marked: str, subject: str, counted: str) -> None:
    """Without what it has, and not the noun of a number before."""
    assert counted == around(marked, subject=subject).counted()


@pytest.mark.parametrize(
    "marked, fields, words",
    [
        ("改造800户,<每户补助[3500元]>。", {"unit": "元/户"}, "改造800户,每户补助3500元"),
        (
            "培训导游300人,<持证率达到[90%]>。",
            {"unit": "%", "subject": "持证率"},
            "培训导游300人,持证率达到90%",
        ),
        ("建成社工站,<每站配备社工[2名]>。", {"unit": "名", "subject": "社工"}, "建成社工站,每站配备社工2名"),
        ("建成社工站,<社工[2名]>。", {"unit": "名", "subject": "社工"}, ""),
        ("改造800户,<电梯[20部]>。", {"unit": "部", "subject": "电梯"}, ""),
    ],
)
def test_what_is_given_is_told_with_whom_it_is_given_to(
    marked: str, fields: dict[str, Any], words: str
) -> None:
    """A sum, a rate alone and staff of each belong to what their part speaks of."""
    assert words == around(marked, **fields).beside()


@pytest.mark.parametrize(
    "marked, words",
    [
        ("建设补助:<每个[3万元]>", "建设补助\n建设补助:每个3万元"),
        ("建设补助5万元,<运营补助[3万元]>", "运营补助3万元"),
    ],
)
def test_a_sum_is_named_in_its_clause_or_before_it(marked: str, words: str) -> None:
    """The stretch alone where it names one."""
    assert words == around(marked, unit="元", subject="").paid()
