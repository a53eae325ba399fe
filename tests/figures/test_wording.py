"""No label is typed in plotting code: words are in the wording, and all of the wording is used."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import yaml

import compare.figures
from compare.figures.charts import commitment
from compare.tables.comparing.national import Relation

FOLDER = Path(compare.figures.__file__).parent
SOURCES = sorted(FOLDER.rglob("*.py"))


def strings(path: Path) -> list[str]:
    """String literals of a module except docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docs)
    return [node.value for node in found if isinstance(node.value, str)]


def test_no_chinese_word_in_plotting_code() -> None:
    """Only punctuation for breaking lines is Chinese in code."""
    words = [text for path in SOURCES for text in strings(path) if re.search(r"[\u4e00-\u9fff]", text)]
    assert [] == words


def test_wording_and_code_know_the_same_words(words: dict[str, dict[str, str]]) -> None:
    """Every word that code asks for is there, and none is there for nothing."""
    known = {key for key in words if key.startswith("figures.")}
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    asked = set(re.findall(r"""["'](figures\.[a-z_]+)["']""", code))
    asked |= {f"figures.relation_{relation}" for relation in Relation}
    asked |= {f"figures.national_held_{held_by}" for held_by in ("horizon", "issue")}
    asked |= {f"figures.national_{column}" for column in ("own", "nation")}
    asked |= {f"figures.commitment_{share}" for share in commitment.SHARES}
    assert known == asked


def test_both_languages_take_the_same_values(words: dict[str, dict[str, str]]) -> None:
    """A value that only one language shows would be lost in the other."""
    uneven = [
        key
        for key, entry in words.items()
        if key.startswith("figures.")
        and set(re.findall(r"{(\w+)", entry["zh"])) != set(re.findall(r"{(\w+)", entry["en"]))
    ]
    assert [] == uneven


def test_no_phrase_is_cut_at_a_comma() -> None:
    """An unquoted comma ends a phrase in YAML's braces and makes the rest of it a key."""
    folder = Path(__file__).parents[2] / "data" / "codebook" / "wording"
    files = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in folder.glob("*.yaml")}
    rules = files.pop("rules")
    phrases = [(entry["id"], {*entry} - {"id", "zh", "en"}) for file in files.values() for entry in file]
    names = [(name, {*entry} - {"zh"}) for section in rules.values() for name, entry in section.items()]
    assert [] == [name for name, rest in (*phrases, *names) if rest]


def test_chinese_has_chinese_punctuation(words: dict[str, dict[str, str]]) -> None:
    """Beside a Chinese character no comma, colon or bracket is a Latin one, if it encloses Chinese at all."""
    han = r"[\u3400-\u9fff“”《》（）、。，；：？！]"
    latin = re.compile(rf"{han}[,;:?!]|[,;:?!]{han}|\([^()]*[\u3400-\u9fff][^()]*\)|\}}[,;]\{{")
    assert [] == [key for key, entry in words.items() if latin.search(entry["zh"])]
