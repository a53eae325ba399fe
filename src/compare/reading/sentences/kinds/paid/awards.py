"""Sums that are awarded case by case: to who fulfils a condition, reaches a grade, is of a list."""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.cues import PAYMENTS
from compare.reading.rules import Rule
from compare.reading.sentences.kinds.paid.payment_words import OF_ALL, is_given
from compare.reading.sentences.kinds.wording import KindRule, Wording

_CASES = ("的,", "档,", "档次,", "等次,", "区间,")
# 满3年奖励, 50人以上的补助, 被评定为五级的给予
_PER_CASE = re.compile(
    r"满[0-9一二两三四五]{1,2}(?:周?年|个?月)后?(?:再|分别|一次性)*(?:奖|补|给予)"
    r"|(?:[-~至到][0-9]+(?:人次|餐次|[人张户分%餐])|及?以[上下])的?(?:每[年月])?(?:再|分别|一次性|最高)*(?:给予|奖励?|补[贴助]?)$|的,?(?:再|分别|一次性|每[一-龥]{1,2}|政府)*(?:给予|奖|补|发放|按|安排|追加)"
)
# 对服务老年人100人以上的站点给予奖补
_EACH_SUCH = re.compile(
    r"对[^,。;]{0,24}(?:[0-9]|获评|评为|认定|达标|通过|取得|获得|荣获|入选)[^,。;]{0,12}的[一-龥]{1,12}(?:再|分别|一次性|每[一-龥]{1,2})*(?:给予|奖|补)"
)
# 对获评国家级的社区奖励10万元,市级奖励5万元
_OTHER_GRADE = re.compile(r"^(?:国家|[省市县区])级的?[一-龥]{0,4}?(?:给予|一次性)*(?:奖励|奖补|补助|补贴)$")
_GRADE_GIVEN = re.compile(r"(?:国家|[省市])级[^,。;]{0,14}[0-9.]++万?元[一-龥]{0,4},$")
# 省级按每张床位1万元给予补助,市级配套3000元
_ADDED_BY = re.compile(
    r"^(?:[省市县区州][级本]?[、和])*(?:[省市县区州][级本]?|镇街|乡镇)(?:财政)?(?:再|另|分别|各|按)*(?:配套|补助|补贴|给予|承担|负担|追加)(?:资金)?$"
)
_EACH_GIVEN = re.compile(r"每[张床个户人所家处座名][^。;]{0,24}元[^。;]{0,16},$")
#: Grades of skills, places and needs.
GRADED = re.compile(
    r"(?:[特一二三]等|[金银铜]|优[秀胜])奖(?![^,。;]*[投建造])|[甲乙丙丁][等级类](?!传染)|(?:初级|中级|高级)(?:工|技工|技师)?(?:、|分别)|技师|等次|等级|星级|[一二三四五六ABCDE1-6]级|[1-5]A级|档次|优秀|合格|重度|中度|轻度"
)
# 国家级示范社区奖励50万元
_OF_A_LEVEL = re.compile(r"(?:国家|省|市|县|区)级(?!财政|政府)[一-龥]{0,8}(?:奖励|奖补)$")
# 排名前三的社区给予奖励
_FOR_A_PLACE = re.compile(
    r"(?:排名|获评|评为|评定|考核|竞赛|大赛)[^,。;]{0,20}的[^,。;]{0,10}(?:给予|奖励|奖补)[^,。;]{0,4}$"
)
# 对本科生、大专生,分别奖励4万元、3万元
_AWARDED_EACH = re.compile(
    rf"^分别(?:再|给予|一次性|每人)*(?:{PAYMENTS})?(?:[0-9.]{{1,8}}万?元[、和及]){{0,5}}$"
)
# 80—89周岁、90周岁以上分别发放50元、100元
_GIVEN_IN_TURN = re.compile(
    r"(?:岁(?:及?以[上下])?|[级等档]|[的者]|分以上)(?:,|每[人月年])*分别(?:发放|给予|补助|补贴|奖励|享受|领取){1,2}(?:[0-9.]{1,8}[万千]?元?[、和及]){0,6}$"
)
# 评估优秀的机构,再给予
_CASE_BEFORE = re.compile(r"(?:[0-9一二三四五六七八九十][^,。;]{1,12}|优秀|良好|达标)的[一-龥]{1,10},$")
_GIVES_AT_ONCE = re.compile(r"(?:再|分别|一次性|每[一-龥])*(?:给予|奖|补助|补贴)")


def _under_condition(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.opening.endswith(_CASES) and is_given(w) else None


def _per_case(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _PER_CASE.search(w.before) and is_given(w) else None


def _each_such(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _EACH_SUCH.search(w.before) and is_given(w) else None


def _other_grade(w: Wording) -> Kind | None:
    other = _OTHER_GRADE.match(w.before) and _GRADE_GIVEN.search(w.opening)
    return Kind.PARAMETER if other and is_given(w) else None


def _added_by(w: Wording) -> Kind | None:
    added = _ADDED_BY.match(w.before) and _EACH_GIVEN.search(w.opening)
    return Kind.PARAMETER if added and is_given(w) else None


def _graded(w: Wording) -> Kind | None:
    return Kind.PARAMETER if GRADED.search(w.before) and is_given(w) else None


def _of_a_level(w: Wording) -> Kind | None:
    of_level = w.value.high < OF_ALL and _OF_A_LEVEL.search(w.before)
    return Kind.PARAMETER if of_level and is_given(w) else None


def _for_a_place(w: Wording) -> Kind | None:
    for_place = w.value.high < OF_ALL and _FOR_A_PLACE.search(w.before)
    return Kind.PARAMETER if for_place and is_given(w) else None


def _to_each_of_a_list(w: Wording) -> Kind | None:
    each = w.value.high < OF_ALL and _AWARDED_EACH.search(w.before)
    return Kind.PARAMETER if each and is_given(w) else None


def _in_turn(w: Wording) -> Kind | None:
    in_turn = w.value.high < OF_ALL and _GIVEN_IN_TURN.search(w.opening[-12:] + w.before)
    return Kind.PARAMETER if in_turn and is_given(w) else None


def _after_its_case(w: Wording) -> Kind | None:
    for_case = _CASE_BEFORE.search(w.opening) and _GIVES_AT_ONCE.match(w.before)
    return Kind.PARAMETER if for_case and is_given(w) else None


_SOURCE = "GUIDE: awards per grade (五级15万元) are parameters"
_CONDITIONS = "GUIDE: conditions and awards per grade are parameters"

#: «so» is what is awarded, or near it a sum that is not.
AWARD_RULES: tuple[KindRule, ...] = (
    Rule(
        "award under a condition",
        _under_condition,
        "验收合格的,给予«15万元»奖励。",
        "验收合格后,安排资金«15万元»。",
        _CONDITIONS,
        only=("money",),
    ),
    Rule(
        "award for a case",
        _per_case,
        "被评定为五级的给予«15万元»。",
        "安排补助资金«300万元»。",
        _SOURCE,
        only=("money",),
    ),
    Rule(
        "award to each of a kind",
        _each_such,
        "对服务老年人100人以上的站点每年给予奖补«2万元»。",
        "对服务老年人100人以上的站点投入资金«200万元»。",
        _CONDITIONS,
        only=("money",),
    ),
    Rule(
        "award of another grade",
        _other_grade,
        "对获评国家级的社区奖励10万元,市级奖励«5万元»。",
        "全年安排奖励资金10万元,市级投入«5万元»。",
        _SOURCE,
        only=("money",),
    ),
    Rule(
        "what another level adds",
        _added_by,
        "省级按每张床位1万元给予补助,市级配套«3000元»。",
        "省级安排资金100万元,市级配套«300万元»。",
        "GUIDE: what is paid by rule is a parameter",
        only=("money",),
    ),
    Rule(
        "award of a grade",
        _graded,
        "一等奖奖励«5万元»。",
        "全市投入奖励资金«5万元»。",
        _SOURCE,
        only=("money",),
    ),
    Rule(
        "award of a level",
        _of_a_level,
        "国家级示范社区奖励«50万元»。",
        "国家级财政奖励«500万元»。",
        _SOURCE,
        only=("money",),
    ),
    Rule(
        "award for a place",
        _for_a_place,
        "排名前三的社区给予奖励«5万元»。",
        "排名前三的社区投入«5万元»。",
        _SOURCE,
        only=("money",),
    ),
    Rule(
        "awards to a list",
        _to_each_of_a_list,
        "对本科生、大专生,分别奖励«4万元»、3万元。",
        "对本科生、大专生,分别投入«4万元»、3万元。",
        _SOURCE,
        only=("money",),
    ),
    Rule(
        "given in turn",
        _in_turn,
        "80—89周岁、90周岁以上分别发放«50元»、100元。",
        "甲县、乙县分别发放«50万元»、100万元。",
        "GUIDE: what each person gets is a parameter",
        only=("money",),
    ),
    Rule(
        "award behind its case",
        _after_its_case,
        "评估为优秀的机构,再给予«5万元»。",
        "新建的机构,再投入«5万元»。",
        _CONDITIONS,
        only=("money",),
    ),
)
