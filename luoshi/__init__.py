"""Luoshi (落实) reads Chinese official prose into records with their evidence, and keeps the ledger.

    document = luoshi.open("report.txt")
    reading = luoshi.read(document)
    with luoshi.Ledger("luoshi.db") as ledger:
        ledger.add(reading)
        ledger.outcomes(place="临澜市", year="2025")

The language layer stands on its own: ``luoshi.numbers(text)``, ``luoshi.quantities(text)``,
``luoshi.times(text, date="2025-01-08")`` and ``luoshi.places(text)`` give what stands where in a text.
The types that these give (``Document``, ``Reading``, its six kinds of record) and the errors (``LedgerError``,
``UnreadableFile``, ``EvidenceError``) are names of the package too. Names are imported when they are first used, so
that ``import luoshi`` costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers take it; typing itself is slow to load, and an interrupt may come then
if TYPE_CHECKING:
    from luoshi.documents import UnreadableFile as UnreadableFile
    from luoshi.documents import open as open
    from luoshi.language.numerals import numbers as numbers
    from luoshi.language.places import places as places
    from luoshi.language.quantities import quantities as quantities
    from luoshi.language.times import times as times
    from luoshi.ledger import Ledger as Ledger
    from luoshi.ledger import LedgerError as LedgerError
    from luoshi.reading import read as read
    from luoshi.records import Article as Article
    from luoshi.records import Commitment as Commitment
    from luoshi.records import Document as Document
    from luoshi.records import Event as Event
    from luoshi.records import EvidenceError as EvidenceError
    from luoshi.records import Figure as Figure
    from luoshi.records import Formulation as Formulation
    from luoshi.records import Office as Office
    from luoshi.records import Project as Project
    from luoshi.records import Reading as Reading
    from luoshi.records import Span as Span
    from luoshi.records import Statement as Statement

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Commitment",
    "Document",
    "Event",
    "EvidenceError",
    "Figure",
    "Formulation",
    "Ledger",
    "LedgerError",
    "Office",
    "Project",
    "Reading",
    "Span",
    "Statement",
    "UnreadableFile",
    "__version__",
    "numbers",
    "open",
    "places",
    "quantities",
    "read",
    "times",
]

_HOMES = {
    "Article": "luoshi.records",
    "Commitment": "luoshi.records",
    "Document": "luoshi.records",
    "Event": "luoshi.records",
    "EvidenceError": "luoshi.records",
    "Figure": "luoshi.records",
    "Formulation": "luoshi.records",
    "Ledger": "luoshi.ledger",
    "LedgerError": "luoshi.ledger",
    "Office": "luoshi.records",
    "Project": "luoshi.records",
    "Reading": "luoshi.records",
    "Span": "luoshi.records",
    "Statement": "luoshi.records",
    "UnreadableFile": "luoshi.documents",
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
