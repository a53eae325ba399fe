"""Registers and codebooks that researchers may write and that do not fit."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.support.bad_inputs.studies import ENTRY

from compare.study.codebook.files import codebook_paths, default_codebook

_B = "- plan_id: b\n  source_file:"


#: What is wrong -> the register, data/raw/plans.yaml.
REGISTERS: Mapping[str, str] = {
    "a file that is not there": ENTRY + f"{_B} gone.txt\n",
    "a file outside data/raw": ENTRY + f"{_B} ../b.txt\n",
    "two plans with one id": ENTRY + "- plan_id: good\n  source_file: b.txt\n",
    "one file in two entries": ENTRY + f"{_B} good.txt\n",
    "a key that does not exist": ENTRY.replace("region_en", "region_em"),
    "a key given twice": ENTRY + "  region_zh: 乙市\n",
    "a key that is missing": "- region_zh: 甲市\n  source_file: good.txt\n",
    "a date in another form": ENTRY + "  issued_on: 2021/3/5\n",
    "a region code that is none": ENTRY + "  region_code: 6543\n",
    "a level that is none": ENTRY + "  region_level: city\n",
    "neither true nor false": ENTRY + "  complete: nearly\n",
    "a text where a list belongs": ENTRY + "  notes: one\n",
    "a list where a text belongs": ENTRY + "  title: [one]\n",
    "no list of plans": "plan_id: good\n",
    "a bracket or quote left open": ENTRY + "  title: [one\n",
}


#: What does not fit -> the register; the run goes on and ``check`` says it.
ENTRIES: Mapping[str, str] = {
    "nobody has checked it": ENTRY + "  reviewed: false\n",
    "a title that the document does not have": ENTRY + "  title: 乙市养老服务实施方案\n",
    "an indicator that does not exist": ENTRY + "  not_applicable: [bed_totals]\n",
    "an indicator that the plan states": ENTRY + "  not_applicable: [nursing_bed_share]\n",
}


_INDICATOR = """- id: share
  label: {zh: 占比, en: Share}
  definition: {zh: 定义, en: definition}
  unit: "%"
  match: ['占比']
  examples:
    - {text: "占比不低于55%。", value: 55}
    - {text: "占比达到60%。", value: 60}
  negatives: ["床位达到300张。"]
"""


#: What is wrong -> (file of the codebook, its text). An indicator's group is the name of its file.
CODEBOOKS: Mapping[str, tuple[str, str]] = {
    "a bracket or quote left open": ("indicators/beds.yaml", _INDICATOR.replace("en: Share}", "en: Share")),
    "a key that does not exist": ("indicators/beds.yaml", _INDICATOR.replace("match:", "matches:")),
    "a pattern that is no regular expression": (
        "indicators/beds.yaml",
        _INDICATOR.replace("占比']", "(占比']"),
    ),
    "no unit": ("indicators/beds.yaml", _INDICATOR.replace('  unit: "%"\n', "")),
    "a label in one language": ("indicators/beds.yaml", _INDICATOR.replace(", en: Share", "")),
    "an id used twice": ("indicators/beds.yaml", _INDICATOR * 2),
    "a group that is none": ("indicators/bed.yaml", _INDICATOR),
    "a scope that is none": ("indicators/beds.yaml", _INDICATOR + "  headline_scopes: [everywhere]\n"),
    "a direction that is none": ("indicators/beds.yaml", _INDICATOR + "  direction: up\n"),
    "a list that is none": ("scopes.yaml", "general\n"),
    "learned weights that are damaged": ("learned.tsv.gz", "no weights\n"),
}


#: As CODEBOOKS, for what only ``compare-plans codebook lint`` looks at.
FAULTS: Mapping[str, tuple[str, str]] = {
    "an example that is not coded so": ("indicators/beds.yaml", _INDICATOR.replace("value: 55", "value: 56")),
    "a negative that is coded so": (
        "indicators/beds.yaml",
        _INDICATOR.replace("床位达到300张", "占比达到30%"),
    ),
    "too few examples": (
        "indicators/beds.yaml",
        _INDICATOR.replace('    - {text: "占比达到60%。", value: 60}\n', ""),
    ),
    "no negatives": ("indicators/beds.yaml", _INDICATOR.replace('  negatives: ["床位达到300张。"]\n', "")),
}


def own_codebook(study: Path, name: str, text: str) -> Path:
    """Give a study a codebook of one indicator, with ``text`` for its file ``name``; returns the study."""
    folder = study / "data" / "codebook"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "indicators").mkdir(parents=True)
    paths = codebook_paths(default_codebook())
    for stem in ("units", "comparators", "groups", "scopes", "departments"):
        shutil.copyfile(paths[stem], folder / f"{stem}.yaml")
    if not name.startswith("indicators/"):
        (folder / "indicators" / "beds.yaml").write_text(_INDICATOR, encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8")
    return study
