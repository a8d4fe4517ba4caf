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
from luoshi.ledger.identity import Place, figure_identity
from luoshi.records import (
    AnyRecord,
    Article,
    Commitment,
    Event,
    Figure,
    Formulation,
    Office,
    Project,
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
