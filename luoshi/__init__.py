"""Luoshi (落实) reads Chinese official prose into records with their evidence, and keeps the ledger.

    document = luoshi.open("report.txt")
    reading = luoshi.read(document, date="2025-01-08", place="临澜市")
    with luoshi.Ledger("luoshi.db") as ledger:
        ledger.add(reading)

Names are imported when they are first used, so that ``import luoshi`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luoshi.documents import open as open
    from luoshi.ledger import Ledger as Ledger
    from luoshi.reading import read as read

__version__ = "0.1.0"

_HOMES = {
    "open": "luoshi.documents",
    "read": "luoshi.reading",
    "Ledger": "luoshi.ledger",
}

__all__ = ["Ledger", "__version__", "open", "read"]


def __getattr__(name: str) -> object:
    """A public name, imported from its room on first use; ``AttributeError`` for any other."""
    if name not in _HOMES:
        raise AttributeError(f"module 'luoshi' has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
