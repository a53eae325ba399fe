"""The plans as references: CSL-JSON, BibTeX, and GB/T 7714-2015 and APA as text.

A plan is a document of no other type ([Z] in GB/T 7714-2015, annex B), its issuers are corporate authors.
What a plan does not state (issuer, number, date) is left out, never made up.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from compare.exports.archive import write_atomically
from compare.exports.rows.plain import citation
from compare.exports.rows.references import Item, apa, csl_item
from compare.exports.words import Words
from compare.tables.storage.frames import records

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = re.compile(r"[\\{}&%$#_~^]")
_ESCAPED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def export_citations(dataset: Dataset, out_dir: Path) -> list[Path]:
    """Write ``plans.json`` (CSL-JSON), ``plans.bib`` (BibTeX), ``plans-apa.txt`` and ``plans.txt`` (GB/T
    7714-2015).

    References stand in the order of the register, those of APA in the order of the alphabet. Raises
    :class:`OSError` where a file cannot be written.
    """
    words = Words(dataset.labels)
    plans = records(dataset.plans)
    items = [csl_item(plan, words) for plan in plans]
    lines = [citation(plan, words) for plan in plans]
    parts = {
        "plans.json": json.dumps(items, ensure_ascii=False, indent=2) + "\n",
        "plans.bib": "\n".join(map(bibtex, items)),
        "plans-apa.txt": "".join(f"{line}\n" for line in sorted(map(apa, items))),
        "plans.txt": "".join(f"[{number}] {line}\n" for number, line in enumerate(lines, start=1)),
    }
    return [write_atomically(out_dir / name, text.encode("utf-8")) for name, text in parts.items()]


def bibtex(item: Item) -> str:
    """An item as a BibTeX entry of type ``misc``: braces keep names whole and capitals as they are."""
    issued: Sequence[int] = item["issued"]["date-parts"][0] if "issued" in item else ()
    fields: dict[str, str] = {
        "author": " and ".join(f"{{{_escaped(one['literal'])}}}" for one in item.get("author", ())),
        "title": f"{{{_escaped(item['title'])}}}",
        "number": _escaped(item.get("number", "")),
        "year": str(issued[0]) if issued else "",
        "note": _escaped(item["note"]),
        "langid": "chinese",
    }
    given = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if len(issued) > 1:
        given.append(f"  month = {_MONTHS[issued[1] - 1]},")
    return "\n".join([f"@misc{{{_key(item['id'])},", *given, "}", ""])


def _key(plan_id: str) -> str:
    """BibTeX keys hold no blanks, commas, braces and the like; plan ids seldom do."""
    return re.sub(r"[\s,{}\"#%'()=~\\]", "-", plan_id)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPED.get(match.group(), f"\\{match.group()}"), text)
