"""Records as rows of their tables, and rows as records again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from sqlalchemy import Table

from luoshi.ledger import schema
from luoshi.ledger.identity import Place, figure_identity, place_of
from luoshi.records import (
    AnyRecord,
    Article,
    Commitment,
    Document,
    Event,
    Figure,
    Formulation,
    Office,
    Project,
    Reading,
    Span,
    Statement,
)

#: The table and the class of each kind of record, in the order in which a reading tells them.
KINDS: dict[str, tuple[Table, type[AnyRecord]]] = {
    "article": (schema.articles, Article),
    "figure": (schema.figures, Figure),
    "commitment": (schema.commitments, Commitment),
    "statement": (schema.statements, Statement),
    "office": (schema.offices, Office),
    "formulation": (schema.formulations, Formulation),
    "event": (schema.events, Event),
    "project": (schema.projects, Project),
}

_DOCUMENT_DIGITS = 16  # of a document's 64, in a record's id: enough for billions of documents
_KEY = re.compile(r"([a-z]+)-(\d{1,9})-(\d{1,9})(?:\.(\d{1,6}))?")


def document_row(document: Document, now: str) -> dict[str, Any]:
    """The row of a document that is added at the time ``now``."""
    same = ("id", "name", "format", "encoding", "title", "publisher", "number", "url", "text")
    return {name: getattr(document, name) for name in same} | {"added_at": now}


def reading_row(reading: Reading, now: str) -> dict[str, Any]:
    """The row of a reading that is added at the time ``now``; its number is the database's."""
    same = ("reader", "date", "place", "place_code", "title")
    return {name: getattr(reading, name) for name in same} | {
        "document_id": reading.document.id,
        "stated_date": reading.document.date,
        "stated_place": reading.document.place,
        "added_at": now,
    }


def record_rows(reading: Reading, reading_id: int) -> dict[str, list[dict[str, Any]]]:
    """The rows of all records of a reading by kind, each list in the order of its records."""
    home = place_of(reading.place, reading.place_code)
    by_kind: dict[str, list[AnyRecord]] = {}
    for record in reading:
        by_kind.setdefault(record.kind, []).append(record)
    found = {}
    for kind, records in by_kind.items():
        found[kind] = rows_of(records, reading_id, home)
        for row, record in zip(found[kind], records, strict=True):
            row |= {"page": None, "boxes": None} | reading.document.printed_at(record)
    return found


def rows_of(records: Iterable[AnyRecord], reading_id: int, home: Place) -> list[dict[str, Any]]:
    """Rows for records of one kind; a second record on the same span has the ``ordinal`` 2."""
    seen: Counter[tuple[int, int]] = Counter()
    rows = []
    for record in records:
        span = (record.start, record.end)
        seen[span] += 1
        row: dict[str, Any] = {"reading_id": reading_id, "ordinal": seen[span]}
        for name in _names(record.kind):
            row[name] = getattr(record, name)
        if not isinstance(record, Article):
            row["sources"] = [[field, source.start, source.end, source.quote] for field, source in record.sources]
        if isinstance(record, Figure):
            row["low_number"] = None if record.low is None else float(record.low)
            row["high_number"] = None if record.high is None else float(record.high)
            row |= figure_identity(record, home)
        rows.append(row)
    return rows


def record_of(kind: str, row: Mapping[Any, Any]) -> AnyRecord:
    """The record that a row holds."""
    record_class = KINDS[kind][1]
    values = {name: row[name] for name in _names(kind)}
    if "sources" in values:
        values["sources"] = tuple((field, Span(start, end, quote)) for field, start, end, quote in values["sources"])
    for name in ("byline", "posts", "bodies", "actors", "accompanied", "places"):
        if name in values:
            values[name] = tuple(values[name])
    return record_class(**values)


def key_of(kind: str, row: Mapping[Any, Any]) -> str:
    """A record's name within its document: ``figure-120-128``, and ``figure-120-128.2`` for a second one there."""
    key = f"{kind}-{row['start']}-{row['end']}"
    return key if row["ordinal"] == 1 else f"{key}.{row['ordinal']}"


def parse_key(key: str) -> tuple[str, int, int, int] | None:
    """Kind, start, end and ordinal of a record's whole key; ``None`` where it is none."""
    found = _KEY.fullmatch(key)
    if not found or found[1] not in KINDS:
        return None
    return found[1], int(found[2]), int(found[3]), int(found[4] or 1)


def record_id(document_id: str, key: str) -> str:
    """A record's id in the whole ledger, and in every ledger: ``3fa9c0d1e2b3a495:figure-120-128``."""
    return f"{document_id[:_DOCUMENT_DIGITS]}:{key}"


@cache
def _names(kind: str) -> tuple[str, ...]:
    return tuple(field.name for field in fields(KINDS[kind][1]))
