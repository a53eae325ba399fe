"""Why a statement was read and coded as it was, as messages without their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from tests.support.rule_names import named_rule
from tests.support.rules_alone import rules_alone

from compare.coding import Codebook, code
from compare.coding.explain import numeral, why
from compare.model import Code, Document, Fact, Numeral, Phrase, Reading, Role
from compare.reading import read

Explain = Callable[[str], list[Phrase]]


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return rules_alone()


@pytest.fixture(scope="module")
def reading_of(codebook: Codebook) -> Callable[[str], Reading]:
    return lambda text: read(Document(text, "txt"), codebook.lexicon)


@pytest.fixture(scope="module")
def explain(codebook: Codebook, reading_of: Callable[[str], Reading]) -> Explain:
    """Why the last statement of a text is what it is."""

    def made(text: str) -> list[Phrase]:
        reading = reading_of(text)
        coded = code("p", reading, codebook)
        return list(why(len(coded) - 1, reading, coded, codebook))

    return made


def found(phrases: list[Phrase], key: str) -> list[dict[str, Fact]]:
    return [dict(one.facts) for one in phrases if one.key == key]


def reasons(phrases: list[Phrase]) -> dict[str, tuple[str, str]]:
    """Field -> the rule that decided it and the words it went by."""
    made = {}
    for one in found(phrases, "explain.reason"):
        field, rule, words = one["field"], one["rule"], one["words"]
        assert isinstance(field, Code)
        place = str(words.facts["words"]) if isinstance(words, Phrase) else ""
        made[field.code] = (named_rule(rule), place)
    return made


def indicators(phrases: list[Phrase], key: str) -> Iterator[str]:
    for one in found(phrases, key):
        assert isinstance(one["indicator"], Code)
        yield one["indicator"].code


@pytest.mark.parametrize(
    "text, field, words",
    [
        ("到2025年，护理型床位占比不低于55%。", "value", "55%"),
        ("到2025年，护理型床位占比不低于55%。", "comparator", "不低于"),
        ("到2025年，护理型床位占比达到55%以上。", "comparator", "以上"),
        ("到2025年，护理型床位占比≥55%。", "comparator", "≥"),
        ("到2025年，护理型床位占比不低于５５％。", "value", "５５％"),
        ("到2025年，护理型床位占比不低于55%。", "deadline", "2025年"),
        ("到2025年，护理型床位占比不低于55%。", "subject", "护理型床位占比"),
        ("新建小区按照每百户不低于20平方米配建养老用房。", "unit", "每百户不低于"),
        ("补贴标准为每月100元/床。", "unit", "/床"),
        ("新建小区按照每百户不低于20平方米配建养老用房。", "scope_text", "新建小区"),
    ],
)
def test_each_field_names_the_words_it_went_by(text: str, field: str, words: str, explain: Explain) -> None:
    """In the original, wide characters and all: whoever doubts a field sees what it was read from."""
    rule, place = reasons(explain(text))[field]
    assert words == place
    assert rule


@pytest.mark.parametrize(
    "text, said",
    [
        (
            "到2025年，全市养老床位达到300张以上。",
            {
                "value": "300张",
                "unit": Code("units", "张"),
                "comparator": Code("comparators", "ge"),
                "subject": "养老床位",
                "scope_text": "全市",
                "kind": Code("kinds", "target"),
                "deadline": "2025",
            },
        ),
        (
            "8万人。",
            {
                "value": "8万人",
                "unit": Code("units", "人"),
                "comparator": Code("comparators", "eq"),
                "subject": Phrase("findings.empty"),
                "kind": Code("kinds", "target"),
            },
        ),
    ],
)
def test_each_rule_is_told_with_what_came_of_it(text: str, said: dict[str, Fact], explain: Explain) -> None:
    """The field as the statement has it; what no rule found is called empty."""
    told = {}
    for one in found(explain(text), "explain.reason"):
        assert isinstance(one["field"], Code)
        told[one["field"].code] = one["value"]
    assert said == told


def test_a_cell_of_a_table_names_where_its_unit_comes_from(explain: Explain) -> None:
    """The nearest word counts: here the head of its column, above the caption of the table."""
    table = "分解表\n单位：个\n|县区|床位（张）|\n|甲县|10|\n|乙县|≥20|\n"
    found = reasons(explain(table))
    assert ("number without a unit", "20") == found["value"]
    assert "unit in the head of the column" == found["unit"][0]
    assert "bound in the cell" == found["comparator"][0]


def test_the_scope_points_at_the_words_before_the_value(explain: Explain) -> None:
    """Where the same words come again behind the sentence, they are not the ones that restricted it."""
    text = "全市彩票公益金不低于55%用于养老。全市各部门负责。"
    (place,) = (
        one["words"]
        for one in found(explain(text), "explain.reason")
        if one["field"] == Code("fields", "scope_text")
    )
    assert isinstance(place, Phrase)
    assert ("0", "2") == (place.facts["start"], place.facts["end"])


def test_the_pattern_that_coded_and_the_one_that_came_second_are_told(explain: Explain) -> None:
    """With where they were found: of two nouns that end together the longer decides."""
    phrases = explain("护理型养老床位达到500张。")
    (first,) = found(phrases, "explain.indicator")
    assert Phrase("explain.tier_subject") == first["tier"]
    assert first["words"] == "护理型养老床位"
    assert ["nursing_beds_total"] == list(indicators(phrases, "explain.indicator"))
    assert ["beds_total"] == list(indicators(phrases, "explain.second"))


@pytest.mark.parametrize(
    "text, key, words, span",
    [
        ("护理型养老床位达到500张。", "explain.indicator", "护理型养老床位", ("0", "7")),
        ("护理型养老床位达到500张。", "explain.second", "养老床位", ("3", "7")),
        ("全市日间 照料中心达到30个。", "explain.indicator", "日间照料中心", ("2", "9")),
    ],
)
def test_the_words_of_a_pattern_are_told_with_their_place(
    text: str, key: str, words: str, span: tuple[str, str], explain: Explain
) -> None:
    """In the original, blanks and all."""
    (one,) = found(explain(text), key)
    assert words == one["words"]
    assert Phrase("explain.at", {"start": span[0], "end": span[1]}) == one["at"]


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("养老机构被评定为五级的奖励20万元。", "五级", "8", "10"),
        ("新增老年食堂15个,其中北山街道1个。", "北山街道", "12", "16"),
        ("已建成老年食堂52个,其中正在施工的12个。", "老年食堂", "3", "7"),
    ],
)
def test_the_words_of_a_scope_are_told_with_their_place(
    text: str, words: str, start: str, end: str, explain: Explain
) -> None:
    """Of all that was looked at those by which the codebook knows the scope; a restriction that it does not
    know, else what is restricted."""
    (one,) = found(explain(text), "explain.scope_by")
    place = Phrase("explain.at", {"start": start, "end": end})
    assert Phrase("explain.words", {"words": words, "at": place}) == one["words"]


@pytest.mark.parametrize(
    "text, words",
    [
        ("目前全市有养老床位300张。", "目前全市有养老床位300张"),
        ("县财政按每所3万元的标准安排工作经费。", "标准"),
        ("新增护理型床位80张。", ""),
        ("统计数据显示,全市有养老床位300张。", "数据"),
        ("预计据测算,到2025年失能老年人达到8万人。", "测算"),
        ("将建成床位300张列入民生实事,纳入年度计划。", "列入"),
    ],
)
def test_a_kind_names_its_word_or_its_clause(text: str, words: str, explain: Explain) -> None:
    """A word that the rule cannot do without, the nearest of several, else the clause it looked at; a target
    by default has none."""
    assert words == reasons(explain(text))["kind"][1]


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("目前全市已经建成投入运营的各类公办民办和公建民营的机构共计30家",) * 2,  # 32 characters
        (
            "目前全市已经建成投入运营的各级各类公办民办和公建民营机构共计30家",
            "目前全市已经建成投入运营的各…民办和公建民营机构共计30家",
        ),
    ],
)
def test_a_long_clause_is_told_by_its_ends(clause: str, told: str, explain: Explain) -> None:
    """A line of the terminal is not filled with what the sentence above it says."""
    assert told == reasons(explain(f"{clause}。"))["kind"][1]


def test_a_heading_that_coded_is_told_with_its_words(explain: Explain) -> None:
    """It may stand pages before the clause, and the reader wants to know which heading it was."""
    phrases = explain("三、实施居家适老化改造\n摸清底数。\n三年完成1200户。")
    (first,) = found(phrases, "explain.indicator")
    assert Phrase("explain.tier_heading", {"heading": "实施居家适老化改造"}) == first["tier"]
    assert Code("indicators", "home_adaptations") == first["indicator"]


def test_what_was_refused_says_why(explain: Explain) -> None:
    """A satisfaction rate of day-care centres is not their coverage, although its pattern is found."""
    phrases = explain("日间照料中心服务对象满意率达到90%。")
    assert ["satisfaction_rate"] == list(indicators(phrases, "explain.indicator"))
    refused = {
        code: one["why"]
        for code, one in zip(
            indicators(phrases, "explain.refused"), found(phrases, "explain.refused"), strict=True
        )
    }
    assert Phrase("explain.refused_heads") == refused["community_daycare_coverage"]


def test_what_takes_the_code_of_the_statement_before_says_so(explain: Explain) -> None:
    """Of the one right before it, not of the first in the text, which no pattern knows."""
    phrases = explain("建成观景台7座。社区养老服务设施覆盖率城市达到100%，行政村达到60%。")
    assert ["community_home_care_coverage"] == list(indicators(phrases, "explain.carried_on"))
    assert [] == found(phrases, "explain.uncoded")


def test_what_no_pattern_knows_is_called_so(explain: Explain) -> None:
    """An uncoded statement says that it is, and names no pattern."""
    phrases = explain("建成7座观景台。")
    assert [{}] == found(phrases, "explain.uncoded")
    assert [] == found(phrases, "explain.indicator")


def test_a_kind_that_the_codebook_gives_is_told_apart(explain: Explain) -> None:
    """The grammar's rule stands beside it, so that both can be doubted."""
    phrases = explain("全市失能老年人数控制在8万人。")
    assert "otherwise a target" == reasons(phrases)["kind"][0]
    assert [{"kind": Code("kinds", "parameter")}] == found(phrases, "explain.kind_of_indicator")


@pytest.mark.parametrize(
    "text, dropped",
    [("到2025年，全市失能老年人数控制在8万人。", [{}]), ("到2025年，全市养老床位达到300张。", [])],
)
def test_a_deadline_that_the_codebook_drops_is_told(
    text: str, dropped: list[object], explain: Explain
) -> None:
    """Where the indicator makes a parameter of it, which has none; not where it stays a target."""
    assert dropped == found(explain(text), "explain.deadline_dropped")


@pytest.mark.parametrize(
    "text, role",
    [
        ("拨打12345热线。", "name"),
        ("到2025年底前完成。", "deadline"),
        ("根据国办发〔2019〕5号文件。", "document_reference"),
    ],
)
def test_a_numeral_without_a_statement_names_its_role_and_rule(
    text: str, role: str, reading_of: Callable[[str], Reading]
) -> None:
    """Nothing is passed over: each numeral says what it was taken for, by which rule, and where it stands."""
    one = reading_of(text).numerals[-1]
    said = numeral(one)
    assert Code("roles", role) == said.facts["role"]
    assert one.rule == named_rule(said.facts["rule"])
    assert text[one.start : one.end] == said.facts["text"]


@pytest.mark.parametrize(
    "rule, phrase",
    [
        ("", Phrase("explain.no_rule")),
        ("no such rule", Phrase("explain.rule", {"rule": Code("rules", "no such rule")})),
        (
            "ratio",
            Phrase(
                "explain.rule_of",
                {
                    "rule": Code("rules", "ratio"),
                    "source": Code("rule_sources", "GUIDE: N:1 of staff is 1 with the base in the unit"),
                },
            ),
        ),
    ],
)
def test_a_rule_is_named_with_what_it_rests_on(rule: str, phrase: Phrase) -> None:
    """The coding rule or the standard where the table of rules names one; a numeral may have no rule."""
    assert {
        "text": "20:1",
        "start": "3",
        "end": "7",
        "role": Code("roles", Role.STATEMENT),
        "rule": phrase,
    } == dict(numeral(Numeral(3, 7, "20:1", Role.STATEMENT, rule=rule)).facts)


def test_that_nothing_came_second_is_said(explain: Explain) -> None:
    """Else nobody could tell whether another indicator was looked for."""
    assert [{}] == found(explain("新增养老床位200张。"), "explain.no_second")
    assert [] == found(explain("护理型养老床位达到500张。"), "explain.no_second")


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("基层老年协会城镇社区创建率达到90%,农村社区达到75%。", "90%", ("15", "18")),
        ("已建成助餐点26个,其中18个对外营业。", "26个", ("6", "9")),
        ("下达养老服务补助资金1860万元,其中省级资金1200万元。", "1860万元", ("10", "16")),
        ("居家养老服务设施覆盖城市社区的90%和农村社区的56%。", "90%", ("15", "18")),
    ],
)
def test_what_a_code_was_carried_on_from_is_shown(
    text: str, words: str, place: tuple[str, str], explain: Explain
) -> None:
    """The value of the statement whose indicator it has, and where that stands."""
    (one,) = found(explain(text), "explain.carried_on")
    assert isinstance(one["words"], Phrase)
    at = one["words"].facts["at"]
    assert isinstance(at, Phrase)
    assert (words, place) == (one["words"].facts["words"], (at.facts["start"], at.facts["end"]))


def test_no_statement_is_shown_for_a_code_from_words(explain: Explain) -> None:
    """The noun of the clause before is none."""
    (one,) = found(explain("支持乡镇卫生院增设护理床位,护理床位占比不低于30%。"), "explain.carried_on")
    assert "" == one["words"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("每年新增床位200张。", "每年"),
        ("全市每年新增床位200张。", "每年"),
        ("每人发放200元/月。", "/月"),
        ("一年2次体检。", "一年"),
        ("全年不超过90天。", "全年"),
        ("企业退休职工月人均养老金达2261元。", ""),
    ],
)
def test_the_words_of_a_period_are_shown(text: str, words: str, explain: Explain) -> None:
    """In the clause or behind a slash; a period that the unit says has none of its own."""
    assert words == reasons(explain(text))["period"][1]


def test_a_value_without_a_period_tells_of_none(explain: Explain) -> None:
    """Neither of its words nor of one that its unit says."""
    told = explain("新增养老床位200张。")
    assert [] == found(told, "explain.period")
    assert "period" not in reasons(told)


def test_unit_and_bound_of_a_claim_have_its_rule(explain: Explain) -> None:
    """全覆盖 says number, unit and comparator in one."""
    why_so = reasons(explain("街道养老服务中心全覆盖。"))
    assert {("claim", "全覆盖")} == {why_so[about] for about in ("value", "unit", "comparator")}
