"""Whom or what a sum is for: :data:`PAID_SCOPES`, in order."""

from __future__ import annotations

import re

from compare.reading.cues import BEARS, COSTS, GROUPS
from compare.reading.rules import Rule, last_match
from compare.reading.sentences.scopes.setting import Setting, ages_in

# 情节严重的,处五万元罚款
_GRAVE = re.compile(
    r"(?P<scope>情节(?:特别|较为|较|十分)?(?:严重|恶劣|轻微|重|轻))的,(?:[^。;]{0,24},)?[^,。;]{0,6}$"
)
# 自理老年人每人每月100元: whose the money is, where its name stands elsewhere.
_WHO_IS_PAID = re.compile(
    rf"(?:对|为|给|向|按照?|其中)?(?:[一-龥]{{2,10}}(?:标准|限额)(?:分别)?为)?"
    rf"(?P<who>[一-龥()、]{{1,16}}?(?:{GROUPS}|[0-9]周?岁)|[一二三四]级残疾|[初中高]级工|(?:高级)?技师|[一-龥]{{1,8}}师|护士|(?:本科|大专|专科|中专|硕士|博士)(?:研究生)?(?:\([^()]{{1,6}}\))?(?:及以上)?|(?:半|全|完全|部分)?失能|(?:半|不能)?自理)(?=每[人户月年餐次]|给予|按|为|发放|补[助贴]|奖|$)"
)

# 80-89周岁老人,每人每月补贴30元: the age of who is paid stands in the clause before.
_AGE_BEFORE = re.compile(
    r"(?P<age>(?:年?满)?[0-9]{2,3}周?岁(?:及?以上)?(?:的?不满|未满)[0-9]{2,3}周?岁"
    r"|(?<!不)年?满[0-9]{2,3}周?岁(?:及?以上)?|[0-9]{2,3}周?岁(?:及?以上)|[0-9]{2,3}周?岁?(?:-{1,2}|至|到)[0-9]{2,3}周?岁|百岁)"
    r"(?:\(含[^()]{1,8}\))?的?[一-龥]{1,8},$"
)
_PAID_THERE = re.compile(
    r"(?:按照?|每[人月年季]|给予|发放|发给|享受|可|再|一次性|由[^,。;]{2,8}?(?=发|给|按)|补[助贴]|奖励|领取|将)+"
)
# 保费由财政补贴70%,养老机构承担30%: who bears that share
_BEARS = re.compile(rf"(?:由|^)(?P<scope>(?:(?!由)[一-龥()]){{2,10}}?)(?:{BEARS}|补贴|补助){{1,2}}$")
_BORNE = re.compile(f"(?:{COSTS})$")
# 50-99张床位的给予10万元: of what size the place is.
_OF_A_SIZE = re.compile(
    r"(?:^|[,。;:])[^,。;:、且0-9]{0,12}(?P<scope>[0-9]+(?:(?:-{1,2}|~|至|到)[0-9]+)?(?:张|平方米|人)(?:床位)?(?:及?以上|及?以下)?)(?:床位)?的,?"
    r"(?:再|分别|一次性|每[一-龥]{1,2})*(?:给予|发放|补|奖|按)[^,。;0-9]{0,14}$"
)

_GRADE = (
    "[一二三四五六]星级|[1-6](?:-{1,2}|至)[1-6]级|[1-5]A级?|A{1,5}级|[一二三四五六特A1-5]级|高级技师|技师|(?:初|中|高)级工?|轻度|中度|重度"
    "|大专|专科|本科|硕士|博士|优秀|良好"
)
_LISTED_GRADE = (
    rf"{_GRADE}|(?:国家|[省市县区])级|标准型|示范型|[甲乙丙ABC]类|(?:完全)?不能自理|半自理|完全自理|部分自理|自理|半失能|全自理|全护理|半护理|全失能|完全失能|部分失能|失能"
    "|[一二三四]级残疾|重度残疾"
)
# 国家级示范社区奖励50万元: the level of what is awarded
_OF_A_LEVEL = re.compile(
    r"(?:^|[,、;:(]|对|评[为定]|[获入]评|获得|为)(?P<scope>(?:国家|[省市县区])级)(?=[一-龥“”]{0,6}(?:示范|标准|机构|中心|站|点|社区|村|幸福院|敬老院|养老院|先进|星级)[^,。;、0-9]{0,16}$|的(?:奖励|奖补|补助|给予)[^,。;、0-9]{0,6}$)"
)
# 市财政再配套3000元, 在省财政补助6500元的基础上: who pays what of it
_PAYER = re.compile(
    r"(?:在(?P<scope>[省市县区州]级?财政)[^,。;0-9]{0,24}|(?:基础之?上,)(?P<next>[省市县区州]级?财政)[^,。;]{0,24})$"
)
# 被评定为四级的给予8万元: of what grade, where one grade is named.
_OF_A_GRADE = re.compile(
    rf"(?:(?<![-~、和及或与0-9一-龥])|(?<=元、)|(?<=/[年月日天人次]、))(?:[^,。;、0-9]{{0,16}}(?:为|对|取得|获评|获得|达到|等级|其中))?(?P<scope>{_GRADE})(?![、和及或与])(?:以上)?[^,。;、0-9]{{0,14}},?[^,。;、0-9]{{0,10}}$"
)
_GRADE_HINT = re.compile("[级A度师专科士秀好]")
# 对三星级、四星级机构分别给予5万元、10万元
_GRADES = re.compile(rf"(?:{_LISTED_GRADE})(?:[、和及与或](?:{_LISTED_GRADE}))+")
_ONE_GRADE = re.compile(_LISTED_GRADE)
# 对80—89、90—99、100周岁以上老年人分别发放50元、100元、300元
_AGE = (
    r"(?:年?满)?(?:[0-9]{2,3}(?:周?岁)?(?:-{1,2}|~|至|到))?(?:[0-9]{2,3}|百)(?:周?岁)?"
    r"(?:\(含[^()]{0,6}\))?(?:及?以上)?(?:老年?人)?"
)
_AGES = re.compile(rf"{_AGE}(?:[、和及与]{_AGE}){{1,6}}+(?<=[岁上人)])")
_ONE_AGE = re.compile(_AGE)
# 在岗满1年、3年、5年的分别发放100元、200元、300元
_TERM = r"满?[0-9一二两三四五六七八九十]{1,2}年"
_TERMS = re.compile(rf"{_TERM}(?:[、和及与]{_TERM}){{1,5}}+(?=的|以上)")
_ONE_TERM = re.compile(_TERM)
# 改扩建的,按每床6000元; 新建床位每张5000元: how what is paid for came about.
_CAME_ABOUT = re.compile(
    r"(?:^|[,。;:|\n]|对)(?P<scope>新建|改建|扩建|改扩建|租赁|自建|购置)(?=的|床位|场地|用房|房屋)[^,。;0-9]{0,14},?[^,。;0-9]{0,14}$"
    r"|对(?P<made>新建|改建|扩建|改扩建)(?![^,。;]{0,8}(?:机构|敬老院|小区))[一-龥]{2,12}?(?=一次性|每|给予|补|奖)[^,。;0-9]{0,12}$"
    r"|(?:以|利用)(?P<means>自有(?:产权)?(?:用房|房屋)|自建用房|租赁(?:形式|用房|房屋|场地))[^,。;0-9]{0,16},?[^,。;0-9]{0,16}$"
)
_CAME_ABOUT_HINT = re.compile("[建租购自]")


def grades_of(text: str, start: int, end: int, count: int) -> list[tuple[int, int]]:
    """Spans of the grades, ages or terms that a sentence lists before as many values (三星级、四星级…分别);
    none if they do not add up."""
    for lists, one in ((_GRADES, _ONE_GRADE), (_AGES, _ONE_AGE), (_TERMS, _ONE_TERM)):
        listed = last_match(lists, text[start:end])
        if listed:
            places = one.finditer(text, start + listed.start(), start + listed.end())
            found = [match.span() for match in places]
            return found if len(found) == count else []
    return []


def age_at(text: str, start: int, end: int, count: int, position: int) -> str:
    """The age group of one of ``count`` values where a sentence names as many in clauses of their own, "" if
    they do not add up (80-89周岁的老人,90-99周岁的老人,分别发放50元、100元)."""
    ages = ages_in(text[start:end])
    return ages[position] if len(ages) == count else ""


def _age_paid(s: Setting) -> str | None:
    if ages := ages_in(s.lead):
        return ages[-1]
    before = _AGE_BEFORE.search(s.opening) if _PAID_THERE.match(s.lead) else None
    return before["age"] if before else None


def _how_grave(s: Setting) -> str | None:
    match = _GRAVE.search(s.opening) or _GRAVE.match(s.lead)
    return match["scope"] if match else None


def _of_a_grade(s: Setting) -> str | None:
    words = s.opening + s.lead
    match = _OF_A_GRADE.search(words) if _GRADE_HINT.search(words) else None
    return match["scope"] if match else None


def _of_a_size(s: Setting) -> str | None:
    match = _OF_A_SIZE.search(s.opening + s.lead) if "的" in s.lead or s.opening.endswith("的,") else None
    return match["scope"] if match else None


def _came_about(s: Setting) -> str | None:
    words = s.opening + s.lead
    match = _CAME_ABOUT.search(words) if _CAME_ABOUT_HINT.search(words) else None
    return (match["scope"] or match["made"] or match["means"]) if match else None


def _of_a_level(s: Setting) -> str | None:
    match = _OF_A_LEVEL.search(s.lead) if "级" in s.lead else None
    return match["scope"] if match else None


def _payer(s: Setting) -> str | None:
    match = _PAYER.search(s.opening + s.lead) if "财政" in s.opening + s.lead else None
    return (match["scope"] or match["next"]) if match else None


def _who_bears_it(s: Setting) -> str | None:
    match = _BEARS.search(s.before) if _BORNE.search(s.subject) else None
    return match["scope"] if match and match["scope"] not in s.subject else None


def _who_is_paid(s: Setting) -> str | None:
    match = _WHO_IS_PAID.match(s.before)
    return match["who"] if match and match["who"] not in s.subject else None


PAID_SCOPES: tuple[Rule[Setting, str], ...] = (
    Rule(
        "age of who is paid",
        _age_paid,
        "80周岁以上老年人高龄津贴标准为每人每月«100元»。",
        "老年人高龄津贴标准为每人每月«100元»。",
        "GUIDE: scope 60岁以上",
        only=("money",),
    ),
    Rule(
        "how grave it is",
        _how_grave,
        "处五千元罚款;情节严重的,处«一万元»罚款。",
        "情节严重的,处五千元罚款;逾期不缴的,处«一万元»罚款。",
        "GUIDE: short qualifier that distinguishes it",
        only=("money",),
    ),
    Rule(
        "who is paid",
        _who_is_paid,
        "运营补贴按下列标准:自理老年人每人每月«100元»。",
        "自理老年人运营补贴每人每月«100元»。",
        "GUIDE: short qualifier that distinguishes it",
        only=("money",),
    ),
    Rule(
        "of a grade",
        _of_a_grade,
        "被评定为五级的给予15万元,四级的给予«8万元»。",
        "对取得初级、中级证书的给予«1万元»。",
        "GUIDE: awards per grade (五级15万元) are one row a value",
        only=("money",),
    ),
    Rule(
        "of a size",
        _of_a_size,
        "50-99张床位的给予建设补贴«10万元»。",
        "新增50张床位,给予建设补贴«10万元»。",
        "GUIDE: short qualifier that distinguishes it",
        only=("money",),
    ),
    Rule(
        "of a level",
        _of_a_level,
        "市级示范点奖励«10万元»。",
        "市级财政奖励«10万元»。",
        "GUIDE: awards per grade are one row a value",
        only=("money",),
    ),
    Rule(
        "who pays it",
        _payer,
        "在省财政每张床位补助6500元的基础上,市财政每张床位补助«3500元»。",
        "市财政安排资金«3500万元»。",
        "GUIDE: short qualifier that distinguishes it",
        only=("money",),
    ),
    Rule(
        "who bears it",
        _who_bears_it,
        "保费由财政补贴70%,养老机构承担«30%»。",
        "护理型床位由养老机构承担«30%»。",
        "GUIDE: short qualifier that distinguishes it",
        only=("share",),
    ),
    Rule(
        "how it came about",
        _came_about,
        "新建床位每张补助«5000元»。",
        "每新增1张床位补助«5000元»。",
        "GUIDE: scope 新建, 已建成",
        only=("money",),
    ),
)
