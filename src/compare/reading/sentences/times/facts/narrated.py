"""Values that a text narrates: what a place has, what took place, who took part, how it was before.

:data:`NARRATED_RULES` go by the words around the value, in order; only in texts that are no plans, and of
values without a date.
"""

from __future__ import annotations

import re

from compare.reading.cues import COMES_TO
from compare.reading.page.lines import line_start
from compare.reading.rules import Rule
from compare.reading.sentences.times.timing import BOUNDS, Timed, Timing, as_fact, sets_a_task

# 该中心占地2600平方米: one place is described.
_THIS_PLACE = re.compile(
    r"该(?:中心|院|机构|项目|驿?站|食堂|餐厅|助餐点|服务点|基地|公寓|社区|园|养老院|敬老院|平台|公司|企业|集团|品牌|协会|医院|学校)"
)
# 福寿园位于城东。内设单间42间: the sentence behind goes on about it
_ABOUT_A_PLACE = re.compile(r"该(?:中心|院|机构|站|公寓|园)|[院园站心寓]位于|坐落[于在]")
_HAS_IT = re.compile(
    r"(?<![增开建新])设有?|占地|分为|[建配]有|可(?:入住|容纳|接待|收住|提供)|共有|[一二三四五六]楼有"
)
# 院内设有床位120张: there are so many; 每个中心设有 is a norm, and what must be is aimed at.
_THERE_ARE = re.compile(r"(?:内设|[设拥]有|现设)[^,。;0-9每应须要]{0,14}$")
_NORM = re.compile("每|应|须|要|均|都|各|普遍|全部|不[低少小]|至少|实现|达|能够|可以")
_EVENTS = ("挂牌", "揭牌", "授牌", "启用", "投用", "开业", "亮相", "落成", "上线", "开园", "竣工")
# 首批15家老年友好社区正式授牌
_TOOK_PLACE = re.compile(rf"[^,。;0-9的]{{2,20}}(?:正式)?(?:{'|'.join(_EVENTS)})(?=[,。;\n]|$)")
_MADE = re.compile("[建增改开]|推|打造|培育|确保|实现|完成")
_FROM_AMONG = re.compile("来自[^,。;]{1,20}$")
# 由原来的40张增加到120张
_FROM_BEFORE = re.compile(
    rf"[由从](?:去年|上年|前年|年初|以前|过去|原来|原先|起初|最初|当初|成立时)的?[^,。;]{{1,14}}(?:{COMES_TO}|发展[到至为]|[增升扩][到至为])[^,。;0-9]{{0,4}}$"
)


def _this_place(t: Timing) -> Timed | None:
    start = t.sentence[0]
    told = _THIS_PLACE.match(t.text, *t.sentence) or (
        _HAS_IT.search(t.before)
        and "今年" not in t.text[start : t.value.start]
        and _ABOUT_A_PLACE.search(t.text, line_start(t.text, start), start)
    )
    return as_fact(t, whole=True) if told else None


def _there_are(t: Timing) -> Timed | None:
    if t.aims or t.value.comparator in BOUNDS or t.value.unit.sort not in ("count", "people"):
        return None
    there = _THERE_ARE.search(t.before) and not _NORM.search(t.text, t.sentence[0], t.value.start)
    return as_fact(t, whole=True) if there and not sets_a_task(t.text, t.sentence[0]) else None


def _took_place(t: Timing) -> Timed | None:
    took_place = not t.aims and _TOOK_PLACE.match(t.text, t.value.bound_end)
    asked = _MADE.search(t.before) or sets_a_task(t.text, t.sentence[0])
    return as_fact(t, whole=True) if took_place and not asked else None


def _took_part(t: Timing) -> Timed | None:
    took_part = _FROM_AMONG.search(t.before) and not sets_a_task(t.text, t.sentence[0])
    return as_fact(t) if took_part else None


def _from_before(t: Timing) -> Timed | None:
    changed = t.value.comparator not in BOUNDS and _FROM_BEFORE.search(
        t.text, max(t.sentence[0], t.value.start - 48), t.value.start
    )
    return as_fact(t) if changed else None


_SOURCE = "GUIDE: facts are parameters without deadline"
NARRATED_RULES: tuple[Rule[Timing, Timed], ...] = (
    Rule(
        "about this place",
        _this_place,
        "中心投入使用\n该中心设有床位«220张»。",
        "中心投入使用\n该中心将新建床位«220张»。",
        _SOURCE,
        needs=(
            "该",
            "设有",
            "内设",
            "设单",
            "设床",
            "占地",
            "分为",
            "有",
            "可入",
            "可容",
            "可接",
            "可收",
            "可提",
        ),
        state="told",
    ),
    Rule(
        "what there is",
        _there_are,
        "走进敬老院,院内设有床位«120张»。",
        "每个敬老院设有床位«120张»。",
        _SOURCE,
        needs=("内设", "设有", "拥有", "现设"),
        state="told",
    ),
    Rule(
        "what took place",
        _took_place,
        "日前,首批«15家»老年友好社区正式授牌。",
        "日前,首批«15家»老年友好社区名单。",
        _SOURCE,
        needs=_EVENTS,
        state="told",
    ),
    Rule(
        "who took part",
        _took_part,
        "来自各县的«68名»护理员参加培训。",
        "选派各县的«68名»护理员参加培训。",
        _SOURCE,
        needs=("来自",),
        state="told",
    ),
    Rule(
        "changed from what it was",
        _from_before,
        "养老床位由原来的40张增加到«120张»。",
        "养老床位由40张增加到«120张»。",
        _SOURCE,
        needs="由从",
        state="told",
    ),
)
