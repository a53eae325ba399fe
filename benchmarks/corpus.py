"""Plausible plans with known answers: any number of them, the same for the same seed.

Usage: corpus.py FOLDER [--count N] [--seed S] [--formats txt,html,docx,pdf]

Writes a study: ``data/raw`` with the plans and their register, and ``answers.csv`` with what was planted.
Every plan belongs to a province whose wording it takes over in part, as real ones do; some is national.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from decimal import Decimal
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import Any

import yaml
from tests.support.documents import as_docx, as_html, as_pdf, as_txt

_WORDING = Path(__file__).with_suffix(".yaml")
_DIGITS = "零一二三四五六七八九"
_NUMBERS = "一二三四五六七八九十"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
#: Sentences that plans take over from their province, and from the centre.
_PROVINCIAL, _NATIONAL = 150, 40

WRITERS: dict[str, Callable[[Sequence[str]], bytes]] = {
    "txt": as_txt,
    "html": as_html,
    "docx": as_docx,
    "pdf": as_pdf,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A value as the tables must hold it, and the words it stands in."""

    plan_id: str
    indicator: str
    value: Decimal
    unit: str
    comparator: str
    deadline: str
    said: str


@dataclass(frozen=True, slots=True)
class Generated:
    """A plan: its register entry, its paragraphs, and what was planted in them."""

    plan_id: str
    region: str
    province: str
    title: str
    paragraphs: tuple[str, ...]
    answers: tuple[Answer, ...]


@cache
def wording() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(_WORDING.read_text(encoding="utf-8"))
    return found


def plans(number: int, seed: int = 1) -> Iterator[Generated]:
    """The first ``number`` plans of the corpus ``seed``; each depends on its place in it alone."""
    return map(partial(plan, seed=seed), range(number))


def plan(at: int, seed: int = 1) -> Generated:
    chance = random.Random(f"plan {seed} {at}")
    words = wording()
    plan_id = f"p{at:06}"
    province = words["provinces"][at % len(words["provinces"])]
    region = chance.choice(words["regions"]) + chance.choice(words["seconds"]) + chance.choice("市县区")
    title = f"{region}养老服务体系建设实施方案"
    sections: list[str] = []
    answers: list[Answer] = []
    for number, heading in zip(_NUMBERS, words["headings"][: chance.randint(6, 10)], strict=False):
        sections.append(f"{number}、{heading}")
        for item in range(1, chance.randint(3, 7)):
            sentences = list(_sentences(chance, province, seed))
            if chance.random() < 0.5:
                answer = _answer(chance, plan_id)
                answers.append(answer)
                sentences.insert(chance.randrange(len(sentences) + 1), f"{answer.said}。")
            sections.append(f"{item}.{''.join(sentences)}")
    number, year = chance.randint(1, 90), chance.randint(2019, 2021)
    paragraphs = (
        f"{region}人民政府办公室文件",
        f"{region[:2]}政办发〔{year}〕{number}号",
        title,
        *sections,
        f"{region}人民政府办公室",
        f"{year}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日",
    )
    return Generated(plan_id, region, province, title, paragraphs, tuple(answers))


def _sentences(chance: random.Random, province: str, seed: int) -> Iterator[str]:
    """Some sentences of the plan's own, some of its province, some that all take over, now and then with a
    word changed."""
    for _ in range(chance.randint(2, 4)):
        kind = chance.random()
        if kind < 0.7:
            yield _sentence(chance)
            continue
        pool, size = ("national", _NATIONAL) if kind < 0.75 else (province, _PROVINCIAL)
        sentence = _sentence(random.Random(f"{pool} {seed} {chance.randrange(size)}"))
        yield sentence.replace("推动", "促进") if chance.random() < 0.3 else sentence


def _sentence(chance: random.Random) -> str:
    pieces = (
        "beginnings verbs places services forms , means acts actors deeds , verbs places services forms 。"
    )
    return "".join(
        chance.choice(wording()[piece]) if piece in wording() else piece for piece in pieces.split()
    )


def _answer(chance: random.Random, plan_id: str) -> Answer:
    words = wording()
    share = chance.random() < 0.6
    what = chance.choice(words["shares" if share else "counts"])
    value = chance.randint(what["from"], what["to"])
    amount = _share(chance, value) if share else _amount(chance, value) + what["unit"]
    comparator, lead_in = chance.choice(words["comparators"]), chance.choice(words["lead_ins"])
    year = chance.randint(2022, 2030)
    return Answer(
        plan_id,
        what["indicator"],
        Decimal(value),
        "%" if share else what["unit"],
        comparator["code"],
        lead_in["deadline"].format(year=year),
        lead_in["text"].format(year=year) + what["subject"] + comparator["text"].format(amount=amount),
    )


def _share(chance: random.Random, value: int) -> str:
    return chance.choice((f"{value}%", f"{value}％".translate(_FULL_WIDTH), f"百分之{chinese(value)}"))


def _amount(chance: random.Random, value: int) -> str:
    return chance.choice((f"{value}", f"{value:,}", chinese(value)))


def chinese(value: int) -> str:
    """A whole number from 1 to 99,999 in characters."""
    if value >= 10_000:
        ten_thousands, rest = divmod(value, 10_000)
        return f"{chinese(ten_thousands)}万{_below(rest)}"
    said = _below(value).lstrip("零")
    return said.removeprefix("一") if said.startswith("一十") else said


def _below(value: int) -> str:
    """Four digits in characters, with the zeros that are said before a digit."""
    said = ""
    for digit, unit in zip(f"{value:04}", "千百十 ", strict=True):
        if digit != "0":
            said += _DIGITS[int(digit)] + unit.strip()
        elif not said.endswith("零"):
            said += "零"
    return said.rstrip("零")


def write(folder: Path, number: int, seed: int = 1, formats: Sequence[str] = ("txt",)) -> list[Answer]:
    """Write a study of so many plans into ``folder``, formats in turn; returns what was planted."""
    raw = folder / "data" / "raw"
    raw.mkdir(parents=True, exist_ok=True)
    register, answers = [], []
    for made, at in zip(plans(number, seed), count(), strict=False):
        form = formats[at % len(formats)]
        (raw / f"{made.plan_id}.{form}").write_bytes(WRITERS[form](made.paragraphs))
        answers += made.answers
        register.append(
            f"- {{plan_id: {made.plan_id}, region_zh: {made.region}, region_en: {made.plan_id}, "
            f"province_zh: {made.province}, title: {made.title}, source_file: {made.plan_id}.{form}}}\n"
        )
    (raw / "plans.yaml").write_text("".join(register), encoding="utf-8")
    with (folder / "answers.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow([field.name for field in fields(Answer)])
        table.writerows(map(astuple, answers))
    return answers


def main() -> int:
    """Write a study and say how much is in it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--formats", default="txt", help=f"of {','.join(WRITERS)}")
    options = parser.parse_args()
    answers = write(options.folder, options.count, options.seed, options.formats.split(","))
    print(f"{options.count} plans with {len(answers)} values in {options.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
