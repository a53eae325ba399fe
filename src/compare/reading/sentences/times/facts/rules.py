"""What the time a value is stated for makes of its kind: what is so already is no target.

:data:`TIME_RULES` decide after the words have, in order.
"""

from __future__ import annotations

import re

from compare.model import Kind
from compare.reading.cues import AT_PRESENT, CHANGES, COMES_TO, MERGES
from compare.reading.quantities.indicator_lines import label_of
from compare.reading.rules import ByKind, Rule, first
from compare.reading.sentences.times.facts.against_goals import AGAINST_RULES, ASKED_RULES
from compare.reading.sentences.times.facts.background import BACKGROUND_RULES
from compare.reading.sentences.times.facts.compared import COMPARED_RULES
from compare.reading.sentences.times.facts.dated_rates import DATED_RATE_RULES
from compare.reading.sentences.times.facts.narrated import NARRATED_RULES
from compare.reading.sentences.times.facts.past_dates import PAST_DATE_RULES
from compare.reading.sentences.times.facts.population import POPULATION_RULES
from compare.reading.sentences.times.facts.reported import REPORTED_RULES
from compare.reading.sentences.times.facts.stock import STOCK_RULES
from compare.reading.sentences.times.facts.told_as_done import RESULT_RULES, TASK_RULES
from compare.reading.sentences.times.facts.verb_phrases import VERB_RULES
from compare.reading.sentences.times.timing import Timed, Timing

_FROM = re.compile(r"[由从][^,。;由从]{0,24}$")

_RISES = re.compile(
    rf"[^,。;0-9]{{0,4}}(?:{COMES_TO}|达到?(?=约?[0-9])|(?:{MERGES}|调减)[为成至到]|[增升降减][至到]"
    rf"|(?:{CHANGES})了?[0-9.]++个?(?:百分点|%))"  # 由45%提高10个百分点
)
# 较目前的76.34岁继续增长: where a change begins.
_OF_NOW = re.compile(rf"[较比由从与同在](?:{AT_PRESENT}|现行)(?:水平)?(?:平均)?的?约?$")
#: What the sentence tells of itself, in the order of the table.
_TOLD_RULES = (*TASK_RULES, *COMPARED_RULES, *STOCK_RULES, *RESULT_RULES)


def _start_of_a_change(t: Timing) -> Timed | None:
    changes = _FROM.search(t.text, t.floor, t.value.start) and _RISES.match(t.text, t.value.bound_end)
    return (Kind.PARAMETER, "") if changes else None


def _level_of_now(t: Timing) -> Timed | None:
    return (Kind.PARAMETER, "") if _OF_NOW.search(t.before) else None


def _of_an_indicator(t: Timing) -> Timed | None:
    line = label_of(t.text, t.value.start) if t.kind is Kind.STANDARD and t.deadline else None
    return (Kind.TARGET, t.deadline) if line and line[1] else None


TIME_RULES: ByKind[Timing, Timed] = ByKind(
    (
        *ASKED_RULES,
        Rule(
            "start of a change",
            _start_of_a_change,
            "护理型床位占比由«45%»提高至65%。",
            "护理型床位占比由45%提高至«65%»。",
            "GUIDE: facts are parameters",
            needs="由从",
        ),
        Rule(
            "before an arrow",
            lambda t: (Kind.PARAMETER, "") if t.text.startswith("→", t.value.bound_end) else None,
            "护理型床位占比:«45%»→65%。",
            "护理型床位占比:45%→«65%»。",
            "GUIDE: facts are parameters",
            needs="→",
        ),
        Rule(
            "level of now",
            _level_of_now,
            "到2027年,护理型床位占比较目前的«45%»进一步提高。",
            "到2027年,护理型床位占比较目前提高«45%»。",
            "GUIDE: facts are parameters without deadline",
            needs="前在有行",
        ),
        *POPULATION_RULES,
        *BACKGROUND_RULES,
        *PAST_DATE_RULES,
        *_TOLD_RULES,
        *AGAINST_RULES,
        *NARRATED_RULES,
        *VERB_RULES,
        Rule(
            "indicator given year by year",
            _of_an_indicator,
            "每千人口托位数(个):2025年«4.5»,预期性。",
            "每千人口托位数(个):不少于«4.5»。",
            "GUIDE: something to be achieved is a target",
        ),
        *DATED_RATE_RULES,
        *REPORTED_RULES,
    )
)
#: Rules that say that a value is so already, and those behind it in the sentence with it.
FACTS = frozenset(
    {
        "part that looks back",
        "summed up",
        "change since a year",
        "change that came about",
        "how much it changed by",
        *(rule.name for rule in POPULATION_RULES),
        *(rule.name for rule in _TOLD_RULES),
        *(rule.name for rule in AGAINST_RULES),
        *(rule.name for rule in NARRATED_RULES),
        *(rule.name for rule in VERB_RULES),
    }
) - {"all there are", "nearly so many"}
#: All rules of the kind that a value has because its time is over.
OVER = FACTS | {
    "level of now",
    "all there are",
    "nearly so many",
    *(rule.name for rule in BACKGROUND_RULES),
    *(rule.name for rule in PAST_DATE_RULES),
    *(rule.name for rule in REPORTED_RULES),
}


TimeRules = tuple[Rule[Timing, Timed], ...]


def rules_for(sentence: str, *, dated: bool, tells: bool) -> TimeRules:
    """The rules that can apply to the values of a sentence which a date governs, or none, in a text that is
    a plan or one that ``tells``."""
    return TIME_RULES("", sentence, "dated" if dated else "told" if tells else "")


def timed_kind(timing: Timing, rules: TimeRules) -> tuple[Timed, str]:
    """Kind and deadline of a value by its time, and the rule that decided, "" if time changes nothing."""
    return first(rules, timing) or ((timing.kind, timing.deadline), "")
