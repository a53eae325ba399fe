"""The browser of this machine for tests: Chromium, Chrome or Edge as installed, none downloaded."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
ON_MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
ON_WINDOWS = (r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe")

MISSING = (
    "no Chromium, Chrome or Edge found: install one (Debian, Ubuntu: apt-get install chromium; macOS: "
    "brew install --cask chromium; Windows has Edge), or name its program in the variable CHROMIUM"
)


def find_browser() -> str | None:
    """The program of a browser, or None: CHROMIUM if it is set, else the usual places."""
    named = os.environ.get("CHROMIUM", "")
    if named:
        return shutil.which(named)
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or next((str(path) for path in _places() if path.is_file()), None)


def _places() -> list[Path]:
    roots = [os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
    return [Path("/Applications", f"{name}.app", "Contents", "MacOS", name) for name in ON_MAC] + [
        Path(root, place) for root in roots if root for place in ON_WINDOWS
    ]


def browser_arguments() -> list[str]:
    """Nothing in the background may ask the network; root has no sandbox to run in."""
    quiet = [
        "--disable-gpu",
        "--disable-quic",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
    ]
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*quiet, "--no-sandbox"] if root else quiet
