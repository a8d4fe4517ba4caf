"""Records as tidy tables: one row a record, documented columns, corrections laid over.

The readings that stand, in the order of the documents' days and of their text. :func:`columns` says what each
column means; an Arrow schema carries the same sentences as its fields' metadata.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa
from sqlalchemy import Connection, Select, select

from luoshi.ledger.corrections import corrected, overlay
from luoshi.ledger.errors import LedgerError
from luoshi.ledger.rows import KINDS, key_of, record_id, record_of
from luoshi.ledger.schema import documents, readings
from luoshi.records import AnyRecord

_BATCH = 10_000  # rows held in memory at a time
_TEXT, _WHOLE, _NUMBER, _LIST = pa.string(), pa.int64(), pa.float64(), pa.list_(pa.string())
_DAY, _TRUTH = pa.date32(), pa.bool_()
#: The kinds of record by the names of their tables.
PLURALS = {table.name: kind for kind, (table, _) in KINDS.items()}

# Full-width signs too, which spreadsheets set to Chinese take like the others.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an export: its name, its type, and what it means."""

    name: str
    type: pa.DataType
    meaning: str


_DOCUMENT = (
    Column("id", _TEXT, "the record's id, the same in every ledger"),
    Column("document", _TEXT, "the document's name"),
    Column("document_id", _TEXT, "SHA-256 of the document's file"),
    Column("document_date", _DAY, "the document's day, ISO 8601"),
    Column("document_place", _TEXT, "the document's own jurisdiction"),
    Column("document_place_code", _TEXT, "its division code (GB/T 2260)"),
    Column("reader", _TEXT, "the version of the reader"),
)

_FIELDS = {
    column.name: column
    for column in (
        Column("quote", _TEXT, "the words that say it: the document's text from start to end"),
        Column("start", _WHOLE, "offset of the first character, in code points of the document's text"),
        Column("end", _WHOLE, "offset after the last character"),
        Column("rule", _TEXT, "the rule of the reader's grammar that read it"),
        Column("sources", _TEXT, "where carried fields stand: a JSON object, field to [start, end]"),
        Column("indicator", _TEXT, "what is measured, in the text's words"),
        Column("measure", _TEXT, "level, change, growth, share, rank or streak"),
        Column("sign", _WHOLE, "1 or -1 for a change or growth, else empty"),
        Column("low", _NUMBER, "the least value, in base units; empty where the text gives none"),
        Column("high", _NUMBER, "the greatest value, in base units; equal to low for a plain value"),
        Column("low_exact", _TEXT, "low with all its digits"),
        Column("high_exact", _TEXT, "high with all its digits"),
        Column("qualifier", _TEXT, "exact, about, over, under, nearly or range"),
        Column("unit", _TEXT, "the base unit; empty for an index"),
        Column("period", _TEXT, "the period or point of time, ISO 8601"),
        Column("status", _TEXT, "actual, target or forecast"),
        Column("place", _TEXT, "the full name of the place that the figure is about"),
        Column("place_code", _TEXT, "its division code (GB/T 2260)"),
        Column("concept", _TEXT, "the indicator's id in the indicator scheme, empty for an unknown one"),
        Column("basis", _TEXT, "what a change or growth is measured against, in the text's words"),
        Column("actor", _TEXT, "the body responsible, in the text's words"),
        Column("body", _TEXT, "the body's full name"),
        Column("speaker", _TEXT, "who says it"),
        Column("theme", _TEXT, "the heading it stands under"),
        Column("deadline", _TEXT, "by when, an ISO 8601 period"),
        Column("bodies", _LIST, "the bodies that co-operate (in CSV parted by 、)"),
        Column("concrete", _TRUTH, "whether it names a number, a project, a programme, a deadline or a deliverable"),
        Column("mode", _TEXT, "direct or indirect speech"),
        Column("person", _TEXT, "the person's name"),
        Column("organisation", _TEXT, "the organisation, in the text's words"),
        Column("posts", _LIST, "the posts that the person holds (in CSV parted by 、)"),
        Column("phrase", _TEXT, "the set phrase"),
        Column("head", _TEXT, "the noun after it"),
        Column("user", _TEXT, "who uses it"),
        Column("headline", _TEXT, "the article's headline"),
        Column("byline", _LIST, "its authors (in CSV parted by 、)"),
        Column("dateline", _DAY, "its day, ISO 8601"),
        Column("genre", _TEXT, "news, editorial, letter or interview"),
    )
}


def columns(kind: str) -> list[Column]:
    """The columns of an export of ``kind``: the document's, then those of the record."""
    names: list[str] = []
    for field in fields(KINDS[PLURALS[kind]][1]):
        names.append(field.name)
        if field.name == "place":
            names.append("place_code")
        if field.name == "high":
            names += ["low_exact", "high_exact"]
    return [*_DOCUMENT, *(_FIELDS[name] for name in names)]


def checked(kind: str) -> str:
    """``kind`` where it is a kind of record in the plural, :class:`LedgerError` otherwise."""
    if kind not in PLURALS:
        raise LedgerError(f"{kind}: 没有这种记录 / there is no such kind of record ({', '.join(PLURALS)})")
    return kind


def is_formula(text: str) -> bool:
    """Whether a spreadsheet may take a cell's text for a formula (OWASP, "CSV Injection"): ``=1+1``, ``@SUM``."""
    return _FORMULA.match(text) is not None and not _PLAIN_NUMBER.fullmatch(text)


def arrow_schema(kind: str) -> pa.Schema:
    """The columns of ``kind`` as an Arrow schema, their meanings as the fields' ``description``."""
    return pa.schema([pa.field(c.name, c.type, metadata={"description": c.meaning}) for c in columns(kind)])


def arrow_batch(schema: pa.Schema, rows: list[dict[str, Any]]) -> pa.RecordBatch:
    """Rows of :func:`batches` as Arrow holds them."""
    arrays = [
        pa.array([(_day if field.type == _DAY else _value)(row[field.name]) for row in rows], field.type)
        for field in schema
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def batches(connection: Connection, kind: str) -> Iterator[list[dict[str, Any]]]:
    """The rows of all records of ``kind`` (``figures``, ``commitments``, …), some thousands at a time.

    Numbers are Decimals and lists tuples; a figure's numbers stand there with all their digits too.
    """
    kind = PLURALS[checked(kind)]
    rows = connection.execute(_query(kind), execution_options={"yield_per": _BATCH}).mappings()
    for batch in rows.partitions():
        laid = overlay(connection, {row["document_id"] for row in batch})
        told = []
        for row in batch:
            key = key_of(kind, row)
            record = corrected(record_of(kind, row), row["document_id"], key, laid)
            told.append(_told(record, row, record_id(row["document_id"], key)))
        yield told


def _query(kind: str) -> Select[Any]:
    table = KINDS[kind][0]
    return (
        select(
            table,
            readings.c.document_id,
            readings.c.reader,
            readings.c.date.label("document_date"),
            readings.c.place.label("document_place"),
            readings.c.place_code.label("document_place_code"),
            documents.c.name.label("document"),
        )
        .join(readings, readings.c.id == table.c.reading_id)
        .join(documents, documents.c.id == readings.c.document_id)
        .where(readings.c.superseded_by.is_(None))
        .order_by(readings.c.date, readings.c.document_id, table.c.start, table.c.end, table.c.ordinal)
    )


def _told(record: AnyRecord, row: Mapping[Any, Any], id: str) -> dict[str, Any]:
    """A record's fields as cells; a list stays a list, a number is told as it is and with all its digits."""
    told = {column.name: row[column.name] for column in _DOCUMENT if column.name != "id"} | {"id": id}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name == "sources":
            spans = {name: [span.start, span.end] for name, span in value}
            value = json.dumps(spans, ensure_ascii=False) if spans else ""
        elif field.name in ("low", "high"):
            told[f"{field.name}_exact"] = "" if value is None else f"{value:f}"
        told[field.name] = value
    if record.kind == "figure":
        told |= {"place": row["place_name"], "place_code": row["place_code"]}
    return told


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _value(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return list(value) if isinstance(value, tuple) else value
