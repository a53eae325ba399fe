"""Names of a package that load when they are asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import compare.coding
import compare.reading


@pytest.mark.parametrize("package", [compare.coding, compare.reading])
def test_every_name_that_a_package_gives_is_there(package: object) -> None:
    """What ``__all__`` promises can be had; of any other name it is said that the package has none."""
    assert [] == [name for name in package.__all__ if not hasattr(package, name)]
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = package.nothing


def test_a_package_that_is_imported_loads_no_grammar() -> None:
    """Who shows tables asks for none of these names, and waits for no grammar."""
    asked = "import compare.coding, compare.reading, sys; print('compare.reading.reader' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert "False" == found.stdout.strip()
