"""What is cut between a noun and its number (占比|不低于, 床位|达到, 补贴|每人每月).

:data:`END_RULES` are asked again until none of them applies.
"""

from __future__ import annotations

import re

from compare.reading.cues import (
    AT_PRESENT,
    BEARS,
    COUNTERS,
    COUNTRY_OR_TOWN,
    GIVES,
    HAS,
    MAKES,
    MEASURES,
    PAYERS,
    PERIODS,
)
from compare.reading.rules import Rule, last_match
from compare.reading.sentences.nouns.stretch import Cut, Span, Stretch

_BOUND_REACH = 14  # a comparator farther from the number bounds something else

_SIGN = re.compile("[≥≤≧≦<>=‹›]+$")
_DOES = re.compile(rf"(?:{MAKES}|培训|培养|安排|扶持)[^0-9到至]{{3,}}")
# Verbs, with modals and adverbs among them; the last word is a verb. No word is another one and a third put
# together (达到 is 达 and 到), so that a text is cut into words in one way only and no search tries a second.
_VERBS = (
    "达|了|仅|(?<![设统会审共总累合预估小])计|上升|回升|递增|(?:上调|下调|调整|发展|(?<!新)增)(?=[到至为])|提高|提升|提标|扩充|扩大到|下降|降低|控制在|保持在|保持|稳定在|维持在|实现|做到|形成|增长|减少"
    "|新增|增加|建成|实行|保存|留存|建设|建立|设立|设置|配备|配置|完成|安排|培养|培训|举办|开展"
    f"|(?<!服务|社会|老年|群众|慈善|行业|志愿)组织|{HAS}|覆盖|为|是|至|到|有|超过|不足|约|近|的"
    f"|占|{GIVES}|收取|提取|预留|保留|列支|筹集|筹措|容纳|年?接待|供餐|参加|接受|年?参训|探索|加强|惠及|招聘|具有|具备|承担|分担|上浮|下浮|增发|发给|高达|多达|只有"
)
_MODALS = (
    "应当|应|须|要|可以|可|能够|总体|基本|平均|[日月年]均|(?<![人户年月床日生班餐])均|都|已|分别"
    "|力争|争取|逐年|逐步|全部|将|有望|预计|累计|合计|共计|总计|至少|免费"
)
_VERB_TAIL = re.compile(rf"(?:{_VERBS}|{_MODALS})*(?:{_VERBS})$")
# Such a tail begins nowhere before the first character of none of these words.
_OF_VERBS = "".join(set(_VERBS + _MODALS))
_ADVERB_TAIL = re.compile(
    r"(?:力争|争取|确保|保证|[年月日]人?均|(?:由|按照?)[人户]均|(?<![人户年月床日生班平])均|平均|都|已|分别|应当?|(?<![适不])宜|须|各|(?<![重主需])要|由|较|从|在|将|(?<![依参遵])减?按照?|原则上?|总体上?|(?<![许认])可|(?<!一)再|另外?|进一步|同步|稳步|逐渐|持续|继续|始终|(?:达到?|提高|提升|扩大|降低)并|(?:(?<=造价|所得|金额|总价|价款|货值)|(?<=的))处以?|一般|至少|累计|共计|总计|合计|(?<![积部水盐糖养股缘得评学满百千万总计打充身成等划区])分|(?<![公中])共)+$"
)
_DATE_TAIL = re.compile(
    r"(?:[到至在于由从]?(?:(?:19|20)[0-9]{2}年?(?:-{1,2}|至|到))?(?:19|20)[0-9]{2}年?[底末起]?(?:之?前|以前)?"
    r"|[由从]?“?十[一二三四五六七八九]?五”?期?[末初间]?的?)$"
)
# 补贴标准为每人每月, 养老服务设施按照每百户: what the value is counted on is no part of its noun.
_PER = re.compile(
    r"(?:应当?|要|须)?(?:按照?|(?<![可得所])以|其)?"
    r"(?:每一?[0-9一二两三四五六七八九十]{0,4}[百千万]{0,2}"
    rf"(?:{COUNTERS}|{MEASURES}|{PERIODS}|户家庭|站|村|个(?:村|社区|街道|乡镇|站点|机构)|张?床位|托位|餐|次|部|半年|学年|学期))+$"
    r"|按照?(?:套内|规划)?(?:[0-9]{2,5}|[百千万])[户人床]$"
    r"|(?<=[一-龥]{4})每[0-9一十百千万]{1,4}(?:名|位|张|户)?(?:常住|户籍|失能)?(?:老年人口?|老人|人口|居民|床位)$"
)

# 补贴标准为采取自主供给模式的饭堂每人每次: what it is for stands behind the name of the standard.
_STANDARD_FOR = re.compile(r"(?<=[贴助金活供养资费]标准)(?:分别)?为[^,。;]{2,40}$")
# 评估费用由区财政按每人100元保障
_PAID_BY = re.compile(
    rf"(?<=[一-龥]{{2}})由[一-龥、]{{0,10}}(?:{PAYERS}|资金|(?<![一-龥]{{3}})[省市县区])(?:{BEARS}|补贴|补助|出资)?$"
)
_YARDSTICK = re.compile(r"(?<![一-龥]{2}服务)按照?[^,。;按]{2,14}的$")
# 护理员人数较去年增加260人: what it is compared with.
_COMPARED = re.compile(
    rf"(?:,?(?:(?<![占配])比|较|与|同)(?:上一?年度?|去年|前一?年|上年同期|年初|(?:19|20)[0-9]{{2}}年|(?:{AT_PRESENT})的?(?:水平)?再?|全[国省市](?:平均)?(?:水平)?)"
    rf"(?:末|底|同期)?(?:相?比较?)?|同比|环比|[由从在](?:{AT_PRESENT})的?(?:水平)?)$"
)
# 救助比例由报销后的65%提高到70%, 饭堂由试点时的3个增加到30个: the level it starts from.
_FROM = re.compile(
    r"(?<=[一-龥”]{2})[由从](?:原[来先有]?|起初|过去|[最当]初|以前|现行|现在|目前|当前|[^,。;由从]{1,10}[后时前])的?$"
)
# 在上述标准上再提高20%, 前两项标准基础上上浮10%: what the rise comes on top of.
_ON_TOP = re.compile(r"在?(?:[^,。;在]{0,10}(?:标准|水平)(?:的?基础)?上|[^,。;在]{0,10}基础上)再?$")
# 护理型床位数要达到总床位的60%, 60岁以上人口已占总人口的27%: what the number is a share or level of.
_COMES_TO = re.compile(
    r"(?<=[一-龥]{3})(?:(?:将|要|应当?|须|需|已|能)+达到(?![0-9])[一-龥]{2,6}|(?:已|仅|约|只)占[一-龥]{2,8})的?$"
)
# 运营补贴每张补6000元, 技能奖另奖2000元: the verb of a payment
_PAYS = re.compile(
    r"(?<=[一-龥])(?<![大获中评抽医代增候滋以互奖])(?:一次性|[另再各定]额?)?[补奖]$|[另再定]额?[补奖给]$"
)
# 签约率城镇85%: the place stands behind the measure.
_WHERE = re.compile(rf"以[^,。;]{{1,14}}为单位$|(?<=[率例])(?:在?(?:{COUNTRY_OR_TOWN}|乡镇)(?:地区|社区)?)$")
_ASIDE = re.compile(r"(?<=[一-龥]{2})\([^()]*[0-9][^()]*\)$")
_ARRANGED = re.compile(r"(?:开展|举办|组织)[一-龥]{2,16}(?:培训)$|年培训$")

#: How the words end that a rule cuts: most nouns need not be searched for them.
LAST = {
    "sign": frozenset("≥≤≧≦<>=‹›"),
    "bracket with a number": frozenset(")"),
    "yardstick": frozenset("的"),
    "verb": frozenset(word[-1] for word in _VERBS.replace("(?=[到至为])", "").replace(")", "").split("|")),
    "who pays": frozenset("政府门位业体金构人庭女者方省市县区担付贴助资"),
    "compared with": frozenset("年度期初末底平国省市均较比前在有再的"),
    "place behind the measure": frozenset("镇市区村位"),
    "date": frozenset("0123456789年底末前起五”期初间的"),
    "level it starts from": frozenset("原来先有初去后时前的行在"),
    "what a rise is on top of": frozenset("上再"),
    "verb of a payment": frozenset("补奖给"),
    "adverb": frozenset("保证取争可另外再共分体均都已别应当宜须各要由较从在上般将按照少计则步渐续终并处以"),
    "per what": frozenset(
        word[-1]
        for word in f"{COUNTERS}|{MEASURES}|{PERIODS}|庭|站|村|区|道|镇|点|构|餐|次|部|口|民|老人".split("|")
    ),
}


def _bound(s: Stretch) -> Span | None:
    if s.lexicon.distant.search(s.piece) is None:
        return None
    distant = last_match(s.lexicon.distant, s.piece)
    if distant is None or len(s.piece) - distant.end() > _BOUND_REACH:
        return None
    if s.piece.find(")", distant.end()) >= 0 and s.piece.find("(", distant.end()) < 0:
        return None  # 服务站(面积不少于200平方米)建成3个
    if _DOES.match(s.piece, distant.end()):
        return s.start + distant.end(), s.end
    return s.start, s.start + distant.start()


def _near_bound(s: Stretch) -> Span | None:
    ends = s.piece[-1:] in s.lexicon.adjacent_ends
    adjacent = s.lexicon.adjacent.search(s.piece) if ends else None
    return (s.start, s.start + adjacent.start()) if adjacent and adjacent.start() > 0 else None


def _yardstick(s: Stretch) -> Span | None:
    yardstick = _YARDSTICK.search(s.piece)
    return (s.start, s.start + yardstick.start()) if yardstick and yardstick.start() > 1 else None


def _verb(s: Stretch) -> Span | None:
    period_cut = s.text.startswith("每", s.end)  # 消防培训每半年1次
    if s.piece.endswith("培训") and (period_cut or _ARRANGED.search(s.piece) or s.piece.startswith("每")):
        return None  # 举办护理员培训2期, 年培训20学时: what is measured is the training
    found = _VERB_TAIL.search(s.piece, len(s.piece.rstrip(_OF_VERBS)))
    return (s.start, s.start + found.start()) if found else None


def _standard_for(s: Stretch) -> Span | None:
    found = _STANDARD_FOR.search(s.piece) if "标准" in s.piece else None
    return (s.start, s.start + found.start()) if found else None


END_RULES: tuple[Cut, ...] = (
    Rule("sign", lambda s: s.tail(_SIGN), "绿地率≥«35%»。", "绿地率达到«35%»。"),
    Rule("bound", _bound, "护理型床位占比不低于«50%»。", "护理型床位占比«50%»。"),
    Rule(
        "bracket with a number",
        lambda s: s.tail(_ASIDE),
        "服务站(面积200平方米)建成«3个»。",
        "服务站(含食堂)建成«3个»。",
    ),
    Rule("bound next to the number", _near_bound, "护理型床位占比超过«50%»。", "超过«50%»。"),
    Rule(
        "yardstick",
        _yardstick,
        "租金按照评估价的«70%»收取。",
        "老年人评估价的«70%»。",
    ),
    Rule("verb", _verb, "护理型床位占比达到«50%»。", "开展护理员培训«2期»。"),
    Rule(
        "compared with",
        lambda s: s.tail(_COMPARED),
        "护理员人数较去年增加«260人»。",
        "护理员人数增加«260人»。",
    ),
    Rule(
        "place behind the measure",
        lambda s: s.tail(_WHERE),
        "老年人参保率农村«85%»。",
        "农村老年人参保率«85%»。",
    ),
    Rule(
        "date",
        lambda s: s.tail(_DATE_TAIL),
        "护理型床位占比2025年«50%»。",
        "护理型床位占比«50%»。",
    ),
    Rule(
        "adverb",
        lambda s: s.tail(_ADVERB_TAIL),
        "护理型床位占比均«50%»。",
        "床位人均«50元»。",
    ),
    Rule(
        "who pays",
        lambda s: s.tail(_PAID_BY),
        "评估费用由区财政按每人«100元»保障。",
        "区财政按每人«100元»保障。",
    ),
    Rule(
        "level it starts from",
        lambda s: s.tail(_FROM),
        "医疗救助比例由报销后的«65%»提高到70%。",
        "医疗救助比例由«65%»提高到70%。",
    ),
    Rule(
        "what a rise is on top of",
        lambda s: s.tail(_ON_TOP),
        "护理型床位补助在上述标准上再提高«20%»。",
        "护理型床位补助标准再提高«20%»。",
    ),
    Rule(
        "what it comes to a share of",
        lambda s: s.tail(_COMES_TO) if "达到" in s.piece or "占" in s.piece else None,
        "护理型床位数要达到总床位的«60%»。",
        "护理型床位数占总床位的«60%»。",
    ),
    Rule(
        "verb of a payment",
        lambda s: s.tail(_PAYS),
        "护理型床位每张补«6000元»。",
        "护理型床位每张补贴«6000元»。",
    ),
    Rule(
        "per what",
        lambda s: s.tail(_PER),
        "养老服务设施按照每百户«20平方米»配置。",
        "每百户养老服务设施«20平方米»。",
    ),
    Rule(
        "whom the standard is for",
        _standard_for,
        "补贴标准为新建的饭堂每餐«3元»。",
        "新建饭堂的补贴标准为每餐«3元»。",
    ),
)
