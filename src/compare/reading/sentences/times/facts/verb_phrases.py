"""Values whose verb phrase says that something has happened, where no date says for when: they are facts.

:data:`VERB_RULES` go by the verb, its aspect and what came of it, in order; only in texts that are no plans,
where a bare verb (新建床位300张) is left what the words made of it.
"""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.cues import DOES, MAKES, PAYMENTS
from compare.reading.rules import Rule
from compare.reading.sentences.times.timing import BOUNDS, Timed, Timing, as_fact, sets_a_task

_ASKED = re.compile("任务|指标|目标|计划|每[年月人]|额度")
# 共排查1276家, 活动共吸引3000人; 共建 and 共享 sum nothing up.
_SUMMED = re.compile(
    r"(?:累计|(?<![公总])共计?)(?:排查|检查|清理|整[治改]|压减|淘汰|关停|评估|惠及|吸引|带动|入住|收[住治])"
)
# 先后投入2.6亿元, 累计筹措3亿元: also what is to be done is so called, 健全机制,共投入300万元
_SUMMED_BY = re.compile(
    rf"先后(?![按顺])|相继|(?:累计|(?<![公总])共计?)(?:投入|筹[措集资]|争取|发放|下达|拨付|支[付出]|{PAYMENTS}|救助|办理|为|服务[^,。;用]{{0,12}}$"
    r"|减免|募集|招聘)"
)
_SUMMED_VERBS = "计投筹争发下拨支补奖资津救排检清整压淘关评办为服惠吸带减募招入收"  # how those begin
# 累计建成13825个: so odd a number was counted, 累计建成500个 may be asked for.
_SUMMED_ODD = re.compile(rf"累计(?:{MAKES}|{DOES})")
_ODD_DIGITS = 3
_COUNTED_DIGITS = 4  # 105215张: so many, to the last one, are counted
# What authorities come upon and act on: nobody aims at a number of it.
_COME_UPON_WORDS = (
    "查处",
    "查扣",
    "查封",
    "查获",
    "取缔",
    "立案",
    "处罚",
    "约谈",
    "曝光",
    "受理",
    "接听",
    "接报",
    "收缴",
    "罚没",
    "没收",
    "办结",
    "甄别",
    "吊销",
    "停业",
    "发现",
    "整改",
)
_COME_UPON = re.compile(rf"(?<!坚决)(?<!全面)(?<!限期)(?<!逐步)(?:{'|'.join(_COME_UPON_WORDS)})")
# 23家托养场所被取缔
_PASSIVE = re.compile(
    r"[^,。;的被0-9]{0,16}被(?!征地|服务|照料|监护|供养|赡养|抚养|扶养|保险|告)[^,。;的]{2,12}(?=[,。;\n]|$)"
)
_NEARLY = re.compile("(?:(?<![就附邻临])近|逾)$")
# 建设食堂300余家 may be asked for, 带动就业300余人 is told.
_MAY_BE_ASKED = re.compile(
    rf"(?!.*(?:带动|产值|营?收入|规模|消费)[^,。;]{{0,6}}$).*?(?:{MAKES}|{DOES}|[建增改]|投入|[补资]助|补贴|签约)"
)
_SO_MANY = re.compile("[0-9万千百十][余多]")
# …,独居老人享受到更好的服务; 让老人享受到 says what for.
_GAINED = re.compile(
    r"[,;](?:[^,。;让使能可为将应要给有]){2,16}(?:享受到|享受上|乐享|[用住吃]上了?|领到|喜获)"
    r"|(?:受到|深受|广受|赢得|获得|得到)[^,。;]{0,16}(?:好评|欢迎|肯定|称赞|赞誉|认可|点赞)"
    r"|[,;](?:共|累计)?(?:发现|查出|排查出)[^,。;]{0,8}(?:问题|隐患)"
    r"|[,;](?:位居|名列|跻身|居|列)全[国省市州][^,。;]{0,6}(?:前列|前茅|首位|第[一二三])"
)
_GAINED_WORDS = (
    "发现",
    "查出",
    "享受到",
    "享受上",
    "乐享",
    "用上",
    "住上",
    "吃上",
    "领到",
    "喜获",
    "好评",
    "欢迎",
    "肯定",
    "称赞",
    "赞誉",
    "认可",
    "点赞",
    "位居",
    "名列",
    "跻身",
    "居全",
    "列全",
)
# …的承诺得到兑现, 达成年度目标
_KEPT = re.compile(
    r"(?:承诺|目标|任务|指标)(?:也|均|都|已经?|全部|如期|顺利|圆满)*(?:(?<=[也均都已经部期利满])|(?:得到|获得|予以)|(?=兑现))(?:兑现|完成|实现|达成)(?=[,。;\n]|$)"
    r"|[,;](?:达成|如数完成)(?:了)?(?:年度|全年|年初|既定|预期|预定)[^,。;0-9]{0,6}(?:目标|任务|承诺)"
)
_TO_BE_KEPT = re.compile("推[动进]|促[进成]|保[障证]|力促|如果|只有|才能|确保|力争|争取|努力|[将拟](?!定)|要")
# 全市养老床位数达32.9万张: a headline that says how far it has come
_HEADLINE = re.compile(r"(?:达到?|突破|超过?|[增升]至|已有)$")
_AHEAD = re.compile(
    "将|拟|有望|预计|今年|明年|年内|新增|计划|目标|要|应|须|每|不|[一二三四五六七八九十0-9]+、"
)
_LONGEST_HEADLINE = 40


def _told(t: Timing) -> bool:
    """Whether a value may be told: in no plan, among no goals, without a date, and no bound."""
    return t.tells and not t.deadline and not t.aims and t.value.comparator not in BOUNDS


def _summed(t: Timing) -> Timed | None:
    if not _told(t) or t.value.unit.sort == "share" or _ASKED.search(t.text, t.sentence[0], t.value.start):
        return None
    digits = len(t.value.low.normalize().as_tuple().digits)
    odd = digits > _ODD_DIGITS and _SUMMED_ODD.search(t.before)
    told = _SUMMED_BY.search(t.before) and not sets_a_task(t.text, t.sentence[0])
    return as_fact(t) if odd or told or _SUMMED.search(t.before) else None


def _counted_out(t: Timing) -> Timed | None:
    if t.value.unit.sort not in ("count", "people") or not _told(t):
        return None
    digits = len(t.value.low.normalize().as_tuple().digits)
    asked = _MAY_BE_ASKED.match(t.before) or t.before.endswith("为")
    return as_fact(t) if digits > _COUNTED_DIGITS and not asked else None


def _come_upon(t: Timing) -> Timed | None:
    if t.value.unit.sort == "share" or not _told(t):
        return None  # 隐患整改率达100%
    return as_fact(t) if _COME_UPON.search(t.before) else None


def _passive(t: Timing) -> Timed | None:
    return as_fact(t, whole=True) if _told(t) and _PASSIVE.match(t.text, t.value.bound_end) else None


def _nearly(t: Timing) -> Timed | None:
    nearly = _NEARLY.search(t.before) or _SO_MANY.search(t.text, t.value.start, t.value.end)
    return as_fact(t) if nearly and _told(t) and not _MAY_BE_ASKED.match(t.before) else None


def _gained(t: Timing) -> Timed | None:
    start, end = t.value.end, t.sentence[1]
    gained = _told(t) and _GAINED.search(t.text, start, end)
    return as_fact(t, whole=True) if gained else None


def _kept(t: Timing) -> Timed | None:
    if not t.tells or t.by_then:
        return None
    kept = _KEPT.search(t.text, t.value.end, t.sentence[1] + 1)
    meant = kept and _TO_BE_KEPT.search(t.text, t.sentence[0], kept.end())
    return (Kind.PARAMETER, "") if kept and not meant else None


def _headline(t: Timing) -> Timed | None:
    start, end = t.sentence
    if start or not _told(t) or end > _LONGEST_HEADLINE or t.text[end : end + 1] != "\n":
        return None
    so_far = _HEADLINE.search(t.before) and not _AHEAD.search(t.text, start, end)
    return as_fact(t, whole=True) if so_far else None


_SOURCE = "GUIDE: facts are parameters without deadline"
VERB_RULES: tuple[Rule[Timing, Timed], ...] = (
    Rule(
        "summed up without a date",
        _summed,
        "为方便群众,市财政局累计筹措«3.2亿元»。",
        "为方便群众,市财政局力争累计筹措«3.2亿元»。",
        _SOURCE,
        needs=("累计", "先后", "相继", *(f"共{does}" for does in _SUMMED_VERBS)),
        state="told",
    ),
    Rule(
        "counted to the last one",
        _counted_out,
        "甲市养老床位数达到«105215张»。",
        "甲市养老床位数达到«105200张»。",
        _SOURCE,
        state="told",
    ),
    Rule(
        "come upon",
        _come_upon,
        "取缔无证托养场所«23家»。",
        "坚决取缔无证托养场所«23家»。",
        _SOURCE,
        needs=_COME_UPON_WORDS,
        state="told",
    ),
    Rule(
        "what was done to it",
        _passive,
        "«23家»无证托养场所被取缔。",
        "«23家»被取缔的托养场所重新开办。",
        _SOURCE,
        needs="被",
        state="told",
    ),
    Rule(
        "nearly so many",
        _nearly,
        "该县引进社会资本,带动就业近«9000人»。",
        "该县引进社会资本,计划新增就业近«9000人»。",
        _SOURCE,
        state="told",
    ),
    Rule(
        "what came of it",
        _gained,
        "在«38个»村推行巡护,独居老人享受到更好的服务。",
        "在«38个»村推行巡护,让独居老人享受到更好的服务。",
        _SOURCE,
        needs=_GAINED_WORDS,
        state="told",
    ),
    Rule(
        "promise kept",
        _kept,
        "新增床位«620张»,达成年度目标。",
        "新增床位«620张»,推动达成年度目标。",
        _SOURCE,
        needs=("承诺", "目标", "任务", "指标"),
    ),
    Rule(
        "headline that says how far",
        _headline,
        "全市养老床位数达«32.9万张»\n近日,全市召开会议。",
        "全市养老床位数将达«32.9万张»\n近日,全市召开会议。",
        _SOURCE,
        state="told",
    ),
)
