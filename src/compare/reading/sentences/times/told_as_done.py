"""Values whose sentence tells what has been done or counted: they are so already.

:data:`TOLD_RULES` go by the words of the sentence, in order.
"""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.cues import DOES, HAS, MAKES, SURVEYS
from compare.reading.rules import Rule
from compare.reading.sentences.times.timing import Timed, Timing, intends

_ALREADY = re.compile(
    rf"现?辖有?$|(?<![较比由从与同在])(?:目前|如今)(?!的?水平)|现有(?!的?(?:[一-龥]{{0,4}}基础|条件|水平|标准))|[共原]有|在建(?!成|设)|下辖|实施范围|已新?[建改增装签招派评办培设]$|实际(?:{MAKES}|{DOES}|[建改设签装招]|投入|支出|到位|入住|收住|服务)[^,。;0-9每]{{0,10}}$|[全我本][市国省县区州]有|(?:现|业)已|已经?(?:累计|{MAKES}|{HAS}|{DOES}|达到?|有|覆盖|惠及|投入|签约|入住|发放|评估|备案|注册|纳入|收[住治]|服务|选定|选派|确定|评定|认定|命名|带动|撬动|招[聘募]|走访|探访|巡访|安装|加装|落实|争取|筹[集措]|吸引|引进|整合|盘活|下达|拨付|兑付|竣工|开工|动工|完工|投用|投运|封顶|验收|交付)(?!的|区|小区|住宅|居住|登记)"
)
# 对全县32家养老机构开展排查: how many there are
_OF_THE_AREA = re.compile("[对在为]全[市省县区州旗镇乡]$")
# 对全县14.2万名老年人开展信息摸排
_SURVEYED = re.compile("[^,。;]{2,20}(?:摸排|摸底|排查|普查|筛查|建档)")
# 完成年度任务的105%, 占年度计划的96%
_ASKED = re.compile(r"(?:完成|占)[^,。;0-9]{0,8}(?:目标|任务|计划)(?:总?[数量])?的$")
# 到2027年,建成9个,目前已建成3个
_HAS_DONE = re.compile(
    rf"(?:^|[(、])(?:其中|截至目前|目前|现阶段|现)?(?:已经?(?:累计)?(?:{MAKES}|{DOES}|有|开工|投用|运营)|在建)(?!的|区|小区|住宅|居住)[^,。;的]{{0,16}}$"
    rf"|(?:目前|截至目前|现)(?:已经?)?(?:有|{MAKES}|{DOES}|[建拥设]有)(?!的)[^,。;]{{0,16}}$"
)
_ALL = 100
# 2023年,全市现有养老机构12家: how many there were in that year; 共有 and 拥有 may be aimed at.
_STOCK = re.compile(
    rf"现有|实有|现存|已(?:有|开工|动工|立项|完工|竣工|投用|投入使用)|已经?(?:{MAKES}|{HAS})(?!的|区|小区|住宅|居住)|共有(?!产权)|{HAS}"
)
_SURE_STOCK = ("现", "实", "已")
_REACHES = re.compile("达|超过|突破|扩|增|提")
# 建设80处…全部完成: a clause that says so without saying by when (2027年全部完成).
_ALL_DONE = re.compile(
    r"(?<=[一-龥])(?:全部(?<![年底末前]全部)|均已|已全部|已)(?:按期|如期|超额)?(?:完成|建成|竣工|投入使用|投用|交付|兑现)(?:整改|验收|建设|改造|施工|装修|安装)?(?=[,。;\n|]|$|具体|有关)"
)
# 压减任务65万吨正在推进; 比“5.5%左右”的预期目标低: the goal beside what has been reached
_OF_A_GOAL = re.compile("(?:左右|以内|以上)?”?的?[一-龥]{0,4}目标")
_JOINED = re.compile(r"[一-龥()]{1,10}、")  # 现有804个乡镇、8029个行政村
_BY_WHEN = re.compile(r"前|[年月]底|[年月]内|[0-9]月")
_THAN_BEFORE = re.compile(
    r",?(?:同比|(?:比|较)(?:(?:全[国省市]|世界)(?:平均(?:水平)?)?|上一?年度?|去年|前一?年|上年同期|[一-龥]{0,2}20[0-9]{2}年))[^,。;0-9]{0,4}(?:增长|增加|提高|上升|下降|减少|提升|高出|降低|多|少)了?(?:约|近)?"
)
# 得到了康复, 改善了生活; 为了 and 了解 tell nothing.
_BROUGHT_WORDS = re.compile("[了获]|超额|提前|率先|圆满|入选|被[评列授命]")
_BROUGHT_ABOUT = re.compile(
    r"圆满(?:完成|收官)|(?:超额|提前)(?:完成|实现)|我[市区县省州][^。;\n]{0,24}?(?:获评|荣获|被(?:评为|列为|授予|命名)|入选|率先(?=建成|实现|完成|建立))"
    r"|(?<![为除])(?:(?<!到)|(?<=[达得]到))(?<!明确)(?<!规定)(?<!提出)了(?!解|如指|然)"
)
# 16个居委会正在施工中: what is under way is told.
_UNDER_WAY = re.compile(
    r"正在?(?:施工|建设|改造|装修|推进|实施|办理|进行|开展|筹建|试运行)中?(?=[,。;\n|]|$)|已(?:经)?(?:开工|动工|进场)(?:建设|施工|改造)?(?=[,。;\n|]|$)"
    r"|进入(?:装修|施工|土建|安装|设计|收尾|验收|招标|试运行)阶段"
)
_UNDER_WAY_HINTS = re.compile("正|已|进入")
# 高出全省平均水平2.1个百分点: how far one is from the others.
_APART = re.compile(
    r"(?:(?:高出|高于|低于|超出|超过|比|较)(?:全[国省市区县州]|世界|国际|国内)(?:平均|通行)?(?:水平|比例|标准|均值)?(?:的|高出?|低|多|超出)*)$"
)
# 养老床位数最多的是甲市,达到12.8万张; 高达1376家; 仅有15名: how it is.
_MOST = re.compile(
    r"最[多高大少低小长]的(?:是[^。;]{1,20},?(?:达到?|有|为|高达)?|[^。;,是0-9]{0,8}(?:达到?|有|为|高达))约?$"
)
_SO_IT_IS = re.compile(
    r"^[^补填]*缺口(?:仍|还|约|达到?|为|有|近|超过?)*$|(?:高达|多达|[仅只][为占]|仅)约?$|(?:仅有|只有)(?![^。;]{0,40}才)[^,。;0-9]{0,12}$"
)
# 护理型床位占比偏低,为42%
_COMMENTED = re.compile(
    r"(?:偏[低高少大小]|[较过][低高少]|不高),(?:目前|平均|总体)?[仅只]?(?:占|有|为|不足|不到)?$"
)
# 上半年,全区完成…: a report's, where nothing is said of the other half.
_PART_OF_YEAR = re.compile(
    r"(?:今年|20[0-9]{2}年)?(?:上半年|前三季度|第?一季度|1(?:月?(?:-{1,2}|至|到))[0-9]{1,2}月份?),"
)
# 根据《公报》, 据统计, 数据显示: what statistics say, also of a year.
_COUNTED = re.compile(
    rf"(?:根据|据|按照)[^。;,]{{0,16}}(?:{SURVEYS})[^。;,]{{0,6}},|据统计|(?:{SURVEYS})》?[^。,;]{{0,4}}(?:显示|表明)"
)
# 据了解,到“十二五”末,全县公路达7031公里,较2010年底增加…: a reporter's word for what there is
_LEARNT = re.compile("据了解|据悉|据介绍|获悉")
_COUNTED_WORDS = re.compile(SURVEYS)
_NORM = re.compile(
    r"(?:不得|不应|不宜)?不?(?:低于|少于|小于)|至少"
)  # 已建成机构不低于45%: what they must have


def _done(t: Timing) -> Timed | None:
    start, end = t.sentence
    if t.text.find("全部", t.value.end, end) < 0 and t.text.find("已", t.value.end, end) < 0:
        return None
    done = _ALL_DONE.search(t.text, t.value.end, end)
    if not done or "其中" in t.text[t.value.end : done.start()]:
        return None
    if intends(t.text, start, done.end(), planned="已" not in done.group()):
        return None
    clause = max(t.text.rfind(mark, t.value.end, done.start()) for mark in ",;")
    dated = _BY_WHEN.search(t.text, max(clause, t.value.end), done.start())
    return None if dated else (Kind.PARAMETER, "")


def _part_of_what_was_asked(t: Timing) -> Timed | None:
    by_then = t.by_then and not t.text.endswith(("截至", "截止"), 0, t.dated[0])
    if by_then or "前" in t.before or t.text.endswith("前", 0, t.dated[1]):
        return None
    share = t.value.unit.sort == "share" and _ASKED.search(t.before)
    told = share and (t.value.low > _ALL or t.tells or t.told_of is not None or not t.deadline)
    return (Kind.PARAMETER, "") if told and not intends(t.text, t.sentence[0], t.value.start) else None


def _part_of_a_year(t: Timing) -> Timed | None:
    start, end = t.sentence
    part = _PART_OF_YEAR.match(t.text, start, end) if t.tells else None
    if part and t.deadline and not start <= t.dated[0] < part.end():
        return None
    ahead = part and (t.text.find("下半年", start, end) >= 0 or intends(t.text, start, t.value.start))
    return (Kind.PARAMETER, "") if part and not ahead else None


def _under_way(t: Timing) -> Timed | None:
    start, end = t.sentence
    if t.by_then or not _UNDER_WAY_HINTS.search(t.text, start, end):
        return None
    told = _UNDER_WAY.search(t.text, start, end)
    return (Kind.PARAMETER, "") if told and not intends(t.text, start, end) else None


def _so_it_is(t: Timing) -> Timed | None:
    so = not t.deadline and ("最" in t.before or "是" in t.text[t.sentence[0] : t.value.start])
    most = so and _MOST.search(t.text, t.sentence[0], t.value.start)
    told = _SO_IT_IS.search(t.before) and not t.by_then
    if not (most or told or _COMMENTED.search(t.text, t.sentence[0], t.value.start)):
        return None
    return None if intends(t.text, t.sentence[0], t.value.start) else (Kind.PARAMETER, "")


def _apart(t: Timing) -> Timed | None:
    if t.by_then or not _APART.search(t.before):
        return None
    # 2027年,占比达70%,高于全省5个百分点: it is aimed at, as what stands before it
    meant = t.deadline and "末" not in t.text[slice(*t.dated)] and t.after_fact[1] < 0
    return None if meant or intends(t.text, t.sentence[0], t.value.start) else (Kind.PARAMETER, "")


def _counted(t: Timing) -> Timed | None:
    start, here = t.sentence[0], t.value.start
    if t.by_then or not _COUNTED_WORDS.search(t.text, start, here):
        return None
    counted = _COUNTED.search(t.text, start, here)
    return (Kind.PARAMETER, "") if counted and not intends(t.text, counted.end(), here) else None


def _compared(t: Timing) -> Timed | None:
    behind = t.text[t.value.bound_end : t.value.bound_end + 4]
    if not ("比" in t.before or "较" in t.before or "比" in behind or "较" in behind):
        return None
    counted = "末" in t.text[slice(*t.dated)] or "同比" in t.text[t.value.start - 8 : t.value.start]
    learnt = counted and t.tells and _LEARNT.search(t.text, t.sentence[0], t.dated[0])
    if t.deadline and not (learnt or (counted and not t.by_then)):
        return None  # 2023年末 is when statistics are counted
    start = t.value.start
    compared = _THAN_BEFORE.search(t.before) or _THAN_BEFORE.match(t.text, t.value.bound_end)
    return (Kind.PARAMETER, "") if compared and not intends(t.text, t.sentence[0], start) else None


def _in_that_year(t: Timing) -> Timed | None:
    if t.by_then or t.aims or not t.deadline or t.text.endswith("前", 0, t.dated[1]):
        return None
    stock = _STOCK.search(t.before)
    if not stock or _REACHES.search(t.before, stock.end()) or intends(t.text, t.sentence[0], t.value.start):
        return None
    year = int(t.deadline[:4])
    if year > (t.issue_year or year) or (t.begins and year >= t.begins):
        return None
    sure = t.tells or t.begins or stock.group().startswith(_SURE_STOCK)
    return (Kind.PARAMETER, "") if sure else None


def _all_there_are(t: Timing) -> Timed | None:
    sort = t.value.unit.sort
    all_of_them = sort == "count" or (sort == "people" and _SURVEYED.match(t.text, t.value.end))
    there = all_of_them and _OF_THE_AREA.search(t.before)
    return (Kind.PARAMETER, "") if there else None


def _already(t: Timing) -> Timed | None:
    # 2023年末,全国共有: when statistics are counted
    timely = not t.deadline or ("末" in t.text[slice(*t.dated)] and not t.by_then) or _after_the_goal(t)
    timely = timely or (_HAS_DONE.search(t.before) is not None and _behind_a_goal(t))
    already = timely and _ALREADY.search(t.before) and not _NORM.search(t.before)
    return (Kind.PARAMETER, "") if already else None


def _behind_a_goal(t: Timing) -> bool:
    """Whether the date governs a number before the words of a value (到2027年,建成9个,目前已建成3个)."""
    words = t.text[t.dated[1] : t.floor]
    return any(char.isdigit() for char in words)


def _after_the_goal(t: Timing, now: int = -1) -> bool:
    """Whether a date belongs to what is aimed at before a semicolon, behind which the value stands (and
    ``now``, where it is given)."""
    mark = t.text.find(";", t.dated[1], t.value.start) if t.dated[1] > t.dated[0] else -1
    return mark >= 0 and (now < 0 or now > mark)


def _up_to_now(t: Timing) -> Timed | None:
    up_to_now = 0 <= t.now <= t.value.start and (not t.deadline or _after_the_goal(t, t.now))
    return (Kind.PARAMETER, "") if up_to_now and not intends(t.text, t.now, t.value.start) else None


def _perfective(t: Timing) -> Timed | None:
    start, end = t.sentence
    if t.by_then or not _BROUGHT_WORDS.search(t.text, start, end):
        return None
    told = _BROUGHT_ABOUT.search(t.text, start, end)
    if not told or (told.group().startswith("提前") and not t.tells):
        return None  # a plan may ask for something ahead of time
    return None if intends(t.text, start, end) else (Kind.PARAMETER, "")


def _is_goal(t: Timing) -> bool:
    """Whether a value is called a goal, beside what has been reached."""
    return t.before.endswith(("任务", "目标", "指标")) or bool(_OF_A_GOAL.match(t.text, t.value.bound_end))


def _goes_on(t: Timing) -> Timed | None:
    _, end, year = t.after_fact
    if end >= 0 and t.kind is Kind.TARGET and _JOINED.fullmatch(t.text, end, t.value.start):
        return (Kind.PARAMETER, "")
    dated = t.deadline and int(t.deadline[:4]) > year
    goes_on = end >= 0 and t.kind is Kind.TARGET and (not dated or _after_the_goal(t, end))
    if not goes_on or _is_goal(t) or intends(t.text, end, t.value.start):
        return None
    opened, closed = (t.text.find(mark, end, t.value.start) for mark in "()")
    # 新建12家(现有8家),改造6家: what a bracket says stays in it
    return None if closed >= 0 and not 0 <= opened < closed else (Kind.PARAMETER, "")


TOLD_RULES: tuple[Rule[Timing, Timed], ...] = (
    Rule(
        "all done",
        _done,
        "2023年,我区承担的建设80处服务站、改造«30户»等项目全部完成。",
        "2023年,我区建设80处服务站、改造«30户»等项目年底前全部完成。",
        "GUIDE: facts are parameters without deadline",
        needs=("全部", "已"),
    ),
    Rule(
        "part of what was asked",
        _part_of_what_was_asked,
        "新增床位420张,完成年度任务的«105%»。",
        "10月底前完成年度任务的«90%»。",
        "GUIDE: facts are parameters without deadline",
        needs=("完成", "占"),
    ),
    Rule(
        "part of a year",
        _part_of_a_year,
        "上半年,全区完成适老化改造«420户»。",
        "上半年,全区要完成适老化改造«420户»。",
        "GUIDE: facts are parameters without deadline",
        needs=("半年", "季度", "月"),
    ),
    Rule(
        "under way",
        _under_way,
        "«16个»居委会正在施工中。",
        "到2027年,«16个»居委会正在施工中。",
        "GUIDE: facts are parameters without deadline",
        needs=("正", "已", "进入"),
    ),
    Rule(
        "how it is",
        _so_it_is,
        "养老床位数最多的是甲市,达到«12.8万张»。",
        "养老床位数力争最多的是甲市,达到«12.8万张»。",
        "GUIDE: facts are parameters without deadline",
        needs=("最", "达", "仅", "只", "缺口", "偏", "较", "过", "不高"),
    ),
    Rule(
        "how far from the others",
        _apart,
        "全县老龄化率高出全省平均水平«2.1个百分点»。",
        "到2027年,全县护理型床位占比高出全省平均水平«2.1个百分点»。",
        "GUIDE: facts are parameters without deadline",
        needs="比较高低超",
    ),
    Rule(
        "what statistics say",
        _counted,
        "据统计,全市共发放津贴«300万元»。",
        "到2027年建立统计制度,发放津贴«300万元»。",
        "GUIDE: facts are parameters without deadline",
        needs=("统计", "数据", "公报", "普查", "调查", "监测", "问卷", "抽样"),
    ),
    Rule(
        "compared with the year before",
        _compared,
        "养老床位«672万张»,比上年增长16%。",
        "养老床位«672万张»,比上年更方便。",
        "GUIDE: facts are parameters without deadline",
        needs="比较",
    ),
    Rule(
        "all there are",
        _all_there_are,
        "对全县«32家»养老机构开展排查。",
        "对全县养老机构开展排查«32家»。",
        "GUIDE: facts are parameters without deadline",
        needs="全",
    ),
    Rule(
        "so in that year",
        _in_that_year,
        "2023年,全市现有养老机构«12家»。",
        "到2023年,全市拥有养老机构«12家»。",
        "GUIDE: facts (现有, 已建成) are parameters",
        needs="有已存",
    ),
    Rule(
        "so already",
        _already,
        "目前已建成养老机构«12家»。",
        "已建成的住宅区新增养老机构«12家»。",
        "GUIDE: facts (现有, 已建成) are parameters",
    ),
    Rule(
        "up to now",
        _up_to_now,
        "截止目前,全市建有养老机构«12家»。",
        "目前尚有不足,要建成养老机构«12家»。",
        "GUIDE: facts (现有, 已建成) are parameters",
    ),
    Rule(
        "told as done",
        _perfective,
        "招聘教师«206人»,丰富了群众生活。",
        "招聘教师«206人»,为了丰富群众生活。",
        "GUIDE: facts are parameters without deadline",
        needs=("了", "获", "率先", "圆满", "入选", "被", "超", "提"),
    ),
    Rule(
        "fact goes on",
        _goes_on,
        "现有养老机构12家,护理型床位«700张»。",
        "现有养老机构12家,力争护理型床位«700张»。",
        "GUIDE: facts (现有, 已建成) are parameters",
    ),
)
