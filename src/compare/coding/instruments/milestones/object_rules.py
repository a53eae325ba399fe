"""What the action of a milestone is done to, in order of evidence: :data:`OBJECT_RULES`."""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.coding.instruments.milestones.clause_dates import ClauseDate
from compare.reading.rules import Rule, first

_BEFORE = re.compile(
    r"^(?:[0-9()]{2,4}|确保|力争|争取|对于|并|由|,|、|:|要|应|均|将|把|前)+"
    r"|(?:在|于|[应要需]|,|、|全部|全面|正式|基本|均|计划)+$"
)
BEHIND = re.compile(
    r"^(?:,|、|全面|加快|积极|推进|推行|推广|加大|加强|开展|实施(?!细则|方案|意见|办法)|执行|实行|完成|完善|并?启用|好|了|对(?=.{4})|的)+"
    r"|(?:[,、并]?报[^,]{2,16}(?:审定|审批|批准|备案|审议))?(?:并|等)?[,、;。|]*$|\([^()]*\)?[,、;。|]*$"
)
_ACTOR = re.compile(
    r"^(?:地区|[全各][^,将]{1,6}|[^,将]{0,6}(?:部门|政府)|[^,、将的]{2,14}(?:局|委|厅|办|院|部门))(?:[和与、会同][^,将]{2,12}部门)?"
    r"(?:将|把|要|应当?|须|均)"
)
TO_WHOM = re.compile(
    r"^(?:送|到|至|给|请)?[^,]{0,20}(?:部门|单位|局|委|厅|办公室|办|政府|党委|领导小组|备案|审定|审批)$"
)
_TAKEN = re.compile(r"(?:将|把)(?P<what>[^,]{2,60})$")
#: Words behind a verb fewer than this say nothing of what is done (完成整改): those before it do.
_SHORT = 4
Span = tuple[int, int]

#: The rule of what stands where it mostly does.
BEHIND_THE_VERB = "words behind the verb"


class Action(NamedTuple):
    """A clause with the span of its verb, its date, and where what is done next begins."""

    text: str
    verb: Span
    date: ClauseDate | None
    stop: int

    @property
    def behind(self) -> Span:
        """The words behind the verb."""
        return trimmed(self.text, self.verb[1], self.stop, BEHIND)

    @property
    def few(self) -> bool:
        """Whether those say nothing of what is done (完成整改), or only to whom it goes."""
        start, end = self.behind
        return end - start < _SHORT or TO_WHOM.match(self.text[start:end]) is not None

    @property
    def since(self) -> int:
        """Where the words between date and verb begin."""
        return self.date.end if self.date and self.date.end <= self.verb[0] else 0


def object_of(text: str, verb: Span, date: ClauseDate | None, stop: int) -> tuple[Span, str]:
    """The span of what an action is done to, and the rule."""
    found = first(OBJECT_RULES, Action(text, verb, date, stop))
    assert found is not None  # the last rule always applies
    return found


def trimmed(text: str, start: int, end: int, edges: re.Pattern[str]) -> Span:
    """The stretch without the words at its edges that are no part of the thing."""
    words = text[start:end]
    spans = [match.span() for match in edges.finditer(words) if match.end() > match.start()]
    left = next((stop for begin, stop in spans if not begin), 0)
    right = next((begin for begin, _ in spans if begin), len(words))
    return start + left, start + max(left, right)


def _begun(a: Action) -> Span | None:
    if a.date is None or not a.date.since:
        return None
    start, end = a.behind
    actor = _ACTOR.match(a.text[start:end])
    return trimmed(a.text, start + actor.end(), end, BEHIND) if actor else (start, end)


def _taken_up(a: Action) -> Span | None:
    taken = _TAKEN.search(a.text, a.since, a.verb[0]) if a.few else None
    return trimmed(a.text, *taken.span("what"), _BEFORE) if taken else None


def _taken_in(a: Action) -> Span | None:
    taken_in = a.text[slice(*a.verb)].endswith("纳入")
    return trimmed(a.text, a.since, a.stop, _BEFORE) if taken_in else None


def _before_the_verb(a: Action) -> Span | None:
    return _before(a, a.since, a.verb[0])


def _before_the_date(a: Action) -> Span | None:
    return _before(a, 0, a.date.start) if a.date else None


def _before(a: Action, start: int, end: int) -> Span | None:
    before = trimmed(a.text, start, end, _BEFORE) if a.few else (0, 0)
    told = before[1] - before[0] >= _SHORT and not _ACTOR.fullmatch(a.text[slice(*before)] + "将")
    return before if told else None


OBJECT_RULES: tuple[Rule[Action, Span], ...] = (
    Rule("what is begun", _begun, "自2023年起«施行长期护理保险制度»。", "2023年底前出台«长期护理保险制度»。"),
    Rule(
        "what 将 takes up",
        _taken_up,
        "2023年底前将«养老服务设施规划»编制完成。",
        "2023年底前编制完成«养老服务设施规划»。",
    ),
    Rule(
        "what is taken in",
        _taken_in,
        "2023年底前将«助餐服务纳入政府购买目录»。",
        "2023年底前出台«助餐服务目录»。",
    ),
    Rule(
        "words before the verb",
        _before_the_verb,
        "2023年底前«敬老院消防整改»全部完成。",
        "2023年底前完成«敬老院消防整改»。",
    ),
    Rule(
        "words before the date",
        _before_the_date,
        "«敬老院消防整改»于2023年底前完成。",
        "2023年底前«敬老院消防整改»全部完成。",
    ),
    Rule(
        BEHIND_THE_VERB,
        lambda a: a.behind,
        "2023年底前完成«敬老院消防整改»。",
        "2023年底前«敬老院消防整改»全部完成。",
    ),
)
