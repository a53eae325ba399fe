"""Values that are held against a goal, or paid out: they are so already; and the goals beside them.

:data:`ASKED_RULES` and :data:`AGAINST_RULES` go by the words of the sentence, in order.
"""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.cues import DOES, MAKES, PAYMENTS
from compare.reading.rules import Rule
from compare.reading.sentences.times.timing import Timed, Timing, intends

# 完成全年任务的103%: what the sentence counts has been done
_SHARE_DONE = re.compile(
    r"(?:完成了?|占)(?:全年|年度|年|当年|省定|市定|上级|下达|既定|预定)(?:[^,。;0-9]{0,8})?(?:目标|任务|计划)[^,。;0-9]{0,4}的?[0-9.]++%"
    r"|完成率(?:达到?|为)?1[0-9]{2}(?<!100)(?:\.[0-9]+)?%"
)
# 3.4%,低于“4.5%以内”的控制目标
_HELD_AGAINST = re.compile(
    r",?(?:低于|高于|优于|超过|达到|控制在|完成|好于)“?[0-9.]++[%‰]?(?:以内|以上|左右)?”?的?(?:[一-龥]{0,6})(?:目标|预期|任务)"
    r"|,?[也均都明显略远]{0,4}[比较]“?[0-9.]++[%‰]?(?:以内|以上|左右)?”?的?(?:[一-龥]{0,6})(?:目标|预期)[略明显要]{0,2}[低高好少多]"
)
_PAID_OUT = re.compile(
    rf"(?:下达|[现次](?:拨付|划拨)|(?:拨付|划拨)(?=[你贵]))(?:[一-龥]{{0,12}}(?:20[0-9]{{2}}年度?)?[一-龥]{{0,14}}(?:资金|经费|公益金|{PAYMENTS}))?(?:共计?|合计)?$"
)
# 全年任务改造900户,实际改造760户; 应建45个,已建39个: what was asked, before what came of it
_ASKED = re.compile(
    r"(?P<ahead>[^,。;0-9]{0,20}?)(?:应(?=[建改设配完])|(?:目标|任务|计划|指标)(?:任务|目标)?(?!人[群口]|率))[^,。;0-9]{0,14}$"
)
_ASKS_NOTHING = re.compile("完|达(?<!下达)|占|超|按|的$")
_THEN_DONE = re.compile(
    rf"[^,。;0-9]{{0,16}}[,;](?:[^,。;0-9]{{0,12}}(?:[0-9]{{1,4}}年)?[0-9]{{0,2}}月?[日底末]?)?(?:实际|已|现已|目前|完成|{DOES}|{MAKES})[^,。;0-9]{{0,14}}[0-9]"
)
# 市民政局牵头两项:一是新增助餐点227个
_TASKS_OF = re.compile(
    r"(?:承担|牵头|负责|承办|主办|认领)[^,。;:0-9]{0,24}[0-9一二两三四五六七八九十]{1,3}[项件个][^,。;:0-9]{0,10}:"
)
# 设立200个助餐点等项目今年被列作市政府实事项目
_ENTERED = re.compile(
    r"[^,。;]{0,80}?(?:今年|本年度?|20[0-9]{2}年)?[均已被]{0,2}(?:列[入作为]|纳入)[^,。;]{0,16}"
    "(?:实事|民生(?:工程|项目)|工作报告|重点(?:工作|项目|工程))"
)
_DONE_SINCE = re.compile("(?:全部|均已|已)(?:按期|如期|超额)?(?:完成|建成|实现)")
_BEEN_DONE = re.compile("已|了|均|超额|如期|提前")
_HAVE_BEEN_PAID = re.compile(r"(?:已|全部)(?:足额|及时)?(?:下达|拨付|发放|兑付|兑现|划拨|到位)")
_AHEAD = re.compile(r"将|拟|预计|计划|要|前,?(?:下达|拨付|发放|兑付)|及时|确保")


def _beside_share_done(t: Timing) -> Timed | None:
    share = None if t.by_then else _SHARE_DONE.search(t.text, *t.sentence)
    if share is None or t.text.endswith(("前", "前须", "前要", "前应"), 0, share.start()):
        return None  # 6月底前完成年度任务的60%
    return None if intends(t.text, *t.sentence) else (Kind.PARAMETER, "")


def _held_against(t: Timing) -> Timed | None:
    held = not t.by_then and _HELD_AGAINST.match(t.text, t.value.bound_end, t.sentence[1])
    return (Kind.PARAMETER, "") if held and not intends(t.text, t.sentence[0], t.value.start) else None


def _paid_out(t: Timing) -> Timed | None:
    if t.by_then or not t.tells or t.value.unit.sort != "money":
        return None
    paid = _PAID_OUT.search(t.before) or _HAVE_BEEN_PAID.search(t.text, t.value.bound_end, t.sentence[1])
    ahead = _AHEAD.search(t.text, *t.sentence) or intends(t.text, *t.sentence)
    return (Kind.PARAMETER, "") if paid and not ahead else None


def _asked(t: Timing) -> Timed | None:
    asked = _ASKED.match(t.before)
    if not asked or _ASKS_NOTHING.search(asked["ahead"]):
        return None
    done = _THEN_DONE.match(t.text, t.value.bound_end, t.sentence[1])
    return (t.kind, t.deadline) if done else None


def _task_of(t: Timing) -> Timed | None:
    start, end = t.sentence
    listed = _TASKS_OF.search(t.text, start, t.value.start)
    return (t.kind, t.deadline) if listed and not _BEEN_DONE.search(t.text, start, end) else None


def _entered(t: Timing) -> Timed | None:
    end = t.sentence[1]
    entered = _ENTERED.match(t.text, t.value.bound_end, end)
    return (t.kind, t.deadline) if entered and not _DONE_SINCE.search(t.text, entered.end(), end) else None


ASKED_RULES: tuple[Rule[Timing, Timed], ...] = (
    Rule(
        "asked, before what came of it",
        _asked,
        "2023年工作总结\n全年任务改造«900户»,实际改造760户。",
        "2023年工作总结\n全年改造«900户»,实际投入760万元。",
        "GUIDE: something to be achieved is a target",
        needs=("目标", "任务", "计划", "指标", "应"),
    ),
    Rule(
        "among the tasks of somebody",
        _task_of,
        "2023年工作总结\n我局承担两项任务:一是新建食堂«20家»,二是新增床位300张。",
        "2023年工作总结\n我局完成两项任务:一是新建食堂«20家»,二是新增床位300张。",
        "GUIDE: something to be achieved is a target",
        needs=("承担", "牵头", "负责", "承办", "主办", "认领"),
    ),
    Rule(
        "entered in a programme",
        _entered,
        "2023年工作总结\n改造敬老院«3所»等项目被列入市政府实事项目,丰富了服务内容。",
        "2023年工作总结\n改造敬老院«3所»等项目被列入市政府实事项目,已全部完成。",
        "GUIDE: something to be achieved is a target",
        needs=("列入", "列作", "列为", "纳入"),
    ),
)

AGAINST_RULES: tuple[Rule[Timing, Timed], ...] = (
    Rule(
        "beside the share of a task that is done",
        _beside_share_done,
        "2022年,全县改造老旧小区«64个»,完成全年任务的103%。",
        "2022年,全县改造老旧小区«64个»,力争完成全年任务的103%。",
        "GUIDE: facts are parameters without deadline",
        needs=("完成", "占"),
    ),
    Rule(
        "held against a goal",
        _held_against,
        "登记失业率为«3.4%»,低于4.5%以内的控制目标。",
        "登记失业率为«3.4%»,低于去年的水平。",
        "GUIDE: facts are parameters without deadline",
        needs=("目标", "预期", "任务"),
    ),
    Rule(
        "paid out",
        _paid_out,
        "经研究,下达«30.5万元»运营补贴。",
        "6月底前,下达«30.5万元»运营补贴。",
        "GUIDE: facts are parameters without deadline",
        needs=("下达", "拨付", "划拨", "已", "全部"),
    ),
)
