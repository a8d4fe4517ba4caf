"""What happened on a day, at a place: meetings, visits, signings, openings, papers issued, appointments."""

from __future__ import annotations

from luoshi.reading.outline import Outline
from luoshi.records import Event, Office, Statement


def events(
    outline: Outline,
    document_text: str,
    offices: tuple[Office, ...],
    statements: tuple[Statement, ...],
    place: str,
    date: str = "",
) -> tuple[Event, ...]:
    """The events of a document, in the order of the text; ``date`` is its ISO day, or only its year."""
    return ()
