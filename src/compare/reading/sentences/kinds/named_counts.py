"""Counts that are named, not aimed at: points of a rating, parts of a list, a whole of which some have it."""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.cues import FACILITY_COUNTERS, HAVING, SOME_DO, SOME_HAVE, WHOLE
from compare.reading.rules import Rule
from compare.reading.sentences.kinds.wording import KindRule, Wording

# 全市130个社区中已有96个, 全区18个街道有15个: a whole, of which some have something
_OF_WHICH = re.compile(rf"{WHOLE}{SOME_HAVE}[0-9]+(?:{FACILITY_COUNTERS})(?:{HAVING})?(?={SOME_DO})")
# 6个街道分别打造1—2家: how many there are that each have their own
_EACH_THEIRS = re.compile(
    rf"[一-龥()、]{{0,6}}?(?:街道|[乡镇县区市村]|社区|机构)(?:分别|各自?)(?!类|级|项|种)[^,。;0-9]{{0,10}}[0-9]+(?:(?:-{{1,2}}|至|到)[0-9]+)?(?:{FACILITY_COUNTERS}|名|人|支)"
)
# 环境设施30分, 75—89分的评为AA级
_RATED = re.compile(
    "权重|评定|评为|评审|得分|满分|百分制|分值|[计记扣加]分|考核|等级|分以上为|以下为|不予|取消|暂停|淘汰"
)
# 依托已建成的18家机构, 借助全县12个网点
_RESTS_ON = re.compile(
    "(?:依托|借助|依靠)(?:[全本我][市县区州省旗镇乡]|现有|已有|原有|已建成?|已建立|已投用|已运营|的)*+$"
)
# 分为基础类7项和可选类23项
_PARTED = re.compile(
    # 改造内容包括“基础7项”和“可选23项”
    r"(?:分为|内容(?:包括|包含|涵盖))[^,。;建设增]{0,24}$"
    # 服务清单包括5大类22项
    r"|(?:清单|目录|菜单|服务包)(?:管理,|内容|项目)?(?:共计?|共?有|合计|包括|包含|涵盖|设有?|计|为)(?:[0-9]{1,3}大?类)?$"
)
# 分为基础类和可选类,共7大类30项,其中基础类7项
_PARTS = re.compile(
    r"(?:共|共有|共计|合计|其中[^,。;建设增完成]{2,8}|[^,。;建设增完成]{2,8}类)(?:[0-9]{1,3}大?类)?$"
)
# 就高享受1项补贴, 最多可领取2种
_TAKEN = re.compile(r"(?:享受|领取|申领|申请|选择|选)(?:其中)?$")
_SET = ("项", "类", "种")
# 有五项及以上指标异常的视为失能: how many of a set must hold
_HOLDS = re.compile(r"(?:符合|满足|具备|有|存在|出现|发现)$")
_THEN = re.compile(r"[^,。;]{0,14}?(?:的(?=[,。;视认]|$)|视[为同]|即)")
_OF_A_LIST = re.compile("分为|清单|目录|菜单|服务包|大类")


def _points(w: Wording) -> Kind | None:
    if w.unit != "分":
        return None
    words = w.opening + w.before + w.tail
    marked = w.before.endswith(("扣", "加", "扣减", "扣除", "计", "记"))  # 投诉一次扣2分
    return Kind.PARAMETER if (marked or _RATED.search(words)) and "满意" not in words else None


def _parts_of_a_list(w: Wording) -> Kind | None:
    if w.unit not in ("项", "类", "种"):
        return None
    part = _PARTS.fullmatch(w.before) and _OF_A_LIST.search(w.opening)
    return Kind.PARAMETER if part or _PARTED.search(w.before) else None


def _taken(w: Wording) -> Kind | None:
    return Kind.PARAMETER if w.unit in _SET and _TAKEN.search(w.before) else None


def _so_many_hold(w: Wording) -> Kind | None:
    holds = w.bounded and w.unit in _SET and _HOLDS.search(w.before) and _THEN.match(w.tail)
    return Kind.PARAMETER if holds else None


def _rests_on(w: Wording) -> Kind | None:
    return Kind.PARAMETER if _RESTS_ON.search(w.before) else None


def _whole(w: Wording) -> Kind | None:
    words = w.tail + w.following
    return Kind.PARAMETER if _OF_WHICH.match(words) or _EACH_THEIRS.match(words) else None


NAMED_COUNT_RULES: tuple[KindRule, ...] = (
    Rule(
        "points of a rating",
        _points,
        "评定采用百分制,其中环境设施«30分»。",
        "群众满意度得分达到«90分»。",
        "GUIDE: conditions and awards per grade are parameters",
        only=("score", "count"),
    ),
    Rule(
        "parts of a list",
        _parts_of_a_list,
        "适老化改造分为基础类«7项»和可选类23项。",
        "新增服务«7项»。",
        "GUIDE: stock facts are parameters",
        only=("count",),
    ),
    Rule(
        "so many that one may take",
        _taken,
        "符合多项条件的,就高享受«1项»补贴。",
        "新增补贴«1项»。",
        "GUIDE: what each person gets is a parameter",
        only=("count",),
    ),
    Rule(
        "so many of a set that hold",
        _so_many_hold,
        "有«5项»以上指标不能完成视为完全失能。",
        "有«5项»以上指标进入全省前列。",
        "GUIDE: conditions are parameters",
        only=("count",),
        state="bound",
    ),
    Rule(
        "what it rests on",
        _rests_on,
        "依托«12家»养老机构开展上门服务。",
        "新建«12家»养老机构开展上门服务。",
        "GUIDE: stock facts are parameters",
        only=("count", "people"),
    ),
    Rule(
        "whole of which some have it",
        _whole,
        "全区«18个»街道有15个建成综合养老服务中心。",
        "全区新建«18个»街道综合养老服务中心。",
        "GUIDE: facts (现有, 已建成) are parameters",
        only=("count",),
    ),
)
