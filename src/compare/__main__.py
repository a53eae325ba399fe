"""``python -m compare`` is ``compare-plans``."""

from __future__ import annotations

from compare.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
