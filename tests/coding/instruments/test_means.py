"""Instruments and milestones of made-up items: which, how strictly, by which words, by when."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.language import ReadText

from compare.coding.instruments.clause_instruments import shown
from compare.coding.instruments.codebook import MeansBook
from compare.coding.instruments.coder import code_means
from compare.model import Means

CLAUSES = ("建设养老院", "鼓励社会力量参与", "培训护理员", "到2025年", "加大财政投入", "责任单位:市民政局")


def one(read_text: ReadText, book: MeansBook, text: str, instrument: str) -> Means:
    """The instrument in an item of these words."""
    found = [
        m for m in code_means(read_text(f"一、任务\n1.{text}\n"), book).means if m.instrument == instrument
    ]
    assert 1 == len(found)
    return found[0]


@pytest.mark.parametrize(
    "text, instrument, level",
    [
        ("完善制度,支持养老机构开展医养结合服务。", "medical_integration", 1),
        ("完善制度,推进医养结合服务。", "medical_integration", 2),
        ("到2026年,建成8家医养结合机构。", "medical_integration", 3),
        ("将闲置学校用于养老服务,租赁期限不超过15年。", "premises_reuse", 3),
        ("对利用建筑面积800平方米以下的房屋改造为养老设施的,不再要求办理环评手续。", "market_access", 3),
        ("制定《某某市养老机构等级评定办法》,提升水平。", "standards_rating", 3),
        ("根据《养老机构等级评定办法》,开展等级评定。", "standards_rating", 2),
        ("自2023年起,加大财政投入。", "fiscal_input", 3),
        ("加大财政投入,支持养老事业发展。", "fiscal_input", 2),
        ("对在城区举办养老机构的,可以划拨方式供地。", "land_supply", 1),
        ("各地可适当提高标准,按规定发放护理补贴。", "older_persons_subsidy", 2),
        ("将养老服务工作纳入目标责任考核。", "performance_review", 2),
        ("引导银行创新金融产品,融资担保费率不超过1%。", "finance", 1),
        ("力争到2025年培训养老护理员1万名。", "staff_training", 1),
        ("优先采用公建民营方式运营,运营期限一般不少于10年。", "public_private", 3),
        ("为65岁以上老年人提供上门服务,加强管理。", "home_community_services", 2),
        ("对养老机构给予运营补贴,民政部门应当在20个工作日内审核。", "operating_subsidy", 2),
        ("申请运营补贴的,由民政部门在15个工作日内办结。", "operating_subsidy", 2),
        ("对养老机构给予运营补贴,每床每月100元,由民政部门在20个工作日内审核。", "operating_subsidy", 3),
        ("开展老年人能力评估,评估机构在30日内出具评估报告。", "needs_assessment", 2),
        ("新建居住区的养老设施与住宅同步建设,验收合格后九十日内移交。", "compulsory_provision", 3),
        ("简化养老机构审批,登记时限压缩至5个工作日内办结。", "market_access", 3),
        ("到2025年底前,加强协作,出台养老机构等级评定办法。", "standards_rating", 3),
        ("到2025年底前,加强部门协作,建立养老机构等级评定制度。", "standards_rating", 2),
        ("加强协作,建立养老机构等级评定制度。(完成时限:2025年12月底)", "standards_rating", 3),
        ("到2025年12月底前,加强部门协作,建立等级评定制度。(完成时限:2026年12月底)", "standards_rating", 2),
    ],
)
def test_levels(read_text: ReadText, book: MeansBook, text: str, instrument: str, level: int) -> None:
    """Encouraged, committed, committed and specified; an age says for whom, a basis is no output, and how
    long an office may take is not how much."""
    assert level == one(read_text, book, text, instrument).level


def test_the_clause_that_binds_most_is_the_evidence(read_text: ReadText, book: MeansBook) -> None:
    """Once an item; a heading that names what its body says is not it."""
    text = "加强人才培训。鼓励机构开展护理员培训。每年培训养老护理员300人次。\n责任单位:市民政局"
    means = one(read_text, book, text, "staff_training")
    whole = f"一、任务\n1.{text}\n"
    assert (3, "每年培训养老护理员300人次") == (means.level, whole[means.start : means.end])


def test_an_office_s_time_limit_is_no_better_evidence(read_text: ReadText, book: MeansBook) -> None:
    """The sentence that gives the subsidy is, not the one behind it on how it is applied for."""
    core = "对符合条件的养老机构给予运营补贴"
    procedure = "申请运营补贴的,由民政部门在20个工作日内办结"
    text = f"市级财政和县级财政根据养老机构实际入住的老年人数,{core}。{procedure}。"
    means = one(read_text, book, text, "operating_subsidy")
    assert (2, core) == (means.level, f"一、任务\n1.{text}\n"[means.start : means.end])


@pytest.mark.parametrize(
    "text, absent",
    [
        ("加强对养老机构运营补贴资金使用情况的监管", "operating_subsidy"),
        ("目前已建成养老机构12家", "facility_construction"),
        ("重点购买生活照料、康复护理、人员培训、志愿服务等服务", "volunteering"),
        ("推进婴幼儿托育机构标准化建设", "standards_rating"),
        ("综合运用规划、土地、财税、融资等支持政策", "finance"),
        ("根据《某市居家社区养老服务管理办法》", "home_community_services"),
        ("由民政、应急管理、市场监督管理等部门按照职责办理", "fire_safety"),
        ("文化娱乐、体育健身、休闲养生等服务", "older_education"),
        ("用于场地租金、水、电、燃气、相关税费等开支", "tax_fee_relief"),
        ("在市养老服务平台公示", "digital_platform"),
    ],
)
def test_what_is_only_named_is_not_coded(book: MeansBook, text: str, absent: str) -> None:
    """What is inspected, what is done already, a member of a list, other people's services."""
    assert absent not in [hit.instrument.id for hit in shown(text, book)]


@pytest.mark.parametrize(
    "text, coded",
    [
        ("资金用于护理员培训、场地租金和装修、设施设备购置、水电燃气费用、意外伤害保险、系统维护", False),
        ("资金用于场地租金、设备购置、护理员培训", False),
        ("资金用于场地租金、设备购置、意外保险以及统一组织的各类机构护理员培训", True),
        (
            "资金用于对全市各类养老机构的负责人和一线工作人员统一组织开展的护理员培训、场地租金、意外保险",
            True,
        ),
        ("资金用于护理员培训、场地租金", True),
        ("护理员培训资金用于设备购置、场地租金、意外保险", True),
    ],
    ids=["first of many", "last", "far behind the last", "far before the first", "of two", "before the list"],
)
def test_a_member_of_a_list_is_not_coded(book: MeansBook, text: str, coded: bool) -> None:
    """What money is for is a list of three or more; whoever stands before it or far off is no member."""
    assert coded == ("staff_training" in [hit.instrument.id for hit in shown(text, book)])


def test_what_defines_words_is_not_coded(read_text: ReadText, book: MeansBook) -> None:
    """Nor what says where the document holds."""
    text = (
        "第一条 本办法所称老年助餐,是指以食堂为依托提供配餐、送餐服务。\n"
        "第二条 在本市开展的助餐配餐服务,适用本办法。\n"
    )
    assert () == code_means(read_text(text), book).means


def test_what_an_item_is_about_is_the_better_evidence(read_text: ReadText, book: MeansBook) -> None:
    """Of two at one level that whose heading names it, wherever it stands."""
    text = "一、任务\n(一)加强宣传。做好宣传和消防安全检查。\n(二)消防安全管理。落实消防安全管理制度。\n"
    found = [m for m in code_means(read_text(text), book).means if m.instrument == "fire_safety"]
    assert [False, True] == [m.topic for m in found]
    assert found[1] is min(found, key=Means.rank)


def test_goals_count_where_something_is_to_be_built(read_text: ReadText, book: MeansBook) -> None:
    """Rates are statements and no instruments."""
    text = "一、发展目标\n到2025年,养老机构等级评定率达到80%,每个县建有1所养老院。\n"
    assert ["facility_construction"] == [m.instrument for m in code_means(read_text(text), book).means]


def test_what_a_task_table_repeats_is_marked(read_text: ReadText, book: MeansBook) -> None:
    """In the shorter item."""
    text = (
        "一、任务\n(一)建设农村养老设施,加大财政投入力度。\n二、保障\n1.加强宣传。\n附件\n"
        "1.建设农村养老设施,加大财政投入力度,明年新建县级养老院。\n"
    )
    found = [(m.instrument, m.repeats) for m in code_means(read_text(text), book).means]
    assert ("fiscal_input", True) in found
    assert ("fiscal_input", False) in found


def test_what_has_been_done_is_no_commitment(read_text: ReadText, book: MeansBook) -> None:
    """Neither in a part that looks back, with numbers or without, nor where a clause says what is so
    already; what is meant to be in such a part is one."""
    report = read_text(
        "一、2023年工作回顾\n1.建成养老院30家,培训护理员600人次。\n2.出台了养老机构运营补贴办法。\n"
        "3.下一步要开展长期护理保险试点。\n"
        "二、2024年工作安排\n1.目前已有老年食堂20家,要加大财政投入。\n"
    )
    found = {means.instrument for means in code_means(report, book).means}
    assert {"long_term_care_insurance", "fiscal_input"} == found


def test_whom_it_is_for_and_by_when(read_text: ReadText, book: MeansBook) -> None:
    """The date that leads the sentence governs the clause; groups in the order of the codebook."""
    text = "2024年6月底前,摸清底数,对失能、高龄老年人家庭实施居家适老化改造。"
    means = one(read_text, book, text, "home_adaptation")
    assert ("2024-06", ("disabled", "oldest")) == (means.deadline, means.target_groups)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=8), st.sampled_from(",。;\n"))
def test_spans_lie_in_their_items(
    book: MeansBook, read_text: ReadText, clauses: list[str], mark: str
) -> None:
    """Evidence is part of the item that carries it, and an item carries an instrument once."""
    reading = read_text("一、任务\n1." + mark.join(clauses) + "。\n")
    found = code_means(reading, book)
    for means in found.means:
        item = found.items[means.item]
        assert item.start <= means.start < means.end <= item.end
    keys = [(means.item, means.instrument) for means in found.means]
    assert len(set(keys)) == len(keys)


def _worded() -> list[tuple[str, str]]:
    path = Path(__file__).parents[2] / "cases" / "instruments.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["instruments"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize("text, instruments", _worded())
def test_other_plans_wordings_are_known(book: MeansBook, text: str, instruments: str) -> None:
    """Clauses as plans elsewhere word them, written down apart from the patterns."""
    found = {hit.instrument.id for clause in (text, *text.split(",")) for hit in shown(clause, book)}
    assert set(instruments.split()) <= found


@pytest.mark.parametrize(
    "text, quote, level",
    [
        ("对500平方米以下的,简化审批手续。", "简化审批手续", 0),
        (
            "将闲置学校用于养老服务,运营补助标准为每床100元。",
            "将闲置学校用于养老服务,运营补助标准为每床100元",
            3,
        ),
        ("将闲置学校用于养老服务,到2025年建成养老院3所。", "将闲置学校用于养老服务", 2),
        ("将闲置学校用于养老服务,培训护理员300人次。", "将闲置学校用于养老服务", 2),
        (
            "将闲置学校用于养老服务,租赁期限不超过15年,加强日常监督管理。",
            "将闲置学校用于养老服务,租赁期限不超过15年",
            3,
        ),
    ],
)
def test_where_the_evidence_of_a_clause_ends(
    read_text: ReadText, book: MeansBook, text: str, quote: str, level: int
) -> None:
    """With the clause behind it that says how much; not with one of another instrument or date."""
    whole = f"一、任务\n1.{text}\n"
    found = [m for m in code_means(read_text(whole), book).means if m.instrument == "premises_reuse"]
    assert [(quote, level)] * bool(level) == [(whole[m.start : m.end], m.level) for m in found]


def test_the_clauses_of_an_item_are_counted(read_text: ReadText, book: MeansBook) -> None:
    """Each that shows the instrument; the first pattern of an entry is its core."""
    means = one(
        read_text, book, "开展护理员培训。完善护理员培训制度,培训护理员。加强管理。", "staff_training"
    )
    assert (3, True) == (means.clauses, means.core)
    assert not one(read_text, book, "每年培训护理员300人次。", "staff_training").core


@pytest.mark.parametrize("length, heading", [(8, True), (32, True), (33, False)])
def test_a_short_heading_is_no_evidence(
    read_text: ReadText, book: MeansBook, length: int, heading: bool
) -> None:
    """Of at most 32 characters: what its body says is the better one, however weakly it binds."""
    opening = ("建设养老院" + "和各类网点" * 6)[:length]
    found = one(read_text, book, f"{opening}。鼓励社会力量建设养老院。", "facility_construction")
    assert (1 if heading else 2) == found.level


@pytest.mark.parametrize(
    "text, level",
    [
        ("对利用500平方米以下房屋的,在符合安全条件的前提下,不再要求办理环评手续。", 3),
        ("对利用房屋的,在符合安全条件的前提下,不再要求办理环评手续。", 2),
        ("房屋面积达到500平方米,在符合安全条件的前提下,不再要求办理环评手续。", 2),
        ("不再要求办理环评手续,面积不超过500平方米。", 3),
    ],
)
def test_the_case_before_a_clause_specifies_it(
    read_text: ReadText, book: MeansBook, text: str, level: int
) -> None:
    """However many clauses say for which case; one that is no case does not."""
    assert level == one(read_text, book, text, "market_access").level


@pytest.mark.parametrize(
    "text, quote",
    [
        (
            "开展护理员培训,组织养老护理员培训活动,加强养老机构运营管理。",
            "开展护理员培训,组织养老护理员培训活动",
        ),
        ("开展护理员培训,鼓励机构组织养老护理员培训活动。", "开展护理员培训"),
        ("鼓励机构组织养老护理员培训活动,开展护理员培训。", "开展护理员培训"),
    ],
)
def test_clauses_that_bind_alike_are_one_evidence(
    read_text: ReadText, book: MeansBook, text: str, quote: str
) -> None:
    """As long as they show the instrument one behind the other."""
    means = one(read_text, book, text, "staff_training")
    assert quote == f"一、任务\n1.{text}\n"[means.start : means.end]


@pytest.mark.parametrize(
    "opening, rest, topic",
    [
        ("建设养老院", 21, True),
        ("建设养老院", 20, False),
        ("·建设养老院", 22, True),
        ("—— 建设养老院", 22, True),
        ("建设养老院" + "和各类网点" * 3 + "设施", 22, True),
        ("建设养老院" + "和各类网点" * 3 + "等设施", 22, False),
        ("建设养老院,开展护理员培训", 22, False),
        ("加强管理。建设养老院", 22, False),
    ],
)
def test_a_short_first_sentence_says_what_its_lines_are_about(
    read_text: ReadText, book: MeansBook, opening: str, rest: int, topic: bool
) -> None:
    """Of one clause of at most 22 characters, a bullet apart, more than that behind it, stops included."""
    body = ("鼓励社会力量建设养老院" + "和各类服务网点设施等等" * 3)[:rest]
    found = code_means(read_text(f"一、任务\n{opening}。{body}。\n"), book).means
    assert [1 if topic else 2] == [one.level for one in found if one.instrument == "facility_construction"]


@pytest.mark.parametrize(
    "text, level", [("对建设养老院的,鼓励社会力量参与。", 1), ("鼓励建设养老院的,加大财政投入。", 2)]
)
def test_a_clause_for_its_case_binds_as_the_one_behind_it(
    read_text: ReadText, book: MeansBook, text: str, level: int
) -> None:
    """Whatever verb it has itself."""
    assert level == one(read_text, book, text, "facility_construction").level


def test_the_last_date_of_a_goal_leads_the_goals_behind_it(read_text: ReadText, book: MeansBook) -> None:
    """Not the first, nor that of a clause without one."""
    for first in ("服务更加健全", "到2024年服务更加健全"):
        text = f"一、发展目标\n{first},到2025年体系更加完善。每个县建有1所养老院。\n"
        assert ["2025"] == [one.deadline for one in code_means(read_text(text), book).means]


@pytest.mark.parametrize(
    "text, coded",
    [
        (f"资金用于{'某' * 19}护理员培训、场地租金、意外保险", False),
        (f"资金用于{'某' * 20}护理员培训、场地租金、意外保险", True),
        (f"资金用于场地租金、意外保险、{'某' * 11}护理员培训", False),
        (f"资金用于场地租金、意外保险、{'某' * 12}护理员培训", True),
        ("资金用于场地租金、护理员培训", True),
    ],
)
def test_how_far_a_list_reaches(book: MeansBook, text: str, coded: bool) -> None:
    """Its first member begins at most 24 characters before the first divider, its last 12 behind the last."""
    assert coded == ("staff_training" in [hit.instrument.id for hit in shown(text, book)])
