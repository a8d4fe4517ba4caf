"""What the ledger keeps, read back: a record with its corrections, a document, a whole reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from luoshi.ledger import corrections, links, schema
from luoshi.ledger.corrections import Correction
from luoshi.ledger.links import Link
from luoshi.ledger.rows import (
    KINDS,
    parse_key,
    record_id,
    record_of,
)
from luoshi.records import AnyRecord, Document, Reading


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record as the ledger tells it, and where it comes from.

    ``record`` has its corrections laid over it; ``document`` is the whole document; ``superseded`` says
    that a newer reading of the document has no such record any more; ``links`` are what people said of a
    commitment's later sentences.
    """

    id: str
    record: AnyRecord
    document: Document
    reader: str
    date: str
    place: str
    place_code: str
    superseded: bool
    corrections: tuple[Correction, ...]
    links: tuple[Link, ...]

    @property
    def stands(self) -> bool:
        """Whether it is a record: false where a person said last that it is none."""
        said = [each.new for each in self.corrections if each.field == corrections.STANDS]
        return bool(said[-1]) if said else True


def stored_record(connection: Connection, document_id: str, key: str, reading_id: int) -> StoredRecord:
    reading = connection.execute(select(schema.readings).where(schema.readings.c.id == reading_id)).one()._asdict()
    return StoredRecord(
        id=record_id(document_id, key),
        record=told_record(connection, document_id, key, reading_id),
        document=document_of(connection, reading),
        reader=reading["reader"],
        date=reading["date"],
        place=reading["place"],
        place_code=reading["place_code"],
        superseded=reading["superseded_by"] is not None,
        corrections=tuple(corrections.told(connection, document_id, key)),
        links=tuple(links.told(connection, document_id, key)),
    )


def told_record(connection: Connection, document_id: str, key: str, reading_id: int) -> AnyRecord:
    kind = key.partition("-")[0]
    row = connection.execute(select(KINDS[kind][0]).where(*row_named(key, reading_id))).mappings().one()
    laid = corrections.overlay(connection, [document_id])
    return corrections.corrected(record_of(kind, row), document_id, key, laid)


def row_named(key: str, reading_id: int) -> tuple[Any, ...]:
    parts = parse_key(key)
    if parts is None:
        raise KeyError(key)
    kind, start, end, ordinal = parts
    columns = KINDS[kind][0].c
    return (
        columns.reading_id == reading_id,
        columns.start == start,
        columns.end == end,
        columns.ordinal == ordinal,
    )


def document_of(connection: Connection, reading: Mapping[str, Any]) -> Document:
    row = connection.execute(select(schema.documents).where(schema.documents.c.id == reading["document_id"])).one()
    return Document(
        id=row.id,
        text=row.text,
        name=row.name,
        format=row.format,
        encoding=row.encoding,
        date=reading["stated_date"],
        place=reading["stated_place"],
        title=row.title,
        publisher=row.publisher,
        number=row.number,
        url=row.url,
    )


def reading_of(connection: Connection, row: Mapping[str, Any]) -> Reading:
    records: dict[str, tuple[Any, ...]] = {}
    for kind, (table, _) in KINDS.items():
        found = connection.execute(
            select(table).where(table.c.reading_id == row["id"]).order_by(table.c.start, table.c.end, table.c.ordinal)
        ).mappings()
        records[table.name] = tuple(record_of(kind, each) for each in found)
    return Reading(
        document=document_of(connection, row),
        reader=row["reader"],
        date=row["date"],
        place=row["place"],
        place_code=row["place_code"],
        title=row["title"],
        **records,
    )
