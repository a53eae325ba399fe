"""Old Office formats through an installed LibreOffice, if there is one.

It runs without a window, without macros, with a profile of its own that is thrown away, and not for
longer than it may take. Without LibreOffice the file is refused with what to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path, PurePath

from compare.sources.errors import SourceError
from compare.sources.formats import CONVERTED, format_of

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
#: Seconds after which a conversion is given up.
PATIENCE = 120


def target_of(name: str) -> str:
    """The format a file is read as: its own, or that LibreOffice turns it into. Raises SourceError."""
    suffix = PurePath(name).suffix.lower()
    return CONVERTED[suffix] if suffix in CONVERTED and office() else format_of(name)


def office() -> str:
    """Where LibreOffice is; "" where there is none."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), "")
    return found or next((place for place in _PLACES if os.access(place, os.X_OK)), "")


def converted(data: bytes, name: str) -> tuple[bytes, str]:
    """Content and name of the file in a format that is read; as it is where nothing is to be done."""
    suffix = PurePath(name).suffix.lower()
    program = office() if suffix in CONVERTED else ""
    if not program:
        return data, name
    target = CONVERTED[suffix]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"plan{suffix}"
        source.write_bytes(data)
        profile = (Path(folder) / "profile").as_uri()
        command = [
            program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nologo",
            "--convert-to", target, "--outdir", folder, str(source),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
            return (Path(folder) / f"plan.{target}").read_bytes(), f"{name}.{target}"
        except subprocess.TimeoutExpired:
            problem = f"LibreOffice did not convert it within {PATIENCE} seconds"
        except OSError:
            problem = "LibreOffice could not convert it"
    raise SourceError(problem, place="file", remedy=f"open it in Word, WPS or Excel and save it as .{target}")
