"""``python -m luoshi`` is the command ``luoshi``."""

from __future__ import annotations

from luoshi.ways.cli import main

if __name__ == "__main__":
    main()
