"""Tidy tables as Apache Arrow holds them; imported only for Parquet and data frames, which bring pyarrow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa
from sqlalchemy import Connection

from luoshi.ledger.tidy import ColumnType, batches, columns

_TYPES: dict[ColumnType, pa.DataType] = {
    "text": pa.string(),
    "whole": pa.int64(),
    "number": pa.float64(),
    "list": pa.list_(pa.string()),
    "day": pa.date32(),
    "truth": pa.bool_(),
}


def arrow_schema(kind: str) -> pa.Schema:
    """The columns of ``kind`` as an Arrow schema, their meanings as the fields' ``description``."""
    return pa.schema([pa.field(c.name, _TYPES[c.type], metadata={"description": c.meaning}) for c in columns(kind)])


def arrow_batches(connection: Connection, kind: str, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """The rows of :func:`~luoshi.ledger.tidy.batches` as Arrow holds them, ``schema`` being that of ``kind``."""
    for rows in batches(connection, kind):
        arrays = [
            pa.array([(_day if field.type == _TYPES["day"] else _value)(row[field.name]) for row in rows], field.type)
            for field in schema
        ]
        yield pa.RecordBatch.from_arrays(arrays, schema=schema)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _value(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return list(value) if isinstance(value, tuple) else value
