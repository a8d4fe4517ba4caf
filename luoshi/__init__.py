"""Luoshi (落实) reads Chinese official prose into records with their evidence, and keeps the ledger.

    document = luoshi.open("report.txt")
    reading = luoshi.read(document)
    with luoshi.Ledger("luoshi.db") as ledger:
        ledger.add(reading)
        ledger.outcomes(place="临澜市", year="2025")

The language layer stands on its own: ``luoshi.numbers(text)``, ``luoshi.quantities(text)``,
``luoshi.times(text, date="2025-01-08")`` and ``luoshi.places(text)`` give what stands where in a text.
Names are imported when they are first used, so that ``import luoshi`` costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers take it; typing itself is slow to load, and an interrupt may come then
if TYPE_CHECKING:
    from luoshi.documents import open as open
    from luoshi.language.numerals import numbers as numbers
    from luoshi.language.places import places as places
    from luoshi.language.quantities import quantities as quantities
    from luoshi.language.times import times as times
    from luoshi.ledger import Ledger as Ledger
    from luoshi.reading import read as read

__version__ = "0.1.0"

__all__ = ["Ledger", "__version__", "numbers", "open", "places", "quantities", "read", "times"]

_HOMES = {
    "Ledger": "luoshi.ledger",
    "numbers": "luoshi.language.numerals",
    "open": "luoshi.documents",
    "places": "luoshi.language.places",
    "quantities": "luoshi.language.quantities",
    "read": "luoshi.reading",
    "times": "luoshi.language.times",
}


def __getattr__(name: str) -> object:
    """A public name, imported from its room on first use; ``AttributeError`` for any other."""
    if name not in _HOMES:
        raise AttributeError(f"module 'luoshi' has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
