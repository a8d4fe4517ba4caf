"""Documents that people take out: nothing is deleted, their readings stand no more until they are put back.

A reading that is withdrawn is superseded by itself; who did it, when and why is kept among the corrections.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, select, update

from luoshi.ledger import papers, search
from luoshi.ledger.errors import CorrectionError, UnknownRecordError
from luoshi.ledger.schema import corrections, documents, readings
from luoshi.ledger.standing import standing

FIELD = "held"  # of the correction that says so


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A document that was taken out: by whom, why and when (UTC, ISO 8601)."""

    id: str
    name: str
    who: str
    why: str
    made_at: str


def withdraw(connection: Connection, document_id: str, by: str, why: str, now: str) -> None:
    """Take a document out; :class:`UnknownRecordError` where the ledger has it not, or not any more."""
    old = standing(connection, document_id)
    if old is None:
        raise UnknownRecordError(f"{document_id}: 账本里没有这份文件 / the ledger has no such document")
    papers.keep_stated(connection, document_id, {FIELD: (True, False)}, by, why, now)
    values = {"superseded_by": old["id"], "superseded_at": now}
    connection.execute(update(readings).where(readings.c.id == old["id"]).values(values))
    search.remove(connection, old["id"])


def put_back(connection: Connection, document_id: str, by: str, why: str, now: str) -> None:
    """Put a document back that was taken out; :class:`CorrectionError` for one that was not."""
    query = select(readings).where(readings.c.document_id == document_id, _is_withdrawn())
    row = connection.execute(query.order_by(readings.c.id.desc())).first()
    if row is None or standing(connection, document_id) is not None:
        raise CorrectionError(f"{document_id}: 没有移出过 / it was not taken out")
    papers.keep_stated(connection, document_id, {FIELD: (False, True)}, by, why, now)
    values = {"superseded_by": None, "superseded_at": None}
    connection.execute(update(readings).where(readings.c.id == row.id).values(values))
    text = connection.execute(select(documents.c.text).where(documents.c.id == document_id)).scalar_one()
    search.index(connection, row.id, document_id, row.date, text)


def withdrawn(connection: Connection) -> list[Withdrawn]:
    """The documents that are taken out, the latest first."""
    query = (
        select(documents.c.id, documents.c.name, corrections.c.who, corrections.c.why, corrections.c.made_at)
        .join(readings, readings.c.document_id == documents.c.id)
        .join(corrections, corrections.c.document_id == documents.c.id)
        .where(_is_withdrawn(), corrections.c.field == FIELD, corrections.c.key == papers.KEY)
        .order_by(corrections.c.id.desc())
    )
    found: dict[str, Withdrawn] = {}
    for row in connection.execute(query):
        if standing(connection, row.id) is None:
            found.setdefault(row.id, Withdrawn(row.id, row.name, row.who, row.why, row.made_at))
    return list(found.values())


def _is_withdrawn() -> ColumnElement[bool]:
    return readings.c.superseded_by == readings.c.id
