"""Tasks of the book from what was read already: commitments of the ledger that have a body."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from luoshi.language.passage import one_line
from luoshi.ledger.book.model import Deadline, Source, Task
from luoshi.ledger.book.nodes import dated, milestones, targets
from luoshi.ledger.identity import places_asked
from luoshi.ledger.progress import last_day
from luoshi.ledger.tidy import batches


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


def _task(row: dict[str, Any]) -> Task:
    day = last_day(row["deadline"])
    year = int(row["document_date"][:4]) if row["document_date"][:4].isdecimal() else None
    title = one_line(row["quote"])
    steps = milestones(title, year, row["document_date"])
    return Task(
        title=title,
        chapter=(row["theme"],) if row["theme"] else (),
        leads=(row["actor"],),
        helps=tuple(row["bodies"]),
        deadline=Deadline(day, "dated", day) if day else Deadline(),
        nodes=(*steps, *dated(targets(title, year, day), steps)),
        year=year,
        source=Source(row["document"], row["document_id"], record=row["id"]),
    )
