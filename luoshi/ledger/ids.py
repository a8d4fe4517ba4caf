"""The ids of records, whole and shortened: which record does a person mean?

An id is the beginning of its document's id and the record's key: ``3fa9c0d1e2b3a495:figure-120-128``.
Either part may be shortened at its end, or the document left out, as long as one record answers.
"""

from __future__ import annotations

import re

from sqlalchemy import ColumnElement, Connection, select

from luoshi.ledger import schema
from luoshi.ledger.errors import UnknownRecordError
from luoshi.ledger.rows import KINDS, key_of, parse_key, record_id

_LISTED = 5  # how many candidates an ambiguous id is answered with
_CANDIDATES = 1000  # of each kind are looked at
_KEY_BEGINNING = re.compile(r"([a-z]*)(?:-(\d{1,9}))?")


def resolve(connection: Connection, id: str, kind: str = "") -> tuple[str, str, int]:
    """The document id, key and reading of the one record that ``id`` calls, of one ``kind`` or of any.

    Records of the readings that stand go first, then those of superseded ones, the newest first.
    :class:`UnknownRecordError` where no record answers, or several (the first are listed).
    """
    document, colon, key = id.strip().rpartition(":")
    if not colon and "-" not in key and key not in KINDS:
        document, key = key, ""
    for standing in (True, False):
        found = _candidates(connection, document.rstrip("….").lower(), key, standing, kind)
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(record_id(document_id, name) for document_id, name, _ in found[:_LISTED])
            more = " …" if len(found) > _LISTED else ""
            raise UnknownRecordError(f"{id}: 不止一条记录 / more than one record answers to this: {names}{more}")
    raise UnknownRecordError(f"{id}: 没有这条记录 / there is no such record")


def begins_with(column: ColumnElement[str], digits: str) -> ColumnElement[bool]:
    """The condition that an id begins with these hexadecimal digits, as an index answers it."""
    return column.between(digits, f"{digits}g")


def _candidates(
    connection: Connection, document: str, key: str, standing: bool, only: str
) -> list[tuple[str, str, int]]:
    """Records whose document id begins with ``document`` and whose key is, or begins with, ``key``."""
    whole = parse_key(key)
    beginning = _KEY_BEGINNING.match(key)
    readings = schema.readings.c
    found: dict[tuple[str, str], int] = {}
    for kind, (table, _) in KINDS.items():
        if beginning is None or not kind.startswith(beginning[1]) or only not in ("", kind):
            continue
        records = table.c
        query = (
            select(readings.document_id, records.reading_id, records.start, records.end, records.ordinal)
            .join(table, records.reading_id == readings.id)
            .where(readings.superseded_by.is_(None) if standing else readings.superseded_by.is_not(None))
            .order_by(readings.document_id, records.reading_id.desc(), records.start, records.end, records.ordinal)
            .limit(_CANDIDATES)
        )
        if document:
            query = query.where(begins_with(readings.document_id, document))
        if whole:
            query = query.where(records.start == whole[1], records.end == whole[2], records.ordinal == whole[3])
        elif beginning[2]:
            query = query.where(records.start == int(beginning[2]))
        for row in connection.execute(query).mappings():
            name = key_of(kind, row)
            if name.startswith(key):
                found.setdefault((row["document_id"], name), row["reading_id"])
    return [(document_id, name, reading_id) for (document_id, name), reading_id in found.items()]
