"""By which rule a statement has its scope: :data:`SCOPING_RULES`, in order; what holds for the whole area
needs none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from compare.coding.book.codebook import GENERAL, OTHER, Indicator, Scope
from compare.coding.indicators.candidates import Matcher
from compare.coding.indicators.context.extents import says_when
from compare.coding.indicators.context.surroundings import Surroundings
from compare.coding.indicators.parts_of_counts import OWNERS, is_state
from compare.coding.scoping.tiers import tier
from compare.reading.rules import Rule, first
from compare.reading.sentences.scopes.setting import FACILITY_UNITS


class Scoped(NamedTuple):
    """The id of a scope, and the words that say it."""

    scope: str
    words: str


class StatementInContext(NamedTuple):
    """A statement in its surroundings, with the indicator that it was given."""

    context: Surroundings
    matcher: Matcher
    indicator: Indicator | None

    def scope(self, words: str) -> str:
        """The scope that words name, "" where they name none."""
        return self.matcher.scope(words) if words else ""

    def scopes_that_reach(self) -> Iterator[Scope]:
        """Those that may be said ahead of a value of this indicator."""
        for scope in self.matcher.codebook.scopes.values():
            if self.indicator and self.indicator.id in scope.reaches:
                yield scope


def scope_of(context: Surroundings, matcher: Matcher, indicator: Indicator | None) -> tuple[str, str, str]:
    """The scope of a statement, the words that say it and the rule; the whole area where no rule applies,
    with the restriction that says it (全州) or ""."""
    found = first(SCOPING_RULES, StatementInContext(context, matcher, indicator))
    if found is None:
        return GENERAL, context.statement.scope_text, ""
    (scope, words), rule = found
    return scope, words, rule


def _step_of_sums(p: StatementInContext) -> Scoped | None:
    """What an indicator's sums are staggered by; which of several steps is meant may stay open, and then the
    sum is compared with none."""
    steps = p.matcher.codebook.steps(p.indicator) if p.indicator else ()
    found = tier(p.context, steps) if steps else ()
    if not found:
        return None
    open_which = len(found) > 1 and OTHER in p.matcher.codebook.scopes
    return Scoped(OTHER if open_which else found[0], p.context.part_before())


def _restricted(p: StatementInContext) -> Scoped | None:
    # 全州 says nothing that restricts: the subject may still (全州敬老院院长培训率).
    restriction = p.context.statement.scope_text
    scope = p.scope(restriction)
    return Scoped(scope, restriction) if scope not in ("", GENERAL) else None


def _said_of_itself(p: StatementInContext) -> Scoped | None:
    counts_facilities = p.context.statement.unit in FACILITY_UNITS
    for words in p.context.of_the_statement():
        scope = p.scope(words)
        if scope in ("", GENERAL):
            continue
        # A counted facility names the thing; where its beds or coverage are measured, it is the scope.
        if not counts_facilities or p.matcher.codebook.scopes[scope].restricts_counts:
            return Scoped(scope, words)
    return None


def _said_ahead(p: StatementInContext) -> Scoped | None:
    """The scope of a clause before the value, else of the heading; None where they name several."""
    reaching = tuple(p.scopes_that_reach())
    if not reaching:
        return None
    heading = next(filter(None, p.context.headings().split("\n")), "")
    for words in (p.context.part_before(), heading):
        named = [one.id for one in reaching if any(wording.pattern.search(words) for wording in one.match)]
        if named:
            return Scoped(named[0], words) if len(named) == 1 else None
    return None


def _of_some(p: StatementInContext) -> Scoped | None:
    statement = p.context.statement
    if OTHER not in p.matcher.codebook.scopes:
        return None
    restriction = statement.scope_text
    unknown = bool(restriction) and not p.scope(restriction)
    if unknown or _is_part_of_whole(p) or p.context.is_described_part():
        return Scoped(OTHER, restriction or statement.subject)
    return None


def _is_part_of_whole(p: StatementInContext) -> bool:
    """Whether a part (公办29家, 正在施工52个) is coded as the whole, not as a kind of its own (民办)."""
    subject = p.context.statement.subject
    of_one_owner = subject in OWNERS and not (p.indicator and p.indicator.one_owner)
    # 截至目前 says when, not how far
    return of_one_owner or (is_state(subject) and not says_when(subject))


SCOPING_RULES: tuple[Rule[StatementInContext, Scoped], ...] = (
    Rule(
        "step of a ladder of sums",
        _step_of_sums,
        "养老机构被评定为五级的奖励«20万元»。",
        "五级养老机构床位达到«2000张»。",
        "GUIDE: awards per grade (五级15万元), one row a value",
    ),
    Rule(
        "restriction of the statement",
        _restricted,
        "新建居住区按每百户«20平方米»配建养老服务用房。",
        "全市养老服务用房按每百户«20平方米»配建。",
        "GUIDE: short qualifier that distinguishes it",
    ),
    Rule(
        "named in the statement's own words",
        _said_of_itself,
        "特困供养服务机构入住率达到«50%»。",
        "建成特困供养服务机构«5家»。",
        "GUIDE: short qualifier that distinguishes it",
    ),
    Rule(
        "named ahead of it",
        _said_ahead,
        "地方各级政府彩票公益金要加大倾斜力度，将不低于«55%»的资金用于发展养老服务。",
        "政府彩票公益金要加大倾斜力度，将不低于«55%»的资金用于发展养老服务。",
    ),
    Rule(
        "restriction outside the codebook",
        _of_some,
        "已建成老年食堂52个，其中正在施工的«12个»。",
        "全市新增养老床位«300张»。",
    ),
)
