"""How often a plan uses each word, and how evenly: rows of the table ``terms``.

Words are counted in the running text (:mod:`compare.reading.items.running_text`), each clause that a plan
repeats word for word only once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np

from compare.tables.making.rows import Row
from compare.terms.clauses.tagging import Clause, themes_of
from compare.terms.counting.segment import Segmenter
from compare.terms.language import Language

#: A plan is cut into this many stretches of equal length to see how evenly a word is spread.
PARTS = 20
_LETTER = re.compile(r"[^\W\d_]")
_LEVEL = re.compile(r"(?:特别行政区|自治[区州县旗]|[省市州盟县区旗乡镇]|地区)$")


def term_rows(
    plan_id: str,
    clauses: Iterable[Clause],
    language: Language,
    segmenter: Segmenter,
    places: Sequence[str] = (),
) -> list[Row]:
    """A row per word of two characters and more that is neither a stop word nor a name of ``places``.

    ``per_10k`` is per 10,000 words of any kind, stop words and single characters included, numbers
    and punctuation not. ``dispersion`` is the normalised deviation of proportions (Gries 2008; Lijffijt
    and Gries 2012) over PARTS stretches of equal length: 0 where a word is spread evenly, 1 where all of
    it stands in one stretch.
    """
    text = "\n".join(clause.piece.text for clause in clauses if not clause.repeats)
    places_of: dict[str, list[int]] = {}
    total = 0
    for word in segmenter.cut(text):
        found = places_of.get(word)
        if found is None:
            # Punctuation and numbers are no words.
            if not _LETTER.search(word):
                continue
            found = places_of[word] = []
        found.append(total)
        total += 1
    shown = sorted(
        word for word in places_of if len(word) > 1 and word not in language.stop and not _names(word, places)
    )
    unevenness = dispersion([places_of[word] for word in shown], total)
    return [
        {
            "plan_id": plan_id,
            "term": word,
            "theme": next(iter(themes_of(word, language)), ""),
            "count": len(places_of[word]),
            "per_10k": round(len(places_of[word]) / total * 10_000, 2),
            "words": total,
            "dispersion": uneven,
        }
        for word, uneven in zip(shown, unevenness, strict=True)
    ]


def dispersion(places: Sequence[Sequence[int]], total: int) -> list[float]:
    """For each word (its places among ``total`` words) half the sum of |share of the word - share of
    the text| over all parts, scaled to 0..1."""
    parts = min(PARTS, total)
    if not places or parts < 2:
        return [0.0] * len(places)
    counts = np.array([len(found) for found in places])
    word = np.repeat(np.arange(len(places)), counts)
    part = np.concatenate([np.asarray(found) for found in places]) * parts // total
    spread = np.bincount(word * parts + part, minlength=len(places) * parts).reshape(len(places), parts)
    sizes = np.bincount(np.arange(total) * parts // total, minlength=parts) / total
    distance = np.abs(spread / counts[:, None] - sizes).sum(axis=1) / 2
    return [round(float(value), 4) for value in distance / (1 - min(sizes))]


def _names(word: str, places: Sequence[str]) -> bool:
    """Whether a word is the name of one of these places, with or without its level (楚雄, 楚雄州)."""
    stem = _LEVEL.sub("", word)
    return len(stem) > 1 and any(stem in place for place in places)
