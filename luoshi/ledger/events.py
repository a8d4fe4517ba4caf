"""Events in the order of their days: who met, visited, signed, opened or published what, where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Connection

from luoshi.ledger.identity import period_years
from luoshi.ledger.mentions import Evidence, mentions
from luoshi.records import Act, Event

_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event of a jurisdiction ``place``; the other fields are those of :class:`~luoshi.records.Event`.

    ``date`` is the day or month of its period, else the document's day; ``sentence`` its own words.
    """

    kind: Act
    date: str
    period: str
    actors: tuple[str, ...]
    accompanied: tuple[str, ...]
    places: tuple[str, ...]
    subject: str
    place: str
    evidence: Evidence

    @property
    def sentence(self) -> str:
        """The clause that tells it."""
        return self.evidence.quote

    def to_json(self) -> dict[str, Any]:
        """The row as ``luoshi events --json`` prints it."""
        lists = {name: list(getattr(self, name)) for name in ("actors", "accompanied", "places")}
        told = {"kind": self.kind, "date": self.date, "period": self.period}
        return told | lists | {"subject": self.subject, "place": self.place} | self.evidence.to_json()


def events(
    connection: Connection, place: str = "", kind: str = "", actor: str = "", year: str = "", words: str = ""
) -> list[EventRow]:
    """Events of documents of a jurisdiction in the order of their days, ``""`` for all.

    ``kind`` is one of :data:`~luoshi.records.Act`; ``actor`` a person or body, or part of one, that does it or takes
    part; ``year`` the one in which it is; ``words`` all stand in the clause that tells it, in its subject or places.
    """
    rows = []
    for record, home, evidence in mentions(connection, "event", place):
        event = cast(Event, record)
        date = event.period if _DAY.fullmatch(event.period) else evidence.date
        row = EventRow(
            event.act, date, event.period, event.actors, event.accompanied, event.places, event.subject, home, evidence
        )
        if kind in ("", row.kind) and _is_of(row, year) and _takes_part(row, actor) and _tells(row, words):
            rows.append(row)
    return sorted(
        rows, key=lambda row: (row.date == "", row.date, row.evidence.id.partition(":")[0], row.evidence.start)
    )


def _is_of(row: EventRow, year: str) -> bool:
    if not year:
        return True
    years = period_years(row.period) or period_years(row.date)
    return years is not None and years[0] <= int(year) <= years[1]


def _takes_part(row: EventRow, actor: str) -> bool:
    return not actor or any(actor in each for each in (*row.actors, *row.accompanied))


def _tells(row: EventRow, words: str) -> bool:
    told = (row.evidence.quote, row.subject, *row.places, *row.actors, *row.accompanied)
    return all(any(word in each for each in told) for word in words.split())
