"""How often a plan uses each word, and how evenly: rows of the table ``terms``.

Words are counted in the running text (:mod:`compare.terms.running`), each clause that a plan repeats
word for word only once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from compare.tables.rows import Row
from compare.terms.language import Language
from compare.terms.segment import Segmenter
from compare.terms.tagging import Clause, themes_of

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
    words = [word for word in segmenter.cut(text) if _LETTER.search(word)]
    if not words:
        return []
    total, parts = len(words), min(PARTS, len(words))
    spread = Counter((word, at * parts // total) for at, word in enumerate(words))
    by_word: dict[str, dict[int, int]] = {}
    for (word, part), count in spread.items():
        by_word.setdefault(word, {})[part] = count
    sizes = Counter(at * parts // total for at in range(total))
    return [
        {
            "plan_id": plan_id,
            "term": word,
            "theme": next(iter(themes_of(word, language)), ""),
            "count": sum(found.values()),
            "per_10k": round(sum(found.values()) / total * 10_000, 2),
            "words": total,
            "dispersion": _dispersion(found, sizes, total),
        }
        for word, found in sorted(by_word.items())
        if len(word) > 1 and word not in language.stop and not _names(word, places)
    ]


def _dispersion(found: Mapping[int, int], sizes: Mapping[int, int], total: int) -> float:
    """Half the sum of |share of the word - share of the text| over all parts, scaled to 0..1."""
    count = sum(found.values())
    distance = sum(abs(found.get(part, 0) / count - size / total) for part, size in sizes.items()) / 2
    most = 1 - min(sizes.values()) / total
    return round(distance / most, 4) if most else 0.0


def _names(word: str, places: Sequence[str]) -> bool:
    """Whether a word is the name of one of these places, with or without its level (楚雄, 楚雄州)."""
    stem = _LEVEL.sub("", word)
    return len(stem) > 1 and any(stem in place for place in places)
