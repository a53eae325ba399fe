"""What opens a clause before its noun is cut (到2025年,|, 确保|, 全市|, 县财政每年安排|).

:data:`START_RULES` are asked again until none of them applies. A rate keeps all of its words
(养老机构建有医务室的比例): what is done there belongs to it.
"""

from __future__ import annotations

import re

from compare.reading.rules import Rule
from compare.reading.sentences.nouns.start_words import LEAD_IN, MADE, OPENING_DATE
from compare.reading.sentences.nouns.stretch import Cut, Span, Stretch

_EACH = re.compile(
    r"每(?:(?:新?增加?|超过|满)[0-9一两]{0,4})?(?:个|张|家|所|处|名|位|户次|户|间|人次|人)(?!县|市|区|旗|乡|镇|街道|社区|村|行政村|建制村)(?=[一-龥]{2})"
)
# 200张以上(含200张)的|每张补助: what is left of the bound before
_LEFT_OF_A_BOUND = re.compile(
    r"\(?(?:及|不?含)[^()]{0,10}\)(?:及?以[上下])?的?(?=[一-龥]{2})|的(?=每[张床人户个])"
)
_SECTION = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}|[一二三四五六七八九十]{1,3}、")
_AREA = re.compile(
    r"^(?:(?:全|我|本)(?:市|省|区(?!域)|县|州|镇|乡|村|地区|域)|各县[市、区()]*|各[区市县乡镇街道]{1,3}(?=[应要须按均都至]|建|新增|完成|配|设立|安排|培训)|各地|地区(?!生产总值))(?=[^,。;]{3,})"
    r"|^各(?:区|县|市|镇|村|省|街道|乡镇|社区|县区|县市)(?:\([市区县、]+\))?(?=[一-龥]{4})"
    r"|^(?:全|我)国(?!性|示范|文明|重点|先进|优秀|劳|百|人大|统一|标准|家)(?=[^,。;]{2,})"
)
# 云南省养老服务床位总量, 厦门市将新增床位, 武江区现有老年人口: the name of the area
_NAMED_AREA = re.compile(
    r"(?![每各新和与及对为在按由]|[一-龥]{0,3}(?:[和与及][省市县]|[城都超门股辖级区街心集夜上本全我该各每县大中小设]市|[城社小园辖片山郊校院景库灾牧地矿新]区|[全本我各该每困范点脱强]县|[全本我各该每跨外]省))"
    r"(?!符合|达到|执行|落实|参照|对照)[一-龥]{2,3}(?:[省市县区州](?=(?:将|要(?!求|素)|现有|共有|计划|力争|拟|争取))|省(?!级)(?=[一-龥]{5})|市(?!级)(?=[一-龥0-9]{6}))(?:将|要)?"
)
_EACH_OF_THEM = re.compile(
    r"(?:[一-龥]{1,8}?(?:[省市县区旗州盟镇乡]|街道)[、和及与]){1,20}[一-龥]{1,8}?(?:[省市县区旗州盟镇乡]|街道)分别"
)
_GIVEN_FOR = re.compile(r"[^,。;]{2,24}?(?:比例|标准)(?:分别)?为(?=[一-龥]{2})")
_MEANS = re.compile(
    r"(?:通过|采取|采用|以)[^,。;的]{2,14}(?:等?(?:方式|形式|途径|模式|渠道|办法))|以[^,。;]{1,12}为单位"
    r"|(?:整合|利用|依托|盘活)[^,。;的]{2,14}?(?=建设|新建|改建|打造|设立|建成|开设|建立|改造)"
)
_OUT_OF = re.compile(r"从(?P<noun>[一-龥“”()、]{2,30})中$")
_YARDSTICK = re.compile(
    r"[^,。;]{0,60}?(?:按照?|(?<![可得所])以)(?=(?:人均|户均|单处|平均)[一-龥]{2}|(?:每百户)?套内|占地|建筑面积)"
)
_DISPOSED = re.compile(
    r"[^,。;]{0,30}?(?:每(?:半?年|季度?|月|周)(?:至少)?对(?!象|应)|(?<![即行])(?:将|把))(?![来军会要达有在建新于给])(?=[一-龥“]{2})"
)
_GIVEN = re.compile(r"[^,。;]{0,60}?(?:给予|予以|发放|发给|享受)(?=[一-龥“]{2})")
# 发放补贴, 为老人发放临时救助金: the sum itself
_SUM_GIVEN = re.compile(
    r"[^,。;]{0,60}?(?:发放|发给)(?=[一-龥]{0,8}(?:补贴|补助|津贴|奖补|救助金|抚恤金|低保金|供养金|资金)$)"
)
_RAISED = re.compile(r"(?:提高|提升|扩大|巩固)(?=[一-龥“”]{3,}(?:率|比例|占比|比重|水平|覆盖面)$)")
# Behind who does it (县财政每年安排专项资金): the noun is what follows.
_DOES = re.compile(
    r"[^,。;的每]{2,24}?(?:每(?:半?年|月|周|天|日))?(?:安排|配备|配置|设置|设立|开展|举办|组织|接待|提供|列支|筹集|培训|扩充|引进|(?:累计|共|合计)?(?:投入|支出)(?=[一-龥]{0,10}(?:资金|经费)$))"
)
# 市民政局|新建成养老服务中心: the body is no part of the noun
_BODY_DOES = re.compile(
    "[一-龥]{1,10}(?:局|厅|委|委员会|政府|部门)(?:已|共|累计|先后|全年|今年)*"
    "(?=新建|建成|新增|完成|改造|改扩?建|开展|举办|发放|实施|打造|培训|开工|启动|组织|指导)"
)
_EACH_DOES = re.compile(r"[^,。;的每]{0,16}每[^,。;的]{1,24}?(?:安排|配备|配置)")
# Words that make a noun of the verb before them (建设面积, 培训机构, 服务能力).
_NOT_DONE = re.compile(
    r"面积|用地|标准|规模|补贴|补助|资金|总量|项目|地块|工程|率|比|时间|时长|次数|人数|人次|数量?|经费|费|机构|基地|单位|能力|水平|期限?|计划|任务|目标|方案|内容|对象|功能|条件|体系|主体|工作|总投|成本|用房|课时|学时|床位数|的|后|前|情况|收入|金|式|型|性|指标|等|、|和|与|中心$|服务$|场所$|人员$"
)
# 五星级的一次性奖励, 护理员每月补贴: whose money it is stands before its name.
_WHOSE = re.compile(
    r"[^,。;]{0,30}?(?:级的|(?:新|改|扩|自)建的|租赁的|的[一-龥]{0,8}?(?:机构|单位|中心|站点?|院|所|企业|组织|人员|护理员|个人|项目|县区|县|区|乡镇|街道|社区|村)|(?:^|(?<=[一-龥]))每(?:人每)?(?:月|年|日|次|餐|学年))(?:再|另)?(?=(?:一次性)?(?:[一-龥]{2,6})?(?:奖励|奖金|补助|补贴|津贴|资助|奖补)(?:资金|金)?$)"
)
_RATE = ("率", "比例", "占比", "比重", "比", "覆盖面", "满意度", "人均", "户均")

#: What has to be in the words for a rule to be asked: in most it is not.
NEEDED = {
    "left of a bound": frozenset(")每"),
    "number of a section": frozenset("0123456789、"),
    "opening date": frozenset("年月五期起"),
    "what it is taken out of": frozenset("从"),
    "up to a yardstick": frozenset("按以"),
    "what a ratio is given for": frozenset("为"),
    "means": frozenset("通采以整利依盘"),
    "areas that do it": frozenset("别"),
    "each": frozenset("每"),
    "area": frozenset("全我本各地"),
    "name of the area": frozenset("省市县区州"),
    "who disposes of it": frozenset("将把对"),
    "who is given it": frozenset("予放给享"),
    "whose money it is": frozenset("奖补贴助"),
    "what is done": frozenset(
        "出制命启整排支布受建完有筹措投引培打创利开发扶落争形容增扩惠选聘招救协评获安配设举组接提处实新资淘推辖下扣拨撤关维正"
    ),
    "what is raised": frozenset("提扩巩"),
    "body that does it": frozenset("局厅委府部"),
    "who does it": frozenset("排配设开举组接提列筹培扩引投支"),
}


def _section_number(s: Stretch) -> Span | None:
    opens_line = not s.start or s.text[s.start - 1] == "\n"
    return s.head(_SECTION) if opens_line else None


def _out_of(s: Stretch) -> Span | None:
    found = _OUT_OF.match(s.piece)
    return (s.start + found.start("noun"), s.start + found.end("noun")) if found else None


def _done(s: Stretch, verb: re.Pattern[str]) -> Span | None:
    """The stretch behind a verb, where that leaves the noun it acts on."""
    found = verb.match(s.piece)
    if not found or len(s.piece) - found.end() < 2 or s.piece.endswith(_RATE):
        return None
    return None if _NOT_DONE.match(s.piece, found.end()) else (s.start + found.end(), s.end)


def _given(s: Stretch) -> Span | None:
    if sum_given := _SUM_GIVEN.match(s.piece):
        return s.start + sum_given.end(), s.end
    span = _done(s, _GIVEN)
    return span if span and "的" not in s.text[slice(*span)] else None


def _who_does(s: Stretch) -> Span | None:
    span = _done(s, _DOES) or (_done(s, _EACH_DOES) if "每" in s.piece else None)
    return span if span and "的" not in s.text[slice(*span)] else None


START_RULES: tuple[Cut, ...] = (
    Rule(
        "left of a bound",
        lambda s: s.head(_LEFT_OF_A_BOUND),
        "(含200张)的奖励金额«5000元»。",
        "奖励金额(含税)为«5000元»。",
    ),
    Rule(
        "number of a section",
        _section_number,
        "2.1日间照料床位达到«50张»。",
        "日间照料2.1床位达到«50张»。",
    ),
    Rule(
        "opening date",
        lambda s: s.head(OPENING_DATE),
        "2025年护理型床位占比达到«50%»。",
        "护理型床位占比达到«50%»。",
    ),
    Rule(
        "what it is taken out of",
        _out_of,
        "从福利彩票公益金中提取«10%»用于培训。",
        "福利彩票公益金提取«10%»用于培训。",
    ),
    Rule(
        "up to a yardstick",
        lambda s: s.head(_YARDSTICK),
        "新建住宅区按照人均用地«0.2平方米»规划设施。",
        "新建住宅区人均用地«0.2平方米»。",
        "gold: the noun is 人均用地",
    ),
    Rule(
        "means",
        lambda s: s.head(_MEANS),
        "通过公建民营等方式新增运营机构«15家»。",
        "新增公建民营运营机构«15家»。",
    ),
    Rule(
        "what a ratio is given for",
        lambda s: s.head(_GIVEN_FOR),
        "基金支付比例为居家护理«70%»。",
        "基金支付比例为«70%»。",
    ),
    Rule(
        "lead-in",
        lambda s: s.head(LEAD_IN),
        "确保护理型床位占比达到«50%»。",
        "护理型床位占比确保达到«50%»。",
    ),
    Rule(
        "each",
        lambda s: s.head(_EACH),
        "每张床位补助«5000元»。",
        "每个乡镇敬老院补助«5000元»。",
    ),
    Rule(
        "areas that do it",
        lambda s: s.head(_EACH_OF_THEM),
        "甲县、乙县分别建成站点«3个»。",
        "甲县、乙县建成站点«3个»。",
    ),
    Rule(
        "area",
        lambda s: s.head(_AREA),
        "全市护理型床位占比达到«50%»。",
        "护理型床位全市占比达到«50%»。",
    ),
    Rule(
        "name of the area",
        lambda s: s.head(_NAMED_AREA),
        "江州市将新增护理型床位«300张»。",
        "县级市新增护理型床位«300张»。",
    ),
    Rule(
        "who disposes of it",
        lambda s: s.head(_DISPOSED),
        "各级政府将福利彩票公益金的«55%»用于养老。",
        "福利彩票公益金的«55%»将用于养老。",
    ),
    Rule(
        "who is given it",
        _given,
        "护理型床位给予一次性建设补助«1万元»。",
        "享受补贴的老年人比例达到«90%»。",
    ),
    Rule(
        "whose money it is",
        lambda s: s.head(_WHOSE),
        "五星级的一次性奖励«20万元»。",
        "高龄津贴每月«50元»。",
    ),
    Rule(
        "what is done",
        lambda s: _done(s, MADE),
        "建成具备护理功能的服务中心«12个»。",
        "建设面积达到«200平方米»。",
        "gold: 增加养老护理床位300张 measures 养老护理床位",
    ),
    Rule(
        "what is raised",
        lambda s: s.head(_RAISED),
        "提高养老护理员持证率至«85%»。",
        "养老护理员持证率提高至«85%»。",
    ),
    Rule(
        "body that does it",
        lambda s: s.head(_BODY_DOES),
        "市民政局新建成养老服务中心«4处»。",
        "民政局办公用房«4处»。",
    ),
    Rule(
        "who does it",
        _who_does,
        "县财政每年安排专项资金«200万元»。",
        "养老机构设置医务室的比例达到«60%»。",
    ),
)
