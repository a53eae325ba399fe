"""Values whose sentence tells what has been done, or is being done."""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.rules import Rule
from compare.reading.sentences.times.timing import Timed, Timing, intends

# 完成年度任务的105%, 占年度计划的96%
_ASKED = re.compile(r"(?:完成|占)[^,。;0-9]{0,8}(?:目标|任务|计划)(?:总?[数量])?的$")
_ALL = 100
# 建设80处…全部完成: a clause that says so without saying by when (2027年全部完成).
_ALL_DONE = re.compile(
    r"(?<=[一-龥])(?:全部(?<![年底末前]全部)|均已|已全部|已)(?:按期|如期|超额)?(?:完成|建成|竣工|投入使用|投用|交付|兑现)(?:整改|验收|建设|改造|施工|装修|安装)?(?=[,。;\n|]|$|具体|有关)"
)
_BY_WHEN = re.compile(r"前|[年月]底|[年月]内|[0-9]月")
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
# 上半年,全区完成…: a report's, where nothing is said of the other half.
_PART_OF_YEAR = re.compile(
    r"(?:今年|20[0-9]{2}年)?(?:上半年|前三季度|第?一季度|1(?:月?(?:-{1,2}|至|到))[0-9]{1,2}月份?),"
)


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


def _perfective(t: Timing) -> Timed | None:
    start, end = t.sentence
    if t.by_then or not _BROUGHT_WORDS.search(t.text, start, end):
        return None
    told = _BROUGHT_ABOUT.search(t.text, start, end)
    if not told or (told.group().startswith("提前") and not t.tells):
        return None  # a plan may ask for something ahead of time
    return None if intends(t.text, start, end) else (Kind.PARAMETER, "")


TASK_RULES: tuple[Rule[Timing, Timed], ...] = (
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
)


RESULT_RULES: tuple[Rule[Timing, Timed], ...] = (
    Rule(
        "told as done",
        _perfective,
        "招聘教师«206人»,丰富了群众生活。",
        "招聘教师«206人»,为了丰富群众生活。",
        "GUIDE: facts are parameters without deadline",
        needs=("了", "获", "率先", "圆满", "入选", "被", "超", "提"),
    ),
)
