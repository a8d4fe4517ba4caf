"""Records as tidy tables: one row a record, documented columns, corrections laid over.

The readings that stand, in the order of the documents' days and of their text. :func:`columns` says what each
column means.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

from sqlalchemy import Connection, Select, select

from luoshi.ledger.corrections import corrected, overlay, stands
from luoshi.ledger.errors import LedgerError
from luoshi.ledger.identity import TOTAL, indicator_key
from luoshi.ledger.rows import KINDS, key_of, record_id, record_of
from luoshi.ledger.schema import documents, readings
from luoshi.records import AnyRecord, Figure

ColumnType = Literal["text", "whole", "number", "list", "day", "truth"]

_BATCH = 10_000  # rows held in memory at a time
#: The kinds of record by the names of their tables.
PLURALS = {table.name: kind for kind, (table, _) in KINDS.items()}

# Full-width signs too, which spreadsheets set to Chinese take like the others.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an export: its name, its type, and what it means."""

    name: str
    type: ColumnType
    meaning: str


_DOCUMENT = (
    Column("id", "text", "the record's id, the same in every ledger"),
    Column("document", "text", "the document's name"),
    Column("document_id", "text", "SHA-256 of the document's file"),
    Column("document_date", "day", "the document's day, ISO 8601"),
    Column("document_place", "text", "the document's own jurisdiction"),
    Column("document_place_code", "text", "its division code (GB/T 2260)"),
    Column("reader", "text", "the version of the reader"),
)

_FIELDS = {
    column.name: column
    for column in (
        Column("quote", "text", "the words that say it: the document's text from start to end"),
        Column("start", "whole", "offset of the first character, in code points of the document's text"),
        Column("end", "whole", "offset after the last character"),
        Column("rule", "text", "the rule of the reader's grammar that read it"),
        Column("sources", "text", "where carried fields stand: a JSON object, field to [start, end]"),
        Column("indicator", "text", "what is measured, in the text's words"),
        Column("measure", "text", "level, change, growth, share, rank or streak"),
        Column("sign", "whole", "1 or -1 for a change or growth, else empty"),
        Column("low", "number", "the least value, in base units; empty where the text gives none"),
        Column("high", "number", "the greatest value, in base units; equal to low for a plain value"),
        Column("low_exact", "text", "low with all its digits"),
        Column("high_exact", "text", "high with all its digits"),
        Column("qualifier", "text", "exact, about, over, under, nearly or range"),
        Column("unit", "text", "the base unit; empty for an index"),
        Column("period", "text", "the period or point of time, ISO 8601"),
        Column("status", "text", "actual, target or forecast"),
        Column("place", "text", "the place that a figure is about, by its full name; where a project is"),
        Column("place_code", "text", "its division code (GB/T 2260)"),
        Column("concept", "text", "the indicator's id in the indicator scheme, empty for an unknown one"),
        Column("breakdown", "text", "the indicator's facets, name=value parted by ;, _T for the total"),
        Column("basis", "text", "what a change or growth is measured against, in the text's words"),
        Column("actor", "text", "the body responsible, in the text's words"),
        Column("body", "text", "the body's full name; of a project who answers for it, in the text's words"),
        Column("speaker", "text", "who says it"),
        Column("theme", "text", "the heading it stands under"),
        Column("deadline", "text", "by when, an ISO 8601 period"),
        Column("bodies", "list", "the bodies that co-operate (in CSV parted by 、)"),
        Column("concrete", "truth", "whether it names a number, a project, a programme, a deadline or a deliverable"),
        Column("mode", "text", "direct or indirect speech"),
        Column("person", "text", "the person's name"),
        Column("organisation", "text", "the organisation, in the text's words"),
        Column("posts", "list", "the posts that the person holds (in CSV parted by 、)"),
        Column("phrase", "text", "the set phrase"),
        Column("head", "text", "the noun after it"),
        Column("user", "text", "who uses it"),
        Column("act", "text", "meeting, visit, signing, opening, publication, appointment or other"),
        Column("actors", "list", "the persons or bodies that do it, the leading one first (in CSV parted by 、)"),
        Column("accompanied", "list", "those that take part (in CSV parted by 、)"),
        Column("places", "list", "the bodies or sites where it is (in CSV parted by 、)"),
        Column("subject", "text", "what it is about, in the text's words"),
        Column("name", "text", "the fullest name that the document gives the project"),
        Column("stage", "text", "planned, start, going on, done or stopped"),
        Column("ahead", "truth", "whether that is still to come"),
        Column("headline", "text", "the article's headline"),
        Column("byline", "list", "its authors (in CSV parted by 、)"),
        Column("dateline", "day", "its day, ISO 8601"),
        Column("genre", "text", "news, editorial, letter or interview"),
    )
}


def columns(kind: str) -> list[Column]:
    """The columns of an export of ``kind``: the document's, then those of the record."""
    names: list[str] = []
    for field in fields(KINDS[PLURALS[kind]][1]):
        names.append(field.name)
        if field.name == "place" and kind == "figures":
            names.append("place_code")
        if field.name == "concept" and kind == "figures":
            names.append("breakdown")
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
            if not stands(row["document_id"], key, laid):
                continue
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
        told |= {"place": row["place_name"], "place_code": row["place_code"], "breakdown": _breakdown(record, row)}
    return told


def _breakdown(record: AnyRecord, row: Mapping[Any, Any]) -> str:
    """The facets of a figure's indicator, those of the ledger where nobody corrected its name."""
    told = (record.indicator, record.concept) if isinstance(record, Figure) else ("", "")
    same = told == (row["indicator"], row["concept"])
    return (row["facets"] if same else indicator_key(*told).facets) or TOTAL
