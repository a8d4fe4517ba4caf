"""Tasks of the book from what was read already: commitments of the ledger that have a body."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection

from luoshi.language.passage import one_line
from luoshi.language.times.periods import last_day
from luoshi.ledger.book.model import Deadline, Source, Task
from luoshi.ledger.book.nodes import dated, milestones, targets
from luoshi.ledger.identity import places_asked
from luoshi.ledger.tidy import batches
from luoshi.reading import read
from luoshi.records import Commitment, Document

_TOLD = frozenset(("quote", "start", "end", "actor", "theme", "deadline", "bodies"))


def tasks(connection: Connection, place: str = "", year: str = "", document: str = "") -> list[Task]:
    """A task for each commitment of the readings that stand which names a body and something that can be checked.

    ``place`` is a name or a division code, ``year`` that of the document, ``document`` its name or the beginning of
    its id; each ``""`` for all. Corrections are laid over.
    """
    wanted = {(one.name, one.code) for one in places_asked(place)} if place else set()
    names, codes = {name for name, _ in wanted}, {code for _, code in wanted if code}
    found: list[Task] = []
    for batch in batches(connection, "commitments"):
        for row in batch:
            if not (row["actor"] and row["concrete"]):
                continue
            if wanted and row["document_place"] not in names and row["document_place_code"] not in codes:
                continue
            if year and not row["document_date"].startswith(year):
                continue
            if document and row["document"] != document and not row["document_id"].startswith(document):
                continue
            found.append(_task(row))
    return found


def in_prose(document: Document, year: int | None) -> list[Task]:
    """The tasks of a document without a table: its commitments that name a body; ``year`` is the plan's."""
    reading = read(document, date="" if year is None or document.date else f"{year}-01-01")
    return [
        _of(one, reading.date or (f"{year}-01-01" if year else ""), Source(document.name, document.id, record=""))
        for one in reading.commitments
        if one.actor
    ]


def _task(row: dict[str, Any]) -> Task:
    commitment = Commitment(**{field.name: row[field.name] for field in fields(Commitment) if field.name in _TOLD})
    return _of(commitment, row["document_date"], Source(row["document"], row["document_id"], record=row["id"]))


def _of(commitment: Commitment, date: str, source: Source) -> Task:
    day = last_day(commitment.deadline)
    year = int(date[:4]) if date[:4].isdecimal() else None
    title = one_line(commitment.quote)
    steps = milestones(title, year, date)
    return Task(
        title=title,
        chapter=(commitment.theme,) if commitment.theme else (),
        leads=(commitment.actor,),
        helps=commitment.bodies,
        deadline=Deadline(day, "dated", day) if day else Deadline(),
        nodes=(*steps, *dated(targets(title, year, day), steps)),
        year=year,
        source=source,
    )
