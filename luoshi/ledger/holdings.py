"""What a ledger holds: its documents, each with its day, its place, and how many records were read of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from luoshi.ledger.rows import KINDS
from luoshi.ledger.schema import documents, originals, readings


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document of the ledger under the reading that stands.

    ``date`` (ISO 8601 day) and ``place`` are what the reading settled on, ``added_at`` is UTC in ISO 8601;
    ``records`` counts the records of each kind (``figure``, ``commitment``, …), ``has_original`` says that its
    bytes are kept.
    """

    id: str
    name: str
    title: str
    format: str
    url: str
    date: str
    place: str
    place_code: str
    reader: str
    added_at: str
    records: dict[str, int]
    has_original: bool

    def to_json(self) -> dict[str, Any]:
        """The document as programs are told of it."""
        return {name: getattr(self, name) for name in self.__slots__}


def held_documents(connection: Connection, id: str = "") -> list[HeldDocument]:
    """The documents, the newest day first, those without a day last; ``id`` is one's, or the beginning of it."""
    query = (
        select(readings, documents.c.name, documents.c.format, documents.c.url, documents.c.title.label("own_title"))
        .add_columns(originals.c.document_id.label("original"))
        .join(documents, documents.c.id == readings.c.document_id)
        .outerjoin(originals, originals.c.document_id == documents.c.id)
        .where(readings.c.superseded_by.is_(None))
        .order_by(readings.c.date.desc(), documents.c.name, documents.c.id)
    )
    if id:
        query = query.where(documents.c.id.startswith(id, autoescape=True))
    rows = connection.execute(query).all()
    counts = {kind: _counts(connection, kind, [row.id for row in rows] if id else []) for kind in KINDS}
    return [
        HeldDocument(
            id=row.document_id, name=row.name, title=row.title or row.own_title, format=row.format, url=row.url,
            date=row.date, place=row.place, place_code=row.place_code, reader=row.reader, added_at=row.added_at,
            records={kind: counts[kind].get(row.id, 0) for kind in KINDS}, has_original=row.original is not None,
        )
        for row in rows
    ]  # fmt: skip


def _counts(connection: Connection, kind: str, of: list[int]) -> dict[int, int]:
    """How many records of a kind each reading has; of the readings ``of``, of all where none is named."""
    column = KINDS[kind][0].c.reading_id
    query = select(column, func.count()).group_by(column)
    if of:
        query = query.where(column.in_(of))
    return {int(reading): int(number) for reading, number in connection.execute(query)}
