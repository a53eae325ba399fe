"""Where a plan talks, where it commits to a number, and how strictly it speaks: rows of ``themes``.

Shares are over clauses, each clause that a plan repeats word for word once. Intervals are 95 %
percentile bootstrap intervals (Efron 1979) over clauses, drawn sentence by sentence, because the
clauses of one sentence hang together (cluster bootstrap; Field and Welsh 2007). The draws depend on
nothing but the plan's id and its clauses: neither on the other plans nor on the order of files.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np

from compare.coding.commitment.levels import Strength
from compare.tables.making.rows import Row
from compare.terms.clauses.tagging import Clause
from compare.terms.language import WHOLE, Language

#: How often the sentences of a plan are drawn anew.
DRAWS = 1000

_SHARES = ("clause_share", "target_share", "hard_share", "soft_share")


def theme_rows(plan_id: str, clauses: Sequence[Clause], language: Language) -> list[Row]:
    """A row for the whole plan (theme WHOLE) and one per theme, in the order of the codebook.

    ``clause_share``: of all clauses of the plan, those with the theme; ``target_share``: of all its
    quantitative targets in running text, those in clauses with the theme; ``hard_share`` and
    ``soft_share``: of the clauses with the theme, those that bind hard and softly. A clause may have
    several themes, so shares add up to more than one. A share of nothing is None. ``…_low`` and
    ``…_high`` are None also where the share is 0 or 1: what was never (always) seen cannot be
    resampled.
    """
    counted = [clause for clause in clauses if not clause.repeats]
    if not counted:
        return []
    codes = [WHOLE, *(theme.id for theme in language.themes)]
    has = _indicator(counted, codes)
    targets = np.array([clause.targets for clause in counted], dtype="float64")[:, None]
    strength = np.array([str(clause.level.strength) for clause in counted])
    bound = {str(code): has * (strength == code)[:, None] for code in Strength}
    counts = np.hstack([has, has * targets, bound[Strength.HARD], bound[Strength.SOFT]])
    # What each share is a share of, as a column of the counts: all clauses, all targets, its own clauses.
    each = np.arange(len(codes))
    wholes = np.concatenate([0 * each, 0 * each + len(codes), each, each])
    found = _ratios(counts, wholes, [clause.piece.sentence for clause in counted], plan_id)
    rows: list[Row] = []
    for at, code in enumerate(codes):
        row: Row = {
            "plan_id": plan_id,
            "theme": code,
            "clauses": int(has[:, at].sum()),
            "targets": int((has[:, at] * targets[:, 0]).sum()),
            **{name: int(values[:, at].sum()) for name, values in bound.items()},
        }
        for number, share in enumerate(_SHARES):
            for name, values in zip((share, f"{share}_low", f"{share}_high"), found, strict=True):
                value = float(values[number * len(codes) + at])
                row[name] = None if np.isnan(value) else round(value, 4)
        rows.append(row)
    return rows


def _indicator(clauses: Sequence[Clause], codes: Sequence[str]) -> np.ndarray:
    """Clauses × codes: 1 where the clause has the theme; the first code is that of all clauses."""
    place = {code: at for at, code in enumerate(codes)}
    has = np.zeros((len(clauses), len(codes)))
    has[:, 0] = 1.0
    for row, clause in enumerate(clauses):
        for theme in clause.themes:
            has[row, place[theme]] = 1.0
    return has


def _ratios(
    counts: np.ndarray, wholes: np.ndarray, sentences: Sequence[int], plan_id: str
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Each column of ``counts`` (clauses × columns), summed, by the column that is its whole; with the
    ends of its interval."""
    totals = counts.sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = totals / totals[wholes]
    low, high = np.full(share.shape, np.nan), np.full(share.shape, np.nan)
    varies = np.flatnonzero((share > 0) & (share < 1))
    if not len(varies):
        return share, low, high
    firsts = np.flatnonzero(np.concatenate(([True], np.diff(sentences) != 0)))
    needed = np.unique(np.concatenate([varies, wholes[varies]]))
    by_sentence = np.add.reduceat(counts[:, needed], firsts, axis=0)
    # einsum and not @: so small a product is not worth the threads of a linear-algebra library.
    drawn = np.einsum("ds,sc->cd", _draws(plan_id, len(firsts)), by_sentence)
    part, whole = np.searchsorted(needed, varies), np.searchsorted(needed, wholes[varies])
    with np.errstate(invalid="ignore", divide="ignore"):
        # A draw without any clause of the theme has no share: sorting puts it last, out of the count.
        resampled = np.sort(drawn[part] / drawn[whole], axis=1)
    valid = DRAWS - np.isnan(resampled).sum(axis=1)
    low[varies], high[varies] = (_quantile(resampled, valid, quantile) for quantile in (0.025, 0.975))
    return share, low, high


def _quantile(ordered: np.ndarray, valid: np.ndarray, quantile: float) -> np.ndarray:
    """The quantile of the first ``valid`` values of each row, interpolated linearly."""
    place = (valid - 1) * quantile
    below = np.floor(place).astype("int64")
    above = np.minimum(below + 1, valid - 1)
    rows = np.arange(len(ordered))
    weight = place - below
    return ordered[rows, below] * (1 - weight) + ordered[rows, above] * weight


def _draws(plan_id: str, sentences: int) -> np.ndarray:
    """Draws × sentences: how often each sentence comes up in each draw."""
    generator = np.random.default_rng(zlib.crc32(plan_id.encode("utf-8")))
    drawn = generator.integers(0, sentences, (DRAWS, sentences)) + np.arange(DRAWS)[:, None] * sentences
    counts = np.bincount(drawn.ravel(), minlength=DRAWS * sentences)
    return counts.reshape(DRAWS, sentences).astype("float64")
