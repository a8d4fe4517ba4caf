"""Records of the readings that stand, each as evidence with its document and day: who said what first, and last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select

from luoshi.ledger.corrections import corrected, overlay, stands
from luoshi.ledger.identity import places_asked
from luoshi.ledger.rows import KINDS, key_of, record_id, record_of
from luoshi.ledger.schema import documents, readings
from luoshi.records import AnyRecord


@dataclass(frozen=True, slots=True)
class Evidence:
    """A record's words and where they stand: its ``id``, the document's name and ISO day."""

    id: str
    quote: str
    document: str
    date: str
    start: int
    end: int

    def to_json(self) -> dict[str, Any]:
        """The evidence as the command line prints it."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def when(evidence: Evidence) -> tuple[bool, str, str, int]:
    """The order of mentions; those of documents without a day stand behind the others."""
    return evidence.date == "", evidence.date, evidence.id.partition(":")[0], evidence.start


def first_and_last(mentions: Sequence[Evidence]) -> tuple[Evidence, Evidence]:
    """The earliest and the latest mention; where documents have a day, only these count."""
    dated = [mention for mention in mentions if mention.date] or mentions
    return min(dated, key=when), max(dated, key=when)


def of_jurisdiction(name: str) -> ColumnElement[bool]:
    """The condition that a document's jurisdiction is the place that a person calls ``name``."""
    return or_(
        *(readings.c.place_code == one.code if one.code else readings.c.place == one.name for one in places_asked(name))
    )


def mentions(
    connection: Connection, kind: str, place: str = "", only: ColumnElement[bool] | None = None
) -> Iterator[tuple[AnyRecord, str, Evidence]]:
    """Records of a kind that stand, corrected, each with its document's jurisdiction and as evidence, by their days.

    ``place`` is a jurisdiction as people call it, ``""`` for all; ``only`` a condition on the records as
    they were read.
    """
    table = KINDS[kind][0]
    query = (
        select(table, readings.c.document_id, readings.c.date, readings.c.place.label("home"))
        .add_columns(documents.c.name.label("document"))
        .join(readings, readings.c.id == table.c.reading_id)
        .join(documents, documents.c.id == readings.c.document_id)
        .where(readings.c.superseded_by.is_(None))
        .order_by(readings.c.date, readings.c.document_id, table.c.start, table.c.end, table.c.ordinal)
    )
    if place:
        query = query.where(of_jurisdiction(place))
    if only is not None:
        query = query.where(only)
    rows = connection.execute(query).mappings().all()
    laid = overlay(connection, {row["document_id"] for row in rows})
    for row in rows:
        key = key_of(kind, row)
        if not stands(row["document_id"], key, laid):
            continue
        record = corrected(record_of(kind, row), row["document_id"], key, laid)
        evidence = Evidence(
            id=record_id(row["document_id"], key),
            quote=row["quote"],
            document=row["document"],
            date=row["date"],
            start=row["start"],
            end=row["end"],
        )
        yield record, row["home"], evidence
