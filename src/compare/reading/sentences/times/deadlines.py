"""Which deadline governs a value: :data:`DEADLINE_RULES`, in order.

A lead-in (到2022年,) governs the clauses after it up to the next deadline or full stop. It crosses
a full stop only inside a passage that states overall goals (a heading with 目标, a sentence that announces
goals, stages of several years in neighbouring paragraphs), and a line end only
into the list it announces (到2025年,完成以下任务:; a heading 2024年为民办实事项目 over items that are
no sentences). A date inside a clause, or behind the value,
governs that clause alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from compare.reading.page.clauses import Clauses
from compare.reading.quantities.dates import Date
from compare.reading.rules import ByKind, Rule, first
from compare.reading.sentences.times.carry import Reach
from compare.reading.sentences.times.dates import leading, trailing
from compare.reading.sentences.times.dates.governed import (
    DATES_ON,
    Governed,
    Span,
    governed,
    only_begins,
    within,
)

_DEADLINE_RULES: tuple[Rule[Governed, Date], ...] = (
    Rule(
        "year of the number itself",
        leading.own_year,
        "护理型床位占比由45%提高至2025年的«60%»。",
        "到2025年,护理型床位占比由2020年的45%提高至«60%»。",
        "GUIDE: one row per value with one deadline",
        only=("dated",),
    ),
    Rule(
        "one of as many years",
        leading.one_of_as_many,
        "到2026年、2028年,护理型床位占比达到«60%»、70%。",
        "到2026年、2028年,护理型床位占比均达到«60%»。",
        "GUIDE: one row per value with one deadline",
        only=("dated",),
    ),
    Rule(
        "all of them by",
        trailing.all_of_them,
        "2025年新建站点«12个»,改造敬老院5所,均于9月底前完工。",
        "2025年新建站点«12个»,改造敬老院5所,于9月底前完工。",
        "GUIDE: the deadline is that of the sentence or of its lead-in",
        only=("dated",),
    ),
    Rule(
        "its own, behind",
        trailing.own_behind,
        "2025年新建站点8个,其中«3个»于6月底前投用。",
        "2025年新建站点8个,其中«3个»投用。",
        "GUIDE: one row per value with one deadline",
        only=("dated",),
    ),
    Rule(
        "in its own bracket",
        trailing.own_bracket,
        "到2027年,建成街道中心«8个»(2026年底前完成)、村级站点60个。",
        "到2027年,建成街道中心«8个»(2025年已建3个)、村级站点60个。",
        "GUIDE: one row per value with one deadline",
        only=("dated",),
    ),
    Rule(
        "next from then on",
        leading.next_from_then,
        "护理型床位占比2024年达到55%,2025年起不低于«60%»。",
        "护理型床位占比2024年达到55%,其中农村不低于«60%»。",
        "GUIDE: a date may govern expressly (2025年起…)",
        only=("dated",),
    ),
    Rule(
        "lead-in of the sentence",
        leading.led_in,
        "到2025年,护理型床位占比达到«60%»。",
        "护理型床位占比达到«60%»。",
        "GUIDE: 到2022年,… governs the list that follows",
        only=("dated",),
    ),
    Rule(
        "in the clause before",
        leading.clause_before,
        "助餐服务覆盖率到2027年达到95%,其中农村达到«70%»。",
        "助餐服务覆盖率到2027年达到95%;护理型床位占比达到«70%»。",
        "GUIDE: 到2022年,… governs the list that follows",
    ),
    Rule(
        "behind, in the clause",
        trailing.in_clause,
        "护理型床位占比达到«60%»在2025年底前。",
        "护理型床位占比达到«60%»。2025年底前实施。",
        "GUIDE: the deadline is that of the sentence or of its lead-in",
        only=("dated",),
    ),
    Rule(
        "behind, in a clause of its own",
        trailing.clause_of_its_own,
        "护理型床位占比达到«60%»,2025年底前完成。",
        "护理型床位占比达到«60%»,2025年底前新增床位30张。",
        "GUIDE: the deadline is that of the sentence or of its lead-in",
        only=("dated",),
    ),
    Rule(
        "norm by which it is done then",
        trailing.by_this_measure,
        "老旧小区按照每百户不低于«15平方米»标准,于2025年底前通过购置、置换、租赁等方式补齐。",
        "老旧小区按照每百户不低于«15平方米»标准,于2025年底前通过购置等方式新增用房300平方米。",
        "GUIDE: the deadline of a norm inside a dated sentence is the sentence's",
        only=("dated",),
    ),
    Rule(
        "project there by then",
        trailing.project_there,
        "投资«6800万元»新建县养老服务中心,规划占地30亩、床位300张,2027年建成使用。",
        "投资«6800万元»新建县养老服务中心,改造敬老院2所,2027年建成使用。",
        "GUIDE: the deadline is that of the sentence or of its lead-in",
        only=("dated",),
    ),
    Rule(
        "at the end of the sentence",
        trailing.closes_sentence,
        "新增床位«300张»,改造敬老院3所,培训护理员500人次,于2025年底前完成。",
        "新增床位«300张»,改造敬老院3所;培训护理员500人次,于2025年底前完成。",
        "GUIDE: the deadline is that of the sentence or of its lead-in",
        only=("dated",),
    ),
    Rule(
        "in the bracket behind",
        trailing.bracket_behind,
        "护理型床位占比达到«60%»。(牵头单位:民政局;完成时限:2025年12月底前)",
        "护理型床位占比达到«60%»。(牵头单位:民政局)",
        "GUIDE: the deadline is that of the sentence or of its lead-in",
    ),
    Rule(
        "term named behind",
        trailing.term_behind,
        "1.护理型床位占比达到«60%»。完成时限:2025年底前。",
        "1.护理型床位占比达到«60%»。2.完成时限:2025年底前。",
        "GUIDE: the deadline is that of the sentence or of its lead-in",
    ),
    Rule(
        "from then on",
        leading.from_then,
        "自2023年起,护理型床位占比提高到«60%»。",
        "自2023年起,每年新增床位«300张»。",
        "GUIDE: a date may govern expressly (2025年起…)",
        only=("dated",),
    ),
    Rule(
        "lead-in carried on",
        leading.carried,
        "一、工作目标\n到2025年,建成中心。护理型床位占比达到«60%»。",
        "一、主要任务\n到2025年,建成中心。护理型床位占比达到«60%»。",
        "GUIDE: a deadline crosses a full stop only inside a passage of overall goals",
    ),
)


DEADLINE_RULES = ByKind(_DEADLINE_RULES)


def govern(
    dates: Sequence[Date],
    starts: Sequence[int],
    text: str,
    clauses: Clauses,
    position: int,
    clause: Span,
    carry: Reach,
) -> tuple[Date, str] | None:
    """The date that governs the value at ``position`` and the rule that says so, None if none does.

    ``starts`` are the dates' offsets, ``clause`` the span of the value's clause.
    """
    if not dates:
        return None
    sentence = clauses.sentence(position)
    before = within(dates, starts, sentence[0], position)
    behind = bisect_left(starts, position)
    later = dates[behind : min(bisect_left(starts, sentence[1]), behind + DATES_ON)]
    if later:
        later = [date for date in later if not only_begins(text, clauses, date)]
    return first(
        DEADLINE_RULES("dated" if before or later else ""),
        governed(dates, starts, text, clauses, position, clause, carry, sentence, before, later),
    )
