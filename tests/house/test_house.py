"""The repository itself: what is declared, pinned, layered and committed fits together."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import nbformat
import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
MOST_MODULES = 12
PYPROJECT: Mapping[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def declared() -> Iterator[Requirement]:
    """What of pyproject.toml is locked: run time, extras, groups and the build backend."""
    project = PYPROJECT["project"]
    groups = PYPROJECT["dependency-groups"].values()
    # Text recognition is installed by whoever wants it: it is a third of all that is locked.
    extras = [entries for extra, entries in project["optional-dependencies"].items() if extra != "ocr"]
    lists = [project["dependencies"], *extras, *groups]
    for entry in (entry for entries in lists for entry in entries):
        if isinstance(entry, str):
            yield Requirement(entry)
    yield from map(Requirement, PYPROJECT["build-system"]["requires"])


def pins() -> dict[str, list[tuple[Requirement, str]]]:
    """The lock by package: each pin with its lines. A package may have one pin for each platform."""
    pinned = defaultdict(list)
    for block in re.split(r"\n(?=\S)", LOCK):
        if not block.startswith("#"):
            requirement = Requirement(block.splitlines()[0].removesuffix("\\").strip())
            pinned[canonicalize_name(requirement.name)].append((requirement, block))
    return pinned


def pinned_version(pin: Requirement) -> Version:
    (specifier,) = pin.specifier
    assert specifier.operator == "=="
    return Version(specifier.version)


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def tracked_files() -> list[Path]:
    """What git tracks or would track. A copy without git (a downloaded archive) has nothing to commit."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listing.returncode != 0:
        pytest.skip("not a git work tree")
    names = sorted(set(listing.stdout.decode("utf-8").split("\0")) - {""})
    return [ROOT / name for name in names if (ROOT / name).is_file()]


# --- pyproject, lock and environment.yml --------------------------------------


@pytest.mark.parametrize("requirement", list(declared()), ids=str)
def test_lock_pins_every_dependency_at_a_version_it_allows(requirement: Requirement) -> None:
    """A dependency that is declared but not pinned, or pinned outside its range, would not install."""
    found = pins().get(canonicalize_name(requirement.name), [])
    assert found, f"{requirement.name} is not in requirements.lock: run `make lock`"
    for pin, _ in found:
        assert requirement.specifier.contains(pinned_version(pin), prereleases=True)


def test_every_pin_has_a_hash() -> None:
    """pip is told to require hashes; a pin without one would stop the install."""
    assert [] == [
        name
        for name, found in pins().items()
        for _, lines in found
        if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", lines)
    ]


def test_lock_holds_nothing_that_is_no_longer_declared() -> None:
    """A dependency dropped from pyproject.toml leaves the lock as well."""
    project = PYPROJECT["project"]["name"]
    ours = {
        name
        for name, found in pins().items()
        for _, lines in found
        if re.search(rf"\b{project} \(pyproject\.toml", lines)
    }
    assert {canonicalize_name(requirement.name) for requirement in declared()} == ours


def test_installed_packages_are_those_of_the_lock() -> None:
    """The tests run on the locked versions, so a green run speaks for the lock."""
    installed = {canonicalize_name(found.metadata["Name"]): found.version for found in distributions()}
    for name, found in pins().items():
        wanted = [pinned_version(pin) for pin, _ in found if pin.marker is None or pin.marker.evaluate()]
        for version in wanted:
            assert str(version) == str(Version(installed.get(name, "0"))), f"{name}: run `make test` again"


def test_lock_is_whole() -> None:
    """Everything a locked package needs is installed: the Makefile lets pip install without resolving."""
    check = run_python("-m", "pip", "check")
    assert check.returncode == 0, check.stdout + check.stderr


def test_conda_environment_installs_the_same_lock() -> None:
    """Conda brings Python and pip and nothing else; the packages come from the lock."""
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    python, *others = environment["dependencies"]
    assert ["pip", {"pip": ["-r requirements.lock"]}] == others
    version = python.removeprefix("python=")
    assert SpecifierSet(PYPROJECT["project"]["requires-python"]).contains(version)
    assert ["conda-forge", "nodefaults"] == environment["channels"]


def test_citation_names_this_version() -> None:
    """Who cites by CITATION.cff cites the version that pyproject.toml declares."""
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert PYPROJECT["project"]["version"] == citation["version"]
    assert PYPROJECT["project"]["license"] == citation["license"]


# --- rooms --------------------------------------------------------------------


def contract(name: str) -> Mapping[str, Any]:
    contracts = PYPROJECT["tool"]["importlinter"]["contracts"]
    return next(found for found in contracts if found["id"] == name)


def test_layers_are_the_rooms() -> None:
    """Every room and module of the package has its place in the contract, and none is only named."""
    package = ROOT / "src" / "compare"
    rooms = {path.name for path in package.iterdir() if (path / "__init__.py").is_file()}
    modules = {path.stem for path in package.glob("*.py")} - {"__init__", "__main__"}
    assert sorted(rooms | modules) == sorted(contract("house")["layers"])


def test_no_folder_holds_more_files_than_a_reader_overlooks() -> None:
    """A folder of the package has at most twelve modules; charts are one file a figure."""
    package = ROOT / "src" / "compare"
    folders = {path.parent for path in package.rglob("*.py")} - {package / "figures" / "charts"}
    modules = {
        folder.relative_to(package).as_posix(): sum(
            path.name != "__init__.py" for path in folder.glob("*.py")
        )
        for folder in folders
    }
    assert {} == {folder: count for folder, count in modules.items() if count > MOST_MODULES}


CHECKS = {
    "style": ["-m", "ruff", "check", "--no-cache", "--output-format=concise"],
    "types": ["-m", "mypy", "--no-pretty"],
    "imports": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_code_keeps_the_rules(check: str) -> None:
    """Style and types are clean, and a room imports only rooms below it: what `make lint` prints."""
    run = run_python(*CHECKS[check])
    assert run.returncode == 0, run.stdout + run.stderr


# --- what is committed --------------------------------------------------------

ADDRESSES = re.compile(
    r"""pypi\.org | pythonhosted\.org | pypi\.tuna | anaconda\.(?:org|com)/ | registry\.npmjs | npm[m]irror
    | (?:extra-)?index-url\s*[=:]\s*\S | find-links\s*[=:]\s*\S | --(?:extra-)?index-url\s+\S
    | /(?:tmp|root|work|opt/wheels|opt/pypi|home/\w+|Users/\w+|var/folders)/ | [A-Z]:\\+Users\\
    | \.\./shared\b""",
    re.VERBOSE,
)


@pytest.mark.parametrize(
    "line",
    [
        "--index-url" + " https://example",
        "pypi" + ".org/simple",
        "find-links" + " = wheels",
        "open('/" + "tmp/x.csv')",
        "C:" + "\\Users\\someone",
        ".." + "/shared/gold",
    ],
)
def test_addresses_and_machine_paths_are_recognised(line: str) -> None:
    """The pattern of the next test finds what it is there to find."""
    assert ADDRESSES.search(line)


def test_no_tracked_file_names_an_index_or_a_path_of_a_machine() -> None:
    """What works only here, or only through one mirror, is not committed."""
    found = []
    for path in tracked_files():
        if path.is_relative_to(ROOT / "data" / "raw") and path.suffix != ".yaml":
            continue  # a plan is kept as published, whatever it names
        data = path.read_bytes()
        if b"\0" in data:
            continue
        for number, line in enumerate(data.decode("utf-8").splitlines(), 1):
            if ADDRESSES.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    assert [] == found


def notebooks() -> list[Path]:
    return [path for path in tracked_files() if path.suffix == ".ipynb"]


def test_notebooks_carry_no_results() -> None:
    """Outputs and execution counts are made by a run; in git they would be stale and unreadable as a diff."""
    stale = []
    for path in notebooks():
        book = nbformat.read(path, as_version=4)
        for number, cell in enumerate(book.cells):
            if cell.get("outputs") or cell.get("execution_count") is not None:
                stale.append(f"{path.relative_to(ROOT)}: cell {number}")
    assert [] == stale


def test_notebooks_are_written_as_jupyter_writes_them() -> None:
    """Opening and saving a notebook changes nothing but what was edited."""
    assert [] == [
        str(path.relative_to(ROOT))
        for path in notebooks()
        if nbformat.writes(nbformat.read(path, as_version=nbformat.NO_CONVERT)) + "\n"
        != path.read_text(encoding="utf-8")
    ]
