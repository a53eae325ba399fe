"""What topic of ``topics.yaml`` a statement stands under: the nearest that the words over it name, of its
table, its list, its headings or the title of its document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from compare.coding.book.document_topics import Topic
from compare.coding.indicators.context.bare import SAID, WHOM
from compare.coding.indicators.context.blanking import without_asides
from compare.coding.indicators.context.cell_heads import cell_of
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.context.titles import title_of
from compare.coding.indicators.headings_above import (
    lead_in,
    names_nothing,
    opening,
    table_title,
    unnumbered_title,
)
from compare.coding.indicators.heads import Heads
from compare.reading.cues import MODALS

#: Between the parts of a heading that names several things.
_JOINT = re.compile("[、,，和与及或暨](?=[一-龥《])")
_ISSUED = re.compile(
    "^.*关于(?:印发|转发|下达|提前下达|拨付|提高|调整|做好|开展|实施|落实|公布|进一步|加强|组织)*"
)
#: What a part of a joined heading may be that names no thing of its own (助餐服务|和管理办法).
_FORM = (
    "特困|低保|低收入|残疾|计生|中央|[省市县区]级|各级|保障|服务|管理|监督|监管|运营|运行|扶持|支持|评估|工程|工作|行动|项目|体系|制度|试点|"
    "总结|下一步|打算|思路|情况|汇报|[试暂]行|办法|方案|细则|通知|意见|规划|计划|措施|标准|政策|规定|公告|资金|经费"
)
_PART = re.compile(f"(?:{_FORM}|{WHOM}|{SAID})*+")
#: What may stand beside any value.
_BESIDE = (
    f"{MODALS}|稳定在?|保持在?|维持|突破|仅|只|约|均|其|本[市县区省州旗]?|该|由|其余|剩余|超额?|总(?:量|额|数)?|规模|数量?|原则上|一般|标准|"
    "前|后|单|预计|预期|拟|首批|首年|上年|较|比|[中省市县区镇]央?级|级|能|在|占(?![地床])|等|“[^“”]{2,12}”|考核|评[定估]|不足|经|同步|逐步|基本|全部|享受|所需|执行|计算|分档"
)
#: A heading of form alone, which any topic goes on beneath, or whom a document addresses.
_PASSING = re.compile(
    "各[一-龥、,，()（）]{2,40}(?:局|委|部门|单位|政府|办|企业|机构)|现将[一-龥]{2,10}如下|"
    "(?:主要|重点|具体|总体|基本|组织|政策|工作|保障|实施|建设|发展|年度|近期|远期|资金|经费|扶持|激励|补[贴助]|规划|现状|已|所|开展|"
    "总则|附则|任务|目标|要求|措施|步骤|安排|领导|情况|原则|内容|来源|标准|规定|投入|分解|进度|基础|成效|打算|问题|指标|布局|方向|规模|监督|考核|管理|"
    "[、和及与的])++"
)


class Under(NamedTuple):
    """A topic with the words that name it, and those that were passed on the way to them."""

    topic: Topic
    words: str
    passed: tuple[str, ...]


def under(context: Surroundings, topics: Mapping[str, Topic], heads: Heads) -> Under | None:
    """The topic a statement stands under; None where the nearest words that name one name another thing."""
    text = context.text
    of_care = heads.is_of_care(text)
    title = title_of(text)
    above = [*filter(None, _above(context))]
    for number, words in enumerate((*above, title)):
        if heads.fields(words, text):
            return None
        for topic in topics.values():
            if topic.named.search(words) and (of_care or not topic.of_care or heads.speaks_of_care(words)):
                found = _named_by(topic, words, topics, heads)
                return Under(found, words, tuple(above[:number])) if found else None
    whole = (topic for topic in topics.values() if topic.of_care == "all")
    return next((Under(topic, "", tuple(above)) for topic in whole if of_care), None)


def _named_by(topic: Topic, words: str, topics: Mapping[str, Topic], heads: Heads) -> Topic | None:
    """The topic that words name alone. Where they have what it excludes (养老服务补贴|实施办法, which may be
    about subsidies of any sort), a wider one; where they name others of care beside it, the widest."""
    own = _ISSUED.sub("", words)
    found: Topic | None = topic
    if _stands_alone(topic, words):
        while found is not None and any(one.search(own) for one in found.excludes):
            found = topics.get(found.part_of)
        return found
    if not all(_PART.fullmatch(part) or heads.is_in_care(part) for part in _JOINT.split(own)):
        return None
    while found is not None and found.part_of:
        found = topics.get(found.part_of)
    return None if found is topic else found


def _above(context: Surroundings) -> Iterator[str]:
    """The words over a statement, the nearest first."""
    passages, at, text = context.passages, context.statement.passage, context.text
    if passages:
        here = passages[at]
        if cell_of(context.statement):
            yield table_title(context)
        else:
            yield context.lead()
            yield lead_in(passages, at, text)
        if opening(text, here) <= context.statement.start:
            yield without_asides(here.heading)
        _, *higher = context.headings().split("\n")
        yield from map(without_asides, higher)
        name = unnumbered_title(passages, at, text)
        yield "" if name in title_of(text) else name


@lru_cache(maxsize=256)
def _stands_alone(topic: Topic, words: str) -> bool:
    """Whether words name a topic and nothing beside it (助餐服务和管理办法, but not 助餐和助浴服务办法)."""
    words = _ISSUED.sub("", words)
    parts = _JOINT.split(words)
    return topic.named.search(words) is not None and all(
        topic.named.search(part) or _PART.fullmatch(part) or bare_words(topic).fullmatch(part)
        for part in parts
    )


def is_named(topic: Topic, words: str) -> bool:
    """Whether words name a topic and nothing beside it, and have nothing that it excludes."""
    own = _ISSUED.sub("", words)
    return _stands_alone(topic, words) and not any(one.search(own) for one in topic.excludes)


def is_of_title(topic: Topic, text: str) -> bool:
    """Whether the title of a document says that all of it is about a topic, and this is enough."""
    return topic.title_suffices and is_named(topic, title_of(text))


@lru_cache(maxsize=64)
def bare_words(topic: Topic) -> re.Pattern[str]:
    """Words that name no other thing under a topic."""
    words = f"{topic.words}|" if topic.words else ""
    return re.compile(f"(?:{words}{WHOM}|{SAID}|{_BESIDE})*+")


def passes(topic: Topic, words: str) -> bool:
    """Whether a heading between a topic and its value names no other thing."""
    return (
        names_nothing(words)
        or _PASSING.fullmatch(words) is not None
        or bare_words(topic).fullmatch(words) is not None
        or topic.named.search(words) is not None
    )
