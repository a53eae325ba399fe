"""How many Chinese cases of a public suite we read alike: percentages, ages, dimensions, currencies.

The suite is Microsoft Recognizers-Text (MIT licence), folder ``Specs``: JSON lists of an ``Input`` and its
``Results``, each with a value and a unit. ``python -m benchmarks.public_suite FOLDER`` looks below ``FOLDER``
for the four models and prints how many inputs are read alike, and with ``-v`` those that are not. An
input is read alike if the values of the model's kind in it are those of the suite, in order, no more and
no fewer; a unit is compared as we write it (a percentage point counts as one per cent, as there).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from compare.model import Document
from compare.reading import Lexicon, read
from compare.study.codebook.files import load_codebook

#: A value and its unit.
Amount = tuple[Decimal, str]

_ONE = Decimal(1)
#: Model -> units of the suite, as we write them and how many of ours make one of theirs.
_UNITS: Mapping[str, Mapping[str, tuple[str, Decimal]]] = {
    "Percent": {"": ("%", _ONE)},
    "Age": {
        "Year": ("岁", _ONE),
        "Month": ("个月", _ONE),
        "Week": ("周", _ONE),
        "Day": ("日", _ONE),
    },
    "Dimension": {
        "Mu": ("亩", _ONE),
        "Kilogram": ("公斤", _ONE),
        "Gram": ("克", _ONE),
        "Microgram": ("微克", _ONE),
        "Jin": ("斤", _ONE),
        "Liang": ("两", _ONE),
        "Ton": ("吨", _ONE),
        "Centimeter": ("厘米", _ONE),
        "Meter": ("米", _ONE),
        "Kilometer": ("公里", _ONE),
        "Bit": ("比特", _ONE),
        "Kilobit": ("千比特", _ONE),
        "Kilobyte": ("千字节", _ONE),
        "Megabyte": ("兆字节", _ONE),
        "Hertz": ("赫兹", _ONE),
        "Megahertz": ("兆赫", _ONE),
        "Kilowatt": ("千瓦", _ONE),
        "Kilocalorie": ("千卡", _ONE),
    },
    "Currency": {
        "Chinese yuan": ("元", _ONE),
        "Euro": ("欧元", _ONE),
        "United States dollar": ("美元", _ONE),
        "Swiss franc": ("瑞士法郎", _ONE),
        "Hong Kong dollar": ("港元", _ONE),
        "New Taiwan dollar": ("新台币", _ONE),
        "Japanese yen": ("日元", _ONE),
        "Nigerian naira": ("奈拉", _ONE),
    },
}
#: What we write apart that the suite calls a percentage.
_SAME = {"百分点": "%", "‰": "%"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """An input of the suite, what it expects and what we read."""

    model: str
    text: str
    expected: tuple[Amount, ...]
    got: tuple[Amount, ...]


def outcomes(folder: Path, lexicon: Lexicon) -> Iterator[Outcome]:
    """Every input of the four models below ``folder``; ``FileNotFoundError`` where one is not there."""
    for model, units in _UNITS.items():
        found = sorted(folder.rglob(f"Chinese/{model}Model.json"))
        if not found:
            raise FileNotFoundError(f"{folder}: no Chinese/{model}Model.json below it")
        for case in json.loads(found[0].read_text(encoding="utf-8-sig")):
            expected = tuple(_expected(result, units) for result in case["Results"])
            yield Outcome(model, case["Input"], expected, _read(case["Input"], lexicon, units))


def _expected(result: Mapping[str, Any], units: Mapping[str, tuple[str, Decimal]]) -> Amount:
    """A value as we write it; a unit we do not know stays as it is, and is never met."""
    resolution = result["Resolution"]
    unit, ours = units.get(resolution.get("unit", ""), (resolution.get("unit", ""), _ONE))
    return Decimal(resolution["value"].removesuffix("%")) * ours, unit


def _read(text: str, lexicon: Lexicon, units: Mapping[str, tuple[str, Decimal]]) -> tuple[Amount, ...]:
    ours = {unit for unit, _ in units.values()}
    made = []
    for statement in read(Document(text, "txt"), lexicon).statements:
        unit = _SAME.get(statement.unit, statement.unit)
        bare = unit.partition("/")[0]
        if statement.value_high is not None and bare in ours:
            made.append((statement.value_high, bare))
    return tuple(made)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.public_suite", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the suite lies (any folder above its Specs)")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what is read otherwise")
    chosen = parser.parse_args(arguments)
    lexicon = load_codebook(Path("data/codebook")).lexicon
    try:
        made = list(outcomes(chosen.folder, lexicon))
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    for model in _UNITS:
        of_model = [o for o in made if o.model == model]
        print(f"{model:<10} {sum(o.expected == o.got for o in of_model):>4} of {len(of_model)}")
    print(f"{'all':<10} {sum(o.expected == o.got for o in made):>4} of {len(made)}")
    if chosen.verbose:
        for o in made:
            if o.expected != o.got:
                print(f"{o.model} {o.text[:60]!r}: expected {_shown(o.expected)}, read {_shown(o.got)}")
    return 0


def _shown(amounts: Sequence[Amount]) -> str:
    return ", ".join(f"{value:f} {unit}" for value, unit in amounts) or "nothing"


if __name__ == "__main__":
    sys.exit(main())
